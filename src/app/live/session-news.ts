// Which of a session's events a person wants to be told of: few, and a trouble that repeats itself only once.

import type { EngineEvent } from '#domain/engine-event.ts';

export class SessionNews {
  /** Polls whose last answer was none. */
  readonly #failingPolls = new Set<string>();

  /** True for an event that is news. */
  isNews(event: EngineEvent): boolean {
    switch (event.type) {
      case 'feed-up':
      case 'feed-down':
      case 'session':
      case 'watch-refused':
        return true;
      case 'poll-failed': {
        const isNew = !this.#failingPolls.has(event.poll);
        this.#failingPolls.add(event.poll);
        return isNew;
      }
      case 'poll-answered':
        this.#failingPolls.delete(event.poll);
        return false;
      default:
        return false;
    }
  }
}
