// Taking everything out and bringing it back, how far a forget goes, rules for what goes by itself, new keys.
import { afterEach, describe, expect, it } from 'vitest';
import { activityInWords } from '../src/lib/activity-words';
import { ruleInWords } from '../src/lib/care-words';
import { broughtBackInWords } from '../src/lib/export-words';
import { backupsHoldingInWords, forgottenInWords } from '../src/lib/forget-words';
import { FakeBackend } from './fake-backend';
import { all, clearPage, find, get, key, openApp, press, settle, type } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim() ?? '';
const choose = async (testid: string) => {
  get(testid).querySelector('input')!.click();
  await settle();
};

async function openYourData(backend = new FakeBackend()) {
  await openApp({}, backend);
  await press('nav-data');
  return backend;
}

afterEach(clearPage);

describe('an export', () => {
  it('that is encrypted wants a passphrase of its own, twice and strong enough', async () => {
    const backend = await openYourData();
    await press('export-open');
    await choose('export-encrypted');
    expect(find('export-hidden')).toBeNull();
    expect((get('export-go') as HTMLButtonElement).disabled).toBe(true);
    await type('passphrase', 'short');
    await type('passphrase-repeat', 'short');
    await expect.poll(() => (get('export-go') as HTMLButtonElement).disabled).toBe(true);
    await type('passphrase', 'seven amber kettles');
    await type('passphrase-repeat', 'seven amber kettle');
    expect((get('export-go') as HTMLButtonElement).disabled).toBe(true);
    await type('passphrase-repeat', 'seven amber kettles');
    await expect.poll(() => (get('export-go') as HTMLButtonElement).disabled).toBe(false);
    await press('export-go');
    expect(backend.exportPassphrase).toBe('seven amber kettles');
    expect(text('exported')).toMatch(/keepsake\.age\. It opens with the passphrase that you gave it/);
  });

  it('in the clear carries no passphrase and nothing hidden unless it is ticked', async () => {
    const backend = await openYourData();
    await press('export-open');
    await choose('export-html');
    await type('passphrase', 'seven amber kettles');
    await type('passphrase-repeat', 'seven amber kettles');
    await choose('export-zip');
    await press('export-go');
    expect(backend.calls).toContain('export_all zip');
    expect(backend.exportPassphrase).toBeNull();
  });

  it('shows how far it is and is stopped with one key, without a file', async () => {
    const backend = await openYourData();
    let finish = () => {};
    backend.exportWaits = new Promise((done) => (finish = done));
    await press('export-open');
    await press('export-go');
    expect(get('export-progress').getAttribute('aria-valuenow')).toBe('10');
    expect(text('export-progress')).toBe('25 %');
    get('export-dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    expect(backend.calls).toContain('transfer_cancel');
    finish();
    await settle();
    expect(find('export-dialog')).toBeNull();
    expect(find('exported')).toBeNull();
    expect(document.body.textContent).toMatch(/Stopped\. No file was written/);
  });

  it('is stopped before locking, which would wait for it', async () => {
    const backend = await openYourData();
    await press('lock');
    expect(backend.calls.indexOf('transfer_cancel')).toBeGreaterThan(-1);
    expect(backend.calls.indexOf('transfer_cancel')).toBeLessThan(backend.calls.indexOf('lock'));
  });

  it('that failed says why and stays open', async () => {
    const backend = await openYourData();
    backend.refusals.set('export_all zip', {
      code: 'disk_full',
      message: 'The disk is full.',
      hint: 'Free some.',
    });
    await press('export-open');
    await press('export-go');
    expect(text('export-dialog')).toContain('The disk is full.');
    await press('export-cancel');
    expect(find('export-dialog')).toBeNull();
  });
});

describe('bringing an export back', () => {
  it('asks for its passphrase and says what came of it', async () => {
    const backend = await openYourData();
    await press('bring-back');
    expect(find('brought-back')).toBeNull();
    backend.broughtBack = { ...backend.broughtBack, name: 'all.age', imported: 39, unchanged: 1 };
    backend.chosenExportPassphrase = 'seven amber kettles';
    await press('bring-back');
    await type('reveal-passphrase', 'eight amber kettles');
    await press('reveal-go');
    expect(get('problem').dataset.code).toBe('wrong_secret');
    await type('reveal-passphrase', 'seven amber kettles');
    await press('reveal-go');
    expect(text('brought-back')).toMatch(
      /39 memories brought back from all\.age\..*1 memory was here already/,
    );
  });

  it('counts all that is not as it was', () => {
    const back = {
      name: 'a',
      imported: 0,
      unchanged: 0,
      revised: 2,
      forgotten_here: 1,
      masked: 2,
      originals_missing: 3,
    };
    expect(broughtBackInWords(back)).toEqual([
      '0 memories brought back from a.',
      '2 memories that were here got versions that were not.',
      '1 memory was forgotten here, and stays forgotten.',
      '2 memories hold something that your filter hides now.',
      '3 hidden values are not in that file: its placeholder came alone.',
    ]);
    expect(broughtBackInWords({ ...back, name: null })).toEqual([]);
  });
});

describe('a vault made of an export', () => {
  async function chosen() {
    const backend = new FakeBackend({ phase: 'first_run' });
    backend.chosenExportPassphrase = 'seven amber kettles';
    await openApp({}, backend);
    await press('first-from-export');
    expect(find('from-export')).toBeNull();
    backend.broughtBack = { ...backend.broughtBack, name: 'all.age' };
    await press('first-from-export');
    return backend;
  }

  it('wants the export’s passphrase, then goes on as a new vault does', async () => {
    const backend = await chosen();
    expect(text('from-export')).toContain('all.age');
    expect(document.activeElement).toBe(get('export-passphrase'));
    expect((get('make-vault') as HTMLButtonElement).disabled).toBe(true);
    await type('export-passphrase', 'eight amber kettles');
    await press('make-vault');
    expect(get('problem').dataset.code).toBe('wrong_secret');
    await type('export-passphrase', 'seven amber kettles');
    await press('make-vault');
    expect(find('recovery-code')).not.toBeNull();
    expect(backend.memories.length).toBeGreaterThan(0);
  });

  it('can be stopped, or left for an empty one', async () => {
    const backend = await chosen();
    let finish = () => {};
    backend.exportWaits = new Promise((done) => (finish = done));
    await type('export-passphrase', 'seven amber kettles');
    await press('make-vault');
    expect(get('making-progress').getAttribute('aria-valuenow')).toBe('10');
    await press('making-cancel');
    expect(backend.calls).toContain('transfer_cancel');
    finish();
    await settle();
    expect(get('problem').dataset.code).toBe('stopped');
    expect(find('making-progress')).toBeNull();
    get('from-export').querySelector('button')!.click();
    await settle();
    await press('make-vault');
    expect(backend.calls).toContain('vault_create');
  });
});

describe('forgetting', () => {
  it('goes as far as is chosen, and names the backups', async () => {
    const backend = new FakeBackend();
    const made_at = '2026-11-20T10:00:00Z';
    const backup = { folder: '/b/1', made_at, size_bytes: 1, kept_until: '2099-05-01T12:00:00Z' };
    const older = { ...backup, folder: '/b/2', kept_until: '2098-01-03T12:00:00Z' };
    backend.care = { ...backend.care, folder: '/b', backups: [older, backup] };
    await openApp({}, backend);
    await key(window, 'ArrowDown');
    await press('forget');
    expect(text('forget-backups')).toBe('2 backups may still hold it, the last until 1 May 2099.');
    await choose('tier-shredded');
    expect(text('forget-backups')).toMatch(/then the 2 older ones go/);
    await press('forget-confirm');
    expect(backend.calls).toContain('forget shredded');
  });

  it('says what it did not reach', () => {
    const gone = {
      memories: 1,
      versions: 3,
      vectors: 1,
      pending: true,
      receipt: '1f3a9c20'.repeat(4),
    } as const;
    expect(forgottenInWords({ ...gone, tier: 'removed', fell_short: 'disk_full', backups_holding: 1 })).toBe(
      'Forgotten: 1 memory, 2 earlier versions. The last traces on disk go when nothing else uses the vault. ' +
        'It went no further than “Remove”, as the disk is full. 1 backup may still hold it. Receipt 1f3a9c20.',
    );
    const now = new Date('2026-11-23T12:00:00Z');
    const counts = {
      versions: 1,
      vectors: 1,
      originals: 0,
      backups: 1,
      backups_until: '2026-12-01T12:00:00Z',
    };
    expect(backupsHoldingInWords(counts, 'compacted', now)).toBe(
      '1 backup may still hold it until 1 December.',
    );
    expect(backupsHoldingInWords({ ...counts, backups: 0, backups_until: null }, 'shredded', now)).toBe('');
  });

  it('takes the earlier text along with an edit', async () => {
    const backend = await openApp();
    await key(window, 'ArrowDown');
    await press('edit');
    await type('edit-text', 'Another text altogether');
    get('edit-forget-earlier').click();
    await press('edit-save');
    expect(backend.calls.indexOf('forget_earlier removed')).toBeGreaterThan(backend.calls.indexOf('edit'));
  });
});

describe('what goes by itself, and new keys', () => {
  it('is a list of rules that are added and removed', async () => {
    const backend = await openApp();
    await press('nav-settings');
    expect(find('expiry-rules')).toBeNull();
    await press('expiry-add');
    expect(text('expiry-rules')).toMatch(/Of the kind note: after a week/);
    const by = get('expiry-by') as HTMLSelectElement;
    by.value = 'source';
    by.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect((get('expiry-add') as HTMLButtonElement).disabled).toBe(true);
    await type('expiry-name', ' letters ');
    await press('expiry-add');
    expect(backend.care.rules.at(-1)).toEqual({ kind: null, source: 'letters', topic: null, hours: 168 });
    all('expiry-remove')[0]!.click();
    await settle();
    expect(text('expiry-rules')).not.toMatch(/kind note/);
    expect(ruleInWords({ kind: null, source: null, topic: 'codes', hours: 5 })).toBe(
      'With the topic codes: after 5 hours',
    );
  });

  it('makes new keys only when it is agreed to', async () => {
    const backend = await openApp();
    await press('nav-settings');
    backend.saysYes = false;
    await press('keys-renew');
    expect(find('keys-dialog')).not.toBeNull();
    await press('keys-go');
    expect(document.body.textContent).not.toMatch(/has new keys/);
    backend.saysYes = true;
    await press('keys-go');
    expect(find('keys-dialog')).toBeNull();
    expect(backend.calls).not.toContain('keys_renew_everything');
    expect(document.body.textContent).toMatch(/The vault has new keys/);
  });

  it('makes everything new with a passphrase, and shows the new recovery code', async () => {
    const backend = await openApp();
    await press('nav-settings');
    await press('keys-renew');
    await choose('keys-everything');
    expect((get('keys-go') as HTMLButtonElement).disabled).toBe(true);
    await type('passphrase', 'seven amber kettles');
    await type('passphrase-repeat', 'seven amber kettles');
    await expect.poll(() => (get('keys-go') as HTMLButtonElement).disabled).toBe(false);
    backend.saysYes = false;
    await press('keys-go');
    expect(find('recovery-code')).toBeNull();
    backend.saysYes = true;
    await press('keys-go');
    expect(backend.passphrase).toBe('seven amber kettles');
    expect(text('recovery-group-0')).toBe('7K2M');
    await press('recovery-continue');
    backend.refusals.set('recovery_confirm', {
      code: 'busy',
      message: 'Another program.',
      hint: 'Close it.',
    });
    await type('confirm-0', 'a');
    await type('confirm-1', 'b');
    expect(find('recovery-leave')).toBeNull();
    await press('confirm-done');
    expect(text('recovery-confirm')).toContain('Another program.');
    backend.state = { ...backend.state, phase: 'unlocked' };
    await press('recovery-leave');
    expect(find('main')).not.toBeNull();
  });

  it('asks for no passphrase where the vault has none', async () => {
    const backend = await openApp({ has_passphrase_slot: false });
    await press('nav-settings');
    await press('keys-renew');
    await choose('keys-everything');
    expect(find('passphrase')).toBeNull();
    await press('keys-go');
    expect(backend.calls).toContain('keys_renew_everything');
  });
});

describe('what happened', () => {
  it('is said without content, and an entry of a newer Keepsake in its own name', () => {
    const row = { at: '', action: 'forgot', count: 1, by_window: null, refused: false };
    expect(activityInWords(row)).toBe('1 memory forgotten');
    expect(activityInWords({ ...row, action: 'unlock_failed', count: 2, refused: true })).toBe(
      '2 unlockings with a wrong secret',
    );
    expect(activityInWords({ ...row, action: 'moved_house', refused: true, by_window: false })).toBe(
      'moved house, by a program, refused',
    );
  });
});
