// Minute bars of a finished day as a string of bytes: what a minute says beyond the one before it, each number in as few bytes as
// it needs. A day then takes a fifth of the room of plain numbers, in memory and in a saved exchange.

import { assert } from '#domain/assert.ts';

const FIELDS = 6;
/** A byte carries seven bits of a number; the eighth says that more are to come. */
const BYTE_STEP = 128;

/** Packs whole numbers as `DayBars` has them: minute, open, high, low, close, volume. */
export function packMinutes(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let minuteBefore = 0;
  let closeBefore = 0;
  for (let at = 0; at < numbers.length; at += FIELDS) {
    const minute = numbers[at]!;
    const open = numbers[at + 1]!;
    const close = numbers[at + 4]!;
    put(bytes, minute - minuteBefore);
    put(bytes, folded(open - closeBefore));
    put(bytes, numbers[at + 2]! - open);
    put(bytes, open - numbers[at + 3]!);
    put(bytes, folded(close - open));
    put(bytes, numbers[at + 5]!);
    minuteBefore = minute;
    closeBefore = close;
  }
  return Uint8Array.from(bytes);
}

/** The numbers that were packed. */
export function unpackMinutes(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let weight = 1; ; weight *= BYTE_STEP) {
      const byte = bytes[at++];
      assert(byte !== undefined, 'packed minutes end in the middle of a number');
      value += (byte % BYTE_STEP) * weight;
      if (byte < BYTE_STEP) return value;
    }
  };
  let minute = 0;
  let close = 0;
  while (at < bytes.length) {
    minute += take();
    const open = close + unfolded(take());
    const high = open + take();
    const low = open - take();
    close = open + unfolded(take());
    numbers.push(minute, open, high, low, close, take());
  }
  return numbers;
}

function put(bytes: number[], value: number): void {
  assert(Number.isSafeInteger(value) && value >= 0, `${value} cannot be packed: whole numbers in order only`);
  let rest = value;
  while (rest >= BYTE_STEP) {
    bytes.push((rest % BYTE_STEP) + BYTE_STEP);
    rest = Math.floor(rest / BYTE_STEP);
  }
  bytes.push(rest);
}

/** Small numbers of either sign as small numbers without one: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
function folded(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unfolded(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
