// Made history must pass for real: valid prices, daily bars that are the sum of their minutes, days that follow on each other.

import { describe, expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { priceLimits } from '#domain/price-limit.ts';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { kstClockText, kstDate } from '#domain/time.ts';
import { dailyBarOf, minuteBarsOf } from '#exchange/day/day-bars.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { makeHistory } from '#exchange/market/model/history.ts';
import { totalVolatility } from '#exchange/market/model/price-path.ts';

const DATES = krxCalendar.tradingDaysBetween('2026-09-01', '2026-11-20');

/** One listing's days in minutes. */
function daysOf(seed: number, listing: Listing) {
  return makeHistory(seed, [listing], DATES)[0]!.map((day) => day.minutes()!);
}

describe.each(DEFAULT_LISTINGS)('the history of $instrument.name', (listing) => {
  const { instrument, startPrice } = listing;
  const days = daysOf(7, listing);

  it('has every trading day with 381 minutes, but for those without a trade: 09:00 to 15:19 and the close', () => {
    expect(days.map(({ date }) => date)).toEqual(DATES);
    for (const day of days) {
      const bars = minuteBarsOf(instrument.symbol, day);
      // the entrance exam moves the day by an hour
      const [first, last] = day.date === '2026-11-19' ? ['10:00:00', '16:30:00'] : ['09:00:00', '15:30:00'];
      expect([kstClockText(bars[0]!.start), kstClockText(bars.at(-1)!.start)]).toEqual([first, last]);
      expect(bars.length).toBeLessThanOrEqual(381);
      expect(bars.length).toBeGreaterThan(375);
      expect(bars.every((bar) => kstDate(bar.start) === day.date && bar.volume > 0)).toBe(true);
    }
  });

  it('keeps to tick and limits around the close of the day before', () => {
    let base = startPrice;
    for (const day of days) {
      const table = tickTable(instrument, day.date);
      const { lowerLimit, upperLimit } = priceLimits(instrument, base, day.date);
      for (const { open, high, low, close } of minuteBarsOf(instrument.symbol, day)) {
        expect([open, high, low, close].every((price) => isOnTick(table, price))).toBe(true);
        expect(low <= Math.min(open, close) && high >= Math.max(open, close)).toBe(true);
        expect(low >= lowerLimit && high <= upperLimit).toBe(true);
      }
      base = dailyBarOf(instrument.symbol, day)!.close;
    }
  });

  it('has daily bars that are the sum of the minutes', () => {
    for (const day of days) {
      const bars = minuteBarsOf(instrument.symbol, day);
      expect(dailyBarOf(instrument.symbol, day)).toMatchObject({
        open: bars[0]!.open,
        high: Math.max(...bars.map((bar) => bar.high)),
        low: Math.min(...bars.map((bar) => bar.low)),
        close: bars.at(-1)!.close,
        volume: bars.reduce((sum, bar) => sum + bar.volume, 0),
      });
    }
  });

  it('moves about as much as it is said to, and more at the open than at noon', () => {
    const closes = days.map((day) => dailyBarOf(instrument.symbol, day)!.close);
    const returns = closes.slice(1).map((close, index) => Math.log(close / closes[index]!));
    const deviation = Math.sqrt(returns.reduce((sum, value) => sum + value * value, 0) / returns.length);
    const expected = totalVolatility(listing);
    expect(deviation / expected).toBeGreaterThan(0.5);
    expect(deviation / expected).toBeLessThan(2);
    const volumeAt = (minute: number) => days.reduce((sum, day) => sum + day.numbers[minute * 6 + 5]!, 0);
    expect(volumeAt(1)).toBeGreaterThan(2 * volumeAt(190));
  });
});

describe('history', () => {
  it('is the same for the same seed and another for another', () => {
    const [listing] = DEFAULT_LISTINGS;
    const make = (seed: number) => daysOf(seed, listing!);
    expect(make(7)).toEqual(make(7));
    expect(make(7)).not.toEqual(make(8));
  });

  it('knows the same daily bars as its minutes make', () => {
    const [listing] = DEFAULT_LISTINGS;
    for (const day of makeHistory(7, [listing!], DATES)[0]!) {
      expect(dailyBarOf(day.daily.symbol, day.minutes()!)).toEqual(day.daily);
    }
  });

  it('moves the instruments together', () => {
    const returnsOf = (symbol: string) => {
      const listing = DEFAULT_LISTINGS.find(({ instrument }) => instrument.symbol === symbol)!;
      const closes = makeHistory(7, [listing], DATES)[0]!.map(({ daily }) => daily.close);
      return closes.slice(1).map((close, index) => Math.log(close / closes[index]!));
    };
    expect(correlation(returnsOf('005930'), returnsOf('069500'))).toBeGreaterThan(0.3);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, at) => sum + value * y[at]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}
