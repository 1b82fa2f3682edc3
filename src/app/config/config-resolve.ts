// Fills in what a configuration leaves out of limits, costs and patience. The defaults are careful: limits follow from
// the capital that the strategies were given.

import { type CostSchedule, MOCK_COSTS, REAL_COSTS } from '#domain/costs.ts';
import { SECOND_MS } from '#domain/time.ts';
import { DEFAULT_PATIENCE } from '#engine/engine-settings.ts';
import type { RiskLimits } from '#risk/risk-check.ts';
import type { BrokerConfig, PatienceConfig } from './config.ts';
import type { WrittenConfig } from './config-schema.ts';

const PPM_OF_PERCENT = 10_000;
const DEFAULT_COLLAR_PERCENT = 3;
const DEFAULT_ORDERS_PER_SECOND = 5;
const DEFAULT_ORDERS_PER_DAY = 500;
const DEFAULT_STALE_SECONDS = 60;
const DEFAULT_ORDERABLE_SECONDS = 5;
const DEFAULT_DAILY_LOSS_PERCENT = 5;

/**
 * The limits. Left out, one order may be worth the largest capital of a strategy; a position, and all of them together,
 * the sum of the capitals; and a day may lose five percent of that sum. Null is kept: it switches a limit off.
 */
export function resolveLimits({ risk = {}, strategies }: WrittenConfig): RiskLimits {
  const capitals = strategies.map(({ capital }) => capital);
  const total = capitals.reduce((sum, capital) => sum + capital, 0);
  const collar = orDefault(risk.priceCollarPercent, DEFAULT_COLLAR_PERCENT);
  const stale = orDefault(risk.staleAfterSeconds, DEFAULT_STALE_SECONDS);
  return {
    maxOrderValue: orDefault(risk.maxOrderValue, Math.max(...capitals)),
    maxPositionValue: orDefault(risk.maxPositionValue, total),
    maxExposure: orDefault(risk.maxExposure, total),
    maxOrdersPerSecond: orDefault(risk.maxOrdersPerSecond, DEFAULT_ORDERS_PER_SECOND),
    maxOrdersPerDay: orDefault(risk.maxOrdersPerDay, DEFAULT_ORDERS_PER_DAY),
    priceCollarPpm: collar === null ? null : Math.round(collar * PPM_OF_PERCENT),
    staleAfterMs: stale === null ? null : stale * SECOND_MS,
    dailyLossLimit: orDefault(risk.dailyLossLimit, Math.ceil((total * DEFAULT_DAILY_LOSS_PERCENT) / 100)),
    refuseWarned: risk.refuseWarned ?? true,
    orderableValidMs: (risk.orderableValidSeconds ?? DEFAULT_ORDERABLE_SECONDS) * SECOND_MS,
  };
}

/** The commission of the domain unless the file names one. Sell tax keeps to the law. */
export function resolveCosts({ costs }: WrittenConfig, { domain }: BrokerConfig): CostSchedule {
  const ofDomain = domain === 'mock' ? MOCK_COSTS : REAL_COSTS;
  return { ...ofDomain, commissionPpm: costs?.commissionPpm ?? ofDomain.commissionPpm };
}

/** How long to wait for the broker, and how much cash may differ. */
export function resolvePatience({ reconcile = {} }: WrittenConfig): PatienceConfig {
  const { cashToleranceWon, lookupPatienceSeconds, noticePatienceSeconds } = reconcile;
  return {
    cashTolerance: cashToleranceWon ?? DEFAULT_PATIENCE.cashTolerance,
    lookupPatienceMs: inMs(lookupPatienceSeconds) ?? DEFAULT_PATIENCE.lookupPatienceMs,
    noticePatienceMs: inMs(noticePatienceSeconds) ?? DEFAULT_PATIENCE.noticePatienceMs,
  };
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * SECOND_MS);
}

function orDefault<Value>(written: Value | null | undefined, byDefault: Value): Value | null {
  return written === undefined ? byDefault : written;
}
