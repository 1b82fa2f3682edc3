// The figures of a backtest, as pure functions on what it left behind. A figure that cannot be known (no days, no
// trades, nothing varied) is null, never NaN and never 0.

import type { TradeDate, Won } from '#domain/units.ts';
import type { BacktestResult, EquityPoint, RoundTrip } from './result.ts';

/** Trading days of a Korean year: 2016 to 2025 had 242 to 248. Every annual figure here uses it. */
export const TRADING_DAYS_PER_YEAR = 245;

/** The deepest fall of equity below an earlier peak. */
export interface Drawdown {
  /** Peak less trough, won. */
  readonly amount: Won;
  /** Amount over the peak, 0 to 1. */
  readonly fraction: number;
  /** Day of the peak; null when the peak is the starting cash. */
  readonly peakOn: TradeDate | null;
  readonly troughOn: TradeDate;
  /** First day at or above the peak again; null while it has not recovered. */
  readonly recoveredOn: TradeDate | null;
}

/** What a curve of equity says, whoever made it. */
export interface CurveMetrics {
  /** Final over starting equity, less one. */
  readonly totalReturn: number | null;
  readonly cagr: number | null;
  readonly volatility: number | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
  /** Null when equity never fell. */
  readonly maxDrawdown: Drawdown | null;
  readonly calmar: number | null;
}

/** What the round trips say. Open ones are left out. */
export interface TradeMetrics {
  readonly closedCount: number;
  readonly openCount: number;
  readonly winRate: number | null;
  readonly profitFactor: number | null;
  /** Mean profit of the winners, won, rounded. */
  readonly averageWin: Won | null;
  /** Mean loss of the losers, won, rounded, negative. */
  readonly averageLoss: Won | null;
  /** Mean profit of a round trip, won, rounded. */
  readonly expectancy: Won | null;
  readonly longestLosingStreak: number;
}

export interface BacktestMetrics extends CurveMetrics, TradeMetrics {
  readonly days: number;
  /** Bought plus sold amount over twice the mean equity, a year. */
  readonly annualTurnover: number | null;
  /** Mean share of equity held in instruments, by time in trading sessions, 0 to 1. */
  readonly exposure: number | null;
  /** Commission and tax, won. */
  readonly costs: Won;
  /** Costs over the traded amount. */
  readonly costRate: number | null;
  /** Costs over the profit before costs; null when there was none. */
  readonly costShareOfProfit: number | null;
  /** The same days holding equal won of every instrument. */
  readonly buyAndHold: CurveMetrics;
  /** Total return less that of holding. */
  readonly excessReturn: number | null;
}

/** Every figure of a backtest. */
export function computeMetrics(result: BacktestResult): BacktestMetrics {
  const { startingCash, equity } = result;
  const curve = curveMetrics(startingCash, equity);
  const buyAndHold = curveMetrics(startingCash, result.buyAndHold);
  const traded = result.fills.reduce((total, fill) => total + fill.amount, 0);
  const costs = result.commission + result.tax;
  const profitBeforeCosts = result.finalEquity - startingCash + costs;
  return {
    ...curve,
    ...tradeMetrics(result.roundTrips),
    days: equity.length,
    annualTurnover: annualTurnover(traded, equity),
    exposure: mean(equity.map((point) => point.exposure)),
    costs,
    costRate: ratio(costs, traded),
    costShareOfProfit: profitBeforeCosts > 0 ? costs / profitBeforeCosts : null,
    buyAndHold,
    excessReturn: difference(curve.totalReturn, buyAndHold.totalReturn),
  };
}

type CurvePoint = Pick<EquityPoint, 'date' | 'equity'>;

/** The figures of one curve of daily equity that began with `starting` won. */
export function curveMetrics(starting: Won, points: readonly CurvePoint[]): CurveMetrics {
  const returns = dailyReturns(starting, points);
  const maxDrawdown = deepestDrawdown(starting, points);
  const growth = cagr(starting, points);
  return {
    totalReturn: difference(ratio(points.at(-1)?.equity ?? null, starting), 1),
    cagr: growth,
    volatility: volatility(returns),
    sharpe: sharpe(returns),
    sortino: sortino(returns),
    maxDrawdown,
    calmar: growth === null || maxDrawdown === null ? null : ratio(growth, maxDrawdown.fraction),
  };
}

/** Equity over the equity of the day before, less one; the first day is held against the starting won. */
export function dailyReturns(starting: Won, points: readonly CurvePoint[]): readonly number[] {
  const returns: number[] = [];
  let before = starting;
  for (const { equity } of points) {
    if (before <= 0) break; // a lost account has no returns
    returns.push(equity / before - 1);
    before = equity;
  }
  return returns;
}

/** Compound annual growth: (final ÷ starting)^(245 ÷ days) − 1. Null with fewer than two days or nothing left. */
export function cagr(starting: Won, points: readonly CurvePoint[]): number | null {
  const final = points.at(-1)?.equity ?? 0;
  if (points.length < 2 || starting <= 0 || final <= 0) return null;
  return finite((final / starting) ** (TRADING_DAYS_PER_YEAR / points.length) - 1);
}

/** Annual volatility: sample standard deviation of daily returns × √245. */
export function volatility(returns: readonly number[]): number | null {
  const deviation = sampleDeviation(returns);
  return deviation === null ? null : deviation * Math.sqrt(TRADING_DAYS_PER_YEAR);
}

/**
 * Sharpe ratio (Sharpe 1994): mean of daily returns above `dailyRiskFree`, over their sample standard deviation, × √245.
 */
export function sharpe(returns: readonly number[], dailyRiskFree = 0): number | null {
  const excess = returns.map((each) => each - dailyRiskFree);
  const annual = Math.sqrt(TRADING_DAYS_PER_YEAR);
  return scaled(ratio(mean(excess), sampleDeviation(excess)), annual);
}

/**
 * Sortino ratio (Sortino and Price 1994): mean of daily returns above `dailyTarget`, over the root of the mean square of
 * the shortfalls below it (all days counted), × √245. Null when no day fell short.
 */
export function sortino(returns: readonly number[], dailyTarget = 0): number | null {
  if (returns.length < 2) return null;
  const excess = returns.map((each) => each - dailyTarget);
  const shortfall = Math.sqrt(mean(excess.map((each) => Math.min(0, each) ** 2)) ?? 0);
  return scaled(ratio(mean(excess), shortfall), Math.sqrt(TRADING_DAYS_PER_YEAR));
}

/** The drawdown with the greatest fraction of its peak (Magdon-Ismail and Atiya 2004); null when equity never fell. */
export function deepestDrawdown(starting: Won, points: readonly CurvePoint[]): Drawdown | null {
  let peak = starting;
  let peakOn: TradeDate | null = null;
  let deepest = null as Drawdown | null;
  for (const { date, equity } of points) {
    if (equity >= peak) {
      if (deepest !== null && deepest.recoveredOn === null) deepest = { ...deepest, recoveredOn: date };
      peak = equity;
      peakOn = date;
      continue;
    }
    const fraction = (peak - equity) / peak;
    if (deepest !== null && fraction <= deepest.fraction) continue;
    deepest = { amount: peak - equity, fraction, peakOn, troughOn: date, recoveredOn: null };
  }
  return deepest;
}

/** Each day's fall below the highest equity so far, as a fraction from −1 to 0, for drawing. */
export function drawdownCurve(
  starting: Won,
  points: readonly CurvePoint[],
): readonly { date: TradeDate; fraction: number }[] {
  let peak = starting;
  return points.map(({ date, equity }) => {
    peak = Math.max(peak, equity);
    return { date, fraction: peak > 0 ? equity / peak - 1 : 0 };
  });
}

/** The return of each calendar month that has a day, oldest first; `month` is `YYYY-MM`. */
export function monthlyReturns(
  starting: Won,
  points: readonly CurvePoint[],
): readonly { readonly month: string; readonly fraction: number }[] {
  const lastOfMonth = new Map<string, Won>();
  for (const { date, equity } of points) lastOfMonth.set(date.slice(0, 7), equity);
  let before = starting;
  return [...lastOfMonth].map(([month, equity]) => {
    const fraction = before > 0 ? equity / before - 1 : 0;
    before = equity;
    return { month, fraction };
  });
}

/** The figures of closed round trips, in the order they closed. A profit of exactly 0 won is neither win nor loss. */
export function tradeMetrics(roundTrips: readonly RoundTrip[]): TradeMetrics {
  const closed = roundTrips
    .filter((trip) => trip.closedAt !== null)
    .toSorted((a, b) => a.closedAt! - b.closedAt!)
    .map((trip) => trip.profit);
  const wins = closed.filter((profit) => profit > 0);
  const losses = closed.filter((profit) => profit < 0);
  return {
    closedCount: closed.length,
    openCount: roundTrips.length - closed.length,
    winRate: ratio(wins.length, closed.length),
    profitFactor: ratio(total(wins), -total(losses)),
    averageWin: wholeWon(mean(wins)),
    averageLoss: wholeWon(mean(losses)),
    expectancy: wholeWon(mean(closed)),
    longestLosingStreak: longestLosingStreak(closed),
  };
}

/** The most losses in a row; a profit of 0 won ends a streak. */
export function longestLosingStreak(profits: readonly Won[]): number {
  let longest = 0;
  let current = 0;
  for (const profit of profits) {
    current = profit < 0 ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

function annualTurnover(traded: Won, equity: readonly EquityPoint[]): number | null {
  const once = ratio(traded / 2, mean(equity.map((point) => point.equity)));
  return equity.length < 2 ? null : scaled(once, TRADING_DAYS_PER_YEAR / equity.length);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function mean(values: readonly number[]): number | null {
  return ratio(total(values), values.length);
}

// A deviation below 10⁻¹² of returns is what rounding leaves of none at all.
function sampleDeviation(values: readonly number[]): number | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  const squares = total(values.map((value) => (value - middle) ** 2));
  const deviation = Math.sqrt(squares / (values.length - 1));
  return deviation < 1e-12 ? 0 : deviation;
}

function ratio(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return finite(numerator / denominator);
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function difference(value: number | null, other: number | null): number | null {
  return value === null || other === null ? null : value - other;
}

function wholeWon(value: number | null): Won | null {
  return value === null ? null : Math.round(value);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
