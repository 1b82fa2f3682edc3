// What an order may ask of the exchange beyond what a strategy can say: all the trade types of the guide (kt10000, trde_tp),
// and the markets an order can stand in.

import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import type { Price } from '#domain/units.ts';

/** A market with a book of its own. SOR is a way to one of them. */
export type MarketVenue = 'KRX' | 'NXT';

/** How an order names its price (krx-rules 3.3). Prices in won. */
export type OrderTerms =
  | OrderPricing
  /** A limit order whose rest becomes a market order in the closing auction (조건부지정가, 5). */
  | { readonly type: 'conditional-limit'; readonly price: Price }
  /** Sleeps until the last price reaches `stop`, then is a limit order that counts as received when it came (28). */
  | { readonly type: 'stop-limit'; readonly price: Price; readonly stop: Price }
  /** Pegged half-way between the best quotes, cut to whole won (29, 30, 31). */
  | { readonly type: 'mid-price' }
  /** At the previous close, before the opening (장시작전시간외, 61). */
  | { readonly type: 'opening-fixed' }
  /** At the day's close, after it (장마감후시간외, 81). */
  | { readonly type: 'closing-fixed' }
  /** In the ten-minute auctions of the evening, which ended in September 2026 (시간외단일가, 62). */
  | { readonly type: 'after-hours-limit'; readonly price: Price };

/** An order's terms and how long it lives, as one word: `limit/ioc`. What validity tables are made of. */
export type TermsKey = `${OrderTerms['type']}/${TimeInForce}`;

export function termsKey(terms: OrderTerms, timeInForce: TimeInForce): TermsKey {
  return `${terms.type}/${timeInForce}`;
}

/** The limit price an order names, won; null when it leaves the price to the market. */
export function limitPriceOf(terms: OrderTerms): Price | null {
  return 'price' in terms ? terms.price : null;
}
