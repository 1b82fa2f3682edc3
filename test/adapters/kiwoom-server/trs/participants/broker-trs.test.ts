// Member firms in every TR about them: they add up to what was traded, and say the same of a day wherever they say it.

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate, kstDate } from '#domain/time.ts';
import { MEMBER_FIRMS } from '#exchange/contract.ts';
import { FIRST_DAY, SECOND_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row, total } from './asked.ts';

const TODAY = compactDate(SECOND_DAY);
const YESTERDAY = compactDate(FIRST_DAY);
const SAMSUNG = '005930';
const HOUSES = MEMBER_FIRMS.filter(({ isForeign }) => isForeign).map(({ code }) => code);

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '101500');
});

const stock = (symbol: string, suffix = '') => ({ stk_cd: `${symbol}${suffix}` });
const volumeOf = (symbol: string, suffix: string): number => {
  const { exchange } = asked.world;
  const krx = exchange.market.day(symbol, 'KRX')!.volume;
  const nxt = exchange.market.day(symbol, 'NXT')?.volume ?? 0;
  return { '': krx, _NX: nxt, _AL: krx + nxt }[suffix]!;
};
const firmsOf = (symbol: string, from: string, until: string, side = '3', suffix = '') =>
  asked.ask('ka10038', { ...stock(symbol, suffix), strt_dt: from, end_dt: until, qry_tp: side, dt: '1' });

describe('all firms of an instrument (ka10038)', () => {
  it.each(['', '_NX', '_AL'])('buy and sell what was traded on the market of "%s"', (suffix) => {
    const { fields, rows } = firmsOf(SAMSUNG, TODAY, TODAY, '3', suffix);
    const volume = volumeOf(SAMSUNG, suffix);
    expect(volume).toBeGreaterThan(0);
    expect(total(rows, 'buy_qty')).toBe(volume);
    expect(total(rows, 'sell_qty')).toBe(-volume);
    expect(fields).toMatchObject({
      ...{ rank_1: `+${volume}`, rank_2: `-${volume}`, rank_3: '+0', prid_trde_qty: String(volume) },
    });
  });

  it('are those that sold more and those that bought more, each the other way round', () => {
    const everybody = firmsOf(SAMSUNG, YESTERDAY, TODAY).rows;
    const sellers = firmsOf(SAMSUNG, YESTERDAY, TODAY, '1');
    const buyers = firmsOf(SAMSUNG, YESTERDAY, TODAY, '2');
    const names = (rows: readonly Row[]) => rows.map((row) => row['mmcm_nm']);
    expect(names([...buyers.rows, ...sellers.rows.toReversed()])).toEqual(names(everybody));
    expect(sellers.rows.every((row) => row['acc_netprps_qty']!.startsWith('--'))).toBe(true);
    // A plus before a minus, as the real server was recorded writing this one element.
    expect(sellers.fields['rank_3']).toBe(`+${total(sellers.rows, 'acc_netprps_qty')}`);
    expect(everybody.map((row) => row['rank'])).toEqual(everybody.map((_, index) => String(index + 1)));
    for (const row of everybody) {
      expect(figure(row['acc_netprps_qty'])).toBe(figure(row['buy_qty']) + figure(row['sell_qty']));
    }
  });

  it.each([
    ['1', 1, false],
    ['4', 5, true],
    ['9', 10, true],
  ])('a period of "%s" without dates is so many days, and no more than there are', (dt, count, isToday) => {
    const dates = asked.world.exchange.market
      .dailyBars(SAMSUNG)
      .map(({ start }) => compactDate(kstDate(start)))
      .filter((date) => isToday || date < TODAY);
    const period = asked.ask('ka10038', { ...stock(SAMSUNG), qry_tp: '3', dt });
    expect(period).toEqual(firmsOf(SAMSUNG, dates.at(-count)!, dates.at(-1)!));
    const all = asked.ask('ka10038', { ...stock(SAMSUNG), qry_tp: '3' });
    expect(asked.ask('ka10038', { ...stock(SAMSUNG), qry_tp: '3', dt: '119' })).toEqual(all);
  });

  it('are blank for a code that nobody knows', () => {
    expect(firmsOf('999999', TODAY, TODAY)).toEqual({
      fields: expect.objectContaining({ rank_1: '', prid_trde_qty: '' }),
      rows: [],
    });
  });
});

describe('rankings of instruments', () => {
  const BY_FIRM = { trde_qty_tp: '0', dt: '1', stex_tp: '1' };

  it('of all firms together (ka10039) are what was traded the day before', () => {
    const rows = MEMBER_FIRMS.flatMap(({ code }) =>
      ['1', '2'].flatMap((side) => asked.rows('ka10039', { mmcm_cd: code, trde_tp: side, ...BY_FIRM })),
    );
    for (const { symbol } of asked.world.exchange.market.instruments()) {
      const of = rows.filter((row) => row['stk_cd'] === symbol);
      const { volume } = asked.world.exchange.market.dailyBars(symbol).at(-2)!;
      expect(total(of, 'buy_trde_qty'), symbol).toBe(volume);
      expect(total(of, 'sel_trde_qty'), symbol).toBe(-volume);
      expect(new Set(of.map((row) => row['prid_trde_qty']))).toEqual(new Set([String(volume)]));
      // Every row rounds its thousands of won for itself.
      expect(Math.abs(total(of, 'buy_amt') + total(of, 'sell_amt'))).toBeLessThanOrEqual(of.length);
      for (const row of of) {
        const net = figure(row['buy_amt']) + figure(row['sell_amt']);
        expect(Math.abs(figure(row['netprps_amt']) - net)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('of today alone (ka10039, dt 0) are what was traded today', () => {
    const rows = MEMBER_FIRMS.flatMap(({ code }) =>
      ['1', '2'].flatMap((side) =>
        asked.rows('ka10039', { mmcm_cd: code, trde_tp: side, ...BY_FIRM, dt: '0' }),
      ),
    );
    for (const { symbol } of asked.world.exchange.market.instruments()) {
      const of = rows.filter((row) => row['stk_cd'] === symbol);
      expect(total(of, 'buy_trde_qty'), symbol).toBe(
        asked.world.exchange.market.dailyBars(symbol).at(-1)!.volume,
      );
    }
  });

  it('of one firm (ka10039) go by what it bought less what it sold', () => {
    const [bought, sold] = ['1', '2'].map((trde_tp) =>
      asked.rows('ka10039', { mmcm_cd: '50', trde_tp, ...BY_FIRM, dt: '5' }),
    );
    for (const [rows, side] of [
      [bought!, 1],
      [sold!, -1],
    ] as const) {
      const nets = rows.map((row) => side * figure(row['netprps']));
      expect(nets).toEqual(nets.filter((net) => net > 0).toSorted((a, b) => b - a));
    }
    const all = [...bought!, ...sold!];
    expect(all).toHaveLength(asked.world.exchange.market.instruments().length);
    for (const row of all) {
      const days = asked.rows('ka10078', {
        ...{ mmcm_cd: '050', stk_cd: row['stk_cd']!, strt_dt: '20260101', end_dt: TODAY },
      });
      expect(figure(row['buy_trde_qty'])).toBe(total(days.slice(0, 5), 'buy_qty'));
      const bars = asked.world.exchange.market.dailyBars(row['stk_cd']!);
      expect(figure(row['prid_stkpc_flu'])).toBe(bars.at(-1)!.close - bars.at(-6)!.close);
    }
  });

  it('leave out what was traded less than asked (ka10039)', () => {
    const onNxt = (trde_qty_tp: string) =>
      ['1', '2'].flatMap((trde_tp) =>
        asked.rows('ka10039', { ...BY_FIRM, mmcm_cd: '050', trde_tp, trde_qty_tp, stex_tp: '2' }),
      );
    const all = onNxt('0');
    const kept = ['0', '100', '500', '1000'].map((least) => {
      const codes = onNxt(least).map((row) => row['stk_cd']);
      const expected = all.filter((row) => figure(row['prid_trde_qty']) >= Number(least) * 1_000);
      expect(codes).toEqual(expected.map((row) => row['stk_cd']));
      return codes.length;
    });
    expect(new Set(kept).size).toBeGreaterThan(1);
  });

  it.each(['0', '1', '5'])('of houses from abroad (ka10037, period %s) are those houses’ sums', (dt) => {
    const all = { mrkt_tp: '000', dt, trde_tp: '0', sort_tp: '2', stex_tp: '3' };
    const rows = asked.rows('ka10037', all);
    expect(rows.map((row) => row['stk_cd'])).toEqual(rows.map((row) => row['stk_cd']).toSorted());
    for (const row of rows) {
      const days = HOUSES.map((code) =>
        asked.rows('ka10078', {
          ...{ mmcm_cd: code, stk_cd: `${row['stk_cd']}_AL`, strt_dt: '20260101', end_dt: TODAY },
        }),
      );
      const [from, until] = dt === '0' ? [0, 1] : dt === '1' ? [1, 2] : [0, 5];
      const period = days.flatMap((list) => list.slice(from, until));
      expect(figure(row['buy_trde_qty'])).toBe(total(period, 'buy_qty'));
      expect(figure(row['sel_trde_qty'])).toBe(-total(period, 'sell_qty'));
      expect(figure(row['netprps_trde_qty'])).toBe(total(period, 'netprps_qty'));
      expect(figure(row['trde_qty'])).toBe(total(days[0]!.slice(from, until), 'acc_trde_qty'));
    }
    const nets = rows.filter((row) => figure(row['netprps_trde_qty']) > 0);
    const buys = asked.rows('ka10037', { ...all, trde_tp: '1' });
    expect(buys.map((row) => row['stk_cd']).toSorted()).toEqual(nets.map((row) => row['stk_cd']));
    expect(buys.map((row) => figure(row['netprps_trde_qty']))).toEqual(
      nets.map((row) => figure(row['netprps_trde_qty'])).toSorted((a, b) => b - a),
    );
  });

  it('of firms by what they bought less what they sold (ka10042)', () => {
    const period = { strt_dt: YESTERDAY, end_dt: TODAY, qry_dt_tp: '1', pot_tp: '0', sort_base: '1' };
    const rows = asked.rows('ka10042', { ...stock(SAMSUNG), ...period });
    const buyers = firmsOf(SAMSUNG, YESTERDAY, TODAY, '2').rows;
    expect(rows.map((row) => row['mmcm_nm'])).toEqual(buyers.map((row) => row['mmcm_nm']));
    const codes = new Map(MEMBER_FIRMS.map(({ name, code }) => [name, String(Number(code))]));
    for (const row of rows) expect(row['mmcm_cd']).toBe(codes.get(row['mmcm_nm']!));
  });
});

describe('one firm', () => {
  const PERIOD = {
    ...{ strt_dt: YESTERDAY, end_dt: YESTERDAY, pot_tp: '0', dt: '5', stex_tp: '1' },
    ...{ qry_dt_tp: '0', sort_base: '2', mmcm_cd: '36' },
  };

  it('has the same days whoever is asked (ka10043, ka10078)', () => {
    const rows = asked.rows('ka10043', { ...stock(SAMSUNG), ...PERIOD });
    const days = asked.rows('ka10078', {
      ...{ mmcm_cd: '036', ...stock(SAMSUNG), strt_dt: '20260101', end_dt: TODAY },
    });
    expect(rows.map((row) => [row['dt'], row['buy_qty'], row['sel_qty'], row['netprps_qty']])).toEqual(
      days.slice(0, 5).map((row) => [row['dt'], row['buy_qty'], row['sell_qty'], row['netprps_qty']]),
    );
    const before = asked.rows('ka10043', { ...stock(SAMSUNG), ...PERIOD, pot_tp: '1' });
    expect(before.map((row) => row['dt'])).toEqual(days.slice(1, 6).map((row) => row['dt']));
    const dated = asked.rows('ka10043', { ...stock(SAMSUNG), ...PERIOD, qry_dt_tp: '1' });
    expect(dated.map((row) => row['dt'])).toEqual([YESTERDAY]);
  });

  it('has its days against the last price, dearest first (ka10043)', () => {
    const rows = asked.rows('ka10043', { ...stock(SAMSUNG), ...PERIOD, sort_base: '1' });
    const last = asked.world.exchange.market.day(SAMSUNG)!.last!;
    const closes = rows.map((row) => figure(row['close_pric']));
    expect(closes).toEqual(closes.toSorted((a, b) => b - a));
    for (const row of rows) {
      expect(figure(row['pred_pre'])).toBe(figure(row['close_pric']) - last);
      expect(row['pre_sig']).toBe({ '1': '2', '0': '3', '-1': '5' }[Math.sign(figure(row['pred_pre']))]);
      expect(figure(row['trde_qty_sum'])).toBe(figure(row['sel_qty']) + figure(row['buy_qty']));
    }
  });

  it('is, with all others, both sides of what was traded (ka10043)', () => {
    const weights = MEMBER_FIRMS.flatMap(({ code }) =>
      asked.rows('ka10043', { ...stock(SAMSUNG), ...PERIOD, mmcm_cd: code }),
    );
    expect(total(weights, 'trde_wght')).toBeCloseTo(200, 0);
  });

  it('stands on the market of its instrument’s suffix, and of stex_tp without one (ka10043)', () => {
    const [krx, nxt, both] = ['1', '2', '3'].map((stex_tp) =>
      asked.rows('ka10043', { ...stock(SAMSUNG), ...PERIOD, stex_tp }).find((row) => row['dt'] === TODAY),
    );
    expect(figure(both!['buy_qty'])).toBe(figure(krx!['buy_qty']) + figure(nxt!['buy_qty']));
    const suffixed = asked.rows('ka10043', { ...stock(SAMSUNG, '_AL'), ...PERIOD });
    expect(suffixed.find((row) => row['dt'] === TODAY)).toEqual(both);
  });

  it('is nobody with a code that nobody has', () => {
    const days = { strt_dt: YESTERDAY, end_dt: TODAY };
    expect(asked.rows('ka10078', { mmcm_cd: '999', ...stock(SAMSUNG), ...days })).toEqual([]);
    expect(
      asked.rows('ka10039', { mmcm_cd: '999', trde_qty_tp: '0', trde_tp: '1', dt: '1', stex_tp: '1' }),
    ).toEqual([]);
  });
});
