// A day's trading of one account by instrument, and the lists the broker makes of it: realised profit by day (ka10074),
// trades by instrument (ka10170), sales one by one (ka10072, ka10077). All are sums over the same rows, so they cannot
// disagree.

import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { netRealisedProfit } from '#domain/costs.ts';
import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { DayTotalsView, RealisedDay, SaleView } from '../contract.ts';
import { type SharesExchanged, soldInNewShares, tradedInNewShares } from '../corporate/corporate-morning.ts';
import type { CashBalance } from './account-cash.ts';
import type { Line } from './account-lines.ts';

/** What was traded of one instrument on one day. Amounts in won, price times quantity. */
export type DayTotals = { -readonly [K in keyof DayTotalsView]: DayTotalsView[K] };
export type Sale = { -readonly [K in keyof SaleView]: SaleView[K] };

/** A holding with shares, as it was at one moment. */
export type ClosedLine = Readonly<Pick<Line, 'instrument' | 'loanDate' | 'quantity' | 'cost' | 'loan'>>;

/** What an account had when a day closed. */
export interface DayClose {
  readonly cash: CashBalance;
  readonly lines: readonly ClosedLine[];
}

/** A trade date with all its rows. */
export interface AccountDay {
  readonly date: TradeDate;
  readonly totals: readonly DayTotalsView[];
  readonly sales: readonly SaleView[];
  readonly close: DayClose;
  /** Shares that were exchanged in its morning; absent for none. */
  readonly exchanged?: readonly SharesExchanged[];
}

/** A day as the one after it sees it, in whose morning shares may have been exchanged. */
export function inNewShares(day: AccountDay | undefined, { exchanged }: AccountDay): AccountDay | null {
  if (day === undefined) return null;
  return {
    ...day,
    totals: tradedInNewShares(day.totals, exchanged),
    sales: soldInNewShares(day.sales, exchanged),
  };
}

export function newDayTotals(symbol: SymbolCode, onCredit = false): DayTotals {
  return {
    symbol,
    onCredit,
    boughtQuantity: 0,
    boughtAmount: 0,
    buyCommission: 0,
    soldQuantity: 0,
    soldAmount: 0,
    sellCommission: 0,
    tax: 0,
    ruralTax: 0,
    costOfSold: 0,
    buyCommissionOfSold: 0,
    lent: 0,
    repaid: 0,
    interest: 0,
  };
}

/** The row of a day in ka10074. */
export function realisedDay({ date, totals }: Pick<AccountDay, 'date' | 'totals'>): RealisedDay {
  return {
    date,
    buyAmount: sum(totals, (row) => row.boughtAmount),
    sellAmount: sum(totals, (row) => row.soldAmount),
    profit: sum(totals, profitOf),
    commission: sum(totals, (row) => row.buyCommission + row.sellCommission),
    tax: sum(totals, (row) => row.tax),
  };
}

/** The rows of a day's instruments in ka10170, cash and credit together. */
export function dayTrades(totals: readonly DayTotalsView[]): BrokerDayTrade[] {
  const rows = new Map<SymbolCode, BrokerDayTrade>();
  for (const one of totals) {
    const before = rows.get(one.symbol);
    rows.set(one.symbol, {
      symbol: one.symbol,
      buyQuantity: (before?.buyQuantity ?? 0) + one.boughtQuantity,
      buyAmount: (before?.buyAmount ?? 0) + one.boughtAmount,
      sellQuantity: (before?.sellQuantity ?? 0) + one.soldQuantity,
      sellAmount: (before?.sellAmount ?? 0) + one.soldAmount,
      commissionAndTax: (before?.commissionAndTax ?? 0) + one.buyCommission + one.sellCommission + one.tax,
      profit: (before?.profit ?? 0) + profitOf(one),
    });
  }
  return [...rows.values()];
}

/** Realised profit of a row in won, after commissions and tax. */
export function profitOf(totals: DayTotalsView): Won {
  return netRealisedProfit({
    sellAmount: totals.soldAmount,
    costOfSold: totals.costOfSold,
    buyCommissionOfSold: totals.buyCommissionOfSold,
    sellCommission: totals.sellCommission,
    tax: totals.tax,
  });
}

export function isTraded({ boughtQuantity, soldQuantity }: DayTotalsView): boolean {
  return boughtQuantity > 0 || soldQuantity > 0;
}

function sum<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}
