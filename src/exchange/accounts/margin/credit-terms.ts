// What borrowing to buy costs and how far it goes. Rates, limit and term are of the size Korean brokers publish; they are this
// house's own.

import { addDays, DAY_MS } from '#domain/time.ts';
import { mulDiv, type TradeDate, type Won } from '#domain/units.ts';
import { percentUp } from './margin-rates.ts';

/** Won one account may owe on credit at any time. */
export const LOAN_LIMIT_WON: Won = 1_000_000_000;

/** Calendar days after which a loan is due. It is not prolonged: what is left is sold on the trading day after. */
const LOAN_DAYS = 90;

/** Percent of its loans that an account's security must be worth (담보유지비율). */
const SECURITY_PERCENT = 140;

/** A year's interest in parts per million by how long the loan has run, in calendar days; the rate is that of all its days. */
const INTEREST: readonly { readonly throughDay: number; readonly ppm: number }[] = [
  { throughDay: 7, ppm: 54_000 },
  { throughDay: 15, ppm: 84_000 },
  { throughDay: 30, ppm: 88_000 },
  { throughDay: 60, ppm: 92_000 },
  { throughDay: Number.POSITIVE_INFINITY, ppm: 93_000 },
];
/** A year's charge on unpaid cash, parts per million. */
const LATE_FEE_PPM = 97_000;
const YEAR_DAYS = 365;
const PPM = 1_000_000;

/** Interest in won on `loan` won from the trade date of the loan to that of its repayment. Same-day loans are free. */
export function loanInterest(loan: Won, from: TradeDate, to: TradeDate): Won {
  const days = daysBetween(from, to);
  const row = INTEREST.find(({ throughDay }) => days <= throughDay);
  return row === undefined ? 0 : mulDiv(loan * days, row.ppm, PPM * YEAR_DAYS);
}

/** The last day of a loan; it may be a day without trading. */
export function loanDueOn(loanDate: TradeDate): TradeDate {
  return addDays(loanDate, LOAN_DAYS);
}

/** Won that `security` won lack to hold `loans` won; 0 where it is enough. */
export function securityShortage(loans: Won, security: Won): Won {
  return Math.max(0, loans + percentUp(loans, SECURITY_PERCENT - 100) - security);
}

/** Charge in won on `unpaid` won between two dates. */
export function lateFee(unpaid: Won, from: TradeDate, to: TradeDate): Won {
  return mulDiv(unpaid * daysBetween(from, to), LATE_FEE_PPM, PPM * YEAR_DAYS);
}

/** Calendar days from one date to another. */
export function daysBetween(from: TradeDate, to: TradeDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}
