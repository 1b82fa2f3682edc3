// The plan of requests: figures worked out by hand, and the real budget in virtual time as the judge of what was foretold.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MOCK_LIMITS,
  type Priority,
  RateBudget,
  type RateLimits,
  REAL_LIMITS,
} from '#adapters/kiwoom/budget/rate-budget.ts';
import { type PlannedCall, planRequests } from '#adapters/kiwoom/budget/request-plan.ts';
import { WAIT_HORIZON_MS } from '#adapters/kiwoom/budget/request-plan-waits.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';

function poll(tr: string, everyMs: number, name?: string): PlannedCall {
  return { tr, priority: 'poll', kind: 'every', everyMs, ...(name === undefined ? {} : { name }) };
}

function margin(tr: string, everyMs: number): PlannedCall {
  return { tr, priority: 'margin', kind: 'every', everyMs };
}

function once(tr: string, count: number, priority: Priority = 'reconcile'): PlannedCall {
  return { tr, priority, kind: 'once', count };
}

describe('load', () => {
  test('is counted by TR and in total', () => {
    const plan = planRequests(
      [
        poll('ka10027', 5_000, 'gainers'),
        poll('ka10027', 10_000, 'losers'),
        poll('ka10023', 60_000),
        once('ka10001', 3),
      ],
      REAL_LIMITS,
    );
    expect(plan.loads).toEqual([
      { tr: 'ka10027', perMinute: 18, allowedPerMinute: 60, share: 0.3, once: 0, perOrder: 0 },
      { tr: 'ka10023', perMinute: 1, allowedPerMinute: 60, share: 1 / 60, once: 0, perOrder: 0 },
      { tr: 'ka10001', perMinute: 0, allowedPerMinute: 60, share: 0, once: 3, perOrder: 0 },
    ]);
    expect(plan.total).toEqual({ perMinute: 19, allowedPerMinute: 300, share: 19 / 300 });
    expect(plan.problems).toEqual([]);
  });

  test('of nothing is nothing', () => {
    expect(planRequests([], MOCK_LIMITS)).toEqual({
      loads: [],
      total: { perMinute: 0, allowedPerMinute: 60, share: 0 },
      warmUpMs: 0,
      polls: [],
      orders: null,
      problems: [],
    });
  });
});

describe('the warm-up', () => {
  test.each<[string, PlannedCall[], RateLimits, number]>([
    ['one TR: two at once, then one a second', [once('ka10001', 10)], REAL_LIMITS, 8_000],
    ['two TRs side by side', [once('ka10001', 10), once('ka10100', 10)], REAL_LIMITS, 8_000],
    [
      'the mock domain: one a second in total, one of the burst kept',
      [once('a', 5), once('b', 5)],
      MOCK_LIMITS,
      9_000,
    ],
    ['periodic calls do not count', [poll('ka10027', 1_000)], REAL_LIMITS, 0],
  ])('%s', (_what, calls, limits, warmUpMs) => {
    expect(planRequests(calls, limits).warmUpMs).toBe(warmUpMs);
  });

  test('takes as long as the budget takes', async () => {
    const calls = fc.array(
      fc.record({
        tr: fc.constantFrom('ka10001', 'ka10100', 'ka10080', 'kt00018'),
        count: fc.integer({ min: 1, max: 20 }),
        priority: fc.constantFrom<Priority[]>('reconcile', 'margin', 'poll'),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(calls, fc.constantFrom(REAL_LIMITS, MOCK_LIMITS), async (list, limits) => {
        const { growTo: _, ...steady } = limits;
        const clock = new VirtualClock(0);
        const budget = new RateBudget(clock, { ...steady, maxWaitMs: 10_000_000 });
        let last = 0;
        for (const { tr, priority, count } of list) {
          for (let i = 0; i < count; i++) {
            void budget.take(tr, priority).then(() => {
              last = clock.now();
            });
          }
        }
        await clock.settleBy(1_000_000);
        const plan = planRequests(
          list.map(({ tr, priority, count }) => once(tr, count, priority)),
          limits,
        );
        // Asked one by one, the first may take a token that the plan gives to somebody more urgent.
        expect(Math.abs(plan.warmUpMs - last)).toBeLessThanOrEqual(1_000);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the age of a poll', () => {
  test.each<[string, PlannedCall[], number[]]>([
    ['alone: its own TR has to recover', [poll('a', 5_000)], [1_000]],
    ['two of one TR: one after the other', [poll('a', 5_000), poll('a', 5_000, 'again')], [2_000, 2_000]],
    [
      'ten TRs: the total, 200 ms each',
      Array.from({ length: 10 }, (_, i) => poll(`t${i}`, 30_000)),
      Array(10).fill(2_200),
    ],
    [
      'behind eight that are more urgent',
      [...Array.from({ length: 8 }, (_, i) => margin(`t${i}`, 10_000)), poll('a', 5_000)],
      [...Array(8).fill(1_800), 2_000],
    ],
  ])('%s', (_what, calls, waits) => {
    const { polls } = planRequests(calls, REAL_LIMITS);
    expect(polls.map(({ worstWaitMs }) => worstWaitMs)).toEqual(waits);
    expect(polls.map(({ worstAgeMs }, i) => worstAgeMs - waits[i]!)).toEqual(
      polls.map(({ everyMs }) => everyMs),
    );
  });

  test('is never worse than foretold: the budget held against the plan', async () => {
    const periods = fc.array(
      fc.record({
        tr: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        everyMs: fc.constantFrom(2_000, 3_000, 5_000, 7_000, 30_000),
        priority: fc.constantFrom<Priority[]>('margin', 'poll'),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(periods, async (list) => {
        const { growTo: _, ...limits } = REAL_LIMITS;
        const plan = planRequests(
          list.map((one): PlannedCall => ({ ...one, kind: 'every' })),
          limits,
        );
        fc.pre(plan.problems.length === 0);
        const clock = new VirtualClock(0);
        const budget = new RateBudget(clock, limits);
        const longest = list.map(() => 0);
        for (let now = 0; now < 60_000; now += 1_000) {
          list.forEach(({ tr, priority, everyMs }, i) => {
            if (now % everyMs !== 0) return;
            const askedAt = clock.now();
            void budget.take(tr, priority).then(() => {
              longest[i] = Math.max(longest[i]!, clock.now() - askedAt);
            });
          });
          await clock.settleBy(1_000);
        }
        await settled();
        longest.forEach((wait, i) => {
          expect(wait).toBeLessThanOrEqual(plan.polls[i]!.worstWaitMs);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('what cannot be met', () => {
  test('one TR asked for too often', () => {
    const { problems } = planRequests([poll('ka10027', 500)], REAL_LIMITS);
    expect(problems).toEqual([
      { code: 'tr-rate', where: 'ka10027', limit: 60, actual: 120 },
      { code: 'poll-late', where: 'ka10027', limit: 500, actual: 1_000 },
    ]);
  });

  test('too much in total, beside the share of orders', () => {
    const calls = Array.from({ length: 25 }, (_, i) => poll(`ka100${10 + i}`, 6_000));
    expect(planRequests(calls, REAL_LIMITS).problems).toContainEqual({
      code: 'total-rate',
      where: null,
      limit: 240,
      actual: 250,
    });
    expect(planRequests(calls.slice(0, 24), REAL_LIMITS).problems).toEqual([]);
  });

  test('a poll that the more urgent leave no room', () => {
    const { problems } = planRequests(
      [margin('a', 1_000), margin('b', 1_000), poll('ka10027', 60_000, 'gainers')],
      MOCK_LIMITS,
    );
    expect(problems).toContainEqual({
      code: 'poll-refused',
      where: 'gainers',
      limit: 30_000,
      actual: WAIT_HORIZON_MS,
    });
  });
});

describe('orders', () => {
  const perOrder = (tr: string, count = 1): PlannedCall => ({
    tr,
    priority: 'order',
    kind: 'per-order',
    count,
  });

  test('have the share kept for them, divided by what an order takes', () => {
    const { orders } = planRequests(
      [perOrder('kt10000'), perOrder('kt00011'), perOrder('ka10075', 2)],
      REAL_LIMITS,
    );
    expect(orders).toEqual({ perMinute: 15, narrowest: null });
  });

  test('are held up by a TR that polls use too', () => {
    const { orders, problems } = planRequests([perOrder('kt00018'), poll('kt00018', 1_000)], REAL_LIMITS);
    expect(orders).toEqual({ perMinute: 0, narrowest: 'kt00018' });
    expect(problems).toContainEqual({ code: 'no-orders', where: 'kt00018', limit: 1, actual: 0 });
  });
});

test('growth is not counted on', () => {
  const { growTo: _, ...steady } = REAL_LIMITS;
  const calls = [once('ka10080', 200), poll('ka10027', 900)];
  expect(planRequests(calls, REAL_LIMITS)).toEqual(planRequests(calls, steady));
});
