// The outgoing frames of one WebSocket: applies the fault plan, and keeps a client that does not read from filling memory.
// Market data is dropped first; notices are never dropped, so when they pile up the socket is closed instead.

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { joinFrames, reshapeFrame } from '../faults/fault-texts.ts';
import type { FaultPlan, FrameKind } from '../faults/faults.ts';
import type { SessionLink } from '../protocol.ts';

/**
 * Bytes that may wait in a socket before market frames are dropped, and before the socket is given up. A client that reads
 * still has all of one step of the exchange waiting: at high speeds that is some megabytes.
 */
export interface BufferLimits {
  readonly marketBytesMax: number;
  readonly totalBytesMax: number;
}

export const DEFAULT_BUFFER_LIMITS: BufferLimits = {
  marketBytesMax: 4_194_304,
  totalBytesMax: 8_388_608,
};

/** Close code that means: cut, without a closing handshake. */
export const CUT_CODE = 1006;
/** A frame that waits for the next one waits no longer than this, in wall-clock milliseconds. */
const HELD_MS_MAX = 1_000;

/** One socket's way out. */
export class FrameLane {
  readonly #link: SessionLink;
  readonly #clock: Clock;
  readonly #plan: FaultPlan;
  readonly #limits: BufferLimits;
  readonly #closed: () => void;
  readonly #waiting: { readonly text: string; readonly due: EpochMs }[] = [];
  /** The frame that waits for the next one: to be overtaken by it, or to be joined with it. */
  #held: { readonly text: string; readonly isJoined: boolean } | null = null;
  #isClosed = false;
  /** Market frames dropped because the client did not read. */
  dropped = 0;

  /** `closed` is called once when the lane closes the socket, by itself or asked to. */
  constructor(link: SessionLink, clock: Clock, plan: FaultPlan, limits: BufferLimits, closed: () => void) {
    this.#closed = closed;
    this.#link = link;
    this.#clock = clock;
    this.#plan = plan;
    this.#limits = limits;
  }

  /** Sends an ack, PING or SYSTEM frame: these are exempt from faults. */
  sendControl(text: string): void {
    if (!this.#isClosed) this.#link.send(text);
  }

  /** Sends a REAL frame. */
  send(kind: FrameKind, text: string): void {
    if (this.#isClosed) return;
    const buffered = this.#link.bufferedBytes();
    if (buffered > this.#limits.totalBytesMax) {
      this.close(CUT_CODE, '');
      return;
    }
    if (kind === 'market' && buffered > this.#limits.marketBytesMax) {
      this.dropped++;
      return;
    }
    if (this.#plan.isCalm && this.#waiting.length === 0 && this.#held === null) this.#link.send(text);
    else this.#sendFaulty(kind, text);
  }

  close(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#link.close(code, reason);
    this.#closed();
  }

  /** Nothing is sent from now on; for a socket that is already gone. */
  silence(): void {
    this.#isClosed = true;
  }

  #sendFaulty(kind: FrameKind, written: string): void {
    const fault = this.#plan.frame({ kind, type: typeOf(written) });
    if (fault.cut === 'within') this.#link.cutWithin?.(written);
    if (fault.cut !== 'none') {
      this.close(CUT_CODE, '');
      return;
    }
    if (fault.copies === 0) return;
    const held = this.#held;
    let text = reshapeFrame(written, fault.reshape);
    if (held === null && (fault.isOvertaken || fault.isJoined)) {
      this.#hold(text, fault.isJoined);
      return;
    }
    if (held?.isJoined) {
      this.#held = null;
      text = joinFrames(held.text, text);
    }
    for (let copy = 0; copy < fault.copies; copy++) this.#enqueue(text, fault.delayMs);
    this.#release();
  }

  #hold(text: string, isJoined: boolean): void {
    const held = { text, isJoined };
    this.#held = held;
    this.#clock.wakeAt(this.#clock.now() + HELD_MS_MAX, () => {
      if (this.#held === held) this.#release();
    });
  }

  #release(): void {
    if (this.#held === null) return;
    const { text } = this.#held;
    this.#held = null;
    this.#enqueue(text, 0);
  }

  #enqueue(text: string, delayMs: number): void {
    // Whatever is behind a delayed frame waits with it: the lane is sent from its head only.
    this.#waiting.push({ text, due: this.#clock.now() + delayMs });
    if (this.#waiting.length === 1) this.#pump();
  }

  #pump(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (next.due > this.#clock.now()) {
        this.#clock.wakeAt(next.due, () => this.#pump());
        return;
      }
      this.#waiting.shift();
      if (!this.#isClosed) this.#link.send(next.text);
    }
  }
}

/** Type of the first entry of a REAL frame; `''` where there is none. */
function typeOf(text: string): string {
  return /"type":"([^"]*)"/.exec(text)?.[1] ?? '';
}
