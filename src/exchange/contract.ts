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
  ForcedReason,
  HoldingView,
  RealisedDay,
} from './accounts/account-contract.ts';
import type { Tick } from './day/market-ticks.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import type { DesignationKind } from './market/designations.ts';
import type { MarketVenue, OrderTerms } from './orders/order-terms.ts';
import type { TradingStage } from './orders/order-validity.ts';
import type { ForeignHoldingsApi } from './participants/foreign-holdings.ts';
import type { ParticipantsApi } from './participants/participation.ts';

export type {
  AccountApi,
  AccountDayView,
  BuyingPower,
  CashView,
  CreditTerms,
  DayTotalsView,
  ForcedReason,
  FundsView,
  HoldingState,
  HoldingView,
  JournalEntry,
  JournalTrade,
  LoanGrade,
  MarginPolicy,
  MarginRate,
  PositionView,
  Realised,
  RealisedDay,
  ReusableProceeds,
  SaleView,
  Supposed,
} from './accounts/account-contract.ts';
export type { Tick } from './day/market-ticks.ts';
export type { ExchangeEvent, TradingHours } from './exchange-event.ts';
export type { DesignationKind } from './market/designations.ts';
export { limitPriceOf, type MarketVenue, type OrderTerms } from './orders/order-terms.ts';
export type { ForeignHolding } from './participants/foreign-holdings.ts';
export { INSTITUTIONS, INVESTOR_KINDS, type InvestorKind } from './participants/investor-kinds.ts';
export { MEMBER_FIRMS, type MemberCode, type MemberFirm, memberFirm } from './participants/member-firms.ts';
export type {
  Departure,
  KindSample,
  MemberRank,
  MemberTrade,
  MemberTurnover,
  ParticipantsApi,
  Participation,
  ProgramKind,
  ProgramMinute,
  RunningParticipation,
  Turnover,
} from './participants/participation.ts';

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
  /** Nothing trades for a while: the circuit breaker of its market was set off. */
  | 'circuit-breaker'
  /** KRX's after-market takes none. */
  | 'no-market-orders'
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
  /** Why the broker sells, on an order of its own (반대매매); absent on all others. The account cannot change such an order. */
  readonly forced?: ForcedReason;
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
 * regular session; volume and value count all sessions, last all but the ten-minute auctions of the evening, whose prices are
 * told apart (`afterHours`).
 */
export interface InstrumentDay {
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  readonly venue: MarketVenue;
  /** What its market is doing: the phase of the venue, or stopped, or in an auction of its own. */
  readonly stage: TradingStage;
  readonly open: Price | null;
  /** When the open was traded, and when the last price. */
  readonly openAt: EpochMs | null;
  readonly lastAt: EpochMs | null;
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

/** What the ten-minute auctions of an evening (시간외단일가) have traded so far: the last price in won, shares, and won. */
export interface AfterHoursTrades {
  readonly last: Price;
  readonly volume: Quantity;
  readonly value: Won;
}

/** Net asset value of a share of a fund, in hundredths of a won. */
export interface NetAssets {
  readonly value: number;
  /** At the end of the day before. */
  readonly before: number;
}

/** Net asset value at the end of a day, in hundredths of a won. */
export interface NetAssetDay {
  readonly date: TradeDate;
  readonly value: number;
}

/** What is known of a listed instrument besides its rules. */
export interface ListingFacts {
  /** Code of its sector; null for funds. */
  readonly sector: string | null;
  /** First trading day; null for what has been listed for long. */
  readonly listedOn: TradeDate | null;
  readonly isInKospi200: boolean;
  readonly isOnNxt: boolean;
  /** What KRX makes of it today, the strongest last. */
  readonly designations: readonly DesignationKind[];
}

/** An index, without its value. */
export interface IndexName {
  readonly code: string;
  readonly name: string;
}

/** The whole exchange: market and accounts. One instance per world; single-threaded; deterministic by seed. */
export interface ExchangeApi extends AccountApi, ParticipantsApi, ForeignHoldingsApi {
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
  /** Auctions after hours of the running day; null before the first trade in one, and on days without any. */
  afterHours(symbol: SymbolCode): AfterHoursTrades | null;
  /** Of KRX where no market is named. Oldest first; the running day's and minute's bars are last. */
  dailyBars(symbol: SymbolCode, venue?: MarketVenue): readonly Bar[];
  minuteBars(symbol: SymbolCode, venue?: MarketVenue): readonly Bar[];
  /** Trades of one day, the running one unless named, oldest first; of KRX where no market is named. */
  ticks(symbol: SymbolCode, venue?: MarketVenue, date?: TradeDate): readonly Tick[];
  /** Shares traded today from a moment on; of KRX where no market is named. */
  volumeSince(symbol: SymbolCode, from: EpochMs, venue?: MarketVenue): Quantity;
  /** The days whose trades are kept, oldest first: the running one, and a few before it since the exchange began. */
  tickDates(symbol: SymbolCode, venue?: MarketVenue): readonly TradeDate[];
  /**
   * Net asset value of a fund now, or at a moment of the running day; null for what is no fund, and where the market's prices
   * are given: nobody knows it there.
   */
  netAssets(symbol: SymbolCode, at?: EpochMs): NetAssets | null;
  /** The same at the end of each day, oldest first; that of the running day is the value now. */
  netAssetDays(symbol: SymbolCode): readonly NetAssetDay[];
  /** What is known of an instrument besides its rules; null for a code that is not listed. */
  listingOf(symbol: SymbolCode): ListingFacts | null;
  /** The indices of the markets and of the sectors that have members, in the order of their codes. */
  indices(): readonly IndexName[];
  /** Hundredths of a point now; null for a code that is none of `indices`. */
  indexValue(code: string): number | null;
  /** Bars of an index, prices in hundredths of a point, volume in shares of its members; the running day's or minute's is last. */
  indexDailyBars(code: string): readonly Bar[];
  /** Of all days, or of those since `from`: without the history it is quickly done. */
  indexMinuteBars(code: string, from?: TradeDate): readonly Bar[];
  indexMembers(code: string): readonly SymbolCode[];
  accounts(): readonly AccountId[];
  submit(account: AccountId, order: NewOrder): Accepted | Rejection;
  /** `quantity` 0 modifies all that is left. `stop` is the new stop of a stop order; without it the old one stays. */
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
