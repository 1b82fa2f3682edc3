// Every format of values recorded on the wire, and the rule that blank never becomes a number.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ValueType } from '#adapters/kiwoom/catalogue.ts';
import {
  decodeValue,
  readNumber,
  readPrice,
  readQuantity,
  readSymbol,
  readTime,
  readWhole,
} from '#adapters/kiwoom/decode/decode-values.ts';

const TYPES: readonly ValueType[] = [
  ...(['price', 'quantity', 'won', 'signed', 'percent', 'date', 'time'] as const),
  ...(['datetime', 'symbol', 'orderNo', 'flag', 'code', 'text'] as const),
];
const NUMBER_TYPES: readonly ValueType[] = ['price', 'quantity', 'won', 'signed', 'percent', 'datetime'];

describe('values as they come', () => {
  test.each<[type: ValueType, raw: unknown, value: unknown, why: string]>([
    ['price', '-20800', 20_800, 'the sign is a direction'],
    ['price', '+21150', 21_150, ''],
    ['price', '20850', 20_850, 'unchanged has no sign'],
    ['price', '00136000', 136_000, 'zero padded'],
    ['price', '-0', null, 'an empty level'],
    ['price', '0', null, 'a market order has no price'],
    ['price', '250250', 250_250, 'half ticks are real'],
    ['price', '-2147483', null, 'a saturated average'],
    ['quantity', '-82', 82, ''],
    ['quantity', '0', 0, 'zero shares are zero'],
    ['quantity', '4294967295', null, 'a saturated counter'],
    ['quantity', '2147483647', null, ''],
    ['won', '-00000000196888', -196_888, 'the sign stands inside the width'],
    ['won', '000000000017534', 17_534, ''],
    ['won', '20,190', 20_190, 'thousands separators'],
    ['won', '-174', -174, ''],
    ['won', '12.5', null, 'money has no fraction'],
    ['signed', '--19229312', -19_229_312, 'a double minus is one'],
    ['signed', '+1062126', 1_062_126, ''],
    ['signed', '000000002.98', 2.98, 'padded decimals'],
    ['percent', '100%', 100, ''],
    ['percent', '-52.71', -52.71, ''],
    ['percent', '+0.83', 0.83, ''],
    ['date', '20241107', '2024-11-07', ''],
    ['date', '00000000', null, ''],
    ['date', '20240230', null, 'no such day'],
    ['time', '165208', '165208', ''],
    ['time', '13:05:43', '130543', 'kt00007 writes colons'],
    ['time', '09300012', '093000', 'eight digits were seen in 908'],
    ['time', '888888', null, 'an end mark of the older API'],
    ['datetime', '20241106141853', Date.UTC(2024, 10, 6, 5, 18, 53), 'Korean wall clock'],
    ['symbol', 'A005930', '005930', ''],
    ['symbol', '005930_AL', '005930', ''],
    ['symbol', '0156T0_NX', '0156T0', ''],
    ['symbol', 'KR6150351F22', null, 'a bond'],
    ['orderNo', '0000069', '69', ''],
    ['orderNo', '0000000', null, 'no order'],
    ['orderNo', '157897', '157897', 'unpadded'],
    ['flag', 'Y', true, ''],
    ['flag', 'N', false, ''],
    ['text', ' 조회 ', '조회', ''],
    ['won', 42, 42, 'a JSON number'],
  ])('%s %j is %j %s', (type, raw, value) => {
    expect(decodeValue(type, raw)).toEqual(value);
  });

  test.each(TYPES)('%s: blank, lone signs, missing and foreign things are absent', (type) => {
    for (const raw of ['', '   ', null, undefined, {}, [], Number.NaN]) {
      expect(decodeValue(type, raw)).toBeNull();
    }
    if (NUMBER_TYPES.includes(type))
      for (const raw of ['+', '-', '--', ' - ']) expect(decodeValue(type, raw)).toBeNull();
  });
});

describe('properties', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('0', '1', '9', '+', '-', '.', ',', ' ', '%', 'A', '_', ':', '�') }),
  );

  test('nothing throws, and a number is only made of digits', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...TYPES), (text, type) => {
        const value = decodeValue(type, text);
        if (typeof value === 'number') {
          expect(text).toMatch(/\d/);
          expect(Number.isFinite(value)).toBe(true);
          expect(Object.is(value, -0)).toBe(false);
        }
      }),
    );
  });

  test('any padding and direction sign gives the price back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.constantFrom('', '+', '-', '--'),
        fc.integer({ min: 0, max: 15 }),
        (price, sign, padding) => {
          expect(readPrice(`${sign}${'0'.repeat(padding)}${price}`)).toBe(price);
        },
      ),
    );
  });

  test('the fast reader of whole numbers agrees with the general one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const general = readNumber(text);
        if (general !== null && Number.isInteger(general) && !text.includes('.'))
          expect(readWhole(text)).toBe(general);
        const whole = readWhole(text);
        if (whole !== null && !/\s/.test(text.trim())) expect(readNumber(text)).toBe(whole);
      }),
    );
  });

  test('quantities are never negative, symbols always six characters, times always six digits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readQuantity(text) ?? 0).toBeGreaterThanOrEqual(0);
        expect(readSymbol(text) ?? '000000').toMatch(/^[0-9A-Z]{6}$/);
        expect(readTime(text) ?? '000000').toMatch(/^\d{6}$/);
      }),
    );
  });
});
