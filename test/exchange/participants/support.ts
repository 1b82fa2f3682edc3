// The participants of a day whose trades a test makes up.

import type { EpochMs, Price, Quantity, TradeDate } from '#domain/units.ts';
import { TickLog } from '#exchange/day/market-ticks.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { DayParticipants } from '#exchange/participants/day-participants.ts';
import { attributionOf } from '#exchange/participants/participant-archive.ts';
import { DAY } from '../support.ts';

export interface MadeUpTrade {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
  /** Shares of accounts. */
  readonly ownBought?: Quantity;
  readonly ownSold?: Quantity;
  /** False where two orders met; true when absent. */
  readonly isAuction?: boolean;
}

/** A day of 005930 on KRX with these trades; `add` makes more. */
export class MadeUpDay {
  readonly ticks = new TickLog();
  readonly participants: DayParticipants;

  constructor(seed = 7, date: TradeDate = DAY) {
    const listing = DEFAULT_LISTINGS[0]!;
    const make = () => attributionOf({ seed, listing, venue: 'KRX', date, base: 60_000 });
    this.participants = new DayParticipants(date, make, this.ticks);
  }

  add({ at, price, quantity, ownBought = 0, ownSold = 0, isAuction = true }: MadeUpTrade): void {
    this.ticks.add(at, price, quantity, isAuction ? null : 'buy');
    if (ownBought + ownSold > 0) this.participants.own({ bought: ownBought, sold: ownSold });
  }
}

export function participantsOf(trades: readonly MadeUpTrade[]): DayParticipants {
  const day = new MadeUpDay();
  for (const trade of trades) day.add(trade);
  return day.participants;
}
