// What the account TRs share: their path, Kiwoom's words for cash and credit, and sums over the account's own rows.

import { compactDate } from '#domain/time.ts';
import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { AccountDayView, ExchangeApi, ExchangeOrder, PositionView } from '#exchange/contract.ts';
import type { TrContext } from '../tr.ts';

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
  return exchange.market.day(symbol)?.instrument.name ?? '';
}

/** The instrument that is asked about, with or without the `A` that the account's own lists put in front; blank when it is left open. */
export function askedSymbol({ member }: TrContext): SymbolCode {
  return member('stk_cd').replace(/^A(?=.{6}$)/, '');
}

/** `00` for cash, `03` for a loan (FID 917 and 922; the guide's samples show cash only). */
export function creditCode(onCredit: boolean): string {
  return onCredit ? '03' : '00';
}

/** Through what an order came; the word for the broker's own sales is ours, the guide has none. */
export function orderedBy({ forced }: ExchangeOrder): string {
  return forced === undefined ? 'REST API' : '반대매매';
}

/** How an order or a sale was paid for: `현금`, `융자`. */
export function creditName(onCredit: boolean): string {
  return onCredit ? '융자' : '현금';
}

/** A loan's date, or its last day, in eight digits, or `none` for shares held with cash. */
export function loanDigits(loanDate: TradeDate | null, none: string): string {
  return loanDate === null ? none : compactDate(loanDate);
}

/** The running day of the account that asks. */
export function runningDay({ exchange, account }: TrContext): AccountDayView {
  const { tradeDate } = exchange;
  const today = exchange.accounts.accountDays(account, tradeDate, tradeDate).at(-1);
  return today ?? emptyDay(tradeDate);
}

/** Every day of the account from its first through `to`. */
export function daysThrough({ exchange, account }: TrContext, to: TradeDate): readonly AccountDayView[] {
  return exchange.accounts.accountDays(account, '0000-01-01', to);
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

/** Value of the shares that were bought with loans, won. */
export function valueOnLoans(positions: readonly PositionView[]): Won {
  return sum(positions, ({ loanDate, value }) => (loanDate === null ? 0 : value));
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
