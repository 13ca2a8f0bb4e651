export interface KeyBinding {
  action: string;
  keys: string;
}
