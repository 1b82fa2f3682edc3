// What a backtest leaves behind: facts only, no clock time of the run itself, so that two runs are equal to the byte.

import type { Bar } from '#domain/bar.ts';
import type { Fill } from '#domain/fill.ts';
import type { RefusalCode } from '#domain/order.ts';
import type { EpochMs, Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';

/** The account at the close of one trading day, in won. */
export interface EquityPoint {
  readonly date: TradeDate;
  readonly at: EpochMs;
  readonly equity: Won;
  readonly cash: Won;
  /** Value of holdings over equity, 0 to 1: the mean by time from the open to the close. */
  readonly exposure: number;
}

/** One position taken and given back (or still open: `closedAt` null, profit as valued at the end). */
export interface RoundTrip {
  readonly strategy: StrategyName;
  readonly symbol: SymbolCode;
  readonly openedAt: EpochMs;
  readonly closedAt: EpochMs | null;
  readonly quantity: Quantity;
  readonly buyAmount: Won;
  readonly sellAmount: Won;
  /** Commission and tax of all its fills. */
  readonly costs: Won;
  /** Net of costs. */
  readonly profit: Won;
}

export interface BacktestResult {
  readonly name: string;
  readonly from: TradeDate;
  readonly to: TradeDate;
  readonly instruments: readonly { readonly symbol: SymbolCode; readonly name: string }[];
  readonly strategies: readonly {
    readonly name: StrategyName;
    readonly module: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  }[];
  readonly startingCash: Won;
  readonly finalEquity: Won;
  /** One point a trading day, oldest first. */
  readonly equity: readonly EquityPoint[];
  readonly fills: readonly Fill[];
  readonly roundTrips: readonly RoundTrip[];
  readonly commission: Won;
  readonly tax: Won;
  readonly barCount: number;
  readonly orderCount: number;
  /** How often risk refused, by code; codes that never occurred are absent. */
  readonly refusals: Readonly<Partial<Record<RefusalCode, number>>>;
  /** Orders the exchange rejected, by its code. */
  readonly rejections: Readonly<Record<string, number>>;
  /** Daily candles of each instrument for the drawing; built from the bars that were run. */
  readonly candles: Readonly<Record<SymbolCode, readonly Bar[]>>;
  /** Close-to-close value of holding equal won of every instrument over the same days, for comparison. */
  readonly buyAndHold: readonly { readonly date: TradeDate; readonly equity: Won }[];
  /** SHA-256 over the ledger's records, hex. */
  readonly ledgerDigest: string;
}
