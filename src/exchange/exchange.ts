// The door to the simulated exchange: a new one from a seed, or one that was saved. The days before the first one are made
// here, quickly and always the same.

import { krxCalendar, type TradingCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import { TICKS_KNOWN_FROM } from '#domain/tick.ts';
import { addDays, kstMidnight } from '#domain/time.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import { AccountBook } from './accounts/account.ts';
import { AccountRecords } from './accounts/account-records.ts';
import type { OpeningHolding } from './accounts/account-terms.ts';
import type { AccountId, MarginPolicy } from './contract.ts';
import { withSavedActions } from './corporate/saved-actions.ts';
import { BarArchive } from './day/bar-archive.ts';
import { Exchange } from './exchange-api.ts';
import type { ListedInstrument } from './floor-start.ts';
import { DEFAULT_LISTINGS, type Listing } from './market/listing.ts';
import type { MarketMaker, MarketSource, MarketStart } from './market/market-flow.ts';
import { modelMarket } from './market/model/market-model.ts';
import { isListedOn, withSavedListing } from './market/new-listings.ts';
import { ParticipantArchive } from './participants/participant-archive.ts';
import { asSavedExchange, SavedExchangeError, type SavedMarket } from './saved-exchange.ts';
import { TradingFloor } from './trading-floor.ts';

export { Exchange } from './exchange-api.ts';

/** An account and what is in it at the beginning. */
export interface AccountOptions {
  readonly id: AccountId;
  /** Settled cash, won. */
  readonly cash: Won;
  readonly holdings?: readonly OpeningHolding[];
  /** `full` unless told otherwise. */
  readonly margin?: MarginPolicy;
}

export interface ExchangeOptions {
  /** Any whole number. The same seed makes the same market. */
  readonly seed: number;
  /** The first day on which orders are taken; it must be a trading day. Time begins at its Korean midnight. */
  readonly firstTradingDay: TradeDate;
  /** Trading days of chart history before it; fewer where calendar or price grid are not known that far back. */
  readonly historyDays?: number;
  readonly listings?: readonly Listing[];
  readonly accounts: readonly AccountOptions[];
  /** Commission on each side in parts per million: 150 is 0.015 %. */
  readonly commissionPpm?: number;
  /** False leaves NXT out; instruments that are not listed there are on KRX alone anyway. */
  readonly nxt?: boolean;
  readonly calendar?: TradingCalendar;
  /** Where the orders of everybody else come from; the model when absent. */
  readonly market?: MarketMaker;
}

/** What is needed besides a saved exchange to go on with it. */
export type RestoreOptions = Pick<ExchangeOptions, 'listings' | 'commissionPpm' | 'calendar' | 'market'>;

export const DEFAULT_HISTORY_DAYS = 120;

/** A new exchange, standing at Korean midnight of its first trading day. */
export function createExchange(options: ExchangeOptions): Exchange {
  const {
    seed,
    firstTradingDay,
    historyDays = DEFAULT_HISTORY_DAYS,
    listings = DEFAULT_LISTINGS,
    accounts,
    commissionPpm = REAL_COSTS.commissionPpm,
    calendar = krxCalendar,
    nxt = true,
    market = modelMarket,
  } = options;
  if (!calendar.isTradingDay(firstTradingDay)) {
    throw new RangeError(`the exchange is closed on ${firstTradingDay}: name a trading day to begin with`);
  }
  const start = { seed, calendar, firstTradingDay, listings };
  const source = market(start);
  const listed = makePast(source, start, historyDays, new Map(), nxt);
  const costs = { ...REAL_COSTS, commissionPpm };
  const floor = new TradingFloor({
    seed,
    calendar,
    firstTradingDay,
    historyDays,
    tradeDate: firstTradingDay,
    now: kstMidnight(firstTradingDay),
    listed,
    accounts: accounts.map(({ id, ...opening }) => {
      const book = new AccountBook({ ...opening, costs, tradeDate: firstTradingDay });
      return new AccountRecords(id, book, [], []);
    }),
    source,
    hasNxt: nxt,
    orderNo: 0,
    fillNo: 0,
    resumed: null,
  });
  return new Exchange(floor);
}

/**
 * The exchange that `save` described. Saved while the market was closed, it goes on exactly as if it had never stopped.
 * Saved during the day, accounts and their orders are the same, but the orders of others are new ones.
 */
export function restoreExchange(value: unknown, options: RestoreOptions = {}): Exchange {
  const saved = asSavedExchange(value);
  const {
    listings = DEFAULT_LISTINGS,
    commissionPpm = REAL_COSTS.commissionPpm,
    calendar = krxCalendar,
    market = modelMarket,
  } = options;
  const { seed, firstTradingDay, historyDays, tradeDate } = saved;
  const lived = new Map(saved.markets.map((market) => [market.symbol, market]));
  const kept = new Map(saved.listings?.map((listing) => [listing.symbol, listing]));
  const known = listings.map((listing) => withSavedListing(listing, kept.get(listing.instrument.symbol)));
  const listedNow = known.filter((listing) => isListedOn(listing, tradeDate));
  const isMissing = listedNow.some(({ instrument }) => !lived.has(instrument.symbol));
  if (isMissing || lived.size !== listedNow.length) {
    throw new SavedExchangeError({
      ko: '저장된 거래소의 종목이 지금 주어진 종목과 다릅니다',
      en: 'the saved exchange lists other instruments than the options do',
    });
  }
  const acting = known.map((listing) =>
    withSavedActions(listing, lived.get(listing.instrument.symbol)?.actions, tradeDate),
  );
  const start = { seed, calendar, firstTradingDay, listings: acting };
  const source = market(start);
  const listed = makePast(source, start, historyDays, lived, saved.hasNxt);
  const costs = { ...REAL_COSTS, commissionPpm };
  const floor = new TradingFloor({
    ...saved,
    calendar,
    listed,
    source,
    accounts: saved.accounts.map(
      ({ id, book, finished, today }) =>
        new AccountRecords(id, AccountBook.restore(book, costs), finished, today.fills),
    ),
    resumed: saved,
  });
  return new Exchange(floor);
}

type LivedDays = ReadonlyMap<string, Pick<SavedMarket, 'lived' | 'nxtLived' | 'participantDays'>>;

function makePast(
  source: MarketSource,
  { seed, calendar, firstTradingDay, listings }: MarketStart,
  historyDays: number,
  lived: LivedDays,
  hasNxt: boolean,
): readonly ListedInstrument[] {
  const pasts = source.history(listings, datesBefore(firstTradingDay, historyDays, calendar));
  return listings.map((listing, index) => {
    const { symbol } = listing.instrument;
    const past = pasts[index] ?? [];
    const known = lived.get(symbol);
    const archive = new BarArchive(symbol, past, known?.lived ?? []);
    const pastOnNxt = hasNxt ? past.flatMap(({ onNxt }) => onNxt ?? []) : [];
    const nxtArchive = new BarArchive(symbol, pastOnNxt, known?.nxtLived ?? []);
    return {
      listing,
      archive,
      nxtArchive,
      participants: new ParticipantArchive(seed, listing, past, known?.participantDays ?? []),
    };
  });
}

/** The trading days of the history, oldest first: as many as asked for, as far as the rules of the time are known. */
function datesBefore(date: TradeDate, count: number, calendar: TradingCalendar): readonly TradeDate[] {
  const { coveredFrom } = calendar;
  const from = coveredFrom > TICKS_KNOWN_FROM ? coveredFrom : TICKS_KNOWN_FROM;
  if (count === 0 || date <= from) return [];
  return calendar.tradingDaysBetween(from, addDays(date, -1)).slice(-count);
}
