import { describe, expect, it } from 'vitest';
import { endOfDay, expiryInWords, retopiced, topicsOf } from '../src/lib/many-words';
import { MemoryPages, noFilters } from '../src/lib/memory-pages.svelte';
import { most_at_once, Selection } from '../src/lib/selection.svelte';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle, type } from './page';

const list = () => document.getElementById('memory-list')!;
const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();
const selected = () =>
  all('result-row')
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => Number(row.id.slice(4)));

async function click(index: number, more: MouseEventInit = {}) {
  document.getElementById(`row-${index}`)!.dispatchEvent(new MouseEvent('click', { bubbles: true, ...more }));
  await settle();
}

function many(count: number): FakeBackend {
  const backend = new FakeBackend();
  const like = backend.memories[0]!;
  backend.memories = Array.from({ length: count }, (_, at) => ({ ...like, id: String(at) }));
  return backend;
}

async function selectionOf(backend: FakeBackend) {
  const pages = new MemoryPages(backend);
  const selection = new Selection(pages);
  await pages.ask('', noFilters);
  selection.answered(pages.answer);
  return { pages, selection };
}

describe('a selection', () => {
  it('extends from where it began, forth and back, and keeps what was selected before', async () => {
    const { pages, selection } = await selectionOf(many(40));
    selection.toggle(20);
    selection.toggle(5);
    await selection.extendTo(8);
    expect(selection.rows.map(({ id }) => id)).toEqual(['5', '6', '7', '8', '20']);
    await selection.extendTo(4);
    expect(selection.rows.map(({ id }) => id)).toEqual(['4', '5', '20']);
    selection.toggle(20);
    expect(selection.has('20')).toBe(false);
    selection.clear();
    pages.select(2);
    await selection.extendTo(3);
    expect(selection.rows.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('reads the rows in between that are not read yet', async () => {
    const { selection } = await selectionOf(many(500));
    selection.toggle(3);
    expect(await selection.extendTo(400)).toBe(true);
    expect(selection.size).toBe(398);
    expect(selection.has('250')).toBe(true);
  });

  it('refuses to reach too far, and selects no more than the first of a long list', async () => {
    const { selection } = await selectionOf(many(5000));
    selection.toggle(0);
    expect(await selection.extendTo(most_at_once)).toBe(false);
    expect(selection.size).toBe(1);
    await selection.all();
    expect(selection.size).toBe(most_at_once);
  });

  it('takes the last of two quick reaches', async () => {
    const { selection } = await selectionOf(many(500));
    selection.toggle(0);
    const far = selection.extendTo(400);
    const near = selection.extendTo(2);
    await Promise.all([far, near]);
    expect(selection.size).toBe(3);
  });

  it('is gone with its question, and loses what another program forgot', async () => {
    const backend = many(40);
    const { pages, selection } = await selectionOf(backend);
    selection.toggle(1);
    selection.toggle(2);
    backend.memories = backend.memories.filter(({ id }) => id !== '1');
    await pages.refresh();
    selection.answered(pages.answer);
    selection.refreshed();
    expect(selection.rows.map(({ id }) => id)).toEqual(['2']);
    await pages.ask('plumber', noFilters);
    selection.answered(pages.answer);
    expect(selection.size).toBe(0);
  });

  it('stays as it was when rows cannot be read', async () => {
    const backend = many(500);
    const { pages, selection } = await selectionOf(backend);
    selection.toggle(0);
    backend.refusals.set('list', { code: 'damaged', message: '', hint: '' });
    await selection.extendTo(400);
    expect(selection.size).toBe(1);
    expect(pages.problem?.code).toBe('damaged');
  });
});

describe('selecting in the list', () => {
  it('is said in roles, by keys', async () => {
    await openApp();
    expect(list().getAttribute('aria-multiselectable')).toBe('true');
    expect(selected()).toEqual([0]);
    expect(find('selection-bar')).toBeNull();
    await key(list(), 'ArrowDown');
    await key(list(), 'ArrowDown', { shiftKey: true });
    expect(selected()).toEqual([1, 2]);
    expect(text('selection-count')).toBe('2 of 40 selected');
    expect(text('selection-heard')).toBe('2 of 40 selected');
    await key(list(), 'ArrowDown');
    await key(list(), ' ');
    expect(selected()).toEqual([1, 2, 3]);
    await key(list(), 'ArrowUp');
    await key(list(), ' ');
    expect(selected()).toEqual([1, 3]);
    expect(list().getAttribute('aria-activedescendant')).toBe('row-2');
    await key(list(), 'a', { ctrlKey: true });
    expect(text('selection-count')).toBe('All 40 selected');
    await key(list(), 'Escape');
    expect(find('selection-bar')).toBeNull();
    expect(text('selection-heard')).toBe('Nothing selected');
    expect(selected()).toEqual([2]);
  });

  it('works by mouse', async () => {
    await openApp();
    await click(1);
    await click(4, { shiftKey: true });
    expect(selected()).toEqual([1, 2, 3, 4]);
    await click(2, { ctrlKey: true });
    expect(selected()).toEqual([1, 3, 4]);
    await click(6, { metaKey: true });
    expect(selected()).toEqual([1, 3, 4, 6]);
    await click(5);
    expect(find('selection-bar')).toBeNull();
    expect(selected()).toEqual([5]);
    await click(6, { ctrlKey: true });
    expect(selected()).toEqual([5, 6]);
    await press('selection-clear');
    expect(document.activeElement).toBe(list());
    await click(2, { ctrlKey: true });
    expect(selected()).toEqual([2]);
  });

  it('leaves the keys of the search field alone', async () => {
    await openApp();
    await type('search', 'coffee espresso');
    await key(get('search'), 'a', { ctrlKey: true });
    await key(get('search'), ' ');
    await key(get('search'), 'ArrowDown', { shiftKey: true });
    expect(find('selection-bar')).toBeNull();
  });

  it('ends with another question', async () => {
    await openApp();
    await click(1, { ctrlKey: true });
    expect(find('selection-bar')).not.toBeNull();
    await press('kind-style');
    expect(find('selection-bar')).toBeNull();
  });
});

describe('doing one thing with many', () => {
  it('forgets them after naming the first', async () => {
    const backend = await openApp();
    await click(1);
    await click(5, { shiftKey: true });
    await key(list(), 'Delete');
    expect(get('forget-dialog').getAttribute('aria-label')).toBe('Forget 5 memories?');
    expect(get('forget-dialog').querySelectorAll('blockquote')).toHaveLength(3);
    expect(text('forget-excerpts')).toMatch(/and 2 more$/);
    expect(text('forget-dialog')).toMatch(/5 memories, their topics.*2 earlier versions.*5 meaning vectors/);
    await press('forget-cancel');
    expect(backend.memories).toHaveLength(40);
    expect(text('selection-count')).toBe('5 of 40 selected');
    await press('selected-forget');
    backend.refusals.set('forget', { code: 'busy', message: '', hint: '' });
    await press('forget-confirm');
    expect(get('problem').dataset.code).toBe('busy');
    expect(text('selection-count')).toBe('5 of 40 selected');
    await press('forget-confirm');
    expect(backend.memories).toHaveLength(35);
    expect(find('selection-bar')).toBeNull();
    expect(text('toast')).toMatch(/^Forgotten: 5 memories, 2 earlier versions/);
    expect(document.activeElement).toBe(list());
  });

  it('puts topics on and takes others off', async () => {
    const backend = await openApp();
    const two = [backend.memories[0]!, backend.memories[5]!].map(({ id }) => id);
    await click(0, { ctrlKey: true });
    await click(5, { ctrlKey: true });
    await press('selected-topics');
    expect(all('topics-has').map((one) => one.textContent?.replace(/\s+/g, ' ').trim())).toEqual(['home', 'coffee 1 of 2']); // prettier-ignore
    expect((get('topics-save') as HTMLButtonElement).disabled).toBe(true);
    all('topics-has')[0]!.querySelector('input')!.click();
    await settle();
    await type('topics-add', 'kitchen, #Spring');
    backend.refusals.set('memories_tag +kitchen,Spring -home', { code: 'busy', message: '', hint: '' });
    await press('topics-save');
    expect(get('problem').dataset.code).toBe('busy');
    await press('topics-save');
    expect(find('topics-dialog')).toBeNull();
    const now = backend.memories.filter(({ id }) => two.includes(id)).map(({ topics }) => topics);
    expect(now).toEqual([['kitchen', 'Spring'], ['coffee', 'kitchen', 'Spring']]); // prettier-ignore
    expect(text('toast')).toBe('Topics of 2 memories changed.');
    expect(text('selection-count')).toBe('2 of 40 selected');
    await press('selected-topics');
    expect(all('topics-has')).toHaveLength(3);
  });

  it('sets when they go, and that they stay', async () => {
    const backend = await openApp();
    await key(list(), 'a', { ctrlKey: true });
    await key(list(), 'x');
    expect((get('expires-save') as HTMLButtonElement).disabled).toBe(true);
    await type('expires-date', '2020-01-01');
    expect(get('expires-dialog').textContent).toMatch(/This day is over/);
    expect((get('expires-save') as HTMLButtonElement).disabled).toBe(true);
    get('expires-24').querySelector('input')!.click();
    await settle();
    await press('expires-save');
    expect(text('toast')).toMatch(/^40 memories are kept until tomorrow/);
    const hours = (Date.parse(backend.memories[0]!.expires_at!) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    await key(list(), 'x');
    get('expires-never').querySelector('input')!.click();
    await settle();
    await press('expires-save');
    expect(backend.memories.every(({ expires_at }) => expires_at === null)).toBe(true);
  });

  it('exports them alone', async () => {
    const backend = await openApp();
    await click(0, { ctrlKey: true });
    await click(2, { ctrlKey: true });
    await press('selected-export-selected');
    expect(text('export-dialog')).toMatch(/^Export 2 memories/);
    // An archive holds the whole vault.
    expect(find('export-zip')).toBeNull();
    expect(find('export-encrypted')).toBeNull();
    await press('export-go');
    expect(backend.calls).toContain('export_selected 2');
    expect(text('toast')).toMatch(/^2 memories written to/);
    expect(find('export-dialog')).toBeNull();
  });

  it('works on the chosen memory where nothing is selected', async () => {
    const backend = await openApp();
    await key(list(), 'ArrowDown');
    await key(list(), 't');
    expect(get('topics-dialog').getAttribute('aria-label')).toBe('Topics of this memory');
    await type('topics-add', 'one');
    await press('topics-save');
    expect(backend.memories[1]!.topics).toContain('one');
    expect(backend.memories[0]!.topics).not.toContain('one');
  });

  it('never does it by letter while text is typed', async () => {
    await openApp();
    for (const letter of ['t', 'x', 'e', 'c']) await key(get('search'), letter);
    expect(find('topics-dialog')).toBeNull();
    expect(find('expires-dialog')).toBeNull();
    expect(find('edit-text')).toBeNull();
  });
});

describe('words for many', () => {
  const row = (...topics: string[]) => ({ topics }) as never;

  it('count topics whatever their capitals', () => {
    expect(topicsOf([row('Home', 'tea'), row('home'), row()])).toEqual([
      { name: 'Home', count: 2 },
      { name: 'tea', count: 1 },
    ]);
    expect(retopiced(['Home', 'tea'], ['TEA', 'new'], ['home'])).toEqual(['tea', 'new']);
  });

  it('know the end of a day, and what is none', () => {
    expect(endOfDay('2026-03-12')).toBe(new Date(2026, 2, 13).toISOString());
    for (const wrong of ['', 'tomorrow', '2026-3-1', '12.03.2026']) expect(endOfDay(wrong)).toBeNull();
    const now = new Date(2026, 1, 1);
    expect(expiryInWords(2, endOfDay('2026-03-12'), now)).toBe('2 memories are kept until 12 March.');
    expect(expiryInWords(1, null, now)).toBe('1 memory stays until you forget it.');
  });
});
