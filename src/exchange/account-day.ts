// A day's trading of one account by instrument, and the two lists the broker makes of it: realised profit by day (ka10074)
// and trades by instrument (ka10170). Both are sums over the same rows, so they cannot disagree.

import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { netRealisedProfit } from '#domain/costs.ts';
import type { Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { RealisedDay } from './contract.ts';

/** What was traded of one instrument on one day. Amounts in won, price times quantity. */
export interface DayTotals {
  readonly symbol: SymbolCode;
  boughtQuantity: Quantity;
  boughtAmount: Won;
  buyCommission: Won;
  soldQuantity: Quantity;
  soldAmount: Won;
  sellCommission: Won;
  tax: Won;
  /** What the shares sold had cost, commission apart. */
  costOfSold: Won;
  /** Kiwoom's share of buy commission in the profit: the commission of `costOfSold`, cut once for the day. */
  buyCommissionOfSold: Won;
}

/** A trade date with all its rows. */
export interface AccountDay {
  readonly date: TradeDate;
  readonly totals: readonly Readonly<DayTotals>[];
}

export function newDayTotals(symbol: SymbolCode): DayTotals {
  return {
    symbol,
    boughtQuantity: 0,
    boughtAmount: 0,
    buyCommission: 0,
    soldQuantity: 0,
    soldAmount: 0,
    sellCommission: 0,
    tax: 0,
    costOfSold: 0,
    buyCommissionOfSold: 0,
  };
}

/** The row of a day in ka10074. */
export function realisedDay({ date, totals }: AccountDay): RealisedDay {
  return {
    date,
    buyAmount: sum(totals, (row) => row.boughtAmount),
    sellAmount: sum(totals, (row) => row.soldAmount),
    profit: sum(totals, profitOf),
    commission: sum(totals, (row) => row.buyCommission + row.sellCommission),
    tax: sum(totals, (row) => row.tax),
  };
}

/** The row of an instrument in ka10170. */
export function dayTrade(totals: DayTotals): BrokerDayTrade {
  return {
    symbol: totals.symbol,
    buyQuantity: totals.boughtQuantity,
    buyAmount: totals.boughtAmount,
    sellQuantity: totals.soldQuantity,
    sellAmount: totals.soldAmount,
    commissionAndTax: totals.buyCommission + totals.sellCommission + totals.tax,
    profit: profitOf(totals),
  };
}

function profitOf(totals: DayTotals): Won {
  return netRealisedProfit({
    sellAmount: totals.soldAmount,
    costOfSold: totals.costOfSold,
    buyCommissionOfSold: totals.buyCommissionOfSold,
    sellCommission: totals.sellCommission,
    tax: totals.tax,
  });
}

function sum<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}
