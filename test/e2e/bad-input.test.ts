// What a user does wrong, or a machine: each ends with one clear message, the exit code that belongs to it, and nothing sent.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EXIT } from '#app/cli-context.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type Ended, hwangso, start, startExchange, writeConfig } from './processes.ts';

const STRATEGY = `  - name: breakout
    module: volatility-breakout
    symbols: ['005930']
    capital: 40000000
    order: market
    parameters: { k: 0.3, lastEntry: '14:30', exitAt: '15:15', size: { weight: 0.25 } }`;
const SOME_KEYS = { KIWOOM_APP_KEY: 'some-app-key', KIWOOM_SECRET_KEY: 'some-secret-key' };
const READY = "our books equal the broker's";

/** Writes much into the ledger, soon after the open. */
const RESTLESS_STRATEGY = `  - name: restless
    module: ${fileURLToPath(new URL('../simulation/restless-strategy.ts', import.meta.url))}
    symbols: ['005930']
    capital: 40000000
    order: market
    parameters: { seed: 1, mood: 0.1, maxShares: 40 }`;

/** One message and no stack trace. */
function expectMessage({ code, out, err }: Ended, exitCode: number, ...texts: (string | RegExp)[]): void {
  expect(code, err).toBe(exitCode);
  expect(out).toBe('');
  for (const text of texts) expect(err).toMatch(text);
  expect(err.split('\n').filter((line) => line.startsWith('error:'))).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at /m);
  expect(err).not.toContain(SOME_KEYS.KIWOOM_SECRET_KEY);
}

describe('keys', () => {
  test('that are wrong', async () => {
    const { ready } = await startExchange(1, 1);
    const config = writeConfig(temporaryFolder(), ready, STRATEGY);
    expectMessage(await hwangso(['run', config], SOME_KEYS), EXIT.broker, /key/i);
  });

  test('of the other domain', async () => {
    const { port } = await answering({
      return_code: 3,
      return_msg: '인증에 실패했습니다[8030:투자구분(실전/모의)이 달라서 Appkey를 사용할수가 없습니다]',
    });
    const config = writeConfig(temporaryFolder(), addressOf(port), STRATEGY);
    expectMessage(await hwangso(['run', config], SOME_KEYS), EXIT.broker, '8030', /mock|domain/i);
  });

  test('that are missing', async () => {
    const config = writeConfig(temporaryFolder(), addressOf(1), STRATEGY);
    expectMessage(await hwangso(['run', config]), EXIT.input, 'KIWOOM_APP_KEY');
  });
});

describe('files', () => {
  test('a configuration with a misspelt key', async () => {
    const config = writeConfig(temporaryFolder(), addressOf(1), STRATEGY.replace('capital', 'captial'));
    expectMessage(await hwangso(['run', config], SOME_KEYS), EXIT.input, 'captial', 'capital', /:\d+/);
  });

  test('a CSV with a broken row', async () => {
    const folder = temporaryFolder();
    const config = writeConfig(folder, addressOf(1), STRATEGY);
    const csv = join(folder, '005930.csv');
    writeFileSync(
      csv,
      'date,open,high,low,close,volume\n2026-02-26,100,110,90,105,1000\n2026-02-27,100,110,ninety,105,1000\n',
    );
    const ended = await hwangso(['charts', 'import', csv, '--config', config]);
    expect(ended.code, ended.err).toBe(EXIT.input);
    expect(ended.err).toMatch(/3/);
    expect(ended.err).toContain('ninety');
  });
});

describe('two of a kind', () => {
  test('an exchange on a port in use', async () => {
    const { port } = await answering({});
    const ended = await hwangso(['exchange', '--port', String(port), '--hold']);
    expectMessage(ended, EXIT.input, `port ${port} is already in use`, '--port');
  });

  test('a second engine on the same ledger', async () => {
    const { ready, keys } = await startExchange(1, 1);
    const config = writeConfig(temporaryFolder(), ready, STRATEGY);
    const first = start(['run', config], keys);
    await first.said(READY);
    expectMessage(await hwangso(['run', config], keys), EXIT.storage, 'ledger.sqlite');
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(EXIT.ok);
  });
});

describe('real money', () => {
  test.each([
    ['neither confirmation', 'real', [], ['broker.realMoney', '--real-money']],
    ['only the one in the file', 'real\n  realMoney: true', [], ['--real-money']],
    ['only the one on the command line', 'real', ['--real-money'], ['broker.realMoney']],
  ])('with %s', async (_name, domain, words, missing) => {
    const config = join(temporaryFolder(), 'config.yaml');
    writeFileSync(config, `broker:\n  domain: ${domain}\nstrategies:\n${STRATEGY}\n`);
    expectMessage(await hwangso(['run', config, ...words], SOME_KEYS), EXIT.input, ...missing);
  });
});

describe('a full disk', () => {
  test('ends the engine before anything more is sent', async ({ skip }) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    if (!mountSmallDisk(join(folder, 'data'))) skip('mounting a small disk needs root on Linux');
    const { ready, keys, go } = await startExchange(1, 1_200);
    const config = writeConfig(folder, ready, RESTLESS_STRATEGY);
    const engine = start(['run', config, '--until-close'], keys);
    await engine.said(READY);
    fillDisk(join(folder, 'data'));
    go();
    expectMessage(await engine.ended, EXIT.storage, 'disk is full');
  });
});

/** A disk of one megabyte; false where this user may not mount one. */
function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false; // root inside a container without the right to mount
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return true;
}

function fillDisk(folder: string): void {
  try {
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(2_000_000));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' }); // which is the point
  }
}

/** A server that answers everything with `body`. */
async function answering(body: object): Promise<AddressInfo> {
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json;charset=UTF-8');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return server.address() as AddressInfo;
}

function addressOf(port: number) {
  return {
    restUrl: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}/api/dostk/websocket`,
  };
}
