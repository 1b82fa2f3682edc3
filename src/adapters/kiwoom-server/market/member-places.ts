// The five members that bought or sold most, on any view: both markets together have other leaders than either.

import type { OrderSide } from '#domain/order.ts';
import type { Quantity } from '#domain/units.ts';
import type { MemberCode, Participation } from '#exchange/contract.ts';

/** One of the five; `member` is null for a place that nobody has. */
export interface MemberPlace {
  readonly member: MemberCode | null;
  readonly quantity: Quantity;
}

const PLACES = 5;

/** Always five, most shares first; of equals the lower code. */
export function leadersOf({ members }: Participation, side: OrderSide): readonly MemberPlace[] {
  const ranked = members
    .map(({ member, bought, sold }) => ({ member, quantity: side === 'buy' ? bought : sold }))
    .filter(({ quantity }) => quantity > 0)
    .sort((one, other) => other.quantity - one.quantity);
  return Array.from({ length: PLACES }, (_, place) => ranked[place] ?? { member: null, quantity: 0 });
}
