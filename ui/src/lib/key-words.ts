// New keys in words: what becomes new, and what copies from before can still do.

export type KeyChoice = 'database' | 'everything';

export const keyChoices: readonly { choice: KeyChoice; name: string; says: string }[] = [
  {
    choice: 'database',
    name: 'The database and every memory',
    says: 'Passphrase and recovery code stay. An older copy of the database alone no longer opens; an older copy of the whole folder still opens with the secrets of its day.',
  },
  {
    choice: 'everything',
    name: 'Everything, with a new recovery code',
    says: 'An older copy of the whole folder still opens with its old secrets, but those open nothing of the vault from then on.',
  },
];
