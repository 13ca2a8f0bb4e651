// How well a name fits what was typed. Knows words only.

/** Lower is better. */
const fits = { start: 0, inOrder: 1, initials: 2, anyOrder: 3, across: 4 } as const;
/** A name found by another word for it stands after those found by their own. */
const by_another_word = 5;

/** How well `words` fits what was typed, lower is better; null if it does not. `also` holds other words for it. */
export function rank(typed: string, words: string, also = ''): number | null {
  const query = plain(typed).trim();
  if (query === '') return fits.start;
  const own = rankIn(query, plain(words));
  if (own !== null) return own;
  const other = also === '' ? null : rankIn(query, plain(`${words} ${also}`));
  return other === null ? null : by_another_word + other;
}

/** Those that fit, best first; equals stay in their order, those in `recent` (newest first) before others. */
export function ranked<One extends { id: string; words: string; also?: string }>(
  typed: string,
  all: readonly One[],
  recent: readonly string[] = [],
): One[] {
  const age = (id: string) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return all
    .map((one) => ({ one, rank: rank(typed, one.words, one.also) }))
    .filter((found): found is { one: One; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank || age(a.one.id) - age(b.one.id))
    .map(({ one }) => one);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '');
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function rankIn(query: string, words: string): number | null {
  if (words.startsWith(query)) return fits.start;
  const asked = wordsIn(query);
  const had = wordsIn(words);
  if (asked.length === 0) return null;
  if (areInOrder(asked, had)) return fits.inOrder;
  const letters = asked.join('');
  const initials = had.map((word) => word[0]).join('');
  if (letters.length > 1 && initials.includes(letters)) return fits.initials;
  if (asked.every((part) => had.some((word) => word.startsWith(part)))) return fits.anyOrder;
  if (asked.length === 1 && letters.length > 1 && isAcross(letters, had)) return fits.across;
  return null;
}

function areInOrder(asked: string[], had: string[]): boolean {
  let from = 0;
  for (const part of asked) {
    const at = had.findIndex((word, index) => index >= from && word.startsWith(part));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** `exsel` is the start of `export` and then of `selected`. */
function isAcross(letters: string, had: string[]): boolean {
  if (letters === '') return true;
  return had.some((word, at) => {
    for (let length = Math.min(word.length, letters.length); length > 0; length--) {
      if (!word.startsWith(letters.slice(0, length))) continue;
      if (isAcross(letters.slice(length), had.slice(at + 1))) return true;
    }
    return false;
  });
}
