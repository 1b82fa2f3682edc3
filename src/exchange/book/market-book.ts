// The book of one instrument as it is shown: ten levels a side, or what an auction would come to and three levels of what it
// would leave over. What is shown never crosses.

import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import { spanOf } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Quantity } from '#domain/units.ts';
import type { Book } from '../contract.ts';
import type { MarketDay } from '../day/market-day.ts';
import type { AuctionPrice } from './auction.ts';

const BOOK_LEVELS = 10;
const AUCTION_LEVELS = 3;
/** What the opening would come to is told after ten minutes of orders: from 08:40 on a plain day (krx-rules 7.1). */
const UNTOLD_MS = 10 * MINUTE_MS;

/** The book at `now`. */
export function bookOf(day: MarketDay, now: EpochMs): Book {
  const { orders, ladder, matching } = day;
  const isAuction = matching === 'auction';
  const expected = isAuction ? orders.auctionPrice(day.previousIndex) : null;
  const told = expected !== null && isExpectedTold(day, now) ? expected : null;
  const mid = orders.midPrice;
  const pegged = { ask: orders.midOwn('sell').unpriced, bid: orders.midOwn('buy').unpriced };
  const levels = (side: OrderSide) =>
    isAuction ? levelsLeft(day, side, expected) : orders.levels(side, BOOK_LEVELS);
  return {
    asks: levels('sell'),
    bids: levels('buy'),
    totalAsk: orders.asks.total,
    totalBid: orders.bids.total,
    expectedPrice: told === null ? null : ladder.priceAt(told.index),
    expectedQuantity: told?.volume ?? null,
    mid: mid === null ? null : { price: mid, ...pegged },
  };
}

function isExpectedTold({ stage, hours }: MarketDay, now: EpochMs): boolean {
  const opening = stage === 'opening-auction' ? spanOf(hours, stage) : null;
  return opening === null || now >= opening.from + UNTOLD_MS;
}

/** The best levels an auction would leave, best first: its volume comes off the orders that come first. */
function levelsLeft({ orders }: MarketDay, side: OrderSide, expected: AuctionPrice | null): BookLevel[] {
  const { unpriced } = orders.own(side);
  let taken: Quantity = Math.max(0, (expected?.volume ?? 0) - unpriced);
  const left: BookLevel[] = [];
  for (const { price, quantity } of orders.levels(side, Number.POSITIVE_INFINITY)) {
    const gone = Math.min(taken, quantity);
    taken -= gone;
    if (quantity > gone) left.push({ price, quantity: quantity - gone });
    if (left.length === AUCTION_LEVELS) break;
  }
  return left;
}
