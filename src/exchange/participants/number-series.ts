// Numbers that only grow, written down at the end of each step of time in which they grew: a few numbers a step in one plain
// array, so that hundreds of instruments stay in memory and a saved day is short.

import type { EpochMs } from '#domain/units.ts';

const NOTHING_YET = -1;

export class NumberSeries {
  readonly #stepMs: number;
  /** Rows of a step's beginning and the numbers at its end, oldest first. */
  #rows: number[] = [];
  #width = 0;
  /** Beginning of the running step. */
  #at: EpochMs = NOTHING_YET;

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  /** Time has come to `at`; `numbers` are those from before anything of that moment was counted. */
  turn(at: EpochMs, numbers: Float64Array): void {
    const from = at - (at % this.#stepMs);
    if (from === this.#at) return;
    this.#close(numbers);
    this.#at = from;
  }

  /** Beginning of each step and the numbers at its end. */
  sums(): readonly (readonly [at: EpochMs, sum: Float64Array])[] {
    const rows: [EpochMs, Float64Array][] = [];
    for (let at = 0; at < this.#rows.length; at += this.#width) {
      const row = this.#rows.slice(at, at + this.#width);
      rows.push([row[0]!, Float64Array.from(row.slice(1))]);
    }
    return rows;
  }

  /** Beginning of each step and by how much the numbers grew in it; the running step, whose numbers are `now`, is last. */
  steps(now: Float64Array): readonly (readonly [at: EpochMs, growth: Float64Array])[] {
    const sums = this.#at === NOTHING_YET ? this.sums() : [...this.sums(), [this.#at, now] as const];
    const steps = sums.map(([at, sum], index) => {
      const before = sums[index - 1]?.[1];
      return [at, sum.map((number, place) => number - (before?.[place] ?? 0))] as const;
    });
    return steps.filter(([, growth]) => growth.some((number) => number > 0));
  }

  /** The running step first, then the rows. */
  save(): readonly number[] {
    return [this.#at, this.#width, ...this.#rows];
  }

  resume([at = NOTHING_YET, width = 0, ...rows]: readonly number[]): void {
    this.#at = at;
    this.#width = width;
    this.#rows = rows;
  }

  #close(numbers: Float64Array): void {
    const rows = this.#rows;
    const last = rows.length - this.#width + 1;
    const isSame = numbers.every((number, place) => number === (rows[last + place] ?? 0));
    if (this.#at === NOTHING_YET || isSame) return;
    this.#width = numbers.length + 1;
    rows.push(this.#at, ...numbers);
  }
}
