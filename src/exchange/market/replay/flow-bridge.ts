// A day of which only its daily bar is known, as minute bars: a path of the model is bent until it opens, closes and turns
// where the day did, and the day's shares are spread over its minutes. Put together again the minutes are the day.

import type { Bar } from '#domain/bar.ts';
import type { SessionHours } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { Price, Quantity } from '#domain/units.ts';
import type { PriceLadder } from '../../book/price-ladder.ts';
import { addMinute, type DayBars } from '../../day/day-bars.ts';
import { type DayPath, OPENING_VOLUME_SHARE, POINTS_PER_MINUTE } from '../model/price-path.ts';
import { fewestTrades } from './market-replay.ts';

/** Below this many shares a minute on average a day is only as many trades as its prices need. */
const FEW_SHARES_A_MINUTE = 8;

/** Minutes of a day with this daily bar. `path` gives the shape; its own size and direction do not matter. */
export function bridgeDay(bar: Bar, hours: SessionHours, ladder: PriceLadder, path: DayPath): DayBars {
  const minutes = path.activity.length;
  const isThin = bar.volume < FEW_SHARES_A_MINUTE * minutes;
  return isThin ? thinDay(bar, hours, minutes) : fullDay(bar, hours, ladder, path);
}

/** A few trades: the open, the extremes a third and two thirds into the day, the close. */
function thinDay(bar: Bar, hours: SessionHours, minutes: number): DayBars {
  const { open, high, low, close, volume } = bar;
  const day: DayBars = { date: hours.date, numbers: [] };
  const first = minuteOf(hours, 0);
  const beyond: Price[] = [];
  if (high > Math.max(open, close)) beyond.push(high);
  if (low < Math.min(open, close)) beyond.push(low);
  if (close >= open) beyond.reverse();
  const isOneTrade = fewestTrades(bar) === 1;
  const later = isOneTrade ? 0 : beyond.length + 1;
  const share = Math.max(1, Math.floor(volume / (later + 1)));
  addFlat(day, first, open, volume - later * share);
  for (const [index, price] of beyond.entries()) {
    addFlat(day, first + Math.floor(((index + 1) * minutes) / 3), price, share);
  }
  if (!isOneTrade) addFlat(day, closingMinute(hours), close, share);
  return day;
}

function fullDay(bar: Bar, hours: SessionHours, ladder: PriceLadder, path: DayPath): DayBars {
  const { activity } = path;
  const minutes = activity.length;
  const prices = pricesOf(bar, ladder, path);
  const closing = Math.max(1, Math.floor(bar.volume * path.closing));
  const busy = activity.reduce((sum, share) => sum + share, 0) / (1 - OPENING_VOLUME_SHARE);
  const day: DayBars = { date: hours.date, numbers: [] };
  // Every minute can have all prices it wants with four shares; the rest goes by how busy it is.
  const spare = bar.volume - closing - 4 * minutes;
  const shares = Array.from(activity, (share) => 4 + Math.floor((spare * share) / busy));
  // The open carries its auction besides, and what rounding left.
  shares[0]! += bar.volume - closing - shares.reduce((sum, share) => sum + share, 0);
  for (let minute = 0; minute < minutes; minute++) {
    const own = prices.subarray(minute * POINTS_PER_MINUTE, (minute + 1) * POINTS_PER_MINUTE + 1);
    // The last point of a minute is the first of the next, where its price is counted.
    const inside = minute === minutes - 1 ? own : own.subarray(0, POINTS_PER_MINUTE);
    const last = inside[inside.length - 1]!;
    const at = minuteOf(hours, minute);
    addMinute(day, at, inside[0]!, Math.max(...inside), Math.min(...inside), last, shares[minute]!);
  }
  addFlat(day, closingMinute(hours), bar.close, closing);
  return day;
}

/** The path's points as prices that begin at the open, touch high and low once at least, end at the close, and keep between. */
function pricesOf(bar: Bar, ladder: PriceLadder, { points }: DayPath): Float64Array {
  const { open, high, low, close } = bar;
  const last = points.length - 1;
  const anchors = anchorsOf(bar, points);
  const prices = new Float64Array(points.length);
  const lowest = Math.ceil(ladder.positionOf(low));
  const highest = Math.floor(ladder.positionOf(high));
  // As wild as the day was: its range against that of the path.
  const scale = (Math.log(high / low) || 0) / Math.max(rangeOf(points), 1e-9);
  for (let leg = 1; leg < anchors.length; leg++) {
    const [from, start] = anchors[leg - 1]!;
    const [until, end] = anchors[leg]!;
    for (let index = from; index <= until; index++) {
      const share = (index - from) / (until - from);
      const noise = points[index]! - points[from]! * (1 - share) - points[until]! * share;
      const price = Math.exp(Math.log(start) * (1 - share) + Math.log(end) * share + noise * scale);
      const at = Math.min(Math.max(Math.round(ladder.positionOf(price)), lowest), highest);
      prices[index] = lowest > highest ? start : ladder.priceAt(at);
    }
  }
  for (const [index, price] of anchors) prices[index] = price;
  prices[0] = open;
  prices[last] = close;
  return prices;
}

/** Where the day opens, turns and closes: as early or late as the path has its own extremes. */
function anchorsOf({ open, high, low, close }: Bar, points: Float64Array): (readonly [number, Price])[] {
  const last = points.length - 1;
  let highAt = 0;
  let lowAt = 0;
  for (let index = 0; index <= last; index++) {
    if (points[index]! > points[highAt]!) highAt = index;
    if (points[index]! < points[lowAt]!) lowAt = index;
  }
  const turns: [number, Price][] = [
    [Math.min(Math.max(highAt, 2), last - 2), high],
    [Math.min(Math.max(lowAt, 2), last - 2), low],
  ];
  turns.sort(([a], [b]) => a - b);
  if (turns[0]![0] === turns[1]![0]) turns[1]![0]++;
  return [[0, open], ...turns, [last, close]];
}

function rangeOf(points: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    low = Math.min(low, point);
    high = Math.max(high, point);
  }
  return high - low;
}

function addFlat(day: DayBars, minute: number, price: Price, volume: Quantity): void {
  addMinute(day, minute, price, price, price, price, volume);
}

function minuteOf(hours: SessionHours, minute: number): number {
  return (hours.openAt - kstMidnight(hours.date)) / MINUTE_MS + minute;
}

function closingMinute(hours: SessionHours): number {
  return (hours.closeAt - kstMidnight(hours.date)) / MINUTE_MS;
}
