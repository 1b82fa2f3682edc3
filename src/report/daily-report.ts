// The daily report as data: what a day earned and cost, by strategy and by instrument, what the account is worth, and
// where our figures and the broker's differ, in won.

import type { Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { Words } from '#domain/words.ts';

/** Profit of one strategy in one instrument on one day (or a sum of such rows). All amounts in won. */
export interface ProfitRow {
  readonly strategy: StrategyName;
  readonly symbol: SymbolCode;
  readonly name: string;
  readonly boughtQuantity: Quantity;
  readonly boughtAmount: Won;
  readonly soldQuantity: Quantity;
  readonly soldAmount: Won;
  /** Sold amount less the cost of what was sold, less buy and sell commission and tax of it (the broker's definition). */
  readonly realised: Won;
  /** Value less cost of what is still held at the close, before the costs of selling it. */
  readonly unrealised: Won;
  readonly commission: Won;
  readonly tax: Won;
  readonly heldQuantity: Quantity;
  readonly heldCost: Won;
  readonly heldValue: Won;
}

/** One figure held against the broker's. `source` is the broker's table it comes from, such as `kt00018`. */
export interface ComparisonRow {
  readonly figure: ComparedFigure;
  readonly symbol: SymbolCode | null;
  readonly source: string;
  /** Won, or shares where the figure is a quantity. */
  readonly ours: number;
  /** Null when the broker did not answer. */
  readonly theirs: number | null;
}

export type ComparedFigure =
  | 'cash-d2'
  | 'total-cost'
  | 'total-value'
  | 'total-profit'
  | 'estimated-assets'
  | 'realised'
  | 'commission'
  | 'tax'
  | 'held-quantity'
  | 'bought-amount'
  | 'sold-amount'
  | 'day-profit';

export interface DailyReport {
  readonly date: TradeDate;
  readonly account: string;
  /** One row for each strategy and instrument that traded or held something. */
  readonly rows: readonly ProfitRow[];
  readonly totals: {
    readonly realised: Won;
    readonly unrealised: Won;
    readonly commission: Won;
    readonly tax: Won;
  };
  readonly equity: Won;
  /** Equity when the books opened the day: that of the close before, or the opening balances. */
  readonly equityBefore: Won | null;
  readonly cash: Won;
  readonly cashD1: Won;
  readonly cashD2: Won;
  readonly orderCount: number;
  readonly fillCount: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly comparison: readonly ComparisonRow[];
  /** Last words of the day: halts, unresolved orders, differences, in the order they happened. */
  readonly remarks: readonly Words[];
}
