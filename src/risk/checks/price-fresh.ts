// Refuses to trade blind: without a last price, or on market data older than allowed.

import type { RiskCheck } from '../risk-check.ts';

export const checkPriceFresh: RiskCheck = (request, view, limits) => {
  const picture = view.instrument(request.symbol);
  if (picture === null || picture.last === null || picture.updatedAt === null) {
    return { code: 'price-unknown', limit: null, actual: null, detail: request.symbol };
  }
  const age = view.now - picture.updatedAt;
  if (limits.staleAfterMs !== null && age > limits.staleAfterMs) {
    return { code: 'market-data-stale', limit: limits.staleAfterMs, actual: age };
  }
  return null;
};
