// Every request value of the order lists, on an account with orders on KRX, on NXT and routed: what is asked for is found by the
// rows' own elements in the list of all orders, and the lists say of an order what each other say.

import { beforeAll, describe, expect, it } from 'vitest';
import { FIRST_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row } from '../participants/asked.ts';

const SAMSUNG = '005930';
const ECOPRO = '247540';
const ETF = '069500';

let asked: AskedWorld;
/** The routed orders, by number. */
const routed = new Set<string>();

const ALL_ORDERS = {
  ...{ ord_dt: '', qry_tp: '1', stk_bond_tp: '0', sell_tp: '0', stk_cd: '', fr_ord_no: '' },
  dmst_stex_tp: '%',
};
const ALL_STATES = { ...ALL_ORDERS, mrkt_tp: '0', qry_tp: '0' };
const OPEN = { all_stk_tp: '0', trde_tp: '0', stk_cd: '', stex_tp: '0' };
const FILLED = { stk_cd: '', qry_tp: '0', sell_tp: '0', ord_no: '', stex_tp: '0' };

function order(id: string, fields: Row): string {
  const body = { dmst_stex_tp: 'KRX', stk_cd: SAMSUNG, ord_qty: '2', ord_uv: '', trde_tp: '3', ...fields };
  const number = asked.page(id, body).fields['ord_no']!;
  if (body.dmst_stex_tp === 'SOR') routed.add(number);
  return number;
}

/** The lower limit of an instrument: a bid there waits all day. */
function lowest(stk_cd: string): string {
  return String(figure(asked.page('ka10001', { stk_cd }).fields['lst_pric']?.replace('-', '')));
}

const numbers = (rows: readonly Row[]) => rows.map((row) => row['ord_no']);
const codeOf = (row: Row) => row['stk_cd']!.replace(/^A/, '');
const isSale = (row: Row) => row['io_tp_nm']!.includes('매도');
const isOpen = (row: Row) => Number(row['ord_remnq']) > 0;
const isFilled = (row: Row) => Number(row['cntr_qty']) > 0;

beforeAll(() => {
  asked = new AskedWorld(FIRST_DAY, '100000');
  for (const dmst_stex_tp of ['KRX', 'SOR']) order('kt10000', { dmst_stex_tp });
  order('kt10000', { dmst_stex_tp: 'NXT', trde_tp: '6' });
  for (const dmst_stex_tp of ['KRX', 'SOR', 'NXT'])
    order('kt10001', { dmst_stex_tp, trde_tp: '6', ord_qty: '1' });
  const low = lowest(SAMSUNG);
  for (const dmst_stex_tp of ['KRX', 'SOR']) order('kt10000', { dmst_stex_tp, trde_tp: '0', ord_uv: low });
  const changed = order('kt10000', { dmst_stex_tp: 'NXT', trde_tp: '0', ord_uv: low });
  asked.page('kt10002', {
    ...{ dmst_stex_tp: 'NXT', orig_ord_no: changed, stk_cd: SAMSUNG, mdfy_qty: '0' },
    mdfy_uv: String(Number(low) + 100),
  });
  const cancelled = order('kt10000', { stk_cd: ETF, trde_tp: '0', ord_uv: lowest(ETF) });
  asked.page('kt10003', { dmst_stex_tp: 'KRX', orig_ord_no: cancelled, stk_cd: ETF, cncl_qty: '0' });
  order('kt10000', { stk_cd: ECOPRO, trde_tp: '0', ord_uv: lowest(ECOPRO) });
  order('kt10000', { stk_cd: ETF });
  asked.world.advanceTo(FIRST_DAY, '101000');
});

describe('an account with orders everywhere', () => {
  it('has open, filled, modified and cancelled ones of both sides on every venue', () => {
    const rows = asked.rows('kt00007', ALL_ORDERS);
    expect(new Set(rows.map((row) => row['dmst_stex_tp']))).toEqual(new Set(['KRX', 'NXT', 'SOR']));
    expect(new Set(rows.map((row) => row['mdfy_cncl']))).toEqual(new Set(['', '정정', '취소']));
    expect(rows.filter(isSale).length).toBe(3);
    expect(rows.filter(isOpen).length).toBe(4);
    expect(rows.filter(isFilled).length).toBe(7);
  });

  const kinds: readonly [string, (row: Row) => boolean][] = [
    ['1', () => true],
    ['2', () => true],
    ['3', isOpen],
    ['4', isFilled],
  ];
  const sides: readonly [string, (row: Row) => boolean][] = [
    ['0', () => true],
    ['1', isSale],
    ['2', (row) => !isSale(row)],
  ];
  const cases = kinds.flatMap(([qry_tp, isKind]) =>
    sides.map(([sell_tp, isSide]) => ({ qry_tp, sell_tp, fits: (row: Row) => isKind(row) && isSide(row) })),
  );

  it.each(cases)('kt00007 with qry_tp $qry_tp and sell_tp $sell_tp', ({ qry_tp, sell_tp, fits }) => {
    const expected = asked.rows('kt00007', ALL_ORDERS).filter(fits);
    if (qry_tp === '2') expected.reverse();
    expect(asked.rows('kt00007', { ...ALL_ORDERS, qry_tp, sell_tp })).toEqual(expected);
  });

  it.each([
    ['kt00007', ALL_ORDERS],
    ['kt00009', ALL_STATES],
  ])('%s by venue: a routed order is found as routed, and where it stands', (id, all) => {
    const of = (dmst_stex_tp: string) => numbers(asked.rows(id, { ...all, dmst_stex_tp }));
    const rows = asked.rows(id, all);
    expect(of('SOR')).toEqual(numbers(rows.filter((row) => row['dmst_stex_tp'] === 'SOR')));
    expect(new Set(of('SOR'))).toEqual(routed);
    for (const venue of ['KRX', 'NXT']) {
      const own = numbers(rows.filter((row) => row['dmst_stex_tp'] === venue));
      expect(of(venue).filter((number) => !routed.has(number!))).toEqual(own);
    }
    expect([...of('KRX'), ...of('NXT')].sort()).toEqual(numbers(rows).sort());
  });

  it.each([
    ['kt00007', ALL_ORDERS],
    ['kt00009', ALL_STATES],
  ])('%s by instrument, by number, by kind of security and on a day without orders', (id, all) => {
    const rows = asked.rows(id, all);
    const from = rows[4]!['ord_no']!;
    expect(asked.rows(id, { ...all, stk_cd: ETF })).toEqual(rows.filter((row) => codeOf(row) === ETF));
    expect(asked.rows(id, { ...all, fr_ord_no: from })).toEqual(rows.slice(4));
    expect(asked.rows(id, { ...all, stk_bond_tp: '1' })).toEqual(rows);
    expect(asked.rows(id, { ...all, stk_bond_tp: '2' })).toEqual([]);
    expect(asked.rows(id, { ...all, ord_dt: '20261120' })).toEqual([]);
  });

  it.each([
    ['1', (row: Row) => codeOf(row) !== ECOPRO],
    ['2', (row: Row) => codeOf(row) === ECOPRO],
    ['3', () => false],
    ['4', () => false],
  ] as const)('kt00009 with mrkt_tp %s', (mrkt_tp, fits) => {
    const rows = asked.rows('kt00009', ALL_STATES);
    expect(asked.rows('kt00009', { ...ALL_STATES, mrkt_tp })).toEqual(rows.filter(fits));
    const filled = asked.rows('kt00009', { ...ALL_STATES, mrkt_tp, qry_tp: '1' });
    expect(filled).toEqual(rows.filter((row) => fits(row) && isFilled(row)));
  });

  it.each(['0', '1', '2'])(
    'ka10075 and ka10076 of side %s list what kt00007 says is open and filled',
    (side) => {
      const day = (qry_tp: string) =>
        numbers(asked.rows('kt00007', { ...ALL_ORDERS, qry_tp, sell_tp: side })).reverse();
      expect(numbers(asked.rows('ka10075', { ...OPEN, trde_tp: side }))).toEqual(day('3'));
      expect(numbers(asked.rows('ka10076', { ...FILLED, sell_tp: side }))).toEqual(day('4'));
    },
  );

  it.each([
    ['ka10075', OPEN],
    ['ka10076', FILLED],
  ])('%s: both markets together are the two', (id, all) => {
    const of = (stex_tp: string) => numbers(asked.rows(id, { ...all, stex_tp }));
    expect(of('2').length).toBeGreaterThan(0);
    expect([...of('1'), ...of('2')].sort()).toEqual(of('0').sort());
  });

  it.each([
    ['ka10075', OPEN],
    ['ka10076', FILLED],
  ])('%s says SOR of a routed order, as the guide’s example does, and the market of any other', (id, all) => {
    const words = { KRX: ['1', 'KRX', 'N'], NXT: ['2', 'NXT', 'N'], SOR: ['0', 'SOR', 'Y'] };
    const venues = new Map(
      asked.rows('kt00007', ALL_ORDERS).map((row) => [row['ord_no'], row['dmst_stex_tp']]),
    );
    const rows = asked.rows(id, all);
    expect(rows.some((row) => routed.has(row['ord_no']!))).toBe(true);
    for (const row of rows) {
      const venue = venues.get(row['ord_no']) as keyof typeof words;
      expect([row['stex_tp'], row['stex_tp_txt'], row['sor_yn']], venue).toEqual(words[venue]);
    }
  });

  it('ka10088 tells the part of a routed order, and a modification with the sign of its side', () => {
    const parts = asked
      .rows('ka10075', OPEN)
      .flatMap((row) => asked.rows('ka10088', { ord_no: row['ord_no']! }));
    expect(parts.map((row) => [row['stk_cd'], row['io_tp_nm'], row['stex_tp_txt']])).toEqual([
      [ECOPRO, '+매수', 'KRX'],
      [SAMSUNG, '+매수정정', 'NXT'],
      [SAMSUNG, '+매수', expect.stringMatching(/^S-(KRX|NXT)$/)],
      [SAMSUNG, '+매수', 'KRX'],
    ]);
  });
});
