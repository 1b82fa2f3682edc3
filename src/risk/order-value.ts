// At which price an order is counted: for what the broker must be asked, the price it could cost at worst; for our own
// limits, its limit price, or the last price when it names none.

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

/** The price our own limits count an order at: its limit price, else the last price when it was sized. */
export function valuePrice(request: OrderRequest): Price {
  return request.pricing.type === 'limit' ? request.pricing.price : request.referencePrice;
}

/** Won an order is counted with by our own limits. */
export function orderValue(request: OrderRequest): Won {
  return valuePrice(request) * request.quantity;
}
