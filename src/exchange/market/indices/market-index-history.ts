// How high and low indices stood within the days of a made history: summed up minute by minute while the minutes of all members
// are there, for nobody could make them all again just to answer that.

import type { TradeDate, Won } from '#domain/units.ts';
import { indexSharesOn } from '../../corporate/share-counts.ts';
import type { DayBars } from '../../day/day-bars.ts';
import type { Listing } from '../listing.ts';
import { type IndexMembership, indexMembership, startWorthOf } from './index-membership.ts';

/** Won that all shares of an index were worth together at most and at least. */
export interface WorthRange {
  readonly high: Won;
  readonly low: Won;
}

const FIELDS = 6;
const DAY_MINUTES = 24 * 60;

/** One index within one day: what its members were worth at the open and the close of each minute. */
interface Minutes {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Members' worth at their starting prices. */
  startWorth: Won;
}

export class PastIndices {
  readonly #listings: readonly Listing[];
  readonly #membership: IndexMembership;
  readonly #ranges = new Map<string, WorthRange>();
  /** Of the day being made, by index. */
  readonly #minutes = new Map<string, Minutes>();

  constructor(listings: readonly Listing[]) {
    this.#listings = listings;
    this.#membership = indexMembership(listings);
  }

  /** The minutes of one member on the day being made. */
  count(listing: Listing, { date, numbers }: DayBars): void {
    const shares = indexSharesOn(listing, date);
    for (const code of this.#codesOf(listing)) {
      const minutes = this.#minutesOf(code);
      minutes.startWorth += startWorthOf(listing);
      for (let at = 0; at < numbers.length; at += FIELDS) {
        const minute = numbers[at]!;
        minutes.opens[minute]! += shares * numbers[at + 1]!;
        minutes.closes[minute]! += shares * numbers[at + 4]!;
      }
    }
  }

  /** The day is made; members that were not traded stood at their starting prices. */
  close(date: TradeDate): void {
    for (const [code, { opens, closes, startWorth }] of this.#minutes) {
      const members = this.#listings.filter((listing) => this.#codesOf(listing).includes(code));
      const absent = members.reduce((sum, listing) => sum + startWorthOf(listing), -startWorth);
      let high = 0;
      let low = Number.POSITIVE_INFINITY;
      for (let minute = 0; minute < opens.length; minute++) {
        const open = opens[minute]!;
        const close = closes[minute]!;
        if (open === 0) continue;
        high = Math.max(high, open, close);
        low = Math.min(low, open, close);
      }
      this.#ranges.set(`${code} ${date}`, { high: high + absent, low: low + absent });
    }
    this.#minutes.clear();
  }

  /** Null for a day that was not made, and for an index without members. */
  range(code: string, date: TradeDate): WorthRange | null {
    return this.#ranges.get(`${code} ${date}`) ?? null;
  }

  #codesOf({ instrument }: Listing): readonly string[] {
    return this.#membership.get(instrument.symbol) ?? [];
  }

  #minutesOf(code: string): Minutes {
    const known = this.#minutes.get(code);
    if (known !== undefined) return known;
    const made = {
      opens: new Float64Array(DAY_MINUTES),
      closes: new Float64Array(DAY_MINUTES),
      startWorth: 0,
    };
    this.#minutes.set(code, made);
    return made;
  }
}
