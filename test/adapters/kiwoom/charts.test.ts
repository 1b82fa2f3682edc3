// Charts and reference data over the REST client.

import { describe, expect, test } from 'vitest';
import { kiwoomChartSource } from '#adapters/kiwoom/chart-source.ts';
import { chartPages, tickPages } from '#adapters/kiwoom/charts.ts';
import { fetchInstrument, fetchListing, listInstruments } from '#adapters/kiwoom/reference.ts';
import { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import { kstMidnight, kstMoment } from '#domain/time.ts';
import type { VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, failure } from './fake-http.ts';
import { givenSender } from './given-sender.ts';
import { trExample } from './guide-example.ts';

async function given() {
  const { clock, http, sender } = await givenSender('100000');
  return { clock, http, client: new RestClient(sender) };
}

async function collect<T>(clock: VirtualClock, pages: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  const reading = (async () => {
    for await (const page of pages) collected.push(page);
  })();
  await Promise.all([reading, clock.settleBy(60_000)]);
  return collected;
}

const symbol = '005930';
const minute = (time: string, close: string) => ({
  cntr_tm: `20261120${time}`,
  open_pric: '-70000',
  high_pric: '+70150',
  low_pric: '-69950',
  cur_prc: close,
  trde_qty: '10',
});

describe('bars', () => {
  test('minutes: signs off, half ticks kept, oldest first in a page, pages into the past', async () => {
    const { clock, http, client } = await given();
    http.reply(
      'ka10080',
      answer({ stk_min_pole_chart_qry: [minute('090200', '-70050'), minute('090100', '+70000')] }, 'older'),
      answer({ stk_min_pole_chart_qry: [minute('090000', '')] }),
    );
    const until = kstMoment('2026-11-20', '090200');
    const pages = await collect(
      clock,
      chartPages(client, { symbol, period: '5m', until: until + 1, adjusted: true }),
    );
    expect(pages).toEqual([
      {
        nextKey: 'older',
        bars: [
          expect.objectContaining({ start: kstMoment('2026-11-20', '090100'), close: 70_000 }),
          {
            symbol,
            period: '5m',
            start: until,
            open: 70_000,
            high: 70_150,
            low: 69_950,
            close: 70_050,
            volume: 10,
          },
        ],
      },
      { nextKey: null, bars: [] },
    ]);
    expect(http.sentTo('ka10080')[0]?.body).toEqual({ stk_cd: symbol, tic_scope: '5', upd_stkpc_tp: '1' });
    const earlier = await collect(
      clock,
      chartPages(client, { symbol, period: '5m', until, adjusted: true, nextKey: 'k' }),
    );
    expect(http.sentTo('ka10080').at(-1)?.headers['next-key']).toBe('k');
    expect(earlier).toHaveLength(1);
  });

  test('days begin at Korean midnight; the base date is the last day wanted', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10081', answer(trExample('ka10081').response));
    const until = kstMidnight('2024-11-07');
    const [page] = await collect(clock, chartPages(client, { symbol, period: '1d', until, adjusted: false }));
    expect(http.sentTo('ka10081')[0]?.body).toEqual({
      stk_cd: symbol,
      base_dt: '20241106',
      upd_stkpc_tp: '0',
    });
    expect(page?.bars.at(-1)).toEqual({
      symbol,
      period: '1d',
      start: kstMidnight('2024-11-06'),
      open: 134_205,
      high: 134_205,
      low: 133_600,
      close: 133_600,
      volume: 53,
    });
  });

  test('ticks', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10079', answer(trExample('ka10079').response));
    const pages = await collect(clock, tickPages(client, { symbol, until: clock.now(), adjusted: true }));
    expect(pages[0]?.ticks.at(-1)).toEqual({
      symbol,
      at: kstMoment('2024-11-06', '141853'),
      price: 132_500,
      quantity: 1,
    });
  });
});

describe('as a source for the chart store', () => {
  const request = { until: kstMoment('2026-11-21', '000000'), resumeKey: 'old-key' };

  test('a key the server has forgotten begins again at the newest bar', async () => {
    const { clock, http, client } = await given();
    http.reply(
      'ka10080',
      failure(2, '[1517:next-key]'),
      answer({ stk_min_pole_chart_qry: [minute('090000', '70000')] }),
    );
    const pages = await collect(clock, kiwoomChartSource(client).pages(symbol, '1m', request));
    expect(pages).toMatchObject([{ bars: [{ close: 70_000 }], nextKey: null }]);
    expect(http.sentTo('ka10080').map(({ headers }) => headers['next-key'])).toEqual(['old-key', undefined]);
  });

  test('any other failure is told', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10080', { status: 503, headers: {}, body: '' });
    const reading = collect(clock, kiwoomChartSource(client).pages(symbol, '1m', request));
    await expect(reading).rejects.toMatchObject({ code: 'server-error' });
  });

  test('an instrument', async () => {
    const { http, client } = await given();
    http.reply('ka10100', answer(trExample('ka10100').response));
    expect(await kiwoomChartSource(client).instrument(symbol)).toMatchObject({ symbol, market: 'KOSPI' });
  });
});

describe('reference data', () => {
  const basics = { base_pric: '70000', upl_pric: '+91000', lst_pric: '-49000', cur_prc: '-69900' };

  test('an instrument with its limits of the day', async () => {
    const { clock, http, client } = await given();
    http.reply('ka10100', answer(trExample('ka10100').response));
    http.reply('ka10001', answer(basics));
    expect(await fetchInstrument(client, clock, symbol)).toEqual({
      type: 'instrument',
      at: clock.now(),
      instrument: { symbol, name: '삼성전자', market: 'KOSPI', kind: 'stock', leverage: 1 },
      reference: { base: 70_000, upperLimit: 91_000, lowerLimit: 49_000, warning: 'none' },
      last: 69_900,
    });
  });

  test.each([
    ['an unknown code answered with blanks', { code: '', name: '' }, basics],
    [
      'an answer without a base price',
      { code: symbol, name: 'x' },
      { base_pric: '', upl_pric: '', lst_pric: '' },
    ],
  ])('%s', async (_what, listing, day) => {
    const { clock, http, client } = await given();
    http.reply('ka10100', answer(listing));
    http.reply('ka10001', answer(day));
    await expect(fetchInstrument(client, clock, symbol)).rejects.toMatchObject({
      code: 'unknown-instrument',
    });
  });

  test.each([
    ['0', '거래소', '삼성전자', '0', { market: 'KOSPI', kind: 'stock', leverage: 1 }, 'none'],
    ['10', '코스닥', '에코프로', '5', { market: 'KOSDAQ', kind: 'stock', leverage: 1 }, 'warning'],
    ['8', 'ETF', 'KODEX 200', '1', { market: 'KOSPI', kind: 'etf', leverage: 1 }, 'etf-caution'],
    ['8', 'ETF', 'KODEX 레버리지', '0', { market: 'KOSPI', kind: 'etf', leverage: 2 }, 'none'],
    ['8', 'ETF', 'KODEX 200선물인버스2X', '0', { market: 'KOSPI', kind: 'etf', leverage: -2 }, 'none'],
    ['8', 'ETF', 'KODEX 인버스', '2', { market: 'KOSPI', kind: 'etf', leverage: -1 }, 'liquidation'],
    ['50', '코넥스', '작은회사', '3', { market: 'KONEX', kind: 'stock', leverage: 1 }, 'overheated'],
  ])('%s %s %s', async (marketCode, marketName, name, orderWarning, instrument, warning) => {
    const { http, client } = await given();
    http.reply('ka10100', answer({ code: symbol, name, marketCode, marketName, orderWarning }));
    expect(await fetchListing(client, symbol)).toMatchObject({ instrument, warning });
  });

  test('a whole market, without rows that name no code', async () => {
    const { http, client } = await given();
    const list = trExample('ka10099').response['list'] as object[];
    http.reply('ka10099', answer({ list: [...list, { code: '', name: '' }] }));
    const listed = await listInstruments(client, 'KOSDAQ');
    expect(listed).toHaveLength(5);
    expect(listed[1]).toMatchObject({ instrument: { market: 'KOSDAQ' }, previousClose: 213 });
    expect(http.sentTo('ka10099')[0]?.body).toEqual({ mrkt_tp: '10' });
  });
});
