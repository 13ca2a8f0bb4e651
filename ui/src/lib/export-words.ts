// Exports, and bringing one back, in words.
import { counted } from './amounts';
import type { BroughtBack, Exported, ExportFormat, TransferProgress } from './bindings';

interface ExportFormWords {
  format: ExportFormat;
  name: string;
  says: string;
  /** It holds settings, trail and receipts too, and so only ever all memories. */
  ofAll: boolean;
  encrypted: boolean;
}

/** The forms, the usual one first. */
export const exportForms: readonly ExportFormWords[] = [
  {
    format: 'zip',
    name: 'Archive',
    says: 'All there is, in files to read: a text a memory, and everything as JSON. Not encrypted.',
    ofAll: true,
    encrypted: false,
  },
  {
    format: 'encrypted',
    name: 'Encrypted archive',
    says: 'The same, with what is hidden. Another Keepsake makes an equal vault of it, and age or rage opens it.',
    ofAll: true,
    encrypted: true,
  },
  {
    format: 'html',
    name: 'Page that opens itself',
    says: 'One encrypted file for any browser, without a network. To read and search, not to bring back.',
    ofAll: false,
    encrypted: true,
  },
  {
    format: 'json',
    name: 'JSON',
    says: 'All versions, topics and dates, for other programs. Not encrypted.',
    ofAll: false,
    encrypted: false,
  },
  {
    format: 'markdown',
    name: 'Markdown',
    says: 'What holds today, on one page. Not encrypted.',
    ofAll: false,
    encrypted: false,
  },
];

/** A sentence each; none when the person left the dialog. */
export function exportedInWords(exported: Exported, format: ExportFormat, withHidden: boolean): string[] {
  const { path, memories, damaged, originals_left } = exported;
  if (path === null) return [];
  const encrypted = exportForms.some((form) => form.format === format && form.encrypted);
  const how = encrypted ? 'It opens with the passphrase that you gave it.' : 'That file is not encrypted.';
  const said = [`${counted(memories, 'memory', 'memories')} written to ${path}. ${how}`];
  if (damaged > 0) {
    said.push(`${counted(damaged, 'memory is damaged and was', 'memories are damaged and were')} left out.`);
  }
  if (originals_left > 0) {
    const values = counted(originals_left, 'hidden value', 'hidden values');
    said.push(
      withHidden
        ? `${values} ${originals_left === 1 ? 'is' : 'are'} damaged and could not be opened: the file says only what kind of value stood there.`
        : `${values} stayed in the vault: the file says only what kind of value stood there.`,
    );
  }
  return said;
}

/** How far an export is. */
export const exportStepsInWords = ({ done, total }: TransferProgress): string =>
  total > 0 ? `${Math.min(100, Math.floor((100 * done) / total))} %` : '';

/** What bringing an export back came to, a sentence each. */
export function broughtBackInWords(back: BroughtBack): string[] {
  if (back.name === null) return [];
  const said = [`${counted(back.imported, 'memory', 'memories')} brought back from ${back.name}.`];
  const rest: [number, string, string][] = [
    [back.revised, 'memory that was here got', 'memories that were here got'],
    [back.unchanged, 'memory was', 'memories were'],
    [back.forgotten_here, 'memory was', 'memories were'],
    [back.masked, 'memory holds', 'memories hold'],
    [back.originals_missing, 'hidden value is', 'hidden values are'],
  ];
  const ends = [
    'versions that were not.',
    'here already.',
    'forgotten here, and stays forgotten.',
    'something that your filter hides now.',
    'not in that file: its placeholder came alone.',
  ];
  rest.forEach(([number, one, many], at) => {
    if (number > 0) said.push(`${counted(number, one, many)} ${ends[at]}`);
  });
  return said;
}
