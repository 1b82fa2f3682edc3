// Designated names among made-up ones: some of them, the same for the same seed, and for as long as each lasts.

import { expect, it } from 'vitest';
import { createExchange } from '#exchange/exchange.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { DAY, moment } from '../support.ts';

const LISTINGS = makeListings(7, 500);
const made = (seed = 7, count = 500) => makeListings(seed, count, DAY);
const kindOf = ({ designations = [] }: ReturnType<typeof made>[number]) => designations[0]?.kind;

it('are a few in a hundred shares, and change nothing else', () => {
  const designated = made().filter((listing) => kindOf(listing) !== undefined);
  expect(designated.length).toBeGreaterThan(15);
  expect(designated.length).toBeLessThan(75);
  expect(new Set(designated.map(kindOf)).size).toBeGreaterThan(4);
  expect(made().map(({ designations: _, ...rest }) => rest)).toEqual(LISTINGS);
  expect(LISTINGS.some(({ designations }) => designations !== undefined)).toBe(false);
});

it('are no funds, no members of KOSPI 200 and none of the default names', () => {
  for (const listing of made().filter((one) => kindOf(one) !== undefined)) {
    expect(listing.instrument.kind).toBe('stock');
    expect(listing.isInKospi200).not.toBe(true);
  }
  expect(made().slice(0, 5)).toEqual(LISTINGS.slice(0, 5));
});

it('are the same for the same seed, fewer or more of them, and others for another', () => {
  expect(made(7, 200)).toEqual(made().slice(0, 200));
  expect(made(8).map(kindOf)).not.toEqual(made().map(kindOf));
});

it('last three trading days when overheated, seven when wound up', () => {
  const all = [7, 8, 9, 10].flatMap((seed) => made(seed)).flatMap(({ designations = [] }) => designations);
  const ends = (kind: string) =>
    new Set(all.filter((one) => one.kind === kind).map(({ through }) => through));
  expect(ends('overheated')).toEqual(new Set(['2026-11-25']));
  expect(ends('liquidation')).toEqual(new Set(['2026-12-01']));
  expect(ends('administrative')).toEqual(new Set([undefined]));
});

it('have a past where they are halted: they were traded until then', () => {
  const halted = [7, 8, 9, 10].flatMap((seed) => made(seed)).find((one) => kindOf(one) === 'halted')!;
  const exchange = createExchange({
    seed: 7,
    firstTradingDay: DAY,
    historyDays: 3,
    listings: [halted],
    accounts: [],
  });
  expect(exchange.market.dailyBars(halted.instrument.symbol)).toHaveLength(3);
  exchange.advanceTo(moment('1600'));
  expect(exchange.market.dailyBars(halted.instrument.symbol)).toHaveLength(3);
  expect(exchange.market.day(halted.instrument.symbol)?.volume).toBe(0);
});
