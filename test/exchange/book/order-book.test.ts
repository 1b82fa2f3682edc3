// The book: price before time, trades at the price of whoever was there first, and no share made or lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickTable } from '#domain/tick.ts';
import { BookOrder } from '#exchange/book/book-side.ts';
import { OrderBook } from '#exchange/book/order-book.ts';
import { PriceLadder } from '#exchange/book/price-ladder.ts';
import { SAMSUNG } from '../support.ts';

/** Prices 1,000 to 1,040, one won apart: index 0 to 40. */
const LADDER = new PriceLadder(tickTable(SAMSUNG, '2026-11-23'), { lowerLimit: 1_000, upperLimit: 1_040 });

interface Execution {
  readonly maker: number | null;
  readonly taker: number;
  readonly price: number;
  readonly quantity: number;
}

function newBook() {
  const executions: Execution[] = [];
  const book = new OrderBook<string>(LADDER, {
    matched: (maker, taker, price, quantity) => {
      executions.push({ maker: maker.no, taker: taker.no, price, quantity });
    },
    allotted: (order, price, quantity) => {
      executions.push({ maker: null, taker: order.no, price, quantity });
    },
  });
  let no = 0;
  /** Sends a limit order as the exchange would in continuous trading. */
  const send = (side: 'buy' | 'sell', quantity: number, price: number): BookOrder<string> => {
    const order = new BookOrder<string>(++no, side, null, quantity);
    const index = LADDER.indexOf(price)!;
    book.match(order, index);
    if (order.remaining > 0) book.rest(order, index);
    return order;
  };
  /** Lets an order wait without matching, as in an auction. */
  const gather = (side: 'buy' | 'sell', quantity: number, price: number | null): BookOrder<string> => {
    const order = new BookOrder<string>(++no, side, null, quantity);
    if (price === null) book.restUnpriced(order);
    else book.rest(order, LADDER.indexOf(price)!);
    return order;
  };
  return { book, executions, send, gather };
}

describe('continuous matching', () => {
  it('trades with the best price first, then with the earliest, at the price of the waiting order', () => {
    // given
    const { executions, send } = newBook();
    send('sell', 5, 1_012); // 1
    send('sell', 5, 1_010); // 2
    send('sell', 5, 1_010); // 3
    // when
    send('buy', 12, 1_015); // 4
    // then
    expect(executions).toEqual([
      { maker: 2, taker: 4, price: 1_010, quantity: 5 },
      { maker: 3, taker: 4, price: 1_010, quantity: 5 },
      { maker: 1, taker: 4, price: 1_012, quantity: 2 },
    ]);
  });

  it('lets the rest of an order wait at its limit', () => {
    const { book, send } = newBook();
    send('sell', 5, 1_010);
    send('buy', 8, 1_011);
    expect(book.levels('buy', 10)).toEqual([{ price: 1_011, quantity: 3 }]);
    expect(book.levels('sell', 10)).toEqual([]);
  });

  it('keeps the place of an order that is cut down', () => {
    const { book, executions, send } = newBook();
    const first = send('buy', 9, 1_010);
    send('buy', 9, 1_010);
    book.remove(first, 4);
    send('sell', 6, 1_010);
    expect(executions).toEqual([
      { maker: 1, taker: 3, price: 1_010, quantity: 5 },
      { maker: 2, taker: 3, price: 1_010, quantity: 1 },
    ]);
  });

  it('knows what an all-or-nothing order could get', () => {
    const { book, send } = newBook();
    send('sell', 5, 1_010);
    send('sell', 7, 1_012);
    const limits = [1_009, 1_010, 1_011, 1_012, 1_040];
    expect(limits.map((limit) => book.available('buy', LADDER.indexOf(limit)!))).toEqual([0, 5, 5, 12, 12]);
  });

  it('forgets all orders at the end of the day, pegged ones and those without a price included', () => {
    const { book, gather } = newBook();
    let no = 100;
    for (const side of ['buy', 'sell'] as const) {
      gather(side, 5, side === 'buy' ? 1_010 : 1_012);
      gather(side, 5, null);
      book.midOwn(side).joinUnpriced(new BookOrder<string>(++no, side, null, 5));
    }
    book.clear();
    for (const side of ['buy', 'sell'] as const) {
      expect([book.levels(side, 10), book.own(side).total, book.own(side).unpriced]).toEqual([[], 0, 0]);
      expect([book.own(side).isEmpty, book.midOwn(side).firstUnpriced()]).toEqual([true, null]);
    }
    expect(book.hasMidsOnBothSides).toBe(false);
  });

  it('counts shares at prices apart from those without one', () => {
    const { book, gather } = newBook();
    gather('buy', 5, 1_010);
    gather('buy', 7, null);
    expect([book.bids.total, book.bids.unpriced]).toEqual([5, 7]);
  });

  it('never crosses, loses no share, and agrees with a plain sorted list', () => {
    const action = fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      quantity: fc.integer({ min: 1, max: 20 }),
      price: fc.integer({ min: 1_010, max: 1_025 }),
      cancels: fc.option(fc.nat(40), { freq: 4 }),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
        const { book, executions, send } = newBook();
        const model = new ListBook();
        const sent: BookOrder<string>[] = [];
        for (const { side, quantity, price, cancels } of actions) {
          const target = cancels === null ? undefined : sent[cancels];
          if (target !== undefined && target.remaining > 0) {
            book.remove(target);
            model.remove(target.no);
          } else {
            const order = send(side, quantity, price);
            sent.push(order);
            model.send(order.no, side, quantity, price);
          }
          expect(book.isCrossed).toBe(false);
        }
        expect(executions).toEqual(model.executions);
        for (const side of ['buy', 'sell'] as const) {
          expect(book.levels(side, 100)).toEqual(model.levels(side));
          expect(book.own(side).total).toBe(
            model.levels(side).reduce((sum, level) => sum + level.quantity, 0),
          );
        }
      }),
    );
  });
});

describe('the auction', () => {
  it('fills market orders first, then better prices, then earlier orders, all at one price', () => {
    const { book, executions, gather } = newBook();
    gather('buy', 5, 1_010); // 1
    gather('buy', 5, 1_012); // 2
    gather('buy', 5, null); // 3
    gather('buy', 5, 1_010); // 4
    gather('sell', 17, 1_010); // 5
    book.uncross(LADDER.indexOf(1_010)!);
    book.priceLeftOver(LADDER.indexOf(1_010)!);
    expect(executions).toEqual([
      { maker: null, taker: 3, price: 1_010, quantity: 5 },
      { maker: null, taker: 2, price: 1_010, quantity: 5 },
      { maker: null, taker: 1, price: 1_010, quantity: 5 },
      { maker: null, taker: 4, price: 1_010, quantity: 2 },
      { maker: null, taker: 5, price: 1_010, quantity: 17 },
    ]);
    expect(book.levels('buy', 10)).toEqual([{ price: 1_010, quantity: 3 }]);
  });

  it('gives market orders left over a price one tick better than the best of their side', () => {
    const { book, gather } = newBook();
    gather('buy', 5, 1_010);
    gather('buy', 9, null);
    gather('sell', 4, 1_011);
    expect(book.uncross(LADDER.indexOf(1_010)!)).toEqual({ index: 11, volume: 4 });
    expect(book.bids.unpriced).toBe(5);
    book.priceLeftOver(LADDER.indexOf(1_010)!);
    expect(book.levels('buy', 10)).toEqual([
      { price: 1_011, quantity: 5 },
      { price: 1_010, quantity: 5 },
    ]);
  });

  it('fills both sides alike and leaves no crossed book, whatever gathers', () => {
    const order = fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      quantity: fc.integer({ min: 1, max: 50 }),
      price: fc.option(fc.integer({ min: 1_000, max: 1_040 }), { freq: 6 }),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (orders, previous) => {
        const { book, executions, gather } = newBook();
        const all = orders.map(({ side, quantity, price }) => gather(side, quantity, price));
        const outcome = book.uncross(previous);
        book.priceLeftOver(previous);
        const filled = (side: string) =>
          executions
            .filter(({ taker }) => all[taker - 1]?.side === side)
            .reduce((sum, one) => sum + one.quantity, 0);
        expect([filled('buy'), filled('sell')]).toEqual([outcome?.volume ?? 0, outcome?.volume ?? 0]);
        expect(book.isCrossed).toBe(false);
        expect([book.bids.unpriced, book.asks.unpriced]).toEqual([0, 0]);
        const price = outcome === null ? null : LADDER.priceAt(outcome.index);
        for (const { taker } of executions) {
          const limit = orders[taker - 1]?.price ?? null;
          if (limit === null || price === null) continue;
          expect(orders[taker - 1]?.side === 'buy' ? price <= limit : price >= limit).toBe(true);
        }
      }),
    );
  });
});

/** The same rules, written as slowly and plainly as can be. */
class ListBook {
  readonly executions: Execution[] = [];
  #waiting: { no: number; side: 'buy' | 'sell'; quantity: number; price: number }[] = [];

  send(no: number, side: 'buy' | 'sell', quantity: number, price: number): void {
    let left = quantity;
    while (left > 0) {
      const [maker] = this.#waiting
        .filter((one) => one.side !== side && (side === 'buy' ? one.price <= price : one.price >= price))
        .sort((a, b) => (side === 'buy' ? a.price - b.price : b.price - a.price) || a.no - b.no);
      if (maker === undefined) break;
      const traded = Math.min(left, maker.quantity);
      this.executions.push({ maker: maker.no, taker: no, price: maker.price, quantity: traded });
      left -= traded;
      maker.quantity -= traded;
      if (maker.quantity === 0) this.remove(maker.no);
    }
    if (left > 0) this.#waiting.push({ no, side, quantity: left, price });
  }

  remove(no: number): void {
    this.#waiting = this.#waiting.filter((one) => one.no !== no);
  }

  levels(side: 'buy' | 'sell'): { price: number; quantity: number }[] {
    const levels = new Map<number, number>();
    for (const one of this.#waiting.filter((waiting) => waiting.side === side)) {
      levels.set(one.price, (levels.get(one.price) ?? 0) + one.quantity);
    }
    return [...levels]
      .map(([price, quantity]) => ({ price, quantity }))
      .sort((a, b) => (side === 'buy' ? b.price - a.price : a.price - b.price));
  }
}
