// A page that a server sends and goes on feeding, opened in a real browser and looked at after a while. Its clock is the
// wall's: a stream of events has no end that a browser's own notion of "loaded" could wait for.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const START_TRIES = 100;
const START_PAUSE_MS = 100;
const LOOK_TRIES = 200;
const LOOK_PAUSE_MS = 50;

/** Opens `address`, waits, acts, waits again, and reads the document. For use within a test. */
export async function openAddress(address: string, { until, act }: LookOptions): Promise<OpenedPage> {
  const profile = temporaryFolder();
  const browser = spawn(
    BROWSER!,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
      ...['--disable-background-networking', '--remote-debugging-port=0', '--window-size=1280,2000'],
      ...[`--user-data-dir=${profile}`, 'about:blank'],
    ],
    { stdio: 'ignore' },
  );
  try {
    const page = await connect(await debuggerAddress(profile));
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
    const gone = new Promise((resolve) => browser.once('exit', resolve));
    browser.kill();
    await gone;
  }
}

async function waitUntil(page: Page, script: string): Promise<void> {
  for (let look = 0; look < LOOK_TRIES && (await page.evaluate(script)) !== true; look++) {
    await pause(LOOK_PAUSE_MS);
  }
}

/** The browser writes where it listens into its profile; its first page has an address of its own. */
async function debuggerAddress(profile: string): Promise<string> {
  for (let attempt = 0; attempt < START_TRIES; attempt++) {
    await pause(START_PAUSE_MS);
    try {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
        readonly type: string;
        readonly webSocketDebuggerUrl: string;
      }[];
      const page = pages.find(({ type }) => type === 'page');
      if (page !== undefined) return page.webSocketDebuggerUrl;
    } catch (error) {
      if (attempt === START_TRIES - 1) throw error;
    }
  }
  throw new Error('the browser did not start');
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
