// `hwangso exchange` as a process: what it says, what it keeps, and how it refuses what it cannot begin with.

import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseAccounts, parseHostNames, parseTimeOfDay } from '#cli/exchange-values.ts';
import { HOUR_MS, MINUTE_MS } from '#domain/time.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { hwangso, openExchange } from '../e2e/processes.ts';

const DAY = ['--date', '2026-03-03', '--port', '0'];

async function opened(words: readonly string[]) {
  const { child, ended, ready } = await openExchange(['--hold', ...DAY, ...words]);
  return {
    ready,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

describe('it tells', () => {
  it('people where it is and which keys it takes', async () => {
    const { ready, stop } = await opened(['--accounts', '2', '--scenario', 'lost-answers']);
    const { code, out } = await stop();
    expect(code).toBe(0);
    expect(ready.accounts).toHaveLength(2);
    for (const text of [
      ready.restUrl,
      ready.wsUrl,
      ready.pageUrl!,
      ready.accounts[1]!.secretKey,
      'scenario lost-answers: 6 faults',
      'go (2026-03-03 08:50)',
    ]) {
      expect(out).toContain(text);
    }
  });

  it('programs the same as one line of JSON', async () => {
    const { ready, stop } = await opened(['--json', '--no-page', '--socket-port', '0']);
    const { out } = await stop();
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(ready)));
    expect(ready.pageUrl).toBeNull();
    expect(new URL(ready.wsUrl).port).not.toBe(new URL(ready.restUrl).port);
  });

  it('how to trust its certificate', async () => {
    const folder = join(temporaryFolder(), 'tls');
    const { ready, stop } = await opened(['--tls', folder]);
    const { out } = await stop();
    expect(ready).toMatchObject({
      restUrl: expect.stringContaining('https://'),
      caFile: join(folder, 'ca.pem'),
    });
    expect(out).toContain(`REQUESTS_CA_BUNDLE=${join(folder, 'ca.pem')}`);
    expect(existsSync(join(folder, 'ca.pem'))).toBe(true);
  });
});

it('answers to other names when its certificate is to be for them', async () => {
  const { ready, stop } = await opened([
    '--tls',
    join(temporaryFolder(), 'tls'),
    '--tls-names',
    'api.kiwoom.com',
  ]);
  const { hostname, port } = new URL(ready.restUrl);
  const seen = new Promise<string>((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      servername: 'api.kiwoom.com',
      ca: readFileSync(ready.caFile!),
    });
    socket.once('secureConnect', () => resolve(socket.getPeerCertificate().subjectaltname ?? ''));
    socket.once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
  expect(await seen).toContain('DNS:api.kiwoom.com');
  await stop();
});

describe('names for the certificate', () => {
  it.each([
    ['api.kiwoom.com', ['api.kiwoom.com']],
    ['API.kiwoom.com, mockapi.kiwoom.com', ['api.kiwoom.com', 'mockapi.kiwoom.com']],
    ['localhost', ['localhost']],
  ])('%j', (text, names) => {
    expect(parseHostNames(text, 'en')).toEqual(names);
  });

  it.each(['', 'a,', 'https://api.kiwoom.com', 'api.kiwoom.com:443', '-a.com', '127.0.0.1', '*.kiwoom.com'])(
    '%j is none',
    (text) => {
      expect(() => parseHostNames(text, 'en')).toThrow('host names');
    },
  );
});

it('keeps accounts and keys for the next time, for their owner only', async () => {
  const state = join(temporaryFolder(), 'state.json');
  const first = await opened(['--state', state, '--accounts', '2']);
  expect((await first.stop()).out).toContain(`kept in ${state}`);
  // when: another number of accounts is asked for. It counts for a new exchange only, and people are told.
  const second = await opened(['--state', state, '--accounts', '3']);
  expect((await second.stop()).out).toContain(`goes on from ${state} (--date`);
  expect(second.ready.accounts).toEqual(first.ready.accounts);
  expect(statSync(state).mode & 0o777).toBe(0o600);
  expect(readFileSync(state, 'utf8')).toContain('hwangso.exchange/1');
});

describe('it refuses', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['a closed day', ['--date', '2026-03-01'], /closed on 2026-03-01; the next trading day is 2026-03-03/],
    ['a day nobody knows', ['--date', '2010-10-01'], /2010-10-01 cannot be played: .* known from 2010-10-04/],
    ['an unknown scenario', ['--scenario', 'earthquake'], /no file earthquake.*rough-morning/],
    ['accounts that are not there', ['--accounts', 'gone.yaml'], /gone\.yaml/],
  ])('%s', async (_name, words, message) => {
    const { code, err, out } = await hwangso(['exchange', ...words]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('a state that is none', async () => {
    const file = join(temporaryFolder(), 'state.json');
    writeFileSync(file, '{"format":"something else"}');
    const { code, err } = await hwangso(['exchange', ...DAY, '--state', file]);
    expect(code).toBe(3);
    expect(err).toContain('expected a saved exchange');
  });

  it.each([
    ['of an older version', '{"format":"hwangso.exchange/1","exchange":{"format":1}}'],
    ['that is empty', '{"format":"hwangso.exchange/1"}'],
  ])('a state %s', async (_name, text) => {
    const file = join(temporaryFolder(), 'state.json');
    writeFileSync(file, text);
    const { code, err } = await hwangso(['exchange', ...DAY, '--state', file]);
    expect(code, err).toBe(3);
    expect(err).toContain(`${file} cannot be gone on with`);
    const korean = await hwangso(['exchange', ...DAY, '--state', file, '--lang', 'ko']);
    expect(korean.err).toMatch(/이어 갈 수 없습니다 \([^)]*[가-힣]/);
  });

  it.each([
    ['--port', /port \d+ is already in use.*--port/],
    ['--page-port', /port \d+ of the page is already in use.*--page-port/],
  ])('a taken %s', async (option, message) => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, err } = await hwangso([
      'exchange',
      '--date',
      '2026-03-03',
      '--port',
      '0',
      option,
      String(port),
    ]);
    expect(code).toBe(3);
    expect(err).toMatch(message);
  });
});

describe('a value', () => {
  it('of accounts is a number or a file', () => {
    expect(parseAccounts('3', 'en')).toEqual({ count: 3 });
    expect(parseAccounts('mine.yaml', 'en')).toEqual({ file: 'mine.yaml' });
    for (const text of ['0', '1001', '-1', 'three', ''])
      expect(() => parseAccounts(text, 'en')).toThrow(/1000/);
  });

  it('of a time of day has hours and minutes', () => {
    expect(parseTimeOfDay('08:50', 'en')).toBe(8 * HOUR_MS + 50 * MINUTE_MS);
    for (const text of ['8:50', '24:00', '0850', ''])
      expect(() => parseTimeOfDay(text, 'ko')).toThrow(/08:50/);
  });
});
