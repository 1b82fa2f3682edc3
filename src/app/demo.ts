// `hwangso demo`, which is `npm start`: the whole way once, without keys. An exchange starts in a process of its own,
// charts are downloaded from it, the strategies are backtested on them, a day is traded live, reconciled and reported.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { krxCalendar } from '#domain/calendar.ts';
import { addDays } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import { renderDailyHtml } from '../report/render-daily-html.ts';
import { renderDailyTable } from '../report/render-daily-table.ts';
import { runBacktestCommand } from './backtest-command.ts';
import { runChartsFetch } from './charts-fetch.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import { type HwangsoConfig, parseConfig } from './config/config.ts';
import type { ExchangeReady } from './exchange/exchange-command.ts';
import { runLive } from './live/live.ts';
import { readDailyReport } from './report-command.ts';

export interface DemoOptions {
  readonly seed: number;
  readonly speed: number;
  /** Folder for the ledger, charts, reports and the exchange's state, absolute. */
  readonly folder: string;
}

const DEMO_CONFIG = fileURLToPath(new URL('../../config/demo.yaml', import.meta.url));
/** The first day of a new demonstration market. */
const FIRST_DATE: TradeDate = '2026-03-03';
const HISTORY_CALENDAR_DAYS = 21;
const DAILY_HISTORY_CALENDAR_DAYS = 120;

/** Runs the demonstration day. Exit code 6 when our books and the exchange's differ. */
export async function runDemo(options: DemoOptions, context: CliContext): Promise<ExitCode> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  const exchange = await startExchange(options, folder);
  try {
    return await liveTheDay(exchange, folder, context);
  } finally {
    await exchange.close();
  }
}

async function liveTheDay(exchange: DemoExchange, folder: string, context: CliContext): Promise<ExitCode> {
  const { ready } = exchange;
  const say = sayer(context);
  const keys = { KIWOOM_APP_KEY: ready.appKey, KIWOOM_SECRET_KEY: ready.secretKey };
  const withKeys: CliContext = { ...context, json: false, env: { ...context.env, ...keys } };
  const config = await demoConfig(ready, folder);
  say(
    `1. 거래소: ${ready.restUrl} (${ready.tradeDate})`,
    `1. exchange: ${ready.restUrl} (${ready.tradeDate})`,
  );

  say('2. 차트 내려받기', '2. downloading charts');
  const from = addDays(ready.tradeDate, -HISTORY_CALENDAR_DAYS);
  await runChartsFetch(config, { symbols: null, periods: ['1m'], from }, withKeys);
  const dailyFrom = addDays(ready.tradeDate, -DAILY_HISTORY_CALENDAR_DAYS);
  await runChartsFetch(config, { symbols: null, periods: ['1d'], from: dailyFrom }, withKeys);

  say('3. 백테스트', '3. backtest');
  await runBacktestCommand(config, { out: join(folder, 'backtest') }, withKeys);

  say(`4. 실시간 거래: ${ready.tradeDate}`, `4. live: ${ready.tradeDate}`);
  const code = await runLive(
    config,
    { realMoney: false, untilClose: true, onReady: () => exchange.go() },
    withKeys,
  );
  if (code !== EXIT.ok && code !== EXIT.halted) return code;
  if (context.interruptSignal().aborted) return EXIT.interrupted;
  return await showReport(config, ready.tradeDate, folder, context, code);
}

async function showReport(
  config: HwangsoConfig,
  date: TradeDate,
  folder: string,
  context: CliContext,
  code: ExitCode,
): Promise<ExitCode> {
  const say = sayer(context);
  say(`5. 일일 손익: ${date}`, `5. the day's report: ${date}`);
  const report = readDailyReport(config, date);
  context.stdout.write(renderDailyTable(report, { lang: context.lang, colors: context.color }));
  const page = join(folder, `report-${date}.html`);
  await writeFile(page, renderDailyHtml(report, { lang: context.lang }));
  const shown = relative(context.cwd, page);
  const backtestPage = relative(context.cwd, join(folder, 'backtest', 'report.html'));
  say(`페이지: ${shown}, ${backtestPage}`, `pages: ${shown}, ${backtestPage}`);
  say('다시 실행하면 다음 거래일로 이어집니다', 'start it again and the next trading day follows');
  const differs = report.comparison.some(({ ours, theirs }) => theirs !== null && ours !== theirs);
  return differs ? EXIT.halted : code;
}

function sayer(context: CliContext): (ko: string, en: string) => void {
  return (ko, en) => context.stderr.write(`${context.lang === 'ko' ? ko : en}\n`);
}

/** config/demo.yaml with the exchange's address, the folder, and the days before the one to be traded. */
async function demoConfig(ready: ExchangeReady, folder: string): Promise<HwangsoConfig> {
  const text = await readFile(DEMO_CONFIG, 'utf8');
  const to = krxCalendar.previousTradingDay(ready.tradeDate);
  const from = addDays(ready.tradeDate, -HISTORY_CALENDAR_DAYS);
  const filled = text
    .replace(/^( *restUrl: ).*$/m, `$1${ready.restUrl}`)
    .replace(/^( *wsUrl: ).*$/m, `$1${ready.wsUrl}`)
    .replace(/^data: .*$/m, `data: ${JSON.stringify(folder)}`)
    .replace(/^(backtest: .*)from: \S+, to: [^,]+/m, `$1from: ${from}, to: ${to}`);
  return parseConfig(filled, DEMO_CONFIG);
}

/** The exchange in its process. It keeps its state when it ends, also when this process dies first. */
interface DemoExchange {
  readonly ready: ExchangeReady;
  /** Lets the trading day begin. */
  go(): void;
  close(): Promise<void>;
}

async function startExchange(options: DemoOptions, folder: string): Promise<DemoExchange> {
  const entry = process.argv[1] ?? '';
  const state = join(folder, 'exchange.json');
  const child = fork(
    entry,
    ['exchange', '--hold', '--port', '0', '--rate', '20,40', '--date', FIRST_DATE, '--state', state].concat([
      '--seed',
      String(options.seed),
      '--speed',
      String(options.speed),
    ]),
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true },
  );
  const ready = await readyOf(child);
  return {
    ready,
    go: () => child.send('go'),
    async close() {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

function readyOf(child: ChildProcess): Promise<ExchangeReady> {
  return new Promise((resolveReady, reject) => {
    child.once('message', (message) => resolveReady(message as ExchangeReady));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`the exchange ended before it was ready (exit code ${code})`)),
    );
  });
}
