// `hwangso charts fetch`: chart data from the broker into the chart store, resumable, with progress.

import { openChartStore } from '#adapters/charts/chart-store.ts';
import { fetchCharts } from '#adapters/charts/fetch-charts.ts';
import { kiwoomChartSource } from '#adapters/kiwoom/chart-source.ts';
import { connectKiwoom } from '#adapters/kiwoom/connect-kiwoom.ts';
import { undiciTransport } from '#adapters/kiwoom/rest/undici-transport.ts';
import { readCredentials } from '#adapters/system/secrets.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { BarPeriod } from '#domain/bar.ts';
import { addDays, kstDate, kstMidnight } from '#domain/time.ts';
import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import type { HwangsoConfig } from './config/config.ts';
import { rateLimits } from './live/rate-limits.ts';
import { serverClock } from './live/server-clock.ts';

export interface ChartsFetchOptions {
  /** Null for every instrument of the configuration's strategies. */
  readonly symbols: readonly SymbolCode[] | null;
  /** Null for what the strategies warm up on, and the backtest's period. */
  readonly periods: readonly BarPeriod[] | null;
  /** Null for a year back. */
  readonly from: TradeDate | null;
}

const DEFAULT_DAYS_BACK = 365;

/** Fetches charts from the configured broker. Safe to stop and start again: it goes on where it was. */
export async function runChartsFetch(
  config: HwangsoConfig,
  options: ChartsFetchOptions,
  context: CliContext,
): Promise<ExitCode> {
  const credentials = readCredentials(context.env, config.broker.secretsFile);
  const wall = systemClock();
  const server = config.broker.clock === 'server' ? serverClock(wall) : null;
  const clock = server?.clock ?? wall;
  const http = undiciTransport(config.broker.restUrl);
  const kiwoom = connectKiwoom({
    restUrl: config.broker.restUrl,
    wsUrl: config.broker.wsUrl,
    limits: rateLimits(config.broker),
    ...credentials,
    clock,
    timers: wall,
    http: server?.follow(http) ?? http,
  });
  const store = openChartStore(config.data.charts);
  try {
    await kiwoom.token.get();
    const symbols = options.symbols ?? [...new Set(config.strategies.flatMap((setup) => setup.symbols))];
    const periods = options.periods ?? periodsOf(config);
    const from = kstMidnight(options.from ?? addDays(kstDate(clock.now()), -DEFAULT_DAYS_BACK));
    const progress = context.progress(context.lang === 'ko' ? '차트 내려받기' : 'fetching charts', null);
    let bars = 0;
    const fetched = await fetchCharts({
      source: kiwoomChartSource(kiwoom.client),
      store,
      symbols,
      periods,
      from,
      until: clock.now(),
      finishedBefore: clock.now(),
      onProgress: (page) => {
        bars += page.bars;
        progress.update(bars, `${page.symbol} ${page.period}`);
      },
    });
    progress.finish();
    if (context.json) context.stdout.write(`${JSON.stringify(fetched, null, 2)}\n`);
    else
      for (const { symbol, period, bars: count } of fetched)
        context.stdout.write(`${symbol} ${period} +${count}\n`);
    return EXIT.ok;
  } finally {
    store.close();
    await kiwoom.close();
  }
}

function periodsOf(config: HwangsoConfig): BarPeriod[] {
  const warmUps = config.strategies.flatMap(({ definition, parameters }) => definition.warmUp(parameters));
  const periods = new Set<BarPeriod>(warmUps.map(({ period }) => period));
  if (config.backtest !== null) periods.add(config.backtest.period);
  return [...periods];
}
