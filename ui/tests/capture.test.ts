import { mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { CaptureBackend, CaptureEvents } from '../src/lib/backend';
import type { CaptureRequest, CaptureView, Phase } from '../src/lib/bindings';
import CaptureWindow from '../src/screens/CaptureWindow.svelte';
import { open_state } from './fake-program';
import { FakeBackend } from './fake-backend';
import { all, find, get, key, openApp, press, settle, type } from './page';

/** The program as the capture window knows it. */
class FakeCapture implements CaptureBackend {
  draft = '';
  kept: CaptureRequest[] = [];
  calls: string[] = [];
  refusal: { code: string; message: string; hint: string } | null = null;
  #heard = new Map<string, ((payload: never) => void)[]>();
  #filter = new FakeBackend();

  constructor(
    public phase: Phase = 'unlocked',
    public try_out = false,
  ) {}

  async view(): Promise<CaptureView> {
    const draft = this.draft;
    this.draft = '';
    return { phase: this.phase, try_out: this.try_out, theme: 'dark', draft };
  }

  preview: CaptureBackend['preview'] = (...asked) => this.#filter.preview(...asked);

  async keep(request: CaptureRequest) {
    if (this.refusal) throw this.refusal;
    this.kept.push(request);
    return { waits: this.phase === 'locked' };
  }

  async leave(draft: string) {
    this.calls.push('leave');
    this.draft = draft;
  }

  async openMain(draft: string) {
    this.calls.push('open_main');
    this.draft = draft;
  }

  async on<Name extends keyof CaptureEvents>(name: Name, heard: (payload: CaptureEvents[Name]) => void) {
    this.#heard.set(name, [...(this.#heard.get(name) ?? []), heard as never]);
    return () => undefined;
  }

  async says<Name extends keyof CaptureEvents>(name: Name, payload: CaptureEvents[Name]) {
    for (const heard of this.#heard.get(name) ?? []) heard(payload as never);
    await settle();
  }
}

let mounted: Record<string, unknown> | null = null;

async function open(backend = new FakeCapture()) {
  mounted = mount(CaptureWindow, { target: document.body, props: { backend } });
  await settle();
  return backend;
}

afterEach(async () => {
  if (mounted) await unmount(mounted);
  mounted = null;
});

const typed = () => (get('capture-text') as HTMLTextAreaElement).value;
const text = (testid: string) => get(testid).textContent!.replace(/\s+/g, ' ').trim();
const off = (testid: string) => (get(testid) as HTMLButtonElement).disabled;

describe('the capture window', () => {
  it('takes a thought with its topic, kind and lifetime, and goes', async () => {
    const backend = await open();
    expect(document.activeElement).toBe(get('capture-text'));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await type('capture-text', 'The bins go out on Friday #home !decision @30d');
    expect(all('capture-window')[0]!.textContent).toContain('goes in 30 days');
    await key(get('capture-text'), 'Enter');
    expect(backend.kept).toHaveLength(1);
    expect(backend.kept[0]).toMatchObject({
      content: 'The bins go out on Friday',
      kind: 'decision',
      topics: ['home'],
      expires_in_hours: 720,
    });
    expect(backend.calls).toEqual(['leave']);
    expect(typed()).toBe('');
    expect(backend.draft).toBe('');
  });

  it('holds the draft on Esc, and has it again when it is shown', async () => {
    const backend = await open();
    await type('capture-text', 'half a thou');
    await key(get('capture-text'), 'Escape');
    expect(backend.calls).toEqual(['leave']);
    expect(backend.draft).toBe('half a thou');
    expect(typed()).toBe('');
    await backend.says('capture_shown', null);
    expect(typed()).toBe('half a thou');
    expect(backend.kept).toEqual([]);
  });

  it('puts everything away when the vault locks', async () => {
    const backend = await open();
    await type('capture-text', 'half a thou');
    await backend.says('hide_content', null);
    expect(typed()).toBe('');
    expect(document.body.textContent).not.toContain('half a thou');
    expect(backend.draft).toBe('half a thou');
  });

  it('says that a capture waits while the vault is locked, and learns when it is not', async () => {
    const backend = await open(new FakeCapture('locked'));
    expect(text('capture-says')).toMatch(/waits, sealed, until you unlock/);
    await type('capture-text', 'A thought at the bus stop');
    expect(text('capture-keep')).toMatch(/Keep for later/);
    await key(get('capture-text'), 'Enter');
    expect(backend.kept).toHaveLength(1);
    await backend.says('state_changed', open_state);
    expect(find('capture-says')).toBeNull();
  });

  it('keeps nothing that the filter refuses, and no white space', async () => {
    const backend = await open();
    await key(get('capture-text'), 'Enter');
    await type('capture-text', '   ');
    await key(get('capture-text'), 'Enter');
    await type('capture-text', 'password: hunter2hunter2');
    expect(off('capture-keep')).toBe(true);
    await key(get('capture-text'), 'Enter');
    expect(backend.kept).toEqual([]);
    expect(typed()).toBe('password: hunter2hunter2');
  });

  it('stays with the text and says why when keeping fails', async () => {
    const backend = await open();
    backend.refusal = { code: 'disk_full', message: 'The disk is full.', hint: 'Free some room.' };
    await type('capture-text', 'The spare key is with Jo');
    await key(get('capture-text'), 'Enter');
    expect(typed()).toBe('The spare key is with Jo');
    expect(get('capture-window').textContent).toContain('The disk is full.');
    expect(backend.calls).toEqual([]);
  });

  it('sends to the main window where there is no vault yet', async () => {
    const backend = await open(new FakeCapture('first_run'));
    await type('capture-text', 'Too early');
    expect(off('capture-keep')).toBe(true);
    await press('capture-open-main');
    expect(backend.calls).toEqual(['open_main']);
    expect(backend.draft).toBe('Too early');
  });

  it('says that the try-out vault is open', async () => {
    await open(new FakeCapture('unlocked', true));
    expect(text('capture-says')).toMatch(/try-out vault/);
  });
});

describe('captures that the own rules refuse', () => {
  const waiting = () => {
    const backend = new FakeBackend();
    const at = '2026-03-02T10:00:00Z';
    backend.refused = ['1', '2'].map((id) => ({ id, at, content: `password: hunter2hunter2 ${id}` }));
    return backend;
  };

  it('are mended in the capture box and leave the inbox once kept', async () => {
    const backend = await openApp({}, waiting());
    await press('inbox-mend');
    expect(typed()).toBe('password: hunter2hunter2 1');
    await key(get('capture-text'), 'Enter');
    expect(backend.refused).toHaveLength(2);
    await type('capture-text', 'The login is in the safe');
    await key(get('capture-text'), 'Enter');
    await settle();
    expect(backend.memories[0]!.content).toBe('The login is in the safe');
    expect(backend.refused.map(({ id }) => id)).toEqual(['2']);
  });

  it('are removed only when said, and go on waiting when the box is left', async () => {
    const backend = await openApp({}, waiting());
    await press('inbox-mend');
    await key(get('capture-text'), 'Escape');
    expect(backend.refused).toHaveLength(2);
    all('inbox-remove')[0]!.click();
    await settle();
    expect(backend.refused.map(({ id }) => id)).toEqual(['2']);
    expect(all('inbox-mend')).toHaveLength(1);
  });

  it('nothing is said where nothing waits', async () => {
    await openApp();
    expect(find('inbox')).toBeNull();
  });
});

describe('capturing from anywhere, in Settings', () => {
  const settings = async (backend = new FakeBackend()) => {
    await openApp({}, backend);
    await press('nav-settings');
    return backend;
  };

  it('shows the keys, takes others and takes them away', async () => {
    const backend = await settings();
    expect(text('capture-keys')).toBe('Ctrl+Shift+Space');
    await press('capture-keys-change');
    await key(get('capture-keys-recorder'), 'K', { ctrlKey: true, shiftKey: true, code: 'KeyK' });
    expect(backend.ways.keys).toBe('Mod+Shift+K');
    expect(document.activeElement).toBe(get('capture-keys-change'));
    await press('capture-keys-none');
    expect(backend.ways.keys).toBe('');
    expect(find('capture-keys')).toBeNull();
    await press('capture-try');
    expect(backend.calls).toContain('capture_try');
  });

  it('changes nothing on Esc, and says when another program has the keys', async () => {
    const backend = await settings();
    await press('capture-keys-change');
    await key(get('capture-keys-recorder'), 'Escape');
    expect(backend.ways.keys).toBe('Mod+Shift+Space');
    await press('capture-keys-change');
    await key(get('capture-keys-recorder'), 'T', { ctrlKey: true, shiftKey: true, code: 'KeyT' });
    expect(text('capture-part')).toMatch(/Another program has these keys/);
  });

  it('shows how to bind the command where no program may listen', async () => {
    const backend = new FakeBackend();
    backend.ways = { ...backend.ways, listening: 'unavailable', is_wayland: true };
    await settings(backend);
    expect(text('capture-command')).toBe('/usr/bin/keepsake-desktop --capture');
    expect(text('capture-part')).toMatch(/Hyprland/);
  });

  it('pauses programs and starts at login', async () => {
    const backend = await settings();
    for (const testid of ['captures-pause', 'start-at-login', 'lock-when-away']) {
      const field = get(testid) as HTMLInputElement;
      field.checked = !field.checked;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    }
    expect(backend.ways).toMatchObject({ is_paused: true, starts_at_login: true });
    expect(backend.settings.lock_when_away).toBe(false);
  });

  it('says once that there is no panel to stay in', async () => {
    const backend = new FakeBackend();
    backend.ways = { ...backend.ways, has_tray: false };
    await openApp({}, backend);
    expect(text('toast')).toMatch(/closing this window quits Keepsake/);
    expect(backend.settings.told_of_no_tray).toBe(true);
  });
});
