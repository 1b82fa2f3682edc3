// Orders of accounts on the exchange: taken or rejected, filled, changed, cancelled and expired, and what is told about it.

import { describe, expect, it } from 'vitest';
import { stepTicks, tickTable } from '#domain/tick.ts';
import { kstClockText } from '#domain/time.ts';
import type { NewOrder } from '#exchange/contract.ts';
import { accepted, orderOf } from './quiet-market.ts';
import {
  ACCOUNT,
  CASH,
  DAY,
  ECOPRO,
  exchangeAt,
  limitOrder,
  listenTo,
  marketOrder,
  moment,
  NEXT_DAY,
  newExchange,
  notices,
  SAMSUNG,
} from './support.ts';

const TABLE = tickTable(SAMSUNG, DAY);

describe('rejections', () => {
  const base = newExchange().market.day('005930')!.reference;
  it.each<{ at: string; order: NewOrder; code: string; limit?: number; actual?: number }>([
    { at: '0800', order: limitOrder('buy', 1, base.base), code: 'market-not-open' },
    { at: '1540', order: limitOrder('buy', 1, base.base), code: 'market-closed' },
    { at: '2001', order: limitOrder('buy', 1, base.base), code: 'market-closed' },
    { at: '1700', order: marketOrder('buy', 1), code: 'no-market-orders' },
    { at: '1000', order: limitOrder('buy', 1, base.base, '999999'), code: 'unknown-symbol' },
    { at: '1000', order: limitOrder('buy', 0, base.base), code: 'bad-quantity', limit: 1, actual: 0 },
    { at: '1000', order: limitOrder('buy', 1.5, base.base), code: 'bad-quantity', limit: 1, actual: 1.5 },
    {
      at: '1000',
      order: limitOrder('sell', 2_000_000, base.base),
      code: 'bad-quantity',
      limit: Math.floor(100e9 / base.base),
      actual: 2_000_000,
    },
    { at: '1000', order: limitOrder('buy', 1, base.base + 1), code: 'off-tick', actual: base.base + 1 },
    {
      at: '1000',
      order: limitOrder('buy', 1, base.upperLimit + 100),
      code: 'outside-price-limits',
      limit: base.upperLimit,
      actual: base.upperLimit + 100,
    },
    {
      at: '1000',
      order: limitOrder('buy', 1, base.lowerLimit - 100),
      code: 'outside-price-limits',
      limit: base.lowerLimit,
      actual: base.lowerLimit - 100,
    },
    { at: '0845', order: { ...marketOrder('buy', 1), timeInForce: 'ioc' }, code: 'order-type-not-allowed' },
    {
      at: '1525',
      order: { ...marketOrder('buy', 1), pricing: { type: 'best-counter' } },
      code: 'order-type-not-allowed',
    },
    { at: '1000', order: limitOrder('sell', 1, base.base), code: 'insufficient-shares', limit: 0, actual: 1 },
    { at: '1000', order: limitOrder('buy', 1_500, base.upperLimit), code: 'insufficient-cash', limit: CASH },
  ])('$code at $at', ({ at, order, code, ...numbers }) => {
    const exchange = exchangeAt(at);
    expect(exchange.orders.submit(ACCOUNT, order)).toMatchObject({ ok: false, code, ...numbers });
    expect(exchange.orders.of(ACCOUNT, DAY)).toEqual([]);
    expect(exchange.accounts.cash(ACCOUNT)).toMatchObject({ d2: CASH, reserved: 0 });
  });

  it('name the day when there is none', () => {
    const exchange = newExchange({ firstTradingDay: '2026-11-20' });
    exchange.advanceTo(moment('1000', '2026-11-21'));
    expect(exchange.orders.submit(ACCOUNT, limitOrder('buy', 1, base.base))).toMatchObject({
      code: 'not-a-trading-day',
    });
  });

  it('count a price-less buy at the upper limit', () => {
    const exchange = exchangeAt('1000');
    const { quantity } = exchange.accounts.orderable(ACCOUNT, '005930', null);
    expect(exchange.orders.submit(ACCOUNT, marketOrder('buy', quantity + 1))).toMatchObject({
      code: 'insufficient-cash',
    });
    expect(exchange.orders.submit(ACCOUNT, marketOrder('buy', quantity))).toMatchObject({ ok: true });
  });
});

describe('an order in continuous trading', () => {
  it('takes what waits and is told of before the account is asked', () => {
    // given
    const exchange = exchangeAt('1000');
    const events = listenTo(exchange);
    const best = exchange.market.book('005930')!.asks[0]!;
    // when
    const { orderNo } = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', 10, best.price)));
    // then
    const told = events
      .filter(({ type }) => type !== 'book')
      .map((event) => (event.type === 'order-notice' ? event.kind : event.type));
    expect(told).toEqual(['accepted', 'trade', 'filled', 'balance-notice']);
    expect(orderOf(exchange, orderNo)).toMatchObject({
      status: 'filled',
      filled: 10,
      filledAmount: 10 * best.price,
      remaining: 0,
    });
    expect(exchange.accounts.holdings(ACCOUNT)).toMatchObject([
      { symbol: '005930', quantity: 10, sellable: 10, cost: 10 * best.price, boughtToday: 10 },
    ]);
    expect(exchange.market.book('005930')!.asks[0]).toEqual({
      price: best.price,
      quantity: best.quantity - 10,
    });
    expect(exchange.orders.fillsOf(ACCOUNT, DAY)).toMatchObject([
      { orderNo, price: best.price, quantity: 10, tax: 0 },
    ]);
  });

  it('waits behind those who were there, and is filled when the market comes to it', () => {
    const exchange = exchangeAt('1000');
    const bid = exchange.market.book('005930')!.bids[0]!;
    const { orderNo } = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', 10, bid.price)));
    expect(exchange.market.book('005930')!.bids[0]).toEqual({
      price: bid.price,
      quantity: bid.quantity + 10,
    });
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'working', price: bid.price, remaining: 10 });
    exchange.advanceTo(moment('1510'));
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'filled', filledAmount: 10 * bid.price });
  });

  it('moves the price as far as it eats into the book', () => {
    const exchange = exchangeAt('1000', { accounts: [{ id: ACCOUNT, cash: 1_000_000_000_000 }] });
    const before = exchange.market.book('005930')!;
    const quantity = before.asks[0]!.quantity + before.asks[1]!.quantity + 1;
    accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', quantity, before.asks[4]!.price)));
    expect(exchange.market.day('005930')!.last).toBe(before.asks[2]!.price);
    expect(exchange.market.book('005930')!.asks[0]!.price).toBe(before.asks[2]!.price);
    expect(exchange.orders.fillsOf(ACCOUNT, DAY).at(0)!.price).toBe(before.asks[0]!.price);
  });

  it.each([
    { type: 'best-counter', from: 'asks' },
    { type: 'best-own', from: 'bids' },
  ] as const)('takes its price from the book at receipt: $type', ({ type, from }) => {
    const exchange = exchangeAt('1000');
    const best = exchange.market.book('005930')![from][0]!;
    const { orderNo } = accepted(
      exchange.orders.submit(ACCOUNT, { ...marketOrder('buy', 5), pricing: { type } }),
    );
    expect(orderOf(exchange, orderNo).price).toBe(best.price);
    expect(orderOf(exchange, orderNo).filled).toBe(type === 'best-counter' ? 5 : 0);
  });

  it('ends at once when it is immediate and cannot be filled whole', () => {
    const exchange = exchangeAt('1000', { accounts: [{ id: ACCOUNT, cash: 1_000_000_000_000 }] });
    const best = exchange.market.book('005930')!.asks[0]!;
    const tooMuch = limitOrder('buy', best.quantity + 50, best.price);
    const fok = accepted(exchange.orders.submit(ACCOUNT, { ...tooMuch, timeInForce: 'fok' }));
    expect(orderOf(exchange, fok.orderNo)).toMatchObject({ status: 'expired', filled: 0, remaining: 0 });
    const ioc = accepted(exchange.orders.submit(ACCOUNT, { ...tooMuch, timeInForce: 'ioc' }));
    expect(orderOf(exchange, ioc.orderNo)).toMatchObject({
      status: 'expired',
      filled: best.quantity,
      remaining: 0,
    });
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBe(0);
  });

  it('has a number above those before it, also above those of others', () => {
    const exchange = exchangeAt('1000');
    const { base } = exchange.market.day('005930')!.reference;
    const first = accepted(
      exchange.orders.submit(ACCOUNT, limitOrder('buy', 1, stepTicks(TABLE, base, -40))),
    );
    exchange.advanceTo(moment('1001'));
    const second = accepted(
      exchange.orders.submit(ACCOUNT, limitOrder('buy', 1, stepTicks(TABLE, base, -40))),
    );
    expect(Number(second.orderNo)).toBeGreaterThan(Number(first.orderNo) + 10);
  });
});

describe('an order in an auction', () => {
  it('is filled at the one price of the open, with a market order first', () => {
    const exchange = exchangeAt('0850');
    const { base } = exchange.market.day('005930')!.reference;
    const market = accepted(exchange.orders.submit(ACCOUNT, marketOrder('buy', 20)));
    const deep = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', 20, stepTicks(TABLE, base, 60))));
    expect(orderOf(exchange, market.orderNo)).toMatchObject({ price: null, status: 'working' });
    expect(exchange.market.book('005930')!.expectedPrice).not.toBeNull();
    exchange.advanceTo(moment('0901'));
    const { open } = exchange.market.day('005930')!;
    for (const { orderNo } of [market, deep]) {
      expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'filled', filledAmount: 20 * open! });
    }
  });

  it('expires with the closing auction, and is told so', () => {
    const exchange = exchangeAt('1525');
    const { lowerLimit } = exchange.market.day('005930')!.reference;
    const { orderNo } = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', 5, lowerLimit)));
    const events = listenTo(exchange);
    exchange.advanceTo(moment('1531'));
    expect(notices(events)).toEqual([`expired new ${orderNo} left 0`]);
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'expired', remaining: 0 });
    expect(exchange.accounts.cash(ACCOUNT)).toMatchObject({ reserved: 0, d2: CASH });
  });
});

describe('listeners', () => {
  it('may send orders themselves and hear of them afterwards', () => {
    const exchange = exchangeAt('1000');
    const kinds: string[] = [];
    exchange.listen((event) => {
      if (event.type !== 'order-notice') return;
      kinds.push(`${event.kind} ${event.order.side}`);
      if (event.kind === 'filled' && event.order.side === 'buy')
        exchange.orders.submit(ACCOUNT, marketOrder('sell', 1));
    });
    exchange.orders.submit(ACCOUNT, marketOrder('buy', 1));
    expect(kinds).toEqual(['accepted buy', 'filled buy', 'accepted sell', 'filled sell']);
  });

  it('hear nothing more once they have ended', () => {
    const exchange = exchangeAt('1000');
    let heard = 0;
    const end = exchange.listen(() => heard++);
    end();
    exchange.advanceTo(moment('1001'));
    expect(heard).toBe(0);
  });
});

describe('accounts', () => {
  it('do not see each other', () => {
    const exchange = exchangeAt('1000', {
      accounts: [
        { id: ACCOUNT, cash: CASH },
        { id: 'other', cash: CASH },
      ],
    });
    accepted(exchange.orders.submit(ACCOUNT, marketOrder('buy', 3)));
    expect(exchange.accounts.ids()).toEqual([ACCOUNT, 'other']);
    expect([exchange.orders.of('other', DAY), exchange.accounts.holdings('other')]).toEqual([[], []]);
  });

  it('keep orders and fills of days before, and number from the start each day', () => {
    const exchange = exchangeAt('1000');
    accepted(exchange.orders.submit(ACCOUNT, marketOrder('buy', 3, ECOPRO.symbol)));
    exchange.advanceTo(moment('0835', NEXT_DAY));
    expect(exchange.orders.of(ACCOUNT, DAY)).toMatchObject([{ status: 'filled', quantity: 3 }]);
    expect(exchange.orders.fillsOf(ACCOUNT, DAY)).toMatchObject([{ tradeDate: DAY, quantity: 3 }]);
    expect(exchange.orders.of(ACCOUNT, NEXT_DAY)).toEqual([]);
    const { lowerLimit } = exchange.market.day('005930')!.reference;
    const { orderNo } = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', 1, lowerLimit)));
    expect(Number(orderNo)).toBeLessThan(3_000);
    expect(kstClockText(orderOf(exchange, orderNo).receivedAt)).toBe('08:35:00');
  });

  it('begin with shares when they are given some', () => {
    const holdings = [{ instrument: SAMSUNG, quantity: 7, cost: 400_000 }];
    const exchange = exchangeAt('1000', { accounts: [{ id: ACCOUNT, cash: 0, holdings }] });
    accepted(exchange.orders.submit(ACCOUNT, marketOrder('sell', 7)));
    expect(exchange.accounts.realised(ACCOUNT, DAY, DAY)).toHaveLength(1);
  });
});

it('begins only on a trading day', () => {
  expect(() => newExchange({ firstTradingDay: '2026-11-22' })).toThrow('closed on 2026-11-22');
});
