// Events from scanned FIDs: the counterparts of decodeTrade and decodeBook, which say what may be left out and what not.

import type { BookEvent, BookLevel, TradeEvent } from '#domain/market-event.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import { aggressorOf, hoursOf, venueOf } from './decode-realtime.ts';
import { readSymbol } from './decode-values.ts';
import { asciiText, spells } from './scan-frame-bytes.ts';
import { type ScannedFids, SLOTS, type Slot } from './scan-frame-fids.ts';

/** An entry's item as it is written, and the instrument it names. */
export interface Item {
  readonly text: string;
  readonly symbol: SymbolCode;
}

/** More than a session has codes; a power of two. */
const PLACES = 512;

/** Gives the same few items again without making new text: one place for each, taken over by whoever comes. */
export class ItemCache {
  readonly #places: (Item | null)[] = new Array<Item | null>(PLACES).fill(null);

  /** The item spelled by the bytes from `from` up to `to` (ASCII); null when it names no instrument. */
  at(bytes: Uint8Array, from: number, to: number): Item | null {
    let hash = 0;
    for (let i = from; i < to; i++) hash = (hash * 31 + bytes[i]!) | 0;
    const place = hash & (PLACES - 1);
    const known = this.#places[place]!;
    if (known !== null && spells(bytes, from, to, known.text)) return known;
    const text = asciiText(bytes, from, to);
    const symbol = readSymbol(text);
    if (symbol === null) return null;
    const item = { text, symbol };
    this.#places[place] = item;
    return item;
  }
}

/** 0B: a trade; null without price or quantity. */
export function tradeOf(fids: ScannedFids, item: Item, at: EpochMs): TradeEvent | null {
  const price = fids.price(SLOTS.price);
  const quantity = fids.magnitude(SLOTS.volume);
  if (price === null || quantity === null || quantity === 0) return null;
  return {
    type: 'trade',
    symbol: item.symbol,
    at,
    tradedAt: fids.momentNear(SLOTS.time, at) ?? at,
    price,
    quantity,
    aggressor: aggressorOf(fids.firstCharacter(SLOTS.volume)),
    dayVolume: fids.quantity(SLOTS.dayVolume),
    bestAsk: fids.price(SLOTS.bestAsk),
    bestBid: fids.price(SLOTS.bestBid),
    venue: venueOf(fids.text(SLOTS.venue), item.text),
    hours: hoursOf(fids.text(SLOTS.hours)),
  };
}

/** 0D: the book; levels without price or quantity are left out. */
export function bookOf(fids: ScannedFids, item: Item, at: EpochMs): BookEvent {
  const expectedPrice = fids.price(SLOTS.expectedPrice);
  return {
    type: 'book',
    symbol: item.symbol,
    at,
    asks: levelsOf(fids, SLOTS.askPrices, SLOTS.askQuantities),
    bids: levelsOf(fids, SLOTS.bidPrices, SLOTS.bidQuantities),
    expectedPrice,
    expectedQuantity: expectedPrice === null ? null : fids.quantity(SLOTS.expectedQuantity),
  };
}

function levelsOf(fids: ScannedFids, prices: readonly Slot[], quantities: readonly Slot[]): BookLevel[] {
  const levels: BookLevel[] = [];
  for (let level = 0; level < prices.length; level++) {
    const price = fids.price(prices[level]!);
    const quantity = fids.quantity(quantities[level]!);
    if (price !== null && quantity !== null && quantity > 0) levels.push({ price, quantity });
  }
  return levels;
}
