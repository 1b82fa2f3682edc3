// What a backtest reads from the chart store: the bars it plays, those before them that warm strategies up, and what can be told
// from them.

import { columnsToBars, sliceColumns } from '#adapters/charts/bar-columns.ts';
import type { ChartStore } from '#adapters/charts/chart-store.ts';
import type { BarSeriesData } from '#backtest/bar-source.ts';
import { addUpTo, type Bar, type BarPeriod } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { DAY_MS, kstDate, kstMidnight } from '#domain/time.ts';
import type { EpochMs, SymbolCode, TradeDate } from '#domain/units.ts';
import { longerBars } from '#engine/bar-series.ts';
import type { BacktestConfig, HwangsoConfig } from './config/config.ts';
import type { Words } from './messages.ts';

/** Prices are on the tick grid when nearly all closes are; adjusted history is not, and half ticks occur (kiwoom-wire 3.12). */
const ON_GRID_SHARE = 0.95;

/** A backtest that cannot be run as configured: nothing was written. */
export class BacktestInputError extends Error {
  override readonly name = 'BacktestInputError';
  readonly retryable = false;
  readonly code: 'no-backtest-section' | 'no-charts';

  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: BacktestInputError['code'], text: Words) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}

/** What the backtest plays of one instrument. Throws BacktestInputError when nothing of it is stored. */
export function loadSeries(
  store: ChartStore,
  symbol: SymbolCode,
  wanted: BacktestConfig,
  config: HwangsoConfig,
): BarSeriesData {
  const { period } = wanted;
  const columns = store.load(symbol, period, kstMidnight(wanted.from), kstMidnight(wanted.to) + DAY_MS);
  if (columns.length === 0) {
    const coverage = store.coverage(symbol, period);
    throw noCharts(config.data.charts, symbol, wanted, coverage);
  }
  return { symbol, columns };
}

function noCharts(
  path: string,
  symbol: SymbolCode,
  { period, from, to }: BacktestConfig,
  coverage: ReturnType<ChartStore['coverage']>,
): BacktestInputError {
  const stored = coverage === null ? null : [kstDate(coverage.firstStart), kstDate(coverage.lastStart)];
  return new BacktestInputError('no-charts', {
    ko:
      `${path}: ${symbol}의 ${from}부터 ${to}까지 ${period} 봉이 필요하지만 ` +
      `${stored === null ? '저장된 봉이 없습니다' : `저장된 봉은 ${stored[0]}부터 ${stored[1]}까지입니다`}. ` +
      '`hwangso charts fetch`로 받거나 `hwangso charts import`로 가져오십시오',
    en:
      `${path}: expected ${period} bars of ${symbol} from ${from} to ${to}, ` +
      `found ${stored === null ? 'none' : `bars from ${stored[0]} to ${stored[1]}`}; ` +
      'fetch them with `hwangso charts fetch`, or bring your own with `hwangso charts import`',
  });
}

/** The last `count` bars before `until`: stored ones, else made of stored bars of `shorter` as far as they add up to it. */
export function barsBefore(
  store: ChartStore,
  symbol: SymbolCode,
  period: BarPeriod,
  { until, count, shorter }: { readonly until: EpochMs; readonly count: number; readonly shorter: BarPeriod },
): readonly Bar[] {
  const stored = store.load(symbol, period, undefined, until);
  if (stored.length > 0) {
    const last = sliceColumns(stored, Math.max(0, stored.length - count), stored.length);
    return columnsToBars(last, symbol, period);
  }
  if (shorter === period || shorter === '1d' || !addUpTo(shorter, period)) return [];
  const parts = columnsToBars(store.load(symbol, shorter, undefined, until), symbol, shorter);
  const made = longerBars(parts, period);
  return made.slice(Math.max(0, made.length - count));
}

/** The days that have bars, oldest first. */
export function daysOf(series: readonly BarSeriesData[]): TradeDate[] {
  const days = new Set<TradeDate>();
  for (const { columns } of series) {
    let until = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < columns.length; i++) {
      const start = columns.start[i]!;
      if (start < until) continue;
      const date = kstDate(start);
      days.add(date);
      until = kstMidnight(date) + DAY_MS;
    }
  }
  return [...days].sort();
}

/** True for prices as they were traded, which lie on the tick grid of their day. */
export function isOnGrid({ columns }: BarSeriesData, instrument: Instrument): boolean {
  let onGrid = 0;
  for (let i = 0; i < columns.length; i++) {
    if (isOnTick(tickTable(instrument, kstDate(columns.start[i]!)), columns.close[i]!)) onGrid++;
  }
  return onGrid >= columns.length * ON_GRID_SHARE;
}

/** Imported charts may name no instrument: a KOSPI share is what most codes are, and its sell tax is the dearer guess. */
export function plainStock(symbol: SymbolCode): Instrument {
  return { symbol, name: symbol, market: 'KOSPI', kind: 'stock', leverage: 1 };
}
