// Finds where the filter left a placeholder in kept text. Must not know what any of them hides.
import type { Span } from './spans';

export interface Placeholder {
  span: Span;
  /** What it says, such as `card ••••4242`. */
  label: string;
}

/** The words that the filter writes between brackets; others in brackets are the person's own. */
const words = [
  'private data',
  'private key',
  'AWS key',
  'GitHub token',
  'Stripe key',
  'OpenAI key',
  'Anthropic key',
  'sign-in token',
  'password',
  'PIN',
  'card',
  'IBAN',
  'SSN',
  'e-mail address',
  'phone number',
];

const left_by_filter = new RegExp(
  `\\[((?:${words.join('|')})|[^\\[\\]\\n]{1,40}•{4}[^\\[\\]\\n]{0,8})\\]`,
  'g',
);

/** Every placeholder in the text, in order. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(left_by_filter)].map((match) => ({
    span: [match.index, match.index + match[0].length],
    label: match[1] ?? '',
  }));
}
