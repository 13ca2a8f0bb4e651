// Doing one thing with many memories, in words and dates. Knows only what it is handed.
import { counted } from './amounts';
import type { MemoryRow } from './bindings';
import { goesInWords } from './dates';

/** What pinning came to. */
export function pinnedInWords(changed: number, pinned: boolean): string {
  if (changed === 0) return pinned ? 'Pinned already.' : 'Not pinned.';
  const what = changed === 1 ? '' : ` ${counted(changed, 'memory', 'memories')}`;
  return pinned ? `Pinned${what}.` : `The pin is off${what}.`;
}

export interface TopicShare {
  name: string;
  /** How many of the memories have it. */
  count: number;
}

/** The topics that the memories have, most first; written the way it was met first. */
export function topicsOf(rows: readonly MemoryRow[]): TopicShare[] {
  const shares = new Map<string, TopicShare>();
  for (const { topics } of rows) {
    for (const name of topics) {
      const share = shares.get(name.toLowerCase()) ?? { name, count: 0 };
      shares.set(name.toLowerCase(), { ...share, count: share.count + 1 });
    }
  }
  return [...shares.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** The topics of one memory after the change. */
export function retopiced(
  topics: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): string[] {
  const gone = new Set(remove.map((name) => name.toLowerCase()));
  const left = topics.filter((name) => !gone.has(name.toLowerCase()));
  const had = new Set(left.map((name) => name.toLowerCase()));
  return [...left, ...add.filter((name) => !had.has(name.toLowerCase()))];
}

/** The end of that day (YYYY-MM-DD, local time) as RFC 3339; null for what is no day. */
export function endOfDay(day: string): string | null {
  const [, year, month, date] = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!year || !month || !date) return null;
  const end = new Date(Number(year), Number(month) - 1, Number(date) + 1);
  return Number.isNaN(end.getTime()) ? null : end.toISOString();
}

/** What was done to when memories go. */
export function expiryInWords(changed: number, expires_at: string | null, now: Date): string {
  const what = counted(changed, 'memory', 'memories');
  if (expires_at === null)
    return `${what} ${changed === 1 ? 'stays' : 'stay'} until you forget ${changed === 1 ? 'it' : 'them'}.`;
  // What goes at midnight is kept through the day before.
  const last = new Date(Date.parse(expires_at) - 1).toISOString();
  return `${what} ${changed === 1 ? 'is' : 'are'} kept until ${goesInWords(last, now)}.`;
}
