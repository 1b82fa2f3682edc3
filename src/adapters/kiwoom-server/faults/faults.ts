// Trouble on purpose: what a network and a busy broker do to requests, frames and connections. A plan only decides; core.ts,
// frame-lane.ts and fault-link.ts carry it out. Plans follow from a seed, so that a failing run can be repeated.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What a plan is told of a REST request. */
export interface FaultedCall {
  /** `''` where the client named none. */
  readonly trId: string;
  readonly isOrder: boolean;
}

/** What happens to one REST request. */
export interface RequestFault {
  /** Answered with 429 (with or without a body), or the token dies first and the answer is 8005. */
  readonly refusal: 'none' | 'rate-limit' | 'bare-rate-limit' | 'dead-token';
  /** Answered with these words in place of being handled; null for no such thing. */
  readonly error: { readonly returnCode: number; readonly message: string } | null;
  /** Handled, then answered with this HTTP status and nothing else; 0 for no such thing. */
  readonly brokenStatus: number;
  /** Connection cut before the request is handled, after it was and before the answer, or in the middle of the answer. */
  readonly loss: 'none' | 'before' | 'after' | 'half';
  /** Wall-clock milliseconds the answer waits. */
  readonly delayMs: number;
  /** When the order's first notices go out, seen from its answer. */
  readonly notices: 'before' | 'with' | 'after';
  /** For `after`: wall-clock milliseconds behind the answer. */
  readonly noticeDelayMs: number;
  /** Exchange milliseconds by which orders, fills, holdings and cash in the answer are behind. */
  readonly lagMs: number;
  /** A member nobody has heard of is added, or order numbers lose their leading zeros (kiwoom-wire 4.8). */
  readonly reshape: 'none' | 'unknown-members' | 'unpadded-numbers';
  /** Milliseconds by which the clock of the answer's headers is ahead. */
  readonly clockSkewMs: number;
}

/** What a client asks over its WebSocket that may be refused. */
export type FaultedMessage = 'LOGIN' | 'REG';

/** What a plan is told of a REAL frame; `type` is that of its first entry. */
export interface FaultedFrame {
  readonly kind: FrameKind;
  readonly type: string;
}

/** What happens to one WebSocket frame. */
export interface FrameFault {
  readonly copies: 0 | 1 | 2;
  /** Wall-clock milliseconds; frames behind it wait too, as on one connection. */
  readonly delayMs: number;
  /** The next frame goes first. */
  readonly isOvertaken: boolean;
  /** It waits for the next frame, and both are one: `data` was seen to hold entries of several types (kiwoom-wire 1.16). */
  readonly isJoined: boolean;
  /** The connection breaks in place of the frame, or in the middle of it. */
  readonly cut: 'none' | 'before' | 'within';
  /** An unknown FID and an entry of an unknown type are added, or members stand in another order (kiwoom-wire 1.16). */
  readonly reshape: 'none' | 'unknown-fields' | 'shuffled-members';
}

/** `notice` is 00 and 04, `market` the rest. Acks and system frames are never touched. */
export type FrameKind = 'notice' | 'market';

/** What becomes of a new WebSocket: `at-once` and `after-first-frame` end it with 1000 and no SYSTEM frame. */
export type ConnectionFate = 'open' | 'closed-at-once' | 'closed-after-first-frame';

/** What a plan may do to the server at a moment of its own choosing. */
export interface FaultHands {
  /** Closes every WebSocket; code 1006 cuts without a closing handshake. */
  cutSockets(code: number, reason: string): void;
  /** Nothing passes any more, in either direction, and no side is told. */
  deafenSockets(): void;
  /** Cuts the sockets that were deafened. */
  cutDeafSockets(): void;
  /** Ends every session with a SYSTEM frame. */
  kickSessions(code: SystemCode): void;
  /** Ends every token before its time. */
  expireTokens(): void;
}

export type SystemCode = 'R10001' | 'R10002' | 'R10004';

/** Consulted once for each request, each frame and each new connection. */
export interface FaultPlan {
  /** True while nothing can happen: frames are then not even shown to the plan. */
  readonly isCalm: boolean;
  request(call: FaultedCall): RequestFault;
  /** What happens to a LOGIN or REG of a WebSocket: only what was asked for by that name. */
  message?(name: FaultedMessage): Pick<RequestFault, 'refusal' | 'error'>;
  frame(frame: FaultedFrame): FrameFault;
  connection(): ConnectionFate;
  /** Called once by the server that the plan is for. */
  attach?(hands: FaultHands): void;
}

export const CALM_REQUEST: RequestFault = {
  refusal: 'none',
  error: null,
  brokenStatus: 0,
  loss: 'none',
  delayMs: 0,
  notices: 'with',
  noticeDelayMs: 0,
  lagMs: 0,
  reshape: 'none',
  clockSkewMs: 0,
};
export const CALM_FRAME: FrameFault = {
  copies: 1,
  delayMs: 0,
  isOvertaken: false,
  isJoined: false,
  cut: 'none',
  reshape: 'none',
};

/** Nothing goes wrong; an order's notices follow its answer in the same moment. */
export const NO_FAULTS: FaultPlan = {
  isCalm: true,
  request: () => CALM_REQUEST,
  frame: () => CALM_FRAME,
  connection: () => 'open',
};

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
    isCalm: false,
    connection: () => 'open',
    request({ isOrder }) {
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
        ...CALM_REQUEST,
        refusal: isStorm ? 'rate-limit' : dead ? 'dead-token' : 'none',
        loss: lostBefore ? 'before' : lostAfter ? 'after' : 'none',
        delayMs: slow ? delay : 0,
        notices: !isOrder ? 'with' : early ? 'before' : late ? 'after' : 'with',
        noticeDelayMs,
      };
    },
    frame({ kind }) {
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
        ...CALM_FRAME,
        copies: dropped ? 0 : doubled ? 2 : 1,
        delayMs: delayed ? delay : 0,
        isOvertaken: overtaken,
        isJoined: false,
        cut: cut ? 'before' : 'none',
      };
    },
  };
}
