// Reading single FIDs out of a real-time entry. The wire carries text; a member that is anything else is absent.

import { DAY_MS, HOUR_MS, kstTimeOfDay, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode } from '#domain/units.ts';
import type { RealEntry } from '../socket/frame.ts';
import { readNumber, readPrice, readQuantity, readSymbol, readTime, readWhole } from './decode-values.ts';

type FidValues = RealEntry['values'];

/** The text of a FID, `''` when it is missing. */
export function textAt(values: FidValues, fid: string): string {
  const value = values[fid];
  return typeof value === 'string' ? value : '';
}

export function priceAt(values: FidValues, fid: string): Price | null {
  return readPrice(textAt(values, fid));
}

export function quantityAt(values: FidValues, fid: string): Quantity | null {
  return readQuantity(textAt(values, fid));
}

/** A whole number with its sign. */
export function wholeAt(values: FidValues, fid: string): number | null {
  return readWhole(textAt(values, fid));
}

/** A number that may have a fraction, with its sign. */
export function numberAt(values: FidValues, fid: string): number | null {
  return readNumber(textAt(values, fid));
}

/** The instrument of an entry: its item, which may carry the suffix it was registered with, else FID 9001. */
export function symbolAt(entry: RealEntry): SymbolCode | null {
  return readSymbol(entry.item) ?? readSymbol(textAt(entry.values, '9001'));
}

const HALF_DAY_MS = 12 * HOUR_MS;

/**
 * The moment a time of day without a date means when it is heard at `at`: the nearest one, so that 23:59:59 heard just
 * after midnight belongs to the day before. Null when the text is no time of day.
 */
export function kstMomentNear(text: string, at: EpochMs): EpochMs | null {
  const time = readTime(text);
  if (time === null) return null;
  const seconds = Number(time.slice(0, 2)) * 3_600 + Number(time.slice(2, 4)) * 60 + Number(time.slice(4, 6));
  return nearestMoment(seconds, at);
}

/** The moment nearest to `at` that is so many seconds after a Korean midnight. */
export function nearestMoment(secondsOfDay: number, at: EpochMs): EpochMs {
  const moment = at - kstTimeOfDay(at) + secondsOfDay * SECOND_MS;
  if (moment - at > HALF_DAY_MS) return moment - DAY_MS;
  return at - moment > HALF_DAY_MS ? moment + DAY_MS : moment;
}
