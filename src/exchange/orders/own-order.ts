// An order of an account as the exchange follows it, and the picture of it that is handed out.

import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';
import type { BookOrder } from '../book/book-side.ts';
import type { ExchangeOrder } from '../contract.ts';

/** The record behind ExchangeOrder. Changed only by the order desk and its keeper. */
export interface OwnOrder extends ExchangeOrder {
  price: Price | null;
  remaining: Quantity;
  filled: Quantity;
  filledAmount: Won;
  commission: Won;
  tax: Won;
  status: ExchangeOrder['status'];
  /** Its place in a queue; null for cancels, sleeping stops, and once it has ended. */
  bookOrder: BookOrder<OwnOrder> | null;
}

/** What an order is from its beginning to its end. */
export type OrderFacts = Pick<
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
  | 'venue'
  | 'routedTo'
  | 'credit'
  | 'forced'
  | 'quantity'
>;

/** A new record; `receivedAt` is exchange time. */
export function ownOrder(facts: OrderFacts, receivedAt: EpochMs): OwnOrder {
  return {
    ...facts,
    price: null,
    remaining: facts.quantity,
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

/** True for a stop order that has not been set off. */
export function isSleeping({ pricing, price }: ExchangeOrder): boolean {
  return pricing.type === 'stop-limit' && price === null;
}
