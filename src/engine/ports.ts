// All the engine needs from outside. Effects go out as data; whatever they bring back enters the inbox as an event.

import type { Observable } from 'rxjs';
import type { BarPeriod } from '#domain/bar.ts';
import type { BrokerEvent, SnapshotOccasion } from '#domain/broker-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { BrokerOrderNo, OrderId, Price, SymbolCode, TradeDate } from '#domain/units.ts';

/** What a strategy needs to see of one instrument. */
export interface MarketInterest {
  readonly symbol: SymbolCode;
  readonly trades: boolean;
  readonly book: boolean;
  /** Bar periods to be warmed up from stored history. */
  readonly periods: readonly BarPeriod[];
}

/** Live or historical market data. Subscribing to `events$` connects, unsubscribing disconnects. */
export interface MarketFeed {
  readonly events$: Observable<MarketEvent | BrokerEvent>;
}

/** Asks the broker to cancel all that is left of an order. */
export interface CancelRequest {
  readonly orderId: OrderId;
  readonly brokerOrderNo: BrokerOrderNo;
  readonly symbol: SymbolCode;
}

/**
 * Sends orders and asks questions. No method waits or throws for what the broker answers: every outcome, good, bad or
 * unknown, comes back on `events$`, exactly one for each submit, cancel and query.
 */
export interface Broker {
  readonly events$: Observable<BrokerEvent>;
  submit(order: ApprovedOrder): void;
  cancel(request: CancelRequest): void;
  /** kt00011 at `price`; answered by orderable-answered or query-failed. */
  queryOrderable(symbol: SymbolCode, price: Price): void;
  /** kt00018; answered by sellable-answered or query-failed. */
  querySellable(): void;
  /** All of ka10075, ka10076, kt00007, kt00018, kt00001, ka10074, ka10170; answered by broker-snapshot or query-failed. */
  takeSnapshot(tradeDate: TradeDate, occasion: SnapshotOccasion): void;
}

/** A ledger's place in its chain of records. */
export interface LedgerTip {
  readonly records: number;
  /** SHA-256 hex chained over all records; the digest of no records is 64 zeros. */
  readonly digest: string;
}

/** Keeps records. `append` returns only when they are durable; the records of one call are kept all or not at all. */
export interface LedgerStore {
  append(records: readonly LedgerRecord[]): void;
  tip(): LedgerTip;
  /** All records, oldest first. */
  records(): Iterable<LedgerRecord>;
}
