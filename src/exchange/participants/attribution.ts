// Who bought and who sold in a trade of others: drawn by hashing the number of the trade in its day with a key of the seed, the
// date, the instrument and the market. Nothing else of the exchange draws from it, so the tape is what it was without it.
// First comes the investor kind, then the member, by the leanings of the day; last, whether it was a program.

import type { Price } from '#domain/units.ts';
import { CUSTOMER_GROUPS } from './crowd.ts';
import { INVESTOR_KINDS } from './investor-kinds.ts';
import { type Leanings, STEPS } from './leanings.ts';
import type { CustomerGroup } from './member-firms.ts';

/** Somebody on one side of a trade, packed into a number: `memberOf`, `kindOf` and `programOf` read it. */
export type Participant = number;

/** Place in `MEMBER_FIRMS`. */
export const memberOf = (who: Participant): number => who & 0xff;
/** Place in `INVESTOR_KINDS`. */
export const kindOf = (who: Participant): number => (who >> 8) & 0x0f;
/** Place in `PROGRAM_KINDS` from 1; 0 for no program. */
export const programOf = (who: Participant): number => who >> 12;

/** The participant with these places. */
export function participant(member: number, kind: number, program: number): Participant {
  return member | (kind << 8) | (program << 12);
}

const TWO_POW_32 = 0x1_0000_0000;
const KINDS = INVESTOR_KINDS.length;
const GROUPS: readonly CustomerGroup[] = ['retail', 'foreign', 'institution'];
/** How finely members are told apart. */
const SLOTS = 256;

/** The participants of one instrument, market and day. */
export class Attribution {
  readonly leanings: Leanings;
  readonly #key: number;
  /** Upper bounds of the kinds' parts of 2^32, for each step of each side. */
  readonly #kinds = new Float64Array(2 * (2 * STEPS + 1) * KINDS);
  /** Members by slot, for each group of each side. */
  readonly #members = new Uint8Array(2 * GROUPS.length * SLOTS);
  /** By kind, of 2^32: programs, and arbitrage among them. */
  readonly #programs: Float64Array;
  readonly #arbitrage: Float64Array;
  /** Where a kind's members begin, for the buying side. */
  readonly #groupAt = Int32Array.from(CUSTOMER_GROUPS, (group) => GROUPS.indexOf(group) * SLOTS);

  /** `key` is a whole number that belongs to this instrument, market and day alone. */
  constructor(leanings: Leanings, key: number) {
    this.leanings = leanings;
    this.#key = key | 0;
    for (const isBuy of [true, false]) {
      for (let step = -STEPS; step <= STEPS; step++) this.#spreadKinds(isBuy, step);
      for (const [place, group] of GROUPS.entries()) this.#spreadMembers(isBuy, place, group);
    }
    const { byProgram, arbitrage } = leanings.crowd;
    this.#programs = Float64Array.from(byProgram, (part) => part * TWO_POW_32);
    this.#arbitrage = this.#programs.map((part, kind) => part * arbitrage[kind]!);
  }

  /** Who was on a side of trade `number` of the day, at `price`; `slice` tells apart the many on one side of an auction. */
  who(isBuy: boolean, number: number, slice: number, price: Price): Participant {
    const side = isBuy ? 0 : 1;
    const turn = Math.imul(2 * number + side + 1, 0x9e3779b1) ^ Math.imul(slice, 0x85ebca77);
    const first = mix(this.#key ^ turn);
    const second = mix(first ^ 0x2545f491);
    const kinds = this.#kinds;
    const from = (side * (2 * STEPS + 1) + STEPS + this.leanings.stepAt(price)) * KINDS;
    const draw = first >>> 0;
    let kind = 0;
    while (kind < KINDS - 1 && draw >= kinds[from + kind]!) kind++;
    const slot = second & (SLOTS - 1);
    const member = this.#members[side * GROUPS.length * SLOTS + this.#groupAt[kind]! + slot]!;
    const limit = this.#programs[kind]!;
    if (limit === 0) return participant(member, kind, 0);
    const chance = mix(second) >>> 0;
    if (chance >= limit) return participant(member, kind, 0);
    return participant(member, kind, chance < this.#arbitrage[kind]! ? 1 : 2);
  }

  #spreadKinds(isBuy: boolean, step: number): void {
    const from = ((isBuy ? 0 : 1) * (2 * STEPS + 1) + STEPS + step) * KINDS;
    let sum = 0;
    for (const [kind, part] of this.leanings.kinds(isBuy, step).entries()) {
      sum += part;
      this.#kinds[from + kind] = sum * TWO_POW_32;
    }
  }

  #spreadMembers(isBuy: boolean, place: number, group: CustomerGroup): void {
    const from = ((isBuy ? 0 : 1) * GROUPS.length + place) * SLOTS;
    let sum = 0;
    let slot = 0;
    for (const [member, part] of this.leanings.members(isBuy, group).entries()) {
      sum += part;
      const until = Math.round(sum * SLOTS);
      this.#members.fill(member, from + slot, from + until);
      slot = until;
    }
  }
}

/** A whole number whose bits have nothing to do with each other any more: MurmurHash3's finish. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
