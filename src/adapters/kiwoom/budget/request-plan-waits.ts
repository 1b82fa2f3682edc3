// The queue of the rate budget played through on paper: how long a heap of calls takes, and how long one call can be held up.

import { MINUTE_MS } from '#domain/time.ts';
import { nextTurn, RateBuckets, type RateLimits, type Wish } from './rate-queue.ts';

/** A number of alike calls. */
export interface CountedWish extends Wish {
  readonly count: number;
}

/** A call that comes again and again. */
export interface PeriodicWish extends Wish {
  readonly everyMs: number;
}

/** Whoever has not gone by then never will: the others take all there is. */
export const WAIT_HORIZON_MS = 10 * MINUTE_MS;

/** Milliseconds from the first to the last of `wishes`, all asked at once of a rested budget. */
export function timeToSend(wishes: readonly CountedWish[], limits: RateLimits): number {
  const buckets = new RateBuckets(withoutGrowth(limits));
  const waiting = wishes.toSorted((a, b) => a.rank - b.rank).map((wish) => ({ ...wish, left: wish.count }));
  let now = 0;
  for (let turn = nextTurn(waiting, buckets, now); turn !== null; turn = nextTurn(waiting, buckets, now)) {
    const wish = waiting[turn.index]!;
    now = turn.at;
    buckets.take(wish.tr, now);
    wish.left--;
    if (wish.left === 0) waiting.splice(turn.index, 1);
  }
  return now;
}

/**
 * The longest that `poll` waits when it and all `others` fall due at the same moment and every burst is spent: last among
 * those as urgent, and overtaken by what falls due more urgently meanwhile. At most WAIT_HORIZON_MS.
 */
export function worstWait(poll: PeriodicWish, others: readonly PeriodicWish[], limits: RateLimits): number {
  const buckets = spent(limits, [poll, ...others]);
  const due = others.map((wish) => ({ wish, at: wish.everyMs }));
  const waiting = [...others, poll].toSorted((a, b) => a.rank - b.rank);
  let now = 0;
  while (now < WAIT_HORIZON_MS) {
    const nextDue = Math.min(...due.map(({ at }) => at));
    const turn = nextTurn(waiting, buckets, now);
    if (turn === null || turn.at >= nextDue) {
      now = nextDue;
      for (const one of due) {
        if (one.at > now) continue;
        one.at += one.wish.everyMs;
        if (!waiting.includes(one.wish)) enqueue(waiting, one.wish); // nobody asks again before he was answered
      }
      continue;
    }
    now = turn.at;
    const [gone] = waiting.splice(turn.index, 1);
    if (gone === poll) return now;
    buckets.take(gone!.tr, now);
  }
  return WAIT_HORIZON_MS;
}

function enqueue(waiting: PeriodicWish[], wish: PeriodicWish): void {
  const before = waiting.findIndex(({ rank }) => rank > wish.rank);
  waiting.splice(before < 0 ? waiting.length : before, 0, wish);
}

function spent(limits: RateLimits, wishes: readonly Wish[]): RateBuckets {
  const buckets = new RateBuckets(withoutGrowth(limits));
  for (let i = 0; i < limits.global.burst; i++) buckets.global.take(0);
  for (const tr of new Set(wishes.map((wish) => wish.tr))) {
    const { burst } = limits.byTr?.[tr] ?? limits.perTr;
    for (let i = 0; i < burst; i++) buckets.of(tr).take(0);
  }
  return buckets;
}

function withoutGrowth({ growTo: _, ...limits }: RateLimits): RateLimits {
  return limits;
}
