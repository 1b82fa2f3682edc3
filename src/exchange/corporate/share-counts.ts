// How many shares there are on a date. A listing says how many there were before the first of its actions; all later numbers
// follow from the actions, so that there is no second truth.

import { kstMidnight } from '#domain/time.ts';
import { type EpochMs, mulDiv, type Quantity, type TradeDate } from '#domain/units.ts';
import type { Listing } from '../market/listing.ts';
import { asNewOn } from '../market/new-listings.ts';
import { type Acting, givenRatio, type ShareRatio } from './corporate-action.ts';

/** Which day of an action counts: the first traded with it, or the one its shares are listed on. */
export type CountedFrom = 'on' | 'deliveredOn';

/**
 * What becomes of the shares between two days: by the actions after `from` up to and including `to`, in their order. Of shares that
 * are paid for only those listed count: on the first day without the right there is but what is given (givenRatio).
 */
export function ratiosBetween(
  { actions = [] }: Acting,
  from: TradeDate,
  to: TradeDate,
  by: CountedFrom = 'on',
): readonly ShareRatio[] {
  return actions.flatMap((action) => {
    if (action[by] <= from || action[by] > to) return [];
    return (by === 'on' ? givenRatio(action) : action.ratio) ?? [];
  });
}

/** So many shares after these ratios; a fraction of a share is dropped. */
export function inNewShares(shares: Quantity, ratios: readonly ShareRatio[]): Quantity {
  return ratios.reduce((count, { before, after }) => mulDiv(count, after, before), shares);
}

/** Shares of an instrument that are listed on a date: those of a bonus issue come some weeks after its price has fallen. */
export function listedSharesOn(listing: Listing, date: TradeDate): Quantity {
  return inNewShares(listing.listedShares, ratiosBetween(listing, '', date, 'deliveredOn'));
}

/**
 * Shares that an index counts: new ones from the day the price is one without the right to them, so that the index does not
 * fall with it (our reading: KRX adjusts its base capital that day).
 */
export function indexSharesOn(listing: Listing, date: TradeDate): Quantity {
  if (listing.actions === undefined) return listing.listedShares;
  return inNewShares(listing.listedShares, ratiosBetween(listing, '', date));
}

/** The same for any moment, for many of them at once. */
export function indexSharesAt(listing: Listing): (at: EpochMs) => Quantity {
  const { listedShares, actions = [] } = listing;
  if (actions.length === 0) return () => listedShares;
  const counts = actions.map(({ on }) => ({ from: kstMidnight(on), shares: indexSharesOn(listing, on) }));
  return (at) => counts.findLast(({ from }) => from <= at)?.shares ?? listedShares;
}

/** The listing as it is on a date: with the shares listed then, the usual volume in shares of that day, and wild while it is new. */
export function listingOn(listing: Listing, date: TradeDate): Listing {
  const usual = asNewOn(listing, date);
  if (usual.actions === undefined) return usual;
  return {
    ...usual,
    listedShares: listedSharesOn(listing, date),
    dailyVolume: Math.max(1, inNewShares(usual.dailyVolume, ratiosBetween(listing, '', date))),
  };
}
