// Lists of orders: ka10075 (still open), ka10076 (filled today), kt00007 (all orders of a day). A cancelled order is in
// neither of the first two (kiwoom-wire 4.13); only kt00007 keeps everything.

import { expandDate, kstClockText } from '#domain/time.ts';
import type { ExchangeApi, ExchangeFill, ExchangeOrder } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { averagePrice, clockDigits, directed, orderNoDigits, padded } from '../../formats.ts';
import {
  kindName,
  openQuantity,
  orderPrice,
  sideName,
  stopPrice,
  tradeTypeName,
  venueWords,
} from '../../order-words.ts';
import type { AnswerFields } from '../../protocol.ts';
import {
  ACCOUNT_ROWS,
  askedSymbol,
  creditName,
  LISTED_TEXT,
  loanDigits,
  nameOf,
  orderedBy,
  ACCOUNT_PATH as PATH,
} from '../account/account-words.ts';
import { optional, optionalDate, pageAfter, required, type Tr, type TrContext } from '../tr.ts';

/** ka10075: orders with shares still open, newest first. Guide 184–186. */
export const ka10075: Tr = {
  id: 'ka10075',
  path: PATH,
  members: [
    required('all_stk_tp', 1, ['0', '1']),
    required('trde_tp', 1, ['0', '1', '2']),
    optional('stk_cd', 6),
    required('stex_tp', 1, ['0', '1', '2']),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, account, member } = context;
    const symbol = member('all_stk_tp') === '1' ? member('stk_cd') : '';
    const orders = newestFirst(exchange.orders.of(account, exchange.tradeDate)).filter(
      (order) =>
        openQuantity(order) > 0 &&
        isAsked(order, symbol, member('trde_tp')) &&
        isOnMarket(order, member('stex_tp')),
    );
    const fills = lastFills(exchange.orders.fillsOf(account, exchange.tradeDate));
    const words = { list: 'oso', direction: 'newest-first', message: LISTED_TEXT } as const;
    return orderPage(context, words, orders, (order) =>
      openOrderRow(exchange, order, fills.get(order.orderNo)),
    );
  },
};

/** ka10076: today's orders with fills, one row each, newest first. `ord_no` asks for those older than it. Guide 187–189. */
export const ka10076: Tr = {
  id: 'ka10076',
  path: PATH,
  members: [
    optional('stk_cd', 6),
    required('qry_tp', 1, ['0', '1']),
    required('sell_tp', 1, ['0', '1', '2']),
    optional('ord_no', 10),
    required('stex_tp', 1, ['0', '1', '2']),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, account, member } = context;
    const symbol = member('qry_tp') === '1' ? member('stk_cd') : '';
    const olderThan = member('ord_no') === '' ? Number.POSITIVE_INFINITY : Number(member('ord_no'));
    const orders = newestFirst(exchange.orders.of(account, exchange.tradeDate)).filter(
      (order) =>
        order.filled > 0 &&
        Number(order.orderNo) < olderThan &&
        isAsked(order, symbol, member('sell_tp')) &&
        isOnMarket(order, member('stex_tp')),
    );
    const words = { list: 'cntr', direction: 'newest-first', message: LISTED_TEXT } as const;
    return orderPage(context, words, orders, (order) => filledOrderRow(exchange, order));
  },
};

/** kt00007: every order of a day, cancels and modifies included. `fr_ord_no` is where the list begins. Guide 371–373. */
export const kt00007: Tr = {
  id: 'kt00007',
  path: PATH,
  members: [
    optionalDate('ord_dt'),
    required('qry_tp', 1, ['1', '2', '3', '4']),
    required('stk_bond_tp', 1, ['0', '1', '2']),
    required('sell_tp', 1, ['0', '1', '2']),
    optional('stk_cd', 12),
    optional('fr_ord_no', 7),
    required('dmst_stex_tp', 6, ['%', 'KRX', 'NXT', 'SOR']),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, account, member } = context;
    const date = member('ord_dt') === '' ? exchange.tradeDate : expandDate(member('ord_dt'));
    const symbol = askedSymbol(context);
    const isReversed = member('qry_tp') === '2';
    const from = Number(member('fr_ord_no') || '0');
    const isPast = (order: ExchangeOrder) =>
      from > 0 && (isReversed ? Number(order.orderNo) > from : Number(order.orderNo) < from);
    const all = exchange.orders.of(account, date);
    const orders = (isReversed ? newestFirst(all) : all).filter(
      (order) =>
        isAsked(order, symbol, member('sell_tp')) &&
        !isPast(order) &&
        (member('qry_tp') !== '3' || openQuantity(order) > 0) &&
        (member('qry_tp') !== '4' || order.filled > 0) &&
        member('stk_bond_tp') !== '2' &&
        isOfVenue(order, member('dmst_stex_tp')),
    );
    const direction = isReversed ? 'newest-first' : 'oldest-first';
    const words = { list: 'acnt_ord_cntr_prps_dtl', direction, message: '조회가 완료되었습니다' } as const;
    return orderPage(context, words, orders, (order) => dayOrderRow(exchange, order));
  },
};

/** How a list of orders goes on: by rising or by falling numbers. */
type Direction = 'oldest-first' | 'newest-first';

/**
 * One page of orders, 30 rows (kiwoom-wire 2.17). The cursor is the number of the last order sent, which need not be in the list any
 * more: what was open at one page may be filled at the next.
 */
export function orderPage(
  { nextKey }: TrContext,
  { list, direction, message }: { list: string; direction: Direction; message: string },
  orders: readonly ExchangeOrder[],
  row: (order: ExchangeOrder) => AnswerFields,
): TrAnswer {
  const sent = Number(nextKey ?? '0');
  const isLeft = ({ orderNo }: ExchangeOrder) =>
    nextKey === null || (direction === 'oldest-first' ? Number(orderNo) > sent : Number(orderNo) < sent);
  const page = pageAfter(orders.filter(isLeft), null, ACCOUNT_ROWS, ({ orderNo }) => orderNo);
  return { ...success({ [list]: page.rows.map(row) }, message), nextKey: page.nextKey };
}

/** True when the order is of this instrument ('' for any) and side ('0' both, '1' sell, '2' buy). */
export function isAsked(order: ExchangeOrder, symbol: string, sideCode: string): boolean {
  if (symbol !== '' && order.symbol !== symbol) return false;
  return sideCode === '0' || (sideCode === '1') === (order.side === 'sell');
}

/** True when the order stands in the market asked for: '0' any, '1' KRX, '2' NXT. */
function isOnMarket(order: ExchangeOrder, code: string): boolean {
  return code === '0' || venueWords(order).code === code;
}

/** True when the order named this venue ('%' for any), or stands there. */
export function isOfVenue(order: ExchangeOrder, venue: string): boolean {
  return venue === '%' || order.venue === venue || order.routedTo === venue;
}

function newestFirst(orders: readonly ExchangeOrder[]): readonly ExchangeOrder[] {
  return orders.toReversed();
}

/** The last execution of each order. */
export function lastFills(fills: readonly ExchangeFill[]): ReadonlyMap<string, ExchangeFill> {
  return new Map(fills.map((fill) => [fill.orderNo, fill]));
}

/** Members that ka10075 and ka10076 share. A part-filled order is 체결 with shares still open (kiwoom-wire 4.15). */
function commonMembers(exchange: ExchangeApi, order: ExchangeOrder): AnswerFields {
  return {
    ord_no: orderNoDigits(order.orderNo),
    stk_cd: order.symbol,
    ord_stt: order.filled > 0 ? '체결' : '접수',
    stk_nm: nameOf(exchange, order.symbol),
    ord_qty: String(order.quantity),
    ord_pric: orderPrice(order),
    oso_qty: String(openQuantity(order)),
    orig_ord_no: orderNoDigits(order.originalOrderNo),
    io_tp_nm: kindName(order.side, 'new'),
    trde_tp: tradeTypeName(order),
    cntr_pric: String(averagePrice(order.filledAmount, order.filled)),
    cntr_qty: String(order.filled),
    tdy_trde_cmsn: String(order.commission),
    tdy_trde_tax: String(order.tax),
    ...venueFields(order),
    stop_pric: stopPrice(order) === '0' ? '' : stopPrice(order),
  };
}

/** Where an order is: a routed one is of both markets, as in the guide's example of ka10076 (188); ka10088 tells its parts. */
function venueFields(order: ExchangeOrder): AnswerFields {
  if (order.venue === 'SOR') return { stex_tp: '0', stex_tp_txt: 'SOR', sor_yn: 'Y' };
  const { code, name } = venueWords(order);
  return { stex_tp: code, stex_tp_txt: name, sor_yn: 'N' };
}

function openOrderRow(
  exchange: ExchangeApi,
  order: ExchangeOrder,
  lastFill: ExchangeFill | undefined,
): AnswerFields {
  const day = exchange.market.day(order.symbol);
  const book = exchange.market.book(order.symbol, order.routedTo);
  const base = day?.reference.base ?? 0;
  return {
    acnt_no: order.account,
    mang_empno: '',
    tsk_tp: '',
    ...commonMembers(exchange, order),
    cntr_tot_amt: String(order.filledAmount),
    tm: clockDigits(order.receivedAt),
    cntr_no: lastFill?.fillNo ?? '',
    cur_prc: directed(day?.last ?? null, base),
    sel_bid: directed(book?.asks[0]?.price ?? null, base),
    buy_bid: directed(book?.bids[0]?.price ?? null, base),
    unit_cntr_pric: lastFill === undefined ? '' : String(lastFill.price),
    unit_cntr_qty: lastFill === undefined ? '' : String(lastFill.quantity),
    ind_invsr: '',
  };
}

function filledOrderRow(exchange: ExchangeApi, order: ExchangeOrder): AnswerFields {
  return { ...commonMembers(exchange, order), ord_tm: clockDigits(order.receivedAt) };
}

const CHANGE_NAMES = { new: '', modify: '정정', cancel: '취소' } as const;

function dayOrderRow(exchange: ExchangeApi, order: ExchangeOrder): AnswerFields {
  const isChange = order.action !== 'new';
  const price = orderPrice(order);
  return {
    ord_no: orderNoDigits(order.orderNo),
    stk_cd: `A${order.symbol}`,
    trde_tp: tradeTypeName(order),
    crd_tp: order.credit === undefined ? '보통매매' : '자기융자',
    ord_qty: padded(order.quantity, 10),
    ord_uv: padded(Number(price), 10),
    cnfm_qty: padded(isChange ? order.quantity : 0, 10),
    acpt_tp: isChange ? '확인' : '접수',
    rsrv_tp: '',
    ord_tm: kstClockText(order.receivedAt),
    ori_ord: orderNoDigits(order.originalOrderNo),
    stk_nm: nameOf(exchange, order.symbol),
    io_tp_nm: `${creditName(order.credit !== undefined)}${sideName(order.side)}`,
    loan_dt: loanDigits(order.credit?.loanDate ?? null, ''),
    cntr_qty: padded(order.filled, 10),
    cntr_uv: padded(averagePrice(order.filledAmount, order.filled), 10),
    ord_remnq: padded(openQuantity(order), 10),
    comm_ord_tp: orderedBy(order),
    mdfy_cncl: CHANGE_NAMES[order.action],
    cnfm_tm: isChange ? kstClockText(order.receivedAt) : '',
    dmst_stex_tp: order.venue,
    cond_uv: padded(Number(stopPrice(order)), 10),
  };
}
