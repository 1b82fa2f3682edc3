// The WebSocket over ws. Frames are handed over as they come and reading never stops: a receiver that falls behind loses
// its heartbeat and with it the session (kiwoom-wire 1.4).

import { WebSocket } from 'ws';
import type { SocketConnection, SocketHandlers, SocketTransport } from '../transport.ts';

const MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;
const HANDSHAKE_TIMEOUT_MS = 10_000;
const ABNORMAL = 1006;

/** A transport for `wss://` and, on loopback, `ws://`. */
export const wsTransport: SocketTransport = {
  connect(url: string, handlers: SocketHandlers): SocketConnection {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      maxPayload: MAX_PAYLOAD_BYTES,
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    });
    let failure = '';
    socket.on('open', () => handlers.onOpen());
    socket.on('message', (message: Buffer) => handlers.onMessage(message));
    socket.on('error', (error: Error) => {
      failure = `${url}: ${error.message}`; // ws reports the close right after
    });
    socket.on('close', (code, reason) => handlers.onClose(code || ABNORMAL, reason.toString() || failure));
    return {
      send(text: string): void {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close(): void {
        if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
        else socket.close(1000);
      },
    };
  },
};
