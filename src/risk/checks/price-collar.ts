// Refuses a limit price too far on the wrong side of the last price: a buy far above, a sell far below. A price far on
// the right side only waits, which harms nobody.

import { mulDiv } from '#domain/units.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkPriceCollar: RiskCheck = (request, view, limits) => {
  if (limits.priceCollarPpm === null || request.pricing.type !== 'limit') return null;
  const last = view.instrument(request.symbol)?.last ?? null;
  if (last === null) return null;
  const { price } = request.pricing;
  const distance = request.side === 'buy' ? price - last : last - price;
  const distancePpm = mulDiv(distance, 1_000_000, last);
  return distancePpm > limits.priceCollarPpm
    ? { code: 'price-collar', limit: limits.priceCollarPpm, actual: distancePpm }
    : null;
};
