// hwangso as a user starts it: processes of their own, with files in a folder of their own, speaking over loopback sockets.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ExchangeReady } from '#app/exchange/exchange-command.ts';
import { environment } from '#test/support/environment.ts';

/** The command line's entry. */
export const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** How a process ended: `code` null when it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when `text` was written to the error stream, or the process ended. */
  said(text: string): Promise<void>;
}

/** Starts `hwangso` with English output and nothing of our own environment; killed when the test ends. */
export function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  return startProgram(MAIN, [...words, '--lang', 'en'], { env });
}

export interface ProgramOptions {
  /** All of its environment besides the path. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Starts the script `entry` on the node of the tests; killed when the test ends. */
export function startProgram(
  entry: string,
  words: readonly string[],
  { env = {}, cwd = process.cwd() }: ProgramOptions = {},
): Running {
  const child = fork(entry, words, {
    cwd,
    env: environment(env),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    ended,
    said: (text) =>
      new Promise((resolve) => {
        const look = () => err.includes(text) && resolve();
        child.stderr?.on('data', look);
        void ended.then(() => resolve());
        look();
      }),
  };
}

/** Runs `hwangso` to its end. */
export function hwangso(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return start(words, env).ended;
}

/** Starts `hwangso exchange` with `words`; resolves when it takes requests, rejects with what it said when it ends first. */
export async function openExchange(
  words: readonly string[],
): Promise<Running & { readonly ready: ExchangeReady }> {
  const running = start(['exchange', ...words]);
  const [ready] = (await Promise.race([
    once(running.child, 'message'),
    running.ended.then(({ err }) => Promise.reject(new Error(err))),
  ])) as [ExchangeReady];
  return { ...running, ready };
}

export interface RunningExchange {
  readonly ready: ExchangeReady;
  /** The keys, as the environment of an engine. */
  readonly keys: Readonly<Record<string, string>>;
  /** Lets the trading day begin. */
  go(): void;
}

/** An exchange that stands ten minutes before the open of 3 March 2026; `more` are further options. */
export async function startExchange(
  seed: number,
  speed: number,
  more: readonly string[] = [],
): Promise<RunningExchange> {
  const options = ['--port', '0', '--rate', '20,40', '--date', '2026-03-03', '--no-page', ...more];
  const { child, ready } = await openExchange([
    ...['--hold', ...options, '--seed', String(seed), '--speed', String(speed)],
  ]);
  return {
    ready,
    keys: { KIWOOM_APP_KEY: ready.appKey, KIWOOM_SECRET_KEY: ready.secretKey },
    go: () => void child.send('go'),
  };
}

/** Writes a configuration for `exchange` into `folder`, with `strategies` as YAML, and returns its path. */
export function writeConfig(
  folder: string,
  { restUrl, wsUrl }: Pick<ExchangeReady, 'restUrl' | 'wsUrl'>,
  strategies: string,
): string {
  const file = join(folder, 'config.yaml');
  // At a thousand times the wall's speed a second of ours is a quarter of an hour: patience is counted in those.
  writeFileSync(
    file,
    `broker:
  domain: custom
  restUrl: ${restUrl}
  wsUrl: ${wsUrl}
  clock: server
  rate: { perTr: 20, perTrBurst: 20, global: 40 }
data: ./data
strategies:
${strategies}
risk: { maxExposure: 90000000, maxOrdersPerDay: 5000, dailyLossLimit: null, staleAfterSeconds: 3600, orderableValidSeconds: 120 }
reconcile: { noticePatienceSeconds: 1800, lookupPatienceSeconds: 5400 }
`,
  );
  return file;
}
