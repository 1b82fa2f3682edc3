// Where a trading floor begins: its days, what is listed, who trades, and what there was of a day gone on with.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { AccountRecords } from './accounts/account-records.ts';
import type { BarArchive } from './day/bar-archive.ts';
import type { MarketDay } from './day/market-day.ts';
import type { Listing } from './market/listing.ts';
import type { MarketSource } from './market/market-flow.ts';
import type { SavedExchange } from './saved-exchange.ts';

/** An instrument with its past; `createExchange` and `restoreExchange` make them. */
export interface ListedInstrument {
  readonly listing: Listing;
  readonly archive: BarArchive;
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
  readonly resumed: Pick<SavedExchange, 'markets' | 'accounts'> | null;
}

/** An instrument with its past and its running days. */
export interface FloorMarket extends ListedInstrument {
  day: MarketDay;
  /** On NXT; null where it is not traded there. */
  nxt: MarketDay | null;
}
