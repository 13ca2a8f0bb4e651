// A program that lives in the page's memory: answers every call as the shell would. For tests and for
// looking at the pages; never shipped.
import type { Backend, BackendEvents } from '../src/lib/backend';
import type {
  AppState,
  Facets,
  FindingAction,
  FindingView,
  ListFilters,
  ListPage,
  MemoryRow,
  MemoryView,
  NewRecoveryCode,
  Preview,
  Problem,
  Settings,
  WhyFound,
} from '../src/lib/bindings';
import { samples } from './sample';

export const open_state: AppState = {
  phase: 'unlocked',
  try_out: false,
  keychain: 'available',
  has_device_slot: true,
  has_passphrase_slot: true,
  model: 'ready',
  problem: null,
  notices: [],
  home: '/home/nora/.local/share/keepsake',
  version: '0.1.0',
};

const code: NewRecoveryCode = {
  groups: '7K2M Q9XA 4TDV W3HN 0ZC8 RJ5P EY6B 1FGS M8T4 K0QV 9D2X A7NW H3JC 5RZE'.split(' '),
  confirm: [2, 10],
};

const detectors: [RegExp, string, string, FindingAction][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g, 'private_key', 'private key', 'block'],
  [/\b(?:\d[ -]?){15}\d\b/g, 'credit_card', 'card number', 'mask'],
  [/\+\d{2}(?: ?\d){8,11}/g, 'phone_number', 'phone number', 'seal'],
  [/[\w.]+@[\w.]+\.\w+/g, 'email', 'e-mail address', 'token'],
];

/** What the made-up model thinks belongs together. */
const close: Record<string, string[]> = {
  caffeine: ['coffee', 'roast', 'espresso', 'tea', 'moka'],
  sleep: ['bedroom', 'sleep', 'night'],
};

export const refuse = (problem: Partial<Problem> & { code: string }): Promise<never> =>
  Promise.reject({ message: '', hint: '', ...problem });

export class FakeBackend implements Backend {
  state: AppState;
  memories: MemoryView[] = [];
  settings: Settings = { theme: 'system', idle_lock_minutes: 15 };
  /** Calls in the order made, by name. */
  calls: string[] = [];
  /** The next call of this name is refused with this. */
  refusals = new Map<string, Problem>();
  passphrase = 'four words make sense';
  checked = false;
  readonly #heard = new Map<string, Set<(payload: never) => void>>();

  constructor(state: Partial<AppState> = {}, now = new Date()) {
    this.state = { ...open_state, ...state };
    this.memories = samples.map((sample, at) => {
      const created = new Date(now.getTime() - sample.age * 86_400_000 - at * 60_000).toISOString();
      const before = (days: number) =>
        new Date(now.getTime() - (sample.age + days) * 86_400_000).toISOString();
      const earlier = (sample.earlier ?? []).map((content, i) => ({
        content,
        kept_at: before(40 * (i + 1)),
      }));
      return {
        id: at.toString(16).padStart(32, '0'),
        content: sample.content,
        kind: sample.kind,
        topics: sample.topics,
        source: sample.source ?? null,
        thread: null,
        created_at: created,
        kept_at: created,
        expires_at: null,
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
    return { path: '/home/nora/Documents/keepsake-recovery.txt', memories: 0 };
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
    return this.#become({ phase: 'unlocked', problem: null });
  }

  async lock() {
    this.#called('lock');
    this.emit('hide_content', null);
    return this.#become({ phase: 'locked' });
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

  async preview(text: string): Promise<Preview> {
    this.#called('preview');
    const findings: FindingView[] = detectors
      .flatMap(([pattern, kind, label, action]) =>
        [...text.matchAll(pattern)].map((match) => {
          return { kind, label, action, start: match.index, end: match.index + match[0].length };
        }),
      )
      .sort((a, b) => a.start - b.start);
    const blocked = findings.some(({ action }) => action === 'block');
    let kept = text;
    for (const { kind, label, start, end } of [...findings].reverse()) {
      const instead = kind === 'credit_card' ? `card ••••${text.slice(end - 4, end)}` : label;
      kept = `${kept.slice(0, start)}[${instead}]${kept.slice(end)}`;
    }
    const size_bytes = new TextEncoder().encode(text).length;
    return { findings, blocked, kept_text: blocked ? '' : kept, size_bytes };
  }

  async remember(request: { content: string; kind: string | null; topics: string[] }) {
    this.#called('remember');
    const { blocked, kept_text } = await this.preview(request.content);
    if (blocked) return refuse({ code: 'blocked' });
    const at = new Date().toISOString();
    const memory: MemoryView = {
      id: (this.memories.length + 4096).toString(16).padStart(32, '0'),
      content: kept_text,
      kind: request.kind ?? 'note',
      topics: request.topics,
      source: null,
      thread: null,
      created_at: at,
      kept_at: at,
      expires_at: null,
      earlier: [],
    };
    this.memories.unshift(memory);
    this.emit('vault_changed', null);
    return memory;
  }

  async edit(id: string, request: { content: string; kind: string | null; topics: string[] }) {
    this.#called('edit');
    const old = this.#find(id);
    const { kept_text } = await this.preview(request.content);
    const now: MemoryView = {
      ...old,
      content: kept_text,
      kind: request.kind ?? old.kind,
      topics: request.topics,
      kept_at: new Date().toISOString(),
      earlier: [{ content: old.content, kept_at: old.kept_at }, ...old.earlier],
    };
    this.memories = this.memories.map((memory) => (memory.id === id ? now : memory));
    this.emit('vault_changed', null);
    return now;
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
    return { total: hits.length, offset, rows, by_meaning: this.state.model === 'ready' };
  }

  async list(filters: ListFilters, offset: number, limit: number): Promise<ListPage> {
    this.#called('list');
    const all = this.memories.filter((memory) => this.#fits(memory, filters));
    const rows = all.slice(offset, offset + limit).map((memory) => this.#row(memory, [], null));
    return { total: all.length, offset, rows, by_meaning: true };
  }

  #row(memory: MemoryView, matched: [number, number][], why: WhyFound | null): MemoryRow {
    const { id, content, kind, topics, created_at } = memory;
    return { id, excerpt: content.slice(0, 400), kind, topics, created_at, matched, why };
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

  async forget(ids: string[]) {
    this.#called('forget');
    const gone = ids.map((id) => this.#find(id));
    this.memories = this.memories.filter((memory) => !ids.includes(memory.id));
    this.emit('vault_changed', null);
    const versions = gone.reduce((sum, memory) => sum + 1 + memory.earlier.length, 0);
    return { memories: gone.length, versions, vectors: gone.length, pending: false };
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
      last_check: this.checked ? 'Whole: 40 memories and 113 entries of the trail were read and fit.' : null,
    };
  }

  async checkVault() {
    this.#called('check_vault');
    this.checked = true;
    return this.yourData();
  }

  async exportAll(format: 'json' | 'markdown') {
    this.#called(`export_all ${format}`);
    const ending = format === 'json' ? 'json' : 'md';
    return { path: `/home/nora/Documents/keepsake.${ending}`, memories: this.memories.length };
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

  async keychainAdd() {
    this.#called('keychain_add');
    return this.#become({ has_device_slot: true });
  }
}
