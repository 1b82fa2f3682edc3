// The circuit breakers of KOSPI and KOSDAQ, each fed by its index. A market of a handful of names has none: there one name's
// bad day would stop all the others.

import type { Market } from '#domain/instrument.ts';
import type { SessionHours } from '#domain/session.ts';
import type { EpochMs } from '#domain/units.ts';
import type { Listing } from '../market/listing.ts';
import { type IndexValue, KOSDAQ_INDEX_CODE, KOSPI_INDEX_CODE } from '../market/market-index.ts';
import { type BreakLevel, CircuitBreaker } from './circuit-breaker.ts';

const FEWEST_MEMBERS = 10;
const MARKET_OF_INDEX: ReadonlyMap<string, Market> = new Map([
  [KOSPI_INDEX_CODE, 'KOSPI'],
  [KOSDAQ_INDEX_CODE, 'KOSDAQ'],
]);

interface WatchedMarket {
  readonly market: Market;
  readonly breaker: CircuitBreaker;
  /** Close of its index the day before, hundredths. */
  base: number;
}

export class MarketBreakers {
  readonly #watched = new Map<string, WatchedMarket>();

  constructor(listings: readonly Listing[]) {
    for (const [code, market] of MARKET_OF_INDEX) {
      const members = listings.filter(
        ({ instrument }) => instrument.kind === 'stock' && instrument.market === market,
      );
      if (members.length < FEWEST_MEMBERS) continue;
      this.#watched.set(code, { market, breaker: new CircuitBreaker(), base: 0 });
    }
  }

  /** A day begins; `baseOf` gives an index at the base prices, in hundredths. */
  startDay(hours: SessionHours, baseOf: (code: string) => number | null): void {
    for (const [code, watched] of this.#watched) {
      watched.breaker.startDay(hours);
      watched.base = baseOf(code) ?? 0;
    }
  }

  /** Sees an index; returns the market that is stopped by it. */
  see(
    at: EpochMs,
    { code, hundredths }: IndexValue,
  ): { readonly market: Market; readonly level: BreakLevel } | null {
    const watched = this.#watched.get(code);
    const level = watched?.breaker.see(at, hundredths, watched.base) ?? null;
    return watched === undefined || level === null ? null : { market: watched.market, level };
  }
}
