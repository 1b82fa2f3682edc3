// The book of one instrument as it is shown: ten levels a side, and what an auction would come to.

import type { Book } from './contract.ts';
import type { MarketDay } from './market-day.ts';

const BOOK_LEVELS = 10;

export function bookOf({ orders, ladder, matching, lastIndex }: MarketDay): Book {
  const expected = matching === 'auction' ? orders.auctionPrice(lastIndex) : null;
  const mid = orders.midPrice;
  const pegged = { ask: orders.midOwn('sell').unpriced, bid: orders.midOwn('buy').unpriced };
  return {
    asks: orders.levels('sell', BOOK_LEVELS),
    bids: orders.levels('buy', BOOK_LEVELS),
    totalAsk: orders.asks.total,
    totalBid: orders.bids.total,
    expectedPrice: expected === null ? null : ladder.priceAt(expected.index),
    expectedQuantity: expected?.volume ?? null,
    mid: mid === null ? null : { price: mid, ...pegged },
  };
}
