// Orders in: kt10000 (buy), kt10001 (sell), kt10002 (modify), kt10003 (cancel). The exchange decides; here its answer is
// put in Kiwoom's words. Every accepted request has an order number of its own (kiwoom-wire 4.3).

import type { Venue } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { Accepted, CreditTerms, ExchangeApi, ExchangeOrder, Rejection } from '#exchange/contract.ts';
import {
  badField,
  type Failure,
  malformedSymbol,
  missingPrice,
  notRouted,
  orderRejected,
  priceNotAsked,
  success,
  type TrAnswer,
  venueNotOffered,
} from '../../answers.ts';
import { orderNoDigits, padded } from '../../formats.ts';
import { sideName, termsOf, tradeType } from '../../order-words.ts';
import type { AnswerFields } from '../../protocol.ts';
import { optional, required, type Tr, type TrContext } from '../tr.ts';

const PATH = '/api/dostk/ordr';
const VENUE = required('dmst_stex_tp', 3, ['KRX', 'NXT', 'SOR']);

const NEW_ORDER_MEMBERS = [
  VENUE,
  required('stk_cd', 12),
  required('ord_qty', 12),
  optional('ord_uv', 12),
  required('trde_tp', 2),
  optional('cond_uv', 12),
];

/** kt10000: buy. Guide 403–404; the text is the recorded one (kiwoom-wire 4.8). */
export const kt10000: Tr = {
  id: 'kt10000',
  path: PATH,
  isOrder: true,
  members: NEW_ORDER_MEMBERS,
  answer: (context) => newOrder(context, 'buy', '모의투자 매수주문완료'),
};

/** kt10001: sell. Guide 405–406. */
export const kt10001: Tr = {
  id: 'kt10001',
  path: PATH,
  isOrder: true,
  members: NEW_ORDER_MEMBERS,
  answer: (context) => newOrder(context, 'sell', '모의투자 매도주문완료'),
};

/** What cash and credit orders share: the fields are read, the exchange decides. */
export function newOrder(
  { exchange, account, member }: TrContext,
  side: OrderSide,
  message: string,
  credit?: CreditTerms,
): TrAnswer {
  const venue = member('dmst_stex_tp') as Venue;
  const symbol = member('stk_cd');
  if (!/^[0-9A-Z]{6}$/.test(symbol)) return malformedSymbol(symbol);
  const quantity = wholeNumber(member('ord_qty'));
  if (quantity === null) return badField('ord_qty', '숫자가 아닙니다');
  const type = tradeType(member('trde_tp'));
  if (type === null) return badField('trde_tp', `허용되지 않는 값 ${member('trde_tp')}`);
  const pricing = termsOf(type.pricing, priceIn(member('ord_uv')), priceIn(member('cond_uv')));
  if ('missing' in pricing) {
    if (pricing.missing === 'stop') return badField('cond_uv', '조건단가가 없습니다');
    return /^0*$/.test(member('ord_uv')) ? missingPrice() : badField('ord_uv', '숫자가 아닙니다');
  }
  const isFixed = pricing.type === 'opening-fixed' || pricing.type === 'closing-fixed';
  if (isFixed && !/^0*$/.test(member('ord_uv'))) return priceNotAsked();
  if (isVenueMissing(exchange, symbol, venue)) return venueNotOffered();
  const order = { symbol, side, quantity, pricing, timeInForce: type.timeInForce, venue };
  const outcome = exchange.orders.submit(account, credit === undefined ? order : { ...order, credit });
  if (!outcome.ok) return orderRejected(outcome, symbol);
  return success({ ord_no: orderNoDigits(outcome.orderNo), dmst_stex_tp: venue }, message);
}

/** True when NXT is named for an instrument that is not traded there, although the exchange knows it. */
function isVenueMissing(exchange: ExchangeApi, symbol: string, venue: Venue): boolean {
  return (
    venue === 'NXT' && exchange.market.day(symbol) !== null && exchange.market.day(symbol, 'NXT') === null
  );
}

/** kt10002: another price and quantity for what is left of an order; '0' takes all of it, as clients rely on. Guide 407–408. */
export const kt10002: Tr = {
  id: 'kt10002',
  path: PATH,
  isOrder: true,
  members: [
    VENUE,
    required('orig_ord_no', 7),
    required('stk_cd', 12),
    required('mdfy_qty', 12),
    required('mdfy_uv', 12),
    optional('mdfy_cond_uv', 12),
  ],
  answer: (context) =>
    change(context, 'mdfy_qty', '정정', (exchange, order, quantity) => {
      const price = priceIn(context.member('mdfy_uv'));
      if (price === null) return badField('mdfy_uv', '정정단가가 없습니다');
      const stop = priceIn(context.member('mdfy_cond_uv'));
      return exchange.orders.modify(order.account, order.orderNo, quantity, price, stop);
    }),
};

/** kt10003: cancels a part, or with '0' all that is left. Guide 409–410. */
export const kt10003: Tr = {
  id: 'kt10003',
  path: PATH,
  isOrder: true,
  members: [VENUE, required('orig_ord_no', 7), required('stk_cd', 12), required('cncl_qty', 12)],
  answer: (context) =>
    change(context, 'cncl_qty', '취소', (exchange, order, quantity) =>
      exchange.orders.cancel(order.account, order.orderNo, quantity),
    ),
};

/** What modify and cancel share: find the order, ask the exchange, answer with the new number and the root's. */
export function change(
  { exchange, account, member }: TrContext,
  quantityName: 'mdfy_qty' | 'cncl_qty',
  word: '정정' | '취소',
  ask: (exchange: ExchangeApi, order: ExchangeOrder, quantity: number) => Accepted | Rejection | Failure,
): TrAnswer {
  const quantity = wholeNumber(member(quantityName));
  if (quantity === null) return badField(quantityName, '숫자가 아닙니다');
  const orderNo = member('orig_ord_no').replace(/^0+/, '');
  const symbol = member('stk_cd');
  const order = exchange.orders
    .of(account, exchange.tradeDate)
    .find((one) => one.orderNo === orderNo && one.symbol === symbol);
  if (order === undefined) {
    return orderRejected(unknownOrder, symbol);
  }
  const venue = member('dmst_stex_tp');
  if (venue === 'SOR' && order.venue !== 'SOR') return notRouted();
  if (venue !== order.venue && venue !== order.routedTo) return venueNotOffered();
  const outcome = ask(exchange, order, quantity);
  if (!outcome.ok) return 'returnCode' in outcome ? outcome : orderRejected(outcome, symbol);
  const fields: AnswerFields = {
    ord_no: orderNoDigits(outcome.orderNo),
    base_orig_ord_no: orderNoDigits(outcome.rootOrderNo),
    [quantityName]: padded(outcome.quantity, 12),
  };
  if (quantityName === 'mdfy_qty') fields['dmst_stex_tp'] = member('dmst_stex_tp');
  return success(fields, `${sideName(order.side)}${word} 주문입력이 완료되었습니다`);
}

const unknownOrder: Rejection = { ok: false, code: 'unknown-order', limit: null, actual: null };

/** A price in won; null for a blank, a zero and anything else that is none. */
function priceIn(text: string): number | null {
  const price = wholeNumber(text);
  return price === 0 ? null : price;
}

/** The digits of a member as a safe whole number; null for anything else. */
function wholeNumber(text: string): number | null {
  if (!/^\d{1,12}$/.test(text)) return null;
  return Number(text);
}
