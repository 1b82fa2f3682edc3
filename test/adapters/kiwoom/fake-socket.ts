// A Kiwoom WebSocket server in memory: keeps what was sent and lets the test speak, open and close.

import { DEFAULT_SESSION_TIMES, type SessionTimes } from '#adapters/kiwoom/socket/session-options.ts';
import type { SocketConnection, SocketHandlers, SocketTransport } from '#adapters/kiwoom/transport.ts';

/** Without pauses between registrations, so that a test can answer them in one go. */
export const QUICK_TIMES: SessionTimes = { ...DEFAULT_SESSION_TIMES, registerApart: 0 };

/** One connection as the server sees it. */
export class FakeConnection implements SocketConnection {
  readonly sent: string[] = [];
  readonly #handlers: SocketHandlers;
  isClosedByClient = false;

  constructor(handlers: SocketHandlers) {
    this.#handlers = handlers;
  }

  get sentFrames(): Record<string, unknown>[] {
    return this.sent.map((text) => JSON.parse(text));
  }

  get lastSent(): Record<string, unknown> | undefined {
    return this.sentFrames.at(-1);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosedByClient = true;
  }

  open(): void {
    this.#handlers.onOpen();
  }

  say(frame: unknown): void {
    this.#handlers.onMessage(typeof frame === 'string' ? frame : Buffer.from(JSON.stringify(frame)));
  }

  drop(code = 1006, reason = ''): void {
    this.#handlers.onClose(code, reason);
  }

  /** Opens, accepts the login and every registration; to be used with QUICK_TIMES. */
  welcome(): void {
    this.open();
    this.say({ trnm: 'LOGIN', return_code: 0, return_msg: '', sor_yn: 'Y' });
    this.acknowledge();
  }

  /** Accepts registrations until the last frame sent is none. */
  acknowledge(): void {
    for (
      let last = this.lastSent;
      last?.['trnm'] === 'REG' || last?.['trnm'] === 'REMOVE';
      last = this.lastSent
    ) {
      const before = this.sent.length;
      this.say({ trnm: last['trnm'], return_code: 0, return_msg: '' });
      if (this.sent.length === before) break;
    }
  }
}

export class FakeSocketServer implements SocketTransport {
  readonly connections: FakeConnection[] = [];

  connect(_url: string, handlers: SocketHandlers): SocketConnection {
    const connection = new FakeConnection(handlers);
    this.connections.push(connection);
    return connection;
  }

  get last(): FakeConnection {
    return this.connections.at(-1)!;
  }
}
