// A scenario file as it may be written: what every fault may say, what each fault says besides, and the words of durations
// and times. exchange-scenario.ts reads files by it.

import { z } from 'zod';
import {
  FAULT_TARGETS,
  type Fault,
  type FaultMatch,
  type FaultType,
  type Span,
} from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { closestWord } from '../config/config-suggest.ts';
import { type ExchangeMessages, exchangeWords } from './exchange-messages.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS };
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;

/** `500ms`, `10s`, `5m`, `1h` in milliseconds; null for anything else. */
export function durationMs(text: string): number | null {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  return amount === undefined ? null : Math.round(Number(amount) * UNITS[unit!]!);
}

function spanOf(text: string): Span | null {
  const [from, to = from, ...more] = text.split('..');
  const [min, max] = [durationMs(from!), durationMs(to!)];
  return more.length > 0 || min === null || max === null || min > max ? null : { min, max };
}

function timeOfDayMs(text: string): number | null {
  const [, hours, minutes, seconds = '0'] = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (hours === undefined) return null;
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
}

type Expected = ExchangeMessages['expected'];

function expecting(say: (expected: Expected) => string) {
  return { expected: exchangeWords(({ expected }) => say(expected)) };
}

/** Text that `reader` understands; the complaint is `say`, also of what is no text. */
function read<Value>(reader: (text: string) => Value | null, say: (expected: Expected) => string) {
  return z.unknown().transform((written, context) => {
    const value = typeof written === 'string' ? reader(written) : null;
    if (value !== null) return value;
    context.addIssue({ code: 'custom', params: expecting(say) });
    return z.NEVER;
  });
}

const duration = read(durationMs, (expected) => expected.duration);
const span = read(spanOf, (expected) => expected.span);
const timeOfDay = read(timeOfDayMs, (expected) => expected.timeOfDay);

function oneOrMore(pattern: RegExp, say: (expected: Expected) => string) {
  const word = z.string().refine((text) => pattern.test(text), { params: expecting(say) });
  return z.union([word.transform((text) => [text]), z.array(word).min(1)]);
}

const tr = oneOrMore(/^([a-z]{2}\d{5}|orders|queries|tokens|LOGIN|REG)$/, (expected) => expected.tr);
const frame = oneOrMore(/^([0-9A-Za-z]{2}|notices|market)$/, (expected) => expected.frame);

const match = z
  .strictObject({
    tr: tr.optional(),
    frame: frame.optional(),
    nth: z.int().min(1).optional(),
    every: z.int().min(1).optional(),
  })
  .refine((on) => on.tr === undefined || on.frame === undefined, {
    params: expecting((expected) => expected.oneSubject),
  })
  .transform(
    (on): FaultMatch => ({
      tr: on.tr ?? null,
      frame: on.frame ?? null,
      nth: on.nth ?? 1,
      every: on.every ?? 1,
    }),
  );

const fault = z.string().transform((name, context) => {
  if (name in FAULT_TARGETS) return name as FaultType;
  const known = Object.keys(FAULT_TARGETS);
  const meant = closestWord(name, known);
  context.addIssue({
    code: 'custom',
    params: expecting((expected) =>
      meant === null ? expected.faultOf(known.join(', ')) : expected.faultMeant(meant),
    ),
  });
  return z.NEVER;
});

const COMMON = {
  fault,
  at: timeOfDay.optional(),
  after: duration.optional(),
  on: match.optional(),
  for: duration.optional(),
  count: z.int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
} as const;

/** Longest time that balances are remembered for a stale answer (lagged-books.ts). */
const LAG_MS_MAX = 600_000;
const lag = duration.refine((ms) => ms <= LAG_MS_MAX, { params: expecting((expected) => expected.duration) });

/** What a fault says besides, where it says anything; a default for each, so that a name alone is a fault. */
const PARAMETERS = {
  'rate-limit': { body: z.boolean().default(true) },
  'error-answer': { returnCode: z.int().default(20), message: z.string().default('[2000](RC4007:매매제한)') },
  'server-error': { status: z.int().min(500).max(599).default(502) },
  'slow-answer': { delay: span.default({ min: 2_000, max: 5_000 }) },
  'late-notices': { delay: span.default({ min: 200, max: 1_000 }) },
  'stale-answer': { lag: lag.default(40_000) },
  'clock-skew': { by: duration.default(90_000), behind: z.boolean().default(false) },
  'delay-frame': { delay: span.default({ min: 100, max: 1_000 }) },
  'refuse-sockets': { stage: z.enum(['at-once', 'after-login']).default('at-once') },
  'cut-sockets': { code: z.int().min(1_000).max(1_015).default(1_006), reason: z.string().default('') },
  kick: { code: z.enum(['R10001', 'R10002', 'R10004']).default('R10001') },
  'night-cut': { tokens: z.enum(['die', 'live']).default('die'), refusals: z.int().min(0).default(5) },
} as const satisfies Partial<Record<FaultType, z.core.$ZodLooseShape>>;

/** What is read first: enough of an entry to know which fault it is. */
export const entryKindSchema = z.looseObject({ fault: COMMON.fault });

/** The file around its entries. */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1).optional(),
  seed: z.int().min(0).optional(),
  faults: z.array(z.unknown()).min(1),
});

/** The schema of an entry of this fault; unknown keys are mistakes. */
export function entrySchema(type: FaultType) {
  const parameters: z.core.$ZodLooseShape =
    type in PARAMETERS ? PARAMETERS[type as keyof typeof PARAMETERS] : {};
  return z
    .strictObject({ ...COMMON, ...parameters })
    .refine(({ at, after }) => at === undefined || after === undefined, {
      params: expecting((expected) => expected.oneStart),
      path: ['after'],
    })
    .refine(({ on }) => fits(type, on), {
      params: {
        expected: exchangeWords(({ expected, subjects }) =>
          expected.subjectFor(subjects[FAULT_TARGETS[type]]),
        ),
      },
      path: ['on'],
    });
}

export type WrittenEntry = z.infer<ReturnType<typeof entrySchema>>;

/** A fault of requests cannot be about frames, nor the other way round. */
function fits(type: FaultType, on: FaultMatch | undefined): boolean {
  const target = FAULT_TARGETS[type];
  if (on === undefined || target === 'moment') return true;
  if (target === 'call') return on.frame === null;
  if (target === 'frame') return on.tr === null;
  return on.frame === null && on.tr === null;
}

/** The fault of a checked entry: its own parameters under the names of the server. */
export function faultOf(entry: WrittenEntry): Fault {
  const {
    fault: type,
    lag: lagMs,
    by,
    behind,
    ...parameters
  } = entry as WrittenEntry & {
    readonly lag?: number;
    readonly by?: number;
    readonly behind?: boolean;
  };
  if (type === 'stale-answer') return { type, lagMs: lagMs! };
  if (type === 'clock-skew') return { type, byMs: behind === true ? -by! : by! };
  const own = Object.keys(PARAMETERS[type as keyof typeof PARAMETERS] ?? {});
  const kept = Object.entries(parameters).filter(([name]) => own.includes(name));
  return { type, ...Object.fromEntries(kept) } as Fault;
}
