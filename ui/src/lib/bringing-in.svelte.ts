// An import under way, wherever on the page the person is: how far it is, and what came of it. Dropped at lock. Must not know
// what is brought in.
import type { Backend } from './backend';
import type { ImportDone, ImportProgress, Problem } from './bindings';
import { asProblem } from './problems';

export class BringingIn {
  /** Null when nothing is under way. */
  progress = $state.raw<ImportProgress | null>(null);
  /** What the last one did, until the person has read it. */
  done = $state.raw<ImportDone | null>(null);
  problem = $state.raw<Problem | null>(null);
  cancelling = $state(false);

  constructor(readonly backend: Backend) {}

  get running(): boolean {
    return this.progress !== null;
  }

  /** Starts listening; the answer stops it. */
  start(): () => void {
    let stopped = false;
    let stop = () => {};
    void this.backend
      .on('import_progress', (progress) => {
        // What was said before the end may arrive after it.
        if (this.running) this.progress = progress;
      })
      .then((stopListening) => (stopped ? stopListening() : (stop = stopListening)));
    return () => {
      stopped = true;
      stop();
    };
  }

  /** Brings in what was looked at, or goes on where it was stopped. */
  async run(total: number, leaveOutShort: boolean, chosen: number[] | null = null): Promise<void> {
    const begin = this.done?.read ?? 0;
    this.dismiss();
    this.progress = { done: begin, total, per_second: null, seconds_left: null };
    try {
      const done = await this.backend.importRun(leaveOutShort, chosen);
      this.done = done;
      this.problem = done.problem;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    this.progress = null;
    this.cancelling = false;
  }

  async cancel(): Promise<void> {
    this.cancelling = true;
    await this.backend.importCancel().catch(() => (this.cancelling = false));
  }

  /** Forgets what the last one brought; answers how many went, or nothing if that failed. */
  async undo(): Promise<number | null> {
    try {
      const count = await this.backend.importUndo();
      this.dismiss();
      return count;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return null;
    }
  }

  dismiss(): void {
    this.done = null;
    this.problem = null;
  }
}
