import { afterEach, describe, expect, it } from 'vitest';
import { backupsInWords, eraseInWords, heldInWords, restoreInWords } from '../src/lib/care-words';
import { FakeBackend } from './fake-backend';
import { clearPage, find, get, openApp, press, settle, type } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim() ?? '';
const plan = {
  folder: '/media/stick/keepsake-3',
  backup_of: '2026-03-12T18:42:00Z',
  memories: 40,
  lost: 2,
  edits_lost: 1,
  returning: 0,
  forgotten_again: 3,
};
const ordered = { due_at: '2026-11-30T10:00:00Z', hours_left: 100, waits_for_confirmation: false };

async function openYourData(backend = new FakeBackend()) {
  await openApp({}, backend);
  await press('nav-data');
  return backend;
}

afterEach(clearPage);

describe('backups', () => {
  it('are not made before a folder is chosen, and then at once', async () => {
    const backend = await openYourData();
    expect(text('backups-say')).toContain('No backups are made yet');
    expect(find('backup-now')).toBeNull();
    await press('backup-folder');
    expect(text('backups-say')).toContain('No backups are made yet');
    backend.backupFolder = '/media/stick';
    await press('backup-folder');
    expect(text('backups-say')).toContain('/media/stick');
    await press('backup-now');
    expect(text('backup-told')).toContain('opened again and checked');
    expect(backend.care.backups).toHaveLength(2);
  });

  it('say why one could not be made', async () => {
    const backend = new FakeBackend();
    backend.care = {
      folder: '/media/stick',
      automatic: true,
      backups: [],
      expired_held: 0,
      backups_held: 0,
      rules: [],
    };
    await openYourData(backend);
    backend.refusals.set('backup_now', {
      code: 'disk_full',
      message: 'The disk is full.',
      hint: 'Free some room.',
    });
    await press('backup-now');
    expect(text('your-data')).toContain('The disk is full.');
    expect(find('backup-told')).toBeNull();
  });

  it('are restored only after what would be lost was said', async () => {
    const backend = await openYourData();
    await press('restore-choose');
    expect(find('restore-dialog')).toBeNull();
    backend.chosenBackup = plan;
    await press('restore-choose');
    expect(text('restore-dialog')).toContain('2 memories captured since would be gone.');
    expect(text('restore-dialog')).toContain('3 memories in it, forgotten since, stay forgotten.');
    await press('restore-cancel');
    expect(backend.calls).not.toContain('restore_run');
    await press('restore-choose');
    backend.refusals.set('restore_run', {
      code: 'busy',
      message: 'Another program is busy.',
      hint: 'Close it.',
    });
    await press('restore-go');
    expect(text('restore-dialog')).toContain('Another program is busy.');
    await press('restore-go');
    expect(find('restore-dialog')).toBeNull();
    expect(text('backup-told')).toContain('Restored: 40 memories.');
  });

  it('say what has expired and waits for the clock', async () => {
    const backend = new FakeBackend();
    backend.care = { ...backend.care, expired_held: 4 };
    await openYourData(backend);
    expect(text('expired-held')).toContain('4 memories have expired');
    await press('clock-is-right');
    expect(find('expired-held')).toBeNull();
    backend.care = { ...backend.care, expired_held: 1, backups_held: 2 };
    expect(heldInWords(backend.care)).toMatch(
      /^1 memory has expired and is hidden.*2 old backups.*they are erased/,
    );
    expect(heldInWords({ ...backend.care, expired_held: 0 })).toMatch(
      /^2 backups from before a restore.*stay:/,
    );
  });
});

describe('erasing everything', () => {
  it('is ordered, counted down, and undone with one click', async () => {
    const backend = await openYourData();
    backend.saysYes = false;
    await press('erase-order');
    expect(find('erase-banner')).toBeNull();
    backend.saysYes = true;
    await press('erase-order');
    expect(text('erase-banner')).toContain('erased in 7 days');
    expect(find('erase-order')).toBeNull();
    await press('erase-keep');
    expect(find('erase-banner')).toBeNull();
    expect(find('erase-order')).not.toBeNull();
  });

  it('at once needs the phrase', async () => {
    const backend = await openYourData();
    await press('erase-now');
    const go = () => get('erase-go') as HTMLButtonElement;
    expect(go().disabled).toBe(true);
    await type('erase-phrase', 'erase');
    expect(go().disabled).toBe(true);
    await press('erase-leave');
    expect(backend.calls).not.toContain('erase_now');
    await press('erase-now');
    await type('erase-phrase', 'erase everything');
    await press('erase-go');
    await settle();
    expect(find('main')).toBeNull();
    expect(find('make-vault')).not.toBeNull();
  });

  it('is not offered in the try-out vault', async () => {
    await openApp({ try_out: true });
    await press('nav-data');
    expect(find('erase-order')).toBeNull();
    expect(find('backup-folder')).toBeNull();
  });
});

describe('the words for it', () => {
  it('say how long is left and what it does', () => {
    expect(eraseInWords(ordered)).toContain('in 4 days');
    expect(eraseInWords({ ...ordered, hours_left: 30 })).toContain('in 30 hours');
    expect(eraseInWords({ ...ordered, hours_left: 1 })).toContain('in 1 hour.');
    expect(eraseInWords({ ...ordered, hours_left: 0 })).toContain('next unlocked');
    expect(eraseInWords({ ...ordered, hours_left: 0, waits_for_confirmation: true })).toContain(
      'Is it right?',
    );
    const now = new Date('2026-03-13T12:00:00Z');
    expect(restoreInWords({ ...plan, lost: 0, edits_lost: 0, forgotten_again: 0 }, now)).toHaveLength(2);
    const care = { folder: '/b', automatic: false, backups: [], expired_held: 0, backups_held: 0, rules: [] };
    expect(backupsInWords(care, now)).toBe('Only when you ask; none yet. They go to /b.');
  });
});
