// Refuses limit prices the exchange would reject: off the tick grid, or outside the day's price limits (krx-rules 1, 2).

import { floorToTick, isOnTick } from '#domain/tick.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkPriceGrid: RiskCheck = (request, view) => {
  if (request.pricing.type !== 'limit') return null;
  const { price } = request.pricing;
  const picture = view.instrument(request.symbol);
  if (picture === null || picture.reference === null) return null;
  if (!isOnTick(picture.ticks, price)) {
    return { code: 'off-tick', limit: floorToTick(picture.ticks, price), actual: price };
  }
  const { upperLimit, lowerLimit } = picture.reference;
  if (price > upperLimit) return { code: 'outside-price-limits', limit: upperLimit, actual: price };
  if (price < lowerLimit) return { code: 'outside-price-limits', limit: lowerLimit, actual: price };
  return null;
};
