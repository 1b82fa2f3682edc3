// `kill -9` on a trading engine, over real sockets and a real ledger file, at moments that a seed chooses: started again
// each time, it must end the day with the broker's book, and every order at the broker must have one intent behind it.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
import { expect, test } from 'vitest';
import { connectKiwoom } from '#adapters/kiwoom/connect-kiwoom.ts';
import { REAL_LIMITS } from '#adapters/kiwoom/rate-budget.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { BrokerEvent, BrokerSnapshot } from '#domain/broker-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { Random } from '#exchange/random.ts';
import { type Books, readBooks } from '../simulation/auditor.ts';
import { newFolder, type RunningExchange, start, startExchange, writeConfig } from './processes.ts';

const SEED = Number(process.env['HWANGSO_E2E_SEED'] ?? 1);
const SPEED = 1_200;
const KILLS = 5;
const RESTLESS = fileURLToPath(new URL('../simulation/restless-strategy.ts', import.meta.url));
const STRATEGIES = ['restless', 'nervous']
  .map(
    (name) => `  - name: ${name}
    module: ${RESTLESS}
    symbols: ['005930', '000660']
    capital: 40000000
    order: market
    parameters: { seed: ${SEED}, mood: 0.02, maxShares: 40 }`,
  )
  .join('\n');

test(`seed ${SEED}: killed ${KILLS} times, the ledger ends as the book of the exchange`, async () => {
  const random = new Random(SEED, 'kills');
  const folder = newFolder();
  const exchange = await startExchange(SEED, SPEED);
  const config = writeConfig(folder, exchange.ready, STRATEGIES);
  const run = () => start(['run', config, '--until-close'], exchange.keys);

  let engine = run();
  await engine.said("our books equal the broker's");
  exchange.go();
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(random.between(300, 2_800));
    engine.child.kill('SIGKILL');
    await engine.ended;
    engine = run();
  }
  const end = await engine.ended;
  expect(end.code, end.err).toBe(0);

  const ledger = openSqliteLedger(join(folder, 'data', 'ledger.sqlite'), { readOnly: true });
  const records = [...ledger.records()];
  expect(ledger.verify()).toBeNull();
  ledger.close();
  const snapshot = await brokersWord(exchange);
  const books = readBooks(records);
  expect(books.fills.length).toBeGreaterThan(10);
  expect(books.problems).toEqual([]);
  expect(moneyIn(books)).toEqual(moneyOf(snapshot));
  expect(numbersIn(records)).toEqual(numbersOf(snapshot));
}, 120_000);

/** kt00018, kt00001, ka10074, kt00007 and the rest, asked by a client of our own once the engine is gone. */
async function brokersWord({ ready }: RunningExchange): Promise<BrokerSnapshot> {
  const kiwoom = connectKiwoom({ ...ready, limits: REAL_LIMITS, clock: systemClock() });
  const isSnapshot = (event: BrokerEvent) => event.type === 'broker-snapshot';
  const answer = firstValueFrom(kiwoom.broker.events$.pipe(filter(isSnapshot)));
  kiwoom.broker.takeSnapshot(ready.tradeDate, 'lookup');
  const snapshot = await answer;
  await kiwoom.close();
  return snapshot as BrokerSnapshot;
}

function moneyIn({ cash, shares, fills }: Books) {
  return {
    cash,
    shares: [...shares].filter(([, quantity]) => quantity > 0).sort(),
    commission: fills.reduce((sum, fill) => sum + fill.commission, 0),
    tax: fills.reduce((sum, fill) => sum + fill.tax, 0),
    bought: fills.reduce((sum, { side, amount }) => sum + (side === 'buy' ? amount : 0), 0),
    sold: fills.reduce((sum, { side, amount }) => sum + (side === 'sell' ? amount : 0), 0),
  };
}

function moneyOf({
  cashD2,
  holdings,
  commission,
  tax,
  dayTrades,
}: BrokerSnapshot): ReturnType<typeof moneyIn> {
  return {
    cash: cashD2,
    shares: holdings.map(({ symbol, quantity }): [string, number] => [symbol, quantity]).sort(),
    commission,
    tax,
    bought: dayTrades.reduce((sum, { buyAmount }) => sum + buyAmount, 0),
    sold: dayTrades.reduce((sum, { sellAmount }) => sum + sellAmount, 0),
  };
}

/** The broker's numbers of the orders we intended: those it acknowledged, and those found in its lists afterwards. */
function numbersIn(records: readonly LedgerRecord[]): string[] {
  const byOrder = new Map<string, string>();
  for (const record of records) {
    if (record.type === 'order-changed' && record.brokerOrderNo !== null)
      byOrder.set(record.orderId, record.brokerOrderNo);
  }
  return [...byOrder.values()].sort();
}

function numbersOf({ orders }: BrokerSnapshot): string[] {
  return orders
    .filter(({ action }) => action === 'new')
    .map(({ brokerOrderNo }) => brokerOrderNo)
    .sort();
}
