// The operator behind the strategies that ship: marbles for what passes, what does not, and how streams end.

import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { mapSome } from '#strategies/map-some.ts';

/** Digits above 4 as their doubles, nothing for the rest; `x` breaks. */
function bigOnes(letter: string): number | null {
  if (letter === 'x') throw new Error('broken');
  return Number(letter) > 4 ? Number(letter) * 2 : null;
}

describe('mapSome', () => {
  test.each([
    ['lets some values through, changed', '1-5-9-|', '--a-b-|', { a: 10, b: 18 }],
    ['stays silent where nothing is made', '1-2-3-|', '------|', {}],
    ['passes an error of the source on', '5-#', 'a-#', { a: 10 }],
    ['never ends where the source does not', '5---', 'a---', { a: 10 }],
  ])('%s', (_name, source, expected, values) => {
    new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted)).run(
      ({ cold, expectObservable }) => {
        expectObservable(cold(source).pipe(mapSome(bigOnes))).toBe(expected, values);
      },
    );
  });

  test('ends with the error its function throws, and lets the source go', () => {
    new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted)).run(
      ({ cold, expectObservable, expectSubscriptions }) => {
        const source = cold('5-x-9');
        expectObservable(source.pipe(mapSome(bigOnes))).toBe('a-#', { a: 10 }, new Error('broken'));
        expectSubscriptions(source.subscriptions).toBe('^-!');
      },
    );
  });
});
