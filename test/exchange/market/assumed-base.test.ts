// The base price of a day whose close before nobody knows.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceLimits } from '#domain/price-limit.ts';
import { ceilToTick, isOnTick, tickTable } from '#domain/tick.ts';
import { assumedBase } from '#exchange/market/replay/assumed-base.ts';
import { SAMSUNG } from '../support.ts';

const DATE = '2025-12-15';

describe('the base price is', () => {
  it.each([
    ['the open where its limits hold the day', 29_650, 30_000, 29_400, 29_650],
    // 29,650 allows 38,500 at most
    ['the next higher price that allows the high', 29_650, 38_550, 29_400, 29_700],
    // 29,650 allows 20,800 at least
    ['the next lower price that allows the low', 29_650, 29_700, 20_750, 29_600],
    ['cut to its tick', 29_673, 29_700, 29_600, 29_650],
    ['the open where none allows both', 29_650, 40_000, 20_000, 29_650],
    ['the open where nothing is right', 29_650, 29_700, 0, 29_650],
    ['the lowest price of all where the day is there', 1, 1, 1, 1],
  ])('%s', (_what, open, high, low, base) => {
    expect(assumedBase(SAMSUNG, DATE, { open, high, low })).toBe(base);
  });

  it('one that allows the day whenever there is one', () => {
    const table = tickTable(SAMSUNG, DATE);
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 400_000 }),
        fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (price, parts) => {
          const known = ceilToTick(table, price);
          const { upperLimit, lowerLimit } = priceLimits(SAMSUNG, known, DATE);
          const at = (part: number) =>
            ceilToTick(table, Math.floor(lowerLimit + part * (upperLimit - lowerLimit)));
          const [low = 0, open = 0, high = 0] = parts.toSorted((a, b) => a - b).map(at);
          const base = assumedBase(SAMSUNG, DATE, { open, high, low });
          const limits = priceLimits(SAMSUNG, base, DATE);
          expect(isOnTick(table, base)).toBe(true);
          expect(limits.lowerLimit).toBeLessThanOrEqual(low);
          expect(limits.upperLimit).toBeGreaterThanOrEqual(high);
        },
      ),
    );
  });
});
