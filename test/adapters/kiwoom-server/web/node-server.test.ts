// The one test with real sockets: undici and ws on 127.0.0.1, from the token to a notice, and the errors of the carrier.

import { request } from 'undici';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  CALM_FRAME,
  CALM_REQUEST,
  type FaultPlan,
  NO_FAULTS,
} from '#adapters/kiwoom-server/faults/faults.ts';
import { KiwoomServerError } from '#adapters/kiwoom-server/web/listening.ts';
import { type RunningServer, startKiwoomServer } from '#adapters/kiwoom-server/web/node-server.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { KEY } from '../harness.ts';
import { ACCOUNT, ScriptedExchange, TODAY } from '../scripted-exchange.ts';

/** For what a busy machine may take a while to do. */
const PATIENT = { timeout: 55_000 };
const servers: RunningServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Partial<Parameters<typeof startKiwoomServer>[0]> = {}) {
  const exchange = new ScriptedExchange();
  const server = await startKiwoomServer({
    exchange,
    clock: new VirtualClock(0),
    keys: [KEY],
    limits: null,
    port: 0,
    ...options,
  });
  servers.push(server);
  return { server, exchange };
}

async function post(url: string, headers: Record<string, string>, body: unknown) {
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    json: (await answer.body.json()) as Record<string, unknown>,
  };
}

async function token(server: RunningServer): Promise<string> {
  const keys = { grant_type: 'client_credentials', appkey: KEY.appKey, secretkey: KEY.secretKey };
  return String((await post(`${server.restUrl}/oauth2/token`, {}, keys)).json['token']);
}

/** Frames of a socket, awaited one by one. */
function frames(socket: WebSocket): () => Promise<Record<string, unknown>> {
  const waiting: ((frame: Record<string, unknown>) => void)[] = [];
  const arrived: Record<string, unknown>[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Record<string, unknown>;
    const next = waiting.shift();
    if (next === undefined) arrived.push(frame);
    else next(frame);
  });
  return () => {
    const frame = arrived.shift();
    return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
  };
}

const ORDER = { dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '1', ord_uv: '', trde_tp: '3', cond_uv: '' };

describe('the server on loopback', () => {
  it('carries a day: token, login, registration, order, notice', async () => {
    const { server } = await start();
    const bearer = { authorization: `Bearer ${await token(server)}` };
    const socket = new WebSocket(server.wsUrl);
    const next = frames(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ trnm: 'LOGIN', token: bearer.authorization.slice(7) }));
    expect(await next()).toMatchObject({ trnm: 'LOGIN', return_code: 0 });
    socket.send(
      JSON.stringify({ trnm: 'REG', grp_no: '1', refresh: '1', data: [{ item: [''], type: ['00'] }] }),
    );
    expect(await next()).toMatchObject({ trnm: 'REG', return_code: 0 });

    const answer = await post(`${server.restUrl}/api/dostk/ordr`, { ...bearer, 'api-id': 'kt10000' }, ORDER);
    expect(answer).toMatchObject({ status: 200, json: { ord_no: '0000018', return_code: 0 } });
    expect(answer.headers).toMatchObject({
      'api-id': 'kt10000',
      'cont-yn': 'N',
      'content-type': 'application/json;charset=UTF-8',
      date: 'Fri, 20 Nov 2026 01:00:00 GMT',
    });
    expect(await next()).toMatchObject({
      trnm: 'REAL',
      data: [{ type: '00', values: { '9203': '0000018' } }],
    });

    const closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve([code, String(reason)])),
    );
    socket.send('a'.repeat(65_537));
    expect(await closed).toEqual([1009, 'Max frame length of 65536 has been exceeded.']);
  });

  it.each(['close', 'terminate'] as const)('forgets a client that went away by %s', async (how) => {
    const { server } = await start();
    const socket = new WebSocket(server.wsUrl);
    await new Promise((resolve) => socket.once('open', resolve));
    await vi.waitFor(() => expect(server.core.traffic.sessions).toBe(1), PATIENT);
    socket[how]();
    await vi.waitFor(() => expect(server.core.traffic.sessions).toBe(0), PATIENT);
  });

  it('answers 429 with the reason "null"', async () => {
    const { server } = await start({ limits: { perTr: 1, perTrBurst: 1, global: 9, globalBurst: 9 } });
    await token(server);
    // fetch shows the reason phrase, which undici's request does not.
    const answer = await fetch(`${server.restUrl}/oauth2/token`, {
      method: 'POST',
      body: JSON.stringify({
        grant_type: 'client_credentials',
        appkey: KEY.appKey,
        secretkey: KEY.secretKey,
      }),
    });
    expect([answer.status, answer.statusText]).toEqual([429, 'null']);
    expect(await answer.json()).toMatchObject({ return_code: 5 });
  });

  it('refuses a body that is too large', async () => {
    const { server } = await start();
    const answer = await post(
      `${server.restUrl}/api/dostk/ordr`,
      { 'api-id': 'kt10000' },
      { stk_cd: 'x'.repeat(70_000) },
    );
    expect(answer).toMatchObject({ status: 413, json: { return_code: 2 } });
  });

  it('cuts the connection of a lost answer, with the order accepted', async () => {
    const faults: FaultPlan = {
      ...NO_FAULTS,
      request: ({ isOrder }) => ({ ...CALM_REQUEST, loss: isOrder ? 'after' : 'none' }),
    };
    const { server, exchange } = await start({ faults });
    const headers = { authorization: `Bearer ${await token(server)}`, 'api-id': 'kt10000' };
    await expect(post(`${server.restUrl}/api/dostk/ordr`, headers, ORDER)).rejects.toMatchObject({
      code: 'UND_ERR_SOCKET',
    });
    expect(exchange.orders.of(ACCOUNT, TODAY)).toHaveLength(1);
  });

  it('can break off in the middle of an answer, and in the middle of a frame', async () => {
    const faults: FaultPlan = {
      isCalm: false,
      connection: () => 'open',
      request: ({ isOrder }) => ({ ...CALM_REQUEST, loss: isOrder ? 'half' : 'none' }),
      frame: () => ({ ...CALM_FRAME, cut: 'within' }),
    };
    const { server, exchange } = await start({ faults });
    const bearer = await token(server);
    const socket = new WebSocket(server.wsUrl);
    const next = frames(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ trnm: 'LOGIN', token: bearer }));
    await next();
    socket.send(
      JSON.stringify({ trnm: 'REG', grp_no: '1', refresh: '1', data: [{ item: [''], type: ['00'] }] }),
    );
    await next();
    const ended = new Promise((resolve) => socket.once('close', resolve));
    const headers = { authorization: `Bearer ${bearer}`, 'api-id': 'kt10000' };
    const answer = await request(`${server.restUrl}/api/dostk/ordr`, {
      method: 'POST',
      headers,
      body: JSON.stringify(ORDER),
    });
    expect(answer.statusCode).toBe(200);
    await expect(answer.body.text()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(exchange.orders.of(ACCOUNT, TODAY)).toHaveLength(1);
    expect(await ended).toBe(1006);
  });

  it('can give the WebSocket a port of its own', async () => {
    const { server } = await start({ socketPort: 0 });
    expect(new URL(server.wsUrl).port).not.toBe(String(server.port));
    const socket = new WebSocket(server.wsUrl);
    const next = frames(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('{}');
    expect(await next()).toMatchObject({ return_code: 100002 });
    await expect(start({ socketPort: server.port })).rejects.toMatchObject({ code: 'port-in-use' });
  });

  it('survives a path that is no URL', async () => {
    const { server } = await start();
    const answer = await post(`${server.restUrl}//`, { 'api-id': 'kt10000' }, ORDER);
    expect(answer.json['return_msg']).toContain('[1504:');
  });

  it('says so when its port is taken, and never listens outside this machine', async () => {
    const { server } = await start();
    await expect(start({ port: server.port })).rejects.toMatchObject({
      code: 'port-in-use',
      name: 'KiwoomServerError',
    });
    await expect(start({ host: '0.0.0.0' })).rejects.toBeInstanceOf(KiwoomServerError);
  });
});
