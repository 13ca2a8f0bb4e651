// One call that a page waits for: what is under way, and what went wrong with the last. Must not know what
// the call is for.
import type { Problem } from './bindings';
import { asProblem } from './problems';

export class Attempt<What extends string> {
  /** What is under way; empty when nothing is. */
  busy = $state<'' | What>('');
  problem = $state.raw<Problem | null>(null);

  async run(what: What, call: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.problem = null;
    try {
      await call();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    this.busy = '';
  }
}
