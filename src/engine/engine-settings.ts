// What the engine is told once, before the first event: strategies, limits, costs, calendar and patience.

import type { BarPeriod } from '#domain/bar.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import type { CostSchedule } from '#domain/costs.ts';
import type { Venue } from '#domain/instrument.ts';
import type { Won } from '#domain/units.ts';
import type { RiskLimits } from '#risk/risk-check.ts';
import type { Poll } from './ports.ts';
import type { StrategySetup } from './strategy-host.ts';

export interface EngineSettings {
  readonly strategies: readonly StrategySetup[];
  /** The shortest bars the feed brings, of which longer ones are made; '1m' unless given. */
  readonly barPeriod?: BarPeriod;
  /** Queries asked again and again while somebody listens to their answers; none unless given. */
  readonly polls?: readonly Poll[];
  readonly limits: RiskLimits;
  readonly costs: CostSchedule;
  readonly calendar: TradingCalendar;
  readonly venue: Venue;
  /** How long after its intent an unknown order missing from the broker's lists is taken as never arrived, ms. */
  readonly lookupPatienceMs: number;
  /** How long to wait for a notice that seems lost or came early before the broker is asked, ms. */
  readonly noticePatienceMs: number;
  /** Cash difference to the broker that is shown but does not stop trading, won. */
  readonly cashTolerance: Won;
  /** How long after a minute its bar is closed without a later trade, ms. */
  readonly barDelayMs: number;
}

/** Patience that fits the real domain (kiwoom-wire 4.14, 4.17: lists lag behind by more than 30 s). */
export const DEFAULT_PATIENCE = {
  lookupPatienceMs: 45_000,
  noticePatienceMs: 3_000,
  cashTolerance: 0,
  barDelayMs: 1_000,
} as const;
