// Instruments ranked by kinds of investors: each row is what ka10061 sums up for its instrument and period, in the ranking's own
// units, everybody of the asked side is there, and the order is that of the figure asked for.

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { FIRST_DAY, SECOND_DAY } from '../../../market-world.ts';
import { AskedWorld, figure, type Row, total } from '../asked.ts';

const TODAY = compactDate(SECOND_DAY);
const YESTERDAY = compactDate(FIRST_DAY);
const SUFFIXES: Row = { '1': '', '2': '_NX', '3': '_AL' };

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '093000', 12, makeListings(5, 30));
});

/** The days an instrument was traded on, newest first. */
const datesOf = (symbol: string): string[] =>
  asked.rows('ka10059', { ...stock(symbol), dt: TODAY, ...SHARES }).map((row) => row['dt']!);
const stock = (symbol: string, stex_tp = '1'): Row => ({ stk_cd: symbol + SUFFIXES[stex_tp] });
const SHARES = { amt_qty_tp: '2', trde_tp: '0', unit_tp: '1' };
const AMOUNT = { ...SHARES, amt_qty_tp: '1' };

interface Period {
  readonly strt_dt: string;
  readonly end_dt: string;
  readonly stex_tp?: string;
}

/** What ka10061 says of a kind over a period. */
function net(symbol: string, kind: string, period: Period, as: Row = SHARES): number {
  const { strt_dt, end_dt, stex_tp = '1' } = period;
  return figure(asked.rows('ka10061', { ...stock(symbol, stex_tp), strt_dt, end_dt, ...as })[0]![kind]);
}

/** Instruments of a market, on NXT where that is asked about. */
function symbols(mrkt_tp: string, stex_tp = '1'): string[] {
  const wanted = { '001': 'KOSPI', '101': 'KOSDAQ' }[mrkt_tp];
  return asked.world.exchange.market
    .instruments()
    .filter(({ market }) => wanted === undefined || market === wanted)
    .filter(({ symbol }) => stex_tp !== '2' || asked.world.exchange.market.day(symbol, 'NXT') !== null)
    .map(({ symbol }) => symbol);
}

const descending = (values: number[]) => expect(values).toEqual(values.toSorted((a, b) => b - a));
/** A rounded figure and the exact one in its unit. */
const near = (text: string | undefined, exact: number) =>
  expect(Math.abs(figure(text) - exact)).toBeLessThanOrEqual(0.5001);
const COLUMN: Row = {
  ...{
    '8000': 'ind_invsr',
    '9000': 'frgnr_invsr',
    '1000': 'fnnc_invt',
    '3000': 'invtrt',
    '3100': 'samo_fund',
    '5000': 'etc_fnnc',
  },
  ...{ '4000': 'bank', '2000': 'insrnc', '6000': 'penfnd_etc', '7000': 'natn', '7100': 'etc_corp' },
  '9999': 'orgn',
};

describe('ka10058', () => {
  const PERIOD = { strt_dt: YESTERDAY, end_dt: TODAY };

  it.each(Object.keys(COLUMN))('has everybody of kind %s who was on the side asked for', (invsr_tp) => {
    const kind = COLUMN[invsr_tp]!;
    const listed = ['1', '2'].map((trde_tp) => {
      const rows = asked.rows('ka10058', { ...PERIOD, trde_tp, mrkt_tp: '001', invsr_tp, stex_tp: '1' });
      const sign = trde_tp === '2' ? '+' : '-';
      descending(rows.map((row) => Math.abs(figure(row['netslmt_amt']))));
      for (const row of rows) {
        const symbol = row['stk_cd']!;
        expect(row['netslmt_amt']![0]).toBe(sign);
        near(row['netslmt_qty'], net(symbol, kind, PERIOD) / 1_000);
        // Rounded from millions to tens of millions.
        expect(Math.abs(figure(row['netslmt_amt']) - net(symbol, kind, PERIOD, AMOUNT) / 10)).toBeLessThan(
          0.6,
        );
      }
      return rows.map((row) => row['stk_cd']!);
    });
    const moved = symbols('001').filter((symbol) => net(symbol, kind, PERIOD) !== 0);
    expect(listed.flat().toSorted()).toEqual(moved.toSorted());
  });

  it('compares the price with what was paid for each share', () => {
    const question = { ...PERIOD, trde_tp: '2', mrkt_tp: '001', invsr_tp: '9000', stex_tp: '3' };
    const rows = asked.rows('ka10058', question).filter((row) => row['prsm_avg_pric'] !== '');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const average = figure(row['prsm_avg_pric']);
      const price = Math.abs(figure(row['cur_prc']));
      expect(figure(row['avg_pric_pre'])).toBe(price - average);
      expect(figure(row['pre_rt'])).toBeCloseTo((100 * (price - average)) / average, 1);
      const volumes = asked.rows('ka10059', { ...stock(row['stk_cd']!, '3'), dt: TODAY, ...SHARES });
      expect(figure(row['dt_trde_qty'])).toBe(total(volumes.slice(0, 2), 'acc_trde_qty'));
    }
  });

  it.each(['1', '2', '3'])('of all institutions is ka10044 (market %s)', (stex_tp) => {
    for (const trde_tp of ['1', '2']) {
      const question = { ...PERIOD, trde_tp, mrkt_tp: '101', stex_tp };
      const rows = asked.rows('ka10044', question);
      const same = asked.rows('ka10058', { ...question, invsr_tp: '9999' });
      expect(
        rows.map((row) => [row['stk_cd'], row['netprps_qty'], row['netprps_amt'], row['prsm_avg_pric']]),
      ).toEqual(
        same.map((row) => [row['stk_cd'], row['netslmt_qty'], row['netslmt_amt'], row['prsm_avg_pric']]),
      );
      for (const row of rows) {
        near(row['netprps_qty'], net(row['stk_cd']!, 'orgn', { ...PERIOD, stex_tp }) / 1_000);
      }
    }
  });
});

describe('foreigners', () => {
  const periodOf = (symbol: string, dt: string): Period => {
    const dates = datesOf(symbol);
    if (dt === '0') return { strt_dt: TODAY, end_dt: TODAY };
    if (dt === '1') return { strt_dt: YESTERDAY, end_dt: YESTERDAY };
    return { strt_dt: dates[Number(dt) - 1]!, end_dt: TODAY };
  };

  it.each(['0', '1', '5', '10'])('bought and sold over a period (ka10034, dt %s)', (dt) => {
    const question = { mrkt_tp: '000', dt, stex_tp: '1' };
    const [sold, bought, both] = ['1', '2', '3'].map((trde_tp) =>
      asked.rows('ka10034', { ...question, trde_tp }),
    );
    for (const row of both!) {
      const symbol = row['stk_cd']!;
      expect(figure(row['netprps_qty'])).toBe(net(symbol, 'frgnr_invsr', periodOf(symbol, dt)));
      expect(row['netprps_qty']).toMatch(/^(\+|--)\d+$/);
      const left = asked.rows('ka10008', stock(symbol))[0]?.['gain_pos_stkcnt'] ?? '';
      expect(row['gain_pos_stkcnt']).toBe(left);
    }
    descending(both!.map((row) => Math.abs(figure(row['netprps_qty']))));
    expect(both!.map((row) => row['rank'])).toEqual(both!.map((_, index) => String(index + 1)));
    const codes = (rows: readonly Row[]) => rows.map((row) => row['stk_cd']);
    expect(codes(sold!)).toEqual(codes(both!.filter((row) => figure(row['netprps_qty']) < 0)));
    expect(codes(bought!)).toEqual(codes(both!.filter((row) => figure(row['netprps_qty']) > 0)));
  });

  it.each(['0', '1'])('in a row, counted from day %s (ka10035)', (base_dt_tp) => {
    const found: string[] = [];
    for (const [trde_tp, sign] of [
      ['1', -1],
      ['2', 1],
    ] as const) {
      const rows = asked.rows('ka10035', { mrkt_tp: '000', trde_tp, base_dt_tp, stex_tp: '1' });
      const from = Number(base_dt_tp);
      const nets = (symbol: string) =>
        asked
          .rows('ka10059', { ...stock(symbol), dt: TODAY, ...SHARES })
          .slice(from, from + 3)
          .map((row) => figure(row['frgnr_invsr']));
      const expected = symbols('000').filter((symbol) => nets(symbol).every((one) => sign * one > 0));
      found.push(...expected);
      expect(rows.map((row) => row['stk_cd']!).toSorted()).toEqual(expected.toSorted());
      descending(rows.map((row) => sign * figure(row['tot'])));
      for (const row of rows) {
        const days = ['dm1', 'dm2', 'dm3'].map((name) => figure(row[name]));
        expect(days).toEqual(nets(row['stk_cd']!));
        expect(figure(row['tot'])).toBe(days.reduce((so, one) => so + one, 0));
        expect(row['limit_exh_rt']).toBe(
          asked.rows('ka10008', stock(row['stk_cd']!))[0]?.['limit_exh_rt'] ?? '',
        );
        expect([row['pred_pre_1'], row['pred_pre_2'], row['pred_pre_3']]).toEqual(['', '', '']);
      }
    }
    expect(found.length).toBeGreaterThan(1);
  });

  it.each(['0', '1', '5'])('hold more than before (ka10036, dt %s)', (dt) => {
    const rows = asked.rows('ka10036', { mrkt_tp: '000', dt, stex_tp: '1' });
    const count = dt === '5' ? 5 : 1;
    const from = dt === '1' ? 1 : 0;
    const stakes = new Map(symbols('000').map((symbol) => [symbol, asked.rows('ka10008', stock(symbol))]));
    const grown = [...stakes].filter(([, days]) => total(days.slice(from, from + count), 'chg_qty') > 0);
    expect(rows.map((row) => row['stk_cd']).toSorted()).toEqual(grown.map(([symbol]) => symbol).toSorted());
    descending(rows.map((row) => figure(row['exh_rt_incrs'])));
    for (const row of rows) {
      const days = stakes.get(row['stk_cd']!)!;
      expect(row['poss_stkcnt']).toBe(days[from]!['poss_stkcnt']);
      expect(row['gain_pos_stkcnt']).toBe(days[from]!['gain_pos_stkcnt']);
      expect(row['limit_exh_rt']).toBe(days[from]!['limit_exh_rt']);
      expect(row['base_limit_exh_rt']).toBe(days[from + count]!['limit_exh_rt']);
    }
  });
});

describe('foreigners and institutions', () => {
  const PERIOD = { strt_dt: YESTERDAY, end_dt: TODAY };

  it.each([
    ['1', 1],
    ['2', -1],
  ])('on the same side (ka10062, trde_tp %s)', (trde_tp, sign) => {
    const question = { ...PERIOD, mrkt_tp: '000', trde_tp, unit_tp: '1', stex_tp: '1' };
    const rows = asked.rows('ka10062', { ...question, sort_cnd: '1' });
    const both = symbols('000').filter(
      (symbol) => sign * net(symbol, 'orgn', PERIOD) > 0 && sign * net(symbol, 'frgnr_invsr', PERIOD) > 0,
    );
    const codes = rows.map((row) => row['stk_cd']!);
    // A name bought in shares and sold in won is on neither side.
    expect(both).toEqual(expect.arrayContaining(codes));
    expect(rows.length).toBeGreaterThan(1);
    descending(rows.map((row) => sign * figure(row['nettrde_qty'])));
    for (const row of rows) {
      const symbol = row['stk_cd']!;
      expect(figure(row['orgn_nettrde_qty'])).toBe(net(symbol, 'orgn', PERIOD));
      expect(figure(row['for_nettrde_qty'])).toBe(net(symbol, 'frgnr_invsr', PERIOD));
      expect(figure(row['orgn_nettrde_amt'])).toBe(net(symbol, 'orgn', PERIOD, AMOUNT));
      expect(figure(row['for_nettrde_amt'])).toBe(net(symbol, 'frgnr_invsr', PERIOD, AMOUNT));
      const sumOf = (figures: string) =>
        figure(row[`orgn_nettrde_${figures}`]) + figure(row[`for_nettrde_${figures}`]);
      expect(figure(row['nettrde_qty'])).toBe(sumOf('qty'));
      expect(Math.abs(figure(row['nettrde_amt']) - sumOf('amt'))).toBeLessThanOrEqual(1);
    }
    const byValue = asked.rows('ka10062', { ...question, sort_cnd: '2', unit_tp: '1000' });
    expect(byValue.map((row) => row['stk_cd']).toSorted()).toEqual(codes.toSorted());
    descending(byValue.map((row) => sign * figure(row['nettrde_amt'])));
    for (const row of byValue)
      near(row['for_nettrde_qty'], net(row['stk_cd']!, 'frgnr_invsr', PERIOD) / 1_000);
    // Without an end the period goes on to the running day.
    expect(asked.rows('ka10062', { ...question, sort_cnd: '1', end_dt: '' })).toEqual(rows);
  });

  it.each([
    ['1', TODAY],
    ['2', YESTERDAY],
  ])('each in an order of its own (ka90009, amt_qty_tp %s)', (amt_qty_tp, date) => {
    const day = { strt_dt: date, end_dt: date };
    const rows = asked.rows('ka90009', { mrkt_tp: '000', amt_qty_tp, qry_dt_tp: '1', date, stex_tp: '1' });
    for (const [name, kind, sign] of [
      ['for_netslmt', 'frgnr_invsr', -1],
      ['for_netprps', 'frgnr_invsr', 1],
      ['orgn_netslmt', 'orgn', -1],
      ['orgn_netprps', 'orgn', 1],
    ] as const) {
      const list = rows.filter((row) => row[`${name}_stk_cd`] !== '');
      expect(list.length).toBeGreaterThan(2);
      descending(list.map((row) => sign * figure(row[`${name}_${amt_qty_tp === '1' ? 'amt' : 'qty'}`])));
      for (const row of list) {
        const symbol = row[`${name}_stk_cd`]!;
        near(row[`${name}_qty`], net(symbol, kind, day) / 1_000);
        // In tens of millions; ka10061 has rounded to a million before.
        const amount = net(symbol, kind, day, AMOUNT) / 10;
        expect(Math.abs(figure(row[`${name}_amt`]) - amount)).toBeLessThan(0.6);
        expect(row[`${name}_stk_nm`]).toBe(
          asked.world.exchange.market.instruments().find((one) => one.symbol === symbol)?.name,
        );
      }
    }
    if (date !== TODAY) return;
    const undated = { mrkt_tp: '000', amt_qty_tp, qry_dt_tp: '0', date: YESTERDAY, stex_tp: '1' };
    expect(asked.rows('ka90009', undated)).toEqual(rows);
  });
});

describe('the running session (ka10065)', () => {
  const TODAY_ALONE = { strt_dt: TODAY, end_dt: TODAY };

  it.each(['9000', '9999', '1000', '7100'])('has what kind %s bought and sold today', (orgn_tp) => {
    const kind = COLUMN[orgn_tp]!;
    for (const [trde_tp, sign] of [
      ['1', 1],
      ['2', -1],
    ] as const) {
      const rows = asked.rows('ka10065', { trde_tp, mrkt_tp: '000', orgn_tp });
      const expected = symbols('000').filter((symbol) => sign * net(symbol, kind, TODAY_ALONE) > 0);
      expect(rows.map((row) => row['stk_cd']).toSorted()).toEqual(expected.toSorted());
      descending(rows.map((row) => sign * figure(row['netslmt'])));
      for (const row of rows) {
        near(row['netslmt'], net(row['stk_cd']!, kind, TODAY_ALONE) / 1_000);
        const side = (which: string) =>
          asked.rows('ka10059', { ...stock(row['stk_cd']!), dt: TODAY, ...SHARES, trde_tp: which })[0]![kind];
        near(row['buy_qty'], figure(side('1')) / 1_000);
        expect(row['sel_qty']).toBe(`-${Math.round(figure(side('2')) / 1_000)}`);
      }
    }
  });

  it('has what came through houses from abroad', () => {
    const rows = asked.rows('ka10065', { trde_tp: '1', mrkt_tp: '000', orgn_tp: '9100' });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const prices = asked.rows('ka10086', { ...stock(row['stk_cd']!), qry_dt: TODAY, indc_tp: '0' });
      near(row['netslmt'], figure(prices[0]!['frgn']) / 1_000);
    }
  });
});
