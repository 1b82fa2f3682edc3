// The log of trades must give back what it was given, however often it had to grow.

import { expect, it } from 'vitest';
import { TickLog } from '#exchange/day/market-ticks.ts';

it('lists what was added, oldest first, also from a place in the middle', () => {
  const log = new TickLog();
  const ticks = Array.from({ length: 1_000 }, (_, index) => ({
    at: 1_795_392_000_000 + index * 7,
    price: 70_000 + index,
    quantity: 3_000_000_000 + index,
    side: ([1, -1, 0] as const)[index % 3]!,
  }));
  for (const [index, { at, price, quantity }] of ticks.entries())
    log.add(at, price, quantity, (['buy', 'sell', null] as const)[index % 3]!);
  expect(log.length).toBe(1_000);
  expect(log.list()).toEqual(ticks);
  expect(log.list(998)).toEqual(ticks.slice(998));
  log.trim();
  expect(log.list()).toEqual(ticks);
  expect(new TickLog().list()).toEqual([]);
});
