// All the engine needs from outside. Effects go out as data; whatever they bring back enters the inbox as an event.

import type { Observable } from 'rxjs';
import type { BarPeriod } from '#domain/bar.ts';
import type { BrokerEvent, SnapshotOccasion } from '#domain/broker-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { BrokerOrderNo, OrderId, Price, SymbolCode, TradeDate } from '#domain/units.ts';

/** What strategies need to see of one instrument: its reference data always, the rest as asked for. */
export interface InstrumentInterest {
  readonly type: 'instrument';
  readonly symbol: SymbolCode;
  readonly trades: boolean;
  readonly book: boolean;
  /** Bar periods to be warmed up from stored history. */
  readonly periods: readonly BarPeriod[];
}

/** A real-time stream by the broker's name of it; `item` is blank for streams that are about nothing in particular. */
export interface StreamInterest {
  readonly type: 'stream';
  readonly stream: string;
  readonly item: string;
}

/** A condition search by name. */
export interface ConditionInterest {
  readonly type: 'condition';
  readonly condition: string;
}

/** Something to be subscribed to for the strategies. */
export type MarketInterest = InstrumentInterest | StreamInterest | ConditionInterest;

/** A query to be asked again and again, as the configuration has it. */
export interface Poll {
  readonly name: string;
  /** The broker's name of the query, such as `ka10027`. */
  readonly query: string;
  /** Checked against the query's rules when the configuration was read. */
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly everyMs: number;
  /** The parts of the day in which it is asked. */
  readonly phases: readonly SessionPhase[];
}

/** Live or historical market data. Subscribing to `events$` connects, unsubscribing disconnects. */
export interface MarketFeed {
  readonly events$: Observable<MarketEvent | BrokerEvent>;
  /**
   * Subscribes to one thing more, now or as soon as the feed is up; a wider interest in the same instrument replaces the
   * narrower one. What cannot be subscribed to is told by one `watch-refused`.
   */
  watch(interest: MarketInterest): void;
  /** Ends the subscription; what was never watched is ignored. */
  unwatch(interest: MarketInterest): void;
  /** Asks once; answered by one `poll-answered` or `poll-failed`. */
  ask(poll: Poll): void;
}

/** The part of a feed that effects reach. */
export type FeedControl = Pick<MarketFeed, 'watch' | 'unwatch' | 'ask'>;

/** How many past bars of a period somebody wants to see. */
export interface HistoryWish {
  readonly period: BarPeriod;
  readonly bars: number;
}

/** Past bars on demand. */
export interface History {
  /** Answered by warm-up-bar events, the periods as they were wished for, and one `history-shown`, also when none is to be had. */
  show(symbol: SymbolCode, wishes: readonly HistoryWish[]): void;
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
  /**
   * Takes an order back that still waits to be sent: its submit is answered by order-withdrawn then. One that is on its way
   * is left alone. Missing where an order leaves with its submit.
   */
  withdraw?(orderId: OrderId): void;
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
