// W7: real-time frames over a loopback WebSocket to one client. Once the whole server: a market of ninety instruments played as
// fast as it goes, its trades and books written as frames and sent. Once the way out alone: the same events again and again.

import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type RunningServer, startKiwoomServer } from '../src/adapters/kiwoom-server/web/node-server.ts';
import { systemClock } from '../src/adapters/system/system-clock.ts';
import { kstMoment } from '../src/domain/time.ts';
import type { ExchangeEvent } from '../src/exchange/contract.ts';
import { createExchange, type Exchange } from '../src/exchange/exchange.ts';
import { makeListings } from '../src/exchange/market/market-listings.ts';
import type { FrameCount } from './lib/frame-counter.ts';
import { print, summary } from './lib/measure.ts';

const RUNS = 5;
const RUN_MS = 1_500;
const SYMBOLS = 90;
const DATE = '2026-03-03';
const KEY = { appKey: 'bench', secretKey: 'bench', account: '1' };
/** Exchange milliseconds between two turns of the event loop, as the exchange's driver has them at full speed. */
const STEP_MS = 1_000;
/** Events between two turns where they are only repeated. */
const BATCH = 400;

/** Frames a second that one client receives. */
export async function benchLoopback(): Promise<void> {
  print(
    `\nW7  real-time frames to one client over loopback, ${SYMBOLS} instruments, ${RUNS} runs of ${RUN_MS / 1_000} s`,
  );
  const exchange = createExchange({
    seed: 7,
    firstTradingDay: DATE,
    historyDays: 2,
    listings: makeListings(7, SYMBOLS),
    accounts: [{ id: '1', cash: 1 }],
  });
  const emit = tapOf(exchange);
  const server = await startKiwoomServer({
    exchange,
    clock: systemClock(),
    keys: [KEY],
    limits: null,
    port: 0,
  });
  exchange.advanceTo(kstMoment(DATE, '090500'));
  const client = await connect(server, exchange);
  await measure('market, frames and socket', client, () => exchange.advanceTo(exchange.now + STEP_MS));
  const events = eventsOf(exchange);
  let next = 0;
  await measure('frames and socket', client, () => {
    for (let i = 0; i < BATCH; i++) emit(events[next++ % events.length]!);
  });
  await client.terminate();
  await server.close();
}

async function measure(name: string, client: Worker, work: () => void): Promise<void> {
  const rates: number[] = [];
  let bytesAFrame = 0;
  await countOf(client);
  for (let run = 0; run < RUNS; run++) {
    const from = process.hrtime.bigint();
    const until = from + BigInt(RUN_MS) * 1_000_000n;
    while (process.hrtime.bigint() < until) {
      work();
      await turn();
    }
    const { frames, bytes } = await countOf(client);
    rates.push((frames * 1e6) / Number(process.hrtime.bigint() - from));
    bytesAFrame = Math.round(bytes / Math.max(1, frames));
  }
  print(`    ${name.padEnd(26)} ${summary(rates, 1)} thousand frames/s, ${bytesAFrame} bytes each`);
}

async function connect(server: RunningServer, exchange: Exchange): Promise<Worker> {
  const answer = await fetch(`${server.restUrl}/oauth2/token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credentials', appkey: KEY.appKey, secretkey: KEY.secretKey }),
  });
  const { token } = (await answer.json()) as { token: string };
  const symbols = exchange.market.instruments().map(({ symbol }) => symbol);
  const client = new Worker(new URL('lib/frame-counter.ts', import.meta.url), {
    workerData: { wsUrl: server.wsUrl, token, symbols, types: ['0B', '0D'] },
  });
  await once(client, 'message');
  return client;
}

async function countOf(client: Worker): Promise<FrameCount> {
  const answer = once(client, 'message');
  client.postMessage('count');
  const [count] = (await answer) as [FrameCount];
  return count;
}

/** Lets events be told to the exchange's listeners a second time. */
function tapOf(exchange: Exchange): (event: ExchangeEvent) => void {
  const listeners = new Set<(event: ExchangeEvent) => void>();
  const listen = exchange.listen.bind(exchange);
  exchange.listen = (listener) => {
    listeners.add(listener);
    return listen(listener);
  };
  return (event) => {
    for (const listener of listeners) listener(event);
  };
}

/** A second of the market's own trades and books. */
function eventsOf(exchange: Exchange): readonly ExchangeEvent[] {
  const events: ExchangeEvent[] = [];
  const stop = exchange.listen((event) => {
    if (event.type === 'trade' || event.type === 'book') events.push(event);
  });
  exchange.advanceTo(exchange.now + STEP_MS);
  stop();
  return events;
}
