// Refuses an order that one of the same strategy, side, quantity and price still works for: sizing never asks twice, so
// a twin means that something went wrong upstream.

import type { OrderRequest } from '#domain/order.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkDuplicateOrder: RiskCheck = (request, view) => {
  const open = view.openOrders(request.symbol);
  for (let i = 0; i < open.length; i++) {
    const other = open[i];
    if (other !== undefined && isTwin(request, other.request)) {
      return { code: 'duplicate-order', limit: null, actual: null, detail: other.request.id };
    }
  }
  return null;
};

function isTwin(a: OrderRequest, b: OrderRequest): boolean {
  return (
    a.strategy === b.strategy &&
    a.side === b.side &&
    a.quantity === b.quantity &&
    a.pricing.type === b.pricing.type &&
    (a.pricing.type !== 'limit' || b.pricing.type !== 'limit' || a.pricing.price === b.pricing.price)
  );
}
