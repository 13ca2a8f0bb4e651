// The words of an import: what it would bring, how far it is, what it did. Must not know the filter's rules.
import { counted, numberInWords } from './amounts';
import type { ImportDone, ImportPreview, ImportProgress } from './bindings';

/** How many memories an import would bring or renew. What cannot be read is not among `memories`. */
export function wouldComeIn(preview: ImportPreview, leaveOutShort = false): number {
  const { memories, unchanged, blocked, short_replies } = preview;
  return Math.max(0, memories - unchanged - blocked - (leaveOutShort ? short_replies : 0));
}

/** `312 short replies such as greetings` */
export function shortRepliesInWords({ short_replies }: ImportPreview): string {
  return `${counted(short_replies, 'short reply such as a greeting', 'short replies such as greetings')}`;
}

/** `5,120 of 20,000` */
export function progressInWords({ done, total }: Pick<ImportProgress, 'done' | 'total'>): string {
  return `${numberInWords(done)} of ${numberInWords(total)}`;
}

/** `310 memories a second, about 2 minutes left`; nothing while it is not known. */
export function speedInWords({ per_second, seconds_left }: ImportProgress): string {
  if (per_second === null || seconds_left === null) return '';
  return `${counted(per_second, 'memory', 'memories')} a second, ${timeLeftInWords(seconds_left)}`;
}

function timeLeftInWords(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.round(seconds / 10) * 10} seconds left`;
  if (seconds < 3570) return `about ${counted(Math.round(seconds / 60), 'minute', 'minutes')} left`;
  return `about ${counted(Math.round(seconds / 3600), 'hour', 'hours')} left`;
}

/** True if a part of the file was not come to. */
export function canGoOn(done: ImportDone): boolean {
  return done.read < done.total;
}

/** What an import would not bring, a sentence each. */
export function importLeavesInWords(preview: ImportPreview): string[] {
  const { unchanged, blocked, failed, passed_over, proposals } = preview;
  const said: string[] = [];
  if (unchanged > 0) said.push(`${counted(unchanged, 'is', 'are')} here already, unchanged.`);
  if (blocked > 0) {
    said.push(
      `${counted(blocked, 'would be refused: it holds', 'would be refused: they hold')} what your rules do not let in.`,
    );
  }
  if (failed > 0) said.push(`${counted(failed, 'part', 'parts')} of the file cannot be read.`);
  if (passed_over > 0 && proposals.length === 0)
    said.push(`${counted(passed_over, 'part', 'parts')} of it held nothing to keep.`);
  return said;
}

/** What an import did, a sentence each. */
export function importDoneInWords(done: ImportDone): string[] {
  const said = [`${counted(done.imported, 'memory was', 'memories were')} brought in.`];
  if (canGoOn(done)) said.unshift(`Stopped at ${progressInWords({ done: done.read, total: done.total })}.`);
  if (done.revised > 0)
    said.push(`${counted(done.revised, 'known one has', 'known ones have')} a new version.`);
  if (done.hidden > 0) said.push(`${counted(done.hidden, 'was', 'were')} kept with something hidden.`);
  if (done.unchanged > 0) said.push(`${counted(done.unchanged, 'was', 'were')} here already.`);
  if (done.left_out > 0)
    said.push(`${counted(done.left_out, 'short reply was', 'short replies were')} left out.`);
  if (done.blocked > 0) said.push(`${counted(done.blocked, 'was', 'were')} refused.`);
  if (done.failed > 0) said.push(`${counted(done.failed, 'part', 'parts')} could not be read.`);
  return said;
}
