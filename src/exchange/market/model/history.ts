// Days that were over before the simulation began, made as bars: what the running day makes with orders is here read off
// the same kind of path directly, thousands of times faster. Only the bar of each day is kept; its minutes are made again
// when somebody asks, so that the past of hundreds of instruments weighs little.

import { sessionHours } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { Price, TradeDate } from '#domain/units.ts';
import { closeForBase, type PastClose } from '../../corporate/corporate-action.ts';
import { listingOn } from '../../corporate/share-counts.ts';
import type { PastDay } from '../../day/bar-archive.ts';
import { addMinute, type DayBars, dailyBarOf } from '../../day/day-bars.ts';
import { Random } from '../../random.ts';
import { dayRules } from '../designations.ts';
import type { Listing } from '../listing.ts';
import { nearestPrice } from './nearest-price.ts';
import { pastOnNxt } from './nxt-history.ts';
import { tradesInMinute } from './pace.ts';
import { DayFactors, type DayPath, OPENING_VOLUME_SHARE, POINTS_PER_MINUTE } from './price-path.ts';

const MINUTE_NUMBERS = 6;
/** With more trades than this in a minute on average there are none without. */
const ALWAYS_TRADED = 12;

/** Who wants to see the minutes while they are there. */
export interface HistoryWatcher {
  /** Every minute of the day: one without a trade has volume 0, at the price before it. */
  made(listing: Listing, day: DayBars): void;
  over(factors: DayFactors): void;
}

/** The past of every listing, in their order: days follow each other close to base, the first at the starting price. */
export function makeHistory(
  seed: number,
  listings: readonly Listing[],
  dates: readonly TradeDate[],
  watcher: HistoryWatcher | null = null,
): readonly (readonly PastDay[])[] {
  const pasts = listings.map((): PastDay[] => []);
  const first = dates[0] ?? '';
  const closes = listings.map(({ startPrice }): PastClose => ({ date: first, close: startPrice }));
  // Day by day, so that what instruments have in common is made once and let go.
  const factorsOf = sharedFactors(seed);
  for (const date of dates) {
    const factors = new DayFactors(seed, date);
    for (const [index, listing] of listings.entries()) {
      if (listing.listedOn !== undefined && date < listing.listedOn) continue;
      const base = closeForBase(listing, closes[index]!, date);
      if (dayRules(listing, date).isHalted) {
        // The oldest row of all is one with trades: before it there is no close to stand at.
        if (pasts[index]!.length > 0) pasts[index]!.push(haltedDay(listing, date, base));
        continue;
      }
      const now = listingOn(listing, date);
      const path = factors.path(now);
      const minutes = minutesOn(seed, now, base, date, path);
      watcher?.made(listing, minutes);
      const daily = dailyBarOf(listing.instrument.symbol, withoutQuiet(minutes));
      if (daily === null) continue;
      closes[index] = { date, close: daily.close };
      const past: PastDay = {
        date,
        daily,
        minutes: () => makeDay(seed, now, base, factorsOf(date)),
      };
      const onNxt = pastOnNxt({ seed, listing: now, base, date, path }, factorsOf);
      pasts[index]!.push(onNxt === null ? past : { ...past, onNxt });
    }
    watcher?.over(factors);
  }
  return pasts;
}

/** A day on which nothing could be traded: a row of volume 0, as Kiwoom's daily charts have it. */
function haltedDay({ instrument: { symbol } }: Listing, date: TradeDate, price: Price): PastDay {
  const prices = { open: price, high: price, low: price, close: price };
  const daily = { symbol, period: '1d' as const, start: kstMidnight(date), ...prices, volume: 0 };
  return { date, daily, minutes: () => null };
}

/**
 * What instruments have in common on a day that is made again: shared while memory is plenty, for whoever asks for the minutes of
 * one asks for those of others, too.
 */
function sharedFactors(seed: number): (date: TradeDate) => DayFactors {
  const kept = new Map<TradeDate, WeakRef<DayFactors>>();
  return (date) => {
    const known = kept.get(date)?.deref();
    if (known !== undefined) return known;
    const made = new DayFactors(seed, date);
    kept.set(date, new WeakRef(made));
    return made;
  };
}

/** A day in minutes. `base` is its base price in won. */
export function makeDay(seed: number, listing: Listing, base: Price, factors: DayFactors): DayBars {
  return withoutQuiet(minutesOn(seed, listing, base, factors.date, factors.path(listing)));
}

/** The minutes in which something was traded. */
function withoutQuiet({ date, numbers }: DayBars): DayBars {
  const traded: DayBars = { date, numbers: [] };
  for (let at = 0; at < numbers.length; at += MINUTE_NUMBERS) {
    if (numbers[at + MINUTE_NUMBERS - 1] === 0) continue;
    for (let field = 0; field < MINUTE_NUMBERS; field++) traded.numbers.push(numbers[at + field]!);
  }
  return traded;
}

function minutesOn(
  seed: number,
  listing: Listing,
  base: Price,
  date: TradeDate,
  { points, close, activity, closing }: DayPath,
): DayBars {
  const { openAt, closeAt } = sessionHours(date);
  const random = new Random(seed, 'bars', listing.instrument.symbol, date);
  const valid = nearestPrice(listing, date, base);
  const day: DayBars = { date, numbers: [] };
  const firstMinute = (openAt - kstMidnight(date)) / MINUTE_MS;
  const turnover = listing.dailyVolume * base;
  let before = base;
  for (let minute = 0; minute < activity.length; minute++) {
    const trades = tradesInMinute(turnover, activity[minute]! * activity.length);
    const quiet = minute === 0 || trades > ALWAYS_TRADED ? 0 : Math.exp(-trades);
    if (quiet > 0 && random.happens(quiet)) {
      addMinute(day, firstMinute + minute, before, before, before, before, 0);
      continue;
    }
    const from = minute * POINTS_PER_MINUTE;
    // Trades fall on either side of the spread, so each price is a coin's toss between two neighbours.
    const open = valid(points[from]!, random.uniform());
    let high = open;
    let low = open;
    let last = open;
    for (let step = 1; step <= POINTS_PER_MINUTE; step++) {
      last = valid(points[from + step]!, random.uniform());
      if (last > high) high = last;
      if (last < low) low = last;
    }
    before = last;
    const share = activity[minute]! / (1 - quiet) + (minute === 0 ? OPENING_VOLUME_SHARE : 0);
    addMinute(day, firstMinute + minute, open, high, low, last, 1 + Math.floor(share * listing.dailyVolume));
  }
  const closingPrice = valid(close, 0.5);
  const closingVolume = 1 + Math.floor(closing * random.logNormal(0.4) * listing.dailyVolume);
  const closingMinute = (closeAt - kstMidnight(date)) / MINUTE_MS;
  addMinute(day, closingMinute, closingPrice, closingPrice, closingPrice, closingPrice, closingVolume);
  return day;
}
