// What the working orders of one account tie up: money for buys, shares for sells. Freed share by share as orders fill or
// end, so that it is never more than they can still use.

import { assert } from '#domain/assert.ts';
import { commissionFor } from '#domain/costs.ts';
import type { OrderSide } from '#domain/order.ts';
import { type BrokerOrderNo, mulDiv, type Price, type Quantity, type Won } from '#domain/units.ts';

/** Money that shares on order tie up. */
export interface Tied {
  /** What the account pays for them in the end, commission counted: with a loan, its own part. */
  readonly own: Won;
  /** What it must have for them now. Equal to `own` where nothing may become unpaid. */
  readonly margin: Won;
  /** What it borrows for them. */
  readonly loan: Won;
}

/** An order as far as it ties something up. */
export interface ReservedOrder {
  /** The holding a sell takes its shares from. */
  readonly source: string;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  /** What `quantity` shares of a buy tie up. */
  readonly tie: (quantity: Quantity) => Tied;
}

interface Reservation extends ReservedOrder {
  quantity: Quantity;
  tied: Tied;
}

const PPM = 1_000_000;
/** Commission is cut to this unit once a day, so an order may pay one unit more than its own amount says. */
const COMMISSION_UNIT_WON = 10;
const NOTHING: Tied = { own: 0, margin: 0, loan: 0 };

/** Won that an order to buy ties up: its amount and the most its commission can become. */
export function buyReserve(amount: Won, commissionPpm: number): Won {
  if (amount === 0) return 0;
  return amount + (commissionPpm === 0 ? 0 : commissionFor(amount, commissionPpm) + COMMISSION_UNIT_WON);
}

/** The most shares whose reserve at `price` is covered by `cash` won. */
export function affordable(cash: Won, price: Price, commissionPpm: number): Quantity {
  const guess = mulDiv(cash, PPM, price * (PPM + commissionPpm));
  return mostWithin(guess, (quantity) => buyReserve(quantity * price, commissionPpm) <= cash);
}

/** The largest number of shares that is allowed, looked for around `guess`. More shares are never easier to pay for. */
export function mostWithin(guess: Quantity, isAllowed: (quantity: Quantity) => boolean): Quantity {
  let quantity = guess;
  while (isAllowed(quantity + 1)) quantity++;
  while (quantity > 0 && !isAllowed(quantity)) quantity--;
  return quantity;
}

export class Reservations {
  readonly #orders = new Map<BrokerOrderNo, Reservation>();
  readonly #selling = new Map<string, Quantity>();
  #own: Won = 0;
  #margin: Won = 0;
  #loan: Won = 0;

  /** Tied by all working buys, won. */
  get total(): Tied {
    return { own: this.#own, margin: this.#margin, loan: this.#loan };
  }

  /** The account's own won tied by all working buys. */
  get own(): Won {
    return this.#own;
  }

  /** Shares tied by working sells out of one holding. */
  selling(source: string): Quantity {
    return this.#selling.get(source) ?? 0;
  }

  open(orderNo: BrokerOrderNo, { source, side, quantity, tie }: ReservedOrder): void {
    assert(!this.#orders.has(orderNo), `order ${orderNo} is open already`);
    const reservation: Reservation = { source, side, tie, quantity: 0, tied: NOTHING };
    this.#orders.set(orderNo, reservation);
    this.#change(reservation, quantity);
  }

  /** Frees `quantity` shares of an order, which is forgotten when none are left. Returns how many are left. */
  reduce(orderNo: BrokerOrderNo, quantity: Quantity): Quantity {
    const order = this.#orders.get(orderNo);
    assert(order !== undefined, `order ${orderNo} is not open`);
    assert(quantity <= order.quantity, `order ${orderNo}: ${quantity} shares out of ${order.quantity}`);
    this.#change(order, order.quantity - quantity);
    if (order.quantity === 0) this.#orders.delete(orderNo);
    return order.quantity;
  }

  /** What freeing `quantity` shares of a buy would give back; nothing when it is done already. */
  freedBy(orderNo: BrokerOrderNo, quantity: Quantity): Tied {
    const order = this.#orders.get(orderNo);
    if (order === undefined) return NOTHING;
    const left = tiedBy(order, order.quantity - quantity);
    return {
      own: order.tied.own - left.own,
      margin: order.tied.margin - left.margin,
      loan: order.tied.loan - left.loan,
    };
  }

  /** Frees all that an order still ties up; nothing happens when it is done already. */
  close(orderNo: BrokerOrderNo): void {
    const order = this.#orders.get(orderNo);
    if (order !== undefined) this.reduce(orderNo, order.quantity);
  }

  #change(order: Reservation, quantity: Quantity): void {
    if (order.side === 'sell') {
      this.#selling.set(order.source, this.selling(order.source) + quantity - order.quantity);
    } else {
      const tied = tiedBy(order, quantity);
      this.#own += tied.own - order.tied.own;
      this.#margin += tied.margin - order.tied.margin;
      this.#loan += tied.loan - order.tied.loan;
      order.tied = tied;
    }
    order.quantity = quantity;
  }
}

function tiedBy(order: ReservedOrder, quantity: Quantity): Tied {
  return quantity === 0 ? NOTHING : order.tie(quantity);
}
