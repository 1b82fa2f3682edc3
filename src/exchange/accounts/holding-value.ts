// What a holding is worth on the broker's screen (kt00018): its value at the last price less what it cost, less the
// commission of buying and of selling it, less the tax of selling it. Held against the guide's own sample rows.

import { commissionFor, type SellTaxRates, sellTax } from '#domain/costs.ts';
import type { Won } from '#domain/units.ts';

/** Amounts in won; the commissions and the tax are those of the whole holding, each cut once. */
export interface HoldingValue {
  readonly value: Won;
  readonly profit: Won;
  readonly buyCommission: Won;
  readonly sellCommission: Won;
  readonly tax: Won;
}

/** Values shares that cost `cost` won (commission apart) at `value` won. */
export function holdingValue(
  cost: Won,
  value: Won,
  commissionPpm: number,
  taxRates: SellTaxRates,
): HoldingValue {
  const buyCommission = commissionFor(cost, commissionPpm);
  const sellCommission = commissionFor(value, commissionPpm);
  const tax = sellTax(value, taxRates);
  return {
    value,
    profit: value - cost - buyCommission - sellCommission - tax,
    buyCommission,
    sellCommission,
    tax,
  };
}
