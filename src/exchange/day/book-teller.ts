// When a book is told: as soon as it has changed, but not more often than clients can bear.

import type { EpochMs } from '#domain/units.ts';

/** Book events of one instrument are at least this far apart. */
const GAP_MS = 200;

export class BookTeller {
  #hasChanged = false;
  #toldAt: EpochMs = 0;

  /** When there is something to tell; infinity while there is not. */
  get nextAt(): EpochMs {
    return this.#hasChanged ? this.#toldAt + GAP_MS : Number.POSITIVE_INFINITY;
  }

  /** The book has changed. */
  touch(): void {
    this.#hasChanged = true;
  }

  /** True when it is to be told at `now`; it then counts as told. */
  takeTurn(now: EpochMs): boolean {
    if (now < this.nextAt) return false;
    this.#hasChanged = false;
    this.#toldAt = now;
    return true;
  }
}
