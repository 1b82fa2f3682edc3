// The RxJS scheduler strategies wait on: engine time, moved only by events. A replay therefore waits exactly as the live
// day did.

import { VirtualAction, VirtualTimeScheduler } from 'rxjs';
import type { EpochMs } from '#domain/units.ts';

export class EngineScheduler extends VirtualTimeScheduler {
  #begun = false;

  constructor() {
    super(VirtualAction, Number.POSITIVE_INFINITY);
  }

  /** When the next action is due; null when none waits. */
  nextDue(): EpochMs | null {
    let next: EpochMs | null = null;
    for (const action of this.actions) if (next === null || action.delay < next) next = action.delay;
    return next;
  }

  /** Moves time to `at` and runs everything due by then, in order. Waits begun before the first call count from it. */
  advanceTo(at: EpochMs): void {
    if (!this.#begun) {
      this.#begun = true;
      this.frame = at;
      for (const action of this.actions) action.delay += at;
    }
    if (this.actions.length > 0) {
      this.maxFrames = at;
      this.flush();
    }
    if (at > this.frame) this.frame = at;
  }
}
