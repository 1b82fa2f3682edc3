// Who acts next must be who a search through all markets would find.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MarketQueue } from '#exchange/market-queue.ts';

const SIZE = 9;
const change = fc.tuple(
  fc.integer({ min: 0, max: SIZE - 1 }),
  fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.POSITIVE_INFINITY)),
);

it('knows the earliest market, the first listed of several', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
      const queue = new MarketQueue(SIZE);
      const moments = new Array<number>(SIZE).fill(Number.POSITIVE_INFINITY);
      for (const [market, at] of changes) {
        queue.update(market, at);
        moments[market] = at;
        const earliest = Math.min(...moments);
        expect([queue.first, queue.firstAt]).toEqual([moments.indexOf(earliest), earliest]);
      }
    }),
  );
});

it('has nothing to come without markets', () => {
  expect(new MarketQueue(0).firstAt).toBe(Number.POSITIVE_INFINITY);
});
