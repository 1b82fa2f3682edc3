// Korean wall-clock arithmetic on plain milliseconds, and the Clock that everything above the edge is given.
// Korea has had one offset, UTC+9 without summer time, since 1988-10-09; earlier dates are refused by nobody here.

import type { EpochMs, TradeDate } from './units.ts';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
const KST_OFFSET_MS = 9 * HOUR_MS;

/** Tells the time, and wakes somebody up. The only source of time below the adapters' edge. */
export interface Clock {
  /** The present moment. */
  now(): EpochMs;
  /** Calls `wake` once at or after `at`; returns a function that takes the wish back. */
  wakeAt(at: EpochMs, wake: () => void): () => void;
}

/** Days since 1970-01-01 of the Korean calendar day that holds `at`. */
export function kstDayNumber(at: EpochMs): number {
  return Math.floor((at + KST_OFFSET_MS) / DAY_MS);
}

/** The Korean calendar day that holds `at`. */
export function kstDate(at: EpochMs): TradeDate {
  return new Date(at + KST_OFFSET_MS).toISOString().slice(0, 10);
}

/** Milliseconds since Korean midnight. */
export function kstTimeOfDay(at: EpochMs): number {
  return at + KST_OFFSET_MS - kstDayNumber(at) * DAY_MS;
}

/** The moment of Korean midnight that begins `date`. */
export function kstMidnight(date: TradeDate): EpochMs {
  return Date.parse(`${date}T00:00:00Z`) - KST_OFFSET_MS;
}

/** `HH:MM:SS` of `at` in Korea. */
export function kstClockText(at: EpochMs): string {
  return new Date(at + KST_OFFSET_MS).toISOString().slice(11, 19);
}

/** `YYYY-MM-DDTHH:MM:SS.mmm+09:00` of `at`. */
export function kstIso(at: EpochMs): string {
  return `${new Date(at + KST_OFFSET_MS).toISOString().slice(0, 23)}+09:00`;
}

/** The moment `hhmmss` (`HHMMSS` or `HHMM`) on Korean day `date`; NaN when it is no time of day. */
export function kstMoment(date: TradeDate, hhmmss: string): EpochMs {
  if (!/^([01]\d|2[0-3])[0-5]\d([0-5]\d)?$/.test(hhmmss)) return Number.NaN;
  const seconds =
    Number(hhmmss.slice(0, 2)) * 3600 + Number(hhmmss.slice(2, 4)) * 60 + Number(hhmmss.slice(4, 6) || '0');
  return kstMidnight(date) + seconds * SECOND_MS;
}

/** True when `text` is an existing calendar day written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** `YYYYMMDD` of a trade date, as brokers write it. */
export function compactDate(date: TradeDate): string {
  return date.replaceAll('-', '');
}

/** The trade date written `YYYYMMDD`. */
export function expandDate(compact: string): TradeDate {
  return `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`;
}

/** `date` moved by `days` calendar days. */
export function addDays(date: TradeDate, days: number): TradeDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
