// A halt must reach the engine: while it writes, while it is stopped, and across a crash in the middle of taking it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { isCommandTaken, type PostedCommand, postCommand } from '#adapters/sqlite/operator-mailbox.ts';
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
  return {
    process: child,
    started: once(child.stdout, 'data'),
    done: once(child, 'exit').then(([code]) => expect(code).toBe(0)),
  };
}
