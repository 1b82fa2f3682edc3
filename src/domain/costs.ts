// What a trade costs: the broker's commission and the tax on selling, in whole won, cut off the way Kiwoom cuts them.
// Rates are parts per million, so that 0.015 % is the integer 150 and no rate is ever a fraction.

import type { Instrument, InstrumentKind, Market } from './instrument.ts';
import { mulDiv, type TradeDate, type Won } from './units.ts';

/** What an account pays for trading. */
export interface CostSchedule {
  /** Commission on each side, in parts per million of the amount. */
  readonly commissionPpm: number;
  /** Rates to use in place of the law's on whatever is taxed at all; null keeps to the law. */
  readonly sellTax: SellTaxRates | null;
}

/** Rates of the two taxes on a sale, in parts per million of the amount. */
export interface SellTaxRates {
  /** Securities transaction tax (증권거래세). */
  readonly transactionPpm: number;
  /** Special tax for rural development (농어촌특별세), on KOSPI only. */
  readonly ruralPpm: number;
}

/** Kiwoom's standard account for programs on the real domain: 0.015 % a side (krx-rules 4.1). */
export const REAL_COSTS: CostSchedule = { commissionPpm: 150, sellTax: null };
/** Kiwoom's mock domain: 0.35 % a side (krx-rules 4.1). */
export const MOCK_COSTS: CostSchedule = { commissionPpm: 3_500, sellTax: null };

const PPM = 1_000_000;
const COMMISSION_UNIT_WON = 10;
const NO_TAX: SellTaxRates = { transactionPpm: 0, ruralPpm: 0 };

/** Sell tax by first trade date, latest first (krx-rules 4.2). The law's dates are those of settlement, two trading days on. */
const SELL_TAX: readonly {
  readonly from: TradeDate;
  readonly rates: Readonly<Record<Market, SellTaxRates>>;
}[] = [
  { from: '2025-12-29', rates: marketRates(500, 1_500, 2_000, 1_000) },
  { from: '2024-12-27', rates: marketRates(0, 1_500, 1_500, 1_000) },
  { from: '2023-12-27', rates: marketRates(300, 1_500, 1_800, 1_000) },
  { from: '2022-12-28', rates: marketRates(500, 1_500, 2_000, 1_000) },
  { from: '2020-12-29', rates: marketRates(800, 1_500, 2_300, 1_000) },
  { from: '2019-05-30', rates: marketRates(1_000, 1_500, 2_500, 1_000) },
];
const SELL_TAX_UNTIL_2019 = marketRates(1_500, 1_500, 3_000, 3_000);

/** Commission in won on `amount` won, cut to ten won: 373,500 at 150 ppm pays 50 (guide, kt00018 sample). */
export function commissionFor(amount: Won, ratePpm: number): Won {
  return mulDiv(amount, ratePpm, PPM * COMMISSION_UNIT_WON) * COMMISSION_UNIT_WON;
}

/**
 * Commission in won that one more fill adds. Kiwoom charges the amount of a day, per symbol and side, and cuts once
 * (guide, ka10074 against ka10076): the fill pays what the day's commission grows by, so fills add up to the charge of the day.
 * `amountBefore` is what was traded of this symbol on this side earlier that day.
 */
export function commissionIncrement(amountBefore: Won, amountOfFill: Won, ratePpm: number): Won {
  return commissionFor(amountBefore + amountOfFill, ratePpm) - commissionFor(amountBefore, ratePpm);
}

/** The statutory rates for a sale on `tradeDate` (krx-rules 4.2), the same on NXT. ETF, ETN and ELW are free. */
export function sellTaxRates(market: Market, kind: InstrumentKind, tradeDate: TradeDate): SellTaxRates {
  if (kind !== 'stock') return NO_TAX;
  for (const row of SELL_TAX) {
    if (tradeDate >= row.from) return row.rates[market];
  }
  return SELL_TAX_UNTIL_2019[market];
}

/** The rates an account pays on a sale of `instrument`: the schedule's own where it names some, the law's otherwise. */
export function sellTaxRatesUnder(
  costs: CostSchedule,
  { market, kind }: Pick<Instrument, 'market' | 'kind'>,
  tradeDate: TradeDate,
): SellTaxRates {
  return kind === 'stock' && costs.sellTax !== null ? costs.sellTax : sellTaxRates(market, kind, tradeDate);
}

/** Tax in won on one execution of a sale; each of the two taxes is cut to one won. */
export function sellTax(amount: Won, { transactionPpm, ruralPpm }: SellTaxRates): Won {
  return mulDiv(amount, transactionPpm, PPM) + mulDiv(amount, ruralPpm, PPM);
}

/** What was sold and all it cost, in won. */
export interface RealisedSale {
  readonly sellAmount: Won;
  /** What the shares sold had cost, commission apart. */
  readonly costOfSold: Won;
  /** The part of the buy commission that belongs to the shares sold. */
  readonly buyCommissionOfSold: Won;
  readonly sellCommission: Won;
  readonly tax: Won;
}

/** Profit in won as Kiwoom's daily realised profit (ka10074) states it: after both commissions and tax. */
export function netRealisedProfit(sale: RealisedSale): Won {
  return sale.sellAmount - sale.costOfSold - sale.buyCommissionOfSold - sale.sellCommission - sale.tax;
}

function marketRates(
  kospiPpm: number,
  kospiRuralPpm: number,
  kosdaqPpm: number,
  konexPpm: number,
): Readonly<Record<Market, SellTaxRates>> {
  return {
    KOSPI: { transactionPpm: kospiPpm, ruralPpm: kospiRuralPpm },
    KOSDAQ: { transactionPpm: kosdaqPpm, ruralPpm: 0 },
    KONEX: { transactionPpm: konexPpm, ruralPpm: 0 },
  };
}
