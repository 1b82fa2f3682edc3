// Two engines on one ledger would send every order twice: the second is refused, and a dead one holds nothing.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { isLedgerLocked, lockLedger } from '#adapters/sqlite/ledger-lock.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { newLedgerPath } from './ledger-folder.ts';
import { sampleDay } from './sample-records.ts';

const LOCKED = expect.objectContaining({ name: 'LedgerError', code: 'locked', retryable: true });

test('a second lock is refused until the first is released', () => {
  const path = newLedgerPath();
  const first = lockLedger(path);
  expect(() => lockLedger(path)).toThrow(LOCKED);
  expect(isLedgerLocked(path)).toBe(true);
  first.release();
  expect(isLedgerLocked(path)).toBe(false);
  lockLedger(path).release();
});

test('a scope gives its lock back', () => {
  const path = newLedgerPath();
  {
    using _lock = lockLedger(path);
    expect(() => lockLedger(path)).toThrow(LOCKED);
  }
  lockLedger(path).release();
});

test('the ledger itself stays free to be read and written', () => {
  const path = newLedgerPath();
  using _lock = lockLedger(path);
  using ledger = openSqliteLedger(path);
  ledger.append(sampleDay());
  expect(ledger.tip().records).toBe(sampleDay().length);
});

test('a link to the ledger has the same lock', () => {
  const path = newLedgerPath();
  openSqliteLedger(path).close();
  const link = join(dirname(path), 'link.sqlite');
  symlinkSync(path, link);
  using _lock = lockLedger(path);
  expect(() => lockLedger(link)).toThrow(LOCKED);
});

test('a lock held by another process is refused, and free at once when that process is killed', async () => {
  const path = newLedgerPath();
  const holder = await startHolder(path);
  expect(() => lockLedger(path)).toThrow(LOCKED);

  holder.kill('SIGKILL');
  await once(holder, 'exit');

  lockLedger(path).release();
});

async function startHolder(path: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'lock-holder.ts');
  const holder = spawn(execPath, [script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    holder.kill('SIGKILL');
  });
  await once(holder.stdout, 'data');
  return holder;
}
