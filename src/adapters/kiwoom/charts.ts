// Chart pages as bars, newest page first. Prices are taken as they come: bars may hold half ticks from mid-price trades, so
// nothing here holds them against the price grid (kiwoom-wire 3.12).

import { type Bar, type BarPeriod, periodMinutes } from '#domain/bar.ts';
import { compactDate, kstDate, kstMidnight } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode } from '#domain/units.ts';
import type { Priority } from './budget/rate-budget.ts';
import type { RestClient } from './rest/rest-client.ts';

/** What to fetch. `until` bounds daily charts only: minute and tick charts always begin at the newest bar. */
export interface ChartRequest {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  /** Bars that start before this. */
  readonly until: EpochMs;
  /** Prices adjusted for splits and rights issues. */
  readonly adjusted: boolean;
  /** Goes on from this key of an earlier page. */
  readonly nextKey?: string | null;
  readonly priority?: Priority;
}

/** Some bars, oldest first inside the page. `nextKey` is null on the last page. */
export interface ChartPage {
  readonly bars: readonly Bar[];
  readonly nextKey: string | null;
}

/** Pages into the past, until the caller stops or the server has no more. */
export async function* chartPages(
  client: RestClient,
  request: ChartRequest,
): AsyncGenerator<ChartPage, void, void> {
  const { symbol, period, until } = request;
  const minutes = periodMinutes(period);
  const adjusted = request.adjusted ? '1' : '0';
  const options = { priority: request.priority ?? ('poll' as const), nextKey: request.nextKey ?? null };
  const answers =
    minutes === null
      ? client.pages('ka10081', { symbol, baseDate: compactDate(kstDate(until - 1)), adjusted }, options)
      : client.pages('ka10080', { symbol, scope: minutes, adjusted }, options);
  for await (const { rows, nextKey } of answers) {
    const bars: Bar[] = [];
    for (const row of rows) {
      const start = 'date' in row ? (row.date === null ? null : kstMidnight(row.date)) : row.tradedAt;
      const bar = start === null || start >= until ? null : barOf(symbol, period, start, row);
      if (bar !== null) bars.push(bar);
    }
    yield { bars: bars.reverse(), nextKey };
  }
}

interface ChartRow {
  readonly open: Price | null;
  readonly high: Price | null;
  readonly low: Price | null;
  readonly close: Price | null;
  readonly volume: Quantity | null;
}

/** Null for a row without a full set of prices. A volume that is missing or ran full counts as 0. */
function barOf(symbol: SymbolCode, period: BarPeriod, start: EpochMs, row: ChartRow): Bar | null {
  const { open, high, low, close } = row;
  if (open === null || high === null || low === null || close === null) return null;
  return { symbol, period, start, open, high, low, close, volume: row.volume ?? 0 };
}

/** One trade of a tick chart; `count` trades of the chart make one when the scope is above 1. */
export interface ChartTick {
  readonly symbol: SymbolCode;
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
}

/** Some ticks, oldest first inside the page. */
export interface TickPage {
  readonly ticks: readonly ChartTick[];
  readonly nextKey: string | null;
}

/** ka10079 with one trade a row, into the past. */
export async function* tickPages(
  client: RestClient,
  request: Omit<ChartRequest, 'period'>,
): AsyncGenerator<TickPage, void, void> {
  const { symbol, until } = request;
  const options = { priority: request.priority ?? ('poll' as const), nextKey: request.nextKey ?? null };
  const inputs = { symbol, scope: 1, adjusted: request.adjusted ? '1' : '0' };
  for await (const { rows, nextKey } of client.pages('ka10079', inputs, options)) {
    const ticks: ChartTick[] = [];
    for (const { tradedAt, close, volume } of rows) {
      if (tradedAt === null || tradedAt >= until || close === null || volume === null) continue;
      ticks.push({ symbol, at: tradedAt, price: close, quantity: volume });
    }
    yield { ticks: ticks.reverse(), nextKey };
  }
}
