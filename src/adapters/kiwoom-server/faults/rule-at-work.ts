// One fault rule, its place in time and its chance. Windows and durations are exchange time; a rule has a generator of its own.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { kstDayNumber, kstTimeOfDay } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { FAULT_TARGETS, type FaultRule, type Span } from './fault-rules.ts';

/** A window's name when it never closes and opens again. */
const ONLY_WINDOW = 0;
const CHANCE_STEPS = 1_000_000;

/** Tells whether a rule hits what matches it. */
export class RuleAtWork {
  readonly number: number;
  readonly rule: FaultRule;
  readonly #random: ReturnType<typeof xoroshiro128plus>;
  readonly #beganAt: EpochMs;
  /** What happens to the server as a whole happens once a window. */
  readonly #isMoment: boolean;
  /** True where the duration counts from the match that begins it, not from a time. */
  readonly #waitsForMatch: boolean;
  readonly #countMax: number;
  /** Day number of the window that counts run for; null before the first one. */
  #window: number | null = null;
  #matches = 0;
  #hitsInWindow = 0;
  #firstHitAt: EpochMs | null = null;
  hits = 0;

  constructor(number: number, rule: FaultRule, seed: number, beganAt: EpochMs) {
    const { on, start, count } = rule;
    this.number = number;
    this.rule = rule;
    this.#random = xoroshiro128plus(Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) + number * 7_919);
    this.#beganAt = beganAt;
    this.#isMoment = FAULT_TARGETS[rule.fault.type] === 'moment';
    this.#waitsForMatch = on !== null && (start === null || on.nth > 1);
    this.#countMax = count ?? (this.#isMoment ? 1 : Number.POSITIVE_INFINITY);
  }

  /** True while the rule may hit, whatever matches. */
  isOpen(now: EpochMs): boolean {
    const window = this.#windowAt(now);
    if (window === null) return false;
    if (this.#window !== window) {
      this.#window = window;
      this.#matches = 0;
      this.#hitsInWindow = 0;
      this.#firstHitAt = null;
    }
    return this.#hitsInWindow < this.#countMax && !this.#isOver(now);
  }

  /** Counts a match of an open rule; true when it is hit. */
  hit(now: EpochMs): boolean {
    const { on, chance } = this.rule;
    this.#matches++;
    // A moment that only the clock decides is asked again and again, and has one throw.
    if (this.#isMoment && on === null && this.#matches > 1) return false;
    const ordinal = this.#matches - (on?.nth ?? 1);
    if (ordinal < 0 || ordinal % (on?.every ?? 1) !== 0) return false;
    if (chance < 1 && uniformInt(this.#random, 0, CHANCE_STEPS - 1) >= chance * CHANCE_STEPS) return false;
    this.#firstHitAt ??= now;
    this.#hitsInWindow++;
    this.hits++;
    return true;
  }

  draw({ min, max }: Span): number {
    return min >= max ? min : uniformInt(this.#random, min, max);
  }

  /** The window the moment belongs to; null while none is open by the clock. */
  #windowAt(now: EpochMs): number | null {
    const { start, forMs } = this.rule;
    const since =
      start?.type === 'at' ? kstTimeOfDay(now) - start.msOfDay : now - this.#beganAt - (start?.ms ?? 0);
    if (since < 0) return null;
    // A time of day that was over when the rule began is not made up for; a window may be entered in its middle.
    if (this.#isMoment && now - since < this.#beganAt) return null;
    if (!this.#isMoment && !this.#waitsForMatch && forMs !== null && since >= forMs) return null;
    return start?.type === 'at' ? kstDayNumber(now) : ONLY_WINDOW;
  }

  #isOver(now: EpochMs): boolean {
    const { forMs } = this.rule;
    if (this.#isMoment || !this.#waitsForMatch || forMs === null || this.#firstHitAt === null) return false;
    return now >= this.#firstHitAt + forMs;
  }
}
