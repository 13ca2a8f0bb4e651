// Originals that the person asked to see, while they are on the page: each for half a minute, and none
// after another memory was opened or the window was left for a while. Must not touch the DOM.
import { SvelteMap } from 'svelte/reactivity';
import type { Backend } from './backend';
import type { PlaceholderView, Problem } from './bindings';
import { asProblem } from './problems';

export const shown_ms = 30_000;
/** How long the window may be left before what is shown goes. */
export const away_ms = 8_000;

/** What asking to see an original came to. */
export type Asked = 'shown' | 'cancelled' | 'secret_needed' | 'late' | Problem;

export class Revealed {
  #originals = new SvelteMap<number, string>();
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #pending = new Set<number>();
  #away: ReturnType<typeof setTimeout> | undefined;
  /** Stands for the memory that is open: answers that belong to another one are dropped. */
  #open = {};

  constructor(
    readonly backend: Backend,
    readonly id: string,
  ) {}

  /** The original, while it is shown. */
  get(original: number | null | undefined): string | undefined {
    return original === null || original === undefined ? undefined : this.#originals.get(original);
  }

  /** Asks for one original. It is shown if the answer is still wanted. */
  async ask(placeholder: PlaceholderView, passphrase: string | null = null): Promise<Asked> {
    const { original } = placeholder;
    if (original === null) return 'cancelled';
    if (this.#pending.has(original)) return 'late';
    const open = this.#open;
    this.#pending.add(original);
    try {
      const text = await this.backend.reveal(this.id, original, passphrase);
      if (open !== this.#open) return 'late';
      this.#originals.set(original, text);
      clearTimeout(this.#timers.get(original));
      this.#timers.set(original, setTimeout(() => this.hide(original), shown_ms)); // prettier-ignore
      return 'shown';
    } catch (thrown) {
      if (open !== this.#open) return 'late';
      const problem = asProblem(thrown);
      if (problem.code === 'cancelled') return 'cancelled';
      return problem.code === 'secret_needed' ? 'secret_needed' : problem;
    } finally {
      this.#pending.delete(original);
    }
  }

  /** Drops answers that are still on their way: the person has left the question. */
  unask(): void {
    this.#open = {};
  }

  hide(original: number): void {
    clearTimeout(this.#timers.get(original));
    this.#timers.delete(original);
    this.#originals.delete(original);
  }

  /** Hides all, and whatever is still on its way. */
  hideAll(): void {
    this.#open = {};
    clearTimeout(this.#away);
    for (const original of [...this.#timers.keys()]) this.hide(original);
  }

  /** The window lost the focus: after a while nothing is shown any more. */
  left(): void {
    clearTimeout(this.#away);
    this.#away = setTimeout(() => this.hideAll(), away_ms);
  }

  cameBack(): void {
    clearTimeout(this.#away);
  }
}
