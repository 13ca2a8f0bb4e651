// Reads `#topic` and `!kind` where they are typed. A run of them at the start or the end of the text
// is taken out of what is kept; a `#topic` within a line stays as a word of it. Must not know the DOM.
import type { CaptureRequest, FindingChoice } from './bindings';
import { isKind, type Kind } from './kinds';

/** A `#topic` or `!kind` in the typed text. Offsets are UTF-16 units. */
export interface Token {
  start: number;
  end: number;
  /** As typed, with its sign. */
  text: string;
  sort: 'topic' | 'kind';
}

export interface ParsedCapture {
  /** What would be kept. */
  content: string;
  /** Where `content` begins in the typed text. */
  content_start: number;
  kind: Kind | null;
  /** Without the sign, in the order typed, each once. */
  topics: string[];
  tokens: Token[];
}

const sign = /(?<=^|\s)([#!])(\p{L}[\p{L}\p{N}_-]*)/gu;

/** `plain` holds tokens that the person wants as ordinary words, with their sign. */
export function parseCapture(text: string, plain: ReadonlySet<string> = new Set()): ParsedCapture {
  const found: Token[] = [];
  for (const match of text.matchAll(sign)) {
    const [whole, mark, name] = match as unknown as [string, string, string];
    if (plain.has(whole)) continue;
    if (mark === '!' && !isKind(name.toLowerCase())) continue;
    const end = match.index + whole.length;
    found.push({ start: match.index, end, text: whole, sort: mark === '#' ? 'topic' : 'kind' });
  }
  const blank = (from: number, to: number) => text.slice(from, to).trim() === '';
  let leading = 0;
  let from = 0;
  while (leading < found.length && blank(from, found[leading]!.start)) from = found[leading++]!.end;
  let trailing = found.length;
  let to = text.length;
  while (trailing > leading && blank(found[trailing - 1]!.end, to)) to = found[--trailing]!.start;

  const tokens = found.filter((token, index) => {
    const outside = index < leading || index >= trailing;
    const beginsLine = token.start > 0 && text[token.start - 1] === '\n';
    return outside || (token.sort === 'topic' && !beginsLine);
  });
  const body = text.slice(from, to);
  const names = tokens.filter((token) => token.sort === 'topic').map((token) => token.text.slice(1));
  const kind = tokens.findLast((token) => token.sort === 'kind');
  return {
    content: body.trim(),
    content_start: from + (body.length - body.trimStart().length),
    kind: kind ? (kind.text.slice(1).toLowerCase() as Kind) : null,
    topics: eachOnce(names),
    tokens,
  };
}

/** What the parsed text asks the program to keep, with what the person chose for what is private in it and the
 * memories that it replaces. */
export function captureRequest(
  parsed: ParsedCapture,
  choices: readonly FindingChoice[] = [],
  for_an_hour = false,
  replaces: readonly string[] = [],
): CaptureRequest {
  const { content, kind, topics } = parsed;
  return { content, kind, topics, choices: [...choices], for_an_hour, replaces: [...replaces] };
}

/** `health, Sleep study` as topics: trimmed, without signs, each once. */
export function parseTopics(text: string): string[] {
  return eachOnce(
    text
      .split(/[,\n]/)
      .map((topic) => topic.trim().replace(/^#/, ''))
      .filter((topic) => topic !== ''),
  );
}

function eachOnce(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}
