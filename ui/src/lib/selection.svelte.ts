// Which memories of the list are selected, to do one thing with all of them. Must not know what is done, nor
// how rows are drawn.
import type { MemoryRow } from './bindings';
import { Latest } from './latest';
import type { MemoryPages } from './memory-pages.svelte';

/** More are not read into a selection at once. */
export const most_at_once = 1200;

type Rows = ReadonlyMap<string, MemoryRow>;

export class Selection {
  #rows = $state.raw<Rows>(new Map());
  /** Where extending begins, and what was selected besides before it began. */
  #anchor: { index: number; id: string } | null = null;
  #base: Rows = new Map();
  /** The row that a plain click chose: the next one that is added with Ctrl joins it. */
  #clicked: MemoryRow | null = null;
  #answer = -1;
  #latest = new Latest();

  constructor(readonly pages: MemoryPages) {}

  get size(): number {
    return this.#rows.size;
  }

  /** What is selected, in the order of the list as far as that is known. */
  get rows(): MemoryRow[] {
    const at = new Map([...this.#rows.keys()].map((id) => [id, this.pages.indexOf(id)]));
    const place = (row: MemoryRow) => {
      const index = at.get(row.id) ?? -1;
      return index < 0 ? Number.MAX_SAFE_INTEGER : index;
    };
    return [...this.#rows.values()].sort((a, b) => place(a) - place(b));
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  clear(): void {
    this.#latest.dropAll();
    this.#anchor = null;
    this.#clicked = null;
    if (this.#rows.size > 0) this.#rows = new Map();
  }

  /** Another question was answered: what was selected is no longer what is seen. */
  answered(answer: number): void {
    if (answer !== this.#answer) this.clear();
    this.#answer = answer;
  }

  /** A row was chosen by a plain click. */
  chose(index: number): void {
    this.clear();
    this.#clicked = this.pages.row(index) ?? null;
    this.#setAnchor(index);
  }

  /** Selects a row, or no longer. */
  toggle(index: number): void {
    const row = this.pages.row(index);
    if (!row) return;
    this.#latest.dropAll();
    const rows = new Map(this.#rows);
    if (!rows.delete(row.id)) rows.set(row.id, row);
    this.#clicked = null;
    this.#setAnchor(index);
    this.#rows = rows;
  }

  /** The same by mouse: the row that was clicked before is part of it. */
  add(index: number): void {
    const clicked = this.#clicked;
    const row = this.pages.row(index);
    if (this.size === 0 && clicked && row && clicked.id !== row.id)
      this.#rows = new Map([[clicked.id, clicked]]);
    this.toggle(index);
  }

  /** Selects all from where it began up to this row. False when that is too far. */
  async extendTo(index: number): Promise<boolean> {
    const isCurrent = this.#latest.take();
    if (!this.#anchor) this.#setAnchor(this.pages.selected);
    if (!this.#anchor) return true;
    const known = this.pages.indexOf(this.#anchor.id);
    const from = known < 0 ? this.#anchor.index : known;
    return this.#take(Math.min(from, index), Math.max(from, index), this.#base, isCurrent);
  }

  /** Selects the whole answer, or the first of it. */
  async all(): Promise<void> {
    const isCurrent = this.#latest.take();
    await this.#take(0, Math.min(this.pages.total, most_at_once) - 1, new Map(), isCurrent);
    this.#anchor = null;
  }

  /** The list was read again: rows are as they are now, and what is gone from a list read as a whole is gone. */
  refreshed(): void {
    if (this.size === 0) return;
    const whole = this.pages.everyRow();
    const now: [string, MemoryRow][] = [];
    for (const [id, row] of this.#rows) {
      const found = this.pages.row(this.pages.indexOf(id));
      if (found || !whole) now.push([id, found ?? row]);
    }
    this.#rows = new Map(now);
  }

  /** They have been given other topics; those out of sight are not read again. */
  retopic(topicsOf: (row: MemoryRow) => string[]): void {
    this.#rows = new Map([...this.#rows].map(([id, row]) => [id, { ...row, topics: topicsOf(row) }]));
  }

  /** They were pinned, or their pins taken off. */
  repin(ids: readonly string[], pinned: boolean): void {
    this.#rows = new Map(
      [...this.#rows].map(([id, row]) => [id, ids.includes(id) ? { ...row, pinned } : row]),
    );
  }

  #setAnchor(index: number): void {
    const row = this.pages.row(index);
    this.#anchor = row ? { index, id: row.id } : null;
    this.#base = new Map(this.#rows);
    if (row) (this.#base as Map<string, MemoryRow>).delete(row.id);
  }

  async #take(first: number, last: number, base: Rows, isCurrent: () => boolean): Promise<boolean> {
    if (last - first >= most_at_once) return false;
    const taken = this.pages.rowsNow(first, last) ?? (await this.pages.rowsBetween(first, last));
    if (!isCurrent() || !taken) return true;
    this.#rows = new Map([...base, ...taken.map((row): [string, MemoryRow] => [row.id, row])]);
    return true;
  }
}
