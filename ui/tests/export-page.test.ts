// The page that opens itself, with its own script and the browser's own cryptography: a page that an earlier Keepsake wrote
// opens for ever, and what was changed, cut off or put in another order shows nothing at all.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const SCRIPT = readFileSync('../crates/vault/src/export/page.js', 'utf8');
const TEMPLATE = readFileSync('../crates/vault/src/export/page.html', 'utf8');
const FROZEN = readFileSync('../crates/vault/vectors/export/page-1.html', 'utf8');
const PASSPHRASE = 'seven amber kettles hum quietly';
const ROUNDS = 600_000;

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const text = (id: string) => document.getElementById(id)?.textContent ?? '';
const cards = () => [...document.querySelectorAll('#memories .content')].map((card) => card.textContent);

/** Seals pieces as `docs/export-format.md` says, without a line of the program's. */
async function sealed(pieces: string[], rounds = ROUNDS) {
  const id = crypto.getRandomValues(new Uint8Array(16));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const typed = new TextEncoder().encode(PASSPHRASE);
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const key = await crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const chunks: string[] = [];
  for (const [number, piece] of pieces.entries()) {
    const last = number + 1 === pieces.length ? 1 : 0;
    const bound = Buffer.alloc(45);
    bound.write('KPH1');
    bound.set(id, 4);
    bound.set(salt, 20);
    bound.writeUInt32BE(rounds, 36);
    bound.writeUInt32BE(number, 40);
    bound[44] = last;
    const iv = Buffer.alloc(12);
    iv.writeUInt32BE(number, 7);
    iv[11] = last;
    const cipher = { name: 'AES-GCM', iv, additionalData: bound };
    chunks.push(
      base64(new Uint8Array(await crypto.subtle.encrypt(cipher, key, new TextEncoder().encode(piece)))),
    );
  }
  const header = {
    format: 'keepsake-page',
    version: 1,
    id: base64(id),
    salt: base64(salt),
    iterations: rounds,
  };
  return { header, chunks };
}

function page(header: object, chunks: string[]): string {
  const elements = chunks.map(
    (chunk) => `<script type="application/octet-stream" class="chunk">${chunk}</script>`,
  );
  return TEMPLATE.replace('@header@', JSON.stringify(header)).replace('@chunks@', elements.join('\n'));
}

/** Loads a page as a browser would, and types the passphrase. */
async function open(html: string, passphrase = PASSPHRASE) {
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  document.body.innerHTML = body.replace(/<script>[\s\S]*?<\/script>/, '');
  new Function(SCRIPT)();
  if ((document.getElementById('open') as HTMLButtonElement).disabled) return;
  (document.getElementById('passphrase') as HTMLInputElement).value = passphrase;
  document.getElementById('asking')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await expect
    .poll(() => text('count') !== '' || !/^(Opening…)?$/.test(text('said')), { timeout: 20_000 })
    .toBe(true);
}

const memory = (id: string, content: string) =>
  JSON.stringify({ id, content, kind: 'note', topics: [], created_at: '2026-01-02T03:04:05.000Z' }) + '\n';

describe('the page that opens itself', { timeout: 60_000 }, () => {
  it('opens one that was written long ago, and shows texts as texts', async () => {
    await open(FROZEN);
    expect(cards()).toEqual([
      'My ferry card: 4242 4242 4242 4242, do not lose',
      'We live in Liège & keep <b>bees</b>.',
      'The spare key is with Anna.',
    ]);
    expect(document.querySelector('#memories b')).toBeNull();
    expect(document.querySelector('#memories .facts')?.textContent).toContain('#travel');
    const words = document.getElementById('words') as HTMLInputElement;
    words.value = 'KEY anna';
    words.dispatchEvent(new Event('input'));
    expect(cards()).toEqual(['The spare key is with Anna.']);
    expect(text('count')).toBe('1 memory');
  });

  it('is the script that the frozen page carries', () => {
    expect(FROZEN).toContain(`<script>${SCRIPT}</script>`);
  });

  it('opens many chunks in their order', async () => {
    const { header, chunks } = await sealed([
      memory('1', 'one'),
      '',
      memory('2', 'two') + memory('3', 'three'),
    ]);
    await open(page(header, chunks));
    expect(cards()).toEqual(['three', 'two', 'one']);
  });

  it('shows nothing of what was changed, cut off, doubled or put in another order', async () => {
    const { header, chunks } = await sealed([memory('1', 'one'), memory('2', 'two'), memory('3', 'three')]);
    const [a = '', b = '', c = ''] = chunks;
    const changed = (b.startsWith('A') ? 'B' : 'A') + b.slice(1);
    for (const wrong of [[a, b], [a, c], [b, c], [a, c, b], [a, b, b, c], [a, changed, c], [c]]) {
      await open(page(header, wrong));
      expect(text('said')).toMatch(/changed or damaged/);
      expect(cards()).toEqual([]);
    }
    await open(page({ ...header, id: header.salt }, chunks));
    expect(text('said')).toMatch(/did not open/);
  });

  it('says so when the passphrase is another', async () => {
    await open(FROZEN, 'eight amber kettles hum quietly');
    expect(text('said')).toMatch(/Check the passphrase/);
    expect(cards()).toEqual([]);
    expect((document.getElementById('open') as HTMLButtonElement).disabled).toBe(false);
  });

  it('refuses a page of another version, with too few rounds, or with nothing in it', async () => {
    const { header, chunks } = await sealed([memory('1', 'one')], 1000);
    for (const wrong of [
      page(header, chunks),
      page({ ...header, iterations: 20_000_000 }, chunks),
      page({ ...header, iterations: ROUNDS, version: 2 }, chunks),
      page({ ...header, iterations: ROUNDS }, []),
    ]) {
      await open(wrong);
      expect((document.getElementById('open') as HTMLButtonElement).disabled).toBe(true);
      expect(text('said')).not.toBe('');
    }
  });
});
