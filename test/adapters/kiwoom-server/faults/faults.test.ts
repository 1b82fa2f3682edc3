// Injected trouble: that each kind does what it says to requests and frames, and that a seed repeats it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALM_FRAME,
  CALM_REQUEST,
  type FaultedCall,
  type FaultPlan,
  type FrameFault,
  NO_FAULTS,
  type RequestFault,
  seededFaults,
} from '#adapters/kiwoom-server/faults/faults.ts';
import { Harness, PATHS, type TestSocket } from '../harness.ts';
import { ACCOUNT, TODAY } from '../scripted-exchange.ts';

const ORDER = JSON.stringify({ dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '1', trde_tp: '3' });

/** A plan that says the same about every order, and what a list says about each frame in turn. */
function plan(request: Partial<RequestFault>, frames: Partial<FrameFault>[] = []): FaultPlan {
  const rest = [...frames];
  return {
    isCalm: false,
    connection: () => 'open',
    request: ({ isOrder }) => ({ ...CALM_REQUEST, ...(isOrder ? request : {}) }),
    frame: () => ({ ...CALM_FRAME, ...rest.shift() }),
  };
}

function watched(faults: FaultPlan): { harness: Harness; socket: TestSocket } {
  const harness = new Harness({ faults });
  const socket = harness.login();
  socket.register(['00']);
  return { harness, socket };
}

/** Sends an order; tells what came back and how many notices had come by then, now and after `ms`. */
function send(harness: Harness, socket: TestSocket, ms = 0) {
  const seen: { type: string; status: number; notices: number }[] = [];
  const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
  harness.core.handleRest({ method: 'POST', path: PATHS.ordr, headers, body: ORDER }, (outcome) =>
    seen.push({
      type: outcome.type,
      status: outcome.type === 'answered' ? outcome.response.status : 0,
      notices: socket.real('00').length,
    }),
  );
  const atOnce = { answers: seen.length, notices: socket.real('00').length };
  harness.clock.advanceBy(ms);
  return { seen, atOnce, noticesInTheEnd: socket.real('00').length };
}

const orderCount = (harness: Harness) => harness.exchange.orders.of(ACCOUNT, TODAY).length;

describe('an order request', () => {
  it('whose answer is lost was accepted all the same', () => {
    const { harness, socket } = watched(plan({ loss: 'after' }));
    expect(send(harness, socket)).toMatchObject({ seen: [{ type: 'cut' }], noticesInTheEnd: 1 });
    expect(orderCount(harness)).toBe(1);
  });

  it('that is lost itself never reaches the exchange', () => {
    const { harness, socket } = watched(plan({ loss: 'before' }));
    expect(send(harness, socket)).toMatchObject({ seen: [{ type: 'cut' }], noticesInTheEnd: 0 });
    expect(orderCount(harness)).toBe(0);
  });

  it.each([
    ['before', 1, 1],
    ['with', 0, 1],
    ['after', 0, 0],
  ] as const)('can have its notice %s the answer', (notices, atAnswer, atOnce) => {
    const { harness, socket } = watched(plan({ notices, noticeDelayMs: 300 }));
    const result = send(harness, socket, 300);
    expect(result.seen[0]?.notices).toBe(atAnswer);
    expect(result.atOnce.notices).toBe(atOnce);
    expect(result.noticesInTheEnd).toBe(1);
  });

  it('with a slow answer keeps later notices of the account behind its own', () => {
    const { harness, socket } = watched(plan({ delayMs: 500 }));
    const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
    harness.outcome(PATHS.ordr, headers, ORDER);
    harness.exchange.fill('18', 60_700, 1);
    expect(socket.real('00')).toEqual([]);
    harness.clock.advanceBy(500);
    expect(socket.real('00').map((values) => values['913'])).toEqual(['접수', '체결']);
  });

  it('with a slow answer is told of after its answer, also when a second order is slower', () => {
    const delays = [300, 900];
    const faults: FaultPlan = {
      ...NO_FAULTS,
      request: ({ isOrder }: FaultedCall) => ({
        ...CALM_REQUEST,
        delayMs: isOrder ? delays.shift()! : 0,
      }),
    };
    const { harness, socket } = watched(faults);
    const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
    harness.outcome(PATHS.ordr, headers, ORDER);
    harness.outcome(PATHS.ordr, headers, ORDER);
    harness.clock.advanceBy(899);
    expect(socket.real('00')).toEqual([]);
    harness.clock.advanceBy(1);
    expect(socket.real('00').map((values) => values['9203'])).toEqual(['0000018', '0000019']);
  });

  it('refused by a storm is not accepted', () => {
    const { harness, socket } = watched(plan({ refusal: 'rate-limit' }));
    expect(send(harness, socket).seen[0]?.status).toBe(429);
    expect(orderCount(harness)).toBe(0);
  });

  it('whose token dies is refused with 8005 until a new token is asked for', () => {
    const { harness, socket } = watched(plan({ refusal: 'dead-token' }));
    send(harness, socket);
    expect(orderCount(harness)).toBe(0);
    expect(harness.call('kt00001', PATHS.acnt, { qry_tp: '3' }).json['return_code']).toBe(3);
  });
});

describe('notice frames', () => {
  const NORMAL = {};
  it.each<[string, Partial<FrameFault>[], string[]]>([
    ['dropped', [{ copies: 0 }, NORMAL, NORMAL], ['20', '30']],
    ['doubled', [{ copies: 2 }, NORMAL, NORMAL], ['10', '10', '20', '30']],
    ['overtaken', [{ isOvertaken: true }, NORMAL, NORMAL], ['20', '10', '30']],
    ['overtaken at the end', [NORMAL, NORMAL, { isOvertaken: true }], ['10', '20', '30']],
    ['delayed, the others behind it', [{ delayMs: 400 }, NORMAL, NORMAL], ['10', '20', '30']],
    ['cut', [NORMAL, { cut: 'before' }, NORMAL], ['10']],
  ])('can be %s', (_name, frames, quantities) => {
    const { harness, socket } = watched(plan({}, frames));
    for (const quantity of [10, 20, 30]) harness.buy(quantity);
    harness.clock.advanceBy(1_000);
    expect(socket.real('00').map((values) => values['900'])).toEqual(quantities);
  });

  it('delayed really wait', () => {
    const { harness, socket } = watched(plan({}, [{ delayMs: 400 }]));
    harness.buy();
    harness.clock.advanceBy(399);
    expect(socket.real('00')).toEqual([]);
    harness.clock.advanceBy(1);
    expect(socket.real('00')).toHaveLength(1);
  });
});

describe('a seeded plan', () => {
  const rates = { lostAnswer: 100, slowAnswer: 200, rateLimitStorm: 20, dropNotice: 100, delayMarket: 300 };
  const draw = (faults: FaultPlan) =>
    Array.from({ length: 40 }, (_, index) => [
      faults.request({ trId: 'kt10000', isOrder: index % 2 === 0 }),
      faults.frame({ kind: 'notice', type: '00' }),
      faults.frame({ kind: 'market', type: '0B' }),
    ]);

  it('says the same again for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(draw(seededFaults(seed, rates))).toEqual(draw(seededFaults(seed, rates)));
      }),
      { numRuns: 30 },
    );
  });

  it('with no rates does nothing', () => {
    for (const [request, notice, market] of draw(seededFaults(7, {}))) {
      expect(request).toMatchObject({ refusal: 'none', loss: 'none', delayMs: 0, notices: 'with' });
      expect([notice, market]).toEqual([CALM_FRAME, CALM_FRAME]);
    }
  });

  it.each([
    { rates: { dropNotice: 1_000 }, notice: 0, market: 1 },
    { rates: { dropMarket: 1_000 }, notice: 1, market: 0 },
    { rates: { duplicateNotice: 1_000 }, notice: 2, market: 1 },
    { rates: { duplicateMarket: 1_000 }, notice: 1, market: 2 },
  ])('tells notices from market data: $rates', ({ rates: always, notice, market }) => {
    const faults = seededFaults(1, always);
    expect(faults.frame({ kind: 'notice', type: '00' }).copies).toBe(notice);
    expect(faults.frame({ kind: 'market', type: '0B' }).copies).toBe(market);
  });

  it('storms in a row', () => {
    const faults = seededFaults(1, { rateLimitStorm: 1_000, stormLength: 3 });
    expect(
      Array.from({ length: 3 }, () => faults.request({ trId: 'ka10001', isOrder: false }).refusal),
    ).toEqual(Array(3).fill('rate-limit'));
  });
});
