// The one door to the program: every command and event, typed. The only file that may import
// @tauri-apps; it must hold no rule and no state.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type {
  AppState,
  CaptureKept,
  CaptureRequest,
  CaptureView,
  CaptureWays,
  BroughtBack,
  CareView,
  ExpiryRow,
  Exported,
  ExportForm,
  Facets,
  FilterPreset,
  FilterSettings,
  FindingAction,
  FindingChoice,
  ForgetCounts,
  ForgetTier,
  ForgetView,
  ImportDone,
  ImportFrom,
  ImportPreview,
  ImportProgress,
  LinkedMemory,
  ListFilters,
  ListPage,
  MemoryView,
  ModelView,
  NewRecoveryCode,
  PassphraseStrength,
  Preview,
  RefusedCapture,
  RestoreDone,
  RestoreView,
  RevealAsks,
  RuleForm,
  Saved,
  SavedSearch,
  Settings,
  SimilarMemory,
  TransferProgress,
  UnlockMethod,
  VaultScan,
  VaultScanDone,
  YourData,
} from './bindings';
import type { KeyBinding } from './bindings';

/** What the program says by itself, and what comes with it. */
export interface BackendEvents {
  /** Another screen may be due. */
  state_changed: AppState;
  /** Memories were added, changed or forgotten, here or by another program. */
  vault_changed: null;
  /** The meaning model was loaded, did not load, or a change to another is further on. */
  model_changed: ModelView;
  /** The vault is being locked: everything private must leave the page at once. */
  hide_content: null;
  /** How far the import under way is. */
  import_progress: ImportProgress;
  /** How far the export under way is, or the bringing back. */
  transfer_progress: TransferProgress;
}

/** Every call that a page can make. A refusal is always a `Problem`. */
export interface Backend {
  appState(): Promise<AppState>;
  passphraseStrength(passphrase: string): Promise<PassphraseStrength>;
  vaultCreate(passphrase: string | null, useKeychain: boolean): Promise<NewRecoveryCode>;
  /** Has an encrypted export chosen in the system's dialog: its name, or null when the dialog is cancelled. */
  exportChoose(): Promise<string | null>;
  /** Makes a vault that is equal to the one the chosen export came from. */
  vaultFromExport(
    passphrase: string | null,
    useKeychain: boolean,
    exportPassphrase: string,
  ): Promise<NewRecoveryCode>;
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
  /** `id` names the memory that is being edited: what it hides is carried over. */
  preview(text: string, choices: readonly FindingChoice[], id: string | null): Promise<Preview>;
  /** Kept memories that the text, as the filter would keep it, repeats or may replace. */
  similar(text: string, id: string | null): Promise<SimilarMemory[]>;
  /** `newer` takes the place of `older`, which is kept and found below it. */
  replace(older: string, newer: string): Promise<MemoryView>;
  /** Undoes `replace`. */
  holdBoth(older: string): Promise<MemoryView>;
  remember(request: CaptureRequest): Promise<MemoryView>;
  edit(id: string, request: CaptureRequest): Promise<MemoryView>;
  search(query: string, filters: ListFilters, offset: number, limit: number): Promise<ListPage>;
  list(filters: ListFilters, offset: number, limit: number): Promise<ListPage>;
  show(id: string): Promise<MemoryView>;
  /** Memories about the same, nearest first. */
  related(id: string): Promise<LinkedMemory[]>;
  /** Makes an earlier version hold again, as a new one; it passes the filter as an edit does. */
  versionRestore(id: string, version: string, choices: readonly FindingChoice[]): Promise<MemoryView>;
  /** Counts memories from each of these days (YYYY-MM-DD, ascending) to the next: one count fewer than days. */
  capturesByWeek(days: string[]): Promise<number[]>;
  /** Pins memories or takes their pins off. Answers how many were changed. */
  memoriesPin(ids: string[], pinned: boolean): Promise<number>;
  savedSearches(): Promise<SavedSearch[]>;
  /** Saves a search; its number is not looked at. Answers all, as do the two below. */
  searchSave(search: SavedSearch): Promise<SavedSearch[]>;
  searchRename(id: number, name: string): Promise<SavedSearch[]>;
  searchDelete(id: number): Promise<SavedSearch[]>;
  /** Puts a text of the page's own on the clipboard. */
  textCopy(text: string): Promise<void>;
  /** Opens an address of the web or of mail outside; any other is refused. */
  linkOpen(address: string): Promise<void>;
  /** The original that a sealed placeholder stands for. Refused with `secret_needed` when the passphrase must come along. */
  reveal(id: string, original: number, passphrase: string | null): Promise<string>;
  /** Copies an original that is shown; it leaves the clipboard after half a minute, if it is still there. */
  copyOriginal(text: string): Promise<void>;
  facets(): Promise<Facets>;
  forget(ids: string[], tier: ForgetTier): Promise<ForgetView>;
  /** Counts what `forget` would take. */
  forgetCounts(ids: string[]): Promise<ForgetCounts>;
  /** Takes topics off each of these memories and puts others on. Answers how many were changed. */
  memoriesTag(ids: string[], add: string[], remove: string[]): Promise<number>;
  /** Sets when these memories go by themselves (RFC 3339), or that they stay. Answers how many were changed. */
  memoriesExpire(ids: string[], expiresAt: string | null): Promise<number>;
  /** Forgets what a memory said before it was edited. */
  forgetEarlier(id: string, tier: ForgetTier): Promise<ForgetView>;
  copyText(id: string): Promise<void>;
  yourData(): Promise<YourData>;
  checkVault(): Promise<YourData>;
  /** Refused with `secret_needed`, as `reveal` is, where what is hidden goes along; with `stopped` if it was cancelled. */
  exportAll(form: ExportForm, passphrase: string | null): Promise<Exported>;
  /** The same for these memories alone. */
  exportSelected(ids: string[], form: ExportForm, passphrase: string | null): Promise<Exported>;
  /** Has an export of Keepsake's chosen and brings it back; refused with `secret_needed` if it is encrypted: then it is called
      again with its passphrase. */
  bringBack(passphrase: string | null): Promise<BroughtBack>;
  /** Stops either of them: nothing of it stays. */
  transferCancel(): Promise<void>;
  /** Backups, and what waits for the person's word. */
  careView(): Promise<CareView>;
  /** Has a folder for backups chosen in the system's dialog, and makes the first one there. */
  backupChoose(): Promise<CareView>;
  backupNow(): Promise<CareView>;
  /** Has a backup chosen in the system's dialog and says what restoring it would do; null when the dialog is cancelled. */
  restoreChoose(): Promise<RestoreView | null>;
  /** Restores the backup that was chosen last. */
  restoreRun(): Promise<RestoreDone>;
  /** Orders that everything be erased in seven days, after the system's own question. */
  eraseOrder(): Promise<AppState>;
  eraseCancel(): Promise<AppState>;
  /** Erases everything, by the typed phrase and after the system's own question. */
  eraseNow(phrase: string): Promise<AppState>;
  /** The person says that the computer's clock is right after it has jumped: what is due is done. */
  clockConfirm(): Promise<AppState>;
  expiryAdd(rule: ExpiryRow): Promise<CareView>;
  expiryRemove(rule: ExpiryRow): Promise<CareView>;
  /** New keys, after the system's own question; false if that was declined. */
  keysRenew(): Promise<boolean>;
  /** New keys for everything, after the system's own question; null if that was declined. They count once the code that comes
      with them is confirmed. */
  keysRenewEverything(passphrase: string | null): Promise<NewRecoveryCode | null>;
  modelView(): Promise<ModelView>;
  /** Has a model's folder chosen in the system's dialog, tries it, and begins the change to it. */
  modelChoose(): Promise<ModelView>;
  /** Begins the change back to the model that ships with Keepsake. */
  modelBuiltIn(): Promise<ModelView>;
  /** Gives up a change that is under way. */
  modelCancel(): Promise<ModelView>;
  settingsGet(): Promise<Settings>;
  settingsSet(settings: Settings): Promise<Settings>;
  /** The keys that the person chose, for actions whose keys are not those that Keepsake came with. */
  keysView(): Promise<KeyBinding[]>;
  /** Keeps these in the place of all that were chosen before. Answers what is kept. */
  keysSet(bindings: KeyBinding[]): Promise<KeyBinding[]>;
  filterSettings(): Promise<FilterSettings>;
  filterPresetSet(preset: FilterPreset): Promise<FilterSettings>;
  filterClassSet(name: string, action: FindingAction): Promise<FilterSettings>;
  filterRuleAdd(form: RuleForm, text: string, action: FindingAction): Promise<FilterSettings>;
  filterRuleRemove(id: number): Promise<FilterSettings>;
  filterAllowedForget(): Promise<FilterSettings>;
  revealAsksSet(asks: RevealAsks, passphrase: string | null): Promise<FilterSettings>;
  /** Says what today's rules would change in memories kept before. Changes nothing. */
  vaultScan(): Promise<VaultScan>;
  vaultScanApply(): Promise<VaultScanDone>;
  /** Has a file chosen in the system's dialog and says what it would bring. Keeps nothing. */
  importPreview(what: ImportFrom): Promise<ImportPreview>;
  importAnswer(text: string): Promise<ImportPreview>;
  importPrompt(): Promise<string>;
  /** Answers how many memories were forgotten. */
  importUndo(): Promise<number>;
  /** Brings in what the last preview showed, or the rest of what was stopped; answers at its end. `import_progress` tells how
      far it is, and everything else can be asked for meanwhile. */
  importRun(leaveOutShort: boolean, chosen: number[] | null): Promise<ImportDone>;
  /** Stops it; what was kept stays. */
  importCancel(): Promise<void>;
  passphraseSet(passphrase: string): Promise<AppState>;
  keychainAdd(): Promise<AppState>;
  strictSet(passphrase: string): Promise<AppState>;
  strictLeave(passphrase: string): Promise<AppState>;
  wayInRemove(way: UnlockMethod): Promise<AppState>;
  /** The ways to the capture window, and how it stands with them. */
  captureWays(): Promise<CaptureWays>;
  /** Sets the keys that open the capture window from anywhere; none with an empty text. */
  captureKeysSet(keys: string): Promise<CaptureWays>;
  /** Opens the capture window, as its keys would. */
  captureTry(): Promise<void>;
  startAtLoginSet(isWanted: boolean): Promise<CaptureWays>;
  /** Begins or ends the pause in which programs keep nothing. */
  capturesPause(isPaused: boolean): Promise<CaptureWays>;
  /** Captures that waited while the vault was closed, and that the person's rules refuse. */
  capturesRefused(): Promise<RefusedCapture[]>;
  /** Takes one of them out of the inbox for good. */
  captureDrop(id: string): Promise<void>;
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
  exportChoose: () => invoke('export_choose'),
  vaultFromExport: (passphrase, useKeychain, exportPassphrase) =>
    invoke('vault_from_export', { passphrase, useKeychain, exportPassphrase }),
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
  preview: (text, choices, id) => invoke('preview', { text, choices, id }),
  similar: (text, id) => invoke('similar', { text, id }),
  replace: (older, newer) => invoke('replace', { older, newer }),
  holdBoth: (older) => invoke('hold_both', { older }),
  remember: (request) => invoke('remember', { request }),
  edit: (id, request) => invoke('edit', { id, request }),
  search: (query, filters, offset, limit) => invoke('search', { query, filters, offset, limit }),
  list: (filters, offset, limit) => invoke('list', { filters, offset, limit }),
  show: (id) => invoke('show', { id }),
  related: (id) => invoke('related', { id }),
  versionRestore: (id, version, choices) => invoke('version_restore', { id, version, choices }),
  capturesByWeek: (days) => invoke('captures_by_week', { days }),
  memoriesPin: (ids, pinned) => invoke('memories_pin', { ids, pinned }),
  savedSearches: () => invoke('saved_searches'),
  searchSave: (search) => invoke('search_save', { search }),
  searchRename: (id, name) => invoke('search_rename', { id, name }),
  searchDelete: (id) => invoke('search_delete', { id }),
  textCopy: (text) => invoke('text_copy', { text }),
  linkOpen: (address) => invoke('link_open', { address }),
  reveal: (id, original, passphrase) => invoke('reveal', { id, original, passphrase }),
  copyOriginal: (text) => invoke('copy_original', { text }),
  facets: () => invoke('facets'),
  forget: (ids, tier) => invoke('forget', { ids, tier }),
  forgetCounts: (ids) => invoke('forget_counts', { ids }),
  memoriesTag: (ids, add, remove) => invoke('memories_tag', { ids, add, remove }),
  memoriesExpire: (ids, expiresAt) => invoke('memories_expire', { ids, expiresAt }),
  forgetEarlier: (id, tier) => invoke('forget_earlier', { id, tier }),
  copyText: (id) => invoke('copy_text', { id }),
  yourData: () => invoke('your_data'),
  checkVault: () => invoke('check_vault'),
  exportAll: (form, passphrase) => invoke('export_all', { form, passphrase }),
  exportSelected: (ids, form, passphrase) => invoke('export_selected', { ids, form, passphrase }),
  bringBack: (passphrase) => invoke('bring_back', { passphrase }),
  transferCancel: () => invoke('transfer_cancel'),
  careView: () => invoke('care_view'),
  backupChoose: () => invoke('backup_choose'),
  backupNow: () => invoke('backup_now'),
  restoreChoose: () => invoke('restore_choose'),
  restoreRun: () => invoke('restore_run'),
  eraseOrder: () => invoke('erase_order'),
  eraseCancel: () => invoke('erase_cancel'),
  eraseNow: (phrase) => invoke('erase_now', { phrase }),
  clockConfirm: () => invoke('clock_confirm'),
  expiryAdd: (rule) => invoke('expiry_add', { rule }),
  expiryRemove: (rule) => invoke('expiry_remove', { rule }),
  keysRenew: () => invoke('keys_renew'),
  keysRenewEverything: (passphrase) => invoke('keys_renew_everything', { passphrase }),
  modelView: () => invoke('model_view'),
  modelChoose: () => invoke('model_choose'),
  modelBuiltIn: () => invoke('model_built_in'),
  modelCancel: () => invoke('model_cancel'),
  settingsGet: () => invoke('settings_get'),
  settingsSet: (settings) => invoke('settings_set', { settings }),
  keysView: () => invoke('keys_view'),
  keysSet: (bindings) => invoke('keys_set', { bindings }),
  filterSettings: () => invoke('filter_settings'),
  filterPresetSet: (preset) => invoke('filter_preset_set', { preset }),
  filterClassSet: (name, action) => invoke('filter_class_set', { class: name, action }),
  filterRuleAdd: (form, text, action) => invoke('filter_rule_add', { form, text, action }),
  filterRuleRemove: (id) => invoke('filter_rule_remove', { id }),
  filterAllowedForget: () => invoke('filter_allowed_forget'),
  revealAsksSet: (asks, passphrase) => invoke('reveal_asks_set', { asks, passphrase }),
  vaultScan: () => invoke('vault_scan'),
  vaultScanApply: () => invoke('vault_scan_apply'),
  importPreview: (what) => invoke('import_preview', { what }),
  importAnswer: (text) => invoke('import_answer', { text }),
  importPrompt: () => invoke('import_prompt'),
  importUndo: () => invoke('import_undo'),
  importRun: (leaveOutShort, chosen) => invoke('import_run', { leaveOutShort, chosen }),
  importCancel: () => invoke('import_cancel'),
  passphraseSet: (passphrase) => invoke('passphrase_set', { passphrase }),
  keychainAdd: () => invoke('keychain_add'),
  strictSet: (passphrase) => invoke('strict_set', { passphrase }),
  strictLeave: (passphrase) => invoke('strict_leave', { passphrase }),
  wayInRemove: (way) => invoke('way_in_remove', { way }),
  captureWays: () => invoke('capture_ways'),
  captureKeysSet: (keys) => invoke('capture_keys_set', { keys }),
  captureTry: () => invoke('capture_try'),
  startAtLoginSet: (isWanted) => invoke('start_at_login_set', { isWanted }),
  capturesRefused: () => invoke('captures_refused'),
  captureDrop: (id) => invoke('capture_drop', { id }),
  capturesPause: (isPaused) => invoke('captures_pause', { isPaused }),
  on: (name, heard) => listen(name, (event) => heard(event.payload as never)),
};

/** What the program says to the capture window. */
export interface CaptureEvents {
  /** The window was just shown. */
  capture_shown: null;
  state_changed: AppState;
  /** The vault is being locked. */
  hide_content: null;
}

/** Every call that the capture window can make: none shows a memory. */
export interface CaptureBackend {
  /** What to show, and the draft of last time, which is handed over. */
  view(): Promise<CaptureView>;
  preview: Backend['preview'];
  keep(request: CaptureRequest): Promise<CaptureKept>;
  /** Takes the window out of sight; the draft is held until next time. */
  leave(draft: string): Promise<void>;
  openMain(draft: string): Promise<void>;
  on<Name extends keyof CaptureEvents>(
    name: Name,
    heard: (payload: CaptureEvents[Name]) => void,
  ): Promise<() => void>;
}

/** The capture window's backend. */
export const tauriCapture: CaptureBackend = {
  view: () => invoke('capture_view'),
  preview: (text, choices) => invoke('capture_preview', { text, choices }),
  keep: (request) => invoke('capture_keep', { request }),
  leave: (draft) => invoke('capture_leave', { draft }),
  openMain: (draft) => invoke('capture_open_main', { draft }),
  on: (name, heard) => listen(name, (event) => heard(event.payload as never)),
};
