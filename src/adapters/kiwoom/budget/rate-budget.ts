// Who may send next. Kiwoom counts requests for each TR and, at least on the mock domain, in total (kiwoom-wire 2.8), so
// both are kept; when requests have to wait, orders go first and nothing less urgent uses up what an order will need.

import type { Clock } from '#domain/time.ts';
import { type KiwoomError, ownError } from '../errors/errors.ts';
import type { RateBucket } from './rate-bucket.ts';
import { nextTurn, type Priority, RANK, RateBuckets, type RateLimits, type Wish } from './rate-queue.ts';

export type { Priority, RateLimits } from './rate-queue.ts';
export { MOCK_LIMITS, REAL_LIMITS } from './rate-queue.ts';

/** How fast one bucket goes, in requests a second. */
export interface RateNow {
  readonly perSecond: number;
  /** As configured. */
  readonly base: number;
  /** As high as it may grow. */
  readonly cap: number;
  /** Requests that wait. */
  readonly waiting: number;
}

/** The budget at one moment, for people. */
export interface BudgetSnapshot {
  readonly total: RateNow;
  /** TRs that were used, by id. */
  readonly byTr: Readonly<Record<string, RateNow>>;
}

interface Waiter extends Wish {
  readonly settle: (error: KiwoomError | null) => void;
}

/** The request budget of one app key. */
export class RateBudget {
  readonly #clock: Clock;
  readonly #limits: RateLimits;
  readonly #buckets: RateBuckets;
  /** Most urgent first, then oldest first. */
  readonly #waiting: Waiter[] = [];
  #cancelWake: (() => void) | null = null;
  #isClosed = false;

  constructor(clock: Clock, limits: RateLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#buckets = new RateBuckets(limits);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** How fast requests may go now, and how many wait. */
  snapshot(): BudgetSnapshot {
    const waiting = (tr: string) => this.#waiting.filter((waiter) => waiter.tr === tr).length;
    const byTr = [...this.#buckets.used()].map(([tr, bucket]) => [tr, rateNow(bucket, waiting(tr))] as const);
    return {
      total: rateNow(this.#buckets.global, this.#waiting.length),
      byTr: Object.fromEntries(byTr.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** Takes a permit at once if there is one and nobody as urgent waits. Does not wait, so that an order leaves in this tick. */
  tryTake(tr: string, priority: Priority): boolean {
    const rank = RANK[priority];
    const first = this.#waiting[0];
    if (this.#isClosed || (first !== undefined && first.rank <= rank)) return false;
    const now = this.#clock.now();
    if (this.#buckets.readyAt({ tr, rank }) > now) return false;
    this.#buckets.take(tr, now);
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
    this.#buckets.of(tr).penalise(now);
    this.#buckets.global.pause(now);
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
    let turn = nextTurn(this.#waiting, this.#buckets, now);
    for (; turn !== null && turn.at <= now; turn = nextTurn(this.#waiting, this.#buckets, now)) {
      const [waiter] = this.#waiting.splice(turn.index, 1);
      this.#buckets.take(waiter!.tr, now);
      waiter!.settle(null);
    }
    if (turn !== null) this.#cancelWake = this.#clock.wakeAt(turn.at, () => this.#serve());
  }
}

function rateNow({ perSecond, basePerSecond, capPerSecond }: RateBucket, waiting: number): RateNow {
  return { perSecond, base: basePerSecond, cap: capPerSecond, waiting };
}

function refusal(code: 'queue-full' | 'queue-timeout' | 'aborted' | 'closed', tr: string): KiwoomError {
  return ownError(code, tr, { retryable: code === 'queue-full' || code === 'queue-timeout', definite: true });
}
