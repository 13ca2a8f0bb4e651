// Puts the app on a page with a made-up program, and finds, presses and types as a person would.
import { flushSync, mount, unmount } from 'svelte';
import App from '../src/App.svelte';
import type { AppState } from '../src/lib/bindings';
import { FakeBackend } from './fake-backend';

let mounted: Record<string, unknown> | null = null;

export async function openApp(state: Partial<AppState> = {}, backend = new FakeBackend(state)) {
  mounted = mount(App, { target: document.body, props: { backend } });
  await settle();
  return backend;
}

export async function clearPage(): Promise<void> {
  if (mounted) await unmount(mounted);
  mounted = null;
  document.body.innerHTML = '';
  delete document.documentElement.dataset.theme;
}

/** Waits out every pause there is while typing, then until the page has stopped changing. */
export async function settle(pause_ms = 140): Promise<void> {
  flushSync();
  let changed = true;
  const observer = new MutationObserver(() => (changed = true));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  await wait(pause_ms);
  for (let round = 0; changed && round < 40; round++) {
    changed = false;
    await wait(40);
  }
  observer.disconnect();
  flushSync();
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

export function find(testid: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
}

export function all(testid: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];
}

export function get(testid: string): HTMLElement {
  const element = find(testid);
  if (!element) throw new Error(`${testid} is not on the page`);
  return element;
}

export async function press(testid: string): Promise<void> {
  get(testid).click();
  await settle();
}

export async function type(testid: string, text: string): Promise<void> {
  const field = get(testid) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

export async function key(target: EventTarget, name: string, more: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  await settle();
}
