// The WebSockets open now: each has its session and the link that faults can reach. A key has one session at a time.

import type { AccountId } from '#exchange/contract.ts';
import { FaultLink } from './faults/fault-link.ts';
import type { ConnectionFate, SystemCode } from './faults/faults.ts';
import type { SessionInput, SessionLink } from './protocol.ts';
import type { RegisteredType } from './registrations.ts';
import { Session, type SessionHost } from './session.ts';

/** One WebSocket as an operator sees it. */
export interface SessionView {
  /** Null before LOGIN. */
  readonly account: AccountId | null;
  /** Market frames lost because the client did not read. */
  readonly dropped: number;
  readonly bufferedBytes: number;
  /** Half open: nothing passes. */
  readonly isDeaf: boolean;
  readonly registered: readonly RegisteredType[];
}

export interface RoomOptions extends Omit<SessionHost, 'loggedIn' | 'ended' | 'conditions'> {
  /** Asked when a session begins: who answers condition searches is made after the room. */
  readonly conditions: () => NonNullable<SessionHost['conditions']>;
}

/** Opens, finds and ends sessions. */
export class SessionRoom {
  readonly #options: RoomOptions;
  readonly #links = new Map<Session, FaultLink>();
  readonly #sessions = new Set<Session>();
  /** Half-open links outlive their sessions: the server gives up first, and its word does not get through. */
  readonly #deafLinks = new Set<FaultLink>();

  constructor(options: RoomOptions) {
    this.#options = options;
  }

  /** The sessions open now, oldest first; it changes as they come and go. */
  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  open(carrier: SessionLink, fate: ConnectionFate): SessionInput {
    const link = new FaultLink(carrier);
    const session: Session = new Session(link, {
      ...this.#options,
      conditions: this.#options.conditions(),
      loggedIn: (newcomer) => this.#endOthers(newcomer),
      ended: (gone) => {
        this.#sessions.delete(gone);
        this.#links.delete(gone);
      },
    });
    this.#sessions.add(session);
    this.#links.set(session, link);
    if (fate === 'closed-after-first-frame') link.endAtFirstFrame();
    if (fate === 'closed-at-once') session.end(1000, '');
    return link.inputTo(session);
  }

  cutSockets(code: number, reason: string): void {
    for (const session of [...this.#sessions]) session.end(code, reason);
  }

  deafenSockets(): void {
    for (const link of this.#links.values()) {
      link.deafen();
      this.#deafLinks.add(link);
    }
  }

  cutDeafSockets(): void {
    for (const [session, link] of [...this.#links]) if (link.isDeaf) session.closed();
    for (const link of this.#deafLinks) link.breakOff();
    this.#deafLinks.clear();
  }

  kickSessions(code: SystemCode): void {
    for (const session of [...this.#sessions]) session.endWith(code);
  }

  views(): readonly SessionView[] {
    return [...this.#links].map(([session, link]) => ({
      account: session.key?.account ?? null,
      dropped: session.dropped,
      bufferedBytes: link.bufferedBytes(),
      isDeaf: link.isDeaf,
      registered: session.registrations.summary(),
    }));
  }

  /** The newcomer ends the older session of its key (kiwoom-wire 1.6). */
  #endOthers(newcomer: Session): void {
    for (const session of [...this.#sessions]) {
      if (session !== newcomer && session.key?.appKey === newcomer.key?.appKey) session.endWith('R10001');
    }
  }
}
