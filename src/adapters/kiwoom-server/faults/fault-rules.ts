// Faults as rules: what goes wrong, when, for whom, how often. A scenario file is a list of them, and the exchange's page
// adds single ones. Pure data; fault-desk.ts decides by it.

import type { SystemCode } from './faults.ts';

/** Wall-clock milliseconds: a number drawn between both ends. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** What goes wrong. Delays are wall-clock, as a network's are; lags and windows are exchange time. */
export type Fault =
  // A REST request
  | { readonly type: 'rate-limit'; readonly body: boolean }
  | { readonly type: 'dead-token' }
  | { readonly type: 'error-answer'; readonly returnCode: number; readonly message: string }
  | { readonly type: 'server-error'; readonly status: number }
  | { readonly type: 'lost-request' }
  | { readonly type: 'lost-answer' }
  | { readonly type: 'cut-answer' }
  | { readonly type: 'slow-answer'; readonly delay: Span }
  | { readonly type: 'early-notices' }
  | { readonly type: 'late-notices'; readonly delay: Span }
  | { readonly type: 'stale-answer'; readonly lagMs: number }
  | { readonly type: 'unknown-members' }
  | { readonly type: 'unpadded-numbers' }
  | { readonly type: 'clock-skew'; readonly byMs: number }
  // A REAL frame
  | { readonly type: 'drop-frame' }
  | { readonly type: 'duplicate-frame' }
  | { readonly type: 'reorder-frame' }
  | { readonly type: 'joined-frames' }
  | { readonly type: 'delay-frame'; readonly delay: Span }
  | { readonly type: 'unknown-fields' }
  | { readonly type: 'shuffled-members' }
  | { readonly type: 'cut-in-frame' }
  // A new WebSocket
  | { readonly type: 'refuse-sockets'; readonly stage: 'at-once' | 'after-login' }
  // The server as a whole, once
  | { readonly type: 'cut-sockets'; readonly code: number; readonly reason: string }
  | { readonly type: 'half-open' }
  | { readonly type: 'kick'; readonly code: SystemCode }
  | { readonly type: 'expire-tokens' }
  | { readonly type: 'night-cut'; readonly tokens: 'die' | 'live'; readonly refusals: number };

export type FaultType = Fault['type'];

/** What each fault happens to. `moment` happens once, at a time or on something. */
export const FAULT_TARGETS: Readonly<Record<FaultType, 'call' | 'frame' | 'connection' | 'moment'>> = {
  'rate-limit': 'call',
  'dead-token': 'call',
  'error-answer': 'call',
  'server-error': 'call',
  'lost-request': 'call',
  'lost-answer': 'call',
  'cut-answer': 'call',
  'slow-answer': 'call',
  'early-notices': 'call',
  'late-notices': 'call',
  'stale-answer': 'call',
  'unknown-members': 'call',
  'unpadded-numbers': 'call',
  'clock-skew': 'call',
  'drop-frame': 'frame',
  'duplicate-frame': 'frame',
  'reorder-frame': 'frame',
  'joined-frames': 'frame',
  'delay-frame': 'frame',
  'unknown-fields': 'frame',
  'shuffled-members': 'frame',
  'cut-in-frame': 'frame',
  'refuse-sockets': 'connection',
  'cut-sockets': 'moment',
  'half-open': 'moment',
  kick: 'moment',
  'expire-tokens': 'moment',
  'night-cut': 'moment',
};

/** Which requests or frames a rule is about. */
export interface FaultMatch {
  /** Api-ids, or `orders`, `queries`, `tokens`. Null for all. */
  readonly tr: readonly string[] | null;
  /** Types such as `00`, or `notices`, `market`. Null for all. */
  readonly frame: readonly string[] | null;
  /** The rule begins with the match of this number, from 1. */
  readonly nth: number;
  /** Of the matches from there, every which one is hit; 1 for each. */
  readonly every: number;
}

/** When a rule's window opens: at a time of day of every day, or this long after the exchange began. Null: at once. */
export type FaultStart =
  | { readonly type: 'at'; readonly msOfDay: number }
  | { readonly type: 'after'; readonly ms: number }
  | null;

/** One line of a scenario. */
export interface FaultRule {
  readonly fault: Fault;
  readonly start: FaultStart;
  /** Null: everything the fault can happen to. */
  readonly on: FaultMatch | null;
  /** Exchange milliseconds the window stays open; null for ever (for a rule that starts `at`: until midnight). */
  readonly forMs: number | null;
  /** Hits in one window; null for any number. */
  readonly count: number | null;
  /** 0 to 1. */
  readonly chance: number;
}
