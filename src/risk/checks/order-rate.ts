// Refuses more orders than allowed in a second or in a day: a strategy gone wild is stopped here.

import type { RiskCheck } from '../risk-check.ts';

export const checkOrderRate: RiskCheck = (_request, view, limits) => {
  if (limits.maxOrdersPerSecond !== null && view.ordersInLastSecond >= limits.maxOrdersPerSecond) {
    return {
      code: 'order-rate',
      limit: limits.maxOrdersPerSecond,
      actual: view.ordersInLastSecond,
      detail: 'per second',
    };
  }
  if (limits.maxOrdersPerDay !== null && view.ordersToday >= limits.maxOrdersPerDay) {
    return { code: 'order-rate', limit: limits.maxOrdersPerDay, actual: view.ordersToday, detail: 'per day' };
  }
  return null;
};
