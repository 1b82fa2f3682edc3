// The circuit breakers and sidecars of KOSPI and KOSDAQ, each fed by its index. A market of a handful of names has none: there
// one name's bad day would stop all the others.

import type { Market } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionHours } from '#domain/session.ts';
import type { EpochMs } from '#domain/units.ts';
import { KOSDAQ_INDEX_CODE, KOSPI_INDEX_CODE } from '../market/indices/index-membership.ts';
import type { IndexValue } from '../market/indices/market-index.ts';
import type { Listing } from '../market/listing.ts';
import { type BreakLevel, CircuitBreaker, type SavedBreaker } from './circuit-breaker.ts';
import { type SavedSidecar, Sidecar } from './sidecar.ts';

const FEWEST_MEMBERS = 10;
const MARKET_OF_INDEX: ReadonlyMap<string, Market> = new Map([
  [KOSPI_INDEX_CODE, 'KOSPI'],
  [KOSDAQ_INDEX_CODE, 'KOSDAQ'],
]);

interface WatchedMarket {
  readonly market: Market;
  readonly breaker: CircuitBreaker;
  readonly sidecar: Sidecar;
  /** Close of its index the day before, hundredths. */
  base: number;
}

/** What a market's index has set off. */
export interface MarketStop {
  readonly market: Market;
  /** All trading, at this level. */
  readonly level: BreakLevel | null;
  /** Programs on this side. */
  readonly side: OrderSide | null;
}

/** What was set off on a saved day. */
export interface SavedBreakers {
  readonly market: Market;
  readonly breaker: SavedBreaker;
  readonly sidecar: SavedSidecar;
}

export class MarketBreakers {
  readonly #watched = new Map<string, WatchedMarket>();

  constructor(listings: readonly Listing[]) {
    for (const [code, market] of MARKET_OF_INDEX) {
      const members = listings.filter(
        ({ instrument }) => instrument.kind === 'stock' && instrument.market === market,
      );
      if (members.length < FEWEST_MEMBERS) continue;
      const sidecar = new Sidecar(market);
      this.#watched.set(code, { market, breaker: new CircuitBreaker(), sidecar, base: 0 });
    }
  }

  /** A day begins; `baseOf` gives an index at the base prices, in hundredths. */
  startDay(hours: SessionHours, baseOf: (code: string) => number | null): void {
    for (const [code, watched] of this.#watched) {
      watched.breaker.startDay(hours);
      watched.sidecar.startDay(hours);
      watched.base = baseOf(code) ?? 0;
    }
  }

  /** Sees an index; returns what is set off by it. */
  see(at: EpochMs, { code, hundredths }: IndexValue): MarketStop | null {
    const watched = this.#watched.get(code);
    if (watched === undefined) return null;
    const { market, breaker, sidecar, base } = watched;
    const level = breaker.see(at, hundredths, base);
    const side = sidecar.see(at, hundredths, base);
    return level === null && side === null ? null : { market, level, side };
  }

  /** The markets on which programs were stopped today. */
  get stoppedPrograms(): readonly {
    readonly market: Market;
    readonly side: OrderSide;
    readonly at: EpochMs;
  }[] {
    return [...this.#watched.values()].flatMap(({ market, sidecar: { stopped } }) =>
      stopped === null ? [] : { market, ...stopped },
    );
  }

  save(): readonly SavedBreakers[] {
    return [...this.#watched.values()].map(({ market, breaker, sidecar }) => ({
      market,
      breaker: breaker.save(),
      sidecar: sidecar.save(),
    }));
  }

  /** Goes on with a saved day; to be called after `startDay`. */
  resume(saved: readonly SavedBreakers[]): void {
    for (const { market, breaker, sidecar } of saved) {
      const watched = [...this.#watched.values()].find((one) => one.market === market);
      watched?.breaker.resume(breaker);
      watched?.sidecar.resume(sidecar);
    }
  }
}
