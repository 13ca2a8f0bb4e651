// Cuts a text at spans for marking. Offsets are UTF-16 units, as the program sends them and as
// JavaScript counts; must not know the DOM.

export type Span = [start: number, end: number];

/** A part of a text; `span` is the index of the span that it lies in, -1 between spans. */
export interface Piece {
  text: string;
  span: number;
}

/** The text as pieces, in order. Spans that overlap, lie outside or split a character are put right. */
export function cutAt(text: string, spans: readonly Span[]): Piece[] {
  const order = spans.map((span, index) => ({ span, index })).sort((a, b) => a.span[0] - b.span[0]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { span, index } of order) {
    const start = wholeCharacter(text, Math.max(at, span[0]), -1);
    const end = wholeCharacter(text, Math.min(text.length, span[1]), 1);
    if (!(end > start) || start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), span: -1 });
    pieces.push({ text: text.slice(start, end), span: index });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), span: -1 });
  return pieces;
}

/** Moves an offset that would split a surrogate pair to the pair's edge. */
function wholeCharacter(text: string, offset: number, direction: -1 | 1): number {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const splits = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return splits ? offset + direction : offset;
}

/** What a row shows of an excerpt: its text, and the spans in it. */
export interface Shown {
  text: string;
  marks: Span[];
  placeholders: Span[];
}

/**
 * The excerpt with its first mark brought into the first `reach` units, so that a row of a few lines
 * shows why it was found. What was cut off in front is an ellipsis; a placeholder is never cut.
 */
export function nearFirstMark(
  text: string,
  marks: readonly Span[],
  placeholders: readonly Span[],
  reach: number,
): Shown {
  const first = Math.min(...marks.map((span) => span[0]));
  if (marks.length === 0 || first < reach) {
    return { text, marks: [...marks], placeholders: [...placeholders] };
  }
  const space = text.lastIndexOf(' ', first - 40);
  const wanted = space > 0 ? space + 1 : wholeCharacter(text, first, -1);
  const around = placeholders.find(([start, end]) => start < wanted && wanted < end);
  const cut = around ? around[0] : wanted;
  const shift = cut - 2;
  const moved = (spans: readonly Span[]) =>
    spans.filter((span) => span[0] >= cut).map(([start, end]): Span => [start - shift, end - shift]);
  return { text: `… ${text.slice(cut)}`, marks: moved(marks), placeholders: moved(placeholders) };
}
