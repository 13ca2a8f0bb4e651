// What the capture box says of memories that are kept already, and how one memory takes another's place.
import { describe, expect, it } from 'vitest';
import { all, find, get, key, openApp, press, settle, type } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();

const pause = () => new Promise((done) => setTimeout(done, 300));

async function capture(content: string): Promise<void> {
  await press('new-capture');
  await type('capture-text', content);
  await pause();
  await settle();
}

describe('A text that is being kept', () => {
  it('is said to be kept already, and the memory can be opened', async () => {
    const backend = await openApp();
    const kept = backend.memories[3]!;
    await capture(kept.content);
    expect(text('already-kept')).toContain('Already kept');
    await press('open-similar');
    expect(find('capture')).toBeNull();
    await settle();
    expect(get('detail').dataset.id).toBe(kept.id);
    await press('linked-back');
    await settle();
    expect(get('detail').dataset.id).toBe(backend.memories[0]!.id);
  });

  it('takes the place of an older one only if the person says so', async () => {
    const backend = await openApp();
    const older = backend.memories[3]!;
    const changed = `${older.content} after all`;
    await capture(changed);
    expect(text('may-replace')).toContain('This may replace');
    await key(get('capture-text'), 'Enter');
    expect(backend.memories[0]!.replaces).toEqual([]);

    await capture(`${changed}, really`);
    await key(get('capture-text'), 'r', { altKey: true });
    expect((all('replaces')[0] as HTMLInputElement).checked).toBe(true);
    await key(get('capture-text'), 'Enter');
    expect(text('toast')).toBe('Kept. What it replaces is kept too.');
    expect(backend.memories[0]!.replaces.length).toBe(1);
    expect(all('row-replaced').length).toBe(1);
  });

  it('chooses nothing for another text', async () => {
    const backend = await openApp();
    const older = backend.memories[3]!;
    await capture(`${older.content} after all`);
    await press('replaces');
    await type('capture-text', 'Quite another thing');
    await pause();
    await settle();
    expect(find('similar')).toBeNull();
    await key(get('capture-text'), 'Enter');
    expect(backend.memories[0]!.replaces).toEqual([]);
  });
});

describe('A replaced memory', () => {
  it('names what replaced it, and holds again when told to', async () => {
    const backend = await openApp();
    const [newer, older] = [backend.memories[0]!, backend.memories[2]!];
    await backend.replace(older.id, newer.id);
    backend.emit('vault_changed', null);
    await pause();
    await settle();
    all('result-row')[2]!.click();
    await pause();
    await settle();
    expect(text('linked')).toContain('Replaced by a newer memory');
    await press('hold-both');
    await pause();
    await settle();
    expect(backend.calls).toContain('hold_both');
    expect(find('linked')).toBeNull();
    expect(text('toast')).toBe('Both hold now.');
  });
});
