// `hwangso stream` and `hwangso conditions` beside a running engine: refused, because the login would end its session.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockLedger } from '#adapters/sqlite/ledger-lock.ts';
import { isEngineRunning } from '#app/broker-access.ts';
import type { CliContext } from '#app/cli-context.ts';
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
  return { context: { lang: 'en', env, stderr } as unknown as CliContext, said };
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

test('no engine runs when the ledger is free, was never made, or no configuration is named', async () => {
  expect(await isEngineRunning(file, shell().context)).toBe(false);
  expect(await isEngineRunning(null, shell().context)).toBe(false);
  const fresh = join(folder, 'b.yaml');
  writeFileSync(fresh, 'data: ./none\n');
  expect(await isEngineRunning(null, shell({ HWANGSO_CONFIG: fresh }).context)).toBe(false);
});
