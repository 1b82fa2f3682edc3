// The five members that bought most and the five that sold most so far, kept in order with every trade, and who left them.

import type { OrderSide } from '#domain/order.ts';
import type { EpochMs } from '#domain/units.ts';
import { MEMBER_FIRMS, type MemberCode } from './member-firms.ts';
import type { Departure, MemberRank } from './participation.ts';
import type { TurnoverSheet } from './turnover-sheet.ts';

const PLACES = 5;
/** Departures of a side that are remembered: mornings have many, and nobody lists more. */
const DEPARTURES_MAX = 50;

/** A board as it is saved: the members of each side, best first, and who left. */
export interface SavedBoard {
  readonly buy: readonly MemberCode[];
  readonly sell: readonly MemberCode[];
  readonly departures: readonly Departure[];
}

export class MemberBoard {
  readonly #sheet: TurnoverSheet;
  readonly #leaders: Readonly<Record<OrderSide, number[]>> = { buy: [], sell: [] };
  readonly #departures: Departure[] = [];
  /** The leaders after the trade before: an auction deals out its shares one by one, and only its end counts. */
  readonly #settled: Record<OrderSide, readonly number[]> = { buy: [], sell: [] };
  /** True when a member came among the leaders since. */
  #hasNew = false;

  constructor(sheet: TurnoverSheet) {
    this.#sheet = sheet;
  }

  /** A member traded on a side: the sheet has it already. */
  see(side: OrderSide, member: number): void {
    const leaders = this.#leaders[side];
    const quantity = this.#sheet.ofMember(member, side);
    let place = leaders.indexOf(member);
    if (place < 0) {
      place = leaders.length;
      if (place === PLACES) {
        place--;
        if (this.#sheet.ofMember(leaders[place]!, side) >= quantity) return;
      }
      leaders[place] = member;
      this.#hasNew = true;
    }
    for (; place > 0 && this.#sheet.ofMember(leaders[place - 1]!, side) < quantity; place--) {
      leaders[place] = leaders[place - 1]!;
      leaders[place - 1] = member;
    }
  }

  /** All of a trade is counted: who led before it and does not any more has left. */
  settle(at: EpochMs): void {
    if (!this.#hasNew) return;
    this.#hasNew = false;
    for (const side of ['buy', 'sell'] as const) {
      const leaders = this.#leaders[side];
      for (const member of this.#settled[side]) if (!leaders.includes(member)) this.#leave(side, member, at);
      this.#settled[side] = [...leaders];
    }
  }

  leaders(side: OrderSide): readonly MemberRank[] {
    return this.#leaders[side].map((member) => ({
      member: MEMBER_FIRMS[member]!.code,
      quantity: this.#sheet.ofMember(member, side),
    }));
  }

  /** Oldest first. */
  departures(): readonly Departure[] {
    return this.#departures;
  }

  save(): SavedBoard {
    const codes = (side: OrderSide) => this.leaders(side).map(({ member }) => member);
    return { buy: codes('buy'), sell: codes('sell'), departures: [...this.#departures] };
  }

  /** Ranks all members anew, by what the sheet has of them. */
  rank(): void {
    for (const side of ['buy', 'sell'] as const) {
      const members = MEMBER_FIRMS.map((_, member) => member).filter(
        (member) => this.#sheet.ofMember(member, side) > 0,
      );
      members.sort((one, other) => this.#sheet.ofMember(other, side) - this.#sheet.ofMember(one, side));
      this.#lead(side, members);
    }
  }

  /** Goes on with a saved board, when the sheet has its numbers again. */
  resume({ buy, sell, departures }: SavedBoard): void {
    for (const [side, codes] of [['buy', buy] as const, ['sell', sell] as const]) {
      const members = codes.map((code) => MEMBER_FIRMS.findIndex((one) => one.code === code));
      this.#lead(
        side,
        members.filter((member) => member >= 0),
      );
    }
    this.#departures.splice(0, this.#departures.length, ...departures);
  }

  #lead(side: OrderSide, members: readonly number[]): void {
    this.#leaders[side].splice(0, PLACES, ...members.slice(0, PLACES));
    this.#settled[side] = [...this.#leaders[side]];
  }

  #leave(side: OrderSide, member: number, at: EpochMs): void {
    const quantity = this.#sheet.ofMember(member, side);
    const known = this.#departures;
    known.push({ at, side, member: MEMBER_FIRMS[member]!.code, quantity });
    if (known.length <= DEPARTURES_MAX) return;
    const ofSide = known.filter((one) => one.side === side);
    if (ofSide.length > DEPARTURES_MAX) known.splice(known.indexOf(ofSide[0]!), 1);
  }
}
