// Holds a ledger on disk against the broker's own word, once the engine that wrote it is gone: cash, shares, costs and order
// numbers must be the same, and the chain of records whole.

import { join } from 'node:path';
import { firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
import { expect } from 'vitest';
import { REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { connectKiwoom } from '#adapters/kiwoom/connect-kiwoom.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { BrokerEvent, BrokerSnapshot } from '#domain/broker-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { type Books, readBooks } from '../simulation/auditor.ts';
import type { RunningExchange } from './processes.ts';

/** The ledger in `folder`, which must agree with the exchange; returns the books in it. */
export async function expectSameBooks(folder: string, exchange: RunningExchange): Promise<Books> {
  const ledger = openSqliteLedger(join(folder, 'data', 'ledger.sqlite'), { readOnly: true });
  const records = [...ledger.records()];
  expect(ledger.verify()).toBeNull();
  ledger.close();
  const snapshot = await brokersWord(exchange);
  const books = readBooks(records);
  expect(books.problems).toEqual([]);
  expect(moneyIn(books)).toEqual(moneyOf(snapshot));
  expect(numbersIn(records)).toEqual(numbersOf(snapshot));
  return books;
}

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
