// The page that says what the vault knows of its owner.
import { describe, expect, it } from 'vitest';
import { FakeBackend } from './fake-backend';
import { all, find, get, openApp, press, settle } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();

async function open(change: (backend: FakeBackend) => void = () => undefined) {
  const backend = new FakeBackend();
  change(backend);
  await openApp({}, backend);
  await press('nav-profile');
  await settle(300);
  return backend;
}

describe('The profile', () => {
  it('has a line a memory, each leading to it', async () => {
    const backend = await open();
    expect(find('profile-preference')).not.toBeNull();
    expect(find('profile-note')).toBeNull();
    const newest = backend.memories.find(({ kind }) => kind === 'preference')!;
    const line = get('profile-preference').querySelector<HTMLElement>('[data-testid=profile-line]')!;
    expect(newest.content.startsWith(line.querySelector('.text')!.textContent!.slice(0, 12))).toBe(true);
    line.click();
    await settle(400);
    expect(get('detail').dataset.id).toBe(newest.id);
  });

  it('shows a few at first, and all when asked', async () => {
    await open((backend) => {
      const [like] = backend.memories;
      backend.memories = Array.from({ length: 12 }, (_, at) => ({
        ...like!,
        id: at.toString(16).padStart(32, 'c'),
        kind: 'style',
        content: `I write like number ${at}. More.`,
        placeholders: [],
      }));
    });
    expect(all('profile-line').length).toBe(8);
    await press('profile-more');
    expect(all('profile-line').length).toBe(12);
  });

  it('is copied as a prompt, without what is sealed and what no longer holds', async () => {
    const backend = await open((backend) => {
      const [first, second] = backend.memories;
      const content = 'I call from [phone] only. Second sentence.';
      const hidden = {
        start: 12,
        end: 19,
        kind: 'phone_number',
        label: 'phone number',
        action: 'seal' as const,
        token: 'abcd',
        original: 256,
      };
      const link = { id: first!.id, excerpt: '', placeholders: [], created_at: first!.created_at };
      backend.originals.set(first!.id, new Map([[256, '555-0199']]));
      backend.memories = [
        { ...first!, kind: 'preference', content, placeholders: [hidden] },
        { ...second!, kind: 'decision', content: 'Gone by now', placeholders: [], replaced_by: link },
      ];
    });
    expect(get('profile-line').querySelector('.pill')?.textContent).toBe('phone');
    await press('profile-copy');
    const [prompt] = backend.copied;
    expect(prompt).toMatch(/^This is what I have written down about myself/);
    expect(prompt).toContain('Preferences:\n- I call from [phone] only.');
    for (const absent of ['555-0199', 'Second sentence', 'Gone by now', 'Decisions']) {
      expect(prompt).not.toContain(absent);
    }
    expect(text('toast')).toContain('Copied as a prompt');
    expect(backend.calls).not.toContain('reveal');
  });

  it('says what will be here while nothing is', async () => {
    await open((backend) => {
      backend.memories = backend.memories.map((memory) => ({ ...memory, kind: 'note' }));
    });
    expect(find('profile-empty')).not.toBeNull();
    expect(find('profile-copy')).toBeNull();
  });

  it('says so when it cannot be read', async () => {
    const backend = await open();
    backend.refusals.set('list', { code: 'damaged', message: 'It cannot be read.', hint: '' });
    await press('nav-memories');
    backend.refusals.set('list', { code: 'damaged', message: 'It cannot be read.', hint: '' });
    await press('nav-profile');
    await settle(300);
    expect(get('profile').textContent).toContain('It cannot be read.');
  });
});
