// The protocol core on loopback sockets: node:http for REST and ws for the WebSocket, on one port. Nothing outside this
// machine can reach it; a client of Kiwoom needs to change its base URLs only.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { bodyTooLarge } from './answers.ts';
import { KiwoomServerCore, type KiwoomServerOptions } from './core.ts';
import { CUT_CODE } from './frame-lane.ts';
import type { RestOutcome, RestResponse, SessionLink } from './protocol.ts';

export const SOCKET_PATH = '/api/dostk/websocket';
/** Largest request body read, in bytes. */
const BODY_BYTES_MAX = 65_536;
/** Above this ws itself ends the socket; smaller frames reach the core, which answers them as Kiwoom does. */
const SOCKET_BYTES_MAX = 1_048_576;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** The server could not start. `port-in-use`: something listens there; `not-loopback`: the host is reachable from outside. */
export class KiwoomServerError extends Error {
  override readonly name = 'KiwoomServerError';
  readonly code: 'port-in-use' | 'not-loopback' | 'listen-failed';
  readonly retryable = false;

  constructor(code: KiwoomServerError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface StartOptions extends KiwoomServerOptions {
  /** A loopback address; `127.0.0.1` when left out. */
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** A port of its own for the WebSocket, as Kiwoom has it; the same one when left out. */
  readonly socketPort?: number;
}

/** A running server. */
export interface RunningServer {
  readonly restUrl: string;
  readonly wsUrl: string;
  readonly port: number;
  readonly core: KiwoomServerCore;
  close(): Promise<void>;
}

/** Starts the server; rejects with KiwoomServerError when it cannot listen. */
export async function startKiwoomServer(options: StartOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  if (!LOOPBACK_HOSTS.has(host)) {
    throw new KiwoomServerError('not-loopback', `the exchange listens on loopback only, not on ${host}`);
  }
  const server = createServer();
  await listen(server, host, options.port);
  const socketServer = options.socketPort === undefined ? server : createServer(refuseRest);
  try {
    if (options.socketPort !== undefined) await listen(socketServer, host, options.socketPort);
  } catch (error) {
    server.close();
    throw error;
  }
  const core = new KiwoomServerCore(options);
  server.on('request', (request, response) => serveRest(core, request, response));
  const sockets = new WebSocketServer({
    server: socketServer,
    path: SOCKET_PATH,
    maxPayload: SOCKET_BYTES_MAX,
    perMessageDeflate: false,
  });
  sockets.on('connection', (socket) => serveSocket(core, socket));
  return {
    restUrl: `http://${authority(host, server)}`,
    wsUrl: `ws://${authority(host, socketServer)}${SOCKET_PATH}`,
    port: portOf(server),
    core,
    async close() {
      core.dispose();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await Promise.all([...new Set([server, socketServer])].map(closeServer));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function authority(host: string, server: Server): string {
  return `${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const message = isTaken
        ? `port ${port} is already in use`
        : `cannot listen on ${host}:${port} (${error.code})`;
      reject(new KiwoomServerError(isTaken ? 'port-in-use' : 'listen-failed', message));
    });
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** The WebSocket's own port has nothing else to offer. */
function refuseRest(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end();
}

function serveRest(core: KiwoomServerCore, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  let size = 0;
  // A client that goes away is no trouble of ours; without a listener it would be an uncaught error.
  request.on('error', () => response.destroy());
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= BODY_BYTES_MAX) chunks.push(chunk);
  });
  request.on('end', () => {
    if (size > BODY_BYTES_MAX) {
      write(response, core.respond(String(request.headers['api-id'] ?? ''), bodyTooLarge(BODY_BYTES_MAX)));
      return;
    }
    const [path] = (request.url ?? '').split('?', 1);
    core.handleRest(
      {
        method: request.method ?? '',
        path: path ?? '',
        headers: request.headers as Record<string, string | undefined>,
        body: Buffer.concat(chunks).toString('utf8'),
      },
      (outcome) => deliver(response, outcome),
    );
  });
}

function deliver(response: ServerResponse, outcome: RestOutcome): void {
  if (outcome.type === 'cut') response.destroy();
  else write(response, outcome.response);
}

function write(response: ServerResponse, answer: RestResponse): void {
  if (response.destroyed) return;
  response.sendDate = false;
  const body = Buffer.from(answer.body, 'utf8');
  const headers = { ...answer.headers, 'Content-Length': String(body.length) };
  if (answer.reason === '') response.writeHead(answer.status, headers);
  else response.writeHead(answer.status, answer.reason, headers);
  response.end(body);
}

function serveSocket(core: KiwoomServerCore, socket: WebSocket): void {
  const link: SessionLink = {
    send: (text) => socket.send(text),
    close: (code, reason) => (code === CUT_CODE ? socket.terminate() : socket.close(code, reason)),
    bufferedBytes: () => socket.bufferedAmount,
  };
  const session = core.openSession(link);
  socket.on('message', (data) => session.receive(String(data)));
  socket.on('close', () => session.closed());
  // ws closes the socket itself after an error; 'close' follows.
  socket.on('error', () => session.closed());
}
