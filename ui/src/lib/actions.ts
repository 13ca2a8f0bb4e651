// Everything that can be done in the open window, once: its words, its keys, when it can be done, and what it
// does. The palette, the keys and the sheet of keys all read this. Must not touch the page.
import type { Desk, Wish } from './desk.svelte';
import { kinds, kindsInWords } from './kinds';
import { asProblem } from './problems';
import { views } from './places';
import type { Session } from './session.svelte';
import { timeRanges } from './time-ranges';

/** What an action works on. */
export interface Stage {
  desk: Desk;
  session: Session;
}

export const groups = [
  'Find and go',
  'Memories',
  'Selecting',
  'Narrow the list',
  'Your data',
  'Look',
  'Keepsake',
] as const;

export interface Action {
  id: string;
  words: string;
  /** Other words for it, to be found by. */
  also?: string;
  group: (typeof groups)[number];
  /** The combinations it comes with, the one to show first. */
  keys: readonly string[];
  /** Where its keys work: in the whole window, or in the list and beside it alone. Only there may they be plain letters. */
  scope: 'window' | 'list';
  isAvailable: (stage: Stage) => boolean;
  run: (stage: Stage) => void | Promise<void>;
}

const always = () => true;
const onMemory = ({ desk }: Stage) => desk.view === 'memories' && desk.targets.length > 0;
const onShown = ({ desk }: Stage) => desk.view === 'memories' && desk.shown?.id === desk.shownId;
const inList = ({ desk }: Stage) => desk.view === 'memories' && desk.pages.total > 0;
const notBringing = ({ desk }: Stage) => !desk.bringing.running;
const notTryOut = ({ session }: Stage) => !session.state?.try_out;

/** Goes to a part of Your data and has it do this. */
const atData =
  (anchor: string, wish: Wish): Action['run'] =>
  ({ desk }) => {
    desk.go('data', anchor);
    desk.wish(wish);
  };

async function attempt({ session }: Stage, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (thrown) {
    session.say(asProblem(thrown).message);
  }
}

const find: Action[] = [
  {
    id: 'palette',
    words: 'Find an action',
    also: 'command palette',
    group: 'Find and go',
    keys: ['Mod+K'],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => desk.float({ what: 'palette' }),
  },
  {
    id: 'goto',
    words: 'Go to a place or a memory',
    also: 'open jump',
    group: 'Find and go',
    keys: ['Mod+P'],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => desk.float({ what: 'goto' }),
  },
  {
    id: 'search',
    words: 'Search your memories',
    also: 'find',
    group: 'Find and go',
    keys: ['Mod+F', '/'],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => {
      desk.go('memories');
      desk.wish('search');
    },
  },
  ...views.map(({ view, words, also }, at): Action => ({
    id: `go-${view}`,
    words: `Go to ${words}`,
    also,
    group: 'Find and go',
    keys: [`Mod+${at + 1}`],
    scope: 'window',
    isAvailable: ({ desk }) => desk.view !== view,
    run: ({ desk }) => desk.go(view),
  })),
  {
    id: 'keys',
    words: 'Show all keys',
    also: 'shortcuts keyboard help',
    group: 'Find and go',
    keys: ['?'],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => desk.float({ what: 'keys' }),
  },
];

const memories: Action[] = [
  {
    id: 'capture',
    words: 'Keep something',
    also: 'new capture add write remember',
    group: 'Memories',
    keys: ['Mod+N'],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => void (desk.capturing = true),
  },
  {
    id: 'edit',
    words: 'Edit the memory',
    also: 'change rewrite',
    group: 'Memories',
    keys: ['F2', 'E'],
    scope: 'list',
    isAvailable: ({ desk }) => desk.view === 'memories' && desk.shownId !== null,
    run: ({ desk }) => {
      desk.opened = true;
      desk.wish('edit');
    },
  },
  {
    id: 'copy',
    words: 'Copy the memory',
    also: 'clipboard',
    group: 'Memories',
    keys: ['C'],
    scope: 'list',
    isAvailable: onShown,
    run: async ({ desk }) => {
      const { shown } = desk;
      if (shown) await desk.copy(shown.id, shown.placeholders.length > 0);
    },
  },
  {
    id: 'topics',
    words: 'Change topics…',
    also: 'tag add remove label',
    group: 'Memories',
    keys: ['T'],
    scope: 'list',
    isAvailable: onMemory,
    run: ({ desk }) => desk.float({ what: 'topics', rows: desk.targets }),
  },
  {
    id: 'expires',
    words: 'Set when it goes by itself…',
    also: 'expires expire date',
    group: 'Memories',
    keys: ['X'],
    scope: 'list',
    isAvailable: onMemory,
    run: ({ desk }) => desk.float({ what: 'expires', rows: desk.targets }),
  },
  {
    id: 'pin',
    words: 'Pin, or take the pin off',
    also: 'unpin keep on top favourite star',
    group: 'Memories',
    keys: ['P'],
    scope: 'list',
    isAvailable: onMemory,
    run: ({ desk }) => {
      const { targets } = desk;
      const pinned = !targets.every((row) => row.pinned);
      return desk.pin(
        targets.map(({ id }) => id),
        pinned,
      );
    },
  },
  {
    id: 'export-selected',
    words: 'Export memories…',
    also: 'save file take out selected this',
    group: 'Memories',
    keys: [],
    scope: 'list',
    isAvailable: onMemory,
    run: ({ desk }) => desk.float({ what: 'export', rows: desk.targets }),
  },
  {
    id: 'forget',
    words: 'Forget…',
    also: 'delete remove erase',
    group: 'Memories',
    keys: ['Delete'],
    scope: 'list',
    isAvailable: onMemory,
    run: ({ desk }) => desk.askToForget(desk.targets),
  },
];

const selecting: Action[] = [
  {
    id: 'select',
    words: 'Select the memory, or no longer',
    also: 'mark toggle',
    group: 'Selecting',
    keys: [],
    scope: 'list',
    isAvailable: inList,
    run: ({ desk }) => desk.selection.toggle(desk.pages.selected),
  },
  {
    id: 'select-all',
    words: 'Select all that are listed',
    also: 'mark everything',
    group: 'Selecting',
    keys: ['Mod+A'],
    scope: 'list',
    isAvailable: inList,
    run: ({ desk }) => desk.selection.all(),
  },
  {
    id: 'select-none',
    words: 'Select nothing',
    also: 'clear unmark',
    group: 'Selecting',
    keys: [],
    scope: 'list',
    isAvailable: ({ desk }) => desk.selection.size > 0,
    run: ({ desk }) => desk.selection.clear(),
  },
];

const narrowing: Action[] = [
  {
    id: 'clear-filters',
    words: 'Show memories of all kinds and times',
    also: 'clear filters everything',
    group: 'Narrow the list',
    keys: [],
    scope: 'window',
    isAvailable: ({ desk }) => desk.filtered,
    run: ({ desk }) => {
      desk.go('memories');
      desk.clearFilters();
    },
  },
  {
    id: 'show-pinned',
    words: 'Show only: pinned',
    also: 'filter shelf',
    group: 'Narrow the list',
    keys: [],
    scope: 'window',
    isAvailable: ({ desk }) => desk.shelf !== 'pinned',
    run: ({ desk }) => {
      desk.go('memories');
      desk.narrow({ shelf: 'pinned' });
    },
  },
  {
    id: 'show-expiring',
    words: 'Show only: expiring soon',
    also: 'filter shelf expires',
    group: 'Narrow the list',
    keys: [],
    scope: 'window',
    isAvailable: ({ desk }) => desk.shelf !== 'expiring_soon',
    run: ({ desk }) => {
      desk.go('memories');
      desk.narrow({ shelf: 'expiring_soon' });
    },
  },
  {
    id: 'save-search',
    words: 'Save this search…',
    also: 'keep filter question',
    group: 'Narrow the list',
    keys: [],
    scope: 'window',
    isAvailable: ({ desk }) => desk.view === 'memories' && desk.canSave,
    run: ({ desk }) => desk.float({ what: 'save-search' }),
  },
  ...kinds.map((kind): Action => ({
    id: `kind-${kind}`,
    words: `Show only: ${kindsInWords(kind)}`,
    also: 'filter kind',
    group: 'Narrow the list',
    keys: [],
    scope: 'window',
    isAvailable: ({ desk }) =>
      desk.facets?.kinds.some(({ name, count }) => name === kind && count > 0) ?? true,
    run: ({ desk }) => {
      desk.go('memories');
      desk.narrow({ kinds: [kind] });
    },
  })),
  ...timeRanges.map(({ range, label }): Action => ({
    id: `time-${range}`,
    words: `Show from: ${label}`,
    also: 'filter time date',
    group: 'Narrow the list',
    keys: [],
    scope: 'window',
    isAvailable: ({ desk }) => desk.range !== range,
    run: ({ desk }) => {
      desk.go('memories');
      desk.narrow({ range });
    },
  })),
];

const data: Action[] = [
  {
    id: 'export',
    words: 'Export everything…',
    also: 'save take out file',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => {
      desk.go('data');
      desk.float({ what: 'export', rows: null });
    },
  },
  {
    id: 'check',
    words: 'Check the vault',
    also: 'verify whole',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: always,
    run: atData('whole', 'check'),
  },
  {
    id: 'scan',
    words: 'Scan my vault…',
    also: 'privacy filter',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: always,
    run: atData('scan', 'scan'),
  },
  {
    id: 'backup',
    words: 'Back up now',
    also: 'backup copy',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: notTryOut,
    run: atData('backups', 'backup'),
  },
  {
    id: 'restore',
    words: 'Restore a backup…',
    also: 'bring back',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: notTryOut,
    run: atData('backups', 'restore'),
  },
  {
    id: 'import-file',
    words: 'Bring in from a file…',
    also: 'import chatgpt claude csv json lines text joplin',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: notBringing,
    run: atData('bring-in', 'import-file'),
  },
  {
    id: 'import-folder',
    words: 'Bring in from a folder…',
    also: 'import obsidian markdown notes joplin',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: notBringing,
    run: atData('bring-in', 'import-folder'),
  },
  {
    id: 'bring-back',
    words: 'Bring in from a Keepsake export…',
    also: 'import file restore',
    group: 'Your data',
    keys: [],
    scope: 'window',
    isAvailable: notBringing,
    run: atData('bring-in', 'bring-back'),
  },
];

const look: Action[] = (
  [
    ['system', 'Look: as the system is set'],
    ['light', 'Look: light'],
    ['dark', 'Look: dark'],
  ] as const
).map(([theme, words]): Action => ({
  id: `look-${theme}`,
  words,
  also: 'theme mode',
  group: 'Look',
  keys: [],
  scope: 'window',
  isAvailable: ({ session }) => session.settings.theme !== theme,
  run: (stage) => attempt(stage, () => stage.session.change({ theme })),
}));

const app: Action[] = [
  {
    id: 'change-keys',
    words: 'Change keys…',
    also: 'shortcuts keyboard rebind',
    group: 'Keepsake',
    keys: [],
    scope: 'window',
    isAvailable: always,
    run: ({ desk }) => desk.go('settings', 'keys'),
  },
  {
    id: 'erase-try-out',
    words: 'Erase the try-out vault',
    also: 'end trial',
    group: 'Keepsake',
    keys: [],
    scope: 'window',
    isAvailable: (stage) => !notTryOut(stage),
    run: (stage) => attempt(stage, async () => stage.session.accept(await stage.session.backend.tryOutEnd())),
  },
  {
    id: 'lock',
    words: 'Lock',
    also: 'close away',
    group: 'Keepsake',
    keys: ['Mod+L'],
    scope: 'window',
    isAvailable: always,
    run: ({ session }) => session.lock(),
  },
];

export const actions: readonly Action[] = [
  ...find,
  ...memories,
  ...selecting,
  ...narrowing,
  ...data,
  ...look,
  ...app,
];
