// The configured limits of calls and of real-time registrations in the words of the Kiwoom adapter.

import { type RateLimits, REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import type { RegistrationLimits } from '#adapters/kiwoom/registration/registration.ts';
import type { BrokerConfig } from '../config/config.ts';

/**
 * Rate limits of a configuration; what it does not name is as on the real domain. Only there a TR's rate may grow: the mock
 * domain has nothing to grow into, and another server's limits are what its configuration says.
 */
export function rateLimits({ domain, rate }: Pick<BrokerConfig, 'domain' | 'rate'>): RateLimits {
  const { growTo, ...fixed } = REAL_LIMITS;
  const { perTr, perTrBurst, global } = rate;
  return {
    ...fixed,
    ...(domain === 'real' && growTo !== undefined ? { growTo } : {}),
    perTr: { perSecond: perTr, burst: perTrBurst },
    global: { perSecond: global, burst: Math.max(2, Math.ceil(global)) },
  };
}

/** Registration limits of a configuration: one group may hold all the codes that a session may. */
export function registrationLimits({ realtime }: Pick<BrokerConfig, 'realtime'>): RegistrationLimits {
  return { ...realtime, maxCodesPerGroup: realtime.maxCodes };
}
