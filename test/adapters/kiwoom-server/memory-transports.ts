// The client's transports played in memory on a protocol core: what two programs would say over sockets, in one thread and
// in a fixed order. Anything that crosses the wire takes one turn of the microtask queue, as nothing arrives before its call
// returns.

import { type HttpTransport, type SocketTransport, TransportError } from '#adapters/kiwoom/transport.ts';
import type { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { CUT_CODE } from '#adapters/kiwoom-server/frames/frame-lane.ts';

/** REST calls on `core`. A cut request rejects as a lost connection: it had been sent. */
export function memoryHttp(core: KiwoomServerCore): HttpTransport {
  return {
    post(path, headers, body, { signal }) {
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new TransportError('aborted by the caller', true)));
        core.handleRest({ method: 'POST', path, headers: lowerCase(headers), body }, (outcome) => {
          if (outcome.type === 'cut') {
            reject(new TransportError('the other side closed the connection', true));
            return;
          }
          const { status, headers: answered, body: text } = outcome.response;
          resolve({ status, headers: lowerCase(answered), body: text });
        });
      });
    },
    close: () => Promise.resolve(),
  };
}

/** WebSockets on `core`. */
export function memorySockets(core: KiwoomServerCore): SocketTransport {
  return {
    connect(_url, handlers) {
      let isOpen = true;
      const close = (code: number, reason: string) => {
        if (!isOpen) return;
        isOpen = false;
        queueMicrotask(() => handlers.onClose(code, reason));
      };
      const input = core.openSession({
        send: (text) => queueMicrotask(() => handlers.onMessage(text)),
        close,
        bufferedBytes: () => 0,
      });
      queueMicrotask(() => handlers.onOpen());
      return {
        send: (text) => queueMicrotask(() => input.receive(text)),
        close: () => {
          input.closed();
          close(CUT_CODE, '');
        },
      };
    },
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
