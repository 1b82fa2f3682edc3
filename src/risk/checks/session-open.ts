// Refuses orders that the exchange would not take in this part of the day (krx-rules 3.1, 3.3).

import { acceptsOrders } from '#domain/session.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkSessionOpen: RiskCheck = (request, view) =>
  acceptsOrders(view.phase, request.pricing.type, request.timeInForce, request.venue)
    ? null
    : { code: 'session-closed', limit: null, actual: null, detail: view.phase };
