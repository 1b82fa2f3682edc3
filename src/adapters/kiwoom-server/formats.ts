// How Kiwoom writes values: zero padding with the sign inside the width, direction signs on prices, percents with two
// decimals, Korean wall-clock digits. Written from the guide's examples and kiwoom-wire 3, apart from the client's decoder.

import { DAY_MS, kstClockText, kstDate, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';

/** `value` in `width` characters; a minus takes one of the places (`-00000000000084`). */
export function padded(value: number, width: number): string {
  return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
}

/** A price with its direction against yesterday's close; unchanged has no sign, absent is `0`. */
export function directed(price: Price | null, base: Price): string {
  if (price === null) return '0';
  if (price > base) return `+${price}`;
  return price < base ? `-${price}` : String(price);
}

/** A difference with its sign; zero has none. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

/** A percentage with two decimals, without a plus (`-52.71`). */
export function percent(part: number, whole: number): string {
  const text = whole === 0 ? '0.00' : ((part / whole) * 100).toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** A percentage with `digits` decimals, without a plus (`-43.8977`). */
export function percentTo(part: number, whole: number, digits: number): string {
  const text = whole === 0 ? (0).toFixed(digits) : ((part / whole) * 100).toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

/** A whole number with commas (`56,900`, kiwoom-wire 3.6). */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A percentage with two decimals and its sign (`+0.83`). */
export function signedPercent(part: number, whole: number): string {
  const text = percent(part, whole);
  return text.startsWith('-') || text === '0.00' ? text : `+${text}`;
}

/** FID 25: 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down. */
export function directionCode(price: Price | null, reference: DirectionReference): string {
  if (price === null || price === reference.base) return '3';
  if (price === reference.upperLimit) return '1';
  if (price === reference.lowerLimit) return '4';
  return price > reference.base ? '2' : '5';
}

/** What a direction is told against. */
export interface DirectionReference {
  readonly base: Price;
  readonly upperLimit: Price;
  readonly lowerLimit: Price;
}

/** An index in hundredths as points with two decimals (`-1762.61`), signed by its direction against `base`. */
export function directedIndex(hundredths: number, base: number): string {
  const text = (hundredths / 100).toFixed(2);
  if (hundredths > base) return `+${text}`;
  return hundredths < base ? `-${text}` : text;
}

/** The digits of each second of a day, made when first written: a frame has up to five of them. */
const CLOCKS: (string | undefined)[] = [];

/** `HHMMSS` in Korea, which has no summer time. */
export function clockDigits(at: EpochMs): string {
  const second = Math.floor(at / SECOND_MS) % (DAY_MS / SECOND_MS);
  const known = CLOCKS[second];
  if (known !== undefined) return known;
  const digits = kstClockText(at).replaceAll(':', '');
  CLOCKS[second] = digits;
  return digits;
}

/** `YYYYMMDD` in Korea. */
export function dateDigits(at: EpochMs): string {
  return kstDate(at).replaceAll('-', '');
}

/** `YYYYMMDDHHMMSS` in Korea. */
export function momentDigits(at: EpochMs): string {
  return dateDigits(at) + clockDigits(at);
}

/** A span of time as `HHMMSS`; more than a day shows as 999999. */
export function spanDigits(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds >= 100 * 3_600) return '999999';
  const two = (value: number) => String(value).padStart(2, '0');
  return two(Math.floor(seconds / 3_600)) + two(Math.floor(seconds / 60) % 60) + two(seconds % 60);
}

/** An order number in Kiwoom's seven digits; `0000000` for none. */
export function orderNoDigits(orderNo: string | null): string {
  return (orderNo ?? '').padStart(7, '0');
}

/** Won as whole millions, cut (ka10081 `trde_prica`, FID 14). */
export function millions(amount: Won): string {
  return String(Math.trunc(amount / 1_000_000));
}

/** Won as whole hundred-millions, cut (`mac`, FID 311). */
export function hundredMillions(price: Price | null, shares: Quantity): string {
  return price === null ? '0' : String(Math.trunc((price * shares) / 100_000_000));
}

/** An average price cut to won; 0 when nothing was traded. */
export function averagePrice(amount: Won, quantity: Quantity): number {
  return quantity === 0 ? 0 : Math.trunc(amount / quantity);
}
