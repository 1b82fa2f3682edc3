// The volatility breakout on minutes worked out by hand: yesterday ranged from 100 to 120, so with k = 0.5 the trigger is
// ten above today's open.

import * as fc from 'fast-check';
import { from, map } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import type { Bar } from '#domain/bar.ts';
import { strategy } from '#strategies/volatility-breakout.ts';
import { type Candle, flat, minuteBars } from '#test/support/bars.ts';
import { inWords, problemsOf, signalsOf } from './strategy-run.ts';

const THURSDAY = '2026-11-19';
const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';
const SYMBOL = 'A00001';
const PARAMETERS = { k: 0.5, size: { shares: 10 } };

/** Yesterday: 100 to 120. */
const YESTERDAY = minuteBars(SYMBOL, THURSDAY, '1000', [
  [110, 120, 108, 110],
  [110, 112, 100, 105],
]);

function today(clock: string, ...candles: readonly Candle[]): Bar[] {
  return minuteBars(SYMBOL, FRIDAY, clock, candles);
}

function given(bars: readonly Bar[], parameters: object = PARAMETERS): string[] {
  const said: string[] = [];
  signalsOf(strategy, parameters, [SYMBOL], () => from(bars)).subscribe((one) => said.push(inWords(one)));
  return said;
}

const BUY = `${SYMBOL} → 10 shares`;
const LEAVE = `${SYMBOL} → 0 shares`;

describe('buys', () => {
  test('the first close above the trigger, once', () => {
    const bars = [
      ...YESTERDAY,
      ...today('0900', [200, 209, 199, 209], [209, 215, 208, 210], [210, 212, 210, 211], flat(220)),
    ];
    // 209 is below, 210 touches, 211 breaks out; the high of 215 on the way does not count.
    expect(given(bars.slice(0, -2))).toEqual([]);
    expect(given(bars)).toEqual([BUY]);
  });

  test('with the minute that closes above it, at once', () => {
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    scheduler.run(({ cold, expectObservable }) => {
      const [a, b] = YESTERDAY;
      const [c, d] = today('0900', flat(200), flat(211));
      const [e] = today('1515', flat(205));
      const bars$ = cold('ab--c-d---e|', { a: a!, b: b!, c: c!, d: d!, e: e! });
      const said$ = signalsOf(strategy, PARAMETERS, [SYMBOL], () => bars$).pipe(map(inWords));
      expectObservable(said$).toBe('------b---l|', { b: BUY, l: LEAVE });
    });
  });

  test('and says why', () => {
    const reasons: string[] = [];
    const bars = [...YESTERDAY, ...today('0900', flat(200), flat(211))];
    signalsOf(strategy, { ...PARAMETERS, k: 0.33 }, [SYMBOL], () => from(bars)).subscribe(({ reason }) =>
      reasons.push(reason),
    );
    expect(reasons).toEqual(['close 211 broke out above 207']);
  });

  test.each([
    ['the minute that ends at the last entry still counts', '1429', [BUY]],
    ['the one after it does not', '1430', []],
  ])('%s', (_name, clock, signals) => {
    expect(given([...YESTERDAY, ...today('0900', flat(200)), ...today(clock, flat(300))])).toEqual(signals);
  });

  test('nothing on the first day it sees: there is no yesterday', () => {
    expect(given(today('0900', flat(200), flat(300)))).toEqual([]);
  });

  test("by the range of the last day that traded, not of the calendar's", () => {
    const monday = minuteBars(SYMBOL, MONDAY, '0900', [flat(200), flat(211)]);
    expect(given([...YESTERDAY, ...monday])).toEqual([BUY]);
  });
});

describe('leaves', () => {
  test.each([
    ['1514', [LEAVE]],
    ['1513', []],
    ['1519', [LEAVE]],
  ])('with the first minute that ends at the exit or later: %s', (clock, signals) => {
    expect(given([...YESTERDAY, ...today(clock, flat(200))])).toEqual(signals);
  });

  test('once a day, held or not, and buys nothing after it', () => {
    const bars = [...YESTERDAY, ...today('1514', flat(200), flat(400), flat(400))];
    expect(given(bars, { ...PARAMETERS, lastEntry: '15:30' })).toEqual([LEAVE]);
  });

  test('and starts afresh the next day', () => {
    const friday = [...today('0900', flat(200), flat(211)), ...today('1515', flat(205))];
    const monday = minuteBars(SYMBOL, MONDAY, '0900', [flat(200), flat(206)]); // Friday ranged from 200 to 211
    expect(given([...YESTERDAY, ...friday, ...monday])).toEqual([BUY, LEAVE, BUY]);
  });
});

test('its own warm-up before a moment, then what came, gives the same signals from there as having seen everything', () => {
  const days = ['2026-11-17', '2026-11-18', THURSDAY, FRIDAY];
  const script = fc.record({
    steps: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 40, maxLength: 40 }),
    cut: fc.integer({ min: 0, max: 380 }),
    k: fc.constantFrom(0.1, 0.3, 0.7),
  });
  const [warmUp] = strategy.warmUp(strategy.parameters.parse({}));
  fc.assert(
    fc.property(script, ({ steps, cut, k }) => {
      let price = 10_000;
      const minutes = days.flatMap((date, day) => {
        const candles = Array.from({ length: 381 }, (_unused, minute) => {
          price += steps[(minute * (day + 3)) % steps.length]!;
          return flat(price);
        });
        return minuteBars(SYMBOL, date, '0900', candles);
      });
      const begin = 3 * 381 + cut;
      const live = minutes.slice(begin);
      const parameters = { ...PARAMETERS, k };
      const after = (seen: readonly Bar[]) =>
        given([...seen, ...live], parameters).slice(given(seen, parameters).length);
      expect(after(minutes.slice(begin - warmUp!.bars, begin))).toEqual(after(minutes.slice(0, begin)));
    }),
    { numRuns: 50 },
  );
});

describe('parameters', () => {
  test('have defaults', () => {
    const defaults = { k: 0.5, lastEntry: '14:30', exitAt: '15:15', size: { weight: 1 } };
    expect(strategy.parameters.parse({})).toEqual(defaults);
  });

  test.each<[unknown, string]>([
    [{ k: 0 }, 'k: Too small: expected number to be >0'],
    [{ k: 3.5 }, 'k: Too big: expected number to be <=3'],
    [{ exitAt: '9:00' }, 'exitAt: expected HH:MM'],
    [{ lastEntry: '24:00' }, 'lastEntry: expected HH:MM'],
    [{ kk: 1 }, ': Unrecognized key: "kk"'],
  ])('%j are refused: %s', (parameters, problem) => {
    expect(problemsOf(strategy as never, parameters)).toEqual([problem]);
  });
});
