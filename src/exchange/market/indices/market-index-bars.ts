// An index as bars: its members' bars of equal start together. High and low of such a bar are those of its open and close, for
// the members' bars do not tell which of their highs came at the same moment.

import type { Bar, BarPeriod } from '#domain/bar.ts';
import { kstMidnight } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, TradeDate } from '#domain/units.ts';
import type { IndexName } from '../../contract.ts';
import { indexSharesAt } from '../../corporate/share-counts.ts';
import type { BarArchive } from '../../day/bar-archive.ts';
import { type DayBars, minuteBarsOf } from '../../day/day-bars.ts';
import type { Listing } from '../listing.ts';
import { startWorthOf } from './index-membership.ts';

/** An index with its members. */
export interface Basket extends IndexName {
  /** Hundredths of a point at the starting prices. */
  readonly first: number;
  readonly members: readonly IndexMember[];
  /** Won that all shares were worth at the starting prices. */
  readonly startWorth: number;
}

/** A listed instrument with its past and its running day. */
export interface IndexMember {
  readonly listing: Listing;
  readonly archive: BarArchive;
  readonly day: { readonly last: Price; readonly volume: Quantity; readonly bars: DayBars };
}

/** Gives the bars of a member, oldest first. */
export type BarsOf = (member: IndexMember) => readonly Bar[];

/** Extremes in hundredths of a point. */
export interface IndexRange {
  readonly high: number;
  readonly low: number;
}

/** All daily bars of a member, the running day's last. */
export const daysOf: BarsOf = ({ archive, day }) => archive.dailyBars(day.bars);

/** The last price of the regular session, won: what the evening trades at moves no index. */
export function sessionPrice({ last, bars: { numbers } }: IndexMember['day']): Price {
  return numbers[numbers.length - 2] ?? last;
}

/** The minutes of an index on one day. The days before are not looked into: their last closes are where it stood. */
export function minutesOfDay(basket: Basket, date: TradeDate): readonly Bar[] {
  const midnight = kstMidnight(date);
  return indexBars(basket, '1m', ({ listing, archive, day }) => {
    const isRunning = day.bars.date === date;
    const minutes = isRunning ? minuteBarsOf(listing.instrument.symbol, day.bars) : archive.minutesOn(date);
    const before = archive.dailyBefore(date);
    return before === null ? minutes : [before, ...minutes];
  }).filter(({ start }) => start >= midnight);
}

/** Highest and lowest value of the minutes of a day since the exchange began; null for a day without any. */
export function dayRange(basket: Basket, date: TradeDate): IndexRange | null {
  const bars = minutesOfDay(basket, date);
  if (bars.length === 0) return null;
  const high = bars.reduce((most, bar) => Math.max(most, bar.high), 0);
  return { high, low: bars.reduce((least, bar) => Math.min(least, bar.low), high) };
}

/** What shares worth this many won make of an index. */
export function hundredthsOf({ first, startWorth }: Basket, worth: number): number {
  return Math.round((first * worth) / startWorth);
}

/** Walks through the members' bars by time; a member without a bar keeps its last close, at first its starting price. */
export function indexBars(basket: Basket, period: BarPeriod, barsOf: BarsOf): Bar[] {
  const moments = new Map<EpochMs, { opening: number; closing: number; volume: number }>();
  let worth = basket.startWorth;
  for (const member of basket.members) {
    const { listing } = member;
    const sharesAt = indexSharesAt(listing);
    let last = startWorthOf(listing);
    for (const bar of barsOf(member)) {
      let moment = moments.get(bar.start);
      if (moment === undefined) {
        moment = { opening: 0, closing: 0, volume: 0 };
        moments.set(bar.start, moment);
      }
      // Changes of worth: from the close before to the open, and on to the close.
      const shares = sharesAt(bar.start);
      moment.opening += shares * bar.open - last;
      moment.closing += shares * (bar.close - bar.open);
      moment.volume += bar.volume;
      last = shares * bar.close;
    }
  }
  return [...moments.entries()]
    .sort(([a], [b]) => a - b)
    .map(([start, { opening, closing, volume }]) => {
      const open = hundredthsOf(basket, worth + opening);
      worth += opening + closing;
      const close = hundredthsOf(basket, worth);
      const [low, high] = [Math.min(open, close), Math.max(open, close)];
      return { symbol: basket.code, period, start, open, high, low, close, volume };
    });
}
