// W8: the same strategy over the same stored minutes twice: filled by rules on the bars, and in the book of the simulated
// market that plays them. The strategy must see the same bars both ways.

import { runBacktest } from '../backtest/run-backtest.ts';
import { runMarketBacktest } from '../backtest/run-market-backtest.ts';
import { barsToColumns } from '../src/adapters/charts/bar-columns.ts';
import type { Bar } from '../src/domain/bar.ts';
import { krxCalendar } from '../src/domain/calendar.ts';
import { REAL_COSTS } from '../src/domain/costs.ts';
import type { Instrument } from '../src/domain/instrument.ts';
import { kstDate, kstMoment } from '../src/domain/time.ts';
import type { EngineSettings } from '../src/engine/engine-settings.ts';
import { DEFAULT_PATIENCE } from '../src/engine/engine-settings.ts';
import { MemoryLedger } from '../src/engine/memory-ledger.ts';
import type { StrategySetup } from '../src/engine/strategy-host.ts';
import { createExchange } from '../src/exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '../src/exchange/market/listing.ts';
import { ChartMarket, type StoredCharts } from '../src/exchange/market/replay/market-charts.ts';
import { strategy } from '../src/strategies/moving-average-cross.ts';
import { LIMITS } from './lib/limits.ts';
import { print, seconds } from './lib/measure.ts';

const SEED = 7;
const CASH = 1_000_000_000;
const DAYS = krxCalendar.tradingDaysBetween('2026-11-23', '2026-11-27');
const FIRST = DAYS[0]!;

export function benchMarketBacktest(): void {
  const charts = storedMinutes();
  const bars = [...charts.values()].reduce((count, { minutes }) => count + minutes.length, 0);
  print(
    `\nW8  a backtest of ${DAYS.length} days and ${charts.size} instruments, ${bars.toLocaleString('en-US')} minute bars`,
  );
  const [onBars, onMarket] = [new MemoryLedger(), new MemoryLedger()];
  const setup = setupOf(charts);
  const barSeconds = seconds(() => runBacktest(setup, onBars));
  const exchange = createExchange({
    seed: SEED,
    firstTradingDay: FIRST,
    historyDays: 0,
    market: (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
    accounts: [{ id: 'bench', cash: CASH }],
    nxt: false,
  });
  const marketSeconds = seconds(() =>
    runMarketBacktest(setup, { exchange, account: 'bench', days: DAYS }, onMarket),
  );
  const instrumentDays = DAYS.length * charts.size;
  const line = (name: string, taken: number, ledger: MemoryLedger) => {
    const fills = ledger.records().filter(({ type }) => type === 'filled').length;
    const milliseconds = ((taken * 1_000) / instrumentDays).toFixed(2);
    print(
      `    ${name.padEnd(14)} ${taken.toFixed(2)} s, ${milliseconds} ms for an instrument's day, ${fills} fills`,
    );
  };
  line('on the bars', barSeconds, onBars);
  line('on the market', marketSeconds, onMarket);
  print(`    ${(marketSeconds / barSeconds).toFixed(0)} times`);
}

/** The minutes that the model makes of these days. */
function storedMinutes(): ReadonlyMap<string, StoredCharts> {
  const settings = { seed: SEED, firstTradingDay: FIRST, historyDays: 0, accounts: [] };
  const exchange = createExchange(settings);
  exchange.advanceTo(kstMoment(DAYS.at(-1)!, '210000'));
  const minutesOf = (symbol: string): readonly Bar[] =>
    exchange.market.minuteBars(symbol).filter(({ start }) => kstDate(start) >= FIRST);
  return new Map(
    DEFAULT_LISTINGS.map(({ instrument: { symbol } }) => [symbol, { minutes: minutesOf(symbol), days: [] }]),
  );
}

function setupOf(charts: ReadonlyMap<string, StoredCharts>) {
  const instruments = DEFAULT_LISTINGS.map(({ instrument }) => instrument);
  return {
    settings: settingsFor(instruments),
    instruments,
    series: [...charts].map(([symbol, { minutes }]) => ({ symbol, columns: barsToColumns(minutes, '1m') })),
    period: '1m' as const,
    cash: CASH,
    slippageTicks: 1,
    volumeSharePpm: 100_000,
    enforceGrid: true,
    history: () => [],
  };
}

function settingsFor(instruments: readonly Instrument[]): EngineSettings {
  return {
    strategies: [
      {
        name: 'cross',
        definition: strategy as unknown as StrategySetup['definition'],
        parameters: strategy.parameters.parse({ fast: 10, slow: 30, period: '1m', size: { shares: 10 } }),
        symbols: instruments.map(({ symbol }) => symbol),
        capital: CASH,
        pricing: { type: 'market' },
      },
    ],
    limits: LIMITS,
    costs: REAL_COSTS,
    calendar: krxCalendar,
    venue: 'KRX',
    ...DEFAULT_PATIENCE,
  };
}
