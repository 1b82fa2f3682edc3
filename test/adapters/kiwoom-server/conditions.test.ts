// Condition search over the WebSocket: the list, one answer, what enters and leaves, and the server's odd ways (kiwoom-wire 1.17–1.22).

import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '#adapters/kiwoom-server/conditions/condition-list.ts';
import { Harness, KEY, type TestSocket } from './harness.ts';
import { MarketWorld, SECOND_DAY } from './market-world.ts';
import { SAMSUNG } from './scripted-exchange.ts';

type Json = Record<string, unknown>;

/** 등락률 3% 이상. */
const RISERS = '0';
/** 체결강도 120% 이상. */
const STRONG = '7';

function ask(socket: TestSocket, frame: Json): Json {
  const before = socket.frames.length;
  socket.send(frame);
  return socket.frames[before]!;
}

const request = (seq: string, search_type: '0' | '1', more: Json = {}): Json => ({
  ...{ trnm: 'CNSRREQ', seq, search_type, stex_tp: 'K', ...more },
});

/** A socket that has logged in and asked for the list. */
function listed(harness: Harness): TestSocket {
  const socket = harness.login();
  ask(socket, { trnm: 'CNSRLST' });
  return socket;
}

/** A trade a second later, after which conditions are looked at. */
function trade(harness: Harness, price: number): void {
  const { exchange } = harness;
  exchange.now += 1_000;
  exchange.last = price;
  exchange.emit({
    ...{ type: 'trade', venue: 'KRX', hours: 'regular', symbol: SAMSUNG.symbol, aggressor: 'buy' },
    ...{ at: exchange.now, price, quantity: 1 },
  });
}

const reals = (socket: TestSocket): Json[] =>
  socket.frames
    .filter((frame) => frame['trnm'] === 'REAL')
    .flatMap((frame) => frame['data'] as Json[])
    .filter((entry) => entry['type'] === '02');

describe('CNSRLST', () => {
  it('lists numbers and names as pairs', () => {
    expect(ask(new Harness().login(), { trnm: 'CNSRLST' })).toEqual({
      trnm: 'CNSRLST',
      return_code: 0,
      return_msg: '',
      data: CONDITIONS.map(({ seq, name }) => [seq, name]),
    });
  });

  it('needs a login', () => {
    expect(ask(new Harness().connect(), { trnm: 'CNSRLST' })['return_code']).toBe(100013);
  });

  it('takes numbers for texts', () => {
    const harness = new Harness();
    const socket = listed(harness);
    expect(ask(socket, { trnm: 'CNSRREQ', seq: 0, search_type: 0, stex_tp: 'K' })['return_code']).toBe(0);
  });

  it('must be asked for on the same connection before a search', () => {
    const harness = new Harness();
    listed(harness);
    const other = harness.login();
    expect(ask(other, request(RISERS, '0'))['return_code']).toBe(1);
    ask(other, { trnm: 'CNSRLST' });
    expect(ask(other, request(RISERS, '0'))['return_code']).toBe(0);
  });
});

describe('CNSRREQ once', () => {
  it('writes nine digits, unsigned prices, the rate in thousandths and an A before the code', () => {
    const harness = new Harness();
    harness.exchange.last = 62_700; // +3.98 % of 60,300
    expect(ask(listed(harness), request(RISERS, '0', { cont_yn: 'N', next_key: '' }))).toEqual({
      trnm: 'CNSRREQ',
      seq: '0  ',
      cont_yn: 'N',
      next_key: '',
      return_code: 0,
      data: [
        {
          ...{ '9001': 'A005930', '302': '삼성전자', '10': '000062700', '25': '2', '11': '000002400' },
          ...{
            '12': '000003980',
            '13': '000000500',
            '16': '000060100',
            '17': '000060800',
            '18': '000060000',
          },
        },
      ],
    });
  });

  it('keeps the sign inside the nine places', () => {
    const harness = new Harness();
    harness.exchange.last = 57_700;
    const [row] = ask(listed(harness), request('1', '0'))['data'] as Json[];
    expect(row).toMatchObject({ '11': '-00002600', '12': '-00004310', '25': '5', '10': '000057700' });
  });

  it('has null where nothing is found', () => {
    expect(ask(listed(new Harness()), request(RISERS, '0'))).toMatchObject({ return_code: 0, data: null });
  });

  it.each([
    ['seq', { trnm: 'CNSRREQ', search_type: '0', stex_tp: 'K' }],
    ['search_type', { trnm: 'CNSRREQ', seq: '0', stex_tp: 'K' }],
    ['stex_tp', { trnm: 'CNSRREQ', seq: '0', search_type: '0' }],
    ['seq', { trnm: 'CNSRCLR' }],
  ])('without %s is refused', (name, frame) => {
    expect(ask(listed(new Harness()), frame)).toEqual({
      trnm: frame.trnm,
      return_code: 100002,
      return_msg: `필수 파라미터가 누락되어 있습니다(parameter=${name})`,
    });
  });

  it('pages by a hundred in the body, and finds in a real market what its predicate says', () => {
    const world = new MarketWorld(3, 30);
    world.advanceTo(SECOND_DAY, '140000');
    const frames: Json[] = [];
    const input = world.core.openSession({
      send: (text) => frames.push(JSON.parse(text)),
      close: () => undefined,
      bufferedBytes: () => 0,
    });
    input.receive(JSON.stringify({ trnm: 'LOGIN', token: world.token }));
    input.receive(JSON.stringify({ trnm: 'CNSRLST' }));
    input.receive(JSON.stringify(request('8', '0')));
    const hits = ((frames.at(-1)!['data'] ?? []) as Json[]).map((row) => row['9001']);
    const expected = world.exchange.market
      .instruments()
      .filter(({ symbol }) => world.exchange.market.day(symbol)!.value >= 10_000_000_000)
      .map(({ symbol }) => `A${symbol}`);
    expect(expected.length).toBeGreaterThan(0);
    expect(hits).toEqual(expected);
    expect(frames.at(-1)).toMatchObject({ cont_yn: 'N', next_key: '' });
  });
});

describe('CNSRREQ in real time', () => {
  it('tells who enters and who leaves, once a second, without an A', () => {
    const harness = new Harness();
    const socket = listed(harness);
    expect(ask(socket, request(RISERS, '1'))).toEqual({
      trnm: 'CNSRREQ',
      seq: '0  ',
      return_code: 0,
      data: null,
    });
    trade(harness, 62_700);
    trade(harness, 62_800);
    trade(harness, 60_300);
    const values = (change: string, time: string) => ({
      values: { '841': '0  ', '9001': '005930', '843': change, '20': time, '907': '2' },
      type: '02',
      name: '조건검색',
      item: '005930',
    });
    expect(reals(socket)).toEqual([values('I', '100001'), values('D', '100003')]);
  });

  it('looks once a second only: what comes and goes in between is not told', () => {
    const harness = new Harness();
    const socket = listed(harness);
    ask(socket, request(RISERS, '1'));
    trade(harness, 60_300);
    harness.exchange.now -= 1_000;
    trade(harness, 62_700);
    expect(reals(socket)).toEqual([]);
    trade(harness, 62_700);
    expect(reals(socket)).toHaveLength(1);
  });

  it('begins with the members of the moment, with an A', () => {
    const harness = new Harness();
    harness.exchange.last = 62_700;
    const socket = listed(harness);
    expect(ask(socket, request(RISERS, '1'))['data']).toEqual([{ jmcode: 'A005930' }]);
    trade(harness, 62_700);
    expect(reals(socket)).toEqual([]);
  });

  it('stays registered when the connection is gone: 900003 until CNSRCLR', () => {
    const harness = new Harness();
    const first = listed(harness);
    ask(first, request(RISERS, '1'));
    first.input.closed();
    const second = listed(harness);
    expect(ask(second, request(RISERS, '1'))).toEqual({
      trnm: 'CNSRREQ',
      return_code: 900003,
      return_msg: '이미 등록된 조건검색 일련번호입니다.(seq=0)',
    });
    trade(harness, 62_700);
    expect(reals(second)).toEqual([]);
    expect(ask(second, { trnm: 'CNSRCLR', seq: '0' })).toEqual({
      trnm: 'CNSRCLR',
      seq: '0',
      return_code: 0,
      return_msg: '',
    });
    expect(ask(second, request(RISERS, '1'))).toMatchObject({ return_code: 0 });
    trade(harness, 60_300);
    expect(reals(second)).toHaveLength(1);
  });

  it('is forgotten over night when nobody is connected', () => {
    const harness = new Harness();
    const first = listed(harness);
    ask(first, request(RISERS, '1'));
    first.input.closed();
    harness.exchange.tradeDate = '2026-11-23';
    expect(ask(listed(harness), request(RISERS, '1'))).toMatchObject({ return_code: 0 });
  });

  it('stops with CNSRCLR, for this condition only', () => {
    const harness = new Harness();
    const socket = listed(harness);
    ask(socket, request(RISERS, '1'));
    ask(socket, request(STRONG, '1'));
    ask(socket, { trnm: 'CNSRCLR', seq: RISERS });
    trade(harness, 62_700);
    expect(reals(socket)).toEqual([]);
    expect(ask(socket, request(STRONG, '1'))).toMatchObject({ return_code: 900003 });
  });

  it('takes ten of a key', () => {
    const socket = listed(new Harness());
    const codes = CONDITIONS.slice(0, 11).map(({ seq }) => ask(socket, request(seq, '1'))['return_code']);
    expect(codes).toEqual([...new Array(10).fill(0), 1]);
  });

  it('is each key’s own', () => {
    const harness = new Harness();
    ask(listed(harness), request(RISERS, '1'));
    const other = harness.connect();
    other.send({ trnm: 'LOGIN', token: harness.issue({ ...KEY, appKey: 'other-key' }) });
    ask(other, { trnm: 'CNSRLST' });
    expect(ask(other, request(RISERS, '1'))).toMatchObject({ return_code: 0 });
  });
});

it('conditions have names and numbers of their own', () => {
  expect(new Set(CONDITIONS.map(({ name }) => name)).size).toBe(CONDITIONS.length);
  expect(CONDITIONS.map(({ seq }) => seq)).toEqual(CONDITIONS.map((_, index) => String(index)));
});
