// The sides of one trade: one buyer and one seller where an order came to another, many on either side of an auction (a trade of
// which nobody says who came). Shares that accounts traded are theirs before anybody else's.

import type { Price, Quantity } from '#domain/units.ts';
import type { Tick } from '../day/market-ticks.ts';
import { type Attribution, type Participant, participant } from './attribution.ts';
import { INVESTOR_KINDS } from './investor-kinds.ts';
import { KIWOOM, MEMBER_FIRMS } from './member-firms.ts';
import { slicesOf } from './slices.ts';

/** Participants on one side of an auction, at most. */
const AUCTION_SLICES = 48;

/** Whoever has an account here: an individual of Kiwoom's, without a program. */
export const ACCOUNT: Participant = participant(
  MEMBER_FIRMS.findIndex(({ code }) => code === KIWOOM),
  INVESTOR_KINDS.indexOf('individual'),
  0,
);

/** Shares that accounts bought and sold in a trade. */
export interface OwnShares {
  readonly bought: Quantity;
  readonly sold: Quantity;
}

const NONE: OwnShares = { bought: 0, sold: 0 };

/** A participant's shares on one side of a trade. */
export interface SideOfTrade {
  readonly isBuy: boolean;
  readonly who: Participant;
  readonly quantity: Quantity;
}

/** Everybody in trade `number` of its day, buyers first; the shares of either side are those of the trade. */
export function sidesOf(
  attribution: Attribution,
  number: number,
  { price, quantity, side }: Tick,
  own: OwnShares | null,
): readonly SideOfTrade[] {
  const isAuction = side === 0;
  if (own === null && !isAuction) {
    return [
      { isBuy: true, who: attribution.who(true, number, 0, price), quantity },
      { isBuy: false, who: attribution.who(false, number, 0, price), quantity },
    ];
  }
  const { bought, sold } = own ?? NONE;
  const slices = isAuction ? AUCTION_SLICES : 1;
  return [
    ...sideOf(true, bought, attribution, number, price, quantity, slices),
    ...sideOf(false, sold, attribution, number, price, quantity, slices),
  ];
}

function sideOf(
  isBuy: boolean,
  own: Quantity,
  attribution: Attribution,
  number: number,
  price: Price,
  quantity: Quantity,
  slices: number,
): readonly SideOfTrade[] {
  const others = slicesOf(quantity - own, slices).map((slice, at) => ({
    isBuy,
    who: attribution.who(isBuy, number, at, price),
    quantity: slice,
  }));
  return own > 0 ? [{ isBuy, who: ACCOUNT, quantity: own }, ...others] : others;
}
