// The short way from the bytes of a REAL frame to its events, for 0B and 0D, which are nearly all there is: one walk over
// the bytes, with no text and no objects in between. What it does not expect it leaves to decodeFrame, and it takes no
// frame that JSON.parse would refuse, so that both ways always say the same.

import type { BookEvent, TradeEvent } from '#domain/market-event.ts';
import type { EpochMs } from '#domain/units.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  endOfName,
  endOfPlainString,
  FAILED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipBlanks,
  skipColon,
  skipString,
  spells,
} from './scan-frame-bytes.ts';
import { bookOf, type Item, ItemCache, tradeOf } from './scan-frame-events.ts';
import { ScannedFids } from './scan-frame-fids.ts';

/** An event the scanner can make. */
export type ScannedEvent = TradeEvent | BookEvent;

/** Scans frames one after another. What one frame says never depends on those before it. */
export class FrameScanner {
  readonly #fids = new ScannedFids();
  readonly #items = new ItemCache();
  #events: ScannedEvent[] = [];
  #isReal = false;

  /**
   * The events of a frame received at `at`, one for each entry: what decodeFrame and decodeEntry make of it. Null for a frame
   * that has to go that way; this says nothing about whether it is good.
   */
  scan(raw: Uint8Array | string, at: EpochMs): readonly ScannedEvent[] | null {
    if (typeof raw === 'string') return null;
    this.#events = [];
    this.#isReal = false;
    const end = this.#walkFrame(raw, at);
    if (end === FAILED || !this.#isReal || this.#events.length === 0) return null;
    return end === raw.length || skipBlanks(raw, end) === raw.length ? this.#events : null;
  }

  #walkFrame(bytes: Uint8Array, at: EpochMs): number {
    let i = skipBlanks(bytes, 0);
    if (bytes[i] !== OPEN_BRACE) return FAILED;
    do {
      const name = skipBlanks(bytes, i + 1);
      if (bytes[name] !== QUOTE) return FAILED;
      const nameEnd = endOfName(bytes, name + 1);
      if (nameEnd === FAILED) return FAILED;
      const value = skipColon(bytes, nameEnd);
      if (spells(bytes, name + 1, nameEnd, 'trnm')) i = this.#walkTrnm(bytes, value);
      else if (spells(bytes, name + 1, nameEnd, 'data')) i = this.#walkEntries(bytes, value, at);
      else i = bytes[value] === QUOTE ? skipString(bytes, value + 1) : FAILED;
      if (i === FAILED) return FAILED;
      i = skipBlanks(bytes, i);
    } while (bytes[i] === COMMA);
    return bytes[i] === CLOSE_BRACE ? i + 1 : FAILED;
  }

  #walkTrnm(bytes: Uint8Array, value: number): number {
    if (this.#isReal || bytes[value] !== QUOTE || !spells(bytes, value + 1, value + 5, 'REAL')) return FAILED;
    this.#isReal = true;
    return bytes[value + 5] === QUOTE ? value + 6 : FAILED;
  }

  #walkEntries(bytes: Uint8Array, value: number, at: EpochMs): number {
    if (this.#events.length > 0 || bytes[value] !== OPEN_BRACKET) return FAILED;
    let i = value;
    do {
      i = skipBlanks(bytes, i + 1);
      if (bytes[i] !== OPEN_BRACE) return FAILED;
      i = this.#walkEntry(bytes, i, at);
      if (i === FAILED) return FAILED;
      i = skipBlanks(bytes, i);
    } while (bytes[i] === COMMA);
    return bytes[i] === CLOSE_BRACKET ? i + 1 : FAILED;
  }

  #walkEntry(bytes: Uint8Array, brace: number, at: EpochMs): number {
    let type = '';
    let item: Item | null = null;
    let hasValues = false;
    let i = brace;
    do {
      const name = skipBlanks(bytes, i + 1);
      if (bytes[name] !== QUOTE) return FAILED;
      const nameEnd = endOfName(bytes, name + 1);
      if (nameEnd === FAILED) return FAILED;
      const value = skipColon(bytes, nameEnd);
      if (spells(bytes, name + 1, nameEnd, 'values')) {
        if (hasValues || bytes[value] !== OPEN_BRACE) return FAILED;
        hasValues = true;
        i = this.#fids.walk(bytes, value + 1);
      } else if (bytes[value] !== QUOTE) {
        return FAILED;
      } else if (spells(bytes, name + 1, nameEnd, 'type')) {
        if (type !== '') return FAILED;
        type = typeAt(bytes, value + 1);
        i = type === '' ? FAILED : value + 4;
      } else if (spells(bytes, name + 1, nameEnd, 'item')) {
        const end = endOfPlainString(bytes, value + 1);
        if (item !== null || end === FAILED) return FAILED;
        item = this.#items.at(bytes, value + 1, end);
        i = end + 1;
      } else {
        i = skipString(bytes, value + 1);
      }
      if (i === FAILED) return FAILED;
      i = skipBlanks(bytes, i);
    } while (bytes[i] === COMMA);
    if (bytes[i] !== CLOSE_BRACE || type === '' || item === null || !hasValues) return FAILED;
    const event = type === '0B' ? tradeOf(this.#fids, item, at) : bookOf(this.#fids, item, at);
    if (event === null) return FAILED;
    this.#events.push(event);
    return i + 1;
  }
}

/** `0B` or `0D` when that is the whole string from `i` on, else `''`. */
function typeAt(bytes: Uint8Array, i: number): '0B' | '0D' | '' {
  if (bytes[i + 2] !== QUOTE) return '';
  if (spells(bytes, i, i + 2, '0B')) return '0B';
  return spells(bytes, i, i + 2, '0D') ? '0D' : '';
}
