// One synthetic instrument's minute bars for measuring: a seeded random walk on the 50-won grid, 381 bars a day, on real
// KRX days. Not a market model; only shaped like one so that the engine has honest work.

import { type BarColumns, createColumns } from '../../src/adapters/charts/bar-columns.ts';
import { krxCalendar } from '../../src/domain/calendar.ts';
import { isExamDay, isFirstTradingDayOfYear } from '../../src/domain/session.ts';
import { DAY_MS, HOUR_MS, kstMidnight, MINUTE_MS } from '../../src/domain/time.ts';
import type { TradeDate } from '../../src/domain/units.ts';
import { uniformInt, xoroshiro128plus } from './seeded.ts';

export interface SyntheticBars {
  readonly days: readonly TradeDate[];
  readonly columns: BarColumns;
}

const BARS_A_DAY = 381;
const GRID = 50;

/** `length` one-minute bars from 2016-08-01 on; after the calendar's end the days go on without holidays. */
export function syntheticBars(length: number, seed: number): SyntheticBars {
  const random = xoroshiro128plus(seed);
  const columns = createColumns(length);
  const days: TradeDate[] = [];
  let date: TradeDate = '2016-07-31';
  let midnight = 0;
  let price = 50_000;
  for (let i = 0; i < length; i++) {
    const minute = i % BARS_A_DAY;
    if (minute === 0) {
      date = nextDay(date);
      midnight = kstMidnight(date);
      days.push(date);
    }
    const close = Math.min(90_000, Math.max(20_000, price + uniformInt(random, -4, 4) * GRID));
    columns.start[i] = midnight + 9 * HOUR_MS + (minute === BARS_A_DAY - 1 ? 390 : minute) * MINUTE_MS;
    columns.open[i] = price;
    columns.close[i] = close;
    columns.high[i] = Math.max(price, close) + GRID;
    columns.low[i] = Math.min(price, close) - GRID;
    columns.volume[i] = uniformInt(random, 1_000, 6_000);
    price = close;
  }
  return { days, columns };
}

/** The next day with plain hours: days that open late are left out, so that every day has the same bars. */
function nextDay(date: TradeDate): TradeDate {
  if (date < '2027-12-20') {
    const next = krxCalendar.nextTradingDay(date);
    return isExamDay(next) || isFirstTradingDayOfYear(next) ? nextDay(next) : next;
  }
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS);
  while (next.getUTCDay() === 0 || next.getUTCDay() === 6) next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
