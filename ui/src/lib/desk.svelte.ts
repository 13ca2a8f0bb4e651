// What the parts of the main screen share while the vault is open: the view, the question, the
// filters, drafts. Made anew at each unlock and dropped at lock. Must not touch the DOM.
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type {
  Facets,
  FindingChoice,
  ForgetTier,
  ListFilters,
  MemoryRow,
  MemoryView,
  SavedSearch,
  Shelf,
} from './bindings';
import { BringingIn } from './bringing-in.svelte';
import { forgottenInWords } from './forget-words';
import { pinnedInWords } from './many-words';
import { Paced } from './latest';
import { MemoryPages } from './memory-pages.svelte';
import { placesOf, type Placeholder } from './placeholders';
import { asProblem } from './problems';
import { Selection } from './selection.svelte';
import type { Session } from './session.svelte';
import { datesOf, rangeFrom, type TimeRange } from './time-ranges';

export type View = 'memories' | 'profile' | 'data' | 'settings';

/** An edit that is not saved yet. */
export interface EditDraft {
  content: string;
  kind: string;
  /** As typed, with commas. */
  topics: string;
  /** What was chosen for what the filter found. */
  choices: FindingChoice[];
  changed: boolean;
}

/** A memory that the person is asked about before it is forgotten. */
export interface ToForget {
  id: string;
  excerpt: string;
  placeholders: Placeholder[];
}

/** What floats above the page, apart from the capture box and the question before forgetting. */
export type Floating =
  | { what: 'palette' | 'goto' | 'keys' | 'save-search' }
  | { what: 'saved-search'; search: SavedSearch }
  | { what: 'topics' | 'expires'; rows: readonly MemoryRow[] }
  /** Without rows: everything. */
  | { what: 'export'; rows: readonly MemoryRow[] | null };

/** Something that the part of the page it belongs to does as soon as it is there. */
export type Wish =
  | 'search'
  | 'read'
  | 'edit'
  | 'check'
  | 'scan'
  | 'backup'
  | 'restore'
  | 'import-file'
  | 'import-folder'
  | 'bring-back';

const recent_kept = 5;
const typing_pause_ms = 40;
const change_pause_ms = 120;

export class Desk {
  view = $state<View>('memories');
  query = $state('');
  kinds = $state.raw<string[]>([]);
  topics = $state.raw<string[]>([]);
  range = $state<TimeRange>('any');
  /** A part of the vault that is listed by itself. */
  shelf = $state<Shelf | null>(null);
  facets = $state.raw<Facets | null>(null);
  saved = $state.raw<readonly SavedSearch[]>([]);
  /** On a narrow window: the detail is shown in place of the list. */
  opened = $state(false);
  capturing = $state(false);
  /** What was typed in the capture box and not kept yet. */
  draft = $state('');
  /** The capture that waited while the vault was locked and that the draft mends; it leaves the inbox once that is kept. */
  waiting = $state<string | null>(null);
  /** What was chosen for what the filter found in the draft; goes with its text. */
  choices = $state.raw<FindingChoice[]>([]);
  /** The memories that the draft replaces, as the person said; goes with its text. */
  replaces = $state.raw<string[]>([]);
  /** A memory that is shown in the place of the chosen row: one that another one names. */
  linked = $state<string | null>(null);
  /** What the detail has read. */
  shown = $state.raw<MemoryView | null>(null);
  /** The memories that the person is asked about; never empty. */
  forgetting = $state.raw<readonly ToForget[] | null>(null);
  floating = $state.raw<Floating | null>(null);
  /** What the last export came to. */
  exported = $state.raw<readonly string[]>([]);
  /** Actions that were run from the palette, newest first, by id. */
  recent = $state.raw<readonly string[]>([]);
  /** A question of another part floats above the page: shortcuts wait. */
  asking = $state(false);
  /** Where on its page the next view begins: the id of a heading, or none. */
  anchor = $state<string | null>(null);
  edits = new SvelteMap<string, EditDraft>();
  /** Changes when memories may have changed. */
  revision = $state(0);
  pages: MemoryPages;
  selection: Selection;
  bringing: BringingIn;

  #wish = $state<Wish | null>(null);

  #typed = new Paced(typing_pause_ms);
  #changed = new Paced(change_pause_ms);

  constructor(readonly session: Session) {
    this.pages = new MemoryPages(session.backend);
    this.selection = new Selection(this.pages);
    this.bringing = new BringingIn(session.backend);
  }

  get filtered(): boolean {
    return this.kinds.length > 0 || this.topics.length > 0 || this.range !== 'any' || this.shelf !== null;
  }

  /** The memory that the detail shows. */
  get shownId(): string | null {
    return this.linked ?? this.pages.row(this.pages.selected)?.id ?? null;
  }

  /** What an action works on: what is selected, or else the chosen memory. */
  get targets(): readonly MemoryRow[] {
    if (this.selection.size > 0) return this.selection.rows;
    const { shown, linked } = this;
    if (linked !== null) return shown?.id === linked ? [rowOf(shown)] : [];
    const row = this.pages.row(this.pages.selected);
    return row ? [row] : [];
  }

  /** True while something floats above the page: other keys than its own wait. */
  get isCovered(): boolean {
    return this.capturing || this.forgetting !== null || this.asking || this.floating !== null;
  }

  /** Starts listening for changes and reads the first page; the answer stops it. */
  start(): () => void {
    let stopped = false;
    let stop = () => {};
    void this.session.backend
      .on('vault_changed', () => this.#changed.run(() => this.reread()))
      .then((stopListening) => (stopped ? stopListening() : (stop = stopListening)));
    const stopBringing = this.bringing.start();
    this.ask();
    this.#readFacets();
    this.session.backend.savedSearches().then(
      (saved) => (this.saved = saved),
      () => undefined,
    );
    return () => {
      stopped = true;
      stop();
      stopBringing();
      this.#typed.cancel();
      this.#changed.cancel();
    };
  }

  /** Text was typed into the search field. */
  type(query: string): void {
    this.query = query;
    this.opened = false;
    this.#typed.run(() => this.ask());
  }

  ask(): void {
    this.#typed.cancel();
    void this.pages
      .ask(this.query.trim(), this.#filters())
      .then(() => this.selection.answered(this.pages.answer));
  }

  narrow(change: { kinds?: string[]; topics?: string[]; range?: TimeRange; shelf?: Shelf | null }): void {
    if (change.kinds) this.kinds = change.kinds;
    if (change.topics) this.topics = change.topics;
    if (change.range) this.range = change.range;
    if (change.shelf !== undefined) this.shelf = change.shelf;
    this.opened = false;
    this.ask();
  }

  clearFilters(): void {
    this.narrow({ kinds: [], topics: [], range: 'any', shelf: null });
  }

  /** True while there is something to save: a question, or filters other than a shelf alone. */
  get canSave(): boolean {
    return (
      this.query.trim() !== '' || this.kinds.length > 0 || this.topics.length > 0 || this.range !== 'any'
    );
  }

  /** What is asked now, as it would be saved. */
  get asked(): SavedSearch {
    const { query, kinds, topics, range } = this;
    return { id: 0, name: '', query: query.trim(), kinds, topics, range };
  }

  /** Asks what a saved search asks. */
  run(search: SavedSearch): void {
    this.go('memories');
    this.query = search.query;
    const { kinds, topics } = search;
    this.narrow({ kinds, topics, range: rangeFrom(search.range), shelf: null });
  }

  /** Pins these memories, or takes their pins off. */
  async pin(ids: readonly string[], pinned: boolean): Promise<void> {
    try {
      const changed = await this.session.backend.memoriesPin([...ids], pinned);
      this.session.say(pinnedInWords(changed, pinned));
      this.selection.repin(ids, pinned);
      this.reread();
    } catch (thrown) {
      this.session.say(asProblem(thrown).message);
    }
  }

  /** `anchor` names the heading to go to on that page. */
  go(view: View, anchor: string | null = null): void {
    this.view = view;
    this.anchor = anchor;
    this.#wish = null;
    this.opened = false;
  }

  float(what: Floating | null): void {
    this.floating = what;
  }

  wish(what: Wish): void {
    this.#wish = what;
  }

  /** True once for whoever can grant it. */
  grants(what: Wish): boolean {
    if (this.#wish !== what) return false;
    this.#wish = null;
    return true;
  }

  /** Goes to one memory: to its row if it is listed. */
  read(id: string): void {
    const at = this.pages.indexOf(id);
    if (at < 0) return this.link(id);
    this.go('memories');
    this.pages.select(at);
    this.linked = null;
    this.opened = true;
    this.wish('read');
  }

  /** Shows a memory in the place of the chosen row. */
  link(id: string): void {
    this.go('memories');
    this.linked = id;
    this.opened = true;
    this.wish('read');
  }

  /** Notes that an action was run from the palette. */
  ran(id: string): void {
    this.recent = [id, ...this.recent.filter((other) => other !== id)].slice(0, recent_kept);
  }

  /** Reads again what is on the page, as memories may have changed. */
  reread(): void {
    this.revision += 1;
    void this.pages.refresh().then(() => {
      this.selection.answered(this.pages.answer);
      this.selection.refreshed();
    });
    this.#readFacets();
  }

  /** Asks whether these memories should be forgotten. */
  askToForget(rows: readonly MemoryRow[]): void {
    if (rows.length === 0) return;
    this.forgetting = rows.map(({ id, excerpt, placeholders }) => ({
      id,
      excerpt,
      placeholders: placesOf(placeholders),
    }));
  }

  /** Forgets them and says what went. Throws a problem if it could not. */
  async forget(ids: string[], tier: ForgetTier): Promise<void> {
    const { backend } = this.session;
    const gone = await backend.forget(ids, tier);
    ids.forEach((id) => this.edits.delete(id));
    if (ids.some((id) => this.selection.has(id))) this.selection.clear();
    this.forgetting = null;
    this.opened = false;
    this.session.say(forgottenInWords(gone));
    this.reread();
  }

  /** `hides` is true when the text has placeholders: they are copied, never what they stand for. */
  async copy(id: string, hides: boolean): Promise<void> {
    try {
      await this.session.backend.copyText(id);
      this.session.say(hides ? 'Copied. What is hidden stays hidden.' : 'Copied.');
    } catch (thrown) {
      this.session.say(asProblem(thrown).message);
    }
  }

  #filters(): ListFilters {
    const { kinds, topics, shelf } = this;
    return { kinds, topics, shelf, ...datesOf(this.range, new Date()) };
  }

  #readFacets(): void {
    this.session.backend.facets().then(
      (facets) => (this.facets = facets),
      () => undefined,
    );
  }
}

const excerpt_characters = 400;

/** The row of a memory that is not listed. */
function rowOf(memory: MemoryView): MemoryRow {
  const { id, content, kind, topics, created_at, placeholders, replaced_by, pinned, expires_at } = memory;
  return {
    id,
    excerpt: content.slice(0, excerpt_characters),
    kind,
    topics,
    created_at,
    matched: [],
    placeholders: placeholders
      .filter(({ end }) => end <= excerpt_characters)
      .map(({ start, end }): [number, number] => [start, end]),
    why: null,
    replaced: replaced_by !== null,
    pinned,
    expires_at,
  };
}

export const [getDesk, setDesk] = createContext<Desk>();
