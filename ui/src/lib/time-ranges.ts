// The time filter's choices and the dates they stand for. Knows only the clock it is handed.
import type { ListFilters } from './bindings';
import { isoDay } from './dates';

export type TimeRange = 'any' | 'today' | 'week' | 'month' | 'year' | 'last_year';

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
  }
}
