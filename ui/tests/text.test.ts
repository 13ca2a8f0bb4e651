import { describe, expect, it } from 'vitest';
import { captureRequest, lifetimeInWords, parseCapture, parseTopics } from '../src/lib/capture-syntax';
import { cutAt, nearFirstMark, type Span } from '../src/lib/spans';

describe('#topic and !kind', () => {
  const read = (text: string, plain: string[] = []) => {
    const { content, kind, topics } = parseCapture(text, new Set(plain));
    return { content, kind, topics };
  };

  it.each([
    ['Oat milk for Mira #friends !preference', 'Oat milk for Mira', 'preference', ['friends']],
    ['!decision #home no espresso machine', 'no espresso machine', 'decision', ['home']],
    ['#home  #coffee The moka pot\n#kitchen', 'The moka pot', null, ['home', 'coffee', 'kitchen']],
    ['Talked with #mira about the flat', 'Talked with #mira about the flat', null, ['mira']],
    ['Ask for #größe und #日本', 'Ask for #größe und', null, ['größe', '日本']],
  ])('%s', (text, content, kind, topics) => {
    expect(read(text)).toEqual({ content, kind, topics });
  });

  it.each([
    'C# is a language',
    'issue #12 and #3',
    '# A heading',
    'mail a#b',
    'Wow !important thing',
    'a line\n#include <stdio.h>\nint main',
  ])('leaves %s as it is', (text) => {
    expect(read(text)).toEqual({ content: text, kind: null, topics: [] });
  });

  it('takes a kind only at an end, and in any case', () => {
    expect(read('say !note here').kind).toBeNull();
    expect(read('say it !NOTE').kind).toBe('note');
    expect(read('!note say it !fact').kind).toBe('fact');
  });

  it('keeps each topic once, whatever its case', () => {
    expect(read('x #Home #home').topics).toEqual(['Home']);
  });

  it('leaves a token alone that the person wants as a word', () => {
    expect(read('I like #rust', ['#rust'])).toEqual({ content: 'I like #rust', kind: null, topics: [] });
  });

  it('knows where the kept text begins, so that findings can be drawn', () => {
    const text = '  #home\n 🗝 key under the mat #door';
    const parsed = parseCapture(text);
    expect(text.slice(parsed.content_start, parsed.content_start + parsed.content.length)).toBe(
      parsed.content,
    );
    expect(parsed.content).toBe('🗝 key under the mat');
    expect(parsed.tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['#home', '#door']);
  });

  it('gives nothing to keep when there are only tokens', () => {
    expect(captureRequest(parseCapture('#home !note'))).toEqual({
      content: '',
      kind: 'note',
      topics: ['home'],
      choices: [],
      for_an_hour: false,
      expires_in_hours: null,
      replaces: [],
    });
    expect(read('')).toEqual({ content: '', kind: null, topics: [] });
    expect(read(' \n ')).toEqual({ content: '', kind: null, topics: [] });
  });

  it('reads a lifetime at the beginning or the end', () => {
    const hours = (text: string) => parseCapture(text).expires_in_hours;
    expect(hours('The bins go out on Friday @6h')).toBe(6);
    expect(hours('@30d parking ticket #car')).toBe(720);
    expect(hours('parking ticket #car @2w !note')).toBe(336);
    expect(parseCapture('parking ticket @1y').content).toBe('parking ticket');
    expect(lifetimeInWords('@30d')).toBe('goes in 30 days');
    expect(lifetimeInWords('@1w')).toBe('goes in 1 week');
  });

  it('takes nothing else for a lifetime', () => {
    for (const text of [
      'meet @5d at noon',
      'a@30d',
      '@d',
      '@0d',
      '@30',
      '@30q',
      '@99y',
      '@30days',
      'x @12345h',
    ]) {
      expect(parseCapture(text).expires_in_hours, text).toBeNull();
      expect(parseCapture(text).content, text).toBe(text);
    }
    expect(parseCapture('ring @30d', new Set(['@30d'])).content).toBe('ring @30d');
  });

  it('reads topics with commas', () => {
    expect(parseTopics(' health, Sleep study,, #coffee , health')).toEqual([
      'health',
      'Sleep study',
      'coffee',
    ]);
    expect(parseTopics('')).toEqual([]);
  });
});

describe('marks', () => {
  const cut = (text: string, spans: Span[]) => cutAt(text, spans).map(({ text: part, span }) => [part, span]);

  it('cut the text in order', () => {
    expect(cut('stop the caffeine', [[9, 17], [0, 4]])).toEqual([['stop', 1], [' the ', -1], ['caffeine', 0]]); // prettier-ignore
  });

  it('lose nothing, whatever the spans', () => {
    const text = 'ünï 👩‍👩‍👧 né 日本 done';
    const spans: Span[] = [[0, 3], [2, 6], [5, 5], [9, 4], [-3, 1], [10, 400], [6, 7], [NaN, 2]]; // prettier-ignore
    for (let size = 0; size <= spans.length; size++) {
      expect(cutAt(text, spans.slice(0, size)).map((piece) => piece.text).join('')).toBe(text); // prettier-ignore
    }
  });

  it('count UTF-16 units and never split a character', () => {
    expect(cut('🗝 key', [[3, 6]])).toEqual([['🗝 ', -1], ['key', 0]]); // prettier-ignore
    expect(cut('🗝 key', [[1, 6]])).toEqual([['🗝 key', 0]]);
    expect(cut('a🗝', [[0, 2]])).toEqual([['a🗝', 0]]);
  });

  it('are brought into view when they lie far in', () => {
    const text = `${'word '.repeat(60)}needle and more`;
    const at = text.indexOf('needle');
    const shown = nearFirstMark(text, [[at, at + 6]], [], 160);
    expect(shown.text.startsWith('… word')).toBe(true);
    expect(shown.text.length).toBeLessThan(80);
    expect(shown.text.slice(...shown.marks[0]!)).toBe('needle');
    expect(nearFirstMark(text, [[5, 9]], [], 160)).toEqual({ text, marks: [[5, 9]], placeholders: [] });
    expect(nearFirstMark(text, [], [], 160)).toEqual({ text, marks: [], placeholders: [] });
  });

  it('are brought into view in a text without spaces', () => {
    const text = `${'字'.repeat(300)}針${'字'.repeat(20)}`;
    const shown = nearFirstMark(text, [[300, 301]], [], 160);
    expect(shown.text.slice(...shown.marks[0]!)).toBe('針');
  });

  it('move placeholders along, and never cut one', () => {
    const filler = 'word '.repeat(40);
    const text = `${filler}[bank account number of the firm] is where the long text has its needle`;
    const at = text.indexOf('needle');
    const start = filler.length;
    const place: Span = [start, text.indexOf(']') + 1];
    const shown = nearFirstMark(text, [[at, at + 6]], [[0, 4], place], 160); // prettier-ignore
    expect(shown.text.slice(...shown.marks[0]!)).toBe('needle');
    for (const span of shown.placeholders) expect(shown.text.slice(...span)).toMatch(/^\[bank.*firm\]$/);
    const near = nearFirstMark(text, [[start + 40, start + 42]], [place], 160); // prettier-ignore
    expect(near.text.startsWith('… ')).toBe(true);
    expect(near.text.slice(...near.placeholders[0]!)).toBe('[bank account number of the firm]');
  });
});
