// The REST client on a transport in memory: paging, rate limits, dead tokens, time-outs, and the one rule above all: an order
// whose answer is lost is never sent again.

import { firstValueFrom, take, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import { type HttpAnswer, TransportError } from '#adapters/kiwoom/transport.ts';
import { settled, type VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, DEAD_TOKEN, failure, rateLimited, tokenAnswer } from '../fake-http.ts';
import { givenSender } from '../given-sender.ts';
import { trExample } from '../guide-example.ts';

const BUY = { venue: 'KRX', symbol: '005930', quantity: 10, price: 70_000, tradeType: '0' } as const;

async function given() {
  const { clock, http, token, sender } = await givenSender('090000');
  return { clock, http, sender, client: new RestClient(sender), token };
}

/** The outcome of a promise after virtual time has passed. */
async function outcome<T>(clock: VirtualClock, promise: Promise<T>, ms = 120_000): Promise<T | Error> {
  const caught = promise.catch((error: Error) => error);
  await clock.settleBy(ms);
  return Promise.race([caught, settled().then(() => new Error('still pending'))]);
}

describe('a call', () => {
  test('carries the headers of the guide and decodes the answer', async () => {
    const { http, client } = await given();
    http.reply('ka10100', answer(trExample('ka10100').response));
    const { fields, nextKey } = await client.call('ka10100', { symbol: '005930' });
    expect(fields).toMatchObject({
      symbol: '005930',
      previousClose: 136_000,
      marketCode: '0',
      nxtEnabled: true,
    });
    expect(nextKey).toBeNull();
    expect(http.sent.at(-1)).toMatchObject({
      path: '/api/dostk/stkinfo',
      body: { stk_cd: '005930' },
      lane: 'queries',
    });
    expect(http.sent.at(-1)?.headers).toEqual({
      'content-type': 'application/json;charset=UTF-8',
      'api-id': 'ka10100',
      authorization: 'Bearer token-1',
    });
  });

  test('leaves in the same tick when permit and token are at hand', async () => {
    const { http, client } = await given();
    http.reply('kt10000', answer({ ord_no: '0000024' }));
    const promise = client.call('kt10000', BUY);
    expect(http.sentTo('kt10000')).toHaveLength(1);
    expect(http.sentTo('kt10000')[0]?.lane).toBe('orders');
    expect((await promise).fields.orderNo).toBe('24');
  });

  test('counts elements nobody named', async () => {
    const { http, client } = await given();
    http.reply('ka10075', answer({ oso: [{ ord_no: '1', new_one: 'x' }], surprise: '1' }));
    await client.call('ka10075', { symbolScope: '0', side: '0', venue: '0' });
    expect(client.unknownFields).toEqual({ 'ka10075.surprise': 1, 'ka10075.oso.new_one': 1 });
  });

  test('a blank shell is an answer of nulls, not of zeros', async () => {
    const { http, client } = await given();
    http.reply('ka10001', answer({ stk_cd: '', cur_prc: '', base_pric: '' }));
    const { fields } = await client.call('ka10001', { symbol: '999999' });
    expect(fields.last).toBeNull();
    expect(fields.base).toBeNull();
  });
});

describe('pages', () => {
  const page = (no: string, nextKey = '') => answer({ cntr: [{ ord_no: no }] }, nextKey);
  const inputs = { symbolScope: '0', side: '0', venue: '0' } as const;

  test('follow the next key to the end, with the same body', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10076', page('1', 'key-2'), page('2', 'key-3'), page('3'));
    const seen: (string | null)[] = [];
    const reading = (async () => {
      for await (const { rows } of client.pages('ka10076', inputs))
        seen.push(...rows.map((row) => row.orderNo));
    })();
    await clock.settleBy(10_000);
    await reading;
    expect(seen).toEqual(['1', '2', '3']);
    const requests = http.sentTo('ka10076');
    expect(requests.map(({ headers }) => [headers['cont-yn'], headers['next-key']])).toEqual([
      [undefined, undefined],
      ['Y', 'key-2'],
      ['Y', 'key-3'],
    ]);
    expect(new Set(requests.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('go on from a key of an earlier run', async () => {
    const { http, client } = await given();
    http.reply('ka10076', page('3'));
    const { value } = await client.pages('ka10076', inputs, { nextKey: 'key-3' }).next();
    expect(value?.rows).toHaveLength(1);
    expect(http.sent.at(-1)?.headers['next-key']).toBe('key-3');
  });

  test('a key that does not move on is an error, not an endless loop', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10076', page('1', 'same'));
    const reading = (async () => {
      for await (const _page of client.pages('ka10076', inputs));
    })();
    expect(await outcome(clock, reading)).toMatchObject({ code: 'bad-answer' });
  });
});

describe('a proven rate limit', () => {
  test('is waited out, also for an order, and told', async () => {
    const { clock, http, sender, client } = await given();
    const troubles = firstValueFrom(sender.troubles$.pipe(take(1), toArray()));
    http.reply('kt10001', rateLimited('kt10001'), answer({ ord_no: '0000138' }));
    const result = await outcome(clock, client.call('kt10001', BUY));
    expect(result).toMatchObject({ fields: { orderNo: '138' } });
    expect(http.sentTo('kt10001')).toHaveLength(2);
    expect(await troubles).toMatchObject([{ type: 'rate-limited', tr: 'kt10001' }]);
  });

  test('does not last for ever: the third refusal of an order is the answer', async () => {
    const { clock, http, client } = await given();
    http.reply('kt10000', rateLimited('kt10000'));
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({
      code: 'rate-limited',
      definite: true,
      innerCode: '1700',
    });
    expect(http.sentTo('kt10000')).toHaveLength(3);
  });
});

describe('an order is never sent again', () => {
  const lost: [what: string, reply: HttpAnswer | Error | 'never', code: string][] = [
    ['no answer in time', 'never', 'timeout'],
    ['a reset', new TransportError('ECONNRESET', true), 'connection'],
    ['a bad gateway', { status: 502, headers: {}, body: '<html>' }, 'server-error'],
    ['an odd 429', { status: 429, headers: {}, body: '' }, 'rate-limited'],
    ['an unreadable success', { status: 200, headers: {}, body: '{"ord_no":' }, 'bad-answer'],
    ['an unexpected failure', failure(9, '[1999:예기치 못한 에러가 발생했습니다]'), 'server-error'],
  ];
  test.each(lost)('after %s: the outcome is unknown', async (_what, reply, code) => {
    const { clock, http, client } = await given();
    http.reply('kt10000', reply);
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({ code, definite: false });
    expect(http.sentTo('kt10000')).toHaveLength(1);
  });

  test('a connection that never stood is proof', async () => {
    const { clock, http, client } = await given();
    http.reply('kt10000', new TransportError('ECONNREFUSED', false));
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({
      code: 'connection',
      definite: true,
    });
    expect(http.sentTo('kt10000')).toHaveLength(1);
  });

  test.each(lost)('but a query is, after %s', async (_what, reply) => {
    const { clock, http, client } = await given();
    http.reply('kt00011', reply, answer(trExample('kt00011').response));
    expect(await outcome(clock, client.call('kt00011', { symbol: '005930', price: 70_000 }))).toMatchObject({
      fields: { orderableAmount: 63_380 },
    });
    expect(http.sentTo('kt00011')).toHaveLength(2);
  });
});

describe('a dead token', () => {
  test('is renewed once, and the request sent once more, order or not', async () => {
    const { clock, http, client } = await given();
    http.reply('au10001', tokenAnswer('token-2', '20300101000000'));
    http.reply('kt10000', DEAD_TOKEN, answer({ ord_no: '0000024' }));
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({ fields: { orderNo: '24' } });
    expect(http.sentTo('kt10000').map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('that stays dead is an error, definite, without a loop', async () => {
    const { clock, http, client } = await given();
    http.reply('au10001', tokenAnswer('token-2', '20300101000000'));
    http.reply('kt10000', DEAD_TOKEN);
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({
      code: 'token-invalid',
      definite: true,
    });
    expect(http.sentTo('kt10000')).toHaveLength(2);
  });

  test.each([
    ['with the words of the limit', rateLimited('au10001')],
    ['without a word', { status: 429, headers: {}, body: '' }],
  ])('is renewed later when the limit refuses that, %s: the order waits', async (_what, reply) => {
    const { clock, http, client } = await given();
    const [first, second] = ['token-1', 'token-2'].map((name) => tokenAnswer(name, '20300101000000'));
    http.reply('au10001', first!, reply, second!);
    http.reply('kt10000', DEAD_TOKEN, answer({ ord_no: '0000024' }));
    const startedAt = clock.now();
    const orderNo = client
      .call('kt10000', BUY)
      .then(({ fields }) => [fields.orderNo, clock.now() - startedAt]);
    const [no, waitedMs] = (await outcome(clock, orderNo)) as [string, number];
    expect(no).toBe('24');
    expect(waitedMs).toBeGreaterThan(1_000); // silence after a 429 (kiwoom-wire 2.9)
  });

  test('that the limit keeps from being renewed ends in an order that was certainly not sent', async () => {
    const { clock, http, client } = await given();
    http.reply('au10001', rateLimited('au10001'));
    http.reply('kt10000', DEAD_TOKEN);
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({
      tr: 'au10001',
      code: 'rate-limited',
      definite: true,
    });
    expect(http.sentTo('au10001')).toHaveLength(1 + 3);
  });

  test('when no new one can be had, the order was certainly not sent', async () => {
    const { clock, http, client } = await given();
    http.reply('au10001', 'never');
    http.reply('kt10000', DEAD_TOKEN);
    expect(await outcome(clock, client.call('kt10000', BUY))).toMatchObject({
      tr: 'au10001',
      definite: true,
    });
  });
});

test('a caller who gives up ends the wait; an order already sent is then unknown', async () => {
  const { http, client } = await given();
  http.reply('kt10000', 'never');
  const abort = new AbortController();
  const promise = client.call('kt10000', BUY, { signal: abort.signal });
  abort.abort();
  await expect(promise).rejects.toMatchObject({ code: 'aborted', definite: false });
  expect(http.sentTo('kt10000')[0]?.signal.aborted).toBe(true);
  await expect(client.call('kt10000', BUY, { signal: abort.signal })).rejects.toMatchObject({
    definite: true,
  });
});
