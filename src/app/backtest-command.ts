// `hwangso backtest`: a configuration's strategies on stored chart data, through the same engine, risk rules and costs as
// live. Prints the result and writes it as JSON and as one page.

import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { openChartStore } from '#adapters/charts/chart-store.ts';
import { backtest } from '#backtest/collect-result.ts';
import { refuseLiveNeeds } from '#backtest/live-needs.ts';
import { renderBacktestHtml } from '#backtest/report-html.ts';
import { renderBacktestJson } from '#backtest/report-json.ts';
import { renderBacktestTable } from '#backtest/report-table.ts';
import type { BacktestResult } from '#backtest/result.ts';
import type { BacktestMarket } from '#backtest/run-market-backtest.ts';
import { assert } from '#domain/assert.ts';
import { periodMinutes } from '#domain/bar.ts';
import { calendarFromDays, type TradingCalendar } from '#domain/calendar.ts';
import type { Instrument } from '#domain/instrument.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { Engine } from '#engine/engine.ts';
import type { EngineSettings } from '#engine/engine-settings.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import { createExchange } from '#exchange/exchange.ts';
import {
  BacktestInputError,
  barsBefore,
  daysOf,
  isOnGrid,
  loadSeries,
  plainStock,
} from './backtest-charts.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import type { BacktestConfig, HwangsoConfig } from './config/config.ts';
import { toEngineSettings } from './config/config-engine.ts';
import { openMarket } from './exchange/exchange-market.ts';

export interface BacktestCommandOptions {
  /** Folder for result.json and report.html; null writes no files. */
  readonly out: string | null;
}

/** Runs the backtest of `config` and shows what came out. */
export async function runBacktestCommand(
  config: HwangsoConfig,
  options: BacktestCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const result = await backtestFromStore(config, context);
  if (context.json) context.stdout.write(renderBacktestJson(result));
  else context.stdout.write(renderBacktestTable(result, { lang: context.lang, colors: context.color }));
  if (options.out !== null) await writeReports(resolve(context.cwd, options.out), result, context);
  return EXIT.ok;
}

/**
 * The configured backtest on the stored charts. Throws BacktestInputError when something it needs is missing, and
 * LiveDataNeededError for a strategy that uses more than bars.
 */
export async function backtestFromStore(config: HwangsoConfig, context: CliContext): Promise<BacktestResult> {
  const { backtest: wanted } = config;
  if (wanted === null) {
    throw new BacktestInputError('no-backtest-section', {
      ko: `${config.file}: "backtest" 항목이 필요하지만 없습니다`,
      en: `${config.file}: expected a section "backtest", found none`,
    });
  }
  refuseLiveNeeds(new Engine({ ...toEngineSettings(config), barPeriod: wanted.period })); // before charts are missed that would not help
  const store = openChartStore(config.data.charts);
  try {
    const symbols = [...new Set(config.strategies.flatMap((setup) => setup.symbols))];
    const series = symbols.map((symbol) => loadSeries(store, symbol, wanted, config));
    const instruments = symbols.map((symbol) => store.instrument(symbol) ?? plainStock(symbol));
    const days = daysOf(series);
    const market = wanted.fills === 'market' ? await marketOf(config, wanted, symbols, days, context) : null;
    const progress = context.progress(context.lang === 'ko' ? '백테스트' : 'backtest', days.length);
    let done = 0;
    const result = backtest(
      {
        name: basename(config.file).replace(/\.ya?ml$/, ''),
        modules: config.strategies.map(({ definition }) => definition.name),
        settings:
          market === null ? settingsFor(config, wanted, calendarFromDays(days)) : toEngineSettings(config),
        instruments: market?.instruments ?? instruments,
        ...(market !== null && { market: market.market }),
        series,
        period: wanted.period,
        cash: wanted.cash,
        slippageTicks: wanted.slippageTicks,
        volumeSharePpm:
          wanted.volumeSharePercent === null ? null : Math.round(wanted.volumeSharePercent * 10_000),
        enforceGrid: series.every((one, index) => isOnGrid(one, instruments[index]!)),
        history: (symbol, period, bars) =>
          barsBefore(store, symbol, period, {
            until: kstMidnight(wanted.from),
            count: bars,
            shorter: wanted.period,
          }),
        onProgress: () => progress.update(++done),
      },
      new MemoryLedger(),
    );
    progress.finish();
    return result;
  } finally {
    store.close();
  }
}

/** The simulated market that plays the stored minutes, with one account that holds the backtest's cash. */
async function marketOf(
  config: HwangsoConfig,
  { seed, cash }: BacktestConfig,
  symbols: readonly SymbolCode[],
  days: readonly TradeDate[],
  context: CliContext,
): Promise<{ readonly market: BacktestMarket; readonly instruments: readonly Instrument[] }> {
  const [firstTradingDay] = days;
  assert(firstTradingDay !== undefined, 'charts without a day');
  const { settings, note } = await openMarket({
    seed,
    date: firstTradingDay,
    symbols: { codes: symbols },
    charts: config.data.charts,
    recording: null,
  });
  if (note !== null) context.stderr.write(`${note[context.lang]}\n`);
  const account = 'backtest';
  const { calendar, costs } = toEngineSettings(config);
  const exchange = createExchange({
    ...settings,
    seed,
    firstTradingDay,
    accounts: [{ id: account, cash }],
    commissionPpm: costs.commissionPpm,
    calendar,
    nxt: false,
  });
  return { market: { exchange, account, days }, instruments: exchange.market.instruments() };
}

/** Live settings, but for what has no meaning on bars: a price is always as old as its bar is long. */
function settingsFor(
  config: HwangsoConfig,
  { period }: BacktestConfig,
  calendar: TradingCalendar,
): EngineSettings {
  const settings = toEngineSettings(config, { calendar });
  const barMs = (periodMinutes(period) ?? 0) * MINUTE_MS;
  const { staleAfterMs } = settings.limits;
  const tooStrict = staleAfterMs !== null && (barMs === 0 || staleAfterMs < 2 * barMs);
  return tooStrict ? { ...settings, limits: { ...settings.limits, staleAfterMs: null } } : settings;
}

async function writeReports(folder: string, result: BacktestResult, context: CliContext): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = join(folder, 'report.html');
  await writeFile(join(folder, 'result.json'), renderBacktestJson(result));
  await writeFile(page, renderBacktestHtml(result, { lang: context.lang }));
  context.stderr.write(`${context.lang === 'ko' ? '보고서' : 'report'}: ${page}\n`);
}
