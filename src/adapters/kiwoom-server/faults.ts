// Trouble on purpose: what a network and a busy broker do to requests and frames, decided by a seed so that a failing run
// can be repeated. A plan only decides; core.ts and frame-lane.ts carry it out.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What happens to one REST request. */
export interface RequestFault {
  /** Answered with 429, or the token dies first and the answer is 8005. */
  readonly refusal: 'none' | 'rate-limit' | 'dead-token';
  /** Connection cut before the request is handled, or after it was and before the answer. */
  readonly loss: 'none' | 'before' | 'after';
  /** Wall-clock milliseconds the answer waits. */
  readonly delayMs: number;
  /** When the order's first notices go out, seen from its answer. */
  readonly notices: 'before' | 'with' | 'after';
  /** For `after`: wall-clock milliseconds behind the answer. */
  readonly noticeDelayMs: number;
}

/** What happens to one WebSocket frame. */
export interface FrameFault {
  readonly copies: 0 | 1 | 2;
  /** Wall-clock milliseconds; frames behind it wait too, as on one connection. */
  readonly delayMs: number;
  /** The next frame goes first. */
  readonly isOvertaken: boolean;
  readonly cutsSocket: boolean;
}

/** `notice` is 00 and 04, `market` the rest. Acks and system frames are never touched. */
export type FrameKind = 'notice' | 'market';

/** Consulted once for each request and each frame. */
export interface FaultPlan {
  request(isOrder: boolean): RequestFault;
  frame(kind: FrameKind): FrameFault;
}

const CALM_REQUEST: RequestFault = {
  refusal: 'none',
  loss: 'none',
  delayMs: 0,
  notices: 'with',
  noticeDelayMs: 0,
};
const CALM_FRAME: FrameFault = { copies: 1, delayMs: 0, isOvertaken: false, cutsSocket: false };

/** Nothing goes wrong; an order's notices follow its answer in the same moment. */
export const NO_FAULTS: FaultPlan = { request: () => CALM_REQUEST, frame: () => CALM_FRAME };

/** Chances in 1/1000 of a request or frame being hit; times in wall-clock milliseconds. Left out means never. */
export interface FaultRates {
  readonly rateLimitStorm?: number;
  /** Requests a storm refuses in a row. */
  readonly stormLength?: number;
  readonly deadToken?: number;
  readonly lostRequest?: number;
  readonly lostAnswer?: number;
  readonly slowAnswer?: number;
  readonly slowAnswerMsMax?: number;
  readonly noticeBeforeAnswer?: number;
  readonly noticeAfterAnswer?: number;
  readonly noticeDelayMsMax?: number;
  readonly dropNotice?: number;
  readonly duplicateNotice?: number;
  readonly overtakenNotice?: number;
  readonly delayNotice?: number;
  readonly dropMarket?: number;
  readonly duplicateMarket?: number;
  readonly overtakenMarket?: number;
  readonly delayMarket?: number;
  readonly frameDelayMsMax?: number;
  readonly cutSocket?: number;
}

/**
 * A plan that draws from `seed`. Every decision takes the same number of draws whatever the rates, so that changing one
 * rate does not reshuffle the others.
 */
export function seededFaults(seed: number, rates: FaultRates): FaultPlan {
  const random = xoroshiro128plus(seed);
  const hits = (chance: number | undefined) => uniformInt(random, 0, 999) < (chance ?? 0);
  const upTo = (max: number | undefined, otherwise: number) => uniformInt(random, 1, max ?? otherwise);
  let stormLeft = 0;
  return {
    request(isOrder) {
      const [storm, dead, lostBefore, lostAfter] = [
        hits(rates.rateLimitStorm),
        hits(rates.deadToken),
        hits(rates.lostRequest),
        hits(rates.lostAnswer),
      ];
      const [slow, early, late] = [
        hits(rates.slowAnswer),
        hits(rates.noticeBeforeAnswer),
        hits(rates.noticeAfterAnswer),
      ];
      const delay = upTo(rates.slowAnswerMsMax, 1_000);
      const noticeDelayMs = upTo(rates.noticeDelayMsMax, 500);
      if (storm && stormLeft === 0) stormLeft = rates.stormLength ?? 3;
      const isStorm = stormLeft > 0;
      if (isStorm) stormLeft--;
      return {
        refusal: isStorm ? 'rate-limit' : dead ? 'dead-token' : 'none',
        loss: lostBefore ? 'before' : lostAfter ? 'after' : 'none',
        delayMs: slow ? delay : 0,
        notices: !isOrder ? 'with' : early ? 'before' : late ? 'after' : 'with',
        noticeDelayMs,
      };
    },
    frame(kind) {
      const isNotice = kind === 'notice';
      const [dropped, doubled, overtaken, delayed, cut] = [
        hits(isNotice ? rates.dropNotice : rates.dropMarket),
        hits(isNotice ? rates.duplicateNotice : rates.duplicateMarket),
        hits(isNotice ? rates.overtakenNotice : rates.overtakenMarket),
        hits(isNotice ? rates.delayNotice : rates.delayMarket),
        hits(rates.cutSocket),
      ];
      const delay = upTo(rates.frameDelayMsMax, 500);
      return {
        copies: dropped ? 0 : doubled ? 2 : 1,
        delayMs: delayed ? delay : 0,
        isOvertaken: overtaken,
        cutsSocket: cut,
      };
    },
  };
}
