// The trades of a day by member, worked out again when somebody asks: who traded follows from a trade's number, so that
// nothing has to be remembered of the millions of trades that nobody asks for.

import type { OrderSide } from '#domain/order.ts';
import type { Quantity } from '#domain/units.ts';
import type { Tick, TickLog } from '../day/market-ticks.ts';
import { memberOf } from './attribution.ts';
import { MEMBER_FIRMS } from './member-firms.ts';
import type { MemberTrade, MemberTradeFilter } from './participation.ts';
import type { SideOfTrade } from './trade-sides.ts';

/** What a day's trades by member are worked out from. */
export interface TradedDay {
  readonly ticks: TickLog;
  /** Everybody in a trade, by its place among the ticks. */
  readonly sidesOf: (index: number) => readonly SideOfTrade[];
  /** Shares a member has bought less sold by now. */
  readonly netOf: (member: number) => Quantity;
}

/** Newest first; of one trade the seller comes first, as it is the later of the two in `sidesOf`. */
export function memberTradesOf(filter: MemberTradeFilter, day: TradedDay): readonly MemberTrade[] {
  const { isWanted, minQuantity = 0, limit } = filter;
  const wanted = MEMBER_FIRMS.map(({ code }) => isWanted(code));
  const nets = MEMBER_FIRMS.map((_, member) => day.netOf(member));
  const trades: MemberTrade[] = [];
  for (let index = day.ticks.length - 1; index >= 0; index--) {
    const tick = day.ticks.at(index);
    const sides = byMember(day.sidesOf(index));
    for (const { side, member, quantity } of sides.toReversed()) {
      const net = nets[member]!;
      nets[member] = net - (side === 'buy' ? quantity : -quantity);
      if (!wanted[member] || quantity < minQuantity) continue;
      trades.push(tradeOf(tick, side, member, quantity, net));
      if (trades.length === limit) return trades;
    }
  }
  return trades;
}

/** What a member had of one side of one trade, in one piece. */
function byMember(
  sides: readonly SideOfTrade[],
): readonly { readonly side: OrderSide; readonly member: number; readonly quantity: Quantity }[] {
  const pieces = new Map<number, { side: OrderSide; member: number; quantity: Quantity }>();
  for (const { isBuy, who, quantity } of sides) {
    const member = memberOf(who);
    const key = isBuy ? member : -member - 1;
    const known = pieces.get(key);
    if (known === undefined) pieces.set(key, { side: isBuy ? 'buy' : 'sell', member, quantity });
    else known.quantity += quantity;
  }
  return [...pieces.values()];
}

function tradeOf(
  { at, price }: Tick,
  side: OrderSide,
  member: number,
  quantity: Quantity,
  net: Quantity,
): MemberTrade {
  return { at, member: MEMBER_FIRMS[member]!.code, side, quantity, price, net };
}
