// Notices come twice, late, out of order or not at all; interval arithmetic must book every share exactly once.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FilledInterval } from '#domain/order.ts';
import { cover, uncovered } from '#engine/filled-intervals.ts';

type Pair = readonly [from: number, to: number];
const intervals = (pairs: readonly Pair[]): FilledInterval[] => pairs.map(([from, to]) => ({ from, to }));

describe('what is still uncovered of a notice', () => {
  test.each<[string, Pair[], Pair, Pair[]]>([
    ['all, when nothing was booked', [], [0, 10], [[0, 10]]],
    ['nothing, when it was booked', [[0, 10]], [0, 10], []],
    ['nothing, when more was booked', [[0, 10]], [3, 7], []],
    ['the end, when the beginning was booked', [[0, 4]], [0, 10], [[4, 10]]],
    ['the beginning, when the end was booked', [[6, 10]], [0, 10], [[0, 6]]],
    [
      'both sides of what was booked',
      [[4, 6]],
      [0, 10],
      [
        [0, 4],
        [6, 10],
      ],
    ],
    [
      'the gaps between what was booked',
      [
        [1, 2],
        [4, 5],
        [8, 9],
      ],
      [1, 9],
      [
        [2, 4],
        [5, 8],
      ],
    ],
    [
      'all, when what was booked only touches it',
      [
        [0, 3],
        [7, 9],
      ],
      [3, 7],
      [[3, 7]],
    ],
    ['nothing of nothing', [[0, 3]], [5, 5], []],
  ])('%s', (_name, booked, [from, to], expected) => {
    expect(uncovered(intervals(booked), from, to)).toEqual(intervals(expected));
  });
});

describe('what is booked after one more', () => {
  test.each<[string, Pair[], Pair, Pair[]]>([
    ['the first', [], [0, 4], [[0, 4]]],
    ['one that touches the last melts with it', [[0, 4]], [4, 6], [[0, 6]]],
    ['one that touches the first melts with it', [[4, 6]], [0, 4], [[0, 6]]],
    [
      'one that fills a gap melts both sides',
      [
        [0, 4],
        [6, 9],
      ],
      [4, 6],
      [[0, 9]],
    ],
    [
      'one apart stands by itself, in order',
      [
        [0, 1],
        [8, 9],
      ],
      [4, 6],
      [
        [0, 1],
        [4, 6],
        [8, 9],
      ],
    ],
    [
      'one before all others comes first',
      [[4, 6]],
      [0, 2],
      [
        [0, 2],
        [4, 6],
      ],
    ],
  ])('%s', (_name, booked, [from, to], expected) => {
    expect(cover(intervals(booked), from, to)).toEqual(intervals(expected));
  });

  test('leaves what it was given as it was', () => {
    const booked = intervals([[0, 4]]);
    cover(booked, 4, 6);
    expect(booked).toEqual(intervals([[0, 4]]));
  });
});

/** Executions of an order of `quantity` shares, told in any order, some more than once, some as one sum. */
const notices = fc.integer({ min: 1, max: 60 }).chain((quantity) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: Math.max(1, quantity - 1) }), { maxLength: 12 })
    .map((cuts) => [...new Set([0, ...cuts.filter((cut) => cut < quantity), quantity])].sort((a, b) => a - b))
    .chain((cuts) => {
      const executions = cuts.slice(1).map((to, index): Pair => [cuts[index] ?? 0, to]);
      const summed = fc
        .tuple(fc.constantFrom(...cuts), fc.constantFrom(...cuts))
        .filter(([from, to]) => from < to);
      return fc
        .tuple(fc.array(fc.constantFrom(...executions)), fc.array(summed, { maxLength: 4 }))
        .map(([repeats, sums]): Pair[] => [...executions, ...repeats, ...sums])
        .chain((told) => fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }))
        .map((told) => ({ quantity, told }));
    }),
);

describe('any telling of the executions of an order', () => {
  test('books every share exactly once', () => {
    fc.assert(
      fc.property(notices, ({ quantity, told }) => {
        const timesBooked = Array.from({ length: quantity }, () => 0);
        let booked: FilledInterval[] = [];
        for (const [from, to] of told) {
          for (const open of uncovered(booked, from, to)) {
            for (let share = open.from; share < open.to; share++) timesBooked[share]! += 1;
            booked = cover(booked, open.from, open.to);
          }
        }
        expect(timesBooked.every((times) => times === 1)).toBe(true);
        expect(booked).toEqual([{ from: 0, to: quantity }]);
      }),
    );
  });

  test('keeps what is booked ascending, apart, and equal to a set of shares', () => {
    fc.assert(
      fc.property(notices, ({ quantity, told }) => {
        const shares = new Set<number>();
        let booked: FilledInterval[] = [];
        for (const [from, to] of told.slice(0, -1)) {
          for (const open of uncovered(booked, from, to)) booked = cover(booked, open.from, open.to);
          for (let share = from; share < to; share++) shares.add(share);

          const apart = booked.every(
            ({ from: start, to: end }, i) => start < end && (booked[i - 1]?.to ?? -1) < start,
          );
          expect(apart).toBe(true);
          const told = Array.from({ length: quantity }, (_, share) =>
            booked.some((b) => b.from <= share && share < b.to),
          );
          expect(told).toEqual(told.map((_, share) => shares.has(share)));
        }
      }),
    );
  });
});
