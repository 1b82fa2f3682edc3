// One WebSocket's link with what a network can do to it: fall silent without telling anybody, break, or be closed right
// after it was opened. It stands between the carrier and the session, so that neither knows of faults.

import { CUT_CODE } from '../frames/frame-lane.ts';
import type { SessionInput, SessionLink } from '../protocol.ts';

/** The link of one session. */
export class FaultLink implements SessionLink {
  readonly #link: SessionLink;
  #isDeaf = false;
  #isClosed = false;
  /** Closes with 1000 at the first frame of the client, which nobody reads. */
  #endsAtFirstFrame = false;

  constructor(link: SessionLink) {
    this.#link = link;
  }

  get isDeaf(): boolean {
    return this.#isDeaf;
  }

  /** From now on nothing passes, in either direction, and neither side is told: a half-open connection. */
  deafen(): void {
    this.#isDeaf = true;
  }

  /** Ends a half-open connection the way it is found out in the end: it breaks. */
  breakOff(): void {
    this.#isDeaf = false;
    this.close(CUT_CODE, '');
  }

  endAtFirstFrame(): void {
    this.#endsAtFirstFrame = true;
  }

  send(text: string): void {
    if (!this.#isDeaf && !this.#isClosed) this.#link.send(text);
  }

  cutWithin(text: string): void {
    if (this.#isDeaf || this.#isClosed) return;
    if (this.#link.cutWithin === undefined) {
      this.close(CUT_CODE, '');
      return;
    }
    this.#isClosed = true;
    this.#link.cutWithin(text);
  }

  close(code: number, reason: string): void {
    if (this.#isDeaf || this.#isClosed) return;
    this.#isClosed = true;
    this.#link.close(code, reason);
  }

  bufferedBytes(): number {
    return this.#link.bufferedBytes();
  }

  /** What the carrier hands frames to, in front of `session`. */
  inputTo(session: SessionInput): SessionInput {
    return {
      receive: (text) => {
        if (this.#isDeaf) return;
        if (this.#endsAtFirstFrame) this.close(1000, '');
        else session.receive(text);
      },
      closed: () => session.closed(),
    };
  }
}
