// The time filter's choices and the dates they stand for. Knows only the clock it is handed.
import type { ListFilters } from './bindings';
import { dayInWords, isoDay } from './dates';

/** One of the choices, or one week by its first day. */
export type TimeRange = 'any' | 'today' | 'week' | 'month' | 'year' | 'last_year' | `week:${string}`;

export const timeRanges: { range: TimeRange; label: string }[] = [
  { range: 'any', label: 'Any time' },
  { range: 'today', label: 'Today' },
  { range: 'week', label: 'Last 7 days' },
  { range: 'month', label: 'Last 30 days' },
  { range: 'year', label: 'This year' },
  { range: 'last_year', label: 'Last year' },
];

/** The first day that counts and the first that no longer does. */
export function datesOf(range: TimeRange, now: Date): Pick<ListFilters, 'after' | 'before'> {
  const daysAgo = (days: number) => isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
  const newYear = (year: number) => isoDay(new Date(year, 0, 1));
  const week = weekOf(range);
  if (week) return { after: week, before: isoDay(daysAfter(week, 7)) };
  switch (range) {
    case 'any':
      return { after: null, before: null };
    case 'today':
      return { after: daysAgo(0), before: null };
    case 'week':
      return { after: daysAgo(6), before: null };
    case 'month':
      return { after: daysAgo(29), before: null };
    case 'year':
      return { after: newYear(now.getFullYear()), before: null };
    case 'last_year':
      return { after: newYear(now.getFullYear() - 1), before: newYear(now.getFullYear()) };
    default:
      return { after: null, before: null };
  }
}

/** The first day of the week that a range stands for (YYYY-MM-DD), or null for all others. */
export function weekOf(range: TimeRange): string | null {
  return /^week:(\d{4}-\d{2}-\d{2})$/.exec(range)?.[1] ?? null;
}

/** The words of a range, as a chip says them. */
export function rangeInWords(range: TimeRange, now: Date): string {
  const week = weekOf(range);
  if (week) return `Week of ${dayInWords(`${week}T12:00:00`, new Date(now.getTime() + 1e12))}`;
  return timeRanges.find((one) => one.range === range)?.label ?? 'Any time';
}

/** The first days of the last `count` weeks, the current one last, and the day after it: Mondays all, as YYYY-MM-DD. */
export function weekStarts(now: Date, count: number): string[] {
  const back = (now.getDay() + 6) % 7;
  return Array.from({ length: count + 1 }, (_, at) =>
    isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - back - 7 * (count - 1 - at))),
  );
}

/** A range that was kept as text, or none if it is no range. */
export function rangeFrom(text: string): TimeRange {
  const known = timeRanges.find(({ range }) => range === text)?.range;
  return known ?? (weekOf(text as TimeRange) ? (text as TimeRange) : 'any');
}

function daysAfter(day: string, days: number): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date! + days);
}
