// Net asset values of the funds of the model: what the market has made of a fund's base price since the close before. The model
// lets the price of a fund go a small way of its own besides, and the book adds its spread: that is the disparity. A value is
// taken against each day's base anew, as nobody here creates or redeems shares to bring a price back over the days.

import type { Bar } from '#domain/bar.ts';
import { type SessionHours, sessionHours } from '#domain/session.ts';
import { kstDate } from '#domain/time.ts';
import type { EpochMs, Price, SymbolCode } from '#domain/units.ts';
import type { NetAssetDay, NetAssets } from '../contract.ts';
import { closeForBase } from '../corporate/corporate-action.ts';
import { adjustedPrice, adjustmentsOf } from '../corporate/price-adjustment.ts';
import type { BarArchive } from '../day/bar-archive.ts';
import type { DayBars } from '../day/day-bars.ts';
import type { Listing } from './listing.ts';
import type { MarketSource } from './market-flow.ts';

/** A fund with its past and its running day. */
interface Fund {
  readonly listing: Listing;
  readonly archive: BarArchive;
  readonly day: { readonly base: Price; readonly hours: SessionHours; readonly bars: DayBars };
}

type FundSource = Pick<MarketSource, 'basePrice' | 'fundPoint'>;

export class FundValues {
  readonly #fundOf: (symbol: SymbolCode) => Fund | undefined;
  readonly #source: FundSource;

  constructor(fundOf: (symbol: SymbolCode) => Fund | undefined, source: FundSource) {
    this.#fundOf = fundOf;
    this.#source = source;
  }

  /** At a moment of the running day. Before the opening the value is still that of the day before. */
  at(symbol: SymbolCode, at: EpochMs): NetAssets | null {
    const fund = this.#fundOf(symbol);
    if (fund === undefined) return null;
    const { base, hours } = fund.day;
    const value = this.#valueOf(fund.listing, base, hours, at);
    if (value === null) return null;
    const before = this.#finished(fund, this.#pastBars(fund).slice(-2)).at(-1)?.value ?? hundredths(base, 0);
    return { value: at < hours.openAt ? before : value, before };
  }

  /** Oldest first. The running day is there once it has opened. */
  days(symbol: SymbolCode, at: EpochMs): readonly NetAssetDay[] {
    const fund = this.#fundOf(symbol);
    if (fund === undefined) return [];
    const { base, hours } = fund.day;
    const past = this.#finished(fund, this.#pastBars(fund));
    const value = at < hours.openAt ? null : this.#valueOf(fund.listing, base, hours, at);
    return value === null ? past : [...past, { date: hours.date, value }];
  }

  #pastBars({ archive }: Fund): readonly Bar[] {
    return archive.dailyBars(null);
  }

  /**
   * The values at the end of days that follow each other; of the first only when it is the oldest of all. What was before a
   * distribution is told less what was paid out, as adjusted prices are.
   */
  #finished(fund: Fund, bars: readonly Bar[]): NetAssetDay[] {
    const { listing, archive, day } = fund;
    const adjustments = adjustmentsOf(fund, this.#source, day.hours.date);
    const [oldest] = archive.dailyBars(null);
    return bars.flatMap((bar, index) => {
      const before = bars[index - 1];
      if (before === undefined && bar.start !== oldest?.start) return [];
      const date = kstDate(bar.start);
      const close =
        before === undefined
          ? null
          : closeForBase(listing, { date: kstDate(before.start), close: before.close }, date);
      const base = this.#source.basePrice(listing, date, close);
      const value = this.#valueOf(listing, base, sessionHours(date), null);
      return value === null ? [] : [{ date, value: adjustedPrice(value, adjustments, date, day.hours.date) }];
    });
  }

  #valueOf(listing: Listing, base: Price, hours: SessionHours, at: EpochMs | null): number | null {
    const point = this.#source.fundPoint?.(listing, hours, at) ?? null;
    return point === null ? null : hundredths(base, point);
  }
}

function hundredths(base: Price, point: number): number {
  return Math.round(100 * base * Math.exp(point));
}
