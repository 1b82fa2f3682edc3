// The FIDs of one entry that 0B and 0D need, found by walking its `values` once. A value of a sign and a few digits is a
// number when the walk has passed it; any other keeps its place in the bytes and is read by the readers of the long way.

import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import { readPrice, readQuantity, readWhole } from './decode-values.ts';
import { kstMomentNear, nearestMoment } from './fids.ts';
import {
  asciiText,
  CLOSE_BRACE,
  COMMA,
  endOfName,
  endOfPlainString,
  FAILED,
  MINUS,
  NINE,
  PLUS,
  QUOTE,
  SPACE,
  skipBlanks,
  skipColon,
  skipString,
  ZERO,
} from './scan-frame-bytes.ts';

/** The place of a FID in ScannedFids. */
export type Slot = number;

const tenFrom = (first: number): readonly number[] => Array.from({ length: 10 }, (_, i) => first + i);

const FIDS: readonly number[] = [
  ...[10, 13, 15, 20, 27, 28, 290, 291, 292, 9081],
  ...[...tenFrom(41), ...tenFrom(51), ...tenFrom(61), ...tenFrom(71)],
];
const SLOT_COUNT = FIDS.length + 1;
const MAX_FID = 9_999;
/** The slot of each FID; 0 for those that are not kept. */
const slotByFid = new Uint8Array(MAX_FID + 1);
for (const [index, fid] of FIDS.entries()) slotByFid[fid] = index + 1;

const slotsOf = (fids: readonly number[]): readonly Slot[] => fids.map((fid) => slotByFid[fid]!);

/** Slots by the meaning of their FIDs (guide: 주식체결, 주식호가잔량). */
export const SLOTS = {
  time: slotByFid[20]!,
  price: slotByFid[10]!,
  volume: slotByFid[15]!,
  dayVolume: slotByFid[13]!,
  bestAsk: slotByFid[27]!,
  bestBid: slotByFid[28]!,
  venue: slotByFid[9081]!,
  hours: slotByFid[290]!,
  expectedPrice: slotByFid[291]!,
  expectedQuantity: slotByFid[292]!,
  askPrices: slotsOf(tenFrom(41)),
  bidPrices: slotsOf(tenFrom(51)),
  askQuantities: slotsOf(tenFrom(61)),
  bidQuantities: slotsOf(tenFrom(71)),
} as const;

/** Nine digits fit 32 bits, and stay below every quantity that the readers take for a counter run full. */
const MAX_PLAIN_DIGITS = 9;
/** Below this a price is its number; from here on the reader is asked, which knows the averages of full counters. */
const PLAIN_PRICES_END = 2_147_483;
const NOT_PLAIN = -1;
const NO_BYTES = new Uint8Array(0);

/** Holds one entry's values until the next walk; numbers are without their signs. */
export class ScannedFids {
  #bytes: Uint8Array = NO_BYTES;
  readonly #from = new Int32Array(SLOT_COUNT);
  /** Where the text ends; 0 for a FID that has not come. */
  readonly #to = new Int32Array(SLOT_COUNT);
  readonly #magnitude = new Int32Array(SLOT_COUNT);

  /**
   * Walks the members of a `values` object from behind its opening brace to behind its closing one. FAILED when a value is
   * no string, when a name has escapes, and when a FID that is kept has escapes, other than ASCII, or comes twice.
   */
  walk(bytes: Uint8Array, start: number): number {
    this.#bytes = bytes;
    this.#to.fill(0);
    let i = skipBlanks(bytes, start);
    if (bytes[i] === CLOSE_BRACE) return i + 1;
    for (;;) {
      if (bytes[i] !== QUOTE) return FAILED;
      i = this.#walkMember(bytes, i + 1);
      if (i === FAILED) return FAILED;
      i = skipBlanks(bytes, i);
      if (bytes[i] === CLOSE_BRACE) return i + 1;
      if (bytes[i] !== COMMA) return FAILED;
      i = skipBlanks(bytes, i + 1);
    }
  }

  #walkMember(bytes: Uint8Array, nameFrom: number): number {
    let i = nameFrom;
    let fid = 0;
    for (let byte = bytes[i]!; byte >= ZERO && byte <= NINE; byte = bytes[i]!) {
      fid = fid * 10 + byte - ZERO;
      i++;
    }
    let slot = 0;
    if (bytes[i] !== QUOTE) i = endOfName(bytes, i);
    else if (fid <= MAX_FID && bytes[nameFrom] !== ZERO) slot = slotByFid[fid]!;
    if (i === FAILED) return FAILED;
    i = skipColon(bytes, i);
    if (bytes[i] !== QUOTE) return FAILED;
    return slot === 0 ? skipString(bytes, i + 1) : this.#keep(slot, bytes, i + 1);
  }

  #keep(slot: Slot, bytes: Uint8Array, from: number): number {
    if (this.#to[slot] !== 0) return FAILED;
    let i = from;
    if (bytes[i] === PLUS || bytes[i] === MINUS) i++;
    const firstDigit = i;
    let magnitude = 0;
    for (let byte = bytes[i]!; byte >= ZERO && byte <= NINE; byte = bytes[i]!) {
      magnitude = magnitude * 10 + byte - ZERO;
      i++;
    }
    const digits = i - firstDigit;
    const isPlain = bytes[i] === QUOTE && digits > 0 && digits <= MAX_PLAIN_DIGITS;
    if (!isPlain) i = endOfPlainString(bytes, i);
    if (i === FAILED) return FAILED;
    this.#from[slot] = from;
    this.#to[slot] = i;
    this.#magnitude[slot] = isPlain ? magnitude : NOT_PLAIN;
    return i + 1;
  }

  /** The text of a FID; blank when it has not come. */
  text(slot: Slot): string {
    return asciiText(this.#bytes, this.#from[slot]!, this.#to[slot]!);
  }

  /** The first character that is no blank, `''` without one. */
  firstCharacter(slot: Slot): string {
    const to = this.#to[slot]!;
    for (let i = this.#from[slot]!; i < to; i++) {
      if (this.#bytes[i] !== SPACE) return String.fromCharCode(this.#bytes[i]!);
    }
    return '';
  }

  price(slot: Slot): Price | null {
    const plain = this.#plain(slot);
    if (plain < 0 || plain >= PLAIN_PRICES_END) return readPrice(this.text(slot));
    return plain === 0 ? null : plain;
  }

  quantity(slot: Slot): Quantity | null {
    const plain = this.#plain(slot);
    return plain < 0 ? readQuantity(this.text(slot)) : plain;
  }

  /** A whole number without its sign. */
  magnitude(slot: Slot): number | null {
    const plain = this.#plain(slot);
    if (plain >= 0) return plain;
    const whole = readWhole(this.text(slot));
    return whole === null ? null : Math.abs(whole);
  }

  /** The moment nearest to `at` with this time of day, as kstMomentNear has it. */
  momentNear(slot: Slot, at: EpochMs): EpochMs | null {
    const seconds = this.#secondsOfDay(slot);
    return seconds === null ? kstMomentNear(this.text(slot), at) : nearestMoment(seconds, at);
  }

  /** Seconds since midnight when the text is six digits that are a time of day; else null. */
  #secondsOfDay(slot: Slot): number | null {
    const from = this.#from[slot]!;
    const hhmmss = this.#plain(slot);
    if (hhmmss < 0 || this.#to[slot]! - from !== 6 || this.#bytes[from]! < ZERO) return null;
    const hour = Math.trunc(hhmmss / 10_000);
    const minute = Math.trunc(hhmmss / 100) % 100;
    const second = hhmmss % 100;
    if (hour > 23 || minute > 59 || second > 59) return null;
    return hour * 3_600 + minute * 60 + second;
  }

  /** The number when it is plain, else below 0. */
  #plain(slot: Slot): number {
    return this.#to[slot] === 0 ? NOT_PLAIN : this.#magnitude[slot]!;
  }
}
