// Charts and tables against each other and against the tape, over a real simulated market; and paging that ends and loses nothing.

import { beforeAll, describe, expect, it } from 'vitest';
import { momentDigits } from '#adapters/kiwoom-server/formats.ts';
import { kstDate } from '#domain/time.ts';
import { PATHS } from '../../harness.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Row = Record<string, string>;

const STOCKS = ['005930', '000660', '247540', '069500'];
const SECOND = SECOND_DAY.replaceAll('-', '');
const STKINFO = '/api/dostk/stkinfo';
const MRKCOND = '/api/dostk/mrkcond';

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld(11, 40);
  world.advanceTo(FIRST_DAY, '090000');
  world.advanceTo(SECOND_DAY, '103000');
});

const all = (id: string, path: string, fields: Row, list: string): Row[] =>
  world.pages(id, path, fields, list).flat() as Row[];
const price = (text: string | undefined): number => Math.abs(Number(text));

const days = (stk_cd: string): Row[] =>
  all('ka10081', PATHS.chart, { stk_cd, base_dt: SECOND, upd_stkpc_tp: '1' }, 'stk_dt_pole_chart_qry');
const minutes = (stk_cd: string, tic_scope = '1'): Row[] =>
  all('ka10080', PATHS.chart, { stk_cd, tic_scope, upd_stkpc_tp: '1' }, 'stk_min_pole_chart_qry');

describe.each(STOCKS)('%s', (stk_cd) => {
  it('minutes of a day make its daily bar; trades before and after hours count in its volume only', () => {
    const byDay = Map.groupBy(minutes(stk_cd), (row) => row['cntr_tm']!.slice(0, 8));
    const daily = days(stk_cd);
    expect(daily.length).toBeGreaterThan(40);
    for (const day of daily) {
      const rows = byDay.get(day['dt']!)!.toReversed();
      const volume = rows.reduce((sum, row) => sum + Number(row['trde_qty']), 0);
      expect(
        {
          open: price(rows[0]!['open_pric']),
          high: Math.max(...rows.map((row) => price(row['high_pric']))),
          low: Math.min(...rows.map((row) => price(row['low_pric']))),
          close: price(rows.at(-1)!['cur_prc']),
        },
        day['dt'],
      ).toEqual({
        open: price(day['open_pric']),
        high: price(day['high_pric']),
        low: price(day['low_pric']),
        close: price(day['cur_prc']),
      });
      expect(Number(rows.at(-1)!['acc_trde_qty'])).toBe(volume);
      const outside = Number(day['trde_qty']) - volume;
      expect(outside).toBeGreaterThanOrEqual(0);
      // On a calm day the hours outside, which know no calm, are a larger part.
      expect(outside).toBeLessThan(volume / 4);
    }
  });

  it.each(['3', '5', '15', '60'])('bars of %s minutes hold what their minutes hold', (scope) => {
    const sum = (rows: Row[]) => rows.reduce((total, row) => total + Number(row['trde_qty']), 0);
    expect(sum(minutes(stk_cd, scope))).toBe(sum(minutes(stk_cd)));
  });

  it('trades of the tape make the running day and its minutes', () => {
    const tape = all(
      'ka10079',
      PATHS.chart,
      { stk_cd, tic_scope: '1', upd_stkpc_tp: '1' },
      'stk_tic_chart_qry',
    ).filter((row) => row['cntr_tm']!.startsWith(SECOND));
    const today = days(stk_cd)[0]!;
    expect(today['dt']).toBe(SECOND);
    const volume = (rows: Row[]) => rows.reduce((sum, row) => sum + Number(row['trde_qty']), 0);
    expect(volume(tape)).toBe(Number(today['trde_qty']));
    const regular = tape.filter((row) => row['cntr_tm']! >= `${SECOND}090000`);
    const todaysMinutes = minutes(stk_cd).filter((row) => row['cntr_tm']!.startsWith(SECOND));
    expect(volume(regular)).toBe(volume(todaysMinutes));
    const regularPrices = regular.map((row) => price(row['cur_prc']));
    expect([Math.max(...regularPrices), Math.min(...regularPrices)]).toEqual([
      price(today['high_pric']),
      price(today['low_pric']),
    ]);
    expect([regularPrices.at(-1), regularPrices[0]]).toEqual([
      price(today['open_pric']),
      price(today['cur_prc']),
    ]);
    const prices = tape.map((row) => price(row['cur_prc']));
    const list = all('ka10003', STKINFO, { stk_cd }, 'cntr_infr');
    expect(list.map((row) => price(row['cur_prc']))).toEqual(prices);
    expect(list[0]!['acc_trde_qty']).toBe(today['trde_qty']);
  });

  it('weeks, months and years are made of the days', () => {
    const daily = days(stk_cd);
    const volume = daily.reduce((sum, row) => sum + Number(row['trde_qty']), 0);
    for (const [id, list] of [
      ['ka10082', 'stk_stk_pole_chart_qry'],
      ['ka10083', 'stk_mth_pole_chart_qry'],
      ['ka10094', 'stk_yr_pole_chart_qry'],
    ] as const) {
      const rows = all(id, PATHS.chart, { stk_cd, base_dt: SECOND, upd_stkpc_tp: '1' }, list);
      expect(
        rows.reduce((sum, row) => sum + Number(row['trde_qty']), 0),
        id,
      ).toBe(volume);
      expect(rows[0]!['cur_prc']).toBe(daily[0]!['cur_prc']);
      expect(rows.at(-1)!['open_pric']).toBe(daily.at(-1)!['open_pric']);
      expect(rows.at(-1)!['dt']).toBe(daily.at(-1)!['dt']);
    }
  });

  it('days, weeks and months tell their change and turnover; years do not', () => {
    const listed = Number(world.call('ka10100', STKINFO, { stk_cd }).json['listCount']);
    for (const [id, list] of [
      ['ka10081', 'stk_dt_pole_chart_qry'],
      ['ka10082', 'stk_stk_pole_chart_qry'],
      ['ka10083', 'stk_mth_pole_chart_qry'],
    ] as const) {
      const rows = all(id, PATHS.chart, { stk_cd, base_dt: SECOND, upd_stkpc_tp: '1' }, list);
      for (const [index, row] of rows.slice(0, -1).entries()) {
        const change = price(row['cur_prc']) - price(rows[index + 1]!['cur_prc']);
        expect([Number(row['pred_pre']), row['pred_pre_sig']], `${id} ${row['dt']}`).toEqual([
          change,
          change > 0 ? '2' : change < 0 ? '5' : '3',
        ]);
        expect(Number(row['trde_tern_rt'])).toBeCloseTo((Number(row['trde_qty']) / listed) * 100, 1);
      }
      expect(rows.at(-1)!['pred_pre']).toBe('0');
    }
    const years = all(
      'ka10094',
      PATHS.chart,
      { stk_cd, base_dt: SECOND, upd_stkpc_tp: '1' },
      'stk_yr_pole_chart_qry',
    );
    expect(years[0]).not.toHaveProperty('pred_pre');
  });

  it('a week begins on Monday, and base_dt ends the chart', () => {
    const base_dt = FIRST_DAY.replaceAll('-', '');
    const fields = { stk_cd, base_dt, upd_stkpc_tp: '1' };
    const weeks = all('ka10082', PATHS.chart, fields, 'stk_stk_pole_chart_qry');
    const daily = all('ka10081', PATHS.chart, fields, 'stk_dt_pole_chart_qry');
    expect(daily[0]!['dt']).toBe(base_dt);
    const dayOfWeek = (dt: string) =>
      new Date(`${dt.slice(0, 4)}-${dt.slice(4, 6)}-${dt.slice(6)}T00:00:00Z`).getUTCDay();
    const starts = daily.filter((row, index) => {
      const before = daily[index + 1];
      return before === undefined || dayOfWeek(before['dt']!) > dayOfWeek(row['dt']!);
    });
    expect(weeks.map((row) => row['dt'])).toEqual(starts.map((row) => row['dt']));
    // Millions by day, won by week.
    const millions = Number(daily[0]!['trde_prica']);
    expect(Math.trunc(Number(weeks[0]!['trde_prica']) / 1_000_000)).toBe(millions);
  });

  it('daily tables tell the same days', () => {
    const daily = days(stk_cd);
    const closes = daily.map((row) => price(row['cur_prc']));
    const tables = [
      all('ka10086', MRKCOND, { stk_cd, qry_dt: SECOND, indc_tp: '0' }, 'daly_stkpc'),
      all('ka10005', MRKCOND, { stk_cd }, 'stk_ddwkmm'),
      all('ka10015', STKINFO, { stk_cd, strt_dt: SECOND }, 'daly_trde_dtl'),
    ];
    for (const rows of tables) {
      expect(rows.map((row) => price(row['close_pric']))).toEqual(closes);
      expect(rows.map((row) => row['trde_qty'])).toEqual(daily.map((row) => row['trde_qty']));
    }
  });
});

describe('ka10080', () => {
  it('signs every price by itself against the close before', () => {
    const closes = new Map(
      days('005930').map((row, index, rows) => [row['dt'], rows[index + 1]?.['cur_prc']]),
    );
    for (const row of minutes('005930').slice(0, 1_000)) {
      const before = Number(closes.get(row['cntr_tm']!.slice(0, 8)));
      for (const name of ['open_pric', 'high_pric', 'low_pric', 'cur_prc']) {
        const text = row[name]!;
        const sign = price(text) > before ? '+' : price(text) < before ? '-' : '';
        expect(text).toBe(`${sign}${price(text)}`);
      }
    }
  });
});

describe('paging', () => {
  it.each([
    [
      'ka10079',
      PATHS.chart,
      { stk_cd: '005930', tic_scope: '1', upd_stkpc_tp: '1' },
      'stk_tic_chart_qry',
      900,
    ],
    [
      'ka10080',
      PATHS.chart,
      { stk_cd: '005930', tic_scope: '1', upd_stkpc_tp: '1' },
      'stk_min_pole_chart_qry',
      900,
    ],
    ['ka10084', STKINFO, { stk_cd: '005930', tdy_pred: '1', tic_min: '0', tm: '' }, 'tdy_pred_cntr', 100],
    ['ka10055', STKINFO, { stk_cd: '005930', tdy_pred: '1' }, 'tdy_pred_cntr_qty', 100],
    ['ka40007', '/api/dostk/etf', { stk_cd: '069500' }, 'etftisl_cntr_array', 100],
    ['ka20004', PATHS.chart, { inds_cd: '001', tic_scope: '1' }, 'inds_tic_chart_qry', 900],
  ] as const)(
    '%s ends, fills every page but the last, and comes newest first',
    (id, path, fields, list, size) => {
      const pages = world.pages(id, path, fields, list);
      expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
      expect(pages.at(-1)!.length).toBeLessThanOrEqual(size);
      const moments = pages.flat().map((row) => String(row['cntr_tm'] ?? row['tm']));
      expect(moments).toEqual(moments.toSorted().reverse());
      const symbol = fields['stk_cd' as never] ?? '';
      const dates = id === 'ka10079' ? world.exchange.market.tickDates(symbol) : [SECOND_DAY];
      const ticks = dates.flatMap((date) => world.exchange.market.ticks(symbol, 'KRX', date));
      if (id !== 'ka10080' && id !== 'ka20004') expect(moments).toHaveLength(ticks.length);
    },
  );

  it('trades that happen between two pages neither repeat nor hide any', () => {
    const fields = { stk_cd: '005930', tdy_pred: '1' };
    const first = world.call('ka10055', STKINFO, fields);
    world.advanceTo(SECOND_DAY, '103100');
    const nextKey = first.response.headers['next-key']!;
    const second = world.call('ka10055', STKINFO, fields, nextKey);
    const rows = [
      ...(first.json['tdy_pred_cntr_qty'] as Row[]),
      ...(second.json['tdy_pred_cntr_qty'] as Row[]),
    ];
    const totals = rows.map((row) => Number(row['acc_trde_qty']));
    for (const [index, row] of rows.slice(0, -1).entries()) {
      expect(totals[index]! - Math.abs(Number(row['cntr_qty']))).toBe(totals[index + 1]);
    }
    expect(rows).toHaveLength(200);
  });
});

describe('ka20001', () => {
  it('tells what the members traded between two values, and it adds up', () => {
    const list = all('ka20001', '/api/dostk/sect', { mrkt_tp: '0', inds_cd: '001' }, 'inds_cur_prc_tm');
    for (const [index, row] of list.slice(0, -1).entries()) {
      const before = Number(list[index + 1]!['acc_trde_qty_n']);
      expect(Number(row['acc_trde_qty_n']) - before).toBe(Number(row['trde_qty_n']));
    }
    expect(Number(list[0]!['acc_trde_qty_n'])).toBeGreaterThan(0);
  });
});

describe('indices', () => {
  it('minutes of today end where its daily bar stands', () => {
    const daily = all('ka20006', PATHS.chart, { inds_cd: '001', base_dt: SECOND }, 'inds_dt_pole_qry');
    const rows = all('ka20005', PATHS.chart, { inds_cd: '001', tic_scope: '1' }, 'inds_min_pole_qry')
      .filter((row) => row['cntr_tm']!.startsWith(SECOND))
      .reverse();
    expect(rows.length).toBeGreaterThan(80);
    expect(price(daily[0]!['cur_prc'])).toBe(price(rows.at(-1)!['cur_prc']));
  });

  it.each(['1', '30'])('pages of %s-minute bars are all of them, each once', (scope) => {
    const rows = all('ka20005', PATHS.chart, { inds_cd: '001', tic_scope: scope }, 'inds_min_pole_qry');
    const span = Number(scope) * 60_000;
    const labels = world.exchange.indices
      .minuteBars('001')
      .map(({ start }) => Math.floor(start / span) * span);
    expect(rows.map((row) => row['cntr_tm']).reverse()).toEqual([...new Set(labels)].map(momentDigits));
  });

  it.each<[string, Row, string]>([
    ['ka10080', { stk_cd: '005930', tic_scope: '5', upd_stkpc_tp: '1' }, 'stk_min_pole_chart_qry'],
    ['ka20005', { inds_cd: '001', tic_scope: '5' }, 'inds_min_pole_qry'],
  ])('%s ends with the day of base_dt, on every page', (id, fields, list) => {
    const base_dt = FIRST_DAY.replaceAll('-', '');
    const whole = all(id, PATHS.chart, fields, list);
    const ended = all(id, PATHS.chart, { ...fields, base_dt }, list);
    expect(ended[0]!['cntr_tm']!.slice(0, 8)).toBe(base_dt);
    expect(ended.length).toBeLessThan(whole.length);
    expect(ended).toEqual(whole.slice(-ended.length));
  });

  it('minutes of an index tell the change and the volume of the day so far', () => {
    const daily = all('ka20006', PATHS.chart, { inds_cd: '001', base_dt: SECOND }, 'inds_dt_pole_qry');
    const rows = all('ka20005', PATHS.chart, { inds_cd: '001', tic_scope: '1' }, 'inds_min_pole_qry');
    const [now] = rows;
    const change = price(now!['cur_prc']) - price(daily[1]!['cur_prc']);
    expect([Number(now!['pred_pre']), now!['pred_pre_sig']]).toEqual([change, change > 0 ? '2' : '5']);
    const today = world.exchange.indices
      .minuteBars('001')
      .filter(({ start }) => momentDigits(start).startsWith(SECOND));
    const volume = today.reduce((sum, bar) => sum + bar.volume, 0);
    expect(now!['acc_trde_qty']).toBe(String(Math.trunc(volume / 1_000)));
    const [tick] = all('ka20004', PATHS.chart, { inds_cd: '001', tic_scope: '1' }, 'inds_tic_chart_qry');
    expect(Number(tick!['pred_pre'])).toBe(price(tick!['cur_prc']) - price(daily[1]!['cur_prc']));
  });

  it('ka20001 counts every member once', () => {
    const { json } = world.call('ka20001', '/api/dostk/sect', { mrkt_tp: '0', inds_cd: '001' });
    const members = world.call('ka20002', '/api/dostk/sect', { mrkt_tp: '0', inds_cd: '001', stex_tp: '1' });
    const count = ['rising', 'stdns', 'fall'].reduce((sum, name) => sum + Number(json[name]), 0);
    expect(count).toBe((members.json['inds_stkpc'] as Row[]).length);
    expect(Number(json['trde_frmatn_stk_num'])).toBe(count);
  });

  it('ka20006 tells what the members of the index traded, in millions of won', () => {
    const { json } = world.call('ka20002', '/api/dostk/sect', { mrkt_tp: '0', inds_cd: '001', stex_tp: '1' });
    const members = (json['inds_stkpc'] as Row[]).map((row) => days(row['stk_cd']!));
    const daily = all('ka20006', PATHS.chart, { inds_cd: '001', base_dt: SECOND }, 'inds_dt_pole_qry');
    expect(daily.length).toBeGreaterThan(40);
    for (const [index, day] of daily.entries()) {
      const sum = members.reduce((total, rows) => total + Number(rows[index]!['trde_prica']), 0);
      // Each member's millions are cut off, so their sum may fall short by less than one for each.
      expect(Number(day['trde_prica']) - sum).toBeGreaterThanOrEqual(0);
      expect(Number(day['trde_prica']) - sum).toBeLessThan(members.length);
    }
  });

  it('ka20009 and ka20006 tell the same days', () => {
    const { json } = world.call('ka20009', '/api/dostk/sect', { mrkt_tp: '0', inds_cd: '001' });
    const rows = json['inds_cur_prc_daly_rept'] as Row[];
    const daily = all('ka20006', PATHS.chart, { inds_cd: '001', base_dt: SECOND }, 'inds_dt_pole_qry');
    expect(rows.map((row) => Math.round(price(row['cur_prc_n']) * 100))).toEqual(
      daily.slice(0, rows.length).map((row) => price(row['cur_prc'])),
    );
  });
});

it('strength is known of the days the server was there', () => {
  const rows = all('ka10047', MRKCOND, { stk_cd: '005930' }, 'cntr_str_daly');
  const known = rows.filter((row) => row['cntr_str'] !== '').map((row) => row['dt']);
  expect(known).toEqual([SECOND, FIRST_DAY.replaceAll('-', '')]);
  expect(kstDate(world.exchange.now)).toBe(SECOND_DAY);
});
