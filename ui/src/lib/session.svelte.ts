// What all screens share: where the app stands, the settings, the last word said. Holds no memory's
// content; what does lives in screens that are dropped from the page at lock.
import { createContext } from 'svelte';
import type { Backend } from './backend';
import type { AppState, NewRecoveryCode, Problem, Settings } from './bindings';
import { Keymap } from './keymap.svelte';
import { Throttle } from './latest';
import { asProblem } from './problems';
import { wearTheme } from './theme';

const toast_ms = 4000;
/** Longer sentences stay longer. */
const toast_ms_a_character = 60;
const activity_every_ms = 20_000;

export class Session {
  /** Null until the program has answered. */
  state = $state.raw<AppState | null>(null);
  settings = $state.raw<Settings>({
    theme: 'system',
    idle_lock_minutes: 15,
    lock_when_away: true,
    told_of_no_tray: false,
  });
  /** A recovery code that waits to be confirmed. */
  code = $state.raw<NewRecoveryCode | null>(null);
  /** True until the first vault was opened: making it is then the way in. */
  isNew = $state(true);
  /** Set between "hide everything" and the next state: the page shows nothing private. */
  hidden = $state(false);
  /** Why the program did not answer at all. */
  unreachable = $state.raw<Problem | null>(null);
  toast = $state('');
  /** Changes when another vault, or none, is looked at: screens with content start anew. */
  epoch = $state(0);

  keymap: Keymap;

  #toastTimer: ReturnType<typeof setTimeout> | undefined;
  #activity = new Throttle(activity_every_ms);

  constructor(readonly backend: Backend) {
    this.keymap = new Keymap(backend);
  }

  /** Starts listening and asks where the app stands; the answer stops listening. */
  start(): () => void {
    let stopped = false;
    const stops: (() => void)[] = [];
    const keep = (stop: () => void) => (stopped ? stop() : stops.push(stop));
    void this.backend.on('state_changed', (state) => this.accept(state)).then(keep);
    void this.backend.on('hide_content', () => this.hide()).then(keep);
    void this.look();
    this.backend.settingsGet().then(
      (settings) => this.wear(settings),
      () => undefined,
    );
    void this.keymap.read();
    return () => {
      stopped = true;
      stops.forEach((stop) => stop());
    };
  }

  /** Asks the program where the app stands. */
  async look(): Promise<void> {
    try {
      this.accept(await this.backend.appState());
      this.unreachable = null;
    } catch (thrown) {
      this.unreachable = asProblem(thrown);
    }
  }

  accept(state: AppState): void {
    const was = this.state;
    if (was && (was.phase !== state.phase || was.try_out !== state.try_out)) this.epoch += 1;
    if (state.phase !== 'confirm_recovery') this.code = null;
    if (state.phase === 'unlocked') this.isNew = state.try_out;
    if (state.phase === 'first_run') this.isNew = true;
    this.state = state;
    this.hidden = false;
  }

  hide(): void {
    this.hidden = true;
    this.code = null;
    this.epoch += 1;
    this.say('');
  }

  wear(settings: Settings): void {
    this.settings = settings;
    wearTheme(settings.theme);
  }

  /** Changes settings at once, and back if they cannot be kept. Throws a problem then. */
  async change(part: Partial<Settings>): Promise<void> {
    const before = this.settings;
    this.wear({ ...before, ...part });
    try {
      this.wear(await this.backend.settingsSet({ ...before, ...part }));
    } catch (thrown) {
      this.wear(before);
      throw thrown;
    }
  }

  /** Says one short thing for a few seconds. Never content. */
  say(words: string): void {
    clearTimeout(this.#toastTimer);
    this.toast = words;
    if (words)
      this.#toastTimer = setTimeout(
        () => (this.toast = ''),
        Math.max(toast_ms, words.length * toast_ms_a_character),
      );
  }

  /** Tells the program that someone is here, so that it does not lock for idleness. */
  noteActivity(now_ms: number): void {
    const phase = this.state?.phase;
    const isOpen = phase === 'unlocked' || phase === 'confirm_recovery';
    if (!isOpen || !this.#activity.passes(now_ms)) return;
    this.backend.noteActivity().catch(() => undefined);
  }

  async lock(): Promise<void> {
    try {
      // An export holds what locking waits for.
      void this.backend.transferCancel().catch(() => undefined);
      const state = await this.backend.lock();
      this.hide();
      this.accept(state);
    } catch (thrown) {
      this.say(asProblem(thrown).message);
    }
  }
}

export const [getSession, setSession] = createContext<Session>();
