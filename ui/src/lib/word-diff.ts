// What changed between two texts, word by word. A placeholder is one word, whatever it says. Must not know the DOM.
import type { Placeholder } from './placeholders';

/** A stretch of either text; `was` and `is` for what only one of them has. */
export interface Change {
  how: 'same' | 'was' | 'is';
  text: string;
  /** What the stretch stands for, if it is a placeholder. */
  placeholder?: Placeholder;
}

interface Word {
  text: string;
  placeholder?: Placeholder;
}

/** More pairs of words than this are not compared one by one. */
const most_pairs = 4_000_000;
const words_of = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

function wordsOf(text: string, placeholders: readonly Placeholder[]): Word[] {
  const words: Word[] = [];
  const cut = (part: string) => words.push(...(part.match(words_of) ?? []).map((word) => ({ text: word })));
  let at = 0;
  for (const placeholder of [...placeholders].sort((a, b) => a.start - b.start)) {
    if (placeholder.start < at || placeholder.end > text.length) continue;
    cut(text.slice(at, placeholder.start));
    words.push({ text: text.slice(placeholder.start, placeholder.end), placeholder });
    at = placeholder.end;
  }
  cut(text.slice(at));
  return words;
}

const same = (a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && a.text === b.text && !a.placeholder === !b.placeholder;

/** The way from `before` to `after`. Of very long texts that share little, all that differs is one change. */
export function changesBetween(
  before: string,
  after: string,
  hiddenBefore: readonly Placeholder[] = [],
  hiddenAfter: readonly Placeholder[] = [],
): Change[] {
  const was = wordsOf(before, hiddenBefore);
  const is = wordsOf(after, hiddenAfter);
  let head = 0;
  while (head < was.length && same(was[head], is[head])) head += 1;
  let tail = 0;
  while (
    tail < Math.min(was.length, is.length) - head &&
    same(was[was.length - 1 - tail], is[is.length - 1 - tail])
  ) {
    tail += 1;
  }
  const middle = compared(was.slice(head, was.length - tail), is.slice(head, is.length - tail));
  const keep = (word: Word): Change => ({ how: 'same', ...word });
  return joined([...is.slice(0, head).map(keep), ...middle, ...is.slice(is.length - tail).map(keep)]);
}

/** The longest common run of words decides what stayed. */
function compared(was: Word[], is: Word[]): Change[] {
  const gone = (word: Word): Change => ({ how: 'was', ...word });
  const come = (word: Word): Change => ({ how: 'is', ...word });
  if (was.length * is.length > most_pairs) return [...was.map(gone), ...is.map(come)];
  const width = is.length + 1;
  const lengths = new Uint32Array((was.length + 1) * width);
  for (let a = was.length - 1; a >= 0; a--) {
    for (let b = is.length - 1; b >= 0; b--) {
      lengths[a * width + b] = same(was[a], is[b])
        ? lengths[(a + 1) * width + b + 1]! + 1
        : Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!);
    }
  }
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  while (a < was.length || b < is.length) {
    if (a < was.length && b < is.length && same(was[a], is[b])) {
      changes.push({ how: 'same', ...is[b]! });
      [a, b] = [a + 1, b + 1];
    } else if (
      b >= is.length ||
      (a < was.length && lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!)
    ) {
      changes.push(gone(was[a++]!));
    } else changes.push(come(is[b++]!));
  }
  return changes;
}

/** Neighbours of one sort as one stretch; a placeholder stays by itself. */
function joined(changes: Change[]): Change[] {
  const stretches: Change[] = [];
  for (const change of changes) {
    const last = stretches.at(-1);
    if (last && last.how === change.how && !last.placeholder && !change.placeholder) {
      last.text += change.text;
    } else stretches.push({ ...change });
  }
  return stretches;
}
