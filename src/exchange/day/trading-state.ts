// Whether one instrument trades: its market's phase, unless it is halted, or interrupted by its own volatility (krx-rules 3.4,
// 3.5). Ends auctions, extends those whose price would jump too far, and lets orders gather again after a halt.

import { AFTER_MARKET_FROM, type SessionPhase, spanOf, TEN_MINUTE_AUCTIONS_FROM } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price } from '#domain/units.ts';
import type { MarketFlow } from '../market/market-flow.ts';
import { matchingAt, type TradingStage } from '../orders/order-validity.ts';
import type { Random } from '../random.ts';
import type { SavedTradingState } from '../saved-exchange.ts';
import { reopeningMs } from './circuit-breaker.ts';
import type { DayTerms } from './day-terms.ts';
import type { MarketDay } from './market-day.ts';
import type { MarketHost } from './market-host.ts';
import {
  DYNAMIC_FROM,
  INTERRUPTION_MS,
  type InterruptionKind,
  lateEnd,
  VolatilityGuard,
} from './volatility.ts';

export interface TradingStateOptions {
  readonly market: MarketDay;
  readonly terms: DayTerms;
  readonly flow: MarketFlow;
  readonly randomAt: (moment: EpochMs) => Random;
  readonly host: MarketHost;
}

interface Halt {
  /** Infinity: until it is released. */
  readonly until: EpochMs;
  /** How long orders gather afterwards; 0 where trading just goes on. */
  readonly reopeningMs: EpochMs;
  readonly by: HaltCause;
}

/**
 * Why nothing trades: somebody asked for it, or the market's circuit breaker was set off. At its last level the day is over:
 * nothing is received any more, not even cancels, and nothing releases it.
 */
export type HaltCause = 'request' | 'breaker' | 'last-breaker';

/** An auction of the instrument alone. `kind` is null for a reopening after a halt. */
interface Interruption {
  readonly kind: InterruptionKind | null;
  /** Price that would have been traded. */
  readonly price: Price;
  readonly until: EpochMs;
  /** Its price opens trading: after a halt, and where it goes on with an opening auction. */
  readonly isOpening: boolean;
}

/** The evening's auctions until September 2026 are this far apart, and were until September 2014. */
const AFTER_HOURS_AUCTION_MS = 10 * MINUTE_MS;
const AFTER_HOURS_AUCTION_MS_UNTIL_2014 = 30 * MINUTE_MS;
const NEVER = Number.POSITIVE_INFINITY;

export class TradingState {
  readonly #market: MarketDay;
  readonly #mayInterrupt: boolean;
  /** Nothing is received while it is interrupted: NXT until 2026-09-14, which had the dynamic kind alone (brokers' help pages). */
  readonly #isPausing: boolean;
  readonly #flow: MarketFlow;
  readonly #randomAt: (moment: EpochMs) => Random;
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

  constructor({ market, terms, flow, randomAt, host }: TradingStateOptions) {
    const { instrument, venue, hours, base } = market;
    this.#market = market;
    this.#flow = flow;
    this.#randomAt = randomAt;
    this.#host = host;
    this.#isPausing = venue === 'NXT' && hours.date < AFTER_MARKET_FROM;
    this.#guard = new VolatilityGuard(terms.threshold, base, hours.date, this.#isPausing);
    // A given tape stays what it is.
    const mayInterrupt = terms.mayInterrupt && !flow.isScripted;
    this.#mayInterrupt = mayInterrupt && instrument.kind !== 'elw' && hours.date >= DYNAMIC_FROM;
    if (market.rules.isHalted)
      this.#halt = { until: NEVER, reopeningMs: reopeningMs(venue, hours.date), by: 'request' };
  }

  get stage(): TradingStage {
    if (this.#halt !== null) return this.haltedBy === 'last-breaker' ? 'closed' : 'halted';
    const { phase } = this.#market;
    if (this.#interruption === null) return this.#stageOf(phase);
    if (phase === 'post-close') return 'closing-auction';
    if (phase === 'after-hours') return phase;
    return this.#isPausing ? 'paused' : 'interruption';
  }

  /** Why it is halted; null while it is not. */
  get haltedBy(): HaltCause | null {
    return this.#halt?.by ?? null;
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
    const { phase, hours, rules } = this.#market;
    if (this.#stageOf(phase) === 'periodic-auction') {
      // The orders of an auction cut short by the closing auction go on into that one.
      const { until = 0 } = spanOf(hours, phase) ?? {};
      if ((until - hours.openAt) % (rules.auctionMs ?? 1) === 0) this.#holdAuction();
      return;
    }
    if (matchingAt(phase) !== 'auction') return;
    if (phase === 'opening-auction' || phase === 'closing-auction') this.#holdOrInterrupt();
    else this.#holdAuction();
  }

  /** The market has come to its phase. */
  enter(): void {
    const { phase, until, hours } = this.#market;
    const { now } = this.#host;
    this.#guard.enter(phase);
    this.#auctionAt = NEVER;
    if (this.#interruption !== null && matchingAt(phase) === 'auction' && phase !== 'after-hours')
      this.#release(null);
    if (this.#halt !== null) this.#flow.enter('closed', now, NEVER);
    else if (this.#interruption !== null && phase !== 'after-hours')
      this.#flow.enter(this.#isPausing ? 'closed' : 'interruption', now, this.#interruption.until);
    else {
      const gap = this.#auctionGap;
      const from = spanOf(hours, phase)?.from ?? now;
      if (gap !== null) this.#auctionAt = from + (Math.floor((now - from) / gap) + 1) * gap;
      const isPeriodic = this.stage === 'periodic-auction';
      if (isPeriodic) this.#flow.enter('interruption', now, Math.min(this.#auctionAt, until));
      else this.#flow.enter(phase, now, until);
    }
    this.#watch();
  }

  /** Stops trading; a day that is over stays over. */
  halt(until: EpochMs, reopeningMs: EpochMs, by: HaltCause): void {
    if (this.haltedBy === 'last-breaker') return;
    const before = this.#halt;
    if (this.#interruption !== null) this.#release(null);
    // Of a request and a breaker the longer one counts; a request takes the place of the one before.
    const isOther = before !== null && before.by !== by;
    this.#halt = { until: isOther ? Math.max(before.until, until) : until, reopeningMs, by };
    this.#flow.enter('closed', this.#host.now, NEVER);
    this.#watch();
  }

  /** Ends the halt. In continuous trading orders gather first. */
  release(): boolean {
    const halt = this.#halt;
    if (halt === null || halt.by === 'last-breaker') return false;
    this.#halt = null;
    const { phase, last } = this.#market;
    if (matchingAt(this.#stageOf(phase)) === 'continuous' && halt.reopeningMs > 0) {
      const until = this.#lateEnd(halt.reopeningMs);
      this.#interruption = { kind: null, price: last, until, isOpening: true };
    }
    this.enter();
    return true;
  }

  /** Lets happen what is due at `nextAt`. */
  step(): void {
    if (this.#halt !== null) {
      this.#market.release();
      const { venue, instrument } = this.#market;
      const { now } = this.#host;
      // Both markets stop and start together; it is said once.
      if (venue === 'KRX')
        this.#host.emit({ type: 'halt', at: now, symbol: instrument.symbol, state: 'released' });
    } else if (this.#interruption !== null) this.#endInterruption();
    else {
      // An auction every ten minutes: the last one of an evening ends it, and is never put off.
      this.#holdOrInterrupt();
      this.enter();
    }
  }

  save(): SavedTradingState {
    const halt = this.#halt;
    return {
      anchor: this.#guard.staticReference,
      count: this.#count,
      halt: halt && { ...halt, until: halt.until === NEVER ? null : halt.until },
      interruption: this.#interruption && { ...this.#interruption },
    };
  }

  resume({ anchor, count, halt, interruption }: SavedTradingState): void {
    this.#guard.anchor(anchor);
    this.#count = count;
    this.#halt = halt && { by: 'request', ...halt, until: halt.until ?? NEVER };
    this.#interruption = interruption && { ...interruption };
  }

  #stageOf(phase: SessionPhase): TradingStage {
    return phase === 'continuous' && this.#market.rules.auctionMs !== null ? 'periodic-auction' : phase;
  }

  /** How far apart the auctions of the phase are; null where it has one or none. */
  get #auctionGap(): EpochMs | null {
    const { phase, rules, hours } = this.#market;
    if (phase === 'after-hours') {
      const isShort = hours.date >= TEN_MINUTE_AUCTIONS_FROM;
      return isShort ? AFTER_HOURS_AUCTION_MS : AFTER_HOURS_AUCTION_MS_UNTIL_2014;
    }
    return phase === 'continuous' ? rules.auctionMs : null;
  }

  #interrupt(price: Price, kind: InterruptionKind): void {
    const { now } = this.#host;
    this.#count++;
    const until = this.#isPausing ? now + INTERRUPTION_MS : this.#lateEnd(INTERRUPTION_MS);
    this.#interruption = { kind, price, until, isOpening: this.#market.phase === 'opening-auction' };
    if (this.#isPausing) this.#flow.enter('closed', now, until);
    else if (this.#market.phase !== 'after-hours')
      this.#flow.enter('interruption', now, now + INTERRUPTION_MS);
    this.#tell('triggered', kind, price, until);
    this.#watch();
    this.#market.touch();
  }

  /** When an auction that begins now ends. */
  #lateEnd(nominalMs: EpochMs): EpochMs {
    const { now } = this.#host;
    return lateEnd(now, nominalMs, this.#randomAt(now));
  }

  /** A pause ends with an auction as well, of what was left of the order that set it off (our decision). */
  #endInterruption(): void {
    this.#release(this.#holdAuction());
    if (this.#market.phase === 'post-close') this.#market.closeLate();
    this.enter();
  }

  /** Forgets the interruption and says so; `price` is that of its auction, null when none was held or nothing traded. */
  #release(price: Price | null): void {
    const interruption = this.#interruption;
    this.#interruption = null;
    if (interruption === null || interruption.kind === null) return;
    this.#tell('released', interruption.kind, price ?? interruption.price, this.#host.now);
  }

  /** Holds the auction, unless its price would interrupt trading: then it goes on for a while. */
  #holdOrInterrupt(): void {
    const { orders, ladder, previousIndex } = this.#market;
    const outcome = this.#mayInterrupt ? orders.auctionPrice(previousIndex) : null;
    const price = outcome === null ? null : ladder.priceAt(outcome.index);
    const kind = price === null ? null : this.#guard.breachOf(price);
    if (price !== null && kind !== null) this.#interrupt(price, kind);
    else this.#holdAuction();
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
