// Moving-average cross: hold while the fast average of closes is above the slow one, hold nothing while it is below.
// The textbook trend follower; on daily bars it trades at the next open.

import { merge, type Observable } from 'rxjs';
import { z } from 'zod';
import type { Bar } from '#domain/bar.ts';
import { BAR_PERIODS } from '#domain/bar.ts';
import type { Signal } from '#domain/signal.ts';
import type { SymbolCode } from '#domain/units.ts';
import { SimpleMovingAverage } from './indicators.ts';
import { mapSome } from './map-some.ts';
import { type Size, sizeParameters, targetOf } from './size.ts';
import { defineStrategy } from './strategy.ts';

const parameters = z
  .strictObject({
    /** Bars in the fast and in the slow average of closes. */
    fast: z.int().min(1).default(5),
    slow: z.int().min(2).default(20),
    period: z.enum(BAR_PERIODS).default('1d'),
    size: sizeParameters.default({ weight: 1 }),
  })
  .refine(({ fast, slow }) => fast < slow, { message: 'fast must be smaller than slow', path: ['fast'] });

export const strategy = defineStrategy({
  name: 'moving-average-cross',
  description: {
    en: 'Holds while the fast moving average of closes is above the slow one',
    ko: '단기 이동평균이 장기 이동평균 위에 있는 동안 보유합니다',
  },
  parameters,
  warmUp: ({ slow, period }) => [{ period, bars: slow + 1 }],
  run: ({ symbols, parameters: { fast, slow, period, size }, bars }) =>
    merge(...symbols.map((symbol) => crossings(symbol, bars(symbol, period), fast, slow, size))),
});

function crossings(
  symbol: SymbolCode,
  bars$: Observable<Bar>,
  fast: number,
  slow: number,
  size: Size,
): Observable<Signal> {
  const fastAverage = new SimpleMovingAverage(fast);
  const slowAverage = new SimpleMovingAverage(slow);
  let above: boolean | null = null;
  return bars$.pipe(
    mapSome(({ close }): Signal | null => {
      fastAverage.push(close);
      slowAverage.push(close);
      if (!slowAverage.ready) return null;
      const isAbove = fastAverage.value > slowAverage.value;
      if (isAbove === above) return null;
      above = isAbove;
      return isAbove
        ? { symbol, target: targetOf(size), reason: `average ${fast} crossed above ${slow}` }
        : { symbol, target: { unit: 'shares', shares: 0 }, reason: `average ${fast} crossed below ${slow}` };
    }),
  );
}
