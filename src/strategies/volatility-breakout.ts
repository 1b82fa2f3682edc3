// Volatility breakout (변동성 돌파): buy when the price rises above the day's open by a fraction k of yesterday's range,
// give it back at the end of the day. On minute bars; yesterday's range and today's open come from the same bars, so the
// strategy needs no other data.

import { merge, type Observable } from 'rxjs';
import { z } from 'zod';
import type { Bar } from '#domain/bar.ts';
import type { Signal } from '#domain/signal.ts';
import { kstDayNumber, kstTimeOfDay, MINUTE_MS } from '#domain/time.ts';
import type { Price, SymbolCode } from '#domain/units.ts';
import { clockTime, timeOfDay } from './clock-time.ts';
import { mapSome } from './map-some.ts';
import { type Size, sizeParameters, targetOf } from './size.ts';
import { defineStrategy } from './strategy.ts';

const BARS_OF_TWO_DAYS = 900;

const parameters = z.strictObject({
  /** Fraction of yesterday's high-low range above today's open. */
  k: z.number().gt(0).max(3).default(0.5),
  /** Korean time after which nothing is bought any more, and from which everything is given back. */
  lastEntry: clockTime.default('14:30'),
  exitAt: clockTime.default('15:15'),
  size: sizeParameters.default({ weight: 1 }),
});

export const strategy = defineStrategy({
  name: 'volatility-breakout',
  description: {
    en: "Buys a breakout above the open by a fraction of yesterday's range, sells before the close",
    ko: '시가에서 전일 변동폭의 일정 비율을 돌파하면 매수하고 장 마감 전에 매도합니다',
  },
  parameters,
  warmUp: () => [{ period: '1m', bars: BARS_OF_TWO_DAYS }],
  run: ({ symbols, parameters: chosen, bars }) =>
    merge(...symbols.map((symbol) => breakouts(symbol, bars(symbol, '1m'), chosen))),
});

interface Day {
  /** Day number in Korea. */
  readonly day: number;
  readonly open: Price;
  high: Price;
  low: Price;
  entered: boolean;
  exited: boolean;
}

function breakouts(
  symbol: SymbolCode,
  bars$: Observable<Bar>,
  chosen: { readonly k: number; readonly lastEntry: string; readonly exitAt: string; readonly size: Size },
): Observable<Signal> {
  const lastEntry = timeOfDay(chosen.lastEntry);
  const exitAt = timeOfDay(chosen.exitAt);
  let yesterday: Day | null = null;
  let today: Day | null = null;
  return bars$.pipe(
    mapSome((bar): Signal | null => {
      const day = kstDayNumber(bar.start);
      if (today === null || today.day !== day) {
        yesterday = today;
        today = { day, open: bar.open, high: bar.high, low: bar.low, entered: false, exited: false };
      } else {
        today.high = Math.max(today.high, bar.high);
        today.low = Math.min(today.low, bar.low);
      }
      if (yesterday === null) return null;
      const time = kstTimeOfDay(bar.start) + MINUTE_MS; // the bar is known at its end
      if (time >= exitAt) return leave(symbol, today);
      const trigger = today.open + chosen.k * (yesterday.high - yesterday.low);
      if (today.entered || time > lastEntry || bar.close <= trigger) return null;
      today.entered = true;
      const reason = `close ${bar.close} broke out above ${Math.ceil(trigger)}`;
      return { symbol, target: targetOf(chosen.size), reason };
    }),
  );
}

/** Said once a day, held or not: a target of nothing also clears what an earlier run left. */
function leave(symbol: SymbolCode, today: Day): Signal | null {
  if (today.exited) return null;
  today.exited = true;
  return { symbol, target: { unit: 'shares', shares: 0 }, reason: 'end of the day' };
}
