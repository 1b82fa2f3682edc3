// A halted name has a row for every day it did not trade: volume 0 at the price it stood at, in the past as well as for days lived
// through, and the same after a restart.

import { beforeAll, describe, expect, it } from 'vitest';
import { kstDate } from '#domain/time.ts';
import { restoreExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { MarketWorld } from '../../market-world.ts';

const SAMSUNG = '005930';
/** Halted on two days before the exchange began, and on the first two days of it (a Monday and a Tuesday). */
const PAST_HALT = { kind: 'halted', from: '2026-11-18', through: '2026-11-19' } as const;
const LIVED_HALT = { kind: 'halted', from: '2026-11-23', through: '2026-11-24' } as const;
const LISTINGS: readonly Listing[] = DEFAULT_LISTINGS.map((listing) =>
  listing.instrument.symbol === SAMSUNG
    ? { ...listing, designations: [PAST_HALT, LIVED_HALT] }
    : { ...listing },
);
const DATES = ['20261117', '20261118', '20261119', '20261120', '20261123', '20261124', '20261125'];

type Row = Record<string, string>;

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld(7, 10, LISTINGS);
  world.advanceTo('2026-11-25', '110000');
});

describe('days of a halted name', () => {
  it.each([
    [
      'ka10081',
      '/api/dostk/chart',
      'stk_dt_pole_chart_qry',
      { base_dt: '20261125', upd_stkpc_tp: '1' },
      'dt',
    ],
    ['ka10005', '/api/dostk/mrkcond', 'stk_ddwkmm', {}, 'date'],
    ['ka10086', '/api/dostk/mrkcond', 'daly_stkpc', { qry_dt: '20261125', indc_tp: '0' }, 'date'],
  ] as const)('are rows of volume 0 at the close before: %s', (id, path, list, body, dateName) => {
    const rows = world.call(id, path, { stk_cd: SAMSUNG, ...body }).json[list] as Row[];
    const days = rows.slice(0, DATES.length).toReversed();
    expect(days.map((row) => row[dateName])).toEqual(DATES);
    const closes = days.map((row) => Math.abs(Number(row['close_pric'] ?? row['cur_prc'])));
    const volumes = days.map((row) => Number(row['trde_qty']));
    expect(volumes.map((volume) => volume > 0)).toEqual([true, false, false, true, false, false, true]);
    expect([closes[1], closes[2]]).toEqual([closes[0], closes[0]]);
    expect([closes[4], closes[5]]).toEqual([closes[3], closes[3]]);
    for (const place of [1, 2, 4, 5]) {
      const { open_pric, high_pric, low_pric } = days[place]!;
      expect([open_pric, high_pric, low_pric].map((price) => Math.abs(Number(price)))).toEqual(
        Array(3).fill(closes[place]),
      );
    }
  });

  it('have no minutes, and are there after a restart', () => {
    const { market } = world.exchange;
    const minuteDays = new Set(market.minuteBars(SAMSUNG).map(({ start }) => kstDate(start)));
    expect(minuteDays).not.toContain('2026-11-19');
    expect(minuteDays).not.toContain('2026-11-24');
    const saved = JSON.parse(JSON.stringify(world.exchange.save())) as unknown;
    const again = restoreExchange(saved, { listings: LISTINGS });
    expect(again.market.dailyBars(SAMSUNG)).toEqual(market.dailyBars(SAMSUNG));
    expect(again.market.minuteBars(SAMSUNG)).toEqual(market.minuteBars(SAMSUNG));
  });
});
