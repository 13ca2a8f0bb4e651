// Puts the chosen look on the page. The system's own choice is left to the style sheet.
import type { Theme } from './bindings';

export function wearTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
