// Each kind of fault over the server core, with a clock in hand.

import { describe, expect, it } from 'vitest';
import { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import type { Fault, FaultMatch } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { HOUR_MS, kstMidnight, kstMoment, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { type Harness, PATHS, type TestSocket } from '../harness.ts';
import { ACCOUNT, TODAY } from '../scripted-exchange.ts';
import { ANY, ORDER, onOrders, order, rule, world } from './faulty-world.ts';

const orderCount = (harness: Harness) => harness.exchange.orders.of(ACCOUNT, TODAY).length;
const quantities = (socket: TestSocket) => socket.real('00').map((values) => values['900']);

describe('a request', () => {
  it.each<[Fault, object, number]>([
    [{ type: 'rate-limit', body: true }, { type: 'answered', response: { status: 429, reason: 'null' } }, 0],
    [{ type: 'rate-limit', body: false }, { type: 'answered', response: { status: 429, body: '' } }, 0],
    [{ type: 'server-error', status: 502 }, { type: 'answered', response: { status: 502 } }, 1],
    [{ type: 'lost-request' }, { type: 'cut' }, 0],
    [{ type: 'lost-answer' }, { type: 'cut' }, 1],
    [{ type: 'cut-answer' }, { type: 'cut-within', response: { status: 200 } }, 1],
  ])('meets %j', (fault, outcome, accepted) => {
    const { harness } = world([rule(fault, onOrders())]);
    expect(order(harness)).toMatchObject(outcome);
    expect(orderCount(harness)).toBe(accepted);
  });

  it('is answered with words of the scenario, and not handled', () => {
    const fault: Fault = { type: 'error-answer', returnCode: 20, message: '[2000](RC4010:휴장)' };
    const { harness } = world([rule(fault, onOrders())]);
    expect(harness.buy().json).toEqual({ return_msg: '[2000](RC4010:휴장)', return_code: 20 });
    expect(orderCount(harness)).toBe(0);
  });

  it('finds its token dead', () => {
    const { harness } = world([rule({ type: 'dead-token' }, { on: { ...ANY, nth: 2 }, count: 1 })]);
    expect(harness.call('kt00001', PATHS.acnt, { qry_tp: '3' }).json['return_code']).toBe(0);
    expect(harness.call('kt00001', PATHS.acnt, { qry_tp: '3' }).json['return_code']).toBe(3);
    expect(harness.buy().json['return_code']).toBe(3);
    expect(harness.issue({ appKey: 'app-key', secretKey: 'secret', account: ACCOUNT })).not.toBe(
      harness.token,
    );
  });

  it('waits for a slow answer', () => {
    const { harness } = world([rule({ type: 'slow-answer', delay: { min: 400, max: 400 } }, onOrders())]);
    expect(order(harness)).toBeNull();
    expect(orderCount(harness)).toBe(1);
  });

  it('is answered with a member that nobody knows, and with a number without zeros', () => {
    const { harness } = world([
      rule({ type: 'unknown-members' }, { ...onOrders(), count: 1 }),
      rule({ type: 'unpadded-numbers' }, onOrders({ nth: 2 })),
    ]);
    expect(harness.buy().json).toMatchObject({ new_member: '1', ord_no: '0000018', return_code: 0 });
    expect(harness.buy().json['ord_no']).toBe('19');
  });

  it('is told a time that is ahead', () => {
    const { harness } = world([rule({ type: 'clock-skew', byMs: 90_000 })]);
    const { headers } = harness.buy().response;
    expect(Number.parseInt(headers['x-exchange-clock']!, 10)).toBe(harness.exchange.now + 90_000);
    expect(Date.parse(headers['Date']!)).toBe(harness.exchange.now + 90_000);
  });

  it.each<[Fault, number, number]>([
    [{ type: 'early-notices' }, 1, 1],
    [{ type: 'late-notices', delay: { min: 200, max: 200 } }, 0, 0],
  ])('has its notices moved by %j', (fault, whenAnswered, atOnce) => {
    const { harness, socket } = world([rule(fault)]);
    let seen = -1;
    const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
    harness.core.handleRest({ method: 'POST', path: PATHS.ordr, headers, body: ORDER }, () => {
      seen = socket.real('00').length;
    });
    expect([seen, socket.real('00').length]).toEqual([whenAnswered, atOnce]);
    harness.clock.advanceBy(200);
    expect(socket.real('00')).toHaveLength(1);
  });
});

describe('a stale answer', () => {
  it('shows orders, fills and balances of a while ago', () => {
    const { harness, pass } = world([
      rule({ type: 'stale-answer', lagMs: 40_000 }, { on: { ...ANY, tr: ['ka10075', 'ka10076'] } }),
    ]);
    const open = () =>
      harness.call('ka10075', PATHS.acnt, { all_stk_tp: '0', trde_tp: '0', stex_tp: '0' }).json[
        'oso'
      ] as Record<string, string>[];
    harness.buy(10);
    expect(open()).toEqual([]);
    pass(39_999);
    expect(open()).toEqual([]);
    pass(1);
    expect(open()).toMatchObject([{ ord_no: '0000018', cntr_qty: '0', oso_qty: '10' }]);
    harness.exchange.fill('18', 60_700, 4);
    pass(39_999);
    expect(open()).toMatchObject([{ cntr_qty: '0', oso_qty: '10' }]);
    pass(1);
    expect(open()).toMatchObject([{ cntr_qty: '4', oso_qty: '6' }]);
  });

  it('still lists an order that was cancelled meanwhile', () => {
    const { harness, pass } = world([
      rule({ type: 'stale-answer', lagMs: 40_000 }, { on: { ...ANY, tr: ['ka10075'] } }),
    ]);
    harness.buy(10);
    pass(60_000);
    harness.cancel('0000018');
    const open = () =>
      (
        harness.call('ka10075', PATHS.acnt, { all_stk_tp: '0', trde_tp: '0', stex_tp: '0' }).json[
          'oso'
        ] as unknown[]
      ).length;
    expect(open()).toBe(1);
    pass(40_000);
    expect(open()).toBe(0);
  });
});

describe('a frame', () => {
  const three = (fault: Fault, match: Partial<FaultMatch>) => {
    const { harness, socket } = world([rule(fault, { on: { ...ANY, frame: ['00'], ...match } })]);
    for (const quantity of [10, 20, 30]) harness.buy(quantity);
    const atOnce = quantities(socket);
    harness.clock.advanceBy(2_000);
    return { atOnce, later: quantities(socket), socket };
  };

  it.each<[string, Fault, Partial<FaultMatch>, string[], string[]]>([
    ['the second is dropped', { type: 'drop-frame' }, { nth: 2, every: 9 }, ['10', '30'], ['10', '30']],
    [
      'each other is doubled',
      { type: 'duplicate-frame' },
      { every: 2 },
      ['10', '10', '20', '30', '30'],
      ['10', '10', '20', '30', '30'],
    ],
    [
      'the first is overtaken',
      { type: 'reorder-frame' },
      { every: 9 },
      ['20', '10', '30'],
      ['20', '10', '30'],
    ],
    [
      'the first waits, the others behind it',
      { type: 'delay-frame', delay: { min: 500, max: 500 } },
      { every: 9 },
      [],
      ['10', '20', '30'],
    ],
  ])('%s', (_name, fault, match, atOnce, later) => {
    const seen = three(fault, match);
    expect([seen.atOnce, seen.later]).toEqual([atOnce, later]);
  });

  it('carries what nobody knows beside what everybody does', () => {
    const { socket } = three({ type: 'unknown-fields' }, {});
    expect(quantities(socket)).toEqual(['10', '20', '30']);
    expect(socket.real('00')[0]).toHaveProperty('99999');
    expect(socket.real('Z9')).toHaveLength(3);
  });

  it('waits for the next one and goes out as one with it, or alone when none comes', () => {
    const { socket, atOnce, later } = three({ type: 'joined-frames' }, {});
    expect(atOnce).toEqual(['10', '20']);
    expect(later).toEqual(['10', '20', '30']);
    const entries = socket.frames.filter(({ trnm }) => trnm === 'REAL').map(({ data }) => data);
    expect(entries).toMatchObject([[{ type: '00' }, { type: '00' }], [{ type: '00' }]]);
  });

  it('has its members the other way round', () => {
    const { socket } = three({ type: 'shuffled-members' }, {});
    expect(quantities(socket)).toEqual(['10', '20', '30']);
    expect(Object.keys(socket.frames.find(({ trnm }) => trnm === 'REAL')!)).toEqual(['trnm', 'data']);
  });

  it('breaks in the middle, and the connection with it', () => {
    const { socket } = three({ type: 'cut-in-frame' }, { nth: 2 });
    expect(quantities(socket)).toEqual(['10']);
    expect(socket.closed).toEqual({ code: 1006, reason: '' });
  });
});

describe('the server as a whole', () => {
  it('may be hit by a frame: of its kind, and not of others', () => {
    const fault: Fault = { type: 'cut-sockets', code: 1000, reason: '' };
    const closedBy = (frame: string) => {
      const { harness, socket } = world([rule(fault, { on: { ...ANY, frame: [frame] } })]);
      harness.buy();
      return socket.closed;
    };
    expect(['0B', '00', 'notices'].map(closedBy)).toEqual([
      null,
      ...Array(2).fill({ code: 1000, reason: '' }),
    ]);
  });

  it.each<[Fault, { code: number; reason: string } | null]>([
    [
      { type: 'cut-sockets', code: 1000, reason: '' },
      { code: 1000, reason: '' },
    ],
    [
      { type: 'kick', code: 'R10002' },
      { code: 1000, reason: 'Bye' },
    ],
    [{ type: 'expire-tokens' }, null],
  ])('meets %j once', (fault, closed) => {
    const { harness, socket, pass } = world([rule(fault, { start: { type: 'after', ms: 5_000 } })]);
    pass(4_999);
    expect([socket.closed, harness.buy().json['return_code']]).toEqual([null, 0]);
    pass(1);
    expect(socket.closed).toEqual(closed);
    expect(harness.buy().json['return_code']).toBe(fault.type === 'expire-tokens' ? 3 : 0);
    const again = harness.login();
    pass(60_000);
    expect(again.closed).toBe(fault.type === 'expire-tokens' ? again.closed : null);
  });

  it('leaves a socket half open, and cuts it when that is over', () => {
    const { harness, socket, pass } = world([
      rule({ type: 'half-open' }, { start: { type: 'after', ms: 1_000 }, forMs: 30_000 }),
    ]);
    pass(1_000);
    const before = socket.frames.length;
    harness.buy();
    socket.send({ trnm: 'LOGIN', token: harness.token });
    harness.clock.advanceBy(60_000);
    expect([socket.frames.length, socket.closed]).toEqual([before, null]);
    const fresh = harness.login();
    fresh.register(['00']);
    harness.buy(7);
    expect(quantities(fresh)).toEqual(['7']);
    pass(30_000);
    expect([socket.closed?.code, fresh.closed]).toEqual([1006, null]);
  });

  it('has a night cut: sockets go, five new ones are turned away, then the token is dead', () => {
    const night = rule(
      { type: 'night-cut', tokens: 'die', refusals: 5 },
      { start: { type: 'at', msOfDay: 5 * HOUR_MS + 7 * MINUTE_MS } },
    );
    const { harness, socket, desk } = world([night]);
    harness.exchange.advanceTo(kstMidnight(TODAY) + 24 * HOUR_MS + 5 * HOUR_MS + 6 * MINUTE_MS);
    desk.timePassed();
    expect(socket.closed).toBeNull();
    harness.exchange.advanceTo(harness.exchange.now + MINUTE_MS);
    desk.timePassed();
    expect(socket.closed).toEqual({ code: 1006, reason: '' });
    const refused = Array.from({ length: 5 }, () => {
      const one = harness.connect();
      const atOnce = one.closed;
      one.send({ trnm: 'LOGIN', token: harness.token });
      return [atOnce?.code ?? null, one.closed?.code, one.frames.length];
    });
    expect(refused).toEqual([...Array(4).fill([1000, 1000, 0]), [null, 1000, 0]]);
    const sixth = harness.connect();
    sixth.send({ trnm: 'LOGIN', token: harness.token });
    expect(sixth.frames[0]).toMatchObject({ trnm: 'LOGIN', return_code: 805004 });
  });

  it('has a night whose tokens live', () => {
    const { harness, pass } = world([
      rule({ type: 'night-cut', tokens: 'live', refusals: 1 }, { start: { type: 'after', ms: 10 } }),
    ]);
    pass(10);
    harness.login();
    expect(harness.login().frames[0]).toMatchObject({ trnm: 'LOGIN', return_code: 0 });
  });

  it('turns new sockets away for a while', () => {
    const { harness, pass } = world([rule({ type: 'refuse-sockets', stage: 'at-once' }, { forMs: 10_000 })]);
    expect(harness.connect().closed).toEqual({ code: 1000, reason: '' });
    pass(10_000);
    expect(harness.connect().closed).toBeNull();
  });

  it('does not make up for a time of day that was over when it began', () => {
    const at = { type: 'at', msOfDay: 9 * HOUR_MS } as const;
    const { socket, pass, harness } = world([
      rule({ type: 'cut-sockets', code: 1000, reason: '' }, { start: at }),
    ]);
    pass(SECOND_MS);
    expect(socket.closed).toBeNull();
    harness.exchange.advanceTo(kstMoment('2026-11-21', '090000'));
    pass(0);
    expect(socket.closed).not.toBeNull();
  });
});

it('a rule by the time of day begins anew each day, its count included', () => {
  let now = kstMoment(TODAY, '0955');
  const fault: Fault = { type: 'server-error', status: 502 };
  const times = { start: { type: 'at', msOfDay: 10 * HOUR_MS }, forMs: HOUR_MS, count: 1 } as const;
  const desk = new FaultDesk({ rules: [rule(fault, times)], seed: 1, now: () => now });
  const hit = () => desk.request({ trId: 'kt10000', isOrder: true }).brokenStatus;
  const atTen = () => [hit(), hit()];
  expect(hit()).toBe(0);
  const days = [0, 1, 2].map((days) => {
    now = kstMidnight(TODAY) + (24 * days + 10) * HOUR_MS;
    return atTen();
  });
  expect(days).toEqual([0, 1, 2].map(() => [502, 0]));
  expect(desk.report()).toMatchObject([{ number: 1, hits: 3 }]);
});

it.each<Fault>([{ type: 'early-notices' }, { type: 'late-notices', delay: { min: 1, max: 1 } }])(
  'a rule that names no requests is about orders where it moves notices: $type',
  (fault) => {
    const desk = new FaultDesk({ rules: [rule(fault)], seed: 1, now: () => 0 });
    const isMoved = (trId: string, isOrder: boolean) => desk.request({ trId, isOrder }).notices !== 'with';
    expect([isMoved('ka10001', false), isMoved('kt10000', true)]).toEqual([false, true]);
    expect(desk.report()).toMatchObject([{ hits: 1 }]);
  },
);
