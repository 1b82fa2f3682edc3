// Days that were over before the simulation began, made as bars: what the running day makes with orders is here read off
// the same kind of path directly, thousands of times faster.

import { priceLimits } from '#domain/price-limit.ts';
import { sessionHours } from '#domain/session.ts';
import { floorToTick, tickSize, tickTable } from '#domain/tick.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { Price, TradeDate } from '#domain/units.ts';
import { addMinute, type DayBars } from './day-bars.ts';
import type { Listing } from './listing.ts';
import {
  CLOSING_VOLUME_SHARE,
  type DayPath,
  instrumentPath,
  marketPath,
  OPENING_VOLUME_SHARE,
  POINTS_PER_MINUTE,
} from './price-path.ts';
import { Random } from './random.ts';

/** The market's paths of a run of days, made once for all instruments. */
export function marketPaths(seed: number, dates: readonly TradeDate[]): Map<TradeDate, DayPath> {
  return new Map(dates.map((date) => [date, marketPath(seed, date, continuousMinutes(date))]));
}

/** Minutes of continuous trading on a day. */
export function continuousMinutes(date: TradeDate): number {
  const { openAt, closeAt } = sessionHours(date);
  return (closeAt - openAt) / MINUTE_MS - CLOSING_AUCTION_MINUTES;
}

const CLOSING_AUCTION_MINUTES = 10;

/** A run of days of one instrument, each beginning at the close of the one before; the first at the starting price. */
export function makeHistory(
  seed: number,
  listing: Listing,
  markets: ReadonlyMap<TradeDate, DayPath>,
): DayBars[] {
  const days: DayBars[] = [];
  let base = listing.startPrice;
  for (const [date, market] of markets) {
    const day = makeDay(seed, listing, date, base, market);
    base = day.numbers[day.numbers.length - 2]!;
    days.push(day);
  }
  return days;
}

function makeDay(seed: number, listing: Listing, date: TradeDate, base: Price, market: DayPath): DayBars {
  const { openAt, closeAt } = sessionHours(date);
  const { points, close, activity } = instrumentPath(seed, listing, date, market);
  const random = new Random(seed, 'bars', listing.instrument.symbol, date);
  const valid = nearestPrice(listing, date, base);
  const day: DayBars = { date, numbers: [] };
  const firstMinute = (openAt - kstMidnight(date)) / MINUTE_MS;
  for (let minute = 0; minute < activity.length; minute++) {
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
    const share = activity[minute]! + (minute === 0 ? OPENING_VOLUME_SHARE : 0);
    addMinute(day, firstMinute + minute, open, high, low, last, 1 + Math.floor(share * listing.dailyVolume));
  }
  const closing = valid(close, 0.5);
  const closingVolume = 1 + Math.floor(CLOSING_VOLUME_SHARE * random.logNormal(0.4) * listing.dailyVolume);
  const closingMinute = (closeAt - kstMidnight(date)) / MINUTE_MS;
  addMinute(day, closingMinute, closing, closing, closing, closing, closingVolume);
  return day;
}

/** Turns a point of a path into a valid price inside the limits; `toss` in [0, 1) decides between its neighbours. */
function nearestPrice(
  { instrument }: Listing,
  date: TradeDate,
  base: Price,
): (point: number, toss: number) => Price {
  const table = tickTable(instrument, date);
  const { lowerLimit, upperLimit } = priceLimits(instrument, base, date);
  return (point, toss) => {
    const price = Math.min(Math.max(base * Math.exp(point), lowerLimit), upperLimit);
    return floorToTick(table, Math.floor(price + toss * tickSize(table, Math.floor(price))));
  };
}
