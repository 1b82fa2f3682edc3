// Every incremental indicator equals its definition computed from scratch, and trading-signals where the seeds agree.

import fc from 'fast-check';
import { ATR, BollingerBands, RSI, SMA } from 'trading-signals';
import { describe, expect, test } from 'vitest';
import {
  Atr,
  Bollinger,
  ExponentialMovingAverage,
  type Indicator,
  RollingMax,
  RollingMin,
  Rsi,
  SimpleMovingAverage,
} from '#strategies/indicators.ts';

const lengths = fc.integer({ min: 1, max: 30 });
const prices = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 150 });
const candles = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(50_000), fc.nat(100))
    .map(([low, range, share]) => ({
      low,
      high: low + range,
      close: low + Math.floor((range * share) / 100),
    })),
  { minLength: 1, maxLength: 150 },
);

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

/** Values after each push, NaN before the indicator is ready. */
function run(indicator: Indicator, inputs: readonly number[]): number[] {
  return inputs.map((input) => {
    indicator.push(input);
    return indicator.value;
  });
}

/** `define` of every full window. */
function windowed(
  inputs: readonly number[],
  length: number,
  define: (window: readonly number[]) => number,
): number[] {
  return inputs.map((_, i) => (i + 1 < length ? Number.NaN : define(inputs.slice(i + 1 - length, i + 1))));
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) {
    if (Number.isNaN(value)) expect(actual[i]).toBeNaN();
    else expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  }
}

describe('windows', () => {
  test('the simple mean of whole won is exactly the mean of the window', () => {
    fc.assert(
      fc.property(lengths, prices, (length, inputs) => {
        expect(run(new SimpleMovingAverage(length), inputs)).toEqual(windowed(inputs, length, mean));
      }),
    );
  });

  test('the simple mean of fractions does not drift over a long run', () => {
    const average = new SimpleMovingAverage(3);
    for (let i = 0; i < 100_000; i++) average.push(0.1 * (i % 17) + 1e9);
    for (const value of [0.1, 0.2, 0.3]) average.push(value);
    for (const value of [0.1, 0.2, 0.3]) average.push(value);
    expect(average.value).toBeCloseTo(0.2, 12);
  });

  test('rolling extremes are the extremes of the window', () => {
    fc.assert(
      fc.property(lengths, prices, (length, inputs) => {
        expect(run(new RollingMax(length), inputs)).toEqual(windowed(inputs, length, (w) => Math.max(...w)));
        expect(run(new RollingMin(length), inputs)).toEqual(windowed(inputs, length, (w) => Math.min(...w)));
      }),
    );
  });

  test('Bollinger bands are the mean and its population deviations', () => {
    fc.assert(
      fc.property(lengths, prices, (length, inputs) => {
        const bands = new Bollinger(length, 2);
        const theirs = new BollingerBands(length, 2);
        for (const [i, input] of inputs.entries()) {
          bands.push(input);
          const result = theirs.add(input);
          expect(bands.ready).toBe(result !== null);
          if (result === null) continue;
          const window = inputs.slice(i + 1 - length, i + 1);
          const tolerance = Math.max(...window) * 1e-6;
          expect(Math.abs(bands.value - mean(window))).toBeLessThanOrEqual(1e-9 * mean(window));
          expect(Math.abs(bands.deviation - deviation(window))).toBeLessThanOrEqual(tolerance);
          expect(Math.abs(bands.upper - result.upper)).toBeLessThanOrEqual(2 * tolerance);
          expect(Math.abs(bands.lower - result.lower)).toBeLessThanOrEqual(2 * tolerance);
        }
      }),
    );
  });

  test('the deviation of a flat window is zero, whatever came before', () => {
    const bands = new Bollinger(5);
    for (const value of [1, 2_000_000, 3, 1_999_999, 7, 500, 500, 500, 500, 500]) bands.push(value);
    expect([bands.lower, bands.value, bands.upper]).toEqual([500, 500, 500]);
  });
});

describe('averages with memory', () => {
  test('the exponential mean begins with the simple mean and then follows its recurrence', () => {
    fc.assert(
      fc.property(lengths, prices, (length, inputs) => {
        const expected = windowed(inputs, length, () => 0);
        for (let i = length - 1; i < inputs.length; i++) {
          const before = i === length - 1 ? mean(inputs.slice(0, length)) : expected[i - 1]!;
          expected[i] =
            i === length - 1 ? before : inputs[i]! * (2 / (length + 1)) + before * (1 - 2 / (length + 1));
        }
        expectClose(run(new ExponentialMovingAverage(length), inputs), expected);
      }),
    );
  });

  test('the true range mean is the same as trading-signals', () => {
    fc.assert(
      fc.property(lengths, candles, (length, bars) => {
        const ours = new Atr(length);
        const theirs = new ATR(length);
        const actual = bars.map(({ high, low, close }) => {
          ours.push(high, low, close);
          return ours.value;
        });
        expectClose(
          actual,
          bars.map((bar) => theirs.add(bar) ?? Number.NaN),
        );
      }),
    );
  });

  test('the relative strength index is the same as trading-signals once the price has moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), prices, (length, inputs) => {
        const moving = [1, 2, ...inputs];
        const theirs = new RSI(length);
        const expected = moving.map((value) => theirs.add(value) ?? Number.NaN);
        expectClose(run(new Rsi(length), moving), expected);
      }),
    );
  });

  test.each([
    ['only rises', [1, 2, 3, 4], 100],
    ['only falls', [4, 3, 2, 1], 0],
    ['stands still', [3, 3, 3, 3], 50],
    ['rises as much as it falls', [3, 4, 3, 4, 3], 50],
  ])('the relative strength index of a price that %s', (_, inputs, expected) => {
    const rsi = new Rsi(inputs.length - 1);
    expect(run(rsi, inputs).at(-1)).toBe(expected);
  });
});

test('an indicator is ready after as many values as its length, the index one later', () => {
  const table: [Indicator, number][] = [
    [new SimpleMovingAverage(5), 5],
    [new ExponentialMovingAverage(5), 5],
    [new RollingMax(5), 5],
    [new RollingMin(5), 5],
    [new Bollinger(5), 5],
    [new Rsi(5), 6],
  ];
  for (const [indicator, needed] of table) {
    const readiness = Array.from({ length: needed }, (_, i) => {
      indicator.push(i + 1);
      return indicator.ready;
    });
    expect(readiness).toEqual([...new Array(needed - 1).fill(false), true]);
  }
});

test('the simple mean agrees with trading-signals', () => {
  const theirs = new SMA(4);
  const inputs = [70_000, 70_500, 69_900, 71_200, 71_300, 70_100];
  const expected = inputs.map((value) => theirs.add(value) ?? Number.NaN);
  expectClose(run(new SimpleMovingAverage(4), inputs), expected);
});

test.each([0, -1, 1.5, Number.NaN])('a length of %s is refused', (length) => {
  expect(() => new SimpleMovingAverage(length)).toThrow(/positive integer/);
});
