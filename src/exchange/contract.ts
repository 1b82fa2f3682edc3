// What the simulated exchange offers to whoever stands in front of it: the Kiwoom protocol server, the simulation in
// virtual time, and the backtest. Everything is asked and answered in exchange time; nothing here waits.

import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade, BrokerHolding } from '#domain/broker-event.ts';
import type { DailyReference, Instrument } from '#domain/instrument.ts';
import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';

export type AccountId = string;

/** An order as it reaches the exchange. */
export interface NewOrder {
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly pricing: OrderPricing;
  readonly timeInForce: TimeInForce;
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
  | 'trading-restricted';

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
  readonly pricing: OrderPricing;
  readonly timeInForce: TimeInForce;
  /** Limit price it rests at; null while it has none (market order in an auction). */
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
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly commission: Won;
  readonly tax: Won;
  readonly at: EpochMs;
  readonly tradeDate: TradeDate;
}

/** What happens on the exchange, in order. Listeners must not throw. */
export type ExchangeEvent =
  | {
      readonly type: 'trade';
      readonly at: EpochMs;
      readonly symbol: SymbolCode;
      readonly price: Price;
      readonly quantity: Quantity;
      readonly aggressor: 'buy' | 'sell' | null;
    }
  | { readonly type: 'book'; readonly at: EpochMs; readonly symbol: SymbolCode }
  | { readonly type: 'index'; readonly at: EpochMs; readonly code: string; readonly hundredths: number }
  | { readonly type: 'phase'; readonly at: EpochMs; readonly phase: SessionPhase }
  /** `order` as it stands right after; `fill` set when this notice is an execution. */
  | {
      readonly type: 'order-notice';
      readonly at: EpochMs;
      readonly kind: 'accepted' | 'filled' | 'confirmed' | 'closed' | 'expired';
      readonly order: ExchangeOrder;
      readonly fill: ExchangeFill | null;
    }
  | {
      readonly type: 'balance-notice';
      readonly at: EpochMs;
      readonly account: AccountId;
      readonly symbol: SymbolCode;
    };

/** The day of one instrument so far. Prices null before the first trade. */
export interface InstrumentDay {
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  readonly open: Price | null;
  readonly high: Price | null;
  readonly low: Price | null;
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
}

/** Cash by day of settlement, in won. `d2` is the cash once everything traded so far has settled. */
export interface CashView {
  readonly today: Won;
  readonly d1: Won;
  readonly d2: Won;
  /** Buy and sell settlements falling on D+1 and D+2 (buy amounts incl. commission; sell amounts net). */
  readonly d1Buy: Won;
  readonly d1Sell: Won;
  readonly d2Buy: Won;
  readonly d2Sell: Won;
  /** Tied by working buy orders. */
  readonly reserved: Won;
  /** May be ordered without becoming unpaid: d2 less reserved, never below 0. */
  readonly orderable: Won;
}

/** kt00018's view: holdings valued at the last price with the cost of selling them now. */
export interface HoldingView extends BrokerHolding {
  readonly previousClose: Price;
  readonly buyCommission: Won;
  readonly sellCommission: Won;
  readonly tax: Won;
  readonly boughtToday: Quantity;
  readonly soldToday: Quantity;
}

/** ka10074's row of one day. `profit` nets buy and sell commission and tax of what was sold. */
export interface RealisedDay {
  readonly date: TradeDate;
  readonly buyAmount: Won;
  readonly sellAmount: Won;
  readonly profit: Won;
  readonly commission: Won;
  readonly tax: Won;
}

/** The whole exchange: market and accounts. One instance per world; single-threaded; deterministic by seed. */
export interface ExchangeApi {
  readonly now: EpochMs;
  readonly tradeDate: TradeDate;
  readonly phase: SessionPhase;
  /** Lets exchange time pass to `at`: market activity, auctions, expiries, end of day and the following days happen. */
  advanceTo(at: EpochMs): void;
  /** Returns the function that ends the listening. */
  listen(listener: (event: ExchangeEvent) => void): () => void;
  instruments(): readonly Instrument[];
  day(symbol: SymbolCode): InstrumentDay | null;
  book(symbol: SymbolCode): Book | null;
  /** Oldest first; the running day's and minute's bars are last. */
  dailyBars(symbol: SymbolCode): readonly Bar[];
  minuteBars(symbol: SymbolCode): readonly Bar[];
  /** Trades of the running day and, where kept, the days before; oldest first. */
  ticks(
    symbol: SymbolCode,
  ): readonly { readonly at: EpochMs; readonly price: Price; readonly quantity: Quantity }[];
  accounts(): readonly AccountId[];
  submit(account: AccountId, order: NewOrder): Accepted | Rejection;
  modify(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity, price: Price): Accepted | Rejection;
  /** `quantity` 0 cancels all that is left. */
  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection;
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
