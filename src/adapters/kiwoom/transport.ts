// What the adapter needs of a network, small enough to be played in memory. Implementations never repeat a request and
// never judge an answer: they deliver it, or say that it failed and whether anything was sent.

import type { Words } from '#domain/words.ts';

/** Orders have a connection of their own, so that no chart page stands before them. */
export type Lane = 'orders' | 'queries';

/** An HTTP answer as it came. Header names are lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface HttpOptions {
  readonly lane: Lane;
  /** Aborted by the caller on its time-out; the transport drops the request. */
  readonly signal: AbortSignal;
}

export interface HttpTransport {
  /** POSTs `body`, as early as the library can: no waiting of our own. Rejects with TransportError. */
  post(
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    options: HttpOptions,
  ): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** The network failed. `sent` is false only when it is certain that nothing left us. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code = 'connection';
  readonly retryable = true;
  readonly sent: boolean;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(message: string, sent: boolean, options?: ErrorOptions) {
    super(message, options);
    this.sent = sent;
    this.text = { ko: `연결에 실패했습니다: ${message}`, en: message };
  }
}

/** What a socket tells. `onClose` comes exactly once, also when the connection never stood. */
export interface SocketHandlers {
  onOpen(): void;
  onMessage(message: Uint8Array | string): void;
  onClose(code: number, reason: string): void;
}

export interface SocketConnection {
  send(text: string): void;
  close(): void;
}

export interface SocketTransport {
  connect(url: string, handlers: SocketHandlers): SocketConnection;
}
