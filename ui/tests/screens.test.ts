import { describe, expect, it } from 'vitest';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle, type } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();
const off = (testid: string) => (get(testid) as HTMLButtonElement).disabled;

describe('first run', () => {
  it('makes a vault in one click, shows the code and has it confirmed', async () => {
    const backend = await openApp({ phase: 'first_run', has_passphrase_slot: false });
    expect(find('first-run')).not.toBeNull();
    expect(off('make-vault')).toBe(false);
    await press('make-vault');
    expect(text('recovery-group-0')).toBe('7K2M');
    expect(text('recovery-group-13')).toBe('5RZE');
    await press('recovery-save');
    expect(get('recovery-code').textContent).toMatch(/Saved in the clear/);
    await press('recovery-continue');
    expect(document.body.textContent).not.toContain('7K2M');
    await type('confirm-0', '4TDV');
    await type('confirm-1', 'XXXX');
    await press('confirm-done');
    expect(get('problem').dataset.code).toBe('recovery_mismatch');
    await type('confirm-1', ' 9d2x ');
    await press('confirm-done');
    expect(find('main')).not.toBeNull();
    expect(find('no-memories')).not.toBeNull();
    expect(backend.state.has_passphrase_slot).toBe(false);
  });

  it('asks for a good passphrase when there is no keychain, and says why', async () => {
    const backend = await openApp({ phase: 'first_run', keychain: 'absent' });
    expect(get('first-run').textContent).toMatch(/no keychain that answers/);
    expect(find('use-passphrase')).toBeNull();
    expect(off('make-vault')).toBe(true);
    await type('passphrase', 'abc');
    await type('passphrase-repeat', 'abc');
    expect(off('make-vault')).toBe(true);
    await type('passphrase', 'four words make sense');
    expect(off('make-vault')).toBe(true);
    await type('passphrase-repeat', 'four words make sense');
    expect(off('make-vault')).toBe(false);
    await press('make-vault');
    expect(backend.state).toMatchObject({ has_device_slot: false, has_passphrase_slot: true });
    expect(find('recovery-code')).not.toBeNull();
  });

  it('shows the code again after the page was loaded anew', async () => {
    const backend = await openApp({ phase: 'confirm_recovery' });
    expect(backend.calls).toContain('recovery_show');
    expect(text('recovery-group-2')).toBe('4TDV');
  });

  it('opens and erases the try-out vault', async () => {
    await openApp({ phase: 'first_run' });
    await press('try-first');
    expect(find('try-out-banner')).not.toBeNull();
    expect(all('result-row').length).toBeGreaterThan(3);
    await press('try-out-end');
    expect(find('first-run')).not.toBeNull();
  });

  it('says what went wrong and stays', async () => {
    const backend = await openApp({ phase: 'first_run' });
    backend.refusals.set('vault_create', { code: 'disk_full', message: '', hint: '' });
    await press('make-vault');
    expect(text('problem')).toMatch(/The disk is full/);
    expect(off('make-vault')).toBe(false);
  });
});

describe('the lock screen', () => {
  it('opens by keychain in one click', async () => {
    await openApp({ phase: 'locked' });
    await press('unlock-keychain');
    expect(find('main')).not.toBeNull();
  });

  it('opens by passphrase, and says when it is wrong', async () => {
    await openApp({ phase: 'locked' });
    await press('unlock-passphrase');
    await type('unlock-secret', 'wrong');
    await press('unlock-go');
    expect(get('problem').dataset.code).toBe('wrong_secret');
    await type('unlock-secret', 'four words make sense');
    await press('unlock-go');
    expect(find('main')).not.toBeNull();
  });

  it('opens by recovery code when nothing else is there', async () => {
    await openApp({ phase: 'locked', keychain: 'absent', has_passphrase_slot: false });
    expect(get('lock-screen').textContent).toMatch(/Your keychain does not answer/);
    await type('unlock-secret', '7K2M Q9XA 4TDV W3HN 0ZC8 RJ5P EY6B 1FGS M8T4 K0QV 9D2X A7NW H3JC 5RZE');
    await press('unlock-go');
    expect(find('main')).not.toBeNull();
  });

  it('turns to another way when the keychain fails', async () => {
    const backend = await openApp({ phase: 'locked' });
    backend.refusals.set('unlock', { code: 'keychain', message: '', hint: '' });
    await press('unlock-keychain');
    expect(get('problem').dataset.code).toBe('keychain');
    expect(find('unlock-secret')).not.toBeNull();
  });
});

describe('memories', () => {
  it('are found while typing, with marks, and none is shown when none fits', async () => {
    await openApp();
    await type('search', 'stop caffeine');
    expect(text('result-count')).toMatch(/best first/);
    expect(all('result-row')[0]!.querySelector('mark')?.textContent).toBe('stop');
    expect(text('detail-content')).toMatch(/^Dr. Weiss says/);
    await type('search', 'xylophone');
    expect(text('no-results')).toMatch(/Nothing found for “xylophone”/);
    await key(get('search'), 'Escape');
    expect((get('search') as HTMLInputElement).value).toBe('');
    expect(all('result-row').length).toBeGreaterThan(3);
  });

  it('are chosen with the arrows from the search field', async () => {
    await openApp();
    const first = get('detail').dataset.id;
    await key(get('search'), 'ArrowDown');
    expect(get('detail').dataset.id).not.toBe(first);
    expect(get('search').getAttribute('aria-activedescendant')).toBe('row-1');
    await key(get('search'), 'ArrowUp');
    expect(get('detail').dataset.id).toBe(first);
  });

  it('are kept from the capture box, with topic and kind', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'Pay with 4111 1111 1111 1111 at Hartmann #home !decision');
    expect(text('capture-preview')).toMatch(
      /The card number is hidden: only you can show it; programs see \[card ••••1111\]/,
    );
    await key(get('capture-text'), 'Enter');
    expect(find('capture-text')).toBeNull();
    expect(text('toast')).toBe('Kept.');
    expect(backend.memories[0]).toMatchObject({
      content: 'Pay with [card ••••1111] at Hartmann',
      kind: 'decision',
      topics: ['home'],
    });
    expect(all('result-row')[0]!.textContent).toContain('card ••••1111');
  });

  it('stay in the box when they cannot be kept, and when it is left', async () => {
    const backend = await openApp();
    backend.refusals.set('remember', { code: 'disk_full', message: '', hint: '' });
    await key(window, 'n', { ctrlKey: true });
    await type('capture-text', 'not lost');
    await press('capture-keep');
    expect(get('problem').dataset.code).toBe('disk_full');
    expect((get('capture-text') as HTMLTextAreaElement).value).toBe('not lost');
    get('capture').dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    expect(find('capture')).toBeNull();
    await press('new-capture');
    expect((get('capture-text') as HTMLTextAreaElement).value).toBe('not lost');
  });

  it('are refused before they are sent when the filter blocks them', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', '-----BEGIN PRIVATE KEY----- abc');
    expect(get('capture-preview').dataset.blocked).toBe('true');
    expect(off('capture-keep')).toBe(true);
    expect(backend.calls).not.toContain('remember');
  });

  it('are edited in place, with the version before kept', async () => {
    await openApp();
    await type('search', 'decaf');
    await press('edit');
    await type('edit-text', 'Decaf only.');
    await press('edit-save');
    expect(text('detail-content')).toBe('Decaf only.');
    expect(text('earlier')).toMatch(/3 earlier versions.*I drink dark roast/);
  });

  it('keep an unsaved edit while others are read', async () => {
    await openApp();
    await press('edit');
    await type('edit-text', 'half done');
    await key(get('search'), 'ArrowDown');
    expect(find('edit-text')).toBeNull();
    await key(get('search'), 'ArrowUp');
    expect((get('edit-text') as HTMLTextAreaElement).value).toBe('half done');
    await press('edit-cancel');
    expect(get('detail').textContent).toMatch(/not saved/);
  });

  it('are forgotten only after saying what goes', async () => {
    const backend = await openApp();
    await type('search', 'decaf');
    await press('forget');
    expect(get('forget-dialog').textContent).toMatch(/2 earlier versions/);
    expect(backend.calls).not.toContain('forget');
    await press('forget-confirm');
    expect(text('toast')).toBe('Forgotten: 1 memory, 2 earlier versions. Receipt 00000000.');
    expect(find('no-results')).not.toBeNull();
  });

  it('are forgotten by key from the list, and not from the search field', async () => {
    await openApp();
    await key(get('search'), 'Delete');
    expect(find('forget-dialog')).toBeNull();
    await key(document.getElementById('memory-list')!, 'Delete');
    expect(find('forget-dialog')).not.toBeNull();
    await press('forget-cancel');
    expect(find('forget-dialog')).toBeNull();
  });

  it('are narrowed by kind, time and topic', async () => {
    await openApp();
    await press('kind-style');
    expect(text('result-count')).toMatch(/^3 memories/);
    await press('kind-style');
    get('topic').click();
    await settle();
    expect(text('result-count')).toMatch(/^10 memories/);
  });

  it('draw only rows in view, however many there are', async () => {
    const backend = new FakeBackend();
    const like = backend.memories[0]!;
    backend.memories = Array.from({ length: 100_000 }, (_, at) => ({ ...like, id: String(at) }));
    await openApp({}, backend);
    expect(text('result-count')).toMatch(/^100,000 memories/);
    expect(all('result-row').length).toBeLessThan(40);
  });

  it('say when only words were searched', async () => {
    await openApp({ model: 'loading' });
    await type('search', 'espresso');
    expect(text('result-count')).toMatch(/words only/);
    expect(text('trust')).toMatch(/Model is loading/);
  });

  it('say what went wrong when the list cannot be read', async () => {
    const backend = new FakeBackend();
    backend.refusals.set('list', { code: 'damaged', message: '', hint: '' });
    await openApp({}, backend);
    expect(get('problem').dataset.code).toBe('damaged');
    await press('list-again');
    expect(all('result-row').length).toBeGreaterThan(3);
  });
});

describe('lock', () => {
  it('takes every word off the page, drafts too', async () => {
    const backend = await openApp();
    await press('new-capture');
    await type('capture-text', 'secret draft');
    backend.emit('hide_content', null);
    await settle(0);
    expect(document.body.textContent).not.toMatch(/plumber|draft/);
    expect(document.querySelector('input, textarea')).toBeNull();
    backend.state = { ...backend.state, phase: 'locked' };
    backend.emit('state_changed', backend.state);
    await settle();
    await press('unlock-keychain');
    await press('new-capture');
    expect((get('capture-text') as HTMLTextAreaElement).value).toBe('');
  });

  it('is one press away', async () => {
    const backend = await openApp();
    await press('lock');
    expect(backend.calls).toContain('lock');
    expect(find('lock-screen')).not.toBeNull();
    expect(document.body.textContent).not.toMatch(/plumber/);
  });

  it('is put off by activity, told at most once in a while', async () => {
    const backend = await openApp();
    for (let at = 0; at < 5; at++) await key(window, 'Shift');
    expect(backend.calls.filter((call) => call === 'note_activity')).toHaveLength(1);
  });
});

describe('your data and settings', () => {
  it('list all that is stored, and take it out', async () => {
    const backend = await openApp();
    await press('nav-data');
    expect(all('data-row').length).toBe(6);
    expect(get('your-data').textContent).toMatch(/Never stored/);
    expect(text('activity')).toMatch(
      /2 memories forgotten.*40 memories exported, by a program.*Unlocked, 3 times/,
    );
    await press('export-open');
    await press('export-go');
    expect(find('export-dialog')).toBeNull();
    expect(text('exported')).toMatch(/40 memories written to .*keepsake\.zip\. That file is not encrypted/);
    expect(text('exported')).not.toMatch(/damaged/);
    backend.damage = { damaged: 1, originals_left: 2 };
    await press('export-open');
    get('export-json').querySelector('input')!.click();
    await press('export-go');
    expect(text('exported')).toMatch(/1 memory is damaged and was left out/);
    expect(text('exported')).toMatch(/2 hidden values stayed in the vault/);
    await press('export-open');
    get('export-hidden').click();
    await press('export-go');
    expect(backend.calls).toContain('export_all zip with what is hidden');
    expect(text('exported')).toMatch(/2 hidden values are damaged and could not be opened/);
    await press('check-vault');
    expect(text('last-check')).toMatch(/^Whole/);
  });

  it('change the look at once, and back when it cannot be kept', async () => {
    const backend = await openApp();
    await press('nav-settings');
    get('theme-dark').querySelector('input')!.click();
    await settle();
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(backend.settings.theme).toBe('dark');
    backend.refusals.set('settings_set', { code: 'disk_full', message: '', hint: '' });
    get('theme-light').querySelector('input')!.click();
    await settle();
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(get('problem').dataset.code).toBe('disk_full');
  });

  it('set a passphrase and a new recovery code', async () => {
    const backend = await openApp({ has_passphrase_slot: false, has_device_slot: false });
    await press('nav-settings');
    await press('passphrase-change');
    await type('passphrase', 'another four good words');
    await type('passphrase-repeat', 'another four good words');
    await press('passphrase-save');
    expect(backend.passphrase).toBe('another four good words');
    await press('keychain-add');
    expect(backend.state.has_device_slot).toBe(true);
    await press('recovery-renew');
    await press('recovery-renew-confirm');
    expect(text('recovery-group-0')).toBe('7K2M');
    await press('recovery-continue');
    await type('confirm-0', '4TDV');
    await type('confirm-1', '9D2X');
    await press('confirm-done');
    expect(find('main')).not.toBeNull();
  });
});

describe('ways in', () => {
  it('go into strict mode and out of it with a passphrase', async () => {
    const backend = await openApp({});
    await press('nav-settings');
    await press('strict-switch');
    const save = () => get('strict-save') as HTMLButtonElement;
    expect(save().disabled).toBe(true);
    await type('passphrase', 'another four good words');
    expect(save().disabled).toBe(true);
    await type('passphrase-repeat', 'another four good words');
    backend.refusals.set('strict_set', { code: 'keychain', message: 'No keychain.', hint: '' });
    await press('strict-save');
    expect(backend.state.is_strict).toBe(false);
    expect(text('problem')).toContain('No keychain.');
    await press('strict-save');
    expect(backend.state.is_strict).toBe(true);
    expect(find('keychain-remove')).toBeNull();
    expect(find('passphrase-remove')).toBeNull();
    await press('strict-switch');
    await type('passphrase', 'another four good words');
    await type('passphrase-repeat', 'another four good words');
    await press('strict-save');
    expect(backend.state).toMatchObject({ is_strict: false, has_device_slot: true });
  });

  it('are taken away only while another is left, and asked for first', async () => {
    const backend = await openApp({});
    await press('nav-settings');
    await press('keychain-remove');
    expect(backend.calls).not.toContain('way_in_remove');
    await press('keychain-remove-confirm');
    expect(backend.state.has_device_slot).toBe(false);
    expect(find('passphrase-remove')).toBeNull();
  });

  it('say on the lock screen that both are needed', async () => {
    await openApp({ phase: 'locked', is_strict: true, has_device_slot: false });
    expect(find('unlock-keychain')).toBeNull();
    expect(text('strict-says')).toContain('together with the key');
  });
});

describe('a vault that cannot be opened', () => {
  it('says what was found, what is safe and what to do', async () => {
    const problem = { code: 'damaged', message: 'vault.db does not fit.', hint: 'Bring back a backup.' };
    await openApp({ phase: 'broken', problem });
    expect(text('problem')).toMatch(/vault\.db does not fit.*deleted nothing.*Bring back a backup/);
  });

  it('is not mistaken for a program that does not answer', async () => {
    const backend = new FakeBackend();
    backend.refusals.set('app_state', { code: 'failed', message: '', hint: '' });
    await openApp({}, backend);
    expect(find('broken')).not.toBeNull();
    await press('look-again');
    expect(find('main')).not.toBeNull();
  });
});
