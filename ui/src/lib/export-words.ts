// What an export came to, in words.
import { counted } from './amounts';
import type { Exported } from './bindings';

/** A sentence each; none when the person left the dialog. */
export function exportedInWords({ path, memories, damaged, originals_left }: Exported): string[] {
  if (path === null) return [];
  const said = [`${counted(memories, 'memory', 'memories')} written to ${path}. That file is not encrypted.`];
  if (damaged > 0) {
    said.push(`${counted(damaged, 'memory is damaged and was', 'memories are damaged and were')} left out.`);
  }
  if (originals_left > 0) {
    said.push(
      `${counted(originals_left, 'hidden value is', 'hidden values are')} damaged and could not be opened: the file says only what kind of value stood there.`,
    );
  }
  return said;
}
