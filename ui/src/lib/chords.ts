// Key combinations, as they are stored (`Mod+Shift+E`, where `Mod` is Cmd on a Mac and Ctrl elsewhere) and as
// they are shown. Must not know what any of them does.

export const onMac = /^Mac/i.test(globalThis.navigator?.platform ?? '');

const named = new Set(
  'Enter Escape Tab Delete Backspace Insert Home End PageUp PageDown ArrowUp ArrowDown ArrowLeft ArrowRight ContextMenu'.split(
    ' ',
  ),
);
const function_key = /^F([1-9]|1\d|2[0-4])$/;
const chord_parts = /^((?:(?:Ctrl|Mod|Alt|Shift)\+)*)(.+)$/s;

/** The combination that was pressed; null for a modifier alone, and for what the system or an input method takes. */
export function chordOf(event: KeyboardEvent, mac = onMac): string | null {
  if (event.isComposing) return null;
  // AltGr arrives as Ctrl and Alt: what it types is an ordinary character.
  const typed = event.ctrlKey && event.altKey && (event.getModifierState?.('AltGraph') ?? false);
  const alt = event.altKey && !typed;
  const ctrl = event.ctrlKey && !typed;
  if (!mac && event.metaKey) return null;
  const mod = mac ? event.metaKey : ctrl;
  const key = keyOf(event, mod || alt || (mac && ctrl));
  if (key === null) return null;
  const shift = event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key));
  return [mac && ctrl && 'Ctrl', mod && 'Mod', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

/** The key without modifiers. Where the layout has no Latin letters, its place on the keyboard counts. */
function keyOf(event: KeyboardEvent, commanded: boolean): string | null {
  const { key, code } = event;
  if (key === ' ') return 'Space';
  if (named.has(key) || function_key.test(key)) return key;
  if ([...key].length !== 1) return null;
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter && (/\p{L}/u.test(key) || commanded)) return letter;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit && commanded && (!event.shiftKey || event.altKey)) return digit;
  return key;
}

/** Modifiers and key of a stored combination; null for what is none. */
export function partsOf(chord: string): { modifiers: string[]; key: string } | null {
  const [, before = '', key = ''] = chord_parts.exec(chord) ?? [];
  if (!named.has(key) && !function_key.test(key) && key !== 'Space' && [...key].length !== 1) return null;
  if (/\s/.test(key)) return null;
  return { modifiers: before.split('+').filter((part) => part !== ''), key };
}

/** True if the combination would write or change text in a field. */
export function isText(chord: string): boolean {
  const parts = partsOf(chord);
  if (!parts) return false;
  const commanded = parts.modifiers.some((one) => one !== 'Shift');
  return commanded ? text_editing.has(chord) : !function_key.test(parts.key);
}

/** What text fields know on every system. */
export const text_editing: ReadonlySet<string> = new Set(
  ['A', 'C', 'V', 'X', 'Z', 'Y', 'Shift+Z', 'Shift+V', 'Backspace', 'Delete'].map((key) => `Mod+${key}`),
);

const shown: Record<string, string> = {
  Escape: 'Esc',
  Delete: 'Del',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** The keys one by one, as they stand on a keyboard: `Ctrl`, `Shift`, `E`. */
export function keysOf(chord: string, mac = onMac): string[] {
  const parts = partsOf(chord);
  if (!parts) return [];
  const modifiers = parts.modifiers.map((one) => (one === 'Mod' ? (mac ? 'Cmd' : 'Ctrl') : one));
  return [...modifiers, shown[parts.key] ?? parts.key];
}

/** In a sentence: `Ctrl+Shift+E`. */
export const chordInWords = (chord: string, mac = onMac): string => keysOf(chord, mac).join('+');

/** As `aria-keyshortcuts` wants it: `Control+Shift+E`. */
export function ariaKeys(chords: readonly string[], mac = onMac): string | undefined {
  const names = chords.map((chord) => {
    const parts = partsOf(chord);
    const modifiers = (parts?.modifiers ?? []).map((one) =>
      one === 'Mod' ? (mac ? 'Meta' : 'Control') : one === 'Ctrl' ? 'Control' : one,
    );
    return [...modifiers, parts?.key ?? ''].join('+');
  });
  return names.length > 0 ? names.join(' ') : undefined;
}
