// Decides faults by rules. Each rule draws from a generator of its own, so that adding a rule never changes what the others
// do, and the same seed and the same requests always meet the same trouble.

import type { EpochMs } from '#domain/units.ts';
import { matchesCall, matchesFrame, onCall, onFrame } from './fault-effects.ts';
import { FAULT_TARGETS, type FaultRule } from './fault-rules.ts';
import {
  CALM_FRAME,
  CALM_REQUEST,
  type ConnectionFate,
  type FaultedCall,
  type FaultedFrame,
  type FaultedMessage,
  type FaultHands,
  type FaultPlan,
  type FrameFault,
  type RequestFault,
} from './faults.ts';
import { RuleAtWork } from './rule-at-work.ts';

/** A rule at work, as the page shows it. */
export interface FaultReport {
  readonly number: number;
  readonly rule: FaultRule;
  /** True while its window is open. */
  readonly isOpen: boolean;
  readonly hits: number;
}

/** Close code that means: cut, without a closing handshake. */
const CUT_CODE = 1006;

export interface FaultDeskOptions {
  readonly rules: readonly FaultRule[];
  readonly seed: number;
  /** Exchange time. */
  readonly now: () => EpochMs;
}

/** A plan made of rules, some of which may be added while it runs. */
export class FaultDesk implements FaultPlan {
  readonly #seed: number;
  readonly #now: () => EpochMs;
  readonly #rules: RuleAtWork[] = [];
  #nextNumber = 1;
  #hands: FaultHands | null = null;
  /** When the sockets that were deafened are cut; null for never. */
  #deafUntil: EpochMs | null = null;
  /** New sockets that the night cut still turns away. */
  #nightRefusals = 0;

  constructor({ rules, seed, now }: FaultDeskOptions) {
    this.#seed = seed;
    this.#now = now;
    for (const rule of rules) this.add(rule);
  }

  get isCalm(): boolean {
    return this.#rules.length === 0;
  }

  attach(hands: FaultHands): void {
    this.#hands = hands;
  }

  /** Adds a rule whose times count from now, and returns its number. One of the server as a whole happens at once. */
  add(rule: FaultRule): number {
    const number = this.#nextNumber++;
    this.#rules.push(new RuleAtWork(number, rule, this.#seed, this.#now()));
    if (this.#hands !== null) this.timePassed();
    return number;
  }

  /** Takes a rule away; false when there is none of this number. */
  remove(number: number): boolean {
    const index = this.#rules.findIndex((one) => one.number === number);
    if (index >= 0) this.#rules.splice(index, 1);
    return index >= 0;
  }

  report(): readonly FaultReport[] {
    const now = this.#now();
    return this.#rules.map((one) => ({
      number: one.number,
      rule: one.rule,
      isOpen: one.isOpen(now),
      hits: one.hits,
    }));
  }

  request(call: FaultedCall): RequestFault {
    let fault = CALM_REQUEST;
    for (const one of this.#hitsOf('call', (rule) => matchesCall(rule, call))) {
      fault = { ...fault, ...onCall(one.rule.fault, (span) => one.draw(span)) };
    }
    this.#moments((rule) => rule.on?.frame === null && matchesCall(rule, call));
    return fault;
  }

  message(name: FaultedMessage): RequestFault {
    let fault = CALM_REQUEST;
    for (const one of this.#hitsOf('call', ({ on }) => on?.tr?.includes(name) === true)) {
      fault = { ...fault, ...onCall(one.rule.fault, (span) => one.draw(span)) };
    }
    return fault;
  }

  frame(frame: FaultedFrame): FrameFault {
    let fault = CALM_FRAME;
    for (const one of this.#hitsOf('frame', (rule) => matchesFrame(rule, frame))) {
      fault = { ...fault, ...onFrame(one.rule.fault, (span) => one.draw(span)) };
    }
    this.#moments((rule) => rule.on !== null && rule.on.frame !== null && matchesFrame(rule, frame));
    return fault;
  }

  connection(): ConnectionFate {
    if (this.#nightRefusals > 0) {
      this.#nightRefusals--;
      // The last of them gets as far as its first frame (kiwoom-wire 1.8).
      return this.#nightRefusals === 0 ? 'closed-after-first-frame' : 'closed-at-once';
    }
    for (const { rule } of this.#hitsOf('connection', () => true)) {
      const isLate = rule.fault.type === 'refuse-sockets' && rule.fault.stage === 'after-login';
      return isLate ? 'closed-after-first-frame' : 'closed-at-once';
    }
    return 'open';
  }

  /** Lets happen what is due by the exchange's clock. Call it whenever that clock has moved. */
  timePassed(): void {
    if (this.#deafUntil !== null && this.#now() >= this.#deafUntil) {
      this.#deafUntil = null;
      this.#hands?.cutDeafSockets();
    }
    this.#moments((rule) => rule.on === null);
  }

  *#hitsOf(
    target: 'call' | 'frame' | 'connection',
    matches: (rule: FaultRule) => boolean,
  ): Generator<RuleAtWork> {
    const now = this.#now();
    for (const one of this.#rules) {
      if (FAULT_TARGETS[one.rule.fault.type] !== target || !matches(one.rule)) continue;
      if (one.isOpen(now) && one.hit(now)) yield one;
    }
  }

  #moments(matches: (rule: FaultRule) => boolean): void {
    const now = this.#now();
    for (const one of [...this.#rules]) {
      if (FAULT_TARGETS[one.rule.fault.type] !== 'moment' || !matches(one.rule)) continue;
      if (one.isOpen(now) && one.hit(now)) this.#perform(one.rule, now);
    }
  }

  #perform({ fault, forMs }: FaultRule, now: EpochMs): void {
    const hands = this.#hands;
    if (hands === null) return;
    switch (fault.type) {
      case 'cut-sockets':
        hands.cutSockets(fault.code, fault.reason);
        return;
      case 'half-open':
        hands.deafenSockets();
        this.#deafUntil = forMs === null ? null : now + forMs;
        return;
      case 'kick':
        hands.kickSessions(fault.code);
        return;
      case 'expire-tokens':
        hands.expireTokens();
        return;
      case 'night-cut':
        this.#nightRefusals = fault.refusals;
        if (fault.tokens === 'die') hands.expireTokens();
        hands.cutSockets(CUT_CODE, '');
        return;
      default:
        return;
    }
  }
}
