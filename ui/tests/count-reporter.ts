// Says at the end how many tests passed and failed, on a line that scripts can read.
import type { Reporter, TestModule } from 'vitest/node';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    console.log(`ui: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}
