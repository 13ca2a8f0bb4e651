// Backups and erasing in words. Knows only what it is handed.
import { counted } from './amounts';
import type { CareView, EraseView, ExpiryRow, RestoreDone, RestoreView } from './bindings';
import { momentInWords } from './dates';

const hours_a_day = 24;

export function backupsInWords(care: CareView, now: Date): string {
  if (care.folder === null)
    return 'No backups are made yet. Choose a folder, at best on another disk: one is made each day then.';
  const when = care.automatic ? 'One a day, while nobody types' : 'Only when you ask';
  const newest = care.backups[0];
  const last = newest ? `the last ${momentInWords(newest.made_at, now)}` : 'none yet';
  return `${when}; ${last}. They go to ${care.folder}.`;
}

/** What restoring would do, a sentence each. */
export function restoreInWords(plan: RestoreView, now: Date): string[] {
  const words = [
    `The backup ends ${momentInWords(plan.backup_of, now)} and holds ${counted(plan.memories, 'memory', 'memories')}.`,
  ];
  if (plan.lost > 0) words.push(`${counted(plan.lost, 'memory', 'memories')} captured since would be gone.`);
  if (plan.edits_lost > 0)
    words.push(`${counted(plan.edits_lost, 'memory', 'memories')} would have the earlier text again.`);
  if (plan.returning > 0) words.push(`${counted(plan.returning, 'memory', 'memories')} would come back.`);
  if (plan.forgotten_again > 0)
    words.push(
      `${counted(plan.forgotten_again, 'memory', 'memories')} in it, forgotten since, ${plan.forgotten_again === 1 ? 'stays' : 'stay'} forgotten.`,
    );
  words.push('Your passphrase, recovery code and keychain stay as they are today.');
  return words;
}

export const restoredInWords = (done: RestoreDone): string =>
  `Restored: ${counted(done.memories, 'memory', 'memories')}. The vault as it was is kept in ${done.kept_as}`;

/** `in 6 days`, `in 3 hours`; what is due says so. */
export function eraseInWords(erase: EraseView): string {
  if (erase.waits_for_confirmation)
    return 'The seven days are over by this computer’s clock, which has jumped. Is it right?';
  if (erase.hours_left === 0) return 'This vault is erased when it is next unlocked.';
  const days = Math.floor(erase.hours_left / hours_a_day);
  const left = days >= 2 ? `${days} days` : counted(erase.hours_left, 'hour', 'hours');
  return `This vault is erased in ${left}. Until then it can be read and exported, and nothing in it changes.`;
}

/** What has had its time by this clock and stays, as the clock has jumped. */
export function heldInWords({ expired_held, backups_held }: CareView): string {
  const jumped = 'this computer’s clock has jumped. If it is right, say so.';
  if (expired_held === 0)
    return `${counted(backups_held, 'backup', 'backups')} from before a restore or an update would have gone by now, and ${backups_held === 1 ? 'stays' : 'stay'}: ${jumped}`;
  const backups = backups_held > 0 ? `, and ${counted(backups_held, 'old backup', 'old backups')}` : '';
  return `${counted(expired_held, 'memory has', 'memories have')} expired and ${expired_held === 1 ? 'is' : 'are'} hidden, but not erased${backups}: ${jumped} Then ${expired_held === 1 && backups_held === 0 ? 'it is' : 'they are'} erased.`;
}

/** How long memories can be kept. */
export const lifetimes: readonly { hours: number; name: string }[] = [
  { hours: 1, name: 'an hour' },
  { hours: 24, name: 'a day' },
  { hours: 24 * 7, name: 'a week' },
  { hours: 24 * 30, name: '30 days' },
  { hours: 24 * 60, name: '60 days' },
  { hours: 24 * 365, name: 'a year' },
];

/** `Of the kind event: after 60 days`. */
export function ruleInWords({ kind, source, topic, hours }: ExpiryRow): string {
  const parts = [
    kind === null ? '' : `of the kind ${kind}`,
    source === null ? '' : `from ${source}`,
    topic === null ? '' : `with the topic ${topic}`,
  ].filter((part) => part !== '');
  const what = parts.join(', ');
  const named = lifetimes.find((one) => one.hours === hours)?.name;
  const days =
    hours % hours_a_day === 0 ? counted(hours / hours_a_day, 'day', 'days') : counted(hours, 'hour', 'hours');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: after ${named ?? days}`;
}
