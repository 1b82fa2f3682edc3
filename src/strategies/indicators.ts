// The few indicators that run on every bar of a backtest, each O(1) a bar. Sums over whole won are exact, so a window
// gives the same value however long the run before it was; for other inputs sums are rebuilt once a window, which
// keeps drift from building up. For anything else use the package trading-signals directly, inside a strategy:
// `const macd = new MACD(new EMA(12), new EMA(26), new EMA(9)); macd.add(bar.close); macd.isStable && macd.getResult()`.

import { assert } from '#domain/assert.ts';

/** What all indicators share. `value` is NaN until `ready`. */
export interface Indicator<Inputs extends readonly number[] = readonly [value: number]> {
  push(...inputs: Inputs): void;
  readonly ready: boolean;
  readonly value: number;
}

/** Mean of the last `length` values. */
export class SimpleMovingAverage implements Indicator {
  readonly #window: Float64Array;
  #next = 0;
  #count = 0;
  #sum = 0;

  constructor(length: number) {
    this.#window = new Float64Array(checkedLength(length));
  }

  push(value: number): void {
    const window = this.#window;
    this.#sum += value - window[this.#next]!;
    window[this.#next] = value;
    this.#next++;
    if (this.#count < window.length) this.#count++;
    if (this.#next === window.length) {
      this.#next = 0;
      this.#sum = sum(window);
    }
  }

  get ready(): boolean {
    return this.#count === this.#window.length;
  }

  get value(): number {
    return this.ready ? this.#sum / this.#window.length : Number.NaN;
  }
}

/** Exponential mean with weight 2 ÷ (length + 1), begun with the simple mean of the first `length` values (TA-Lib's seed). */
export class ExponentialMovingAverage implements Indicator {
  readonly #length: number;
  readonly #weight: number;
  #count = 0;
  #average = 0;

  constructor(length: number) {
    this.#length = checkedLength(length);
    this.#weight = 2 / (length + 1);
  }

  push(value: number): void {
    if (this.#count < this.#length) {
      this.#count++;
      this.#average += value; // the sum, until it is divided once
      if (this.#count === this.#length) this.#average /= this.#length;
    } else {
      this.#average += (value - this.#average) * this.#weight;
    }
  }

  get ready(): boolean {
    return this.#count === this.#length;
  }

  get value(): number {
    return this.ready ? this.#average : Number.NaN;
  }
}

/** Wilder's mean: weight 1 ÷ length, begun with the simple mean of the first `length` values (Wilder 1978). */
class WilderAverage implements Indicator {
  readonly #length: number;
  #count = 0;
  #average = 0;

  constructor(length: number) {
    this.#length = checkedLength(length);
  }

  push(value: number): void {
    if (this.#count < this.#length) {
      this.#count++;
      this.#average += value;
      if (this.#count === this.#length) this.#average /= this.#length;
    } else {
      this.#average += (value - this.#average) / this.#length;
    }
  }

  get ready(): boolean {
    return this.#count === this.#length;
  }

  get value(): number {
    return this.ready ? this.#average : Number.NaN;
  }
}

/**
 * The greatest of the last `length` values. A queue keeps only values that can still become the greatest, in falling
 * order: each value enters and leaves once.
 */
export class RollingMax implements Indicator {
  readonly #length: number;
  readonly #values: Float64Array;
  readonly #births: Float64Array;
  #head = 0;
  #size = 0;
  #pushed = 0;

  constructor(length: number) {
    this.#length = checkedLength(length);
    this.#values = new Float64Array(length);
    this.#births = new Float64Array(length);
  }

  push(value: number): void {
    const length = this.#length;
    if (this.#size > 0 && this.#births[this.#head]! <= this.#pushed - length) {
      this.#head = this.#head + 1 === length ? 0 : this.#head + 1;
      this.#size--;
    }
    while (this.#size > 0 && this.#values[this.#slot(this.#size - 1)]! <= value) this.#size--;
    const slot = this.#slot(this.#size);
    this.#values[slot] = value;
    this.#births[slot] = this.#pushed;
    this.#size++;
    this.#pushed++;
  }

  get ready(): boolean {
    return this.#pushed >= this.#length;
  }

  get value(): number {
    return this.ready ? this.#values[this.#head]! : Number.NaN;
  }

  #slot(position: number): number {
    const slot = this.#head + position;
    return slot >= this.#length ? slot - this.#length : slot;
  }
}

/** The least of the last `length` values. */
export class RollingMin implements Indicator {
  readonly #negated: RollingMax;

  constructor(length: number) {
    this.#negated = new RollingMax(length);
  }

  push(value: number): void {
    this.#negated.push(-value);
  }

  get ready(): boolean {
    return this.#negated.ready;
  }

  get value(): number {
    return 0 - this.#negated.value;
  }
}

/**
 * Wilder's relative strength index of `length` changes, 0 to 100. Without losses it is 100, and 50 when the price never
 * moved at all (trading-signals says 100 and TA-Lib 0 there; a price that stands still is neither).
 */
export class Rsi implements Indicator {
  readonly #gain: WilderAverage;
  readonly #loss: WilderAverage;
  #previous = Number.NaN;

  constructor(length: number) {
    this.#gain = new WilderAverage(length);
    this.#loss = new WilderAverage(length);
  }

  push(value: number): void {
    const change = value - this.#previous;
    this.#previous = value;
    if (Number.isNaN(change)) return;
    this.#gain.push(Math.max(change, 0));
    this.#loss.push(Math.max(-change, 0));
  }

  get ready(): boolean {
    return this.#gain.ready;
  }

  get value(): number {
    const gain = this.#gain.value;
    const loss = this.#loss.value;
    return gain === 0 && loss === 0 ? 50 : (100 * gain) / (gain + loss);
  }
}

/** Wilder's average true range of `length` bars. The first bar, which has no close before it, counts high less low. */
export class Atr implements Indicator<readonly [high: number, low: number, close: number]> {
  readonly #average: WilderAverage;
  #previousClose = Number.NaN;

  constructor(length: number) {
    this.#average = new WilderAverage(length);
  }

  push(high: number, low: number, close: number): void {
    const before = this.#previousClose;
    const isFirst = Number.isNaN(before);
    const top = !isFirst && before > high ? before : high;
    const bottom = !isFirst && before < low ? before : low;
    this.#average.push(top - bottom);
    this.#previousClose = close;
  }

  get ready(): boolean {
    return this.#average.ready;
  }

  get value(): number {
    return this.#average.value;
  }
}

/**
 * Bollinger bands: the mean of the last `length` values (`value`), and `deviations` population standard deviations above
 * and below it. Sums are kept of differences from a recent value, so that squares stay small and whole won stay exact.
 */
export class Bollinger implements Indicator {
  readonly #window: Float64Array;
  readonly #deviations: number;
  #next = 0;
  #count = 0;
  #anchor = 0;
  #sum = 0;
  #squares = 0;

  constructor(length: number, deviations = 2) {
    this.#window = new Float64Array(checkedLength(length));
    this.#deviations = deviations;
  }

  push(value: number): void {
    const window = this.#window;
    if (this.#count === 0) this.#anchor = value;
    if (this.#count === window.length) this.#forget(window[this.#next]! - this.#anchor);
    else this.#count++;
    window[this.#next] = value;
    this.#next++;
    this.#add(value - this.#anchor);
    if (this.#next === window.length) this.#rebuild(value);
  }

  get ready(): boolean {
    return this.#count === this.#window.length;
  }

  /** The middle band. */
  get value(): number {
    return this.ready ? this.#anchor + this.#sum / this.#count : Number.NaN;
  }

  get upper(): number {
    return this.value + this.#deviations * this.deviation;
  }

  get lower(): number {
    return this.value - this.#deviations * this.deviation;
  }

  /** The population standard deviation of the window. */
  get deviation(): number {
    if (!this.ready) return Number.NaN;
    const mean = this.#sum / this.#count;
    return Math.sqrt(Math.max(0, this.#squares / this.#count - mean * mean));
  }

  #add(difference: number): void {
    this.#sum += difference;
    this.#squares += difference * difference;
  }

  #forget(difference: number): void {
    this.#sum -= difference;
    this.#squares -= difference * difference;
  }

  #rebuild(anchor: number): void {
    this.#next = 0;
    this.#anchor = anchor;
    this.#sum = 0;
    this.#squares = 0;
    for (const value of this.#window) this.#add(value - anchor);
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function checkedLength(length: number): number {
  assert(
    Number.isSafeInteger(length) && length > 0,
    `an indicator's length must be a positive integer, found ${length}`,
  );
  return length;
}
