// The commands whose work is in src/app: reads the configuration, makes paths absolute, and hands over.

import { resolve } from 'node:path';
import type { CliContext, ExitCode } from '#app/cli-context.ts';
import { loadConfig } from '#app/config/config.ts';
import type { TradeDate } from '#domain/units.ts';
import type { FetchChoices } from '../commands/charts.ts';
import type { DemoChoices, LiveChoices } from '../commands/live.ts';

export async function demo(context: CliContext, { seed, speed, dir }: DemoChoices): Promise<ExitCode> {
  const { runDemo } = await import('#app/demo.ts');
  return runDemo({ seed, speed, folder: resolve(context.cwd, dir) }, context);
}

export async function live(
  context: CliContext,
  file: string,
  { realMoney = false, untilClose = false }: LiveChoices,
): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runLive } = await import('#app/live/live.ts');
  return runLive(config, { realMoney, untilClose }, context);
}

export async function backtest(
  context: CliContext,
  file: string,
  { out }: { readonly out?: string },
): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runBacktestCommand } = await import('#app/backtest-command.ts');
  return runBacktestCommand(config, { out: absolute(context, out) }, context);
}

export async function report(
  context: CliContext,
  file: string,
  date: TradeDate | undefined,
  { html }: { readonly html?: string },
): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runReport } = await import('#app/report-command.ts');
  return runReport(config, { date: date ?? null, html: absolute(context, html) }, context);
}

export async function replay(context: CliContext, file: string, recording: string): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runReplay } = await import('#app/replay-command.ts');
  return runReplay(config, resolve(context.cwd, recording), context);
}

export async function fetchCharts(
  context: CliContext,
  file: string,
  { symbols, periods, from }: FetchChoices,
): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runChartsFetch } = await import('#app/charts-fetch.ts');
  const options = { symbols: symbols ?? null, periods: periods ?? null, from: from ?? null };
  return runChartsFetch(config, options, context);
}

function absolute({ cwd }: CliContext, path: string | undefined): string | null {
  return path === undefined ? null : resolve(cwd, path);
}
