// The trade types of the guide that are more than a limit or a market order, each by what it does to a book whose orders are all
// known. The base price of 005930 is 71,000, its tick 100.

import { describe, expect, it } from 'vitest';
import type { OrderTerms } from '#exchange/contract.ts';
import type { Exchange } from '#exchange/exchange.ts';
import {
  accepted,
  fillsOf,
  OTHER,
  order,
  orderOf,
  quietExchange,
  send,
  silentMarket,
  tradeAt,
} from './quiet-market.ts';
import { ACCOUNT, moment } from './support.ts';

const MID: OrderTerms = { type: 'mid-price' };
const stopAt = (stop: number, price: number): OrderTerms => ({ type: 'stop-limit', stop, price });
const conditional = (price: number): OrderTerms => ({ type: 'conditional-limit', price });

/** Bids at 70,900 and asks at 71,100, a hundred each, by the other account. */
function withQuotes(hhmmss = '1000'): Exchange {
  const exchange = quietExchange(hhmmss);
  send(exchange, OTHER, order('buy', 100, 70_900));
  send(exchange, OTHER, order('sell', 100, 71_100));
  return exchange;
}

describe('a mid-price order', () => {
  it('waits between the quotes, unseen, and trades there with another one', () => {
    const exchange = withQuotes();
    const buy = send(exchange, ACCOUNT, order('buy', 30, MID));
    expect(exchange.market.book('005930')).toMatchObject({
      asks: [{ price: 71_100, quantity: 100 }],
      bids: [{ price: 70_900, quantity: 100 }],
      mid: { price: 71_000, ask: 0, bid: 30 },
    });
    const sell = send(exchange, OTHER, order('sell', 10, MID));
    expect(fillsOf(exchange, buy)).toEqual([[71_000, 10]]);
    expect(fillsOf(exchange, sell)).toEqual([[71_000, 10]]);
    expect(orderOf(exchange, buy)).toMatchObject({ remaining: 20, price: null, status: 'working' });
  });

  it('trades at half a tick when the quotes are one tick apart', () => {
    const exchange = withQuotes();
    send(exchange, OTHER, order('sell', 5, 71_000));
    send(exchange, ACCOUNT, order('sell', 5, MID));
    const taker = send(exchange, OTHER, order('buy', 8, 71_000));
    expect(fillsOf(exchange, taker)).toEqual([
      [70_950, 5],
      [71_000, 3],
    ]);
    expect(exchange.market.day('005930')!.high).toBe(71_000);
    expect(exchange.market.day('005930')!.low).toBe(70_950);
  });

  it('follows the quotes', () => {
    const exchange = withQuotes();
    const buy = send(exchange, ACCOUNT, order('buy', 5, MID));
    send(exchange, OTHER, order('buy', 1, 71_000));
    send(exchange, OTHER, order('sell', 5, MID));
    expect(fillsOf(exchange, buy)).toEqual([[71_050, 5]]);
  });

  it('is not reached by a limit order that stops short of it', () => {
    const exchange = withQuotes();
    const sell = send(exchange, ACCOUNT, order('sell', 5, MID));
    send(exchange, OTHER, order('buy', 5, 70_900));
    expect(fillsOf(exchange, sell)).toEqual([]);
    send(exchange, OTHER, order('buy', 5, 71_000));
    expect(fillsOf(exchange, sell)).toEqual([[71_000, 5]]);
  });

  it('sleeps while a side has no quotes, and meets the others when it has again', () => {
    const exchange = quietExchange('1000');
    const buy = send(exchange, ACCOUNT, order('buy', 5, MID));
    send(exchange, OTHER, order('sell', 5, MID));
    expect(fillsOf(exchange, buy)).toEqual([]);
    expect(exchange.market.book('005930')!.mid).toBeNull();
    send(exchange, OTHER, order('buy', 1, 70_900));
    send(exchange, OTHER, order('sell', 1, 71_100));
    expect(fillsOf(exchange, buy)).toEqual([[71_000, 5]]);
  });

  it.each([
    { timeInForce: 'ioc', quantity: 10, filled: 6 },
    { timeInForce: 'fok', quantity: 10, filled: 0 },
    { timeInForce: 'fok', quantity: 6, filled: 6 },
  ] as const)(
    'of $quantity with $timeInForce against 6 trades $filled',
    ({ timeInForce, quantity, filled }) => {
      const exchange = withQuotes();
      send(exchange, OTHER, order('sell', 6, MID));
      const buy = send(exchange, ACCOUNT, order('buy', quantity, MID, { timeInForce }));
      expect(orderOf(exchange, buy)).toMatchObject({ filled, remaining: 0 });
      expect(exchange.market.book('005930')!.mid).toMatchObject({ bid: 0 });
    },
  );

  it('cannot be given a price, can be cancelled, and ends when the closing auction begins', () => {
    const exchange = withQuotes();
    const [first, second] = [0, 1].map(() => send(exchange, ACCOUNT, order('buy', 5, MID)));
    expect(exchange.orders.modify(ACCOUNT, first!, 5, 71_000)).toMatchObject({
      code: 'order-type-not-allowed',
    });
    accepted(exchange.orders.cancel(ACCOUNT, first!, 2));
    expect(exchange.market.book('005930')!.mid).toMatchObject({ bid: 8 });
    exchange.advanceTo(moment('1521'));
    for (const orderNo of [first!, second!]) expect(orderOf(exchange, orderNo).status).toBe('expired');
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBe(0);
  });
});

describe('a stop order', () => {
  it('sleeps until the last price reaches its stop, then is a limit order', () => {
    const exchange = withQuotes();
    const sell = send(exchange, ACCOUNT, order('sell', 10, stopAt(70_900, 70_800)));
    expect(orderOf(exchange, sell)).toMatchObject({ price: null, remaining: 10 });
    expect(exchange.market.book('005930')!.totalAsk).toBe(100);
    tradeAt(exchange, 71_000);
    expect(orderOf(exchange, sell).filled).toBe(0);
    send(exchange, OTHER, order('sell', 1, 70_900)); // trades at 70,900 and sets it off
    expect(orderOf(exchange, sell)).toMatchObject({ filled: 10, price: 70_800 });
    expect(fillsOf(exchange, sell)).toEqual([[70_900, 10]]);
  });

  it('is set off at once when the price is there already', () => {
    const exchange = withQuotes();
    tradeAt(exchange, 71_000);
    const buy = send(exchange, ACCOUNT, order('buy', 10, stopAt(71_000, 71_100)));
    expect(fillsOf(exchange, buy)).toEqual([[71_100, 10]]);
  });

  it('stands in the place of the moment it was received', () => {
    const exchange = withQuotes();
    const stop = send(exchange, ACCOUNT, order('buy', 5, stopAt(71_100, 70_900)));
    const later = send(exchange, ACCOUNT, order('buy', 5, 70_900));
    send(exchange, OTHER, order('buy', 1, 71_100)); // the last price is 71,100 now
    send(exchange, OTHER, order('sell', 107, 70_900));
    expect([orderOf(exchange, stop).filled, orderOf(exchange, later).filled]).toEqual([5, 2]);
  });

  it('wakes sales by falling stop and buys by rising stop', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('buy', 8, 70_000));
    const lower = send(exchange, ACCOUNT, order('sell', 5, stopAt(70_400, 70_000)));
    const upper = send(exchange, ACCOUNT, order('sell', 5, stopAt(70_500, 70_000)));
    tradeAt(exchange, 70_200);
    expect([orderOf(exchange, upper).filled, orderOf(exchange, lower).filled]).toEqual([5, 3]);
  });

  it('takes a new stop and price by modify, and can be cancelled asleep', () => {
    const exchange = withQuotes();
    const first = send(exchange, ACCOUNT, order('sell', 10, stopAt(70_000, 69_900)));
    const second = accepted(exchange.orders.modify(ACCOUNT, first, 10, 70_800, 70_900)).orderNo;
    expect(orderOf(exchange, second).pricing).toEqual(stopAt(70_900, 70_800));
    accepted(exchange.orders.cancel(ACCOUNT, second, 4));
    send(exchange, OTHER, order('sell', 1, 70_900));
    expect(orderOf(exchange, second)).toMatchObject({ filled: 6, remaining: 0 });
    expect(exchange.accounts.holdings(ACCOUNT)[0]!.sellable).toBe(
      exchange.accounts.holdings(ACCOUNT)[0]!.quantity,
    );
  });

  it.each([
    [stopAt(70_950, 70_900), 'off-tick'],
    [stopAt(100_000, 70_900), 'outside-price-limits'],
    [stopAt(70_900, 70_950), 'off-tick'],
  ])('%o is rejected: %s', (terms, code) => {
    expect(quietExchange('1000').orders.submit(ACCOUNT, order('sell', 1, terms))).toMatchObject({ code });
  });
});

describe('a conditional limit order', () => {
  it('is a market order in the closing auction, after one that rests there as a limit', () => {
    const exchange = withQuotes();
    const sell = send(exchange, ACCOUNT, order('sell', 20, conditional(73_000)));
    expect(orderOf(exchange, sell)).toMatchObject({ price: 73_000, filled: 0 });
    exchange.advanceTo(moment('1521'));
    expect(orderOf(exchange, sell)).toMatchObject({ price: null, status: 'working' });
    exchange.advanceTo(moment('1531'));
    expect(fillsOf(exchange, sell)).toEqual([[70_900, 20]]);
  });

  it('turns sales from the lowest price up, whenever they came', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('buy', 5, 70_900));
    const dear = send(exchange, ACCOUNT, order('sell', 5, conditional(73_000)));
    const cheap = send(exchange, ACCOUNT, order('sell', 5, conditional(72_000)));
    exchange.advanceTo(moment('1531'));
    expect([orderOf(exchange, cheap).filled, orderOf(exchange, dear).filled]).toEqual([5, 0]);
    expect(orderOf(exchange, dear).status).toBe('expired');
  });

  it('counts as received when it turned: behind a limit order that stood at the upper limit by then', () => {
    const exchange = quietExchange('1510', { market: silentMarket(true) });
    const turned = send(exchange, ACCOUNT, order('buy', 1, { type: 'conditional-limit', price: 71_000 }));
    const limit = send(exchange, ACCOUNT, order('buy', 1, 92_300));
    exchange.advanceTo(moment('1525'));
    send(exchange, OTHER, order('sell', 1, 92_300));
    exchange.advanceTo(moment('153031'));
    expect([limit, turned].map((orderNo) => orderOf(exchange, orderNo).filled)).toEqual([1, 0]);
  });

  it('counts a buy at the upper limit, for it may come to cost that', () => {
    const exchange = quietExchange('1000');
    const { upperLimit } = exchange.market.day('005930')!.reference;
    send(exchange, ACCOUNT, order('buy', 10, conditional(70_000)));
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBeGreaterThanOrEqual(10 * upperLimit);
  });

  it('keeps its kind when it is modified', () => {
    const exchange = quietExchange('1000');
    const first = send(exchange, ACCOUNT, order('sell', 5, conditional(73_000)));
    const { orderNo } = accepted(exchange.orders.modify(ACCOUNT, first, 5, 74_000));
    expect(orderOf(exchange, orderNo).pricing).toEqual(conditional(74_000));
  });

  it('is refused at the price where it would have nothing to win', () => {
    const exchange = quietExchange('1000');
    const { upperLimit, lowerLimit } = exchange.market.day('005930')!.reference;
    const refused = { code: 'order-type-not-allowed' };
    expect(exchange.orders.submit(ACCOUNT, order('buy', 1, conditional(upperLimit)))).toMatchObject(refused);
    expect(exchange.orders.submit(ACCOUNT, order('sell', 1, conditional(lowerLimit)))).toMatchObject(refused);
    expect(exchange.orders.submit(ACCOUNT, order('sell', 1, conditional(upperLimit)))).toMatchObject({
      ok: true,
    });
  });
});

describe('best quotes', () => {
  it.each([
    { side: 'buy', type: 'best-counter', price: 71_100 },
    { side: 'sell', type: 'best-counter', price: 70_900 },
    { side: 'buy', type: 'best-own', price: 70_900 },
    { side: 'sell', type: 'best-own', price: 71_100 },
  ] as const)('$side $type stands at $price', ({ side, type, price }) => {
    const exchange = withQuotes();
    expect(orderOf(exchange, send(exchange, ACCOUNT, order(side, 150, { type }))).price).toBe(price);
  });

  it('take one level only, and ignore pegged orders', () => {
    const exchange = withQuotes();
    send(exchange, OTHER, order('sell', 100, 71_200));
    const buy = send(exchange, ACCOUNT, order('buy', 150, { type: 'best-counter' }));
    expect(orderOf(exchange, buy)).toMatchObject({ filled: 100, remaining: 50, price: 71_100 });
  });

  it.each([
    { side: 'buy', type: 'best-counter', price: 71_000 },
    { side: 'sell', type: 'best-own', price: 71_000 },
  ] as const)('$side $type stands at the price before in an empty book', ({ side, type, price }) => {
    const exchange = quietExchange('1000');
    expect(orderOf(exchange, send(exchange, ACCOUNT, order(side, 1, { type }))).price).toBe(price);
  });

  it.each([
    { side: 'buy', price: 71_000 },
    { side: 'sell', price: 71_000 },
  ] as const)(
    '$side best-counter stands one tick before its own side when there is no other',
    ({ side, price }) => {
      const exchange = quietExchange('1000');
      send(exchange, OTHER, order(side, 1, side === 'buy' ? 70_900 : 71_100));
      const orderNo = send(exchange, ACCOUNT, order(side, 1, { type: 'best-counter' }));
      expect(orderOf(exchange, orderNo).price).toBe(price);
    },
  );
});

describe('an opening at the upper limit', () => {
  it.each([
    {
      name: 'is shared by those who wait there, whoever came first',
      from: '0850',
      halted: false,
      filled: [60, 100],
    },
    { name: 'after a halt, too', from: '1000', halted: true, filled: [60, 100] },
  ])('$name', ({ from, halted, filled }) => {
    const exchange = quietExchange(from);
    const { upperLimit } = exchange.market.day('005930')!.reference;
    if (halted) {
      exchange.market.halt('005930', null);
      exchange.market.release('005930');
    }
    const first = send(exchange, ACCOUNT, order('buy', 200, upperLimit));
    const larger = send(exchange, ACCOUNT, order('buy', 300, upperLimit));
    send(exchange, OTHER, order('sell', 160, upperLimit));
    exchange.advanceTo(exchange.now + 13 * 60_000);
    expect([first, larger].map((orderNo) => orderOf(exchange, orderNo).filled)).toEqual(filled);
  });
});

it('an order is told with the commission and the tax of all its executions', () => {
  const exchange = quietExchange('1000');
  for (const price of [71_000, 70_900]) send(exchange, OTHER, order('buy', 500, price));
  const sell = send(exchange, ACCOUNT, order('sell', 1_000, 70_900));
  const fills = exchange.orders.fillsOf(ACCOUNT, exchange.tradeDate);
  expect(fills.map(({ commission, tax }) => commission > 0 && tax > 0)).toEqual([true, true]);
  const sum = (of: (fill: (typeof fills)[number]) => number) =>
    fills.reduce((total, fill) => total + of(fill), 0);
  expect(orderOf(exchange, sell)).toMatchObject({
    ...{ filled: 1_000, filledAmount: 500 * (71_000 + 70_900) },
    ...{ commission: sum(({ commission }) => commission), tax: sum(({ tax }) => tax) },
  });
});
