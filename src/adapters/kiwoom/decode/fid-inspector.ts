// Looks for FIDs that nobody knows, so that a change of Kiwoom's frames is noticed although most of them are scanned only for
// what we need.

import { realTimeType } from '../catalogue.ts';
import type { UnknownCounter } from '../rest/decode-answer.ts';
import type { RealEntry } from '../socket/frame.ts';
import type { ScannedEvent } from './scan-frame.ts';

/** The real-time type of what the scanner makes events of. */
export const SCANNED_TYPES = { trade: '0B', book: '0D' } as const;

/** Looking at every FID of every frame would cost as much as decoding it; the first frame of a type tells as much. */
const INSPECT_EVERY = 256;

/** Looks for unknown FIDs in one of so many entries of a type. Only decoded entries have FIDs to look at, scanned ones not. */
export class FidInspector {
  readonly #unknown: UnknownCounter;
  /** Entries of a type to let pass before the next one is looked at. */
  readonly #toPass = new Map<string, number>();

  constructor(unknown: UnknownCounter) {
    this.#unknown = unknown;
  }

  /** Lets the entries of a scanned frame pass; false when one of them may be due, so that the frame has to be decoded. */
  passes(events: readonly ScannedEvent[]): boolean {
    for (const event of events) if (this.#toPassOf(SCANNED_TYPES[event.type]) < events.length) return false;
    for (const { type } of events)
      this.#toPass.set(SCANNED_TYPES[type], this.#toPassOf(SCANNED_TYPES[type]) - 1);
    return true;
  }

  inspect(entry: RealEntry): void {
    const toPass = this.#toPassOf(entry.type);
    this.#toPass.set(entry.type, toPass === 0 ? INSPECT_EVERY - 1 : toPass - 1);
    if (toPass > 0) return;
    const known = realTimeType(entry.type);
    for (const fid of known === null ? [] : Object.keys(entry.values)) {
      if (!known?.fields.some((field) => field.element === fid)) this.#unknown.count(`${entry.type}.${fid}`);
    }
  }

  #toPassOf(type: string): number {
    return this.#toPass.get(type) ?? 0;
  }
}
