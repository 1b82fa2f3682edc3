// Serves the exchange's page on loopback. Its address carries a token, so that no other page in the reader's browser and no
// other user of the machine can look or press a button.

import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '#domain/time.ts';
import { closeServer, listen, portOf } from './listening.ts';

/** What a button asks for. `lang` is the language of the complaint. */
export type PageCommand =
  | { readonly action: 'pause' | 'resume' }
  | { readonly action: 'speed'; readonly speed: string }
  | { readonly action: 'inject'; readonly text: string }
  | { readonly action: 'remove'; readonly number: number }
  | { readonly action: 'halt' | 'release'; readonly symbol: string };

export interface PageOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Stands in every address; must not be guessable, and holds only characters that need no escape in a path. */
  readonly token: string;
  readonly clock: Clock;
  /** The picture for a page that asked for this symbol, on this market. */
  look(symbol: string | null, venue: string | null): object;
  /** Does what was asked; returns what is wrong with it in the language named, or null. */
  control(command: PageCommand, lang: 'ko' | 'en'): string | null;
}

export interface RunningPage {
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Wall-clock milliseconds between two pictures: four a second. */
const PICTURE_MS = 250;
/** A page that does not read gets no more pictures than these bytes. */
const BUFFERED_MAX = 1_048_576;
const COMMAND_BYTES_MAX = 16_384;

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '': ['exchange.html', 'text/html'],
  'exchange.css': ['exchange.css', 'text/css'],
  'exchange.js': ['exchange.js', 'text/javascript'],
  'exchange-book.js': ['exchange-book.js', 'text/javascript'],
  'exchange-chart.js': ['exchange-chart.js', 'text/javascript'],
  'exchange-dom.js': ['exchange-dom.js', 'text/javascript'],
  'exchange-tables.js': ['exchange-tables.js', 'text/javascript'],
  'exchange-words.js': ['exchange-words.js', 'text/javascript'],
};

/** Nothing is loaded from anywhere else, and nobody may frame it. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Starts serving; rejects with KiwoomServerError when it cannot listen. */
export async function startPage(options: PageOptions): Promise<RunningPage> {
  const server = createServer((request, response) => serve(server, options, request, response));
  await listen(server, HOST, options.port);
  return {
    url: `http://${HOST}:${portOf(server)}/${options.token}/`,
    close: () => closeServer(server),
  };
}

function serve(
  server: Server,
  options: PageOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.on('error', () => response.destroy());
  const authority = `:${portOf(server)}`;
  const hosts = [`${HOST}${authority}`, `localhost${authority}`];
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const [, token = '', name = ''] = path.split('/');
  // A name that leads here from elsewhere (DNS rebinding) does not get as far as the token.
  if (!hosts.includes(request.headers.host ?? '') || !isSame(token, options.token)) {
    end(response, 404, 'not found');
  } else if (name === 'events' && request.method === 'GET') {
    stream(options, new URLSearchParams(query), response);
  } else if (name === 'control' && request.method === 'POST') {
    const { origin } = request.headers;
    const isOurs = origin === undefined || hosts.some((host) => origin === `http://${host}`);
    if (!isOurs || request.headers['content-type'] !== 'application/json') end(response, 403, 'forbidden');
    else obey(options, request, response);
  } else {
    const file = FILES[name];
    if (file === undefined || request.method !== 'GET') end(response, 404, 'not found');
    else sendFile(response, ...file);
  }
}

/** Server-sent events: one picture after the other until the page goes away. */
function stream({ clock, look }: PageOptions, asked: URLSearchParams, response: ServerResponse): void {
  const [symbol, venue] = [asked.get('symbol'), asked.get('venue')];
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream;charset=UTF-8' });
  let cancel = (): void => undefined;
  const send = (): void => {
    if (response.writableLength < BUFFERED_MAX)
      response.write(`data: ${JSON.stringify(look(symbol, venue))}\n\n`);
    cancel = clock.wakeAt(clock.now() + PICTURE_MS, send);
  };
  response.on('close', () => cancel());
  send();
}

function obey({ control }: PageOptions, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= COMMAND_BYTES_MAX) chunks.push(chunk);
  });
  request.on('end', () => {
    const asked = size > COMMAND_BYTES_MAX ? null : readCommand(Buffer.concat(chunks).toString('utf8'));
    const complaint = asked === null ? 'not a command' : control(asked.command, asked.lang);
    if (complaint === null) end(response, 204, '');
    else end(response, 400, complaint);
  });
}

function readCommand(text: string): { readonly command: PageCommand; readonly lang: 'ko' | 'en' } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { action, speed, text: rule, number, symbol, lang } = value as Readonly<Record<string, unknown>>;
  const command = commandOf(action, { speed, text: rule, number, symbol });
  return command === null ? null : { command, lang: lang === 'ko' ? 'ko' : 'en' };
}

function commandOf(action: unknown, given: Readonly<Record<string, unknown>>): PageCommand | null {
  const { speed, text, number, symbol } = given;
  if (action === 'pause' || action === 'resume') return { action };
  if (action === 'speed' && typeof speed === 'string') return { action, speed };
  if (action === 'inject' && typeof text === 'string') return { action, text };
  if (action === 'remove' && typeof number === 'number') return { action, number };
  if ((action === 'halt' || action === 'release') && typeof symbol === 'string') return { action, symbol };
  return null;
}

function sendFile(response: ServerResponse, file: string, type: string): void {
  const body = readFileSync(new URL(`page/${file}`, import.meta.url));
  response.writeHead(200, { ...HEADERS, 'Content-Type': `${type};charset=UTF-8` }).end(body);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain;charset=UTF-8' }).end(text);
}

/** Compares in constant time: how long it takes tells nothing of the token. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
