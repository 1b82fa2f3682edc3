// Charts and tables over a split, a bonus issue and a distribution: as they were traded and adjusted, by trades, minutes, days and
// longer; and what else a client is told of the capital.

import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { action } from '#test/exchange/corporate/actions.ts';
import { PATHS } from '../../harness.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Row = Record<string, string>;

const SPLIT = '005930';
const BONUS = '000660';
const PLAIN = '035720';
const FUND = '069500';
/** A bonus issue in the past, a split and a distribution on the second day. */
const BONUS_ON = '20261019';
const TODAY = SECOND_DAY.replaceAll('-', '');

const ACTIONS: Readonly<Record<string, Listing['actions']>> = {
  [SPLIT]: [action('split', SECOND_DAY, '1:5')],
  [BONUS]: [action('bonus-issue', '2026-10-19', '1:2')],
  [PLAIN]: [action('cash-dividend', SECOND_DAY, 300)],
  [FUND]: [action('distribution', SECOND_DAY, 730)],
};

let world: MarketWorld;
beforeAll(() => {
  const listings = DEFAULT_LISTINGS.map((listing) => {
    const actions = ACTIONS[listing.instrument.symbol];
    return actions === undefined ? listing : { ...listing, actions };
  });
  world = new MarketWorld(11, 60, listings);
  world.advanceTo(FIRST_DAY, '090000');
  world.advanceTo(SECOND_DAY, '110000');
});

const all = (id: string, fields: Row, list: string, path: string = PATHS.chart): Row[] =>
  world.pages(id, path, fields, list).flat() as Row[];
const price = (text: string | undefined): number => Math.abs(Number(text));

/** Newest first, as they come. */
function chart(id: string, stk_cd: string, upd_stkpc_tp: '0' | '1'): Row[] {
  switch (id) {
    case 'ka10079':
      return all(id, { stk_cd, upd_stkpc_tp, tic_scope: '30' }, 'stk_tic_chart_qry');
    case 'ka10080':
      return all(id, { stk_cd, upd_stkpc_tp, tic_scope: '5' }, 'stk_min_pole_chart_qry');
    case 'ka10081':
      return all(id, { stk_cd, upd_stkpc_tp, base_dt: TODAY }, 'stk_dt_pole_chart_qry');
    case 'ka10082':
      return all(id, { stk_cd, upd_stkpc_tp, base_dt: TODAY }, 'stk_stk_pole_chart_qry');
    case 'ka10083':
      return all(id, { stk_cd, upd_stkpc_tp, base_dt: TODAY }, 'stk_mth_pole_chart_qry');
    default:
      return all(id, { stk_cd, upd_stkpc_tp, base_dt: TODAY }, 'stk_yr_pole_chart_qry');
  }
}

const labelOf = (row: Row): string => (row['dt'] ?? row['cntr_tm']!).slice(0, 8);

describe.each(['', '_NX', '_AL'])('a split, asked for as 005930%s', (suffix) => {
  it.each(['ka10079', 'ka10080', 'ka10081'])('%s: prices before it are a fifth, volumes five times', (id) => {
    const traded = chart(id, SPLIT + suffix, '0');
    const adjusted = chart(id, SPLIT + suffix, '1');
    expect(adjusted.map(labelOf)).toEqual(traded.map(labelOf));
    expect(adjusted.some((row) => labelOf(row) < TODAY)).toBe(true);
    for (const [index, row] of adjusted.entries()) {
      const raw = traded[index]!;
      if (labelOf(row) === TODAY) {
        expect(row).toEqual(raw);
        continue;
      }
      for (const name of ['cur_prc', 'open_pric', 'high_pric', 'low_pric'])
        expect(price(row[name]) / (price(raw[name]) / 5)).toBeCloseTo(1, 2);
      expect(Number(row['trde_qty'])).toBe(5 * Number(raw['trde_qty']));
      expect(row['trde_prica']).toBe(raw['trde_prica']);
    }
    const closes = adjusted.map((row) => price(row['cur_prc']));
    for (const [index, close] of closes.slice(1).entries())
      expect(Math.abs(Math.log(close / closes[index]!))).toBeLessThan(0.2);
  });
});

describe('the row of an action', () => {
  it.each(['ka10079', 'ka10080', 'ka10081', 'ka10082', 'ka10083', 'ka10094'])(
    '%s says what it was, once',
    (id) => {
      for (const mode of ['0', '1'] as const) {
        const marked = chart(id, SPLIT, mode).filter((row) => row['upd_stkpc_tp'] !== '');
        expect(marked).toHaveLength(1);
        expect(marked[0]).toMatchObject({
          upd_stkpc_tp: '8',
          upd_rt: expect.stringMatching(/^-(80\.00|79\.9\d)$/),
        });
        if (id < 'ka10082') expect(labelOf(marked[0]!)).toBe(TODAY);
      }
    },
  );

  it.each([
    { stk_cd: BONUS, on: BONUS_ON, code: '2,256', rate: /^-(50\.00|49\.9\d)$/ },
    { stk_cd: FUND, on: TODAY, code: '4', rate: /^-[12]\.\d\d$/ },
  ])('$stk_cd: $code on $on', ({ stk_cd, on, code, rate }) => {
    const marked = chart('ka10081', stk_cd, '1').filter((row) => row['upd_stkpc_tp'] !== '');
    expect(marked).toMatchObject([{ dt: on, upd_stkpc_tp: code, upd_rt: expect.stringMatching(rate) }]);
  });

  it('there is none of a dividend in cash, which adjusts nothing', () => {
    expect(chart('ka10081', PLAIN, '1')).toEqual(chart('ka10081', PLAIN, '0'));
    expect(
      chart('ka10081', PLAIN, '1').every((row) => row['upd_stkpc_tp'] === '' && row['upd_rt'] === ''),
    ).toBe(true);
  });

  it('stands in the year and the month it was in', () => {
    const month = chart('ka10083', BONUS, '1').find((row) => row['upd_stkpc_tp'] !== '');
    expect(month?.['dt']?.slice(0, 6)).toBe('202610');
  });
});

describe('turnover', () => {
  it.each(['ka10081', 'ka10082'])('%s: is of the shares there are, in charts of either price mode', (id) => {
    const rates = (mode: '0' | '1') => chart(id, SPLIT, mode).map((row) => row['trde_tern_rt']);
    expect(rates('0')).toEqual(rates('1'));
    const [row] = chart(id, SPLIT, '1').slice(-1);
    expect(Number(row?.['trde_tern_rt'])).toBeCloseTo(
      (100 * Number(row?.['trde_qty'])) / (5 * 5_969_782_550),
      1,
    );
  });
});

describe('everything told against a base price', () => {
  it('is told against the one the close became', () => {
    const base = price(String(world.exchange.market.day(SPLIT)!.reference.base));
    const info = world.call('ka10001', '/api/dostk/stkinfo', { stk_cd: SPLIT }).json as Row;
    expect(price(info['base_pric'])).toBe(base);
    expect(Math.abs(Number(info['flu_rt']))).toBeLessThan(30);
    expect(price(info['upl_pric'])).toBeGreaterThan(base);
    expect(price(info['upl_pric'])).toBeLessThanOrEqual(1.3 * base);
    // 250 days of adjusted prices
    expect(price(info['250hgst'])).toBeLessThan(2 * base);
    expect(info['flo_stk']).toBe(String(Math.trunc((5 * 5_969_782_550) / 1_000)));
    const [today, before] = all(
      'ka10086',
      { stk_cd: SPLIT, qry_dt: TODAY, indc_tp: '0' },
      'daly_stkpc',
      '/api/dostk/mrkcond',
    );
    expect(price(today?.['close_pric']) - Number(today?.['pred_rt'])).toBe(base);
    expect(price(before?.['close_pric'])).toBe(base);
    const listing = world.call('ka10100', '/api/dostk/stkinfo', { stk_cd: SPLIT }).json as Row;
    expect(Number(listing['listCount'])).toBe(5 * 5_969_782_550);
    expect(Number(listing['lastPrice'])).toBe(base);
  });

  it('in minutes as they were traded has the base price of its own day', () => {
    const traded = chart('ka10080', SPLIT, '0');
    const first = traded.findLast((row) => labelOf(row) === TODAY)!;
    const base = world.exchange.market.day(SPLIT)!.reference.base;
    expect(price(first['cur_prc']) - Number(first['pred_pre'])).toBe(base);
    const raw = traded.find((row) => labelOf(row) < TODAY)!;
    expect(Math.abs(Number(raw['pred_pre']) / price(raw['cur_prc']))).toBeLessThan(0.3);
  });

  it('counts investors of days before in shares of today', () => {
    const fields = { stk_cd: SPLIT, dt: TODAY, amt_qty_tp: '2', trde_tp: '0', unit_tp: '1' };
    const rows = all('ka10059', fields, 'stk_invsr_orgn', '/api/dostk/stkinfo');
    const [today, before] = rows.map((row) => Number(row['acc_trde_qty'] ?? row['trde_qty']));
    const daily = chart('ka10081', SPLIT, '1');
    expect(before).toBe(Number(daily[1]?.['trde_qty']));
    expect(today).toBeGreaterThan(0);
  });
});
