// `hwangso tr` as a process: what list and show say, calls that a person can put right, and a call against a server on
// this machine.

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type Ended, MAIN, startProgram } from '../e2e/processes.ts';

const CALL = ['tr', 'call', 'ka10081', '--config', 'tr.yaml'] as const;
const BARS = ['stk_cd=005930', 'base_dt=20250901', 'upd_stkpc_tp=1'] as const;

const folder = temporaryFolder(afterAll);
let server: Server;
const asked: Record<string, unknown>[] = [];

/** Two pages of daily bars behind the token. */
function answerTo(api: string, nextKey: string | undefined): { key: string; body: Record<string, unknown> } {
  if (api === 'au10001')
    return { key: '', body: { token: 't', token_type: 'Bearer', expires_dt: '20991231235959' } };
  const date = nextKey === undefined ? '20250901' : '20250829';
  const row = { dt: date, cur_prc: '-70100', open_pric: '', trde_qty: '000123' };
  return { key: nextKey === undefined ? 'K2' : '', body: { stk_cd: '005930', stk_dt_pole_chart_qry: [row] } };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const { 'api-id': api, 'next-key': nextKey } = request.headers;
      if (api !== 'au10001') asked.push(JSON.parse(text));
      const { key, body } = answerTo(String(api), nextKey as string | undefined);
      response.setHeader('cont-yn', key === '' ? 'N' : 'Y');
      response.setHeader('next-key', key);
      response.end(JSON.stringify({ ...body, return_code: 0, return_msg: 'ok' }));
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    join(folder, 'tr.yaml'),
    `broker:
  domain: custom
  restUrl: http://127.0.0.1:${port}
  wsUrl: ws://127.0.0.1:${port}/ws
strategies:
  - { name: a, module: volatility-breakout, symbols: ['005930'], capital: 1000000 }
`,
  );
});
afterAll(() => void server.close());

function hwangso(...words: readonly string[]): Promise<Ended> {
  const env = { KIWOOM_APP_KEY: 'a', KIWOOM_SECRET_KEY: 's' };
  return startProgram(MAIN, words, { env, cwd: folder }).ended;
}

describe('tr list', () => {
  it('gives every API with every field as JSON', async () => {
    const { code, out } = await hwangso('tr', 'list', '--json');
    const apis = JSON.parse(out) as { id: string; request: unknown[]; response: { element: string }[] }[];

    expect(code).toBe(0);
    expect(apis).toHaveLength(182);
    expect(apis.flatMap(({ request }) => request)).toHaveLength(689);
    expect(apis.flatMap(({ response }) => response)).toHaveLength(3_441);
    expect(apis.find(({ id }) => id === 'ka10081')).toMatchObject({
      koreanName: '주식일봉차트조회요청',
      englishName: 'daily chart',
      url: '/api/dostk/chart',
      group: 'charts',
      request: expect.arrayContaining([
        expect.objectContaining({
          element: 'base_dt',
          label: '기준일자',
          required: true,
          length: 8,
          parent: null,
        }),
      ]),
    });
  });

  it('takes a group by our name or the guide’s, and names the groups for a wrong one', async () => {
    const [ours, theirs, wrong] = await Promise.all([
      hwangso('tr', 'list', '--group', 'charts'),
      hwangso('tr', 'list', '--group', '차트'),
      hwangso('tr', 'list', '--group', 'chart'),
    ]);

    expect(ours.out).toContain('주식일봉차트조회요청');
    expect(ours.out).not.toContain('kt10000');
    expect(theirs.out).toBe(ours.out);
    expect([wrong.code, wrong.err.includes('charts')]).toEqual([3, true]);
  });
});

describe('tr show', () => {
  it('shows the fields in the language asked for', async () => {
    const { code, out } = await hwangso('tr', 'show', 'ka10081', '--lang', 'ko');

    expect(code).toBe(0);
    for (const text of ['요청', '기준일자', 'base_dt', 'adjustedStockPriceType', 'stk_dt_pole_chart_qry']) {
      expect(out).toContain(text);
    }
  });

  it('gives headers and examples as JSON, and tells 0G from 0g', async () => {
    const [navs, stocks] = await Promise.all([
      hwangso('tr', 'show', '0G', '--json'),
      hwangso('tr', 'show', '0g', '--json'),
    ]);

    expect(JSON.parse(navs.out)).toMatchObject({
      koreanName: 'ETF NAV',
      example: { request: { trnm: 'REG' } },
    });
    expect(JSON.parse(stocks.out)).toMatchObject({ koreanName: '주식종목정보' });
    expect(JSON.parse(stocks.out).headers.request).toHaveLength(4);
  });
});

describe('tr call and stream', () => {
  const WRONG: readonly (readonly [words: readonly string[], message: string])[] = [
    [['tr', 'call', 'ka99999'], 'hwangso tr list'],
    [['tr', 'call', 'kt10000', 'stk_cd=005930'], 'hwangso order'],
    [['tr', 'call', '0B', 'item=005930'], 'hwangso stream 0B'],
    [['tr', 'call', 'ka10172'], 'hwangso conditions'],
    [['tr', 'call', 'au10001'], 'access tokens'],
    [[...CALL, 'stk_cd=005930'], 'baseDate (기준일자, base_dt) is required'],
    [[...CALL, ...BARS.slice(0, 2), 'upd_stkpc_tp=2'], 'must not be 2; it may be: 0, 1'],
    [[...CALL, BARS[0], 'base_dt=2025-09-01', BARS[2]], 'must be a day YYYYMMDD, found 2025-09-01'],
    [[...CALL, ...BARS, 'stk_cd=000660'], 'stk_cd is given twice'],
    [[...CALL, ...BARS, 'stockCode=000660'], 'stockCode is given twice'],
    [[...CALL, BARS[0], 'base_dt=20250231', BARS[2]], 'must be a day YYYYMMDD'],
    [[...CALL, ...BARS, 'tic=1'], 'tic is no field of this TR. Its fields: stockCode (stk_cd), '],
    [[...CALL, '005930'], 'expected field=value'],
    [['stream', '0Z', '005930'], '0Z: is no real-time type; the types: 00 04 0A'],
    [['stream', '0B'], '0B: needs a code such as 005930'],
    [['stream', '0B', '005930', 'abc'], 'a code such as 005930, found abc'],
    [['stream', '0J', '005930'], 'a code such as 001, found 005930'],
  ];

  it.each(WRONG)('refuses %j in words a person can act on, and sends nothing', async (words, message) => {
    const before = asked.length;
    const { code, out, err } = await hwangso(...words);

    expect([code, out], err).toEqual([3, '']);
    expect(err).toContain(message);
    expect(asked).toHaveLength(before);
  });

  it('prints one page as JSON with the key of the next', async () => {
    const { code, out } = await hwangso(...CALL, ...BARS, '--json');

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'ka10081',
      data: {
        stockCode: '005930',
        dailyBars: [{ date: '2025-09-01', currentPrice: 70_100, openPrice: null }],
      },
      nextKey: 'K2',
    });
    expect(asked.at(-1)).toEqual({ stk_cd: '005930', base_dt: '20250901', upd_stkpc_tp: '1' });
  });

  it('prints all pages as CSV, absent values as empty cells', async () => {
    const named = ['stockCode=005930', 'baseDate=20250901', 'adjustedStockPriceType=1'];
    const { out } = await hwangso(...CALL, ...named, '--all-pages', '--csv');
    const [head, ...rows] = out.trim().split('\n');

    expect(head).toMatch(/^currentPrice,volume,tradedValue,date,openPrice,/);
    expect(rows.map((row) => row.split(',').slice(0, 5))).toEqual([
      ['70100', '123', '', '2025-09-01', ''],
      ['70100', '123', '', '2025-08-29', ''],
    ]);
  });

  it('goes on from a key, and shows the body as it came', async () => {
    const { out } = await hwangso(...CALL, ...BARS, '--next-key', 'K2', '--raw');

    expect(JSON.parse(out)).toMatchObject({ stk_dt_pole_chart_qry: [{ dt: '20250829', cur_prc: '-70100' }] });
  });
});
