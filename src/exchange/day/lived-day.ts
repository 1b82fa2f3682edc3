// One finished day of an instrument since the exchange began, as it is kept and saved: its bar for good, its minutes packed, and
// those for about a year.

import type { Bar } from '#domain/bar.ts';
import { kstMidnight } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { type DayBars, dailyBarOf } from './day-bars.ts';
import { packMinutes, unpackMinutes } from './packed-minutes.ts';

/** Days whose minutes are kept: Kiwoom's minute charts reach back about a year (kiwoom-wire 2.19b). */
export const KEPT_MINUTE_DAYS = 250;

/** A finished day. */
export interface LivedDay {
  readonly date: TradeDate;
  /** Of a halted day: of volume 0, at the price it began with. Null for any other day without a trade. */
  readonly daily: Bar | null;
  /** Its last trade, or the quote that stood for one, won; null for a day without either. */
  readonly close: Price | null;
  /** Null once they are too old to be kept. */
  readonly minutes: Uint8Array | null;
}

/** The same in a saved exchange. */
export interface SavedLivedDay {
  readonly date: TradeDate;
  /** Open, high, low, close (won) and volume (shares) of the day; null for none. */
  readonly bar: readonly [Price, Price, Price, Price, Quantity] | null;
  readonly close: Price | null;
  /** Packed minutes as base64; null once they are too old. */
  readonly minutes: string | null;
}

/** `base` is what the row of a halted day stands at, won; null for a day without a halt. */
export function livedDayOf(symbol: SymbolCode, day: DayBars, base: Price | null): LivedDay {
  const { date, numbers, standing = null } = day;
  return {
    date,
    daily: dailyBarOf(symbol, day) ?? (base === null ? null : flatBar(symbol, date, base)),
    close: numbers.at(-2) ?? standing,
    minutes: packMinutes(numbers),
  };
}

/** The day's minutes as plain numbers; none of a day that is too old. */
export function minutesOfLived({ date, minutes }: LivedDay): DayBars {
  return { date, numbers: minutes === null ? [] : unpackMinutes(minutes) };
}

/** The day without its minutes. */
export function withoutMinutes(day: LivedDay): LivedDay {
  return { ...day, minutes: null };
}

export function saveLivedDay({ date, daily, close, minutes }: LivedDay): SavedLivedDay {
  return {
    date,
    bar: daily === null ? null : [daily.open, daily.high, daily.low, daily.close, daily.volume],
    close,
    minutes: minutes?.toBase64() ?? null,
  };
}

/** A saved day; older exchanges saved plain numbers. */
export function restoreLivedDay(symbol: SymbolCode, saved: SavedLivedDay | DayBars): LivedDay {
  if ('numbers' in saved) return livedDayOf(symbol, saved, null);
  const { date, bar, close, minutes } = saved;
  return {
    date,
    daily: bar === null ? null : barOf(symbol, date, bar),
    close,
    minutes: minutes === null ? null : Uint8Array.fromBase64(minutes),
  };
}

function flatBar(symbol: SymbolCode, date: TradeDate, price: Price): Bar {
  return barOf(symbol, date, [price, price, price, price, 0]);
}

function barOf(
  symbol: SymbolCode,
  date: TradeDate,
  [open, high, low, close, volume]: NonNullable<SavedLivedDay['bar']>,
): Bar {
  return { symbol, period: '1d', start: kstMidnight(date), open, high, low, close, volume };
}
