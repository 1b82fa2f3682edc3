// Gathers the facts of a backtest while it runs and turns them into its result.

import type { Bar } from '#domain/bar.ts';
import type { Fill } from '#domain/fill.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { RefusalCode } from '#domain/order.ts';
import { kstDate, kstMidnight } from '#domain/time.ts';
import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { Engine } from '#engine/engine.ts';
import type { LedgerStore } from '#engine/ports.ts';
import type { BarColumnsLike } from './bar-source.ts';
import type { BacktestResult, EquityPoint } from './result.ts';
import { roundTrips } from './round-trips.ts';
import { type BacktestObserver, type BacktestRun, type BacktestSetup, runBacktest } from './run-backtest.ts';
import { type BacktestMarket, runMarketBacktest } from './run-market-backtest.ts';

export interface BacktestOptions extends BacktestSetup {
  readonly name: string;
  /** Module names of the strategies, as configured, for the record. */
  readonly modules: readonly string[];
  /** The simulated market to run on; absent for fills on the bars themselves. */
  readonly market?: BacktestMarket;
  /** Called after each trading day with its number and the count of bars so far. */
  readonly onProgress?: (date: TradeDate) => void;
}

/** Runs a backtest into `ledger` and describes it. */
export function backtest(options: BacktestOptions, ledger: LedgerStore): BacktestResult {
  const equity: EquityPoint[] = [];
  const observer: BacktestObserver = {
    onDay(date, engine, exposure) {
      equity.push(pointOf(date, engine, exposure));
      options.onProgress?.(date);
    },
  };
  const { market } = options;
  const run =
    market === undefined
      ? runBacktest(options, ledger, observer)
      : runMarketBacktest(options, market, ledger, observer);
  return resultOf(options, ledger, run, equity);
}

function pointOf(date: TradeDate, { risk, ledger }: Engine, exposure: number): EquityPoint {
  return { date, at: risk.now, equity: risk.equity(), cash: ledger.cash, exposure };
}

function resultOf(
  options: BacktestOptions,
  ledger: LedgerStore,
  run: BacktestRun,
  equity: EquityPoint[],
): BacktestResult {
  const facts = factsOf(ledger.records());
  const candles: Record<SymbolCode, readonly Bar[]> = {};
  for (const { symbol, columns } of options.series) candles[symbol] = dailyCandles(symbol, columns);
  const lastPrices = new Map(
    options.instruments.map(({ symbol }) => [symbol, run.engine.market.find(symbol)?.last ?? 0]),
  );
  return {
    name: options.name,
    from: run.days[0] ?? '',
    to: run.days.at(-1) ?? '',
    instruments: options.instruments.map(({ symbol, name }) => ({ symbol, name })),
    strategies: options.settings.strategies.map(({ name, parameters }, index) => ({
      name,
      module: options.modules[index] ?? name,
      parameters: parameters as Readonly<Record<string, unknown>>,
    })),
    startingCash: options.cash,
    finalEquity: equity.at(-1)?.equity ?? options.cash,
    equity,
    fills: facts.fills,
    roundTrips: roundTrips(facts.fills, (symbol) => lastPrices.get(symbol) ?? 0),
    commission: facts.fills.reduce((sum, { commission }) => sum + commission, 0),
    tax: facts.fills.reduce((sum, { tax }) => sum + tax, 0),
    barCount: run.barCount,
    orderCount: facts.orderCount,
    refusals: facts.refusals,
    rejections: run.rejections,
    candles,
    buyAndHold: buyAndHold(options.cash, run.days, candles),
    ledgerDigest: ledger.tip().digest,
  };
}

interface Facts {
  readonly fills: Fill[];
  orderCount: number;
  readonly refusals: Partial<Record<RefusalCode, number>>;
}

function factsOf(records: Iterable<LedgerRecord>): Facts {
  const facts: Facts = { fills: [], orderCount: 0, refusals: {} };
  for (const record of records) {
    if (record.type === 'filled') facts.fills.push(record.fill);
    else if (record.type === 'order-intended') facts.orderCount++;
    else if (record.type === 'order-refused') {
      facts.refusals[record.refusal.code] = (facts.refusals[record.refusal.code] ?? 0) + 1;
    }
  }
  return facts;
}

/** Bars of any length as one candle a day. */
function dailyCandles(symbol: SymbolCode, columns: BarColumnsLike): Bar[] {
  const candles: Bar[] = [];
  let date = '';
  for (let i = 0; i < columns.length; i++) {
    const bar = {
      symbol,
      period: '1d' as const,
      start: columns.start[i]!,
      open: columns.open[i]!,
      high: columns.high[i]!,
      low: columns.low[i]!,
      close: columns.close[i]!,
      volume: columns.volume[i]!,
    };
    const barDate = kstDate(bar.start);
    const day = candles.at(-1);
    if (day === undefined || barDate !== date) {
      candles.push({ ...bar, start: kstMidnight(barDate) });
      date = barDate;
      continue;
    }
    candles[candles.length - 1] = {
      ...day,
      high: Math.max(day.high, bar.high),
      low: Math.min(day.low, bar.low),
      close: bar.close,
      volume: day.volume + bar.volume,
    };
  }
  return candles;
}

/** Equal won of every instrument bought at its first open and held; fractions of shares allowed, no costs. */
function buyAndHold(
  cash: Won,
  days: readonly TradeDate[],
  candles: Readonly<Record<SymbolCode, readonly Bar[]>>,
): { readonly date: TradeDate; readonly equity: Won }[] {
  const series = Object.values(candles).filter((bars) => bars.length > 0);
  const next = series.map(() => 0);
  const share = series.length === 0 ? 0 : cash / series.length;
  return days.map((date) => {
    let equity = series.length === 0 ? cash : 0;
    series.forEach((bars, index) => {
      while (next[index]! < bars.length && kstDate(bars[next[index]!]!.start) <= date) next[index]!++;
      const last = bars[next[index]! - 1];
      equity += last === undefined ? share : (share / bars[0]!.open) * last.close;
    });
    return { date, equity: Math.round(equity) };
  });
}
