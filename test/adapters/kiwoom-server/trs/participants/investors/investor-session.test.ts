// Investors along the running day (ka10063, ka10064), after it (ka10066), by industry (ka10051) and in a row (ka10131).

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { FIRST_DAY, SECOND_DAY } from '../../../market-world.ts';
import { AskedWorld, figure, type Row, total } from '../asked.ts';

const TODAY = compactDate(SECOND_DAY);
const YESTERDAY = compactDate(FIRST_DAY);
const SAMSUNG = '005930';
const SUFFIXES: Row = { '1': '', '2': '_NX', '3': '_AL' };
const SHARES = { amt_qty_tp: '2', trde_tp: '0', unit_tp: '1' };
const MILLIONS = { ...SHARES, amt_qty_tp: '1' };

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '093500', 12, makeListings(5, 30));
});

/** An instrument's days by ka10059, newest first. */
const days = (symbol: string, stex_tp = '1', as: Row = SHARES): readonly Row[] =>
  asked.rows('ka10059', { stk_cd: symbol + SUFFIXES[stex_tp], dt: TODAY, ...as });
const today = (symbol: string, stex_tp = '1', as: Row = SHARES): Row => days(symbol, stex_tp, as)[0]!;
const descending = (values: number[]) => expect(values).toEqual(values.toSorted((a, b) => b - a));
const inThousands = (text: string | undefined) => Math.round(figure(text) / 1_000) * 1_000;
const chart = (symbol: string, stex_tp: string, fields: Row) =>
  asked.rows('ka10064', { mrkt_tp: '000', stk_cd: symbol + SUFFIXES[stex_tp], ...fields });

describe('ka10063', () => {
  const QUESTION = { mrkt_tp: '000', amt_qty_tp: '2', frgn_all: '0', smtm_netprps_tp: '0', stex_tp: '1' };
  const KINDS: Row = {
    ...{ '6': 'frgnr_invsr', '7': 'orgn', '1': 'invtrt', '0': 'insrnc', '2': 'bank' },
    ...{ '3': 'penfnd_etc', '4': 'natn', '5': 'etc_corp' },
  };

  it.each(Object.keys(KINDS))('has what kind %s traded, now and ten minutes before', (invsr) => {
    const kind = KINDS[invsr]!;
    const rows = asked.rows('ka10063', { ...QUESTION, invsr });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const symbol = row['stk_cd']!;
      const bought = inThousands(today(symbol, '1', { ...SHARES, trde_tp: '1' })[kind]);
      const sold = inThousands(today(symbol, '1', { ...SHARES, trde_tp: '2' })[kind]);
      expect([figure(row['buy_qty']), figure(row['sell_qty'])]).toEqual([bought, 0 - sold]);
      expect(figure(row['netprps_qty'])).toBe(bought - sold);
      expect(figure(row['netprps_irds'])).toBe(bought - sold - figure(row['prev_pot_netprps_qty']));
      expect(figure(row['netprps_irds'])).toBe(figure(row['buy_qty_irds']) - figure(row['sell_qty_irds']));
      const moments = chart(symbol, '1', { amt_qty_tp: '2', trde_tp: '0' });
      const before = moments.at(-2);
      const then = before === undefined || !(kind in before) ? 0 : figure(before[kind]);
      if (kind in moments[0]!) {
        expect(Math.abs(figure(row['prev_pot_netprps_qty']) - then)).toBeLessThanOrEqual(1_000);
      }
    }
  });

  it('is in the order asked for, with codes that name the market', () => {
    const byShares = asked.rows('ka10063', { ...QUESTION, invsr: '6', stex_tp: '3' });
    const code = (row: Row) => row['stk_cd']!.replace('_AL', '');
    expect(byShares.every((row) => row['stk_cd']!.endsWith('_AL'))).toBe(true);
    descending(byShares.map((row) => figure(today(code(row), '3')['frgnr_invsr'])));
    const byValue = asked.rows('ka10063', { ...QUESTION, invsr: '6', stex_tp: '3', amt_qty_tp: '1' });
    descending(byValue.map((row) => figure(today(code(row), '3', MILLIONS)['frgnr_invsr'])));
  });

  it('has what both bought when that is checked, and the same whatever frgn_all checks', () => {
    const all = asked.rows('ka10063', { ...QUESTION, invsr: '7' });
    expect(asked.rows('ka10063', { ...QUESTION, invsr: '7', frgn_all: '1' })).toEqual(all);
    const expected = all.filter(({ stk_cd }) => {
      const row = today(stk_cd!);
      return figure(row['orgn']) > 0 && figure(row['frgnr_invsr']) > 0;
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(asked.rows('ka10063', { ...QUESTION, invsr: '7', smtm_netprps_tp: '1' })).toEqual(expected);
  });
});

describe('ka10064', () => {
  it.each(['1', '2', '3'])('ends where the day stands (market %s)', (stex_tp) => {
    for (const trde_tp of ['0', '1', '2']) {
      for (const amt_qty_tp of ['1', '2']) {
        const rows = chart(SAMSUNG, stex_tp, { amt_qty_tp, trde_tp });
        const { tm, ...last } = rows.at(-1)!;
        expect(today(SAMSUNG, stex_tp, { amt_qty_tp, trde_tp, unit_tp: '1' })).toMatchObject(last);
        expect(tm).toBe('093500');
      }
    }
  });

  it('goes by ten minutes and only grows', () => {
    for (const stex_tp of ['1', '2', '3']) {
      const rows = chart(SAMSUNG, stex_tp, { amt_qty_tp: '2', trde_tp: '1' });
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.slice(0, -1).every((row) => row['tm']!.endsWith('000'))).toBe(true);
      for (const name of ['frgnr_invsr', 'orgn', 'invtrt']) {
        descending(rows.map((row) => figure(row[name])).reverse());
      }
    }
  });

  it('has both markets together', () => {
    const fields = { amt_qty_tp: '2', trde_tp: '1' };
    const [krx, nxt, both] = ['1', '2', '3'].map((stex_tp) => chart(SAMSUNG, stex_tp, fields));
    const at = (rows: readonly Row[], tm: string) =>
      figure(rows.findLast((row) => row['tm']! <= tm)?.['orgn'] ?? '0');
    for (const { tm, orgn } of both!) expect(figure(orgn)).toBe(at(krx!, tm!) + at(nxt!, tm!));
  });
});

describe('ka10066', () => {
  const QUESTION = { mrkt_tp: '000', amt_qty_tp: '2', trde_tp: '0', stex_tp: '1' };
  const KINDS = `ind_invsr frgnr_invsr orgn fnnc_invt insrnc invtrt etc_fnnc bank penfnd_etc samo_fund natn
    etc_corp`.split(/\s+/);

  it('knows nothing before the close', () => {
    const rows = asked.rows('ka10066', QUESTION);
    expect(rows).toHaveLength(30);
    for (const row of rows) expect(KINDS.map((kind) => row[kind])).toEqual(KINDS.map(() => '0'));
  });

  it('has the day of ka10059 after it', () => {
    const closed = new AskedWorld(FIRST_DAY, '154500', 3);
    for (const stex_tp of ['1', '2', '3']) {
      for (const trde_tp of ['0', '1', '2']) {
        const rows = closed.rows('ka10066', { ...QUESTION, trde_tp, stex_tp });
        expect(rows.length).toBeGreaterThan(3);
        for (const row of rows) {
          const stk_cd = row['stk_cd']! + SUFFIXES[stex_tp];
          const day = closed.rows('ka10059', { stk_cd, dt: YESTERDAY, ...SHARES, trde_tp })[0]!;
          expect(KINDS.map((kind) => row[kind])).toEqual(KINDS.map((kind) => day[kind]));
          expect(row['trde_qty']).toBe(day['acc_trde_qty']);
        }
      }
    }
  });
});

describe('an industry (ka10051)', () => {
  const COLUMNS: Row = {
    ...{ sc: 'fnnc_invt', insrnc: 'insrnc', invtrt: 'invtrt', bank: 'bank', jnsinkm: 'etc_fnnc' },
    ...{ endw: 'penfnd_etc', etc_corp: 'etc_corp', ind: 'ind_invsr', frgnr: 'frgnr_invsr' },
    ...{ native_trmt_frgnr: 'natfor', natn: 'natn', samo_fund: 'samo_fund', orgn: 'orgn' },
  };

  it.each([
    ['0', '1', TODAY],
    ['1', '3', TODAY],
    ['0', '3', YESTERDAY],
  ])('of market %s is the sum of its members (venue %s, %s)', (mrkt_tp, stex_tp, base_dt) => {
    const { exchange } = asked.world;
    const question = { mrkt_tp, base_dt, stex_tp };
    const shares = asked.rows('ka10051', { ...question, amt_qty_tp: '1' });
    const won = asked.rows('ka10051', { ...question, amt_qty_tp: '0' });
    expect(shares.length).toBeGreaterThan(2);
    const family = exchange.indices.names.filter(({ code }) => code.startsWith(mrkt_tp));
    expect(shares.map((row) => row['inds_nm'])).toEqual(family.map(({ name }) => name));
    shares.forEach((row, index) => {
      const code = row['inds_cd']!.slice(0, 3);
      expect(row['inds_cd']).toBe(`${code}${SUFFIXES[stex_tp]}`);
      const dayOf = (symbol: string, as: Row) => days(symbol, stex_tp, as).filter(({ dt }) => dt === base_dt);
      const members = exchange.indices.members(code).flatMap((symbol) => dayOf(symbol, SHARES));
      const inMillions = exchange.indices.members(code).flatMap((symbol) => dayOf(symbol, MILLIONS));
      for (const [name, kind] of Object.entries(COLUMNS)) {
        expect(row[`${name}_netprps`]).toMatch(/^[+-]\d+$/);
        expect(Math.abs(figure(row[`${name}_netprps`]) - total(members, kind) / 1_000)).toBeLessThanOrEqual(
          0.501,
        );
        const value = figure(won[index]![`${name}_netprps`]) - total(inMillions, kind) / 100;
        expect(Math.abs(value)).toBeLessThanOrEqual(0.7);
      }
      expect(Math.abs(figure(row['trde_qty']) - total(members, 'acc_trde_qty') / 1_000)).toBeLessThanOrEqual(
        0.501,
      );
    });
  });

  it('stands where its index does, in hundredths, and is of today unless told', () => {
    const rows = asked.rows('ka10051', { mrkt_tp: '0', amt_qty_tp: '0', base_dt: '', stex_tp: '1' });
    expect(rows).toEqual(
      asked.rows('ka10051', { mrkt_tp: '0', amt_qty_tp: '0', base_dt: TODAY, stex_tp: '1' }),
    );
    for (const row of rows) {
      const index = asked.ask('ka20001', { mrkt_tp: '0', inds_cd: row['inds_cd']!, stex_tp: '1' }).fields;
      const hundredths = (text: string | undefined) => Math.round(100 * figure(text));
      expect(figure(row['cur_prc'])).toBe(hundredths(index['cur_prc']));
      expect(figure(row['pred_pre'])).toBe(hundredths(index['pred_pre']));
      expect(figure(row['flu_rt'])).toBe(hundredths(index['flu_rt']));
      expect(row['pre_smbol']).toBe(index['pred_pre_sig']);
    }
    expect(
      asked.rows('ka10051', { mrkt_tp: '0', amt_qty_tp: '0', base_dt: '20200102', stex_tp: '1' }),
    ).toEqual([]);
  });
});

describe('days in a row (ka10131)', () => {
  const QUESTION = {
    strt_dt: '',
    end_dt: '',
    mrkt_tp: '001',
    netslmt_tp: '2',
    stk_inds_tp: '0',
    stex_tp: '1',
  };
  const ask = (fields: Row) => asked.rows('ka10131', { ...QUESTION, amt_qty_tp: '1', ...fields });

  /** The length of a streak with the sign of its side, and its shares, from daily net figures, newest first. */
  function streak(nets: readonly number[]): readonly [number, number] {
    const side = Math.sign(nets[0] ?? 0);
    const end = nets.findIndex((net) => Math.sign(net) !== side);
    const run = side === 0 ? [] : nets.slice(0, end < 0 ? nets.length : end);
    return [side * run.length, run.reduce((so, net) => so + net, 0)];
  }

  it.each(['1', '3', '5', '10'])('sums up the last %s days', (dt) => {
    const rows = ask({ dt });
    expect(rows.length).toBeGreaterThan(0);
    descending(rows.map((row) => figure(row['nettrde_qty'])));
    descending(ask({ dt, amt_qty_tp: '0' }).map((row) => figure(row['nettrde_amt'])));
    rows.forEach((row, index) => {
      expect(row['rank']).toBe(String(index + 1));
      const known = days(row['stk_cd']!);
      const period = known.slice(0, Number(dt));
      expect(figure(row['orgn_nettrde_qty'])).toBe(total(period, 'orgn'));
      expect(figure(row['frgnr_nettrde_qty'])).toBe(total(period, 'frgnr_invsr'));
      expect(figure(row['nettrde_qty'])).toBe(total(period, 'orgn') + total(period, 'frgnr_invsr'));
      const nets = (kind: string) => known.map((day) => figure(day[kind]));
      const both = known.map((day) => figure(day['orgn']) + figure(day['frgnr_invsr']));
      const told = (length: string, quantity: string) => [figure(row[length]), figure(row[quantity])];
      expect(told('orgn_cont_netprps_dys', 'orgn_cont_netprps_qty')).toEqual(streak(nets('orgn')));
      expect(told('frgnr_cont_netprps_dys', 'frgnr_cont_netprps_qty')).toEqual(streak(nets('frgnr_invsr')));
      expect(told('tot_cont_netprps_dys', 'tot_cont_nettrde_qty')).toEqual(streak(both));
      const base = Math.abs(figure(period.at(-1)!['cur_prc'])) - figure(period.at(-1)!['pred_pre']);
      const close = Math.abs(figure(period[0]!['cur_prc']));
      expect(figure(row['prid_stkpc_flu_rt'])).toBeCloseTo((100 * (close - base)) / base, 1);
    });
  });

  it('sums up from one day to another', () => {
    const from = days(SAMSUNG)[4]!['dt']!;
    const rows = ask({ dt: '0', strt_dt: from, end_dt: YESTERDAY });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const period = days(row['stk_cd']!).filter(({ dt }) => from <= dt! && dt! <= YESTERDAY);
      expect(figure(row['nettrde_qty'])).toBe(total(period, 'orgn') + total(period, 'frgnr_invsr'));
    }
  });

  it('is told of industries as well', () => {
    const rows = ask({ dt: '3', stk_inds_tp: '1' });
    const { exchange } = asked.world;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const members = exchange.indices.members(row['stk_cd']!);
      const period = members.flatMap((symbol) => days(symbol).slice(0, 3));
      expect(figure(row['orgn_nettrde_qty'])).toBe(total(period, 'orgn'));
      expect(figure(row['frgnr_nettrde_qty'])).toBe(total(period, 'frgnr_invsr'));
      const bars = exchange.indices.dailyBars(row['stk_cd']!);
      const [last, base] = [bars.at(-1)!.close, bars.at(-4)!.close];
      expect(figure(row['prid_stkpc_flu_rt'])).toBeCloseTo((100 * (last - base)) / base, 1);
    }
  });
});
