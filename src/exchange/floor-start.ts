// Where a trading floor begins: its days, what is listed, who trades, and what there was of a day gone on with.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { EpochMs, Price, TradeDate } from '#domain/units.ts';
import type { AccountRecords } from './accounts/account-records.ts';
import type { BarArchive } from './day/bar-archive.ts';
import type { MarketDay } from './day/market-day.ts';
import type { MarketDayOptions } from './day/market-host.ts';
import type { Listing } from './market/listing.ts';
import type { MarketSource } from './market/market-flow.ts';
import type { MarketVenue } from './orders/order-terms.ts';
import { attributionOf, type ParticipantArchive } from './participants/participant-archive.ts';
import { Random } from './random.ts';
import type { SavedExchange, SavedMarket } from './saved-exchange.ts';

/** An instrument with its past; `createExchange` and `restoreExchange` make them. */
export interface ListedInstrument {
  readonly listing: Listing;
  readonly archive: BarArchive;
  /** Its finished days on NXT; none where it was never traded there. */
  readonly nxtArchive: BarArchive;
  readonly participants: ParticipantArchive;
}

/** Where a floor begins. */
export interface FloorStart {
  readonly seed: number;
  readonly calendar: TradingCalendar;
  readonly firstTradingDay: TradeDate;
  readonly historyDays: number;
  readonly tradeDate: TradeDate;
  readonly now: EpochMs;
  readonly listed: readonly ListedInstrument[];
  readonly accounts: readonly AccountRecords[];
  /** Where the orders of everybody else come from. */
  readonly source: MarketSource;
  /** False leaves NXT out. */
  readonly hasNxt: boolean;
  /** Highest numbers given so far today. */
  readonly orderNo: number;
  readonly fillNo: number;
  /** What there was of the running day; null when it begins here. */
  readonly resumed: Pick<SavedExchange, 'markets' | 'accounts' | 'breakers'> | null;
}

/** An instrument with its past and its running days. */
export interface FloorMarket extends ListedInstrument {
  day: MarketDay;
  /** On NXT; null where it is not traded there. */
  nxt: MarketDay | null;
}

/** The running days are over: what is kept of them becomes the past. */
export function endDays({ archive, nxtArchive, participants, day, nxt }: FloorMarket): void {
  // Who is halted stands at the base price of the day; who is not traded for another reason has no row, as in charts.
  archive.add(day.bars, day.ticks, day.rules.isHalted || day.haltedBy !== null ? day.base : null);
  if (nxt !== null) nxtArchive.add(nxt.bars, nxt.ticks, null);
  participants.add(day.hours.date, day.participants.finish(), nxt?.participants.finish() ?? null);
}

/** What is saved of an instrument, halts by request apart. */
export function savedMarket(market: FloorMarket): SavedMarket {
  const { listing, archive, nxtArchive, participants, day, nxt } = market;
  return {
    symbol: listing.instrument.symbol,
    ...(listing.actions === undefined ? {} : { actions: listing.actions }),
    lived: archive.save(),
    nxtLived: nxtArchive.save(),
    participantDays: participants.save(),
    today: day.save(),
    nxt: nxt?.save() ?? null,
  };
}

/** One instrument's day on one market, as chance needs to know it. */
export interface ChanceDay {
  readonly listing: Listing;
  readonly venue: MarketVenue;
  readonly base: Price;
  readonly date: TradeDate;
  /** The moment the day is gone on with in its middle; null for a day from its beginning. */
  readonly resumedAt: EpochMs | null;
}

/**
 * What a day draws from. A day that is gone on with in its middle cannot have the orders it would have had; what is drawn by
 * its moment is the same, and who trades follows from the trades alone.
 */
export function dayChance(
  seed: number,
  { listing, venue, base, date, resumedAt }: ChanceDay,
): Pick<MarketDayOptions, 'random' | 'randomAt' | 'attribution'> {
  const { symbol } = listing.instrument;
  return {
    random: (purpose) => new Random(seed, purpose, symbol, venue, date, String(resumedAt ?? '')),
    randomAt: (moment) => new Random(seed, String(moment), symbol, venue, date),
    attribution: () => attributionOf({ seed, listing, venue, date, base }),
  };
}
