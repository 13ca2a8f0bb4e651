// Says in plain words what the filter would do with a text, and what the person may choose instead. Must
// not know the filter's rules.
import { bytesInWords, listInWords } from './amounts';
import type { FindingAction, FindingChoice, FindingView, PlaceholderView, Preview } from './bindings';
import { carriedOver, chipWords } from './placeholders';

/** The most that one memory holds. */
export const limit_bytes = 65_536;

/** Something that may be done with a kind of finding instead. */
export interface Option {
  choice: FindingChoice;
  words: string;
  /** What happens now. */
  stands: boolean;
}

/** One line under the text: one kind of finding, and what happens to it. */
export interface FilterLine {
  /** How it is said: `block` stands in the way, the others inform. */
  tone: 'block' | 'seal' | 'mask' | 'allow';
  /** What it is about, set in bold; may be empty. */
  subject: string;
  /** The rest, after the subject. */
  rest: string;
  /** Plain words for the kind; empty when nothing can be chosen. */
  label: string;
  /** What may be done; empty when there is no choice. */
  options: Option[];
}

const order: FindingAction[] = ['block', 'mask', 'token', 'seal', 'allow'];

/** Everything that may be done, in words, from hiding most to hiding least. */
export const actionWords: Record<FindingAction, string> = {
  block: 'Do not keep',
  mask: 'Leave it out for good',
  token: 'Swap for a code you can search for',
  seal: 'Hide it, only you can show it',
  allow: 'Keep as it is',
};

/** One line for each kind with something to say, the worst first. Empty when all is kept as typed. */
export function linesFor(preview: Preview, choices: readonly FindingChoice[] = []): FilterLine[] {
  const lines: FilterLine[] = [];
  if (preview.size_bytes > limit_bytes) {
    const rest = `: a memory holds at most ${bytesInWords(limit_bytes)}. Split it in two.`;
    lines.push(plainLine('block', `This is ${bytesInWords(preview.size_bytes)} long`, rest));
  }
  for (const action of order) {
    const kinds = new Map<string, FindingView[]>();
    for (const finding of preview.findings.filter((f) => f.action === action)) {
      kinds.set(finding.kind, [...(kinds.get(finding.kind) ?? []), finding]);
    }
    for (const [kind, found] of kinds) {
      const chosen = choices.find((choice) => choice.kind === kind);
      if (action === 'allow' && chosen?.action !== 'allow') continue;
      lines.push(lineFor(found, chosen, preview));
    }
  }
  if (preview.blocked && !lines.some((line) => line.tone === 'block')) {
    lines.push(plainLine('block', 'This cannot be kept', ' as it is.'));
  }
  return lines;
}

/** What an edit does to what the memory hides already. Nothing is said of a text that is refused. */
export function linesForCarried(before: readonly PlaceholderView[], preview: Preview): FilterLine[] {
  if (preview.blocked) return [];
  const { stays, goes } = carriedOver(before, preview.placeholders);
  const each = (all: PlaceholderView[], line: (what: string, sealed: boolean) => FilterLine) =>
    [...new Map(all.map((one) => [`${one.kind} ${one.action}`, one])).values()].map((one) =>
      line(one.label, one.original !== null),
    );
  return [
    ...each(goes, (what, sealed) =>
      sealed
        ? plainLine(
            'mask',
            `The hidden ${what}`,
            ' will be removed with this change; the earlier version keeps it.',
          )
        : plainLine('mask', `The code for the ${what}`, ' will be removed with this change.'),
    ),
    ...each(stays, (what, sealed) =>
      plainLine('seal', sealed ? `The hidden ${what}` : `The code for the ${what}`, ' stays.'),
    ),
  ];
}

/** The choices with one more, which stands in place of an earlier one for the same kind. */
export function withChoice(choices: readonly FindingChoice[], one: FindingChoice): FindingChoice[] {
  return [...choices.filter(({ kind }) => kind !== one.kind), one];
}

function plainLine(tone: FilterLine['tone'], subject: string, rest: string): FilterLine {
  return { tone, subject, rest, label: '', options: [] };
}

function lineFor(found: FindingView[], chosen: FindingChoice | undefined, preview: Preview): FilterLine {
  const finding = found[0]!;
  const { action, label } = finding;
  const options = optionsFor(finding, found.length > 1, chosen);
  const said = say(finding, chosen, preview, options.length > 1);
  const tone = action === 'token' ? 'mask' : action;
  return { tone, ...said, label, options: options.length > 1 ? options : [] };
}

function optionsFor(finding: FindingView, many: boolean, chosen: FindingChoice | undefined): Option[] {
  const { kind, action: now, choices, can_allow_always } = finding;
  const always = chosen?.always ?? false;
  const ordered = [...order].reverse().filter((action) => action !== 'allow');
  const options: Option[] = ordered
    .filter((action) => choices.includes(action))
    .map((action) => ({
      choice: { kind, action, always: false },
      words: actionWords[action],
      stands: action === now,
    }));
  if (choices.includes('allow')) {
    const words = `${actionWords.allow} (this once)`;
    options.push({ choice: { kind, action: 'allow', always: false }, words, stands: now === 'allow' && !always }); // prettier-ignore
    if (can_allow_always) {
      const words = many ? 'Always keep these exact values' : 'Always keep this exact value';
      options.push({ choice: { kind, action: 'allow', always: true }, words, stands: now === 'allow' && always }); // prettier-ignore
    }
  }
  return options;
}

function say(
  finding: FindingView,
  chosen: FindingChoice | undefined,
  preview: Preview,
  canChange: boolean,
): { subject: string; rest: string } {
  const { label, choices, action } = finding;
  const subject = `The ${label}`;
  switch (action) {
    case 'block': {
      const holds = `This holds ${withArticle(label)}`;
      if (finding.class === 'one_time_code' && preview.offers_an_hour) {
        return { subject: holds, rest: '. Take it out, or keep this for one hour only.' };
      }
      const opens = choices.every((choice) => choice === 'block' || choice === 'mask');
      if (chosen?.action === 'block') {
        return { subject: holds, rest: ', which you chose not to keep. Take it out, or choose again.' };
      }
      const never = finding.class === 'one_time_code' ? 'does not keep' : 'never stores';
      const why = opens ? `, which Keepsake ${never}.` : ', which your rules do not let in.';
      const todo = canChange ? ' Take it out, or choose what to do with it.' : ' Take it out to keep the rest.'; // prettier-ignore
      return { subject: holds, rest: why + todo };
    }
    case 'token':
      return { subject, rest: ' is swapped for a code: you can search for it, nobody can read it back.' };
    case 'seal': {
      const seen = standsAs(finding, preview);
      return { subject, rest: ` is hidden: only you can show it${seen ? `; programs see ${seen}` : ''}.` };
    }
    case 'allow':
      return {
        subject,
        rest: chosen?.always ? ' is kept as it is, now and from now on.' : ' is kept as it is, this once.',
      };
    default: {
      const instead = standsAs(finding, preview);
      return { subject, rest: ` is left out for good${instead ? `; ${instead} is kept instead` : ''}.` };
    }
  }
}

/** What stands in the kept text for findings of this kind, with its brackets; empty if not known. */
function standsAs(finding: FindingView, preview: Preview): string {
  const texts = preview.placeholders
    .filter(({ kind, action }) => kind === finding.kind && action === finding.action)
    .map(({ start, end }) => preview.kept_text.slice(start, end))
    .filter((text) => chipWords(text) !== '');
  return listInWords([...new Set(texts)]);
}

function withArticle(label: string): string {
  if (/s$/.test(label) && !/(ss|us|is)$/.test(label)) return label;
  const vowel = /^(?!one\b)[aeio]|^(SSN|AWS|IBAN|API|OpenAI)/i.test(label);
  return `${vowel ? 'an' : 'a'} ${label}`;
}
