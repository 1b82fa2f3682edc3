// Numbers as people read them. What is not known is a dash; a sign stands wherever colour would, so colour is never alone.

import { DateTime } from 'luxon';
import type { TradeDate } from '#domain/units.ts';
import type { Lang } from '#domain/words.ts';

/** Stands for a figure that is not known. */
export const UNKNOWN = '–';

/** A day with its weekday: `2026-03-03 (화)`, `2026-03-03 (Tue)`. */
export function formatDay(date: TradeDate, lang: Lang): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: lang }).toFormat('yyyy-MM-dd (ccc)');
}

/** Whole won or shares with thousands separators: `1,234,567`, `-50`. */
export function formatWhole(value: number | null): string {
  return value === null ? UNKNOWN : grouped(Math.abs(value), value < 0 ? '-' : '');
}

/** The same with a plus before gains: `+1,234`, `0`, `-50`. */
export function formatSigned(value: number | null): string {
  return value === null ? UNKNOWN : grouped(Math.abs(value), signOf(value));
}

/** A fraction as a percentage with two decimals: 0.1234 is `12.34%`. */
export function formatPercent(fraction: number | null): string {
  return fraction === null ? UNKNOWN : `${withoutNegativeZero((fraction * 100).toFixed(2))}%`;
}

/** The same with a plus before gains. */
export function formatSignedPercent(fraction: number | null): string {
  const text = formatPercent(fraction);
  const isGain = fraction !== null && fraction > 0 && text !== '0.00%';
  return isGain ? `+${text}` : text;
}

/** A plain number with two decimals. */
export function formatRatio(value: number | null): string {
  return value === null ? UNKNOWN : withoutNegativeZero(value.toFixed(2));
}

function grouped(magnitude: number, sign: string): string {
  return sign + String(magnitude).replace(/\B(?=(\d{3})+$)/g, ',');
}

function signOf(value: number): string {
  if (value === 0) return '';
  return value > 0 ? '+' : '-';
}

function withoutNegativeZero(text: string): string {
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}
