// HTTP over undici: kept-alive connections, one set for orders and one for everything else. Nothing is retried here. On a
// reused connection undici writes at the end of this turn of the event loop, after looking whether the peer has closed it.

import { errors, Pool } from 'undici';
import { type HttpAnswer, type HttpOptions, type HttpTransport, TransportError } from '../transport.ts';

/** Server and proxies drop idle connections at their own time; ours go first, so that no order meets a dead one. */
const KEEP_ALIVE_MS = 20_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Two: a second order does not wait for the answer to the first. */
const ORDER_CONNECTIONS = 2;
const QUERY_CONNECTIONS = 4;

/** Codes of failures that happen before anything is written. */
const NOT_SENT: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...[
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
]);

/** A transport to the server at `origin` (`https://api.kiwoom.com`). Time-outs are the caller's, through the signal. */
export function undiciTransport(origin: string): HttpTransport {
  const options = {
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: CONNECT_TIMEOUT_MS },
  };
  const lanes = {
    orders: new Pool(origin, { ...options, connections: ORDER_CONNECTIONS }),
    queries: new Pool(origin, { ...options, connections: QUERY_CONNECTIONS }),
  };
  return {
    async post(path, headers, body, { lane, signal }: HttpOptions): Promise<HttpAnswer> {
      try {
        const answer = await lanes[lane].request({ path, method: 'POST', headers, body, signal });
        return {
          status: answer.statusCode,
          headers: singles(answer.headers),
          body: await answer.body.text(),
        };
      } catch (error) {
        throw new TransportError(`${origin}: ${describe(error)}`, !isNeverSent(error), { cause: error });
      }
    },
    async close(): Promise<void> {
      await Promise.all([lanes.orders.destroy(), lanes.queries.destroy()]);
    },
  };
}

function singles(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | undefined> {
  const single: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) single[name] = Array.isArray(value) ? value[0] : value;
  return single;
}

function isNeverSent(error: unknown): boolean {
  if (error instanceof errors.ConnectTimeoutError) return true;
  const code = codeOf(error);
  return code !== null && NOT_SENT.has(code);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function describe(error: unknown): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return code === null ? message : `${code}: ${message}`;
}
