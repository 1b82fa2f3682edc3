// The limits that the benchmarks trade under: every check has something to compare, and none refuses.

import type { RiskLimits } from '../../src/risk/risk-check.ts';

export const LIMITS: RiskLimits = {
  maxOrderValue: 10_000_000,
  maxPositionValue: 100_000_000,
  maxExposure: 500_000_000,
  maxOrdersPerSecond: 10,
  maxOrdersPerDay: 1_000,
  priceCollarPpm: 50_000,
  staleAfterMs: 120_000,
  dailyLossLimit: 50_000_000,
  refuseWarned: true,
  orderableValidMs: 5_000,
};
