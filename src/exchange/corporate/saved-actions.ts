// The actions of an exchange that is gone on with: what has begun stays as it was, for bars, holdings and claims came of it;
// what was to come may be told anew.

import type { TradeDate } from '#domain/units.ts';
import type { Listing } from '../market/listing.ts';
import type { CorporateAction } from './corporate-action.ts';

/** The listing with the actions it had when it was saved on `date`. Later ones are its own, where it has any to tell. */
export function withSavedActions(
  listing: Listing,
  saved: readonly CorporateAction[] = [],
  date: TradeDate,
): Listing {
  const { actions: told, ...bare } = listing;
  const begun = saved.filter(({ on }) => on <= date);
  const coming = (told ?? saved).filter(({ on }) => on > date);
  const actions = [...begun, ...coming];
  return actions.length === 0 ? bare : { ...bare, actions };
}
