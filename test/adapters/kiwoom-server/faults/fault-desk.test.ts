// Faults by rules: each kind over the server core with a clock in hand; when rules begin, whom they hit and how often.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import type { Fault, FaultMatch, FaultRule } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { HOUR_MS, kstMidnight, kstMoment, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { Harness, PATHS, type TestSocket } from '../harness.ts';
import { ACCOUNT, TODAY } from '../scripted-exchange.ts';

const ANY: FaultMatch = { tr: null, frame: null, nth: 1, every: 1 };

function rule(fault: Fault, rest: Partial<FaultRule> = {}): FaultRule {
  return { fault, start: null, on: null, forMs: null, count: null, chance: 1, ...rest };
}

const onOrders = (rest: Partial<FaultMatch> = {}) => ({ on: { ...ANY, tr: ['orders'], ...rest } });

/** A core whose plan is made of these rules, a client that has logged in, and the exchange's clock. */
function world(rules: readonly FaultRule[], seed = 1) {
  let clock = (): number => 0;
  const desk = new FaultDesk({ rules: [], seed, now: () => clock() });
  const harness = new Harness({ faults: desk });
  clock = () => harness.exchange.now;
  const socket = harness.login();
  socket.register(['00', '04']);
  for (const one of rules) desk.add(one);
  return {
    desk,
    harness,
    socket,
    /** Lets exchange time pass. */
    pass(ms: number): void {
      harness.exchange.advanceTo(harness.exchange.now + ms);
      desk.timePassed();
    },
  };
}

const ORDER = JSON.stringify({
  ...{ dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '3', ord_uv: '60700', trde_tp: '0' },
});

/** Sends an order; what came back at once. */
function order(harness: Harness) {
  const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
  return harness.outcome(PATHS.ordr, headers, ORDER);
}

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

describe('a rule', () => {
  const lost = { type: 'lost-answer' } as const;
  const fates = (rules: FaultRule[], count: number, seed = 1) => {
    const { harness } = world(rules, seed);
    return Array.from({ length: count }, () => order(harness)?.type);
  };
  const X = 'cut';
  const _ = 'answered';

  it.each<[string, Partial<FaultRule>, string[]]>([
    ['hits the third order only', { ...onOrders({ nth: 3 }), count: 1 }, [_, _, X, _, _]],
    ['hits from the third order on', onOrders({ nth: 3 }), [_, _, X, X, X]],
    ['hits every other order', onOrders({ every: 2 }), [X, _, X, _, X]],
    ['hits twice', { ...onOrders(), count: 2 }, [X, X, _, _, _]],
    ['hits one TR', { on: { ...ANY, tr: ['kt10001'] } }, [_, _, _, _, _]],
    ['never hits with no chance', { ...onOrders(), chance: 0 }, [_, _, _, _, _]],
  ])('%s', (_name, rest, expected) => {
    expect(fates([rule(lost, rest)], expected.length)).toEqual(expected);
  });

  it('lasts as long as it says from the match that began it', () => {
    const { harness, pass } = world([rule(lost, { ...onOrders({ nth: 2 }), forMs: 10_000 })]);
    const seen = [order(harness)?.type];
    pass(60_000);
    for (const wait of [0, 9_999, 1]) {
      pass(wait);
      seen.push(order(harness)?.type);
    }
    expect(seen).toEqual([_, X, X, _]);
  });

  it('opens its window at a time of every day', () => {
    const { harness, desk } = world([
      rule(lost, { ...onOrders(), start: { type: 'at', msOfDay: 11 * HOUR_MS }, forMs: MINUTE_MS, count: 1 }),
    ]);
    const at = (date: string, time: string) => {
      harness.exchange.now = kstMoment(date, time);
      desk.timePassed();
      return order(harness)?.type;
    };
    expect(at(TODAY, '105959')).toBe(_);
    expect([at(TODAY, '110000'), at(TODAY, '110001')]).toEqual([X, _]);
    expect(at(TODAY, '110100')).toBe(_);
  });

  it('decides the same again for the same seed, whatever other rules there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (seed, withOther) => {
        const some = rule(lost, { ...onOrders(), chance: 0.5 });
        const other = rule({ type: 'unknown-members' }, { chance: 0.5 });
        const first = fates([some], 20, seed);
        expect(fates(withOther ? [some, other] : [some], 20, seed)).toEqual(first);
      }),
      { numRuns: 20 },
    );
    expect(new Set(fates([rule(lost, { ...onOrders(), chance: 0.5 })], 40)).size).toBe(2);
  });

  it('can be taken away, and tells how often it hit', () => {
    const { harness, desk } = world([rule(lost, onOrders())]);
    order(harness);
    const [report] = desk.report();
    expect(report).toMatchObject({ hits: 1, isOpen: true });
    expect([desk.remove(report!.number), desk.remove(report!.number)]).toEqual([true, false]);
    expect([order(harness)?.type, desk.isCalm]).toEqual([_, true]);
  });
});
