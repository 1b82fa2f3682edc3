// The clock of a backtest: stands at the moment being run and wakes whoever asked for a moment on the way to the next one, in
// order of time.

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

export class RunClock implements Clock {
  #time: EpochMs = 0;
  #wakes: { readonly at: EpochMs; readonly wake: () => void }[] = [];

  now(): EpochMs {
    return this.#time;
  }

  wakeAt(at: EpochMs, wake: () => void): () => void {
    const wish = { at, wake };
    this.#wakes.push(wish);
    return () => {
      this.#wakes = this.#wakes.filter((one) => one !== wish);
    };
  }

  /** Lets time pass to `at`. */
  advanceTo(at: EpochMs): void {
    while (this.#wakes.length > 0) {
      const next = this.#wakes.reduce((a, b) => (b.at < a.at ? b : a));
      if (next.at > at) break;
      this.#wakes = this.#wakes.filter((one) => one !== next);
      this.#time = Math.max(this.#time, next.at);
      next.wake();
    }
    this.#time = Math.max(this.#time, at);
  }
}
