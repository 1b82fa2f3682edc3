// A halt must reach the engine: while it writes, while it is stopped, and across a crash in the middle of taking it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import {
  isCommandTaken,
  type PostedCommand,
  postCommand,
  withdrawCommand,
} from '#adapters/sqlite/operator-mailbox.ts';
import { LEDGER_APPLICATION_ID, MIGRATIONS } from '#adapters/sqlite/schema.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { newLedgerPath } from './ledger-folder.ts';
import { sampleDay } from './sample-records.ts';

const HALT: PostedCommand = { type: 'halt', at: 1_000, reason: 'something smells' };

function ledgerWithMailbox() {
  const path = newLedgerPath();
  const ledger = openSqliteLedger(path);
  onTestFinished(() => ledger.close());
  const mailbox = ledger.mailbox();
  const taken = (now: number): PostedCommand[] => {
    const commands: PostedCommand[] = [];
    mailbox.take(now, (command) => commands.push(command));
    return commands;
  };
  return { path, ledger, mailbox, taken };
}

test('commands posted by another are taken once, in order, stamped with the time of taking', () => {
  const { path, taken } = ledgerWithMailbox();
  expect(taken(1)).toEqual([]);
  const id = postCommand(path, HALT);
  postCommand(path, { type: 'resume', at: 2_000, reason: 'all clear' });
  expect(isCommandTaken(path, id)).toBe(false);

  expect(taken(5_000)).toEqual([
    { type: 'halt', at: 5_000, reason: 'something smells' },
    { type: 'resume', at: 5_000, reason: 'all clear' },
  ]);

  expect(isCommandTaken(path, id)).toBe(true);
  expect(taken(6_000)).toEqual([]);
  postCommand(path, { type: 'explain', at: 7_000, reason: 'a dividend' });
  expect(taken(8_000)).toEqual([{ type: 'explain', at: 8_000, reason: 'a dividend' }]);
});

test('orders and cancels by hand arrive as they were posted', () => {
  const { path, taken } = ledgerWithMailbox();
  const order: PostedCommand = {
    type: 'place-order',
    at: 1_000,
    ticket: 't-1',
    symbol: '005930',
    side: 'buy',
    quantity: 10,
    pricing: { type: 'limit', price: 70_000 },
    timeInForce: 'day',
    reason: 'a hunch',
  };
  const cancel: PostedCommand = {
    type: 'cancel-order',
    at: 1_000,
    orderId: '20261120-000001',
    reason: 'a doubt',
  };
  postCommand(path, order);
  postCommand(path, cancel);
  expect(taken(5_000)).toEqual([
    { ...order, at: 5_000 },
    { ...cancel, at: 5_000 },
  ]);
});

test('an order that waited too long is dropped; a halt never is', () => {
  const { path, mailbox } = ledgerWithMailbox();
  const id = postCommand(path, { type: 'cancel-order', at: 1_000, orderId: 'o-1', reason: 'stale' });
  postCommand(path, HALT);
  const commands: PostedCommand[] = [];
  mailbox.take(1_000, (command) => commands.push(command), 1_000 + 30_000);

  expect(commands.map(({ type }) => type)).toEqual(['halt']);
  expect(isCommandTaken(path, id)).toBe(true);
});

test('a command can be taken back until the engine has it', () => {
  const { path, taken } = ledgerWithMailbox();
  const withdrawn = postCommand(path, HALT);
  expect(withdrawCommand(path, withdrawn)).toBe(true);
  expect(taken(1)).toEqual([]);

  const delivered = postCommand(path, HALT);
  expect(taken(2)).toHaveLength(1);
  expect(withdrawCommand(path, delivered)).toBe(false);
});

test('commands left in a ledger of the first schema are taken after it was brought to this one', () => {
  const path = newLedgerPath();
  const old = new Database(path);
  old.exec(MIGRATIONS[0]!);
  old.pragma(`application_id = ${LEDGER_APPLICATION_ID}`);
  old.pragma('user_version = 1');
  old.exec("insert into commands (at, type, reason, taken_at) values (1, 'halt', 'over', 2)");
  old.exec("insert into commands (at, type, reason) values (3, 'resume', 'waits')");
  old.close();
  using ledger = openSqliteLedger(path);
  const commands: PostedCommand[] = [];
  ledger.mailbox().take(9, (command) => commands.push(command));
  expect(commands).toEqual([{ type: 'resume', at: 9, reason: 'waits' }]);
});

test('a command posted while no engine runs waits for the next one', () => {
  const path = newLedgerPath();
  openSqliteLedger(path).close();
  postCommand(path, HALT);
  using ledger = openSqliteLedger(path);
  const commands: PostedCommand[] = [];
  ledger.mailbox().take(9_000, (command) => commands.push(command));
  expect(commands).toEqual([{ ...HALT, at: 9_000 }]);
});

test("the engine's own writing does not hide a command", () => {
  const { path, ledger, taken } = ledgerWithMailbox();
  taken(1);
  ledger.append(sampleDay().slice(0, 3));
  postCommand(path, HALT);
  ledger.append(sampleDay().slice(3));
  expect(taken(2)).toHaveLength(1);
});

test('a command on which the engine fails is delivered again', () => {
  const { path, mailbox, taken } = ledgerWithMailbox();
  postCommand(path, HALT);
  const crash = () => {
    throw new Error('the engine stopped here');
  };
  expect(() => mailbox.take(1, crash)).toThrow('the engine stopped here');
  expect(taken(2)).toEqual([{ ...HALT, at: 2 }]);
});

test('there is nobody to command where there is no ledger', () => {
  expect(() => postCommand(newLedgerPath(), HALT)).toThrow(
    expect.objectContaining({ name: 'LedgerError', code: 'io' }),
  );
});

test('posting from another process waits while the ledger is written, and then gets through', async () => {
  const { path, ledger, taken } = ledgerWithMailbox();
  const writer = new Database(path);
  onTestFinished(() => {
    writer.close();
  });
  writer.exec('begin immediate');
  const posting = postFromOtherProcess(path);
  await posting.started;
  await setTimeout(100);
  expect(posting.process.exitCode).toBeNull();
  writer.exec('commit');
  ledger.append(sampleDay());
  await posting.done;
  expect(taken(3)).toEqual([{ type: 'halt', at: 3, reason: 'from outside' }]);
});

function postFromOtherProcess(path: string) {
  const script = `
    import { postCommand } from '#adapters/sqlite/operator-mailbox.ts';
    process.stdout.write('posting');
    postCommand(${JSON.stringify(path)}, { type: 'halt', at: 1, reason: 'from outside' });`;
  const child = spawn(execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    process: child,
    started: once(child.stdout, 'data'),
    done: once(child, 'exit').then(([code]) => expect(code).toBe(0)),
  };
}
