// What is said about a stretch of kept text that stands for something hidden. Where it stands comes from
// the program; must not look for it in the words.
import type { PlaceholderView } from './bindings';
import type { Span } from './spans';

/** Its place, and what is known of it. A row of a list knows the place alone. */
export type Placeholder = Pick<PlaceholderView, 'start' | 'end'> & Partial<PlaceholderView>;

/** Places alone, as a row has them. */
export function placesOf(spans: readonly Span[]): Placeholder[] {
  return spans.map(([start, end]) => ({ start, end }));
}

/** What the chip says: the text as it stands, without the brackets around it. */
export function chipWords(text: string): string {
  return text.replace(/^\[(.+)\]$/s, '$1');
}

/** What the chip is, for whoever rests on it. */
export function chipTitle(placeholder: Placeholder): string {
  const what = placeholder.label ?? 'value';
  switch (placeholder.action) {
    case 'seal':
      return placeholder.original === null
        ? `The ${what} is hidden. It cannot be shown from here.`
        : `The ${what} is hidden. Only you can show it; programs see this.`;
    case 'token':
      return `A code in place of the ${what}. You can search for it; nobody can read it back.`;
    case 'mask':
      return `The ${what} was left out for good. It was not stored.`;
    default:
      return 'The privacy filter put this in place of something private.';
  }
}

/**
 * What an edit does to what the memory hides: each of `before` is found again in `now`, or is gone.
 * Sealed ones are known by their number, tokens by their first characters; what was left out for good
 * has neither and is only text.
 */
export function carriedOver(
  before: readonly PlaceholderView[],
  now: readonly PlaceholderView[],
): { stays: PlaceholderView[]; goes: PlaceholderView[] } {
  const left = [...now];
  const stays: PlaceholderView[] = [];
  const goes: PlaceholderView[] = [];
  for (const one of before) {
    if (one.original === null && one.token === '') continue;
    const at = left.findIndex((other) =>
      one.original !== null
        ? other.original === one.original
        : other.original === null && other.kind === one.kind && other.token === one.token,
    );
    if (at >= 0) left.splice(at, 1);
    (at >= 0 ? stays : goes).push(one);
  }
  return { stays, goes };
}
