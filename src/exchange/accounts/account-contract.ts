// What the exchange says of accounts: cash, margin, credit, settlement and history. A part of the contract.

import type { BrokerDayTrade, BrokerHolding } from '#domain/broker-event.ts';
import type { BrokerOrderNo, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { MarketVenue } from '../orders/order-terms.ts';

export type AccountId = string;

/** Cash by day of settlement, in won. `d2` is the cash once everything traded so far has settled. */
export interface CashView {
  readonly today: Won;
  readonly d1: Won;
  readonly d2: Won;
  /** Buy and sell settlements falling on D+1 and D+2 (buy amounts incl. commission; sell amounts net). */
  readonly d1Buy: Won;
  readonly d1Sell: Won;
  readonly d2Buy: Won;
  readonly d2Sell: Won;
  /** Tied by working buy orders. */
  readonly reserved: Won;
  /** May be ordered without becoming unpaid: d2 less reserved, never below 0. */
  readonly orderable: Won;
}

/** kt00018's view: holdings valued at the last price with the cost of selling them now. */
export interface HoldingView extends BrokerHolding {
  readonly previousClose: Price;
  readonly buyCommission: Won;
  readonly sellCommission: Won;
  readonly tax: Won;
  readonly boughtToday: Quantity;
  readonly soldToday: Quantity;
}

/** ka10074's row of one day. `profit` nets buy and sell commission and tax of what was sold. */
export interface RealisedDay {
  readonly date: TradeDate;
  readonly buyAmount: Won;
  readonly sellAmount: Won;
  readonly profit: Won;
  readonly commission: Won;
  readonly tax: Won;
}

/** Percent of an order's amount that a buyer must have, by instrument (증거금율). */
export type MarginRate = 20 | 30 | 40 | 50 | 60 | 100;

/** `full`: every buy is paid whole, nothing can become unpaid. `by-instrument`: the rate of each instrument counts. */
export type MarginPolicy = 'full' | 'by-instrument';

/**
 * An order on credit (신용융자). A buy borrows what the deposit does not pay, and its loan bears the date of the trade. A sell
 * repays the loan of `loanDate`, or with null the oldest loans of the instrument first (융자합).
 */
export interface CreditTerms {
  readonly loanDate: TradeDate | null;
}

/**
 * Why the broker sells shares of an account by itself (반대매매): a loan is past its term, loans were short of security past the
 * deadline, or cash was left unpaid past the day it was due.
 */
export type ForcedReason = 'loan-due' | 'security' | 'unpaid';

/** The broker's credit class of an instrument and the deposit in percent that a buy on credit needs (신용보증금율). */
export interface LoanGrade {
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly depositRate: 45 | 50 | 60;
}

/** Proceeds of sales not yet paid out that buys may use (재사용), in won; what is used is not available. */
export interface ReusableProceeds {
  readonly proceeds: Won;
  readonly used: Won;
}

/** What might be done before an order: cash paid in (out when negative), and the proceeds of a sale after its costs, in won. */
export interface Supposed {
  readonly paid: Won;
  readonly sold: Won;
}

/** All an account can say of its money, in won. `free` is `today` and both proceeds less everything tied. */
export interface FundsView extends CashView {
  readonly policy: MarginPolicy;
  /** Margin of buys not yet settled and of working buys, whatever pays it. */
  readonly tied: Won;
  /** The part of `tied` that proceeds do not carry: cash, and at last substitutes. */
  readonly tiedCash: Won;
  readonly tiedSubstitutes: Won;
  readonly reuseYesterday: ReusableProceeds;
  readonly reuseToday: ReusableProceeds;
  /** May be ordered with under the margin rules (주문가능현금); never below 0. */
  readonly free: Won;
  /** What shares held count for as margin (대용금), those on sale included. */
  readonly substitutes: Won;
  /** The part of `substitutes` that nothing stands against: margin or unpaid cash. */
  readonly spareSubstitutes: Won;
  /** The part of `spareSubstitutes` that orders may use: nothing in a `full` account. */
  readonly freeSubstitutes: Won;
  /** Amount that may be ordered of instruments of each margin rate. */
  readonly byRate: Readonly<Record<MarginRate, Won>>;
  /** May leave the account today, tomorrow, the day after. */
  readonly withdrawable: Won;
  readonly withdrawableD1: Won;
  readonly withdrawableD2: Won;
  /** Owed because a settlement found too little cash (미수). */
  readonly unpaid: Won;
  readonly loans: Won;
  /** Interest on `loans` up to today, due when they are repaid. */
  readonly loanInterest: Won;
  readonly loanLimit: Won;
  /** What counts as security for `loans`: the shares bought with them and cash once everything has settled. */
  readonly security: Won;
  /** What `security` lacks to be 140 % of `loans` (담보유지비율). */
  readonly securityShortage: Won;
}

/** One line of an account: shares held with cash, or on one loan. Values as in HoldingView. */
export interface PositionView extends HoldingView {
  /** Trade date of the loan; null for shares held with cash. */
  readonly loanDate: TradeDate | null;
  /** Last day of the loan; null for shares held with cash. */
  readonly loanDue: TradeDate | null;
  readonly loan: Won;
  readonly loanInterest: Won;
  readonly boughtYesterday: Quantity;
  readonly soldYesterday: Quantity;
  /** Shares whose trades have settled, those sold and not yet delivered included. */
  readonly settled: Quantity;
}

/** Profit of sales in won, after commissions and tax and before interest, and what the shares sold had cost. */
export interface Realised {
  readonly profit: Won;
  readonly cost: Won;
}

/** A holding right after an execution: shares of an instrument held with cash, or on one loan. */
export interface HoldingState {
  /** Null for shares held with cash. */
  readonly loanDate: TradeDate | null;
  readonly loanDue: TradeDate | null;
  readonly quantity: Quantity;
  readonly sellable: Quantity;
  readonly cost: Won;
  readonly loan: Won;
  readonly loanInterest: Won;
  /** Shares bought today less those sold. */
  readonly netBought: Quantity;
  /** What was realised of the instrument today, by its sales for cash and by those out of loans. */
  readonly realisedForCash: Realised;
  readonly realisedOnCredit: Realised;
}

/** What was traded of one instrument on one day, cash and credit apart. Amounts in won, price times quantity. */
export interface DayTotalsView {
  readonly symbol: SymbolCode;
  readonly onCredit: boolean;
  readonly boughtQuantity: Quantity;
  readonly boughtAmount: Won;
  readonly buyCommission: Won;
  readonly soldQuantity: Quantity;
  readonly soldAmount: Won;
  readonly sellCommission: Won;
  /** Both taxes on the sales. */
  readonly tax: Won;
  /** The part of `tax` that is the special tax for rural development. */
  readonly ruralTax: Won;
  /** What the shares sold had cost, commission apart. */
  readonly costOfSold: Won;
  readonly buyCommissionOfSold: Won;
  /** Borrowed by the buys; repaid with interest by the sales. */
  readonly lent: Won;
  readonly repaid: Won;
  readonly interest: Won;
}

/** What one sell order sold out of one line on one day. Commissions are its share of the day's, so rows add up to the day. */
export interface SaleView {
  readonly orderNo: BrokerOrderNo | null;
  readonly symbol: SymbolCode;
  readonly loanDate: TradeDate | null;
  readonly quantity: Quantity;
  readonly amount: Won;
  readonly cost: Won;
  readonly buyCommission: Won;
  readonly sellCommission: Won;
  readonly tax: Won;
  readonly interest: Won;
  /** After commissions and tax, before interest. */
  readonly profit: Won;
}

/** One trading day of an account: as it closed, or as it stands when it is the running one. */
export interface AccountDayView {
  readonly date: TradeDate;
  readonly cash: Pick<CashView, 'today' | 'd1' | 'd2'>;
  readonly substitutes: Won;
  readonly loans: Won;
  readonly positions: readonly PositionView[];
  readonly totals: readonly DayTotalsView[];
  readonly sales: readonly SaleView[];
  readonly deposits: Won;
  readonly withdrawals: Won;
  /** Value of shares that came in without being bought (입고), at what they had cost. */
  readonly sharesIn: Won;
}

/**
 * What corporate actions enter: shares exchanged in a split, the cash for a fraction of a share, new shares, and dividends. Their
 * `trade` has the shares they are about and won before tax; shares count at what they had cost.
 */
export type ActionEntry =
  | 'exchanged-out'
  | 'exchanged-in'
  | 'fraction'
  | 'bonus-shares'
  | 'dividend-shares'
  | 'distribution'
  | 'dividend';

/** One line of the account's history of cash and shares (위탁거래내역), booked on the day it took effect. */
export interface JournalEntry {
  readonly date: TradeDate;
  /** Counts up over the life of the account, from 1. */
  readonly number: number;
  readonly kind: 'deposit' | 'withdrawal' | 'shares-in' | 'buy' | 'sell' | 'late-fee' | ActionEntry;
  /** Won that came in, negative for what left. */
  readonly amount: Won;
  /** Cash after this entry. */
  readonly balance: Won;
  /** What was traded or came in; null for cash alone. */
  readonly trade: JournalTrade | null;
}

export interface JournalTrade {
  readonly tradeDate: TradeDate;
  readonly symbol: SymbolCode;
  readonly onCredit: boolean;
  readonly quantity: Quantity;
  readonly amount: Won;
  readonly commission: Won;
  readonly tax: Won;
  readonly ruralTax: Won;
  readonly lent: Won;
  readonly repaid: Won;
  readonly interest: Won;
  /** Withheld from a dividend; absent for none. */
  readonly incomeTax?: Won;
  /** Shares of the instrument held after everything that had been traded by the trade date. */
  readonly held: Quantity;
}

/** How much of one instrument may be bought at a price, by each way to pay (kt00010 to kt00012). */
export interface BuyingPower {
  readonly price: Price;
  readonly rate: MarginRate;
  /** The rate that counts: 100 in a `full` account. */
  readonly appliedRate: MarginRate;
  readonly byRate: Readonly<Record<MarginRate, { readonly amount: Won; readonly quantity: Quantity }>>;
  /** Without becoming unpaid (미수불가). */
  readonly unborrowed: { readonly amount: Won; readonly quantity: Quantity };
  /** On credit; null where the instrument is not lent on. `withFees` counts commission too. */
  readonly onCredit: {
    readonly grade: LoanGrade;
    readonly amount: Won;
    readonly quantity: Quantity;
    readonly withFees: { readonly amount: Won; readonly quantity: Quantity };
  } | null;
}

/** What the exchange tells of accounts, and does about them. Dates are trading days, lists oldest first. */
export interface AccountApi {
  ids(): readonly AccountId[];
  cash(account: AccountId): CashView;
  holdings(account: AccountId): readonly HoldingView[];
  /** Shares of `symbol` that may be bought at `price` (the upper limit for null) without becoming unpaid, and the won. */
  orderable(
    account: AccountId,
    symbol: SymbolCode,
    price: Price | null,
  ): { readonly quantity: Quantity; readonly amount: Won };
  realised(account: AccountId, from: TradeDate, to: TradeDate): readonly RealisedDay[];
  dayTrades(account: AccountId, date: TradeDate): readonly BrokerDayTrade[];
  /** As things are, or as they would be. */
  funds(account: AccountId, supposed?: Supposed): FundsView;
  /** Valued at the prices of a market, KRX where none is named; what is not traded there counts at KRX's. */
  positions(account: AccountId, venue?: MarketVenue): readonly PositionView[];
  buyingPower(account: AccountId, symbol: SymbolCode, price: Price | null, supposed?: Supposed): BuyingPower;
  /** Commission in won on a trade of `amount` won. */
  commissionOf(account: AccountId, amount: Won): Won;
  /** What a sale of `amount` won would bring today after commission and tax, won. */
  proceedsOf(account: AccountId, symbol: SymbolCode, amount: Won): Won;
  accountDays(account: AccountId, from: TradeDate, to: TradeDate): readonly AccountDayView[];
  journal(account: AccountId, from: TradeDate, to: TradeDate): readonly JournalEntry[];
  /** Cash comes in, in won. */
  deposit(account: AccountId, amount: Won): void;
  /** Cash leaves; false when less may be withdrawn. */
  withdraw(account: AccountId, amount: Won): boolean;
  setMarginPolicy(account: AccountId, policy: MarginPolicy): void;
  /** Null for instruments that are not listed. */
  marginRate(symbol: SymbolCode): MarginRate | null;
  loanGrade(symbol: SymbolCode): LoanGrade | null;
  /** What one share counts for as margin today, won (대용가). */
  substitutePrice(symbol: SymbolCode): Won;
}
