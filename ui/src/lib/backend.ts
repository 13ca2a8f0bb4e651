// The one door to the program: every command and event, typed. The only file that may import
// @tauri-apps; it must hold no rule and no state.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type {
  AppState,
  CaptureRequest,
  ExportFormat,
  Facets,
  ForgetView,
  ListFilters,
  ListPage,
  MemoryView,
  NewRecoveryCode,
  PassphraseStrength,
  Preview,
  Saved,
  Settings,
  UnlockMethod,
  YourData,
} from './bindings';

/** What the program says by itself, and what comes with it. */
export interface BackendEvents {
  /** Another screen may be due. */
  state_changed: AppState;
  /** Memories were added, changed or forgotten, here or by another program. */
  vault_changed: null;
  /** The vault is being locked: everything private must leave the page at once. */
  hide_content: null;
  /** The capture shortcut was pressed outside the window. */
  open_capture: null;
}

/** Every call that a page can make. A refusal is always a `Problem`. */
export interface Backend {
  appState(): Promise<AppState>;
  passphraseStrength(passphrase: string): Promise<PassphraseStrength>;
  vaultCreate(passphrase: string | null, useKeychain: boolean): Promise<NewRecoveryCode>;
  recoveryShow(): Promise<NewRecoveryCode>;
  recoveryConfirm(groups: [string, string]): Promise<AppState>;
  recoverySave(): Promise<Saved>;
  recoveryRenew(): Promise<NewRecoveryCode>;
  printPage(): Promise<void>;
  unlock(method: UnlockMethod, secret: string | null): Promise<AppState>;
  lock(): Promise<AppState>;
  noteActivity(): Promise<void>;
  tryOutStart(): Promise<AppState>;
  tryOutEnd(): Promise<AppState>;
  preview(text: string): Promise<Preview>;
  remember(request: CaptureRequest): Promise<MemoryView>;
  edit(id: string, request: CaptureRequest): Promise<MemoryView>;
  search(query: string, filters: ListFilters, offset: number, limit: number): Promise<ListPage>;
  list(filters: ListFilters, offset: number, limit: number): Promise<ListPage>;
  show(id: string): Promise<MemoryView>;
  facets(): Promise<Facets>;
  forget(ids: string[]): Promise<ForgetView>;
  copyText(id: string): Promise<void>;
  yourData(): Promise<YourData>;
  checkVault(): Promise<YourData>;
  exportAll(format: ExportFormat): Promise<Saved>;
  settingsGet(): Promise<Settings>;
  settingsSet(settings: Settings): Promise<Settings>;
  passphraseSet(passphrase: string): Promise<AppState>;
  keychainAdd(): Promise<AppState>;
  /** Listens to one event; the answer stops listening. */
  on<Name extends keyof BackendEvents>(
    name: Name,
    heard: (payload: BackendEvents[Name]) => void,
  ): Promise<() => void>;
}

/** The backend of the app: commands of the Tauri shell. */
export const tauriBackend: Backend = {
  appState: () => invoke('app_state'),
  passphraseStrength: (passphrase) => invoke('passphrase_strength', { passphrase }),
  vaultCreate: (passphrase, useKeychain) => invoke('vault_create', { passphrase, useKeychain }),
  recoveryShow: () => invoke('recovery_show'),
  recoveryConfirm: (groups) => invoke('recovery_confirm', { groups }),
  recoverySave: () => invoke('recovery_save'),
  recoveryRenew: () => invoke('recovery_renew'),
  printPage: () => invoke('print_page'),
  unlock: (method, secret) => invoke('unlock', { method, secret }),
  lock: () => invoke('lock'),
  noteActivity: () => invoke('note_activity'),
  tryOutStart: () => invoke('try_out_start'),
  tryOutEnd: () => invoke('try_out_end'),
  preview: (text) => invoke('preview', { text }),
  remember: (request) => invoke('remember', { request }),
  edit: (id, request) => invoke('edit', { id, request }),
  search: (query, filters, offset, limit) => invoke('search', { query, filters, offset, limit }),
  list: (filters, offset, limit) => invoke('list', { filters, offset, limit }),
  show: (id) => invoke('show', { id }),
  facets: () => invoke('facets'),
  forget: (ids) => invoke('forget', { ids }),
  copyText: (id) => invoke('copy_text', { id }),
  yourData: () => invoke('your_data'),
  checkVault: () => invoke('check_vault'),
  exportAll: (format) => invoke('export_all', { format }),
  settingsGet: () => invoke('settings_get'),
  settingsSet: (settings) => invoke('settings_set', { settings }),
  passphraseSet: (passphrase) => invoke('passphrase_set', { passphrase }),
  keychainAdd: () => invoke('keychain_add'),
  on: (name, heard) => listen(name, (event) => heard(event.payload as never)),
};
