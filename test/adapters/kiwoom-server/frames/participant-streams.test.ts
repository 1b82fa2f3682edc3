// 0F and 0w as strategies get them: over real sockets on 127.0.0.1, read by our own client, which knows every FID of them.

import { afterEach, expect, it } from 'vitest';
import { REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { connectKiwoom } from '#adapters/kiwoom/connect-kiwoom.ts';
import { startKiwoomServer } from '#adapters/kiwoom-server/web/node-server.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import { kstMoment, SECOND_MS } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { KEY } from '../harness.ts';
import { FIRST_DAY, MarketWorld } from '../market-world.ts';

type StreamEvent = Extract<MarketEvent, { type: 'stream' }>;

const endings: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

it('0F and 0w reach a client with nothing in them that it does not know', async () => {
  const { exchange } = new MarketWorld(7, 1);
  exchange.advanceTo(kstMoment(FIRST_DAY, '093000'));
  const server = await startKiwoomServer({
    ...{ exchange, clock: new VirtualClock(0), keys: [KEY], limits: null, port: 0 },
  });
  endings.push(() => server.close());
  const { appKey, secretKey } = KEY;
  const kiwoom = connectKiwoom({
    ...{ restUrl: server.restUrl, wsUrl: server.wsUrl, appKey, secretKey, limits: REAL_LIMITS },
    // Dates are the exchange's; waiting is the wall's.
    clock: { now: () => exchange.now, wakeAt: () => () => undefined },
    timers: systemClock(),
    quietHours: null,
  });
  endings.push(() => kiwoom.close());
  const feed = kiwoom.feed({
    interests: (['0F', '0w'] as const).map((stream) => ({ type: 'stream', stream, item: '005930_AL' })),
  });
  const told: StreamEvent[] = [];
  const isUp = new Promise<void>((resolve) => {
    const subscription = feed.events$.subscribe((event) => {
      if (event.type === 'feed-up') resolve();
      if (event.type === 'stream') told.push(event);
    });
    endings.push(() => subscription.unsubscribe());
  });
  await isUp;
  for (let second = 0; second < 20; second++) {
    exchange.advanceTo(exchange.now + SECOND_MS);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await expect.poll(() => new Set(told.map(({ stream }) => stream)).size).toBe(2);
  const brokers = told.findLast(({ stream }) => stream === '0F')!;
  const programs = told.findLast(({ stream }) => stream === '0w')!;
  expect(brokers).toMatchObject({ item: '005930_AL', values: { buyBrokerColour1: '!!!!' } });
  for (const { values } of [brokers, programs])
    for (const [name, value] of Object.entries(values)) expect([name, value]).not.toEqual([name, undefined]);
  expect(brokers.values['buyBrokerQuantity1']).toBeGreaterThan(0);
  expect(programs.values['netBuyQuantity']).toBeTypeOf('number');
  expect(feed.unknown).toEqual({});
});
