// Volatility interruptions (krx-rules 3.4): when a price about to be traded is too far from the last one (dynamic) or from the
// last auction's (static). The price is looked at before the trade, so the order that would reach it does not trade.

import type { Instrument } from '#domain/instrument.ts';
import type { SessionPhase } from '#domain/session.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, TradeDate } from '#domain/units.ts';
import type { Random } from '../random.ts';

/** Nominal length of an interruption; it ends up to half a minute later, at random. */
export const INTERRUPTION_MS = 120 * SECOND_MS;
/** All auctions end up to this much late (krx-rules 7.2). */
export const LATE_END_MS_MAX = 30 * SECOND_MS;

/** First trade date of the dynamic kind. Commonly known, not in our notes. */
export const DYNAMIC_FROM: TradeDate = '2014-09-01';
/** First trade date of the static kind (krx-rules 7.4). */
const STATIC_FROM: TradeDate = '2015-06-15';
const STATIC_PERCENT = 10;
/** Below this price, in won, moves of three ticks never interrupt; the tick there is one won. */
const CHEAP_BELOW: Price = 1_000;
const CHEAP_FREE_WON = 3;

export type InterruptionKind = 'static' | 'dynamic' | 'both';

/** How far, in percent of the last price, a trade may be from it: less for what many watch, and at the close. */
export interface DynamicThreshold {
  readonly usual: number;
  readonly closing: number;
}

/**
 * KOSPI 200 names and plain index funds 3 % (2 % at the close), all else 6 % (4 %). At the close of the day on which options on
 * KOSPI 200 expire its names have 1 %.
 */
export function dynamicThreshold(
  { kind, leverage }: Pick<Instrument, 'kind' | 'leverage'>,
  isInKospi200: boolean,
  isExpiry = false,
): DynamicThreshold {
  if (kind === 'stock' && isInKospi200) return { usual: 3, closing: isExpiry ? 1 : 2 };
  return kind !== 'stock' && leverage === 1 ? { usual: 3, closing: 2 } : { usual: 6, closing: 4 };
}

/** When an auction that nominally lasts `nominalMs` from `at` ends. */
export function lateEnd(at: EpochMs, nominalMs: number, random: Random): EpochMs {
  return at + nominalMs + random.integer(LATE_END_MS_MAX);
}

/** The references of one instrument and the prices that would interrupt it. */
export class VolatilityGuard {
  readonly #threshold: DynamicThreshold;
  /** Price of the last auction; the base price before the first. */
  #anchor: Price;
  #last: Price;
  readonly #knowsStatic: boolean;
  #percent: number;
  #hasStatic = true;
  #hasDynamic = true;
  #ceiling = Number.POSITIVE_INFINITY;
  #floor = 0;

  /** Measures by the rules of `date`, on a market that may have the dynamic kind alone. */
  constructor(threshold: DynamicThreshold, base: Price, date: TradeDate, isDynamicOnly = false) {
    this.#threshold = threshold;
    this.#knowsStatic = date >= STATIC_FROM && !isDynamicOnly;
    this.#hasStatic = this.#knowsStatic;
    this.#anchor = base;
    this.#last = base;
    this.#percent = threshold.usual;
    this.#measure();
  }

  /** The lowest price that is too high, won. */
  get ceiling(): Price {
    return this.#ceiling;
  }

  /** The highest price that is too low, won. */
  get floor(): Price {
    return this.#floor;
  }

  get staticReference(): Price {
    return this.#anchor;
  }

  get dynamicReference(): Price {
    return this.#last;
  }

  /** The opening auction knows the static kind only, auctions after hours the dynamic; the closing auction is stricter. */
  enter(phase: SessionPhase): void {
    this.#percent = phase === 'closing-auction' ? this.#threshold.closing : this.#threshold.usual;
    this.#hasDynamic = phase !== 'opening-auction';
    this.#hasStatic = this.#knowsStatic && phase !== 'after-hours';
    this.#measure();
  }

  /** Orders to come are measured against `last`. */
  see(last: Price): void {
    if (last === this.#last) return;
    this.#last = last;
    this.#measure();
  }

  /** An auction was held at `price`. */
  anchor(price: Price): void {
    this.#anchor = price;
    this.#last = price;
    this.#measure();
  }

  /** Which rule `price` breaks; null when it may be traded. */
  breachOf(price: Price): InterruptionKind | null {
    const isStatic = this.#hasStatic && isOutside(price, this.#anchor, STATIC_PERCENT);
    const isDynamic = this.#hasDynamic && isOutside(price, this.#last, this.#percent);
    if (isStatic && isDynamic) return 'both';
    if (isStatic) return 'static';
    return isDynamic ? 'dynamic' : null;
  }

  #measure(): void {
    this.#ceiling = this.#hasStatic ? ceilingOf(this.#anchor, STATIC_PERCENT) : Number.POSITIVE_INFINITY;
    this.#floor = this.#hasStatic ? floorOf(this.#anchor, STATIC_PERCENT) : 0;
    if (!this.#hasDynamic) return;
    this.#ceiling = Math.min(this.#ceiling, ceilingOf(this.#last, this.#percent));
    this.#floor = Math.max(this.#floor, floorOf(this.#last, this.#percent));
  }
}

function isOutside(price: Price, reference: Price, percent: number): boolean {
  return price >= ceilingOf(reference, percent) || price <= floorOf(reference, percent);
}

function ceilingOf(reference: Price, percent: number): Price {
  const ceiling = Math.ceil((reference * (100 + percent)) / 100);
  return reference < CHEAP_BELOW ? Math.max(ceiling, reference + CHEAP_FREE_WON + 1) : ceiling;
}

function floorOf(reference: Price, percent: number): Price {
  const floor = Math.floor((reference * (100 - percent)) / 100);
  return reference < CHEAP_BELOW ? Math.min(floor, reference - CHEAP_FREE_WON - 1) : floor;
}
