// One token bucket, kept as the moment its next request falls due (GCRA): integers only, nothing to drift. A bucket that may
// grow feels its way up while it is used at full speed and met no 429, and falls at once when it meets one.

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
/** A rate has proven itself after so many requests at full speed. */
export const PROOF_REQUESTS = 30;
/** What is added then, in requests a second. */
export const GROWTH_STEP = 0.25;

/** A bucket of requests. `reserve` tokens can be left for somebody more urgent. */
export class RateBucket {
  /** The configured rate, and the highest it may grow to, in requests a second. */
  readonly basePerSecond: number;
  readonly capPerSecond: number;
  readonly #burst: number;
  #perSecond: number;
  #intervalMs: number;
  /** The lowest rate that met a 429 is not tried again. */
  #ceiling: number;
  /** Requests at full speed since the rate last changed. */
  #proofs = 0;
  /** When the bucket will be full again. */
  #fullAt: EpochMs = 0;
  #penalisedAt: EpochMs | null = null;

  /** `cap` in requests a second; a bucket without one stays at its rate. */
  constructor(rate: Rate, cap: number = rate.perSecond) {
    this.basePerSecond = rate.perSecond;
    this.capPerSecond = Math.max(rate.perSecond, cap);
    this.#ceiling = this.capPerSecond;
    this.#burst = Math.max(1, Math.floor(rate.burst));
    this.#perSecond = rate.perSecond;
    this.#intervalMs = intervalOf(rate.perSecond);
  }

  /** Requests a second that go now. */
  get perSecond(): number {
    return this.#perSecond;
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
      this.#setRate(now, Math.max(this.#perSecond, this.basePerSecond));
    }
    // Only a bucket that holds somebody up says anything about its rate; a rare request would pass at any.
    if (now - this.readyAt() < this.#intervalMs / 2) this.#prove(now);
    this.#fullAt = Math.max(this.#fullAt, now) + this.#intervalMs;
  }

  /** The server said 429: silence first, then half the speed until it has been quiet for a minute. */
  penalise(now: EpochMs): void {
    this.#penalisedAt = now;
    this.#ceiling = Math.max(this.basePerSecond, Math.min(this.#ceiling, this.#perSecond - GROWTH_STEP));
    this.#setRate(now, Math.max(this.#perSecond / 2, this.basePerSecond / SLOWEST));
    this.pause(now);
  }

  /** Silence after a 429 on another TR, which may have spent a shared budget; the speed stays. */
  pause(now: EpochMs): void {
    this.#fullAt = Math.max(this.#fullAt, now + PENALTY_MS + (this.#burst - 1) * this.#intervalMs);
  }

  #prove(now: EpochMs): void {
    if (this.#penalisedAt !== null || this.#perSecond >= this.#ceiling) return;
    if (++this.#proofs >= PROOF_REQUESTS)
      this.#setRate(now, Math.min(this.#perSecond + GROWTH_STEP, this.#ceiling));
  }

  /** Requests that went before stay counted as so many requests, whatever the speed is from now on. */
  #setRate(now: EpochMs, perSecond: number): void {
    const owed = Math.max(0, this.#fullAt - now) / this.#intervalMs;
    this.#perSecond = perSecond;
    this.#intervalMs = intervalOf(perSecond);
    if (owed > 0) this.#fullAt = now + Math.ceil(owed * this.#intervalMs);
    this.#proofs = 0;
  }
}

function intervalOf(perSecond: number): number {
  return Math.ceil(1_000 / perSecond);
}
