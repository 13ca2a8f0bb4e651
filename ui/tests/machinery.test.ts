import { describe, expect, it, vi } from 'vitest';
import type { ListPage } from '../src/lib/bindings';
import { Latest, Paced, Throttle } from '../src/lib/latest';
import { MemoryPages, noFilters } from '../src/lib/memory-pages.svelte';
import { RowHeights } from '../src/lib/row-heights';
import { Keymap } from '../src/lib/keymap.svelte';
import { actionFor, listKeyOf } from '../src/lib/shortcuts';
import { FakeBackend } from './fake-backend';

describe('row heights', () => {
  it('are the estimate until measured', () => {
    const rows = new RowHeights(100, 88);
    expect(rows.total_px).toBe(8800);
    expect(rows.top(10)).toBe(880);
    expect(rows.at(880)).toBe(10);
    expect(rows.at(879)).toBe(9);
    expect(rows.measured(3, 110)).toBe(22);
    expect(rows.measured(3, 110)).toBe(0);
    expect(rows.top(3)).toBe(264);
    expect(rows.top(4)).toBe(374);
    expect(rows.total_px).toBe(8822);
    expect(rows.measured(200, 50)).toBe(0);
  });

  it('agree with adding up, for any heights', () => {
    const count = 500;
    const rows = new RowHeights(count, 80);
    const plain = Array.from({ length: count }, () => 80);
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 2000; round++) {
      const at = random(count);
      plain[at] = 40 + random(120);
      rows.measured(at, plain[at]!);
    }
    let top = 0;
    for (let at = 0; at < count; at++) {
      expect(rows.top(at)).toBeCloseTo(top);
      expect(rows.at(top)).toBe(at);
      expect(rows.at(top + plain[at]! - 1)).toBe(at);
      top += plain[at]!;
    }
    expect(rows.total_px).toBeCloseTo(top);
  });

  it('give the rows in view with some to spare, and stay within the list', () => {
    const rows = new RowHeights(100_000, 88);
    expect(rows.window(0, 600, 6)).toEqual({ first: 0, end: 13 });
    expect(rows.window(8_799_700, 600, 6)).toEqual({ first: 99_990, end: 100_000 });
    expect(rows.window(-50, 600, 6).first).toBe(0);
    expect(new RowHeights(0, 88).window(0, 600, 6)).toEqual({ first: 0, end: 0 });
    expect(new RowHeights(0, 88).at(500)).toBe(0);
  });

  it('know how far to scroll', () => {
    const rows = new RowHeights(100, 100);
    expect(rows.scrollTo(5, 0, 600)).toBe(0);
    expect(rows.scrollTo(6, 0, 600)).toBe(100);
    expect(rows.scrollTo(2, 500, 600)).toBe(200);
  });
});

describe('late answers', () => {
  it('are told from the newest', () => {
    const latest = new Latest();
    const first = latest.take();
    expect(first()).toBe(true);
    const second = latest.take();
    expect(first()).toBe(false);
    expect(second()).toBe(true);
    latest.dropAll();
    expect(second()).toBe(false);
  });

  it('are spared by a pause', () => {
    vi.useFakeTimers();
    const ran: number[] = [];
    const paced = new Paced(40);
    paced.run(() => ran.push(1));
    vi.advanceTimersByTime(39);
    paced.run(() => ran.push(2));
    vi.advanceTimersByTime(40);
    paced.run(() => ran.push(3));
    paced.cancel();
    vi.advanceTimersByTime(100);
    vi.useRealTimers();
    expect(ran).toEqual([2]);
  });

  it('let activity through once in a while', () => {
    const throttle = new Throttle(20_000);
    expect([0, 5, 19_999, 20_000, 20_001].map((at) => throttle.passes(at))).toEqual([true, false, false, true, false]); // prettier-ignore
  });
});

describe('pages of memories', () => {
  /** A backend whose searches are answered by hand. */
  class Slow extends FakeBackend {
    readonly waiting: {
      query: string;
      offset: number;
      answer: (total?: number, read?: number) => void;
      fail: () => void;
    }[] = [];

    override search(query: string, _filters: unknown, offset: number): Promise<ListPage> {
      return new Promise((resolve, reject) => {
        const row = (at: number) => {
          return {
            id: `${query}-${at}`,
            excerpt: query,
            kind: 'note',
            topics: [],
            created_at: '',
            matched: [],
            placeholders: [],
            why: null,
            replaced: false,
            pinned: false,
            expires_at: null,
          };
        };
        this.waiting.push({
          query,
          offset,
          answer: (total = 200, read = 200) => {
            const rows = Array.from({ length: Math.max(0, Math.min(60, total - offset)) }, (_, at) =>
              row(offset + at),
            );
            resolve({ total, offset, pinned: 0, rows, by_meaning: true, loaded: read, memories: 200 });
          },
          fail: () => reject({ code: 'damaged', message: '', hint: '' }),
        });
      });
    }
  }

  const tick = () => new Promise((done) => setTimeout(done));

  it('drop an answer that a newer question overtook', async () => {
    const backend = new Slow();
    const pages = new MemoryPages(backend);
    void pages.ask('coff', noFilters);
    void pages.ask('coffee', noFilters);
    backend.waiting[1]!.answer(3);
    await tick();
    backend.waiting[0]!.answer(99);
    await tick();
    expect(pages.total).toBe(3);
    expect(pages.row(0)?.id).toBe('coffee-0');
    expect(pages.answered.query).toBe('coffee');
  });

  it('fetch pages when they come into view, each once', async () => {
    const backend = new Slow();
    const pages = new MemoryPages(backend);
    void pages.ask('x', noFilters);
    backend.waiting[0]!.answer();
    await tick();
    pages.ensure(50, 130);
    pages.ensure(55, 135);
    expect(backend.waiting.map(({ offset }) => offset)).toEqual([0, 60, 120]);
    expect(pages.row(70)).toBeUndefined();
    backend.waiting[1]!.answer();
    await tick();
    expect(pages.row(70)?.id).toBe('x-70');
    pages.ensure(190, 400);
    expect(backend.waiting.map(({ offset }) => offset)).toEqual([0, 60, 120, 180]);
  });

  it('are asked for again until every memory is read', async () => {
    const backend = new Slow();
    const pages = new MemoryPages(backend);
    void pages.ask('tea', noFilters);
    backend.waiting[0]!.answer(3, 120);
    await tick();
    expect([pages.isWhole, pages.loaded]).toEqual([false, { done: 120, of: 200 }]);
    await expect.poll(() => backend.waiting.length).toBe(2);
    backend.waiting[1]!.answer(7);
    await tick();
    expect([pages.isWhole, pages.total]).toEqual([true, 7]);
    await new Promise((done) => setTimeout(done, 600));
    expect(backend.waiting.length).toBe(2);
  });

  it('do not mix pages of two questions', async () => {
    const backend = new Slow();
    const pages = new MemoryPages(backend);
    void pages.ask('old', noFilters);
    backend.waiting[0]!.answer();
    await tick();
    pages.ensure(60, 80);
    void pages.ask('new', noFilters);
    backend.waiting[2]!.answer();
    await tick();
    backend.waiting[1]!.answer();
    await tick();
    expect(pages.row(60)).toBeUndefined();
    expect(pages.row(0)?.id).toBe('new-0');
  });

  it('keep a question that was asked while memories changed', async () => {
    const backend = new Slow();
    const pages = new MemoryPages(backend);
    void pages.ask('typed', noFilters);
    void pages.refresh();
    backend.waiting[1]!.answer(5);
    await tick();
    expect(pages.answered.query).toBe('typed');
    expect(pages.total).toBe(5);
  });

  it('keep the chosen memory chosen when others come', async () => {
    const backend = new FakeBackend();
    const pages = new MemoryPages(backend);
    await pages.ask('', noFilters);
    pages.select(4);
    const chosen = pages.row(4)!.id;
    await backend.remember({
      content: 'new',
      kind: null,
      topics: [],
      choices: [],
      for_an_hour: false,
      expires_in_hours: null,
      replaces: [],
    });
    await pages.refresh();
    expect(pages.selected).toBe(5);
    expect(pages.row(pages.selected)?.id).toBe(chosen);
    backend.memories = backend.memories.filter(({ id }) => id !== chosen);
    await pages.refresh();
    expect(pages.selected).toBe(5);
    backend.memories = backend.memories.slice(0, 2);
    await pages.refresh();
    expect(pages.selected).toBe(1);
  });

  it('say what went wrong and keep what was there', async () => {
    const backend = new Slow();
    const pages = new MemoryPages(backend);
    void pages.ask('x', noFilters);
    backend.waiting[0]!.fail();
    await tick();
    expect(pages.status).toBe('failed');
    expect(pages.problem?.code).toBe('damaged');
    void pages.ask('x', noFilters);
    backend.waiting[1]!.answer();
    await tick();
    expect(pages.status).toBe('ready');
    expect(pages.problem).toBeNull();
  });
});

describe('keys', () => {
  const keymap = new Keymap(new FakeBackend());
  const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more });
  const inWindow = (event: KeyboardEvent) => actionFor(event, keymap, 'window')?.id;
  /** What a key does in the list, or in the field above it. */
  function inList(event: KeyboardEvent, field = false) {
    const target = document.body.appendChild(document.createElement(field ? 'input' : 'div'));
    target.dispatchEvent(event);
    return actionFor(event, keymap, 'list')?.id;
  }

  it('mean the same everywhere', () => {
    expect(inWindow(press('f', { ctrlKey: true }))).toBe('search');
    expect(inWindow(press('F', { ctrlKey: true }))).toBe('search');
    expect(inWindow(press('/'))).toBe('search');
    expect(inWindow(press('k', { ctrlKey: true }))).toBe('palette');
    expect(inWindow(press('n', { ctrlKey: true }))).toBe('capture');
    expect(inWindow(press('n', { ctrlKey: true, shiftKey: true }))).toBeUndefined();
    expect(inWindow(press('n'))).toBeUndefined();
    expect(inWindow(press('n', { metaKey: true }))).toBeUndefined();
  });

  it('never forget or edit while text is typed', () => {
    for (const key of ['Delete', 'e', 'c', 't', 'x']) expect(inList(press(key), true)).toBeUndefined();
    expect(inList(press('a', { ctrlKey: true }), true)).toBeUndefined();
    expect(inList(press('F2'), true)).toBe('edit');
    expect(inList(press('Delete'))).toBe('forget');
    expect(inList(press('e'))).toBe('edit');
    expect(inList(press('e', { ctrlKey: true }))).toBeUndefined();
    expect(inList(press('a', { ctrlKey: true }))).toBe('select-all');
  });

  it('move through the list, and extend with Shift, but not while text is typed', () => {
    expect(listKeyOf(press('Home'), 8, true)).toBeNull();
    expect(listKeyOf(press(' '), 8, true)).toBeNull();
    expect(listKeyOf(press('ArrowDown', { shiftKey: true }), 8, true)).toBeNull();
    expect(listKeyOf(press('PageDown'), 8, true)).toEqual({ move: 7, extend: false });
    expect(listKeyOf(press('ArrowDown', { isComposing: true }), 8, true)).toBeNull();
    expect(listKeyOf(press('ArrowUp', { shiftKey: true }), 8, false)).toEqual({ move: -1, extend: true });
    expect(listKeyOf(press('End', { shiftKey: true }), 8, false)).toEqual({ jump: 'last', extend: true });
    expect(listKeyOf(press(' '), 8, false)).toEqual({ act: 'toggle' });
  });
});
