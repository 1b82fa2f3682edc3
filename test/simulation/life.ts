// One life of the engine's process in a simulated world: clock, network and ledger as that process sees them. When it is
// killed, everything it had started stays undone, as after `kill -9`, and what it had made durable stays.

import type { HttpTransport, SocketConnection, SocketTransport } from '#adapters/kiwoom/transport.ts';
import type { Clock } from '#domain/time.ts';
import type { LedgerStore } from '#engine/ports.ts';

/** Thrown into the engine at the moment it dies. Nobody outside the simulation may hide it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** The two sides of every durable write and every request are moments at which a life may end. */
export class Life {
  #isAlive = true;
  #momentsLeft: number;
  readonly #sockets = new Set<SocketConnection>();

  /** Dies at its `moments`-th moment; `Infinity` lives until killed from outside. */
  constructor(moments: number) {
    this.#momentsLeft = moments;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** The machine closes what the process had open; the process is told nothing. */
  kill(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    for (const socket of this.#sockets) socket.close();
  }

  clock(world: Clock): Clock {
    return {
      now: () => world.now(),
      wakeAt: (at, wake) =>
        world.wakeAt(at, () => {
          if (this.#isAlive) wake();
        }),
    };
  }

  ledger<Ledger extends LedgerStore>(ledger: Ledger): Ledger {
    const append = ledger.append.bind(ledger);
    ledger.append = (records) => {
      this.#surviveOrThrow();
      append(records);
      this.#surviveOrThrow();
    };
    return ledger;
  }

  http(network: HttpTransport): HttpTransport {
    return {
      post: (path, headers, body, options) =>
        new Promise((resolve, reject) => {
          if (!this.#survives()) return;
          const answered = network.post(path, headers, body, options);
          const isThere = this.#survives();
          answered.then(
            (answer) => {
              if (isThere && this.#survives()) resolve(answer);
            },
            (error: unknown) => {
              if (isThere && this.#survives()) reject(error);
            },
          );
        }),
      close: () => network.close(),
    };
  }

  sockets(network: SocketTransport): SocketTransport {
    return {
      connect: (url, handlers) => {
        const socket = network.connect(url, {
          onOpen: () => this.#isAlive && handlers.onOpen(),
          onMessage: (message) => this.#isAlive && handlers.onMessage(message),
          onClose: (code, reason) => this.#isAlive && handlers.onClose(code, reason),
        });
        if (this.#isAlive) this.#sockets.add(socket);
        else socket.close();
        return socket;
      },
    };
  }

  /** Counts one moment; false when it was the last, or when the life was over before. */
  #survives(): boolean {
    if (this.#isAlive && --this.#momentsLeft <= 0) this.kill();
    return this.#isAlive;
  }

  #surviveOrThrow(): void {
    if (!this.#survives()) throw new Killed('killed');
  }
}
