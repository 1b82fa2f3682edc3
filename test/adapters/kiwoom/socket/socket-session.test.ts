// The session in virtual time on a socket in memory: login, heartbeat, registrations, every way it can end, and coming back.

import { describe, expect, test } from 'vitest';
import { RateBudget, REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { DEFAULT_REGISTRATION_LIMITS } from '#adapters/kiwoom/registration/registration.ts';
import { RegistrationDesk } from '#adapters/kiwoom/registration/registration-desk.ts';
import { wantsOf } from '#adapters/kiwoom/registration/registration-wants.ts';
import { AccessToken } from '#adapters/kiwoom/rest/token.ts';
import { tokenIssuer } from '#adapters/kiwoom/rest/token-issuer.ts';
import type { RealEntry } from '#adapters/kiwoom/socket/frame.ts';
import {
  backoffMs,
  NIGHTLY_RESTART,
  nextQuietStart,
  outsideQuietHours,
} from '#adapters/kiwoom/socket/reconnect-policy.ts';
import { SocketSession } from '#adapters/kiwoom/socket/socket-session.ts';
import { kstClockText, kstMoment } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';
import { FakeHttp, failure, tokenAnswer } from '../fake-http.ts';
import { FakeSocketServer, QUICK_TIMES } from '../fake-socket.ts';
import { realTimeExample } from '../guide-example.ts';

const WANTS = wantsOf([{ type: 'instrument', symbol: '005930', trades: true, book: true, periods: [] }], {
  indexes: ['001'],
  suffix: '',
  isTrading: true,
});
const DEAD = '토큰 인증에 실패했습니다. 접속을 종료합니다 [CODE=8005, MESSAGE=Token이 유효하지 않습니다]';

async function given({ at = kstMoment('2026-11-23', '085000'), isStarted = true } = {}) {
  const clock = new VirtualClock(at);
  const http = new FakeHttp();
  const server = new FakeSocketServer();
  const budget = new RateBudget(clock, REAL_LIMITS);
  const token = new AccessToken({
    issuer: tokenIssuer({ http, clock, budget, appKey: 'k', secretKey: 's' }),
    clock,
  });
  const log: string[] = [];
  const entries: [RealEntry, EpochMs][] = [];
  const registrations = new RegistrationDesk({
    limits: DEFAULT_REGISTRATION_LIMITS,
    clock,
    timers: clock,
    times: QUICK_TIMES,
    onRefused: ({ about, code }) => log.push(`refused: ${about} ${code}`),
  });
  registrations.want(WANTS);
  const session = new SocketSession({
    url: 'ws://127.0.0.1/api/dostk/websocket',
    transport: server,
    token,
    clock,
    registrations,
    times: QUICK_TIMES,
    jitter: () => 1,
    onEntry: (entry, heardAt) => entries.push([entry, heardAt]),
    onConnection: (event) => {
      if (event.type === 'feed-up') log.push('up');
      else if (event.type === 'feed-down') log.push(`${event.final ? 'final' : 'down'}: ${event.reason}`);
    },
  });
  if (isStarted) {
    session.start();
    await settled();
  }
  return { clock, http, server, session, log, entries };
}

async function givenUp() {
  const world = await given();
  world.server.last.welcome();
  expect(world.log).toEqual(['up']);
  return world;
}

describe('coming up', () => {
  test('LOGIN carries the bare token; registrations go one at a time, our own orders first; then it is up', async () => {
    const { server, log } = await given();
    server.last.open();
    expect(server.last.sentFrames).toEqual([{ trnm: 'LOGIN', token: 'token-1' }]);
    server.last.say({ trnm: 'LOGIN', return_code: 0, return_msg: '', sor_yn: 'Y' });
    const types: unknown[] = [];
    for (let i = 0; i < WANTS.length; i++) {
      expect(server.last.sent).toHaveLength(2 + i);
      expect(log).toEqual([]);
      types.push(server.last.lastSent?.['data']);
      server.last.say({ trnm: 'REG', return_code: 0, return_msg: '' });
    }
    expect(types).toEqual([
      [{ item: [''], type: ['00', '04'] }],
      [{ item: [''], type: ['0s', '1h'] }],
      [{ item: ['005930'], type: ['0B', '0D'] }],
      [{ item: ['001'], type: ['0J'] }],
    ]);
    expect(log).toEqual(['up']);
  });

  test('PING comes back as it came', async () => {
    const { server } = await givenUp();
    server.last.say('{"trnm":"PING"}');
    expect(server.last.sent.at(-1)).toBe('{"trnm":"PING"}');
  });

  test('entries are stamped with the clock', async () => {
    const { clock, server, entries } = await givenUp();
    clock.advanceBy(5);
    server.last.say(realTimeExample('0B').frame);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.[0]).toMatchObject({ type: '0B', item: '005930' });
    expect(entries[0]?.[1]).toBe(clock.now());
  });
});

describe('ends for good', () => {
  test('R10001: another login of the key; never come back', async () => {
    const { clock, server, log } = await givenUp();
    server.last.say({ trnm: 'SYSTEM', code: 'R10001', message: '동일한 App key로 접속이 되었습니다' });
    server.last.drop(1000, 'Bye');
    await clock.settleBy(3_600_000);
    expect(log).toEqual(['up', expect.stringMatching(/^final: .*\[R10001\]/)]);
    expect(server.connections).toHaveLength(1);
  });

  test('keys that are wrong', async () => {
    const { clock, http, server, session, log } = await given({ isStarted: false });
    http.reply('au10001', failure(3, '[8001:App Key와 Secret Key 검증에 실패했습니다]'));
    session.start();
    await clock.settleBy(600_000);
    expect(log[0]).toMatch(/^final: au10001: .*\[8001\]/);
    expect(server.connections).toHaveLength(0);
  });

  test('a fresh token of the other domain', async () => {
    const { clock, http, server, log } = await given();
    http.reply('au10001', tokenAnswer('token-2', '20300101000000'));
    for (let i = 0; i < 2; i++) {
      server.last.open();
      server.last.say({
        trnm: 'LOGIN',
        return_code: 3,
        return_msg: '[CODE=8031, MESSAGE=투자구분이 다릅니다]',
      });
      await clock.settleBy(3_000);
    }
    await clock.settleBy(600_000);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^final: LOGIN/);
    expect(server.connections).toHaveLength(2);
  });
});

describe('comes back', () => {
  test('after 3, 6, 12, 24, 48, 60, 60 seconds, saying once that it is down; then registers everything again', async () => {
    const { clock, server, log } = await givenUp();
    const before = server.last.sentFrames.filter((frame) => frame['trnm'] === 'REG');
    server.last.drop(1006);
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      const count = server.connections.length;
      const from = clock.now();
      while (server.connections.length === count) await clock.settleBy(1_000);
      waits.push(clock.now() - from);
      if (i < 6) server.last.drop(1000, 'Bye');
    }
    expect(waits).toEqual([3_000, 6_000, 12_000, 24_000, 48_000, 60_000, 60_000]);
    server.last.welcome();
    expect(log).toEqual(['up', expect.stringMatching(/^down: .*\[1006\]/), 'up']);
    expect(server.last.sentFrames.filter((frame) => frame['trnm'] === 'REG')).toEqual(before);
    server.last.drop();
    await clock.settleBy(3_000);
    expect(server.connections).toHaveLength(9);
  });

  test.each([
    ['SYSTEM R10002', { trnm: 'SYSTEM', code: 'R10002', message: 'heartbeat' }, /R10002/],
    ['SYSTEM of an unknown kind', { trnm: 'SYSTEM', code: 'R19999', message: '' }, /R19999/],
  ])('after %s', async (_what, frame, reason) => {
    const { clock, server, log } = await givenUp();
    server.last.say(frame);
    expect(log[1]).toMatch(reason);
    expect(server.last.isClosedByClient).toBe(true);
    await clock.settleBy(3_000);
    server.last.welcome();
    expect(log.at(-1)).toBe('up');
  });

  test.each([
    ['the server never opens', () => undefined, 10_000, 'no login in time'],
    ['LOGIN is not answered', (server: FakeSocketServer) => server.last.open(), 10_000, 'no login in time'],
    [
      'a REG is not answered',
      (server: FakeSocketServer) => {
        server.last.open();
        server.last.say({ trnm: 'LOGIN', return_code: 0 });
      },
      5_000,
      'no answer to REG 00+04',
    ],
    [
      'nothing is heard for a minute',
      (server: FakeSocketServer) => server.last.welcome(),
      60_000,
      'silent for too long',
    ],
  ])('when %s', async (_what, act, patience, reason) => {
    const { clock, server, log } = await given();
    act(server);
    await clock.settleBy(patience - 1);
    expect(log.some((line) => line.startsWith('down'))).toBe(false);
    await clock.settleBy(1);
    expect(log.at(-1)).toBe(`down: ${reason}`);
    await clock.settleBy(3_000);
    expect(server.connections).toHaveLength(2);
  });

  test('PINGs keep it alive', async () => {
    const { clock, server, log } = await givenUp();
    for (let i = 0; i < 30; i++) {
      await clock.settleBy(20_000);
      server.last.say({ trnm: 'PING' });
    }
    expect(log).toEqual(['up']);
  });

  test.each([8005, 8103])('LOGIN refused with %d: one new token, one more try', async (code) => {
    const { clock, http, server, log } = await given();
    http.reply('au10001', tokenAnswer('token-2', '20300101000000'));
    server.last.open();
    server.last.say({ trnm: 'LOGIN', return_code: 3, return_msg: DEAD.replace('8005', String(code)) });
    server.last.drop(1000, 'Bye');
    await clock.settleBy(3_000);
    expect(server.connections).toHaveLength(2);
    server.last.open();
    expect(server.last.sentFrames[0]).toEqual({ trnm: 'LOGIN', token: 'token-2' });
    expect(log).toEqual([]);
  });

  test('words of an old connection are not heard', async () => {
    const { clock, server, log, entries } = await givenUp();
    const old = server.last;
    old.drop();
    await clock.settleBy(3_000);
    server.last.welcome();
    old.say(realTimeExample('0B').frame);
    old.drop();
    expect(entries).toHaveLength(0);
    expect(log).toEqual(['up', expect.stringMatching(/^down: .*\[1006\]/), 'up']);
  });
});

describe('the night', () => {
  test('it leaves before the servers restart and is back afterwards', async () => {
    const { clock, server, log } = await given({ at: kstMoment('2026-11-24', '045400') });
    server.last.welcome();
    await clock.settleBy(60_000);
    expect(log).toEqual(['up', 'down: quiet hours']);
    expect(server.last.isClosedByClient).toBe(true);
    await clock.settleBy(20 * 60_000);
    expect(kstClockText(clock.now())).toBe('05:15:00');
    expect(server.connections).toHaveLength(2);
    server.last.welcome();
    expect(log.at(-1)).toBe('up');
  });

  test('started in the quiet hours, it waits', async () => {
    const { clock, server } = await given({ at: kstMoment('2026-11-24', '050700') });
    expect(server.connections).toHaveLength(0);
    await clock.settleBy(8 * 60_000);
    expect(server.connections).toHaveLength(1);
  });

  test.each([
    ['04:54:59', '045459', '045459'],
    ['04:55:00', '045500', '051500'],
    ['05:14:59', '051459', '051500'],
    ['05:15:00', '051500', '051500'],
  ])('%s', (_what, planned, allowed) => {
    const at = kstMoment('2026-11-24', planned);
    expect(outsideQuietHours(at, NIGHTLY_RESTART)).toBe(kstMoment('2026-11-24', allowed));
    expect(nextQuietStart(kstMoment('2026-11-24', '045500'), NIGHTLY_RESTART)).toBe(
      kstMoment('2026-11-25', '045500'),
    );
  });
});

test('stop ends it without a word', async () => {
  const { clock, server, session, log } = await givenUp();
  session.stop();
  server.last.drop();
  await clock.settleBy(600_000);
  expect(log).toEqual(['up']);
  expect(clock.nextWakeAt).toBeNull();
});

describe('back-off', () => {
  test.each([
    [1, 0, 3_000],
    [2, 0, 3_000],
    [2, 0.5, 4_500],
    [3, 0.999, 11_991],
    [50, 0.999, 59_943],
  ])('attempt %d with jitter %d waits %d ms', (attempt, jitter, ms) => {
    expect(backoffMs(attempt, jitter)).toBe(ms);
  });
});
