// The adapter put together, first in memory, then once over real sockets on loopback.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import {
  type ConnectKiwoomOptions,
  connectKiwoom,
  MOCK_ENDPOINT,
  REAL_ENDPOINT,
} from '#adapters/kiwoom/connect-kiwoom.ts';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import { type Clock, kstMoment } from '#domain/time.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, DEAD_TOKEN, FakeHttp, tokenAnswer } from './fake-http.ts';
import { FakeSocketServer, QUICK_TIMES } from './fake-socket.ts';
import { realTimeExample, trExample } from './guide-example.ts';

const INTERESTS = [{ type: 'instrument', symbol: '005930', trades: true, book: false, periods: [] }] as const;

describe('in memory', () => {
  function given(options: Partial<ConnectKiwoomOptions> = {}) {
    const clock = new VirtualClock(kstMoment('2026-11-23', '085500'));
    const http = new FakeHttp();
    const socket = new FakeSocketServer();
    http.reply('ka10100', answer(trExample('ka10100').response));
    http.reply(
      'ka10001',
      answer({ base_pric: '70000', upl_pric: '+91000', lst_pric: '-49000', cur_prc: '70000' }),
    );
    const kiwoom = connectKiwoom({
      ...REAL_ENDPOINT,
      appKey: 'k',
      secretKey: 's',
      clock,
      http,
      socket,
      ...options,
    });
    return { clock, http, socket, kiwoom };
  }

  test('one stream: connection, reference data, market data, notices, troubles', async () => {
    const { clock, http, socket, kiwoom } = given();
    const events: (MarketEvent | BrokerEvent)[] = [];
    const feed = kiwoom.feed({ interests: INTERESTS, times: QUICK_TIMES });
    expect(http.sent).toHaveLength(0);
    const subscription = feed.events$.subscribe((event) => events.push(event));
    await clock.settleBy(100);
    socket.last.welcome();
    socket.last.say(realTimeExample('0B').frame);
    socket.last.say(realTimeExample('00').frame);
    socket.last.say({
      trnm: 'REAL',
      data: [{ type: '0B', item: '005930', values: { '10': '', '4711': 'new' } }],
    });
    socket.last.say({ trnm: 'NEWS' });
    http.reply('au10001', tokenAnswer('token-2', '20300101000000'));
    http.reply('ka10099', DEAD_TOKEN, answer({ list: [] }));
    const call = kiwoom.client.call('ka10099', { market: '0' });
    await clock.settleBy(2_000);
    await call;
    expect(events.map((event) => event.type)).toEqual([
      'instrument',
      'feed-up',
      'trade',
      'order-notice',
      'token-renewed',
    ]);
    expect(feed.unknown).toMatchObject({ 'entry 0B': 1, 'frame NEWS': 1 });
    subscription.unsubscribe();
    expect(socket.last.isClosedByClient).toBe(true);
    expect(clock.nextWakeAt).toBeNull();
  });

  test('closing waits until the condition searches were ended', async () => {
    const { clock, socket, kiwoom } = given();
    const subscription = kiwoom.streams([{ type: 'condition', condition: '급등주' }]).subscribe();
    await clock.settleBy(100);
    socket.last.welcome();
    const frames = [
      { trnm: 'CNSRLST', return_code: 0, data: [['4', '급등주']] },
      { trnm: 'CNSRREQ', seq: '4', return_code: 0, data: [] },
    ];
    for (const frame of frames) {
      await clock.settleBy(300);
      socket.last.say(frame);
    }
    await clock.settleBy(300);
    subscription.unsubscribe();
    const isOpenAtTheEnd = kiwoom.close().then(() => !socket.last.isClosedByClient);
    await clock.settleBy(300);
    expect(socket.last.lastSent).toEqual({ trnm: 'CNSRCLR', seq: '4' });
    expect(socket.last.isClosedByClient).toBe(false);
    socket.last.say({ trnm: 'CNSRCLR', seq: '4', return_code: 0 });
    await clock.settleBy(0);
    expect(await isOpenAtTheEnd).toBe(false);
  });

  test('reference data comes again each morning before the opening auction', async () => {
    const { clock, socket, kiwoom } = given({ quietHours: null });
    const days: number[] = [];
    const subscription = kiwoom
      .feed({ interests: INTERESTS, times: QUICK_TIMES })
      .events$.subscribe((event) => {
        if (event.type === 'instrument') days.push(event.at);
      });
    await clock.settleBy(100);
    socket.last.welcome();
    await clock.settleBy(24 * 3_600_000);
    subscription.unsubscribe();
    expect(days).toEqual([kstMoment('2026-11-23', '085500'), kstMoment('2026-11-24', '082500')]);
  });

  test('close ends what waits; the token lives on unless told otherwise', async () => {
    const { http, kiwoom } = given();
    await kiwoom.token.get();
    await kiwoom.close();
    await expect(kiwoom.client.call('ka10100', { symbol: '005930' })).rejects.toMatchObject({
      code: 'closed',
    });
    expect(http.isClosed).toBe(true);
    expect(http.sentTo('au10002')).toHaveLength(0);
  });

  test('the endpoints are those of the guide', () => {
    expect(REAL_ENDPOINT).toMatchObject({
      restUrl: 'https://api.kiwoom.com',
      wsUrl: 'wss://api.kiwoom.com:10000/api/dostk/websocket',
    });
    expect(MOCK_ENDPOINT).toMatchObject({
      restUrl: 'https://mockapi.kiwoom.com',
      wsUrl: 'wss://mockapi.kiwoom.com:10000/api/dostk/websocket',
      limits: { global: { perSecond: 1 } },
    });
  });
});

/** Real time, for the one test that needs sockets. */
const wallClock: Clock = {
  now: () => Date.now(),
  wakeAt(at, wake) {
    const timer = setTimeout(wake, Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  },
};

describe('over loopback', () => {
  test('orders and frames travel; a refused connection is proof that nothing was sent', async () => {
    const http = createServer((request, response) => {
      const tr = request.headers['api-id'];
      const reply =
        tr === 'au10001' ? tokenAnswer('token-1', '20300101000000') : answer({ ord_no: '0000024' });
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
    });
    const sockets = new WebSocketServer({ server: http, path: '/api/dostk/websocket' });
    sockets.on('connection', (socket) => {
      socket.on('message', (raw) => {
        const { trnm } = JSON.parse(raw.toString());
        socket.send(JSON.stringify({ trnm, return_code: 0, return_msg: '' }));
        if (trnm === 'REG') socket.send(JSON.stringify(realTimeExample('0s').frame));
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    const kiwoom = connectKiwoom({
      restUrl: `http://127.0.0.1:${port}`,
      wsUrl: `ws://127.0.0.1:${port}/api/dostk/websocket`,
      limits: REAL_LIMITS,
      appKey: 'k',
      secretKey: 's',
      clock: wallClock,
      quietHours: null,
    });
    const order = { venue: 'KRX', symbol: '005930', quantity: 1, price: 70_000, tradeType: '0' } as const;
    expect((await kiwoom.client.call('kt10000', order)).fields.orderNo).toBe('24');

    const types: string[] = [];
    await new Promise<void>((resolve) => {
      const subscription = kiwoom.feed({ interests: [] }).events$.subscribe((event) => {
        types.push(event.type);
        if (types.includes('feed-up') && types.includes('session')) {
          setImmediate(() => subscription.unsubscribe());
          resolve();
        }
      });
    });
    expect(types).toContain('feed-up');

    for (const client of sockets.clients) client.terminate();
    sockets.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await settled();
    await expect(kiwoom.client.call('kt10000', order)).rejects.toMatchObject({
      code: 'connection',
      definite: true,
      detail: expect.stringContaining(`http://127.0.0.1:${port}`), // a person wants to know what was tried
    });
    await kiwoom.close();
  });
});
