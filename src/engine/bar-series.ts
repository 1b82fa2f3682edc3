// Bars of one instrument and one period: finished bars go out on a Subject, and bars of a longer period are folded from
// shorter ones or from trades. A bar is closed by the first event after its end, or by a timer; a trade that comes later
// than that is counted as late and left out.

import { Subject } from 'rxjs';
import { assert } from '#domain/assert.ts';
import { addUpTo, type Bar, type BarPeriod, periodMinutes } from '#domain/bar.ts';
import { kstDate, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode } from '#domain/units.ts';

interface OpenBar {
  start: EpochMs;
  open: Price;
  high: Price;
  low: Price;
  close: Price;
  volume: Quantity;
}

export class BarSeries {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly bars$ = new Subject<Bar>();
  lateTrades = 0;
  /** Null for a day, whose end is not a matter of the clock. */
  readonly lengthMs: number | null;
  #open: OpenBar | null = null;
  #finishedUntil: EpochMs = Number.NEGATIVE_INFINITY;

  constructor(symbol: SymbolCode, period: BarPeriod) {
    this.symbol = symbol;
    this.period = period;
    const minutes = periodMinutes(period);
    this.lengthMs = minutes === null ? null : minutes * MINUTE_MS;
  }

  /** End of the bar being built, null when there is none or when a day's end is not a matter of the clock. */
  get endsAt(): EpochMs | null {
    return this.#open === null || this.lengthMs === null ? null : this.#open.start + this.lengthMs;
  }

  /** A bar that arrived finished. One that is not newer than the last is left out: history and live may overlap. */
  push(bar: Bar): void {
    if (bar.start < this.#finishedUntil) return;
    if (this.#open !== null && this.#open.start <= bar.start) this.#open = null;
    this.#finishedUntil = bar.start + 1;
    this.bars$.next(bar);
  }

  /** Folds one trade in, closing the bar before it if it is over. */
  addTrade(tradedAt: EpochMs, price: Price, quantity: Quantity): void {
    this.#fold(this.#startOf(tradedAt), price, price, price, price, quantity);
  }

  /** Folds a finished shorter bar of `lengthMs` in; the bar it completes closes at once. */
  addBar(bar: Bar, lengthMs: number): void {
    this.#fold(this.#startOf(bar.start), bar.open, bar.high, bar.low, bar.close, bar.volume);
    this.closeUntil(bar.start + lengthMs);
  }

  /** Closes the running bar when it is over at `at`. */
  closeUntil(at: EpochMs): void {
    const endsAt = this.endsAt;
    if (endsAt !== null && endsAt <= at) this.close();
  }

  /** Forgets the running bar: some of its trades were missed, and the whole bar is about to be shown. */
  dropRunning(): void {
    this.#open = null;
  }

  /** Closes the running bar, whatever the time. */
  close(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    this.#finishedUntil = open.start + 1;
    this.bars$.next({ symbol: this.symbol, period: this.period, ...open });
  }

  #fold(start: EpochMs, open: Price, high: Price, low: Price, close: Price, volume: Quantity): void {
    if (this.#open !== null && start > this.#open.start) this.close();
    if (this.#open === null) {
      if (start < this.#finishedUntil) this.lateTrades++;
      else this.#open = { start, open, high, low, close, volume };
      return;
    }
    if (start < this.#open.start) {
      this.lateTrades++;
      return;
    }
    if (high > this.#open.high) this.#open.high = high;
    if (low < this.#open.low) this.#open.low = low;
    this.#open.close = close;
    this.#open.volume += volume;
  }

  #startOf(at: EpochMs): EpochMs {
    return this.lengthMs === null ? kstMidnight(kstDate(at)) : at - (at % this.lengthMs);
  }
}

/** Bars of `period` made of shorter ones of the same instrument, oldest first; the last one is closed as it is. */
export function longerBars(parts: readonly Bar[], period: BarPeriod): Bar[] {
  const made: Bar[] = [];
  const [first] = parts;
  if (first === undefined) return made;
  const lengthMs = (periodMinutes(first.period) ?? 0) * MINUTE_MS;
  assert(lengthMs > 0 && addUpTo(first.period, period), `${first.period} bars do not add up to ${period}`);
  const series = new BarSeries(first.symbol, period);
  series.bars$.subscribe((bar) => made.push(bar));
  for (const part of parts) series.addBar(part, lengthMs);
  series.close();
  return made;
}
