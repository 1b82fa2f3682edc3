// The market from a recording of a live day: its trades are printed and its books shown as they were told; accounts trade
// against those books on top (see flow-tape.ts). Only the recorded day is played, and in it only what KRX told of its
// regular session; books are shown in continuous trading, while auctions are those of this exchange at the recorded prices.

import type { Bar } from '#domain/bar.ts';
import type { BookEvent, TradeEvent } from '#domain/market-event.ts';
import { priceLimits } from '#domain/price-limit.ts';
import { type SessionHours, sessionHours } from '#domain/session.ts';
import { floorToTick, tickTable } from '#domain/tick.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { PastDay } from '../../day/bar-archive.ts';
import type { Listing } from '../listing.ts';
import { type FlowMaker, IDLE_FLOW, type MarketSource, type MarketStart } from '../market-flow.ts';
import { type Tape, type TapeEvent, TapeFlow } from './flow-tape.ts';
import { type AuctionPrint, barProblem } from './market-replay.ts';

/** What was recorded of one instrument on one day, in the order it came. */
export interface RecordedInstrument {
  readonly events: readonly (TradeEvent | BookEvent)[];
  /** Base price of the day; null when the recording does not say: the first trade's price stands for it. */
  readonly base: Price | null;
}

export interface RecordedMarketOptions {
  readonly date: TradeDate;
  readonly instruments: ReadonlyMap<SymbolCode, RecordedInstrument>;
}

/** An auction ends at most this much late; what was recorded of continuous trading before that follows right after. */
const AUCTION_LATE_MS = 30 * SECOND_MS;
/** A recorded auction trade is told within this time after the auction's nominal end. */
const AUCTION_TOLD_MS = 60 * SECOND_MS;

interface RecordedDay {
  readonly base: Price;
  readonly opening: AuctionPrint | null;
  readonly closing: AuctionPrint | null;
  readonly events: readonly TapeEvent[];
}

export class RecordedMarket implements MarketSource {
  readonly #date: TradeDate;
  readonly #days = new Map<SymbolCode, RecordedDay>();

  /** Throws a MarketDataError when a recorded trade cannot have been one of its date. */
  constructor({ listings }: MarketStart, { date, instruments }: RecordedMarketOptions) {
    this.#date = date;
    for (const listing of listings) {
      const recorded = instruments.get(listing.instrument.symbol);
      const day = recorded === undefined ? null : recordedDay(listing, date, recorded);
      if (day !== null) this.#days.set(listing.instrument.symbol, day);
    }
  }

  history(listings: readonly Listing[]): readonly (readonly PastDay[])[] {
    return listings.map(() => []);
  }

  basePrice({ instrument, startPrice }: Listing, date: TradeDate, lastClose: Price | null): Price {
    const recorded = date === this.#date ? this.#days.get(instrument.symbol) : undefined;
    return recorded?.base ?? lastClose ?? startPrice;
  }

  flow<Owner>({ instrument }: Listing, resumedAt: EpochMs | null): FlowMaker<Owner> {
    return (seat) => {
      const day = this.#days.get(instrument.symbol);
      if (day === undefined || seat.hours.date !== this.#date || seat.venue !== 'KRX') return IDLE_FLOW;
      return new TapeFlow(seat, new RecordedTape(day), resumedAt);
    };
  }
}

/** The recorded events, one after the other. */
class RecordedTape implements Tape {
  readonly opening: AuctionPrint | null;
  readonly closing: AuctionPrint | null;
  readonly depth: Quantity;
  readonly #events: readonly TapeEvent[];
  #next = 0;

  constructor({ opening, closing, events }: RecordedDay) {
    this.opening = opening;
    this.closing = closing;
    this.#events = events;
    const trades = events.filter((event) => 'price' in event);
    const shares = trades.reduce((sum, { quantity }) => sum + quantity, 0);
    // For recordings without books: a few trades' worth at every price.
    this.depth = Math.max(1, Math.round((3 * shares) / Math.max(1, trades.length)));
  }

  next(): TapeEvent | null {
    return this.#events[this.#next++] ?? null;
  }
}

function recordedDay(listing: Listing, date: TradeDate, recorded: RecordedInstrument): RecordedDay | null {
  const hours = sessionHours(date);
  const events = recorded.events.filter((event) => isOfSession(event, hours));
  const trades = events.filter((event) => event.type === 'trade');
  const first = trades[0];
  const { instrument } = listing;
  const table = tickTable(instrument, date);
  const base = recorded.base ?? (first === undefined ? listing.startPrice : floorToTick(table, first.price));
  const rules = { instrument, date, table, limits: priceLimits(instrument, base, date) };
  for (const trade of trades) {
    const problem = barProblem(flatBar(trade), rules);
    if (problem !== null) throw problem;
  }
  const opening = trades.find((trade) => isOpening(trade, hours)) ?? null;
  const closing = trades.find((trade) => trade.tradedAt >= hours.closeAt) ?? null;
  return {
    base,
    opening,
    closing,
    events: tapeOf(
      events.filter((event) => event !== opening && event !== closing),
      hours,
    ),
  };
}

/** Told of KRX, or of nobody in particular, and of the regular session. */
function isOfSession(event: TradeEvent | BookEvent, hours: SessionHours): boolean {
  const at = event.type === 'trade' ? event.tradedAt : event.at;
  if (at < hours.openAt || at >= hours.closeAt + AUCTION_TOLD_MS) return false;
  if (event.type === 'book') return true;
  return event.venue !== 'NXT' && (event.hours === null || event.hours === 'regular');
}

/** The opening auction's trade: told without a side, right after the opening. */
function isOpening({ tradedAt, aggressor }: TradeEvent, { openAt }: SessionHours): boolean {
  return aggressor === null && tradedAt < openAt + AUCTION_TOLD_MS;
}

/** Recorded events at the exchange's own times: a trade in the second it is labelled with, and never before one that came earlier. */
function tapeOf(events: readonly (TradeEvent | BookEvent)[], { openAt }: SessionHours): TapeEvent[] {
  let last = openAt + AUCTION_LATE_MS;
  return events.map((event): TapeEvent => {
    if (event.type === 'book') {
      last = Math.max(last, event.at);
      return { at: last, asks: event.asks, bids: event.bids };
    }
    const { tradedAt, price, quantity, aggressor } = event;
    last = Math.max(last, Math.min(Math.max(event.at, tradedAt), tradedAt + SECOND_MS - 1));
    return { at: last, price, quantity, aggressor };
  });
}

function flatBar({ symbol, tradedAt, price, quantity }: TradeEvent): Bar {
  const prices = { open: price, high: price, low: price, close: price };
  return { symbol, period: '1m', start: tradedAt, ...prices, volume: quantity };
}
