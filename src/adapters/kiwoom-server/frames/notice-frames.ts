// Real-time types 00 (order notices) and 04 (balance): the members of the guide's tables 422–428, filled as kiwoom-wire
// section 4 records an order's life. 911 and 903 count up over the order, 914 and 915 are this execution.

import type { SymbolCode, TradeDate } from '#domain/units.ts';
import type { AccountId, ExchangeApi, ExchangeEvent } from '#exchange/contract.ts';
import { averagePrice, clockDigits, directed, orderNoDigits, percent } from '../formats.ts';
import { kindName, orderPrice, tradeTypeName, venueWords } from '../order-words.ts';
import { creditCode, loanDigits } from '../trs/account/account-words.ts';

/** FID → text, as `values` of a REAL frame. */
export type FrameValues = Record<string, string>;

/** 916, 918 and 923 where there is no loan. */
const NO_DATE = '00000000';

type OrderNoticeEvent = Extract<ExchangeEvent, { type: 'order-notice' }>;
type BalanceNoticeEvent = Extract<ExchangeEvent, { type: 'balance-notice' }>;

/** `values` of one order notice (00). */
export function orderNoticeValues(exchange: ExchangeApi, event: OrderNoticeEvent): FrameValues {
  const { order, fill } = event;
  const day = exchange.market.day(order.symbol, order.routedTo);
  const book = exchange.market.book(order.symbol, order.routedTo);
  const base = day?.reference.base ?? 0;
  const venue = venueWords(order);
  return {
    '9201': order.account,
    '9203': orderNoDigits(order.orderNo),
    '9205': '',
    '9001': order.symbol,
    '912': 'JJ',
    '913': stateName(event),
    '302': day?.instrument.name ?? '',
    '900': String(order.quantity),
    '901': orderPrice(order),
    '902': String(remaining(event)),
    '903': String(order.filledAmount),
    '904': orderNoDigits(order.originalOrderNo),
    '905': noticeKind(event),
    '906': tradeTypeName(order),
    '907': order.side === 'buy' ? '2' : '1',
    '908': clockDigits(event.at),
    '909': fill?.fillNo ?? '',
    '910': fill === null ? '' : String(fill.price),
    '911': fill === null ? '' : String(order.filled),
    '10': directed(day?.last ?? null, base),
    '27': directed(book?.asks[0]?.price ?? null, base),
    '28': directed(book?.bids[0]?.price ?? null, base),
    '914': fill === null ? '' : String(fill.price),
    '915': fill === null ? '' : String(fill.quantity),
    // Of the order so far: whether Kiwoom counts per fill is not proven (kiwoom-wire 4.11), so nobody may add them up.
    '938': String(order.commission),
    '939': String(order.tax),
    '919': '0',
    '920': '',
    '921': '0701002',
    '922': creditCode(order.credit !== undefined),
    '923': loanDigits(loanOf(event), NO_DATE),
    '10010': day?.stage === 'after-hours' ? directed(day.last, base) : '',
    '2134': venue.code,
    '2135': venue.name,
    '2136': venue.isRouted,
  };
}

/** 923: the loan that is sold, or that a buy takes with its execution. A sale of all loans (융자합) names none. */
function loanOf({ order, fill }: OrderNoticeEvent): TradeDate | null {
  if (order.credit === undefined) return null;
  return order.side === 'buy' ? (fill?.tradeDate ?? null) : order.credit.loanDate;
}

/** 913: 접수, 체결 or 확인. A closed or expired order is reported by what it was: 체결 with blank fills, or 접수 (4.5). */
function stateName({ kind, order }: OrderNoticeEvent): string {
  switch (kind) {
    case 'accepted':
      return '접수';
    case 'filled':
      return '체결';
    case 'confirmed':
      return '확인';
    case 'closed':
    case 'expired':
      return order.filled > 0 ? '체결' : '접수';
  }
}

/** 902: nothing is left of a confirmed cancel, and of an order that was closed or has expired. */
function remaining({ kind, order }: OrderNoticeEvent): number {
  return kind === 'accepted' || kind === 'filled' ? order.remaining : 0;
}

/** 905: what the noticed order does. A modify that rests and trades is an ordinary order of its side by then. */
function noticeKind({ kind, order }: OrderNoticeEvent): string {
  const isTrading = kind === 'filled' || kind === 'closed' || kind === 'expired';
  return kindName(order.side, isTrading && order.action === 'modify' ? 'new' : order.action);
}

/**
 * `values` of one balance notice (04): of the shares of an instrument held with cash, or of those on one loan. The profits of
 * today (950, 990 to 993) are those of the instrument, 990 of its cash sales, 992 of its loans.
 */
export function balanceValues(
  exchange: ExchangeApi,
  { account, symbol, holding }: BalanceNoticeEvent,
): FrameValues {
  const day = exchange.market.day(symbol);
  const book = exchange.market.book(symbol);
  const base = day?.reference.base ?? 0;
  const { loanDate, quantity, cost, realisedForCash, realisedOnCredit } = holding;
  const profit = realisedForCash.profit + realisedOnCredit.profit;
  return {
    '9201': account,
    '9001': symbol,
    '917': creditCode(loanDate !== null),
    '916': loanDigits(loanDate, NO_DATE),
    '302': day?.instrument.name ?? '',
    '10': directed(day?.last ?? null, base),
    '930': String(quantity),
    '931': String(averagePrice(cost, quantity)),
    '932': String(cost),
    '933': String(holding.sellable),
    '945': String(holding.netBought),
    '946': lastSide(exchange, account, symbol),
    '950': String(profit),
    '951': '0',
    '27': directed(book?.asks[0]?.price ?? null, base),
    '28': directed(book?.bids[0]?.price ?? null, base),
    '307': String(base),
    '8019': percent(profit, realisedForCash.cost + realisedOnCredit.cost),
    '957': String(holding.loan),
    '958': String(holding.loanInterest),
    // Nothing is due of a loan that has been repaid.
    '918': loanDigits(quantity === 0 ? null : holding.loanDue, NO_DATE),
    '990': String(realisedForCash.profit),
    '991': percent(realisedForCash.profit, realisedForCash.cost),
    '992': String(realisedOnCredit.profit),
    '993': percent(realisedOnCredit.profit, realisedOnCredit.cost),
    '959': '0',
    '924': '0',
  };
}

/** 946: the side of the fill behind the notice, 1 sell, 2 buy. */
function lastSide(exchange: ExchangeApi, account: AccountId, symbol: SymbolCode): string {
  const last = exchange.orders
    .fillsOf(account, exchange.tradeDate)
    .findLast((fill) => fill.symbol === symbol);
  return last?.side === 'sell' ? '1' : '2';
}
