// What a client is told of corporate actions besides charts: its holdings and its history, the state of a name whose shares are being
// exchanged, and base prices in frames.

import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { action } from '#test/exchange/corporate/actions.ts';
import { KEY, PATHS } from './harness.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from './market-world.ts';

type Row = Record<string, string>;

const SPLIT = '005930';
const HALTED = '000660';
const PAYING = '035720';

let world: MarketWorld;
let close = 0;
beforeAll(() => {
  const given = {
    [SPLIT]: action('reverse-split', SECOND_DAY, '3:1'),
    [HALTED]: { ...action('split', '2026-11-25', '1:5'), haltedFrom: SECOND_DAY },
    [PAYING]: action('cash-dividend', SECOND_DAY, 300),
  };
  const listings = DEFAULT_LISTINGS.map((listing) => {
    const one = given[listing.instrument.symbol as keyof typeof given];
    return one === undefined ? listing : { ...listing, actions: [one] };
  });
  world = new MarketWorld(11, 3, listings);
  world.advanceTo(FIRST_DAY, '100000');
  for (const [symbol, quantity] of [
    [SPLIT, 10],
    [PAYING, 20],
  ] as const) {
    const order = { symbol, side: 'buy', quantity, pricing: { type: 'market' }, timeInForce: 'day' } as const;
    expect(world.exchange.orders.submit(KEY.account, order).ok).toBe(true);
  }
  world.advanceTo(FIRST_DAY, '200000');
  close = world.exchange.market.dailyBars(SPLIT).at(-1)!.close;
  world.advanceTo(SECOND_DAY, '085000');
});

const rowsOf = (id: string, fields: Row, list: string): Row[] =>
  world.pages(id, PATHS.acnt, fields, list).flat() as Row[];

describe('an account', () => {
  it('has the new shares in kt00018, at the average price that is theirs', () => {
    const fields = { qry_tp: '2', dmst_stex_tp: 'KRX' };
    const row = rowsOf('kt00018', fields, 'acnt_evlt_remn_indv_tot').find(
      ({ stk_cd }) => stk_cd === `A${SPLIT}`,
    )!;
    const base = Math.ceil((3 * close) / 500) * 500;
    expect(world.exchange.market.day(SPLIT)!.reference.base).toBe(base);
    expect(
      [row['rmnd_qty'], row['trde_able_qty'], row['cur_prc'], row['pred_close_pric']].map(Number),
    ).toEqual([3, 3, base, base]);
    expect(Number(row['pur_pric']) / base).toBeCloseTo(1, 1);
    // shares bought yesterday, in shares of today
    expect(Number(row['pred_buyq'])).toBe(3);
  });

  it('has a row for each step in kt00015, with cash and taxes', () => {
    const today = SECOND_DAY.replaceAll('-', '');
    const fields = { strt_dt: today, end_dt: today, tp: '0', gds_tp: '0', dmst_stex_tp: '%' };
    const rows = rowsOf('kt00015', fields, 'trst_ovrl_trde_prps_array');
    const base = world.exchange.market.day(SPLIT)!.reference.base;
    const told = rows.map(({ rmrk_nm, io_tp_nm, trde_qty_jwa_cnt, exct_amt, incm_resi_tax, vlbl_nowrm }) => [
      ...[rmrk_nm, io_tp_nm],
      ...[trde_qty_jwa_cnt, exct_amt, incm_resi_tax, vlbl_nowrm].map(Number),
    ]);
    expect(told).toEqual([
      ['변경출고', '출고', 10, 0, 0, 10],
      ['변경입고', '입고', 3, 0, 0, 3],
      ['단주대금', '입금', 0, Math.floor(base / 3), 0, 3],
      ['배당금', '입금', 20, 6_000 - 920, 920, 20],
    ]);
    const last = rows.at(-1)!;
    expect(Number(last['entra_remn'])).toBe(world.exchange.accounts.cash(KEY.account).today);
    expect(Number(last['trde_amt'])).toBe(6_000);
    // shares are asked for with 2, cash with 1 and 6
    for (const [tp, count] of [
      ['2', 2],
      ['1', 2],
      ['6', 2],
      ['7', 0],
      ['3', 0],
    ] as const)
      expect(rowsOf('kt00015', { ...fields, tp }, 'trst_ovrl_trde_prps_array')).toHaveLength(count);
  });
});

describe('a name whose shares are being exchanged', () => {
  it('says so in its listing, and is on NXT no more', () => {
    const { state, nxtEnable, listCount, lastPrice } = world.call('ka10100', PATHS.stkinfo, {
      stk_cd: HALTED,
    }).json as Row;
    expect([state, nxtEnable]).toEqual(['증거금30%|거래정지|담보대출|신용가능', 'N']);
    expect(Number(listCount)).toBe(728_002_365);
    expect(Number(lastPrice)).toBe(world.exchange.market.dailyBars(HALTED).at(-1)!.close);
  });

  it('refuses orders', () => {
    const fields = {
      dmst_stex_tp: 'KRX',
      stk_cd: HALTED,
      ord_qty: '1',
      ord_uv: '',
      trde_tp: '3',
      cond_uv: '',
    };
    const { json } = world.call('kt10000', PATHS.ordr, fields);
    expect(json['return_msg']).toContain('RC4007');
  });

  it('is five times as many afterwards', () => {
    world.advanceTo('2026-11-25', '085000');
    const { state, nxtEnable, listCount } = world.call('ka10100', PATHS.stkinfo, { stk_cd: HALTED })
      .json as Row;
    expect([state, nxtEnable]).toEqual(['증거금30%|담보대출|신용가능', 'Y']);
    expect(Number(listCount)).toBe(5 * 728_002_365);
  });
});
