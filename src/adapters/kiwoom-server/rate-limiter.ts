// The request limit as measured: a token bucket for each (key, TR) and one for each key (kiwoom-wire 2.8), in wall-clock
// seconds. A refused request takes nothing from either bucket.

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

/** Requests a second and how many may come at once, per TR and per key. */
export interface RateLimits {
  readonly perTr: number;
  readonly perTrBurst: number;
  readonly global: number;
  readonly globalBurst: number;
}

/** What the real domain is safely used at (kiwoom-wire 2.8). */
export const DEFAULT_RATE_LIMITS: RateLimits = { perTr: 1, perTrBurst: 2, global: 5, globalBurst: 5 };

interface Bucket {
  tokens: number;
  at: EpochMs;
}

/** Counts requests by key and TR; without limits everything passes. */
export class RateLimiter {
  readonly #limits: RateLimits | null;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: RateLimits | null, clock: Pick<Clock, 'now'>) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Requests a second a refusal names (`유량=`). */
  get flow(): number {
    return this.#limits?.perTr ?? 0;
  }

  /** True when the request may pass; it is then counted. */
  take(appKey: string, trId: string): boolean {
    const limits = this.#limits;
    if (limits === null) return true;
    const ofTr = this.#filled(`${appKey} ${trId}`, limits.perTr, limits.perTrBurst);
    const ofKey = this.#filled(appKey, limits.global, limits.globalBurst);
    if (ofTr.tokens < 1 || ofKey.tokens < 1) return false;
    ofTr.tokens -= 1;
    ofKey.tokens -= 1;
    return true;
  }

  #filled(name: string, perSecond: number, burst: number): Bucket {
    const now = this.#clock.now();
    let bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      bucket = { tokens: burst, at: now };
      this.#buckets.set(name, bucket);
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1_000);
    bucket.at = now;
    return bucket;
  }
}
