// Backtests against what was worked out by hand, against a plain loop written without the engine, and against what must
// hold of any backtest: nothing known too early, nothing lost, the same bytes twice.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BarPeriod } from '#domain/bar.ts';
import { kstDate, kstMoment } from '#domain/time.ts';
import { assertBalanced } from '#engine/entries.ts';
import { encodeRecord } from '#engine/record-codec.ts';
import { strategy as movingAverageCross } from '#strategies/moving-average-cross.ts';
import type { StrategyDefinition } from '#strategies/strategy.ts';
import { strategy as volatilityBreakout } from '#strategies/volatility-breakout.ts';
import { type Candle, DAYS, dailyBars, flat, minuteBars, walk } from '#test/support/bars.ts';
import { recordInWords } from '#test/support/engine-story.ts';
import { CASH, fillInWords, planned, run, setupOf, shares } from './backtest-run.ts';

const A = '005930';
const B = '000660';

function crossing(parameters: unknown, symbols: readonly string[] = [A]) {
  return setupOf(movingAverageCross as StrategyDefinition<never>, parameters, symbols);
}

describe('a week worked out by hand', () => {
  // The close against the mean of two closes: above when it rose. Bought at Wednesday's open, sold at Friday's.
  const candles: Candle[] = [
    [100_000, 100_500, 99_500, 100_000],
    [100_000, 101_500, 99_900, 101_000],
    [102_000, 103_500, 101_500, 103_000],
    [103_000, 103_200, 98_700, 99_000],
    [98_000, 98_500, 97_500, 98_200],
  ];
  const week = run({
    bars: { [A]: dailyBars(A, candles) },
    strategies: [crossing({ fast: 1, slow: 2, size: { shares: 10 } })],
  });

  test('trades at the open after the signal', () => {
    expect(week.fills.map(fillInWords)).toEqual(['2026-11-04 buy 10 @ 102000', '2026-11-06 sell 10 @ 98000']);
  });

  test('pays to the won', () => {
    // 0.015 % of 1,020,000 is 153, of 980,000 it is 147, both cut to ten won; tax is 0.05 % and 0.15 %.
    expect(week.fills.map(({ commission, tax }) => [commission, tax])).toEqual([
      [150, 0],
      [140, 490 + 1_470],
    ]);
  });

  test('is worth at every close what was held and what was left', () => {
    const bought = CASH - 1_020_000 - 150;
    const sold = bought + 980_000 - 140 - 1_960;
    expect(week.equity.map(({ date, equity, cash }) => ({ date, equity, cash }))).toEqual([
      { date: '2026-11-02', equity: CASH, cash: CASH },
      { date: '2026-11-03', equity: CASH, cash: CASH },
      { date: '2026-11-04', equity: bought + 1_030_000, cash: bought },
      { date: '2026-11-05', equity: bought + 990_000, cash: bought },
      { date: '2026-11-06', equity: sold, cash: sold },
    ]);
  });

  test('writes days that open, close and agree', () => {
    const words = week.records.map(recordInWords);
    const days = words.filter((line) => /^(open|close) the day|^reconciled/.test(line)).slice(0, 4);
    expect(days).toEqual([
      'open the day 2026-11-02 with 100000000',
      'reconciled',
      'close the day 2026-11-02 with 100000000',
      'open the day 2026-11-03 with 100000000',
    ]);
  });
});

describe('minutes worked out by hand', () => {
  test('the breakout buys at the open of the next minute and leaves before the close', () => {
    const bars = [
      ...minuteBars(A, '2026-11-19', '1000', [[100_000, 102_000, 100_000, 101_000]]),
      ...minuteBars(A, '2026-11-20', '0900', [
        flat(100_000),
        [100_000, 101_200, 100_000, 101_100],
        [101_300, 101_500, 101_200, 101_400],
      ]),
      ...minuteBars(A, '2026-11-20', '1514', [flat(103_000), [102_900, 103_000, 102_800, 102_900]]),
    ];
    const parameters = { k: 0.5, size: { weight: 0.5 } };
    const setup = setupOf(volatilityBreakout as StrategyDefinition<never>, parameters, [A]);
    const { fills } = run({ period: '1m', bars: { [A]: bars }, strategies: [setup] });
    // Half of a hundred million at 101,100 won are 494 shares.
    expect(fills.map(fillInWords)).toEqual(['2026-11-20 buy 494 @ 101300', '2026-11-20 sell 494 @ 102900']);
    expect(fills.map(({ filledAt }) => filledAt)).toEqual([
      kstMoment('2026-11-20', '0902'),
      kstMoment('2026-11-20', '1515'),
    ]);
  });
});

/** The same strategy, exchange and costs in one loop: what the engine must come to by a longer way. */
function plainLoop(
  candles: readonly Candle[],
  {
    fast,
    slow,
    size,
    slippage,
    share,
  }: { fast: number; slow: number; size: number; slippage: number; share: number | null },
): { fills: string[]; cash: number } {
  const mean = (end: number, length: number) =>
    candles.slice(end - length, end).reduce((sum, [, , , close]) => sum + close, 0) / length;
  const fills: string[] = [];
  let cash = CASH;
  let held = 0;
  let above: boolean | null = null;
  let wanted: number | null = null;
  candles.forEach(([open, high, low, , volume = 0], day) => {
    const change = wanted === null ? 0 : wanted - held;
    wanted = null;
    const most =
      volume === 0 ? 0 : share === null ? Number.POSITIVE_INFINITY : Math.floor((volume * share) / 1e6);
    const quantity = Math.min(Math.abs(change), most);
    if (quantity > 0) {
      const buys = change > 0;
      const price = buys ? Math.min(high, open + slippage * 100) : Math.max(low, open - slippage * 100);
      const amount = price * quantity;
      const commission = Math.floor((amount * 15) / 1_000_000) * 10;
      const tax = buys ? 0 : Math.floor((amount * 5) / 10_000) + Math.floor((amount * 15) / 10_000);
      cash += (buys ? -amount : amount) - commission - tax;
      held += buys ? quantity : -quantity;
      fills.push(`${DAYS[day]} ${buys ? 'buy' : 'sell'} ${quantity} @ ${price}`);
    }
    if (day + 1 < slow) return;
    const isAbove = mean(day + 1, fast) > mean(day + 1, slow);
    if (isAbove !== above) wanted = isAbove ? size : 0;
    above = isAbove;
  });
  return { fills, cash };
}

const market = fc.record({
  candles: walk({ minLength: 5, maxLength: 70 }),
  fast: fc.integer({ min: 1, max: 3 }),
  slow: fc.integer({ min: 4, max: 6 }),
  size: fc.integer({ min: 1, max: 40 }),
  slippage: fc.integer({ min: 0, max: 3 }),
  share: fc.constantFrom(null, 100, 1_000),
});

test('the engine trades as a plain loop does, share by share and won by won', () => {
  fc.assert(
    fc.property(market, ({ candles, fast, slow, size, slippage, share }) => {
      const { fills, engine } = run({
        bars: { [A]: dailyBars(A, candles) },
        strategies: [crossing({ fast, slow, size: { shares: size } })],
        slippageTicks: slippage,
        volumeSharePpm: share,
      });
      const expected = plainLoop(candles, { fast, slow, size, slippage, share });
      expect(fills.map(fillInWords)).toEqual(expected.fills);
      expect(engine.ledger.cash).toBe(expected.cash);
    }),
    { numRuns: 150 },
  );
});

test('what comes later changes nothing that was ordered before', () => {
  const two = fc.record({
    past: walk({ minLength: 5, maxLength: 40 }),
    futures: fc.tuple(future(), future()),
  });
  fc.assert(
    fc.property(two, fc.constantFrom<BarPeriod>('1d', '1m'), ({ past, futures }, period) => {
      const until = (period === '1d' ? dailyBars : minutesOf)(A, past).at(-1)!.start;
      const ordersBefore = futures.map((later) => {
        const bars = (period === '1d' ? dailyBars : minutesOf)(A, [...past, ...later]);
        const { records } = run({
          bars: { [A]: bars },
          period,
          strategies: [crossing({ fast: 1, slow: 3, period, size: { shares: 5 } })],
        });
        const day = kstDate(until);
        return records
          .filter(({ at }) => (period === '1d' ? kstDate(at) < day : at <= until))
          .filter(({ type }) => type === 'order-intended' || type === 'filled')
          .map(encodeRecord);
      });
      expect(ordersBefore[0]).toEqual(ordersBefore[1]);
    }),
    { numRuns: 60 },
  );
});

function future(): fc.Arbitrary<Candle[]> {
  return walk({ minLength: 1, maxLength: 10 });
}

function minutesOf(symbol: string, candles: readonly Candle[]) {
  return minuteBars(symbol, '2026-11-20', '0900', candles);
}

test('two runs leave the same bytes, and every day nothing is missing', () => {
  fc.assert(
    fc.property(walk({ minLength: 5, maxLength: 60 }), walk({ minLength: 5, maxLength: 60 }), (one, two) => {
      const parts = {
        bars: { [A]: dailyBars(A, one), [B]: dailyBars(B, two) },
        strategies: [crossing({ fast: 1, slow: 2, size: { weight: 0.4 } }, [A, B])],
        volumeSharePpm: 5_000,
      };
      const [first, second] = [run(parts), run(parts)];
      expect(second.ledger.tip()).toEqual(first.ledger.tip());

      const reconciled = first.records.filter((record) => record.type === 'reconciled');
      expect(reconciled.map(({ tradeDate }) => tradeDate)).toEqual(first.days);
      expect(reconciled.flatMap(({ differences }) => differences)).toEqual([]);
      for (const record of first.records) if (record.type === 'filled') assertBalanced(record.entries);
      const held = first.records.filter((record) => record.type === 'day-closed');
      expect(held.map(({ equity }) => equity)).toEqual(first.equity.map(({ equity }) => equity));
    }),
    { numRuns: 40 },
  );
});

describe('bars of several instruments at the same moment', () => {
  const bars = {
    [A]: dailyBars(A, [flat(100_000), flat(101_000), flat(102_000)]),
    [B]: dailyBars(B, [flat(50_000), flat(51_000), flat(52_000)]),
  };

  test.each([
    ['earlier', A, B, '2026-11-03 buy 1 @ 51000'],
    ['later', B, A, '2026-11-03 buy 1 @ 101000'],
  ])(
    'are one moment: an order given on the %s one meets the other only next time',
    (_name, seen, ordered, fill) => {
      const plan = (symbol: string, bar: number) =>
        symbol === seen && bar === 0 ? [shares(ordered, 1)] : [];
      const { fills } = run({ bars, strategies: [planned([A, B], '1d', plan)] });
      expect(fills.map(fillInWords)).toEqual([fill]);
    },
  );

  test('with a day missing in one wait for their own next bar', () => {
    const gap = { ...bars, [B]: bars[B]!.filter((_bar, day) => day !== 1) };
    const plan = (symbol: string, bar: number) =>
      symbol === A && bar === 1 ? [shares(B, 1)] : symbol === A && bar === 0 ? [shares(B, 2)] : [];
    const { fills, records } = run({ bars: gap, strategies: [planned([A, B], '1d', plan)] });
    // Tuesday's order for two found no bar and expired with the day.
    expect(records.map(recordInWords)).toContain('1 is expired (closed by the broker)');
    expect(fills.map(fillInWords)).toEqual(['2026-11-04 buy 1 @ 52000']);
  });
});

describe('orders', () => {
  const rising = { [A]: dailyBars(A, [100_000, 101_000, 102_000, 103_000].map(flat)) };
  const atLimit = { pricing: { type: 'limit', price: 99_000 } } as const;

  test('of the day expire with it, and are not given again by themselves', () => {
    const plan = (_symbol: string, bar: number) => (bar === 0 ? [shares(A, 5, atLimit)] : []);
    const { records, fills } = run({ bars: rising, strategies: [planned([A], '1d', plan)] });
    const words = records.map(recordInWords).filter((line) => /^(intend|1 is)/.test(line));
    expect(words).toEqual([
      'intend 1: buy 5 005930 limit 99000',
      '1 is acknowledged',
      '1 is expired (closed by the broker)',
    ]);
    expect(fills).toEqual([]);
  });

  test('take their part of the volume, and what is left goes on in the next bar of the day', () => {
    const volumes = [3, 40, 40].map((volume): Candle => [100_000, 100_000, 100_000, 100_000, volume]);
    const bars = { [A]: minuteBars(A, '2026-11-20', '0900', volumes) };
    const plan = (_symbol: string, bar: number) => (bar === 0 ? [shares(A, 6)] : []);
    const parts = { period: '1m', volumeSharePpm: 100_000 } as const;
    const { fills } = run({ bars, ...parts, strategies: [planned([A], '1m', plan)] });
    expect(fills.map(({ quantity }) => quantity)).toEqual([4, 2]);
  });

  test('the exchange does not take are counted by its code', () => {
    const plan = (_symbol: string, bar: number) =>
      bar === 1 ? [shares(A, 5, { pricing: { type: 'limit', price: 99_050 } })] : [];
    const { records } = run({ bars: rising, strategies: [planned([A], '1d', plan)] });
    // Our own risk is stricter and comes first.
    expect(records.map(recordInWords)).toContain('refuse 1: buy 5 005930 limit 99050: off-tick');
  });
});

describe('exposure', () => {
  const SESSION_MINUTES = 390;
  const bars = {
    [A]: [
      ...minuteBars(A, '2026-11-20', '0900', [100_000, 100_000, 100_000].map(flat)),
      ...minuteBars(A, '2026-11-20', '1000', [flat(100_000)]),
    ],
  };

  test.each<[string, sellAfter: number | null, heldMinutes: number]>([
    ['from one bar to the next', 1, 1],
    ['over a gap in the bars', 2, 59],
    ['until the close', null, 389],
  ])('counts the time a position is held: %s', (_what, sellAfter, heldMinutes) => {
    const plan = (_symbol: string, bar: number) =>
      bar === 0 ? [shares(A, 500)] : bar === sellAfter ? [shares(A, 0)] : [];
    const { equity } = run({ bars, period: '1m', strategies: [planned([A], '1m', plan)] });
    const half = (500 * 100_000) / CASH; // but for the costs
    expect(equity[0]?.exposure).toBeCloseTo((half * heldMinutes) / SESSION_MINUTES, 4);
  });

  test('of daily bars is that of the close', () => {
    const days = { [A]: dailyBars(A, [flat(100_000), flat(100_000), flat(100_000)]) };
    const plan = (_symbol: string, bar: number) => (bar === 0 ? [shares(A, 500)] : []);
    const { equity } = run({ bars: days, strategies: [planned([A], '1d', plan)] });
    const atClose = equity.map((day) => (day.equity - day.cash) / day.equity);
    expect(equity.map(({ exposure }) => exposure)).toEqual(atClose);
    expect(atClose[1]).toBeCloseTo(0.5, 3);
  });
});

describe('history before the first bar', () => {
  const past = dailyBars(A, [100_000, 101_000, 102_000].map(flat));
  const [, , , ...bars] = dailyBars(A, [100_000, 101_000, 102_000, 103_000, 104_000].map(flat));
  const strategies = [crossing({ fast: 1, slow: 2, size: { shares: 10 } })];

  test('lets a strategy trade at the very first open', () => {
    const { fills } = run({ bars: { [A]: bars }, strategies, history: () => past });
    expect(fills.map(fillInWords)).toEqual(['2026-11-05 buy 10 @ 103000']);
  });

  test('is asked for as long as the strategy wants it', () => {
    const asked: unknown[] = [];
    const history = (...question: unknown[]) => {
      asked.push(question);
      return [];
    };
    expect(run({ bars: { [A]: bars }, strategies, history }).fills).toEqual([]);
    expect(asked).toContainEqual([A, '1d', 3]);
  });

  test('trades nothing itself', () => {
    const { records } = run({ bars: { [A]: bars }, strategies, history: () => past });
    const intents = records.filter(({ type }) => type === 'order-intended');
    expect(intents.map(({ at }) => kstDate(at))).toEqual(['2026-11-05']);
  });
});
