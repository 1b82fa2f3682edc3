// Whatever accounts do, the exchange's laws hold: nobody spends what is not there, the broker's tables agree with each other
// and with the fills, and a saved exchange goes on as if nothing had happened.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepTicks, tickTable } from '#domain/tick.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { NewOrder } from '#exchange/contract.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { SavedExchangeError } from '#exchange/saved-exchange.ts';
import {
  ACCOUNT,
  DAY,
  exchangeAt,
  LISTINGS,
  listenTo,
  marketOrder,
  moment,
  NEXT_DAY,
  newExchange,
} from './support.ts';

const OTHER = '5098765432';
const START_CASH = 30_000_000;

const action = fc.record({
  account: fc.constantFrom(ACCOUNT, OTHER),
  kind: fc.constantFrom('buy', 'sell', 'buy', 'sell', 'cancel', 'modify', 'wait'),
  symbol: fc.constantFrom('005930', '247540'),
  pricing: fc.constantFrom('limit', 'limit', 'market', 'best-counter', 'best-own'),
  timeInForce: fc.constantFrom('day', 'day', 'ioc', 'fok'),
  ticks: fc.integer({ min: -6, max: 6 }),
  quantity: fc.integer({ min: 1, max: 300 }),
  pick: fc.nat(20),
  waitMs: fc.integer({ min: 100, max: 90 * SECOND_MS }),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

function run(
  exchange: Exchange,
  { account, kind, symbol, pricing, timeInForce, ticks, quantity, pick, waitMs }: Action,
): void {
  const day = exchange.market.day(symbol)!;
  const price = stepTicks(
    tickTable(day.instrument, exchange.tradeDate),
    day.last ?? day.reference.base,
    ticks,
  );
  const open = exchange.orders.of(account, exchange.tradeDate).filter(({ status }) => status === 'working');
  const target = open[pick % Math.max(1, open.length)];
  if (kind === 'wait') exchange.advanceTo(exchange.now + waitMs);
  else if (kind === 'cancel' && target !== undefined)
    exchange.orders.cancel(account, target.orderNo, pick % 3 === 0 ? 1 : 0);
  else if (kind === 'modify' && target !== undefined) {
    exchange.orders.modify(account, target.orderNo, Math.min(quantity, target.remaining), price);
  } else if (kind === 'buy' || kind === 'sell') {
    const order: NewOrder = {
      symbol,
      side: kind,
      quantity,
      pricing: pricing === 'limit' ? { type: 'limit', price } : { type: pricing as 'market' },
      timeInForce: timeInForce as 'day',
    };
    exchange.orders.submit(account, order);
  }
}

function expectLawful(exchange: Exchange, account: string): void {
  const date = exchange.tradeDate;
  const fills = exchange.orders.fillsOf(account, date);
  const orders = exchange.orders.of(account, date);
  const cash = exchange.accounts.cash(account);
  const holdings = exchange.accounts.holdings(account);

  // orders and fills
  expect(new Set(fills.map(({ fillNo }) => fillNo)).size).toBe(fills.length);
  for (const order of orders.filter(({ action: kind }) => kind !== 'cancel')) {
    const own = fills.filter(({ orderNo }) => orderNo === order.orderNo);
    expect(order.filled).toBe(sum(own, (fill) => fill.quantity));
    expect(order.filledAmount).toBe(sum(own, (fill) => fill.quantity * fill.price));
    expect([order.commission, order.tax]).toEqual([
      sum(own, (fill) => fill.commission),
      sum(own, (fill) => fill.tax),
    ]);
    expect(order.filled + order.remaining).toBeLessThanOrEqual(order.quantity);
    expect(order.remaining > 0).toBe(order.status === 'working');
  }

  // money
  const paid = sum(
    fills,
    ({ side, price, quantity, commission, tax }) =>
      (side === 'buy' ? -1 : 1) * price * quantity - commission - tax,
  );
  expect(cash.d2).toBe(START_CASH + paid);
  expect(cash.d2).toBeGreaterThanOrEqual(0);
  expect(cash.d2).toBe(cash.d1 + cash.d2Sell - cash.d2Buy);

  // shares
  for (const { symbol } of exchange.market.instruments()) {
    const bought = sum(fills, (fill) =>
      fill.symbol === symbol ? (fill.side === 'buy' ? fill.quantity : -fill.quantity) : 0,
    );
    const holding = holdings.find((one) => one.symbol === symbol);
    const selling = sum(orders, (order) =>
      order.symbol === symbol && order.side === 'sell' && order.status === 'working' ? order.remaining : 0,
    );
    expect(holding?.quantity ?? 0).toBe(bought);
    expect(holding?.sellable ?? 0).toBe(bought - selling);
  }

  // tables: ka10074, ka10170 and the fills say the same
  const realised = exchange.accounts.realised(account, date, date)[0];
  const trades = exchange.accounts.dayTrades(account, date);
  expect(realised?.profit ?? 0).toBe(sum(trades, (trade) => trade.profit));
  expect((realised?.commission ?? 0) + (realised?.tax ?? 0)).toBe(
    sum(trades, (trade) => trade.commissionAndTax),
  );
  expect(realised?.commission ?? 0).toBe(sum(fills, (fill) => fill.commission));
  expect(realised?.tax ?? 0).toBe(sum(fills, (fill) => fill.tax));
  expect(realised?.buyAmount ?? 0).toBe(
    sum(fills, (fill) => (fill.side === 'buy' ? fill.price * fill.quantity : 0)),
  );
}

describe('the laws of the exchange', () => {
  it('hold after any orders, all day long', () => {
    fc.assert(
      fc.property(
        fc.array(action, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: 1, max: 1_000 }),
        (actions, seed) => {
          const accounts = [ACCOUNT, OTHER].map((id) => ({ id, cash: START_CASH }));
          const exchange = newExchange({ seed, accounts, historyDays: 0 });
          exchange.advanceTo(moment('0855'));
          for (const one of actions.slice(0, actions.length / 3)) run(exchange, one);
          exchange.advanceTo(moment('0901'));
          for (const one of actions.slice(actions.length / 3)) {
            run(exchange, one);
            if (exchange.market.day(one.symbol)!.stage !== 'continuous') continue;
            const { asks, bids } = exchange.market.book(one.symbol)!;
            expect(bids[0]!.price).toBeLessThan(asks[0]!.price);
          }
          for (const { id } of accounts) expectLawful(exchange, id);
          exchange.advanceTo(moment('1600'));
          for (const { id } of accounts) {
            expectLawful(exchange, id);
            expect(exchange.accounts.cash(id).reserved).toBe(0);
            expect(exchange.orders.of(id, DAY).every(({ status }) => status !== 'working')).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are told completely: fills in notices are the fills of the account', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 40 }), (actions) => {
        const exchange = exchangeAt('0930', {
          accounts: [
            { id: ACCOUNT, cash: START_CASH },
            { id: OTHER, cash: START_CASH },
          ],
        });
        const events = listenTo(exchange);
        for (const one of actions) run(exchange, one);
        const told = events.flatMap((event) =>
          event.type === 'order-notice' && event.fill !== null ? [event.fill] : [],
        );
        expect(told.filter(({ account }) => account === ACCOUNT)).toEqual(
          exchange.orders.fillsOf(ACCOUNT, DAY),
        );
        expect(told.filter(({ account }) => account === OTHER)).toEqual(exchange.orders.fillsOf(OTHER, DAY));
      }),
      { numRuns: 15 },
    );
  });
});

describe('saving', () => {
  const traded = (until: string): Exchange => {
    const exchange = exchangeAt('1000');
    exchange.orders.submit(ACCOUNT, marketOrder('buy', 30));
    exchange.advanceTo(moment('1100'));
    exchange.orders.submit(ACCOUNT, marketOrder('sell', 10));
    exchange.orders.submit(ACCOUNT, {
      symbol: '005930',
      side: 'buy',
      quantity: 5,
      pricing: { type: 'limit', price: exchange.market.day('005930')!.reference.lowerLimit },
      timeInForce: 'day',
    });
    exchange.advanceTo(moment(until));
    return exchange;
  };
  const again = (exchange: Exchange) =>
    restoreExchange(JSON.parse(JSON.stringify(exchange.save())), { listings: LISTINGS });

  it.each(['2001', '2030'])('goes on as if it had never stopped when saved at %s', (at) => {
    const original = traded(at);
    const restored = again(original);
    expect(restored.save()).toEqual(original.save());
    const [first, second] = [original, restored].map((exchange) => {
      const events = listenTo(exchange);
      exchange.advanceTo(moment('0930', NEXT_DAY));
      exchange.orders.submit(ACCOUNT, marketOrder('sell', 20));
      exchange.advanceTo(moment('0935', NEXT_DAY));
      return {
        events,
        saved: exchange.save(),
        holdings: exchange.accounts.holdings(ACCOUNT),
        days: exchange.market.dailyBars('005930'),
      };
    });
    // compared as one piece: the difference of two days would fill screens
    expect(JSON.stringify(second) === JSON.stringify(first)).toBe(true);
  });

  it('goes on the same way when saved in the small hours', () => {
    const original = traded('1600');
    original.advanceTo(moment('0500', NEXT_DAY));
    const restored = again(original);
    for (const exchange of [original, restored]) exchange.advanceTo(moment('0905', NEXT_DAY));
    expect(restored.market.ticks('005930')).toEqual(original.market.ticks('005930'));
  });

  it('keeps accounts, orders and the day so far when saved in the middle of it', () => {
    const original = traded('1130');
    const restored = again(original);
    expect(restored.phase).toBe('continuous');
    expect(restored.orders.of(ACCOUNT, DAY)).toEqual(original.orders.of(ACCOUNT, DAY));
    expect(restored.orders.fillsOf(ACCOUNT, DAY)).toEqual(original.orders.fillsOf(ACCOUNT, DAY));
    expect(restored.accounts.cash(ACCOUNT)).toEqual(original.accounts.cash(ACCOUNT));
    expect(restored.accounts.holdings(ACCOUNT)).toEqual(original.accounts.holdings(ACCOUNT));
    expect(restored.market.minuteBars('005930')).toEqual(original.market.minuteBars('005930'));
    // the order that waited can still be cancelled, and the market goes on
    const working = restored.orders.of(ACCOUNT, DAY).find(({ status }) => status === 'working')!;
    expect(restored.orders.cancel(ACCOUNT, working.orderNo, 0)).toMatchObject({ ok: true });
    restored.advanceTo(moment('1600'));
    expect(restored.market.day('005930')!.volume).toBeGreaterThan(original.market.day('005930')!.volume);
  });

  it('is refused when it is something else', () => {
    expect(() => restoreExchange({ format: 1 })).toThrow(SavedExchangeError);
    expect(() => restoreExchange(newExchange().save(), { listings: LISTINGS.slice(0, 1) })).toThrow(
      SavedExchangeError,
    );
  });
});

function sum<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}
