// What the vault knows of a person, as lines: one a memory, its first sentence. Must not know the DOM.
import type { MemoryRow } from './bindings';
import type { Span } from './spans';

/** The kinds that say who somebody is, in the order of the page. */
export const profileKinds = ['preference', 'decision', 'style', 'fact'] as const;

export const profileWords: Record<(typeof profileKinds)[number], { title: string; says: string }> = {
  preference: { title: 'Preferences', says: 'What you like and what you do not' },
  decision: { title: 'Decisions', says: 'What you decided' },
  style: { title: 'Style', says: 'How you work and write' },
  fact: { title: 'Facts', says: 'What is so' },
};

export interface ProfileLine {
  id: string;
  text: string;
  placeholders: Span[];
  created_at: string;
}

export interface ProfileGroup {
  kind: (typeof profileKinds)[number];
  /** Memories of this kind, those that were replaced among them. */
  total: number;
  lines: ProfileLine[];
}

const longest = 280;

/** The first sentence of a memory, without the signs that stand before a heading or a list's line; a placeholder is never cut. */
export function firstSentence(text: string, hidden: readonly Span[]): { text: string; placeholders: Span[] } {
  const from = /^\s*(?:#{1,6}\s+|[-*+>]\s+)*/.exec(text)?.[0].length ?? 0;
  const inHidden = (at: number) => hidden.some(([start, end]) => at > start && at < end);
  const ends = /[.!?…](?=\s|$)|\n/g;
  ends.lastIndex = from;
  let to = text.length;
  let wasCut = false;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    // `Dr. Weiss` and `3. March` go on.
    const short =
      text[end.index] === '.' && /(?:^|[^\p{L}])(?:\p{Lu}\p{Ll}?|\d+)$/u.test(text.slice(from, end.index));
    if (end.index <= from || inHidden(end.index) || short) continue;
    to = text[end.index] === '\n' ? end.index : end.index + 1;
    break;
  }
  if (to - from > longest) {
    const space = text.lastIndexOf(' ', from + longest);
    to = space > from ? space : from + longest;
    const around = hidden.find(([start, end]) => start < to && to < end);
    if (around) to = around[0] > from ? around[0] : around[1];
    // Half a character is none.
    if (/[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to -= 1;
    wasCut = true;
  }
  const sentence = text.slice(from, to).trimEnd();
  return {
    text: wasCut ? `${sentence} …` : sentence,
    placeholders: hidden
      .filter(([start, end]) => start >= from && end <= from + sentence.length)
      .map(([start, end]): Span => [start - from, end - from]),
  };
}

/** The lines of rows, newest first; what another memory has replaced no longer holds. */
export function linesOf(rows: readonly MemoryRow[]): ProfileLine[] {
  return rows
    .filter((row) => !row.replaced && row.excerpt.trim() !== '')
    .map(({ id, excerpt, placeholders, created_at }) => ({
      id,
      created_at,
      ...firstSentence(excerpt, placeholders),
    }));
}

/** The groups as a text to give to an assistant. What is sealed stands in it as its placeholder. */
export function asPrompt(groups: readonly ProfileGroup[]): string {
  const parts = groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ kind, lines }) => {
      const { title } = profileWords[kind];
      return `${title}:\n${lines.map(({ text }) => `- ${text.replace(/\s+/g, ' ')}`).join('\n')}`;
    });
  return [
    'This is what I have written down about myself. Take it into account when you answer me; words in square brackets stand for something private that you are not told.',
    ...parts,
  ].join('\n\n');
}
