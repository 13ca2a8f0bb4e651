// The list of memories as far as it was read: pages of 60 rows, fetched when they come into view,
// for one question and one set of filters at a time, and which row is chosen. Must not know how rows
// are drawn.
import type { Backend } from './backend';
import type { ListFilters, ListPage, MemoryRow, Problem } from './bindings';
import { Latest } from './latest';
import { asProblem } from './problems';

export const page_rows = 60;
const kept_pages_each_side = 6;
/** After so long a question is asked again while not every memory is read. */
const again_ms = 400;

export const noFilters: ListFilters = { kinds: [], topics: [], after: null, before: null, shelf: null };

export class MemoryPages {
  total = $state(0);
  /** So many of them stand first because they are pinned. */
  pinned = $state(0);
  /** False when only words were searched. */
  byMeaning = $state(true);
  /** Memories that were looked through, and all there are: fewer for a moment after unlocking a large vault. */
  loaded = $state.raw({ done: 0, of: 0 });
  /** `waiting` until the first answer. */
  status = $state<'waiting' | 'ready' | 'failed'>('waiting');
  problem = $state.raw<Problem | null>(null);
  /** The question and filters that the rows answer. */
  answered = $state.raw<{ query: string; filters: ListFilters }>({ query: '', filters: noFilters });
  /** Index of the chosen row. It stays with its memory when others come or go. */
  selected = $state(0);
  /** Changes with every new answer to a question: heights and scroll start anew. */
  answer = $state(0);

  #pages = $state.raw<ReadonlyMap<number, MemoryRow[]>>(new Map());
  #asked = new Set<number>();
  #latest = new Latest();
  /** Stands for the answer that is shown: pages that belong to another one are not taken in. */
  #shown = {};
  /** A question that was asked and not answered yet. */
  #wanted: { query: string; filters: ListFilters } | null = null;
  #inView = { first: 0, end: page_rows };

  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly backend: Backend) {}

  /** False while the answer leaves out memories that are not read yet: it is asked for again until it is whole. */
  get isWhole(): boolean {
    return this.loaded.done >= this.loaded.of;
  }

  row(index: number): MemoryRow | undefined {
    return this.#pages.get(Math.floor(index / page_rows))?.[index % page_rows];
  }

  /** The index of a memory among the rows that are read, or -1. */
  indexOf(id: string): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * page_rows + at;
    }
    return -1;
  }

  /** The rows from `first` to `last`, if all of them are read. */
  rowsNow(first: number, last: number): MemoryRow[] | null {
    const rows: MemoryRow[] = [];
    for (let index = first; index <= last; index++) {
      const row = this.row(index);
      if (!row) return null;
      rows.push(row);
    }
    return rows;
  }

  /** The same, with those that are missing fetched; null when another answer came meanwhile or they cannot be read. */
  async rowsBetween(first: number, last: number): Promise<MemoryRow[] | null> {
    const shown = this.#shown;
    const { query, filters } = this.answered;
    const rows: MemoryRow[] = [];
    try {
      for (const page of this.#pagesOf(first, last + 1)) {
        const known = this.#pages.get(page) ?? (await this.#fetch(query, filters, page)).rows;
        if (shown !== this.#shown) return null;
        rows.push(...known);
      }
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return null;
    }
    const start = Math.floor(first / page_rows) * page_rows;
    return rows.slice(first - start, last - start + 1);
  }

  /** True if no row of the answer is unread. */
  everyRow(): boolean {
    return this.rowsNow(0, this.total - 1) !== null;
  }

  select(index: number): void {
    this.selected = Math.max(0, Math.min(index, this.total - 1));
  }

  /** Asks a new question. What is shown stays until the answer is here; late answers are dropped. */
  async ask(query: string, filters: ListFilters): Promise<void> {
    this.#inView = { first: 0, end: page_rows };
    this.#wanted = { query, filters };
    await this.#load(query, filters, [0], () => {
      this.selected = 0;
      this.answer += 1;
    });
  }

  /** Reads again what is in view, as something was kept, changed or forgotten. */
  async refresh(): Promise<void> {
    if (this.#wanted) return this.ask(this.#wanted.query, this.#wanted.filters);
    const { query, filters } = this.answered;
    const chosen = this.row(this.selected)?.id;
    const inView = this.#pagesOf(this.#inView.first, this.#inView.end);
    await this.#load(query, filters, inView, () => {
      const now_at = chosen ? this.indexOf(chosen) : -1;
      this.select(now_at < 0 ? this.selected : now_at);
    });
  }

  /** Fetches the pages of these rows if they are missing, and lets go of those far away. */
  ensure(first: number, end: number): void {
    this.#inView = { first, end };
    const near = this.#pagesOf(first, end);
    const shown = this.#shown;
    const { query, filters } = this.answered;
    for (const page of near) {
      if (this.#pages.has(page) || this.#asked.has(page) || page * page_rows >= this.total) continue;
      this.#asked.add(page);
      this.#fetch(query, filters, page).then(
        (answer) => {
          if (shown !== this.#shown) return;
          this.#asked.delete(page);
          this.#keep(page, answer.rows);
        },
        (thrown) => {
          if (shown !== this.#shown) return;
          this.#asked.delete(page);
          this.problem = asProblem(thrown);
        },
      );
    }
  }

  #keep(page: number, rows: MemoryRow[]): void {
    const [low, high] = [this.#inView.first, this.#inView.end].map((row) => Math.floor(row / page_rows));
    const pages = [...this.#pages].filter(
      ([at]) => at >= low! - kept_pages_each_side && at <= high! + kept_pages_each_side,
    );
    this.#pages = new Map([...pages, [page, rows]]);
  }

  async #load(query: string, filters: ListFilters, pages: number[], taken: () => void): Promise<void> {
    const isCurrent = this.#latest.take();
    try {
      const answers = await Promise.all(pages.map((page) => this.#fetch(query, filters, page)));
      if (!isCurrent()) return;
      this.#shown = {};
      this.#wanted = null;
      this.#asked.clear();
      this.#pages = new Map(answers.map((answer, at) => [pages[at]!, answer.rows]));
      this.total = answers[0]!.total;
      this.pinned = answers[0]!.pinned;
      this.byMeaning = answers[0]!.by_meaning;
      this.loaded = { done: answers[0]!.loaded, of: answers[0]!.memories };
      this.answered = { query, filters };
      this.problem = null;
      this.status = 'ready';
      taken();
      clearTimeout(this.#again);
      if (!this.isWhole) this.#again = setTimeout(() => void this.refresh(), again_ms);
    } catch (thrown) {
      if (!isCurrent()) return;
      this.#wanted = null;
      this.problem = asProblem(thrown);
      if (this.status === 'waiting') this.status = 'failed';
    }
  }

  #fetch(query: string, filters: ListFilters, page: number): Promise<ListPage> {
    const offset = page * page_rows;
    return query === ''
      ? this.backend.list(filters, offset, page_rows)
      : this.backend.search(query, filters, offset, page_rows);
  }

  #pagesOf(first: number, end: number): number[] {
    const low = Math.floor(first / page_rows);
    const high = Math.floor(Math.max(first, end - 1) / page_rows);
    return Array.from({ length: high - low + 1 }, (_, at) => low + at);
  }
}
