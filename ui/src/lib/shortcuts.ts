// What a key press means. The keys of actions come from the keymap; those that move through the list are fixed.
import type { Action, Stage } from './actions';
import { chordOf, isText } from './chords';
import type { Keymap } from './keymap.svelte';

/** True while keys belong to a text field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The action of this scope that the key stands for. Never one whose key would be typed where text is typed. */
export function actionFor(event: KeyboardEvent, keymap: Keymap, scope: Action['scope']): Action | undefined {
  const chord = chordOf(event);
  const action = chord === null ? undefined : keymap.actionOf(chord);
  if (!chord || action?.scope !== scope) return undefined;
  return isText(chord) && isTyping(event.target) ? undefined : action;
}

/** Runs the action if it can be done now. */
export function perform(action: Action, stage: Stage): void {
  if (action.isAvailable(stage)) void action.run(stage);
}

export type ListKey =
  | { move: number; extend: boolean }
  | { jump: 'first' | 'last'; extend: boolean }
  | { act: 'open' | 'toggle' | 'clear' };

/** What a fixed key means in the list; `typing` when it was pressed in the search field above it. */
export function listKeyOf(event: KeyboardEvent, rowsInView: number, typing: boolean): ListKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const extend = event.shiftKey;
  // In the field, Shift and an arrow select what is typed.
  if (typing && extend) return null;
  switch (event.key) {
    case 'ArrowDown':
      return { move: 1, extend };
    case 'ArrowUp':
      return { move: -1, extend };
    case 'PageDown':
      return { move: Math.max(1, rowsInView - 1), extend };
    case 'PageUp':
      return { move: -Math.max(1, rowsInView - 1), extend };
    case 'Enter':
      return { act: 'open' };
    case 'Escape':
      return { act: 'clear' };
  }
  if (typing) return null;
  switch (event.key) {
    case 'Home':
      return { jump: 'first', extend };
    case 'End':
      return { jump: 'last', extend };
    case ' ':
      return { act: 'toggle' };
  }
  return null;
}
