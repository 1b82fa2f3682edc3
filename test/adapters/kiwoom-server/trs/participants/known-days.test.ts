// Periods that reach back before the days whose participants are known: a market that plays real charts knows who traded from
// its first day on, whatever bars it has from before.

import { beforeAll, describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { ChartMarket } from '#exchange/market/replay/market-charts.ts';
import { FIRST_DAY, type MarketWorld, SECOND_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row } from './asked.ts';

const SAMSUNG = '005930';
const TODAY = compactDate(SECOND_DAY);
const YESTERDAY = compactDate(FIRST_DAY);
const MARKET = { date: TODAY, amt_qty_tp: '1', mrkt_tp: 'P00101', min_tic_tp: '1', stex_tp: '1' };

let asked: AskedWorld;
beforeAll(() => {
  // What another market made in two days is given as charts: thirty days of bars, two of them with minutes.
  const { world } = new AskedWorld(SECOND_DAY, '210000', 30);
  asked = chartsOf(world, SECOND_DAY, '100000');
});

function chartsOf(made: MarketWorld, date: string, clock: string): AskedWorld {
  const { exchange } = made;
  const charts = new Map(
    exchange.market
      .instruments()
      .map(({ symbol }) => [
        symbol,
        { minutes: exchange.market.minuteBars(symbol), days: exchange.market.dailyBars(symbol) },
      ]),
  );
  return new AskedWorld(
    date,
    clock,
    30,
    DEFAULT_LISTINGS,
    (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
  );
}

describe('a period longer than what is known', () => {
  it.each<[string, string, Row, readonly string[]]>([
    [
      ...(['ka10078', 'dt'] as const),
      { mmcm_cd: '050', stk_cd: SAMSUNG, strt_dt: '20260101', end_dt: TODAY },
      [TODAY, YESTERDAY],
    ],
    [
      ...(['ka10043', 'dt'] as const),
      {
        ...{ stk_cd: SAMSUNG, strt_dt: TODAY, end_dt: TODAY, qry_dt_tp: '0', pot_tp: '0', dt: '20' },
        ...{ sort_base: '2', mmcm_cd: '050', stex_tp: '1' },
      },
      [TODAY, YESTERDAY],
    ],
    ['ka90013', 'dt', { stk_cd: SAMSUNG }, [TODAY, YESTERDAY]],
    ['ka90010', 'cntr_tm', MARKET, [`${TODAY}000000`, `${YESTERDAY}000000`]],
    ['ka90007', 'dt', { ...MARKET, date: '20260601', mrkt_tp: '0' }, [TODAY, YESTERDAY]],
    ['ka90004', 'dt', { dt: '20261110', mrkt_tp: 'P00101', stex_tp: '1' }, []],
  ])('has the days that are (%s)', (id, element, fields, dates) => {
    expect(asked.world.exchange.market.dailyBars(SAMSUNG).length).toBeGreaterThan(20);
    const page = asked.page(id, fields);
    expect(page.rows.map((row) => row[element])).toEqual(dates);
    expect(page.nextKey).toBeNull();
  });

  it('sums up the days that are (ka10038, ka10039)', () => {
    const { fields } = asked.ask('ka10038', { stk_cd: SAMSUNG, qry_tp: '3', dt: '59' });
    const bars = asked.world.exchange.market.dailyBars(SAMSUNG).slice(-2);
    const volume = bars.reduce((sum, bar) => sum + bar.volume, 0);
    expect(figure(fields['prid_trde_qty'])).toBe(volume);
    const rows = ['1', '2'].flatMap((trde_tp) =>
      asked.rows('ka10039', { mmcm_cd: '050', trde_qty_tp: '0', trde_tp, dt: '60', stex_tp: '1' }),
    );
    const row = rows.find((one) => one['stk_cd'] === SAMSUNG)!;
    expect(figure(row['prid_trde_qty'])).toBe(volume);
  });
});
