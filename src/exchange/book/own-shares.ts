// Shares of accounts in trades: of two orders that met, and of an auction, which tells its trade before it tells who got what.

import type { Price, Quantity } from '#domain/units.ts';
import type { OwnOrder } from '../orders/own-order.ts';
import type { BookOrder } from './book-side.ts';

/** Shares of a trade that accounts bought, and sold. */
export interface OwnQuantities {
  readonly bought: Quantity;
  readonly sold: Quantity;
}

/** What one order got in an auction, at its price in won. */
export interface Allotment {
  readonly owner: OwnOrder;
  readonly price: Price;
  readonly quantity: Quantity;
}

/** Shares of accounts in a trade of `quantity` shares between two orders. */
export function ownQuantities(
  one: BookOrder<OwnOrder>,
  other: BookOrder<OwnOrder>,
  quantity: Quantity,
): OwnQuantities {
  const [buyer, seller] = one.side === 'buy' ? [one, other] : [other, one];
  return { bought: buyer.owner === null ? 0 : quantity, sold: seller.owner === null ? 0 : quantity };
}

export class AuctionShares implements OwnQuantities {
  #list: Allotment[] = [];
  bought: Quantity = 0;
  sold: Quantity = 0;

  add(allotment: Allotment): void {
    this.#list.push(allotment);
    if (allotment.owner.side === 'buy') this.bought += allotment.quantity;
    else this.sold += allotment.quantity;
  }

  /** What all orders got; forgotten with this. */
  take(): readonly Allotment[] {
    const list = this.#list;
    this.#list = [];
    this.bought = 0;
    this.sold = 0;
    return list;
  }
}
