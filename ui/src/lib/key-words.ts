// New keys in words: what becomes new, and what copies from before can still do.

export type KeyChoice = 'database' | 'everything';

export const keyChoices: readonly { choice: KeyChoice; name: string; says: string }[] = [
  {
    choice: 'database',
    name: 'The database and every memory',
    says: 'Passphrase and recovery code stay. Today’s keys then open no older copy of the database; an older copy of the whole folder still opens with the secrets of its day.',
  },
  {
    choice: 'everything',
    name: 'Everything, with a new recovery code',
    says: 'An older copy of the whole folder still opens with its old secrets, but its keys and its recovery code open nothing of the vault from then on.',
  },
];
