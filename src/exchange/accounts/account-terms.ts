// The values an account book begins with, is asked with, answers with and is saved as.

import type { CostSchedule } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { CreditTerms, MarginPolicy, SaleView } from '../contract.ts';
import type { SavedActions } from '../corporate/corporate-morning.ts';
import type { SavedCash } from './account-cash.ts';
import type { DayTotals } from './account-day.ts';
import type { SavedHistory } from './account-history.ts';

/** What an account begins with. */
export interface AccountOpening {
  /** Settled cash, won. */
  readonly cash: Won;
  readonly costs: CostSchedule;
  readonly tradeDate: TradeDate;
  readonly holdings?: readonly OpeningHolding[];
  /** `full` unless told otherwise. */
  readonly margin?: MarginPolicy;
  /** False for an account that is never asked for days gone by: they are forgotten once settled. */
  readonly keepsPast?: boolean;
}

/** Shares held at the beginning and what they cost in all, commission apart. */
export interface OpeningHolding {
  readonly instrument: Instrument;
  readonly quantity: Quantity;
  readonly cost: Won;
}

/** What one execution cost, in won. */
export interface FillCosts {
  readonly commission: Won;
  readonly tax: Won;
  /** Loan dates of the holdings it changed, null for shares held with cash. */
  readonly holdings: readonly (TradeDate | null)[];
}

/** An order to be opened. `reservePrice` is its limit, or the day's upper limit when it has none. */
export interface OpeningOrder {
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly reservePrice: Price;
  /** Null or absent for cash. */
  readonly credit?: CreditTerms | null;
}

/** A line as it is saved. */
export interface SavedLine extends OpeningHolding {
  readonly loanDate: TradeDate | null;
  readonly loan: Won;
}

/** The rule an account chose, and what it left undone. */
export interface MoneyState {
  readonly margin: MarginPolicy;
  /** Last day of full margin after something was left unpaid; null when nothing was. */
  readonly frozenThrough: TradeDate | null;
  /** The first of the closes, without one between, at which loans lacked security; null when they have enough. */
  readonly shortSince: TradeDate | null;
}

/** A JSON value from which `AccountBook.restore` makes the same book; working orders are not in it. */
export interface SavedAccount extends MoneyState, SavedActions {
  readonly tradeDate: TradeDate;
  readonly cash: SavedCash;
  readonly lines: readonly SavedLine[];
  readonly today: readonly DayTotals[];
  readonly sales: readonly SaleView[];
  readonly history: SavedHistory;
}

/** What a holding is valued by: the last price, the close of the day before, and the instrument as it is that day. */
export interface HoldingPrices {
  readonly last: Price;
  readonly previousClose: Price;
  /** Absent where it is as it was when bought. */
  readonly instrument?: Instrument;
}

export type PriceOf = (symbol: SymbolCode) => HoldingPrices;
