// The typed client of the guide on a transport in memory: paging that goes on from a key, requests that never leave, and
// orders that cannot be called.

import { describe, expect, test } from 'vitest';
import type { GuideQueryId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import { guideClient } from '#adapters/kiwoom/guide-client.ts';
import { GuideRequestError } from '#adapters/kiwoom/guide-request.ts';
import type { VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, DEAD_TOKEN, rateLimited, tokenAnswer } from '../fake-http.ts';
import { givenSender } from '../given-sender.ts';

const BARS = { stockCode: '005930', baseDate: '20250908', adjustedStockPriceType: '1' } as const;

async function given() {
  const { clock, http, sender } = await givenSender('090000');
  return { clock, http, client: guideClient(sender) };
}

/** Lets virtual time pass until `promise` is settled. */
async function settle<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  let isDone = false;
  const watched = promise.finally(() => {
    isDone = true;
  });
  watched.catch(() => undefined);
  for (let i = 0; i < 200 && !isDone; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    await clock.settleBy(1_000);
  }
  return watched;
}

async function refusal(promise: Promise<unknown>): Promise<GuideRequestError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GuideRequestError);
  return error as GuideRequestError;
}

describe('a call', () => {
  test('sends Kiwoom’s elements and gives typed values and the body as it came', async () => {
    const { clock, http, client } = await given();
    const { responses } = await loadGuideExample('ka10081');
    http.reply('ka10081', answer(responses[0]!));
    const { data, raw, nextKey } = await settle(clock, client.call('ka10081', BARS));
    const close: number | null | undefined = data.dailyBars[0]?.currentPrice;
    expect(close).toBe(133_600);
    expect(data.dailyBars[0]).toMatchObject({
      date: '2024-11-07',
      openPrice: 133_600,
      previousClosePrice: null,
    });
    expect(raw['stk_cd']).toBe('005930');
    expect(nextKey).toBeNull();
    expect(http.sent.at(-1)).toMatchObject({
      path: '/api/dostk/chart',
      body: { stk_cd: '005930', base_dt: '20250908', upd_stkpc_tp: '1' },
    });
  });

  test('counts elements that the guide does not have', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10081', answer({ stk_cd: '005930', new_fld: '1', stk_dt_pole_chart_qry: [{ more: '1' }] }));
    await settle(clock, client.call('ka10081', BARS));
    expect(client.unknownFields()).toEqual({
      'ka10081.new_fld': 1,
      'ka10081.stk_dt_pole_chart_qry.more': 1,
    });
  });

  test('goes on after a dead token and after the rate limit', async () => {
    const { clock, http, client } = await given();
    http.reply('au10001', tokenAnswer('token-1', '20300101000000'), tokenAnswer('token-2', '20300101000000'));
    http.reply('ka10081', DEAD_TOKEN, rateLimited('ka10081'), answer({ stk_cd: '005930' }));
    const { data } = await settle(clock, client.call('ka10081', BARS));
    expect(data.stockCode).toBe('005930');
    expect(http.sentTo('ka10081').map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
      'Bearer token-2',
    ]);
  });

  test.each([
    ['missing', { ...BARS, baseDate: '' }, 'baseDate', 'base_dt'],
    ['too-long', { ...BARS, stockCode: '0'.repeat(21) }, 'stockCode', '20'],
    ['not-allowed', { ...BARS, adjustedStockPriceType: '2' }, 'adjustedStockPriceType', '0, 1'],
    ['format', { ...BARS, baseDate: '20250931' }, 'baseDate', '20250931'],
    ['format', { ...BARS, stockCode: 'samsung' }, 'stockCode', 'samsung'],
    ['unknown', { ...BARS, stk: '1' }, 'stk', 'stockCode'],
  ] as const)('that breaks the rule %s is not sent', async (rule, inputs, field, shown) => {
    const { http, client } = await given();
    const sentBefore = http.sent.length;
    const error = await refusal(client.call('ka10081', inputs as typeof BARS));
    expect([error.rule, error.field]).toEqual([rule, field]);
    expect(error.text.en).toContain(shown);
    expect(error.text.ko).toContain(shown);
    expect(http.sent).toHaveLength(sentBefore);
  });

  test.each(['kt10000', 'kt10003', 'kt10006', 'au10001', '0B', 'ka10171'])('of %s is refused', async (id) => {
    const { http, client } = await given();
    const sentBefore = http.sent.length;
    const error = await refusal(client.call(id as GuideQueryId, {} as never));
    expect(error.rule).toBe('not-a-query');
    expect(http.sent).toHaveLength(sentBefore);
  });
});

describe('paging', () => {
  const page = (date: string, nextKey = '') =>
    answer({ stk_cd: '005930', stk_dt_pole_chart_qry: [{ dt: date, cur_prc: '-1000' }] }, nextKey);

  async function datesOf(client: ReturnType<typeof guideClient>, nextKey: string | null): Promise<string[]> {
    const dates: string[] = [];
    for await (const { data } of client.pages('ka10081', BARS, { nextKey })) {
      dates.push(...data.dailyBars.map(({ date }) => date ?? ''));
    }
    return dates;
  }

  test('follows the next-key to the last page', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10081', page('20250903', 'A'), page('20250902', 'B'), page('20250901'));
    const dates = await settle(clock, datesOf(client, null));
    expect(dates).toEqual(['2025-09-03', '2025-09-02', '2025-09-01']);
    expect(http.sentTo('ka10081').map(({ headers }) => headers['next-key'])).toEqual([undefined, 'A', 'B']);
  });

  test('goes on from a key of an earlier answer', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10081', page('20250901'));
    expect(await settle(clock, datesOf(client, 'B'))).toEqual(['2025-09-01']);
    expect(http.sent.at(-1)?.headers).toMatchObject({ 'cont-yn': 'Y', 'next-key': 'B' });
  });

  test('ends with an error when the key stands still', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10081', page('20250903', 'A'));
    await expect(settle(clock, datesOf(client, null))).rejects.toThrow('next key');
  });
});

describe('the types', () => {
  test('refuse what is refused when it runs', async () => {
    const { client } = await given();
    // @ts-expect-error a required field is missing
    await refusal(client.call('ka10081', { stockCode: '005930', baseDate: '20250908' }));
    // @ts-expect-error not one of the values the guide lists
    await refusal(client.call('ka10081', { ...BARS, adjustedStockPriceType: '2' }));
    // @ts-expect-error an order is no query
    await refusal(client.call('kt10000', {}));
  });

  test('say that a value may be absent', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10081', answer({ stk_dt_pole_chart_qry: [{ cur_prc: '' }] }));
    const { data } = await settle(clock, client.call('ka10081', BARS));
    // @ts-expect-error the price may be null
    const price: number | undefined = data.dailyBars[0]?.currentPrice;
    expect(price).toBeNull();
  });
});
