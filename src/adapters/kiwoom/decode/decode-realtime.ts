// From an entry of a REAL frame to an event of ours. A pure function of the entry and the moment it was received; what lacks
// a value an event cannot do without is dropped (null), never guessed.

import type { BrokerEvent } from '#domain/broker-event.ts';
import type { Venue } from '#domain/instrument.ts';
import type {
  BookEvent,
  BookLevel,
  IndexEvent,
  MarketEvent,
  QuoteEvent,
  SessionEvent,
  TradeEvent,
  VolatilityInterruptionEvent,
} from '#domain/market-event.ts';
import type { EpochMs } from '#domain/units.ts';
import type { RealEntry } from '../socket/frame.ts';
import { decodeBalanceNotice, decodeOrderNotice } from './decode-notices.ts';
import { readVenueSuffix } from './decode-values.ts';
import { kstMomentNear, numberAt, priceAt, quantityAt, symbolAt, textAt, wholeAt } from './fids.ts';

/** Decodes one entry received at `at`; null when its type is not ours or it says too little. */
export function decodeEntry(entry: RealEntry, at: EpochMs): MarketEvent | BrokerEvent | null {
  switch (entry.type) {
    case '0B':
      return decodeTrade(entry, at);
    case '0D':
      return decodeBook(entry, at);
    case '0C':
      return decodeQuote(entry, at);
    case '00':
      return decodeOrderNotice(entry, at);
    case '04':
      return decodeBalanceNotice(entry, at);
    case '0s':
      return decodeSession(entry, at);
    case '0J':
      return decodeIndex(entry, at);
    case '1h':
      return decodeVolatilityInterruption(entry, at);
    default:
      return null;
  }
}

function decodeTrade(entry: RealEntry, at: EpochMs): TradeEvent | null {
  const { values } = entry;
  const symbol = symbolAt(entry);
  const price = priceAt(values, '10');
  const volume = wholeAt(values, '15');
  if (symbol === null || price === null || volume === null || volume === 0) return null;
  return {
    type: 'trade',
    symbol,
    at,
    tradedAt: kstMomentNear(textAt(values, '20'), at) ?? at,
    price,
    quantity: Math.abs(volume),
    aggressor: aggressorOf(textAt(values, '15').trimStart().charAt(0)),
    dayVolume: quantityAt(values, '13'),
    bestAsk: priceAt(values, '27'),
    bestBid: priceAt(values, '28'),
    venue: venueOf(textAt(values, '9081'), entry.item),
    hours: hoursOf(textAt(values, '290')),
  };
}

/** The sign of the volume says who came to whom, plus for buyers (guide: 주식체결, FID 15). */
export function aggressorOf(sign: string): TradeEvent['aggressor'] {
  if (sign === '+') return 'buy';
  return sign === '-' ? 'sell' : null;
}

/** FID 9081 names the venue of a trade; without it the suffix of the item does. */
export function venueOf(code: string, item: string): Venue | null {
  if (code === '1') return 'KRX';
  return code === '2' ? 'NXT' : readVenueSuffix(item);
}

/** FID 290: the part of the day a trade belongs to. */
export function hoursOf(code: string): TradeEvent['hours'] {
  if (code === '2') return 'regular';
  if (code === '1') return 'before';
  return code === '3' ? 'after' : null;
}

function decodeQuote(entry: RealEntry, at: EpochMs): QuoteEvent | null {
  const symbol = symbolAt(entry);
  if (symbol === null) return null;
  return { type: 'quote', symbol, at, ask: priceAt(entry.values, '27'), bid: priceAt(entry.values, '28') };
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const ASK_PRICES = LEVELS.map((level) => String(40 + level));
const ASK_QUANTITIES = LEVELS.map((level) => String(60 + level));
const BID_PRICES = LEVELS.map((level) => String(50 + level));
const BID_QUANTITIES = LEVELS.map((level) => String(70 + level));

/** 0D: 291 and 292 hold only while an auction gathers (guide: 주식호가잔량); they are 0 otherwise. */
function decodeBook(entry: RealEntry, at: EpochMs): BookEvent | null {
  const { values } = entry;
  const symbol = symbolAt(entry);
  if (symbol === null) return null;
  const expectedPrice = priceAt(values, '291');
  return {
    type: 'book',
    symbol,
    at,
    asks: levelsOf(values, ASK_PRICES, ASK_QUANTITIES),
    bids: levelsOf(values, BID_PRICES, BID_QUANTITIES),
    expectedPrice,
    expectedQuantity: expectedPrice === null ? null : quantityAt(values, '292'),
  };
}

/** Levels without price or quantity are left out: the wire fills them with `-0` and `0` (kiwoom-wire 3.15c). */
function levelsOf(
  values: RealEntry['values'],
  priceFids: readonly string[],
  quantityFids: readonly string[],
): BookLevel[] {
  const levels: BookLevel[] = [];
  for (let level = 0; level < priceFids.length; level++) {
    const price = priceAt(values, priceFids[level]!);
    const quantity = quantityAt(values, quantityFids[level]!);
    if (price !== null && quantity !== null && quantity > 0) levels.push({ price, quantity });
  }
  return levels;
}

/** Codes of FID 215: 0 and 3 by the guide, 2, 4, 8 and 9 from the older API, the rest (NXT, unknown) is `other`. */
const PHASES: Readonly<Record<string, SessionEvent['phase']>> = {
  '0': 'before-open',
  '3': 'open',
  '2': 'closing-auction',
  '4': 'closed',
  '8': 'closed',
  '9': 'closed',
};

function decodeSession(entry: RealEntry, at: EpochMs): SessionEvent | null {
  const code = textAt(entry.values, '215').trim();
  return code === '' ? null : { type: 'session', at, phase: PHASES[code] ?? 'other', code };
}

/** 0J: points with two decimals and a direction sign, kept as whole hundredths. */
function decodeIndex(entry: RealEntry, at: EpochMs): IndexEvent | null {
  const points = numberAt(entry.values, '10');
  const code = entry.item.trim();
  if (points === null || points === 0 || code === '') return null;
  return { type: 'index', code, at, hundredths: Math.round(Math.abs(points) * 100) };
}

function decodeVolatilityInterruption(entry: RealEntry, at: EpochMs): VolatilityInterruptionEvent | null {
  const { values } = entry;
  const symbol = symbolAt(entry);
  const state = textAt(values, '9068').trim();
  if (symbol === null || (state !== '1' && state !== '2')) return null;
  return {
    type: 'volatility-interruption',
    symbol,
    at,
    state: state === '1' ? 'triggered' : 'released',
    kind: kindOf(textAt(values, '1225')),
    price: priceAt(values, '1221'),
  };
}

function kindOf(text: string): VolatilityInterruptionEvent['kind'] {
  const isStatic = text.includes('정적');
  const isDynamic = text.includes('동적');
  if (isStatic && isDynamic) return 'both';
  if (isStatic) return 'static';
  return isDynamic ? 'dynamic' : null;
}
