// What a newcomer runs first, as a process: charts are downloaded, a backtest is run, a day is traded live over sockets,
// reconciled and reported; started again it goes on with the next trading day from the ledger it finds.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { hwangso } from './processes.ts';

const SPEED = '1500';
/** A market in which a strategy buys before the first open, so that the day has fills however slow the machine is. */
const SEED = '2';

test('npm start trades one day, and the next one when it is started again', async () => {
  const folder = temporaryFolder();
  const demo = () => hwangso(['demo', '--dir', folder, '--speed', SPEED, '--seed', SEED]);

  const first = await demo();
  expect(first.code, first.err).toBe(0);
  expect(first.err).toContain("our books equal the broker's");
  expect(first.out).toContain('2026-03-03');
  for (const page of ['report-2026-03-03.html', 'backtest/report.html', 'charts.sqlite']) {
    expect(existsSync(join(folder, page)), page).toBe(true);
  }
  const afterFirst = recordsIn(folder);
  expect(ofType(afterFirst, 'filled').length).toBeGreaterThan(0);

  const second = await demo();
  expect(second.code, second.err).toBe(0);
  const afterSecond = recordsIn(folder);
  expect(afterSecond.slice(0, afterFirst.length)).toEqual(afterFirst);
  expect(ofType(afterSecond, 'opened')).toHaveLength(1);
  expect(ofType(afterSecond, 'day-closed').map(({ tradeDate }) => tradeDate)).toEqual([
    '2026-03-03',
    '2026-03-04',
  ]);
  expect(readdirSync(join(folder, 'recordings'))).toHaveLength(2);
});

function recordsIn(folder: string): LedgerRecord[] {
  const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'), { readOnly: true });
  const records = [...ledger.records()];
  ledger.close();
  return records;
}

function ofType<Type extends LedgerRecord['type']>(records: readonly LedgerRecord[], type: Type) {
  return records.filter((record): record is Extract<LedgerRecord, { type: Type }> => record.type === type);
}
