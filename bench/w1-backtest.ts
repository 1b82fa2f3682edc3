// W1: moving-average cross 10/30 over one-minute bars of one synthetic instrument, 10 shares a position, through the full
// graph: feed, strategy, sizing, every risk check, kt00011 and kt00018 questions, orders, bar exchange with its account,
// commission and tax, double-entry records in memory, a reconciliation each day. Beside it, in the same run, the same
// arithmetic as one loop over typed arrays; both must end with the same cash and the same number of fills.

import { runBacktest } from '../backtest/run-backtest.ts';
import { calendarFromDays } from '../src/domain/calendar.ts';
import { commissionIncrement, REAL_COSTS, sellTax, sellTaxRates } from '../src/domain/costs.ts';
import type { LedgerRecord } from '../src/domain/ledger-record.ts';
import { kstDate } from '../src/domain/time.ts';
import { DEFAULT_PATIENCE } from '../src/engine/engine-settings.ts';
import type { LedgerStore } from '../src/engine/ports.ts';
import { strategy } from '../src/strategies/moving-average-cross.ts';
import { LIMITS } from './lib/limits.ts';
import { print, seconds, summary } from './lib/measure.ts';
import { type SyntheticBars, syntheticBars } from './lib/synthetic-bars.ts';

const SYMBOL = '005930';
const CASH = 1_000_000_000;
const FAST = 10;
const SLOW = 30;
const SHARES = 10;
const RUNS = 7;
const WARM_UPS = 3;

interface Outcome {
  readonly fills: number;
  readonly cash: number;
}

/** Counts records and lets them go, so that what grows with the number of bars would show in the memory figures. */
class CountingLedger implements LedgerStore {
  count = 0;
  fills = 0;

  append(records: readonly LedgerRecord[]): void {
    this.count += records.length;
    for (let i = 0; i < records.length; i++) if (records[i]!.type === 'filled') this.fills++;
  }

  tip() {
    return { records: this.count, digest: '' };
  }

  records(): Iterable<LedgerRecord> {
    return [];
  }
}

export function benchBacktest(barCount = 1_000_000): void {
  const bars = syntheticBars(barCount, 7);
  print(
    `\nW1  moving-average cross ${FAST}/${SLOW}, ${barCount.toLocaleString('en-US')} one-minute bars, ${RUNS} runs`,
  );
  const engineRates: number[] = [];
  const loopRates: number[] = [];
  let engine: Outcome = { fills: 0, cash: 0 };
  let loop: Outcome = { fills: 0, cash: 0 };
  for (let run = 0; run < WARM_UPS; run++) runEngine(bars); // the optimiser needs them
  for (let run = 0; run < RUNS; run++) {
    engineRates.push(barCount / 1e6 / seconds(() => (engine = runEngine(bars))));
    loopRates.push(barCount / 1e6 / seconds(() => (loop = runLoop(bars))));
  }
  print(`    engine      ${summary(engineRates, 2)} M bars/s`);
  print(`    typed loop  ${summary(loopRates, 1)} M bars/s`);
  const same = engine.fills === loop.fills && engine.cash === loop.cash;
  print(
    `    ${engine.fills.toLocaleString('en-US')} fills, cash ${engine.cash.toLocaleString('en-US')} won, the loop's ${same ? 'equal' : `DIFFERENT: ${loop.fills} fills, ${loop.cash}`}`,
  );
  if (!same) process.exitCode = 1;
}

/** Heap after a run of more bars beside that of fewer: what the engine keeps must not grow with the bars it saw. */
export function benchMemory(): void {
  if (globalThis.gc === undefined) return;
  print('\nW1  memory kept by the engine after the run (heap used after gc, bars themselves not counted)');
  for (const barCount of [250_000, 1_000_000, 4_000_000]) {
    const bars = syntheticBars(barCount, 7);
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    const kept = startEngine(bars, new CountingLedger());
    globalThis.gc();
    const used = (process.memoryUsage().heapUsed - before) / 1e6;
    print(
      `    ${barCount.toLocaleString('en-US').padStart(9)} bars: ${used.toFixed(1)} MB (${kept.days.length} days)`,
    );
  }
}

function runEngine(bars: SyntheticBars): Outcome {
  const ledger = new CountingLedger();
  const run = startEngine(bars, ledger);
  return { fills: ledger.fills, cash: run.engine.ledger.cash };
}

function startEngine({ columns, days }: SyntheticBars, ledger: LedgerStore) {
  const parameters = strategy.parameters.parse({
    fast: FAST,
    slow: SLOW,
    period: '1m',
    size: { shares: SHARES },
  });
  const definition = strategy as unknown as Parameters<
    typeof runBacktest
  >[0]['settings']['strategies'][number]['definition'];
  return runBacktest(
    {
      settings: {
        ...DEFAULT_PATIENCE,
        strategies: [
          {
            name: 'cross',
            definition,
            parameters,
            symbols: [SYMBOL],
            capital: CASH,
            pricing: { type: 'market' },
          },
        ],
        limits: LIMITS,
        costs: REAL_COSTS,
        calendar: calendarFromDays(days),
        venue: 'KRX',
      },
      instruments: [{ symbol: SYMBOL, name: 'synthetic', market: 'KOSPI', kind: 'stock', leverage: 1 }],
      series: [{ symbol: SYMBOL, columns }],
      period: '1m',
      cash: CASH,
      slippageTicks: 0,
      volumeSharePpm: 100_000,
      enforceGrid: false,
      history: () => [],
    },
    ledger,
  );
}

/** The same rules by hand: cross at a close, ten shares at the next open, commission by the day, tax by the sale. */
function runLoop({ columns }: SyntheticBars): Outcome {
  const { length, start, open, close } = columns;
  let fastSum = 0;
  let slowSum = 0;
  let above: boolean | null = null;
  let wanted = 0;
  let held = 0;
  let cash = CASH;
  let fills = 0;
  let day = 0;
  let bought = 0;
  let sold = 0;
  let rates = sellTaxRates('KOSPI', 'stock', kstDate(start[0]!));
  for (let i = 0; i < length; i++) {
    if (start[i]! >= day) {
      const date = kstDate(start[i]!);
      day = Date.parse(`${date}T15:00:00Z`);
      rates = sellTaxRates('KOSPI', 'stock', date);
      bought = 0;
      sold = 0;
    }
    if (wanted !== held) {
      const amount = SHARES * open[i]!;
      if (wanted > held) {
        cash -= amount + commissionIncrement(bought, amount, REAL_COSTS.commissionPpm);
        bought += amount;
      } else {
        cash += amount - commissionIncrement(sold, amount, REAL_COSTS.commissionPpm) - sellTax(amount, rates);
        sold += amount;
      }
      held = wanted;
      fills++;
    }
    fastSum += close[i]! - (i >= FAST ? close[i - FAST]! : 0);
    slowSum += close[i]! - (i >= SLOW ? close[i - SLOW]! : 0);
    if (i < SLOW - 1) continue;
    const isAbove = fastSum * SLOW > slowSum * FAST;
    if (isAbove !== above) {
      above = isAbove;
      wanted = isAbove ? SHARES : 0;
    }
  }
  return { fills, cash };
}
