// Orders changed on their way: cancelled in whole or in part, modified, and why that is refused.

import { describe, expect, it } from 'vitest';
import { stepTicks, tickTable } from '#domain/tick.ts';
import { restoreExchange } from '#exchange/exchange.ts';
import {
  accepted,
  fillsOf,
  OTHER,
  order,
  orderOf,
  quietExchange,
  send,
  silentMarket,
} from './quiet-market.ts';
import {
  ACCOUNT,
  DAY,
  exchangeAt,
  LISTINGS,
  limitOrder,
  listenTo,
  moment,
  notices,
  SAMSUNG,
} from './support.ts';

const TABLE = tickTable(SAMSUNG, DAY);

describe('changing an order', () => {
  const waiting = () => {
    const exchange = exchangeAt('1000');
    const price = stepTicks(TABLE, exchange.market.day('005930')!.last!, -40);
    const { orderNo } = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', 10, price)));
    return { exchange, price, orderNo, events: listenTo(exchange) };
  };

  it('cancels all that is left under a number of its own', () => {
    const { exchange, orderNo, events } = waiting();
    const cancel = accepted(exchange.orders.cancel(ACCOUNT, orderNo, 0));
    expect(notices(events)).toEqual([
      `accepted cancel ${cancel.orderNo} left 10`,
      `confirmed cancel ${cancel.orderNo} left 0`,
      `closed new ${orderNo} left 0`,
    ]);
    expect(cancel).toMatchObject({ rootOrderNo: orderNo, quantity: 10 });
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'cancelled', remaining: 0 });
    expect(orderOf(exchange, cancel.orderNo)).toMatchObject({
      status: 'done',
      originalOrderNo: orderNo,
      action: 'cancel',
    });
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBe(0);
  });

  it('cancels a part and keeps the rest working', () => {
    const { exchange, orderNo, events } = waiting();
    accepted(exchange.orders.cancel(ACCOUNT, orderNo, 4));
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'working', remaining: 6, quantity: 10 });
    expect(notices(events).at(-1)).toContain('confirmed cancel');
  });

  it('modifies into a new order whose root is the first', () => {
    const { exchange, price, orderNo, events } = waiting();
    const higher = stepTicks(TABLE, price, 1);
    const first = accepted(exchange.orders.modify(ACCOUNT, orderNo, 10, higher));
    const second = accepted(exchange.orders.modify(ACCOUNT, first.orderNo, 4, price));
    expect([first.rootOrderNo, second.rootOrderNo]).toEqual([orderNo, orderNo]);
    expect(notices(events)).toEqual([
      `accepted modify ${first.orderNo} left 10`,
      `confirmed modify ${first.orderNo} left 10`,
      `closed new ${orderNo} left 0`,
      `accepted modify ${second.orderNo} left 4`,
      `confirmed modify ${second.orderNo} left 4`,
    ]);
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'replaced', remaining: 0 });
    expect(orderOf(exchange, first.orderNo)).toMatchObject({
      status: 'working',
      price: higher,
      remaining: 6,
    });
    expect(orderOf(exchange, second.orderNo)).toMatchObject({ status: 'working', price, remaining: 4 });
  });

  it('modifies all that is left for a quantity of 0', () => {
    const { exchange, price, orderNo } = waiting();
    accepted(exchange.orders.cancel(ACCOUNT, orderNo, 4));
    const second = accepted(exchange.orders.modify(ACCOUNT, orderNo, 0, price));
    expect(second.quantity).toBe(6);
    expect(orderOf(exchange, orderNo)).toMatchObject({ status: 'replaced', remaining: 0 });
    expect(orderOf(exchange, second.orderNo)).toMatchObject({ status: 'working', remaining: 6 });
  });

  it('says why it cannot', () => {
    const { exchange, price, orderNo } = waiting();
    expect(exchange.orders.cancel(ACCOUNT, '77777', 0)).toMatchObject({ code: 'unknown-order' });
    expect(exchange.orders.cancel(ACCOUNT, orderNo, 11)).toMatchObject({
      code: 'bad-quantity',
      limit: 10,
      actual: 11,
    });
    expect(exchange.orders.modify(ACCOUNT, orderNo, 11, price)).toMatchObject({ code: 'bad-quantity' });
    expect(exchange.orders.modify(ACCOUNT, orderNo, 5, price + 1)).toMatchObject({ code: 'off-tick' });
    const cancel = accepted(exchange.orders.cancel(ACCOUNT, orderNo, 0));
    expect(exchange.orders.cancel(ACCOUNT, orderNo, 0)).toMatchObject({ code: 'nothing-left' });
    expect(exchange.orders.cancel(ACCOUNT, cancel.orderNo, 0)).toMatchObject({ code: 'unknown-order' });
  });

  it('asks for the money a dearer price needs', () => {
    const exchange = exchangeAt('1000');
    const price = stepTicks(TABLE, exchange.market.day('005930')!.last!, -40);
    const { quantity } = exchange.accounts.orderable(ACCOUNT, '005930', price);
    const { orderNo } = accepted(exchange.orders.submit(ACCOUNT, limitOrder('buy', quantity, price)));
    const dearer = stepTicks(TABLE, price, 20);
    expect(exchange.orders.modify(ACCOUNT, orderNo, quantity, dearer)).toMatchObject({
      code: 'insufficient-cash',
    });
    expect(exchange.orders.modify(ACCOUNT, orderNo, quantity, price)).toMatchObject({ ok: true });
  });
});

describe('a place in the queue', () => {
  const three = (hhmmss: string) => {
    const exchange = quietExchange(hhmmss);
    const orders = [0, 1, 2].map(() => send(exchange, ACCOUNT, order('buy', 10, 70_900)));
    return { exchange, orders: orders as [string, string, string] };
  };

  it('is kept by what is cut down, and lost with a new price or by modify', () => {
    const { exchange, orders } = three('1000');
    const [cut, moved, last] = orders;
    accepted(exchange.orders.cancel(ACCOUNT, cut, 5));
    const again = accepted(exchange.orders.modify(ACCOUNT, moved, 10, 70_900)).orderNo;
    send(exchange, OTHER, order('sell', 16, 70_900));
    expect([cut, last, again].map((orderNo) => orderOf(exchange, orderNo).filled)).toEqual([5, 10, 1]);
  });

  it('is kept by the shares that a modify of a part leaves', () => {
    const { exchange, orders } = three('1000');
    const [first, second] = orders;
    const part = accepted(exchange.orders.modify(ACCOUNT, first, 4, 70_900)).orderNo;
    send(exchange, OTHER, order('sell', 8, 70_900));
    expect([first, second, part].map((orderNo) => orderOf(exchange, orderNo).filled)).toEqual([6, 2, 0]);
  });

  it('is lost in an auction, too', () => {
    const { exchange, orders } = three('0850');
    const [first, second, third] = orders;
    const again = accepted(exchange.orders.modify(ACCOUNT, first, 0, 70_900)).orderNo;
    accepted(exchange.orders.cancel(ACCOUNT, second, 9));
    send(exchange, OTHER, order('sell', 12, 70_900));
    exchange.advanceTo(moment('090031'));
    expect([second, third, again].map((orderNo) => orderOf(exchange, orderNo).filled)).toEqual([1, 10, 1]);
  });
});

describe('modifying', () => {
  it('a partly filled order moves what is left of it, and no more', () => {
    const exchange = quietExchange('1000');
    const first = send(exchange, ACCOUNT, order('buy', 10, 70_900));
    send(exchange, OTHER, order('sell', 3, 70_900));
    expect(exchange.orders.modify(ACCOUNT, first, 8, 70_800)).toMatchObject({
      code: 'bad-quantity',
      limit: 7,
      actual: 8,
    });
    const again = accepted(exchange.orders.modify(ACCOUNT, first, 0, 70_800));
    expect(again).toMatchObject({ rootOrderNo: first, quantity: 7 });
    expect(orderOf(exchange, first)).toMatchObject({ status: 'replaced', filled: 3, remaining: 0 });
    expect(orderOf(exchange, again.orderNo)).toMatchObject({ filled: 0, remaining: 7, price: 70_800 });
    expect(exchange.orders.modify(ACCOUNT, first, 0, 70_800)).toMatchObject({ code: 'nothing-left' });
  });

  it('to a price that somebody waits at trades at once, at the price of who waits', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('sell', 4, 71_100));
    const first = send(exchange, ACCOUNT, order('buy', 10, 70_900));
    const again = accepted(exchange.orders.modify(ACCOUNT, first, 10, 71_200)).orderNo;
    expect(fillsOf(exchange, again)).toEqual([[71_100, 4]]);
    expect(orderOf(exchange, again)).toMatchObject({ remaining: 6, price: 71_200 });
  });

  it('gives a price to none that has none: a market order in an auction, a pegged one', () => {
    const auction = quietExchange('0850');
    const market = send(auction, ACCOUNT, order('buy', 10, { type: 'market' }));
    expect(auction.orders.modify(ACCOUNT, market, 0, 70_900)).toMatchObject({
      code: 'order-type-not-allowed',
    });
    accepted(auction.orders.cancel(ACCOUNT, market, 0));
    const day = quietExchange('1000');
    const pegged = send(day, ACCOUNT, order('buy', 10, { type: 'mid-price' }));
    expect(day.orders.modify(ACCOUNT, pegged, 0, 70_900)).toMatchObject({ code: 'order-type-not-allowed' });
  });
});

it('what an auction left of a market order has its price from then on, after a restart as well', () => {
  const exchange = quietExchange('0850', { market: silentMarket(true) });
  const market = send(exchange, ACCOUNT, order('buy', 10, { type: 'market' }));
  send(exchange, ACCOUNT, order('buy', 5, 70_900));
  send(exchange, OTHER, order('sell', 4, 71_000));
  exchange.advanceTo(moment('0905'));
  expect(orderOf(exchange, market)).toMatchObject({ filled: 4, price: 71_000 });
  const again = restoreExchange(JSON.parse(JSON.stringify(exchange.save())), {
    market: silentMarket(true),
    listings: LISTINGS,
  });
  for (const each of [exchange, again]) {
    send(each, OTHER, order('sell', 6, 71_000));
    expect(orderOf(each, market)).toMatchObject({ filled: 10, status: 'filled' });
  }
});
