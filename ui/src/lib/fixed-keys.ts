// Keys that cannot be changed, for the sheet of all keys and so that no other action takes them.

export interface FixedKey {
  group: string;
  words: string;
  keys: readonly string[];
}

const inList = 'In the list';
const keeping = 'While writing a memory';

export const fixedKeys: readonly FixedKey[] = [
  { group: inList, words: 'Move up or down', keys: ['ArrowUp', 'ArrowDown'] },
  { group: inList, words: 'Move by a page', keys: ['PageUp', 'PageDown'] },
  { group: inList, words: 'First or last memory', keys: ['Home', 'End'] },
  { group: inList, words: 'Read the memory', keys: ['Enter'] },
  { group: inList, words: 'Select it, or no longer', keys: ['Space'] },
  { group: inList, words: 'Select more', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
  { group: inList, words: 'Select nothing', keys: ['Escape'] },
  { group: keeping, words: 'Keep it', keys: ['Enter'] },
  { group: keeping, words: 'New line', keys: ['Shift+Enter'] },
  { group: keeping, words: 'Leave; the text stays', keys: ['Escape'] },
  { group: keeping, words: 'Save a change', keys: ['Mod+Enter'] },
  { group: keeping, words: 'Keep it for one hour, where offered', keys: ['Alt+H'] },
  { group: keeping, words: 'It replaces the older memory, where offered', keys: ['Alt+R'] },
  {
    group: keeping,
    words: 'What happens to what was found',
    keys: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Alt+${number}`),
  },
];
