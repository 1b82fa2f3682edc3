// The finished days of one instrument. Days from before the exchange began can be had again from the seed or from stored
// charts; the days lived through since cannot, so these are what is saved.

import type { Bar } from '#domain/bar.ts';
import { kstMidnight } from '#domain/time.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import { type DayBars, dailyBarOf, minuteBarsOf } from './day-bars.ts';
import type { Tick, TickLog } from './market-ticks.ts';

/** A finished day from before the exchange began. */
export interface PastDay {
  readonly date: TradeDate;
  readonly daily: Bar;
  /** Its minutes, made or read when asked for; null when only the day is known. */
  minutes(): DayBars | null;
  /** The same day on NXT; absent where it was not traded there, or nobody knows. */
  readonly onNxt?: PastDay;
}

/** Days whose single trades are kept: what the tick chart pages back to. Older ones live on in their bars. */
export const KEPT_TICK_DAYS = 3;

export class BarArchive {
  readonly #symbol: SymbolCode;
  readonly #history: readonly PastDay[];
  readonly #lived: DayBars[];
  readonly #dailyBars: Bar[] = [];
  #lastClose: Price | null;
  /** Bars of all finished days, made when asked for and kept while somebody uses them or memory is plenty. */
  #minuteBars: WeakRef<Bar[]> | null = null;
  /** Of the last days lived through without a restart, oldest first. */
  readonly #ticks = new Map<TradeDate, TickLog>();

  constructor(symbol: SymbolCode, history: readonly PastDay[], lived: readonly DayBars[]) {
    this.#symbol = symbol;
    this.#history = history;
    this.#lived = [...lived];
    for (const { daily } of history) this.#dailyBars.push(daily);
    this.#lastClose = history.at(-1)?.daily.close ?? null;
    for (const day of lived) this.#countDay(day);
  }

  /** The last close there was, won: of a day with trades, or a quote that stood for one; null before any. */
  get lastClose(): Price | null {
    return this.#lastClose;
  }

  /** Days added since the history was made, oldest first. */
  get lived(): readonly DayBars[] {
    return this.#lived;
  }

  /** The days added since the history was made, to be kept elsewhere. */
  save(): DayBars[] {
    return this.#lived.map((day) => ({ ...day, numbers: [...day.numbers] }));
  }

  /** A day is over; `ticks` are its single trades. */
  add(day: DayBars, ticks: TickLog): void {
    ticks.trim();
    this.#ticks.set(day.date, ticks);
    const [oldest] = this.#ticks.keys();
    if (this.#ticks.size > KEPT_TICK_DAYS && oldest !== undefined) this.#ticks.delete(oldest);
    this.#lived.push(day);
    this.#countDay(day);
    this.#minuteBars?.deref()?.push(...minuteBarsOf(this.#symbol, day));
  }

  /** All daily bars, oldest first, with that of the running day; null when there is no such day. */
  dailyBars(today: DayBars | null): readonly Bar[] {
    const running = today === null ? null : dailyBarOf(this.#symbol, today);
    return running === null ? [...this.#dailyBars] : [...this.#dailyBars, running];
  }

  /** All minute bars, or those of the days since `from`, oldest first, with those of the running day. */
  minuteBars(today: DayBars | null, from: TradeDate = ''): readonly Bar[] {
    const running = today === null ? [] : minuteBarsOf(this.#symbol, today);
    const isOfHistory = from <= (this.#history.at(-1)?.date ?? '');
    if (isOfHistory && from !== '')
      return this.minuteBars(today).filter(({ start }) => start >= kstMidnight(from));
    if (!isOfHistory) {
      const lived = this.#lived.filter(({ date }) => date >= from);
      return [...lived.flatMap((day) => minuteBarsOf(this.#symbol, day)), ...running];
    }
    return [...this.#finishedMinutes(), ...running];
  }

  /** Days whose single trades are kept, oldest first. */
  get tickDates(): readonly TradeDate[] {
    return [...this.#ticks.keys()];
  }

  /** Single trades of a day, oldest first; none where they are not kept. */
  ticks(date: TradeDate): Tick[] {
    return this.#ticks.get(date)?.list() ?? [];
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
    this.#lastClose = bar?.close ?? day.standing ?? this.#lastClose;
  }
}
