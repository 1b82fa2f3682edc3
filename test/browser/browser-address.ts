// A page that a server sends and goes on feeding, opened in a real browser and looked at after a while. Its clock is the
// wall's: a stream of events has no end that a browser's own notion of "loaded" could wait for.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { BROWSER, type OpenedPage } from './browser.ts';

export interface LookOptions {
  /** Script that is true once there is what the test looks for. Never true, the page is looked at all the same. */
  readonly until: string;
  /** What to do then, as a person would press, and until when to wait after it. */
  readonly act?: { readonly script: string; readonly until: string };
}

/** A browser's first start on a busy machine, its program read from a cold disk, was seen to take more than ten seconds. */
const START_LIMIT_MS = 90_000;
const LOOK_LIMIT_MS = 60_000;
const LOOK_PAUSE_MS = 50;

/** Opens `address`, waits, acts, waits again, and reads the document. For use within a test. */
export async function openAddress(address: string, { until, act }: LookOptions): Promise<OpenedPage> {
  const browser = spawn(
    BROWSER!,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
      ...['--disable-background-networking', '--remote-debugging-port=0', '--window-size=1280,2000'],
      ...[`--user-data-dir=${temporaryFolder()}`, 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(browser, 'exit');
  try {
    const page = await connect(await pageDebugger(await debuggerOf(browser)));
    try {
      await page.ask('Runtime.enable');
      await page.ask('Page.navigate', { url: address });
      await waitUntil(page, until);
      if (act !== undefined) {
        await page.evaluate(act.script);
        await waitUntil(page, act.until);
      }
      const dom = String(await page.evaluate('document.documentElement.outerHTML'));
      return { dom, console: page.complaints };
    } finally {
      page.close();
    }
  } finally {
    browser.kill();
    await gone;
  }
}

async function waitUntil(page: Page, script: string): Promise<void> {
  const end = performance.now() + LOOK_LIMIT_MS;
  while (performance.now() < end && (await page.evaluate(script)) !== true) await pause(LOOK_PAUSE_MS);
}

/** The host and port that the browser says it listens on for debuggers; rejects when it ends or says nothing for too long. */
function debuggerOf(browser: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (what: string) =>
      reject(new Error(`the browser ${what}; it said: ${said.trim() || 'nothing'}`));
    const limit = setTimeout(fail, START_LIMIT_MS, `did not start within ${START_LIMIT_MS / 1_000} s`);
    browser.once('exit', (code, signal) => {
      clearTimeout(limit);
      fail(`ended with ${code ?? signal}`);
    });
    browser.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, host] = /DevTools listening on ws:\/\/([^/\s]+)\//.exec(said) ?? [];
      if (host === undefined) return;
      clearTimeout(limit);
      resolve(host);
    });
  });
}

/** The address of the debugger of the browser's first page, which opens a moment after the browser does. */
async function pageDebugger(host: string): Promise<string> {
  const end = performance.now() + START_LIMIT_MS;
  while (performance.now() < end) {
    const targets = (await (await fetch(`http://${host}/json/list`)).json()) as {
      readonly type: string;
      readonly webSocketDebuggerUrl: string;
    }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await pause(LOOK_PAUSE_MS);
  }
  throw new Error(`the browser opened no page within ${START_LIMIT_MS / 1_000} s`);
}

type Answer = Readonly<Record<string, unknown>>;
type Page = Awaited<ReturnType<typeof connect>>;

async function connect(url: string) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const complaints: string[] = [];
  socket.on('message', (data) => {
    const { id, result, method, params } = JSON.parse(String(data)) as {
      readonly id?: number;
      readonly result?: Answer;
      readonly method?: string;
      readonly params?: unknown;
    };
    if (id !== undefined) waiting.get(id)?.(result ?? {});
    else if (method === 'Runtime.exceptionThrown' || method === 'Runtime.consoleAPICalled') {
      complaints.push(JSON.stringify(params));
    }
  });
  let last = 0;
  const ask = (method: string, params: object = {}) =>
    new Promise<Answer>((resolve) => {
      last++;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return {
    complaints,
    ask,
    async evaluate(expression: string): Promise<unknown> {
      const { result } = await ask('Runtime.evaluate', { expression });
      return (result as { readonly value?: unknown } | undefined)?.value;
    },
    close: () => socket.close(),
  };
}
