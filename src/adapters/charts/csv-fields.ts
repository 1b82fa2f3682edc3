// Reading the fields of a CSV row strictly: what is not plainly a number or a moment is named, never guessed at.

import { isCalendarDate, kstMidnight } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { Words } from '#domain/words.ts';
import { PRICE_MAX } from './bar-columns.ts';

/** One field that is not what it must be. `line` counts from 1, the header included. */
export interface BadRow {
  readonly line: number;
  readonly column: string;
  readonly expected: Words;
  readonly found: string;
}

/** A value, or what was expected in its place. */
export type FieldResult = number | { readonly expected: Words };

/** A day written `YYYY-MM-DD` or `YYYYMMDD` as its Korean midnight. */
export function parseDate(text: string): FieldResult {
  const match = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text);
  if (match === null)
    return { expected: { ko: '날짜 YYYY-MM-DD 또는 YYYYMMDD', en: 'a date YYYY-MM-DD or YYYYMMDD' } };
  const date = `${match[1]}-${match[3]}-${match[4]}`;
  return isCalendarDate(date)
    ? kstMidnight(date)
    : { expected: { ko: '있는 날짜', en: 'a day that exists' } };
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|([+-])(\d{2}):(\d{2}))?$/;

/** The start of a bar: `2025-09-01T09:00:00+09:00`, or Korean wall-clock time `2025-09-01 09:00[:00]`. */
export function parseTimestamp(text: string): FieldResult {
  const match = TIMESTAMP.exec(text);
  if (match === null)
    return {
      expected: {
        ko: '시각 YYYY-MM-DDTHH:MM:SS+09:00 또는 YYYY-MM-DD HH:MM(한국 시각)',
        en: 'a time YYYY-MM-DDTHH:MM:SS+09:00 or YYYY-MM-DD HH:MM (Korean time)',
      },
    };
  const [, date = '', hours = '', minutes = '', seconds = '00', zone, sign, zoneHours, zoneMinutes] = match;
  if (!isCalendarDate(date) || Number(hours) > 23 || Number(minutes) > 59)
    return { expected: { ko: '있는 시각', en: 'a time that exists' } };
  if (seconds !== '00')
    return { expected: { ko: '분의 시작(00초)', en: 'the start of a minute (seconds 00)' } };
  const midnight = startOfDay(date, zone, sign, zoneHours, zoneMinutes);
  return midnight + (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function startOfDay(date: string, zone?: string, sign?: string, hours?: string, minutes?: string): EpochMs {
  if (zone === undefined) return kstMidnight(date);
  const offset =
    zone === 'Z' ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return Date.parse(`${date}T00:00:00Z`) - offset;
}

/** A price in whole won. */
export function parsePrice(text: string): FieldResult {
  const value = parseWhole(text);
  if (typeof value !== 'number') return value;
  return value > 0 && value <= PRICE_MAX
    ? value
    : { expected: { ko: `1원에서 ${PRICE_MAX}원까지의 가격`, en: `a price from 1 to ${PRICE_MAX} won` } };
}

/** A number of shares, zero or more. */
export function parseVolume(text: string): FieldResult {
  return parseWhole(text);
}

function parseWhole(text: string): FieldResult {
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value)
      ? value
      : { expected: { ko: '2^53보다 작은 수', en: 'a number below 2^53' } };
  }
  if (text === '') return { expected: { ko: '빈칸이 아닌 정수', en: 'a whole number, not an empty field' } };
  if (/^[+-]?\d{1,3}(,\d{3})+$/.test(text))
    return {
      expected: { ko: '천 단위 구분 기호가 없는 정수', en: 'a whole number without thousands separators' },
    };
  if (/^-\d+$/.test(text))
    return { expected: { ko: '부호가 없는 정수', en: 'a whole number without a sign' } };
  if (/^\d+\.\d*$/.test(text))
    return { expected: { ko: '소수점이 없는 정수', en: 'a whole number without decimals' } };
  return { expected: { ko: '정수', en: 'a whole number' } };
}
