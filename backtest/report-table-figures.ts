// The figures of a backtest in reading order, each with its label and its text: the terminal and the page show the same.

import {
  formatPercent,
  formatRatio,
  formatSigned,
  formatSignedPercent,
  formatWhole,
} from '../src/report/format.ts';
import type { LabelKey } from '../src/report/labels.ts';
import type { BacktestMetrics, CurveMetrics, Drawdown } from './metrics.ts';
import type { BacktestResult } from './result.ts';

/** One figure; `direction` is the number whose sign may colour it. */
export interface Figure {
  readonly name: LabelKey;
  readonly text: string;
  readonly direction?: number | null;
}

/** The account from start to end. */
export function accountFigures(result: BacktestResult, metrics: BacktestMetrics): readonly Figure[] {
  const profit = result.finalEquity - result.startingCash;
  return [
    { name: 'startingCash', text: formatWhole(result.startingCash) },
    { name: 'finalEquity', text: formatWhole(result.finalEquity) },
    { name: 'profit', text: formatSigned(profit), direction: profit },
    {
      name: 'excessReturn',
      text: formatSignedPercent(metrics.excessReturn),
      direction: metrics.excessReturn,
    },
    { name: 'exposure', text: formatPercent(metrics.exposure) },
    { name: 'annualTurnover', text: formatPercent(metrics.annualTurnover) },
  ];
}

/** Return and risk of one curve: the strategy's, or that of holding. */
export function curveFigures(curve: CurveMetrics): readonly Figure[] {
  return [
    { name: 'totalReturn', text: formatSignedPercent(curve.totalReturn), direction: curve.totalReturn },
    { name: 'cagr', text: formatSignedPercent(curve.cagr), direction: curve.cagr },
    { name: 'volatility', text: formatPercent(curve.volatility) },
    { name: 'maxDrawdown', text: drawdownText(curve.maxDrawdown) },
    { name: 'sharpe', text: formatRatio(curve.sharpe) },
    { name: 'sortino', text: formatRatio(curve.sortino) },
    { name: 'calmar', text: formatRatio(curve.calmar) },
  ];
}

/** What the closed round trips say. */
export function tradeFigures(metrics: BacktestMetrics): readonly Figure[] {
  return [
    { name: 'closedTrips', text: formatWhole(metrics.closedCount) },
    { name: 'openTrips', text: formatWhole(metrics.openCount) },
    { name: 'winRate', text: formatPercent(metrics.winRate) },
    { name: 'profitFactor', text: formatRatio(metrics.profitFactor) },
    { name: 'averageWin', text: formatSigned(metrics.averageWin), direction: metrics.averageWin },
    { name: 'averageLoss', text: formatSigned(metrics.averageLoss), direction: metrics.averageLoss },
    { name: 'expectancy', text: formatSigned(metrics.expectancy), direction: metrics.expectancy },
    { name: 'longestLosingStreak', text: formatWhole(metrics.longestLosingStreak) },
  ];
}

/** What trading cost. */
export function costFigures(result: BacktestResult, metrics: BacktestMetrics): readonly Figure[] {
  return [
    { name: 'commission', text: formatWhole(result.commission) },
    { name: 'tax', text: formatWhole(result.tax) },
    { name: 'costs', text: formatWhole(metrics.costs) },
    { name: 'costRate', text: formatPercent(metrics.costRate) },
    { name: 'costShareOfProfit', text: formatPercent(metrics.costShareOfProfit) },
  ];
}

/** The fall as a negative percentage; `0.00%` when equity never fell. */
export function drawdownText(drawdown: Drawdown | null): string {
  return formatSignedPercent(drawdown === null ? 0 : -drawdown.fraction);
}

/** Counts by code, the most frequent first, then by code. */
export function sortedCounts(
  counts: Readonly<Record<string, number | undefined>>,
): readonly [code: string, count: number][] {
  const entries = Object.entries(counts).map(([code, count]): [string, number] => [code, count ?? 0]);
  return entries.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
