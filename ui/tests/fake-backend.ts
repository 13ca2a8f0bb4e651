// A program that lives in the page's memory: answers every call as the shell would. For tests and for
// looking at the pages; never shipped.
import type { Backend, BackendEvents } from '../src/lib/backend';
import type {
  AppState,
  BroughtBack,
  CaptureRequest,
  CareView,
  ExpiryRow,
  ExportForm,
  Facets,
  FilterPreset,
  FindingAction,
  FindingChoice,
  ForgetCounts,
  ForgetTier,
  ForgetView,
  ImportDone,
  ImportFrom,
  ImportPreview,
  KindCount,
  ListFilters,
  LinkedMemory,
  ListPage,
  MemoryRow,
  MemoryView,
  ModelView,
  NewRecoveryCode,
  PlaceholderView,
  Preview,
  Problem,
  RestoreView,
  RevealAsks,
  RuleForm,
  Settings,
  SimilarMemory,
  VaultScan,
  VaultScanDone,
  WhyFound,
} from '../src/lib/bindings';
import { FakeFilter, type Kept } from './fake-filter';
import { samples } from './sample';

export const open_state: AppState = {
  phase: 'unlocked',
  try_out: false,
  keychain: 'available',
  has_device_slot: true,
  has_passphrase_slot: true,
  is_strict: false,
  model: 'ready',
  problem: null,
  notices: [],
  erase: null,
  home: '/home/nora/.local/share/keepsake',
  version: '0.1.0',
};

export const built_in_model = (): ModelView => ({
  id: 'all-MiniLM-L6-v2-int8-db0aa7bb',
  folder: null,
  state: 'ready',
  problem: null,
  building: null,
});

const code: NewRecoveryCode = {
  groups: '7K2M Q9XA 4TDV W3HN 0ZC8 RJ5P EY6B 1FGS M8T4 K0QV 9D2X A7NW H3JC 5RZE'.split(' '),
  confirm: [2, 10],
};

/** What the made-up model thinks belongs together. */
const close: Record<string, string[]> = {
  caffeine: ['coffee', 'roast', 'espresso', 'tea', 'moka'],
  sleep: ['bedroom', 'sleep', 'night'],
};

export const refuse = (problem: Partial<Problem> & { code: string }): Promise<never> =>
  Promise.reject({ message: '', hint: '', ...problem });

const linkTo = ({ id, content, created_at }: MemoryView): LinkedMemory => ({
  id,
  excerpt: content,
  placeholders: [],
  created_at,
});

export class FakeBackend implements Backend {
  state: AppState;
  memories: MemoryView[] = [];
  /** Memories that a search does not look through yet. */
  not_read_yet = 0;
  settings: Settings = { theme: 'system', idle_lock_minutes: 15 };
  /** Calls in the order made, by name. */
  calls: string[] = [];
  /** The next call of this name is refused with this. */
  refusals = new Map<string, Problem>();
  passphrase = 'four words make sense';
  checked = false;
  filter = new FakeFilter();
  /** What memories hide, by memory: the page gets none of it but through `reveal`. */
  originals = new Map<string, Map<number, string>>();
  /** What the person answers in the system's own question before an original is shown. */
  saysYes = true;
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
  /** Backups; the folder that is chosen in the system's dialog, and the backup: null when it is cancelled. */
  care: CareView = {
    folder: null,
    automatic: false,
    backups: [],
    expired_held: 0,
    backups_held: 0,
    rules: [],
  };
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
  #asked_since_unlock = false;
  #scanned = new Map<string, Kept>();
  readonly #heard = new Map<string, Set<(payload: never) => void>>();

  constructor(state: Partial<AppState> = {}, now = new Date()) {
    this.state = { ...open_state, ...state };
    this.memories = samples.map((sample, at) => {
      const created = new Date(now.getTime() - sample.age * 86_400_000 - at * 60_000).toISOString();
      const before = (days: number) =>
        new Date(now.getTime() - (sample.age + days) * 86_400_000).toISOString();
      const earlier = (sample.earlier ?? []).map((content, i) => ({
        content,
        placeholders: [],
        kept_at: before(40 * (i + 1)),
      }));
      const id = at.toString(16).padStart(32, '0');
      const hides = (sample.hides ?? []).map(({ text, value, ...one }): PlaceholderView => {
        const start = sample.content.indexOf(text);
        if (one.original !== null) this.originals.set(id, new Map([[one.original, value]]));
        return { ...one, start, end: start + text.length };
      });
      return {
        id,
        content: sample.content,
        placeholders: hides,
        kind: sample.kind,
        topics: sample.topics,
        source: sample.source ?? null,
        thread: null,
        created_at: created,
        kept_at: created,
        expires_at: null,
        replaced_by: null,
        replaces: [],
        earlier,
      };
    });
    this.memories.sort((a, b) => b.created_at.localeCompare(a.created_at));
  }

  emit<Name extends keyof BackendEvents>(name: Name, payload: BackendEvents[Name]): void {
    this.#heard.get(name)?.forEach((heard) => heard(payload as never));
  }

  async on(name: string, heard: (payload: never) => void): Promise<() => void> {
    const all = this.#heard.get(name) ?? new Set();
    this.#heard.set(name, all.add(heard));
    return () => all.delete(heard);
  }

  #called(name: string): void {
    this.calls.push(name);
    const refusal = this.refusals.get(name);
    if (refusal) {
      this.refusals.delete(name);
      throw refusal;
    }
  }

  #become(part: Partial<AppState>): AppState {
    this.state = { ...this.state, ...part };
    this.emit('state_changed', this.state);
    return this.state;
  }

  async appState() {
    this.#called('app_state');
    return this.state;
  }

  async passphraseStrength(passphrase: string) {
    const score = Math.min(4, Math.floor(passphrase.length / 5));
    const advice =
      score < 3 ? 'A few more words would make it much harder.' : 'This would take years to guess.';
    return { score, acceptable: score >= 3, advice };
  }

  async vaultCreate(passphrase: string | null, useKeychain: boolean) {
    this.#called('vault_create');
    this.memories = [];
    if (passphrase) this.passphrase = passphrase;
    this.#become({
      phase: 'confirm_recovery',
      has_passphrase_slot: passphrase !== null,
      has_device_slot: useKeychain,
    });
    return code;
  }

  async exportChoose() {
    this.#called('export_choose');
    return this.broughtBack.name;
  }

  async vaultFromExport(passphrase: string | null, useKeychain: boolean, exportPassphrase: string) {
    this.#called('vault_from_export');
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
    this.#called('care_view');
    return this.care;
  }

  async backupChoose() {
    this.#called('backup_choose');
    if (this.backupFolder) {
      this.care = { ...this.care, folder: this.backupFolder, automatic: true };
      this.#backUp();
    }
    return this.care;
  }

  async backupNow() {
    this.#called('backup_now');
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
    this.#called('restore_choose');
    return this.chosenBackup;
  }

  async restoreRun() {
    this.#called('restore_run');
    return { memories: this.chosenBackup?.memories ?? 0, kept_as: `${this.care.folder}/keepsake-before` };
  }

  async eraseOrder() {
    this.#called('erase_order');
    if (!this.saysYes) return this.state;
    const erase = { due_at: '2026-11-30T10:00:00Z', hours_left: 168, waits_for_confirmation: false };
    return this.#become({ erase });
  }

  async eraseCancel() {
    this.#called('erase_cancel');
    return this.#become({ erase: null });
  }

  async eraseNow(phrase: string) {
    this.#called('erase_now');
    if (phrase !== 'erase everything') return refuse({ code: 'bad_input', message: 'Another phrase.' });
    return this.saysYes ? this.#become({ phase: 'first_run', erase: null }) : this.state;
  }

  async clockConfirm() {
    this.#called('clock_confirm');
    this.care = { ...this.care, expired_held: 0, backups_held: 0 };
    return this.state.erase?.waits_for_confirmation
      ? this.#become({ phase: 'first_run', erase: null })
      : this.state;
  }

  async expiryAdd(rule: ExpiryRow) {
    this.#called('expiry_add');
    return (this.care = { ...this.care, rules: [...this.care.rules, { ...rule }] });
  }

  async expiryRemove(rule: ExpiryRow) {
    this.#called('expiry_remove');
    const gone = JSON.stringify(rule);
    return (this.care = {
      ...this.care,
      rules: this.care.rules.filter((one) => JSON.stringify(one) !== gone),
    });
  }

  async keysRenew() {
    this.#called('keys_renew');
    return this.saysYes;
  }

  async keysRenewEverything(passphrase: string | null) {
    this.#called('keys_renew_everything');
    if (!this.saysYes) return null;
    if (passphrase) this.passphrase = passphrase;
    this.#become({ phase: 'confirm_recovery' });
    return code;
  }

  async recoveryShow() {
    this.#called('recovery_show');
    return code;
  }

  async recoveryConfirm(groups: [string, string]) {
    this.#called('recovery_confirm');
    const right = groups.every((group, at) => group.toUpperCase() === code.groups[code.confirm[at]!]);
    if (!right) return refuse({ code: 'recovery_mismatch' });
    return this.#become({ phase: 'unlocked' });
  }

  async recoverySave() {
    this.#called('recovery_save');
    return { path: '/home/nora/Documents/keepsake-recovery.txt' };
  }

  async recoveryRenew() {
    this.#called('recovery_renew');
    this.#become({ phase: 'confirm_recovery' });
    return code;
  }

  async printPage() {
    this.#called('print_page');
    window.print?.();
  }

  async unlock(method: string, secret: string | null) {
    this.#called('unlock');
    const right =
      method === 'keychain' ||
      (method === 'passphrase'
        ? secret === this.passphrase
        : secret?.replace(/\s/g, '') === code.groups.join(''));
    if (!right) return refuse({ code: 'wrong_secret' });
    this.#asked_since_unlock = false;
    return this.#become({ phase: 'unlocked', problem: null });
  }

  async lock() {
    this.#called('lock');
    this.emit('hide_content', null);
    return this.#become({ phase: 'locked' });
  }

  captureIsWanted = false;

  async captureWanted() {
    const wanted = this.captureIsWanted;
    this.captureIsWanted = false;
    return wanted;
  }

  async noteActivity() {
    this.#called('note_activity');
  }

  async tryOutStart() {
    this.#called('try_out_start');
    return this.#become({ phase: 'unlocked', try_out: true });
  }

  async tryOutEnd() {
    this.#called('try_out_end');
    return this.#become({ phase: 'first_run', try_out: false });
  }

  #kept(memory: MemoryView): Kept {
    const { content: text, placeholders, id } = memory;
    return { text, placeholders, originals: this.originals.get(id) ?? new Map() };
  }

  async preview(text: string, choices: readonly FindingChoice[], id: string | null): Promise<Preview> {
    this.#called('preview');
    return this.filter.preview(text, choices, id ? this.#kept(this.#find(id)) : null);
  }

  /** What the made-up model finds alike: the same first word is the same subject, the same text is the same. */
  async similar(text: string, id: string | null): Promise<SimilarMemory[]> {
    this.#called('similar');
    const first = (content: string) => content.split(' ', 2).join(' ').toLowerCase();
    return this.memories
      .filter((memory) => memory.id !== id && !memory.replaced_by && text.includes(' '))
      .filter(({ content }) => first(content) === first(text))
      .slice(0, 3)
      .map((memory) => ({
        memory: linkTo(memory),
        similarity: memory.content === text ? 'says_the_same' : 'may_replace',
      }));
  }

  async replace(older: string, newer: string) {
    this.#called('replace');
    this.#find(older).replaced_by = linkTo(this.#find(newer));
    return this.#find(older);
  }

  async holdBoth(older: string) {
    this.#called('hold_both');
    this.memories = this.memories.map((one) => ({
      ...one,
      replaced_by: one.id === older ? null : one.replaced_by,
      replaces: one.replaces.filter(({ id }) => id !== older),
    }));
    this.emit('vault_changed', null);
    return this.#find(older);
  }

  async remember(request: CaptureRequest) {
    this.#called('remember');
    const { content, choices, for_an_hour } = request;
    const kept = this.filter.keep(content, choices, null, for_an_hour);
    const now = new Date();
    const at = now.toISOString();
    const memory: MemoryView = {
      id: (this.memories.length + 4096).toString(16).padStart(32, '0'),
      content: kept.text,
      placeholders: kept.placeholders,
      kind: request.kind ?? 'note',
      topics: request.topics,
      source: null,
      thread: null,
      created_at: at,
      kept_at: at,
      expires_at: for_an_hour ? new Date(now.getTime() + 3_600_000).toISOString() : null,
      replaced_by: null,
      replaces: request.replaces.map((older) => linkTo(this.#find(older))),
      earlier: [],
    };
    this.memories = this.memories.map((one) =>
      request.replaces.includes(one.id) ? { ...one, replaced_by: linkTo(memory) } : one,
    );
    this.originals.set(memory.id, kept.originals);
    this.memories.unshift(memory);
    this.emit('vault_changed', null);
    return memory;
  }

  async edit(id: string, request: CaptureRequest) {
    this.#called('edit');
    const old = this.#find(id);
    const kept = this.filter.keep(request.content, request.choices, this.#kept(old), request.for_an_hour);
    const before = old.placeholders.map((one) => ({ ...one, original: null }));
    const now: MemoryView = {
      ...old,
      content: kept.text,
      placeholders: kept.placeholders,
      kind: request.kind ?? old.kind,
      topics: request.topics,
      kept_at: new Date().toISOString(),
      earlier: [{ content: old.content, placeholders: before, kept_at: old.kept_at }, ...old.earlier],
    };
    this.originals.set(id, kept.originals);
    this.memories = this.memories.map((memory) => (memory.id === id ? now : memory));
    this.emit('vault_changed', null);
    return now;
  }

  async #expectPassphrase(passphrase: string | null): Promise<void> {
    if (passphrase === null) return refuse({ code: 'secret_needed' });
    if (passphrase !== this.passphrase) return refuse({ code: 'wrong_secret' });
  }

  async reveal(id: string, original: number, passphrase: string | null): Promise<string> {
    this.#called('reveal');
    const value = this.originals.get(id)?.get(original);
    if (value === undefined) return refuse({ code: 'not_found' });
    if (this.filter.settings.reveal_asks === 'passphrase') {
      await this.#expectPassphrase(passphrase);
    } else if (!this.#asked_since_unlock) {
      if (!this.saysYes) return refuse({ code: 'cancelled' });
      this.#asked_since_unlock = true;
    }
    return value;
  }

  async filterSettings() {
    this.#called('filter_settings');
    return this.filter.settings;
  }

  async filterPresetSet(preset: FilterPreset) {
    this.#called(`filter_preset_set ${preset}`);
    return this.filter.setPreset(preset);
  }

  async filterClassSet(name: string, action: FindingAction) {
    this.#called(`filter_class_set ${name} ${action}`);
    return this.filter.setClass(name, action);
  }

  async filterRuleAdd(form: RuleForm, text: string, action: FindingAction) {
    this.#called('filter_rule_add');
    return this.filter.addRule(form, text, action);
  }

  async filterRuleRemove(id: number) {
    this.#called('filter_rule_remove');
    return this.filter.removeRule(id);
  }

  async filterAllowedForget() {
    this.#called('filter_allowed_forget');
    return this.filter.forgetAllowed();
  }

  async revealAsksSet(asks: RevealAsks, passphrase: string | null) {
    this.#called(`reveal_asks_set ${asks}`);
    if (asks === 'once' && this.filter.settings.reveal_asks === 'passphrase') {
      await this.#expectPassphrase(passphrase);
    }
    return (this.filter.settings = { ...this.filter.settings, reveal_asks: asks });
  }

  async vaultScan(): Promise<VaultScan> {
    this.#called('vault_scan');
    this.#scanned.clear();
    const counts = new Map<string, KindCount>();
    const rows: MemoryRow[] = [];
    let earlier_only = 0;
    for (const memory of this.memories) {
      const { findings } = this.filter.preview(memory.content, [], this.#kept(memory));
      const hidden = findings.filter(({ action }) => action !== 'allow');
      for (const { kind, label, action } of hidden) {
        const count = (counts.get(kind)?.count ?? 0) + 1;
        counts.set(kind, { kind, label, action: action === 'block' ? 'mask' : action, count });
      }
      if (hidden.length > 0) {
        const kept = this.#hideAll(memory);
        this.#scanned.set(memory.id, kept);
        const { text: content, placeholders } = kept;
        rows.push(this.#row({ ...memory, content, placeholders }, [], null));
      } else if (this.#toldBefore(memory).length > 0) earlier_only += 1;
    }
    const found = [...counts.values()].sort((a, b) => b.count - a.count);
    const { length: would_change } = rows;
    return { checked: this.memories.length, would_change, earlier_only, found, rows: rows.slice(0, 200) };
  }

  /** Nothing that is kept already can be refused: what would be is left out. */
  #hideAll(memory: MemoryView): Kept {
    const { findings } = this.filter.preview(memory.content, [], this.#kept(memory));
    const instead = findings
      .filter(({ action }) => action === 'block')
      .map(({ kind }): FindingChoice => ({ kind, action: 'mask', always: false }));
    return this.filter.keep(memory.content, instead, this.#kept(memory), false);
  }

  #toldBefore(memory: MemoryView) {
    return memory.earlier.filter(({ content, placeholders }) =>
      this.filter
        .preview(content, [], { text: content, placeholders, originals: new Map() })
        .findings.some(({ action }) => action !== 'allow'),
    );
  }

  async vaultScanApply(): Promise<VaultScanDone> {
    this.#called('vault_scan_apply');
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
    this.#called(`import_preview ${what}`);
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
    this.#called('import_answer');
    return text.includes('- ') && this.importFile
      ? this.importFile
      : refuse({ code: 'bad_input', message: 'Nothing in it is a memory.' });
  }

  async importPrompt() {
    return 'List what you know about me.';
  }

  async importUndo() {
    this.#called('import_undo');
    return 3;
  }

  async importRun(leaveOutShort: boolean, chosen: number[] | null): Promise<ImportDone> {
    this.#called(
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
    this.#called('import_cancel');
  }

  #find(id: string): MemoryView {
    const memory = this.memories.find((candidate) => candidate.id === id);
    if (!memory) throw { code: 'not_found', message: '', hint: '' };
    return memory;
  }

  #fits(memory: MemoryView, filters: ListFilters): boolean {
    const day = memory.created_at.slice(0, 10);
    return (
      (filters.kinds.length === 0 || filters.kinds.includes(memory.kind)) &&
      filters.topics.every((topic) => memory.topics.includes(topic)) &&
      (!filters.after || day >= filters.after) &&
      (!filters.before || day < filters.before)
    );
  }

  async search(query: string, filters: ListFilters, offset: number, limit: number): Promise<ListPage> {
    this.#called('search');
    const words = query.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    const near = words.flatMap((word) => close[word] ?? []);
    const hits = this.memories
      .filter((memory) => this.#fits(memory, filters))
      .map((memory) => {
        const text = memory.content.toLowerCase();
        const matched = words
          .filter((word) => text.includes(word))
          .map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length]);
        const meaning = near.filter((word) => text.includes(word)).length;
        const why: WhyFound = matched.length === 0 ? 'meaning' : meaning > 0 ? 'both' : 'words';
        return { row: this.#row(memory, matched, why), score: matched.length + 0.8 * meaning };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const rows = hits.slice(offset, offset + limit).map(({ row }) => row);
    return { total: hits.length, offset, rows, by_meaning: this.state.model === 'ready', ...this.#read() };
  }

  async list(filters: ListFilters, offset: number, limit: number): Promise<ListPage> {
    this.#called('list');
    const all = this.memories.filter((memory) => this.#fits(memory, filters));
    const rows = all.slice(offset, offset + limit).map((memory) => this.#row(memory, [], null));
    return { total: all.length, offset, rows, by_meaning: true, ...this.#read() };
  }

  /** As many memories as are read: all, unless a test holds some back. */
  #read(): { loaded: number; memories: number } {
    const memories = this.memories.length;
    return { loaded: memories - this.not_read_yet, memories };
  }

  #row(memory: MemoryView, matched: [number, number][], why: WhyFound | null): MemoryRow {
    const { id, content, kind, topics, created_at } = memory;
    const places = memory.placeholders
      .filter(({ end }) => end <= 400)
      .map(({ start, end }): [number, number] => [start, end]);
    const replaced = memory.replaced_by !== null;
    return { id, excerpt: content.slice(0, 400), kind, topics, created_at, matched, placeholders: places, why, replaced }; // prettier-ignore
  }

  async show(id: string) {
    this.#called('show');
    return this.#find(id);
  }

  async facets(): Promise<Facets> {
    const count = (names: string[]) => {
      const counts = new Map<string, number>();
      names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
      return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
    };
    return {
      total: this.memories.length,
      kinds: count(this.memories.map((memory) => memory.kind)),
      topics: count(this.memories.flatMap((memory) => memory.topics)),
    };
  }

  async forgetCounts(ids: string[]): Promise<ForgetCounts> {
    const versions = ids.reduce((sum, id) => sum + 1 + this.#find(id).earlier.length, 0);
    const backups = this.care.backups.length;
    const backups_until =
      this.care.backups
        .map(({ kept_until }) => kept_until)
        .sort()
        .at(-1) ?? null;
    return { versions, vectors: ids.length, originals: 0, backups, backups_until };
  }

  async forgetEarlier(id: string, tier: ForgetTier): Promise<ForgetView> {
    this.#called(`forget_earlier ${tier}`);
    const memory = this.#find(id);
    const versions = memory.earlier.length;
    this.memories = this.memories.map((one) => (one.id === id ? { ...one, earlier: [] } : one));
    return this.#forgot({ memories: 0, versions, tier });
  }

  #forgot(part: Partial<ForgetView>): ForgetView {
    return {
      memories: 0,
      versions: 0,
      vectors: 0,
      pending: false,
      tier: 'removed',
      fell_short: null,
      backups_holding: this.care.backups.length,
      receipt: '0'.repeat(32),
      ...part,
    };
  }

  async forget(ids: string[], tier: ForgetTier) {
    this.#called(tier === 'removed' ? 'forget' : `forget ${tier}`);
    const gone = ids.map((id) => this.#find(id));
    this.memories = this.memories.filter((memory) => !ids.includes(memory.id));
    this.emit('vault_changed', null);
    const versions = gone.reduce((sum, memory) => sum + 1 + memory.earlier.length, 0);
    return this.#forgot({ memories: gone.length, versions, vectors: gone.length, tier });
  }

  async copyText(_id: string) {
    this.#called('copy_text');
  }

  async yourData() {
    this.#called('your_data');
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
    this.#called('check_vault');
    this.checked = true;
    return this.yourData();
  }

  async exportAll({ format, with_hidden, export_passphrase }: ExportForm, passphrase: string | null) {
    this.#called(`export_all ${format}${with_hidden ? ' with what is hidden' : ''}`);
    const asks = with_hidden && this.filter.settings.reveal_asks === 'passphrase';
    if (asks) await this.#expectPassphrase(passphrase);
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
    this.#called('transfer_cancel');
    this.#stopped = true;
  }

  async bringBack(passphrase: string | null): Promise<BroughtBack> {
    this.#called('bring_back');
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
    this.#called('model_view');
    return this.model;
  }

  async modelChoose(): Promise<ModelView> {
    this.#called('model_choose');
    return this.modelFolder ? this.#build(this.modelFolder.id, this.modelFolder.folder) : this.model;
  }

  async modelBuiltIn(): Promise<ModelView> {
    this.#called('model_built_in');
    return this.#build(built_in_model().id, null);
  }

  async modelCancel(): Promise<ModelView> {
    this.#called('model_cancel');
    this.model = { ...this.model, building: null };
    return this.model;
  }

  async settingsGet() {
    return this.settings;
  }

  async settingsSet(settings: Settings) {
    this.#called('settings_set');
    this.settings = settings;
    return settings;
  }

  async passphraseSet(passphrase: string) {
    this.#called('passphrase_set');
    this.passphrase = passphrase;
    return this.#become({ has_passphrase_slot: true });
  }

  async strictSet(_passphrase: string) {
    this.#called('strict_set');
    return this.#become({ is_strict: true, has_device_slot: false, has_passphrase_slot: true });
  }

  async strictLeave(_passphrase: string) {
    this.#called('strict_leave');
    return this.#become({ is_strict: false, has_device_slot: true, has_passphrase_slot: true });
  }

  async wayInRemove(way: 'keychain' | 'passphrase' | 'recovery_code') {
    this.#called('way_in_remove');
    return this.#become(way === 'keychain' ? { has_device_slot: false } : { has_passphrase_slot: false });
  }

  async keychainAdd() {
    this.#called('keychain_add');
    return this.#become({ has_device_slot: true });
  }
}
