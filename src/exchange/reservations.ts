// What the working orders of one account tie up: cash for buys, shares for sells. Freed share by share as orders fill or
// end, so that it is never more than they can still use.

import { assert } from '#domain/assert.ts';
import { commissionFor } from '#domain/costs.ts';
import type { OrderSide } from '#domain/order.ts';
import {
  type BrokerOrderNo,
  mulDiv,
  type Price,
  type Quantity,
  type SymbolCode,
  type Won,
} from '#domain/units.ts';

/** An order as far as it ties something up. */
export interface ReservedOrder {
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  /** Price the shares of a buy are counted at: its limit, or the upper limit when it has none. */
  readonly price: Price;
  readonly quantity: Quantity;
}

interface Reservation {
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly price: Price;
  quantity: Quantity;
  won: Won;
}

const PPM = 1_000_000;
/** Commission is cut to this unit once a day, so an order may pay one unit more than its own amount says. */
const COMMISSION_UNIT_WON = 10;

/** Won that an order to buy ties up: its amount and the most its commission can become. */
export function buyReserve(amount: Won, commissionPpm: number): Won {
  if (amount === 0) return 0;
  return amount + (commissionPpm === 0 ? 0 : commissionFor(amount, commissionPpm) + COMMISSION_UNIT_WON);
}

/** The most shares whose reserve at `price` is covered by `cash` won. */
export function affordable(cash: Won, price: Price, commissionPpm: number): Quantity {
  let quantity = mulDiv(cash, PPM, price * (PPM + commissionPpm));
  while (buyReserve((quantity + 1) * price, commissionPpm) <= cash) quantity++;
  while (quantity > 0 && buyReserve(quantity * price, commissionPpm) > cash) quantity--;
  return quantity;
}

export class Reservations {
  readonly #commissionPpm: number;
  readonly #orders = new Map<BrokerOrderNo, Reservation>();
  readonly #selling = new Map<SymbolCode, Quantity>();
  #won: Won = 0;

  constructor(commissionPpm: number) {
    this.#commissionPpm = commissionPpm;
  }

  /** Cash tied by all working buys, won. */
  get won(): Won {
    return this.#won;
  }

  /** Shares tied by working sells. */
  selling(symbol: SymbolCode): Quantity {
    return this.#selling.get(symbol) ?? 0;
  }

  open(orderNo: BrokerOrderNo, { symbol, side, price, quantity }: ReservedOrder): void {
    assert(!this.#orders.has(orderNo), `order ${orderNo} is open already`);
    const order: Reservation = { symbol, side, price, quantity: 0, won: 0 };
    this.#orders.set(orderNo, order);
    this.#tie(order, quantity);
  }

  /** Frees `quantity` shares of an order, which is forgotten when none are left. Returns how many are left. */
  reduce(orderNo: BrokerOrderNo, quantity: Quantity): Quantity {
    const order = this.#orders.get(orderNo);
    assert(order !== undefined, `order ${orderNo} is not open`);
    assert(quantity <= order.quantity, `order ${orderNo}: ${quantity} shares out of ${order.quantity}`);
    this.#tie(order, order.quantity - quantity);
    if (order.quantity === 0) this.#orders.delete(orderNo);
    return order.quantity;
  }

  /** Won that freeing `quantity` shares of an order would give back; 0 for a sell. */
  freedBy(orderNo: BrokerOrderNo, quantity: Quantity): Won {
    const order = this.#orders.get(orderNo);
    if (order === undefined || order.side === 'sell') return 0;
    return order.won - buyReserve(order.price * (order.quantity - quantity), this.#commissionPpm);
  }

  /** Frees all that an order still ties up; nothing happens when it is done already. */
  close(orderNo: BrokerOrderNo): void {
    const order = this.#orders.get(orderNo);
    if (order !== undefined) this.reduce(orderNo, order.quantity);
  }

  #tie(order: Reservation, quantity: Quantity): void {
    if (order.side === 'sell') {
      this.#selling.set(order.symbol, this.selling(order.symbol) + quantity - order.quantity);
    } else {
      const won = buyReserve(order.price * quantity, this.#commissionPpm);
      this.#won += won - order.won;
      order.won = won;
    }
    order.quantity = quantity;
  }
}
