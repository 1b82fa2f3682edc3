// The one owner of the token: shared renewals, Korean expiry, dead tokens, bad keys.

import { describe, expect, test } from 'vitest';
import { RateBudget, REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { AccessToken } from '#adapters/kiwoom/rest/token.ts';
import { tokenIssuer } from '#adapters/kiwoom/rest/token-issuer.ts';
import { HOUR_MS, kstMoment, MINUTE_MS } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { FakeHttp, failure, tokenAnswer } from '../fake-http.ts';

const NINE = kstMoment('2026-11-23', '090000');

function given() {
  const clock = new VirtualClock(NINE);
  const http = new FakeHttp();
  const budget = new RateBudget(clock, REAL_LIMITS);
  const issuer = tokenIssuer({ http, clock, budget, appKey: 'app-key', secretKey: 'secret-key' });
  let renewals = 0;
  const token = new AccessToken({ issuer, clock, onRenewed: () => renewals++ });
  return { clock, http, token, renewals: () => renewals };
}

test('the first caller fetches it, callers at the same time share it, later ones get it at once', async () => {
  const { http, token } = given();
  expect(token.current()).toBeNull();
  expect(await Promise.all([token.get(), token.get(), token.get()])).toEqual([
    'token-1',
    'token-1',
    'token-1',
  ]);
  expect(token.current()).toBe('token-1');
  expect(http.sent).toHaveLength(1);
  expect(http.sent[0]).toMatchObject({
    path: '/oauth2/token',
    body: { grant_type: 'client_credentials', appkey: 'app-key', secretkey: 'secret-key' },
  });
  expect(http.sent[0]?.headers).not.toHaveProperty('authorization');
});

test('its end is Korean wall clock: valid a second before, gone at it', async () => {
  const { clock, http, token } = given();
  http.reply('au10001', tokenAnswer('token-1', '20261124083000'), tokenAnswer('token-2', '20261125083000'));
  await token.get();
  clock.advanceTo(kstMoment('2026-11-24', '081000'));
  expect(token.current()).toBe('token-1');
  clock.advanceTo(kstMoment('2026-11-24', '083000'));
  expect(token.current()).toBeNull();
  expect(await token.get()).toBe('token-2');
});

test('near its end it is renewed in the background, once a minute, while the old one serves', async () => {
  const { clock, http, token, renewals } = given();
  const first = tokenAnswer('token-1', '20261124083000');
  http.reply('au10001', first, first, first, tokenAnswer('token-2', '20261125083000'));
  await token.get();
  await clock.settleBy(23 * HOUR_MS + 25 * MINUTE_MS);
  for (let minute = 0; minute < 3; minute++) {
    expect(token.current()).toBe('token-1');
    expect(token.current()).toBe('token-1');
    await clock.settleBy(MINUTE_MS);
  }
  expect(token.current()).toBe('token-2');
  expect(http.sentTo('au10001')).toHaveLength(4);
  expect(renewals()).toBe(1);
});

test('a refused token is replaced once for everybody who met it', async () => {
  const { http, token, renewals } = given();
  http.reply('au10001', tokenAnswer('token-1', '20261124083000'), tokenAnswer('token-2', '20261125083000'));
  await token.get();
  expect(await Promise.all([token.replace('token-1'), token.replace('token-1')])).toEqual([
    'token-2',
    'token-2',
  ]);
  expect(await token.replace('token-1')).toBe('token-2');
  expect(http.sentTo('au10001')).toHaveLength(2);
  expect(renewals()).toBe(1);
});

test('a refused token that is handed out again is revoked first', async () => {
  const { clock, http, token } = given();
  const same = tokenAnswer('token-1', '20261124083000');
  http.reply('au10001', same, same, tokenAnswer('token-2', '20261125083000'));
  await token.get();
  const replaced = token.replace('token-1');
  await clock.settleBy(2_000); // a third call of one TR waits for its rate
  expect(await replaced).toBe('token-2');
  expect(http.sent.map((request) => request.tr)).toEqual(['au10001', 'au10001', 'au10002', 'au10001']);
  expect(http.sentTo('au10002')[0]?.body).toEqual({
    appkey: 'app-key',
    secretkey: 'secret-key',
    token: 'token-1',
  });
});

describe('failures', () => {
  test.each([
    ['wrong keys', failure(3, '[8001:App Key와 Secret Key 검증에 실패했습니다]'), 'bad-keys', false],
    [
      'keys of the other domain',
      failure(3, '[8030:투자구분이 달라서 Appkey를 사용할수가 없습니다]'),
      'bad-keys',
      false,
    ],
    ['another address', failure(3, '[8010:IP가 동일하지 않습니다]'), 'not-permitted', false],
    ['an answer without a token', failure(0, '정상'), 'bad-answer', true],
  ])('%s', async (_what, reply, code, retryable) => {
    const { http, token } = given();
    http.reply('au10001', reply);
    await expect(token.get()).rejects.toMatchObject({ code, retryable });
    expect(token.current()).toBeNull();
  });

  test('the keys are in no message', async () => {
    const { http, token } = given();
    http.reply('au10001', failure(3, '[8001:App Key와 Secret Key 검증에 실패했습니다]'));
    const error: Error = await token.get().then(
      () => expect.unreachable(),
      (reason) => reason,
    );
    expect(`${error.message}${error.stack}`).not.toMatch(/app-key|secret-key/);
  });
});

test('close revokes the token and ends the service', async () => {
  const { http, token } = given();
  await token.get();
  await token.close();
  expect(http.sentTo('au10002')).toHaveLength(1);
  expect(token.current()).toBeNull();
  await expect(token.get()).rejects.toMatchObject({ code: 'closed' });
});
