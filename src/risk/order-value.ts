// At which price an order is counted: the price it could cost at worst, so that limits err on the safe side.

import type { OrderRequest } from '#domain/order.ts';
import type { Price, Won } from '#domain/units.ts';
import type { InstrumentPicture } from './risk-check.ts';

/**
 * The worst price a buy could pay, the price a sell is counted at: the limit price; for market buys the upper limit (the
 * broker reserves margin there, krx-rules 5.1); for best-price orders the best opposite quote; else the last price.
 */
export function countedPrice(request: OrderRequest, picture: InstrumentPicture | null): Price {
  if (request.pricing.type === 'limit') return request.pricing.price;
  if (request.side === 'buy') {
    if (request.pricing.type === 'market') return picture?.reference?.upperLimit ?? request.referencePrice;
    if (request.pricing.type === 'best-counter') return picture?.ask ?? request.referencePrice;
  }
  return picture?.last ?? request.referencePrice;
}

/** Won an order is counted with: its price as above for limit orders, the last price else, times its shares. */
export function orderValue(request: OrderRequest): Won {
  const at = request.pricing.type === 'limit' ? request.pricing.price : request.referencePrice;
  return at * request.quantity;
}
