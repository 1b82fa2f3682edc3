// The book that is shown: in an auction what it would come to, and three levels of what it would leave.

import { expect, it } from 'vitest';
import { OTHER, order, quietExchange, send } from '../quiet-market.ts';
import { ACCOUNT, moment } from '../support.ts';

it('of an auction is what the auction would leave over, three levels of it', () => {
  const exchange = quietExchange('0841');
  const book = () => exchange.market.book('005930')!;
  for (const [price, quantity] of [
    [70_900, 10],
    [71_000, 20],
    [71_100, 5],
    [71_200, 6],
    [71_300, 7],
  ] as const) {
    send(exchange, OTHER, order('sell', quantity, price));
  }
  expect(book().asks).toEqual([
    { price: 70_900, quantity: 10 },
    { price: 71_000, quantity: 20 },
    { price: 71_100, quantity: 5 },
  ]);
  send(exchange, ACCOUNT, order('buy', 4, { type: 'market' }));
  send(exchange, ACCOUNT, order('buy', 14, 71_000));
  send(exchange, ACCOUNT, order('buy', 9, 70_800));
  // 18 of the 30 shares offered up to 71,000 trade, the market order's four first.
  expect(book()).toMatchObject({
    expectedPrice: 71_000,
    expectedQuantity: 18,
    asks: [
      { price: 71_000, quantity: 12 },
      { price: 71_100, quantity: 5 },
      { price: 71_200, quantity: 6 },
    ],
    bids: [{ price: 70_800, quantity: 9 }],
    totalAsk: 48,
  });
});

it('tells from 08:40 what the opening would come to', () => {
  const exchange = quietExchange('0835');
  send(exchange, OTHER, order('sell', 5, 71_000));
  send(exchange, ACCOUNT, order('buy', 5, 71_000));
  exchange.advanceTo(moment('083959'));
  expect(exchange.market.book('005930')).toMatchObject({
    expectedPrice: null,
    expectedQuantity: null,
    asks: [],
    bids: [],
  });
  exchange.advanceTo(moment('0840'));
  expect(exchange.market.book('005930')).toMatchObject({ expectedPrice: 71_000, expectedQuantity: 5 });
});
