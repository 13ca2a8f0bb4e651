// Forgetting in words: how far it goes, and what it came to.
import { counted } from './amounts';
import type { ForgetCounts, ForgetTier, ForgetView } from './bindings';
import { goesInWords } from './dates';

/** How far a forget can go, the usual way first. */
export const tiers: readonly { tier: ForgetTier; name: string; says: string }[] = [
  { tier: 'removed', name: 'Remove.', says: 'Overwritten with zeros in the vault’s files.' },
  { tier: 'compacted', name: 'Compact.', says: 'The database is written anew too: no page has room for it.' },
  {
    tier: 'shredded',
    name: 'Shred.',
    says: 'New keys too, and no older backup: today’s keys open no older copy. A whole old copy still opens with its own old secret.',
  },
];

/** As many characters of a receipt's id as tell it apart. */
const receipt_shown = 8;

const shortfalls: Record<string, string> = {
  busy: 'another program was using the vault',
  disk_full: 'the disk is full',
};

/** What a forget does to the backups that hold the memory, or the memories; empty if there are none. */
export function backupsHoldingInWords(
  counts: ForgetCounts,
  tier: ForgetTier,
  now: Date,
  many = false,
): string {
  const { backups, backups_until } = counts;
  if (backups === 0) return '';
  if (tier === 'shredded')
    return `A new backup is made and checked; then the ${counted(backups, 'older one goes', 'older ones go')}.`;
  const until = backups_until === null ? '' : goesInWords(backups_until, now);
  const holds = `${counted(backups, 'backup', 'backups')} may still hold ${many ? 'them' : 'it'}`;
  if (until === '') return `${holds} until ${backups === 1 ? 'it goes' : 'they go'}.`;
  return backups === 1 ? `${holds} until ${until}.` : `${holds}, the last until ${until}.`;
}

/** What went, and what stays to be done. */
export function forgottenInWords(gone: ForgetView): string {
  const earlier = gone.versions - gone.memories;
  const parts = gone.memories > 0 ? [counted(gone.memories, 'memory', 'memories')] : [];
  if (earlier > 0) parts.push(counted(earlier, 'earlier version', 'earlier versions'));
  const said = [`Forgotten: ${parts.join(', ')}.`];
  if (gone.pending) said.push('The last traces on disk go when nothing else uses the vault.');
  if (gone.fell_short !== null) {
    const why = shortfalls[gone.fell_short] ?? 'that did not work';
    said.push(
      `It went no further than “${tiers.find(({ tier }) => tier === gone.tier)?.name.slice(0, -1)}”, as ${why}.`,
    );
  }
  if (gone.backups_holding > 0) {
    said.push(
      `${counted(gone.backups_holding, 'backup', 'backups')} may still hold ${gone.memories > 1 ? 'them' : 'it'}.`,
    );
  }
  said.push(`Receipt ${gone.receipt.slice(0, receipt_shown)}.`);
  return said.join(' ');
}
