// `hwangso exchange`: the simulated market behind Kiwoom's protocol, on loopback, until it is stopped. Puts market, accounts,
// protocol, faults and page together; its accounts and charts may be kept in a file, so that the next start goes on.

import { randomBytes } from 'node:crypto';
import { type DriverSpeed, ExchangeDriver } from '#adapters/kiwoom-server/exchange-driver.ts';
import { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import type { ServerKey } from '#adapters/kiwoom-server/token-desk.ts';
import { KiwoomServerError } from '#adapters/kiwoom-server/web/listening.ts';
import { type RunningServer, startKiwoomServer } from '#adapters/kiwoom-server/web/node-server.ts';
import { type RunningPage, startPage } from '#adapters/kiwoom-server/web/page-server.ts';
import { PageView } from '#adapters/kiwoom-server/web/page-view.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts';
import { sayReady } from './exchange-banner.ts';
import { END_OF_DAYS, LAST_DAY, tellDays } from './exchange-days.ts';
import { ExchangeInputError } from './exchange-input-error.ts';
import { exchangeMessages, exchangeWords } from './exchange-messages.ts';
import { controlExchange } from './exchange-page.ts';
import { loadScenario, type Scenario } from './exchange-scenario.ts';
import { saveRegularly, saveState } from './exchange-state.ts';
import { type KeptTls, tlsIn } from './exchange-tls.ts';
import { openExchange, type WorldOptions } from './exchange-world.ts';

export type { ExchangeReady } from './exchange-banner.ts';

export interface ExchangeOptions extends WorldOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** A port of its own for the WebSocket; null for the same one. */
  readonly socketPort: number | null;
  readonly speed: DriverSpeed;
  /** File of a scenario, or the name of one that ships; null for none. */
  readonly scenario: string | null;
  /** Folder of the certificate, absolute; null for plain http and ws. */
  readonly tls: string | null;
  /** Host names the certificate is for besides loopback's own. */
  readonly tlsNames: readonly string[];
  /** Port of the page, 0 for a free one; null for no page. */
  readonly pagePort: number | null;
  /** Stands still before the open until told to go (a line `go` on standard input, or an IPC message). */
  readonly hold: boolean;
  /** Calls a second per TR and in total; null switches the limit off. */
  readonly rate: { readonly perTr: number; readonly global: number } | null;
}

/** Runs the exchange until interrupted. */
export async function runExchange(options: ExchangeOptions, context: CliContext): Promise<ExitCode> {
  const clock = systemClock();
  const scenario = options.scenario === null ? null : loadScenario(context.cwd, options.scenario);
  const { exchange, keys, note, isKept } = await openExchange(options, context, newKey);
  const { state } = options;
  const save = (): void => (state === null ? undefined : saveState(state, exchange, keys));
  // Before anything is open: what cannot be kept is told at once.
  save();
  const tls = options.tls === null ? null : tlsIn(options.tls, clock.now(), options.tlsNames);
  const faults = faultsOf(scenario, options.seed, exchange);
  const say = exchangeMessages(context.lang);
  const tell = (line: string): void => context.stderr.write(`${line}\n`);
  const driver = new ExchangeDriver({
    exchange,
    clock,
    speed: options.speed,
    stepped: () => faults.timePassed(),
    pauseAt: END_OF_DAYS,
    paused: () => {
      // Whoever lets time go on hears it once more.
      driver.pauseAt(END_OF_DAYS);
      tell(say.endOfDays(LAST_DAY));
    },
  });
  const server = await serve(options, { exchange, clock, keys, faults, driver, tls });
  const page = await openPage(options, { exchange, driver, faults, core: server.core }, server);
  const signal = context.interruptSignal();
  sayReady(
    {
      ...{ server, exchange, keys, scenario, hold: options.hold, speed: String(options.speed) },
      ...{ pageUrl: page?.url ?? null, caFile: tls?.caFile ?? null },
      ...{ statePath: options.state, isKept, market: note },
    },
    context,
  );
  const stopSaving =
    state === null
      ? () => undefined
      : saveRegularly(clock, save, (error) => tell(`${error.describe(context.lang)}: ${say.stillTrying}`));
  const stopTelling = context.json ? () => undefined : tellDays(exchange, clock, say, tell);
  const stopWaiting = goWhenTold(driver, options.hold);
  await interrupted(signal);
  stopWaiting();
  driver.pause();
  stopSaving();
  stopTelling();
  try {
    save();
  } finally {
    await page?.close();
    await server.close();
  }
  return EXIT.ok;
}

function faultsOf(scenario: Scenario | null, seed: number, exchange: Exchange): FaultDesk {
  return new FaultDesk({
    rules: scenario?.rules ?? [],
    seed: scenario?.seed ?? seed,
    now: () => exchange.now,
  });
}

interface Served {
  readonly exchange: Exchange;
  readonly clock: ReturnType<typeof systemClock>;
  readonly keys: readonly ServerKey[];
  readonly faults: FaultDesk;
  readonly driver: ExchangeDriver;
  readonly tls: KeptTls | null;
}

async function serve(options: ExchangeOptions, { driver, tls, ...served }: Served): Promise<RunningServer> {
  const { rate, port, socketPort } = options;
  try {
    return await startKiwoomServer({
      ...served,
      limits: rate === null ? null : limitsOf(rate),
      speed: () => driver.speedText,
      port,
      ...(socketPort === null ? {} : { socketPort }),
      ...(tls === null ? {} : { tls }),
    });
  } catch (error) {
    throw isPortTaken(error) ? portTaken(error, (say) => say.portInUse(error.port)) : error;
  }
}

async function openPage(
  { pagePort }: ExchangeOptions,
  watched: ConstructorParameters<typeof PageView>[0] & { readonly exchange: Exchange },
  server: RunningServer,
): Promise<RunningPage | null> {
  if (pagePort === null) return null;
  const view = new PageView(watched);
  try {
    return await startPage({
      port: pagePort,
      token: newKey(),
      clock: systemClock(),
      look: (symbol, venue) => view.look(symbol, venue),
      control: (command, lang) => controlExchange(watched, command, lang),
    });
  } catch (error) {
    await server.close();
    throw isPortTaken(error) ? portTaken(error, (say) => say.pagePortInUse(error.port)) : error;
  }
}

function isPortTaken(error: unknown): error is KiwoomServerError {
  return error instanceof KiwoomServerError && error.code === 'port-in-use';
}

function portTaken(error: KiwoomServerError, say: Parameters<typeof exchangeWords>[0]): ExchangeInputError {
  return new ExchangeInputError('port-in-use', exchangeWords(say), error);
}

function limitsOf({ perTr, global }: { readonly perTr: number; readonly global: number }) {
  return {
    perTr,
    perTrBurst: Math.max(2, Math.ceil(perTr)),
    global,
    globalBurst: Math.max(2, Math.ceil(global)),
  };
}

/** Lets time run, at once or when told to; the function returned stops waiting for the word. */
function goWhenTold(driver: ExchangeDriver, hold: boolean): () => void {
  if (!hold) {
    driver.resume();
    return () => undefined;
  }
  const hear = (word: unknown): void => {
    if (String(word).trim() === 'go') driver.resume();
  };
  process.on('message', hear);
  process.stdin.on('data', hear);
  // Whoever listens keeps the process alive.
  return () => {
    process.off('message', hear);
    process.stdin.off('data', hear).pause();
  };
}

/** Resolves on Ctrl-C, or when the parent process that started this one is gone. */
function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      process.off('disconnect', end);
      resolve();
    };
    if (signal.aborted) resolve();
    signal.addEventListener('abort', end, { once: true });
    process.once('disconnect', end);
  });
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}
