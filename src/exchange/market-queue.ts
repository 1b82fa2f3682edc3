// Which market acts next: a binary heap over moments, kept in two typed arrays. Markets of the same moment come in the order
// they are listed in, so that the course of a day depends on nothing else.

import type { EpochMs } from '#domain/units.ts';

export class MarketQueue {
  /** When each market acts next. */
  readonly #at: Float64Array;
  /** Markets in heap order, and where each of them stands in it. */
  readonly #heap: Int32Array;
  readonly #place: Int32Array;

  /** `size` markets, numbered from 0, none with anything to do. */
  constructor(size: number) {
    this.#at = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.#heap = Int32Array.from({ length: size }, (_, market) => market);
    this.#place = Int32Array.from(this.#heap);
  }

  /** The market that comes first; −1 when there are no markets. */
  get first(): number {
    return this.#heap[0] ?? -1;
  }

  /** When it comes; infinity when nothing is to come. */
  get firstAt(): EpochMs {
    return this.#at[this.first] ?? Number.POSITIVE_INFINITY;
  }

  /** Market `market` acts at `at` next. */
  update(market: number, at: EpochMs): void {
    const before = this.#at[market]!;
    if (at === before) return;
    this.#at[market] = at;
    if (at < before) this.#rise(this.#place[market]!);
    else this.#sink(this.#place[market]!);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const market = heap[from]!;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.#isEarlier(market, heap[above]!)) break;
      this.#put(heap[above]!, place);
      place = above;
    }
    this.#put(market, place);
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const market = heap[from]!;
    let place = from;
    for (let below = 2 * place + 1; below < heap.length; below = 2 * place + 1) {
      if (below + 1 < heap.length && this.#isEarlier(heap[below + 1]!, heap[below]!)) below++;
      if (!this.#isEarlier(heap[below]!, market)) break;
      this.#put(heap[below]!, place);
      place = below;
    }
    this.#put(market, place);
  }

  #put(market: number, place: number): void {
    this.#heap[place] = market;
    this.#place[market] = place;
  }

  #isEarlier(one: number, other: number): boolean {
    const difference = this.#at[one]! - this.#at[other]!;
    // Two infinities differ by NaN, and then the numbers decide as well.
    return difference < 0 || (!(difference > 0) && one < other);
  }
}
