// Everything the exchange trades: what is listed today with its running days, and what is still to come. A new name joins the
// others in the morning of its first day.

import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { endDays, type FloorMarket, type ListedInstrument } from './floor-start.ts';
import type { Listing } from './market/listing.ts';
import { isListedOn } from './market/new-listings.ts';

type RunningDays = Pick<FloorMarket, 'day' | 'nxt'>;

export class ListedMarkets {
  readonly #all: readonly ListedInstrument[];
  #today: readonly FloorMarket[] = [];
  #bySymbol: ReadonlyMap<SymbolCode, FloorMarket> = new Map();
  #coming: readonly Listing[] = [];

  constructor(all: readonly ListedInstrument[]) {
    this.#all = all;
  }

  /** What is listed today, in the order they were given; each stays the same object on all its days. */
  get today(): readonly FloorMarket[] {
    return this.#today;
  }

  /** What will be listed on a later day. */
  get coming(): readonly Listing[] {
    return this.#coming;
  }

  /** Undefined for what is not listed, or not yet. */
  find(symbol: SymbolCode): FloorMarket | undefined {
    return this.#bySymbol.get(symbol);
  }

  /** Ends the days that run and begins those of `date`; new names are there from now on. */
  startDay(date: TradeDate, daysOf: (one: ListedInstrument) => RunningDays): void {
    for (const market of this.#today) endDays(market);
    const listed = this.#all.filter(({ listing }) => isListedOn(listing, date));
    this.#today = listed.map((one) =>
      Object.assign(this.find(one.listing.instrument.symbol) ?? { ...one }, daysOf(one)),
    );
    this.#bySymbol = new Map(this.#today.map((market) => [market.listing.instrument.symbol, market]));
    this.#coming = this.#all.flatMap(({ listing }) => (isListedOn(listing, date) ? [] : [listing]));
  }
}
