// Says in plain words what the filter would do with a text. Must not know the filter's rules.
import { bytesInWords, listInWords } from './amounts';
import type { FindingAction, Preview } from './bindings';
import { placeholdersIn } from './placeholders';

/** The most that one memory holds. */
export const limit_bytes = 65_536;

export interface FilterSentence {
  /** How it is said: `block` and `too_large` stand in the way, the others inform. */
  tone: 'block' | 'seal' | 'mask';
  /** What it is about, set in bold; may be empty. */
  subject: string;
  /** The rest, after the subject. */
  rest: string;
}

const order: FindingAction[] = ['block', 'mask', 'token', 'seal'];

/** One sentence for each thing that would happen, the worst first. Empty when all is kept as typed. */
export function sentencesFor(preview: Preview, text: string): FilterSentence[] {
  const placeholders = newPlaceholders(text, preview.kept_text);
  const sentences: FilterSentence[] = [];
  if (preview.size_bytes > limit_bytes) {
    sentences.push({
      tone: 'block',
      subject: `This is ${bytesInWords(preview.size_bytes)} long`,
      rest: `: a memory holds at most ${bytesInWords(limit_bytes)}. Split it in two.`,
    });
  }
  for (const action of order) {
    const labels = [...new Set(preview.findings.filter((f) => f.action === action).map((f) => f.label))];
    if (labels.length === 0) continue;
    sentences.push(say(action, labels, placeholders));
  }
  if (preview.blocked && !sentences.some((sentence) => sentence.tone === 'block')) {
    sentences.push({ tone: 'block', subject: 'This cannot be kept', rest: ' as it is.' });
  }
  return sentences;
}

/** What the filter wrote into the text, each once. */
function newPlaceholders(text: string, kept: string): string[] {
  const labels = placeholdersIn(kept).map(({ label }) => `[${label}]`);
  return [...new Set(labels)].filter((label) => !text.includes(label));
}

function say(action: FindingAction, labels: string[], placeholders: string[]): FilterSentence {
  const what = listInWords(labels);
  const are = labels.length > 1 ? 'are' : 'is';
  const theirs = labels.length > 1 ? 'their' : 'its';
  const them = labels.length > 1 ? 'them' : 'it';
  switch (action) {
    case 'block':
      return {
        tone: 'block',
        subject: `This holds ${withArticle(labels)}`,
        rest: `, which Keepsake never stores. Take ${them} out to keep the rest.`,
      };
    case 'token':
      return {
        tone: 'mask',
        subject: `The ${what}`,
        rest: ` ${are} swapped for a code: you can search for ${them}, nobody can read ${them} back.`,
      };
    case 'seal':
      return {
        tone: 'seal',
        subject: `The ${what}`,
        rest: ` ${are} sealed: you can show ${them}, programs can’t.`,
      };
    default:
      return {
        tone: 'mask',
        subject: `The ${what}`,
        rest:
          placeholders.length > 0
            ? ` ${are} left out; ${listInWords(placeholders)} is kept instead.`
            : ` ${are} left out. What stands in ${theirs} place cannot be turned back.`,
      };
  }
}

function withArticle(labels: string[]): string {
  return listInWords(
    labels.map((label) => {
      if (/s$/.test(label) && !/ss$/.test(label)) return label;
      return `${/^[aeio]|^(SSN|AWS|IBAN|API|OpenAI)/i.test(label) ? 'an' : 'a'} ${label}`;
    }),
  );
}
