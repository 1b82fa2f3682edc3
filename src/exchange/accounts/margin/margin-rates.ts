// The broker's classes of instruments: margin for cash orders, value as a substitute for cash, and whether and on what
// deposit shares are lent on. Which instrument is in which class is this house's own list; the classes are Kiwoom's
// (krx-rules 5.1; guide kt00012, kt20016).

import type { Instrument } from '#domain/instrument.ts';
import { mulDiv, type Price, type Won } from '#domain/units.ts';
import type { LoanGrade, MarginRate } from '../../contract.ts';

export const MARGIN_RATES: readonly MarginRate[] = [20, 30, 40, 50, 60, 100];

const KOSPI_RATES: readonly MarginRate[] = [30, 40, 20];
const KOSDAQ_RATES: readonly MarginRate[] = [40, 50, 60, 100];

/** Percent of the previous close that a share counts for as margin; what needs full margin counts for nothing. */
const SUBSTITUTE_PERCENT: Readonly<Record<MarginRate, number>> = {
  20: 80,
  30: 75,
  40: 70,
  50: 65,
  60: 60,
  100: 0,
};
const SUBSTITUTE_UNIT_WON = 10;

const LOAN_GRADES: Readonly<Record<MarginRate, LoanGrade | null>> = {
  20: { grade: 'A', depositRate: 45 },
  30: { grade: 'A', depositRate: 45 },
  40: { grade: 'B', depositRate: 45 },
  50: { grade: 'C', depositRate: 50 },
  60: { grade: 'D', depositRate: 60 },
  100: null,
};

/** The margin class of an instrument: by its market, its kind and its code, so that it is the same in every world. */
export function marginRateOf({ symbol, market, kind, leverage, isRestricted }: Instrument): MarginRate {
  if (isRestricted === true) return 100;
  if (kind === 'etf') return leverage === 1 ? 30 : 60;
  if (kind !== 'stock' || market === 'KONEX') return 100;
  const rates = market === 'KOSPI' ? KOSPI_RATES : KOSDAQ_RATES;
  let sum = 0;
  for (const letter of symbol) sum += letter.charCodeAt(0);
  return rates[sum % rates.length] ?? 100;
}

/** The credit class of an instrument; null for what is not lent on: funds, and shares that need full margin. */
export function loanGradeOf(instrument: Instrument): LoanGrade | null {
  return instrument.kind === 'stock' ? LOAN_GRADES[marginRateOf(instrument)] : null;
}

/** Won one share counts for as margin, by the close of the day before, cut to ten won. */
export function substitutePriceOf(instrument: Instrument, previousClose: Price): Won {
  const percent = SUBSTITUTE_PERCENT[marginRateOf(instrument)];
  return mulDiv(previousClose, percent, 100 * SUBSTITUTE_UNIT_WON) * SUBSTITUTE_UNIT_WON;
}

/** `percent` of `amount` in won, rounded up. */
export function percentUp(amount: Won, percent: number): Won {
  return amount - mulDiv(amount, 100 - percent, 100);
}
