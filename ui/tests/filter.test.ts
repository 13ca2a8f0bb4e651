import { afterEach, describe, expect, it, vi } from 'vitest';
import { Revealed, away_ms, shown_ms } from '../src/lib/revealed.svelte';
import type { ImportPreview, PlaceholderView } from '../src/lib/bindings';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle, type } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();
const off = (testid: string) => (get(testid) as HTMLButtonElement).disabled;
const page = () => document.body.innerHTML;
const number = '+49 30 901820';

async function pick(testid: string, value: string): Promise<void> {
  const field = get(testid) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

async function openMira(backend = new FakeBackend()) {
  await openApp({}, backend);
  await type('search', 'hazelnut');
  return backend;
}

describe('while something is written', () => {
  it('a hidden value has a line with what programs see, and is kept hidden', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'Mum’s phone 555-0100');
    expect(all('filter-line')).toHaveLength(1);
    expect(text('capture-preview')).toMatch(
      /The phone number is hidden: only you can show it; programs see \[phone\]/,
    );
    await key(get('capture-text'), 'Enter');
    expect(backend.memories[0]!.content).toBe('Mum’s phone [phone]');
    expect(all('result-row')[0]!.querySelector('[data-testid="placeholder"]')?.textContent).toBe('phone');
    expect(page()).not.toContain('555-0100');
  });

  it('says it to screen readers once, without the buttons', async () => {
    await openApp();
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    expect(get('filter-heard').getAttribute('aria-live')).toBe('polite');
    expect(text('filter-heard')).toMatch(/^The phone number is hidden.*\.$/);
    expect(text('filter-heard')).not.toMatch(/Change|Alt/);
    expect(get('change-phone_number').textContent).toMatch(/^\s*Change what happens to the phone number/);
  });

  it('another choice is made by keyboard alone, and the text keeps the keys', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    await key(get('capture-text'), '1', { altKey: true, code: 'Digit1' });
    expect(document.activeElement?.getAttribute('data-testid')).toBe('choose-seal');
    expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
    await key(document.activeElement!, 'ArrowDown');
    await key(document.activeElement!, 'ArrowDown');
    expect(document.activeElement?.getAttribute('data-testid')).toBe('choose-mask');
    (document.activeElement as HTMLElement).click();
    await settle();
    expect(find('filter-menu')).toBeNull();
    expect(document.activeElement).toBe(get('capture-text'));
    expect(text('capture-preview')).toMatch(/left out for good; \[phone\] is kept instead/);
    await key(get('capture-text'), 'Enter');
    expect(backend.memories[0]!.placeholders[0]).toMatchObject({ action: 'mask', original: null });
  });

  it('Escape leaves the choice as it was, and not the box', async () => {
    await openApp();
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    await press('change-phone_number');
    await key(document.activeElement!, 'ArrowUp');
    await key(document.activeElement!, 'Escape');
    expect(find('filter-menu')).toBeNull();
    expect(find('capture')).not.toBeNull();
    expect(text('capture-preview')).toMatch(/is hidden/);
  });

  it('what is let pass once is let pass once', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    await press('change-phone_number');
    await press('choose-allow');
    expect(text('capture-preview')).toMatch(/is kept as it is, this once/);
    await press('capture-keep');
    expect(backend.memories[0]!.content).toBe('phone 555-0100');
    await press('new-capture');
    await type('capture-text', 'again: phone 555-0100');
    expect(text('capture-preview')).toMatch(/is hidden/);
  });

  it('what always passes is that value and no other', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    await press('change-phone_number');
    await press('choose-always');
    expect(text('capture-preview')).toMatch(/now and from now on/);
    expect(backend.filter.settings.allowed_values).toBe(0);
    await press('capture-keep');
    expect(backend.filter.settings.allowed_values).toBe(1);
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    expect(all('filter-line')).toHaveLength(0);
    await type('capture-text', 'phone 555-0199');
    expect(text('capture-preview')).toMatch(/is hidden/);
  });

  it('a choice goes with its text, and stays with a draft', async () => {
    await openApp();
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    await press('change-phone_number');
    await press('choose-allow');
    get('capture').dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    await press('new-capture');
    expect(text('capture-preview')).toMatch(/this once/);
    await type('capture-text', '');
    await type('capture-text', 'phone 555-0100');
    expect(text('capture-preview')).toMatch(/is hidden/);
  });

  it('a password has no way in, and Enter does not send it', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'password: hunter2hunter2');
    expect(text('capture-preview')).toMatch(/This holds a password, which Keepsake never stores/);
    await press('change-password');
    expect(find('choose-mask')).not.toBeNull();
    for (const never of ['allow', 'always', 'seal', 'token']) expect(find(`choose-${never}`)).toBeNull();
    await key(get('capture-text'), 'Enter');
    expect(backend.calls).not.toContain('remember');
    expect((get('capture-text') as HTMLTextAreaElement).value).toBe('password: hunter2hunter2');
    expect(find('capture-keep-hour')).toBeNull();
  });

  it('a one-time code may be kept for an hour, by button or key', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'the code is 482913');
    expect(off('capture-keep')).toBe(true);
    expect(text('capture-preview')).toMatch(/Take it out, or keep this for one hour only/);
    await key(get('capture-text'), 'h', { altKey: true, code: 'KeyH' });
    expect(text('toast')).toBe('Kept for one hour.');
    expect(backend.memories[0]!.content).toBe('the code is 482913');
    expect(backend.memories[0]!.expires_at).not.toBeNull();
    await press('new-capture');
    await type('capture-text', 'the code is 482913, password: hunter2hunter2');
    expect(find('capture-keep-hour')).toBeNull();
    await key(get('capture-text'), 'h', { altKey: true, code: 'KeyH' });
    expect(backend.calls.filter((call) => call === 'remember')).toHaveLength(1);
  });

  it('an answer to an older choice is dropped', async () => {
    const backend = new FakeBackend();
    const waiting: (() => void)[] = [];
    const real = backend.preview.bind(backend);
    backend.preview = async (...asked) => {
      await new Promise<void>((go) => waiting.push(go));
      return real(...asked);
    };
    await openApp({}, backend);
    await press('new-capture');
    await type('capture-text', 'phone 555-0100');
    waiting.shift()!();
    await settle();
    await press('change-phone_number');
    await press('choose-mask');
    await press('change-phone_number');
    await press('choose-allow');
    const [older, newer] = waiting;
    newer!();
    await settle();
    older!();
    await settle();
    expect(text('capture-preview')).toMatch(/this once/);
  });

  it('nothing is said when the program does not answer', async () => {
    const backend = await openApp();
    await press('new-capture');
    backend.refusals.set('preview', { code: 'busy', message: '', hint: '' });
    await type('capture-text', 'phone 555-0100');
    expect(all('filter-line')).toHaveLength(0);
    expect(off('capture-keep')).toBe(false);
  });
});

describe('placeholders', () => {
  it('come from the program and never from words in brackets', async () => {
    const backend = new FakeBackend();
    backend.memories[0] = { ...backend.memories[0]!, content: 'Ask about [phone] and [card ••••4242].' };
    await openApp({}, backend);
    expect(all('result-row')[0]!.querySelector('.pill')).toBeNull();
    expect(get('detail-content').querySelector('.pill, button')).toBeNull();
    expect(text('detail-content')).toBe('Ask about [phone] and [card ••••4242].');
  });

  it('that were left out for good cannot be shown', async () => {
    await openApp();
    await type('search', 'boiler serviced');
    expect(text('detail-content')).toContain('card ••••4242');
    expect(get('detail-content').querySelector<HTMLElement>('.pill')?.title).toMatch(/left out for good/);
    expect(find('reveal')).toBeNull();
  });

  it('of earlier versions are chips without a way to show them', async () => {
    await openMira();
    await press('edit');
    await type('edit-text', 'Mira, hazelnut: [phone]');
    await press('edit-save');
    expect(get('earlier').querySelector('[data-testid="placeholder"]')?.textContent).toBe('phone');
    expect(get('earlier').querySelector('[data-testid="reveal"], [data-show], .show')).toBeNull();
    expect(find('reveal')).not.toBeNull();
  });
});

describe('showing what is hidden', () => {
  it('takes one click, names what it shows, and can be hidden again', async () => {
    const backend = await openMira();
    expect(page()).not.toContain(number);
    expect(get('reveal').getAttribute('aria-label')).toBe('Show the phone number');
    await press('reveal');
    expect(text('revealed')).toBe(number);
    expect(document.activeElement).toBe(get('revealed'));
    await press('reveal-copy');
    expect(backend.copied).toEqual([number]);
    expect(text('toast')).toMatch(/on the clipboard for 30 seconds/);
    await press('reveal-hide');
    expect(page()).not.toContain(number);
    expect(document.activeElement).toBe(get('reveal'));
  });

  it('does nothing when the person says no', async () => {
    const backend = await openMira();
    backend.saysYes = false;
    await press('reveal');
    expect(page()).not.toContain(number);
    expect(find('problem')).toBeNull();
    backend.saysYes = true;
    await press('reveal');
    expect(text('revealed')).toBe(number);
  });

  it('says why when it cannot', async () => {
    const backend = await openMira();
    backend.refusals.set('reveal', { code: 'damaged', message: '', hint: '' });
    await press('reveal');
    expect(get('problem').dataset.code).toBe('damaged');
    expect(page()).not.toContain(number);
  });

  it('asks for the passphrase, says when it is wrong, and forgets it', async () => {
    const backend = await openMira();
    backend.filter.settings.reveal_asks = 'passphrase';
    await press('reveal');
    expect(find('reveal-dialog')).not.toBeNull();
    expect(off('reveal-go')).toBe(true);
    await type('reveal-passphrase', 'not it');
    await press('reveal-go');
    expect(get('problem').dataset.code).toBe('wrong_secret');
    expect((get('reveal-passphrase') as HTMLInputElement).value).toBe('');
    expect(page()).not.toContain(number);
    await type('reveal-passphrase', 'four words make sense');
    await press('reveal-go');
    expect(find('reveal-dialog')).toBeNull();
    expect(text('revealed')).toBe(number);
    await press('reveal-hide');
    await press('reveal');
    expect(find('reveal-dialog')).not.toBeNull();
    await press('reveal-cancel');
    expect(page()).not.toContain(number);
  });

  it('ends when another memory is opened, and does not come back with the first', async () => {
    await openMira();
    await press('reveal');
    await type('search', 'espresso');
    expect(page()).not.toContain(number);
    await type('search', 'hazelnut');
    expect(find('reveal')).not.toBeNull();
    expect(page()).not.toContain(number);
  });

  it('ends when the memory is edited or another page is opened', async () => {
    await openMira();
    await press('reveal');
    await press('edit');
    expect(page()).not.toContain(number);
    await press('edit-cancel');
    expect(find('revealed')).toBeNull();
    await press('reveal');
    await press('nav-data');
    expect(page()).not.toContain(number);
  });

  it('ends at lock, at once', async () => {
    const backend = await openMira();
    await press('reveal');
    backend.emit('hide_content', null);
    await settle(0);
    expect(page()).not.toContain(number);
  });

  it('does not show an answer that comes after the memory was left', async () => {
    const backend = new FakeBackend();
    let answer = (_text: string) => {};
    backend.reveal = () => new Promise((resolve) => (answer = resolve));
    await openMira(backend);
    await press('reveal');
    await type('search', 'espresso');
    answer(number);
    await settle();
    await type('search', 'hazelnut');
    expect(page()).not.toContain(number);
  });

  it('does not show an answer to a question that was closed, and asks each thing once', async () => {
    const backend = new FakeBackend();
    let answer = (_text: string) => {};
    let asked = 0;
    await openMira(backend);
    backend.filter.settings.reveal_asks = 'passphrase';
    await press('reveal');
    await type('reveal-passphrase', 'four words make sense');
    backend.reveal = () => new Promise((resolve) => ((answer = resolve), (asked += 1)));
    await press('reveal-go');
    await press('reveal-cancel');
    answer(number);
    await settle();
    expect(page()).not.toContain(number);
    await press('reveal');
    await press('reveal');
    expect(asked).toBe(2);
    answer(number);
    await settle();
    expect(text('revealed')).toBe(number);
  });

  it('stays when the list is read again and the memory is the same', async () => {
    const backend = await openMira();
    await press('reveal');
    backend.emit('vault_changed', null);
    await settle(300);
    expect(text('revealed')).toBe(number);
  });
});

describe('how long an original is shown', () => {
  afterEach(() => vi.useRealTimers());
  const sealed: PlaceholderView = {
    start: 0,
    end: 7,
    kind: 'phone_number',
    label: 'phone number',
    action: 'seal',
    token: '',
    original: 1,
  };

  async function shown() {
    vi.useFakeTimers();
    const backend = new FakeBackend();
    backend.originals.set('a', new Map([[1, number]]));
    const revealed = new Revealed(backend, 'a');
    expect(await revealed.ask(sealed)).toBe('shown');
    return revealed;
  }

  it('is half a minute', async () => {
    const revealed = await shown();
    vi.advanceTimersByTime(shown_ms - 1);
    expect(revealed.get(1)).toBe(number);
    vi.advanceTimersByTime(1);
    expect(revealed.get(1)).toBeUndefined();
  });

  it('is shorter when the window is left, but not for a glance', async () => {
    const revealed = await shown();
    revealed.left();
    vi.advanceTimersByTime(away_ms - 1);
    revealed.cameBack();
    vi.advanceTimersByTime(5);
    expect(revealed.get(1)).toBe(number);
    revealed.left();
    vi.advanceTimersByTime(away_ms);
    expect(revealed.get(1)).toBeUndefined();
  });

  it('starts anew when asked anew', async () => {
    const revealed = await shown();
    vi.advanceTimersByTime(20_000);
    await revealed.ask(sealed);
    vi.advanceTimersByTime(20_000);
    expect(revealed.get(1)).toBe(number);
    revealed.hideAll();
    expect(revealed.get(1)).toBeUndefined();
  });

  it('is not at all without an original', async () => {
    const revealed = await shown();
    expect(await revealed.ask({ ...sealed, original: null })).toBe('cancelled');
    expect(await revealed.ask({ ...sealed, original: 9 })).toMatchObject({ code: 'not_found' });
    expect(revealed.get(null)).toBeUndefined();
    expect(revealed.get(9)).toBeUndefined();
  });
});

describe('an edit', () => {
  it('says that what is hidden stays, and keeps it', async () => {
    await openMira();
    await press('edit');
    expect((get('edit-text') as HTMLTextAreaElement).value).toContain('Her number is [phone].');
    expect(text('capture-preview')).toBe('The hidden phone number stays.');
    await type('edit-text', 'Call Mira at [phone], no hazelnut.');
    await press('edit-save');
    await press('reveal');
    expect(text('revealed')).toBe(number);
  });

  it('says when what is hidden goes, before it does', async () => {
    await openMira();
    await press('edit');
    await type('edit-text', 'Mira is allergic to hazelnut.');
    expect(text('capture-preview')).toBe(
      'The hidden phone number will be removed with this change; the earlier version keeps it.',
    );
    await press('edit-save');
    expect(find('reveal')).toBeNull();
  });

  it('hides a new number beside the old one', async () => {
    const backend = await openMira();
    await press('edit');
    await type('edit-text', 'Mira [phone], office phone 555-0142, hazelnut');
    expect(all('filter-line').map((line) => line.querySelector('b')?.textContent)).toEqual([
      'The phone number',
      'The hidden phone number',
    ]);
    await press('edit-save');
    expect(page()).not.toContain('555-0142');
    expect(all('reveal')).toHaveLength(2);
    const id = get('detail').dataset.id!;
    expect([...backend.originals.get(id)!.values()]).toEqual([number, '555-0142']);
  });

  it('does not take a typed placeholder for a hidden value', async () => {
    await openApp();
    await type('search', 'spare key');
    await press('edit');
    await type('edit-text', 'The spare key: ask [phone]');
    expect(all('filter-line')).toHaveLength(0);
    await press('edit-save');
    expect(find('reveal')).toBeNull();
    expect(get('detail-content').querySelector('.pill')).toBeNull();
  });

  it('changes what happens by key, and Escape in the choice does not leave the edit', async () => {
    await openApp();
    await press('edit');
    await type('edit-text', 'phone 555-0100');
    await key(get('edit-text'), '1', { altKey: true, code: 'Digit1' });
    await key(document.activeElement!, 'Escape');
    expect(find('edit-text')).not.toBeNull();
    expect(document.activeElement).toBe(get('edit-text'));
    await press('change-phone_number');
    await press('choose-mask');
    await press('edit-save');
    expect(get('detail-content').querySelector<HTMLElement>('.pill')?.title).toMatch(/left out for good/);
  });

  it('does not send what is refused, nor offer an hour', async () => {
    const backend = await openApp();
    await press('edit');
    await type('edit-text', 'the code is 482913');
    expect(off('edit-save')).toBe(true);
    expect(text('capture-preview')).not.toMatch(/hour/);
    await key(get('edit-text'), 'Enter', { ctrlKey: true });
    expect(backend.calls).not.toContain('edit');
  });
});

describe('the filter’s settings', () => {
  it('have three presets, and say when they were changed', async () => {
    const backend = await openApp();
    await press('nav-settings');
    expect(find('preset-own')).toBeNull();
    expect(find('filter-changed')).toBeNull();
    get('preset-careful').querySelector('input')!.click();
    await settle();
    expect(backend.filter.settings.preset).toBe('careful');
    await pick('class-phone', 'allow');
    expect(get('preset-own').querySelector('input')!.checked).toBe(true);
    expect(backend.calls).toContain('filter_class_set phone allow');
    expect(text('filter-changed')).toMatch(/What you kept before is as it was/);
  });

  it('offer for passwords only what may be chosen', async () => {
    await openApp();
    await press('nav-settings');
    const may = [...get('class-password').querySelectorAll('option')].map((option) => option.value);
    expect(may).toEqual(['block', 'mask']);
    expect(all('class-row')).toHaveLength(14);
  });

  it('show what stands when a change is refused', async () => {
    const backend = await openApp();
    await press('nav-settings');
    backend.refusals.set('filter_class_set phone allow', { code: 'disk_full', message: '', hint: '' });
    await pick('class-phone', 'allow');
    expect(get('problem').dataset.code).toBe('disk_full');
    expect((get('class-phone') as HTMLSelectElement).value).toBe('seal');
    expect(find('filter-changed')).toBeNull();
    backend.refusals.set('filter_preset_set strict', { code: 'disk_full', message: '', hint: '' });
    get('preset-strict').querySelector('input')!.click();
    await settle();
    expect(get('preset-personal').querySelector('input')!.checked).toBe(true);
  });

  it('take own words, and say by the field what is wrong with a pattern', async () => {
    const backend = await openApp();
    await press('nav-settings');
    expect(off('rule-add')).toBe(true);
    await type('rule-text', 'Project Heron');
    await press('rule-add');
    expect(text('rule-row')).toMatch(/^Project Heron leave out for good/);
    expect((get('rule-text') as HTMLInputElement).value).toBe('');
    await pick('rule-form', 'pattern');
    await type('rule-text', 'HR-(\\d');
    await press('rule-add');
    expect(text('rule-wrong')).toBe('This pattern has a bracket that is not closed.');
    expect(get('rule-text').getAttribute('aria-invalid')).toBe('true');
    expect((get('rule-text') as HTMLInputElement).value).toBe('HR-(\\d');
    expect(all('rule-row')).toHaveLength(1);
    await press('new-capture');
    await type('capture-text', 'about project heron');
    expect(text('capture-preview')).toMatch(/left out for good/);
    get('capture').dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    await press('rule-remove');
    expect(all('rule-row')).toHaveLength(0);
    expect(backend.filter.settings.rules).toEqual([]);
  });

  it('forget the values that always pass', async () => {
    const backend = new FakeBackend();
    backend.filter.allowAlways(['555-0100', '555-0101']);
    await openApp({}, backend);
    await press('nav-settings');
    expect(get('filter-settings').textContent).toMatch(/2 exact values always pass/);
    await press('allowed-forget');
    expect(find('allowed-forget')).toBeNull();
    expect(backend.filter.settings.allowed_values).toBe(0);
  });

  it('set what showing asks, and not a passphrase that is not there', async () => {
    const backend = await openApp();
    await press('nav-settings');
    get('asks-passphrase').querySelector('input')!.click();
    await settle();
    expect(backend.filter.settings.reveal_asks).toBe('passphrase');
    expect(find('filter-changed')).toBeNull();
  });

  it('ask for the passphrase before they ask for it less often', async () => {
    const backend = new FakeBackend();
    backend.filter.settings = { ...backend.filter.settings, reveal_asks: 'passphrase' };
    await openApp({}, backend);
    await press('nav-settings');
    get('asks-once').querySelector('input')!.click();
    await settle();
    expect(backend.filter.settings.reveal_asks).toBe('passphrase');
    await type('reveal-passphrase', 'not it');
    await press('reveal-go');
    expect(get('reveal-dialog').querySelector('[data-testid="problem"]')).not.toBeNull();
    expect(backend.filter.settings.reveal_asks).toBe('passphrase');
    await type('reveal-passphrase', backend.passphrase);
    await press('reveal-go');
    expect(find('reveal-dialog')).toBeNull();
    expect(backend.filter.settings.reveal_asks).toBe('once');
  });

  it('ask for the passphrase before an export takes out what is hidden', async () => {
    const backend = new FakeBackend();
    backend.filter.settings = { ...backend.filter.settings, reveal_asks: 'passphrase' };
    await openApp({}, backend);
    await press('nav-data');
    await press('export-open');
    get('export-markdown').querySelector('input')!.click();
    get('export-hidden').click();
    await press('export-go');
    expect(find('exported')).toBeNull();
    expect(find('problem')).toBeNull();
    await type('export-secret', 'not it');
    await press('export-go');
    expect(get('problem').dataset.code).toBe('wrong_secret');
    expect(find('exported')).toBeNull();
    await press('export-cancel');
    expect(find('exported')).toBeNull();
    await press('export-open');
    await press('export-go');
    expect(text('exported')).toMatch(/keepsake\.zip/);
    await press('export-open');
    get('export-hidden').click();
    await press('export-go');
    await type('export-secret', backend.passphrase);
    await press('export-go');
    expect(find('export-dialog')).toBeNull();
    expect(backend.calls.at(-1)).not.toBe('export_all zip');
  });

  it('do not offer the passphrase where none is set', async () => {
    const backend = await openApp({ has_passphrase_slot: false });
    await press('nav-settings');
    const input = get('asks-passphrase').querySelector('input')!;
    expect(input.disabled).toBe(true);
    expect(get('asks-passphrase').textContent).toMatch(/Set a passphrase first/);
    input.click();
    await settle();
    expect(backend.filter.settings.reveal_asks).toBe('once');
  });

  it('say when they cannot be read', async () => {
    const backend = new FakeBackend();
    backend.refusals.set('filter_settings', { code: 'damaged', message: '', hint: '' });
    await openApp({}, backend);
    await press('nav-settings');
    expect(get('problem').dataset.code).toBe('damaged');
    expect(find('preset-personal')).toBeNull();
    expect(find('theme-dark')).not.toBeNull();
  });
});

describe('scanning the vault', () => {
  function withNumbers() {
    const backend = new FakeBackend();
    const [a, b] = backend.memories;
    backend.memories[0] = { ...a!, content: 'Plumber: phone 555-0100' };
    const earlier = [
      { id: 'e'.repeat(32), kept_at: b!.kept_at, content: 'Dentist 555-0199', placeholders: [] },
    ];
    backend.memories[1] = { ...b!, content: 'Dentist 555-0177', earlier };
    return backend;
  }

  it('shows what would change, and changes nothing before it is confirmed', async () => {
    const backend = await openApp({}, withNumbers());
    await press('nav-data');
    await press('scan-open');
    expect(text('scan-says')).toBe(
      '40 memories looked at. 2 memories hold what your rules hide or refuse today.',
    );
    expect(text('kind-count')).toBe('2 × phone number:hidden, only you can show it');
    expect(all('scan-row').map((row) => row.textContent?.trim())).toEqual([
      'Plumber: phone phone',
      'Dentist phone',
    ]);
    expect(get('scan-dialog').innerHTML).not.toMatch(/555-/);
    expect(get('scan-dialog').textContent).toMatch(/Earlier versions that hold.*removed/);
    expect(text('scan-confirm')).toBe('Hide in 2 memories');
    expect(document.activeElement).not.toBe(get('scan-confirm'));
    await press('scan-cancel');
    expect(backend.calls).not.toContain('vault_scan_apply');
    expect(backend.memories[0]!.content).toBe('Plumber: phone 555-0100');
  });

  it('hides it when it is confirmed, and says what was done', async () => {
    const backend = await openApp({}, withNumbers());
    await press('nav-data');
    await press('scan-open');
    await press('scan-confirm');
    expect(all('scan-done').map((line) => line.textContent)).toEqual([
      'Hidden in 2 memories.',
      '1 earlier version was removed.',
    ]);
    expect(find('scan-confirm')).toBeNull();
    expect(backend.memories[0]!.content).toBe('Plumber: phone [phone]');
    expect(backend.memories[1]!.earlier).toEqual([]);
    await press('scan-close');
    await press('nav-memories');
    expect(page()).not.toContain('555-');
    await press('reveal');
    expect(text('revealed')).toBe('555-0100');
  });

  it('finds nothing kindly', async () => {
    const backend = await openApp();
    await press('nav-data');
    await press('scan-open');
    expect(text('scan-says')).toMatch(/Nothing in them needs hiding/);
    expect(find('scan-confirm')).toBeNull();
    expect(all('scan-row')).toHaveLength(0);
    await press('scan-close');
    expect(backend.calls).not.toContain('vault_scan_apply');
  });

  it('says when it could not look, and looks again', async () => {
    const backend = await openApp({}, withNumbers());
    await press('nav-data');
    backend.refusals.set('vault_scan', { code: 'busy', message: '', hint: '' });
    await press('scan-open');
    expect(get('problem').dataset.code).toBe('busy');
    expect(find('scan-confirm')).toBeNull();
    await press('scan-again');
    expect(find('problem')).toBeNull();
    expect(find('scan-confirm')).not.toBeNull();
  });

  it('says what stood in the way of the change, and shows what it would do still', async () => {
    const backend = await openApp({}, withNumbers());
    await press('nav-data');
    await press('scan-open');
    backend.refusals.set('vault_scan_apply', { code: 'disk_full', message: '', hint: '' });
    await press('scan-confirm');
    expect(get('problem').dataset.code).toBe('disk_full');
    expect(find('scan-done')).toBeNull();
    expect(text('scan-confirm')).toBe('Hide in 2 memories');
  });

  it('cannot be left while it changes memories', async () => {
    const backend = withNumbers();
    let go = () => {};
    backend.vaultScanApply = () =>
      new Promise((resolve) => (go = () => resolve({ changed: 2, versions_removed: 0, left: 0 })));
    await openApp({}, backend);
    await press('nav-data');
    await press('scan-open');
    await press('scan-confirm');
    get('scan-dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    expect(find('scan-dialog')).not.toBeNull();
    go();
    await settle();
    expect(text('scan-done')).toBe('Hidden in 2 memories.');
  });

  it('is one click from the settings after a rule was changed', async () => {
    await openApp();
    await press('nav-settings');
    await pick('class-contact', 'seal');
    await press('filter-scan');
    expect(find('your-data')).not.toBeNull();
    expect(document.activeElement).toBe(get('scan-open'));
  });

  it('is gone at lock', async () => {
    const backend = await openApp({}, withNumbers());
    await press('nav-data');
    await press('scan-open');
    backend.emit('hide_content', null);
    await settle(0);
    expect(page()).not.toMatch(/Plumber|Dentist/);
  });
});

describe('bringing memories in', () => {
  const file: ImportPreview = {
    name: 'chats.jsonl',
    memories: 120,
    unchanged: 14,
    blocked: 2,
    failed: 1,
    short_replies: 0,
    found: [
      { kind: 'phone_number', label: 'phone number', action: 'seal', count: 9 },
      { kind: 'password', label: 'password', action: 'block', count: 2 },
    ],
    passed_over: 0,
    proposals: [],
  };

  it('proposes sentences of a chat, and brings in those that are ticked', async () => {
    const backend = new FakeBackend();
    const sentence = (number: number, content: string, is_likely: boolean) => ({
      number,
      content,
      kind: 'preference',
      said_at: '2026-03-01T10:00:00Z',
      reason: 'likes',
      is_likely,
    });
    const proposals = [
      sentence(4, 'I like the window seat.', true),
      sentence(1, 'We chose the oak table.', true),
      sentence(7, 'I was in Ghent once.', false),
    ];
    const likely = { ...file, memories: 2, unchanged: 0, blocked: 0, failed: 0 };
    backend.importFile = { ...likely, passed_over: 900, proposals };
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    expect(text('import-says')).toContain('3 sentences about you in chats.jsonl.');
    expect(text('proposals-say')).toContain('2 sentences of 3 ticked');
    expect(text('import-confirm')).toBe('Bring in 2 memories');
    await press('proposal-1');
    await press('proposal-7');
    await press('import-confirm');
    expect(backend.calls).toContain('import_run 4 7');
    await press('import-undo');
    expect(backend.calls).toContain('import_undo');
    expect(find('import-line')).toBeNull();

    backend.importFile = { ...file, memories: 2, proposals };
    await press('import-file');
    await press('proposals-all');
    expect(text('import-confirm')).toBe('Bring in 3 memories');
    await press('proposals-all');
    expect((get('import-confirm') as HTMLButtonElement).disabled).toBe(true);
    await press('proposals-likely');
    expect(text('proposals-say')).toContain('2 sentences of 3');
    await press('import-cancel');
    expect(backend.calls.filter((call) => call.startsWith('import_run'))).toHaveLength(1);
  });

  it('takes what an assistant answered, and says when nothing in it is a memory', async () => {
    const backend = new FakeBackend();
    backend.importFile = { ...file, name: 'the answer' };
    await openApp({}, backend);
    await press('nav-data');
    await press('import-ask');
    expect((get('assistant-prompt') as HTMLTextAreaElement).value).toBe('List what you know about me.');
    expect((get('assistant-look') as HTMLButtonElement).disabled).toBe(true);
    await type('assistant-answer', 'I know nothing.');
    await press('assistant-look');
    expect(text('ask-assistant')).toContain('Nothing in it is a memory.');
    await type('assistant-answer', '- [fact] Likes tea');
    await press('assistant-look');
    expect(find('ask-assistant')).toBeNull();
    expect(text('import-says')).toContain('the answer');
  });

  it('shows counts first, and brings in when it is confirmed', async () => {
    const backend = new FakeBackend();
    backend.importFile = file;
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    expect(backend.calls).toContain('import_preview file');
    expect(text('import-says')).toBe('120 memories in chats.jsonl. Nothing is kept yet.');
    expect(all('import-leaves').map((line) => line.textContent)).toEqual([
      '14 are here already, unchanged.',
      '2 would be refused: they hold what your rules do not let in.',
      '1 part of the file cannot be read.',
    ]);
    expect(all('kind-count').map((line) => line.textContent)).toEqual([
      '9 × phone number:hidden, only you can show it',
      '2 × password:refused by your rules',
    ]);
    expect(backend.calls).not.toContain('import_run');
    expect(text('import-confirm')).toBe('Bring in 104 memories');
    await press('import-confirm');
    expect(find('import-dialog')).toBeNull();
    expect(all('import-done')[0]!.textContent).toBe('104 memories were brought in.');
    await press('import-close');
    expect(find('import-line')).toBeNull();
  });

  it('goes on in the background, says how far it is, and can be cancelled and gone on with', async () => {
    const backend = new FakeBackend();
    backend.importFile = file;
    let stop: (at: number | null) => void = () => {};
    backend.importWaits = new Promise((stopped) => (stop = stopped));
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    await press('import-confirm');
    expect(find('import-dialog')).toBeNull();
    expect(text('import-progress')).toMatch(/^Bringing memories in: 0 of 121\./);
    expect(off('import-file')).toBe(true);
    backend.emit('import_progress', { done: 64, total: 121, per_second: 310, seconds_left: 42 });
    await press('nav-memories');
    expect(text('import-progress')).toBe(
      'Bringing memories in: 64 of 121. 310 memories a second, about 40 seconds left',
    );
    expect(get('import-line').querySelector('[role=progressbar]')!.getAttribute('aria-valuenow')).toBe('64');
    type('search', 'tea');
    await settle();
    expect(backend.calls).toContain('search');

    await press('import-stop');
    expect(backend.calls).toContain('import_cancel');
    expect(text('import-progress')).toMatch(/^Stopping/);
    stop(64);
    await settle();
    expect(all('import-done').map((line) => line.textContent)).toEqual([
      'Stopped at 64 of 121.',
      '64 memories were brought in.',
    ]);
    backend.importWaits = Promise.resolve(null);
    await press('import-go-on');
    expect(all('import-done')[0]!.textContent).toBe('40 memories were brought in.');
    expect(find('import-go-on')).toBeNull();
    // What was said before the end and comes after it says nothing.
    backend.emit('import_progress', { done: 100, total: 121, per_second: 1, seconds_left: 1 });
    await settle();
    expect(find('import-progress')).toBeNull();
    await press('import-close');
    expect(find('import-line')).toBeNull();
  });

  it('says what stopped it and what was kept', async () => {
    const backend = new FakeBackend();
    backend.importFile = file;
    backend.importWaits = Promise.resolve(30);
    backend.importProblem = { code: 'disk_full', message: 'The disk is full.', hint: '' };
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    await press('import-confirm');
    expect(text('import-line')).toMatch(/Stopped at 30 of 121\..*30 memories were brought in/);
    expect(get('problem').dataset.code).toBe('disk_full');
  });

  it('offers to leave short replies out, and does not unasked', async () => {
    const backend = new FakeBackend();
    backend.importFile = { ...file, short_replies: 12 };
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    expect(text('import-short')).toMatch(/^12 short replies such as greetings\./);
    expect((get('import-leave-out') as HTMLInputElement).checked).toBe(false);
    expect(text('import-confirm')).toBe('Bring in 104 memories');
    await press('import-leave-out');
    expect(text('import-confirm')).toBe('Bring in 92 memories');
    await press('import-confirm');
    expect(backend.calls).toContain('import_run without short replies');
    expect(text('import-line')).toMatch(/12 short replies were left out/);
  });

  it('is gone from the page at lock', async () => {
    const backend = new FakeBackend();
    backend.importFile = file;
    backend.importWaits = new Promise(() => {});
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    await press('import-confirm');
    expect(find('import-line')).not.toBeNull();
    await press('lock');
    expect(find('import-line')).toBeNull();
  });

  it('does nothing when the file dialog or the preview is cancelled', async () => {
    const backend = await openApp();
    await press('nav-data');
    await press('import-folder');
    expect(backend.calls).toContain('import_preview folder');
    expect(find('import-dialog')).toBeNull();
    expect(off('import-folder')).toBe(false);
    backend.importFile = file;
    await press('import-file');
    await press('import-cancel');
    expect(find('import-dialog')).toBeNull();
    expect(backend.calls).not.toContain('import_run');
  });

  it('offers nothing when nothing is new', async () => {
    const backend = new FakeBackend();
    backend.importFile = { ...file, memories: 16 };
    await openApp({}, backend);
    await press('nav-data');
    await press('import-file');
    expect(text('import-says')).toMatch(/None of it is new/);
    expect(find('import-confirm')).toBeNull();
  });

  it('says what went wrong, where it did', async () => {
    const backend = new FakeBackend();
    backend.importFile = file;
    await openApp({}, backend);
    await press('nav-data');
    backend.refusals.set('import_preview file', {
      code: 'not_found',
      message: 'This file is gone.',
      hint: 'Choose another.',
    });
    await press('import-file');
    expect(text('problem')).toMatch(/This file is gone/);
    expect(find('import-dialog')).toBeNull();
    await press('import-file');
    expect(find('problem')).toBeNull();
    backend.refusals.set('import_run', { code: 'disk_full', message: '', hint: '' });
    await press('import-confirm');
    expect(get('problem').dataset.code).toBe('disk_full');
    expect(find('import-done')).toBeNull();
    await press('import-close');
    expect(find('problem')).toBeNull();
  });
});
