// What stops trading beyond one instrument's own volatility: halts by request, which may last for days, circuit breakers and
// sidecars. KRX and NXT stop together (krx-rules 3.5).

import type { Market } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionHours } from '#domain/session.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { ExchangeEvent } from '../contract.ts';
import type { IndexValue, MarketIndices } from '../market/indices/market-index.ts';
import type { ListedMarket } from '../orders/order-desk.ts';
import { BREAK_MS, type BreakLevel } from './circuit-breaker.ts';
import { MarketBreakers, type SavedBreakers } from './market-breakers.ts';
import { SIDECAR_MS } from './sidecar.ts';
import type { HaltCause } from './trading-state.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** What the stops need from the exchange. */
export interface StopsHost {
  readonly now: EpochMs;
  readonly markets: readonly ListedMarket[];
  readonly indices: Pick<MarketIndices, 'value'>;
  market(symbol: SymbolCode): ListedMarket | undefined;
  emit(event: ExchangeEvent): void;
}

export class MarketStops {
  readonly #host: StopsHost;
  readonly #breakers: MarketBreakers;
  /** Halts by request, and when they end. */
  readonly #halts = new Map<SymbolCode, EpochMs>();

  constructor(host: StopsHost) {
    this.#host = host;
    this.#breakers = new MarketBreakers(host.markets.map(({ listing }) => listing));
  }

  /** When the halt by request of an instrument ends: null for one without an end; undefined where there is none. */
  haltedUntil(symbol: SymbolCode): EpochMs | null | undefined {
    const until = this.#halts.get(symbol);
    return until === NEVER ? null : until;
  }

  /** Stops trading of an instrument until `until`; null until it is released, on whatever day. */
  halt(symbol: SymbolCode, until: EpochMs | null, market: ListedMarket): void {
    this.#halts.set(symbol, until ?? NEVER);
    haltBoth(market, until ?? NEVER, 'request');
    this.#tell(symbol, 'halted');
  }

  release(symbol: SymbolCode): void {
    const market = this.#host.market(symbol);
    this.#halts.delete(symbol);
    if (market?.day.release() !== true) return;
    market.nxt?.release();
    this.#tell(symbol, 'released');
  }

  /** New days have begun; to be called before any price of theirs moves. */
  startDay(hours: SessionHours | null): void {
    const { indices } = this.#host;
    if (hours !== null) this.#breakers.startDay(hours, (code) => indices.value(code));
  }

  /** Halts by request that last for days are put on new days. */
  haltAgain(): void {
    for (const [symbol, until] of this.#halts) {
      const market = this.#host.market(symbol);
      if (until <= this.#host.now || market === undefined) this.#halts.delete(symbol);
      else haltBoth(market, until, 'request');
    }
  }

  /** An index is told: it may stop its market, or the programs in it. */
  see(value: IndexValue): void {
    const stop = this.#breakers.see(this.#host.now, value);
    if (stop === null) return;
    if (stop.side !== null) this.#stopPrograms(stop.market, stop.side);
    if (stop.level !== null) this.#breakMarket(stop.market, stop.level);
  }

  save(): readonly SavedBreakers[] {
    return this.#breakers.save();
  }

  /** Goes on with a saved day. The running days know their halts themselves. */
  resume(
    halts: readonly { readonly symbol: SymbolCode; readonly haltedUntil?: EpochMs | null }[],
    breakers: readonly SavedBreakers[],
  ): void {
    for (const { symbol, haltedUntil } of halts)
      if (haltedUntil !== undefined) this.#halts.set(symbol, haltedUntil ?? NEVER);
    this.#breakers.resume(breakers);
    for (const { market, side, at } of this.#breakers.stoppedPrograms) this.#tellDays(market, side, at);
  }

  /** The circuit breaker: nothing trades on either market, at the third level for the rest of the day. */
  #breakMarket(market: Market, level: BreakLevel): void {
    const { now } = this.#host;
    this.#host.emit({ type: 'circuit-breaker', at: now, market, level });
    for (const listed of this.#host.markets) {
      if (listed.listing.instrument.market !== market || listed.day.isScripted) continue;
      if (level === 3) haltBoth(listed, NEVER, 'last-breaker');
      else haltBoth(listed, now + BREAK_MS, 'breaker');
      this.#tell(listed.listing.instrument.symbol, 'halted');
    }
  }

  #stopPrograms(market: Market, side: OrderSide): void {
    const { now } = this.#host;
    this.#host.emit({ type: 'sidecar', at: now, market, side, until: now + SIDECAR_MS });
    this.#tellDays(market, side, now);
  }

  /** Who trades on the running days is no program of that side for a while. */
  #tellDays(market: Market, side: OrderSide, at: EpochMs): void {
    for (const { listing, day, nxt } of this.#host.markets) {
      if (listing.instrument.market !== market || day.isScripted) continue;
      day.participants.stopPrograms(side, at + SIDECAR_MS);
      nxt?.participants.stopPrograms(side, at + SIDECAR_MS);
    }
  }

  #tell(symbol: SymbolCode, state: 'halted' | 'released'): void {
    this.#host.emit({ type: 'halt', at: this.#host.now, symbol, state });
  }
}

function haltBoth({ day, nxt }: ListedMarket, until: EpochMs, by: HaltCause): void {
  day.halt(until, by);
  nxt?.halt(until, by);
}
