// Net asset values of funds: every TR and 0G tell the same value, it follows the market and not the orders of an account, and
// where prices are given from outside there is none.

import { beforeAll, describe, expect, it } from 'vitest';
import { disparity, navChange, navRate, navText } from '#adapters/kiwoom-server/market/net-assets.ts';
import { kstMoment } from '#domain/time.ts';
import { createExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { ChartMarket } from '#exchange/market/replay/market-charts.ts';
import { KEY } from '../../harness.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Row = Record<string, string>;

const ETF = '/api/dostk/etf';
const FUND = '069500';
const base = DEFAULT_LISTINGS.find(({ instrument }) => instrument.symbol === FUND)!;
/** Against the market, twice. */
const INVERSE: Listing = {
  ...base,
  instrument: { ...base.instrument, symbol: '252670', name: '인버스2X', leverage: -2 },
  beta: -2,
  startPrice: 2_500,
};
const LISTINGS = [...DEFAULT_LISTINGS, INVERSE];

it('is worded as the guide does', () => {
  const nav = { value: 748_827, before: 747_870 };
  expect([navText(nav), navChange(nav), navRate(nav), disparity(nav, 7_485)]).toEqual([
    ...['+7488.27', '+9.57', '+0.13', '-0.04'],
  ]);
  expect(disparity({ value: 10_058_457, before: 10_058_457 }, 100_535)).toBe('-0.05');
  expect(disparity({ value: 454_833, before: 454_833 }, 4_900)).toBe('+7.18');
  expect([navText(null), navChange(null), navRate(null), disparity(null, 100)]).toEqual(['', '', '', '']);
});

describe('in a made market', () => {
  let world: MarketWorld;
  beforeAll(() => {
    world = new MarketWorld(3, 40, LISTINGS);
    world.advanceTo(FIRST_DAY, '090000');
    world.advanceTo(SECOND_DAY, '110000');
  });
  const list = (id: string, name: string, fields: Row = {}): Row[] =>
    world.call(id, ETF, { stk_cd: FUND, ...fields }).json[name] as Row[];

  it('is the same in every TR', () => {
    const { value, before } = world.exchange.market.netAssets(FUND)!;
    const now = navText({ value, before });
    expect(list('ka40003', 'etfdaly_trnsn')[0]!['nav']).toBe(now);
    expect(list('ka40009', 'etfnavarray')[0]).toMatchObject({
      nav: now,
      navpred_pre: navChange({ value, before }),
    });
    const quotes = {
      txon_type: '0',
      navpre: '0',
      mngmcomp: '0000',
      txon_yn: '0',
      trace_idex: '0',
      stex_tp: '1',
    };
    const all = list('ka40004', 'etfall_mrpr', quotes);
    expect(all.find((row) => row['stk_cd'] === FUND)!['nav']).toBe(now);
    const above = list('ka40004', 'etfall_mrpr', { ...quotes, navpre: '1' });
    const below = list('ka40004', 'etfall_mrpr', { ...quotes, navpre: '2' });
    expect([...above, ...below].map((row) => row['stk_cd']).toSorted()).toEqual(['069500', '252670']);
    for (const { stk_cd = '', nav } of above) {
      expect(Math.abs(Number(nav))).toBeGreaterThan(world.exchange.market.day(stk_cd)!.reference.base);
    }
    const rows = list('ka40006', 'etftisl_trnsn');
    expect(rows).toHaveLength(100);
    for (const row of rows) {
      const at = kstMoment(SECOND_DAY, row['tm']!);
      const then = Math.abs(Number(row['nav'])) * 100;
      expect(Math.abs(then - world.exchange.market.netAssets(FUND, at)!.value)).toBeLessThan(then / 2_000);
    }
  });

  it.each([
    ['3020', [FUND]],
    ['9999', ['252670']],
    ['3191', []],
  ])('funds of the manager %s are told by their brand', (mngmcomp, symbols) => {
    const quotes = { txon_type: '0', navpre: '0', mngmcomp, txon_yn: '0', trace_idex: '0', stex_tp: '1' };
    const rows = list('ka40004', 'etfall_mrpr', quotes);
    expect(rows.map(({ stk_cd }) => stk_cd)).toEqual(symbols);
  });

  it('days follow each other: the value before is that of the day before', () => {
    const rows = list('ka40009', 'etfnavarray');
    expect(rows).toHaveLength(42);
    for (const [index, row] of rows.slice(0, -1).entries()) {
      const before = Math.abs(Number(rows[index + 1]!['nav']));
      expect(Math.abs(Number(row['nav'])) - before).toBeCloseTo(Number(row['navpred_pre']), 6);
    }
    expect(rows.map((row) => Math.abs(Number(row['dispty_rt'])) < 1)).not.toContain(false);
  });

  it('a fund of minus twice the market moves twice as far to the other side', () => {
    const move = (symbol: string) => {
      const { value } = world.exchange.market.netAssets(symbol)!;
      return Math.log(value / 100 / world.exchange.market.day(symbol)!.reference.base);
    };
    expect(move('252670')).toBeCloseTo(-2 * move(FUND), 4);
  });

  it('an order that moves the price does not move the value', () => {
    const before = world.exchange.market.netAssets(FUND)!;
    world.exchange.accounts.deposit(KEY.account, 100_000_000_000);
    world.exchange.orders.submit(KEY.account, {
      symbol: FUND,
      side: 'buy',
      quantity: 300_000,
      pricing: { type: 'market' },
      timeInForce: 'day',
    });
    expect(world.exchange.market.netAssets(FUND)).toEqual(before);
    const row = list('ka40003', 'etfdaly_trnsn')[0]!;
    expect(Number(row['navetfdispty_rt'])).toBeGreaterThan(0);
  });

  it('ka40001 tells the returns of a period, and nothing of one that reaches too far back', () => {
    const days = world.exchange.market.netAssetDays(FUND);
    const from = days.findLast(({ date }) => date <= '2026-10-24')!;
    const gain = (100 * (days.at(-1)!.value - from.value)) / from.value;
    const [row] = list('ka40001', 'etfprft_rt_lst', { etfobjt_idex_cd: '207', dt: '1' });
    expect(Number(row!['etfprft_rt'])).toBeCloseTo(gain, 1);
    expect(Math.abs(Number(row!['cntr_prft_rt']) - gain)).toBeLessThan(3);
    expect(row!['for_netprps_qty']).toMatch(/^(\+|--|)\d+$/);
    const [year] = list('ka40001', 'etfprft_rt_lst', { etfobjt_idex_cd: '207', dt: '3' });
    expect(year).toMatchObject({ etfprft_rt: '', cntr_prft_rt: '' });
  });

  it('is that of the day before until the opening, and stands still after the close', () => {
    const { exchange } = world;
    const early = exchange.market.netAssets(FUND, kstMoment(SECOND_DAY, '085900'))!;
    expect(early.value).toBe(early.before);
    const closed = exchange.market.netAssets(FUND, kstMoment(SECOND_DAY, '153100'));
    expect(exchange.market.netAssets(FUND, kstMoment(SECOND_DAY, '190000'))).toEqual(closed);
  });

  it('shares have none', () => {
    expect(world.exchange.market.netAssets('005930')).toBeNull();
    expect(world.exchange.market.netAssetDays('005930')).toEqual([]);
    expect(list('ka40009', 'etfnavarray', { stk_cd: '005930' })).toEqual([]);
  });
});

it('a fund played from stored charts has no value', () => {
  const made = createExchange({
    seed: 3,
    firstTradingDay: FIRST_DAY,
    historyDays: 3,
    listings: LISTINGS,
    accounts: [],
  });
  made.advanceTo(kstMoment(FIRST_DAY, '210000'));
  const charts = new Map([
    [FUND, { minutes: made.market.minuteBars(FUND), days: made.market.dailyBars(FUND) }],
  ]);
  const exchange = createExchange({
    ...{ seed: 3, firstTradingDay: FIRST_DAY, historyDays: 3, listings: LISTINGS, accounts: [] },
    market: (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
  });
  exchange.advanceTo(kstMoment(FIRST_DAY, '100000'));
  expect(exchange.market.netAssets(FUND)).toBeNull();
  expect(exchange.market.netAssetDays(FUND)).toEqual([]);
  expect(exchange.market.netAssets('252670')).not.toBeNull();
});
