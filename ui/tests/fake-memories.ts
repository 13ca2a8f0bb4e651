// The part of the made-up program that keeps, finds, changes and forgets memories.
import type {
  AppState,
  CaptureRequest,
  CareView,
  Facets,
  FindingChoice,
  ForgetCounts,
  ForgetTier,
  ForgetView,
  ListFilters,
  LinkedMemory,
  ListPage,
  SavedSearch,
  MemoryRow,
  MemoryView,
  PlaceholderView,
  Preview,
  SimilarMemory,
  WhyFound,
} from '../src/lib/bindings';
import { retopiced } from '../src/lib/many-words';
import { FakeFilter, type Kept } from './fake-filter';
import { FakeProgram, refuse } from './fake-program';
import { samples } from './sample';

/** What the made-up model thinks belongs together. */
const close: Record<string, string[]> = {
  caffeine: ['coffee', 'roast', 'espresso', 'tea', 'moka'],
  sleep: ['bedroom', 'sleep', 'night'],
};

const linkTo = ({ id, content, created_at }: MemoryView): LinkedMemory => ({
  id,
  excerpt: content,
  placeholders: [],
  created_at,
});

export class FakeMemories extends FakeProgram {
  memories: MemoryView[] = [];
  /** Memories that a search does not look through yet. */
  not_read_yet = 0;
  filter = new FakeFilter();
  /** What memories hide, by memory: the page gets none of it but through `reveal`. */
  originals = new Map<string, Map<number, string>>();
  /** Backups; the folder that is chosen in the system's dialog, and the backup: null when it is cancelled. */
  care: CareView = {
    folder: null,
    automatic: false,
    backups: [],
    expired_held: 0,
    backups_held: 0,
    rules: [],
  };

  constructor(state: Partial<AppState> = {}, now = new Date()) {
    super(state);
    this.memories = samples.map((sample, at) => {
      const created = new Date(now.getTime() - sample.age * 86_400_000 - at * 60_000).toISOString();
      const before = (days: number) =>
        new Date(now.getTime() - (sample.age + days) * 86_400_000).toISOString();
      const earlier = (sample.earlier ?? []).map((content, i) => ({
        content,
        id: `e${at}v${i}`.padEnd(32, '0'),
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
        arrival: { by_window: true, at: created },
        pinned: false,
        replaced_by: null,
        replaces: [],
        earlier,
      };
    });
    this.memories.sort((a, b) => b.created_at.localeCompare(a.created_at));
  }

  protected kept(memory: MemoryView): Kept {
    const { content: text, placeholders, id } = memory;
    return { text, placeholders, originals: this.originals.get(id) ?? new Map() };
  }

  async preview(text: string, choices: readonly FindingChoice[], id: string | null): Promise<Preview> {
    this.called('preview');
    return this.filter.preview(text, choices, id ? this.kept(this.find(id)) : null);
  }

  /** What the made-up model finds alike: the same first word is the same subject, the same text is the same. */
  async similar(text: string, id: string | null): Promise<SimilarMemory[]> {
    this.called('similar');
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
    this.called('replace');
    this.find(older).replaced_by = linkTo(this.find(newer));
    return this.find(older);
  }

  async holdBoth(older: string) {
    this.called('hold_both');
    this.memories = this.memories.map((one) => ({
      ...one,
      replaced_by: one.id === older ? null : one.replaced_by,
      replaces: one.replaces.filter(({ id }) => id !== older),
    }));
    this.emit('vault_changed', null);
    return this.find(older);
  }

  async remember(request: CaptureRequest) {
    this.called('remember');
    const { content, choices, for_an_hour } = request;
    const hours = for_an_hour ? 1 : request.expires_in_hours;
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
      expires_at: hours ? new Date(now.getTime() + hours * 3_600_000).toISOString() : null,
      arrival: { by_window: true, at },
      pinned: false,
      replaced_by: null,
      replaces: request.replaces.map((older) => linkTo(this.find(older))),
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
    this.called('edit');
    const old = this.find(id);
    const kept = this.filter.keep(request.content, request.choices, this.kept(old), request.for_an_hour);
    const before = old.placeholders.map((one) => ({ ...one, original: null }));
    const now: MemoryView = {
      ...old,
      content: kept.text,
      placeholders: kept.placeholders,
      kind: request.kind ?? old.kind,
      topics: request.topics,
      kept_at: new Date().toISOString(),
      earlier: [
        {
          id: `f${old.earlier.length}${id}`.slice(0, 32),
          content: old.content,
          placeholders: before,
          kept_at: old.kept_at,
        },
        ...old.earlier,
      ],
    };
    this.originals.set(id, kept.originals);
    this.memories = this.memories.map((memory) => (memory.id === id ? now : memory));
    this.emit('vault_changed', null);
    return now;
  }

  async reveal(id: string, original: number, passphrase: string | null): Promise<string> {
    this.called('reveal');
    const value = this.originals.get(id)?.get(original);
    if (value === undefined) return refuse({ code: 'not_found' });
    if (this.filter.settings.reveal_asks === 'passphrase') {
      await this.expectPassphrase(passphrase);
    } else if (!this.asked_since_unlock) {
      if (!this.saysYes) return refuse({ code: 'cancelled' });
      this.asked_since_unlock = true;
    }
    return value;
  }

  protected find(id: string): MemoryView {
    const memory = this.memories.find((candidate) => candidate.id === id);
    if (!memory) throw { code: 'not_found', message: '', hint: '' };
    return memory;
  }

  protected goesSoon(memory: MemoryView): boolean {
    return memory.expires_at !== null && Date.parse(memory.expires_at) - Date.now() < 14 * 86_400_000;
  }

  protected fits(memory: MemoryView, filters: ListFilters): boolean {
    const day = memory.created_at.slice(0, 10);
    return (
      (filters.kinds.length === 0 || filters.kinds.includes(memory.kind)) &&
      filters.topics.every((topic) => memory.topics.includes(topic)) &&
      (!filters.after || day >= filters.after) &&
      (!filters.before || day < filters.before) &&
      (filters.shelf !== 'pinned' || memory.pinned) &&
      (filters.shelf !== 'expiring_soon' || this.goesSoon(memory))
    );
  }

  async search(query: string, filters: ListFilters, offset: number, limit: number): Promise<ListPage> {
    this.called('search');
    const words = query.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    const near = words.flatMap((word) => close[word] ?? []);
    const hits = this.memories
      .filter((memory) => this.fits(memory, filters))
      .map((memory) => {
        const text = memory.content.toLowerCase();
        const matched = words
          .filter((word) => text.includes(word))
          .map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length]);
        const meaning = near.filter((word) => text.includes(word)).length;
        const why: WhyFound = matched.length === 0 ? 'meaning' : meaning > 0 ? 'both' : 'words';
        return { row: this.rowOf(memory, matched, why), score: matched.length + 0.8 * meaning };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const rows = hits.slice(offset, offset + limit).map(({ row }) => row);
    return {
      total: hits.length,
      offset,
      pinned: 0,
      rows,
      by_meaning: this.state.model === 'ready',
      ...this.readSoFar(),
    };
  }

  async list(filters: ListFilters, offset: number, limit: number): Promise<ListPage> {
    this.called('list');
    const fitting = this.memories.filter((memory) => this.fits(memory, filters));
    const { kinds, topics, after, before, shelf } = filters;
    const isWhole = kinds.length + topics.length === 0 && !after && !before && !shelf;
    const onTop = isWhole ? fitting.filter((memory) => memory.pinned) : [];
    const all = [...onTop, ...fitting.filter((memory) => !onTop.includes(memory))];
    const rows = all.slice(offset, offset + limit).map((memory) => this.rowOf(memory, [], null));
    const pinned = onTop.length;
    return { total: all.length, offset, pinned, rows, by_meaning: true, ...this.readSoFar() };
  }

  /** As many memories as are read: all, unless a test holds some back. */
  protected readSoFar(): { loaded: number; memories: number } {
    const memories = this.memories.length;
    return { loaded: memories - this.not_read_yet, memories };
  }

  protected rowOf(memory: MemoryView, matched: [number, number][], why: WhyFound | null): MemoryRow {
    const { id, content, kind, topics, created_at, pinned, expires_at } = memory;
    const places = memory.placeholders
      .filter(({ end }) => end <= 400)
      .map(({ start, end }): [number, number] => [start, end]);
    const replaced = memory.replaced_by !== null;
    return { id, excerpt: content.slice(0, 400), kind, topics, created_at, matched, placeholders: places, why, replaced, pinned, expires_at }; // prettier-ignore
  }

  async show(id: string) {
    this.called('show');
    return this.find(id);
  }

  async facets(): Promise<Facets> {
    const count = (names: string[]) => {
      const counts = new Map<string, number>();
      names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
      return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
    };
    return {
      total: this.memories.length,
      pinned: this.memories.filter(({ pinned }) => pinned).length,
      expiring_soon: this.memories.filter((memory) => this.goesSoon(memory)).length,
      kinds: count(this.memories.map((memory) => memory.kind)),
      topics: count(this.memories.flatMap((memory) => memory.topics)),
    };
  }

  protected forgot(part: Partial<ForgetView>): ForgetView {
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

  async forgetCounts(ids: string[]): Promise<ForgetCounts> {
    const versions = ids.reduce((sum, id) => sum + 1 + this.find(id).earlier.length, 0);
    const backups = this.care.backups.length;
    const backups_until =
      this.care.backups
        .map(({ kept_until }) => kept_until)
        .sort()
        .at(-1) ?? null;
    return { versions, vectors: ids.length, originals: 0, backups, backups_until };
  }

  async forgetEarlier(id: string, tier: ForgetTier): Promise<ForgetView> {
    this.called(`forget_earlier ${tier}`);
    const memory = this.find(id);
    const versions = memory.earlier.length;
    this.memories = this.memories.map((one) => (one.id === id ? { ...one, earlier: [] } : one));
    return this.forgot({ memories: 0, versions, tier });
  }

  async forget(ids: string[], tier: ForgetTier) {
    this.called(tier === 'removed' ? 'forget' : `forget ${tier}`);
    const gone = ids.map((id) => this.find(id));
    this.memories = this.memories.filter((memory) => !ids.includes(memory.id));
    this.emit('vault_changed', null);
    const versions = gone.reduce((sum, memory) => sum + 1 + memory.earlier.length, 0);
    return this.forgot({ memories: gone.length, versions, vectors: gone.length, tier });
  }

  async copyText(_id: string) {
    this.called('copy_text');
  }

  async copyOriginal(text: string) {
    this.called('copy_original');
    this.copied.push(text);
  }

  /** What was put on the clipboard and what was opened outside. */
  copied: string[] = [];
  visited: string[] = [];
  saved: SavedSearch[] = [];
  /** What the made-up model finds about the same, by memory. */
  near = new Map<string, string[]>();

  async textCopy(text: string) {
    this.called('text_copy');
    this.copied.push(text);
  }

  async linkOpen(address: string) {
    this.called('link_open');
    if (!/^(https?|mailto):/i.test(address)) return refuse({ code: 'bad_input', message: 'Not this one.' });
    this.visited.push(address);
  }

  async related(id: string): Promise<LinkedMemory[]> {
    this.called('related');
    return (this.near.get(id) ?? []).map((other) => linkTo(this.find(other)));
  }

  async versionRestore(id: string, version: string, choices: readonly FindingChoice[]) {
    this.called('version_restore');
    const memory = this.find(id);
    const found = memory.earlier.find((one) => one.id === version);
    if (!found) return refuse({ code: 'not_found', message: 'This version is gone.' });
    const { kind, topics } = memory;
    return this.edit(id, {
      content: found.content,
      kind,
      topics,
      choices: [...choices],
      for_an_hour: false,
      expires_in_hours: null,
      replaces: [],
    });
  }

  async capturesByWeek(days: string[]): Promise<number[]> {
    this.called('captures_by_week');
    return days
      .slice(1)
      .map(
        (to, at) =>
          this.memories.filter(
            ({ created_at }) => created_at.slice(0, 10) >= days[at]! && created_at.slice(0, 10) < to,
          ).length,
      );
  }

  async memoriesPin(ids: string[], pinned: boolean): Promise<number> {
    this.called(`memories_pin ${pinned}`);
    const changed = ids.filter((id) => this.find(id).pinned !== pinned);
    this.memories = this.memories.map((one) => (ids.includes(one.id) ? { ...one, pinned } : one));
    this.emit('vault_changed', null);
    return changed.length;
  }

  async savedSearches() {
    this.called('saved_searches');
    return this.saved;
  }

  async searchSave(search: SavedSearch) {
    this.called('search_save');
    return (this.saved = [...this.saved, { ...search, id: this.saved.length + 1 }]);
  }

  async searchRename(id: number, name: string) {
    this.called('search_rename');
    return (this.saved = this.saved.map((one) => (one.id === id ? { ...one, name } : one)));
  }

  async searchDelete(id: number) {
    this.called('search_delete');
    return (this.saved = this.saved.filter((one) => one.id !== id));
  }

  async memoriesTag(ids: string[], add: string[], remove: string[]): Promise<number> {
    this.called(`memories_tag +${add.join(',')} -${remove.join(',')}`);
    ids.forEach((id) => this.find(id));
    this.memories = this.memories.map((memory) =>
      ids.includes(memory.id) ? { ...memory, topics: retopiced(memory.topics, add, remove) } : memory,
    );
    this.emit('vault_changed', null);
    return ids.length;
  }

  async memoriesExpire(ids: string[], expiresAt: string | null): Promise<number> {
    this.called('memories_expire');
    ids.forEach((id) => this.find(id));
    this.memories = this.memories.map((memory) =>
      ids.includes(memory.id) ? { ...memory, expires_at: expiresAt } : memory,
    );
    this.emit('vault_changed', null);
    return ids.length;
  }
}
