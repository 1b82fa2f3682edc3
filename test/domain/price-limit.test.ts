// The daily limits against published ones, and what must hold for any base price.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '#domain/instrument.ts';
import { afterHoursLimits, listingDayLimits, priceLimits, UNLIMITED_PRICE } from '#domain/price-limit.ts';
import { floorToTick, isOnTick, tickTable } from '#domain/tick.ts';

type Product = Pick<Instrument, 'market' | 'kind' | 'leverage'>;
const stock: Product = { market: 'KOSPI', kind: 'stock', leverage: 1 };
const konex: Product = { market: 'KONEX', kind: 'stock', leverage: 1 };
const etf: Product = { market: 'KOSPI', kind: 'etf', leverage: 1 };
const elw: Product = { market: 'KOSPI', kind: 'elw', leverage: 1 };
const NOW = '2026-11-20';

describe('limits around a base price', () => {
  test.each<[string, Product, string, number, number, number]>([
    ['guide sample', stock, NOW, 135_300, 175_800, 94_800],
    ['guide sample', stock, NOW, 121_700, 158_200, 85_200],
    ['below a border', stock, NOW, 9_980, 12_970, 6_990],
    ['band on a finer tick than the limits', stock, NOW, 199_900, 259_500, 140_000],
    ['lower limit above 70 %', stock, NOW, 21_050, 27_350, 14_750],
    ['below a border', stock, NOW, 4_995, 6_490, 3_500],
    ['finest tick', stock, NOW, 1_999, 2_595, 1_400],
    ['no room to move', stock, NOW, 1, 1, 1],
    ['last day of 15 %', stock, '2015-06-12', 10_000, 11_500, 8_500],
    ['first day of 30 %', stock, '2015-06-15', 10_000, 13_000, 7_000],
    ['KONEX keeps 15 %', konex, NOW, 10_000, 11_500, 8_500],
    ['plain fund', etf, NOW, 10_000, 13_000, 7_000],
    ['fund with twice the index', { ...etf, leverage: 2 }, NOW, 10_000, 16_000, 4_000],
    ['fund against twice the index', { ...etf, leverage: -2 }, NOW, 10_000, 16_000, 4_000],
    ['fund against the index', { ...etf, leverage: -1 }, NOW, 10_000, 13_000, 7_000],
    ['fund with one and a half times', { ...etf, leverage: 1.5 }, NOW, 10_000, 14_500, 5_500],
    ['fund with half the index', { ...etf, leverage: 0.5 }, NOW, 10_000, 13_000, 7_000],
    ['ELW', elw, NOW, 1_000, UNLIMITED_PRICE, 5],
  ])('%s: %o on %s', (_name, product, date, base, upperLimit, lowerLimit) => {
    expect(priceLimits(product, base, date)).toEqual({ upperLimit, lowerLimit });
  });

  test('are valid prices on either side of the base and not wider than the band', () => {
    const products = fc.constantFrom(stock, konex, etf, { ...etf, leverage: 2 });
    const dates = fc.constantFrom('2014-05-07', '2016-03-02', '2023-06-01', NOW);
    fc.assert(
      fc.property(products, dates, fc.integer({ min: 5, max: 3_000_000 }), (product, date, anyBase) => {
        const table = tickTable(product, date);
        const base = floorToTick(table, anyBase);
        const { upperLimit, lowerLimit } = priceLimits(product, base, date);
        expect(isOnTick(table, upperLimit) && isOnTick(table, lowerLimit)).toBe(true);
        expect(lowerLimit).toBeLessThanOrEqual(base);
        expect(upperLimit).toBeGreaterThanOrEqual(base);
        const percent = (product.market === 'KONEX' || date < '2015-06-15' ? 15 : 30) * product.leverage;
        expect((upperLimit - base) * 100).toBeLessThanOrEqual(base * percent);
        expect((base - lowerLimit) * 100).toBeLessThanOrEqual(base * percent);
      }),
    );
  });
});

describe('the first day of a listing', () => {
  test.each([
    ['60 % to 400 % now', stock, NOW, 30_000, 120_000, 18_000],
    ['cut to the grid', stock, NOW, 21_050, 84_200, 12_630],
    ['from June 2023', stock, '2023-06-26', 10_000, 40_000, 6_000],
    ['90 % to 200 % for the opening auction before', stock, '2023-06-23', 10_000, 20_000, 9_000],
    ['KONEX keeps its band', konex, NOW, 10_000, 11_500, 8_500],
  ])('%s', (_name, product, date, offering, upperLimit, lowerLimit) => {
    expect(listingDayLimits(product, offering, date)).toEqual({ upperLimit, lowerLimit });
  });
});

describe('the auctions after hours', () => {
  test.each([
    ['ten percent of the close', 71_000, { upperLimit: 92_300, lowerLimit: 49_700 }, 78_100, 63_900],
    ['not beyond the limits of the day', 71_000, { upperLimit: 72_000, lowerLimit: 70_000 }, 72_000, 70_000],
    ['cut to the tick of the close', 4_995, { upperLimit: 6_490, lowerLimit: 3_500 }, 5_490, 4_500],
  ])('%s', (_name, close, day, upperLimit, lowerLimit) => {
    expect(afterHoursLimits(stock, close, day, '2026-09-11')).toEqual({ upperLimit, lowerLimit });
  });

  test.each([
    ['2014-08-29', 10_500, 9_500],
    ['2014-09-01', 11_000, 9_000],
  ])('half as far until August 2014: on %s', (date, upperLimit, lowerLimit) => {
    const day = { upperLimit: 11_500, lowerLimit: 8_500 };
    expect(afterHoursLimits(stock, 10_000, day, date)).toEqual({ upperLimit, lowerLimit });
  });
});
