// The auction's price against brute force, and the rules that choose between equal prices.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auctionPrice } from '#exchange/book/auction.ts';
import { shareAtLimit } from '#exchange/book/limit-sharing.ts';

const NO_MARKET = 0;

function price(
  buys: number[],
  sells: number[],
  previous: number,
  marketBuy = NO_MARKET,
  marketSell = NO_MARKET,
) {
  return auctionPrice({
    buys: { limits: buys, market: marketBuy },
    sells: { limits: sells, market: marketSell },
    size: buys.length,
    previous,
  });
}

describe('the clearing price', () => {
  it.each([
    // buys and sells by index, previous, expected index and volume
    {
      rule: 'no cross, no trade',
      buys: [9, 0, 0, 0],
      sells: [0, 0, 9, 0],
      previous: 1,
      index: null,
      volume: 0,
    },
    {
      rule: 'an interval holds the price before',
      buys: [0, 0, 0, 9],
      sells: [9, 0, 0, 0],
      previous: 2,
      index: 2,
      volume: 9,
    },
    {
      rule: 'below the interval: its low end',
      buys: [0, 0, 0, 9],
      sells: [0, 9, 0, 0],
      previous: 0,
      index: 1,
      volume: 9,
    },
    {
      rule: 'above the interval: its high end',
      buys: [0, 0, 9, 0],
      sells: [9, 0, 0, 0],
      previous: 3,
      index: 2,
      volume: 9,
    },
    {
      rule: 'more buyers: they pay their price',
      buys: [0, 0, 0, 20],
      sells: [9, 0, 0, 0],
      previous: 0,
      index: 3,
      volume: 9,
    },
    {
      rule: 'more sellers: they take their price',
      buys: [0, 0, 0, 9],
      sells: [20, 0, 0, 0],
      previous: 3,
      index: 0,
      volume: 9,
    },
  ])('$rule', ({ buys, sells, previous, index, volume }) => {
    expect(price(buys, sells, previous)).toEqual(index === null ? null : { index, volume });
  });

  it.each([
    {
      rule: 'market orders alone trade at the price before',
      marketBuy: 5,
      marketSell: 5,
      index: 2,
      volume: 5,
    },
    { rule: 'one tick up when more buy', marketBuy: 8, marketSell: 5, index: 3, volume: 5 },
    { rule: 'one tick down when more sell', marketBuy: 5, marketSell: 8, index: 1, volume: 5 },
    { rule: 'one-sided market orders do not trade', marketBuy: 5, marketSell: 0, index: null, volume: 0 },
  ])('$rule', ({ marketBuy, marketSell, index, volume }) => {
    const nobody = [0, 0, 0, 0, 0];
    expect(price(nobody, nobody, 2, marketBuy, marketSell)).toEqual(
      index === null ? null : { index, volume },
    );
  });

  it('takes the price of the seller when a market order meets a limit', () => {
    expect(price([0, 0, 0, 0], [0, 0, 0, 7], 1, 5, 0)).toEqual({ index: 3, volume: 5 });
  });

  it('trades as many shares as any price could, and leaves no better order waiting', () => {
    const side = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 11 }), (buys, sells, previous) => {
        const demand = (at: number) => sum(buys.slice(at));
        const supply = (at: number) => sum(sells.slice(0, at + 1));
        const volumes = buys.map((_, at) => Math.min(demand(at), supply(at)));
        const most = Math.max(...volumes);
        const outcome = price(buys, sells, previous);
        if (most === 0) {
          expect(outcome).toBeNull();
          return;
        }
        expect(outcome?.volume).toBe(most);
        const isFair = (at: number) =>
          volumes[at] === most && demand(at + 1) <= most && (at === 0 || supply(at - 1) <= most);
        const fair = buys.map((_, at) => at).filter(isFair);
        const nearest = Math.min(...fair.map((at) => Math.abs(at - previous)));
        expect(fair).toContain(outcome?.index);
        expect(Math.abs((outcome?.index ?? -1) - previous)).toBe(nearest);
      }),
      { numRuns: 500 },
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('at a daily limit an opening', () => {
  it.each([
    {
      name: 'gives a hundred each, the largest first',
      sizes: [50, 300, 200],
      volume: 250,
      shares: [50, 100, 100],
    },
    {
      name: 'leaves the smallest without when there is too little',
      sizes: [50, 300, 200],
      volume: 120,
      shares: [0, 100, 20],
    },
    { name: 'then half of what is lacking', sizes: [500, 300], volume: 400, shares: [300, 100] },
    { name: 'then the rest, the largest first', sizes: [500, 300], volume: 650, shares: [450, 200] },
    { name: 'asks who came first among equals', sizes: [100, 100, 100], volume: 150, shares: [100, 50, 0] },
  ])('$name', ({ sizes, volume, shares }) => {
    expect(shareAtLimit(sizes, volume)).toEqual(shares);
  });

  it('gives away exactly what there is, and nobody more than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1 }), fc.nat(), (sizes, wish) => {
        const all = sizes.reduce((sum, size) => sum + size, 0);
        const volume = wish % (all + 1);
        const shares = shareAtLimit(sizes, volume);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(volume);
        for (const [index, share] of shares.entries()) expect(share).toBeLessThanOrEqual(sizes[index]!);
      }),
    );
  });
});
