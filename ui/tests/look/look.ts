// The pages with made-up memories, for looking at them in any browser: `npm run look`, then
// `dist-look/index.html?phase=locked&theme=dark`. Query words are those of AppState; `many=100000`
// fills the list, `empty=1` empties it, `refuse=remember:disk_full` makes a call fail, `asks=passphrase` makes
// showing ask each time, `open=1` puts numbers in the clear for a scan, `import=1` has a file to bring in, `backups=1` has
// backups and rules, `erase=1` an order to erase, `slow=1` an export that never ends, `export=1` has one to make a vault of,
// `proposals=1` (with `import=1`) has sentences of a chat.
import { mount } from 'svelte';
import App from '../../src/App.svelte';
import type { AppState, Theme } from '../../src/lib/bindings';
import '../../src/styles/all.css';
import { FakeBackend } from '../fake-backend';

const asked = new URLSearchParams(location.search);
const state: Record<string, unknown> = {};
for (const name of ['phase', 'keychain', 'model']) {
  if (asked.has(name)) state[name] = asked.get(name);
}
for (const name of ['try_out', 'has_device_slot', 'has_passphrase_slot', 'is_strict']) {
  if (asked.has(name)) state[name] = asked.get(name) === '1';
}
if (asked.has('problem')) {
  const [code, message, hint] = asked.get('problem')!.split('|');
  state.problem = { code, message: message ?? '', hint: hint ?? '' };
}

/** What a chat might bring. */
const proposals = () =>
  [
    'I prefer oak to pine for anything that is meant to last.',
    'We decided to mend the roof in May, because the scaffolding is cheaper then.',
    'I always drink tea at four, never coffee after one.',
    'My sister Doro lives in Ghent and has a red bicycle.',
    'I was thinking about walnut for the chairs.',
  ].map((content, number) => ({
    number,
    content,
    kind: ['preference', 'decision', 'preference', 'fact', 'note'][number]!,
    said_at: '2026-03-0' + (number + 1) + 'T10:00:00Z',
    reason: 'says so',
    is_likely: number < 4,
  }));

const backend = new FakeBackend(state as Partial<AppState>);
backend.settings.theme = (asked.get('theme') ?? 'system') as Theme;
if (asked.has('empty')) backend.memories = [];
for (let at = backend.memories.length; at < Number(asked.get('many') ?? 0); at++) {
  const like = backend.memories[at % 40]!;
  backend.memories.push({
    ...like,
    id: at.toString(16).padStart(32, '0'),
    content: `${at}. ${like.content}`,
  });
}
if (asked.get('asks') === 'passphrase') backend.filter.settings.reveal_asks = 'passphrase';
if (asked.has('open')) {
  backend.memories = backend.memories.map((memory, at) => {
    if (at > 13) return memory;
    const content = `${memory.content} Call 555-01${10 + at}.`;
    const earlier = [
      { id: 'e'.repeat(32), kept_at: memory.kept_at, content: 'Call 555-0100.', placeholders: [] },
    ];
    return { ...memory, content, earlier: at % 4 === 0 ? earlier : [] };
  });
}
if (asked.has('import')) {
  const found = [
    { kind: 'phone_number', label: 'phone number', action: 'seal' as const, count: 96 },
    { kind: 'password', label: 'password', action: 'block' as const, count: 2 },
  ];
  const counts = { memories: 1284, unchanged: 14, blocked: 2, failed: 1, short_replies: 312 };
  backend.importFile = {
    name: 'chats.jsonl',
    ...counts,
    found,
    passed_over: 0,
    proposals: asked.has('proposals') ? proposals() : [],
  };
}
if (asked.has('export')) {
  backend.broughtBack = { ...backend.broughtBack, name: 'keepsake-export.age' };
}
if (asked.has('backups')) {
  const made_at = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const backup = { made_at, size_bytes: 9_400_000, kept_until: '2027-06-01T00:00:00Z' };
  const backups = ['1', '2', '3'].map((name) => ({ ...backup, folder: `/media/stick/keepsake-${name}` }));
  const rules = [
    { kind: 'event', source: null, topic: null, hours: 24 * 60 },
    { kind: null, source: 'old diary', topic: null, hours: 24 * 7 },
  ];
  backend.care = {
    folder: '/media/stick',
    automatic: true,
    backups,
    expired_held: 2,
    backups_held: 0,
    rules,
  };
  const plan = { memories: 38, lost: 2, edits_lost: 1, returning: 0, forgotten_again: 3 };
  backend.chosenBackup = { folder: '/media/stick/keepsake-3', backup_of: made_at, ...plan };
}
if (asked.has('erase')) {
  const erase = { due_at: '2026-11-30T10:00:00Z', hours_left: 100, waits_for_confirmation: false };
  backend.state = { ...backend.state, erase };
}
if (asked.has('slow')) backend.exportWaits = new Promise(() => {});
if (asked.has('refuse')) {
  const [name, code] = asked.get('refuse')!.split(':');
  backend.refusals.set(name!, { code: code!, message: '', hint: '' });
}
Object.assign(globalThis, { backend });

mount(App, { target: document.getElementById('app')!, props: { backend } });
