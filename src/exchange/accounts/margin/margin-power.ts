// What an order ties up, and what an account can still order: by cash alone, by margin of each class, on credit. The check
// before an order and the figures of kt00001 and kt00010 to kt00013 are the same arithmetic.

import type { Instrument } from '#domain/instrument.ts';
import { mulDiv, type Price, type Quantity, type Won } from '#domain/units.ts';
import type {
  BuyingPower,
  CreditTerms,
  FundsView,
  LoanGrade,
  MarginPolicy,
  MarginRate,
} from '../../contract.ts';
import type { CashBalance } from '../account-cash.ts';
import { LOAN_LIMIT_WON, securityShortage } from './credit-terms.ts';
import { loanGradeOf, MARGIN_RATES, marginRateOf, percentUp } from './margin-rates.ts';
import { affordable, buyReserve, mostWithin, type Tied } from './reservations.ts';

const PERCENT_PPM = 10_000;
const PPM = 1_000_000;

/** A buy as far as its money goes. */
export interface Buy {
  readonly instrument: Instrument;
  readonly price: Price;
  readonly credit: CreditTerms | null;
}

/** What `quantity` shares of a buy tie up. A buy on credit is of an instrument that is lent on. */
export function tiedFor(
  { instrument, price, credit }: Buy,
  quantity: Quantity,
  policy: MarginPolicy,
  commissionPpm: number,
): Tied {
  const amount = price * quantity;
  const whole = buyReserve(amount, commissionPpm);
  if (credit !== null) {
    const loan = amount - percentUp(amount, loanGradeOf(instrument)?.depositRate ?? 100);
    return { own: whole - loan, margin: whole - loan, loan };
  }
  if (policy === 'full') return { own: whole, margin: whole, loan: 0 };
  return { own: whole, margin: whole - amount + percentUp(amount, marginRateOf(instrument)), loan: 0 };
}

/** What an account's money is made of. */
export interface FundsSource {
  readonly cash: CashBalance;
  /** Margin of buys that have not settled, won. */
  readonly margin: Won;
  readonly reserved: Tied;
  readonly policy: MarginPolicy;
  readonly substitutes: Won;
  readonly loans: Won;
  readonly loanInterest: Won;
  /** Value of the shares bought with `loans`, won. */
  readonly sharesOnLoans: Won;
}

/** All an account can say of its money. */
export function fundsOf(source: FundsSource): FundsView {
  const { cash, reserved, policy, substitutes, loans, loanInterest, sharesOnLoans } = source;
  // An account that pays whole ties whole amounts, also for what it bought on margin before.
  const tied = policy === 'full' ? cash.d1Buy + cash.d2Buy + reserved.own : source.margin + reserved.margin;
  const used = (proceeds: Won, before: Won) => Math.min(proceeds, tied - before);
  const yesterday = Math.max(0, cash.d1Sell);
  const today = Math.max(0, cash.d2Sell);
  const usedYesterday = used(yesterday, 0);
  const usedToday = used(today, usedYesterday);
  // A sale that repaid more than it brought takes from cash.
  const onCash = tied - usedYesterday - usedToday + (yesterday - cash.d1Sell) + (today - cash.d2Sell);
  const tiedCash = Math.min(onCash, Math.max(0, cash.today));
  const free = Math.max(0, cash.today + cash.d1Sell + cash.d2Sell - tied);
  const tiedSubstitutes = onCash - tiedCash;
  const orderable = Math.max(0, cash.d2 - reserved.own);
  const unpaid = Math.max(0, -cash.today);
  // What is unpaid stands against the shares before anything else is bought on their strength.
  const spareSubstitutes = Math.max(0, substitutes - tiedSubstitutes - unpaid);
  const freeSubstitutes = policy === 'full' ? 0 : spareSubstitutes;
  // Cash that loans need as security stays.
  const bound = reserved.own + securityShortage(loans, sharesOnLoans);
  const leaving = (...days: Won[]) => Math.max(0, Math.min(...days) - bound);
  const security = sharesOnLoans + Math.max(0, cash.d2);
  return {
    ...cash,
    reserved: reserved.own,
    orderable,
    policy,
    tied,
    tiedCash,
    tiedSubstitutes,
    reuseYesterday: { proceeds: yesterday, used: usedYesterday },
    reuseToday: { proceeds: today, used: usedToday },
    free,
    substitutes,
    spareSubstitutes,
    freeSubstitutes,
    byRate: byRate((rate) =>
      policy === 'full' ? orderable : mulDiv(free + (rate < 100 ? freeSubstitutes : 0), 100, rate),
    ),
    withdrawable: leaving(cash.today, cash.d1, cash.d2),
    withdrawableD1: leaving(cash.d1, cash.d2),
    withdrawableD2: leaving(cash.d2),
    unpaid,
    loans,
    loanInterest,
    loanLimit: LOAN_LIMIT_WON,
    security: loans === 0 ? 0 : security,
    securityShortage: securityShortage(loans, security),
  };
}

/** How much of an instrument may be bought at `price` with these funds. */
export function buyingPower(
  instrument: Instrument,
  price: Price,
  funds: FundsView,
  commissionPpm: number,
): BuyingPower {
  const rate = marginRateOf(instrument);
  const isFull = funds.policy === 'full';
  const ofRate = (one: MarginRate) => {
    const counted = isFull ? 100 : one;
    const have = funds.free + (counted < 100 ? funds.freeSubstitutes : 0);
    const quantity = sharesFor(have, price, counted, commissionPpm);
    return { amount: funds.byRate[one], quantity };
  };
  const grade = loanGradeOf(instrument);
  return {
    price,
    rate,
    appliedRate: isFull ? 100 : rate,
    byRate: byRate(ofRate),
    unborrowed: {
      amount: funds.orderable,
      quantity: affordable(funds.orderable, price, commissionPpm),
    },
    onCredit: grade === null ? null : creditPower(grade, price, funds, commissionPpm),
  };
}

function creditPower(
  grade: LoanGrade,
  price: Price,
  { free, orderable }: FundsView,
  commissionPpm: number,
): NonNullable<BuyingPower['onCredit']> {
  const { depositRate } = grade;
  const amount = mulDiv(free, 100, depositRate);
  return {
    grade,
    amount,
    quantity: Math.trunc(amount / price),
    withFees: {
      amount: mulDiv(orderable, PPM, depositRate * PERCENT_PPM + commissionPpm),
      quantity: sharesFor(orderable, price, depositRate, commissionPpm),
    },
  };
}

/** The most shares at `price` whose margin at `rate` percent, commission counted, is covered by `have` won. */
function sharesFor(have: Won, price: Price, rate: number, commissionPpm: number): Quantity {
  const need = (quantity: Quantity) => {
    const amount = quantity * price;
    return buyReserve(amount, commissionPpm) - amount + percentUp(amount, rate);
  };
  const guess = mulDiv(have, PPM, price * (rate * PERCENT_PPM + commissionPpm));
  return mostWithin(guess, (quantity) => need(quantity) <= have);
}

function byRate<T>(of: (rate: MarginRate) => T): Readonly<Record<MarginRate, T>> {
  return Object.fromEntries(MARGIN_RATES.map((rate) => [rate, of(rate)])) as Record<MarginRate, T>;
}
