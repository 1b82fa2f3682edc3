// Bars as columns: six typed arrays of one length instead of a million objects. Starts are strictly ascending, so a
// moment is found by halving and two series are merged in one pass.

import type { Bar, BarPeriod } from '#domain/bar.ts';
import { kstTimeOfDay } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { Words } from '#domain/words.ts';
import { ChartStoreError } from './chart-store-error.ts';

/** A series of bars, oldest first. Starts in epoch milliseconds, prices in won, volumes in shares. */
export interface BarColumns {
  readonly length: number;
  readonly start: Float64Array;
  readonly open: Int32Array;
  readonly high: Int32Array;
  readonly low: Int32Array;
  readonly close: Int32Array;
  readonly volume: Float64Array;
}

/** Prices are kept in 32 bits: 2,147,483,647 won a share is a thousand times the dearest share there is. */
export const PRICE_MAX = 2 ** 31 - 1;

/** Columns of `length` bars, all zero. */
export function createColumns(length: number): BarColumns {
  return {
    length,
    start: new Float64Array(length),
    open: new Int32Array(length),
    high: new Int32Array(length),
    low: new Int32Array(length),
    close: new Int32Array(length),
    volume: new Float64Array(length),
  };
}

/** The bars `from` to `to` (not included) as a view: nothing is copied. */
export function sliceColumns(columns: BarColumns, from: number, to: number): BarColumns {
  return {
    length: to - from,
    start: columns.start.subarray(from, to),
    open: columns.open.subarray(from, to),
    high: columns.high.subarray(from, to),
    low: columns.low.subarray(from, to),
    close: columns.close.subarray(from, to),
    volume: columns.volume.subarray(from, to),
  };
}

/** Copies all of `source` into `target`, beginning at its bar `offset`. */
export function copyColumns(source: BarColumns, target: BarColumns, offset: number): void {
  target.start.set(source.start, offset);
  target.open.set(source.open, offset);
  target.high.set(source.high, offset);
  target.low.set(source.low, offset);
  target.close.set(source.close, offset);
  target.volume.set(source.volume, offset);
}

/** Index of the first bar that starts at or after `at`; `length` when there is none. */
export function firstAtOrAfter(starts: Float64Array, at: EpochMs): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both series as one. Where both have a bar of the same start, the bar of `newer` wins. */
export function mergeColumns(older: BarColumns, newer: BarColumns): BarColumns {
  if (older.length === 0) return newer;
  const merged = createColumns(older.length + newer.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < older.length || right < newer.length) {
    const leftStart = left < older.length ? older.start[left]! : Number.POSITIVE_INFINITY;
    const rightStart = right < newer.length ? newer.start[right]! : Number.POSITIVE_INFINITY;
    if (rightStart <= leftStart) copyBar(newer, right++, merged, length);
    else copyBar(older, left, merged, length);
    if (leftStart <= rightStart) left++;
    length++;
  }
  return sliceColumns(merged, 0, length);
}

/** The columns as bar objects. */
export function columnsToBars(columns: BarColumns, symbol: SymbolCode, period: BarPeriod): Bar[] {
  const bars = new Array<Bar>(columns.length);
  for (let i = 0; i < columns.length; i++) {
    bars[i] = {
      symbol,
      period,
      start: columns.start[i]!,
      open: columns.open[i]!,
      high: columns.high[i]!,
      low: columns.low[i]!,
      close: columns.close[i]!,
      volume: columns.volume[i]!,
    };
  }
  return bars;
}

/** Bars in any order as ascending columns; of bars with the same start the last one given wins. Checked like `checkColumns`. */
export function barsToColumns(bars: readonly Bar[], period: BarPeriod): BarColumns {
  const ordered = bars.map((bar, given) => ({ bar, given }));
  ordered.sort((a, b) => a.bar.start - b.bar.start || b.given - a.given);
  const columns = createColumns(ordered.length);
  let length = 0;
  for (const { bar } of ordered) {
    if (length > 0 && columns.start[length - 1] === bar.start) continue;
    const problem = barProblem(bar, period);
    if (problem !== null) throw new ChartStoreError('invalid-bars', problem);
    columns.start[length] = bar.start;
    columns.open[length] = bar.open;
    columns.high[length] = bar.high;
    columns.low[length] = bar.low;
    columns.close[length] = bar.close;
    columns.volume[length] = bar.volume;
    length++;
  }
  return sliceColumns(columns, 0, length);
}

/** Throws ChartStoreError `invalid-bars` unless every bar is possible and starts ascend strictly. */
export function checkColumns(columns: BarColumns, period: BarPeriod): void {
  for (let i = 0; i < columns.length; i++) {
    const bar = barAt(columns, i);
    if (i > 0 && bar.start <= columns.start[i - 1]!) {
      throw new ChartStoreError('invalid-bars', {
        ko: `봉 ${i}의 시작 ${bar.start}이(가) 앞 봉보다 뒤가 아닙니다`,
        en: `bar ${i} starts at ${bar.start}, not after the bar before it`,
      });
    }
    const problem = barProblem(bar, period);
    if (problem !== null) throw new ChartStoreError('invalid-bars', problem);
  }
}

type BarValues = Pick<Bar, 'start' | 'open' | 'high' | 'low' | 'close' | 'volume'>;

/** The values of bar `index`. */
export function barAt(columns: BarColumns, index: number): BarValues {
  return {
    start: columns.start[index]!,
    open: columns.open[index]!,
    high: columns.high[index]!,
    low: columns.low[index]!,
    close: columns.close[index]!,
    volume: columns.volume[index]!,
  };
}

/** Why these are no bar, and which one is meant; null when they are one. */
function barProblem(bar: BarValues, period: BarPeriod): Words | null {
  const wrong = wrongIn(bar, period);
  return wrong === null
    ? null
    : { ko: `${bar.start}의 봉: ${wrong.ko}`, en: `bar at ${bar.start}: ${wrong.en}` };
}

function wrongIn(bar: BarValues, period: BarPeriod): Words | null {
  if (!Number.isSafeInteger(bar.start))
    return { ko: '시작이 정수 밀리초가 아닙니다', en: 'its start is no whole millisecond' };
  // One day could be stored twice.
  if (period === '1d' && kstTimeOfDay(bar.start) !== 0)
    return { ko: '일봉은 한국 시각 자정에 시작해야 합니다', en: 'a day bar must start at Korean midnight' };
  for (const name of ['open', 'high', 'low', 'close'] as const) {
    const value = bar[name];
    if (!Number.isInteger(value) || value <= 0 || value > PRICE_MAX)
      return {
        ko: `${name} ${value}은(는) 원 단위 가격이 아닙니다`,
        en: `${name} ${value} is no price in won`,
      };
  }
  if (bar.high < Math.max(bar.open, bar.close, bar.low))
    return {
      ko: `high ${bar.high}이(가) 다른 가격보다 낮습니다`,
      en: `high ${bar.high} is below another price`,
    };
  if (bar.low > Math.min(bar.open, bar.close))
    return { ko: `low ${bar.low}이(가) 다른 가격보다 높습니다`, en: `low ${bar.low} is above another price` };
  if (!Number.isSafeInteger(bar.volume) || bar.volume < 0)
    return {
      ko: `volume ${bar.volume}은(는) 주식 수가 아닙니다`,
      en: `volume ${bar.volume} is no number of shares`,
    };
  return null;
}

function copyBar(source: BarColumns, from: number, target: BarColumns, to: number): void {
  target.start[to] = source.start[from]!;
  target.open[to] = source.open[from]!;
  target.high[to] = source.high[from]!;
  target.low[to] = source.low[from]!;
  target.close[to] = source.close[from]!;
  target.volume[to] = source.volume[from]!;
}
