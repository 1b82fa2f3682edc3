// One instrument's investors: the kinds of a day add up, and every TR about the same day and kind says the same.

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import { FIRST_DAY, SECOND_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row, total } from './asked.ts';

const TODAY = compactDate(SECOND_DAY);
const YESTERDAY = compactDate(FIRST_DAY);
const SAMSUNG = '005930';
const KODEX = '069500';
const VIEWS = ['', '_NX', '_AL'] as const;
const INSTITUTIONS = ['fnnc_invt', 'insrnc', 'invtrt', 'etc_fnnc', 'bank', 'penfnd_etc', 'samo_fund', 'natn'];
const WHOLE = ['ind_invsr', 'frgnr_invsr', 'orgn', 'etc_corp', 'natfor'];
const KINDS = [...WHOLE, ...INSTITUTIONS];

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '103000', 30);
});

const SHARES = { amt_qty_tp: '2', trde_tp: '0', unit_tp: '1' };

function days(suffix = '', fields: Row = {}, id = 'ka10059'): readonly Row[] {
  return asked.rows(id, { stk_cd: SAMSUNG + suffix, dt: TODAY, ...SHARES, ...fields });
}

function dayOf(date: string, suffix = '', fields: Row = {}): Row {
  return days(suffix, { dt: date, ...fields })[0]!;
}

const sum = (row: Row, names: readonly string[]): number =>
  names.reduce((so, name) => so + figure(row[name]), 0);

describe('a day (ka10059)', () => {
  it.each(VIEWS)('adds up, bought, sold and net, as seen with "%s"', (suffix) => {
    const net = days(suffix);
    const bought = days(suffix, { trde_tp: '1' });
    const sold = days(suffix, { trde_tp: '2' });
    expect(net.length).toBeGreaterThan(1);
    net.forEach((row, index) => {
      expect(sum(row, WHOLE)).toBe(0);
      expect(sum(row, INSTITUTIONS)).toBe(figure(row['orgn']));
      for (const side of [bought[index]!, sold[index]!]) {
        expect(side['dt']).toBe(row['dt']);
        expect(sum(side, WHOLE)).toBe(figure(row['acc_trde_qty']));
      }
      for (const kind of KINDS) {
        expect(figure(bought[index]![kind]) - figure(sold[index]![kind])).toBe(figure(row[kind]));
      }
    });
  });

  it('is in millions of won, in thousands of shares or in single ones', () => {
    const { exchange } = asked.world;
    const { kinds } = exchange.participants.today(SAMSUNG, 'KRX')!.totals;
    const { bought, boughtValue, soldValue } = kinds.foreigner;
    const of = (fields: Row) => dayOf(TODAY, '', fields)['frgnr_invsr'];
    expect(of({ amt_qty_tp: '1', unit_tp: '1' })).toBe(String(Math.round((boughtValue - soldValue) / 1e6)));
    expect(of({ amt_qty_tp: '1', unit_tp: '1000' })).toBe(of({ amt_qty_tp: '1', unit_tp: '1' }));
    expect(of({ trde_tp: '1', unit_tp: '1000' })).toBe(String(Math.round(bought / 1_000)));
    expect(of({ trde_tp: '1' })).toBe(String(bought));
    const row = dayOf(TODAY);
    expect(row['acc_trde_prica']).toBe(String(Math.trunc(exchange.market.day(SAMSUNG)!.value / 1e6)));
    const { last, reference } = exchange.market.day(SAMSUNG)!;
    expect(figure(row['flu_rt'])).toBe(Math.round(((last! - reference.base) / reference.base) * 10_000));
    expect(row['cur_prc']!.replace(/^[+-]/, '')).toBe(String(last));
  });

  it('begins with the day asked for and goes back page by page', () => {
    const known = days().map((row) => row['dt']);
    expect(known).toEqual(known.toSorted().reverse());
    expect(known).toHaveLength(32);
    expect(days('', { dt: YESTERDAY }).map((row) => row['dt'])).toEqual(known.slice(1));
    expect(days('', { dt: '20200101' })).toEqual([]);
  });

  it('is not there for a code that nobody knows, or a suffix', () => {
    expect(asked.rows('ka10059', { stk_cd: '999999', dt: TODAY, ...SHARES })).toEqual([]);
    expect(days('_al')).toEqual([]);
    expect(asked.rows('ka10061', { stk_cd: '999999', strt_dt: TODAY, end_dt: TODAY, ...SHARES })).toEqual([]);
  });
});

describe('the same day', () => {
  it.each(VIEWS)('is in the chart of ka10060 ("%s"), with its volume as the value', (suffix) => {
    const chart = days(suffix, {}, 'ka10060');
    const table = days(suffix);
    expect(chart).toHaveLength(table.length);
    chart.forEach((row, index) => {
      const { acc_trde_qty, ...rest } = table[index]!;
      expect(row['acc_trde_prica']).toBe(acc_trde_qty);
      for (const name of ['dt', 'cur_prc', 'pred_pre', ...KINDS]) expect(row[name]).toBe(rest[name]);
    });
  });

  it.each(VIEWS)('is in the sum of ka10061 ("%s")', (suffix) => {
    const table = days(suffix);
    const from = table.at(-1)!['dt']!;
    for (const [strt_dt, rows] of [
      [TODAY, table.slice(0, 1)],
      [from, table],
      ['20200101', table],
    ] as const) {
      const period = { stk_cd: SAMSUNG + suffix, strt_dt, end_dt: TODAY };
      const [row, ...others] = asked.rows('ka10061', { ...period, ...SHARES });
      expect(others).toEqual([]);
      for (const kind of KINDS) expect(figure(row![kind])).toBe(total(rows, kind));
      for (const kind of KINDS) expect(row![kind]).toMatch(/^(0|\+\d+|--\d+)$/);
    }
  });

  it('is the trend of institutions and foreigners (ka10045), with sums since its beginning', () => {
    const period = { stk_cd: SAMSUNG, strt_dt: '20261116', end_dt: TODAY };
    const prices = { orgn_prsm_unp_tp: '1', for_prsm_unp_tp: '2' };
    const { fields, rows } = asked.ask('ka10045', { ...period, ...prices });
    const table = days().filter((row) => row['dt']! >= '20261116');
    expect(rows.map((row) => row['dt'])).toEqual(table.map((row) => row['dt']));
    rows.forEach((row, index) => {
      expect(row['orgn_daly_nettrde_qty']).toBe(table[index]!['orgn']);
      expect(row['for_daly_nettrde_qty']).toBe(table[index]!['frgnr_invsr']);
      expect(figure(row['orgn_dt_acc'])).toBe(total(table.slice(index), 'orgn'));
      expect(figure(row['for_dt_acc'])).toBe(total(table.slice(index), 'frgnr_invsr'));
    });
    const average = (kind: string, trde_tp: string) =>
      (total(days('', { trde_tp, amt_qty_tp: '1' }).slice(0, rows.length), kind) * 1e6) /
      total(days('', { trde_tp }).slice(0, rows.length), kind);
    expect(figure(fields['orgn_prsm_avg_pric']) / average('orgn', '1')).toBeCloseTo(1, 3);
    expect(figure(fields['for_prsm_avg_pric']) / average('frgnr_invsr', '2')).toBeCloseTo(1, 3);
  });

  it.each(VIEWS)('is what ka10009 says of today ("%s")', (suffix) => {
    const { fields } = asked.ask('ka10009', { stk_cd: SAMSUNG + suffix });
    const today = dayOf(TODAY, suffix);
    expect(fields).toMatchObject({
      ...{ date: TODAY, close_pric: today['cur_prc'], pre: today['pred_pre'], orgn_dt_acc: '' },
      ...{ orgn_daly_nettrde: today['orgn'], frgnr_daly_nettrde: today['frgnr_invsr'] },
    });
  });

  it('is beside the prices of ka10005, ka10015 and ka10086', () => {
    const table = days();
    const netted = (row: Row) =>
      ['ind_netprps', 'for_netprps', 'orgn_netprps'].map((name) => figure(row[name]));
    const expected = table.map((row) =>
      ['ind_invsr', 'frgnr_invsr', 'orgn'].map((kind) => figure(row[kind])),
    );
    const stk_cd = SAMSUNG;
    const prices = asked.rows('ka10086', { stk_cd, qry_dt: TODAY, indc_tp: '0' });
    expect(prices.map(netted)).toEqual(expected);
    expect(asked.rows('ka10005', { stk_cd }).map(netted)).toEqual(expected);
    expect(asked.rows('ka10015', { stk_cd, strt_dt: TODAY }).map(netted)).toEqual(expected);
    const [today] = prices;
    expect([today!['ind'], today!['orgn'], today!['for_qty']]).toEqual([
      today!['ind_netprps'],
      today!['orgn_netprps'],
      today!['for_netprps'],
    ]);
    const won = asked.rows('ka10086', { stk_cd, qry_dt: TODAY, indc_tp: '1' })[0]!;
    const inMillions = dayOf(TODAY, '', { amt_qty_tp: '1' });
    expect(figure(won['ind'])).toBe(figure(inMillions['ind_invsr']));
    expect(won['for_qty']).toBe(today!['for_qty']);
    const houses = asked.ask('ka10040', { stk_cd }).fields;
    const shares = (side: string) => figure(houses[`frgn_${side}_prsm_sum`]?.replace(/^[+-]/, ''));
    expect(figure(today!['frgn'])).toBe(shares('buy') - shares('sel'));
    const programs = asked.rows('ka90013', { stk_cd, amt_qty_tp: '2', date: TODAY });
    expect(figure(today!['prm'])).toBe(figure(programs[0]!['prm_netprps_qty']));
  });

  it('is beside the prices of a fund (ka40008)', () => {
    const rows = asked.rows('ka40008', { stk_cd: KODEX });
    const table = asked.rows('ka10059', { stk_cd: KODEX, dt: TODAY, ...SHARES });
    expect(rows.map((row) => [figure(row['for_netprps_qty']), figure(row['orgn_netprps_qty'])])).toEqual(
      table.map((row) => [figure(row['frgnr_invsr']), figure(row['orgn'])]),
    );
  });
});

describe('what foreigners hold', () => {
  const stakes = (suffix = '') => asked.rows('ka10008', { stk_cd: SAMSUNG + suffix });

  it('moves by what they bought on both markets', () => {
    const rows = stakes();
    const table = days('_AL');
    expect(rows.map((row) => row['dt'])).toEqual(table.map((row) => row['dt']));
    rows.forEach((row, index) => {
      expect(row['chg_qty']).toBe(table[index]!['frgnr_invsr']);
      const before = rows[index + 1];
      if (before === undefined) return;
      expect(figure(row['poss_stkcnt'])).toBe(figure(before['poss_stkcnt']) + figure(row['chg_qty']));
    });
    expect(stakes('_AL').map((row) => row['poss_stkcnt'])).toEqual(rows.map((row) => row['poss_stkcnt']));
  });

  it('is a part of the listed shares, which are the limit', () => {
    const { listedShares } = asked.world.exchange.market.day(SAMSUNG)!;
    for (const row of stakes()) {
      const held = figure(row['poss_stkcnt']);
      expect(held + figure(row['gain_pos_stkcnt'])).toBe(listedShares);
      expect([row['frgnr_limit'], row['frgnr_limit_irds']]).toEqual([String(listedShares), '0']);
      expect(figure(row['wght'])).toBeCloseTo((100 * held) / listedShares, 1);
      expect(row['limit_exh_rt']).toBe(row['wght']);
    }
  });

  it('is the same wherever it is told', () => {
    const stk_cd = SAMSUNG;
    const weights = stakes().map((row) => row['wght']);
    const trend = { stk_cd, strt_dt: '20200101', end_dt: TODAY, orgn_prsm_unp_tp: '1', for_prsm_unp_tp: '1' };
    expect(asked.rows('ka10045', trend).map((row) => row['limit_exh_rt'])).toEqual(weights);
    const prices = asked.rows('ka10086', { stk_cd, qry_dt: TODAY, indc_tp: '0' });
    for (const name of ['for_rt', 'for_poss', 'for_wght']) {
      expect(prices.map((row) => row[name])).toEqual(weights);
    }
    for (const row of [
      asked.rows('ka10005', { stk_cd }),
      asked.rows('ka10015', { stk_cd, strt_dt: TODAY }),
    ]) {
      expect(row.map((each) => each['for_wght'])).toEqual(weights);
    }
    expect(asked.ask('ka10009', { stk_cd }).fields['frgnr_qota_rt']).toBe(weights[0]);
    expect(asked.ask('ka10001', { stk_cd }).fields['for_exh_rt']).toBe(weights[0]);
  });

  it('is not known of funds', () => {
    expect(asked.rows('ka10008', { stk_cd: KODEX })).toEqual([]);
    expect(asked.ask('ka10001', { stk_cd: KODEX }).fields['for_exh_rt']).toBe('');
    expect(asked.ask('ka10009', { stk_cd: KODEX }).fields['frgnr_qota_rt']).toBe('');
  });
});
