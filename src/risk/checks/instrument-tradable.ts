// Refuses instruments we know nothing of, and buys of those the exchange has put under a serious warning (krx-rules 3.5).

import type { Warning } from '#domain/instrument.ts';
import type { RiskCheck } from '../risk-check.ts';

const SERIOUS: readonly Warning[] = ['liquidation', 'overheated', 'risk', 'warning'];

export const checkInstrumentTradable: RiskCheck = (request, view, limits) => {
  const picture = view.instrument(request.symbol);
  if (picture === null || picture.reference === null) {
    return { code: 'instrument-unknown', limit: null, actual: null, detail: request.symbol };
  }
  const { warning } = picture.reference;
  if (request.side === 'buy' && limits.refuseWarned && SERIOUS.includes(warning)) {
    return { code: 'instrument-warned', limit: null, actual: null, detail: warning };
  }
  return null;
};
