// The protocol core on loopback sockets: node:http for REST and ws for the WebSocket, on one port. Nothing outside this
// machine can reach it; a client of Kiwoom needs to change its base URLs only.

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { bodyTooLarge } from '../answers.ts';
import { KiwoomServerCore, type KiwoomServerOptions } from '../core.ts';
import { CUT_CODE } from '../frames/frame-lane.ts';
import type { RestOutcome, RestResponse, SessionLink } from '../protocol.ts';
import { pathOf } from '../rest-words.ts';
import { closeServer, KiwoomServerError, listen, portOf } from './listening.ts';

export const SOCKET_PATH = '/api/dostk/websocket';
/** Largest request body read, in bytes. */
const BODY_BYTES_MAX = 65_536;
/** Above this ws itself ends the socket; smaller frames reach the core, which answers them as Kiwoom does. */
const SOCKET_BYTES_MAX = 1_048_576;
/**
 * How long a connection without requests is kept, in ms. Longer than clients keep theirs (Go 90 s): where the server goes
 * first, an order may leave on a connection that is just closing, and then nobody knows what became of it.
 */
const IDLE_MS_MAX = 120_000;
/** Characters of frames that are written together at most. */
const GATHERED_MAX = 65_536;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

export interface StartOptions extends KiwoomServerOptions {
  /** A loopback address; `127.0.0.1` when left out. */
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** A port of its own for the WebSocket, as Kiwoom has it; the same one when left out. */
  readonly socketPort?: number;
  /** PEM of a certificate and its key: https and wss in place of http and ws. */
  readonly tls?: { readonly cert: string; readonly key: string };
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
    throw new KiwoomServerError('not-loopback', options.port, {
      ko: `거래소는 이 컴퓨터 안(loopback)에서만 연결을 받습니다. ${host}은(는) 안 됩니다`,
      en: `the exchange listens on loopback only, not on ${host}`,
    });
  }
  const { tls } = options;
  const create = (listener?: RequestListener): Server =>
    tls === undefined ? createServer(HTTP, listener) : createTlsServer({ ...tls, ...HTTP }, listener);
  const server = create();
  await listen(server, host, options.port);
  const socketServer = options.socketPort === undefined ? server : create(refuseRest);
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
    maxPayload: SOCKET_BYTES_MAX,
    perMessageDeflate: false,
  });
  sockets.shouldHandle = ({ url }) => pathOf(url ?? '') === SOCKET_PATH;
  sockets.on('connection', (socket, request) => serveSocket(core, socket, request.socket));
  return {
    restUrl: `http${tls === undefined ? '' : 's'}://${authority(host, server)}`,
    wsUrl: `ws${tls === undefined ? '' : 's'}://${authority(host, socketServer)}${SOCKET_PATH}`,
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

/**
 * Java's HttpClient asks on every plain connection whether it may go on in HTTP/2 (`Upgrade: h2c`), and takes no notice for a
 * no. Only a request for a WebSocket is one here.
 */
const HTTP: ServerOptions = {
  keepAliveTimeout: IDLE_MS_MAX,
  shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
};

function authority(host: string, server: Server): string {
  return `${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`;
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
    core.handleRest(
      {
        method: request.method ?? '',
        path: pathOf(request.url ?? ''),
        headers: request.headers as Record<string, string | undefined>,
        body: Buffer.concat(chunks).toString('utf8'),
      },
      (outcome) => deliver(response, outcome),
    );
  });
}

function deliver(response: ServerResponse, outcome: RestOutcome): void {
  if (outcome.type === 'cut') response.destroy();
  else if (outcome.type === 'cut-within') writeHalf(response, outcome.response);
  else write(response, outcome.response);
}

/** Announces the whole answer, sends the first half of it, and breaks the connection. */
function writeHalf(response: ServerResponse, answer: RestResponse): void {
  if (response.destroyed) return;
  const body = Buffer.from(answer.body, 'utf8');
  response.sendDate = false;
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': String(body.length) });
  response.write(body.subarray(0, body.length >> 1), () => response.destroy());
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

function serveSocket(core: KiwoomServerCore, socket: WebSocket, wire: Duplex): void {
  const gather = gatherer(wire);
  const link: SessionLink = {
    send(text) {
      gather(text.length);
      socket.send(text);
    },
    close: (code, reason) => (code === CUT_CODE ? socket.terminate() : socket.close(code, reason)),
    cutWithin: (text) => wire.write(halfFrame(text), () => socket.terminate()),
    bufferedBytes: () => socket.bufferedAmount,
  };
  const session = core.openSession(link);
  socket.on('message', (data) => session.receive(String(data)));
  socket.on('close', () => session.closed());
  // ws closes the socket itself after an error; 'close' follows.
  socket.on('error', () => session.closed());
}

/**
 * Frames of one turn leave in few system calls, not one each: a market's busy second is thousands of them. Nothing waits
 * beyond the turn, and what has gathered leaves earlier when it is much, so that a client that reads is never found behind.
 */
function gatherer(wire: Duplex): (characters: number) => void {
  let gathered = 0;
  let isCorked = false;
  const release = (): void => {
    isCorked = false;
    gathered = 0;
    wire.uncork();
  };
  return (characters) => {
    if (isCorked && gathered > GATHERED_MAX) {
      wire.uncork();
      wire.cork();
      gathered = 0;
    }
    gathered += characters;
    if (isCorked) return;
    isCorked = true;
    wire.cork();
    process.nextTick(release);
  };
}

/** A text frame's header (RFC 6455, section 5.2) that promises all of `text`, and the first half of it. */
function halfFrame(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  const header = Buffer.alloc(4);
  header[0] = 0x81; // one whole text frame
  header[1] = 126; // its length stands in the next two bytes
  header.writeUInt16BE(Math.min(body.length, 0xff_ff), 2);
  return Buffer.concat([header, body.subarray(0, body.length >> 1)]);
}
