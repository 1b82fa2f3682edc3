// Refuses everything while trading is halted: by the operator's kill switch or by a broken promise.

import type { RiskCheck } from '../risk-check.ts';

export const checkHalted: RiskCheck = (_request, view) =>
  view.haltReason === null ? null : { code: 'halted', limit: null, actual: null, detail: view.haltReason };
