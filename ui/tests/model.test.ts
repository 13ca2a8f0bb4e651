import { afterEach, describe, expect, it } from 'vitest';
import { modelInWords, progressInWords } from '../src/lib/model-words';
import { FakeBackend, built_in_model } from './fake-backend';
import { clearPage, find, get, openApp, press, settle } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();
const chosen = { id: 'multilingual-e5-1234abcd', folder: '/home/nora/models/e5' };

async function openSettings(backend = new FakeBackend()) {
  await openApp({}, backend);
  await press('nav-settings');
  return backend;
}

afterEach(clearPage);

describe('the meaning model', () => {
  it('is named, with where it runs', async () => {
    await openSettings();
    expect(text('settings')).toContain('all-MiniLM-L6-v2-int8-db0aa7bb');
    expect(text('settings')).toContain('runs on this computer');
    expect(find('model-built-in')).toBeNull();
    expect(find('model-building')).toBeNull();
  });

  it('is changed to another, which is told as it goes, and the new one is shown in the end', async () => {
    const backend = new FakeBackend();
    backend.modelFolder = chosen;
    await openSettings(backend);
    await press('model-choose');
    expect(text('model-building')).toContain(chosen.id);
    expect(find('model-choose')).toBeNull();
    const building = { ...chosen, done: 12_000, total: 100_000, minutes_left: 4, problem: null };
    backend.modelIs({ building });
    await settle();
    expect(text('model-progress')).toBe(
      '12,000 of 100,000 memories, about 4 minutes left. Search uses the model from before until then.',
    );
    expect(get('model-building').querySelector('progress')?.value).toBe(12_000);
    backend.modelIs({ ...chosen, building: null });
    await settle();
    expect(find('model-building')).toBeNull();
    expect(text('settings')).toContain('/home/nora/models/e5');
    await press('model-built-in');
    expect(text('model-building')).toContain('the built-in model');
  });

  it('is left as it is when the dialog is cancelled or the folder is refused', async () => {
    const backend = await openSettings();
    await press('model-choose');
    expect(find('model-building')).toBeNull();
    backend.refusals.set('model_choose', {
      code: 'bad_model',
      message: 'The folder has no keepsake-model.json.',
      hint: 'Choose a model’s folder.',
    });
    await press('model-choose');
    expect(text('settings')).toContain('The folder has no keepsake-model.json.');
    expect(find('model-building')).toBeNull();
    expect((get('model-choose') as HTMLButtonElement).disabled).toBe(false);
  });

  it('a change can be cancelled, and says why it does not go on', async () => {
    const backend = new FakeBackend();
    backend.modelFolder = chosen;
    await openSettings(backend);
    await press('model-choose');
    const problem = { code: 'disk_full', message: 'The disk is full.', hint: 'Free some room.' };
    backend.modelIs({ building: { ...chosen, done: 3, total: 9, minutes_left: null, problem } });
    await settle();
    expect(text('model-building')).toContain('The disk is full.');
    await press('model-cancel');
    expect(backend.calls).toContain('model_cancel');
    expect(find('model-building')).toBeNull();
    expect(text('settings')).toContain(built_in_model().id);
  });

  it('that did not load says so, and that nothing is lost', async () => {
    const backend = new FakeBackend();
    const problem = { code: 'bad_model', message: 'Model.onnx has another hash.', hint: '' };
    backend.model = { ...built_in_model(), ...chosen, state: 'failed', problem };
    await openSettings(backend);
    expect(text('settings')).toContain('Model.onnx has another hash.');
    expect(text('settings')).toContain('Nothing is lost.');
    expect(find('model-built-in')).not.toBeNull();
  });

  it('cannot be changed in the try-out vault', async () => {
    await openApp({ try_out: true });
    await press('nav-settings');
    expect(find('model-choose')).toBeNull();
  });
});

describe('the words for it', () => {
  it('say how far it is and about how long', () => {
    const at = (done: number, total: number, minutes_left: number | null) =>
      progressInWords({ ...chosen, done, total, minutes_left, problem: null });
    expect(at(0, 1, null)).toBe('0 of 1 memory.');
    expect(at(5, 10, 0)).toBe('5 of 10 memories, about a minute left.');
    expect(at(5, 10, 2)).toBe('5 of 10 memories, about 2 minutes left.');
    expect(at(5, 10, 180)).toBe('5 of 10 memories, about 3 hours left.');
    expect(modelInWords({ ...built_in_model(), ...chosen })).toContain('It lies in /home/nora/models/e5');
  });
});
