// Values as the guide prints them: padding, signs, percents, clock digits.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as formats from '#adapters/kiwoom-server/formats.ts';
import { kstMoment } from '#domain/time.ts';

const REFERENCE = { base: 60_300, upperLimit: 78_300, lowerLimit: 42_300 };

describe('formats', () => {
  it.each<[string, string, string]>([
    ['kt00001 entr', formats.padded(17_534, 15), '000000000017534'],
    ['kt00001 d1_slby_exct_amt', formats.padded(-84, 15), '-00000000000084'],
    ['kt00018 evltv_prft', formats.padded(-196_888, 15), '-00000000196888'],
    ['kt00018 pred_close_pric', formats.padded(45_400, 12), '000000045400'],
    ['ka10100 lastPrice', formats.padded(136_000, 8), '00136000'],
    ['kt10003 cncl_qty', formats.padded(1, 12), '000000000001'],
    ['kt00018 prft_rt', formats.percent(-196_888, 373_500), '-52.71'],
    ['kt00018 poss_rt', formats.percent(373_500, 17_598_258), '2.12'],
    ['ka10170 prft_rt', formats.percent(-174, 48_240), '-0.36'],
    ['a loss too small to show', formats.percent(-1, 1_000_000), '0.00'],
    ['a part of nothing', formats.percent(5, 0), '0.00'],
    ['0B 12', formats.signedPercent(-50, 20_850), '-0.24'],
    ['a rise', formats.signedPercent(500, 60_300), '+0.83'],
    ['no change', formats.signedPercent(0, 60_300), '0.00'],
    ['a price above the base', formats.directed(60_700, 60_300), '+60700'],
    ['a price below the base', formats.directed(60_000, 60_300), '-60000'],
    ['the base itself', formats.directed(60_300, 60_300), '60300'],
    ['no price', formats.directed(null, 60_300), '0'],
    ['0J 10', formats.directedIndex(176_261, 195_212), '-1762.61'],
    ['direction: upper limit', formats.directionCode(78_300, REFERENCE), '1'],
    ['direction: up', formats.directionCode(60_400, REFERENCE), '2'],
    ['direction: none', formats.directionCode(60_300, REFERENCE), '3'],
    ['direction: lower limit', formats.directionCode(42_300, REFERENCE), '4'],
    ['direction: down', formats.directionCode(60_200, REFERENCE), '5'],
    ['a moment', formats.momentDigits(kstMoment('2026-11-20', '090000')), '20261120090000'],
    ['the clock past midnight', formats.clockDigits(kstMoment('2026-11-20', '000001')), '000001'],
    ['thirty minutes', formats.spanDigits(1_800_000), '003000'],
    ['an order number', formats.orderNoDigits('18'), '0000018'],
    ['no order number', formats.orderNoDigits(null), '0000000'],
    ['ka10081 trde_prica', formats.millions(53 * 133_600), '7'],
  ])('%s', (_name, written, expected) => {
    expect(written).toBe(expected);
  });

  it('keeps the width for every amount that fits, and reads back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (amount) => {
        const text = formats.padded(amount, 15);
        expect(text).toHaveLength(15);
        expect(Number(text) + 0).toBe(amount + 0);
      }),
    );
  });

  it('gives a price the sign of its change, and never another value', () => {
    const price = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(price, price, (value, base) => {
        const text = formats.directed(value, base);
        expect(Math.abs(Number(text))).toBe(value);
        expect(text.startsWith('+') ? 1 : text.startsWith('-') ? -1 : 0).toBe(Math.sign(value - base));
      }),
    );
  });
});
