// Why a wanted condition is not followed, as a strategy is told: the broker refused it, does not know it, or more are wanted
// than may be followed.

import type { WatchRefusedEvent } from '#domain/market-event.ts';
import type { EpochMs } from '#domain/units.ts';
import type { Condition } from './condition-frames.ts';

/** How things stand once everything possible was asked for. */
export interface ConditionStanding {
  /** By name, the most important first. */
  readonly wanted: readonly string[];
  /** Those stored at the broker. */
  readonly conditions: readonly Condition[];
  /** Names of those that are followed. */
  readonly followed: ReadonlySet<string>;
  /** By name: why the broker refused to follow it. */
  readonly rejected: ReadonlyMap<string, string>;
  /** Why the list of conditions could not be had; null when it could. */
  readonly listFault: string | null;
  readonly maxConditions: number;
}

/** One refusal for each wanted condition that is not followed. */
export function refusalsOf(standing: ConditionStanding, at: EpochMs): readonly WatchRefusedEvent[] {
  const { wanted, followed } = standing;
  return wanted
    .filter((name) => !followed.has(name))
    .map((about) => ({ type: 'watch-refused', at, what: 'condition', about, ...reasonOf(about, standing) }));
}

/** Wanted conditions that could be followed: known to the broker and not refused by it. */
export function possibleOf(
  wanted: readonly string[],
  conditions: readonly Condition[],
  rejected: ReadonlyMap<string, string>,
): readonly Condition[] {
  return wanted.flatMap((name) => {
    const condition = conditions.find((known) => known.name === name);
    return condition === undefined || rejected.has(name) ? [] : [condition];
  });
}

/** The names of conditions, for people. */
export function namesOf(conditions: readonly Condition[]): string {
  return conditions.map(({ name }) => name).join(', ');
}

function reasonOf(
  name: string,
  { wanted, conditions, rejected, listFault, maxConditions }: ConditionStanding,
): Pick<WatchRefusedEvent, 'code' | 'limit' | 'actual' | 'detail'> {
  const fault = rejected.get(name) ?? listFault;
  if (fault !== null) return { code: 'rejected', limit: null, actual: null, detail: fault };
  if (!conditions.some((known) => known.name === name))
    return { code: 'unknown', limit: null, actual: null, detail: namesOf(conditions) };
  const actual = possibleOf(wanted, conditions, rejected).length;
  return { code: 'limit-reached', limit: maxConditions, actual, detail: null };
}
