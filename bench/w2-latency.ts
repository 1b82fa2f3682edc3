// W2: from a 0B frame as the socket hands it over to the strategy's callback, and to the order's bytes on the HTTP socket
// with the intent durable in the SQLite ledger before. The order server is another process; every frame makes an order.

import { type ChildProcess, fork } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { map } from 'rxjs';
import { z } from 'zod';
import { connectKiwoom } from '../src/adapters/kiwoom/connect-kiwoom.ts';
import { FrameScanner } from '../src/adapters/kiwoom/decode/scan-frame.ts';
import { openSqliteLedger } from '../src/adapters/sqlite/sqlite-ledger.ts';
import { systemClock } from '../src/adapters/system/system-clock.ts';
import { krxCalendar } from '../src/domain/calendar.ts';
import { REAL_COSTS } from '../src/domain/costs.ts';
import type { EngineEvent } from '../src/domain/engine-event.ts';
import type { Signal } from '../src/domain/signal.ts';
import { kstDate } from '../src/domain/time.ts';
import { Engine } from '../src/engine/engine.ts';
import { DEFAULT_PATIENCE } from '../src/engine/engine-settings.ts';
import type { Broker } from '../src/engine/ports.ts';
import { EngineRunner } from '../src/engine/runner.ts';
import { defineStrategy } from '../src/strategies/strategy.ts';
import { decodeLikeFeed } from './lib/decode-frames.ts';
import { percentile, print } from './lib/measure.ts';
import { tradeFrame } from './lib/trade-frame.ts';

const SYMBOL = '005930';
const PRICE = 71_000;
const FRAMES = 2_000;
const WARM_UP = 500;
const CASH = 100_000_000_000;

/** Wants one share, then none, at every trade; notes when it was called. */
function flipping(onCalled: () => void) {
  return defineStrategy({
    name: 'flipping',
    description: { en: 'flips at every trade', ko: '체결마다 뒤집습니다' },
    parameters: z.strictObject({}),
    warmUp: () => [],
    run: ({ trades }) => {
      let shares = 0;
      return trades(SYMBOL).pipe(
        map((): Signal => {
          onCalled();
          shares = 1 - shares;
          return { symbol: SYMBOL, target: { unit: 'shares', shares }, reason: 'bench' };
        }),
      );
    },
  });
}

export async function benchLatency(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hwangso-bench-'));
  const server = await startServer();
  try {
    await measure(folder, server.url);
  } finally {
    server.process.kill();
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, restUrl: string): Promise<void> {
  const clock = systemClock();
  const bench = { from: 0n, called: 0, sent: 0 };
  const since = (): number => Number(process.hrtime.bigint() - bench.from) / 1e3;
  subscribe('undici:request:bodySent', () => {
    bench.sent = since();
  });
  const unlimited = { perSecond: 1e6, burst: 1e6 };
  const kiwoom = connectKiwoom({
    restUrl,
    wsUrl: 'ws://127.0.0.1:1',
    appKey: 'bench',
    secretKey: 'bench',
    clock,
    limits: { perTr: unlimited, global: unlimited, maxWaiting: 10, maxWaitMs: 1_000 },
  });
  await kiwoom.token.get();
  const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'));
  const strategy = flipping(() => {
    bench.called = since();
  });
  const engine = new Engine(settingsWith(strategy));
  const runner = new EngineRunner(engine, { ledger, broker: withoutAnswers(kiwoom.broker), clock });
  begin(runner, clock.now());
  const scanner = new FrameScanner();

  const strategyTimes: number[] = [];
  const orderTimes: number[] = [];
  for (let i = 0; i < FRAMES + WARM_UP; i++) {
    keepOrderable(runner, clock.now());
    const answered = new Promise<EngineEvent>((resolve) => {
      const subscription = kiwoom.broker.events$.subscribe((event) => {
        subscription.unsubscribe();
        resolve(event);
      });
    });
    const frame = tradeFrame(SYMBOL, PRICE, clock.now());
    bench.from = process.hrtime.bigint();
    for (const decoded of decodeLikeFeed(scanner, frame, clock.now())) runner.push(decoded);
    const event = await answered;
    if (i >= WARM_UP) {
      strategyTimes.push(bench.called);
      orderTimes.push(bench.sent);
    }
    settle(runner, engine, event);
  }
  await kiwoom.close();
  ledger.close();
  print(`\nW2  ${FRAMES.toLocaleString('en-US')} 0B frames, each making an order (µs)`);
  for (const [name, times] of [
    ['frame to strategy callback', strategyTimes],
    ['frame to order bytes, intent durable', orderTimes],
  ] as const) {
    print(
      `    ${name.padEnd(38)} p50 ${percentile(times, 0.5).toFixed(1)}   p99 ${percentile(times, 0.99).toFixed(1)}`,
    );
  }
}

function settingsWith(definition: ReturnType<typeof flipping>) {
  return {
    ...DEFAULT_PATIENCE,
    strategies: [
      {
        name: 'flip',
        definition: definition as never,
        parameters: {},
        symbols: [SYMBOL],
        capital: CASH,
        pricing: { type: 'market' as const },
      },
    ],
    limits: {
      maxOrderValue: 1_000_000,
      maxPositionValue: 10_000_000,
      maxExposure: 50_000_000,
      maxOrdersPerSecond: 1_000_000,
      maxOrdersPerDay: 1_000_000,
      priceCollarPpm: 30_000,
      staleAfterMs: 60_000,
      dailyLossLimit: 1_000_000_000,
      refuseWarned: true,
      orderableValidMs: 60_000,
    },
    costs: REAL_COSTS,
    calendar: krxCalendar,
    venue: 'KRX' as const,
  };
}

/** The real broker's calls; its answers are handed over by the bench after the clock was read. */
function withoutAnswers(broker: Broker): Broker {
  return {
    events$: broker.events$,
    submit: (order) => broker.submit(order),
    cancel: (request) => broker.cancel(request),
    queryOrderable: (symbol, price) => broker.queryOrderable(symbol, price),
    querySellable: () => undefined,
    takeSnapshot: () => undefined,
  };
}

function begin(runner: EngineRunner, at: number): void {
  const reference = { base: PRICE, upperLimit: 92_300, lowerLimit: 49_700, warning: 'none' as const };
  const instrument = {
    symbol: SYMBOL,
    name: 'bench',
    market: 'KOSPI' as const,
    kind: 'stock' as const,
    leverage: 1,
  };
  runner.push({ type: 'cash-deposited', at, amount: CASH });
  runner.push({ type: 'instrument', at, instrument, reference, last: PRICE });
  runner.push({ type: 'warm-up-finished', at });
  runner.push({ type: 'session', at, phase: 'open', code: '3' });
  runner.push({ type: 'sellable-answered', at, sellable: {} });
}

/** Keeps a kt00011 answer warm, as a poll would: the measured path does not wait for the broker. */
function keepOrderable(runner: EngineRunner, at: number): void {
  runner.push({
    type: 'orderable-answered',
    at,
    symbol: SYMBOL,
    price: 92_300,
    quantity: 1_000,
    amount: CASH,
  });
}

/** Acknowledges and fills the order, so that the next frame finds the books settled. */
function settle(runner: EngineRunner, engine: Engine, answer: EngineEvent): void {
  runner.push(answer);
  const [order] = engine.ledger.orders.openIn(SYMBOL);
  if (order === undefined || order.brokerOrderNo === null)
    throw new Error(`no order stands: ${JSON.stringify(answer)}`);
  const { at } = answer;
  runner.push({
    type: 'order-notice',
    at,
    occurredAt: at,
    kind: 'filled',
    action: 'new',
    brokerOrderNo: order.brokerOrderNo,
    originalOrderNo: null,
    symbol: SYMBOL,
    side: order.request.side,
    orderQuantity: 1,
    orderPrice: null,
    remaining: 0,
    fillNo: '1',
    fillPrice: PRICE,
    fillQuantity: 1,
    cumulativeQuantity: 1,
    cumulativeAmount: PRICE,
    rejectReason: null,
  });
}

async function startServer(): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = fork(fileURLToPath(new URL('./lib/order-server.ts', import.meta.url)), [
    kstDate(systemClock().now()),
  ]);
  const [url] = (await once(child, 'message')) as [string];
  return { process: child, url };
}
