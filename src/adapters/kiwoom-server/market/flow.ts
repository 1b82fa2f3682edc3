// The trades of one instrument today in numbers: who came to whom, when the extremes were, and where it stood each minute.

import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';

type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;

/** Where an instrument stood at the end of a minute in which it was traded. */
export interface MinuteMark {
  /** The minute, counted from 1970. */
  readonly minute: number;
  price: Price;
  /** Shares traded up to then, of those this server saw. */
  volume: Quantity;
}

/** Shares buyers came for, and shares sellers came with. */
export interface SidedVolume {
  readonly bought: Quantity;
  readonly sold: Quantity;
}

/** The trades of one instrument today, as this server saw them. */
export interface Flow {
  /** Shares and number of trades by who came: buyers, sellers. Auction trades are neither. */
  bought: Quantity;
  sold: Quantity;
  buys: number;
  sells: number;
  high: Price;
  low: Price;
  /** When the first trade, the high and the low were; null before the first trade. */
  openAt: EpochMs | null;
  highAt: EpochMs | null;
  lowAt: EpochMs | null;
  /** 1, -1 or 0 for the last trade: a buyer came, a seller came, an auction. */
  lastSide: -1 | 0 | 1;
  readonly minutes: MinuteMark[];
}

export function newFlow(): Flow {
  return {
    ...{ bought: 0, sold: 0, buys: 0, sells: 0, high: 0, low: Number.POSITIVE_INFINITY },
    ...{ openAt: null, highAt: null, lowAt: null, lastSide: 0, minutes: [] },
  };
}

/** Counts a trade. */
export function seeTrade(flow: Flow, { aggressor, quantity, price, at }: TradeEvent): void {
  if (aggressor === 'buy') {
    flow.bought += quantity;
    flow.buys++;
  } else if (aggressor === 'sell') {
    flow.sold += quantity;
    flow.sells++;
  }
  flow.lastSide = aggressor === null ? 0 : aggressor === 'buy' ? 1 : -1;
  flow.openAt ??= at;
  if (price > flow.high) {
    flow.high = price;
    flow.highAt = at;
  }
  if (price < flow.low) {
    flow.low = price;
    flow.lowAt = at;
  }
  mark(flow.minutes, Math.floor(at / MINUTE_MS), price, quantity);
}

function mark(minutes: MinuteMark[], minute: number, price: Price, quantity: Quantity): void {
  const last = minutes.at(-1);
  if (last?.minute === minute) {
    last.price = price;
    last.volume += quantity;
  } else {
    minutes.push({ minute, price, volume: (last?.volume ?? 0) + quantity });
  }
}

/** Both markets together. */
export function flowOfBoth(krx: Flow, nxt: Flow): Flow {
  const isNxtHigher = nxt.high > krx.high;
  const isNxtLower = nxt.low < krx.low;
  return {
    ...krx,
    bought: krx.bought + nxt.bought,
    sold: krx.sold + nxt.sold,
    buys: krx.buys + nxt.buys,
    sells: krx.sells + nxt.sells,
    high: isNxtHigher ? nxt.high : krx.high,
    highAt: isNxtHigher ? nxt.highAt : krx.highAt,
    low: isNxtLower ? nxt.low : krx.low,
    lowAt: isNxtLower ? nxt.lowAt : krx.lowAt,
    openAt: earlier(krx.openAt, nxt.openAt),
    // Frames ask for a flow with every trade and never for its minutes.
    get minutes() {
      return minutesOfBoth(krx.minutes, nxt.minutes);
    },
  };
}

function earlier(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Marks of both markets by minute; where both were traded in a minute, the first's price is told. */
function minutesOfBoth(krx: readonly MinuteMark[], nxt: readonly MinuteMark[]): MinuteMark[] {
  if (nxt.length === 0) return [...krx];
  const marks: MinuteMark[] = [];
  let [a, b] = [0, 0];
  while (a < krx.length || b < nxt.length) {
    const minute = Math.min(krx[a]?.minute ?? Infinity, nxt[b]?.minute ?? Infinity);
    const isOfKrx = krx[a]?.minute === minute;
    const price = (isOfKrx ? krx[a] : nxt[b])!.price;
    if (isOfKrx) a++;
    if (nxt[b]?.minute === minute) b++;
    marks.push({ minute, price, volume: (krx[a - 1]?.volume ?? 0) + (nxt[b - 1]?.volume ?? 0) });
  }
  return marks;
}

/** Strength of trading (체결강도) in percent: shares buyers came for against shares sellers came with. */
export function strength(flow: SidedVolume): number {
  return flow.sold === 0 ? 0 : (flow.bought / flow.sold) * 100;
}

/** The last price `minutes` minutes ago or, where there was none so early, the first one known; null before any trade. */
export function priceAgo({ minutes: marks }: Flow, now: EpochMs, minutes: number): Price | null {
  const at = Math.floor(now / MINUTE_MS) - minutes;
  return (marks.findLast(({ minute }) => minute <= at) ?? marks[0])?.price ?? null;
}
