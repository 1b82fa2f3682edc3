// The running day by member firm: the first five of both sides, who left them, and what firms did moment by moment.

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import { MEMBER_FIRMS } from '#exchange/contract.ts';
import { FIRST_DAY, SECOND_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row, total } from './asked.ts';

const TODAY = compactDate(SECOND_DAY);
const SAMSUNG = '005930';
const HOUSES = MEMBER_FIRMS.filter(({ isForeign }) => isForeign).map(({ code }) => code);

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '101500', 3);
});

const stock = (symbol: string, suffix = '') => ({ stk_cd: `${symbol}${suffix}` });
const firmDay = (symbol: string, code: string, date = TODAY, suffix = ''): Row =>
  asked.rows('ka10078', { mmcm_cd: code, ...stock(symbol, suffix), strt_dt: date, end_dt: date })[0]!;

describe('the board', () => {
  it.each(['', '_NX', '_AL'])('has the places of ka10002, and the days of ka10078 ("%s")', (suffix) => {
    const board = asked.ask('ka10040', stock(SAMSUNG, suffix)).fields;
    const places = asked.ask('ka10002', stock(SAMSUNG, suffix)).fields;
    for (let place = 1; place <= 5; place++) {
      for (const [side, sign, quantity] of [
        ['sel', '-', 'sell_qty'],
        ['buy', '+', 'buy_qty'],
      ] as const) {
        const code = board[`${side}_trde_ori_cd_${place}`]!;
        expect(code).toBe(places[`${side}_trde_ori_${place}`]);
        expect(board[`${side}_trde_ori_${place}`]).toBe(places[`${side}_trde_ori_nm_${place}`]);
        const day = firmDay(SAMSUNG, code, TODAY, suffix);
        expect(board[`${side}_trde_ori_qty_${place}`]).toBe(`${sign}${day[quantity]}`);
        expect(figure(places[`${side}_trde_qty_${place}`]?.replace(/^[+-]/, ''))).toBe(figure(day[quantity]));
      }
    }
    const houses = HOUSES.map((code) => firmDay(SAMSUNG, code, TODAY, suffix));
    expect(board['frgn_buy_prsm_sum']).toBe(`+${total(houses, 'buy_qty')}`);
    expect(board['frgn_sel_prsm_sum']).toBe(`-${total(houses, 'sell_qty')}`);
  });

  it('says what the newest trade added: here one of ours, through Kiwoom', () => {
    const own = new AskedWorld(FIRST_DAY, '091000', 3);
    const { exchange } = own.world;
    const [account] = exchange.accounts.ids();
    const before = own.ask('ka10040', stock(SAMSUNG)).fields;
    const pricing = { type: 'market' } as const;
    const order = { symbol: SAMSUNG, side: 'buy', quantity: 7, pricing, timeInForce: 'day' } as const;
    expect(exchange.orders.submit(account!, order).ok).toBe(true);
    const after = own.ask('ka10040', stock(SAMSUNG)).fields;
    const placeOf = (board: Row) =>
      [1, 2, 3, 4, 5].find((place) => board[`buy_trde_ori_cd_${place}`] === '050')!;
    const quantity = (board: Row) => figure(board[`buy_trde_ori_qty_${placeOf(board)}`]);
    expect(quantity(after) - quantity(before)).toBe(7);
    const added = (side: string) =>
      [1, 2, 3, 4, 5].map((place) => figure(after[`${side}_trde_ori_irds_${place}`]));
    expect(added('buy').filter((shares) => shares !== 0)).toEqual([7]);
    expect(figure(after[`buy_trde_ori_irds_${placeOf(after)}`])).toBe(7);
    // Whoever sold them is among the first five or not.
    expect(added('sel').reduce((sum, shares) => sum + shares, 0)).toBeLessThanOrEqual(7);
    expect(after['frgn_buy_prsm_sum_chang']).toBe('0');
  });

  it('is empty for a code that nobody knows', () => {
    const { fields, rows } = asked.ask('ka10040', stock('999999'));
    expect(rows).toEqual([]);
    expect(fields).toMatchObject({ sel_trde_ori_cd_1: '000', buy_trde_ori_qty_5: '0', buy_trde_ori_5: '' });
    expect(fields).toMatchObject({ frgn_sel_prsm_sum: '0', frgn_buy_prsm_sum_chang: '0' });
  });

  it('tells who left it, each side for itself and newest first (ka10053, and below ka10040)', () => {
    const { rows } = asked.ask('ka10053', stock(SAMSUNG));
    expect(asked.rows('ka10040', stock(SAMSUNG))).toEqual(rows);
    const departures = asked.world.exchange.participants.today(SAMSUNG)!.departures().toReversed();
    const name = (code: string) => MEMBER_FIRMS.find((firm) => firm.code === code)!;
    for (const [side, time, quantity, firm, code, sign] of [
      ['sell', 'sel_scesn_tm', 'sell_qty', 'sel_upper_scesn_ori', 'qry_dt', '-'],
      ['buy', 'buy_scesn_tm', 'buy_qty', 'buy_upper_scesn_ori', 'qry_tm', '+'],
    ] as const) {
      const told = rows.filter((row) => row[code] !== '');
      const expected = departures.filter((one) => one.side === side);
      expect(expected.length).toBeGreaterThan(0);
      expect(told.map((row) => [row[quantity], row[code]])).toEqual(
        expected.map((one) => [String(one.quantity), one.member]),
      );
      for (const row of told) {
        const { name: plain, isForeign } = name(row[code]!);
        expect(row[firm]).toBe(isForeign ? `${sign}${plain}` : plain);
        expect(row[time]).toMatch(/^\d{6}$/);
      }
      const missing = rows.filter((row) => row[code] === '');
      expect(missing.every((row) => [time, quantity, firm].every((element) => row[element] === ''))).toBe(
        true,
      );
    }
  });
});

describe('moments (ka10052)', () => {
  const ALL = { mmcm_cd: '888', stk_cd: '', mrkt_tp: '0', qty_tp: '0', pric_tp: '0', stex_tp: '1' };

  it('of one firm in one instrument end where its day stands', () => {
    const newest = asked.rows('ka10052', { ...ALL, mmcm_cd: '003', ...stock(SAMSUNG) });
    expect(figure(newest[0]!['acc_netprps'])).toBe(figure(firmDay(SAMSUNG, '003')['netprps_qty']));
    newest.slice(1).forEach((row, index) => {
      const later = newest[index]!;
      expect(figure(row['acc_netprps']) + figure(later['mont_trde_qty'])).toBe(figure(later['acc_netprps']));
      expect(row['tm']! <= later['tm']!).toBe(true);
    });
    expect(new Set(newest.map((row) => row['tp']))).toEqual(new Set(['-매도', '+매수']));
    expect(newest.every((row) => row['tp']![0] === row['mont_trde_qty']![0])).toBe(true);
  });

  it('of houses from abroad are of those houses, page by page without loss', () => {
    const names = new Set(MEMBER_FIRMS.filter(({ isForeign }) => isForeign).map(({ name }) => name));
    const first = asked.page('ka10052', ALL);
    const rows = asked.rows('ka10052', ALL);
    expect(first.rows).toHaveLength(100);
    expect(rows).toHaveLength(1_000);
    expect(rows.every((row) => names.has(row['trde_ori_nm']!))).toBe(true);
    const times = rows.map((row) => row['tm']!);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it.each<[string, Row, (row: Row) => boolean]>([
    ['quantity', { qty_tp: '1' }, (row) => Math.abs(figure(row['mont_trde_qty'])) >= 1_000],
    ['price', { pric_tp: '5' }, (row) => Math.abs(figure(row['cur_prc'])) >= 10_000],
    ['KOSDAQ', { mrkt_tp: '2' }, (row) => row['stk_cd'] === '247540'],
    [
      'an instrument, whatever market is said',
      { mrkt_tp: '2', stk_cd: '000660' },
      (row) => row['stk_cd'] === '000660',
    ],
    ['no instrument', { mrkt_tp: '3' }, () => false],
    ['a low price', { pric_tp: '1' }, () => false],
    ['a low price of one instrument', { pric_tp: '1', stk_cd: '000660' }, () => false],
    ['a firm nobody knows', { mmcm_cd: '999' }, () => false],
  ])('are narrowed by %s', (_name, fields, keeps) => {
    const rows = asked.rows('ka10052', { ...ALL, ...fields });
    expect(rows.every(keeps)).toBe(true);
    expect(rows.length > 0).toBe(!/no|low/.test(_name));
  });
});
