// Shares of accounts in a trade: bought and sold are told apart whoever came to whom.

import { describe, expect, it } from 'vitest';
import { BookOrder } from '#exchange/book/book-side.ts';
import { AuctionShares, ownQuantities } from '#exchange/book/own-shares.ts';
import { type OwnOrder, ownOrder } from '#exchange/orders/own-order.ts';
import { ACCOUNT, limitOrder, moment } from '../support.ts';

function own(side: 'buy' | 'sell', quantity: number): OwnOrder {
  const facts = {
    account: ACCOUNT,
    orderNo: '1',
    originalOrderNo: null,
    rootOrderNo: '1',
    action: 'new',
  } as const;
  const order = { ...limitOrder(side, quantity, 70_000), venue: 'KRX', routedTo: 'KRX' } as const;
  return ownOrder({ ...facts, ...order }, moment('100000'));
}

const of = (side: 'buy' | 'sell', isOwn: boolean) => new BookOrder(1, side, isOwn ? own(side, 10) : null, 10);

describe('of two orders', () => {
  it.each([
    ['an account buys', true, false, { bought: 7, sold: 0 }],
    ['an account sells', false, true, { bought: 0, sold: 7 }],
    ['accounts trade with each other', true, true, { bought: 7, sold: 7 }],
    ['only others trade', false, false, { bought: 0, sold: 0 }],
  ])('%s', (_what, isOwnBuy, isOwnSale, shares) => {
    const [buy, sale] = [of('buy', isOwnBuy), of('sell', isOwnSale)];
    expect(ownQuantities(buy, sale, 7)).toEqual(shares);
    expect(ownQuantities(sale, buy, 7)).toEqual(shares);
  });
});

it('of an auction are summed by side until they are taken', () => {
  const auction = new AuctionShares();
  const allotments = [
    { owner: own('buy', 5), price: 70_000, quantity: 3 },
    { owner: own('sell', 5), price: 70_000, quantity: 4 },
    { owner: own('buy', 5), price: 70_000, quantity: 2 },
  ];
  for (const one of allotments) auction.add(one);
  expect([auction.bought, auction.sold]).toEqual([5, 4]);
  expect(auction.take()).toEqual(allotments);
  expect([auction.bought, auction.sold, auction.take()]).toEqual([0, 0, []]);
});
