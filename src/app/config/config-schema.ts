// The configuration as it may be written: every key, what it takes, and nothing else. Defaults are filled in by
// config.ts, since many of them depend on the domain or on the capital.

import { z } from 'zod';
import { BAR_PERIODS } from '#domain/bar.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { OPERATOR } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import { isCalendarDate } from '#domain/time.ts';
import { isSymbolCode } from '#domain/units.ts';
import { inBoth, type Messages, type Words } from '../messages.ts';
import { isLoopbackHost } from './config-domain.ts';

/** What a custom rule of this schema attaches to its issue. */
export interface RuleParams {
  readonly expected: Words;
}

/** In the order of the day. */
const SESSION_PHASES = [
  ...(['closed', 'pre-market', 'opening-auction', 'continuous', 'closing-auction'] as const),
  ...(['post-close', 'after-hours', 'after-market-auction', 'after-market', 'break'] as const),
] satisfies readonly SessionPhase[];

type Expected = Messages['config']['expected'];

const wonLimit = z.int().min(1).nullable().optional();
const countLimit = z.int().min(1).nullable().optional();
const seconds = (least: number) => z.number().min(least).max(86_400);

const symbol = text((expected) => expected.symbol, isSymbolCode);
const date = text((expected) => expected.date, isCalendarDate);
const { coveredFrom, coveredThrough } = krxCalendar;
const calendarDay = text(
  (expected) => expected.dateIn(coveredFrom, coveredThrough),
  (day) => isCalendarDate(day) && day >= coveredFrom && day <= coveredThrough,
);
const path = text(
  (expected) => expected.textNotEmpty,
  (value) => value.trim() !== '',
);

const broker = z.strictObject({
  domain: z.enum(['mock', 'real', 'custom']),
  restUrl: text(
    (expected) => expected.httpUrl,
    (url) => isSafeUrl(url, 'http'),
  ).optional(),
  wsUrl: text(
    (expected) => expected.wsUrl,
    (url) => isSafeUrl(url, 'ws'),
  ).optional(),
  clock: z.enum(['wall', 'server']).optional(),
  realMoney: z.boolean().optional(),
  secretsFile: path.optional(),
  rate: z
    .strictObject({
      perTr: z.number().gt(0).max(100).optional(),
      perTrBurst: z.int().min(1).max(100).optional(),
      global: z.number().gt(0).max(100).optional(),
    })
    .optional(),
  realtime: z
    .strictObject({
      maxCodes: z.int().min(1).max(1_000).optional(),
      maxConditions: z.int().min(0).max(100).optional(),
    })
    .optional(),
});

const strategy = z.strictObject({
  name: text(
    (expected) => expected.strategyName,
    (name) => isName(name) && name !== OPERATOR,
  ),
  module: path,
  symbols: z // none only where the strategy chooses them itself: config-strategies.ts
    .array(symbol)
    .refine((symbols) => new Set(symbols).size === symbols.length, {
      params: expecting((expected) => expected.noRepeats),
    })
    .optional(),
  capital: z.int().min(1),
  order: z.enum(['market', 'best-counter', 'best-own']).optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const poll = z.strictObject({
  name: text((expected) => expected.name, isName),
  query: path,
  inputs: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  every: seconds(1),
  phases: z.array(z.enum(SESSION_PHASES)).min(1).optional(),
});

const risk = z.strictObject({
  maxOrderValue: wonLimit,
  maxPositionValue: wonLimit,
  maxExposure: wonLimit,
  maxOrdersPerSecond: countLimit,
  maxOrdersPerDay: countLimit,
  priceCollarPercent: z.number().gt(0).max(100).nullable().optional(),
  staleAfterSeconds: seconds(1).nullable().optional(),
  dailyLossLimit: wonLimit,
  refuseWarned: z.boolean().optional(),
  orderableValidSeconds: seconds(0).optional(),
});

const backtest = z
  .strictObject({
    period: z.enum(BAR_PERIODS),
    from: date,
    to: date,
    cash: z.int().min(1),
    slippageTicks: z.int().min(0).max(1_000).optional(),
    volumeSharePercent: z.number().gt(0).max(100).nullable().optional(),
    fills: z.enum(['bars', 'market']).optional(),
    seed: z.int().min(0).optional(),
  })
  .superRefine(({ from, to, fills = 'bars', period, ...rest }, { addIssue }) => {
    if (to < from) {
      addIssue({ code: 'custom', path: ['to'], params: expecting((expected) => expected.notBefore(from)) });
    }
    if (fills === 'market' && period !== '1m') {
      addIssue({ code: 'custom', path: ['period'], params: expecting((expected) => expected.marketPeriod) });
    }
    if (fills === 'bars') return;
    for (const key of ['slippageTicks', 'volumeSharePercent'] as const) {
      if (rest[key] === undefined) continue;
      addIssue({ code: 'custom', path: [key], params: expecting((expected) => expected.notOnMarket) });
    }
  });

/** The whole file. */
export const configSchema = z.strictObject({
  broker: broker.optional(),
  account: text(
    (expected) => expected.accountName,
    (name) => /^\P{Cc}{1,40}$/u.test(name) && name.trim() !== '',
  ).optional(),
  data: path.optional(),
  strategies: z
    .array(strategy)
    .min(1)
    .superRefine(uniqueNames((expected) => expected.unique)),
  polls: z
    .array(poll)
    .superRefine(uniqueNames((expected) => expected.uniquePoll))
    .optional(),
  risk: risk.optional(),
  costs: z.strictObject({ commissionPpm: z.int().min(0).max(100_000).optional() }).optional(),
  calendar: z
    .strictObject({ closures: z.array(calendarDay).optional(), openings: z.array(calendarDay).optional() })
    .optional(),
  reconcile: z
    .strictObject({
      cashToleranceWon: z.int().min(0).optional(),
      lookupPatienceSeconds: seconds(1).optional(),
      noticePatienceSeconds: seconds(0.1).optional(),
    })
    .optional(),
  record: z.boolean().optional(),
  backtest: backtest.optional(),
});

/** The file's content once it has passed. */
export type WrittenConfig = z.infer<typeof configSchema>;

function text(expected: (catalogue: Expected) => string, isGood: (value: string) => boolean) {
  return z.string().refine(isGood, { params: expecting(expected) });
}

function isName(name: string): boolean {
  return /^[\w-]{1,40}$/.test(name);
}

/** Complains about every name that an earlier entry has. */
function uniqueNames(expected: (catalogue: Expected) => string) {
  return (entries: readonly { readonly name: string }[], { addIssue }: z.RefinementCtx): void => {
    const seen = new Set<string>();
    entries.forEach(({ name }, index) => {
      if (seen.has(name)) addIssue({ code: 'custom', path: [index, 'name'], params: expecting(expected) });
      seen.add(name);
    });
  };
}

function expecting(say: (catalogue: Expected) => string): RuleParams & Record<string, unknown> {
  return { expected: inBoth(({ config }) => say(config.expected)) };
}

/** Keys and orders travel over it: encrypted, or not leaving this machine. */
function isSafeUrl(text: string, scheme: 'http' | 'ws'): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === `${scheme}s:` || (url.protocol === `${scheme}:` && isLoopbackHost(url.hostname));
}
