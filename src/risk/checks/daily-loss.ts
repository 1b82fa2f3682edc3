// Stops new buys once the day has lost as much as was allowed. The engine latches it for the rest of the trading day, in
// the ledger, so that neither a recovery nor a restart lifts it. Sells stay possible: they only take risk off.

import type { RiskCheck } from '../risk-check.ts';

export const checkDailyLoss: RiskCheck = (request, view, limits) => {
  if (request.side === 'sell') return null;
  const limit = limits.dailyLossLimit;
  const broken = limit !== null && view.dayProfit <= -limit;
  if (!broken && view.buysHaltReason === null) return null;
  const numbers = { code: 'daily-loss-limit' as const, limit, actual: view.dayProfit };
  return view.buysHaltReason === null ? numbers : { ...numbers, detail: view.buysHaltReason };
};
