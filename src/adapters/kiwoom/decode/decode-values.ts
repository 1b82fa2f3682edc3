// From the text of an element to a value. Nothing here throws: what cannot be read is null, and blank is never 0.
// Formats are those seen on the wire (kiwoom-wire section 3). Received prices are not held against any tick grid.

import type { Venue } from '#domain/instrument.ts';
import { expandDate, isCalendarDate, kstMoment } from '#domain/time.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { ValueType } from '../catalogue/definition.ts';

/** What an element can decode to; null is "not said". */
export type Value = string | number | boolean | null;

/** Decodes the raw member of an answer by its catalogue type. */
export function decodeValue(type: ValueType, raw: unknown): Value {
  const text = asText(raw);
  return text === null ? null : decoders[type](text);
}

const decoders: Readonly<Record<ValueType, (text: string) => Value>> = {
  price: readPrice,
  quantity: readQuantity,
  won: readWhole,
  signed: readNumber,
  percent: readNumber,
  date: readDate,
  time: readTime,
  datetime: readMoment,
  symbol: readSymbol,
  orderNo: readOrderNo,
  flag: readFlag,
  code: readText,
  text: readText,
};

function asText(raw: unknown): string | null {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : null;
}

const PLUS = 43;
const MINUS = 45;
const SPACE = 32;
const ZERO = 48;

/**
 * A whole number, signed: zero padding, a plus, a double minus (one minus is meant, kiwoom-wire 3.3), separators and blanks
 * around it are taken. Null for blanks, a lone sign, fractions and anything beyond a safe integer.
 */
export function readWhole(text: string): number | null {
  let isNegative = false;
  let i = 0;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === MINUS) isNegative = true;
    else if (c !== PLUS && c !== SPACE) break;
  }
  if (i === text.length) return null;
  let value = 0;
  for (; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return wholeOrNull(readNumber(text));
    value = value * 10 + digit;
  }
  if (value > Number.MAX_SAFE_INTEGER) return null;
  return isNegative ? 0 - value : value;
}

function wholeOrNull(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

const NUMBER_PATTERN = /^([+-]*)(\d+(?:\.\d*)?|\.\d+)%?$/;

/** A signed number that may have a fraction and a percent sign: `-0.24`, `20%`, `000000002.98`, `20,190`. */
export function readNumber(text: string): number | null {
  const match = NUMBER_PATTERN.exec(text.replace(/[,\s]/g, ''));
  if (match === null) return null;
  const magnitude = Number(match[2]);
  if (!Number.isFinite(magnitude) || magnitude > Number.MAX_SAFE_INTEGER) return null;
  return match[1]!.includes('-') ? 0 - magnitude : magnitude;
}

/** Counters of 32 bits that ran full on the way to us; the true value is unknown (kiwoom-wire 3.8). */
const SATURATED: ReadonlySet<number> = new Set([4_294_967_295, 2_147_483_648, 2_147_483_647]);
/** The same seen in an average, in thousands. No real price is this odd: above 500,000 won a tick is 1,000. */
const SATURATED_AVERAGE = 2_147_483;

/** A price in won without its direction sign; null for 0 (Kiwoom writes "no price" that way) and saturated values. */
export function readPrice(text: string): Price | null {
  const value = readWhole(text);
  if (value === null || value === 0) return null;
  const magnitude = Math.abs(value);
  return SATURATED.has(magnitude) || magnitude === SATURATED_AVERAGE ? null : magnitude;
}

/** A number of shares without its sign; null for saturated values. 0 is 0. */
export function readQuantity(text: string): Quantity | null {
  const value = readWhole(text);
  if (value === null) return null;
  const magnitude = Math.abs(value);
  return SATURATED.has(magnitude) ? null : magnitude;
}

/** `YYYYMMDD` as a trade date; null for all zeros and days that do not exist. */
export function readDate(text: string): TradeDate | null {
  const digits = text.replace(/[-./\s]/g, '');
  if (!/^\d{8}$/.test(digits)) return null;
  const date = expandDate(digits);
  return isCalendarDate(date) ? date : null;
}

const TIME_PATTERN = /^([01]\d|2[0-3])[0-5]\d[0-5]\d(\d\d)?$/;

/** `HHMMSS` from `HHMMSS`, `HH:MM:SS` or eight digits with hundredths; null when it is no time of day (`888888`). */
export function readTime(text: string): string | null {
  const digits = text.replace(/[:\s]/g, '');
  return TIME_PATTERN.test(digits) ? digits.slice(0, 6) : null;
}

/** `YYYYMMDDHHMMSS`, Korean wall clock, as a moment. */
export function readMoment(text: string): EpochMs | null {
  const digits = text.trim();
  if (!/^\d{14}$/.test(digits)) return null;
  const date = readDate(digits.slice(0, 8));
  if (date === null) return null;
  const moment = kstMoment(date, digits.slice(8));
  return Number.isNaN(moment) ? null : moment;
}

const SYMBOL_PATTERN = /^[A-Z]?([0-9A-Z]{6})(?:_(?:NX|AL))?$/;
const PLAIN_SYMBOL = /^[0-9A-Z]{6}$/;

/** A stock code without market prefix (`A005930`) and venue suffix (`005930_AL`). */
export function readSymbol(text: string): SymbolCode | null {
  if (PLAIN_SYMBOL.test(text)) return text;
  return SYMBOL_PATTERN.exec(text.trim().toUpperCase())?.[1] ?? null;
}

/** The venue a code's suffix names: `_NX` NXT, `_AL` all venues (SOR); null without suffix. */
export function readVenueSuffix(text: string): Venue | null {
  if (text.length < 8) return null;
  const upper = text.trim().toUpperCase();
  if (upper.endsWith('_NX')) return 'NXT';
  return upper.endsWith('_AL') ? 'SOR' : null;
}

/** An order number without leading zeros; null when blank or all zeros (`0000000` is "none"). */
export function readOrderNo(text: string): BrokerOrderNo | null {
  const digits = text.trim();
  if (!/^\d{1,15}$/.test(digits)) return null;
  const plain = digits.replace(/^0+/, '');
  return plain === '' ? null : plain;
}

/** True for Y, false for N. */
export function readFlag(text: string): boolean | null {
  const letter = text.trim();
  if (letter === 'Y' || letter === 'y') return true;
  return letter === 'N' || letter === 'n' ? false : null;
}

/** Text without blanks around it; null when nothing is left. Names may end in a broken character (kiwoom-wire 3.4c). */
export function readText(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
