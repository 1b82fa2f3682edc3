// What the engine asks of the world. Effects are values; the runner turns them into port calls after the records
// of the same step are durable, and whatever they bring back enters the inbox as an event.

import type { SnapshotOccasion } from '#domain/broker-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { EpochMs, OrderId, Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { CancelRequest, HistoryWish, MarketInterest, Poll } from './ports.ts';

export type Effect =
  | { readonly type: 'submit'; readonly order: ApprovedOrder }
  | { readonly type: 'cancel'; readonly request: CancelRequest }
  /** Take the order back unless it has been sent. */
  | { readonly type: 'withdraw'; readonly orderId: OrderId }
  | { readonly type: 'query-orderable'; readonly symbol: SymbolCode; readonly price: Price }
  | { readonly type: 'query-sellable' }
  | { readonly type: 'take-snapshot'; readonly tradeDate: TradeDate; readonly occasion: SnapshotOccasion }
  | { readonly type: 'watch'; readonly interest: MarketInterest }
  | { readonly type: 'unwatch'; readonly interest: MarketInterest }
  | { readonly type: 'ask'; readonly poll: Poll }
  /** Show an instrument's past, when it is taken up while trading or was missed: warm-up bars in this order, then `history-shown`. */
  | { readonly type: 'show-history'; readonly symbol: SymbolCode; readonly wishes: readonly HistoryWish[] }
  /** Send a timer event at or after this moment. */
  | { readonly type: 'wake-at'; readonly at: EpochMs };
