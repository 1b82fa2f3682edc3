// The market made from a seed: every instrument's past, base prices and running days follow the paths that seed, name and
// date give, so that two exchanges of one seed live the same days.

import type { SessionHours } from '#domain/session.ts';
import { ceilToTick, tickTable } from '#domain/tick.ts';
import type { EpochMs, Price, TradeDate } from '#domain/units.ts';
import type { PastDay } from '../../day/bar-archive.ts';
import { Random } from '../../random.ts';
import { PastIndices, type WorthRange } from '../indices/market-index-history.ts';
import type { Listing } from '../listing.ts';
import type { FlowMaker, FlowSeat, MarketFlow, MarketSource, MarketStart } from '../market-flow.ts';
import { isListedOn } from '../new-listings.ts';
import { makeHistory } from './history.ts';
import { OrderFlow } from './order-flow.ts';
import { DayFactors, NXT_VOLUME_SHARE, pointAt, totalVolatility } from './price-path.ts';

/** The market of an exchange that names no other. */
export function modelMarket({ seed }: MarketStart): MarketSource {
  return new MarketModel(seed);
}

export class MarketModel implements MarketSource {
  readonly #seed: number;
  /** Where the market as a whole went on the days that were asked for. */
  readonly #marketCloses = new Map<TradeDate, number>();
  #pastIndices: PastIndices | null = null;
  #factors: DayFactors | null = null;

  constructor(seed: number) {
    this.#seed = seed;
  }

  history(listings: readonly Listing[], dates: readonly TradeDate[]): readonly (readonly PastDay[])[] {
    const through = dates.at(-1) ?? '';
    const indices = new PastIndices(listings.filter((listing) => isListedOn(listing, through)));
    this.#pastIndices = indices;
    return makeHistory(this.#seed, listings, dates, {
      made: (listing, day) => indices.count(listing, day),
      over: ({ date, market }) => {
        indices.close(date);
        this.#marketCloses.set(date, market.close);
      },
    });
  }

  /**
   * A fund is worth what the market makes of its base price: its multiple of the market's path, without the small way of its
   * own that its price goes besides.
   */
  fundPoint({ instrument, beta }: Listing, hours: SessionHours, at: EpochMs | null): number | null {
    if (instrument.kind !== 'etf') return null;
    const { date } = hours;
    return (
      beta * (at === null ? this.#marketCloseOf(date) : pointAt(this.#factorsOf(date).market, hours, at))
    );
  }

  pastIndexRange(code: string, date: TradeDate): WorthRange | null {
    return this.#pastIndices?.range(code, date) ?? null;
  }

  /** The close before, raised to the grid of the day where it is off it (krx-rules 2). */
  basePrice({ instrument, startPrice }: Listing, date: TradeDate, lastClose: Price | null): Price {
    return ceilToTick(tickTable(instrument, date), lastClose ?? startPrice);
  }

  flow<Owner>(listing: Listing, resumedAt: EpochMs | null): FlowMaker<Owner> {
    return (seat) => this.#flowAt(seat, listing, resumedAt);
  }

  #flowAt<Owner>(seat: FlowSeat<Owner>, listing: Listing, resumedAt: EpochMs | null): MarketFlow {
    const { orders, ladder, base, hours, venue } = seat;
    const { date } = hours;
    const { symbol } = listing.instrument;
    // A day that is gone on with in its middle cannot have the flow it had; one that has not begun has the one it would.
    const names = [resumedAt === null ? '' : `from ${resumedAt}`, ...(venue === 'NXT' ? [venue] : [])];
    return new OrderFlow({
      orders,
      ladder,
      base,
      hours,
      nextOrderNo: () => seat.nextOrderNo(),
      path: this.#factorsOf(date).path(listing),
      dailyVolume: listing.dailyVolume * (venue === 'NXT' ? NXT_VOLUME_SHARE : 1),
      volatility: totalVolatility(listing),
      random: new Random(this.#seed, 'flow', symbol, date, ...names),
    });
  }

  #marketCloseOf(date: TradeDate): number {
    const known = this.#marketCloses.get(date);
    if (known !== undefined) return known;
    const { close } = new DayFactors(this.#seed, date).market;
    this.#marketCloses.set(date, close);
    return close;
  }

  /** What all instruments have in common on a day; made once for all of them. */
  #factorsOf(date: TradeDate): DayFactors {
    if (this.#factors?.date !== date) this.#factors = new DayFactors(this.#seed, date);
    return this.#factors;
  }
}
