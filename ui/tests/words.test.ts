import { describe, expect, it } from 'vitest';
import { bytesInWords, counted, listInWords, numberInWords } from '../src/lib/amounts';
import type {
  AppState,
  FindingAction,
  FindingChoice,
  FindingView,
  PlaceholderView,
  Preview,
} from '../src/lib/bindings';
import { dayInWords, goesInWords, isoDay, momentInWords } from '../src/lib/dates';
import {
  examplesInWords,
  foundInWords,
  scanConfirmWords,
  scanDoneInWords,
  scanInWords,
} from '../src/lib/filter-words';
import {
  importDoneInWords,
  importLeavesInWords,
  progressInWords,
  shortRepliesInWords,
  speedInWords,
  wouldComeIn,
} from '../src/lib/import-words';
import { linesFor, linesForCarried, withChoice } from '../src/lib/findings';
import { kindsInWords } from '../src/lib/kinds';
import { carriedOver, chipTitle, chipWords, placesOf } from '../src/lib/placeholders';
import { asProblem } from '../src/lib/problems';
import { datesOf } from '../src/lib/time-ranges';
import { trustWords } from '../src/lib/trust';
import { open_state } from './fake-backend';

const now = new Date(2026, 2, 12, 18, 42);
const iso = (...at: [number, number, number, number?, number?]) => new Date(...at).toISOString();

describe('dates', () => {
  it.each([
    [iso(2026, 2, 12, 0, 1), 'today'],
    [iso(2026, 2, 12, 23, 59), 'today'],
    [iso(2026, 2, 11, 23, 59), 'yesterday'],
    [iso(2026, 2, 13), 'tomorrow'],
    [iso(2026, 2, 10), '10 March'],
    [iso(2026, 0, 1), '1 January'],
    [iso(2025, 11, 31), '31 December 2025'],
    ['not a date', ''],
  ])('%s is %s', (when, words) => expect(dayInWords(when, now)).toBe(words));

  it('count days and not hours, across the change of the clocks', () => {
    expect(dayInWords(iso(2026, 2, 28, 23), new Date(2026, 2, 29, 1))).toBe('yesterday');
    expect(dayInWords(iso(2026, 9, 24, 12), new Date(2026, 9, 25, 23))).toBe('yesterday');
  });

  it('say the time and the year of a moment', () => {
    expect(momentInWords(iso(2026, 2, 12, 8, 5), now)).toBe('today, 08:05');
    expect(momentInWords(iso(2026, 0, 9, 18, 42), now)).toBe('9 January 2026, 18:42');
    expect(momentInWords(iso(2024, 0, 9, 18, 42), now)).toBe('9 January 2024, 18:42');
  });

  it('say the hour at which something goes when that is near', () => {
    expect(goesInWords(iso(2026, 2, 12, 19, 5), now)).toBe('today, 19:05');
    expect(goesInWords(iso(2026, 2, 20), now)).toBe('20 March');
  });

  it('are local days for the filters', () => {
    expect(isoDay(new Date(2026, 0, 5))).toBe('2026-01-05');
    expect(datesOf('any', now)).toEqual({ after: null, before: null });
    expect(datesOf('week', now)).toEqual({ after: '2026-03-06', before: null });
    expect(datesOf('last_year', now)).toEqual({ after: '2025-01-01', before: '2026-01-01' });
    expect(datesOf('month', new Date(2026, 0, 10))).toEqual({ after: '2025-12-12', before: null });
  });
});

describe('amounts', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1284, '1,284'],
    [100000, '100,000'],
    [1234567, '1,234,567'],
  ])('%d is %s', (count, words) => expect(numberInWords(count)).toBe(words));

  it.each([
    [1, '1 byte'],
    [812, '812 bytes'],
    [1184, '1.2 kB'],
    [999_950, '1.0 MB'],
    [9_612_288, '9.6 MB'],
    [65_536, '66 kB'],
  ])('%d bytes are %s', (bytes, words) => expect(bytesInWords(bytes)).toBe(words));

  it('agree with their word', () => {
    expect(counted(1, 'memory', 'memories')).toBe('1 memory');
    expect(counted(1284, 'memory', 'memories')).toBe('1,284 memories');
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listInWords([])).toBe('');
    expect(kindsInWords('preference')).toBe('Preferences');
    expect(kindsInWords('sonnet')).toBe('sonnet');
  });
});

describe('problems', () => {
  it('keep the words of the program', () => {
    const given = { code: 'busy', message: 'Taken.', hint: 'Wait.' };
    expect(asProblem(given)).toEqual(given);
  });

  it('have words for a code alone', () => {
    const problem = asProblem({ code: 'wrong_secret', message: '', hint: '' });
    expect(problem.message).toBe('This does not open the vault.');
    expect(problem.hint).not.toBe('');
  });

  it.each([[new Error('boom at line 3')], ['text'], [null], [undefined], [{ code: 7 }]])(
    'never show what was thrown: %s',
    (thrown) => {
      const problem = asProblem(thrown);
      expect(problem.code).toBe('failed');
      expect(problem.message + problem.hint).not.toMatch(/boom|undefined|object|\[/);
      expect(problem.hint).not.toBe('');
    },
  );
});

describe('the filter in words', () => {
  const all: FindingAction[] = ['block', 'mask', 'token', 'seal', 'allow'];
  const finding = (action: FindingAction, label: string, more: Partial<FindingView> = {}): FindingView => ({
    kind: label.replaceAll(' ', '_'),
    label,
    class: 'financial',
    choices: all,
    can_allow_always: true,
    start: 0,
    end: 1,
    action,
    ...more,
  });
  const secret: Partial<FindingView> = { class: 'secret', choices: ['block'], can_allow_always: false };
  const preview = (findings: FindingView[], more: Partial<Preview> = {}): Preview => ({
    findings,
    blocked: findings.some(({ action }) => action === 'block'),
    offers_an_hour: false,
    kept_text: '',
    placeholders: [],
    size_bytes: 10,
    ...more,
  });
  const said = (given: Preview, choices: FindingChoice[] = []) =>
    linesFor(given, choices).map(({ subject, rest }) => subject + rest);
  const place = (one: Partial<PlaceholderView>): PlaceholderView => ({
    start: 0,
    end: 0,
    kind: 'phone_number',
    label: 'phone number',
    action: 'seal',
    token: 'abc',
    original: 1,
    ...one,
  });

  it('is silent when all is kept', () => {
    expect(said(preview([]))).toEqual([]);
    expect(said(preview([finding('allow', 'name')]))).toEqual([]);
  });

  it('says the worst first and each kind once', () => {
    const words = said(
      preview([
        finding('seal', 'phone number'),
        finding('mask', 'card number'),
        finding('mask', 'card number'),
        finding('block', 'private key', secret),
      ]),
    );
    expect(words).toHaveLength(3);
    expect(words[0]).toBe(
      'This holds a private key, which Keepsake never stores. Take it out to keep the rest.',
    );
    expect(words[1]).toMatch(/^The card number is left out for good/);
    expect(words[2]).toBe('The phone number is hidden: only you can show it.');
  });

  it('shows what stands instead, from its place and not from its looks', () => {
    const kept_text = '[todo] pay with [card ••••4242]';
    const card = { kind: 'card_number', label: 'card number' };
    const masked = place({ ...card, action: 'mask', token: '', original: null, start: 16, end: 31 });
    const given = { kept_text, placeholders: [masked] };
    expect(said(preview([finding('mask', 'card number')], given))[0]).toBe(
      'The card number is left out for good; [card ••••4242] is kept instead.',
    );
    const sealed = [place({ ...card, start: 16, end: 31 })];
    expect(said(preview([finding('seal', 'card number')], { kept_text, placeholders: sealed }))[0]).toBe(
      'The card number is hidden: only you can show it; programs see [card ••••4242].',
    );
    expect(said(preview([finding('seal', 'card number')], { kept_text }))[0]).not.toContain('[');
  });

  it('says of a code that it can be searched for and not be read', () => {
    expect(said(preview([finding('token', 'e-mail address')]))[0]).toBe(
      'The e-mail address is swapped for a code: you can search for it, nobody can read it back.',
    );
  });

  it('tells what is never stored from what the rules do not let in', () => {
    expect(said(preview([finding('block', 'AWS key', secret)]))[0]).toMatch(
      /^This holds an AWS key, which Keepsake never/,
    );
    expect(said(preview([finding('block', 'US social security number')]))[0]).toBe(
      'This holds a US social security number, which your rules do not let in. Take it out, or choose what to do with it.',
    );
  });

  it('offers an hour for one-time codes alone', () => {
    const code = finding('block', 'one-time code', { ...secret, class: 'one_time_code' });
    expect(said(preview([code], { offers_an_hour: true }))[0]).toBe(
      'This holds a one-time code. Take it out, or keep this for one hour only.',
    );
    const words = said(preview([code, finding('block', 'password', secret)]));
    expect(words.join()).not.toMatch(/hour/);
  });

  it('says when a text is too long, or refused for another reason', () => {
    expect(said(preview([], { size_bytes: 70_000 }))[0]).toMatch(/^This is 70 kB long/);
    expect(said(preview([], { blocked: true }))[0]).toBe('This cannot be kept as it is.');
  });

  it('says what was chosen to stay, and for how long', () => {
    const chosen: FindingChoice = { kind: 'phone_number', action: 'allow', always: false };
    const given = preview([finding('allow', 'phone number')]);
    expect(said(given, [chosen])).toEqual(['The phone number is kept as it is, this once.']);
    expect(said(given, [{ ...chosen, always: true }])[0]).toMatch(/now and from now on/);
    expect(said(given, [{ ...chosen, kind: 'other' }])).toEqual([]);
  });

  it('offers what the program says may be chosen, and nothing else', () => {
    const options = (one: FindingView, choices: FindingChoice[] = []) =>
      linesFor(preview([one]), choices)[0]!.options.map(({ words, stands }) =>
        stands ? `${words}*` : words,
      );
    expect(options(finding('seal', 'phone number'))).toEqual([
      'Hide it, only you can show it*',
      'Swap for a code you can search for',
      'Leave it out for good',
      'Do not keep',
      'Keep as it is (this once)',
      'Always keep this exact value',
    ]);
    expect(options(finding('seal', 'phone number', { can_allow_always: false }))).not.toContain(
      'Always keep this exact value',
    );
    expect(options(finding('block', 'password', { ...secret, choices: ['block', 'mask'] }))).toEqual([
      'Leave it out for good',
      'Do not keep*',
    ]);
    expect(options(finding('block', 'password', secret))).toEqual([]);
    const always: FindingChoice = { kind: 'phone_number', action: 'allow', always: true };
    const standing = options(finding('allow', 'phone number'), [always]).filter((words) =>
      words.endsWith('*'),
    );
    expect(standing).toEqual(['Always keep this exact value*']);
  });

  it('says whose will it is that a text is not kept', () => {
    const chosen: FindingChoice = { kind: 'phone_number', action: 'block', always: false };
    expect(said(preview([finding('block', 'phone number')]), [chosen])).toEqual([
      'This holds a phone number, which you chose not to keep. Take it out, or choose again.',
    ]);
  });

  it('keeps one choice for each kind', () => {
    const one = withChoice([], { kind: 'a', action: 'mask', always: false });
    const two = withChoice(one, { kind: 'b', action: 'seal', always: false });
    expect(withChoice(two, { kind: 'a', action: 'allow', always: true })).toEqual([
      { kind: 'b', action: 'seal', always: false },
      { kind: 'a', action: 'allow', always: true },
    ]);
  });

  it('says what an edit does to what is hidden', () => {
    const carried = (before: PlaceholderView[], now: PlaceholderView[], more: Partial<Preview> = {}) =>
      linesForCarried(before, preview([], { placeholders: now, ...more })).map(({ subject, rest }) => subject + rest); // prettier-ignore
    expect(carried([place({})], [place({ start: 4 })])).toEqual(['The hidden phone number stays.']);
    expect(carried([place({})], [])).toEqual([
      'The hidden phone number will be removed with this change; the earlier version keeps it.',
    ]);
    // A number that was typed anew is another one, even if its code is the same.
    expect(carried([place({})], [place({ original: null })])[0]).toMatch(/will be removed/);
    expect(carried([place({})], [place({ original: 2 })])[0]).toMatch(/will be removed/);
    expect(carried([], [place({})])).toEqual([]);
    expect(carried([place({})], [], { blocked: true })).toEqual([]);
    const code = place({ action: 'token', original: null, label: 'e-mail address' });
    expect(carried([code], [code])).toEqual(['The code for the e-mail address stays.']);
    expect(carried([code], [])).toEqual([
      'The code for the e-mail address will be removed with this change.',
    ]);
  });
});

describe('placeholders', () => {
  const sealed: PlaceholderView = {
    start: 0,
    end: 7,
    kind: 'phone_number',
    label: 'phone number',
    action: 'seal',
    token: '9f',
    original: 1,
  };

  it('say what they are', () => {
    expect(chipWords('[card ••••4242]')).toBe('card ••••4242');
    expect(chipWords('no brackets')).toBe('no brackets');
    expect(chipTitle(sealed)).toBe('The phone number is hidden. Only you can show it; programs see this.');
    expect(chipTitle({ ...sealed, original: null })).toMatch(/cannot be shown from here/);
    expect(chipTitle({ ...sealed, action: 'token', original: null })).toMatch(
      /^A code in place of the phone number/,
    );
    expect(chipTitle({ ...sealed, action: 'mask', original: null })).toMatch(/left out for good/);
    expect(chipTitle(placesOf([[0, 7]])[0]!)).toMatch(/^The privacy filter put this/);
  });

  it('that were left out for good are only text in an edit', () => {
    const masked: PlaceholderView = { ...sealed, action: 'mask', token: '', original: null };
    expect(carriedOver([masked], [])).toEqual({ stays: [], goes: [] });
  });

  it('are told apart one by one', () => {
    const other = { ...sealed, original: 2 };
    expect(carriedOver([sealed, other], [other])).toEqual({ stays: [other], goes: [sealed] });
    const code: PlaceholderView = { ...sealed, action: 'token', original: null };
    expect(carriedOver([code, code], [code])).toEqual({ stays: [code], goes: [code] });
  });
});

describe('a check and an import in words', () => {
  const scan = { checked: 40, would_change: 12, earlier_only: 0, found: [], rows: [] };

  it('say what would be done, and how much', () => {
    expect(scanInWords(scan)).toBe(
      '40 memories looked at. 12 memories hold what your rules hide or refuse today.',
    );
    expect(scanConfirmWords(scan)).toBe('Hide in 12 memories');
    expect(scanConfirmWords({ ...scan, would_change: 1 })).toBe('Hide in 1 memory');
    const earlier = { ...scan, would_change: 0, earlier_only: 3 };
    expect(scanInWords(earlier)).toMatch(/None needs a change, but earlier versions of 3 memories/);
    expect(scanConfirmWords(earlier)).toBe('Remove earlier versions of 3 memories');
  });

  it('are kind when there is nothing to do', () => {
    expect(scanInWords({ ...scan, would_change: 0 })).toMatch(/Nothing in them needs hiding/);
    expect(scanInWords({ ...scan, checked: 0, would_change: 0 })).toBe('There is no memory to look at yet.');
  });

  it('say what was done, and what was not', () => {
    expect(scanDoneInWords({ changed: 12, versions_removed: 1, left: 0 })).toEqual([
      'Hidden in 12 memories.',
      '1 earlier version was removed.',
    ]);
    expect(scanDoneInWords({ changed: 0, versions_removed: 0, left: 2 })).toEqual([
      'No memory was changed.',
      expect.stringMatching(/^2 memories were left as before/),
    ]);
  });

  it('count kinds, never below what is there', () => {
    expect(foundInWords({ kind: 'x', label: 'phone number', action: 'seal', count: 1284 })).toEqual({
      what: '1,284 × phone number',
      how: 'hidden, only you can show it',
    });
    expect(examplesInWords(['a', 'b'], 9)).toBe('a, b and 7 more');
    expect(examplesInWords(['a', 'b'], 2)).toBe('a, b');
    expect(examplesInWords(['a', 'b'], 1)).toBe('a, b');
  });

  it('count what an import brings', () => {
    const file = {
      name: 'a.jsonl',
      memories: 9,
      unchanged: 2,
      blocked: 1,
      failed: 3,
      short_replies: 0,
      found: [],
      passed_over: 0,
      proposals: [],
    };
    expect(wouldComeIn(file)).toBe(6);
    expect(wouldComeIn({ ...file, memories: 1 })).toBe(0);
    expect(importLeavesInWords(file)).toEqual([
      '2 are here already, unchanged.',
      '1 would be refused: it holds what your rules do not let in.',
      '3 parts of the file cannot be read.',
    ]);
    expect(importLeavesInWords({ ...file, unchanged: 0, blocked: 0, failed: 0 })).toEqual([]);
    expect(wouldComeIn({ ...file, short_replies: 2 })).toBe(6);
    expect(wouldComeIn({ ...file, short_replies: 2 }, true)).toBe(4);
    expect(shortRepliesInWords({ ...file, short_replies: 1 })).toBe('1 short reply such as a greeting');
    expect(shortRepliesInWords({ ...file, short_replies: 1312 })).toBe(
      '1,312 short replies such as greetings',
    );
    const counts = { imported: 0, revised: 0, unchanged: 0, blocked: 0, hidden: 0, failed: 0, left_out: 0 };
    const done = { ...counts, can_be_undone: false, read: 9, total: 9, problem: null };
    expect(importDoneInWords(done)).toEqual(['0 memories were brought in.']);
    expect(importDoneInWords({ ...done, imported: 1, hidden: 1, blocked: 2 })).toEqual([
      '1 memory was brought in.',
      '1 was kept with something hidden.',
      '2 were refused.',
    ]);
    expect(importDoneInWords({ ...done, imported: 5000, read: 5120, total: 20000, left_out: 1 })).toEqual([
      'Stopped at 5,120 of 20,000.',
      '5,000 memories were brought in.',
      '1 short reply was left out.',
    ]);
  });

  it('says how far an import is and how long it takes still', () => {
    const progress = { done: 5120, total: 20000, per_second: 310, seconds_left: 48 };
    expect(progressInWords(progress)).toBe('5,120 of 20,000');
    expect(speedInWords(progress)).toBe('310 memories a second, about 50 seconds left');
    const left = (seconds_left: number) => speedInWords({ ...progress, per_second: 1, seconds_left });
    expect(left(3)).toBe('1 memory a second, a few seconds left');
    expect(left(57)).toBe('1 memory a second, about 1 minute left');
    expect(left(3000)).toBe('1 memory a second, about 50 minutes left');
    expect(left(7100)).toBe('1 memory a second, about 2 hours left');
    expect(speedInWords({ ...progress, per_second: null, seconds_left: null })).toBe('');
  });
});

describe('the trust line', () => {
  const say = (part: Partial<AppState>) => trustWords({ ...open_state, ...part }).join(' ');

  it('says what the state says and no more', () => {
    expect(say({})).toBe('Encrypted. Key in your keychain. Model on this computer. Sync off.');
    expect(say({ has_device_slot: false })).toMatch(/^Encrypted. Opens with your passphrase./);
    expect(say({ keychain: 'absent', has_passphrase_slot: false })).toMatch(/Opens with your recovery code/);
    expect(say({ model: 'loading' })).toMatch(/Model is loading/);
    expect(say({ model: 'failed' })).toMatch(/Model did not load: words only/);
    expect(say({ try_out: true })).toMatch(/^Try-out vault/);
  });
});
