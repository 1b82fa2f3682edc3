import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  parseDate,
  parsePeriods,
  parsePort,
  parsePositive,
  parseRate,
  parseSymbols,
  parseWholeNumber,
  type ValueParser,
} from '#cli/values.ts';

const GOOD: readonly (readonly [name: string, parse: ValueParser<unknown>, text: string, value: unknown])[] =
  [
    ['date', parseDate, '2025-09-15', '2025-09-15'],
    ['symbols', parseSymbols, '005930, 0000J0', ['005930', '0000J0']],
    ['periods', parsePeriods, '1m,1d', ['1m', '1d']],
    ['whole number', parseWholeNumber, '0', 0],
    ['port', parsePort, '65535', 65_535],
    ['positive', parsePositive, '0.5', 0.5],
    ['rate', parseRate, '1,5', { perTr: 1, global: 5 }],
    ['rate', parseRate, 'off', null],
  ];

const BAD: readonly (readonly [name: string, parse: ValueParser<unknown>, text: string])[] = [
  ['date', parseDate, '2025-02-30'],
  ['symbols', parseSymbols, '005930,'],
  ['periods', parsePeriods, '2m'],
  ['whole number', parseWholeNumber, '-1'],
  ['whole number', parseWholeNumber, '1e3'],
  ['whole number', parseWholeNumber, '9007199254740993'],
  ['port', parsePort, '65536'],
  ['positive', parsePositive, ''],
  ['positive', parsePositive, 'Infinity'],
  ['rate', parseRate, '1'],
  ['rate', parseRate, '1,x'],
];

describe('a value on the command line', () => {
  it.each(GOOD)('%s %#', (_name, parse, text, value) => {
    expect(parse(text, 'en')).toEqual(value);
  });

  it.each(BAD)('that is no %s is refused in the language of the run (%#)', (_name, parse, text) => {
    expect(() => parse(text, 'en')).toThrow(InvalidArgumentError);
    expect(() => parse(text, 'ko')).toThrow(/[가-힣]/);
  });
});
