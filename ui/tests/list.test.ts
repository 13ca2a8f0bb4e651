// Around the list: days, pins, what goes soon, the strip of weeks, saved searches.
import { describe, expect, it } from 'vitest';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle, type } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();
const headings = () => all('day-heading').map((heading) => heading.textContent);

async function open(change: (backend: FakeBackend) => void = () => undefined) {
  const backend = new FakeBackend();
  change(backend);
  await openApp({}, backend);
  await settle(300);
  return backend;
}

const pinned = (at: number) => (backend: FakeBackend) => {
  backend.memories = backend.memories.map((memory, index) => ({ ...memory, pinned: index === at }));
};

describe('The list by day', () => {
  it('has a heading a day, as groups for who hears it, and the keys pass them by', async () => {
    await open();
    expect(headings()[0]).toBe('Today');
    expect(new Set(headings()).size).toBe(headings().length);
    const groups = all('day-group');
    expect(groups.every((group) => group.getAttribute('role') === 'group')).toBe(true);
    expect(groups[0]!.getAttribute('aria-label')).toBe('Today');
    expect(all('day-heading').every((one) => one.getAttribute('aria-hidden') === 'true')).toBe(true);
    const rows = all('result-row');
    const list = document.querySelector('#memory-list')!;
    for (let at = 1; at < 5; at++) {
      await key(list, 'ArrowDown');
      expect(list.getAttribute('aria-activedescendant')).toBe(rows[at]!.id);
    }
  });

  it('has none where what fits best comes first', async () => {
    await open();
    await type('search', 'caffeine');
    await settle();
    expect(all('result-row').length).toBeGreaterThan(0);
    expect(headings()).toEqual([]);
  });
});

describe('What is pinned', () => {
  it('leads the list of everything, and that alone', async () => {
    const backend = await open(pinned(4));
    const id = backend.memories[4]!.id;
    expect(headings().slice(0, 2)).toEqual(['Pinned', 'Today']);
    expect(all('result-row')[0]!.dataset.id).toBe(id);
    expect(all('result-row').filter((row) => row.dataset.id === id).length).toBe(1);
    await press('shelf-pinned');
    await settle();
    expect(all('result-row').length).toBe(1);
    await press('shelf-chip');
    await settle();
    expect(all('result-row').length).toBeGreaterThan(1);
  });

  it('is pinned and let go by its key', async () => {
    const backend = await open();
    expect(find('shelf-pinned')).toBeNull();
    const list = document.querySelector<HTMLElement>('#memory-list')!;
    const id = backend.memories[0]!.id;
    await key(list, 'p');
    await settle(300);
    expect(backend.memories.find((memory) => memory.id === id)?.pinned).toBe(true);
    expect(text('toast')).toBe('Pinned.');
    expect(text('shelf-pinned')).toBe('Pinned1');
    expect(find('is-pinned')).not.toBeNull();
    await key(list, 'p');
    await settle(300);
    expect(backend.memories.find((memory) => memory.id === id)?.pinned).toBe(false);
    expect(find('row-pinned')).toBeNull();
  });

  it('says so when it could not be', async () => {
    const backend = await open();
    backend.refusals.set('memories_pin true', { code: 'busy', message: 'Somebody else is at it.', hint: '' });
    await press('pin');
    expect(text('toast')).toBe('Somebody else is at it.');
    expect(find('row-pinned')).toBeNull();
  });
});

describe('What goes soon', () => {
  it('is listed by itself, with how many there are', async () => {
    const day = 86_400_000;
    await open((backend) => {
      backend.memories = backend.memories.map((memory, at) => {
        const days = at === 2 ? 3 : at === 3 ? 90 : null;
        return { ...memory, expires_at: days ? new Date(Date.now() + days * day).toISOString() : null };
      });
    });
    expect(text('shelf-expiring_soon')).toBe('Expiring soon1');
    await press('shelf-expiring_soon');
    await settle();
    expect(all('result-row').length).toBe(1);
  });
});

describe('The strip of weeks', () => {
  it('says what it shows, and narrows the list to a week by keys', async () => {
    const backend = await open();
    const strip = get('timeline');
    expect(strip.getAttribute('role')).toBe('slider');
    expect(strip.getAttribute('aria-label')).toContain('Memories a week over the last year');
    expect(strip.querySelectorAll('title').length).toBe(52);
    const before = all('result-row').length;
    await key(strip, 'ArrowLeft');
    expect(strip.getAttribute('aria-valuenow')).toBe('51');
    expect(strip.getAttribute('aria-valuetext')).toMatch(/^Week of .*: \d+ memor/);
    await key(strip, 'ArrowRight');
    await key(strip, 'Enter');
    await settle();
    expect(text('time')).toContain('Week of');
    expect(all('result-row').length).toBeLessThan(before);
    await key(strip, 'Escape');
    await settle();
    expect(all('result-row').length).toBe(before);
    expect(backend.calls).toContain('captures_by_week');
  });

  it('stays within its weeks', async () => {
    await open();
    const strip = get('timeline');
    await key(strip, 'ArrowRight');
    expect(strip.getAttribute('aria-valuenow')).toBe('52');
    await key(strip, 'Home');
    await key(strip, 'ArrowLeft');
    expect(strip.getAttribute('aria-valuenow')).toBe('1');
  });

  it('is not there in an empty vault', async () => {
    await open((backend) => (backend.memories = []));
    expect(find('timeline')).toBeNull();
  });
});

describe('Saved searches', () => {
  it('are saved by name, asked again, renamed and deleted', async () => {
    const backend = await open();
    expect(find('save-search')).toBeNull();
    await type('search', 'coffee');
    await press('kind-preference');
    await press('save-search');
    expect(text('saved-search-says')).toBe('coffee · Preferences');
    await type('saved-search-name', 'Coffee');
    await press('saved-search-save');
    expect(backend.saved).toEqual([
      { id: 1, name: 'Coffee', query: 'coffee', kinds: ['preference'], topics: [], range: 'any' },
    ]);
    expect(find('saved-search-dialog')).toBeNull();

    await type('search', '');
    await press('kind-preference');
    await press('saved-search');
    await settle();
    expect((get('search') as HTMLInputElement).value).toBe('coffee');
    expect(get('kind-preference').getAttribute('aria-pressed')).toBe('true');

    await press('saved-search-change');
    await type('saved-search-name', 'Dark roast');
    await press('saved-search-save');
    expect(text('saved-search')).toBe('Dark roast');
    await press('saved-search-change');
    await press('saved-search-delete');
    expect([find('saved-search'), backend.saved.length]).toEqual([null, 0]);
  });

  it('need a name, and say why they were not saved', async () => {
    const backend = await open();
    await type('search', 'coffee');
    await press('save-search');
    await type('saved-search-name', '  ');
    expect((get('saved-search-save') as HTMLButtonElement).disabled).toBe(true);
    await type('saved-search-name', 'x');
    backend.refusals.set('search_save', { code: 'bad_input', message: 'There are a hundred.', hint: '' });
    await press('saved-search-save');
    expect(get('saved-search-dialog').textContent).toContain('There are a hundred.');
    expect(backend.saved).toEqual([]);
  });
});
