// From the configuration to what the engine is told.

import { type TradingCalendar, tradingCalendar } from '#domain/calendar.ts';
import type { Venue } from '#domain/instrument.ts';
import { DEFAULT_PATIENCE, type EngineSettings } from '#engine/engine-settings.ts';
import type { HwangsoConfig } from './config.ts';

/** What a way of running decides by itself, such as a backtest whose calendar is that of its data. */
export interface EngineSettingsChoices {
  readonly calendar?: TradingCalendar;
  readonly venue?: Venue;
  readonly barDelayMs?: number;
}

/** The engine settings of a configuration: KRX, and the exchange's calendar with the changes of the configuration. */
export function toEngineSettings(
  { strategies, polls, limits, costs, calendar: changes, patience }: HwangsoConfig,
  {
    calendar = tradingCalendar(changes),
    venue = 'KRX',
    barDelayMs = DEFAULT_PATIENCE.barDelayMs,
  }: EngineSettingsChoices = {},
): EngineSettings {
  return { strategies, polls, limits, costs, calendar, venue, ...patience, barDelayMs };
}
