// Every answer and every frame has the members of the guide's tables: the client's catalogue, which another hand wrote from
// the same tables, is held against what the server sends.

import { describe, expect, it } from 'vitest';
import { REAL_TIME_TYPES } from '#adapters/kiwoom/catalogue/real-time.ts';
import { TRS, type TrId } from '#adapters/kiwoom/catalogue.ts';
import { kstMoment } from '#domain/time.ts';
import { BEYOND_GUIDE } from './beyond-guide.ts';
import { Harness, KEY } from './harness.ts';
import { minutes, SAMSUNG, TODAY } from './scripted-exchange.ts';

const ORDER = {
  dmst_stex_tp: 'KRX',
  stk_cd: '005930',
  ord_qty: '2',
  ord_uv: '60700',
  trde_tp: '0',
  cond_uv: '',
};

/** A request of each TR, as the guide's examples ask. */
const REQUESTS: Record<TrId, Record<string, string>> = {
  au10001: { grant_type: 'client_credentials', appkey: KEY.appKey, secretkey: KEY.secretKey },
  au10002: { appkey: KEY.appKey, secretkey: KEY.secretKey, token: '' },
  ka10001: { stk_cd: '005930' },
  ka10074: { strt_dt: '20261101', end_dt: '20261120' },
  ka10075: { all_stk_tp: '1', trde_tp: '0', stk_cd: '005930', stex_tp: '0' },
  ka10076: { stk_cd: '005930', qry_tp: '1', sell_tp: '0', ord_no: '', stex_tp: '0' },
  ka10079: { stk_cd: '005930', tic_scope: '1', upd_stkpc_tp: '1' },
  ka10080: { stk_cd: '005930', tic_scope: '1', upd_stkpc_tp: '1' },
  ka10081: { stk_cd: '005930', base_dt: '20261120', upd_stkpc_tp: '1' },
  ka10099: { mrkt_tp: '0' },
  ka10100: { stk_cd: '005930' },
  ka10170: { base_dt: '', ottks_tp: '2', ch_crd_tp: '0' },
  kt00001: { qry_tp: '3' },
  kt00007: {
    ord_dt: '',
    qry_tp: '1',
    stk_bond_tp: '0',
    sell_tp: '0',
    stk_cd: '005930',
    fr_ord_no: '',
    dmst_stex_tp: '%',
  },
  kt00011: { stk_cd: '005930', uv: '' },
  kt00018: { qry_tp: '1', dmst_stex_tp: 'KRX' },
  kt10000: ORDER,
  kt10001: ORDER,
  kt10002: {
    dmst_stex_tp: 'KRX',
    orig_ord_no: '0000018',
    stk_cd: '005930',
    mdfy_qty: '1',
    mdfy_uv: '60800',
    mdfy_cond_uv: '',
  },
  kt10003: { dmst_stex_tp: 'KRX', orig_ord_no: '0000018', stk_cd: '005930', cncl_qty: '0' },
};

/** A world in which every list has a row: an order part filled, a holding, a day with a sale. */
function busyWorld(): Harness {
  const harness = new Harness();
  const { exchange } = harness;
  harness.buy(3);
  exchange.fill('18', 60_700, 1);
  exchange.minuteBarsNow = minutes(TODAY, 3);
  exchange.ticksNow = [{ at: kstMoment(TODAY, '095959'), price: 60_700, quantity: 3 }];
  exchange.realisedDays = [
    { date: TODAY, buyAmount: 0, sellAmount: 474_600, profit: 179_419, commission: 940, tax: 852 },
  ];
  exchange.trades = [
    {
      symbol: '005930',
      buyQuantity: 3,
      buyAmount: 48_240,
      sellQuantity: 3,
      sellAmount: 48_240,
      commissionAndTax: 174,
      profit: -174,
    },
  ];
  exchange.holdingsNow = [
    {
      symbol: '005930',
      name: SAMSUNG.name,
      quantity: 3,
      sellable: 3,
      cost: 373_500,
      value: 177_000,
      profit: -196_888,
      price: 59_000,
      previousClose: 45_400,
      buyCommission: 50,
      sellCommission: 20,
      tax: 318,
      boughtToday: 0,
      soldToday: 0,
    },
  ];
  return harness;
}

const STATUS = ['return_code', 'return_msg'];
/** kt00001's list of foreign currencies is empty: the account has won only. */
const EMPTY_LISTS: readonly TrId[] = ['kt00001'];

describe('the answer of', () => {
  it.each(Object.values(TRS).map((tr) => [tr.id as TrId, tr] as const))('%s', (id, tr) => {
    const harness = busyWorld();
    const fields = id === 'au10002' ? { ...REQUESTS[id], token: harness.token } : REQUESTS[id];
    const { json, response } = harness.call(id, tr.path, fields);
    expect(json['return_code'], String(json['return_msg'])).toBe(0);
    expect(response.headers['api-id']).toBe(id);
    const list = tr.list;
    const expected = [
      ...tr.response.map((one) => one.element),
      ...(list === null ? [] : [list.element]),
      ...STATUS,
    ];
    expect(Object.keys(json).sort()).toEqual(expected.sort());
    if (list === null || EMPTY_LISTS.includes(id)) return;
    const rows = json[list.element] as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(0);
    const known = new Set([...list.fields.map((one) => one.element), ...(BEYOND_GUIDE[id] ?? [])]);
    expect(new Set(Object.keys(rows[0]!))).toEqual(known);
    for (const [name, value] of Object.entries(rows[0]!)) expect(value, name).toBeTypeOf('string');
  });
});

describe('the frame of type', () => {
  const ITEMS: Record<string, string> = { '0B': '005930', '0C': '005930', '0D': '005930', '0J': '001' };

  it.each(REAL_TIME_TYPES.filter((type) => type.id !== '1h').map((type) => [type.id, type] as const))(
    '%s',
    (id, type) => {
      const harness = new Harness();
      const socket = harness.login();
      socket.register([id], [ITEMS[id] ?? '']);
      const { now } = harness.exchange;
      harness.exchange.emit({
        type: 'trade',
        venue: 'KRX',
        hours: 'regular',
        at: now,
        symbol: '005930',
        price: 60_700,
        quantity: 3,
        aggressor: 'buy',
      });
      harness.exchange.emit({ type: 'book', venue: 'KRX', at: now, symbol: '005930' });
      harness.exchange.emit({ type: 'index', at: now, code: '001', hundredths: 412_345 });
      harness.buy();
      harness.exchange.fill('18', 60_700, 1);
      const values = socket.real(id)[0];
      expect(values).toBeDefined();
      expect(new Set(Object.keys(values!))).toEqual(new Set(type.fields.map((one) => one.element)));
      for (const [fid, value] of Object.entries(values!)) expect(value, fid).toBeTypeOf('string');
    },
  );
});
