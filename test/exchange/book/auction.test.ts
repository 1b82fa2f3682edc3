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

type Cleared = { index: number; volume: number } | null;
const at = (index: number, volume: number): Cleared => ({ index, volume });

describe('the clearing price', () => {
  it.each<[rule: string, buys: number[], sells: number[], previous: number, cleared: Cleared]>([
    ['no cross, no trade', [9, 0, 0, 0], [0, 0, 9, 0], 1, null],
    ['an interval holds the price before', [0, 0, 0, 9], [9, 0, 0, 0], 2, at(2, 9)],
    ['below the interval: its low end', [0, 0, 0, 9], [0, 9, 0, 0], 0, at(1, 9)],
    ['above the interval: its high end', [0, 0, 9, 0], [9, 0, 0, 0], 3, at(2, 9)],
    ['more buyers: they pay their price', [0, 0, 0, 20], [9, 0, 0, 0], 0, at(3, 9)],
    ['more sellers: they take their price', [0, 0, 0, 9], [20, 0, 0, 0], 3, at(0, 9)],
  ])('%s', (_rule, buys, sells, previous, cleared) => {
    expect(price(buys, sells, previous)).toEqual(cleared);
  });

  const nobody = [0, 0, 0, 0, 0];
  const lowest = [1, 0, 0, 0, 0];
  const highest = [0, 0, 0, 0, 1];

  it.each<
    [rule: string, buys: number[], sells: number[], market: [buy: number, sell: number], cleared: Cleared]
  >([
    ['alone trade at the price before', nobody, nobody, [5, 5], at(2, 5)],
    ['alone go one tick up when more buy', nobody, nobody, [8, 5], at(3, 5)],
    ['alone go one tick down when more sell', nobody, nobody, [5, 8], at(1, 5)],
    ['on one side do not trade', nobody, nobody, [5, 0], null],
    ['are not alone beside a bid at the lower limit', lowest, nobody, [8, 5], at(2, 5)],
    ['are not alone beside an ask at the upper limit', nobody, highest, [5, 8], at(2, 5)],
  ])('market orders %s', (_rule, buys, sells, [marketBuy, marketSell], cleared) => {
    expect(price(buys, sells, 2, marketBuy, marketSell)).toEqual(cleared);
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
  it.each<[rule: string, sizes: number[], volume: number, shares: number[]]>([
    ['gives a hundred each, the largest first', [50, 300, 200], 250, [50, 100, 100]],
    ['leaves the smallest without when there is too little', [50, 300, 200], 120, [0, 100, 20]],
    ['then gives half of what is lacking', [500, 300], 400, [300, 100]],
    ['rounds an odd half up', [301, 200], 301, [201, 100]],
    ['then gives the rest, the largest first', [500, 300], 650, [450, 200]],
    ['asks who came first among equals', [100, 100, 100], 150, [100, 50, 0]],
  ])('%s', (_rule, sizes, volume, shares) => {
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
