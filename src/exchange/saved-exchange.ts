// What an exchange leaves behind: a JSON value from which it goes on. History is not in it, for the seed makes it again;
// neither are the orders of others.

import type { EpochMs, SymbolCode, TradeDate, Won } from '#domain/units.ts';

import type { OrderDay } from './account-records.ts';
import type { SavedAccount } from './account-terms.ts';
import type { AccountId } from './contract.ts';
import type { DayBars } from './day-bars.ts';

/** One instrument's days since the history was made. */
export interface SavedMarket {
  readonly symbol: SymbolCode;
  readonly lived: readonly DayBars[];
  readonly today: DayBars;
  /** Won traded on the running day. */
  readonly value: Won;
}

/** One account, with the orders and executions of all its days; those of the running day come apart. */
export interface SavedAccountRecords {
  readonly id: AccountId;
  readonly book: SavedAccount;
  readonly finished: readonly OrderDay[];
  readonly today: OrderDay;
}

export interface SavedExchange {
  readonly format: 1;
  readonly seed: number;
  readonly firstTradingDay: TradeDate;
  readonly historyDays: number;
  readonly now: EpochMs;
  readonly tradeDate: TradeDate;
  /** Close of the index on the day before, in hundredths. */
  readonly indexBase: number;
  readonly orderNo: number;
  readonly fillNo: number;
  readonly markets: readonly SavedMarket[];
  readonly accounts: readonly SavedAccountRecords[];
}

/** A saved exchange cannot be used: another format, or another market than the options describe. */
export class SavedExchangeError extends Error {
  override readonly name = 'SavedExchangeError';
  readonly code = 'saved-exchange-unusable';
  readonly retryable = false;
}

/** The value as a saved exchange, if it is one. What is inside is trusted: it is our own file. */
export function asSavedExchange(value: unknown): SavedExchange {
  const format =
    typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined;
  if (format !== 1)
    throw new SavedExchangeError(`a saved exchange of format 1 was expected, found ${String(format)}`);
  return value as SavedExchange;
}
