// Guards against answers that come too late, and paces calls while someone types.

/** Hands out tickets; only the newest one is current, so a late answer can be told apart. */
export class Latest {
  #newest = 0;

  /** A check that stays true until the next ticket is taken. */
  take(): () => boolean {
    const mine = ++this.#newest;
    return () => mine === this.#newest;
  }

  /** Makes every ticket out there stale. */
  dropAll(): void {
    this.#newest += 1;
  }
}

/** Runs the last of many quick calls, `pause_ms` after it was made. */
export class Paced {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly pause_ms: number) {}

  run(what: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(what, this.pause_ms);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}

/** Lets a call through at most once in `every_ms`; the clock is handed in. */
export class Throttle {
  #last = Number.NEGATIVE_INFINITY;

  constructor(readonly every_ms: number) {}

  passes(now_ms: number): boolean {
    if (now_ms - this.#last < this.every_ms) return false;
    this.#last = now_ms;
    return true;
  }
}
