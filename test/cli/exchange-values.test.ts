// Values that only the exchange's options take, and what is said of wrong ones.

import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseAccounts, parseSpeed, parseSymbolsChoice, parseTimeOfDay } from '#cli/exchange-values.ts';
import type { ValueParser } from '#cli/values.ts';

const GOOD: readonly (readonly [parse: ValueParser<unknown>, text: string, value: unknown])[] = [
  [parseSpeed, 'max', 'max'],
  [parseSpeed, '0.5', 0.5],
  [parseSpeed, '1000000', 1_000_000],
  [parseSymbolsChoice, '200', { count: 200 }],
  [parseSymbolsChoice, '005930, 0000J0', { codes: ['005930', '0000J0'] }],
  [parseSymbolsChoice, '005930,000660,005930', { codes: ['005930', '000660'] }],
  [parseAccounts, '3', { count: 3 }],
  [parseTimeOfDay, '08:50', (8 * 60 + 50) * 60_000],
];

const BAD: readonly (readonly [parse: ValueParser<unknown>, text: string, said: string])[] = [
  [parseSpeed, '0', 'max'],
  [parseSpeed, '', 'max'],
  [parseSpeed, 'fast', 'max'],
  [parseSpeed, '1000001', '1000000'],
  [parseSpeed, 'Infinity', '1000000'],
  [parseSymbolsChoice, '0', '500'],
  [parseSymbolsChoice, '501', '500'],
  [parseSymbolsChoice, '005930,x', '005930,000660'],
  [parseAccounts, '0', '1000'],
  [parseTimeOfDay, '25:00', '08:50'],
];

describe('a value of the exchange', () => {
  it.each(GOOD)('%# is read', (parse, text, value) => {
    expect(parse(text, 'en')).toEqual(value);
  });

  it.each(BAD)('%# is refused with what is wanted, in both languages', (parse, text, said) => {
    expect(() => parse(text, 'en')).toThrow(InvalidArgumentError);
    for (const lang of ['ko', 'en'] as const) expect(() => parse(text, lang)).toThrow(said);
    expect(() => parse(text, 'ko')).toThrow(/[가-힣]/);
  });
});
