// Targets into whole shares.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Target } from '#domain/signal.ts';
import { badSignal, targetShares } from '#engine/size-order.ts';

const signal = (target: Target) => ({ symbol: '005930', target, reason: '' });
const CAPITAL = 10_000_000;

test.each<[Target, number | null, number | null]>([
  [{ unit: 'shares', shares: 7 }, 70_000, 7],
  [{ unit: 'shares', shares: 7 }, null, 7],
  [{ unit: 'won', amount: 209_999 }, 70_000, 2],
  [{ unit: 'won', amount: 210_000 }, 70_000, 3],
  [{ unit: 'won', amount: 210_000 }, null, null],
  [{ unit: 'won', amount: 0 }, null, 0],
  [{ unit: 'weight', weight: 0.07 }, 100_000, 7],
  [{ unit: 'weight', weight: 1 }, 70_000, 142],
  [{ unit: 'weight', weight: 0 }, null, 0],
  [{ unit: 'weight', weight: 0.5 }, null, null],
])('%j at %s won is %s shares', (target, price, shares) => {
  expect(badSignal(signal(target))).toBeNull();
  expect(targetShares(signal(target), price, CAPITAL)).toBe(shares);
});

test.each<[Target]>([
  [{ unit: 'shares', shares: -1 }],
  [{ unit: 'shares', shares: 0.5 }],
  [{ unit: 'shares', shares: Number.POSITIVE_INFINITY }],
  [{ unit: 'won', amount: 1.5 }],
  [{ unit: 'won', amount: -1 }],
  [{ unit: 'weight', weight: -0.01 }],
  [{ unit: 'weight', weight: 1.01 }],
  [{ unit: 'weight', weight: Number.NaN }],
])('%j makes no sense', (target) => {
  expect(badSignal(signal(target))?.bad).toMatch(/^a target .*: expected/);
});

test('shares for an amount never cost more than it, and one more would', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 });
  const price = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(amount, price, (won, each) => {
      const shares = targetShares(signal({ unit: 'won', amount: won }), each, 0)!;
      expect(shares * each).toBeLessThanOrEqual(won);
      expect((shares + 1) * each).toBeGreaterThan(won);
    }),
  );
});
