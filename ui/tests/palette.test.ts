import { describe, expect, it } from 'vitest';
import type { ListFilters, ListPage } from '../src/lib/bindings';
import { dataParts, settingsParts } from '../src/lib/places';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle, type } from './page';

const list = () => document.getElementById('memory-list')!;
const palette = () => key(window, 'k', { ctrlKey: true });
const goto = () => key(window, 'p', { ctrlKey: true });
const options = (testid: string) => all(`${testid}-option`).map(({ dataset }) => dataset.id);
const chosen = (testid: string) =>
  all(`${testid}-option`).find((one) => one.getAttribute('aria-selected') === 'true')?.dataset.id;

describe('the palette', () => {
  it('lists what can be done now, as a combobox says it', async () => {
    await openApp();
    await palette();
    const field = get('palette-field');
    expect(field.hasAttribute('autofocus')).toBe(true);
    expect(field.getAttribute('role')).toBe('combobox');
    expect(document.getElementById(field.getAttribute('aria-controls')!)?.getAttribute('role')).toBe(
      'listbox',
    );
    expect(field.getAttribute('aria-activedescendant')).toBe('found-0');
    expect(options('palette')).toContain('edit');
    expect(options('palette')).not.toContain('go-memories');
    expect(options('palette')).not.toContain('erase-try-out');
    expect(options('palette')).not.toContain('select-none');
    expect(document.querySelector('[data-id="capture"]')!.textContent).toContain('Ctrl N');
  });

  it('finds by what is typed, moves with the arrows, and does it with Enter', async () => {
    await openApp();
    await palette();
    await type('palette-field', 'go to');
    expect(options('palette')).toEqual(['goto', 'go-profile', 'go-data', 'go-settings']);
    await key(get('palette-field'), 'ArrowUp');
    expect(chosen('palette')).toBe('go-settings');
    await key(get('palette-field'), 'ArrowDown');
    expect(chosen('palette')).toBe('goto');
    await key(get('palette-field'), 'ArrowDown');
    expect(get('palette-field').getAttribute('aria-activedescendant')).toBe('found-1');
    await key(get('palette-field'), 'Enter');
    expect(find('palette')).toBeNull();
    expect(find('profile')).not.toBeNull();
  });

  it('does nothing with Enter where nothing fits, and says so', async () => {
    await openApp();
    await palette();
    await type('palette-field', 'zzzz');
    expect(get('palette-none').textContent).toMatch(/No action/);
    expect(get('palette-field').getAttribute('aria-expanded')).toBe('false');
    await key(get('palette-field'), 'Enter');
    expect(find('palette')).not.toBeNull();
  });

  it('gives the focus back on Esc, and is left by its own key', async () => {
    await openApp();
    list().focus();
    await palette();
    await key(get('palette-field'), 'Escape');
    expect(find('palette')).toBeNull();
    expect(document.activeElement).toBe(list());
    await palette();
    await palette();
    expect(find('palette')).toBeNull();
    await palette();
    await goto();
    expect(find('palette')).toBeNull();
    expect(find('goto')).not.toBeNull();
  });

  it('shows what was done last first, while it can be done, and forgets it at lock', async () => {
    await openApp();
    for (const words of ['look: dark', 'keep something']) {
      await palette();
      await type('palette-field', words);
      await key(get('palette-field'), 'Enter');
    }
    expect(document.documentElement.dataset.theme).toBe('dark');
    get('capture').dispatchEvent(new Event('cancel', { cancelable: true }));
    await palette();
    expect(options('palette').slice(0, 2)).toEqual(['capture', 'goto']);
    await type('palette-field', 'light');
    await key(get('palette-field'), 'Enter');
    await palette();
    expect(options('palette').slice(0, 2)).toEqual(['capture', 'look-dark']);
    await key(get('palette-field'), 'Escape');
    await press('lock');
    await press('unlock-keychain');
    await palette();
    expect(options('palette')[0]).toBe('goto');
  });

  it('waits while something else floats, except for lock', async () => {
    await openApp();
    await press('new-capture');
    await palette();
    expect(find('palette')).toBeNull();
    await key(window, 'l', { ctrlKey: true });
    expect(find('lock-screen')).not.toBeNull();
  });

  it('works by mouse', async () => {
    await openApp();
    await palette();
    document.querySelector<HTMLElement>('[data-testid="palette-option"][data-id="capture"]')!.click();
    await settle();
    expect(find('palette')).toBeNull();
    expect(find('capture')).not.toBeNull();
  });

  it('starts what belongs to another page', async () => {
    const backend = await openApp();
    const run = async (words: string) => {
      await palette();
      await type('palette-field', words);
      await key(get('palette-field'), 'Enter');
    };
    await run('check the vault');
    expect(get('last-check').textContent).toMatch(/^Whole/);
    await run('scan my');
    expect(find('scan-dialog') ?? backend.calls.includes('vault_scan')).toBeTruthy();
    document.querySelector('dialog')!.dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    await run('search');
    expect(document.activeElement).toBe(get('search'));
    await run('json lines');
    expect(backend.calls).toContain('import_preview file');
    backend.backupFolder = '/media/stick';
    await run('back up');
    expect(backend.calls).toContain('backup_choose');
    await run('export everything');
    await press('export-go');
    expect(get('exported').textContent).toMatch(/40 memories written/);
  });

  it('edits and forgets the memory that is shown', async () => {
    await openApp();
    await key(list(), 'ArrowDown');
    const shown = get('detail').dataset.id;
    await palette();
    await type('palette-field', 'edit');
    await key(get('palette-field'), 'Enter');
    expect(document.activeElement).toBe(get('edit-text'));
    expect(get('detail').dataset.id).toBe(shown);
    await press('edit-cancel');
    await palette();
    await type('palette-field', 'delete');
    await key(get('palette-field'), 'Enter');
    expect(get('forget-dialog').getAttribute('aria-label')).toBe('Forget this memory?');
  });
});

describe('going to', () => {
  it('finds every part of the long pages, and goes there', async () => {
    await openApp();
    await press('nav-settings');
    for (const { id, words } of settingsParts) {
      expect(document.getElementById(id)?.textContent).toBe(words);
    }
    await press('nav-data');
    for (const { id, words } of dataParts) expect(document.getElementById(id)?.textContent).toBe(words);
    await goto();
    await type('goto-field', 'meaning');
    await key(get('goto-field'), 'Enter');
    expect(document.activeElement?.id).toBe('model');
    await goto();
    await type('goto-field', 'erase');
    await key(get('goto-field'), 'Enter');
    expect(document.activeElement?.id).toBe('erase');
  });

  it('finds memories, and reads the one that is chosen', async () => {
    const backend = await openApp();
    await press('nav-settings');
    await goto();
    await type('goto-field', 'espresso machine');
    const memory = backend.memories.find(({ content }) => content.includes('espresso machine'))!;
    expect(options('goto')).toContain(`memory-${memory.id}`);
    document.querySelector<HTMLElement>(`[data-id="memory-${memory.id}"]`)!.click();
    await settle();
    expect(get('detail').dataset.id).toBe(memory.id);
    expect(document.activeElement).toBe(get('detail'));
  });

  it('shows a memory that the list leaves out', async () => {
    const backend = await openApp();
    await press('kind-style');
    const memory = backend.memories.find(({ content }) => content.includes('plumber'))!;
    await goto();
    await type('goto-field', 'plumber');
    await key(get('goto-field'), 'Enter');
    expect(get('detail').dataset.id).toBe(memory.id);
    await press('forget');
    expect(get('forget-excerpts').textContent).toMatch(/plumber/);
    await press('forget-cancel');
    await key(get('detail'), 'Delete');
    expect(get('forget-excerpts').textContent).toMatch(/plumber/);
  });

  it('narrows to a topic', async () => {
    await openApp();
    await goto();
    await type('goto-field', '#friends');
    await key(get('goto-field'), 'Enter');
    expect(get('result-count').textContent).toMatch(/^5 memories/);
  });

  it('drops an answer that a newer question overtook, and says when none comes', async () => {
    class Slow extends FakeBackend {
      waiting: { query: string; answer: () => Promise<void> }[] = [];
      override search(query: string, filters: ListFilters, offset: number, limit: number): Promise<ListPage> {
        return new Promise((resolve) => {
          const answer = async () => resolve(await super.search(query, filters, offset, limit));
          this.waiting.push({ query, answer });
        });
      }
    }
    const backend = new Slow();
    await openApp({}, backend);
    await goto();
    await type('goto-field', 'plumber');
    await type('goto-field', 'espresso');
    expect(backend.waiting.map(({ query }) => query)).toEqual(['plumber', 'espresso']);
    await backend.waiting[1]!.answer();
    await settle();
    const now = options('goto');
    await backend.waiting[0]!.answer();
    await settle();
    expect(options('goto')).toEqual(now);
    expect(get('goto').textContent).toMatch(/espresso/);
    expect(get('goto').textContent).not.toMatch(/plumber/);
  });

  it('finds places still when memories cannot be searched', async () => {
    const backend = await openApp();
    await goto();
    backend.refusals.set('search', { code: 'damaged', message: '', hint: '' });
    await type('goto-field', 'backups');
    expect(get('goto').textContent).toMatch(/A part of the vault is damaged/);
    expect(options('goto')).toEqual(['data-backups']);
  });
});
