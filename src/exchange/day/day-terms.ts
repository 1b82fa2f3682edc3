// What holds for one instrument all day long: the instrument as it is that day, its limits, and what its designations change.

import type { DailyReference, Instrument } from '#domain/instrument.ts';
import { liquidationBounds, listingDayLimits, type PriceLimits, priceLimits } from '#domain/price-limit.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { Price, TradeDate } from '#domain/units.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { PriceLadder } from '../book/price-ladder.ts';
import type { TradingHours } from '../contract.ts';
import { type DayRules, dayRules } from '../market/designations.ts';
import type { Listing } from '../market/listing.ts';
import type { TradingStage } from '../orders/order-validity.ts';
import { type DynamicThreshold, dynamicThreshold } from './volatility.ts';

/** First trade date on which a new listing's first day has no volatility interruptions (krx-rules 2). */
const CALM_LISTING_DAY_FROM: TradeDate = '2021-10-18';

export interface DayTerms {
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  readonly rules: DayRules;
  /** How far a price may be from the last one before it interrupts trading. */
  readonly threshold: DynamicThreshold;
  /** False where no price interrupts trading: names with auctions of their own, and first days (krx-rules 3.4). */
  readonly mayInterrupt: boolean;
}

/** The terms of a listing's day. `base` is the day's base price in won; `isExpiry` tells whether options on the index expire. */
export function dayTerms(listing: Listing, base: Price, date: TradeDate, isExpiry: boolean): DayTerms {
  const { instrument } = listing;
  const rules = dayRules(listing, date);
  const isFirstDay = listing.listedOn === date;
  return {
    instrument: rules.isRestricted ? { ...instrument, isRestricted: true } : instrument,
    reference: { base, ...limitsOf(listing, base, date, rules, isFirstDay), warning: rules.warning },
    rules,
    threshold: dynamicThreshold(instrument, listing.isInKospi200 ?? false, isExpiry),
    mayInterrupt: rules.auctionMs === null && !(isFirstDay && date >= CALM_LISTING_DAY_FROM),
  };
}

function limitsOf(
  { instrument }: Listing,
  base: Price,
  date: TradeDate,
  { hasLimits }: DayRules,
  isFirstDay: boolean,
): PriceLimits {
  if (!hasLimits || instrument.kind === 'elw') return liquidationBounds(instrument, base, date);
  return isFirstDay ? listingDayLimits(instrument, base, date) : priceLimits(instrument, base, date);
}

/**
 * The quote that stands for the close of a day without trades (기세, krx-rules 2, 7.2): the best bid above the base price, or the
 * best ask below it; null when neither is there. That it must be beyond the base price is commonly known, not in our notes.
 */
export function standingQuote(
  { bids, asks }: OrderBook<unknown>,
  ladder: PriceLadder,
  base: Price,
): Price | null {
  const bid = bids.isEmpty ? base : ladder.priceAt(bids.best);
  if (bid > base) return bid;
  const ask = asks.isEmpty ? base : ladder.priceAt(asks.best);
  return ask < base ? ask : null;
}

/** The part of the day that trades of a phase belong to. A closing auction that goes on after its phase is of the regular session. */
export function hoursOf(phase: SessionPhase, stage: TradingStage): TradingHours {
  if (phase === 'post-close' && stage !== 'post-close') return 'regular';
  if (phase === 'pre-market') return 'before';
  return EVENING.has(phase) ? 'after' : 'regular';
}

const EVENING: ReadonlySet<SessionPhase> = new Set([
  'post-close',
  'after-market',
  'after-hours',
  'after-market-auction',
]);
