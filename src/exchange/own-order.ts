// An order of an account as the exchange follows it, and the picture of it that is handed out.

import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';
import type { BookOrder } from './book-side.ts';
import type { ExchangeOrder } from './contract.ts';

/** The record behind ExchangeOrder. Changed only by the order desk. */
export interface OwnOrder extends ExchangeOrder {
  price: Price | null;
  remaining: Quantity;
  filled: Quantity;
  filledAmount: Won;
  commission: Won;
  tax: Won;
  status: ExchangeOrder['status'];
  /** Its place in the book; null for cancels and once it has ended. */
  bookOrder: BookOrder<OwnOrder> | null;
}

/** A new record; `receivedAt` is exchange time. */
export function ownOrder(
  order: Pick<
    ExchangeOrder,
    | 'account'
    | 'orderNo'
    | 'originalOrderNo'
    | 'rootOrderNo'
    | 'action'
    | 'symbol'
    | 'side'
    | 'pricing'
    | 'timeInForce'
    | 'quantity'
  >,
  receivedAt: EpochMs,
): OwnOrder {
  return {
    ...order,
    price: null,
    remaining: order.quantity,
    filled: 0,
    filledAmount: 0,
    commission: 0,
    tax: 0,
    receivedAt,
    status: 'working',
    bookOrder: null,
  };
}

/** The order as it stands now. */
export function pictureOf({ bookOrder: _, ...order }: OwnOrder): ExchangeOrder {
  return order;
}
