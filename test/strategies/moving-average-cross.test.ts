// The moving-average cross on closes whose averages were worked out by hand.

import * as fc from 'fast-check';
import { from, map, toArray } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { strategy } from '#strategies/moving-average-cross.ts';
import { dailyBars, flat, walk } from '#test/support/bars.ts';
import { inWords, problemsOf, signalsOf } from './strategy-run.ts';

const PARAMETERS = { fast: 2, slow: 3, size: { shares: 10 } };

/** A marble diagram of one character a bar; `b` asks for ten shares, `s` for none. */
function expectMarbles(closes: readonly number[], bars: string, signals: string): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run(({ cold, expectObservable }) => {
    const made = dailyBars('A00001', closes.map(flat));
    const values = Object.fromEntries([...'abcdefghij'].map((name, index) => [name, made[index]!]));
    const bars$ = cold(bars, values);
    const targets$ = signalsOf(strategy, PARAMETERS, ['A00001'], () => bars$).pipe(
      map(({ target }) => (target.unit === 'shares' && target.shares === 10 ? 'b' : 's')),
    );
    expectObservable(targets$).toBe(signals, { b: 'b', s: 's' });
  });
}

describe('signals', () => {
  test.each([
    // fast:        -  10  15  25  15   5        slow: - - 13.3 20 16.7 10
    ['rises, then falls', [10, 10, 20, 30, 0, 10], '-abcdef|', '---b-s-|'],
    // Said once the slow average is known, whatever the side.
    ['falls from the start', [30, 20, 10], '-abc|', '---s|'],
    ['stands still: not above', [10, 10, 10, 10], '-abcd|', '---s-|'],
    ['is too short', [10, 20], '-ab|', '---|'],
  ])('a price that %s', (_name, closes, bars, signals) => {
    expectMarbles(closes, bars, signals);
  });

  test('come with the bar that completes the average, at once', () => {
    expectMarbles([10, 10, 20], '-ab---c|', '------b|');
  });

  test('of each instrument come of its own bars', async () => {
    const up = dailyBars('A00001', [10, 20, 30].map(flat));
    const down = dailyBars('A00002', [30, 20, 10].map(flat));
    const bars = (symbol: string) => from(symbol === 'A00001' ? up : down);
    const given: string[] = [];
    signalsOf(strategy, PARAMETERS, ['A00001', 'A00002'], bars).subscribe((signal) =>
      given.push(inWords(signal)),
    );
    expect(given).toEqual(['A00001 → 10 shares', 'A00002 → 0 shares']);
  });

  test.each([
    [{ shares: 3 }, 'A00001 → 3 shares'],
    [{ won: 500_000 }, 'A00001 → 500000 won'],
    [{ weight: 0.25 }, 'A00001 → 0.25'],
  ])('ask for the size %j as it was configured', (size, words) => {
    const given: string[] = [];
    const bars = () => from(dailyBars('A00001', [10, 20, 30].map(flat)));
    signalsOf(strategy, { ...PARAMETERS, size }, ['A00001'], bars).subscribe((one) =>
      given.push(inWords(one)),
    );
    expect(given).toEqual([words]);
  });
});

test('a strategy that saw only its warm-up before a moment holds the same view as one that saw everything', () => {
  const parameters = { fast: 3, slow: 7, size: { shares: 1 } };
  const [warmUp] = strategy.warmUp(strategy.parameters.parse(parameters));
  const viewAfter = (bars: ReturnType<typeof dailyBars>) => {
    let words = 'nothing said';
    signalsOf(strategy, parameters, ['A00001'], () => from(bars)).subscribe((signal) => {
      words = inWords(signal);
    });
    return words;
  };
  fc.assert(
    fc.property(walk({ minLength: 9, maxLength: 60 }), (candles) => {
      const bars = dailyBars('A00001', candles);
      expect(viewAfter(bars.slice(-warmUp!.bars))).toBe(viewAfter(bars));
    }),
  );
});

test('signals alternate, the first one either way', () => {
  fc.assert(
    fc.property(walk({ minLength: 3, maxLength: 80 }), (candles) => {
      const given: string[][] = [];
      const bars = () => from(dailyBars('A00001', candles));
      signalsOf(strategy, PARAMETERS, ['A00001'], bars)
        .pipe(map(inWords), toArray())
        .subscribe((all) => given.push(all));
      const [said] = given;
      said!.forEach((words, index) => {
        if (index > 0) expect(words).not.toBe(said![index - 1]);
      });
    }),
  );
});

describe('parameters', () => {
  test('have defaults', () => {
    expect(strategy.parameters.parse({})).toEqual({ fast: 5, slow: 20, period: '1d', size: { weight: 1 } });
  });

  test.each<[unknown, string]>([
    [{ fast: 20, slow: 20 }, 'fast: fast must be smaller than slow'],
    [{ fast: 0 }, 'fast: Too small: expected number to be >=1'],
    [{ slow: 2.5 }, 'slow: Invalid input: expected int, received number'],
    [{ period: '2m' }, 'period: Invalid option: expected one of "1m"|"3m"|"5m"|"10m"|"15m"|"30m"|"60m"|"1d"'],
    [{ fsat: 3 }, ': Unrecognized key: "fsat"'],
  ])('%j are refused: %s', (parameters, problem) => {
    expect(problemsOf(strategy as never, parameters)).toEqual([problem]);
  });

  test.each([[{ shares: 0 }], [{ won: 1.5 }], [{ weight: 1.1 }], [{ shares: 1, won: 1 }], [{}]])(
    'a size of %j is refused',
    (size) => {
      expect(problemsOf(strategy as never, { size })[0]).toMatch(/^size[.:]/);
    },
  );
});
