// The daily limits against published ones, and what must hold for any base price.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '#domain/instrument.ts';
import { priceLimits, UNLIMITED_PRICE } from '#domain/price-limit.ts';
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
