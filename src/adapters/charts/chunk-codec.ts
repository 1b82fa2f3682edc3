// A chunk is some days of one series as one blob: start and volume as 64-bit floats, then open, high, low and close as
// 32-bit integers, each column whole, little-endian. Loading is then six copies of memory a chunk and no parsing.

import { endianness } from 'node:os';
import { assert } from '#domain/assert.ts';
import { type BarPeriod, periodMinutes } from '#domain/bar.ts';
import { kstDayNumber } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { BarColumns } from './bar-columns.ts';

/** Bytes of one bar in a chunk: two 64-bit and four 32-bit values. */
export const BYTES_PER_BAR = 32;

assert(
  endianness() === 'LE',
  'the chart store keeps columns little-endian, as every machine node 26 runs on does',
);

/**
 * Which chunk of its series a bar starting at `start` belongs to. Chunks are fixed spans of Korean days (some thousand
 * bars each), so that storing a bar again rewrites one small blob and never moves its neighbours.
 */
export function chunkOf(period: BarPeriod, start: EpochMs): number {
  return Math.floor(kstDayNumber(start) / daysPerChunk(period));
}

// A regular day has 381 one-minute bars: 16 calendar days of them, or 8,192 calendar days of day bars, are about 4,000.
function daysPerChunk(period: BarPeriod): number {
  const minutes = periodMinutes(period);
  return minutes === null ? 8_192 : 16 * minutes;
}

/** The columns as one blob. */
export function encodeColumns(columns: BarColumns): Buffer {
  const length = columns.length;
  const blob = Buffer.alloc(length * BYTES_PER_BAR);
  let offset = 0;
  for (const column of inStoredOrder(columns)) {
    const bytes = bytesOf(column);
    blob.set(bytes, offset);
    offset += bytes.length;
  }
  return blob;
}

/**
 * Copies the bars `from` to `to` (not included) of a blob of `count` bars into `target`, beginning at its bar
 * `offset`. The blob may lie at any address: bytes are copied, never viewed.
 */
export function decodeInto(
  blob: Uint8Array,
  count: number,
  range: { readonly from: number; readonly to: number },
  target: BarColumns,
  offset: number,
): void {
  let columnBegin = 0;
  for (const column of inStoredOrder(target)) {
    const width = column.BYTES_PER_ELEMENT;
    const source = blob.subarray(columnBegin + range.from * width, columnBegin + range.to * width);
    bytesOf(column).set(source, offset * width);
    columnBegin += count * width;
  }
}

/** The starts of a blob of `count` bars, for finding where to begin. */
export function decodeStarts(blob: Uint8Array, count: number): Float64Array {
  const starts = new Float64Array(count);
  bytesOf(starts).set(blob.subarray(0, count * 8));
  return starts;
}

/** The order of the columns in a blob: the wide ones first. */
function inStoredOrder(columns: BarColumns): readonly (Float64Array | Int32Array)[] {
  return [columns.start, columns.volume, columns.open, columns.high, columns.low, columns.close];
}

/** The memory of a typed array as bytes, not copied. */
export function bytesOf(array: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
