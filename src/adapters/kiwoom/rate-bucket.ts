// One token bucket, kept as the moment its next request falls due (GCRA): integers only, nothing to drift.

import type { EpochMs } from '#domain/units.ts';

/** A steady rate and how many requests may go at once after a rest. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** After a 429 the server wants more than a second of silence (kiwoom-wire 2.9). */
export const PENALTY_MS = 1_100;
/** After this long without a 429 a slowed bucket trusts its configured rate again. */
const TRUST_AFTER_MS = 60_000;
const SLOWEST = 4;

/** A bucket of requests. `reserve` tokens can be left for somebody more urgent. */
export class RateBucket {
  readonly #burst: number;
  readonly #configuredMs: number;
  #intervalMs: number;
  /** When the bucket will be full again. */
  #fullAt: EpochMs = 0;
  #penalisedAt: EpochMs | null = null;

  constructor(rate: Rate) {
    this.#burst = Math.max(1, Math.floor(rate.burst));
    this.#configuredMs = Math.ceil(1_000 / rate.perSecond);
    this.#intervalMs = this.#configuredMs;
  }

  /** The moment a request may go that leaves `reserve` others behind; in the past when it may go now. */
  readyAt(reserve = 0): EpochMs {
    const depth = Math.max(0, this.#burst - 1 - reserve);
    return this.#fullAt - depth * this.#intervalMs;
  }

  /** Counts a request that goes at `now`. */
  take(now: EpochMs): void {
    if (this.#penalisedAt !== null && now - this.#penalisedAt >= TRUST_AFTER_MS) {
      this.#penalisedAt = null;
      this.#intervalMs = this.#configuredMs;
    }
    this.#fullAt = Math.max(this.#fullAt, now) + this.#intervalMs;
  }

  /** The server said 429: silence first, then half the speed until it has been quiet for a minute. */
  penalise(now: EpochMs): void {
    this.#penalisedAt = now;
    this.#intervalMs = Math.min(this.#intervalMs * 2, this.#configuredMs * SLOWEST);
    this.#fullAt = Math.max(this.#fullAt, now + PENALTY_MS + (this.#burst - 1) * this.#intervalMs);
  }

  /** Silence after a 429 on another TR, which may have spent a shared budget; the speed stays. */
  pause(now: EpochMs): void {
    this.#fullAt = Math.max(this.#fullAt, now + PENALTY_MS + (this.#burst - 1) * this.#intervalMs);
  }
}
