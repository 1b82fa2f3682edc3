// What the order lists (ka10075, ka10076, kt00007) say of the orders of a day, and how they page.

import { describe, expect, it } from 'vitest';
import { Harness, KEY, OTHER_KEY, PATHS } from '../../harness.ts';
import { TODAY } from '../../scripted-exchange.ts';

describe('the order lists', () => {
  const open = { all_stk_tp: '0', trde_tp: '0', stk_cd: '', stex_tp: '0' };
  const filled = { stk_cd: '', qry_tp: '0', sell_tp: '0', ord_no: '', stex_tp: '0' };
  const all = {
    ord_dt: '',
    qry_tp: '1',
    stk_bond_tp: '0',
    sell_tp: '0',
    stk_cd: '',
    fr_ord_no: '',
    dmst_stex_tp: '%',
  };
  const numbers = (json: Record<string, unknown>, list: string) =>
    (json[list] as { ord_no: string }[]).map((row) => Number(row.ord_no));

  it('show a part-filled order as open and as filled, and a cancelled one nowhere but in kt00007', () => {
    const harness = new Harness();
    harness.buy(3);
    harness.buy(5);
    harness.exchange.fill('18', 60_700, 1);
    harness.cancel('19');
    const oso = harness.call('ka10075', PATHS.acnt, open).json;
    expect(numbers(oso, 'oso')).toEqual([18]);
    expect((oso['oso'] as unknown[])[0]).toMatchObject({
      ord_stt: '체결',
      oso_qty: '2',
      cntr_tot_amt: '60700',
      cntr_no: '7000',
    });
    expect(numbers(harness.call('ka10076', PATHS.acnt, filled).json, 'cntr')).toEqual([18]);
    const day = harness.call('kt00007', PATHS.acnt, all).json;
    expect(numbers(day, 'acnt_ord_cntr_prps_dtl')).toEqual([18, 19, 20]);
    expect((day['acnt_ord_cntr_prps_dtl'] as unknown[])[2]).toMatchObject({
      mdfy_cncl: '취소',
      ori_ord: '0000019',
    });
  });

  it.each<[string, Record<string, string>, number[]]>([
    ['in reverse', { qry_tp: '2' }, [20, 19, 18]],
    ['still open', { qry_tp: '3' }, [19, 20]],
    ['with fills', { qry_tp: '4' }, [18]],
    ['sells', { sell_tp: '1' }, []],
    ['of a code with prefix A', { stk_cd: 'A005930' }, [18, 19, 20]],
    ['from a number on', { fr_ord_no: '0000019' }, [19, 20]],
    ['of another day', { ord_dt: '20261119' }, []],
    ['on NXT', { dmst_stex_tp: 'NXT' }, []],
  ])('kt00007 %s', (_name, fields, expected) => {
    const harness = new Harness();
    for (let index = 0; index < 3; index++) harness.buy(1);
    harness.exchange.fill('18', 60_700, 1);
    const { json } = harness.call('kt00007', PATHS.acnt, { ...all, ...fields });
    expect(numbers(json, 'acnt_ord_cntr_prps_dtl')).toEqual(expected);
  });

  it('ka10076 with an order number lists only older ones: asking with your own number hides it', () => {
    const harness = new Harness();
    harness.buy(1);
    harness.buy(1);
    harness.exchange.fill('18', 60_700, 1);
    harness.exchange.fill('19', 60_700, 1);
    const { json } = harness.call('ka10076', PATHS.acnt, { ...filled, ord_no: '0000019' });
    expect(numbers(json, 'cntr')).toEqual([18]);
  });

  it.each([
    ['ka10075', open, 'oso'],
    ['kt00007', { ...all, qry_tp: '3' }, 'acnt_ord_cntr_prps_dtl'],
  ])('%s goes on behind an order that was filled between two pages', (id, fields, list) => {
    const harness = new Harness();
    for (let index = 0; index < 35; index++) harness.buy(1);
    const first = harness.call(id, PATHS.acnt, fields);
    const last = numbers(first.json, list).at(-1)!;
    harness.exchange.fill(String(last), 60_700, 1);
    const headers = { 'cont-yn': 'Y', 'next-key': first.response.headers['next-key']! };
    const second = harness.call(id, PATHS.acnt, fields, headers);
    expect(numbers(second.json, list)).toHaveLength(5);
    const both = [...numbers(first.json, list), ...numbers(second.json, list)];
    expect(new Set(both).size).toBe(35);
    expect(second.response.headers['cont-yn']).toBe('N');
  });

  it('page by thirty, and a newer order in between neither repeats nor hides any', () => {
    const harness = new Harness();
    for (let index = 0; index < 35; index++) harness.buy(1);
    const first = harness.call('ka10075', PATHS.acnt, open);
    expect(first.response.headers['cont-yn']).toBe('Y');
    harness.buy(1);
    const second = harness.call('ka10075', PATHS.acnt, open, {
      'cont-yn': 'Y',
      'next-key': first.response.headers['next-key']!,
    });
    expect(second.response.headers).toMatchObject({ 'cont-yn': 'N', 'next-key': '' });
    const seen = [...numbers(first.json, 'oso'), ...numbers(second.json, 'oso')];
    expect(seen).toEqual(Array.from({ length: 35 }, (_, index) => 52 - index));
  });

  it('keeps each key to its own account', () => {
    const harness = new Harness();
    harness.buy(1);
    const token = harness.issue(OTHER_KEY);
    const { json } = harness.call('ka10075', PATHS.acnt, open, { authorization: `Bearer ${token}` });
    expect(json['oso']).toEqual([]);
    expect(harness.exchange.orders.of(KEY.account, TODAY)).toHaveLength(1);
  });
});
