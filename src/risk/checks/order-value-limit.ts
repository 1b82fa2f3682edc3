// Refuses a single buy worth more than allowed. Sells are free: a limit must never keep us from getting out.

import { orderValue } from '../order-value.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkOrderValue: RiskCheck = (request, _view, limits) => {
  if (limits.maxOrderValue === null || request.side === 'sell') return null;
  const value = orderValue(request);
  return value > limits.maxOrderValue
    ? { code: 'order-value-limit', limit: limits.maxOrderValue, actual: value }
    : null;
};
