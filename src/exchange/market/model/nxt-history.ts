// Past days of NXT, read off the same path as those of KRX: the morning where the path begins, the day along it, the evening
// where it ends. Before the market opened there are none, nor of what it does not trade.

import type { Bar } from '#domain/bar.ts';
import { sessionHours } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, TradeDate } from '#domain/units.ts';
import type { PastDay } from '../../day/bar-archive.ts';
import { addMinute, type DayBars } from '../../day/day-bars.ts';
import { isTradedOnNxt } from '../../orders/order-validity.ts';
import { Random } from '../../random.ts';
import type { Listing } from '../listing.ts';
import { nearestPrice } from './nearest-price.ts';
import {
  type DayFactors,
  type DayPath,
  NXT_VOLUME_SHARE,
  pointAt,
  QUIET_ACTIVITY,
  QUIET_AUCTION_SHARE,
} from './price-path.ts';

/** What a day of an instrument is made from. */
export interface MadeDay {
  readonly seed: number;
  readonly listing: Listing;
  /** Close of KRX the day before, won. */
  readonly base: Price;
  readonly date: TradeDate;
  readonly path: DayPath;
}

/** In a busy minute a price is read off the path this often. */
const STEP_MS = MINUTE_MS / 2;
/** The toss that takes the upper of two neighbours whenever there are two. */
const ALMOST_ONE = 1 - 2 ** -32;

/** The day on NXT; null where there was none. Only its daily bar is kept; `factorsOf` is asked when its minutes are made again. */
export function pastOnNxt(day: MadeDay, factorsOf: (date: TradeDate) => DayFactors): PastDay | null {
  const { seed, listing, base, date } = day;
  if (listing.isOnNxt !== true || !isTradedOnNxt(listing.instrument, date)) return null;
  const minutes = (): DayBars => {
    const bars: DayBars = { date, numbers: [] };
    const path = factorsOf(date).path(listing);
    walk({ seed, listing, base, date, path }, (...bar) => addMinute(bars, ...bar));
    return bars;
  };
  const daily = dayOf(day);
  return daily === null ? null : { date, daily, minutes };
}

/** The bar of the day, summed up without a list of its minutes: a history has tens of thousands of such days. */
function dayOf(day: MadeDay): Bar | null {
  const symbol = day.listing.instrument.symbol;
  const sums = {
    ...{ symbol, period: '1d' as const, start: kstMidnight(day.date) },
    ...{ open: 0, high: 0, low: 0, close: 0, volume: 0 },
  };
  walk(day, (_minute, open, high, low, close, volume) => {
    if (sums.volume === 0) {
      sums.open = open;
      sums.low = low;
    }
    if (high > sums.high) sums.high = high;
    if (low < sums.low) sums.low = low;
    sums.close = close;
    sums.volume += volume;
  });
  return sums.volume === 0 ? null : sums;
}

/** Told a minute: which of the day, its prices in won, and shares. */
type SeeMinute = (
  minute: number,
  open: Price,
  high: Price,
  low: Price,
  close: Price,
  volume: Quantity,
) => void;

function walk({ seed, listing, base, date, path }: MadeDay, see: SeeMinute): void {
  const hours = sessionHours(date, 'NXT');
  if (hours === null) return;
  const midnight = kstMidnight(date);
  const random = new Random(seed, 'bars', listing.instrument.symbol, date, 'NXT');
  const valid = nearestPrice(listing, date, base);
  const { activity } = path;
  const dailyVolume = listing.dailyVolume * NXT_VOLUME_SHARE;
  for (const { phase, from, until } of hours.spans) {
    if (phase === 'continuous') {
      for (let start = from; start < until; start = nextMinute(start)) {
        const end = Math.min(until, nextMinute(start));
        const open = valid(pointAt(path, hours, start), random.uniform());
        let [high, low, close] = [open, open, open];
        for (let at = start + STEP_MS; at <= end; at += STEP_MS) {
          close = valid(pointAt(path, hours, at), random.uniform());
          if (close > high) high = close;
          if (close < low) low = close;
        }
        const share = activity[Math.floor((start - hours.openAt) / MINUTE_MS)] ?? 0;
        see(minuteOf(start, midnight), open, high, low, close, 1 + Math.floor(share * dailyVolume));
      }
    } else if (phase === 'pre-market' || phase === 'after-market') {
      // The path stands still outside the regular hours: trades fall on either side of one spread.
      const point = pointAt(path, hours, from);
      const sides = [valid(point, 0), valid(point, ALMOST_ONE)] as const;
      const side = (): Price => sides[random.happens(0.5) ? 1 : 0];
      for (let start = from; start < until; start = nextMinute(start)) {
        const [open, close] = [side(), side()];
        const auction = phase === 'after-market' && start === from ? QUIET_AUCTION_SHARE : 0;
        const share = (QUIET_ACTIVITY / activity.length) * random.between(0.3, 1.7) + auction;
        const volume = 1 + Math.floor(share * dailyVolume);
        see(minuteOf(start, midnight), open, Math.max(open, close), Math.min(open, close), close, volume);
      }
    }
  }
}

function nextMinute(at: EpochMs): EpochMs {
  return (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS;
}

function minuteOf(at: EpochMs, midnight: EpochMs): number {
  return Math.floor((at - midnight) / MINUTE_MS);
}
