// The orders of a day, put together from the three lists that each know a part: kt00007 keeps every order, ka10075 what is
// open with exact amounts, ka10076 what was filled with taxes (kiwoom-wire 4.13–4.15). Keyed by order number.

import type { BrokerOrder } from '#domain/broker-event.ts';
import type { OrderSide } from '#domain/order.ts';
import { kstMoment } from '#domain/time.ts';
import type { BrokerOrderNo, EpochMs, Quantity, TradeDate } from '#domain/units.ts';
import type { RowOf } from './catalogue.ts';

export interface OrderLists {
  /** Asked first. */
  readonly all: readonly RowOf<'kt00007'>[];
  /** Asked after `all`, so that an order that is open here was open then. */
  readonly open: readonly RowOf<'ka10075'>[];
  /** Asked last, so that a fill that closed an order in between is seen. */
  readonly filled: readonly RowOf<'ka10076'>[];
}

type AnyRow = RowOf<'kt00007'> | RowOf<'ka10075'> | RowOf<'ka10076'>;

/** Merges the lists; rows without order number, six-character code, side or quantity are left out. Oldest first. */
export function mergeOrders(lists: OrderLists, date: TradeDate): BrokerOrder[] {
  const open = byNumber(lists.open);
  const filled = byNumber(lists.filled);
  const all = byNumber(lists.all);
  const takenBack = sharesTakenBack(lists.all);
  const merged: BrokerOrder[] = [];
  for (const number of new Set([...all.keys(), ...open.keys(), ...filled.keys()])) {
    const order = mergeOne(all.get(number), open.get(number), filled.get(number), date);
    if (order === null) continue;
    const left = Math.max(0, order.quantity - order.filled - (takenBack.get(number) ?? 0));
    merged.push({ ...order, remaining: Math.min(order.remaining, left) });
  }
  return merged.sort((a, b) => Number(a.brokerOrderNo) - Number(b.brokerOrderNo));
}

/** Rows repeat now and then; the last one is the newest word. */
function byNumber<Row extends AnyRow>(rows: readonly Row[]): ReadonlyMap<BrokerOrderNo, Row> {
  const map = new Map<BrokerOrderNo, Row>();
  for (const row of rows) if (row.orderNo !== null) map.set(row.orderNo, row);
  return map;
}

function mergeOne(
  all: RowOf<'kt00007'> | undefined,
  open: RowOf<'ka10075'> | undefined,
  filled: RowOf<'ka10076'> | undefined,
  date: TradeDate,
): BrokerOrder | null {
  const any = open ?? filled ?? all;
  if (any === undefined) return null;
  const { orderNo, symbol, orderQuantity: quantity } = any;
  const side = sideOf(any.sideText);
  if (orderNo === null || symbol === null || side === null || quantity === null) return null;
  const filledQuantity = Math.max(
    all?.filledQuantity ?? 0,
    open?.filledQuantity ?? 0,
    filled?.filledQuantity ?? 0,
  );
  const change = actionOf(all?.changeText ?? null, any.sideText);
  // What was modified goes on under the number of the modify (kiwoom-wire 4.3): from then on that is the order.
  const action = change === 'modify' && (open !== undefined || filledQuantity > 0) ? 'new' : change;
  const stillOpen = open?.remaining ?? all?.remaining ?? filled?.remaining ?? 0;
  return {
    brokerOrderNo: orderNo,
    originalOrderNo: any.originalOrderNo,
    symbol,
    side,
    quantity,
    price: any.orderPrice,
    filled: filledQuantity,
    filledAmount: filledAmountOf(filledQuantity, open, filled),
    tax: filled?.filledQuantity === filledQuantity ? filled.tax : null,
    remaining: action === 'new' ? stillOpen : 0,
    action,
    orderedAt: momentOf(date, any.orderTime),
  };
}

/** Only exact amounts: the lists otherwise give an average price that may have been rounded. */
function filledAmountOf(
  quantity: number,
  open: RowOf<'ka10075'> | undefined,
  filled: RowOf<'ka10076'> | undefined,
): number | null {
  if (quantity === 0) return 0;
  if (
    open !== undefined &&
    open.filledQuantity === quantity &&
    open.filledAmount !== null &&
    open.filledAmount > 0
  ) {
    return open.filledAmount;
  }
  return quantity === 1 && filled?.filledQuantity === 1 ? filled.fillPrice : null;
}

/**
 * Shares that confirmed cancels and modifies took from their originals: the lists may still show them there. One that does
 * not say how many took them all.
 */
function sharesTakenBack(rows: readonly RowOf<'kt00007'>[]): ReadonlyMap<BrokerOrderNo, Quantity> {
  const taken = new Map<BrokerOrderNo, Quantity>();
  for (const { originalOrderNo: original, changeText, sideText, confirmedQuantity, acceptanceText } of rows) {
    if (original === null || actionOf(changeText, sideText) === 'new') continue;
    const shares = confirmedQuantity ?? 0;
    if (shares > 0) taken.set(original, (taken.get(original) ?? 0) + shares);
    else if (acceptanceText === '확인') taken.set(original, Number.POSITIVE_INFINITY);
  }
  return taken;
}

/** `+매수`, `-매도`, `현금매수`, `매도정정` … */
function sideOf(text: string | null): OrderSide | null {
  if (text === null) return null;
  if (text.includes('매수')) return 'buy';
  return text.includes('매도') ? 'sell' : null;
}

function actionOf(changeText: string | null, sideText: string | null): BrokerOrder['action'] {
  const text = `${changeText ?? ''}${sideText ?? ''}`;
  if (text.includes('취소')) return 'cancel';
  return text.includes('정정') ? 'modify' : 'new';
}

function momentOf(date: TradeDate, time: string | null): EpochMs | null {
  return time === null ? null : kstMoment(date, time);
}
