// What a set of planned calls asks of the rate limits, worked out before anything is sent: calls a minute, the time to warm
// up, how old a poll's answer can get, and what cannot be met. Foretold by the rules the budget serves by (rate-queue.ts),
// at the configured rates: growth is a gift, not a promise.

import { assert } from '#domain/assert.ts';
import { MINUTE_MS } from '#domain/time.ts';
import { type Priority, RANK, type RateLimits } from './rate-queue.ts';
import { type PeriodicWish, timeToSend, worstWait } from './request-plan-waits.ts';

/** A call that is known beforehand. */
export type PlannedCall = {
  readonly tr: string;
  readonly priority: Priority;
  /** What people call it, such as the name of a poll; the TR unless given. */
  readonly name?: string;
} & (
  | { readonly kind: 'once'; readonly count: number }
  | { readonly kind: 'every'; readonly everyMs: number }
  /** Sent `count` times for each order: the order itself, its questions, its share of the lists. */
  | { readonly kind: 'per-order'; readonly count: number }
);

/**
 * The part of the total that periodic calls may not plan with: it is kept for orders, cancels and the questions they bring.
 * A fifth of the real domain's 5/s is one order with its kt00011 every two seconds.
 */
export const ORDER_SHARE = 0.2;

/** What one TR is asked for. */
export interface TrLoad {
  readonly tr: string;
  /** Periodic calls. */
  readonly perMinute: number;
  readonly allowedPerMinute: number;
  /** `perMinute` of what is allowed, 1 for all of it. */
  readonly share: number;
  /** Calls at the start. */
  readonly once: number;
  readonly perOrder: number;
}

/** How old the answer of a periodic call can get before the next one arrives. */
export interface PollAge {
  readonly name: string;
  readonly tr: string;
  readonly everyMs: number;
  /** The wait in the queue when everything periodic falls due at once and no burst is left. */
  readonly worstWaitMs: number;
  /** Period and wait together; the way to the server and back comes on top. */
  readonly worstAgeMs: number;
}

/** What a plan asks for and cannot get. `limit` and `actual` share a unit, which the code names. */
export type PlanProblem =
  /** Calls a minute of one TR. */
  | PlanProblemOf<'tr-rate', string>
  /** Calls a minute in total; the limit is without the share kept for orders. */
  | PlanProblemOf<'total-rate', null>
  /** Milliseconds: a poll waits longer than its period, so that whole beats are lost. */
  | PlanProblemOf<'poll-late', string>
  /** Milliseconds: a poll waits longer than the queue keeps anybody, and fails. */
  | PlanProblemOf<'poll-refused', string>
  /** Orders a minute: fewer than one. `where` is the TR that decides, null for the total. */
  | PlanProblemOf<'no-orders', string | null>;

interface PlanProblemOf<Code extends string, Where> {
  readonly code: Code;
  /** The TR, or the name of the poll. */
  readonly where: Where;
  readonly limit: number;
  readonly actual: number;
}

export interface RequestPlan {
  /** By TR, busiest first. */
  readonly loads: readonly TrLoad[];
  readonly total: {
    readonly perMinute: number;
    readonly allowedPerMinute: number;
    readonly share: number;
  };
  /** From the first to the last call of the warm-up, in ms; 0 when there is none. */
  readonly warmUpMs: number;
  /** In the order of the calls. */
  readonly polls: readonly PollAge[];
  /** Orders a minute that can be kept up; null when no order is planned. `narrowest` is the TR that decides, null for the total. */
  readonly orders: { readonly perMinute: number; readonly narrowest: string | null } | null;
  readonly problems: readonly PlanProblem[];
}

/** Works out what `calls` ask of `limits`. Pure: the same calls always give the same plan. */
export function planRequests(calls: readonly PlannedCall[], limits: RateLimits): RequestPlan {
  const loads = [...new Set(calls.map(({ tr }) => tr))]
    .map((tr) => loadOf(tr, calls, limits))
    .toSorted((a, b) => b.share - a.share || (a.tr < b.tr ? -1 : 1));
  const perMinute = sum(loads.map((load) => load.perMinute));
  const allowedPerMinute = limits.global.perSecond * 60;
  const total = { perMinute, allowedPerMinute, share: perMinute / allowedPerMinute };
  const once = calls.flatMap((call) =>
    call.kind === 'once' && call.count > 0
      ? [{ tr: call.tr, rank: RANK[call.priority], count: call.count }]
      : [],
  );
  const warmUpMs = timeToSend(once, limits);
  const polls = agesOf(calls, limits);
  const orders = ordersOf(loads, total);
  return { loads, total, warmUpMs, polls, orders, problems: problemsOf(loads, total, polls, orders, limits) };
}

function loadOf(tr: string, calls: readonly PlannedCall[], limits: RateLimits): TrLoad {
  const ofTr = calls.filter((call) => call.tr === tr);
  const perMinute = sum(ofTr.map((call) => (call.kind === 'every' ? MINUTE_MS / call.everyMs : 0)));
  const allowedPerMinute = (limits.byTr?.[tr] ?? limits.perTr).perSecond * 60;
  const countOf = (kind: 'once' | 'per-order') =>
    sum(ofTr.map((call) => (call.kind !== 'every' && call.kind === kind ? call.count : 0)));
  return {
    tr,
    perMinute,
    allowedPerMinute,
    share: perMinute / allowedPerMinute,
    once: countOf('once'),
    perOrder: countOf('per-order'),
  };
}

function agesOf(calls: readonly PlannedCall[], limits: RateLimits): PollAge[] {
  const periodic = calls.flatMap((call) => {
    if (call.kind !== 'every') return [];
    const { tr, priority, everyMs, name = tr } = call;
    assert(everyMs > 0, `${name} cannot be asked every ${everyMs} ms`);
    return [{ tr, rank: RANK[priority], everyMs, name }];
  });
  return periodic.map((poll) => {
    const { name, tr, everyMs } = poll;
    const others: PeriodicWish[] = periodic.filter((other) => other !== poll);
    const worstWaitMs = worstWait(poll, others, limits);
    return { name, tr, everyMs, worstWaitMs, worstAgeMs: everyMs + worstWaitMs };
  });
}

/** Orders a minute by the TR, or the kept share of the total, that runs out first. */
function ordersOf(loads: readonly TrLoad[], total: RequestPlan['total']): RequestPlan['orders'] {
  const perOrder = sum(loads.map((load) => load.perOrder));
  if (perOrder === 0) return null;
  let perMinute = (total.allowedPerMinute * ORDER_SHARE) / perOrder;
  let narrowest: string | null = null;
  for (const load of loads) {
    if (load.perOrder === 0) continue;
    const left = Math.max(0, load.allowedPerMinute - load.perMinute) / load.perOrder;
    if (left < perMinute) [perMinute, narrowest] = [left, load.tr];
  }
  return { perMinute, narrowest };
}

function problemsOf(
  loads: readonly TrLoad[],
  total: RequestPlan['total'],
  polls: readonly PollAge[],
  orders: RequestPlan['orders'],
  limits: RateLimits,
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const { tr, perMinute, allowedPerMinute } of loads) {
    if (perMinute > allowedPerMinute) {
      problems.push({ code: 'tr-rate', where: tr, limit: allowedPerMinute, actual: perMinute });
    }
  }
  const forPolls = total.allowedPerMinute * (1 - ORDER_SHARE);
  if (total.perMinute > forPolls) {
    problems.push({ code: 'total-rate', where: null, limit: forPolls, actual: total.perMinute });
  }
  for (const { name, everyMs, worstWaitMs } of polls) {
    if (worstWaitMs > everyMs) {
      problems.push({ code: 'poll-late', where: name, limit: everyMs, actual: worstWaitMs });
    }
    if (worstWaitMs > limits.maxWaitMs) {
      problems.push({ code: 'poll-refused', where: name, limit: limits.maxWaitMs, actual: worstWaitMs });
    }
  }
  if (orders !== null && orders.perMinute < 1) {
    problems.push({ code: 'no-orders', where: orders.narrowest, limit: 1, actual: orders.perMinute });
  }
  return problems;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
