// Every way a REST request can fail, with Kiwoom's code in the place where clients look for it (kiwoom-wire 2.4–2.7).

import { describe, expect, it } from 'vitest';
import { orderRejected } from '#adapters/kiwoom-server/answers.ts';
import { DEFAULT_RATE_LIMITS } from '#adapters/kiwoom-server/rate-limiter.ts';
import type { RejectionCode } from '#exchange/contract.ts';
import { Harness, KEY, OTHER_KEY, PATHS } from './harness.ts';

const CHART = { stk_cd: '005930', tic_scope: '1', upd_stkpc_tp: '1' };

describe('a request that is wrong', () => {
  const harness = new Harness();
  const bearer = { authorization: `Bearer ${harness.token}` };
  const chart = JSON.stringify(CHART);

  it.each<[string, string, Record<string, string>, string, number, string]>([
    ['no api-id', PATHS.chart, bearer, chart, 1, '[1501:'],
    ['another URL', PATHS.acnt, { ...bearer, 'api-id': 'ka10080' }, chart, 1, '[1504:'],
    ['a token TR on another URL', PATHS.acnt, { 'api-id': 'au10001' }, '{}', 1, '[1504:'],
    ['a TR not simulated', '/api/dostk/elw', { ...bearer, 'api-id': 'ka30012' }, '{}', 1, '[1505:'],
    ['a TR nobody knows', PATHS.stkinfo, { ...bearer, 'api-id': 'zz99999' }, '{}', 1, '[1505:'],
    ['no authorization', PATHS.chart, { 'api-id': 'ka10080' }, chart, 3, '[1513:'],
    ['no Bearer', PATHS.chart, { 'api-id': 'ka10080', authorization: harness.token }, chart, 3, '[1515:'],
    ['a blank token', PATHS.chart, { 'api-id': 'ka10080', authorization: 'Bearer ' }, chart, 3, '[1516:'],
    ['an unknown token', PATHS.chart, { 'api-id': 'ka10080', authorization: 'Bearer x' }, chart, 3, '[8005:'],
    ['no JSON', PATHS.chart, { ...bearer, 'api-id': 'ka10080' }, '{"stk_cd":', 2, '[1517:'],
    ['a JSON list', PATHS.chart, { ...bearer, 'api-id': 'ka10080' }, '[]', 2, '[1517:'],
    ['an empty body', PATHS.chart, { ...bearer, 'api-id': 'ka10080' }, '', 2, '필수입력 파라미터=stk_cd'],
    [
      'a blank member',
      PATHS.chart,
      { ...bearer, 'api-id': 'ka10080' },
      '{"stk_cd":"005930","tic_scope":""}',
      2,
      '[1511:필수 입력 값에 값이 존재하지 않습니다. 필수입력 파라미터=tic_scope]',
    ],
    ['a fraction for text', PATHS.chart, { ...bearer, 'api-id': 'ka10080' }, '{"stk_cd":5.5}', 2, '[1517:'],
    [
      'a truth value for text',
      PATHS.chart,
      { ...bearer, 'api-id': 'ka10080' },
      '{"stk_cd":true}',
      2,
      '[1517:',
    ],
    [
      'a list for text',
      PATHS.chart,
      { ...bearer, 'api-id': 'ka10080' },
      '{"stk_cd":["005930"]}',
      2,
      '[1517:',
    ],
    [
      'a number that makes a text too long',
      PATHS.ordr,
      { ...bearer, 'api-id': 'kt10000' },
      '{"dmst_stex_tp":"KRX","stk_cd":"005930","ord_qty":1234567890123,"trde_tp":"3"}',
      2,
      '[1517:입력 값 형식이 올바르지 않습니다. 파라미터=ord_qty',
    ],
    [
      'a value off the list',
      PATHS.chart,
      { ...bearer, 'api-id': 'ka10080' },
      JSON.stringify({ ...CHART, tic_scope: '7' }),
      2,
      '[1517:',
    ],
    [
      'no calendar day',
      PATHS.chart,
      { ...bearer, 'api-id': 'ka10081' },
      '{"stk_cd":"005930","base_dt":"20261331","upd_stkpc_tp":"1"}',
      2,
      '[1517:',
    ],
    [
      'a market prefix',
      PATHS.chart,
      { ...bearer, 'api-id': 'ka10080' },
      JSON.stringify({ ...CHART, stk_cd: 'KRX:005930' }),
      5,
      '[1517:',
    ],
    [
      'an unknown code in kt00011',
      PATHS.acnt,
      { ...bearer, 'api-id': 'kt00011' },
      '{"stk_cd":"999999"}',
      7,
      '[1902:',
    ],
  ])('%s', (_name, path, headers, body, returnCode, text) => {
    const { response, json } = harness.raw(path, headers, body);
    expect(response.status).toBe(200);
    expect(json['return_code']).toBe(returnCode);
    expect(json['return_msg']).toContain(text);
  });

  it('is refused with 405 when it is no POST', () => {
    expect(harness.raw(PATHS.chart, bearer, '', 'GET').response.status).toBe(405);
  });
});

describe('a request that is right all the same', () => {
  it.each<[string, Record<string, unknown>]>([
    ['whole numbers', { ord_qty: 3, ord_uv: 60_700, trde_tp: 0 }],
    ['null for a member that may be missing', { cond_uv: null }],
    ['members nobody knows', { acnt_no: '5000000111', acc_no: 7, nothing: { at: ['all'] } }],
    ['a member that may be missing left out', { cond_uv: undefined }],
  ])('with %s', (_name, fields) => {
    const harness = new Harness();
    const order = {
      dmst_stex_tp: 'KRX',
      stk_cd: '005930',
      ord_qty: '3',
      ord_uv: '60700',
      trde_tp: '0',
      cond_uv: '',
    };
    expect(harness.call('kt10000', PATHS.ordr, { ...order, ...fields }).json).toMatchObject({
      return_code: 0,
    });
    expect(harness.exchange.orders.of(KEY.account, harness.exchange.tradeDate)).toMatchObject([
      { quantity: 3, price: 60_700 },
    ]);
  });
});

describe('an order the exchange refuses', () => {
  const CODES: Record<RejectionCode, [number, string]> = {
    'market-not-open': [20, '[2000](RC4057:'],
    'market-closed': [20, '[2000](RC4058:'],
    'not-a-trading-day': [20, '[2000](RC4010:'],
    'unknown-symbol': [7, '[1902:'],
    'off-tick': [20, '[2000](RC4003:'],
    'outside-price-limits': [20, '[2000](RC4027:'],
    'bad-quantity': [20, '[2000](RC4002:'],
    'order-type-not-allowed': [20, '[2000](571566:'],
    'circuit-breaker': [20, '[2000](509193:'],
    'no-market-orders': [20, '[2000](521790:'],
    'insufficient-cash': [20, '[2000](RC4025:'],
    'insufficient-shares': [20, '[2000](800033:'],
    'unknown-order': [20, '[2000](RC4032:'],
    'nothing-left': [20, '[2000](RC4033:'],
    'trading-restricted': [20, '[2000](RC4007:'],
    'credit-not-allowed': [20, '[2000](RC4008:'],
    'loan-limit': [20, '[2000](RC4009:'],
  };

  it.each(Object.entries(CODES))('%s', (code, [returnCode, text]) => {
    const harness = new Harness();
    harness.exchange.rejectNext = code as RejectionCode;
    const { json } = harness.buy();
    expect(json['return_code']).toBe(returnCode);
    expect(String(json['return_msg'])).toContain(text);
    expect(json).not.toHaveProperty('ord_no');
  });

  it.each([
    [null, null, ''],
    [null, 60_001, ' (요청=60001)'],
    [50_400, null, ' (한도=50400)'],
    [50_400, 60_001, ' (한도=50400, 요청=60001)'],
  ])('names the numbers it knows, and no others (%s, %s)', (limit, actual, numbers) => {
    const { message } = orderRejected({ ok: false, code: 'off-tick', limit, actual }, '005930');
    expect(message).toBe(`[2000](RC4003:모의투자 호가단위 오류입니다.${numbers})`);
  });

  it('tells a seller how many shares may be sold, in the words that programs read', () => {
    const rejection = { ok: false, code: 'insufficient-shares', limit: 125, actual: 300 } as const;
    expect(orderRejected(rejection, '005930').message).toBe(
      '[2000](800033:모의투자 매도가능수량이 부족합니다. 125주 매도가능)',
    );
  });

  it.each([
    ['an unknown original', { orig_ord_no: '0000999', stk_cd: '005930' }, 'RC4032'],
    ['the original of another instrument', { orig_ord_no: '0000018', stk_cd: '000660' }, 'RC4032'],
    ['NXT', { orig_ord_no: '0000018', stk_cd: '005930', dmst_stex_tp: 'NXT' }, '501307'],
  ])('a cancel of %s', (_name, fields, code) => {
    const harness = new Harness();
    harness.buy();
    const { json } = harness.call('kt10003', PATHS.ordr, { dmst_stex_tp: 'KRX', cncl_qty: '0', ...fields });
    expect(json['return_code']).toBe(20);
    expect(json['return_msg']).toContain(code);
  });

  it.each([
    ['a limit order without a price', { trde_tp: '0', ord_uv: '' }, 20],
    ['a price with a point', { trde_tp: '0', ord_uv: '60700.5' }, 2],
    ['a negative quantity', { trde_tp: '3', ord_qty: '-1' }, 2],
    ['a trade type nobody knows', { trde_tp: '99' }, 2],
    ['a stop order without its stop', { trde_tp: '28', ord_uv: '60000' }, 2],
    ['a conditional order without a price', { trde_tp: '5' }, 20],
    ['a code with prefix', { trde_tp: '3', stk_cd: 'A005930' }, 5],
  ])('%s never reaches the exchange', (_name, fields, returnCode) => {
    const harness = new Harness();
    const order = { dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '1', ord_uv: '', ...fields };
    expect(harness.call('kt10000', PATHS.ordr, order).json['return_code']).toBe(returnCode);
    expect(harness.exchange.orders.of(KEY.account, harness.exchange.tradeDate)).toEqual([]);
  });
});

describe('tokens', () => {
  it('are given on their path whatever api-id a client sends along', () => {
    const { appKey: appkey, secretKey: secretkey } = KEY;
    const body = JSON.stringify({ grant_type: 'client_credentials', appkey, secretkey });
    const harness = new Harness();
    expect(harness.raw('/oauth2/token', { 'api-id': 'oauth2' }, body).json['token']).toBe(harness.token);
  });

  it('are about 86 characters, live 24 hours of exchange time and stay the same while they live', () => {
    const harness = new Harness();
    const first = harness.tokenAnswer(KEY.appKey, KEY.secretKey).json;
    expect(first).toEqual({
      expires_dt: '20261121100000',
      token_type: 'bearer',
      token: expect.stringMatching(/^[\w-]{86}$/),
      return_code: 0,
      return_msg: '정상적으로 처리되었습니다',
    });
    harness.exchange.advanceTo(harness.exchange.now + 86_399_999);
    expect(harness.tokenAnswer(KEY.appKey, KEY.secretKey).json).toEqual(first);
    harness.exchange.advanceTo(harness.exchange.now + 1);
    expect(harness.call('kt00001', PATHS.acnt, { qry_tp: '3' }).json['return_code']).toBe(3);
    expect(harness.tokenAnswer(KEY.appKey, KEY.secretKey).json['token']).not.toBe(first['token']);
  });

  it('of a day of the past live by the clock on the wall, which clients hold their end against', () => {
    const harness = new Harness();
    harness.clock.advanceBy(harness.exchange.now + 100 * 86_400_000 - harness.clock.now());
    harness.core.cutOff(true);
    const { json } = harness.tokenAnswer(KEY.appKey, KEY.secretKey);
    expect(json['expires_dt']).toBe('20270301100000');
    harness.exchange.advanceTo(harness.exchange.now + 2 * 86_400_000);
    expect(harness.tokenAnswer(KEY.appKey, KEY.secretKey).json).toEqual(json);
    harness.clock.advanceBy(86_400_000);
    expect(harness.tokenAnswer(KEY.appKey, KEY.secretKey).json['token']).not.toBe(json['token']);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['/oauth2/token', 'no grant_type', { appkey: 'a', secretkey: 'b' }, '8011'],
    ['/oauth2/token', 'no keys', { grant_type: 'client_credentials' }, '8020'],
    [
      '/oauth2/token',
      'another broker’s name for one',
      { grant_type: 'client_credentials', appkey: 'a', appsecret: 'b' },
      '8020',
    ],
    ['/oauth2/revoke', 'no keys', { token: 'x' }, '8020'],
    ['/oauth2/revoke', 'no token', { appkey: 'a', secretkey: 'b' }, '8016'],
  ])('asked for at %s with %s are refused by the guide’s code', (path, _name, fields, code) => {
    const { json } = new Harness().raw(path, {}, JSON.stringify(fields));
    expect(json).toEqual({
      return_code: 2,
      return_msg: expect.stringMatching(new RegExp(`^입력 값 오류입니다\\[${code}:.+\\]$`)),
    });
  });

  it('are refused for a wrong pair of keys', () => {
    const { json } = new Harness().tokenAnswer(KEY.appKey, 'wrong');
    expect(json['return_code']).toBe(3);
    expect(json['return_msg']).toContain('[8001:');
  });

  it('die when they are revoked', () => {
    const harness = new Harness();
    const keys = { appkey: KEY.appKey, secretkey: KEY.secretKey, token: harness.token };
    expect(harness.raw('/oauth2/revoke', {}, JSON.stringify(keys)).json['return_code']).toBe(0);
    expect(harness.call('kt00001', PATHS.acnt, { qry_tp: '3' }).json['return_msg']).toContain('[8005:');
    expect(harness.raw('/oauth2/revoke', {}, JSON.stringify(keys)).json['return_msg']).toContain('[8015:');
  });
});

describe('the rate limit', () => {
  const ask = (harness: Harness, apiId = 'kt00001') =>
    harness.call(apiId, PATHS.acnt, { qry_tp: '3' }).response;

  it('lets two calls of one TR pass, refuses the third with HTTP 429 "null", and forgives within a second', () => {
    const harness = new Harness({ limits: DEFAULT_RATE_LIMITS });
    expect([ask(harness).status, ask(harness).status]).toEqual([200, 200]);
    const refused = ask(harness);
    expect(refused).toMatchObject({ status: 429, reason: 'null' });
    expect(JSON.parse(refused.body)).toEqual({
      return_code: 5,
      return_msg:
        '허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=1, API ID=kt00001]',
    });
    harness.clock.advanceBy(999);
    expect(ask(harness).status).toBe(429);
    harness.clock.advanceBy(1);
    expect(ask(harness).status).toBe(200);
  });

  it('is told of a token in the words that were recorded', () => {
    const harness = new Harness({ limits: DEFAULT_RATE_LIMITS });
    // The harness has asked for one token, and two may come at once.
    const answers = [1, 2].map(() => harness.tokenAnswer(KEY.appKey, KEY.secretKey));
    expect(answers.map(({ response }) => response.status)).toEqual([200, 429]);
    expect(answers[1]!.json['return_msg']).toBe(
      '허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=au10001, API ID={1}]',
    );
  });

  it('counts all TRs of a key together, and each key alone', () => {
    const harness = new Harness({ limits: { perTr: 10, perTrBurst: 10, global: 5, globalBurst: 5 } });
    // One token call was made already.
    const statuses = Array.from({ length: 5 }, () => ask(harness).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    expect(harness.tokenAnswer(OTHER_KEY.appKey, OTHER_KEY.secretKey).response.status).toBe(200);
  });

  it('does not let an order through that it refused', () => {
    const harness = new Harness({ limits: { perTr: 1, perTrBurst: 1, global: 9, globalBurst: 9 } });
    harness.buy();
    expect(harness.buy().response.status).toBe(429);
    expect(harness.exchange.orders.of(KEY.account, harness.exchange.tradeDate)).toHaveLength(1);
  });
});

describe('every answer', () => {
  it('tells exchange time and Kiwoom headers', () => {
    const harness = new Harness({ speed: () => '600' });
    const { headers } = harness.call('kt00001', PATHS.acnt, { qry_tp: '3' }).response;
    expect(headers).toEqual({
      'Access-Control-Expose-Headers': 'cont-yn,next-key,api-id',
      'Content-Type': 'application/json;charset=UTF-8',
      'api-id': 'kt00001',
      'cont-yn': 'N',
      'next-key': '',
      Date: 'Fri, 20 Nov 2026 01:00:00 GMT',
      'x-exchange-clock': `${harness.exchange.now};speed=600`,
    });
  });
});
