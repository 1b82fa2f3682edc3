// Whether one instrument trades: its market's phase, unless it is halted, or interrupted by its own volatility (krx-rules 3.4,
// 3.5). Ends auctions, extends those whose price would jump too far, and lets orders gather again after a halt.

import { AFTER_MARKET_FROM, spanOf } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price } from '#domain/units.ts';
import type { MarketFlow } from '../market/market-flow.ts';
import { matchingAt, type TradingStage } from '../orders/order-validity.ts';
import type { Random } from '../random.ts';
import type { SavedTradingState } from '../saved-exchange.ts';
import { BREAKER_FROM } from './circuit-breaker.ts';
import type { MarketDay } from './market-day.ts';
import type { MarketHost } from './market-host.ts';
import {
  dynamicThreshold,
  INTERRUPTION_MS,
  type InterruptionKind,
  lateEnd,
  VolatilityGuard,
} from './volatility.ts';

export interface TradingStateOptions {
  readonly market: MarketDay;
  readonly isInKospi200: boolean;
  /** False where nothing may interrupt the tape: on the first day of a listing, and when the tape is given. */
  readonly mayInterrupt: boolean;
  readonly flow: MarketFlow;
  readonly random: Random;
  readonly host: MarketHost;
}

interface Halt {
  /** Infinity: until it is released. */
  readonly until: EpochMs;
  readonly reopeningMs: EpochMs;
}

/** An auction of the instrument alone. `kind` is null for a reopening after a halt. */
interface Interruption {
  readonly kind: InterruptionKind | null;
  /** Price that would have been traded. */
  readonly price: Price;
  readonly until: EpochMs;
  /** Its price opens trading: after a halt, and where it goes on with an opening auction. */
  readonly isOpening: boolean;
}

/** The evening's auctions until September 2026 are this far apart. */
const AFTER_HOURS_AUCTION_MS = 10 * MINUTE_MS;
const NEVER = Number.POSITIVE_INFINITY;

export class TradingState {
  readonly #market: MarketDay;
  readonly #mayInterrupt: boolean;
  readonly #flow: MarketFlow;
  readonly #random: Random;
  readonly #host: MarketHost;
  readonly #guard: VolatilityGuard;
  #halt: Halt | null = null;
  #interruption: Interruption | null = null;
  #auctionAt: EpochMs = NEVER;
  #brokenAt: Price | null = null;
  /** The last price the book's guard was set for. */
  #watched: Price = 0;
  /** Interruptions so far today. */
  #count = 0;

  constructor({ market, isInKospi200, mayInterrupt, flow, random, host }: TradingStateOptions) {
    const { instrument, venue, hours, base } = market;
    this.#market = market;
    this.#flow = flow;
    this.#random = random;
    this.#host = host;
    this.#guard = new VolatilityGuard(dynamicThreshold(instrument, isInKospi200), base);
    const since = venue === 'KRX' ? BREAKER_FROM : AFTER_MARKET_FROM;
    this.#mayInterrupt = mayInterrupt && instrument.kind !== 'elw' && hours.date >= since;
  }

  get stage(): TradingStage {
    if (this.#halt !== null) return 'halted';
    const { phase } = this.#market;
    if (this.#interruption === null) return phase;
    return phase === 'post-close' ? 'closing-auction' : 'interruption';
  }

  get nextAt(): EpochMs {
    if (this.#halt !== null) return this.#halt.until;
    return this.#interruption?.until ?? this.#auctionAt;
  }

  get isBroken(): boolean {
    return this.#brokenAt !== null;
  }

  /** A trade at `price` was prevented because it would interrupt trading. */
  broken(price: Price): void {
    this.#brokenAt ??= price;
  }

  interruptIfBroken(): void {
    const price = this.#brokenAt;
    if (price === null) return;
    this.#brokenAt = null;
    this.#interrupt(price, this.#guard.breachOf(price) ?? 'dynamic');
  }

  /** Measures orders to come against the last price, if it is another one. */
  watchLast(): void {
    if (this.#market.last !== this.#watched) this.#watch();
  }

  #watch(): void {
    const { orders, last } = this.#market;
    this.#watched = last;
    if (!this.#mayInterrupt || matchingAt(this.stage) !== 'continuous') {
      orders.guard(NEVER, 0);
      return;
    }
    this.#guard.see(last);
    orders.guard(this.#guard.ceiling, this.#guard.floor);
  }

  /** The phase is about to end: what gathers is matched now, or goes on a little. */
  leave(next: TradingStage): void {
    if (this.#halt !== null) return;
    if (this.#interruption !== null) {
      // An auction of the whole market takes over; before a pause it must be done.
      if (matchingAt(next) === 'none') this.#endInterruption();
      return;
    }
    const { phase, orders, ladder, lastIndex } = this.#market;
    if (matchingAt(phase) !== 'auction') return;
    const outcome = orders.auctionPrice(lastIndex);
    const price = outcome === null ? null : ladder.priceAt(outcome.index);
    const isWatched = this.#mayInterrupt && (phase === 'opening-auction' || phase === 'closing-auction');
    const kind = isWatched && price !== null ? this.#guard.breachOf(price) : null;
    if (price !== null && kind !== null) this.#interrupt(price, kind);
    else this.#holdAuction();
  }

  /** The market has come to its phase. */
  enter(): void {
    const { phase, until, hours } = this.#market;
    const { now } = this.#host;
    this.#guard.enter(phase);
    this.#auctionAt = NEVER;
    if (this.#interruption !== null && matchingAt(phase) === 'auction') this.#release(null);
    if (this.#halt !== null) this.#flow.enter('closed', now, NEVER);
    else if (this.#interruption !== null) this.#flow.enter('interruption', now, this.#interruption.until);
    else {
      this.#flow.enter(phase, now, until);
      const from = phase === 'after-hours' ? (spanOf(hours, phase)?.from ?? now) : NEVER;
      const passed = Math.floor((now - from) / AFTER_HOURS_AUCTION_MS);
      if (from !== NEVER) this.#auctionAt = from + (passed + 1) * AFTER_HOURS_AUCTION_MS;
    }
    this.#watch();
  }

  halt(until: EpochMs, reopeningMs: EpochMs): void {
    if (this.#interruption !== null) this.#release(null);
    this.#halt = { until, reopeningMs };
    this.#flow.enter('closed', this.#host.now, NEVER);
    this.#watch();
  }

  /** Ends the halt. In continuous trading orders gather first. */
  release(): boolean {
    const halt = this.#halt;
    if (halt === null) return false;
    this.#halt = null;
    const { phase, last } = this.#market;
    const { now } = this.#host;
    if (matchingAt(phase) === 'continuous') {
      const until = lateEnd(now, halt.reopeningMs, this.#random);
      this.#interruption = { kind: null, price: last, until, isOpening: true };
    }
    this.enter();
    return true;
  }

  /** Lets happen what is due at `nextAt`. */
  step(): void {
    if (this.#halt !== null) {
      this.release();
      const { venue, instrument } = this.#market;
      const { now } = this.#host;
      // Both markets stop and start together; it is said once.
      if (venue === 'KRX')
        this.#host.emit({ type: 'halt', at: now, symbol: instrument.symbol, state: 'released' });
    } else if (this.#interruption !== null) this.#endInterruption();
    else {
      this.#holdAuction();
      this.enter();
    }
  }

  save(): SavedTradingState {
    const halt = this.#halt;
    return {
      anchor: this.#guard.staticReference,
      count: this.#count,
      halt: halt && { until: halt.until === NEVER ? null : halt.until, reopeningMs: halt.reopeningMs },
      interruption: this.#interruption && { ...this.#interruption },
    };
  }

  resume({ anchor, count, halt, interruption }: SavedTradingState): void {
    this.#guard.anchor(anchor);
    this.#count = count;
    this.#halt = halt && { until: halt.until ?? NEVER, reopeningMs: halt.reopeningMs };
    this.#interruption = interruption && { ...interruption };
  }

  #interrupt(price: Price, kind: InterruptionKind): void {
    const { now } = this.#host;
    this.#count++;
    const until = lateEnd(now, INTERRUPTION_MS, this.#random);
    this.#interruption = { kind, price, until, isOpening: this.#market.phase === 'opening-auction' };
    this.#flow.enter('interruption', now, now + INTERRUPTION_MS);
    this.#tell('triggered', kind, price, until);
    this.#watch();
    this.#market.touch();
  }

  #endInterruption(): void {
    const { phase, until } = this.#market;
    this.#release(this.#holdAuction());
    if (phase === 'post-close') this.#market.closeLate();
    this.#flow.enter(phase, this.#host.now, until);
    this.#watch();
  }

  /** Forgets the interruption and says so; `price` is that of its auction, null when none was held or nothing traded. */
  #release(price: Price | null): void {
    const interruption = this.#interruption;
    this.#interruption = null;
    if (interruption === null || interruption.kind === null) return;
    this.#tell('released', interruption.kind, price ?? interruption.price, this.#host.now);
  }

  #holdAuction(): Price | null {
    const isOpening = this.#interruption?.isOpening ?? this.#market.phase === 'opening-auction';
    const price = this.#market.holdAuction(isOpening);
    if (price !== null) this.#guard.anchor(price);
    return price;
  }

  #tell(state: 'triggered' | 'released', kind: InterruptionKind, price: Price, releaseAt: EpochMs): void {
    const { venue, instrument } = this.#market;
    this.#host.emit({
      type: 'volatility-interruption',
      at: this.#host.now,
      venue,
      symbol: instrument.symbol,
      state,
      kind,
      price,
      staticReference: this.#guard.staticReference,
      dynamicReference: this.#guard.dynamicReference,
      count: this.#count,
      releaseAt,
    });
  }
}
