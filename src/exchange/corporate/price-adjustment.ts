// Adjusted prices (수정주가): how prices and volumes from before an action compare with those after it. Prices go by what the base
// price was to the close before, so that an adjusted close is the base of the day after; shares go by the ratio. Factors
// follow each other and cut to whole won, so several actions may be a won apart from one product.

import type { Bar } from '#domain/bar.ts';
import { addDays, kstMidnight } from '#domain/time.ts';
import { type EpochMs, mulDiv, type Price, type Quantity, type TradeDate } from '#domain/units.ts';
import type { BarArchive } from '../day/bar-archive.ts';
import type { Listing } from '../market/listing.ts';
import type { MarketSource } from '../market/market-flow.ts';
import {
  ACTION_TRAITS,
  type ActionKind,
  closeForBase,
  givenRatio,
  type ShareRatio,
} from './corporate-action.ts';
import { inNewShares } from './share-counts.ts';

/** What the actions of one day make of everything before it. */
export interface PriceAdjustment {
  readonly on: TradeDate;
  readonly kinds: readonly ActionKind[];
  /** The close before, won, and the base price it became. */
  readonly close: Price;
  readonly base: Price;
  readonly ratios: readonly ShareRatio[];
}

/** An instrument with its finished days. */
interface Past {
  readonly listing: Listing;
  readonly archive: Pick<BarArchive, 'lastBefore'>;
}

const NONE: readonly PriceAdjustment[] = [];

/** A price and a number of shares at some moment. */
interface Traded {
  readonly price: Price;
  readonly quantity: Quantity;
}

/** A bar, as far as it is adjusted. */
type BarLike = Pick<Bar, 'start' | 'open' | 'high' | 'low' | 'close' | 'volume'>;

/**
 * The adjustments up to a date, oldest first; a dividend in cash makes none, and neither does an action before which nothing was
 * traded.
 */
export function adjustmentsOf(
  { listing, archive }: Past,
  source: Pick<MarketSource, 'basePrice'>,
  through: TradeDate,
): readonly PriceAdjustment[] {
  if (listing.actions === undefined) return NONE;
  const moving = listing.actions.filter(({ kind, on }) => on <= through && ACTION_TRAITS[kind].movesBase);
  return [...Map.groupBy(moving, ({ on }) => on)].flatMap(([on, together]) => {
    const last = archive.lastBefore(on);
    if (last === null) return [];
    // Where nothing was traded since another action, the close is the one that action made of it.
    const date = addDays(on, -1);
    const close = closeForBase(listing, last, date);
    return {
      on,
      kinds: together.map(({ kind }) => kind),
      close,
      base: source.basePrice(listing, on, closeForBase(listing, { date, close }, on)),
      ratios: together.flatMap((action) => givenRatio(action) ?? []),
    };
  });
}

/** A price of a date in prices of a later one, by the adjustments after the one through the other. At least one won. */
export function adjustedPrice(
  price: Price,
  adjustments: readonly PriceAdjustment[],
  from: TradeDate,
  to: TradeDate,
): Price {
  return adjustments.reduce(
    (value, step) => (step.on > from && step.on <= to ? inNewPrices(value, step) : value),
    price,
  );
}

/** Bars as if they had all been traded after the last adjustment. Bars after it are handed on as they are. */
export function adjustedBars<T extends BarLike>(
  bars: readonly T[],
  adjustments: readonly PriceAdjustment[],
): readonly T[] {
  return adjusted(
    bars,
    adjustments,
    ({ start }) => start,
    (bar, step) => ({
      ...bar,
      open: inNewPrices(bar.open, step),
      high: inNewPrices(bar.high, step),
      low: inNewPrices(bar.low, step),
      close: inNewPrices(bar.close, step),
      volume: inNewShares(bar.volume, step.ratios),
    }),
  );
}

/** The same for single trades, which keep at least one share. */
export function adjustedTrades<T extends Traded & { readonly at: EpochMs }>(
  trades: readonly T[],
  adjustments: readonly PriceAdjustment[],
): readonly T[] {
  return adjusted(
    trades,
    adjustments,
    ({ at }) => at,
    (trade, step) => ({
      ...trade,
      price: inNewPrices(trade.price, step),
      quantity: Math.max(1, inNewShares(trade.quantity, step.ratios)),
    }),
  );
}

function adjusted<T>(
  rows: readonly T[],
  adjustments: readonly PriceAdjustment[],
  timeOf: (row: T) => EpochMs,
  take: (row: T, step: PriceAdjustment) => T,
): readonly T[] {
  const steps = adjustments.map((step) => ({ step, at: kstMidnight(step.on) }));
  const first = rows[0];
  if (first === undefined || !steps.some(({ at }) => at > timeOf(first))) return rows;
  return rows.map((row) =>
    steps.reduce((value, { step, at }) => (at > timeOf(row) ? take(value, step) : value), row),
  );
}

function inNewPrices(price: Price, { base, close }: PriceAdjustment): Price {
  return Math.max(1, mulDiv(price, base, close));
}
