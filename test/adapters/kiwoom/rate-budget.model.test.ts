// Orders and polls in any interleaving: an order never waits behind a poll, and polls among themselves all get their turn.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Priority,
  RateBudget,
  type RateLimits,
  REAL_LIMITS,
} from '#adapters/kiwoom/budget/rate-budget.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

/** Nobody times out here, so that every wish shows when it went. */
const PATIENT: RateLimits = { ...REAL_LIMITS, maxWaiting: 10_000, maxWaitMs: 100_000_000 };

interface Ask {
  readonly tr: string;
  readonly priority: Priority;
}

type Step = Ask | { readonly penalise: string } | { readonly pauseMs: number };

interface Went extends Ask {
  readonly askedAt: number;
  readonly wentAt: number;
  /** The place among all that were asked, and among all that went. */
  readonly asked: number;
  readonly went: number;
}

const anyLimits = fc.record({
  perTr: fc.constantFrom({ perSecond: 1, burst: 2 }, { perSecond: 2, burst: 1 }),
  global: fc.constantFrom({ perSecond: 5, burst: 5 }, { perSecond: 1, burst: 2 }, { perSecond: 3, burst: 1 }),
});

const anyTr = fc.constantFrom('ka10027', 'ka10080', 'kt00018');
const orders = fc.record({
  tr: fc.constantFrom('kt10000', 'kt10001'),
  priority: fc.constantFrom<Priority[]>('order', 'cancel'),
});
const rest = fc.record({ tr: anyTr, priority: fc.constantFrom<Priority[]>('reconcile', 'margin', 'poll') });
const polls = fc.record({ tr: anyTr, priority: fc.constant<Priority>('poll') });
const pauses = fc.record({ pauseMs: fc.integer({ min: 0, max: 1_500 }) });
const penalties = fc.record({ penalise: fc.constantFrom('ka10080', 'kt10000') });

async function run(limits: Partial<RateLimits>, steps: readonly Step[]): Promise<Went[]> {
  const clock = new VirtualClock(0);
  const budget = new RateBudget(clock, { ...PATIENT, ...limits });
  const gone: Went[] = [];
  for (const [asked, step] of steps.entries()) {
    if ('pauseMs' in step) await clock.settleBy(step.pauseMs);
    else if ('penalise' in step) budget.penalise(step.penalise);
    else {
      const askedAt = clock.now();
      void budget.take(step.tr, step.priority).then(() => {
        gone.push({ ...step, asked, askedAt, wentAt: clock.now(), went: gone.length });
      });
    }
  }
  await clock.settleBy(10_000_000);
  expect(gone).toHaveLength(steps.filter((step) => 'tr' in step).length);
  return gone;
}

const isUrgent = ({ priority }: Ask) => priority === 'order' || priority === 'cancel';

describe('an order', () => {
  test('never waits behind anything less urgent', async () => {
    const steps = fc.array(fc.oneof(orders, rest, rest, pauses, penalties), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anyLimits, steps, async (limits, history) => {
        const gone = await run(limits, history);
        for (const order of gone.filter(isUrgent)) {
          const overtakers = gone.filter(
            (other) => !isUrgent(other) && other.asked > order.asked && other.went < order.went,
          );
          const slowers = gone.filter(
            (other) => !isUrgent(other) && other.wentAt > order.askedAt && other.went < order.went,
          );
          expect([...overtakers, ...slowers]).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('goes at once however many polls wait, when no other order went just before', async () => {
    const steps = fc.array(fc.oneof(rest, rest, rest, pauses), { maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const gone = await run({}, [...history, { tr: 'kt10000', priority: 'order' }]);
        const order = gone.find(isUrgent)!;
        expect(order.wentAt - order.askedAt).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('polls among themselves', () => {
  test('all get their turn: nobody waits longer than those before it need', async () => {
    const steps = fc.array(fc.oneof(polls, polls, pauses), { maxLength: 80 });
    const [trMs, totalMs] = [1_000, 200];
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const gone = await run({}, history);
        for (const poll of gone) {
          const ahead = gone.filter((other) => other.asked < poll.asked && other.wentAt >= poll.askedAt);
          const ofTr = ahead.filter(({ tr }) => tr === poll.tr).length;
          const longest = (ofTr + 1) * (trMs + totalMs) + (ahead.length + 2) * totalMs;
          expect(poll.wentAt - poll.askedAt).toBeLessThanOrEqual(longest);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a poll of a slow TR is not starved by an endless stream of others', async () => {
    const steps: Step[] = [
      { tr: 'kt00018', priority: 'poll' },
      { tr: 'kt00018', priority: 'poll' },
    ];
    steps.push({ tr: 'kt00018', priority: 'poll' });
    for (let i = 0; i < 300; i++) steps.push({ tr: `ka${i % 40}`, priority: 'poll' }, { pauseMs: 100 });
    const gone = await run({}, steps);
    const slow = gone.filter(({ tr }) => tr === 'kt00018');
    expect(slow.map(({ wentAt }) => wentAt)).toEqual([0, 0, 1_000]);
  });
});
