// What a backtest is described by: round trips, daily candles, the comparison with buying and holding.

import { describe, expect, test } from 'vitest';
import { backtest } from '#backtest/collect-result.ts';
import { roundTrips } from '#backtest/round-trips.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import type { Fill } from '#domain/fill.ts';
import { kstMidnight } from '#domain/time.ts';
import { DEFAULT_PATIENCE } from '#engine/engine-settings.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import { sampleFill } from '#test/adapters/sqlite/sample-records.ts';
import { type Candle, flat, minuteBars, seriesOf } from '#test/support/bars.ts';
import { stock } from '#test/support/engine-story.ts';
import { NO_LIMITS } from '#test/support/risk-view.ts';
import { planned, shares } from './backtest-run.ts';

const A = '005930';
const B = '000660';

function fill(side: 'buy' | 'sell', quantity: number, price: number, parts: Partial<Fill> = {}): Fill {
  return sampleFill({ side, quantity, amount: quantity * price, commission: 10, tax: 0, ...parts });
}

describe('round trips', () => {
  const at = 74_000;

  test.each<[string, Fill[], object[]]>([
    [
      'one position from first to last share',
      [
        fill('buy', 4, 70_000, { filledAt: 1 }),
        fill('buy', 6, 71_000),
        fill('sell', 10, 72_000, { filledAt: 9, tax: 5 }),
      ],
      [
        {
          openedAt: 1,
          closedAt: 9,
          quantity: 10,
          buyAmount: 706_000,
          sellAmount: 720_000,
          costs: 35,
          profit: 13_965,
        },
      ],
    ],
    [
      'two, one after the other',
      [fill('buy', 1, 70_000), fill('sell', 1, 71_000), fill('buy', 1, 72_000), fill('sell', 1, 71_000)],
      [{ profit: 980 }, { profit: -1_020 }],
    ],
    [
      'one that is open is valued and comes last',
      [
        fill('buy', 2, 70_000),
        fill('buy', 1, 70_000, { strategy: 'other' }),
        fill('sell', 1, 73_000, { strategy: 'other' }),
      ],
      [
        { strategy: 'other', closedAt: expect.any(Number), profit: 2_980 },
        { strategy: 'crossing', closedAt: null, sellAmount: 0, profit: 2 * (at - 70_000) - 10 },
      ],
    ],
    ['none of nothing', [], []],
  ])('%s', (_name, fills, trips) => {
    expect(roundTrips(fills, () => at)).toMatchObject(trips);
    expect(roundTrips(fills, () => at)).toHaveLength(trips.length);
  });
});

describe('a run of two days of minutes', () => {
  const up: Candle[] = [
    [100_000, 101_000, 99_000, 100_500, 10],
    [100_500, 103_000, 100_000, 102_000, 20],
  ];
  const bars = {
    [A]: [
      ...minuteBars(A, '2026-11-19', '0900', up),
      ...minuteBars(A, '2026-11-20', '0900', [flat(110_000)]),
    ],
    [B]: minuteBars(B, '2026-11-20', '0900', [flat(50_000), flat(60_000)]),
  };
  const plan = (symbol: string, bar: number) => (symbol === A && bar === 0 ? [shares(A, 5)] : []);
  const seen: string[] = [];
  const result = backtest(
    {
      name: 'sample',
      modules: ['planned.ts'],
      settings: {
        strategies: [planned([A, B], '1m', plan)],
        limits: { ...NO_LIMITS, maxOrderValue: 1_000_000 },
        costs: REAL_COSTS,
        calendar: krxCalendar,
        venue: 'KRX',
        ...DEFAULT_PATIENCE,
      },
      instruments: [stock(A), stock(B)],
      series: [seriesOf(A, bars[A]!), seriesOf(B, bars[B]!)],
      period: '1m',
      cash: 10_000_000,
      slippageTicks: 0,
      volumeSharePpm: null,
      enforceGrid: true,
      history: () => [],
      onProgress: (date) => void seen.push(date),
    },
    new MemoryLedger(),
  );

  test('names what was run', () => {
    expect(result).toMatchObject({
      name: 'sample',
      from: '2026-11-19',
      to: '2026-11-20',
      barCount: 5,
      startingCash: 10_000_000,
      strategies: [{ name: 'planned', module: 'planned.ts' }],
    });
    expect(seen).toEqual(['2026-11-19', '2026-11-20']);
  });

  test('sums its fills and values what is left', () => {
    const commission = 70; // 0.015 % of 502,500, cut to ten won
    expect(result).toMatchObject({ orderCount: 1, commission, tax: 0, refusals: {}, rejections: {} });
    expect(result.fills.map(({ amount }) => amount)).toEqual([5 * 100_500]);
    expect(result.finalEquity).toBe(10_000_000 - 502_500 - commission + 5 * 110_000);
    expect(result.roundTrips).toMatchObject([{ closedAt: null, profit: 5 * 110_000 - 502_500 - commission }]);
  });

  test('draws one candle a day', () => {
    expect(result.candles[A]).toEqual([
      {
        symbol: A,
        period: '1d',
        start: kstMidnight('2026-11-19'),
        open: 100_000,
        high: 103_000,
        low: 99_000,
        close: 102_000,
        volume: 30,
      },
      expect.objectContaining({ open: 110_000, close: 110_000 }),
    ]);
  });

  test('is compared with holding equal parts of everything from its first open on', () => {
    // Five million in each: A from 100,000 on, B, which is not there on the first day, from 50,000 on.
    expect(result.buyAndHold).toEqual([
      { date: '2026-11-19', equity: 5_100_000 + 5_000_000 },
      { date: '2026-11-20', equity: 5_500_000 + 6_000_000 },
    ]);
  });
});
