// Who may send next. Kiwoom counts requests for each TR and, at least on the mock domain, in total (kiwoom-wire 2.8), so
// both are kept; when requests have to wait, orders go first and nothing less urgent uses up what an order will need.

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { type KiwoomError, ownError } from './errors.ts';
import { type Rate, RateBucket } from './rate-bucket.ts';

/** How urgent a request is, most urgent first. */
export type Priority = 'order' | 'cancel' | 'reconcile' | 'margin' | 'poll';

const RANK: Readonly<Record<Priority, number>> = { order: 0, cancel: 1, reconcile: 2, margin: 3, poll: 4 };
const CANCEL_RANK = 1;

export interface RateLimits {
  readonly perTr: Rate;
  readonly global: Rate;
  /** TRs that differ from `perTr`. */
  readonly byTr?: Readonly<Record<string, Rate>>;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

/** Measured floors: 1/s and a burst of 2 on one TR; 5/s in total on the real domain, 1/s on the mock one. */
export const REAL_LIMITS: RateLimits = {
  perTr: { perSecond: 1, burst: 2 },
  global: { perSecond: 5, burst: 5 },
  maxWaiting: 500,
  maxWaitMs: 30_000,
};
export const MOCK_LIMITS: RateLimits = { ...REAL_LIMITS, global: { perSecond: 1, burst: 2 } };

interface Waiter {
  readonly tr: string;
  readonly rank: number;
  readonly number: number;
  readonly settle: (error: KiwoomError | null) => void;
}

/** The request budget of one app key. */
export class RateBudget {
  readonly #clock: Clock;
  readonly #limits: RateLimits;
  readonly #global: RateBucket;
  readonly #byTr = new Map<string, RateBucket>();
  /** Most urgent first, then oldest first. */
  readonly #waiting: Waiter[] = [];
  #arrivals = 0;
  #cancelWake: (() => void) | null = null;
  #isClosed = false;

  constructor(clock: Clock, limits: RateLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#global = new RateBucket(limits.global);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Takes a permit at once if there is one and nobody as urgent waits. Does not wait, so that an order leaves in this tick. */
  tryTake(tr: string, priority: Priority): boolean {
    const rank = RANK[priority];
    const first = this.#waiting[0];
    if (this.#isClosed || (first !== undefined && first.rank <= rank)) return false;
    const now = this.#clock.now();
    if (this.#readyAt(tr, rank) > now) return false;
    this.#spend(tr, now);
    return true;
  }

  /** Resolves when the request may go; rejects with queue-full, queue-timeout, aborted or closed (all certain: not sent). */
  take(tr: string, priority: Priority, signal?: AbortSignal): Promise<void> {
    if (this.#isClosed) return Promise.reject(refusal('closed', tr));
    if (signal?.aborted) return Promise.reject(refusal('aborted', tr));
    if (this.tryTake(tr, priority)) return Promise.resolve();
    if (this.#waiting.length >= this.#limits.maxWaiting) return Promise.reject(refusal('queue-full', tr));
    return new Promise((resolve, reject) => {
      const onAbort = () => this.#leave(waiter, refusal('aborted', tr));
      const cancelTimeout = this.#clock.wakeAt(this.#clock.now() + this.#limits.maxWaitMs, () =>
        this.#leave(waiter, refusal('queue-timeout', tr)),
      );
      const waiter: Waiter = {
        tr,
        rank: RANK[priority],
        number: this.#arrivals++,
        settle: (error) => {
          cancelTimeout();
          signal?.removeEventListener('abort', onAbort);
          if (error === null) resolve();
          else reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#enqueue(waiter);
      this.#serve();
    });
  }

  /** The server answered 429 to this TR: wait more than a second, with everything, and go slower on it. */
  penalise(tr: string): void {
    const now = this.#clock.now();
    this.#bucket(tr).penalise(now);
    this.#global.pause(now);
    this.#serve();
  }

  /** Refuses everybody who waits and everybody who comes. */
  close(): void {
    this.#isClosed = true;
    this.#cancelWake?.();
    for (const waiter of this.#waiting.splice(0)) waiter.settle(refusal('closed', waiter.tr));
  }

  #enqueue(waiter: Waiter): void {
    let index = this.#waiting.length;
    while (index > 0 && this.#waiting[index - 1]!.rank > waiter.rank) index--;
    this.#waiting.splice(index, 0, waiter);
  }

  #leave(waiter: Waiter, reason: KiwoomError): void {
    const index = this.#waiting.indexOf(waiter);
    if (index < 0) return;
    this.#waiting.splice(index, 1);
    waiter.settle(reason);
    this.#serve();
  }

  /** Lets go everybody who may, then sleeps until the next one may. */
  #serve(): void {
    this.#cancelWake?.();
    this.#cancelWake = null;
    const now = this.#clock.now();
    let nextAt = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.#waiting.length; ) {
      const waiter = this.#waiting[index]!;
      const readyAt = this.#readyAt(waiter.tr, waiter.rank);
      if (readyAt <= now) {
        this.#waiting.splice(index, 1);
        this.#spend(waiter.tr, now);
        waiter.settle(null);
        continue;
      }
      nextAt = Math.min(nextAt, readyAt);
      // Nothing overtakes an order or a cancel, even if only its own TR is exhausted: it will need the total too.
      if (waiter.rank <= CANCEL_RANK) break;
      index++;
    }
    if (this.#waiting.length > 0) this.#cancelWake = this.#clock.wakeAt(nextAt, () => this.#serve());
  }

  #readyAt(tr: string, rank: number): EpochMs {
    // One request of the total burst stays free for an order that may come in the next moment.
    const reserve = rank <= CANCEL_RANK || this.#limits.global.burst < 2 ? 0 : 1;
    return Math.max(this.#bucket(tr).readyAt(), this.#global.readyAt(reserve));
  }

  #spend(tr: string, now: EpochMs): void {
    this.#bucket(tr).take(now);
    this.#global.take(now);
  }

  #bucket(tr: string): RateBucket {
    const known = this.#byTr.get(tr);
    if (known !== undefined) return known;
    const made = new RateBucket(this.#limits.byTr?.[tr] ?? this.#limits.perTr);
    this.#byTr.set(tr, made);
    return made;
  }
}

function refusal(code: 'queue-full' | 'queue-timeout' | 'aborted' | 'closed', tr: string): KiwoomError {
  return ownError(code, tr, { retryable: code === 'queue-full' || code === 'queue-timeout', definite: true });
}
