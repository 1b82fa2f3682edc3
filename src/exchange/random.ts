// Chance by seed. Every instrument, day and purpose has a stream of its own, made by hashing the seed with their names, so
// that drawing more numbers in one place moves nothing in another.

import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const TWO_POW_32 = 0x1_0000_0000;

/** One stream of random numbers. Equal seeds and names give equal streams. */
export class Random {
  readonly #generator: RandomGenerator;
  /** Box–Muller makes two normals at a time; the second one waits here. */
  #spare: number | null = null;

  constructor(seed: number, ...names: readonly string[]) {
    const text = [seed, ...names].join('|');
    this.#generator = xoroshiro128plusFromState([
      hash(text, 1),
      hash(text, 2),
      hash(text, 3),
      hash(text, 4) | 1,
    ]);
  }

  /** Uniform in [0, 1). Thirty-two bits are enough for a market. */
  uniform(): number {
    return (this.#generator.next() >>> 0) / TWO_POW_32;
  }

  /** Uniform in [from, until). */
  between(from: number, until: number): number {
    return from + this.uniform() * (until - from);
  }

  /** A whole number from 0 to `below` − 1. */
  integer(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  /** True with probability `chance`. */
  happens(chance: number): boolean {
    return this.uniform() < chance;
  }

  /** Mean 0, standard deviation 1. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Waiting time of a Poisson process with this mean wait. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  /** Positive with mean 1; `sigma` is the deviation of its logarithm. */
  logNormal(sigma: number): number {
    return Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }
}

/** FNV-1a over the text, then the finishing mix of MurmurHash3, so that neighbouring seeds give unrelated streams. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
