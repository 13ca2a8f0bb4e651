// Reads `#topic`, `!kind` and `@30d` where they are typed. A run of them at the start or the end of the text
// is taken out of what is kept; a `#topic` within a line stays as a word of it. Must not know the DOM.
import type { CaptureRequest, FindingChoice } from './bindings';
import { isKind, type Kind } from './kinds';

/** A `#topic`, a `!kind` or a lifetime such as `@30d` in the typed text. Offsets are UTF-16 units. */
export interface Token {
  start: number;
  end: number;
  /** As typed, with its sign. */
  text: string;
  sort: 'topic' | 'kind' | 'lifetime';
}

export interface ParsedCapture {
  /** What would be kept. */
  content: string;
  /** Where `content` begins in the typed text. */
  content_start: number;
  kind: Kind | null;
  /** Without the sign, in the order typed, each once. */
  topics: string[];
  /** Hours after which it goes by itself; null for never. */
  expires_in_hours: number | null;
  tokens: Token[];
}

const sign = /(?<=^|\s)(?:([#!])(\p{L}[\p{L}\p{N}_-]*)|@(\d{1,4})([hdwmy])(?=\s|$))/gu;
const hours_in: Record<string, number> = { h: 1, d: 24, w: 168, m: 730, y: 8766 };
/** Ten years. */
const most_hours = 87_660;
const unit_words: Record<string, string> = { h: 'hour', d: 'day', w: 'week', m: 'month', y: 'year' };

/** `plain` holds tokens that the person wants as ordinary words, with their sign. */
export function parseCapture(text: string, plain: ReadonlySet<string> = new Set()): ParsedCapture {
  const found: Token[] = [];
  for (const match of text.matchAll(sign)) {
    const [whole, mark, name] = match as unknown as [string, string | undefined, string];
    if (plain.has(whole)) continue;
    if (mark === '!' && !isKind(name.toLowerCase())) continue;
    if (mark === undefined && hoursOf(whole) === null) continue;
    const end = match.index + whole.length;
    const sort = mark === '#' ? 'topic' : mark === '!' ? 'kind' : 'lifetime';
    found.push({ start: match.index, end, text: whole, sort });
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
  const lifetime = tokens.findLast((token) => token.sort === 'lifetime');
  return {
    content: body.trim(),
    content_start: from + (body.length - body.trimStart().length),
    kind: kind ? (kind.text.slice(1).toLowerCase() as Kind) : null,
    topics: eachOnce(names),
    expires_in_hours: lifetime ? hoursOf(lifetime.text) : null,
    tokens,
  };
}

/** Hours of `@30d`; null for none at all and for more than ten years. */
function hoursOf(text: string): number | null {
  const hours = Number(text.slice(1, -1)) * (hours_in[text.slice(-1)] ?? 0);
  return hours >= 1 && hours <= most_hours ? hours : null;
}

/** On the chip of `@30d`: `goes in 30 days`. */
export function lifetimeInWords(text: string): string {
  const count = Number(text.slice(1, -1));
  return `goes in ${count} ${unit_words[text.slice(-1)]}${count === 1 ? '' : 's'}`;
}

/** What the parsed text asks the program to keep, with what the person chose for what is private in it and the
 * memories that it replaces. */
export function captureRequest(
  parsed: ParsedCapture,
  choices: readonly FindingChoice[] = [],
  for_an_hour = false,
  replaces: readonly string[] = [],
): CaptureRequest {
  const { content, kind, topics, expires_in_hours } = parsed;
  return {
    content,
    kind,
    topics,
    choices: [...choices],
    for_an_hour,
    expires_in_hours,
    replaces: [...replaces],
  };
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
