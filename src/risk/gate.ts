// The one gate between a request and the market. It runs the checks in the order of the refusal codes, the first refusal
// wins, and it alone turns an OrderRequest into an ApprovedOrder.

import type { ApprovedOrder, OrderRequest, Refusal } from '#domain/order.ts';
import { checkDailyLoss } from './checks/daily-loss.ts';
import { checkDuplicateOrder } from './checks/duplicate-order.ts';
import { checkExposureLimit } from './checks/exposure-limit.ts';
import { checkHalted } from './checks/halted.ts';
import { checkInstrumentTradable } from './checks/instrument-tradable.ts';
import { checkOrderRate } from './checks/order-rate.ts';
import { checkOrderValue } from './checks/order-value-limit.ts';
import { checkOrderableQuantity } from './checks/orderable-quantity.ts';
import { checkPositionLimit } from './checks/position-limit.ts';
import { checkPriceCollar } from './checks/price-collar.ts';
import { checkPriceFresh } from './checks/price-fresh.ts';
import { checkPriceGrid } from './checks/price-grid.ts';
import { checkReconciled } from './checks/reconciled.ts';
import { checkSelfTrade } from './checks/self-trade.ts';
import { checkSellableQuantity } from './checks/sellable-quantity.ts';
import { checkSessionOpen } from './checks/session-open.ts';
import type { RiskCheck, RiskLimits, RiskQuestion, RiskView } from './risk-check.ts';

/** What the gate said. `ask` means: put this question to the broker and come back with its answer. */
export type Verdict =
  | { readonly type: 'approved'; readonly order: ApprovedOrder }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'ask'; readonly question: RiskQuestion };

/** All checks, cheap ones and those that stop everything first; questions to the broker come last. */
export const RISK_CHECKS: readonly RiskCheck[] = [
  checkHalted,
  checkReconciled,
  checkDailyLoss,
  checkSessionOpen,
  checkInstrumentTradable,
  checkPriceFresh,
  checkPriceGrid,
  checkPriceCollar,
  checkDuplicateOrder,
  checkSelfTrade,
  checkOrderRate,
  checkOrderValue,
  checkPositionLimit,
  checkExposureLimit,
  checkSellableQuantity,
  checkOrderableQuantity,
];

/** Judges one request by all checks. */
export function checkOrder(request: OrderRequest, view: RiskView, limits: RiskLimits): Verdict {
  for (const check of RISK_CHECKS) {
    const answer = check(request, view, limits);
    if (answer === null) continue;
    return 'ask' in answer ? { type: 'ask', question: answer } : { type: 'refused', refusal: answer };
  }
  return { type: 'approved', order: request as ApprovedOrder };
}
