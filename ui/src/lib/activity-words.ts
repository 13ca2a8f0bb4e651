// The audit trail's entries in words. Knows their names alone: they hold no content.
import { counted } from './amounts';
import type { ActivityRow } from './bindings';

const actions: Record<string, string> = {
  created: 'Vault made',
  remembered: 'Memory kept',
  edited: 'Memory changed',
  blocked: 'Capture refused by the privacy filter',
  ways_in_changed: 'Ways in changed',
  recovery_confirmed: 'Recovery code confirmed',
  filter_changed: 'Privacy filter changed',
  rechecked: 'Vault scanned with today’s rules',
  replaced: 'Memory replaced by a newer one',
  replacement_undone: 'Replacement undone',
  model_changed: 'Meaning model changed',
  keys_renewed: 'New keys made',
  backups_set: 'Backups set',
  backed_up: 'Backup made',
  restored: 'Backup restored',
  restored_accepted: 'Older vault accepted',
  expiry_changed: 'Rules for what goes by itself changed',
  erase_ordered: 'Erase ordered',
  erase_cancelled: 'Erase called off',
  forgot_earlier: 'Earlier text forgotten',
  unlocked: 'Unlocked',
  trail_cut: 'Entries older than a year taken out',
};

const counted_actions: Record<string, [string, string, string]> = {
  forgot: ['memory', 'memories', 'forgotten'],
  imported: ['memory', 'memories', 'brought in'],
  exported: ['memory', 'memories', 'exported'],
  revealed: ['hidden value', 'hidden values', 'shown'],
  unlock_failed: ['unlocking', 'unlockings', 'with a wrong secret'],
};

/** What was done, to how many, by whom. */
export function activityInWords({ action, count, by_window, refused }: ActivityRow): string {
  const numbered = counted_actions[action];
  const what = numbered
    ? `${counted(count, numbered[0], numbered[1])} ${numbered[2]}`
    : (actions[action] ?? action.replaceAll('_', ' ')) +
      (count > 1 ? `, ${counted(count, 'time', 'times')}` : '');
  const who = by_window === false ? ', by a program' : '';
  const outcome = refused && action !== 'blocked' && action !== 'unlock_failed' ? ', refused' : '';
  return what + who + outcome;
}
