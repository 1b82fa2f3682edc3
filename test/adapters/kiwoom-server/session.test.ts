// The WebSocket as recorded: login, heartbeat, kicks, registrations and their limits (kiwoom-wire 1.2–1.16).

import { describe, expect, it } from 'vitest';
import { Harness, KEY, OTHER_KEY } from './harness.ts';

const OK = { return_code: 0, return_msg: '' };
const codes = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(from + index).padStart(6, '0'));

describe('login', () => {
  it('is answered with return_code 0', () => {
    expect(new Harness().login().frames).toEqual([{ trnm: 'LOGIN', ...OK, sor_yn: 'Y' }]);
  });

  it('with a dead token is answered with 8005 in the text, then the socket is closed', () => {
    const socket = new Harness().connect();
    socket.send({ trnm: 'LOGIN', token: 'dead' });
    expect(socket.frames[0]).toMatchObject({ trnm: 'LOGIN', return_code: 805004 });
    expect(socket.frames[0]?.['return_msg']).toContain('[CODE=8005, MESSAGE=Token이 유효하지 않습니다]');
    expect(socket.closed).toEqual({ code: 1000, reason: 'Bye' });
  });

  it('that never comes ends in R10004 and "Bye", ten seconds after the last frame', () => {
    const harness = new Harness();
    const socket = harness.connect();
    harness.clock.advanceBy(9_000);
    socket.send({ header: {}, body: {} });
    expect(socket.frames).toEqual([
      { trnm: '', return_code: 100002, return_msg: '필수 파라미터가 누락되어 있습니다(parameter=trnm)' },
    ]);
    harness.clock.advanceBy(9_999);
    expect(socket.closed).toBeNull();
    harness.clock.advanceBy(1);
    expect(socket.frames.at(-1)).toMatchObject({ trnm: 'SYSTEM', code: 'R10004' });
    expect(socket.closed).toEqual({ code: 1000, reason: 'Bye' });
  });

  it('twice on one socket is answered twice, and ends nothing', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.send({ trnm: 'LOGIN', token: harness.token });
    expect(socket.frames).toEqual([
      { trnm: 'LOGIN', ...OK, sor_yn: 'Y' },
      { trnm: 'LOGIN', ...OK, sor_yn: 'Y' },
    ]);
    expect([socket.closed, harness.core.traffic.sessions]).toEqual([null, 1]);
  });

  it('of the same key ends the older session with R10001, and leaves other keys alone', () => {
    const harness = new Harness();
    const older = harness.login();
    const other = harness.connect();
    other.send({ trnm: 'LOGIN', token: harness.issue(OTHER_KEY) });
    const newer = harness.login();
    expect(older.frames.at(-1)).toEqual({
      trnm: 'SYSTEM',
      code: 'R10001',
      message: '동일한 App key로 접속이 되었습니다. 기존 세션은 종료가 됩니다',
    });
    expect(older.closed).toEqual({ code: 1000, reason: 'Bye' });
    expect([newer.closed, other.closed]).toEqual([null, null]);
    expect(harness.core.traffic.sessions).toBe(2);
  });
});

describe('the heartbeat', () => {
  it('comes after 10 s, then every 20 s while it is echoed', () => {
    const harness = new Harness();
    const socket = harness.login();
    const pings: number[] = [];
    const start = harness.clock.now();
    for (let second = 1; second <= 75; second++) {
      const before = socket.frames.length;
      harness.clock.advanceBy(1_000);
      if (socket.frames.length > before) {
        pings.push((harness.clock.now() - start) / 1_000);
        socket.send({ trnm: 'PING' });
      }
    }
    expect(pings).toEqual([10, 30, 50, 70]);
    expect(socket.closed).toBeNull();
  });

  it('without an echo ends in R10002', () => {
    const harness = new Harness();
    const socket = harness.login();
    harness.clock.advanceBy(20_000);
    expect(socket.frames.slice(1)).toEqual([
      { trnm: 'PING' },
      expect.objectContaining({ trnm: 'SYSTEM', code: 'R10002' }),
    ]);
    expect(socket.closed).toEqual({ code: 1000, reason: 'Bye' });
  });

  it.each([{ trnm: 'PONG' }, { trnm: 'PING', return_code: 0, data: null }, { trnm: 'CNSRLST' }])(
    'takes %j for a sign of life',
    (frame) => {
      const harness = new Harness();
      const socket = harness.login();
      for (let second = 10; second <= 60; second += 10) {
        harness.clock.advanceBy(10_000);
        if (socket.frames.at(-1)?.['trnm'] === 'PING') socket.send(frame);
      }
      expect(socket.closed).toBeNull();
    },
  );

  it('stops when the socket is gone', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.input.closed();
    harness.clock.advanceBy(60_000);
    expect(socket.frames).toHaveLength(1);
    expect(harness.clock.nextWakeAt).toBeNull();
  });
});

describe('a frame', () => {
  it('above 65,536 bytes closes the socket with 1009, and one of exactly that size does not', () => {
    const harness = new Harness();
    const small = harness.login();
    const overhead = JSON.stringify({ trnm: 'PING', x: '' }).length;
    small.send({ trnm: 'PING', x: 'a'.repeat(65_536 - overhead) });
    expect(small.closed).toBeNull();
    small.send({ trnm: 'PING', x: 'a'.repeat(65_537 - overhead) });
    expect(small.closed).toEqual({ code: 1009, reason: 'Max frame length of 65536 has been exceeded.' });
  });

  it.each(['', 'PING', '[1]', 'null', '{"trnm":true}', '{"trnm":""}'])(
    '%j counts as one without trnm',
    (text) => {
      const socket = new Harness().login();
      socket.input.receive(text);
      expect(socket.frames.at(-1)).toMatchObject({ trnm: '', return_code: 100002 });
    },
  );

  it.each([
    [{ trnm: 'REG', data: [{ item: [''], type: ['00'] }] }, 'grp_no'],
    [{ trnm: 'REG', grp_no: '1' }, 'data'],
    [{ trnm: 'REG', grp_no: '1', data: [{ item: ['005930'] }] }, 'data'],
  ])('REG without a member names it', (frame, parameter) => {
    const socket = new Harness().login();
    socket.send(frame);
    expect(socket.frames.at(-1)).toMatchObject({ return_code: 100002 });
    expect(socket.frames.at(-1)?.['return_msg']).toContain(`parameter=${parameter}`);
  });

  it('of a name nobody knows is told so', () => {
    const socket = new Harness().login();
    socket.send({ trnm: 'PONG' });
    expect(socket.frames.at(-1)).toEqual({
      ...{ trnm: 'PONG', return_code: 105108, return_msg: '정의되어 있지 않는 TRNM입니다' },
    });
  });

  it('of LOGIN without a token is told so, and may be sent again', () => {
    const harness = new Harness();
    const socket = harness.connect();
    socket.send({ trnm: 'LOGIN' });
    expect(socket.frames).toEqual([
      { trnm: 'LOGIN', return_code: 805002, return_msg: '인증을 체크하기 위한 Token 값이 없습니다' },
    ]);
    socket.send({ trnm: 'LOGIN', token: harness.token });
    expect(socket.frames.at(-1)).toMatchObject({ return_code: 0 });
  });

  it('before LOGIN registers nothing', () => {
    const harness = new Harness();
    const socket = harness.connect();
    expect(socket.register(['0B'], ['005930'])).toEqual({
      ...{ trnm: 'REG', return_code: 100013 },
      return_msg: '로그인 인증이 들어오기 전에 다른 전문이 들어왔습니다. 해당 전문은 무시됩니다',
    });
    socket.send({ trnm: 'LOGIN', token: harness.token });
    harness.trade();
    expect(socket.real('0B')).toEqual([]);
  });
});

describe('a registration as others write it', () => {
  const known = { trnm: 'REG', grp_no: '1', refresh: '1', data: [{ item: ['005930'], type: ['0B'] }] };

  it.each<[string, Record<string, unknown>]>([
    ['numbers for group and refresh', { grp_no: 1, refresh: 1 }],
    ['no refresh', { refresh: undefined }],
    ['a group of five characters', { grp_no: '10001' }],
    ['texts for lists', { data: [{ item: '005930', type: '0B' }] }],
    ['members nobody knows', { token: 'x', data: [{ item: ['005930'], type: ['0B'], name: '' }] }],
  ])('with %s registers', (_name, change) => {
    const harness = new Harness();
    const socket = harness.login();
    socket.send({ ...known, ...change });
    expect(socket.frames.at(-1)).toEqual({ trnm: 'REG', ...OK });
    harness.trade();
    expect(socket.real('0B')).toHaveLength(1);
  });

  it('with 0 for refresh drops what the group held', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.send(known);
    socket.send({ ...known, refresh: 0, data: [{ item: ['000660'], type: ['0B'] }] });
    harness.trade();
    expect(socket.real('0B')).toEqual([]);
  });

  it.each([[{}], [{ data: [] }], [{ data: null }]])(
    'is taken back with its whole group by a REMOVE of %j',
    (rest) => {
      const harness = new Harness();
      const socket = harness.login();
      socket.send(known);
      socket.send({ ...known, grp_no: '2', data: [{ item: [''], type: ['00'] }] });
      socket.send({ trnm: 'REMOVE', grp_no: 1, ...rest });
      expect(socket.frames.at(-1)).toEqual({ trnm: 'REMOVE', ...OK });
      harness.trade();
      expect(socket.real('0B')).toEqual([]);
      harness.buy();
      expect(socket.real('00')).toHaveLength(1);
    },
  );
});

describe('registrations', () => {
  const reg = (group: string, items: string[], refresh = '1') => ({
    trnm: 'REG',
    grp_no: group,
    refresh,
    data: [{ item: items, type: ['0B'] }],
  });

  it('are acknowledged without group and items', () => {
    expect(new Harness().login().register(['0B'], ['005930'])).toEqual({ trnm: 'REG', ...OK });
  });

  it('refuse more than 100 codes in a group with 105118 and keep what was there', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0B'], ['005930']);
    socket.send(reg('1', codes(1, 100)));
    expect(socket.frames.at(-1)).toMatchObject({ trnm: 'REG', return_code: 105118 });
    harness.trade();
    expect(socket.real('0B')).toHaveLength(1);
  });

  it('refuse more than 100 codes in all with 105115; the same code twice counts once', () => {
    const socket = new Harness().login();
    for (const [group, items, code] of [
      ['1', codes(1, 100), 0],
      ['2', codes(1, 100), 0],
      ['3', ['005930'], 105115],
    ] as const) {
      socket.send(reg(group, [...items]));
      expect(socket.frames.at(-1)?.['return_code']).toBe(code);
    }
  });

  it('are replaced in their group by refresh 0, and end with REMOVE', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.send(reg('1', ['000660']));
    socket.send(reg('1', ['005930'], '0'));
    socket.send(reg('1', codes(1, 99)));
    expect(socket.frames.at(-1)?.['return_code']).toBe(0);
    harness.trade();
    socket.send({ trnm: 'REMOVE', grp_no: '1', data: [{ item: ['005930'], type: ['0B'] }] });
    expect(socket.frames.at(-1)).toEqual({ trnm: 'REMOVE', ...OK });
    harness.trade();
    expect(socket.real('0B')).toHaveLength(1);
  });

  it('report under the item as it was written, venue suffix included', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0B'], ['005930_AL', '005930_NX']);
    harness.trade();
    const frames = socket.frames.filter((frame) => frame['trnm'] === 'REAL');
    expect(frames.map((frame) => (frame['data'] as { item: string }[])[0]?.item)).toEqual(['005930_AL']);
  });
});

describe('a client that does not read', () => {
  it('loses market frames first, and its socket only when notices pile up', () => {
    const harness = new Harness({ buffers: { marketBytesMax: 1_000, totalBytesMax: 5_000 } });
    const socket = harness.login();
    socket.register(['0B'], ['005930']);
    socket.register(['00']);
    socket.buffered = 1_001;
    harness.trade();
    harness.buy();
    expect([socket.real('0B').length, socket.real('00').length]).toEqual([0, 1]);
    expect(harness.core.traffic.dropped).toBe(1);
    socket.buffered = 5_001;
    harness.buy();
    expect(socket.closed?.code).toBe(1006);
    expect(harness.core.traffic.sessions).toBe(0);
  });
});

describe('the night cut', () => {
  it('closes every socket and ends every token', () => {
    const harness = new Harness();
    const socket = harness.login();
    harness.core.cutOff(true);
    expect(socket.closed?.code).toBe(1000);
    const again = harness.login();
    expect(again.frames[0]?.['return_code']).toBe(805004);
    expect(harness.issue(KEY)).not.toBe(harness.token);
  });
});
