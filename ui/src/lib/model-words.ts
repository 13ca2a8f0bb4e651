// The words for the meaning model and a change of it. Must not know the program.
import { counted, numberInWords } from './amounts';
import type { ModelBuilding, ModelView } from './bindings';

/** Which model is used and where it comes from. */
export function modelInWords(model: ModelView): string {
  const from = model.folder === null ? 'It came with Keepsake' : `It lies in ${model.folder}`;
  return `${model.id}. ${from} and runs on this computer; nothing you write leaves it.`;
}

/** `12,000 of 100,000 memories, about 4 minutes left.` */
export function progressInWords({ done, total, minutes_left }: ModelBuilding): string {
  const of = `${numberInWords(done)} of ${counted(total, 'memory', 'memories')}`;
  if (minutes_left === null) return `${of}.`;
  if (minutes_left <= 1) return `${of}, about a minute left.`;
  if (minutes_left < 120) return `${of}, about ${minutes_left} minutes left.`;
  return `${of}, about ${Math.round(minutes_left / 60)} hours left.`;
}
