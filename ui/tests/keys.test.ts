import { describe, expect, it } from 'vitest';
import { actions } from '../src/lib/actions';
import { ariaKeys, chordInWords, chordOf, isText } from '../src/lib/chords';
import { fixedKeys } from '../src/lib/fixed-keys';
import { Keymap } from '../src/lib/keymap.svelte';
import { rank, ranked } from '../src/lib/ranking';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle } from './page';

const event = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, cancelable: true, ...more });
const action = (id: string) => actions.find((one) => one.id === id)!;

describe('combinations', () => {
  it('are known from what was pressed', () => {
    expect(chordOf(event('k', { ctrlKey: true }))).toBe('Mod+K');
    expect(chordOf(event('K', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+K');
    expect(chordOf(event('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(event('E'))).toBe('E');
    expect(chordOf(event('ArrowDown', { shiftKey: true }))).toBe('Shift+ArrowDown');
    expect(chordOf(event(' '))).toBe('Space');
    expect(chordOf(event('F2'))).toBe('F2');
  });

  it('take Cmd on a Mac, and leave Ctrl to it', () => {
    expect(chordOf(event('k', { metaKey: true }), true)).toBe('Mod+K');
    expect(chordOf(event('k', { ctrlKey: true }), true)).toBe('Ctrl+K');
    expect(chordOf(event('k', { metaKey: true }), false)).toBeNull();
    expect(chordInWords('Mod+Shift+K', true)).toBe('Cmd+Shift+K');
    expect(chordInWords('Mod+Shift+K', false)).toBe('Ctrl+Shift+K');
    expect(ariaKeys(['Mod+K', '/'], false)).toBe('Control+K /');
    expect(ariaKeys([], false)).toBeUndefined();
  });

  it('count by their place where the letters are not Latin', () => {
    expect(chordOf(event('л', { ctrlKey: true, code: 'KeyK' }))).toBe('Mod+K');
    expect(chordOf(event('˙', { altKey: true, code: 'KeyH' }))).toBe('Alt+H');
    expect(chordOf(event('&', { ctrlKey: true, code: 'Digit1' }))).toBe('Mod+1');
    expect(chordOf(event('x', { ctrlKey: true, code: 'KeyQ' }))).toBe('Mod+X');
  });

  it('are none for a modifier alone, a dead key, and text being composed', () => {
    for (const name of ['Control', 'Shift', 'Dead', 'Process', 'Unidentified']) {
      expect(chordOf(event(name))).toBeNull();
    }
    expect(chordOf(event('k', { ctrlKey: true, isComposing: true }))).toBeNull();
  });

  it('are text when they would write or delete some', () => {
    expect(['E', 'Shift+E', '/', 'Delete', 'Space', 'Mod+A', 'Mod+V'].map(isText)).not.toContain(false);
    expect(['Mod+E', 'Alt+E', 'F2', 'Mod+Shift+E', 'nonsense', ''].map(isText)).not.toContain(true);
  });
});

describe('actions', () => {
  it('are there once, and no two have the same key', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const words = actions.map((one) => one.words);
    expect(new Set(words).size).toBe(words.length);
    const keys = [...actions.flatMap((one) => one.keys)];
    expect(new Set(keys).size).toBe(keys.length);
    const fixed = new Set(fixedKeys.flatMap((one) => one.keys));
    expect(keys.filter((one) => fixed.has(one))).toEqual([]);
  });

  it('of the whole window have no plain letters', () => {
    const plain = actions.filter(
      (one) => one.scope === 'window' && one.keys.some((k) => /^[A-Z0-9]$/.test(k)),
    );
    expect(plain).toEqual([]);
  });
});

describe('finding by words', () => {
  const names = ['Export everything', 'Export memories', 'Keep something', 'Set when it goes', 'Édition'].map(
    (words, at) => ({ id: String(at), words, also: at === 2 ? 'new capture' : '' }),
  );
  const found = (typed: string, recent: string[] = []) => ranked(typed, names, recent).map(({ id }) => id);

  it('takes starts of words, initials, and other words', () => {
    expect(found('exp')).toEqual(['0', '1']);
    expect(found('exp mem')).toEqual(['1']);
    expect(found('em')).toEqual(['1']);
    expect(found('expmem')).toEqual(['1']);
    expect(found('mem exp')).toEqual(['1']);
    expect(found('swig')).toEqual(['3']);
    expect(found('capture')).toEqual(['2']);
    expect(found('edi')).toEqual(['4']);
  });

  it('finds nothing in the middle of words, and nothing for nonsense', () => {
    expect(found('port')).toEqual([]);
    expect(found('xyz')).toEqual([]);
    expect(found('--')).toEqual([]);
    expect(rank('x', 'Export')).toBeNull();
  });

  it('keeps the order of equals, those used last first', () => {
    expect(found('')).toEqual(['0', '1', '2', '3', '4']);
    expect(found('', ['3', '1'])).toEqual(['3', '1', '0', '2', '4']);
    expect(found('exp', ['1'])).toEqual(['1', '0']);
    expect(found('exp', ['2'])).toEqual(['0', '1']);
  });
});

describe('the keymap', () => {
  async function mapOf(keys: FakeBackend['keys']) {
    const backend = new FakeBackend();
    backend.keys = keys;
    const keymap = new Keymap(backend);
    await keymap.read();
    return { backend, keymap };
  }

  it('has the keys that were chosen, and frees those they took the place of', async () => {
    const { keymap } = await mapOf([{ action: 'capture', keys: 'Mod+E' }]);
    expect(keymap.keysOf('capture')).toEqual(['Mod+E']);
    expect(keymap.actionOf('Mod+E')?.id).toBe('capture');
    expect(keymap.actionOf('Mod+N')).toBeUndefined();
    expect(keymap.keysOf('search')).toEqual(['Mod+F', '/']);
    expect(keymap.refusal(action('lock'), 'Mod+N')).toBeNull();
  });

  it('falls back to the keys it came with when they cannot be read or are not what they should be', async () => {
    const { backend, keymap } = await mapOf([{ action: 'capture', keys: 'Mod+E' }]);
    backend.refusals.set('keys_view', { code: 'failed', message: '', hint: '' });
    await keymap.read();
    expect(keymap.keysOf('capture')).toEqual(['Mod+N']);
    backend.keys = null as never;
    await keymap.read();
    expect(keymap.keysOf('capture')).toEqual(['Mod+N']);
    backend.keys = [null, { action: 3 }, { action: 'capture', keys: 'Mod+J' }] as never;
    await keymap.read();
    expect(keymap.keysOf('capture')).toEqual(['Mod+J']);
  });

  it('never lets stored keys take Enter, Esc or the letters away', async () => {
    const { keymap } = await mapOf([
      { action: 'lock', keys: 'Enter' },
      { action: 'capture', keys: 'N' },
      { action: 'goto', keys: 'Escape Mod+G' },
    ]);
    expect(keymap.actionOf('Enter')).toBeUndefined();
    expect(keymap.actionOf('N')).toBeUndefined();
    expect(keymap.keysOf('goto')).toEqual(['Mod+G']);
  });

  it('gives a key that two have to the one that comes first, and a chosen one before others', async () => {
    const { keymap } = await mapOf([
      { action: 'lock', keys: 'Mod+J' },
      { action: 'palette', keys: 'Mod+J' },
      { action: 'go-data', keys: 'Mod+F' },
    ]);
    expect(keymap.actionOf('Mod+J')?.id).toBe('palette');
    expect(keymap.keysOf('lock')).toEqual([]);
    expect(keymap.keysOf('search')).toEqual(['/']);
  });

  it('refuses what is taken or kept, and says by what', async () => {
    const { keymap } = await mapOf([]);
    const refusal = (id: string, chord: string) => keymap.refusal(action(id), chord);
    expect(refusal('lock', 'Mod+N')).toBe('Ctrl+N is taken: “Keep something”.');
    expect(refusal('lock', 'Alt+H')).toMatch(/^Alt\+H is taken: keep it for one hour/);
    for (const chord of ['Tab', 'Enter', 'Escape', 'Mod+Enter', 'Shift+ArrowDown', 'Space']) {
      expect(refusal('edit', chord)).toMatch(/kept for moving, choosing and leaving/);
    }
    expect(refusal('lock', 'Mod+C')).toMatch(/kept for editing text/);
    expect(refusal('copy', 'Mod+C')).toMatch(/kept for editing text/);
    expect(refusal('lock', 'Alt+F4')).toMatch(/kept for your system/);
    expect(refusal('lock', 'J')).toMatch(/^J alone would be typed.*Add Ctrl or Alt\.$/);
    expect(refusal('lock', 'Delete')).toMatch(/taken/);
    expect(refusal('lock', 'nonsense')).toMatch(/cannot be used/);
    expect(refusal('edit', 'J')).toBeNull();
    expect(refusal('lock', 'F6')).toBeNull();
    expect(refusal('lock', 'Mod+L')).toBeNull();
    expect(refusal('search', '/')).toBeNull();
    expect(refusal('select-all', 'Mod+A')).toBeNull();
  });

  it('keeps what is set, and goes back when that cannot be kept', async () => {
    const { backend, keymap } = await mapOf([{ action: 'of-a-newer-keepsake', keys: 'Mod+9' }]);
    await keymap.set(action('capture'), 'Mod+E');
    expect(backend.keys).toEqual([
      { action: 'of-a-newer-keepsake', keys: 'Mod+9' },
      { action: 'capture', keys: 'Mod+E' },
    ]);
    backend.refusals.set('keys_set', { code: 'disk_full', message: '', hint: '' });
    await expect(keymap.set(action('capture'), 'Mod+J')).rejects.toMatchObject({ code: 'disk_full' });
    expect(keymap.keysOf('capture')).toEqual(['Mod+E']);
    await keymap.set(action('capture'), 'Mod+N');
    expect(keymap.isChanged('capture')).toBe(false);
    await keymap.set(action('lock'), null);
    expect(keymap.keysOf('lock')).toEqual([]);
    expect(keymap.actionOf('Mod+L')).toBeUndefined();
    await keymap.resetAll();
    expect(keymap.keysOf('lock')).toEqual(['Mod+L']);
  });

  it('gives a key back only when no other has it now', async () => {
    const { keymap } = await mapOf([
      { action: 'capture', keys: 'Mod+E' },
      { action: 'lock', keys: 'Mod+N' },
    ]);
    expect(keymap.resetRefusal(action('capture'))).toBe('Ctrl+N is taken: “Lock”. Change that first.');
    expect(keymap.resetRefusal(action('lock'))).toBeNull();
  });
});

describe('keys in settings', () => {
  const row = (id: string) => document.querySelector<HTMLElement>(`[data-action="${id}"]`)!;
  const inRow = (id: string, testid: string) =>
    row(id).querySelector<HTMLElement>(`[data-testid="${testid}"]`);
  async function pressIn(id: string, testid: string) {
    inRow(id, testid)!.click();
    await settle();
  }

  it('are changed by pressing others, and hold at once', async () => {
    const backend = await openApp();
    await press('nav-settings');
    await pressIn('capture', 'key-change');
    expect(document.activeElement).toBe(get('key-recorder'));
    await key(get('key-recorder'), 'Control', { ctrlKey: true });
    await key(get('key-recorder'), 'k', { ctrlKey: true });
    expect(get('key-refused').textContent).toBe('Ctrl+K is taken: “Find an action”.');
    expect(find('palette')).toBeNull();
    await key(get('key-recorder'), 'j', { ctrlKey: true });
    expect(find('key-recorder')).toBeNull();
    expect(find('key-refused')).toBeNull();
    expect(backend.keys).toEqual([{ action: 'capture', keys: 'Mod+J' }]);
    expect(inRow('capture', 'key-caps')!.textContent?.trim()).toBe('Ctrl J');
    expect(document.activeElement).toBe(inRow('capture', 'key-change'));
    expect(get('new-capture').textContent).toContain('Ctrl J');
    await key(window, 'n', { ctrlKey: true });
    expect(find('capture')).toBeNull();
    await key(window, 'j', { ctrlKey: true });
    expect(find('capture')).not.toBeNull();
  });

  it('stay as they were after Esc, and can be taken away and put back', async () => {
    const backend = await openApp();
    await press('nav-settings');
    await pressIn('lock', 'key-change');
    await key(get('key-recorder'), 'l');
    expect(get('key-refused').textContent).toMatch(/L alone would be typed/);
    await key(get('key-recorder'), 'Escape');
    expect(backend.calls).not.toContain('keys_set');
    expect(inRow('lock', 'key-reset')).toBeNull();
    await pressIn('lock', 'key-change');
    await press('key-none');
    expect(inRow('lock', 'key-caps')!.textContent).toMatch(/no key/);
    await key(window, 'l', { ctrlKey: true });
    expect(find('main')).not.toBeNull();
    await pressIn('lock', 'key-reset');
    expect(inRow('lock', 'key-caps')!.textContent).toMatch(/Ctrl L/);
    expect(backend.keys).toEqual([]);
  });

  it('say it when they cannot be kept, and all go back together', async () => {
    const backend = new FakeBackend();
    backend.keys = [
      { action: 'lock', keys: 'Mod+J' },
      { action: 'edit', keys: 'Q' },
    ];
    await openApp({}, backend);
    await press('nav-settings');
    expect(inRow('edit', 'key-caps')!.textContent?.trim()).toBe('Q');
    backend.refusals.set('keys_set', { code: 'disk_full', message: '', hint: '' });
    await press('keys-reset-all');
    expect(get('problem').dataset.code).toBe('disk_full');
    expect(inRow('edit', 'key-caps')!.textContent?.trim()).toBe('Q');
    await press('keys-reset-all');
    expect(find('problem')).toBeNull();
    expect(inRow('edit', 'key-caps')!.textContent).toMatch(/F2\s*E/);
    expect((get('keys-reset-all') as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('the sheet of keys', () => {
  it('opens by its key, but not while text is typed, and shows keys as they are now', async () => {
    const backend = new FakeBackend();
    backend.keys = [{ action: 'capture', keys: 'Mod+Shift+J' }];
    await openApp({}, backend);
    await key(get('search'), '?', { shiftKey: true });
    expect(find('keys-sheet')).toBeNull();
    await key(document.body, '?', { shiftKey: true });
    expect(get('keys-sheet').textContent).toMatch(/Keep something\s*Ctrl Shift J/);
    expect(get('keys-sheet').textContent).toMatch(/Select more/);
    await press('keys-change');
    expect(find('keys-sheet')).toBeNull();
    expect(document.activeElement?.id).toBe('keys');
    await press('show-keys');
    expect(all('keys-sheet')).toHaveLength(1);
    await press('keys-close');
    expect(find('keys-sheet')).toBeNull();
  });
});
