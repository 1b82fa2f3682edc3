// `hwangso stream` and `hwangso conditions` that cannot begin: beside a running engine, whose session the login would end,
// and with wrong keys.

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockLedger } from '#adapters/sqlite/ledger-lock.ts';
import { isEngineRunning } from '#app/broker-access.ts';
import { type CliContext, EXIT } from '#app/cli-context.ts';
import { runConditionList, runConditionSearch, runStream } from '#app/stream-command.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder(afterAll);
let file: string;

beforeAll(() => {
  file = join(folder, 'a.yaml');
  writeFileSync(file, 'broker: { domain: mock }\ndata: .\n');
  writeFileSync(join(folder, 'ledger.sqlite'), '');
});

function shell(env: NodeJS.ProcessEnv = {}): { readonly context: CliContext; readonly said: string[] } {
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) };
  const interruptSignal = () => new AbortController().signal;
  return { context: { lang: 'en', env, stderr, interruptSignal } as unknown as CliContext, said };
}

test.each([
  [
    'stream',
    (c: CliContext) => runStream([{ type: 'stream', stream: '0s', item: '' }], { config: file, count: 1 }, c),
  ],
  ['conditions', (c: CliContext) => runConditionList(file, c)],
  ['conditions search', (c: CliContext) => runConditionSearch('0', file, c)],
])('%s is refused while an engine has the ledger', async (_name, run) => {
  using _engine = lockLedger(join(folder, 'ledger.sqlite'));
  const { context, said } = shell();
  expect(await run(context)).toBe(3);
  expect(said.join('')).toContain('an engine is running');
});

test('wrong keys are told in one line', async () => {
  const refusal = { return_code: 3, return_msg: '[8001:App Key와 Secret Key 검증에 실패했습니다]' };
  await using server = createServer((_request, response) => response.end(JSON.stringify(refusal)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const wrong = join(folder, 'wrong.yaml');
  const urls = `restUrl: 'http://127.0.0.1:${port}', wsUrl: 'ws://127.0.0.1:${port}'`;
  writeFileSync(wrong, `broker: { domain: custom, ${urls} }\ndata: ./none\n`);
  const { context, said } = shell({ KIWOOM_APP_KEY: 'a'.repeat(43), KIWOOM_SECRET_KEY: 'b'.repeat(43) });
  const choices = { config: wrong, count: 1 };
  expect(await runStream([{ type: 'stream', stream: '0s', item: '' }], choices, context)).toBe(EXIT.broker);
  expect(said).toEqual([expect.stringMatching(/^[\d:]+ connection lost: au10001: .*\[8001\].*\n$/)]);
});

test('no engine runs when the ledger is free, was never made, or no configuration is named', async () => {
  expect(await isEngineRunning(file, shell().context)).toBe(false);
  expect(await isEngineRunning(null, shell().context)).toBe(false);
  const fresh = join(folder, 'b.yaml');
  writeFileSync(fresh, 'data: ./none\n');
  expect(await isEngineRunning(null, shell({ HWANGSO_CONFIG: fresh }).context)).toBe(false);
});
