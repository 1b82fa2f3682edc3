// The feed with the scanner in it: the same events as without, and unknown FIDs are still noticed in one of 256 entries of
// a type, whichever way the others went.

import { expect, test } from 'vitest';
import { connectKiwoom, REAL_ENDPOINT } from '#adapters/kiwoom/connect-kiwoom.ts';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import { kstMoment } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, FakeHttp } from './fake-http.ts';
import { FakeSocketServer, QUICK_TIMES } from './fake-socket.ts';
import { realTimeExample, trExample } from './guide-example.ts';

const AT = kstMoment('2026-11-23', '165210');

async function given() {
  const clock = new VirtualClock(AT);
  const http = new FakeHttp();
  const socket = new FakeSocketServer();
  http.reply('ka10100', answer(trExample('ka10100').response));
  http.reply('ka10001', answer({ base_pric: '70000', upl_pric: '+91000', lst_pric: '-49000' }));
  const kiwoom = connectKiwoom({ ...REAL_ENDPOINT, appKey: 'k', secretKey: 's', clock, http, socket });
  const feed = kiwoom.feed({
    interests: [{ type: 'instrument', symbol: '005930', trades: true, book: true, periods: [] }],
    times: QUICK_TIMES,
  });
  const events: (MarketEvent | BrokerEvent)[] = [];
  const subscription = feed.events$.subscribe((event) => events.push(event));
  await clock.settleBy(100);
  socket.last.welcome();
  return { feed, events, socket, subscription };
}

/** A trade whose FID 4711 nobody knows. */
const trade = {
  type: '0B',
  item: '005930',
  values: { '20': '165208', '10': '-20800', '15': '+82', '4711': 'new' },
};
/** The same, which has to go the long way: a price that is no text. */
const longTrade = { ...trade, values: { ...trade.values, '27': 20_800 } };
const real = (...data: readonly object[]) => ({ trnm: 'REAL', data });

test('trades and books come out in order, stamped with the time they were heard', async () => {
  const { events, socket, subscription } = await given();
  const heard = events.length;
  for (let round = 0; round < 3; round++) {
    socket.last.say(realTimeExample('0B').frame);
    socket.last.say(realTimeExample('0D').frame);
  }
  const fresh = events.slice(heard);
  expect(fresh.map((event) => event.type)).toEqual(['trade', 'book', 'trade', 'book', 'trade', 'book']);
  // The first of a type is looked at and goes the long way, the others are scanned.
  expect(fresh[2]).toEqual(fresh[0]);
  expect(fresh[3]).toEqual(fresh[1]);
  subscription.unsubscribe();
});

test('entries of several types in one frame come out each as what it is, in their order', async () => {
  const { events, feed, socket, subscription } = await given();
  const entryOf = (type: string): object => realTimeExample(type).frame.data[0]!;
  const whole = real(
    trade,
    entryOf('00'),
    entryOf('0D'),
    { type: '9Z', item: '', values: {} },
    entryOf('04'),
    trade,
  );
  for (let round = 0; round < 3; round++) {
    const heard = events.length;
    socket.last.say(whole);
    const types = events.slice(heard).map(({ type }) => type);
    expect(types).toEqual(['trade', 'order-notice', 'book', 'balance-notice', 'trade']);
  }
  expect(feed.unknown['entry 9Z']).toBe(3);
  subscription.unsubscribe();
});

test.each<[name: string, frames: readonly object[], entries: number]>([
  ['scanned', [real(trade)], 1],
  ['on the long way', [real(longTrade)], 1],
  ['in turn', [real(trade), real(longTrade)], 2],
  ['three in a frame', [real(trade, trade, trade)], 3],
  ['three in a frame, with others', [real(trade, trade, trade), real(longTrade)], 4],
])('unknown FIDs are counted in one of 256 entries: %s', async (_, frames, entries) => {
  const { feed, socket, subscription } = await given();
  const inspected: number[] = [];
  for (let said = 0, seen = 0; said < 600; said += entries) {
    for (const frame of frames) socket.last.say(frame);
    const count = feed.unknown['0B.4711'] ?? 0;
    for (; seen < count; seen++) inspected.push(said);
  }
  // Entries 0, 256 and 512, each rounded down to the first entry said together with it.
  expect(inspected).toEqual([0, 256, 512].map((entry) => entry - (entry % entries)));
  subscription.unsubscribe();
});

test('each type is counted for itself', async () => {
  const { feed, socket, subscription } = await given();
  const book = { type: '0D', item: '005930', values: { '4711': 'new' } };
  socket.last.say(real(book));
  for (let i = 0; i < 257; i++) socket.last.say(real(trade));
  expect(feed.unknown).toMatchObject({ '0D.4711': 1, '0B.4711': 2 });
  subscription.unsubscribe();
});

test('a trade that says too little is counted, not made up', async () => {
  const { feed, socket, subscription } = await given();
  for (let i = 0; i < 3; i++) socket.last.say(real({ ...trade, values: { ...trade.values, '10': '0' } }));
  expect(feed.unknown['entry 0B']).toBe(3);
  subscription.unsubscribe();
});

test('a frame nobody can read is counted', async () => {
  const { feed, socket, subscription } = await given();
  socket.last.say(real(trade));
  socket.last.say(`${JSON.stringify(real(trade))}}`);
  expect(feed.unknown['frame']).toBe(1);
  subscription.unsubscribe();
});
