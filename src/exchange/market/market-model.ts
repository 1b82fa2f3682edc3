// The market made from a seed: every instrument's past, base prices and running days follow the paths that seed, name and
// date give, so that two exchanges of one seed live the same days.

import type { EpochMs, Price, TradeDate } from '#domain/units.ts';
import type { PastDay } from '../day/bar-archive.ts';
import { Random } from '../random.ts';
import { makeHistory } from './history.ts';
import type { Listing } from './listing.ts';
import type { FlowMaker, FlowSeat, MarketFlow, MarketSource, MarketStart } from './market-flow.ts';
import { OrderFlow } from './order-flow.ts';
import { DayFactors, totalVolatility } from './price-path.ts';

/** The market of an exchange that names no other. */
export function modelMarket({ seed }: MarketStart): MarketSource {
  return new MarketModel(seed);
}

/** NXT trades about this share of what KRX does. */
const NXT_VOLUME_SHARE = 0.3;

export class MarketModel implements MarketSource {
  readonly #seed: number;
  #factors: DayFactors | null = null;

  constructor(seed: number) {
    this.#seed = seed;
  }

  history(listings: readonly Listing[], dates: readonly TradeDate[]): readonly (readonly PastDay[])[] {
    return makeHistory(this.#seed, listings, dates);
  }

  basePrice({ startPrice }: Listing, _date: TradeDate, lastClose: Price | null): Price {
    return lastClose ?? startPrice;
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

  /** What all instruments have in common on a day; made once for all of them. */
  #factorsOf(date: TradeDate): DayFactors {
    if (this.#factors?.date !== date) this.#factors = new DayFactors(this.#seed, date);
    return this.#factors;
  }
}
