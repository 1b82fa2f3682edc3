// The configured pace of calls in the words of the Kiwoom adapter.

import { type RateLimits, REAL_LIMITS } from '#adapters/kiwoom/rate-budget.ts';
import type { BrokerConfig } from './config.ts';

/** Rate limits of a configuration; what it does not name is as on the real domain. */
export function rateLimits({ perTr, perTrBurst, global }: BrokerConfig['rate']): RateLimits {
  return {
    ...REAL_LIMITS,
    perTr: { perSecond: perTr, burst: perTrBurst },
    global: { perSecond: global, burst: Math.max(2, Math.ceil(global)) },
  };
}
