// What a search asks, in words.
import type { SavedSearch } from './bindings';
import { kindsInWords } from './kinds';
import { rangeFrom, rangeInWords } from './time-ranges';

/** `coffee · Preferences · #health · Last 7 days` */
export function searchInWords({ query, kinds, topics, range }: SavedSearch): string {
  const time = rangeFrom(range);
  return [
    query,
    ...kinds.map(kindsInWords),
    ...topics.map((topic) => `#${topic}`),
    ...(time === 'any' ? [] : [rangeInWords(time, new Date())]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
