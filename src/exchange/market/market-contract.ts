// What the exchange says of its market: instruments and their days, books, bars and trades, and the indices made of them. A part
// of the contract.

import type { Bar } from '#domain/bar.ts';
import type { DailyReference, Instrument } from '#domain/instrument.ts';
import type { BookLevel } from '#domain/market-event.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { PriceAdjustment } from '../corporate/price-adjustment.ts';
import type { Tick } from '../day/market-ticks.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { TradingStage } from '../orders/order-validity.ts';
import type { DesignationKind } from './designations.ts';

/**
 * The day of one instrument on one market so far. Prices null before the first trade. Open, high and low are those of the
 * regular session; volume and value count all sessions, last all but the ten-minute auctions of the evening, whose prices are
 * told apart (`afterHours`).
 */
export interface InstrumentDay {
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  readonly venue: MarketVenue;
  /** What its market is doing: the phase of the venue, or stopped, or in an auction of its own. */
  readonly stage: TradingStage;
  readonly open: Price | null;
  /** When the open was traded, and when the last price. */
  readonly openAt: EpochMs | null;
  readonly lastAt: EpochMs | null;
  readonly high: Price | null;
  readonly low: Price | null;
  /** Last price of the regular session: once that is over, the day's close. */
  readonly close: Price | null;
  readonly last: Price | null;
  readonly lastQuantity: Quantity;
  readonly volume: Quantity;
  readonly value: Won;
  readonly listedShares: Quantity;
}

export interface Book {
  /** Best first, ten at most. */
  readonly asks: readonly BookLevel[];
  readonly bids: readonly BookLevel[];
  readonly totalAsk: Quantity;
  readonly totalBid: Quantity;
  readonly expectedPrice: Price | null;
  readonly expectedQuantity: Quantity | null;
  /** Half-way between the best quotes and the shares pegged to it; null while there is no such price. */
  readonly mid: { readonly price: Price; readonly ask: Quantity; readonly bid: Quantity } | null;
}

/** Shares that wait in a session at one fixed price (61, 81), where there is no book of prices. */
export interface FixedBook {
  readonly totalAsk: Quantity;
  readonly totalBid: Quantity;
}

/** What the ten-minute auctions of an evening (시간외단일가) have traded so far: the last price in won, shares, and won. */
export interface AfterHoursTrades {
  readonly last: Price;
  readonly volume: Quantity;
  readonly value: Won;
}

/** Net asset value of a share of a fund, in hundredths of a won. */
export interface NetAssets {
  readonly value: number;
  /** At the end of the day before. */
  readonly before: number;
}

/** Net asset value at the end of a day, in hundredths of a won. */
export interface NetAssetDay {
  readonly date: TradeDate;
  readonly value: number;
}

/** What is known of a listed instrument besides its rules. */
export interface ListingFacts {
  /** Code of its sector; null for funds. */
  readonly sector: string | null;
  /** First trading day; null for what has been listed for long. */
  readonly listedOn: TradeDate | null;
  readonly isInKospi200: boolean;
  readonly isOnNxt: boolean;
  /** What KRX makes of it today, the strongest last. */
  readonly designations: readonly DesignationKind[];
}

/** What the exchange tells of instruments, and does about them. Of KRX where a question names no market. */
export interface MarketApi {
  instruments(): readonly Instrument[];
  /** Null when the instrument is not traded there. */
  day(symbol: SymbolCode, venue?: MarketVenue): InstrumentDay | null;
  book(symbol: SymbolCode, venue?: MarketVenue): Book | null;
  /** Of the fixed-price session that takes orders now; null while none does. 'book' events tell of it, too. */
  fixedBook(symbol: SymbolCode, venue?: MarketVenue): FixedBook | null;
  /** Auctions after hours of the running day; null before the first trade in one, and on days without any. */
  afterHours(symbol: SymbolCode): AfterHoursTrades | null;
  /** Oldest first; the running day's and minute's bars are last. */
  dailyBars(symbol: SymbolCode, venue?: MarketVenue): readonly Bar[];
  minuteBars(symbol: SymbolCode, venue?: MarketVenue): readonly Bar[];
  /**
   * What splits, bonus issues and distributions up to today make of prices and volumes before them, oldest first: bars and trades
   * are told as they were traded. Of both markets alike.
   */
  adjustments(symbol: SymbolCode): readonly PriceAdjustment[];
  /** Trades of one day, the running one unless named, oldest first. */
  ticks(symbol: SymbolCode, venue?: MarketVenue, date?: TradeDate): readonly Tick[];
  /** Shares traded today from a moment on. */
  volumeSince(symbol: SymbolCode, from: EpochMs, venue?: MarketVenue): Quantity;
  /** The days whose trades are kept, oldest first: the running one, and a few before it since the exchange began. */
  tickDates(symbol: SymbolCode, venue?: MarketVenue): readonly TradeDate[];
  /**
   * Net asset value of a fund now, or at a moment of the running day; null for what is no fund, and where the market's prices
   * are given: nobody knows it there.
   */
  netAssets(symbol: SymbolCode, at?: EpochMs): NetAssets | null;
  /** The same at the end of each day, oldest first; that of the running day is the value now. */
  netAssetDays(symbol: SymbolCode): readonly NetAssetDay[];
  /** What is known of an instrument besides its rules; null for a code that is not listed. */
  listingOf(symbol: SymbolCode): ListingFacts | null;
  /** Stops trading of an instrument on all markets until `until` (null: until released); its orders stay, and may be cancelled. */
  halt(symbol: SymbolCode, until: EpochMs | null): void;
  /** Ends a halt: orders gather for ten minutes for one price. Nothing happens when there is none. */
  release(symbol: SymbolCode): void;
}

/** An index, without its value. */
export interface IndexName {
  readonly code: string;
  readonly name: string;
}

/** The indices of the markets, and of the sectors that have members. Prices are in hundredths of a point. */
export interface IndexApi {
  /** In the order of their codes. */
  readonly names: readonly IndexName[];
  /** Now; null for a code that is none of `names`. */
  value(code: string): number | null;
  /** Volume in shares of its members; the running day's or minute's bar is last. */
  dailyBars(code: string): readonly Bar[];
  /** Of all days, or of those since `from`: without the history it is quickly done. */
  minuteBars(code: string, from?: TradeDate | null): readonly Bar[];
  members(code: string): readonly SymbolCode[];
}
