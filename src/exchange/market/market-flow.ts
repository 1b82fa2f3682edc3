// The seam between an instrument's trading day and whoever brings the orders of everybody else: the model, stored charts
// or a recording. A flow sits at the book of one instrument for one day and is asked when it wants to act next.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionHours, SessionPhase } from '#domain/session.ts';
import type { EpochMs, Price, Quantity, TradeDate } from '#domain/units.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { PriceLadder } from '../book/price-ladder.ts';
import type { PastDay } from '../day/bar-archive.ts';
import type { WorthRange } from './indices/market-index-history.ts';
import type { Listing } from './listing.ts';

/** A phase of the day, or an instrument alone (or the market) stopped in its middle: orders gather for a single price. */
export type FlowPhase = SessionPhase | 'interruption';

/** What a flow sees of the day it plays. */
export interface FlowSeat<Owner> {
  readonly orders: OrderBook<Owner>;
  readonly ladder: PriceLadder;
  readonly hours: SessionHours;
  readonly venue: 'KRX' | 'NXT';
  readonly base: Price;
  /** Index of the last price on the ladder; that of the base price before the first trade. */
  readonly lastIndex: number;
  /** The next order number of the broker, for orders of its other customers. */
  nextOrderNo(): number;
  /**
   * Puts a trade among others onto the tape without touching the book. `price` may lie between two prices of the ladder:
   * half a tick, as mid-price orders trade.
   */
  print(price: Price, quantity: Quantity, aggressor: OrderSide | null): void;
}

/** The orders of everybody else on one instrument and day. */
export interface MarketFlow {
  /** When the flow acts next; infinity while it has nothing to do. */
  readonly nextAt: EpochMs;
  /** True when the tape is given by charts or a recording: no interruption may be set off by it, for it would change the tape. */
  readonly isScripted: boolean;
  /** The instrument has come to `phase` at `at`, nominally until `until`; 'closed' also stands for a halt. */
  enter(phase: FlowPhase, at: EpochMs, until: EpochMs): void;
  /** Called right before an auction of the book is held: the last word of the others. */
  beforeAuction(at: EpochMs): void;
  /** Does what is due at `nextAt`. */
  step(): void;
  /** An order of an account traded `quantity` shares. */
  accountTraded(side: OrderSide, quantity: Quantity, at: EpochMs): void;
}

/** Makes the flow of one day when the day's book is there. */
export type FlowMaker<Owner> = (seat: FlowSeat<Owner>) => MarketFlow;

/** Nobody: an instrument without trades on a day. */
export const IDLE_FLOW: MarketFlow = {
  nextAt: Number.POSITIVE_INFINITY,
  isScripted: true,
  enter: () => undefined,
  beforeAuction: () => undefined,
  step: () => undefined,
  accountTraded: () => undefined,
};

/** What an exchange tells the market it is going to have. */
export interface MarketStart {
  readonly seed: number;
  readonly calendar: TradingCalendar;
  /** The first day to be played; what is before is history. */
  readonly firstTradingDay: TradeDate;
  readonly listings: readonly Listing[];
}

export type MarketMaker = (start: MarketStart) => MarketSource;

/** Where an exchange gets the orders of everybody else from, day by day. */
export interface MarketSource {
  /** The past of each listing, in their order: `dates` are the trading days asked for, oldest first. Charts may know more. */
  history(listings: readonly Listing[], dates: readonly TradeDate[]): readonly (readonly PastDay[])[];
  /**
   * The base price of a day; `lastClose` is null when nothing was traded before, and moved already by the actions that begin that
   * day (closeForBase).
   */
  basePrice(listing: Listing, date: TradeDate, lastClose: Price | null): Price;
  /**
   * What a fund is worth at a moment of a day (null: at its end), as a logarithm over the day's base price; null for what is no
   * fund. Absent, or null, where prices are given from outside: what is behind them nobody knows here.
   */
  fundPoint?(listing: Listing, hours: SessionHours, at: EpochMs | null): number | null;
  /** Won that the members of an index were worth at most and at least on a day of the history, where that is known. */
  pastIndexRange?(code: string, date: TradeDate): WorthRange | null;
  /** `resumedAt` is the moment a day is gone on with in its middle; null for a day from its beginning. */
  flow<Owner>(listing: Listing, resumedAt: EpochMs | null): FlowMaker<Owner>;
}
