// Which key means what. Decides from the event alone; does nothing itself.

export type Shortcut = 'search' | 'capture' | 'lock';

/** True while keys belong to a text field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The window's own shortcut for this key, if any. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const key = event.key.toLowerCase();
  if (command && key === 'k') return 'search';
  if (command && key === 'n') return 'capture';
  if (command && key === 'l') return 'lock';
  if (key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    return 'search';
  }
  return null;
}

export type ListKey = { move: number } | { jump: 'first' | 'last' } | { act: 'open' | 'forget' | 'edit' };

/** What a key means in the list; `typing` when it was pressed in the search field above it. */
export function listKeyOf(event: KeyboardEvent, rowsInView: number, typing: boolean): ListKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  switch (event.key) {
    case 'ArrowDown':
      return { move: 1 };
    case 'ArrowUp':
      return { move: -1 };
    case 'PageDown':
      return { move: Math.max(1, rowsInView - 1) };
    case 'PageUp':
      return { move: -Math.max(1, rowsInView - 1) };
    case 'Enter':
      return { act: 'open' };
    case 'F2':
      return { act: 'edit' };
  }
  if (typing) return null;
  switch (event.key) {
    case 'Home':
      return { jump: 'first' };
    case 'End':
      return { jump: 'last' };
    case 'Delete':
      return { act: 'forget' };
    case 'e':
    case 'E':
      return { act: 'edit' };
  }
  return null;
}
