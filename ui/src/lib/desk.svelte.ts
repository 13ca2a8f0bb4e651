// What the parts of the main screen share while the vault is open: the view, the question, the
// filters, drafts. Made anew at each unlock and dropped at lock. Must not touch the DOM.
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Facets, FindingChoice, ForgetTier, ListFilters } from './bindings';
import { BringingIn } from './bringing-in.svelte';
import { forgottenInWords } from './forget-words';
import { Paced } from './latest';
import { MemoryPages } from './memory-pages.svelte';
import { placesOf, type Placeholder } from './placeholders';
import { asProblem } from './problems';
import type { Session } from './session.svelte';
import { datesOf, type TimeRange } from './time-ranges';

export type View = 'memories' | 'data' | 'settings';

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

const typing_pause_ms = 40;
const change_pause_ms = 120;

export class Desk {
  view = $state<View>('memories');
  query = $state('');
  kinds = $state.raw<string[]>([]);
  topics = $state.raw<string[]>([]);
  range = $state<TimeRange>('any');
  facets = $state.raw<Facets | null>(null);
  /** On a narrow window: the detail is shown in place of the list. */
  opened = $state(false);
  capturing = $state(false);
  /** What was typed in the capture box and not kept yet. */
  draft = $state('');
  /** What was chosen for what the filter found in the draft; goes with its text. */
  choices = $state.raw<FindingChoice[]>([]);
  /** The memories that the draft replaces, as the person said; goes with its text. */
  replaces = $state.raw<string[]>([]);
  /** A memory that is shown in the place of the chosen row: one that another one names. */
  linked = $state<string | null>(null);
  forgetting = $state.raw<ToForget | null>(null);
  /** A question of another part floats above the page: shortcuts wait. */
  asking = $state(false);
  /** Where on its page the next view begins: the id of a heading, or none. */
  anchor = $state<string | null>(null);
  edits = new SvelteMap<string, EditDraft>();
  /** Changes when memories may have changed. */
  revision = $state(0);
  pages: MemoryPages;
  bringing: BringingIn;

  #typed = new Paced(typing_pause_ms);
  #changed = new Paced(change_pause_ms);

  constructor(readonly session: Session) {
    this.pages = new MemoryPages(session.backend);
    this.bringing = new BringingIn(session.backend);
  }

  get filtered(): boolean {
    return this.kinds.length > 0 || this.topics.length > 0 || this.range !== 'any';
  }

  /** The memory that the detail shows. */
  get shownId(): string | null {
    return this.linked ?? this.pages.row(this.pages.selected)?.id ?? null;
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
    void this.pages.ask(this.query.trim(), this.#filters());
  }

  narrow(change: { kinds?: string[]; topics?: string[]; range?: TimeRange }): void {
    if (change.kinds) this.kinds = change.kinds;
    if (change.topics) this.topics = change.topics;
    if (change.range) this.range = change.range;
    this.opened = false;
    this.ask();
  }

  clearFilters(): void {
    this.narrow({ kinds: [], topics: [], range: 'any' });
  }

  /** `anchor` names the heading to go to on that page. */
  go(view: View, anchor: string | null = null): void {
    this.view = view;
    this.anchor = anchor;
    this.opened = false;
  }

  /** Reads again what is on the page, as memories may have changed. */
  reread(): void {
    this.revision += 1;
    void this.pages.refresh();
    this.#readFacets();
  }

  /** Asks whether the chosen memory should be forgotten. */
  askToForget(): void {
    const row = this.pages.row(this.pages.selected);
    if (!row) return;
    this.forgetting = { id: row.id, excerpt: row.excerpt, placeholders: placesOf(row.placeholders) };
  }

  /** Forgets it and says what went. Throws a problem if it could not. */
  async forget(id: string, tier: ForgetTier): Promise<void> {
    const { backend } = this.session;
    const gone = await backend.forget([id], tier);
    this.edits.delete(id);
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
    return { kinds: this.kinds, topics: this.topics, ...datesOf(this.range, new Date()) };
  }

  #readFacets(): void {
    this.session.backend.facets().then(
      (facets) => (this.facets = facets),
      () => undefined,
    );
  }
}

export const [getDesk, setDesk] = createContext<Desk>();
