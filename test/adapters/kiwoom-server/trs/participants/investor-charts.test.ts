// A market that plays stored charts: who traded before the exchange began nobody knows, and no TR about investors says it does.

import { beforeAll, describe, expect, it } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { compactDate } from '#domain/time.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { ChartMarket } from '#exchange/market/replay/market-charts.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';
import type { Row } from './asked.ts';

const TODAY = compactDate(SECOND_DAY);
const STOCK = { stk_cd: '005930' };
const UNITS = { amt_qty_tp: '2', trde_tp: '0', unit_tp: '1' };
const LONG_AGO = '20200101';

let world: MarketWorld;
beforeAll(() => {
  const made = new MarketWorld(7, 10);
  made.advanceTo(SECOND_DAY, '200500');
  const charts = new Map([
    [
      '005930',
      {
        days: made.exchange.market.dailyBars('005930'),
        minutes: made.exchange.market
          .minuteBars('005930')
          .filter(({ start }) => start > made.exchange.now - 48 * 3_600_000),
      },
    ],
  ]);
  world = new MarketWorld(
    7,
    10,
    DEFAULT_LISTINGS.slice(0, 1),
    FIRST_DAY,
    (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
  );
  world.advanceTo(SECOND_DAY, '100000');
});

function rows(id: string, fields: Row): Row[] {
  const { json } = world.call(id, TRS.get(id)!.path, { ...STOCK, ...fields });
  expect(json['return_code'], String(json['return_msg'])).toBe(0);
  return Object.values(json).find((value) => Array.isArray(value)) as Row[];
}

describe('a market of charts', () => {
  it('has the days since it began', () => {
    const lived = [TODAY, compactDate(FIRST_DAY)];
    const trend = { strt_dt: LONG_AGO, end_dt: TODAY, orgn_prsm_unp_tp: '1', for_prsm_unp_tp: '1' };
    for (const [id, fields] of [
      ['ka10059', { dt: TODAY, ...UNITS }],
      ['ka10060', { dt: TODAY, ...UNITS }],
      ['ka10045', trend],
      ['ka10008', {}],
    ] as const) {
      expect(
        rows(id, fields).map(({ dt }) => dt),
        id,
      ).toEqual(lived);
    }
  });

  it('sums up those alone', () => {
    const [total] = rows('ka10061', { strt_dt: LONG_AGO, end_dt: TODAY, ...UNITS });
    const days = rows('ka10059', { dt: TODAY, ...UNITS });
    const shares = (text: string | undefined) => Number(text?.replace('--', '-'));
    expect(shares(total!['frgnr_invsr'])).toBe(
      days.reduce((sum, day) => sum + shares(day['frgnr_invsr']), 0),
    );
  });

  it('leaves the columns of the days before blank', () => {
    const days = rows('ka10086', { qry_dt: TODAY, indc_tp: '0' });
    expect(days.length).toBeGreaterThan(5);
    const columns = 'ind orgn for_qty frgn prm for_rt for_poss for_wght for_netprps orgn_netprps ind_netprps';
    days.forEach((day, index) => {
      for (const name of columns.split(' ')) {
        if (index < 2) expect(day[name], name).toMatch(/^[+-]?[+-]?\d/);
        else expect(day[name], name).toBe('');
      }
    });
  });
});
