// A Kiwoom WebSocket server in memory: keeps what was sent and lets the test speak, open and close.

import type { SocketConnection, SocketHandlers, SocketTransport } from '#adapters/kiwoom/transport.ts';

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

  /** Opens, accepts the login and every registration. */
  welcome(): void {
    this.open();
    this.say({ trnm: 'LOGIN', return_code: 0, return_msg: '', sor_yn: 'Y' });
    while (this.lastSent?.['trnm'] === 'REG') {
      const before = this.sent.length;
      this.say({ trnm: 'REG', return_code: 0, return_msg: '' });
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
