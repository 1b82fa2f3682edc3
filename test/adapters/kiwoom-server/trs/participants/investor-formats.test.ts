// Figures of investors as the guide's examples and recorded rows write them, and long lists page by page.

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import { FIRST_DAY } from '../../market-world.ts';
import { AskedWorld, type Row } from './asked.ts';

const TODAY = compactDate(FIRST_DAY);
const STOCK = { stk_cd: '005930' };
const DATES = { strt_dt: '20260101', end_dt: TODAY };
const UNITS = { amt_qty_tp: '1', trde_tp: '0', unit_tp: '1000' };

/** A minus alone, one written twice, one beside a plus, and signs that stay at zero. */
const PLAIN = /^-?\d+$/;
const DOUBLED = /^(0|\+\d+|--\d+)$/;
const SIDED = /^[+-]\d+$/;
const DOUBLED_SIDED = /^(\+\d+|--\d+)$/;
/** Of the four rankings of ka90009 some are longer than others. */
const PLAIN_OR_BLANK = /^(|-?\d+)$/;
const RATE = /^(0\.00|[+-]\d+\.\d\d)$/;

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(FIRST_DAY, '094000', 130);
});

describe('the figures of', () => {
  it.each<[string, Row, Readonly<Record<string, RegExp>>]>([
    ['ka10008', STOCK, { chg_qty: PLAIN, wght: RATE, limit_exh_rt: RATE, poss_stkcnt: /^\d+$/ }],
    [
      'ka10034',
      { mrkt_tp: '000', trde_tp: '1', dt: '20', stex_tp: '1' },
      { netprps_qty: /^--\d+$/, rank: /^\d+$/ },
    ],
    [
      'ka10036',
      { mrkt_tp: '000', dt: '60', stex_tp: '1' },
      { base_limit_exh_rt: RATE, exh_rt_incrs: /^(0\.00|\+\d+\.\d\d)$/ },
    ],
    [
      'ka10044',
      { ...DATES, trde_tp: '1', mrkt_tp: '000', stex_tp: '3' },
      { netprps_qty: /^-\d+$/, netprps_amt: /^-\d+$/, avg_pric_pre: /^(|0|\+\d+|--\d+)$/ },
    ],
    [
      'ka10045',
      { ...STOCK, ...DATES, orgn_prsm_unp_tp: '1', for_prsm_unp_tp: '2' },
      { orgn_dt_acc: PLAIN, for_daly_nettrde_qty: PLAIN, flu_rt: RATE, trde_qty: /^\d+$/ },
    ],
    [
      'ka10051',
      { mrkt_tp: '0', amt_qty_tp: '0', stex_tp: '3' },
      {
        inds_cd: /^\d{3}_AL$/,
        flu_rt: PLAIN,
        pred_pre: /^(0|[+-]\d+)$/,
        ind_netprps: SIDED,
        natn_netprps: SIDED,
      },
    ],
    [
      'ka10058',
      { ...DATES, trde_tp: '2', mrkt_tp: '000', invsr_tp: '9000', stex_tp: '1' },
      { netslmt_qty: SIDED, netslmt_amt: /^\+\d+$/, pre_rt: /^(|0\.00|[+-]\d+\.\d\d)$/ },
    ],
    [
      'ka10059',
      { dt: TODAY, ...STOCK, ...UNITS },
      { flu_rt: /^(0|[+-]\d+)$/, ind_invsr: PLAIN, natfor: PLAIN },
    ],
    ['ka10060', { dt: TODAY, ...STOCK, ...UNITS }, { pred_pre: /^(0|[+-]\d+)$/, orgn: PLAIN }],
    ['ka10061', { ...STOCK, ...DATES, ...UNITS }, { ind_invsr: DOUBLED, natn: DOUBLED }],
    [
      'ka10062',
      { ...DATES, mrkt_tp: '000', trde_tp: '1', sort_cnd: '1', unit_tp: '1', stex_tp: '1' },
      {
        orgn_nettrde_qty: DOUBLED,
        for_nettrde_amt: DOUBLED,
        nettrde_qty: DOUBLED,
        for_nettrde_avg_pric: /^\d+$/,
      },
    ],
    [
      'ka10063',
      { mrkt_tp: '000', amt_qty_tp: '1', invsr: '6', frgn_all: '0', smtm_netprps_tp: '0', stex_tp: '1' },
      { netprps_qty: DOUBLED, buy_qty: /^(0|\+\d+000)$/, sell_qty: /^(0|--\d+000)$/, sell_qty_irds: DOUBLED },
    ],
    ['ka10064', { mrkt_tp: '000', amt_qty_tp: '1', trde_tp: '0', ...STOCK }, { tm: /^\d{6}$/, orgn: PLAIN }],
    [
      'ka10065',
      { trde_tp: '2', mrkt_tp: '000', orgn_tp: '9999' },
      { sel_qty: /^-\d+$/, buy_qty: /^\+\d+$/, netslmt: /^-\d+$/ },
    ],
    ['ka10086', { ...STOCK, qry_dt: TODAY, indc_tp: '0' }, { ind: DOUBLED, prm: DOUBLED, for_rt: RATE }],
    [
      'ka10131',
      {
        ...{ dt: '20', mrkt_tp: '001', netslmt_tp: '2', stk_inds_tp: '0' },
        ...{ amt_qty_tp: '0', stex_tp: '1' },
      },
      { orgn_cont_netprps_dys: SIDED, frgnr_cont_netprps_qty: DOUBLED_SIDED, nettrde_amt: DOUBLED_SIDED },
    ],
    [
      'ka90009',
      { mrkt_tp: '000', amt_qty_tp: '1', qry_dt_tp: '0', stex_tp: '1' },
      { for_netslmt_amt: /^(|0|-\d+)$/, for_netprps_amt: /^\d*$/, orgn_netprps_qty: PLAIN_OR_BLANK },
    ],
  ])('%s', (id, fields, formats) => {
    const rows = asked.rows(id, fields);
    expect(rows.length).toBeGreaterThan(0);
    for (const [element, format] of Object.entries(formats)) {
      for (const row of rows) expect(row[element], element).toMatch(format);
    }
  });
});

describe('a long list', () => {
  it.each<[string, Row]>([
    ['ka10008', STOCK],
    ['ka10045', { ...STOCK, ...DATES, orgn_prsm_unp_tp: '1', for_prsm_unp_tp: '2' }],
    ['ka10059', { dt: TODAY, ...STOCK, ...UNITS }],
    ['ka10060', { dt: TODAY, ...STOCK, ...UNITS }],
  ])('of %s goes on page by page', (id, fields) => {
    const first = asked.page(id, fields);
    expect(first.rows).toHaveLength(100);
    const dates = asked.rows(id, fields).map((row) => row['dt']);
    expect(dates).toEqual([...new Set(dates)].toSorted().reverse());
    expect(dates).toHaveLength(131);
  });
});
