// The chart commands that need no broker: import, list, export.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Table from 'cli-table3';
import { type ChartStore, openChartStore } from '#adapters/charts/chart-store.ts';
import { importCsv } from '#adapters/charts/import-csv.ts';
import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import { loadDataPaths } from '#app/config/config.ts';
import { messages } from '#app/messages.ts';
import type { BarPeriod } from '#domain/bar.ts';
import type { InstrumentKind, Market } from '#domain/instrument.ts';
import { addDays, kstDate, kstIso, kstMidnight } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { ExportChoices, ImportChoices, StoreChoice } from '../commands/charts.ts';
import { InputError } from '../input-error.ts';
import { formatCount } from '../numbers.ts';

const DEFAULT_STORE = 'data/charts.sqlite';
const ROWS_A_WRITE = 2_000;
const SECONDS_TEXT = 19;

/** A CSV says nothing of the instrument; what it is decides its costs and ticks. What was said before stays unless said anew. */
function describeInstrument(
  store: ChartStore,
  symbol: SymbolCode,
  { market, kind }: { readonly market: Market | undefined; readonly kind: InstrumentKind | undefined },
): void {
  const known = store.instrument(symbol);
  if (known !== null && market === undefined && kind === undefined) return;
  const { name, leverage } = known ?? { name: symbol, leverage: 1 };
  store.putInstrument({
    symbol,
    name,
    leverage,
    market: market ?? known?.market ?? 'KOSPI',
    kind: kind ?? known?.kind ?? 'stock',
  });
}

/** Stores the bars of CSV files; a file with a bad row stores nothing and ends the command. */
export async function importCharts(
  context: CliContext,
  files: readonly string[],
  { symbol, period, market, kind, ...choice }: ImportChoices,
): Promise<ExitCode> {
  const { cli } = messages(context.lang);
  if (symbol !== undefined && files.length > 1) throw new InputError((words) => words.oneFileOnly);
  const path = await storePath(context, choice);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  using store = openChartStore(path);
  const imported = [];
  for (const file of files) {
    const progress = context.progress(file, null);
    try {
      const result = await importCsv({
        input: resolve(context.cwd, file),
        store,
        ...(symbol === undefined ? {} : { symbol }),
        ...(period === undefined ? {} : { period }),
        onProgress: (rows) => progress.update(rows),
      });
      describeInstrument(store, result.symbol, { market, kind });
      imported.push(result);
    } finally {
      progress.finish();
    }
  }
  if (context.json) {
    context.stdout.write(`${JSON.stringify(imported)}\n`);
    return EXIT.ok;
  }
  for (const { symbol: code, period: length, bars, firstStart, lastStart, ignoredColumns } of imported) {
    const from = startText(length, firstStart);
    context.stdout.write(
      `${cli.imported(code, length, formatCount(bars), from, startText(length, lastStart))}\n`,
    );
    if (ignoredColumns.length > 0) {
      context.stderr.write(`${cli.ignoredColumns(ignoredColumns.join(', '))}\n`);
    }
  }
  return EXIT.ok;
}

/** Lists every stored series with its length and its first and last bar. */
export async function listCharts(context: CliContext, choice: StoreChoice): Promise<ExitCode> {
  const { cli } = messages(context.lang);
  using store = openExisting(await storePath(context, choice));
  const rows = store
    .allCoverage()
    .map((series) => ({ ...series, name: store.instrument(series.symbol)?.name ?? null }));
  if (context.json) {
    context.stdout.write(`${JSON.stringify(rows)}\n`);
    return EXIT.ok;
  }
  if (rows.length === 0) {
    context.stdout.write(`${cli.emptyStore}\n`);
    return EXIT.ok;
  }
  const table = new Table({
    head: [cli.symbol, cli.name, cli.period, cli.bars, cli.from, cli.to],
    colAligns: ['left', 'left', 'left', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { symbol, name, period, bars, firstStart, lastStart } of rows) {
    const [from, to] = [startText(period, firstStart), startText(period, lastStart)];
    table.push([symbol, name ?? '', period, formatCount(bars), from, to]);
  }
  context.stdout.write(`${table.toString()}\n`);
  return EXIT.ok;
}

/** Prints bars in the form that `charts import` reads. */
export async function exportCharts(
  context: CliContext,
  symbol: SymbolCode,
  period: BarPeriod,
  { from, to, ...choice }: ExportChoices,
): Promise<ExitCode> {
  using store = openExisting(await storePath(context, choice));
  const begin = from === undefined ? undefined : kstMidnight(from);
  const end = to === undefined ? undefined : kstMidnight(addDays(to, 1));
  const bars = store.load(symbol, period, begin, end);
  if (bars.length === 0) throw new InputError((words) => words.noBars(symbol, period));
  context.stdout.write(`${period === '1d' ? 'date' : 'ts'},open,high,low,close,volume\n`);
  let lines: string[] = [];
  for (let i = 0; i < bars.length; i++) {
    const time = startText(period, bars.start[i]!);
    lines.push(`${time},${bars.open[i]},${bars.high[i]},${bars.low[i]},${bars.close[i]},${bars.volume[i]}\n`);
    if (lines.length === ROWS_A_WRITE || i === bars.length - 1) {
      context.stdout.write(lines.join(''));
      lines = [];
    }
  }
  return EXIT.ok;
}

async function storePath({ cwd }: CliContext, { store, config }: StoreChoice): Promise<string> {
  if (store !== undefined) return resolve(cwd, store);
  if (config !== undefined) return (await loadDataPaths(config)).charts;
  return resolve(cwd, DEFAULT_STORE);
}

/** Looking must not make an empty store. */
function openExisting(path: string): ChartStore {
  if (!existsSync(path)) throw new InputError((words) => words.noStore(path));
  return openChartStore(path);
}

/** The label of a bar: its day, or its moment with the Korean offset. */
function startText(period: BarPeriod, start: EpochMs): string {
  return period === '1d' ? kstDate(start) : `${kstIso(start).slice(0, SECONDS_TEXT)}+09:00`;
}
