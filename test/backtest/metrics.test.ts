// Metrics: worked examples, algebra that must hold for any curve, and null where nothing can be said.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cagr,
  computeMetrics,
  curveMetrics,
  dailyReturns,
  deepestDrawdown,
  drawdownCurve,
  longestLosingStreak,
  monthlyReturns,
  sharpe,
  sortino,
  tradeMetrics,
  volatility,
} from '../../backtest/metrics.ts';
import { backtestResult, curve, roundTrip } from './result-fixture.ts';

const equities = fc.array(fc.integer({ min: 1_000, max: 10_000_000 }), { minLength: 1, maxLength: 60 });

describe('returns', () => {
  test('compound to the total return', () => {
    fc.assert(
      fc.property(equities, (values) => {
        const growth = dailyReturns(1_000_000, curve(...values)).reduce(
          (product, each) => product * (1 + each),
          1,
        );
        expect(growth - 1).toBeCloseTo(curveMetrics(1_000_000, curve(...values)).totalReturn!, 6);
      }),
    );
  });

  test('of months compound to the same', () => {
    fc.assert(
      fc.property(equities, (values) => {
        const months = monthlyReturns(1_000_000, curve(...values));
        const growth = months.reduce((product, { fraction }) => product * (1 + fraction), 1);
        expect(growth).toBeCloseTo(values.at(-1)! / 1_000_000, 6);
      }),
    );
  });

  test('of a year of 245 days are the annual growth', () => {
    expect(cagr(1_000_000, curve(...new Array(245).fill(1_100_000)))).toBeCloseTo(0.1, 12);
  });

  test('with known figures give known ratios', () => {
    const returns = [0.01, -0.01, 0.03];
    expect(volatility(returns)).toBeCloseTo(0.02 * Math.sqrt(245), 12);
    expect(sharpe(returns)).toBeCloseTo(0.5 * Math.sqrt(245), 12);
    expect(sortino(returns)).toBeCloseTo((0.01 / Math.sqrt(0.0001 / 3)) * Math.sqrt(245), 12);
  });

  test('do not change their ratios when the money is a thousand times as much', () => {
    fc.assert(
      fc.property(equities, (values) => {
        const small = curveMetrics(1_000_000, curve(...values));
        const large = curveMetrics(1_000_000_000, curve(...values.map((value) => value * 1_000)));
        for (const name of ['totalReturn', 'cagr', 'volatility', 'sharpe', 'sortino', 'calmar'] as const) {
          if (small[name] === null) expect(large[name]).toBeNull();
          else expect(large[name]! / (small[name] || 1)).toBeCloseTo(small[name] === 0 ? 0 : 1, 6);
        }
      }),
    );
  });
});

describe('the deepest drawdown', () => {
  test.each([
    [
      'falls from a peak and recovers',
      [100, 120, 90, 110, 120],
      [30, 0.25, '2026-01-06', '2026-01-07', '2026-01-09'],
    ],
    ['never recovers', [100, 120, 90, 110], [30, 0.25, '2026-01-06', '2026-01-07', null]],
    ['falls from the starting cash', [80, 90], [20, 0.2, null, '2026-01-05', null]],
    ['is the deeper of two', [110, 99, 200, 100, 200], [100, 0.5, '2026-01-07', '2026-01-08', '2026-01-09']],
    ['is the first of two as deep', [100, 90, 100, 90], [10, 0.1, '2026-01-05', '2026-01-06', '2026-01-07']],
  ] as const)('%s', (_, values, [amount, fraction, peakOn, troughOn, recoveredOn]) => {
    const found = deepestDrawdown(100, curve(...values));
    expect(found).toEqual({ amount, fraction: expect.closeTo(fraction, 12), peakOn, troughOn, recoveredOn });
  });

  test('is the lowest point of the drawdown curve', () => {
    fc.assert(
      fc.property(equities, (values) => {
        const lowest = Math.min(
          ...drawdownCurve(1_000_000, curve(...values)).map(({ fraction }) => fraction),
        );
        expect(deepestDrawdown(1_000_000, curve(...values))?.fraction ?? 0).toBeCloseTo(-lowest, 12);
      }),
    );
  });

  test('is null when equity only rises', () => {
    expect(deepestDrawdown(100, curve(100, 101, 105))).toBeNull();
  });
});

describe('round trips', () => {
  test('are counted and averaged without the open ones', () => {
    const trips = [
      roundTrip(300, 6),
      roundTrip(-100, 7),
      roundTrip(-101, 8),
      roundTrip(0, 9),
      roundTrip(9_999, null),
    ];
    expect(tradeMetrics(trips)).toEqual({
      closedCount: 4,
      openCount: 1,
      winRate: 0.25,
      profitFactor: 300 / 201,
      averageWin: 300,
      averageLoss: -100,
      expectancy: 25,
      longestLosingStreak: 2,
    });
  });

  test('stand in the order they closed when losses are counted', () => {
    const trips = [roundTrip(-1, 6), roundTrip(5, 8), roundTrip(-1, 7)];
    expect(tradeMetrics(trips).longestLosingStreak).toBe(2);
  });

  test.each([
    [[], 0],
    [[1, 2], 0],
    [[-1, -1, 0, -1], 2],
    [[-1, 5, -1, -1, -1], 3],
  ])('%j have a losing streak of %i', (profits, expected) => {
    expect(longestLosingStreak(profits)).toBe(expected);
  });
});

describe('a backtest', () => {
  test('has the figures of its facts', () => {
    const metrics = computeMetrics(backtestResult());
    expect(metrics).toMatchObject({ days: 4, costs: 1_700, exposure: 0.5, closedCount: 2, openCount: 1 });
    expect(metrics.totalReturn).toBeCloseTo(0.05, 12);
    expect(metrics.excessReturn).toBeCloseTo(0.03, 12);
    expect(metrics.costRate).toBeCloseTo(1_700 / 1_426_000, 12);
    expect(metrics.costShareOfProfit).toBeCloseTo(1_700 / 51_700, 12);
    expect(metrics.annualTurnover).toBeCloseTo((713_000 / 1_017_500) * (245 / 4), 9);
  });

  test('of no days has nothing but nulls and counts', () => {
    const metrics = computeMetrics(
      backtestResult({
        equity: [],
        buyAndHold: [],
        fills: [],
        roundTrips: [],
        finalEquity: 1_000_000,
        commission: 0,
        tax: 0,
      }),
    );
    const {
      buyAndHold,
      days,
      costs,
      closedCount,
      openCount,
      longestLosingStreak: streak,
      costShareOfProfit,
      ...rest
    } = metrics;
    expect([days, costs, closedCount, openCount, streak, costShareOfProfit]).toEqual([0, 0, 0, 0, 0, null]);
    expect(new Set([...Object.values(rest), ...Object.values(buyAndHold)])).toEqual(new Set([null]));
  });

  test('never has a figure that is NaN or infinite', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000 }), { maxLength: 5 }), (values) => {
        const result = backtestResult({
          equity: curve(...values),
          buyAndHold: [],
          finalEquity: values.at(-1) ?? 1_000_000,
        });
        for (const figure of Object.values(computeMetrics(result))) {
          if (typeof figure === 'number') expect(Number.isFinite(figure)).toBe(true);
        }
      }),
    );
  });

  test('of one day has a return but no annual figures', () => {
    const metrics = computeMetrics(backtestResult({ equity: curve(1_010_000), finalEquity: 1_010_000 }));
    expect(metrics.totalReturn).toBeCloseTo(0.01, 12);
    const {
      cagr: growth,
      volatility: swing,
      sharpe: ratio,
      sortino: other,
      calmar,
      annualTurnover,
    } = metrics;
    expect([growth, swing, ratio, other, calmar, annualTurnover]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
