// The guide's client of a connection: it shares token, budget and troubles with trading, and its data stays on disk until
// somebody asks for a query.

import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { connectKiwoom, REAL_ENDPOINT } from '#adapters/kiwoom/connect-kiwoom.ts';
import { kstMoment } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, FakeHttp, rateLimited } from '../fake-http.ts';
import { FakeSocketServer } from '../fake-socket.ts';
import { trExample } from '../guide-example.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, readFile: vi.fn(real.readFile) };
});

const RANKING = {
  mrkt_tp: '000',
  sort_tp: '1',
  trde_qty_cnd: '0000',
  stk_cnd: '0',
  crd_cnd: '0',
  updown_incls: '1',
  pric_cnd: '0',
  trde_prica_cnd: '0',
  stex_tp: '1',
} as const;

function given() {
  const clock = new VirtualClock(kstMoment('2026-11-23', '100000'));
  const http = new FakeHttp();
  const socket = new FakeSocketServer();
  http.reply('ka10100', answer(trExample('ka10100').response));
  http.reply('ka10027', answer({ pred_pre_flu_rt_upper: [{ stk_cd: '005930', cur_prc: '-70100' }] }));
  const kiwoom = connectKiwoom({ ...REAL_ENDPOINT, appKey: 'k', secretKey: 's', clock, http, socket });
  return { clock, http, socket, kiwoom };
}

beforeEach(() => {
  vi.mocked(readFile).mockClear();
});

describe('a connection', () => {
  test('reads nothing of the guide for trading, and one group for a query', async () => {
    const { kiwoom } = given();
    await kiwoom.client.call('ka10100', { symbol: '005930' });
    expect(readFile).not.toHaveBeenCalled();
    const { data } = await kiwoom.guide.ask('ka10027', RANKING);
    expect(data).toMatchObject({ changeRateTop: [{ stockCode: '005930', currentPrice: 70_100 }] });
    expect(vi.mocked(readFile).mock.calls.map(([path]) => String(path).split('/').at(-1))).toEqual([
      'rankings.json',
    ]);
  });

  test('has one token and one budget for both', async () => {
    const { http, kiwoom } = given();
    await kiwoom.client.call('ka10100', { symbol: '005930' });
    await kiwoom.guide.ask('ka10027', RANKING);
    expect(http.sentTo('au10001')).toHaveLength(1);
    expect(Object.keys(kiwoom.budget.snapshot().byTr)).toEqual(['au10001', 'ka10027', 'ka10100']);
  });

  test('tells in the stream of the feed that a query met the rate limit', async () => {
    const { clock, http, socket, kiwoom } = given();
    const types: string[] = [];
    const subscription = kiwoom.feed({ interests: [] }).events$.subscribe(({ type }) => types.push(type));
    await clock.settleBy(100);
    socket.last.welcome();
    http.reply('ka10027', rateLimited('ka10027'), answer({}));
    const asked = kiwoom.guide.ask('ka10027', RANKING);
    await vi.waitFor(async () => {
      await clock.settleBy(1_000);
      expect(http.sentTo('ka10027')).toHaveLength(2);
    });
    await asked;
    subscription.unsubscribe();
    expect(types).toContain('rate-limited');
    expect(kiwoom.budget.snapshot().byTr['ka10027']).toMatchObject({ perSecond: 0.5, base: 1 });
  });

  test('refuses queries after its close, as proven unsent', async () => {
    const { kiwoom } = given();
    await kiwoom.close();
    await expect(kiwoom.guide.ask('ka10027', RANKING)).rejects.toMatchObject({
      code: 'closed',
      definite: true,
    });
  });
});

test('an answer with its common members in camel case is a success or a refusal like any other', async () => {
  const { http, kiwoom } = given();
  const body = (members: object) => ({ status: 200, headers: {}, body: JSON.stringify(members) });
  http.reply(
    'ka10027',
    body({ returnCode: 0, returnMsg: 'ok', pred_pre_flu_rt_upper: [] }),
    body({ returnCode: 7, returnMsg: '[1902:종목 정보가 없습니다]' }),
  );
  expect((await kiwoom.guide.ask('ka10027', RANKING)).data).toEqual({ changeRateTop: [] });
  await expect(kiwoom.guide.ask('ka10027', RANKING)).rejects.toMatchObject({
    innerCode: '1902',
    returnCode: 7,
  });
});
