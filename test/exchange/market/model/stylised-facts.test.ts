// What is known of Korean days beyond their shape, held with wide bounds on fixed seeds: moves that come in clusters and bring
// volume, nervous openings, stories that run into the limit and on, names that hardly trade, and days played as they were drawn.

import { beforeAll, describe, expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { DAY_MS, kstMidnight } from '#domain/time.ts';
import { minuteBarsOf } from '#exchange/day/day-bars.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { makeDay, makeHistory } from '#exchange/market/model/history.ts';
import { leftFromBefore, newsOn } from '#exchange/market/model/news.ts';
import { DayFactors } from '#exchange/market/model/price-path.ts';
import { DAY, moment } from '../../support.ts';

const isStock = ({ instrument }: Listing) => instrument.kind === 'stock';
const turnoverOf = ({ dailyVolume, startPrice }: Listing) => dailyVolume * startPrice;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  const product = (x: readonly number[], atX: number, y: readonly number[], atY: number) =>
    x.reduce((sum, value, index) => sum + (value - atX) * (y[index]! - atY), 0);
  return (
    product(a, middleA, b, middleB) /
    Math.sqrt(product(a, middleA, a, middleA) * product(b, middleB, b, middleB))
  );
}

/** Of the sizes of moves, with those `lag` later; the very largest count as three deviations. */
function clustering(returns: readonly number[], lag: number): number {
  const deviation = Math.sqrt(mean(returns.map((value) => value ** 2)));
  const sizes = returns.map((value) => Math.min(Math.abs(value), 3 * deviation));
  return correlation(sizes.slice(0, -lag), sizes.slice(lag));
}

const returnsOf = (prices: readonly number[]) =>
  prices.slice(1).map((price, index) => Math.log(price / prices[index]!));

describe('half a year', () => {
  const dates = krxCalendar.tradingDaysBetween('2026-05-04', '2026-11-20');
  const past = makeHistory(7, makeListings(7, 70).filter(isStock), dates);

  it('has calm and wild weeks', () => {
    const returns = past.map((days) => returnsOf(days.map(({ daily }) => daily.close)));
    const at = (lag: number) => mean(returns.map((own) => clustering(own, lag)));
    expect(at(1)).toBeGreaterThan(0.04);
    expect(mean([3, 4, 5].map(at))).toBeGreaterThan(0.02);
  });

  it('has volume where it moves, and names that are talked about for a while', () => {
    const volumes = past.map((days) => days.map(({ daily }) => Math.log(daily.volume)));
    const ranges = past.map((days) => days.map(({ daily }) => Math.log(daily.high / daily.low)));
    expect(median(volumes.map((own, index) => correlation(own, ranges[index]!)))).toBeGreaterThan(0.43);
    expect(median(volumes.map((own) => correlation(own.slice(0, -1), own.slice(1))))).toBeGreaterThan(0.48);
  });
});

describe('news', () => {
  const names = makeListings(7, 120).filter(isStock);
  const dates = krxCalendar.tradingDaysBetween('2025-11-21', '2026-11-20');
  const steps = 1_520;
  const heard = names.flatMap((listing) => dates.map((date) => newsOn(7, listing, date, steps)));
  const sizes = heard.flatMap((news) => (news === null ? [] : [news.size]));

  it('is rare, mostly small, and of most stories good', () => {
    expect(sizes.length / heard.length).toBeGreaterThan(0.1);
    expect(sizes.length / heard.length).toBeLessThan(0.15);
    expect(median(sizes.map(Math.abs))).toBeLessThan(0.05);
    expect(Math.max(...sizes.map(Math.abs))).toBeLessThanOrEqual(0.6);
    const large = sizes.filter((size) => Math.abs(size) > 0.3);
    expect(large.length / heard.length).toBeGreaterThan(0.0003);
    expect(large.length / heard.length).toBeLessThan(0.003);
    expect(large.filter((size) => size > 0).length / large.length).toBeGreaterThan(0.55);
  });

  it.each([
    ['2014', 0.15],
    ['2026', 0.3],
  ])('of %s moves the next morning by a part of what limits of %d held back', (year, band) => {
    const held = krxCalendar.tradingDaysBetween(`${year}-03-03`, `${year}-11-28`).flatMap((date) => {
      const next = krxCalendar.nextTradingDay(date);
      const days = (kstMidnight(next) - kstMidnight(date)) / DAY_MS;
      // What is heard on a holiday moves the morning after it.
      if (days !== (new Date(date).getUTCDay() === 5 ? 3 : 1)) return [];
      return names.flatMap((listing) => {
        const size = newsOn(7, listing, date, steps)?.size ?? 0;
        const rest = size - Math.log(1 + band);
        return rest < 0.02 ? [] : [leftFromBefore(7, listing, next, steps) / rest];
      });
    });
    expect(held.length).toBeGreaterThan(5);
    // Of what came too late in the day there is more left.
    expect(Math.min(...held)).toBeCloseTo(0.4, 1);
    expect(median(held)).toBeLessThan(1);
  });

  it('of funds there is none', () => {
    const fund = makeListings(7, 30).find(({ instrument }) => instrument.kind === 'etf')!;
    expect(dates.every((date) => newsOn(7, fund, date, steps) === null)).toBe(true);
  });
});

describe('a day as it is drawn and as it is played', () => {
  const all = makeListings(7, 200).filter(isStock);
  const liquid = all.filter((each) => turnoverOf(each) > 2e10).slice(0, 8);
  const thin = all.filter((each) => turnoverOf(each) < 4e8).slice(0, 8);
  let exchange: Exchange;

  beforeAll(() => {
    exchange = createExchange({
      ...{ seed: 7, firstTradingDay: DAY, historyDays: 0, listings: [...liquid, ...thin], accounts: [] },
      nxt: false,
    });
    exchange.advanceTo(moment('1600'));
  });

  const played = ({ instrument }: Listing) =>
    exchange.market.minuteBars(instrument.symbol).filter(({ start }) => start >= moment('0900'));
  const drawn = (listing: Listing) =>
    minuteBarsOf(listing.instrument.symbol, makeDay(7, listing, listing.startPrice, new DayFactors(7, DAY)));

  it('has about the same volume', () => {
    const volume = (bars: readonly { volume: number }[]) => bars.reduce((sum, bar) => sum + bar.volume, 0);
    for (const names of [liquid, thin]) {
      const ratio = mean(names.map((listing) => volume(played(listing)) / volume(drawn(listing))));
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.5);
    }
  });

  it('lets thin names stand still for many minutes, and liquid ones hardly ever', () => {
    for (const barsOf of [played, drawn]) {
      const traded = (names: readonly Listing[]) =>
        mean(names.map((listing) => barsOf(listing).length / 381));
      expect(traded(liquid)).toBeGreaterThan(0.97);
      expect(traded(thin)).toBeGreaterThan(0.2);
      expect(traded(thin)).toBeLessThan(0.85);
    }
  });

  it('moves most after the open', () => {
    for (const barsOf of [played, drawn]) {
      const moves = (from: number, until: number) =>
        mean(
          liquid.flatMap((listing) =>
            barsOf(listing)
              .slice(from, until)
              .map(({ high, low }) => Math.log(high / low)),
          ),
        );
      expect(moves(0, 10) / moves(150, 350)).toBeGreaterThan(1.5);
      expect(moves(330, 380) / moves(150, 250)).toBeLessThan(1.5);
    }
  });

  it('bounces between the sides less than it moves', () => {
    const steadiness = mean(
      liquid.map((listing) => {
        const closes = played(listing).map(({ close }) => close);
        const returns = returnsOf(closes);
        return correlation(returns.slice(0, -1), returns.slice(1));
      }),
    );
    expect(steadiness).toBeGreaterThan(-0.33);
  });

  it('closes with a large auction on KOSPI and a small one on KOSDAQ', () => {
    const close = (market: string) =>
      mean(
        [...liquid, ...thin]
          .filter(({ instrument }) => instrument.market === market)
          .map((listing) => {
            const bars = drawn(listing);
            return bars.at(-1)!.volume / bars.reduce((sum, bar) => sum + bar.volume, 0);
          }),
      );
    expect(close('KOSPI')).toBeGreaterThan(0.03);
    expect(close('KOSDAQ')).toBeLessThan(0.05);
    expect(close('KOSPI')).toBeGreaterThan(1.5 * close('KOSDAQ'));
  });
});
