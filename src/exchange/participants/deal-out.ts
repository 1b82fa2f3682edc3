// Shares and won of which no single trade is known, dealt out to participants by the leanings of the day: a day of the history,
// or the part of a running day that was saved without them.

import type { Price, Quantity, Won } from '#domain/units.ts';
import { CUSTOMER_GROUPS } from './crowd.ts';
import type { Leanings } from './leanings.ts';
import { type CustomerGroup, MEMBER_FIRMS } from './member-firms.ts';
import type { TurnoverSheet } from './turnover-sheet.ts';

/** Counts `volume` shares of `value` won into a sheet, on both sides; `price` tells where the day had come to. */
export function dealOut(
  sheet: TurnoverSheet,
  leanings: Leanings,
  price: Price,
  volume: Quantity,
  value: Won,
): void {
  if (volume === 0) return;
  const step = leanings.stepAt(price);
  for (const isBuy of [true, false]) dealSide(sheet, leanings, isBuy, step, volume, value);
}

function dealSide(
  sheet: TurnoverSheet,
  leanings: Leanings,
  isBuy: boolean,
  step: number,
  volume: Quantity,
  value: Won,
): void {
  const { byProgram, arbitrage } = leanings.crowd;
  const kinds = leanings.kinds(isBuy, step);
  for (const [member, [quantity, won]] of dealt(membersOf(leanings, isBuy, kinds), volume, value).entries())
    sheet.countMember(isBuy, member, quantity, won);
  for (const [kind, [quantity, won]] of dealt(kinds, volume, value).entries()) {
    sheet.countKind(isBuy, kind, quantity, won);
    const byHand = 1 - byProgram[kind]!;
    const arbitrages = byProgram[kind]! * arbitrage[kind]!;
    const [, first, second] = dealt([byHand, arbitrages, 1 - byHand - arbitrages], quantity, won);
    sheet.countProgram(isBuy, kind, 1, ...first!);
    sheet.countProgram(isBuy, kind, 2, ...second!);
  }
}

/** Shares of the members, whatever their customers are. */
function membersOf(leanings: Leanings, isBuy: boolean, kinds: readonly number[]): readonly number[] {
  const parts: number[] = MEMBER_FIRMS.map(() => 0);
  for (const group of ['retail', 'foreign', 'institution'] satisfies CustomerGroup[]) {
    const ofGroup = kinds.reduce((sum, part, kind) => sum + (CUSTOMER_GROUPS[kind] === group ? part : 0), 0);
    for (const [member, part] of leanings.members(isBuy, group).entries()) parts[member]! += ofGroup * part;
  }
  return parts;
}

/**
 * Shares and won by parts that are 1 together: whole shares by running sums, so that none is lost. All pay the same won a
 * share, and the first one besides what is left over then.
 */
function dealt(parts: readonly number[], volume: Quantity, value: Won): readonly [Quantity, Won][] {
  const average = volume === 0 ? 0 : Math.floor(value / volume);
  let odd = value - average * volume;
  let sum = 0;
  let given = 0;
  return parts.map((part, index) => {
    sum += part;
    const until = index === parts.length - 1 ? volume : Math.min(Math.round(sum * volume), volume);
    const quantity = until - given;
    const won = quantity === 0 ? 0 : quantity * average + odd;
    if (quantity > 0) odd = 0;
    given = until;
    return [quantity, won];
  });
}
