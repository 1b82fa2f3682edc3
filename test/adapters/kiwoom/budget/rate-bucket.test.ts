// How a TR's rate feels its way: up only under full use and without a 429, down at once, never outside its bounds.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROWTH_STEP, PROOF_REQUESTS, RateBucket } from '#adapters/kiwoom/budget/rate-bucket.ts';
import {
  MOCK_LIMITS,
  RateBudget,
  type RateLimits,
  REAL_LIMITS,
} from '#adapters/kiwoom/budget/rate-budget.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

const RATE = { perSecond: 1, burst: 2 } as const;

/** Takes as fast as the bucket lets go; returns when the last one went. */
function takeAll(bucket: RateBucket, requests: number, from = 0): number {
  let now = from;
  for (let i = 0; i < requests; i++) {
    now = Math.max(now, bucket.readyAt());
    bucket.take(now);
  }
  return now;
}

describe('growth', () => {
  test('is a step after each proof at full speed, up to the cap', () => {
    const bucket = new RateBucket(RATE, 2.5);
    const rates: number[] = [];
    let now = takeAll(bucket, RATE.burst);
    for (let step = 0; step < 8; step++) {
      now = takeAll(bucket, PROOF_REQUESTS, now);
      rates.push(bucket.perSecond);
    }
    expect(rates).toEqual([1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.5, 2.5]);
  });

  test('does not come from requests that would pass at any rate', () => {
    const bucket = new RateBucket(RATE, 2.5);
    for (let i = 0; i < 10 * PROOF_REQUESTS; i++) bucket.take(i * 2_000);
    expect(bucket.perSecond).toBe(1);
  });

  test('is none without a cap', () => {
    const bucket = new RateBucket(RATE);
    takeAll(bucket, 10 * PROOF_REQUESTS);
    expect(bucket.perSecond).toBe(1);
  });

  test('falls to half on a 429 and stops a step below the rate that met it', () => {
    const bucket = new RateBucket(RATE, 2.5);
    const now = takeAll(bucket, 8 * PROOF_REQUESTS);
    bucket.penalise(now);
    expect(bucket.perSecond).toBe(1.25);
    expect(bucket.readyAt()).toBe(now + 1_100);
    takeAll(bucket, 20 * PROOF_REQUESTS, now);
    expect(bucket.perSecond).toBe(2.5 - GROWTH_STEP);
  });

  test('what went before a 429 counts at the slower speed, too', () => {
    const bucket = new RateBucket({ perSecond: 1, burst: 3 });
    for (let i = 0; i < 3; i++) bucket.take(0);
    bucket.penalise(0);
    // Three requests in a row, then one each two seconds: the fourth has to wait for the first of them.
    expect(bucket.readyAt()).toBe(2_000);
  });

  test('a 429 at the configured rate is the end of it', () => {
    const bucket = new RateBucket(RATE, 2.5);
    bucket.penalise(0);
    expect(bucket.perSecond).toBe(0.5);
    takeAll(bucket, 20 * PROOF_REQUESTS);
    expect(bucket.perSecond).toBe(1);
  });
});

describe('bounds', () => {
  type Step = 'take' | 'penalise' | 'pause' | number;
  const steps = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant<Step>('take') },
      { weight: 1, arbitrary: fc.constantFrom<Step>('penalise', 'pause') },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 90_000 }) },
    ),
    { maxLength: 400 },
  );
  const rates = fc.record({
    perSecond: fc.constantFrom(0.5, 1, 2, 5),
    burst: fc.integer({ min: 1, max: 5 }),
    cap: fc.constantFrom(0.1, 1, 2.5, 8),
  });

  test('hold whatever happens: a quarter of the rate, the cap, and no more requests than they allow', () => {
    fc.assert(
      fc.property(rates, steps, ({ perSecond, burst, cap }, history) => {
        const bucket = new RateBucket({ perSecond, burst }, cap);
        const highest = Math.max(perSecond, cap);
        const went: number[] = [];
        let now = 0;
        for (const step of history) {
          if (step === 'penalise') bucket.penalise(now);
          else if (step === 'pause') bucket.pause(now);
          else if (typeof step === 'number') now += step;
          else {
            now = Math.max(now, bucket.readyAt());
            bucket.take(now);
            went.push(now);
          }
          expect(bucket.perSecond).toBeLessThanOrEqual(highest);
          expect(bucket.perSecond).toBeGreaterThanOrEqual(perSecond / 4);
        }
        went.forEach((at, i) => {
          const after = went[i + burst];
          if (after !== undefined) expect(after - at).toBeGreaterThanOrEqual(Math.floor(1_000 / highest));
        });
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, RateLimits, number]>([
    ['the real domain', REAL_LIMITS, 2.5],
    ['the mock domain', MOCK_LIMITS, 1],
    ['a total below the wished growth', { ...MOCK_LIMITS, growTo: 2.5 }, 1],
    ['a TR that is configured faster', { ...REAL_LIMITS, byTr: { ka10080: { perSecond: 4, burst: 4 } } }, 4],
  ])('%s lets a TR grow to its cap', async (_what, limits, cap) => {
    const clock = new VirtualClock(0);
    const budget = new RateBudget(clock, { ...limits, maxWaitMs: 10_000_000 });
    for (let i = 0; i < 400; i++) void budget.take('ka10080', 'reconcile');
    await clock.settleBy(1_000_000);
    expect(budget.waiting).toBe(0);
    expect(budget.snapshot().byTr['ka10080']).toMatchObject({ perSecond: cap, cap });
  });
});

test('the snapshot shows rates and who waits', () => {
  const budget = new RateBudget(new VirtualClock(0), REAL_LIMITS);
  for (const tr of ['ka10081', 'ka10080', 'ka10080', 'ka10080']) void budget.take(tr, 'poll');
  budget.penalise('ka10081');
  expect(budget.snapshot()).toEqual({
    total: { perSecond: 5, base: 5, cap: 5, waiting: 1 },
    byTr: {
      ka10080: { perSecond: 1, base: 1, cap: 2.5, waiting: 1 },
      ka10081: { perSecond: 0.5, base: 1, cap: 2.5, waiting: 0 },
    },
  });
});
