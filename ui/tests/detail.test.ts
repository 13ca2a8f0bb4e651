// The detail of a memory: its Markdown and links, related memories, what it said before, where it came from.
import { describe, expect, it } from 'vitest';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle } from './page';

const text = (testid: string) => get(testid).textContent?.replace(/\s+/g, ' ').trim();

async function openWith(content: string, change: (backend: FakeBackend) => void = () => undefined) {
  const backend = new FakeBackend();
  const [first, ...rest] = backend.memories;
  backend.memories = [{ ...first!, content, placeholders: [] }, ...rest];
  change(backend);
  await openApp({}, backend);
  await settle(300);
  return backend;
}

describe('The text of a memory', () => {
  it('is drawn from its Markdown, and HTML stays text', async () => {
    await openWith('# Tea\n\n- **green** <b onclick=x>tea</b>\n\n![cat](https://example.org/c.png)');
    const content = get('detail-content');
    expect(content.querySelector('li strong')?.textContent).toBe('green');
    expect(content.textContent).toContain('<b onclick=x>tea</b>');
    expect(content.querySelectorAll('b, img, a, iframe, script, [style]').length).toBe(0);
    expect(content.textContent).toContain('cat (https://example.org/c.png)');
  });

  it('asks before an address is opened', async () => {
    const backend = await openWith('See [the shop](https://example.org/tea?x=1).');
    await press('text-link');
    expect(text('link-address')).toBe('https://example.org/tea?x=1');
    expect(backend.visited).toEqual([]);
    await press('link-cancel');
    expect([find('link-dialog'), backend.visited.length]).toEqual([null, 0]);

    await press('text-link');
    await press('link-copy');
    expect(backend.copied).toEqual(['https://example.org/tea?x=1']);
    expect(backend.visited).toEqual([]);

    await press('text-link');
    await press('link-open');
    expect(backend.visited).toEqual(['https://example.org/tea?x=1']);
    expect(find('link-dialog')).toBeNull();
  });

  it('keeps the keys of the page away while it asks', async () => {
    const backend = await openWith('https://example.org/');
    await press('text-link');
    for (const name of ['e', 'Delete', 'p', 'c']) await key(get('link-open'), name);
    await key(get('link-open'), 'k', { ctrlKey: true });
    expect([find('edit-save'), find('forget-dialog'), find('palette')]).toEqual([null, null, null]);
    expect(backend.calls.filter((call) => /pin|copy|forget/.test(call))).toEqual([]);
    await press('link-cancel');
    await key(get('detail'), 'p');
    expect(backend.calls).toContain('memories_pin true');
  });

  it('says so when an address cannot be opened', async () => {
    const backend = await openWith('https://example.org/');
    backend.refusals.set('link_open', {
      code: 'failed',
      message: 'It could not be opened.',
      hint: 'Copy it.',
    });
    await press('text-link');
    await press('link-open');
    expect(get('link-dialog').textContent).toContain('It could not be opened.');
  });

  it('has no link where the address is none of the web or of mail', async () => {
    await openWith('[a](javascript:alert(1)) [b](file:///etc/passwd) [c](tauri://x)');
    expect(find('text-link')).toBeNull();
    expect(text('detail-content')).toContain('b (file:///etc/passwd)');
  });

  it('keeps the pills of what is sealed, which can be shown', async () => {
    const content = '- call **[phone]**\n- or write';
    const start = content.indexOf('[phone]');
    const backend = await openWith(content, (backend) => {
      const [first, ...rest] = backend.memories;
      const hidden = {
        start,
        end: start + 7,
        kind: 'phone_number',
        label: 'phone number',
        action: 'seal' as const,
        token: 'abcd',
        original: 256,
      };
      backend.memories = [{ ...first!, placeholders: [hidden] }, ...rest];
      backend.originals.set(first!.id, new Map([[256, '555-0199']]));
    });
    expect(get('detail-content').querySelector('li strong .pill')?.textContent).toContain('phone');
    await press('reveal');
    expect(text('revealed')).toBe('555-0199');
    expect(backend.calls).toContain('reveal');
  });

  it('stands as it was typed where drawing it would be too much', async () => {
    const hostile = '*a'.repeat(32_000);
    await openWith(hostile);
    expect(find('markdown')).toBeNull();
    expect(get('detail-content').textContent).toBe(hostile);
  });
});

describe('What a memory said before', () => {
  const withEarlier = (backend: FakeBackend) => {
    const [first, ...rest] = backend.memories;
    const versions = [
      { id: 'b'.repeat(32), kept_at: '2026-01-02T10:00:00Z', content: 'tea at four', placeholders: [] },
      { id: 'a'.repeat(32), kept_at: '2026-01-01T10:00:00Z', content: 'tea at three', placeholders: [] },
    ];
    backend.memories = [{ ...first!, earlier: versions }, ...rest];
  };

  it('is told word by word, each against what came after it', async () => {
    await openWith('tea at five', withEarlier);
    all('compare')[1]!.click();
    await settle();
    expect(get('changes').querySelector('del')?.textContent).toBe('three');
    expect(get('changes').querySelector('ins')?.textContent).toBe('four');
    all('compare')[0]!.click();
    await settle();
    expect([...get('changes').querySelectorAll('del, ins')].map((one) => one.textContent)).toEqual([
      'four',
      'five',
    ]);
    await press('compare');
    expect(find('changes')).toBeNull();
  });

  it('can be restored, as a new version', async () => {
    const backend = await openWith('tea at five', withEarlier);
    all('restore-version')[1]!.click();
    await settle(400);
    expect(backend.calls).toContain('version_restore');
    expect(text('detail-content')).toBe('tea at three');
    expect(all('version').length).toBe(3);
    expect(text('toast')).toContain('Restored');
  });

  it('stays as it is when the filter refuses it', async () => {
    const backend = await openWith('tea at five', withEarlier);
    const refused = { code: 'blocked', message: 'The filter keeps this out.', hint: 'Edit it.' };
    backend.refusals.set('version_restore', refused);
    all('restore-version')[0]!.click();
    await settle(300);
    expect(get('version').textContent).toContain('The filter keeps this out.');
    expect(text('detail-content')).toBe('tea at five');
  });

  it('is not there once it was forgotten', async () => {
    const backend = await openWith('tea at five', withEarlier);
    await backend.forgetEarlier(backend.memories[0]!.id, 'removed');
    backend.emit('vault_changed', null);
    await settle(400);
    expect(find('earlier')).toBeNull();
    expect(document.body.textContent).not.toContain('tea at three');
  });
});

describe('Beside the text', () => {
  it('related memories lead on, and back', async () => {
    const backend = await openWith('tea', (backend) => {
      const [first, , , other] = backend.memories;
      backend.near.set(first!.id, [other!.id]);
    });
    await press('related-memory');
    await settle(300);
    expect(get('detail').dataset.id).toBe(backend.memories[3]!.id);
    expect(find('related')).toBeNull();
    await press('linked-back');
    await settle(300);
    expect(get('detail').dataset.id).toBe(backend.memories[0]!.id);
    expect(all('related-memory').length).toBe(1);
  });

  it('it says where the memory came from', async () => {
    const from = async (change: object) => {
      document.body.innerHTML = '';
      await openWith('tea', (backend) => {
        const [first, ...rest] = backend.memories;
        backend.memories = [{ ...first!, ...change }, ...rest];
      });
      return all('from').at(-1)?.textContent?.trim();
    };
    const at = new Date().toISOString();
    expect(await from({ source: null, arrival: { by_window: true, at } })).toBe('typed here');
    expect(await from({ source: 'notes', arrival: { by_window: false, at } })).toBe(
      'notes, through another program',
    );
    expect(await from({ source: null, arrival: null })).toBe('not noted');
  });
});
