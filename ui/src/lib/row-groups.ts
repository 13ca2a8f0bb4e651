// The headings of a list that runs from day to day: which rows stand together, and where a heading is due. Must not know the DOM.
import type { MemoryRow } from './bindings';
import { dayHeading } from './dates';

export interface RowGroup {
  key: string;
  /** The day, or `Pinned`; empty where it is not known, as the rows are not read. */
  label: string;
  indices: number[];
  /** The group begins with its first row here, and its heading is drawn above it. */
  begins: boolean;
}

/** What a list of one kind of order knows of its rows. */
export interface Rows {
  row(index: number): MemoryRow | undefined;
  /** So many stand first because they are pinned. */
  pinned: number;
}

/** The drawn rows from `first` to `end`, by their headings. A row that is not read yet goes with the one before it. */
export function groupRows(rows: Rows, first: number, end: number, now: Date): RowGroup[] {
  const labelOf = (index: number): string => {
    if (index < rows.pinned) return 'Pinned';
    const row = rows.row(index);
    return row ? dayHeading(row.created_at, now) : '';
  };
  const groups: RowGroup[] = [];
  const seen = new Map<string, number>();
  let before = first > 0 ? labelOf(first - 1) : null;
  for (let index = first; index < end; index++) {
    const own = labelOf(index);
    const last = groups.at(-1);
    const label = own === '' && index !== rows.pinned ? (before ?? '') : own;
    if (last && last.label === label && index !== rows.pinned) last.indices.push(index);
    else {
      // Where the row before is not read, nobody can say whether the day begins here.
      const begins =
        label !== '' && (index === 0 || index === rows.pinned || (before !== '' && before !== label));
      const nth = (seen.get(label) ?? 0) + 1;
      seen.set(label, nth);
      groups.push({ key: `${label} ${nth}`, label, indices: [index], begins });
    }
    before = label;
  }
  return groups;
}
