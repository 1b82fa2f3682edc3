// What each member, investor kind and program kind bought and sold on a day, in one typed array: four numbers a row. It is
// small, for one is kept of every finished day.

import type { OrderSide } from '#domain/order.ts';
import type { Quantity, TradeDate, Won } from '#domain/units.ts';
import { INVESTOR_KINDS, type InvestorKind } from './investor-kinds.ts';
import { MEMBER_FIRMS } from './member-firms.ts';
import {
  type MemberTurnover,
  type Participation,
  PROGRAM_KINDS,
  type ProgramKind,
  type Turnover,
} from './participation.ts';

/** Columns of a row: shares bought and sold, won bought and sold. */
const COLUMNS = 4;
const SOLD = 1;
const VALUE = 2;
const MEMBERS = MEMBER_FIRMS.length;
const KINDS = INVESTOR_KINDS.length;
const PROGRAMS = PROGRAM_KINDS.length;
const FIRST_KIND = MEMBERS;
const FIRST_PROGRAM = MEMBERS + KINDS;
const FIRST_HOUSE = FIRST_PROGRAM + PROGRAMS;
/** Members that trade for themselves. */
const HOUSE_KIND = INVESTOR_KINDS.indexOf('financial-investment');

/** A sheet as it is saved: rows with anything in them, by the name of the row. */
export type SavedSheet = Readonly<Record<string, readonly number[]>>;

const ROW_NAMES: readonly string[] = [
  ...MEMBER_FIRMS.map(({ code }) => code),
  ...INVESTOR_KINDS,
  ...PROGRAM_KINDS,
  ...PROGRAM_KINDS.map((kind) => `house ${kind}`),
];

export class TurnoverSheet {
  readonly #numbers = new Float64Array(ROW_NAMES.length * COLUMNS);
  /** The numbers of the investor kinds as they stand; `kindsOf` reads them. */
  readonly kinds = this.#numbers.subarray(FIRST_KIND * COLUMNS, FIRST_PROGRAM * COLUMNS);
  /** The numbers of the programs as they stand; `programsOf` reads them. */
  readonly programs = this.#numbers.subarray(FIRST_PROGRAM * COLUMNS, FIRST_HOUSE * COLUMNS);

  /** Counts shares and won of one side. `program` counts from 1; 0 for none. */
  count(isBuy: boolean, member: number, kind: number, program: number, quantity: Quantity, value: Won): void {
    this.countMember(isBuy, member, quantity, value);
    this.countKind(isBuy, kind, quantity, value);
    if (program > 0) this.countProgram(isBuy, kind, program, quantity, value);
  }

  /** The three parts of `count`, for shares of which not all is known at once. */
  countMember(isBuy: boolean, member: number, quantity: Quantity, value: Won): void {
    this.#add(member, isBuy, quantity, value);
  }

  countKind(isBuy: boolean, kind: number, quantity: Quantity, value: Won): void {
    this.#add(FIRST_KIND + kind, isBuy, quantity, value);
  }

  countProgram(isBuy: boolean, kind: number, program: number, quantity: Quantity, value: Won): void {
    this.#add(FIRST_PROGRAM + program - 1, isBuy, quantity, value);
    if (kind === HOUSE_KIND) this.#add(FIRST_HOUSE + program - 1, isBuy, quantity, value);
  }

  /** Shares a member bought or sold. */
  ofMember(member: number, side: OrderSide): Quantity {
    return this.#numbers[member * COLUMNS + (side === 'buy' ? 0 : SOLD)]!;
  }

  participation(date: TradeDate): Participation {
    const members: MemberTurnover[] = [];
    for (const [member, { code }] of MEMBER_FIRMS.entries()) {
      const turnover = turnoverAt(this.#numbers, member);
      if (turnover.bought > 0 || turnover.sold > 0) members.push({ member: code, ...turnover });
    }
    return {
      date,
      members,
      kinds: kindsOf(this.#numbers, FIRST_KIND),
      programs: programsOf(this.#numbers, FIRST_PROGRAM),
      housePrograms: programsOf(this.#numbers, FIRST_HOUSE),
    };
  }

  save(): SavedSheet {
    const rows: Record<string, readonly number[]> = {};
    for (const [row, name] of ROW_NAMES.entries()) {
      const numbers = [...this.#numbers.subarray(row * COLUMNS, (row + 1) * COLUMNS)];
      if (numbers.some((number) => number > 0)) rows[name] = numbers;
    }
    return rows;
  }

  resume(saved: SavedSheet): void {
    for (const [row, name] of ROW_NAMES.entries())
      this.#numbers.set(saved[name] ?? [0, 0, 0, 0], row * COLUMNS);
  }

  #add(row: number, isBuy: boolean, quantity: Quantity, value: Won): void {
    const numbers = this.#numbers;
    const at = row * COLUMNS + (isBuy ? 0 : SOLD);
    numbers[at] = numbers[at]! + quantity;
    numbers[at + VALUE] = numbers[at + VALUE]! + value;
  }
}

/** The investor kinds of numbers that have them from row `first` on. */
export function kindsOf(numbers: Float64Array, first = 0): Record<InvestorKind, Turnover> {
  return named(INVESTOR_KINDS, numbers, first);
}

/** The programs of numbers that have them from row `first` on. */
export function programsOf(numbers: Float64Array, first = 0): Record<ProgramKind, Turnover> {
  return named(PROGRAM_KINDS, numbers, first);
}

function named<Name extends string>(
  names: readonly Name[],
  numbers: Float64Array,
  first: number,
): Record<Name, Turnover> {
  const all: Partial<Record<Name, Turnover>> = {};
  for (let row = 0; row < names.length; row++) all[names[row]!] = turnoverAt(numbers, first + row);
  return all as Record<Name, Turnover>;
}

function turnoverAt(numbers: Float64Array, row: number): Turnover {
  const at = row * COLUMNS;
  return {
    bought: numbers[at]!,
    sold: numbers[at + SOLD]!,
    boughtValue: numbers[at + VALUE]!,
    soldValue: numbers[at + VALUE + SOLD]!,
  };
}
