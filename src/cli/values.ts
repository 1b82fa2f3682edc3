// Parsers for values on the command line. Each throws commander's InvalidArgumentError, so that a wrong value is a usage
// error that names the option.

import { InvalidArgumentError } from 'commander';
import type { Lang, Words } from '#app/messages.ts';
import { BAR_PERIODS, type BarPeriod } from '#domain/bar.ts';
import type { InstrumentKind, Market } from '#domain/instrument.ts';
import { isCalendarDate } from '#domain/time.ts';
import { isSymbolCode, type SymbolCode, type TradeDate } from '#domain/units.ts';
import { EXPECTED_VALUES } from './usage-error.ts';

/** Turns the text of an option into its value; `lang` is that of the complaint. */
export type ValueParser<Value> = (text: string, lang: Lang) => Value;

export const parseDate: ValueParser<TradeDate> = (text, lang) => {
  if (!isCalendarDate(text)) refuse(EXPECTED_VALUES.date, lang);
  return text;
};

export const parseSymbol: ValueParser<SymbolCode> = (text, lang) => {
  if (!isSymbolCode(text)) refuse(EXPECTED_VALUES.symbol, lang);
  return text;
};

export const parseSymbols: ValueParser<readonly SymbolCode[]> = (text, lang) =>
  text.split(',').map((symbol) => parseSymbol(symbol.trim(), lang));

export const parsePeriods: ValueParser<readonly BarPeriod[]> = (text, lang) =>
  text.split(',').map((candidate) => parsePeriod(candidate.trim(), lang));

export const parsePeriod: ValueParser<BarPeriod> = (text, lang) => {
  const period = BAR_PERIODS.find((known) => known === text);
  return period ?? refuse(EXPECTED_VALUES.period, lang);
};

const MARKETS: readonly Market[] = ['KOSPI', 'KOSDAQ', 'KONEX'];
const KINDS: readonly InstrumentKind[] = ['stock', 'etf', 'etn', 'elw'];

export const parseMarket: ValueParser<Market> = (text, lang) =>
  MARKETS.find((known) => known === text) ?? refuse(EXPECTED_VALUES.market, lang);

export const parseKind: ValueParser<InstrumentKind> = (text, lang) =>
  KINDS.find((known) => known === text) ?? refuse(EXPECTED_VALUES.kind, lang);

export const parseWholeNumber: ValueParser<number> = (text, lang) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) refuse(EXPECTED_VALUES.wholeNumber, lang);
  return value;
};

/** Shares of an order: a whole number, at least one. */
export const parseQuantity: ValueParser<number> = (text, lang) => {
  const value = parseWholeNumber(text, lang);
  return value === 0 ? refuse(EXPECTED_VALUES.quantity, lang) : value;
};

/** A price in whole won. */
export const parsePrice: ValueParser<number> = (text, lang) => {
  const value = parseWholeNumber(text.replaceAll(',', ''), lang);
  return value === 0 ? refuse(EXPECTED_VALUES.price, lang) : value;
};

export const parsePort: ValueParser<number> = (text, lang) => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) refuse(EXPECTED_VALUES.port, lang);
  return Number(text);
};

export const parsePositive: ValueParser<number> = (text, lang) => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) refuse(EXPECTED_VALUES.positive, lang);
  return value;
};

/** Calls a second, for one TR and for all together. */
export interface CallRate {
  readonly perTr: number;
  readonly global: number;
}

/** `1,5`, or `off` for no limit at all. */
export const parseRate: ValueParser<CallRate | null> = (text, lang) => {
  if (text === 'off') return null;
  const [perTr, global, ...more] = text.split(',').map(Number);
  const isRate = perTr !== undefined && global !== undefined && perTr > 0 && global > 0 && more.length === 0;
  return isRate ? { perTr, global } : refuse(EXPECTED_VALUES.rate, lang);
};

function refuse(expected: Words, lang: Lang): never {
  throw new InvalidArgumentError(expected[lang]);
}
