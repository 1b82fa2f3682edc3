// Listening on loopback, the same for the API, the WebSocket's own port and the page: what can go wrong has a name.

import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Words } from '#domain/words.ts';

/** The server could not start. `port-in-use`: something listens there; `not-loopback`: the host is reachable from outside. */
export class KiwoomServerError extends Error {
  override readonly name = 'KiwoomServerError';
  readonly code: 'port-in-use' | 'not-loopback' | 'listen-failed';
  readonly retryable = false;
  /** The port that was wanted. */
  readonly port: number;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: KiwoomServerError['code'], port: number, text: Words) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.port = port;
  }
}

/** Connections of each server, also those still shaking hands over TLS, which the server itself does not know of. */
const connections = new WeakMap<Server, Set<Socket>>();

/** Resolves once `server` listens; rejects with KiwoomServerError. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  const open = new Set<Socket>();
  connections.set(server, open);
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const text = isTaken
        ? { ko: `포트 ${port}을(를) 이미 누가 쓰고 있습니다`, en: `port ${port} is already in use` }
        : {
            ko: `${host}:${port}에서 연결을 받을 수 없습니다 (${error.code})`,
            en: `cannot listen on ${host}:${port} (${error.code})`,
          };
      reject(new KiwoomServerError(isTaken ? 'port-in-use' : 'listen-failed', port, text));
    });
    server.listen(port, host, resolve);
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Ends every connection and the listening. */
export function closeServer(server: Server): Promise<void> {
  for (const socket of connections.get(server) ?? []) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
