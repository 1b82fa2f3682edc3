// Minute bars of one instrument and day, kept as plain numbers: compact enough to hold a year and to be saved as JSON.
// The daily bar is always their sum and what was traded off-hours, never a second truth.

import type { Bar } from '#domain/bar.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';

const FIELDS = 6;

/** Minute bars of a day, six numbers each: minute of the day, open, high, low, close (won), volume (shares). */
export interface DayBars {
  readonly date: TradeDate;
  readonly numbers: number[];
  /** Shares traded outside the regular session: in the day's volume, in no minute. Absent for none. */
  readonly offHours?: Quantity;
  /** Where the day closed although nothing was traded, won: a quote stood for the close. Absent on all other days. */
  readonly standing?: Price;
}

/** Adds a finished bar. `minute` counts from Korean midnight. */
export function addMinute(
  day: DayBars,
  minute: number,
  open: Price,
  high: Price,
  low: Price,
  close: Price,
  volume: Quantity,
): void {
  day.numbers.push(minute, open, high, low, close, volume);
}

/** Counts a trade into the bar of its minute: the last bar, or a new one. */
export function countTrade(day: DayBars, minute: number, price: Price, quantity: Quantity): void {
  const { numbers } = day;
  const at = numbers.length - FIELDS;
  if (at < 0 || numbers[at] !== minute) {
    addMinute(day, minute, price, price, price, price, quantity);
    return;
  }
  if (price > numbers[at + 2]!) numbers[at + 2] = price;
  if (price < numbers[at + 3]!) numbers[at + 3] = price;
  numbers[at + 4] = price;
  numbers[at + 5] = numbers[at + 5]! + quantity;
}

/** The bars as everybody else knows them, oldest first. */
export function minuteBarsOf(symbol: SymbolCode, { date, numbers }: DayBars): Bar[] {
  const midnight = kstMidnight(date);
  const bars: Bar[] = [];
  for (let at = 0; at < numbers.length; at += FIELDS) {
    bars.push({
      symbol,
      period: '1m',
      start: midnight + numbers[at]! * MINUTE_MS,
      open: numbers[at + 1]!,
      high: numbers[at + 2]!,
      low: numbers[at + 3]!,
      close: numbers[at + 4]!,
      volume: numbers[at + 5]!,
    });
  }
  return bars;
}

/** The bar of the whole day; null when nothing was traded. */
export function dailyBarOf(symbol: SymbolCode, { date, numbers, offHours = 0 }: DayBars): Bar | null {
  if (numbers.length === 0) return null;
  let high = 0;
  let low = Number.POSITIVE_INFINITY;
  let volume = offHours;
  for (let at = 0; at < numbers.length; at += FIELDS) {
    high = Math.max(high, numbers[at + 2]!);
    low = Math.min(low, numbers[at + 3]!);
    volume += numbers[at + 5]!;
  }
  return {
    symbol,
    period: '1d',
    start: kstMidnight(date),
    open: numbers[1]!,
    high,
    low,
    close: numbers[numbers.length - 2]!,
    volume,
  };
}
