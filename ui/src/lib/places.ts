// The places of the window that one can go to: its pages, and the parts of the long ones by their headings.
import type { View } from './desk.svelte';

export interface Part {
  /** The id of its heading on the page. */
  id: string;
  words: string;
  /** Other words for it, to be found by. */
  also?: string;
}

export interface Place extends Part {
  view: View;
  /** The heading to go to; none for the page itself. */
  anchor: string | null;
  /** The page that it is a part of. */
  under: string;
}

export const views: readonly { view: View; words: string; also: string }[] = [
  { view: 'memories', words: 'Memories', also: 'list home start' },
  { view: 'profile', words: 'Profile', also: 'preferences decisions style about me prompt' },
  { view: 'data', words: 'Your data', also: 'storage vault' },
  { view: 'settings', words: 'Settings', also: 'preferences options' },
];

/** The parts of Settings, in their order on the page. */
export const settingsParts: readonly Part[] = [
  { id: 'look', words: 'Look and lock', also: 'theme dark light idle' },
  { id: 'capture', words: 'Capture from anywhere', also: 'shortcut tray login pause wayland' },
  { id: 'filter', words: 'Privacy filter', also: 'mask hide rules secrets' },
  { id: 'expiry', words: 'What goes by itself', also: 'expire rules' },
  { id: 'model', words: 'Meaning model', also: 'search' },
  { id: 'keys', words: 'Keys', also: 'shortcuts keyboard' },
  { id: 'ways', words: 'Ways in', also: 'passphrase keychain recovery code unlock' },
];

/** The parts of Your data, in their order on the page. */
export const dataParts: readonly Part[] = [
  { id: 'backups', words: 'Backups', also: 'restore copy' },
  { id: 'bring-in', words: 'Bring memories in', also: 'import json markdown' },
  { id: 'scan', words: 'Scan my vault', also: 'privacy filter' },
  { id: 'stored', words: 'What is stored', also: 'never stored' },
  { id: 'by-kind', words: 'Memories by kind', also: 'counts' },
  { id: 'on-disk', words: 'On disk', also: 'files size folder' },
  { id: 'ways-in', words: 'Ways in', also: 'passphrase keychain recovery code' },
  { id: 'happened', words: 'What happened last', also: 'activity history' },
  { id: 'whole', words: 'Check that it is whole', also: 'verify' },
  { id: 'lock-does', words: 'What lock does' },
  { id: 'erase', words: 'Erase everything', also: 'delete' },
];

/** The words of a part's heading. */
export const headingOf = (parts: readonly Part[], id: string): string =>
  parts.find((part) => part.id === id)?.words ?? '';

const partsOf = (view: View, parts: readonly Part[], under: string): Place[] =>
  parts.map((part) => ({ ...part, id: `${view}-${part.id}`, view, anchor: part.id, under }));

/** All of them, pages first. */
export const places: readonly Place[] = [
  ...views.map(({ view, words, also }) => ({ id: view, view, anchor: null, words, also, under: '' })),
  ...partsOf('data', dataParts, 'Your data'),
  ...partsOf('settings', settingsParts, 'Settings'),
];
