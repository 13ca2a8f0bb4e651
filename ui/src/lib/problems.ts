// Turns whatever a call was refused with into a sentence and a next step. Branches on codes alone,
// never on text; must not call the backend.
import type { Problem } from './bindings';

const fallback: Record<string, Omit<Problem, 'code'>> = {
  wrong_secret: {
    message: 'This does not open the vault.',
    hint: 'Nothing was changed. Check for capitals and spaces, and try again.',
  },
  bad_recovery_code: {
    message: 'This is not a complete recovery code.',
    hint: 'It has fourteen groups of four letters and digits. A mistyped group is the usual reason.',
  },
  recovery_mismatch: {
    message: 'These groups are not the ones in your code.',
    hint: 'Compare them with what you wrote down, or go back and look at the code again.',
  },
  weak_passphrase: {
    message: 'This passphrase is too easy to guess.',
    hint: 'Use four or more words that do not belong together.',
  },
  locked: { message: 'Keepsake is locked.', hint: 'Unlock it and try again.' },
  not_found: {
    message: 'This memory is no longer there.',
    hint: 'It was forgotten, or another program changed the vault.',
  },
  blocked: {
    message: 'This was not kept: it holds something that must not be stored.',
    hint: 'Take it out and keep the rest. Your text is still here.',
  },
  too_large: {
    message: 'This is too long for one memory.',
    hint: 'A memory holds at most 64 KB. Split it in two. Your text is still here.',
  },
  empty: { message: 'There is nothing to keep yet.', hint: 'Write a few words first.' },
  busy: {
    message: 'Another program is using the vault.',
    hint: 'Nothing was changed. Wait a moment and try again.',
  },
  disk_full: {
    message: 'The disk is full.',
    hint: 'Nothing was kept, and nothing was lost. Make some room and try again.',
  },
  keychain: {
    message: 'Your keychain did not answer.',
    hint: 'Use your passphrase or your recovery code.',
  },
  damaged: {
    message: 'A part of the vault is damaged.',
    hint: 'Nothing was deleted. Export what still opens, then look at Your data.',
  },
  inconsistent: {
    message: 'Parts of the vault do not belong together.',
    hint: 'Nothing was changed or deleted. Put the folder back as it was, or bring back a backup.',
  },
  secret_needed: {
    message: 'The keychain alone does not open this vault.',
    hint: 'Use your passphrase or your recovery code.',
  },
  cancelled: { message: 'Nothing was done.', hint: 'You said no, or closed the question.' },
  too_new: {
    message: 'A newer Keepsake made this vault.',
    hint: 'Nothing was changed. Update Keepsake and open it again.',
  },
};

const unknown: Omit<Problem, 'code'> = {
  message: 'Something went wrong, and we do not know what.',
  hint: 'Your memories were not changed. Try again, or close and open Keepsake.',
};

/** A problem with a sentence and a next step, whatever was thrown. */
export function asProblem(thrown: unknown): Problem {
  const given: Partial<Problem> = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const code = typeof given.code === 'string' && given.code ? given.code : 'failed';
  const words = fallback[code] ?? unknown;
  const own = code in fallback || 'code' in given;
  return {
    code,
    message: own && given.message ? given.message : words.message,
    hint: own && given.hint ? given.hint : words.hint,
  };
}
