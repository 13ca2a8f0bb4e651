// The arithmetic of a list too long to draw: which rows are in view, and where they lie. Rows have
// an estimated height until they are measured. Must not know the DOM.

export interface RowWindow {
  /** Index of the first row to draw. */
  first: number;
  /** Index after the last row to draw. */
  end: number;
}

/** Heights of `count` rows in pixels, kept as differences from the estimate in a Fenwick tree. */
export class RowHeights {
  #differences: Float64Array;
  #tree: Float64Array;

  constructor(
    readonly count: number,
    readonly estimate_px: number,
  ) {
    this.#differences = new Float64Array(count);
    this.#tree = new Float64Array(count + 1);
  }

  /** Height of all rows together. */
  get total_px(): number {
    return this.top(this.count);
  }

  /** Where the row begins; for `count`, where the list ends. */
  top(index: number): number {
    let sum = 0;
    for (let node = index; node > 0; node -= node & -node) sum += this.#tree[node] ?? 0;
    return index * this.estimate_px + sum;
  }

  height(index: number): number {
    return this.estimate_px + (this.#differences[index] ?? 0);
  }

  /** Notes a measured height; answers by how much the row grew. */
  measured(index: number, height_px: number): number {
    if (index < 0 || index >= this.count) return 0;
    const grown = height_px - this.height(index);
    if (grown === 0) return 0;
    this.#differences[index] = height_px - this.estimate_px;
    for (let node = index + 1; node <= this.count; node += node & -node) {
      this.#tree[node] = (this.#tree[node] ?? 0) + grown;
    }
    return grown;
  }

  /** The row that lies at this height from the top. */
  at(y_px: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= y_px) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The rows to draw for a view of `height_px` scrolled to `scroll_px`, with `spare` more on each side. */
  window(scroll_px: number, height_px: number, spare: number): RowWindow {
    if (this.count === 0) return { first: 0, end: 0 };
    const first = Math.max(0, this.at(Math.max(0, scroll_px)) - spare);
    const end = Math.min(this.count, this.at(scroll_px + height_px) + 1 + spare);
    return { first, end };
  }

  /** Where to scroll so that the row is wholly in view; the same place if it already is. */
  scrollTo(index: number, scroll_px: number, height_px: number): number {
    const top = this.top(index);
    const bottom = top + this.height(index);
    if (top < scroll_px) return top;
    if (bottom > scroll_px + height_px) return Math.min(top, bottom - height_px);
    return scroll_px;
  }
}
