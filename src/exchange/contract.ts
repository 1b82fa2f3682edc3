// What the simulated exchange offers to whoever stands in front of it: the Kiwoom protocol server, the simulation in
// virtual time, and the backtest. Everything is asked and answered in exchange time; nothing here waits.

import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import type { DailyReference, Instrument, Venue } from '#domain/instrument.ts';
import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { TimeInForce } from '#domain/signal.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type {
  AccountApi,
  CashView,
  CreditTerms,
  HoldingView,
  RealisedDay,
} from './accounts/account-contract.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import type { MarketVenue, OrderTerms } from './orders/order-terms.ts';
import type { TradingStage } from './orders/order-validity.ts';

export type {
  AccountApi,
  AccountDayView,
  BuyingPower,
  CashView,
  CreditTerms,
  DayTotalsView,
  FundsView,
  HoldingView,
  JournalEntry,
  JournalTrade,
  LoanGrade,
  MarginPolicy,
  MarginRate,
  PositionView,
  RealisedDay,
  ReusableProceeds,
  SaleView,
} from './accounts/account-contract.ts';
export type { ExchangeEvent, TradingHours } from './exchange-event.ts';
export { limitPriceOf, type MarketVenue, type OrderTerms } from './orders/order-terms.ts';

export type AccountId = string;

/** An order as it reaches the exchange. */
export interface NewOrder {
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly pricing: OrderTerms;
  readonly timeInForce: TimeInForce;
  /** KRX when not named. SOR goes to whichever of KRX and NXT has the better price, and to KRX when they are equal. */
  readonly venue?: Venue;
  /** Absent for a cash order. */
  readonly credit?: CreditTerms;
}

/** Why the exchange or the broker's margin desk said no, with numbers. */
export type RejectionCode =
  | 'market-not-open'
  | 'market-closed'
  | 'not-a-trading-day'
  | 'unknown-symbol'
  | 'off-tick'
  | 'outside-price-limits'
  | 'bad-quantity'
  | 'order-type-not-allowed'
  | 'insufficient-cash'
  | 'insufficient-shares'
  | 'unknown-order'
  | 'nothing-left'
  | 'trading-restricted'
  | 'credit-not-allowed'
  | 'loan-limit';

export interface Rejection {
  readonly ok: false;
  readonly code: RejectionCode;
  readonly limit: number | null;
  readonly actual: number | null;
}

export interface Accepted {
  readonly ok: true;
  readonly orderNo: BrokerOrderNo;
  /** The root of the chain of modifies; the order itself for a new order. */
  readonly rootOrderNo: BrokerOrderNo;
  /** Shares the modify or cancel acts on; the ordered quantity for a new order. */
  readonly quantity: Quantity;
}

/** One order as the exchange keeps it. */
export interface ExchangeOrder {
  readonly account: AccountId;
  readonly orderNo: BrokerOrderNo;
  readonly originalOrderNo: BrokerOrderNo | null;
  readonly rootOrderNo: BrokerOrderNo;
  readonly action: 'new' | 'modify' | 'cancel';
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly pricing: OrderTerms;
  readonly timeInForce: TimeInForce;
  /** As the order named it. */
  readonly venue: Venue;
  /** The market it stands in; KRX or NXT where it named SOR. */
  readonly routedTo: MarketVenue;
  /** Absent for a cash order. */
  readonly credit?: CreditTerms;
  /** Limit price it rests at; null while it has none (market order in an auction, sleeping stop, pegged order). */
  readonly price: Price | null;
  readonly quantity: Quantity;
  readonly remaining: Quantity;
  readonly filled: Quantity;
  readonly filledAmount: Won;
  readonly commission: Won;
  readonly tax: Won;
  readonly receivedAt: EpochMs;
  readonly status: 'working' | 'filled' | 'cancelled' | 'expired' | 'replaced' | 'done';
}

/** One execution of an account's order. `fillNo` is unique within a trade date. */
export interface ExchangeFill {
  readonly account: AccountId;
  readonly orderNo: BrokerOrderNo;
  readonly fillNo: string;
  readonly venue: MarketVenue;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly commission: Won;
  readonly tax: Won;
  readonly at: EpochMs;
  readonly tradeDate: TradeDate;
}

/**
 * The day of one instrument on one market so far. Prices null before the first trade. Open, high and low are those of the
 * regular session; last, volume and value count all sessions.
 */
export interface InstrumentDay {
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  readonly venue: MarketVenue;
  /** What its market is doing: the phase of the venue, or stopped, or in an auction of its own. */
  readonly stage: TradingStage;
  readonly open: Price | null;
  readonly high: Price | null;
  readonly low: Price | null;
  /** Last price of the regular session: once that is over, the day's close. */
  readonly close: Price | null;
  readonly last: Price | null;
  readonly lastQuantity: Quantity;
  readonly volume: Quantity;
  readonly value: Won;
  readonly listedShares: Quantity;
}

export interface Book {
  /** Best first, ten at most. */
  readonly asks: readonly BookLevel[];
  readonly bids: readonly BookLevel[];
  readonly totalAsk: Quantity;
  readonly totalBid: Quantity;
  readonly expectedPrice: Price | null;
  readonly expectedQuantity: Quantity | null;
  /** Half-way between the best quotes and the shares pegged to it; null while there is no such price. */
  readonly mid: { readonly price: Price; readonly ask: Quantity; readonly bid: Quantity } | null;
}

/** Shares that wait in a session at one fixed price (61, 81), where there is no book of prices. */
export interface FixedBook {
  readonly totalAsk: Quantity;
  readonly totalBid: Quantity;
}

/** What is known of a listed instrument besides its rules. */
export interface ListingFacts {
  /** Code of its sector; null for funds. */
  readonly sector: string | null;
  /** First trading day; null for what has been listed for long. */
  readonly listedOn: TradeDate | null;
  readonly isInKospi200: boolean;
  readonly isOnNxt: boolean;
}

/** An index, without its value. */
export interface IndexName {
  readonly code: string;
  readonly name: string;
}

/** The whole exchange: market and accounts. One instance per world; single-threaded; deterministic by seed. */
export interface ExchangeApi extends AccountApi {
  readonly now: EpochMs;
  readonly tradeDate: TradeDate;
  /** Of KRX. */
  readonly phase: SessionPhase;
  phaseOf(venue: MarketVenue): SessionPhase;
  /** Lets exchange time pass to `at`: market activity, auctions, expiries, end of day and the following days happen. */
  advanceTo(at: EpochMs): void;
  /** Returns the function that ends the listening. */
  listen(listener: (event: ExchangeEvent) => void): () => void;
  instruments(): readonly Instrument[];
  /** Of KRX where no market is named; null when the instrument is not traded there. */
  day(symbol: SymbolCode, venue?: MarketVenue): InstrumentDay | null;
  book(symbol: SymbolCode, venue?: MarketVenue): Book | null;
  /** Of the fixed-price session that takes orders now; null while none does. 'book' events tell of it, too. */
  fixedBook(symbol: SymbolCode): FixedBook | null;
  /** Oldest first; the running day's and minute's bars are last. */
  dailyBars(symbol: SymbolCode): readonly Bar[];
  minuteBars(symbol: SymbolCode): readonly Bar[];
  /** Trades of the running day and, where kept, the days before; oldest first. */
  ticks(
    symbol: SymbolCode,
  ): readonly { readonly at: EpochMs; readonly price: Price; readonly quantity: Quantity }[];
  /** What is known of an instrument besides its rules; null for a code that is not listed. */
  listingOf(symbol: SymbolCode): ListingFacts | null;
  /** The indices of the markets and of the sectors that have members, in the order of their codes. */
  indices(): readonly IndexName[];
  /** Hundredths of a point now; null for a code that is none of `indices`. */
  indexValue(code: string): number | null;
  /** Bars of an index, prices in hundredths of a point, volume in shares of its members; the running day's or minute's is last. */
  indexDailyBars(code: string): readonly Bar[];
  indexMinuteBars(code: string): readonly Bar[];
  indexMembers(code: string): readonly SymbolCode[];
  accounts(): readonly AccountId[];
  submit(account: AccountId, order: NewOrder): Accepted | Rejection;
  /** `stop` is the new stop of a stop order; without it the old one stays. */
  modify(
    account: AccountId,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
    price: Price,
    stop?: Price | null,
  ): Accepted | Rejection;
  /** `quantity` 0 cancels all that is left. */
  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection;
  /** Stops trading of an instrument on all markets until `until` (null: until released); its orders stay, and may be cancelled. */
  halt(symbol: SymbolCode, until: EpochMs | null): void;
  /** Ends a halt: orders gather for ten minutes for one price. Nothing happens when there is none. */
  release(symbol: SymbolCode): void;
  cash(account: AccountId): CashView;
  holdings(account: AccountId): readonly HoldingView[];
  /** Shares of `symbol` that may be bought at `price` (the upper limit for null) without becoming unpaid, and the won. */
  orderable(
    account: AccountId,
    symbol: SymbolCode,
    price: Price | null,
  ): { readonly quantity: Quantity; readonly amount: Won };
  /** Orders of a day, oldest first, cancels and modifies included. */
  orders(account: AccountId, date: TradeDate): readonly ExchangeOrder[];
  fills(account: AccountId, date: TradeDate): readonly ExchangeFill[];
  realised(account: AccountId, from: TradeDate, to: TradeDate): readonly RealisedDay[];
  dayTrades(account: AccountId, date: TradeDate): readonly BrokerDayTrade[];
  /** A JSON value that `restoreExchange` turns back into the same exchange. */
  save(): unknown;
}
