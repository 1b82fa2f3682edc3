// What the three forms of the daily report work out from its data: sums, the change on the day, and where the broker
// says something else.

import type { StrategyName, Won } from '#domain/units.ts';
import type { ComparisonRow, DailyReport, ProfitRow } from './daily-report.ts';

/** The amounts of several rows of one strategy. */
export interface StrategySum {
  readonly strategy: StrategyName;
  readonly realised: Won;
  readonly unrealised: Won;
  readonly commission: Won;
  readonly tax: Won;
  readonly heldValue: Won;
}

/** One sum a strategy, in the order the strategies first appear. */
export function sumByStrategy(rows: readonly ProfitRow[]): readonly StrategySum[] {
  const groups = Map.groupBy(rows, (row) => row.strategy);
  return [...groups].map(([strategy, own]) => ({
    strategy,
    realised: sumOf(own, (row) => row.realised),
    unrealised: sumOf(own, (row) => row.unrealised),
    commission: sumOf(own, (row) => row.commission),
    tax: sumOf(own, (row) => row.tax),
    heldValue: sumOf(own, (row) => row.heldValue),
  }));
}

/** Equity less the equity of the day before; null on the first day. Won paid in or out counts too. */
export function dayChange({ equity, equityBefore }: DailyReport): Won | null {
  return equityBefore === null ? null : equity - equityBefore;
}

/** `ours` less `theirs`; null when the broker did not answer. */
export function differenceOf({ ours, theirs }: ComparisonRow): Won | null {
  return theirs === null ? null : ours - theirs;
}

export type ComparisonState = 'equal' | 'different' | 'unanswered';

/** How one figure stands against the broker's. */
export function comparisonState(row: ComparisonRow): ComparisonState {
  const difference = differenceOf(row);
  if (difference === null) return 'unanswered';
  return difference === 0 ? 'equal' : 'different';
}

/** The verdict over all figures: any difference outweighs a missing answer. */
export function comparisonVerdict(
  rows: readonly ComparisonRow[],
): 'allEqual' | 'someDifferent' | 'someUnanswered' | 'notCompared' {
  const states = new Set(rows.map(comparisonState));
  if (states.has('different')) return 'someDifferent';
  if (states.has('unanswered')) return 'someUnanswered';
  return states.size === 0 ? 'notCompared' : 'allEqual';
}

function sumOf(rows: readonly ProfitRow[], amount: (row: ProfitRow) => Won): Won {
  return rows.reduce((total, row) => total + amount(row), 0);
}
