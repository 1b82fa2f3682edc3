// Stored bars of several instruments as one stream in time order, slot by slot: all bars that start at the same moment
// belong to one slot, in the order the instruments were given.

import type { Bar, BarPeriod } from '#domain/bar.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';

/** Bars of one instrument as columns, oldest first (adapters/charts keeps them like this). */
export interface BarColumnsLike {
  readonly length: number;
  readonly start: ArrayLike<number>;
  readonly open: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly close: ArrayLike<number>;
  readonly volume: ArrayLike<number>;
}

export interface BarSeriesData {
  readonly symbol: SymbolCode;
  readonly columns: BarColumnsLike;
}

/** Walks the slots. The first `count` of `bars` are the bars of the slot `advance` moved to; the array is reused. */
export class BarSlots {
  readonly bars: Bar[] = [];
  count = 0;
  start: EpochMs = 0;
  /** Start of the slot after this one; infinity at the end. */
  nextStart: EpochMs = Number.POSITIVE_INFINITY;
  readonly #series: readonly BarSeriesData[];
  readonly #period: BarPeriod;
  readonly #next: Int32Array;

  constructor(series: readonly BarSeriesData[], period: BarPeriod) {
    this.#series = series;
    this.#period = period;
    this.#next = new Int32Array(series.length);
    for (const { columns } of series) {
      if (columns.length > 0 && columns.start[0]! < this.nextStart) this.nextStart = columns.start[0]!;
    }
  }

  /** Moves to the next slot. False at the end. */
  advance(): boolean {
    const start = this.nextStart;
    if (start === Number.POSITIVE_INFINITY) return false;
    this.start = start;
    let count = 0;
    let nextStart = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.#series.length; i++) {
      const { symbol, columns } = this.#series[i]!;
      let at = this.#next[i]!;
      if (at < columns.length && columns.start[at] === start) {
        this.bars[count++] = this.#barAt(symbol, columns, at);
        this.#next[i] = ++at;
      }
      if (at < columns.length && columns.start[at]! < nextStart) nextStart = columns.start[at]!;
    }
    this.count = count;
    this.nextStart = nextStart;
    return true;
  }

  /** The next open of an instrument, for the base price of its first day; null when it has no more bars. */
  nextOpen(symbol: SymbolCode): number | null {
    const index = this.#series.findIndex((one) => one.symbol === symbol);
    const columns = this.#series[index]?.columns;
    return columns?.open[this.#next[index] ?? 0] ?? null;
  }

  #barAt(symbol: SymbolCode, columns: BarColumnsLike, at: number): Bar {
    return {
      symbol,
      period: this.#period,
      start: columns.start[at]!,
      open: columns.open[at]!,
      high: columns.high[at]!,
      low: columns.low[at]!,
      close: columns.close[at]!,
      volume: columns.volume[at]!,
    };
  }
}
