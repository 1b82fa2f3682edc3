// Refuses a buy after which one instrument would be worth more than allowed, open buys counted.

import { orderValue, valuePrice } from '../order-value.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkPositionLimit: RiskCheck = (request, view, limits) => {
  if (limits.maxPositionValue === null || request.side === 'sell') return null;
  const last = view.instrument(request.symbol)?.last ?? request.referencePrice;
  let value = view.held(request.symbol) * last + orderValue(request);
  for (const order of view.openOrders(request.symbol)) {
    const { request: open } = order;
    if (open.side === 'buy')
      value += (open.quantity - order.filledQuantity) * Math.max(last, valuePrice(open));
  }
  return value > limits.maxPositionValue
    ? { code: 'position-limit', limit: limits.maxPositionValue, actual: value }
    : null;
};
