// What an exchange leaves behind: a JSON value from which it goes on. History is not in it, for the seed makes it again;
// neither are the orders of others.

import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { Words } from '#domain/words.ts';
import type { OrderDay } from './accounts/account-records.ts';
import type { SavedAccount } from './accounts/account-terms.ts';
import type { AccountId, AfterHoursTrades } from './contract.ts';
import type { CorporateAction } from './corporate/corporate-action.ts';
import type { DayBars } from './day/day-bars.ts';
import type { SavedLivedDay } from './day/lived-day.ts';
import type { SavedBreakers } from './day/market-breakers.ts';
import type { HaltCause } from './day/trading-state.ts';
import type { InterruptionKind } from './day/volatility.ts';
import type { SavedListing } from './market/new-listings.ts';
import type { SavedParticipants } from './participants/day-participants.ts';
import type { SavedParticipantDay } from './participants/participant-archive.ts';

/** What was traded of one instrument on one market today, single trades apart. */
export interface SavedTape {
  readonly bars: DayBars;
  readonly last: Price | null;
  /** When the first and the last of these trades were; absent as in `participants`. */
  readonly openAt?: EpochMs | null;
  readonly lastAt?: EpochMs | null;
  readonly lastQuantity: Quantity;
  readonly volume: Quantity;
  readonly value: Won;
  /** Absent when nothing was traded in auctions after hours. */
  readonly afterHours?: AfterHoursTrades;
  /** Who traded; absent where it was saved by an exchange that did not tell. */
  readonly participants?: SavedParticipants;
}

/** Halt and interruption of one instrument, and what its volatility is measured against. */
export interface SavedTradingState {
  readonly anchor: Price;
  readonly count: number;
  /** `until` is null for a halt without an end. */
  readonly halt: {
    readonly until: EpochMs | null;
    readonly reopeningMs: EpochMs;
    /** Absent where it was saved by an exchange that did not tell them apart. */
    readonly by?: HaltCause;
  } | null;
  readonly interruption: {
    readonly kind: InterruptionKind | null;
    readonly price: Price;
    readonly until: EpochMs;
    readonly isOpening: boolean;
  } | null;
}

/** One instrument's running day on one market. */
export interface SavedDay extends SavedTape {
  /** What the session after the close trades at, won; null while there is none, absent in states of before. */
  readonly closingPrice?: Price | null;
  readonly trading: SavedTradingState;
}

/** Bars of a finished day; plain numbers where they were saved by an exchange that did not pack them. */
type SavedBars = SavedLivedDay | DayBars;

/** One instrument's days since the history was made. */
export interface SavedMarket {
  readonly symbol: SymbolCode;
  /** What is done to its capital, what was to come included; absent for nothing. */
  readonly actions?: readonly CorporateAction[];
  readonly lived: readonly SavedBars[];
  /** The same on NXT; absent where it was saved by an exchange that did not keep them. */
  readonly nxtLived?: readonly SavedBars[];
  /** Who traded on those days; absent as in `SavedTape`. */
  readonly participantDays?: readonly SavedParticipantDay[];
  readonly today: SavedDay;
  /** Its running day on NXT; null where it is not traded there. */
  readonly nxt: SavedDay | null;
  /** When a halt by request ends, null for one without an end; absent when there is none. */
  readonly haltedUntil?: EpochMs | null;
}

/** One account, with the orders and executions of all its days; those of the running day come apart. */
export interface SavedAccountRecords {
  readonly id: AccountId;
  readonly book: SavedAccount;
  readonly finished: readonly OrderDay[];
  readonly today: OrderDay;
  /** Numbers that orders wait by instead of their own: conditional orders since the closing auction began; absent for none. */
  readonly places?: Readonly<Record<BrokerOrderNo, number>>;
}

export interface SavedExchange {
  readonly format: 2;
  readonly seed: number;
  readonly firstTradingDay: TradeDate;
  readonly historyDays: number;
  readonly hasNxt: boolean;
  readonly now: EpochMs;
  readonly tradeDate: TradeDate;
  readonly orderNo: number;
  readonly fillNo: number;
  readonly markets: readonly SavedMarket[];
  /** First days of what has one, still to come or over; absent where it was saved by an exchange that had none. */
  readonly listings?: readonly SavedListing[];
  /** Circuit breakers and sidecars of the running day; absent where it was saved by an exchange that did not keep them. */
  readonly breakers?: readonly SavedBreakers[];
  readonly accounts: readonly SavedAccountRecords[];
}

/** A saved exchange cannot be used: another format, or another market than the options describe. */
export class SavedExchangeError extends Error {
  override readonly name = 'SavedExchangeError';
  readonly code = 'saved-exchange-unusable';
  readonly retryable = false;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(text: Words) {
    super(text.en);
    this.text = text;
  }
}

/** The value as a saved exchange, if it is one. What is inside is trusted: it is our own file. */
export function asSavedExchange(value: unknown): SavedExchange {
  const format =
    typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined;
  if (format !== 2)
    throw new SavedExchangeError({
      ko: `저장된 거래소의 형식은 2여야 하지만 ${String(format)}입니다`,
      en: `a saved exchange of format 2 was expected, found ${String(format)}`,
    });
  return value as SavedExchange;
}
