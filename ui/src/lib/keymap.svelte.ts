// Which keys stand for which action: those Keepsake came with, and those the person chose instead. Must not run
// anything.
import { actions, type Action } from './actions';
import type { Backend } from './backend';
import { chordInWords, isText, partsOf, text_editing } from './chords';
import { fixedKeys } from './fixed-keys';
import type { KeyBinding } from './bindings';

/** Keys that move, choose and leave everywhere. */
const reserved = new Set(
  'Tab Enter Escape Space ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown ContextMenu'.split(
    ' ',
  ),
);
/** What windows and their frames answer to on some system. */
const system = new Set(['Alt+F4', 'Mod+Q', 'Mod+W', 'Mod+H', 'Mod+M', 'Alt+Space', 'F10', 'Shift+F10']);

interface Table {
  keys: ReadonlyMap<string, readonly string[]>;
  actions: ReadonlyMap<string, Action>;
}

export class Keymap {
  /** As stored, with those of actions that this Keepsake does not know. */
  #chosen = $state.raw<readonly KeyBinding[]>([]);
  #table = $derived(tableOf(this.#chosen));

  constructor(readonly backend: Backend) {}

  /** Reads what the person chose; the keys that Keepsake came with hold until then, and if it cannot be read. */
  async read(): Promise<void> {
    try {
      this.#accept(await this.backend.keysView());
    } catch {
      this.#chosen = [];
    }
  }

  /** All combinations of an action, the one to show first. */
  keysOf(id: string): readonly string[] {
    return this.#table.keys.get(id) ?? [];
  }

  /** The first of them in words, or nothing: for titles. */
  titled(words: string, id: string): string {
    const [first] = this.keysOf(id);
    return first ? `${words} (${chordInWords(first)})` : words;
  }

  actionOf(chord: string): Action | undefined {
    return this.#table.actions.get(chord);
  }

  /** True if the person chose other keys for it. */
  isChanged(id: string): boolean {
    return this.#chosen.some(({ action }) => action === id);
  }

  get anyChanged(): boolean {
    return this.#chosen.some(({ action }) => actions.some(({ id }) => id === action));
  }

  /** Why this combination cannot stand for the action; null if it can. */
  refusal(action: Action, chord: string): string | null {
    const words = chordInWords(chord);
    const parts = partsOf(chord);
    if (!parts) return 'This key cannot be used.';
    if (reserved.has(parts.key)) return `${words} is kept for moving, choosing and leaving.`;
    if (text_editing.has(chord) && !action.keys.includes(chord)) return `${words} is kept for editing text.`;
    if (system.has(chord)) return `${words} is kept for your system.`;
    const fixed = fixedKeys.find(({ keys }) => keys.includes(chord));
    if (fixed) return `${words} is taken: ${fixed.words.toLowerCase()} (${fixed.group.toLowerCase()}).`;
    const other = this.actionOf(chord);
    if (other && other.id !== action.id) return `${words} is taken: “${other.words}”.`;
    if (action.scope === 'window' && isText(chord) && !action.keys.includes(chord)) {
      return `${words} alone would be typed or would change text. Add Ctrl or Alt.`.replace(
        'Ctrl',
        chordInWords('Mod+K').split('+')[0]!,
      );
    }
    return null;
  }

  /** Why an action cannot have the keys back that it came with; null if it can. */
  resetRefusal(action: Action): string | null {
    for (const chord of action.keys) {
      const other = this.actionOf(chord);
      if (other && other.id !== action.id) {
        return `${chordInWords(chord)} is taken: “${other.words}”. Change that first.`;
      }
    }
    return null;
  }

  /** Gives the action this combination, or none. Throws a problem if it cannot be kept. */
  async set(action: Action, chord: string | null): Promise<void> {
    const rest = this.#chosen.filter((binding) => binding.action !== action.id);
    const same = chord !== null && action.keys.length === 1 && action.keys[0] === chord;
    await this.#keep(same ? rest : [...rest, { action: action.id, keys: chord ?? '' }]);
  }

  async reset(action: Action): Promise<void> {
    await this.#keep(this.#chosen.filter((binding) => binding.action !== action.id));
  }

  async resetAll(): Promise<void> {
    await this.#keep([]);
  }

  async #keep(bindings: readonly KeyBinding[]): Promise<void> {
    const before = this.#chosen;
    this.#chosen = bindings;
    try {
      this.#accept(await this.backend.keysSet([...bindings]));
    } catch (thrown) {
      this.#chosen = before;
      throw thrown;
    }
  }

  #accept(bindings: unknown): void {
    if (!Array.isArray(bindings)) return;
    this.#chosen = bindings.filter(
      (one: Partial<KeyBinding> | null): one is KeyBinding =>
        typeof one?.action === 'string' && typeof one.keys === 'string',
    );
  }
}

/** Chosen keys come first; one that came with Keepsake gives way to them, and the first of two equal ones counts. */
function tableOf(chosen: readonly KeyBinding[]): Table {
  const keys = new Map<string, readonly string[]>();
  const byChord = new Map<string, Action>();
  const give = (action: Action, chords: readonly string[]) => {
    const free = chords.filter((chord) => partsOf(chord) !== null && !byChord.has(chord));
    free.forEach((chord) => byChord.set(chord, action));
    keys.set(action.id, free);
  };
  for (const action of actions) {
    const own = chosen.find((binding) => binding.action === action.id);
    if (own)
      give(
        action,
        own.keys.split(' ').filter((chord) => isUsable(action, chord)),
      );
  }
  for (const action of actions) if (!keys.has(action.id)) give(action, action.keys);
  return { keys, actions: byChord };
}

/** What was stored by hand or by another version must not take Enter away, nor the letters that are typed. */
function isUsable(action: Action, chord: string): boolean {
  const parts = partsOf(chord);
  if (!parts || reserved.has(parts.key)) return action.keys.includes(chord);
  return action.keys.includes(chord) || action.scope === 'list' || !isText(chord);
}
