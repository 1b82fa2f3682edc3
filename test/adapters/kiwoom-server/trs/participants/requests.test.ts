// What TRs about member firms, programs and investors want to be asked: members that must be there, codes that are allowed, days that exist.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuideApi } from '#adapters/kiwoom/guide/load.ts';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { FIRST_DAY } from '../../market-world.ts';
import { AskedWorld, type Row } from './asked.ts';

const STOCK = { stk_cd: '005930' };
const DATES = { strt_dt: '20261123', end_dt: '20261123' };

/** A request of each that is answered. */
const REQUESTS = {
  ka10010: STOCK,
  ka10037: { mrkt_tp: '000', dt: '0', trde_tp: '1', sort_tp: '2', stex_tp: '1' },
  ka10038: { ...STOCK, ...DATES, qry_tp: '2', dt: '1' },
  ka10039: { mmcm_cd: '001', trde_qty_tp: '0', trde_tp: '1', dt: '1', stex_tp: '3' },
  ka10040: STOCK,
  ka10042: { ...STOCK, ...DATES, qry_dt_tp: '0', pot_tp: '0', dt: '5', sort_base: '1' },
  ka10043: {
    ...{ ...STOCK, ...DATES, qry_dt_tp: '0', pot_tp: '0', dt: '5', sort_base: '1' },
    ...{ mmcm_cd: '36', stex_tp: '3' },
  },
  ka10052: { mmcm_cd: '888', stk_cd: '', mrkt_tp: '0', qty_tp: '0', pric_tp: '0', stex_tp: '3' },
  ka10053: STOCK,
  ka10078: { mmcm_cd: '001', ...STOCK, ...DATES },
  ka90003: { trde_upper_tp: '1', amt_qty_tp: '1', mrkt_tp: 'P00101', stex_tp: '1' },
  ka90004: { dt: '20261123', mrkt_tp: 'P00101', stex_tp: '1' },
  ka90005: { date: '20261123', amt_qty_tp: '1', mrkt_tp: 'P00101', min_tic_tp: '1', stex_tp: '1' },
  ka90007: { date: '20261123', amt_qty_tp: '1', mrkt_tp: '0', stex_tp: '1' },
  ka90008: { amt_qty_tp: '1', ...STOCK, date: '20261123' },
  ka90010: { date: '20261123', amt_qty_tp: '1', mrkt_tp: 'P00101', min_tic_tp: '0', stex_tp: '1' },
  ka90013: { amt_qty_tp: '', ...STOCK, date: '' },
  ka10008: STOCK,
  ka10009: STOCK,
  ka10034: { mrkt_tp: '001', trde_tp: '2', dt: '0', stex_tp: '1' },
  ka10035: { mrkt_tp: '000', trde_tp: '2', base_dt_tp: '1', stex_tp: '1' },
  ka10036: { mrkt_tp: '000', dt: '1', stex_tp: '1' },
  ka10044: { ...DATES, trde_tp: '1', mrkt_tp: '001', stex_tp: '3' },
  ka10045: { ...STOCK, ...DATES, orgn_prsm_unp_tp: '1', for_prsm_unp_tp: '1' },
  ka10051: { mrkt_tp: '0', amt_qty_tp: '0', base_dt: '', stex_tp: '3' },
  ka10058: { ...DATES, trde_tp: '2', mrkt_tp: '101', invsr_tp: '8000', stex_tp: '3' },
  ka10059: { dt: '20261123', ...STOCK, amt_qty_tp: '1', trde_tp: '0', unit_tp: '1000' },
  ka10060: { dt: '20261123', ...STOCK, amt_qty_tp: '1', trde_tp: '0', unit_tp: '1000' },
  ka10061: { ...STOCK, ...DATES, amt_qty_tp: '1', trde_tp: '0', unit_tp: '1000' },
  ka10062: { ...DATES, mrkt_tp: '000', trde_tp: '1', sort_cnd: '1', unit_tp: '1', stex_tp: '3' },
  ka10063: { mrkt_tp: '000', amt_qty_tp: '1', invsr: '6', frgn_all: '0', smtm_netprps_tp: '0', stex_tp: '3' },
  ka10064: { mrkt_tp: '000', amt_qty_tp: '1', trde_tp: '0', ...STOCK },
  ka10065: { trde_tp: '1', mrkt_tp: '000', orgn_tp: '9000' },
  ka10066: { mrkt_tp: '000', amt_qty_tp: '1', trde_tp: '0', stex_tp: '3' },
  ka10131: {
    ...{ dt: '1', strt_dt: '', end_dt: '', mrkt_tp: '001', netslmt_tp: '2' },
    ...{ stk_inds_tp: '0', amt_qty_tp: '0', stex_tp: '1' },
  },
  ka90009: { mrkt_tp: '000', amt_qty_tp: '1', qry_dt_tp: '1', date: '20261123', stex_tp: '1' },
} as const satisfies Readonly<Record<string, Row>>;
type Id = keyof typeof REQUESTS;
const IDS = Object.keys(REQUESTS) as Id[];

/** The guide says these must be there; the real server was recorded answering without them (ka10038). */
const RECORDED_WITHOUT: Readonly<Record<string, readonly string[]>> = {
  ka10038: ['strt_dt', 'end_dt', 'dt'],
};
/** Lengths that the guide's own values do not fit: codes with a suffix, a period of 119, a unit of 1000. */
const LONGER: Readonly<Record<string, readonly string[]>> = {
  ...{ ka10038: ['stk_cd', 'dt'], ka10040: ['stk_cd'], ka10042: ['stk_cd'], ka10053: ['stk_cd'] },
  ka90008: ['stk_cd'],
  ka10062: ['unit_tp'],
};

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(FIRST_DAY, '090500', 3);
});

describe('the members of', () => {
  it.each(IDS)('%s are those of the guide', async (id) => {
    const { request } = await loadGuideApi(id);
    const members = TRS.get(id)!.members;
    const isLonger = (name: string) => LONGER[id]?.includes(name) === true;
    const wanted = request.map(({ element, required, length }) => [
      element,
      required && RECORDED_WITHOUT[id]?.includes(element) !== true,
      isLonger(element) ? 'longer' : length,
    ]);
    const have = members.map(({ name, required, length }) => [
      name,
      required,
      isLonger(name) ? 'longer' : length,
    ]);
    expect(have.toSorted()).toEqual(wanted.toSorted());
  });
});

describe('a request', () => {
  it.each(IDS)('of %s without a member is refused by its name', (id) => {
    for (const { name, required } of TRS.get(id)!.members) {
      if (!required) continue;
      const fields: Row = { ...REQUESTS[id] };
      delete fields[name];
      expect(asked.refusal(id, fields)).toMatch(new RegExp(`^2 .*1511.*=${name}`));
    }
    expect(asked.refusal(id, REQUESTS[id])).toMatch(/^0 /);
  });

  it.each<[Id, Row]>([
    ['ka10037', { dt: '7' }],
    ['ka10037', { trde_tp: '5' }],
    ['ka10037', { sort_tp: '3' }],
    ['ka10038', { qry_tp: '4' }],
    ['ka10038', { strt_dt: '20261131' }],
    ['ka10038', { dt: '2' }],
    ['ka10039', { trde_qty_tp: '3' }],
    ['ka10039', { trde_tp: '0' }],
    ['ka10039', { dt: '2' }],
    ['ka10039', { mmcm_cd: '0001' }],
    ['ka10042', { qry_dt_tp: '2' }],
    ['ka10042', { pot_tp: '2' }],
    ['ka10042', { dt: '6' }],
    ['ka10042', { end_dt: '2026-1-1' }],
    ['ka10043', { sort_base: '3' }],
    ['ka10043', { dt: '1' }],
    ['ka10052', { mrkt_tp: '4' }],
    ['ka10052', { qty_tp: '4' }],
    ['ka10078', { strt_dt: '20261301' }],
    ['ka90003', { trde_upper_tp: '3' }],
    ['ka90003', { amt_qty_tp: '0' }],
    ['ka90004', { dt: '26112' }],
    ['ka90005', { amt_qty_tp: '3' }],
    ['ka90005', { min_tic_tp: '2' }],
    ['ka90005', { date: '20260230' }],
    ['ka90007', { mrkt_tp: '2' }],
    ['ka90008', { amt_qty_tp: '3' }],
    ['ka90008', { date: 'today' }],
    ['ka90010', { date: '20260431' }],
    ['ka90013', { amt_qty_tp: '3' }],
    ['ka10034', { trde_tp: '4' }],
    ['ka10034', { dt: '2' }],
    ['ka10035', { base_dt_tp: '2' }],
    ['ka10036', { dt: '3' }],
    ['ka10044', { trde_tp: '0' }],
    ['ka10045', { for_prsm_unp_tp: '3' }],
    ['ka10045', { end_dt: '20261131' }],
    ['ka10051', { mrkt_tp: '2' }],
    ['ka10051', { amt_qty_tp: '2' }],
    ['ka10051', { base_dt: '1' }],
    ['ka10058', { invsr_tp: '9100' }],
    ['ka10058', { strt_dt: '2026112' }],
    ['ka10059', { amt_qty_tp: '0' }],
    ['ka10059', { trde_tp: '3' }],
    ['ka10059', { unit_tp: '10' }],
    ['ka10060', { dt: '20260229' }],
    ['ka10061', { trde_tp: '1' }],
    ['ka10062', { sort_cnd: '3' }],
    ['ka10062', { end_dt: '20260229' }],
    ['ka10063', { invsr: '8' }],
    ['ka10063', { smtm_netprps_tp: '2' }],
    ['ka10064', { trde_tp: '3' }],
    ['ka10065', { orgn_tp: '8000' }],
    ['ka10066', { amt_qty_tp: '0' }],
    ['ka10131', { dt: '7' }],
    ['ka10131', { netslmt_tp: '1' }],
    ['ka10131', { stk_inds_tp: '2' }],
    ['ka90009', { qry_dt_tp: '2' }],
  ])('of %s with %j is refused', (id, fields) => {
    expect(asked.refusal(id, { ...REQUESTS[id], ...fields })).toMatch(/^2 /);
  });

  it.each(IDS.filter((id) => 'stk_cd' in REQUESTS[id]))('of %s about no code at all is refused', (id) => {
    expect(asked.refusal(id, { ...REQUESTS[id], stk_cd: 'KRX:0059' })).not.toMatch(/^0 /);
  });
});
