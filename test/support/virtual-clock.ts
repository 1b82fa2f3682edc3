// A clock that stands still until a test moves it. Wishes due at the same moment are fulfilled in the order they were made.

import { assert } from '#domain/assert.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

interface Wish {
  readonly at: EpochMs;
  readonly number: number;
  readonly wake: () => void;
}

/** Time for tests. `advanceTo` and `advanceBy` wake everybody due on the way, at their own moment, in order. */
export class VirtualClock implements Clock {
  #now: EpochMs;
  #made = 0;
  readonly #wishes: Wish[] = [];

  constructor(start: EpochMs) {
    this.#now = start;
  }

  now(): EpochMs {
    return this.#now;
  }

  wakeAt(at: EpochMs, wake: () => void): () => void {
    const wish: Wish = { at, number: this.#made++, wake };
    let index = this.#wishes.length;
    while (index > 0 && this.#wishes[index - 1]!.at > at) index--;
    this.#wishes.splice(index, 0, wish);
    return () => {
      const found = this.#wishes.indexOf(wish);
      if (found >= 0) this.#wishes.splice(found, 1);
    };
  }

  /** The moment of the next wish; null when nobody waits. */
  get nextWakeAt(): EpochMs | null {
    return this.#wishes[0]?.at ?? null;
  }

  /** Moves to `at`, waking everybody due until then. Wishes made on the way count if they are due by then. */
  advanceTo(at: EpochMs): void {
    assert(at >= this.#now, `the clock cannot go back from ${this.#now} to ${at}`);
    for (let next = this.#wishes[0]; next !== undefined && next.at <= at; next = this.#wishes[0]) {
      this.#wishes.shift();
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = at;
  }

  advanceBy(ms: number): void {
    this.advanceTo(this.#now + ms);
  }

  /** Like `advanceBy`, but promises settle between two wishes: for code that waits and awaits in turn. */
  async settleBy(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (let next = this.#wishes[0]; next !== undefined && next.at <= until; next = this.#wishes[0]) {
      this.advanceTo(Math.max(next.at, this.#now));
      await settled();
    }
    this.advanceTo(until);
    await settled();
  }
}

/** Lets every promise that can settle do so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
