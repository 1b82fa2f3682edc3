// How the tables of the risk tests are read: a situation in words, what differs from the calm world, what the gate says.

import { expect } from 'vitest';
import type { OrderRequest, Refusal } from '#domain/order.ts';
import { checkOrder } from '#risk/gate.ts';
import type { RiskLimits, RiskQuestion } from '#risk/risk-check.ts';
import { NO_LIMITS, orderRequest, type RiskWorld, riskView } from '#test/support/risk-view.ts';

/** What differs from the order, the world and the limits that let everything through. */
export interface Situation {
  readonly order?: Partial<OrderRequest>;
  readonly world?: Partial<RiskWorld>;
  readonly limits?: Partial<RiskLimits>;
}

export type Row = readonly [situation: string, given: Situation, answer: Refusal | RiskQuestion | 'approved'];

/** Judges the situation by the whole gate, so that a check that runs in the wrong place is noticed as well. */
export function expectAnswer({ order, world, limits }: Situation, answer: Row[2]): void {
  const request = orderRequest(order);
  const verdict = checkOrder(request, riskView(world), { ...NO_LIMITS, ...limits });
  if (answer === 'approved') expect(verdict).toEqual({ type: 'approved', order: request });
  else if ('ask' in answer) expect(verdict).toEqual({ type: 'ask', question: answer });
  else expect(verdict).toEqual({ type: 'refused', refusal: answer });
}
