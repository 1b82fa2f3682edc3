// Refuses to sell more than we hold, or more than the broker says is sellable (kt00018 trde_able_qty): the smaller of
// the two counts, since held shares may be pledged or already on sale elsewhere.

import type { RiskCheck } from '../risk-check.ts';

export const checkSellableQuantity: RiskCheck = (request, view) => {
  if (request.side === 'buy') return null;
  const ours = view.held(request.symbol);
  if (request.quantity > ours) return { code: 'sellable-quantity', limit: ours, actual: request.quantity };
  const theirs = view.sellable(request.symbol);
  if (theirs === null) return { ask: 'sellable' };
  return request.quantity > theirs
    ? { code: 'sellable-quantity', limit: theirs, actual: request.quantity }
    : null;
};
