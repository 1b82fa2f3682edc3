// A server whose faults follow the rules of a test, with a client that has logged in.

import { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import type { Fault, FaultMatch, FaultRule } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { Harness, PATHS } from '../harness.ts';

export const ANY: FaultMatch = { tr: null, frame: null, nth: 1, every: 1 };

export function rule(fault: Fault, rest: Partial<FaultRule> = {}): FaultRule {
  return { fault, start: null, on: null, forMs: null, count: null, chance: 1, ...rest };
}

export const onOrders = (rest: Partial<FaultMatch> = {}) => ({ on: { ...ANY, tr: ['orders'], ...rest } });

/** A core whose plan is made of these rules, a client that has logged in, and the exchange's clock. */
export function world(rules: readonly FaultRule[], seed = 1) {
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

export const ORDER = JSON.stringify({
  ...{ dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '3', ord_uv: '60700', trde_tp: '0' },
});

/** Sends an order; what came back at once. */
export function order(harness: Harness) {
  const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
  return harness.outcome(PATHS.ordr, headers, ORDER);
}
