// What a live run is going to ask of the broker's rate limits, worked out before it logs in. A plan that cannot be met is
// refused with its numbers, not found out at the open.

import { type PlannedCall, planRequests, type RequestPlan } from '#adapters/kiwoom/budget/request-plan.ts';
import type { BarPeriod } from '#domain/bar.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { Poll } from '#engine/ports.ts';
import type { HwangsoConfig } from '../config/config.ts';
import { type Described, type Lang, messages } from '../messages.ts';
import { rateLimits } from './rate-limits.ts';
import { describePlan } from './request-plan-text.ts';

/** What is known of a run beforehand. */
export interface PlannedRun {
  /** Instruments whose reference data is fetched. */
  readonly instruments: number;
  /** History shown to the strategies, by instrument and period. */
  readonly warmUps: readonly { readonly period: BarPeriod; readonly bars: number }[];
  readonly polls: readonly Poll[];
}

/** Bars on a page of the chart TRs as measured (kiwoom-wire 2.19). */
const PAGE = { minutes: 900, days: 600 } as const;
/** The lists and balances of one snapshot, each one page for most accounts. */
const SNAPSHOT = ['ka10075', 'ka10076', 'kt00007', 'kt00018', 'kt00001', 'ka10074', 'ka10170'] as const;

/** The plan of a run under `config`. */
export function planRun(config: HwangsoConfig, run: PlannedRun): RequestPlan {
  return planRequests([...callsAtStart(run), ...callsWhileRunning(config, run)], rateLimits(config.broker));
}

/** How often the server is asked for its time: at most half of what one TR may be called. */
export function clockPollMs({ rate }: Pick<HwangsoConfig['broker'], 'rate'>): number {
  return Math.max(SECOND_MS, (2 * SECOND_MS) / rate.perTr);
}

function callsAtStart({ instruments, warmUps }: PlannedRun): PlannedCall[] {
  const charts = warmUps.map(({ period, bars }): PlannedCall => {
    const isDaily = period === '1d';
    // One bar more than wanted: the running one is dropped.
    const count = Math.ceil((bars + 1) / (isDaily ? PAGE.days : PAGE.minutes));
    return { tr: isDaily ? 'ka10081' : 'ka10080', priority: 'poll', kind: 'once', count };
  });
  return [
    { tr: 'au10001', priority: 'order', kind: 'once', count: 1 },
    ...SNAPSHOT.map((tr) => ({ tr, priority: 'reconcile', kind: 'once', count: 1 }) as const),
    { tr: 'ka10100', priority: 'margin', kind: 'once', count: instruments },
    { tr: 'ka10001', priority: 'margin', kind: 'once', count: instruments },
    ...charts,
  ];
}

function callsWhileRunning({ broker }: HwangsoConfig, { polls }: PlannedRun): PlannedCall[] {
  const clock: PlannedCall = {
    tr: 'kt00001',
    name: 'clock',
    priority: 'poll',
    kind: 'every',
    everyMs: clockPollMs(broker),
  };
  return [
    ...(broker.clock === 'server' ? [clock] : []),
    ...polls.map(
      ({ name, query, everyMs }) => ({ tr: query, name, priority: 'poll', kind: 'every', everyMs }) as const,
    ),
    { tr: 'kt10000', priority: 'order', kind: 'per-order', count: 1 },
    { tr: 'kt00011', priority: 'margin', kind: 'per-order', count: 1 },
  ];
}

/** A plan that cannot be met. Nothing was sent. */
export class RequestPlanError extends Error implements Described {
  override readonly name = 'RequestPlanError';
  readonly code = 'plan-cannot-be-met';
  readonly retryable = false;
  readonly plan: RequestPlan;

  constructor(plan: RequestPlan) {
    super(textOf('en', plan));
    this.plan = plan;
  }

  describe(lang: Lang): string {
    return textOf(lang, this.plan);
  }
}

function textOf(lang: Lang, plan: RequestPlan): string {
  return [
    messages(lang).cli.planCannotBeMet,
    ...describePlan(lang, plan).map((line) => `  ${line}`.trimEnd()),
  ].join('\n');
}
