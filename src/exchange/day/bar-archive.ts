// The finished days of one instrument. Days from before the exchange began can be had again from the seed or from stored
// charts; the days lived through since cannot, so these are what is saved.

import type { Bar } from '#domain/bar.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import { type DayBars, dailyBarOf, minuteBarsOf } from './day-bars.ts';

/** A finished day from before the exchange began. */
export interface PastDay {
  readonly date: TradeDate;
  readonly daily: Bar;
  /** Its minutes, made or read when asked for; null when only the day is known. */
  minutes(): DayBars | null;
}

export class BarArchive {
  readonly #symbol: SymbolCode;
  readonly #history: readonly PastDay[];
  readonly #lived: DayBars[];
  readonly #dailyBars: Bar[] = [];
  /** Bars of all finished days, made when asked for and kept while somebody uses them or memory is plenty. */
  #minuteBars: WeakRef<Bar[]> | null = null;

  constructor(symbol: SymbolCode, history: readonly PastDay[], lived: readonly DayBars[]) {
    this.#symbol = symbol;
    this.#history = history;
    this.#lived = [...lived];
    for (const { daily } of history) this.#dailyBars.push(daily);
    for (const day of lived) this.#countDay(day);
  }

  /** Close of the last day with trades, won; null before any. */
  get lastClose(): Price | null {
    return this.#dailyBars.at(-1)?.close ?? null;
  }

  /** Days added since the history was made, oldest first. */
  get lived(): readonly DayBars[] {
    return this.#lived;
  }

  add(day: DayBars): void {
    this.#lived.push(day);
    this.#countDay(day);
    this.#minuteBars?.deref()?.push(...minuteBarsOf(this.#symbol, day));
  }

  /** All daily bars, oldest first, with that of the running day. */
  dailyBars(today: DayBars): readonly Bar[] {
    const running = dailyBarOf(this.#symbol, today);
    return running === null ? [...this.#dailyBars] : [...this.#dailyBars, running];
  }

  /** All minute bars, oldest first, with those of the running day. */
  minuteBars(today: DayBars): readonly Bar[] {
    return [...this.#finishedMinutes(), ...minuteBarsOf(this.#symbol, today)];
  }

  /** Minutes of a day since the exchange began; none for any other day. */
  livedMinutes(date: TradeDate): readonly Bar[] {
    const day = this.#lived.find((lived) => lived.date === date);
    return day === undefined ? [] : minuteBarsOf(this.#symbol, day);
  }

  #finishedMinutes(): readonly Bar[] {
    const known = this.#minuteBars?.deref();
    if (known !== undefined) return known;
    const past = this.#history.flatMap((day) => day.minutes() ?? []);
    const bars = [...past, ...this.#lived].flatMap((day) => minuteBarsOf(this.#symbol, day));
    this.#minuteBars = new WeakRef(bars);
    return bars;
  }

  #countDay(day: DayBars): void {
    const bar = dailyBarOf(this.#symbol, day);
    if (bar !== null) this.#dailyBars.push(bar);
  }
}
