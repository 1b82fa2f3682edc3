// The hands that arrange the orders of others: what is shown, who leaves, and whose turn it is when a print comes.

import { describe, expect, it } from 'vitest';
import type { OrderSide } from '#domain/order.ts';
import { tickTable } from '#domain/tick.ts';
import { BookOrder } from '#exchange/book/book-side.ts';
import { OrderBook } from '#exchange/book/order-book.ts';
import { PriceLadder } from '#exchange/book/price-ladder.ts';
import { FlowBook } from '#exchange/market/replay/flow-book.ts';
import { DAY, SAMSUNG } from '../../support.ts';

const LADDER = new PriceLadder(tickTable(SAMSUNG, DAY), { lowerLimit: 70_000, upperLimit: 72_000 });

interface Fill {
  readonly owner: string;
  readonly price: number;
  readonly quantity: number;
}

function newBook() {
  const fills: Fill[] = [];
  const orders = new OrderBook<string>(LADDER, {
    matched: (maker, taker, price, quantity) => {
      for (const { owner } of [maker, taker]) if (owner !== null) fills.push({ owner, price, quantity });
    },
    allotted: () => undefined,
  });
  const place = (side: OrderSide, index: number, quantity: number, owner: string | null) =>
    orders.rest(new BookOrder<string>(0, side, owner, quantity), index);
  return { orders, fills, place, flow: new FlowBook(orders, LADDER.size) };
}

describe('a print that reaches a price', () => {
  it('takes from the queue in its order: others give way, accounts trade', () => {
    const { orders, fills, place, flow } = newBook();
    place('buy', 5, 10, null);
    place('buy', 5, 8, 'ours');
    place('buy', 5, 4, null);
    flow.meetLevel('sell', 5, 9);
    expect(fills).toEqual([]);
    flow.meetLevel('sell', 5, 3);
    expect(fills).toEqual([{ owner: 'ours', price: 70_500, quantity: 2 }]);
    expect(orders.bids.quantities[5]).toBe(6 + 4);
  });

  it('serves accounts at better prices first, up to its own shares', () => {
    const { fills, place, flow } = newBook();
    place('sell', 3, 5, 'ours');
    place('sell', 4, 5, 'ours');
    place('sell', 9, 5, 'ours');
    expect(flow.meetBetter('buy', 6, 7)).toBe(0);
    expect(fills).toEqual([
      { owner: 'ours', price: 70_300, quantity: 5 },
      { owner: 'ours', price: 70_400, quantity: 2 },
    ]);
    expect(flow.meetBetter('buy', 6, 7)).toBe(4);
  });
});

describe('the orders of others', () => {
  it('leave from behind and come last, so that accounts keep their place', () => {
    const { orders, place, flow } = newBook();
    place('sell', 8, 10, null);
    place('sell', 8, 3, 'ours');
    place('sell', 8, 6, null);
    flow.setLevel('sell', 8, 12);
    expect([orders.asks.quantities[8], orders.asks.firstAt(8)!.remaining]).toEqual([15, 10]);
    flow.setLevel('sell', 8, 20);
    expect([orders.asks.quantities[8], orders.asks.lastAt(8)!.remaining]).toEqual([23, 8]);
    flow.setLevel('sell', 8, 0);
    expect([orders.asks.quantities[8], orders.asks.firstAt(8)!.owner]).toEqual([3, 'ours']);
  });

  it('never come where they would trade with what is there', () => {
    const { orders, place, flow } = newBook();
    place('buy', 7, 3, 'ours');
    flow.rest('sell', 7, 5);
    flow.rest('sell', 8, 5);
    expect([orders.asks.best, orders.isCrossed]).toEqual([8, false]);
  });

  it('are withdrawn alone, at all prices or at better ones, and without a price', () => {
    const { orders, place, flow } = newBook();
    for (const index of [2, 4, 6]) place('buy', index, 1, null);
    place('buy', 6, 2, 'ours');
    orders.restUnpriced(new BookOrder<string>(0, 'buy', null, 9));
    flow.clearBetter('buy', 3);
    expect([orders.bids.quantities[2], orders.bids.quantities[4], orders.bids.quantities[6]]).toEqual([
      1, 0, 2,
    ]);
    flow.clear();
    expect([orders.bids.total, orders.bids.unpriced]).toEqual([2, 0]);
  });
});
