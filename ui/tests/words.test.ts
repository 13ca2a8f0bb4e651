import { describe, expect, it } from 'vitest';
import { bytesInWords, counted, listInWords, numberInWords } from '../src/lib/amounts';
import type { AppState, FindingAction, Preview } from '../src/lib/bindings';
import { dayInWords, isoDay, momentInWords } from '../src/lib/dates';
import { sentencesFor } from '../src/lib/findings';
import { kindsInWords } from '../src/lib/kinds';
import { placeholdersIn } from '../src/lib/placeholders';
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
  const preview = (actions: [FindingAction, string][], more: Partial<Preview> = {}): Preview => ({
    findings: actions.map(([action, label]) => ({ action, label, kind: 'x', start: 0, end: 1 })),
    blocked: actions.some(([action]) => action === 'block'),
    kept_text: '',
    size_bytes: 10,
    ...more,
  });
  const said = (given: Preview) => sentencesFor(given, 'the text').map(({ subject, rest }) => subject + rest);

  it('is silent when all is kept', () => {
    expect(said(preview([]))).toEqual([]);
    expect(said(preview([['allow', 'name']]))).toEqual([]);
  });

  it('says the worst first and each thing once', () => {
    const words = said(
      preview([
        ['seal', 'phone number'],
        ['mask', 'card number'],
        ['mask', 'card number'],
        ['block', 'private key'],
      ]),
    );
    expect(words).toHaveLength(3);
    expect(words[0]).toMatch(/^This holds a private key, which Keepsake never stores/);
    expect(words[1]).toMatch(/^The card number is left out/);
    expect(words[2]).toBe('The phone number is sealed: you can show it, programs can’t.');
  });

  it('shows what is kept instead', () => {
    const kept_text = 'pay with [card ••••4242]';
    expect(said(preview([['mask', 'card number']], { kept_text }))[0]).toBe(
      'The card number is left out; [card ••••4242] is kept instead.',
    );
  });

  it('uses the right article and number', () => {
    expect(said(preview([['block', 'AWS key']]))[0]).toMatch(/^This holds an AWS key,/);
    expect(said(preview([['block', 'US social security number']]))[0]).toMatch(/^This holds a US/);
    expect(
      said(
        preview([
          ['seal', 'phone number'],
          ['seal', 'address'],
        ]),
      )[0],
    ).toBe('The phone number and address are sealed: you can show them, programs can’t.');
  });

  it('says when a text is too long, or refused for another reason', () => {
    expect(said(preview([], { size_bytes: 70_000 }))[0]).toMatch(/^This is 70 kB long/);
    expect(said(preview([], { blocked: true }))[0]).toBe('This cannot be kept as it is.');
  });
});

describe('placeholders', () => {
  it('are told from words in brackets', () => {
    const text = 'Write [todo] to [e-mail address], card [card ••••4242], [IBAN DE•• ••••1300] [see p. 3]';
    expect(placeholdersIn(text).map(({ label }) => label)).toEqual([
      'e-mail address',
      'card ••••4242',
      'IBAN DE•• ••••1300',
    ]);
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
