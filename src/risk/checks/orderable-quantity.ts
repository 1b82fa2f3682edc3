// Refuses to buy more than the broker says can be paid for (kt00011, the no-misu figures). A fresh answer at this price
// or above is used at once; otherwise the broker is asked first.

import { countedPrice } from '../order-value.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkOrderableQuantity: RiskCheck = (request, view, limits) => {
  if (request.side === 'sell') return null;
  const price = countedPrice(request, view.instrument(request.symbol));
  const known = view.orderable(request.symbol);
  if (known === null || known.price < price || view.now - known.answeredAt > limits.orderableValidMs) {
    return { ask: 'orderable', price };
  }
  return request.quantity > known.quantity
    ? { code: 'orderable-quantity', limit: known.quantity, actual: request.quantity }
    : null;
};
