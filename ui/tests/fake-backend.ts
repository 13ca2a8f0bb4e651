// A program that lives in the page's memory: answers every call as the shell would. For tests and for
// looking at the pages; never shipped. This part moves memories in and out and cares for them.
import type { Backend } from '../src/lib/backend';
import type {
  BroughtBack,
  ExpiryRow,
  ExportForm,
  FilterPreset,
  FindingAction,
  FindingChoice,
  ImportDone,
  ImportFrom,
  ImportPreview,
  KindCount,
  MemoryRow,
  MemoryView,
  ModelView,
  Problem,
  RestoreView,
  RevealAsks,
  RuleForm,
  VaultScan,
  VaultScanDone,
} from '../src/lib/bindings';
import type { Kept } from './fake-filter';
import { FakeMemories } from './fake-memories';
import { code, refuse } from './fake-program';

export { open_state, refuse } from './fake-program';

export const built_in_model = (): ModelView => ({
  id: 'all-MiniLM-L6-v2-int8-db0aa7bb',
  folder: null,
  state: 'ready',
  problem: null,
  building: null,
});

export class FakeBackend extends FakeMemories implements Backend {
  checked = false;
  /** The file that is chosen in the system's dialog; null when it is cancelled. */
  importFile: ImportPreview | null = null;
  /** An import waits for this: the place where it stops, or null for its end. */
  importWaits: Promise<number | null> = Promise.resolve(null);
  importStopsAt: number | null = null;
  /** Why it stops, if not because it was cancelled. */
  importProblem: Problem | null = null;
  /** The meaning model, and the change to another. */
  model: ModelView = built_in_model();
  /** The model in the folder that is chosen in the system's dialog; null when it is cancelled. */
  modelFolder: { id: string; folder: string } | null = null;
  backupFolder: string | null = null;
  chosenBackup: RestoreView | null = null;
  /** What an export cannot open. */
  damage = { damaged: 0, originals_left: 0 };
  exportPassphrase: string | null = null;
  /** An export waits for this. */
  exportWaits: Promise<void> = Promise.resolve();
  /** What comes of bringing an export back, and the passphrase that it opens with; no name when the dialog is cancelled. */
  broughtBack: BroughtBack = {
    name: null,
    imported: 0,
    unchanged: 0,
    revised: 0,
    forgotten_here: 0,
    masked: 0,
    originals_missing: 0,
  };
  chosenExportPassphrase: string | null = null;
  #stopped = false;
  #scanned = new Map<string, Kept>();

  async vaultCreate(passphrase: string | null, useKeychain: boolean) {
    this.called('vault_create');
    this.memories = [];
    if (passphrase) this.passphrase = passphrase;
    this.become({
      phase: 'confirm_recovery',
      has_passphrase_slot: passphrase !== null,
      has_device_slot: useKeychain,
    });
    return code;
  }

  async exportChoose() {
    this.called('export_choose');
    return this.broughtBack.name;
  }

  async vaultFromExport(passphrase: string | null, useKeychain: boolean, exportPassphrase: string) {
    this.called('vault_from_export');
    if (exportPassphrase !== this.chosenExportPassphrase) return refuse({ code: 'wrong_secret' });
    this.#stopped = false;
    this.emit('transfer_progress', { done: 10, total: 40 });
    await this.exportWaits;
    if (this.#stopped) return refuse({ code: 'stopped', message: 'It was stopped.' });
    const kept = this.memories;
    const made = await this.vaultCreate(passphrase, useKeychain);
    this.memories = kept;
    return made;
  }

  async careView() {
    this.called('care_view');
    return this.care;
  }

  async backupChoose() {
    this.called('backup_choose');
    if (this.backupFolder) {
      this.care = { ...this.care, folder: this.backupFolder, automatic: true };
      this.#backUp();
    }
    return this.care;
  }

  async backupNow() {
    this.called('backup_now');
    this.#backUp();
    return this.care;
  }

  #backUp(): void {
    const made_at = new Date().toISOString();
    const folder = `${this.care.folder}/keepsake-${this.care.backups.length}`;
    const backup = { folder, made_at, size_bytes: 1_400_000, kept_until: '2027-06-01T00:00:00Z' };
    this.care = { ...this.care, backups: [backup, ...this.care.backups] };
  }

  async restoreChoose() {
    this.called('restore_choose');
    return this.chosenBackup;
  }

  async restoreRun() {
    this.called('restore_run');
    return { memories: this.chosenBackup?.memories ?? 0, kept_as: `${this.care.folder}/keepsake-before` };
  }

  async eraseOrder() {
    this.called('erase_order');
    if (!this.saysYes) return this.state;
    const erase = { due_at: '2026-11-30T10:00:00Z', hours_left: 168, waits_for_confirmation: false };
    return this.become({ erase });
  }

  async eraseCancel() {
    this.called('erase_cancel');
    return this.become({ erase: null });
  }

  async eraseNow(phrase: string) {
    this.called('erase_now');
    if (phrase !== 'erase everything') return refuse({ code: 'bad_input', message: 'Another phrase.' });
    return this.saysYes ? this.become({ phase: 'first_run', erase: null }) : this.state;
  }

  async clockConfirm() {
    this.called('clock_confirm');
    this.care = { ...this.care, expired_held: 0, backups_held: 0 };
    return this.state.erase?.waits_for_confirmation
      ? this.become({ phase: 'first_run', erase: null })
      : this.state;
  }

  async expiryAdd(rule: ExpiryRow) {
    this.called('expiry_add');
    return (this.care = { ...this.care, rules: [...this.care.rules, { ...rule }] });
  }

  async expiryRemove(rule: ExpiryRow) {
    this.called('expiry_remove');
    const gone = JSON.stringify(rule);
    return (this.care = {
      ...this.care,
      rules: this.care.rules.filter((one) => JSON.stringify(one) !== gone),
    });
  }

  async keysRenew() {
    this.called('keys_renew');
    return this.saysYes;
  }

  async keysRenewEverything(passphrase: string | null) {
    this.called('keys_renew_everything');
    if (!this.saysYes) return null;
    if (passphrase) this.passphrase = passphrase;
    this.become({ phase: 'confirm_recovery' });
    return code;
  }

  async filterSettings() {
    this.called('filter_settings');
    return this.filter.settings;
  }

  async filterPresetSet(preset: FilterPreset) {
    this.called(`filter_preset_set ${preset}`);
    return this.filter.setPreset(preset);
  }

  async filterClassSet(name: string, action: FindingAction) {
    this.called(`filter_class_set ${name} ${action}`);
    return this.filter.setClass(name, action);
  }

  async filterRuleAdd(form: RuleForm, text: string, action: FindingAction) {
    this.called('filter_rule_add');
    return this.filter.addRule(form, text, action);
  }

  async filterRuleRemove(id: number) {
    this.called('filter_rule_remove');
    return this.filter.removeRule(id);
  }

  async filterAllowedForget() {
    this.called('filter_allowed_forget');
    return this.filter.forgetAllowed();
  }

  async revealAsksSet(asks: RevealAsks, passphrase: string | null) {
    this.called(`reveal_asks_set ${asks}`);
    if (asks === 'once' && this.filter.settings.reveal_asks === 'passphrase') {
      await this.expectPassphrase(passphrase);
    }
    return (this.filter.settings = { ...this.filter.settings, reveal_asks: asks });
  }

  async vaultScan(): Promise<VaultScan> {
    this.called('vault_scan');
    this.#scanned.clear();
    const counts = new Map<string, KindCount>();
    const rows: MemoryRow[] = [];
    let earlier_only = 0;
    for (const memory of this.memories) {
      const { findings } = this.filter.preview(memory.content, [], this.kept(memory));
      const hidden = findings.filter(({ action }) => action !== 'allow');
      for (const { kind, label, action } of hidden) {
        const count = (counts.get(kind)?.count ?? 0) + 1;
        counts.set(kind, { kind, label, action: action === 'block' ? 'mask' : action, count });
      }
      if (hidden.length > 0) {
        const kept = this.#hideAll(memory);
        this.#scanned.set(memory.id, kept);
        const { text: content, placeholders } = kept;
        rows.push(this.rowOf({ ...memory, content, placeholders }, [], null));
      } else if (this.#toldBefore(memory).length > 0) earlier_only += 1;
    }
    const found = [...counts.values()].sort((a, b) => b.count - a.count);
    const { length: would_change } = rows;
    return { checked: this.memories.length, would_change, earlier_only, found, rows: rows.slice(0, 200) };
  }

  /** Nothing that is kept already can be refused: what would be is left out. */
  #hideAll(memory: MemoryView): Kept {
    const { findings } = this.filter.preview(memory.content, [], this.kept(memory));
    const instead = findings
      .filter(({ action }) => action === 'block')
      .map(({ kind }): FindingChoice => ({ kind, action: 'mask', always: false }));
    return this.filter.keep(memory.content, instead, this.kept(memory), false);
  }

  #toldBefore(memory: MemoryView) {
    return memory.earlier.filter(({ content, placeholders }) =>
      this.filter
        .preview(content, [], { text: content, placeholders, originals: new Map() })
        .findings.some(({ action }) => action !== 'allow'),
    );
  }

  async vaultScanApply(): Promise<VaultScanDone> {
    this.called('vault_scan_apply');
    let versions_removed = 0;
    let left = 0;
    for (const id of this.#scanned.keys()) {
      if (!this.memories.some((memory) => memory.id === id)) left += 1;
    }
    const changed = this.#scanned.size - left;
    this.memories = this.memories.map((memory) => {
      const told = this.#toldBefore(memory);
      versions_removed += told.length;
      const earlier = memory.earlier.filter((version) => !told.includes(version));
      const kept = this.#scanned.get(memory.id);
      if (!kept) return { ...memory, earlier };
      this.originals.set(memory.id, kept.originals);
      return { ...memory, content: kept.text, placeholders: kept.placeholders, earlier };
    });
    this.#scanned.clear();
    this.emit('vault_changed', null);
    return { changed, versions_removed, left };
  }

  async importPreview(what: ImportFrom): Promise<ImportPreview> {
    this.called(`import_preview ${what}`);
    const nothing = {
      name: null,
      memories: 0,
      unchanged: 0,
      blocked: 0,
      failed: 0,
      short_replies: 0,
      found: [],
      passed_over: 0,
      proposals: [],
    };
    return this.importFile ?? nothing;
  }

  async importAnswer(text: string): Promise<ImportPreview> {
    this.called('import_answer');
    return text.includes('- ') && this.importFile
      ? this.importFile
      : refuse({ code: 'bad_input', message: 'Nothing in it is a memory.' });
  }

  async importPrompt() {
    return 'List what you know about me.';
  }

  async importUndo() {
    this.called('import_undo');
    return 3;
  }

  async importRun(leaveOutShort: boolean, chosen: number[] | null): Promise<ImportDone> {
    this.called(
      chosen
        ? `import_run ${chosen.join(' ')}`
        : leaveOutShort
          ? 'import_run without short replies'
          : 'import_run',
    );
    if (!this.importFile) return refuse({ code: 'not_found' });
    const { memories, unchanged, blocked, failed, found, short_replies } = this.importFile;
    const hidden = found
      .filter(({ action }) => action !== 'block' && action !== 'allow')
      .reduce((sum, { count }) => sum + count, 0);
    const left_out = leaveOutShort ? short_replies : 0;
    const total = memories + failed;
    const all = memories - unchanged - blocked - left_out;
    const begun = this.importStopsAt ?? 0;
    this.importStopsAt = await this.importWaits;
    this.emit('vault_changed', null);
    if (this.importStopsAt !== null) {
      const read = this.importStopsAt;
      const nothing = { revised: 0, unchanged: 0, blocked: 0, hidden: 0, failed: 0, left_out: 0 };
      return {
        ...nothing,
        can_be_undone: read > 0,
        imported: read,
        read,
        total,
        problem: this.importProblem,
      };
    }
    this.importFile = null;
    const done = { imported: all - begun, revised: 0, unchanged, blocked, hidden, failed, left_out };
    return { ...done, can_be_undone: done.imported > 0, read: total, total, problem: null };
  }

  async importCancel(): Promise<void> {
    this.called('import_cancel');
  }

  async yourData() {
    this.called('your_data');
    const { home } = this.state;
    const row = (what: string, how_many: string, place: string, protected_by: string, kept: string) => {
      return { what, how_many, place, protected_by, kept };
    };
    return {
      rows: [
        row(
          'Memories',
          String(this.memories.length),
          'vault.db, 9.6 MB',
          'file and record keys',
          'until you forget them',
        ),
        row('Earlier versions', '2', 'vault.db', 'file and record keys', 'until you forget them'),
        row('Meaning vectors', '42', 'vault.db', 'file key', 'with their memory'),
        row('Search index', 'in memory', 'nowhere on disk', 'gone at lock', 'while unlocked'),
        row('Audit trail', '113', 'vault.db', 'file key, chained', 'until you erase the vault'),
        row('Settings', '2', 'settings.json', 'nothing; holds nothing private', 'until you change them'),
      ],
      kinds: (await this.facets()).kinds,
      size_on_disk_bytes: 9_612_288,
      files: [
        { path: `${home}/vault.db`, size_bytes: 9_601_024 },
        { path: `${home}/vault.keys`, size_bytes: 1_184 },
        { path: `${home}/settings.json`, size_bytes: 58 },
      ],
      ways_in: ['The key in this computer’s keychain', 'Your passphrase', 'Your recovery code'],
      recovery_confirmed: true,
      activity: [
        { at: '2026-11-22T18:42:00Z', action: 'forgot', count: 2, by_window: true, refused: false },
        { at: '2026-11-22T18:40:00Z', action: 'exported', count: 40, by_window: false, refused: false },
        { at: '2026-11-22T18:00:00Z', action: 'unlocked', count: 3, by_window: true, refused: false },
      ],
      last_check: this.checked ? 'Whole: 40 memories and 113 entries of the trail were read and fit.' : null,
    };
  }

  async checkVault() {
    this.called('check_vault');
    this.checked = true;
    return this.yourData();
  }

  async exportAll({ format, with_hidden, export_passphrase }: ExportForm, passphrase: string | null) {
    this.called(`export_all ${format}${with_hidden ? ' with what is hidden' : ''}`);
    const asks = with_hidden && this.filter.settings.reveal_asks === 'passphrase';
    if (asks) await this.expectPassphrase(passphrase);
    this.exportPassphrase = export_passphrase;
    this.#stopped = false;
    this.emit('transfer_progress', { done: 10, total: 40 });
    await this.exportWaits;
    if (this.#stopped) return refuse({ code: 'stopped' });
    const endings = { zip: 'zip', encrypted: 'age', html: 'html', json: 'json', markdown: 'md' };
    const ending = endings[format];
    return {
      path: `/home/nora/Documents/keepsake.${ending}`,
      memories: this.memories.length,
      ...this.damage,
    };
  }

  async transferCancel() {
    this.called('transfer_cancel');
    this.#stopped = true;
  }

  async bringBack(passphrase: string | null): Promise<BroughtBack> {
    this.called('bring_back');
    if (this.broughtBack.name !== null && this.chosenExportPassphrase !== null) {
      if (passphrase === null) return refuse({ code: 'secret_needed' });
      if (passphrase !== this.chosenExportPassphrase) return refuse({ code: 'wrong_secret' });
    }
    return this.broughtBack;
  }

  /** The program says how far the change of model is. */
  modelIs(part: Partial<ModelView>): ModelView {
    this.model = { ...this.model, ...part };
    this.emit('model_changed', this.model);
    return this.model;
  }

  #build(id: string, folder: string | null): ModelView {
    const total = this.memories.length;
    this.model = {
      ...this.model,
      building: { id, folder, done: 0, total, minutes_left: null, problem: null },
    };
    return this.model;
  }

  async modelView(): Promise<ModelView> {
    this.called('model_view');
    return this.model;
  }

  async modelChoose(): Promise<ModelView> {
    this.called('model_choose');
    return this.modelFolder ? this.#build(this.modelFolder.id, this.modelFolder.folder) : this.model;
  }

  async modelBuiltIn(): Promise<ModelView> {
    this.called('model_built_in');
    return this.#build(built_in_model().id, null);
  }

  async modelCancel(): Promise<ModelView> {
    this.called('model_cancel');
    this.model = { ...this.model, building: null };
    return this.model;
  }

  async exportSelected(ids: string[], form: ExportForm, passphrase: string | null) {
    this.called(`export_selected ${ids.length}`);
    ids.forEach((id) => this.find(id));
    const exported = await this.exportAll(form, passphrase);
    return { ...exported, memories: ids.length };
  }
}
