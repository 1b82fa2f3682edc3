// NXT has the charts, tables and tapes that KRX has, and `_AL` is both together: sums agree between TRs, over past days, a day
// lived through, and the running one.

import { beforeAll, describe, expect, it } from 'vitest';
import { restoreExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { PATHS } from '../../harness.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Row = Record<string, string>;

const FIRST = FIRST_DAY.replaceAll('-', '');
const SECOND = SECOND_DAY.replaceAll('-', '');
const STKINFO = '/api/dostk/stkinfo';
const MRKCOND = '/api/dostk/mrkcond';
/** A day that begins late, without a morning on NXT. */
const EXAM_DAY = '20261119';
const VIEWS = ['', '_NX', '_AL'] as const;

/** Thin ones, so that whole tapes can be read page by page. */
const LISTINGS = DEFAULT_LISTINGS.map((listing) => ({ ...listing, dailyVolume: 3_000 }));

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld(11, 8, LISTINGS);
  world.advanceTo(FIRST_DAY, '090000');
  world.advanceTo(SECOND_DAY, '160500');
});

const all = (id: string, path: string, fields: Row, list: string): Row[] =>
  world.pages(id, path, fields, list).flat() as Row[];
const size = (text: string | undefined): number => Math.abs(Number(text));
const days = (stk_cd: string): Row[] =>
  all('ka10081', PATHS.chart, { stk_cd, base_dt: SECOND, upd_stkpc_tp: '1' }, 'stk_dt_pole_chart_qry');
const minutes = (stk_cd: string): Row[] =>
  all('ka10080', PATHS.chart, { stk_cd, tic_scope: '1', upd_stkpc_tp: '1' }, 'stk_min_pole_chart_qry');
const ticks = (stk_cd: string): Row[] =>
  all('ka10079', PATHS.chart, { stk_cd, tic_scope: '1', upd_stkpc_tp: '1' }, 'stk_tic_chart_qry');
const total = (rows: readonly Row[], name = 'trde_qty'): number =>
  rows.reduce((sum, row) => sum + size(row[name]), 0);

describe.each(['005930', '247540'])('%s', (symbol) => {
  it('the minutes of NXT make its days to the share, from eight to eight, but for its closing-price market', () => {
    const byDay = Map.groupBy(minutes(`${symbol}_NX`), (row) => row['cntr_tm']!.slice(0, 8));
    const daily = days(`${symbol}_NX`);
    expect(daily).toHaveLength(10);
    for (const day of daily) {
      const rows = byDay.get(day['dt']!)!.toReversed();
      const atClose = Number(day['trde_qty']) - total(rows);
      // Days before the exchange began were drawn without it.
      expect(atClose > 0, day['dt']).toBe(day['dt']! >= FIRST);
      expect(atClose, day['dt']).toBeGreaterThanOrEqual(0);
      expect({
        open: size(rows[0]!['open_pric']),
        high: Math.max(...rows.map((row) => size(row['high_pric']))),
        low: Math.min(...rows.map((row) => size(row['low_pric']))),
        close: size(rows.at(-1)!['cur_prc']),
      }).toEqual({
        open: size(day['open_pric']),
        high: size(day['high_pric']),
        low: size(day['low_pric']),
        close: size(day['cur_prc']),
      });
      // A thin name may wait some minutes for its first trade, and long for its last.
      const [first, last] = [rows[0]!['cntr_tm']!.slice(8), rows.at(-1)!['cntr_tm']!.slice(8)];
      expect(first).toMatch(day['dt'] === EXAM_DAY ? /^100/ : /^08[0-4]/);
      if (day['dt'] !== SECOND) expect(last).toMatch(/^19/);
    }
  });

  it('both together are the sum of the two, by the minute, the day and the trade', () => {
    for (const list of [minutes, days, ticks]) {
      const [krx, nxt, both] = VIEWS.map((view) => list(`${symbol}${view}`)) as [Row[], Row[], Row[]];
      expect(total(both)).toBe(total(krx) + total(nxt));
      expect(total(nxt)).toBeGreaterThan(0);
    }
    const label = (row: Row): string => row['cntr_tm']!;
    const [krx, nxt, both] = VIEWS.map((view) => minutes(`${symbol}${view}`)) as [Row[], Row[], Row[]];
    expect(both.map(label)).toEqual([...new Set([...krx, ...nxt].map(label))].sort().reverse());
    const tape = ticks(`${symbol}_AL`).map(label);
    expect(tape).toEqual(tape.toSorted().reverse());
  });

  it('days of both are those of their minutes, and values add up', () => {
    const byDay = Map.groupBy(minutes(`${symbol}_AL`), (row) => row['cntr_tm']!.slice(0, 8));
    for (const day of days(`${symbol}_AL`)) {
      const rows = byDay.get(day['dt']!)!.toReversed();
      expect([size(rows[0]!['open_pric']), size(rows.at(-1)!['cur_prc'])], day['dt']).toEqual([
        size(day['open_pric']),
        size(day['cur_prc']),
      ]);
    }
    const values = VIEWS.map((view) => total(days(`${symbol}${view}`), 'trde_prica'));
    expect(Math.abs(values[0]! + values[1]! - values[2]!)).toBeLessThan(20);
  });

  it.each(VIEWS)('the tables of %s agree with its charts', (view) => {
    const stk_cd = `${symbol}${view}`;
    const chart = days(stk_cd);
    const table = all('ka10086', MRKCOND, { stk_cd, qry_dt: SECOND, indc_tp: '0' }, 'daly_stkpc');
    const figures = (rows: Row[], close: string) =>
      rows.map((row) => [size(row['open_pric']), size(row[close]), size(row['trde_qty'])]);
    expect(figures(table, 'close_pric')).toEqual(figures(chart, 'cur_prc'));
    const list = all('ka10003', STKINFO, { stk_cd }, 'cntr_infr');
    expect(list[0]!['acc_trde_qty']).toBe(chart[0]!['trde_qty']);
    expect(total(list, 'cntr_trde_qty')).toBe(Number(chart[0]!['trde_qty']));
    expect(list[0]!['stex_tp']).toBe({ '': 'KRX', _NX: 'NXT', _AL: '통합' }[view]);
    const basics = world.call('ka10007', MRKCOND, { stk_cd }).json;
    expect(basics['pred_trde_qty']).toBe(chart[1]!['trde_qty']);
  });

  it.each(VIEWS)('trades of the day before are those of its bar on %s', (view) => {
    const stk_cd = `${symbol}${view}`;
    const yesterday = days(stk_cd)[1]!;
    const list = all('ka10055', STKINFO, { stk_cd, tdy_pred: '2' }, 'tdy_pred_cntr_qty');
    expect(total(list, 'cntr_qty')).toBe(Number(yesterday['trde_qty']));
    expect(list[0]!['acc_trde_qty']).toBe(yesterday['trde_qty']);
    expect(list.at(-1)!['acc_trde_qty']).toBe(String(size(list.at(-1)!['cntr_qty'])));
    const ofDay = ticks(stk_cd).filter((row) => row['cntr_tm']!.startsWith(yesterday['dt']!));
    expect(ofDay.map((row) => size(row['cur_prc']))).toEqual(list.map((row) => size(row['cntr_pric'])));
  });
});

it('days and minutes of NXT are saved; single trades of days that are over are not', () => {
  const options = { listings: LISTINGS };
  const again = restoreExchange(JSON.parse(JSON.stringify(world.exchange.save())), options);
  for (const venue of ['KRX', 'NXT'] as const) {
    expect(again.market.dailyBars('005930', venue)).toEqual(world.exchange.market.dailyBars('005930', venue));
    expect(again.market.minuteBars('005930', venue)).toEqual(
      world.exchange.market.minuteBars('005930', venue),
    );
    expect(again.market.ticks('005930', venue)).toEqual([]);
    expect(again.market.day('005930', venue)).toEqual(world.exchange.market.day('005930', venue));
  }
});

it('what is not on NXT has no chart there, and both together are KRX', () => {
  expect(days('069500_NX')).toEqual([]);
  expect(days('069500_AL').map((row) => row['trde_qty'])).toEqual(
    days('069500').map((row) => row['trde_qty']),
  );
});

it('before NXT opened there was nothing traded on it', () => {
  const old = new MarketWorld(11, 5, DEFAULT_LISTINGS, '2025-03-06');
  old.advanceTo('2025-03-06', '100000');
  const fields = { stk_cd: '005930_NX', base_dt: '20250306', upd_stkpc_tp: '1' };
  const rows = old.pages('ka10081', PATHS.chart, fields, 'stk_dt_pole_chart_qry').flat() as Row[];
  expect(rows.map((row) => row['dt'])).toEqual(['20250306', '20250305', '20250304']);
});
