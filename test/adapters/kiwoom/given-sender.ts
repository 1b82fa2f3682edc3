// The REST side of the client up to its sender, against the server in memory, with a token already in hand.

import { RateBudget, REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { restSender } from '#adapters/kiwoom/rest/rest-sender.ts';
import { AccessToken } from '#adapters/kiwoom/rest/token.ts';
import { tokenIssuer } from '#adapters/kiwoom/rest/token-issuer.ts';
import { kstMoment } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { FakeHttp } from './fake-http.ts';

/** At `hhmmss` (KST) of 2026-11-23, with the limits of the real domain. */
export async function givenSender(hhmmss: string) {
  const clock = new VirtualClock(kstMoment('2026-11-23', hhmmss));
  const http = new FakeHttp();
  const budget = new RateBudget(clock, REAL_LIMITS);
  const issuer = tokenIssuer({ http, clock, budget, appKey: 'k', secretKey: 's' });
  const token = new AccessToken({ issuer, clock });
  await token.get();
  return { clock, http, token, sender: restSender({ http, clock, token, budget }) };
}
