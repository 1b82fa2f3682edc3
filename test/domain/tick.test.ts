// The price grid: bands by date, market and kind, and walking across their borders.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InstrumentKind, Market } from '#domain/instrument.ts';
import {
  ceilToTick,
  floorToTick,
  isOnTick,
  lowestPrice,
  stepTicks,
  tickSize,
  tickTable,
} from '#domain/tick.ts';

const shares = tickTable({ market: 'KOSPI', kind: 'stock' }, '2026-11-20');
const oldKospi = tickTable({ market: 'KOSPI', kind: 'stock' }, '2023-01-24');
const oldKosdaq = tickTable({ market: 'KOSDAQ', kind: 'stock' }, '2023-01-24');
const funds = tickTable({ market: 'KOSPI', kind: 'etf' }, '2026-11-20');
const elw = tickTable({ market: 'KOSPI', kind: 'elw' }, '2026-11-20');

const everyTable = fc.constantFrom(shares, oldKospi, oldKosdaq, funds, elw);
const anyPrice = fc.integer({ min: 1, max: 3_000_000 });

describe('the table of an instrument', () => {
  test.each<[Market, InstrumentKind, string, object]>([
    ['KOSDAQ', 'stock', '2023-01-25', shares],
    ['KONEX', 'stock', '2023-01-25', shares],
    ['KOSPI', 'stock', '2023-01-24', oldKospi],
    ['KONEX', 'stock', '2023-01-24', oldKosdaq],
    ['KOSPI', 'stock', '2001-03-02', oldKospi],
    ['KOSPI', 'etn', '2023-12-18', funds],
    ['KOSPI', 'etf', '2023-12-17', elw],
    ['KOSPI', 'elw', '2015-01-02', elw],
  ])('%s %s on %s is shared', (market, kind, date, expected) => {
    expect(tickTable({ market, kind }, date)).toBe(expected);
  });
});

describe('the tick at a price', () => {
  test.each([
    [
      'shares',
      shares,
      [
        [1, 1],
        [1_999, 1],
        [2_000, 5],
        [4_999, 5],
        [5_000, 10],
        [19_990, 10],
        [20_000, 50],
      ],
    ],
    [
      'shares',
      shares,
      [
        [49_999, 50],
        [50_000, 100],
        [199_999, 100],
        [200_000, 500],
        [499_500, 500],
        [500_000, 1_000],
      ],
    ],
    [
      'KOSPI until 2023',
      oldKospi,
      [
        [999, 1],
        [1_000, 5],
        [5_000, 10],
        [10_000, 50],
        [50_000, 100],
      ],
    ],
    [
      'KOSPI until 2023',
      oldKospi,
      [
        [99_900, 100],
        [100_000, 500],
        [499_500, 500],
        [500_000, 1_000],
      ],
    ],
    [
      'KOSDAQ until 2023',
      oldKosdaq,
      [
        [999, 1],
        [1_000, 5],
        [5_000, 10],
        [10_000, 50],
        [50_000, 100],
        [900_000, 100],
      ],
    ],
    [
      'funds',
      funds,
      [
        [1, 1],
        [1_999, 1],
        [2_000, 5],
        [120_000, 5],
      ],
    ],
    [
      'ELW',
      elw,
      [
        [5, 5],
        [1_000, 5],
        [100_000, 5],
      ],
    ],
  ] as const)('%s: %#', (_name, table, rows) => {
    expect(rows.map(([price]) => [price, tickSize(table, price)])).toEqual(rows);
  });
});

describe('stepping', () => {
  test.each([
    ['down into a finer band', shares, 2_000, -1, 1_999],
    ['down into a finer band', shares, 200_000, -1, 199_900],
    ['up into a coarser band', shares, 1_999, 1, 2_000],
    ['up into a coarser band', shares, 199_900, 2, 200_500],
    ['up through two bands', shares, 1_999, 1 + 600 + 1, 5_010],
    ['down through two bands', shares, 5_010, -(1 + 600 + 1), 1_999],
    ['nowhere', shares, 5_010, 0, 5_010],
    ['up from between two prices', shares, 5_013, 1, 5_020],
    ['down from between two prices', shares, 5_013, -1, 5_010],
    ['down to the bottom', shares, 3, -9, 1],
    ['down to the bottom of five won', elw, 15, -9, 5],
    ['far above the last border', shares, 499_500, 3, 502_000],
  ])('%s', (_name, table, from, ticks, to) => {
    expect(stepTicks(table, from, ticks)).toBe(to);
  });

  test('there and back from any valid price', () => {
    fc.assert(
      fc.property(everyTable, anyPrice, fc.integer({ min: 0, max: 5_000 }), (table, price, ticks) => {
        const start = floorToTick(table, price);
        expect(stepTicks(table, stepTicks(table, start, ticks), -ticks)).toBe(start);
      }),
    );
  });

  test('many steps are as many single ones', () => {
    fc.assert(
      fc.property(everyTable, anyPrice, fc.integer({ min: -60, max: 60 }), (table, price, ticks) => {
        let walked = price;
        for (let step = 0; step < Math.abs(ticks); step++)
          walked = stepTicks(table, walked, Math.sign(ticks));
        expect(stepTicks(table, price, ticks)).toBe(walked);
      }),
    );
  });
});

describe('rounding', () => {
  test('a floored price is valid, not above, and less than one tick away', () => {
    fc.assert(
      fc.property(everyTable, anyPrice, (table, price) => {
        fc.pre(price >= lowestPrice(table));
        const floored = floorToTick(table, price);
        expect(isOnTick(table, floored)).toBe(true);
        expect(floored).toBeLessThanOrEqual(price);
        expect(price - floored).toBeLessThan(tickSize(table, price));
      }),
    );
  });

  test('a raised price is valid, not below, and the neighbour of the floored one', () => {
    fc.assert(
      fc.property(everyTable, anyPrice, (table, price) => {
        const raised = ceilToTick(table, price);
        expect(isOnTick(table, raised)).toBe(true);
        expect(raised).toBeGreaterThanOrEqual(price);
        const valid = isOnTick(table, price) || price < lowestPrice(table);
        expect(raised).toBe(
          valid ? floorToTick(table, price) : stepTicks(table, floorToTick(table, price), 1),
        );
      }),
    );
  });

  test.each([[0], [-5], [3]])('%d won lies below every five-won price', (price) => {
    expect(isOnTick(elw, price)).toBe(false);
    expect(floorToTick(elw, price)).toBe(5);
    expect(ceilToTick(elw, price)).toBe(5);
  });
});
