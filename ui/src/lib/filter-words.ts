// The words of the filter's settings, and of what a check found. Must not know the filter's rules.
import { counted } from './amounts';
import type { FilterPreset, FindingAction, KindCount, VaultScan, VaultScanDone } from './bindings'; // prettier-ignore

export interface PresetWords {
  preset: FilterPreset;
  label: string;
  says: string;
}

export const presets: PresetWords[] = [
  {
    preset: 'personal',
    label: 'Personal',
    says: 'Passwords, keys and codes are refused; numbers that identify you, such as cards and phone numbers, are hidden.',
  },
  {
    preset: 'careful',
    label: 'Careful',
    says: 'As Personal, and e-mail addresses, machines, vehicles and places are hidden too.',
  },
  {
    preset: 'strict',
    label: 'Strict',
    says: 'Whatever the filter finds is refused: the text is not kept until you take it out.',
  },
];

export const ownPreset: PresetWords = {
  preset: 'own',
  label: 'Your own choice',
  says: 'You changed what is done with some of it. A choice above puts everything back as it says.',
};

/** What is done from now on, short enough for a list to choose from. */
export const settingWords: Record<FindingAction, string> = {
  block: 'Refuse the text',
  mask: 'Leave out for good',
  token: 'Swap for a code',
  seal: 'Hide, only you can show it',
  allow: 'Keep as it is',
};

/** `card number, bank account number and 7 more` */
export function examplesInWords(examples: readonly string[], kinds: number): string {
  const more = kinds - examples.length;
  return examples.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const found: Record<FindingAction, string> = {
  block: 'refused by your rules',
  mask: 'left out for good',
  token: 'swapped for a code',
  seal: 'hidden, only you can show it',
  allow: 'kept as it is',
};

/** `12 × phone number: hidden, only you can show it` in its parts. */
export function foundInWords({ label, action, count }: KindCount): { what: string; how: string } {
  return { what: `${counted(count, '', '').trim()} × ${label}`, how: found[action] };
}

/** True if the check found something to do. */
export function scanFound(scan: VaultScan): boolean {
  return scan.would_change > 0 || scan.earlier_only > 0;
}

/** What a check would do, in one sentence. */
export function scanInWords(scan: VaultScan): string {
  const checked = counted(scan.checked, 'memory', 'memories');
  if (!scanFound(scan)) {
    if (scan.checked === 0) return 'There is no memory to look at yet.';
    return `${checked} looked at. Nothing in them needs hiding: all is as your rules say.`;
  }
  if (scan.would_change === 0) {
    return `${checked} looked at. None needs a change, but earlier versions of ${counted(scan.earlier_only, 'memory', 'memories')} hold what is hidden today.`; // prettier-ignore
  }
  return `${checked} looked at. ${counted(scan.would_change, 'memory holds', 'memories hold')} what your rules hide or refuse today.`;
}

/** The words on the button that does it. */
export function scanConfirmWords(scan: VaultScan): string {
  return scan.would_change > 0
    ? `Hide in ${counted(scan.would_change, 'memory', 'memories')}`
    : `Remove earlier versions of ${counted(scan.earlier_only, 'memory', 'memories')}`;
}

/** What was done, a sentence each. */
export function scanDoneInWords(done: VaultScanDone): string[] {
  const said = [
    done.changed > 0 ? `Hidden in ${counted(done.changed, 'memory', 'memories')}.` : 'No memory was changed.',
  ];
  if (done.versions_removed > 0) {
    said.push(`${counted(done.versions_removed, 'earlier version was', 'earlier versions were')} removed.`);
  }
  if (done.left > 0) {
    said.push(
      `${counted(done.left, 'memory was', 'memories were')} left as before: changed meanwhile, or cannot be opened. Scan again to see.`,
    );
  }
  return said;
}
