// The rules of the rate budget without waiting: the buckets of all TRs and of the total, and who of those who wait goes
// next. The budget serves requests by them, and the plan foretells by them.

import type { EpochMs } from '#domain/units.ts';
import { type Rate, RateBucket } from './rate-bucket.ts';

/** How urgent a request is, most urgent first. */
export type Priority = 'order' | 'cancel' | 'reconcile' | 'margin' | 'poll';

/** Place in the queue, 0 first. */
export const RANK: Readonly<Record<Priority, number>> = {
  order: 0,
  cancel: 1,
  reconcile: 2,
  margin: 3,
  poll: 4,
};
const CANCEL_RANK = RANK.cancel;

export interface RateLimits {
  readonly perTr: Rate;
  readonly global: Rate;
  /** TRs that differ from `perTr`. */
  readonly byTr?: Readonly<Record<string, Rate>>;
  /**
   * How far a TR in full use may go beyond its rate while no 429 comes, in requests a second; never beyond the total. Without
   * it rates stay.
   */
  readonly growTo?: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

const MEASURED = { perTr: { perSecond: 1, burst: 2 }, maxWaiting: 500, maxWaitMs: 30_000 } as const;

/**
 * Measured floors: 1/s and a burst of 2 on one TR, 5/s in total; 2.7/s on one TR went through for half a minute without a
 * 429 (kiwoom-wire 2.8).
 */
export const REAL_LIMITS: RateLimits = { ...MEASURED, global: { perSecond: 5, burst: 5 }, growTo: 2.5 };
/** The mock domain: 1/s in total, of which a 429 names the limit, so nothing is to be felt for. */
export const MOCK_LIMITS: RateLimits = { ...MEASURED, global: { perSecond: 1, burst: 2 } };

/** Somebody who wants to send. */
export interface Wish {
  readonly tr: string;
  /** As in RANK. */
  readonly rank: number;
}

/** The buckets behind a budget. */
export class RateBuckets {
  readonly global: RateBucket;
  readonly #limits: RateLimits;
  readonly #byTr = new Map<string, RateBucket>();
  /** Tokens of the total that only orders and cancels may take. */
  readonly #reserve: number;

  constructor(limits: RateLimits) {
    this.#limits = limits;
    this.#reserve = limits.global.burst < 2 ? 0 : 1;
    this.global = new RateBucket(limits.global);
  }

  /** When a request of this urgency may go; in the past when it may go now. */
  readyAt({ tr, rank }: Wish): EpochMs {
    // One request of the total burst stays free for an order that may come in the next moment.
    const reserve = rank <= CANCEL_RANK ? 0 : this.#reserve;
    return Math.max(this.of(tr).readyAt(), this.global.readyAt(reserve));
  }

  take(tr: string, now: EpochMs): void {
    this.of(tr).take(now);
    this.global.take(now);
  }

  /** The bucket of a TR. */
  of(tr: string): RateBucket {
    const known = this.#byTr.get(tr);
    if (known !== undefined) return known;
    const { byTr, perTr, growTo, global } = this.#limits;
    const rate = byTr?.[tr] ?? perTr;
    const made = new RateBucket(rate, growTo === undefined ? undefined : Math.min(growTo, global.perSecond));
    this.#byTr.set(tr, made);
    return made;
  }

  /** The buckets that were used. */
  used(): ReadonlyMap<string, RateBucket> {
    return this.#byTr;
  }
}

/** Who goes next, and when: `at` is `now` for somebody who may go at once. */
export interface Turn {
  readonly index: number;
  readonly at: EpochMs;
}

/** The next turn among those who wait, most urgent first and oldest first; null when nobody waits. */
export function nextTurn(waiting: readonly Wish[], buckets: RateBuckets, now: EpochMs): Turn | null {
  let next: Turn | null = null;
  for (const [index, wish] of waiting.entries()) {
    const at = buckets.readyAt(wish);
    if (at <= now) return { index, at: now };
    if (next === null || at < next.at) next = { index, at };
    // Nothing overtakes an order or a cancel, even if only its own TR is exhausted: it will need the total too.
    if (wish.rank <= CANCEL_RANK) break;
  }
  return next;
}
