// Refuses orders until the books were found equal to the broker's: at start, after a reconnect, and while they differ.

import type { RiskCheck } from '../risk-check.ts';

export const checkReconciled: RiskCheck = (_request, view) =>
  view.reconciled ? null : { code: 'not-reconciled', limit: null, actual: null };
