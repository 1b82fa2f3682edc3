// A backtest for programs: schema `hwangso.backtest/1`, keys sorted. Amounts in whole won, moments in epoch
// milliseconds, rates as fractions. Equal results give equal bytes.

import { stableJson } from '../src/report/stable-json.ts';
import { computeMetrics } from './metrics.ts';
import type { BacktestResult } from './result.ts';

/** The version goes up when a key changes its meaning or goes away. */
export const BACKTEST_SCHEMA = 'hwangso.backtest/1';

/** The result with its metrics. Candles are left out: they are in the chart store. */
export function renderBacktestJson(result: BacktestResult): string {
  const { candles, ...facts } = result;
  const candleCount = Object.values(candles).reduce((total, bars) => total + bars.length, 0);
  return stableJson(BACKTEST_SCHEMA, { ...facts, candleCount, metrics: computeMetrics(result) });
}
