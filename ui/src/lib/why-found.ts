// Says why a search found a memory.
import type { WhyFound } from './bindings';

const words: Record<WhyFound, string> = {
  meaning: 'Found by its meaning; it shares no word with your question.',
  words: 'Found by its words.',
  both: 'Found by its words and by its meaning.',
  thread: 'Found through its neighbours: it was kept together with others that fit your question.',
};

export function whyInWords(why: WhyFound): string {
  return words[why];
}
