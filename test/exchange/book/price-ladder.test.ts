// A ladder finds the place of a price by its tick sizes; searching all its prices must come to the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickTable } from '#domain/tick.ts';
import { PriceLadder } from '#exchange/book/price-ladder.ts';
import { DAY, SAMSUNG } from '../support.ts';

const TABLE = tickTable(SAMSUNG, DAY);
/** Limits within one tick size, across two, and across three. */
const LADDERS = [
  { lowerLimit: 1_000, upperLimit: 1_300 },
  { lowerLimit: 15_000, upperLimit: 26_000 },
  { lowerLimit: 1_990, upperLimit: 21_000 },
].map((limits) => {
  const ladder = new PriceLadder(TABLE, limits);
  const prices = Array.from({ length: ladder.size }, (_, index) => ladder.priceAt(index));
  return { limits, ladder, prices };
});

describe.each(LADDERS)('a ladder from $limits.lowerLimit to $limits.upperLimit won', ({ ladder, prices }) => {
  const won = fc.integer({ min: prices[0]! - 10, max: prices.at(-1)! + 10 });

  it('knows the index of its own prices, and no other', () => {
    fc.assert(
      fc.property(won, (price) => {
        const index = prices.indexOf(price);
        expect(ladder.indexOf(price)).toBe(index < 0 ? null : index);
      }),
    );
    for (const [index, price] of prices.entries()) expect(ladder.indexOf(price)).toBe(index);
  });

  it('places a price between its neighbours, and at an end what is beyond it', () => {
    fc.assert(
      fc.property(won, fc.double({ min: 0, max: 0.999, noNaN: true }), (whole, part) => {
        const price = whole + part;
        const index = prices.findLastIndex((one) => one <= price);
        const [below, above] = [prices[index], prices[index + 1]];
        const isInside = below !== undefined && above !== undefined;
        const expected = isInside ? index + (price - below) / (above - below) : Math.max(index, 0);
        expect(ladder.positionOf(price)).toBeCloseTo(expected, 9);
      }),
    );
  });
});
