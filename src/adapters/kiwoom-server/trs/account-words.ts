// What the account TRs share: their path, Kiwoom's words for cash and credit, and sums over the account's own rows.

import { compactDate } from '#domain/time.ts';
import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { AccountDayView, ExchangeApi, PositionView } from '#exchange/contract.ts';
import type { TrContext } from './tr.ts';

export const ACCOUNT_PATH = '/api/dostk/acnt';
/** `ka` TRs end their answers with this, leading blank included. */
export const LISTED_TEXT = ' 조회가 완료되었습니다.';
export const DONE_TEXT = '조회가 완료되었습니다.';
/** Rows a page of the account's lists (kiwoom-wire 2.17: about 30). */
export const ACCOUNT_ROWS = 30;

export function sum<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}

/** An instrument's name; blank for one that is no longer listed. */
export function nameOf(exchange: ExchangeApi, symbol: SymbolCode): string {
  return exchange.day(symbol)?.instrument.name ?? '';
}

/** `00` for cash, `03` for a loan (FID 917). */
export function creditCode(loanDate: TradeDate | null): string {
  return loanDate === null ? '00' : '03';
}

/** How an order or a sale was paid for: `현금`, `융자`. */
export function creditName(onCredit: boolean): string {
  return onCredit ? '융자' : '현금';
}

/** A loan's date in eight digits, or `none` for shares held with cash. */
export function loanDigits(loanDate: TradeDate | null, none: string): string {
  return loanDate === null ? none : compactDate(loanDate);
}

/** The running day of the account that asks. */
export function runningDay({ exchange, account }: TrContext): AccountDayView {
  const { tradeDate } = exchange;
  const today = exchange.accountDays(account, tradeDate, tradeDate).at(-1);
  return today ?? emptyDay(tradeDate);
}

/** Every day of the account from its first through `to`. */
export function daysThrough({ exchange, account }: TrContext, to: TradeDate): readonly AccountDayView[] {
  return exchange.accountDays(account, '0000-01-01', to);
}

/** Cash once everything has settled and holdings at their price, less loans (추정예탁자산), won. */
export function netAssets({ cash, positions, loans }: AccountDayView): Won {
  return cash.d2 + sum(positions, ({ value }) => value) - loans;
}

/** Won and shares that came in on a day, less what left. */
export function netInflow({ deposits, withdrawals, sharesIn }: AccountDayView): Won {
  return deposits - withdrawals + sharesIn;
}

/** What a position would bring after commissions and tax (kt00004, kt00005), won. */
export function netValue({ value, buyCommission, sellCommission, tax }: PositionView): Won {
  return value - buyCommission - sellCommission - tax;
}

/** Security for loans in percent of what is owed: the value of the shares bought with them. */
export function securityRate(positions: readonly PositionView[]): {
  readonly value: Won;
  readonly loan: Won;
} {
  const lent = positions.filter(({ loanDate }) => loanDate !== null);
  return { value: sum(lent, ({ value }) => value), loan: sum(lent, ({ loan }) => loan) };
}

function emptyDay(date: TradeDate): AccountDayView {
  return {
    date,
    cash: { today: 0, d1: 0, d2: 0 },
    substitutes: 0,
    loans: 0,
    positions: [],
    totals: [],
    sales: [],
    deposits: 0,
    withdrawals: 0,
    sharesIn: 0,
  };
}
