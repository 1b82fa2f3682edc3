// The values an account book begins with, is asked with, answers with and is saved as.

import type { CostSchedule } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { Price, Quantity, TradeDate, Won } from '#domain/units.ts';
import type { SavedCash } from './account-cash.ts';
import type { AccountDay, DayTotals } from './account-day.ts';

/** What an account begins with. */
export interface AccountOpening {
  /** Settled cash, won. */
  readonly cash: Won;
  readonly costs: CostSchedule;
  readonly tradeDate: TradeDate;
  readonly holdings?: readonly OpeningHolding[];
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
}

/** An order to be opened. `reservePrice` is its limit, or the day's upper limit when it has none. */
export interface OpeningOrder {
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly reservePrice: Price;
}

/** A JSON value from which `AccountBook.restore` makes the same book; working orders are not in it. */
export interface SavedAccount {
  readonly tradeDate: TradeDate;
  readonly cash: SavedCash;
  readonly lines: readonly (OpeningHolding & { readonly today: DayTotals })[];
  readonly days: readonly AccountDay[];
}
