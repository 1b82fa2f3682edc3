// Refuses a single order worth more than allowed.

import { orderValue } from '../order-value.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkOrderValue: RiskCheck = (request, _view, limits) => {
  if (limits.maxOrderValue === null) return null;
  const value = orderValue(request);
  return value > limits.maxOrderValue
    ? { code: 'order-value-limit', limit: limits.maxOrderValue, actual: value }
    : null;
};
