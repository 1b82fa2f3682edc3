// `hwangso exchange`: the simulated market behind Kiwoom's protocol, on loopback, until it is stopped. Its accounts and
// charts are kept in a file, so that the next start goes on with the next trading day.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type DriverSpeed, ExchangeDriver } from '#adapters/kiwoom-server/exchange-driver.ts';
import { type RunningServer, startKiwoomServer } from '#adapters/kiwoom-server/node-server.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { sessionHours } from '#domain/session.ts';
import { kstDate, kstIso, MINUTE_MS } from '#domain/time.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import { createExchange, type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';

export interface ExchangeOptions {
  readonly seed: number;
  /** 0 takes a free port. */
  readonly port: number;
  readonly speed: DriverSpeed;
  /** First trading day of a new market; null for the next trading day from today. */
  readonly date: TradeDate | null;
  /** Opening cash of the account, won. */
  readonly cash: Won;
  /** File that keeps the market between runs; null keeps nothing. */
  readonly state: string | null;
  /** Stands still shortly before the open until told to go (a line `go` on standard input, or an IPC message). */
  readonly hold: boolean;
  /** Calls a second per TR and in total; null switches the limit off. */
  readonly rate: { readonly perTr: number; readonly global: number } | null;
}

/** The state file is not one. */
export class ExchangeStateError extends Error {
  override readonly name = 'ExchangeStateError';
  readonly code = 'not-an-exchange-state';
  readonly retryable = false;
}

/** What the process tells its parent, one JSON line. */
export interface ExchangeReady {
  readonly type: 'ready';
  readonly restUrl: string;
  readonly wsUrl: string;
  readonly appKey: string;
  readonly secretKey: string;
  readonly tradeDate: TradeDate;
}

const FORMAT = 'hwangso.exchange/1';
const ACCOUNT = '1';
const COMMISSION_PPM = 150;
const HISTORY_DAYS = 120;
const SAVE_EVERY_MS = 1_000;
/** Before the open, so that a client can connect, look at history and send orders for the opening auction. */
const BEFORE_OPEN_MS = 10 * MINUTE_MS;

/** Runs the exchange until interrupted. */
export async function runExchange(options: ExchangeOptions, context: CliContext): Promise<ExitCode> {
  const clock = systemClock();
  const statePath = options.state === null ? null : resolve(context.cwd, options.state);
  const exchange = openExchange(options, statePath);
  const driver = new ExchangeDriver({ exchange, clock, speed: options.speed });
  const keys = {
    appKey: context.env['KIWOOM_APP_KEY'] ?? newKey(),
    secretKey: context.env['KIWOOM_SECRET_KEY'] ?? newKey(),
  };
  const server = await startKiwoomServer({
    exchange,
    clock,
    keys: [{ ...keys, account: ACCOUNT }],
    limits: options.rate === null ? null : limitsOf(options.rate),
    speed: () => driver.speedText,
    port: options.port,
  });
  sayReady(server, keys, exchange, options, context);
  const stopSaving = statePath === null ? () => undefined : saveRegularly(exchange, statePath);
  goWhenTold(driver, options.hold);
  await interrupted(context.interruptSignal());
  driver.pause();
  stopSaving();
  if (statePath !== null) saveExchange(exchange, statePath);
  await server.close();
  return EXIT.ok;
}

function openExchange(options: ExchangeOptions, statePath: string | null): Exchange {
  const settings = { commissionPpm: COMMISSION_PPM, calendar: krxCalendar };
  const saved = statePath === null ? null : readState(statePath);
  const exchange =
    saved === null
      ? createExchange({
          ...settings,
          seed: options.seed,
          historyDays: HISTORY_DAYS,
          firstTradingDay: options.date ?? tradingDayFrom(kstDate(systemClock().now())),
          accounts: [{ id: ACCOUNT, cash: options.cash }],
        })
      : restoreExchange(saved, settings);
  startDay(exchange);
  return exchange;
}

/** Moves to shortly before the open: of the running day, or of the next one when this day is over. */
function startDay(exchange: Exchange): void {
  const today = kstDate(exchange.now);
  const { closeAt } = sessionHours(today);
  const isOver = !krxCalendar.isTradingDay(today) || exchange.now >= closeAt;
  const day = isOver ? krxCalendar.nextTradingDay(today) : today;
  const startAt = sessionHours(day).openAt - BEFORE_OPEN_MS;
  if (exchange.now < startAt) exchange.advanceTo(startAt);
}

function tradingDayFrom(date: TradeDate): TradeDate {
  return krxCalendar.isTradingDay(date) ? date : krxCalendar.nextTradingDay(date);
}

function limitsOf({ perTr, global }: { readonly perTr: number; readonly global: number }) {
  return {
    perTr,
    perTrBurst: Math.max(2, Math.ceil(perTr)),
    global,
    globalBurst: Math.max(2, Math.ceil(global)),
  };
}

function sayReady(
  server: RunningServer,
  keys: { readonly appKey: string; readonly secretKey: string },
  exchange: Exchange,
  options: ExchangeOptions,
  context: CliContext,
): void {
  const { restUrl, wsUrl } = server;
  const ready: ExchangeReady = { type: 'ready', restUrl, wsUrl, ...keys, tradeDate: exchange.tradeDate };
  process.send?.(ready);
  if (context.json) {
    context.stdout.write(`${JSON.stringify(ready)}\n`);
    return;
  }
  const ko = context.lang === 'ko';
  const lines = [
    ko
      ? `모의 거래소가 열렸습니다 (${kstIso(exchange.now)}, ${options.speed}배속)`
      : `the exchange is open (${kstIso(exchange.now)}, speed ${options.speed})`,
    `  REST       ${restUrl}`,
    `  WebSocket  ${wsUrl}`,
    `  KIWOOM_APP_KEY=${keys.appKey}`,
    `  KIWOOM_SECRET_KEY=${keys.secretKey}`,
    ko ? '  Ctrl-C 로 끝냅니다' : '  Ctrl-C ends it',
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
}

function goWhenTold(driver: ExchangeDriver, hold: boolean): void {
  if (!hold) {
    driver.resume();
    return;
  }
  process.on('message', (message) => {
    if (message === 'go') driver.resume();
  });
  process.stdin.on('data', (text) => {
    if (String(text).trim() === 'go') driver.resume();
  });
}

/** Resolves on Ctrl-C, or when the parent process that started this one is gone. */
function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    process.once('disconnect', () => resolve());
  });
}

function saveRegularly(exchange: Exchange, path: string): () => void {
  const clock = systemClock();
  let cancel = (): void => undefined;
  const save = (): void => {
    saveExchange(exchange, path);
    cancel = clock.wakeAt(clock.now() + SAVE_EVERY_MS, save);
  };
  save();
  return () => cancel();
}

/** Written beside and moved over: a crash leaves the old state or the new one, never half of one. */
function saveExchange(exchange: Exchange, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify({ format: FORMAT, exchange: exchange.save() }));
  renameSync(`${path}.new`, path);
}

function readState(path: string): unknown {
  if (!existsSync(path)) return null;
  const problem = (): ExchangeStateError =>
    new ExchangeStateError(
      `${path}: expected a saved exchange (${FORMAT}), found something else; move the file away to begin anew`,
    );
  let state: unknown;
  try {
    state = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw problem();
  }
  if (typeof state !== 'object' || state === null || !('format' in state) || state.format !== FORMAT)
    throw problem();
  return 'exchange' in state ? state.exchange : null;
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}
