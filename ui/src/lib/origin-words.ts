// Where a memory came from, in words.
import type { MemoryView } from './bindings';

/** `quick capture, in this window`, `notes.md, by another program`; what is not known is not said. */
export function cameFrom({ source, arrival }: Pick<MemoryView, 'source' | 'arrival'>): string {
  const by = arrival?.by_window;
  if (by === null || by === undefined) return source ?? 'not noted';
  if (by) return source ? `${source}, through this window` : 'typed here';
  return source ? `${source}, through another program` : 'another program';
}

/** True for what is older than its coming into the vault: it was imported, or captured with a date. */
export function importedLater({ created_at, arrival }: Pick<MemoryView, 'created_at' | 'arrival'>): boolean {
  return arrival !== null && Date.parse(arrival.at) - Date.parse(created_at) > 60_000;
}
