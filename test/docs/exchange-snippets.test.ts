// What docs/exchange.md shows works: its clients log in, order and hear of it on a running exchange, its files are read, and
// its tables name every fault and every scenario that ships.

import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FAULT_TARGETS } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { planAccounts } from '#app/exchange/exchange-accounts.ts';
import { withActions } from '#app/exchange/exchange-actions.ts';
import { parseScenario, shippedScenarios } from '#app/exchange/exchange-scenario.ts';
import { ACTION_KINDS } from '#exchange/corporate/corporate-action.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { environment } from '#test/support/environment.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { openExchange } from '../e2e/processes.ts';
import { readPage, snippetsOf } from './papers.ts';

const PAGE = 'docs/exchange.md';
const snippets = snippetsOf(PAGE);
const of = (language: string): readonly string[] =>
  snippets.filter((one) => one.language === language).map(({ text }) => text);
const run = promisify(execFile);

const PYTHON = process.env['HWANGSO_PYTHON'] ?? 'python3';
const hasPackages = spawnSync(PYTHON, ['-c', 'import requests, websockets']).status === 0;
if (!hasPackages)
  process.stderr.write('test/docs: python snippets skipped: requests, websockets not installed\n');

const javaVersion = /version "(\d+)/.exec(String(spawnSync('java', ['-version']).stderr))?.[1] ?? '0';
const hasJava = Number(javaVersion) >= 17;
if (!hasJava) process.stderr.write('test/docs: java snippet skipped: no java of 17 or later\n');

/** Environment of a client of a new exchange in the middle of a day. */
async function client(): Promise<Record<string, string>> {
  const { ready } = await openExchange([
    ...['--port', '0', '--date', '2026-03-03', '--time', '10:00', '--no-page'],
  ]);
  const { restUrl, appKey, secretKey } = ready;
  return environment({
    KIWOOM_REST_URL: restUrl,
    KIWOOM_APP_KEY: appKey,
    KIWOOM_SECRET_KEY: secretKey,
  });
}

describe('a client', () => {
  it.each(of('js').map((text, index) => [index, text]))(
    'in JavaScript (%i) orders and hears of it',
    async (_i, text) => {
      const file = join(temporaryFolder(), 'client.mjs');
      writeFileSync(file, String(text));
      const { stdout } = await run(process.execPath, [file], { env: await client(), timeout: 30_000 });
      expect(stdout).toMatch(/^\d{7}$/m);
      expect(stdout).toMatch(/접수 1/);
    },
  );

  it.skipIf(!hasPackages).each(of('python').map((text, index) => [index, text]))(
    'in Python (%i) orders and hears of it',
    async (_i, text) => {
      const file = join(temporaryFolder(), 'client.py');
      writeFileSync(file, String(text));
      const env = { ...(await client()), PYTHONIOENCODING: 'utf-8' };
      const { stdout } = await run(PYTHON, [file], { env, timeout: 30_000 });
      expect(stdout).toContain('"LOGIN"');
      expect(stdout).toMatch(/^\d{7}$/m);
      expect(stdout).toContain('주문체결');
    },
  );

  it.skipIf(!hasJava).each(of('java').map((text, index) => [index, text]))(
    'in Java (%i) orders and hears of it',
    async (_i, text) => {
      const file = join(temporaryFolder(), 'Client.java');
      writeFileSync(file, String(text));
      const words = ['-Dstdout.encoding=UTF-8', '-Dfile.encoding=UTF-8', file];
      const { stdout } = await run('java', words, { env: await client(), timeout: 60_000 });
      expect(stdout).toMatch(/^\d{7}$/m);
      expect(stdout).toContain('접수 1');
    },
  );

  it('is shown in each language', () => {
    expect(['js', 'python', 'java'].map((language) => of(language).length)).toEqual([1, 1, 1]);
  });
});

describe('a file', () => {
  it('of faults is read', () => {
    const [scenario, ...others] = of('yaml').filter((text) => text.startsWith('faults:'));
    expect(parseScenario(scenario!, 'docs').rules).toHaveLength(5);
    expect(others).toEqual([]);
  });

  it('of accounts is read', () => {
    const file = join(temporaryFolder(), 'accounts.yaml');
    writeFileSync(file, of('yaml').find((text) => text.startsWith('accounts:'))!);
    const accounts = planAccounts(
      { file },
      1,
      DEFAULT_LISTINGS.map(({ instrument }) => instrument),
    );
    expect(accounts.map(({ cash }) => cash)).toEqual([30_000_000, 5_000_000]);
  });
});

describe('a file of actions', () => {
  it('is read, each kind once', () => {
    const file = join(temporaryFolder(), 'actions.yaml');
    writeFileSync(file, of('yaml').find((text) => text.startsWith('actions:'))!);
    const kinds = withActions(file, DEFAULT_LISTINGS).flatMap(({ actions = [] }) =>
      actions.map(({ kind }) => kind),
    );
    expect(kinds.toSorted()).toEqual(ACTION_KINDS.toSorted());
  });
});

describe('the tables', () => {
  const named = new Set([...readPage(PAGE).matchAll(/`([a-z]+(?:-[a-z]+)+|kick)`/g)].map(([, name]) => name));

  it.each(Object.keys(FAULT_TARGETS))('name the fault %s', (fault) => {
    expect(named.has(fault)).toBe(true);
  });

  it.each(shippedScenarios())('name the scenario %s', (name) => {
    expect(readPage(PAGE)).toContain(`[${name}](../config/scenarios/${name}.yaml)`);
  });
});
