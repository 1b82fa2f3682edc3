// What a seed decides about a simulated world: the trouble on the wire, when the engine is killed, and what the operator
// does. All of it is drawn here, so that a plan can be printed and a failing world repeated.

import type { FaultRates } from '#adapters/kiwoom-server/faults/faults.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { HOUR_MS, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate, Won } from '#domain/units.ts';
import { Random } from '#exchange/random.ts';

/** A time in which somebody keeps the engine running: what died is started again. */
export interface Shift {
  readonly from: EpochMs;
  /** Exclusive; the last shift of a day ends when the day was closed. */
  readonly until: EpochMs;
  readonly endsWithDay: boolean;
}

export interface OperatorWish {
  readonly at: EpochMs;
  readonly type: 'halt' | 'resume';
}

export interface Plan {
  readonly seed: number;
  readonly cash: Won;
  readonly dates: readonly TradeDate[];
  readonly shifts: readonly Shift[];
  readonly faults: FaultRates;
  /** How many lives end at a random moment; those after live as long as their shift. */
  readonly crashes: number;
  /** Moments (see Life) a doomed life has at most. */
  readonly momentsMax: number;
  readonly operator: readonly OperatorWish[];
  readonly storage: 'memory' | 'sqlite';
  readonly mood: number;
  /** How shifts before the close end: the engine is asked to stop, or it is killed. */
  readonly asksToStop: boolean;
  /** What a request takes to the broker, ms, at most: one on its way arrives although its sender was killed. */
  readonly latencyMsMax: number;
  /** From a death to the next start, ms, at most. */
  readonly downMsMax: number;
}

const FIRST_DATE: TradeDate = '2026-03-03';

export function planOf(seed: number): Plan {
  const random = new Random(seed, 'plan');
  const dates = [FIRST_DATE, ...(random.happens(0.3) ? [krxCalendar.nextTradingDay(FIRST_DATE)] : [])];
  const shifts = dates.flatMap((date) => shiftsOf(date, random));
  return {
    seed,
    cash: random.happens(0.2) ? 3_000_000 : 100_000_000,
    dates,
    shifts,
    faults: random.happens(0.15) ? {} : faultsOf(random),
    crashes: random.integer(9),
    momentsMax: random.happens(0.3) ? 40 : 400,
    operator: random.happens(0.3) ? operatorOf(shifts[0]!, random) : [],
    storage: random.happens(0.1) ? 'sqlite' : 'memory',
    mood: random.between(0.002, 0.02),
    asksToStop: random.happens(0.5),
    latencyMsMax: random.happens(0.2) ? 3_000 : 60,
    downMsMax: random.happens(0.5) ? 90_000 : 300,
  };
}

/** The opening, and the close: between them nobody watches, and the market goes on. */
function shiftsOf(date: TradeDate, random: Random): Shift[] {
  const midnight = kstMidnight(date);
  const openAt = midnight + 9 * HOUR_MS;
  const closeAt = midnight + 15.5 * HOUR_MS;
  return [
    {
      from: openAt - minutes(random, 1, 12),
      until: openAt + minutes(random, 8, 25),
      endsWithDay: false,
    },
    {
      from: closeAt - minutes(random, 8, 25),
      until: closeAt + 60 * MINUTE_MS,
      endsWithDay: true,
    },
  ];
}

function operatorOf({ from, until }: Shift, random: Random): OperatorWish[] {
  const halt = from + random.integer(until - from);
  return [
    { at: halt, type: 'halt' },
    { at: halt + random.integer(until - halt), type: 'resume' },
  ];
}

/** A time of whole milliseconds. */
function minutes(random: Random, from: number, until: number): number {
  return Math.floor(random.between(from, until) * MINUTE_MS);
}

function faultsOf(random: Random): FaultRates {
  /** Each kind of trouble is missing in about a third of the worlds, so that the others show what they do alone. */
  const upTo = (max: number): number => (random.happens(0.35) ? 0 : random.integer(max) + 1);
  return {
    rateLimitStorm: upTo(15),
    stormLength: 1 + random.integer(5),
    deadToken: upTo(4),
    lostRequest: upTo(40),
    lostAnswer: upTo(60),
    slowAnswer: upTo(300),
    slowAnswerMsMax: random.happens(0.3) ? 14_000 : 900,
    noticeBeforeAnswer: upTo(300),
    noticeAfterAnswer: upTo(300),
    noticeDelayMsMax: random.happens(0.3) ? 8_000 : 500,
    dropNotice: upTo(150),
    duplicateNotice: upTo(200),
    overtakenNotice: upTo(250),
    delayNotice: upTo(200),
    dropMarket: upTo(20),
    duplicateMarket: upTo(20),
    overtakenMarket: upTo(20),
    delayMarket: upTo(20),
    frameDelayMsMax: random.happens(0.3) ? 6_000 : 400,
    cutSocket: random.happens(0.4) ? 1 : 0,
  };
}
