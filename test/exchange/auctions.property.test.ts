// Auctions of the exchange against a plain reading of krx-rules 7.2: every price is tried, orders are put in line one by one. With
// limit, market and conditional orders, at the opening, at the close, and after an interruption of all trading.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepTicks, tickTable } from '#domain/tick.ts';
import type { OrderTerms } from '#exchange/contract.ts';
import { fillsOf, OTHER, order, quietExchange, send, silentMarket } from './quiet-market.ts';
import { ACCOUNT, DAY, moment, SAMSUNG } from './support.ts';

const TABLE = tickTable(SAMSUNG, DAY);
const [LOWER, UPPER, BASE] = [49_700, 92_300, 71_000];
const PRICES: readonly number[] = pricesBetween(LOWER, UPPER);
const PREVIOUS = PRICES.indexOf(BASE);
const TOP = PRICES.length - 1;

function pricesBetween(from: number, to: number): number[] {
  const prices: number[] = [];
  for (let price = from; price <= to; price = stepTicks(TABLE, price, 1)) prices.push(price);
  return prices;
}

/** An order in line. `at` is its place among the prices, null for a market order; `no` is when it came. */
interface Queued {
  readonly no: number;
  readonly side: 'buy' | 'sell';
  readonly at: number | null;
  readonly quantity: number;
}

const sum = (orders: readonly Queued[]): number => orders.reduce((all, { quantity }) => all + quantity, 0);

/** Rule 1: the price a market order is taken to have. */
function deemed(orders: readonly Queued[]): readonly (Queued & { readonly at: number })[] {
  const limits = (side: 'buy' | 'sell') =>
    orders.flatMap((one) => (one.side === side && one.at !== null ? [one.at] : []));
  const [bids, asks] = [limits('buy'), limits('sell')];
  const unpriced = (side: 'buy' | 'sell') =>
    sum(orders.filter((one) => one.side === side && one.at === null));
  const shift = bids.length + asks.length === 0 ? Math.sign(unpriced('buy') - unpriced('sell')) : null;
  const capped = (at: number) => Math.min(Math.max(at, 0), TOP);
  const buyAt = shift === null ? Math.max(...bids.map((at) => at + 1), ...asks, PREVIOUS) : PREVIOUS + shift;
  const sellAt = shift === null ? Math.min(...asks.map((at) => at - 1), ...bids, PREVIOUS) : PREVIOUS + shift;
  return orders.map((one) => ({ ...one, at: one.at ?? capped(one.side === 'buy' ? buyAt : sellAt) }));
}

/** Rules 2 and 3: the fair price nearest to the one before, and what it trades; null without a cross. */
function clearing(orders: readonly Queued[]): { readonly at: number; readonly volume: number } | null {
  const all = deemed(orders);
  const shares = (side: 'buy' | 'sell', isMeant: (at: number) => boolean) =>
    sum(all.filter((one) => one.side === side && isMeant(one.at)));
  let best: { at: number; volume: number } | null = null;
  for (const at of PRICES.keys()) {
    const buys = shares('buy', (limit) => limit >= at);
    const sells = shares('sell', (limit) => limit <= at);
    const isFair =
      shares('buy', (limit) => limit > at) <= sells && shares('sell', (limit) => limit < at) <= buys;
    const volume = Math.min(buys, sells);
    if (!isFair || volume === 0) continue;
    if (best === null || Math.abs(at - PREVIOUS) < Math.abs(best.at - PREVIOUS)) best = { at, volume };
  }
  return best;
}

/** Rules 4 and 5: who gets how much of `volume` at `at`. A market order is as good as a limit at the end of the ladder. */
function allotted(
  orders: readonly Queued[],
  side: 'buy' | 'sell',
  at: number,
  volume: number,
  isShared: boolean,
) {
  const end = side === 'buy' ? TOP : 0;
  const line = orders
    .filter((one) => one.side === side)
    .map((one) => ({ ...one, at: one.at ?? end }))
    .filter((one) => (side === 'buy' ? one.at >= at : one.at <= at))
    .sort((one, other) => Math.abs(one.at - end) - Math.abs(other.at - end) || one.no - other.no);
  const got = new Map(line.map(({ no }) => [no, 0]));
  let left = volume;
  const give = (one: Queued, wanted: number) => {
    const given = Math.min(wanted, one.quantity - got.get(one.no)!, left);
    got.set(one.no, got.get(one.no)! + given);
    left -= given;
  };
  if (!isShared || at !== end) for (const one of line) give(one, one.quantity);
  const bySize = line.toSorted((one, other) => other.quantity - one.quantity || one.no - other.no);
  for (const one of bySize) give(one, 100);
  for (const one of bySize) give(one, Math.ceil((one.quantity - got.get(one.no)!) / 2));
  for (const one of bySize) give(one, one.quantity);
  return got;
}

function expected(
  orders: readonly Queued[],
  isShared: boolean,
): Map<number, [price: number, shares: number]> {
  const outcome = clearing(orders);
  const fills = new Map<number, [number, number]>();
  if (outcome === null) return fills;
  const { at, volume } = outcome;
  for (const side of ['buy', 'sell'] as const) {
    for (const [no, shares] of allotted(orders, side, at, volume, isShared))
      if (shares > 0) fills.set(no, [PRICES[at]!, shares]);
  }
  return fills;
}

const place = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: PREVIOUS - 4, max: PREVIOUS + 4 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, TOP) },
  { weight: 3, arbitrary: fc.constant(null) },
);
const wish = fc.record({
  side: fc.constantFrom('buy' as const, 'sell' as const),
  at: place,
  quantity: fc.integer({ min: 1, max: 400 }),
});
const wishes = fc.array(wish, { minLength: 1, maxLength: 12 });
/** Buys of those who all want the daily limit: openings share there. */
const crowd = fc
  .array(fc.record({ at: fc.constantFrom(TOP, null), quantity: fc.integer({ min: 1, max: 900 }) }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((list) => list.map((one) => ({ side: 'buy' as const, ...one })));
const sale = fc.record({
  side: fc.constant('sell' as const),
  at: fc.constant(TOP),
  quantity: fc.integer({ min: 1, max: 900 }),
});
const limitUp = fc.tuple(crowd, sale).map(([buys, sell]) => [...buys, sell]);
const gathered = fc.oneof({ weight: 3, arbitrary: wishes }, { weight: 1, arbitrary: limitUp });

const termsAt = (at: number | null): OrderTerms =>
  at === null ? { type: 'market' } : { type: 'limit', price: PRICES[at]! };

type Exchange = ReturnType<typeof quietExchange>;

/** Sends what is wished for, and returns it with the numbers it got. */
function gather(exchange: Exchange, list: readonly Omit<Queued, 'no'>[]): Queued[] {
  return list.map((one, index) => {
    const account = index % 2 === 0 ? ACCOUNT : OTHER;
    return { ...one, no: Number(send(exchange, account, order(one.side, one.quantity, termsAt(one.at)))) };
  });
}

function holdAndCompare(
  exchange: Exchange,
  queued: readonly Queued[],
  until: string,
  isShared: boolean,
): void {
  exchange.advanceTo(moment(until));
  const got = queued.flatMap(({ no }) => fillsOf(exchange, String(no)).map((fill) => [no, fill] as const));
  expect(new Map(got)).toEqual(expected(queued, isShared));
}

describe('an auction is held as the rules say', () => {
  it('at the opening, which shares at a daily limit', () => {
    fc.assert(
      fc.property(gathered, (list) => {
        const exchange = quietExchange('0845', { market: silentMarket(true), nxt: false });
        holdAndCompare(exchange, gather(exchange, list), '090031', true);
      }),
      { numRuns: 120 },
    );
  });

  it('after a halt, which shares, too', () => {
    fc.assert(
      fc.property(gathered, (list) => {
        const exchange = quietExchange('1000', { market: silentMarket(true), nxt: false });
        exchange.market.halt(SAMSUNG.symbol, null);
        exchange.market.release(SAMSUNG.symbol);
        holdAndCompare(exchange, gather(exchange, list), '101031', true);
      }),
      { numRuns: 60 },
    );
  });

  it('at the close, first come first served, and conditional orders as if they had come when it began', () => {
    const conditional = fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      ticks: fc.integer({ min: 1, max: 6 }),
      quantity: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(conditional, { maxLength: 6 }), gathered, (early, list) => {
        const exchange = quietExchange('1510', { market: silentMarket(true), nxt: false });
        const waiting = early.map(({ side, ticks, quantity }) => {
          const at = PREVIOUS + (side === 'buy' ? -ticks : ticks);
          const terms: OrderTerms = { type: 'conditional-limit', price: PRICES[at]! };
          return { side, at, quantity, no: Number(send(exchange, OTHER, order(side, quantity, terms))) };
        });
        exchange.advanceTo(moment('152000'));
        const later = gather(exchange, list);
        // sales from the lowest price up, buys from the highest down, then by time
        const of = (side: 'buy' | 'sell') => waiting.filter((one) => one.side === side);
        const turned = [
          ...of('sell').toSorted((one, other) => one.at - other.at || one.no - other.no),
          ...of('buy').toSorted((one, other) => other.at - one.at || one.no - other.no),
        ].map((one) => ({ ...one, at: null }));
        const line = [...turned, ...later];
        const numbered = line.map((one, index) => ({ ...one, no: index + 1 }));
        exchange.advanceTo(moment('153031'));
        const got = line.flatMap(({ no }, index) =>
          fillsOf(exchange, String(no)).map((fill) => [index + 1, fill] as const),
        );
        expect(new Map(got)).toEqual(expected(numbered, false));
      }),
      { numRuns: 120 },
    );
  });
});
