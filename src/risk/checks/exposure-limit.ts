// Refuses a buy after which all holdings and open buys together would be worth more than allowed.

import { orderValue } from '../order-value.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkExposureLimit: RiskCheck = (request, view, limits) => {
  if (limits.maxExposure === null || request.side === 'sell') return null;
  const value = view.exposure() + orderValue(request);
  return value > limits.maxExposure
    ? { code: 'exposure-limit', limit: limits.maxExposure, actual: value }
    : null;
};
