// A day's minute bars as a tape: the first minute's open is the price of the opening auction, the last bar that of the closing
// one, and every minute's trades are drawn when it comes. Made from seed, name, date and minute alone, so that a day can
// be gone on with in its middle.

import type { SessionHours } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode } from '#domain/units.ts';
import type { PriceLadder } from '../../book/price-ladder.ts';
import { type DayBars, minuteBarsOf } from '../../day/day-bars.ts';
import { Random } from '../../random.ts';
import { type TapeTrade, tradesOf } from './flow-minute.ts';
import type { Tape, TapeEvent } from './flow-tape.ts';
import type { AuctionPrint } from './market-replay.ts';

/** An auction ends at most this much late; continuous trades of its minute come after. */
const AUCTION_LATE_MS = 30 * SECOND_MS;
/** The opening auction has this share of what the first minute's later trades would have otherwise. */
const OPENING_SHARE = 0.4;
/** What a day has beyond its minutes is traded at the closing price after the close. */
const OFF_HOURS_DELAY_MS = 10 * MINUTE_MS;
/** Shares of one price level as a share of what is traded per tick of the day's range. */
const DEPTH_SHARE = 0.08;

export interface BarTapeDay {
  readonly seed: number;
  readonly symbol: SymbolCode;
  readonly hours: SessionHours;
  readonly ladder: PriceLadder;
  readonly bars: DayBars;
  /** Shares traded at the closing price that no minute shows. */
  readonly offHours: Quantity;
}

export class BarTape implements Tape {
  readonly opening: AuctionPrint | null;
  readonly closing: AuctionPrint | null;
  readonly depth: Quantity;
  readonly #day: BarTapeDay;
  readonly #bars: ReturnType<typeof minuteBarsOf>;
  #bar = 0;
  #trades: readonly TapeTrade[] = [];
  #trade = 0;
  #hasOffHours: boolean;

  constructor(day: BarTapeDay) {
    const { symbol, hours, ladder, bars } = day;
    this.#day = day;
    const all = minuteBarsOf(symbol, bars);
    const closing = all.find(({ start }) => start === hours.closeAt);
    this.closing = closing === undefined ? null : { price: closing.close, quantity: closing.volume };
    this.#bars = closing === undefined ? all : all.filter((bar) => bar !== closing);
    this.#hasOffHours = day.offHours > 0;
    this.depth = depthOf(all, ladder);
    this.opening = this.#open();
  }

  next(): TapeEvent | null {
    while (this.#trade === this.#trades.length) {
      if (this.#bar === this.#bars.length) return this.#nextOffHours();
      this.#trades = this.#tradesOf(this.#bar++);
      this.#trade = 0;
    }
    return this.#trades[this.#trade++]!;
  }

  /** Plans the first minute and gives its first trade, with a share of the others', to the auction. */
  #open(): AuctionPrint | null {
    const { hours, ladder } = this.#day;
    const first = this.#bars[0];
    if (first === undefined || first.start !== hours.openAt || ladder.indexOf(first.open) === null)
      return null;
    const [opening, ...later] = this.#tradesOf(this.#bar++);
    let quantity = opening!.quantity;
    this.#trades = later.map((trade) => {
      const moved = Math.floor(trade.quantity * OPENING_SHARE);
      quantity += moved;
      return { ...trade, quantity: trade.quantity - moved };
    });
    return { price: first.open, quantity };
  }

  #tradesOf(position: number): TapeTrade[] {
    const { seed, symbol, hours, ladder } = this.#day;
    const bar = this.#bars[position]!;
    const minute = (bar.start - kstMidnight(hours.date)) / MINUTE_MS;
    const random = new Random(seed, 'tape', symbol, hours.date, String(minute));
    const from = bar.start + (bar.start === hours.openAt ? AUCTION_LATE_MS : 0);
    return tradesOf(bar, from, bar.start + MINUTE_MS, ladder, random);
  }

  #nextOffHours(): TapeTrade | null {
    if (!this.#hasOffHours) return null;
    this.#hasOffHours = false;
    const { hours, offHours } = this.#day;
    const price: Price | undefined = this.closing?.price ?? this.#bars.at(-1)?.close;
    if (price === undefined) return null;
    return { at: hours.closeAt + OFF_HOURS_DELAY_MS, price, quantity: offHours, aggressor: null };
  }
}

/** Usual shares of a level: a day that trades much over few prices has thick books. */
function depthOf(bars: ReturnType<typeof minuteBarsOf>, ladder: PriceLadder): Quantity {
  let volume = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const bar of bars) {
    volume += bar.volume;
    low = Math.min(low, bar.low);
    high = Math.max(high, bar.high);
  }
  const ticks = Math.max(2, ladder.positionOf(high) - ladder.positionOf(low));
  return Math.max(1, Math.round((volume * DEPTH_SHARE) / ticks));
}
