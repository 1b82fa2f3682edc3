// What the HTTP and WebSocket libraries of other languages put on the wire: the same answers, however they ask.

import { type ClientRequestArgs, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningServer, startKiwoomServer } from '#adapters/kiwoom-server/web/node-server.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { KEY } from '../harness.ts';
import { ScriptedExchange } from '../scripted-exchange.ts';

const KEYS = { grant_type: 'client_credentials', appkey: KEY.appKey, secretkey: KEY.secretKey };

const servers: RunningServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function started(options: Partial<Parameters<typeof startKiwoomServer>[0]> = {}) {
  const server = await startKiwoomServer({
    exchange: new ScriptedExchange(),
    clock: new VirtualClock(0),
    keys: [KEY],
    limits: null,
    port: 0,
    ...options,
  });
  servers.push(server);
  return server;
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: Readonly<Record<string, unknown>>;
}

function post(
  server: RunningServer,
  path: string,
  how: ClientRequestArgs,
  body: unknown,
  before = '',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, method: 'POST', ...how },
      (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += String(part);
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, json: JSON.parse(text) }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(before + JSON.stringify(body));
  });
}

const token = async (server: RunningServer): Promise<string> =>
  String((await post(server, '/oauth2/token', {}, KEYS)).json['token']);

describe('a request', () => {
  it('of Java, which asks for HTTP/2 on every plain connection, is answered in HTTP/1.1', async () => {
    const server = await started();
    const headers = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAEAAEAAAAIAAAABAAMAAABk',
    };
    expect(await post(server, '/oauth2/token', { headers }, KEYS)).toMatchObject({
      status: 200,
      json: { return_code: 0 },
    });
  });

  it.each([
    '//oauth2/token',
    '/oauth2/token/',
    '/oauth2/token?',
    '/oauth2//token/?x=1',
    'http://127.0.0.1:18080/oauth2/token',
    'https://api.kiwoom.com//oauth2/token?x=1',
  ])('to %s means the path it stands for', async (path) => {
    expect(await post(await started(), path, {}, KEYS)).toMatchObject({ json: { return_code: 0 } });
  });

  it.each<[string, Record<string, string>]>([
    [
      'capital letters',
      { 'Api-Id': 'ka10001', AUTHORIZATION: 'Bearer ', 'Content-Type': 'application/json' },
    ],
    ['a lower-case scheme', { 'api-id': 'ka10001', authorization: 'bearer ' }],
    ['blank paging', { 'api-id': 'ka10001', authorization: 'Bearer ', 'cont-yn': '', 'next-key': '' }],
    [
      'paging said to be none',
      { 'api-id': 'ka10001', authorization: 'Bearer ', 'cont-yn': 'N', 'next-key': 'N' },
    ],
    [
      'another charset',
      { 'api-id': 'ka10001', authorization: 'Bearer ', 'Content-Type': 'application/json; charset=utf-8' },
    ],
    ['a wish for gzip', { 'api-id': 'ka10001', authorization: 'Bearer ', 'Accept-Encoding': 'gzip, br' }],
  ])('with %s in its headers is answered', async (_name, headers) => {
    const server = await started();
    const bearer = await token(server);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        name.toLowerCase() === 'authorization' ? value + bearer : value,
      ]),
    );
    const answer = await post(server, '/api/dostk/stkinfo', { headers: sent }, { stk_cd: '005930' });
    expect(answer.json).toMatchObject({ stk_nm: '삼성전자', return_code: 0 });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('of .NET, which writes a byte-order mark in front of its body, is answered', async () => {
    expect(await post(await started(), '/oauth2/token', {}, KEYS, '\uFEFF')).toMatchObject({
      json: { return_code: 0 },
    });
  });

  it('finds its connection open for longer than clients keep theirs', async () => {
    const { headers } = await post(
      await started(),
      '/oauth2/token',
      { headers: { connection: 'keep-alive' } },
      KEYS,
    );
    expect(headers['keep-alive']).toBe('timeout=120');
  });
});

function opened(url: string, protocols: readonly string[] = []): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [...protocols], { perMessageDeflate: true });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

const frame = (socket: WebSocket): Promise<Record<string, unknown>> =>
  new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));

describe('a WebSocket', () => {
  it.each(['/api/dostk/websocket/', '//api/dostk/websocket', '/api/dostk/websocket?token=x'])(
    'to %s is the one there is, on one port and on its own',
    async (path) => {
      for (const server of [await started(), await started({ socketPort: 0 })]) {
        const socket = await opened(server.wsUrl.replace('/api/dostk/websocket', path));
        socket.send('{}');
        expect(await frame(socket)).toMatchObject({ return_code: 100002 });
      }
    },
  );

  it('to another path is refused', async () => {
    const { wsUrl } = await started();
    await expect(opened(wsUrl.replace('dostk', 'us'))).rejects.toThrow('400');
  });

  it('may offer a subprotocol and compression, send bytes for text, and ping by itself', async () => {
    const server = await started();
    const socket = await opened(server.wsUrl, ['kiwoom', 'json']);
    expect([socket.protocol, socket.extensions]).toEqual(['kiwoom', '']);
    socket.send(Buffer.from(JSON.stringify({ trnm: 'LOGIN', token: await token(server) })));
    expect(await frame(socket)).toMatchObject({ trnm: 'LOGIN', return_code: 0 });
    const pong = new Promise((resolve) => socket.once('pong', (data) => resolve(String(data))));
    socket.ping('are you there');
    expect(await pong).toBe('are you there');
  });

  it('may send a frame in pieces', async () => {
    const server = await started();
    const socket = await opened(server.wsUrl);
    const text = JSON.stringify({ trnm: 'LOGIN', token: await token(server) });
    socket.send(text.slice(0, 30), { fin: false });
    socket.send(text.slice(30), { fin: true });
    expect(await frame(socket)).toMatchObject({ trnm: 'LOGIN', return_code: 0 });
  });
});
