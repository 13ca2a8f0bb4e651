// The arithmetic behind the list, the detail and the profile: Markdown, changes, days, weeks, sentences.
import { describe, expect, it } from 'vitest';
import type { MemoryRow } from '../src/lib/bindings';
import { dayHeading } from '../src/lib/dates';
import { mayOpen, most_nodes, readMarkdown, type MarkdownNode } from '../src/lib/markdown';
import { asPrompt, firstSentence, linesOf } from '../src/lib/profile';
import { groupRows } from '../src/lib/row-groups';
import { datesOf, rangeFrom, rangeInWords, weekOf, weekStarts } from '../src/lib/time-ranges';
import { changesBetween } from '../src/lib/word-diff';

const now = new Date(2026, 10, 23, 12);

/** Everything that would be read on the page. */
function shown(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'hidden') return `{${node.index}}`;
      if (node.type === 'break') return '\n';
      if (node.type === 'rule') return '';
      return shown(node.children);
    })
    .join('');
}

function links(nodes: readonly MarkdownNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [node.address, ...links(node.children)];
    return 'children' in node ? links(node.children) : [];
  });
}

const count = (nodes: readonly MarkdownNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + ('children' in node ? count(node.children) : 0), 0);

describe('Markdown', () => {
  it('is read as paragraphs, lists, code and emphasis', () => {
    const nodes = readMarkdown('# Tea\n\n- *green*\n- **black**\n\n```\na < b\n```', [])!;
    expect(nodes.map(({ type }) => type)).toEqual(['heading', 'element', 'pre']);
    expect(shown(nodes)).toBe('Teagreenblacka < b');
  });

  it('leaves HTML, names of characters and definitions as they were typed', () => {
    for (const text of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      'a &lt;b&gt; &copy; c',
      '[a]: http://example.org',
      '<!-- not seen -->',
    ]) {
      expect(shown(readMarkdown(text, [])!)).toBe(text);
    }
  });

  it('opens addresses of the web and of mail alone', () => {
    const text = [
      '[a](https://example.org/x)',
      '[b](javascript:alert(1))',
      '[c](file:///etc/passwd)',
      '[d](mailto:mira@example.org)',
      '[e](data:text/html,x)',
      '[f](//example.org)',
      '[g](JaVaScRiPt:alert)',
      'and http://plain.example/path. Then',
    ].join('\n\n');
    expect(links(readMarkdown(text, [])!)).toEqual([
      'https://example.org/x',
      'mailto:mira@example.org',
      'http://plain.example/path',
    ]);
    for (const address of [
      '',
      'tauri://localhost',
      'https:',
      'http:///x',
      ' https://a.b',
      'mailto:?attach=x',
    ]) {
      expect(mayOpen(address)).toBe(false);
    }
  });

  it('never draws a picture: its words and its address stand there', () => {
    const nodes = readMarkdown('![a cat](https://example.org/cat.png)', [])!;
    expect(shown(nodes)).toBe('a cat (https://example.org/cat.png)');
    expect(links(nodes)).toEqual([]);
  });

  it('keeps every place of something hidden, once and in order', () => {
    const text = 'Call **[phone]** or [card], `[code]`';
    const places = ['[phone]', '[card]', '[code]'].map((word) => ({
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length,
    }));
    expect(shown(readMarkdown(text, places)!)).toBe('Call {0} or {1}, {2}');
    // What only reads like a placeholder is text.
    expect(shown(readMarkdown(text, places.slice(0, 1))!)).toBe('Call {0} or [card], [code]');
  });

  it('shows a text as it was typed where a place would be lost', () => {
    const hidden = (text: string, word: string) => [
      { start: text.indexOf(word), end: text.indexOf(word) + word.length },
    ];
    for (const [text, word] of [
      ['[site](https://example.org/HIDDEN)', 'HIDDEN'],
      ['https://example.org/ and [a](<HIDDEN>)', 'HIDDEN'],
      ['a \uE000 b HIDDEN', 'HIDDEN'],
      ['a \uE0010\uE001 b HIDDEN', 'HIDDEN'],
    ] as const) {
      expect(readMarkdown(text, hidden(text, word))).toBeNull();
    }
    expect(readMarkdown('abc', [{ start: 2, end: 9 }])).toBeNull();
    expect(readMarkdown('\uE0000\uE001', [])).toBeNull();
    // In a link's words it stays, and the address stands beside it.
    const text = 'see [HIDDEN](https://example.org)';
    expect(shown(readMarkdown(text, hidden(text, 'HIDDEN'))!)).toBe('see {0} (https://example.org)');
  });

  it('answers for any 64 KiB, with no more pieces than can be drawn', () => {
    const size = 64 * 1024;
    for (const unit of [
      '*a',
      '**a ',
      '[',
      '![',
      '> ',
      '- ',
      '`a',
      '_a_ ',
      '<',
      '[a](',
      '\\',
      '|a',
      '~~a',
      '- a\n',
      '# a\n',
      '---\n',
      '*_*_',
      'http://',
      '\t',
      '\n',
      '1. ',
      '  - a\n',
      '` `` ',
      'a**b',
      '[a]: b\n',
      '\uD83D\uDE00',
    ]) {
      const nodes = readMarkdown(unit.repeat(size / unit.length), []);
      expect(nodes === null ? 0 : count(nodes), unit).toBeLessThanOrEqual(most_nodes * 2);
    }
    expect(readMarkdown('a'.repeat(size + 1), [])).toBeNull();
    expect(readMarkdown(`${'>'.repeat(11)}${' >'.repeat(40)} a`, [])).toBeNull();
    const deep = Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n');
    expect(readMarkdown(deep, [])).toBeNull();
  });
});

describe('Changes between two versions', () => {
  const words = (before: string, after: string) =>
    changesBetween(before, after).map(
      ({ how, text }) => `${how === 'was' ? '-' : how === 'is' ? '+' : ' '}${text}`,
    );

  it('are told word by word', () => {
    expect(words('tea at four', 'tea at five')).toEqual([' tea at ', '-four', '+five']);
    expect(words('a b', 'a b')).toEqual([' a b']);
    expect(words('', 'new')).toEqual(['+new']);
    expect(words('old', '')).toEqual(['-old']);
    expect(words('', '')).toEqual([]);
  });

  it('give both texts back', () => {
    const texts = [
      'the boat is green, and old',
      'the old boat was blue',
      '',
      'boat boat boat',
      'a\n\nb  c',
      '🌊 sea',
    ];
    for (const before of texts) {
      for (const after of texts) {
        const changes = changesBetween(before, after);
        const side = (how: string) =>
          changes
            .filter((one) => one.how !== how)
            .map(({ text }) => text)
            .join('');
        expect(side('is')).toBe(before);
        expect(side('was')).toBe(after);
      }
    }
  });

  it('take a placeholder for one word, and no typed one for it', () => {
    const place = { start: 5, end: 12 };
    const kept = changesBetween('call [phone] now', 'call [phone] then', [place], [place]);
    expect(kept.find(({ placeholder }) => placeholder)?.how).toBe('same');
    const typed = changesBetween('call [phone]', 'call [phone]', [place], []);
    expect(typed.filter(({ how }) => how !== 'same').length).toBeGreaterThan(0);
  });

  it('of long texts that share nothing are one', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(30_000).trimEnd());
    const changes = changesBetween(before!, after!);
    expect(changes.map(({ how }) => how)).toEqual(['was', 'is']);
  });
});

describe('Days and weeks', () => {
  it('are headings as people say them', () => {
    const at = (days: number) => new Date(2026, 10, 23 - days, 9).toISOString();
    expect([0, 1, 3, 6, 7].map((days) => dayHeading(at(days), now))).toEqual([
      'Today',
      'Yesterday',
      'Friday, 20 November',
      'Tuesday, 17 November',
      '16 November',
    ]);
    expect(dayHeading(at(400), now)).toBe('19 October 2025');
    expect(dayHeading('nonsense', now)).toBe('No date');
  });

  it('begin on Mondays and follow each other', () => {
    const days = weekStarts(now, 52);
    expect(days.length).toBe(53);
    expect([days[0], days[51], days[52]]).toEqual(['2025-12-01', '2026-11-23', '2026-11-30']);
    expect(weekStarts(new Date(2026, 10, 22, 23), 1)).toEqual(['2026-11-16', '2026-11-23']);
  });

  it('narrow the list to a week, and nothing else passes for one', () => {
    expect(datesOf('week:2026-11-23', now)).toEqual({ after: '2026-11-23', before: '2026-11-30' });
    expect(datesOf('week:2026-12-28', now)).toEqual({ after: '2026-12-28', before: '2027-01-04' });
    expect(rangeInWords('week:2026-11-23', now)).toMatch(/^Week of 23 November/);
    expect([weekOf('week'), weekOf('week:x'), rangeFrom('week:1'), rangeFrom('forever')]).toEqual([
      null,
      null,
      'any',
      'any',
    ]);
    expect([rangeFrom('month'), rangeFrom('week:2026-11-23')]).toEqual(['month', 'week:2026-11-23']);
  });
});

const row = (id: string, days: number, more: Partial<MemoryRow> = {}): MemoryRow => ({
  id,
  excerpt: id,
  kind: 'note',
  topics: [],
  created_at: new Date(2026, 10, 23 - days, 9).toISOString(),
  matched: [],
  placeholders: [],
  why: null,
  replaced: false,
  pinned: false,
  expires_at: null,
  ...more,
});

describe('The headings of a list', () => {
  const all = [row('p', 9), row('a', 0), row('b', 0), row('c', 1), row('d', 1), row('e', 5)];
  const of = (rows: (MemoryRow | undefined)[], pinned: number, first: number, end: number) =>
    groupRows({ row: (index) => rows[index], pinned }, first, end, now).map(
      ({ label, indices, begins }) => `${begins ? '# ' : ''}${label}: ${indices.join(' ')}`,
    );

  it('stand above the first row of each day, what is pinned first', () => {
    expect(of(all, 1, 0, 6)).toEqual([
      '# Pinned: 0',
      '# Today: 1 2',
      '# Yesterday: 3 4',
      '# Wednesday, 18 November: 5',
    ]);
  });

  it('are not drawn again in the middle of a day', () => {
    expect(of(all, 1, 2, 5)).toEqual(['Today: 2', '# Yesterday: 3 4']);
    expect(of(all, 1, 3, 5)).toEqual(['# Yesterday: 3 4']);
  });

  it('wait for the rows that say whether they are due', () => {
    const some = [undefined, undefined, all[2], undefined, all[4]];
    expect(of(some, 0, 0, 5)).toEqual([': 0 1', 'Today: 2 3', '# Yesterday: 4']);
    expect(of([], 0, 0, 0)).toEqual([]);
  });

  it('part what is pinned from the same day below', () => {
    expect(of([row('p', 0), row('a', 0)], 1, 0, 2)).toEqual(['# Pinned: 0', '# Today: 1']);
    expect(of([row('p', 0)], 1, 0, 1)).toEqual(['# Pinned: 0']);
  });
});

describe('A line of the profile', () => {
  const first = (text: string) => firstSentence(text, []).text;

  it('is the first sentence', () => {
    expect(first('I like tea. Green best.')).toBe('I like tea.');
    expect(first('Dr. Weiss says no. I agree.')).toBe('Dr. Weiss says no.');
    expect(first('From 3. March on. Then')).toBe('From 3. March on.');
    expect(first('# Tea\nGreen.')).toBe('Tea');
    expect(first('- tea at v1.2 of it')).toBe('tea at v1.2 of it');
    expect(first('')).toBe('');
  });

  it('is cut between words where it is long, and never within a placeholder', () => {
    const long = firstSentence(`${'word '.repeat(54)}[phone number] more`, [[270, 284]]);
    expect(long.text.endsWith(' …')).toBe(true);
    expect(long.placeholders).toEqual([]);
    const kept = firstSentence('# Call [a. b] now. Then', [[7, 13]]);
    expect(kept).toEqual({ text: 'Call [a. b] now.', placeholders: [[5, 11]] });
  });

  it('is left out once another memory has replaced it', () => {
    expect(
      linesOf([row('a', 0), row('b', 0, { replaced: true }), row('c', 0, { excerpt: ' ' })]).length,
    ).toBe(1);
  });

  it('stands in the prompt under its group, on one line', () => {
    const lines = linesOf([row('a', 0, { excerpt: 'Call [phone]  now' })]);
    const prompt = asPrompt([
      { kind: 'preference', total: 1, lines },
      { kind: 'style', total: 0, lines: [] },
    ]);
    expect(prompt.startsWith('This is what I have written down about myself.')).toBe(true);
    expect(prompt.endsWith('\n\nPreferences:\n- Call [phone] now')).toBe(true);
    expect(prompt).not.toContain('Style');
  });
});
