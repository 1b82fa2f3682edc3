// The feed as the engine uses it: what is watched changes while it runs, survives a reconnect, and comes out as events.

import { Subject } from 'rxjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { RateBudget, REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { ownError } from '#adapters/kiwoom/errors/errors.ts';
import { loadGuideGroup } from '#adapters/kiwoom/guide/load.ts';
import { GuideRequestError } from '#adapters/kiwoom/guide-request.ts';
import { type KiwoomFeedOptions, kiwoomFeed } from '#adapters/kiwoom/kiwoom-feed.ts';
import { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import { restSender } from '#adapters/kiwoom/rest/rest-sender.ts';
import { AccessToken } from '#adapters/kiwoom/rest/token.ts';
import { tokenIssuer } from '#adapters/kiwoom/rest/token-issuer.ts';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import { kstMoment } from '#domain/time.ts';
import type { InstrumentInterest, MarketInterest, Poll } from '#engine/ports.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { answer, FakeHttp } from './fake-http.ts';
import { FakeSocketServer, QUICK_TIMES } from './fake-socket.ts';
import { realTimeExample, trExample } from './guide-example.ts';

// Reading from disk is not a matter of the virtual clock.
beforeAll(() => loadGuideGroup('real-time'));

const stock = (symbol: string, book = false): InstrumentInterest => ({
  type: 'instrument',
  symbol,
  trades: true,
  book,
  periods: [],
});
const stream = (id: string, item = ''): MarketInterest => ({ type: 'stream', stream: id, item });
const condition = (name: string): MarketInterest => ({ type: 'condition', condition: name });

async function given(interests: readonly MarketInterest[] = [], more: Partial<KiwoomFeedOptions> = {}) {
  const clock = new VirtualClock(kstMoment('2026-11-23', '093000'));
  const http = new FakeHttp();
  const socket = new FakeSocketServer();
  http.reply('ka10100', ({ body }) => answer({ ...trExample('ka10100').response, code: body['stk_cd'] }));
  http.reply('ka10001', answer({ base_pric: '70000', upl_pric: '+91000', lst_pric: '-49000' }));
  const budget = new RateBudget(clock, REAL_LIMITS);
  const issuer = tokenIssuer({ http, clock, budget, appKey: 'k', secretKey: 's' });
  const token = new AccessToken({ issuer, clock });
  const feed = kiwoomFeed({
    onParting: () => undefined,
    url: 'ws://127.0.0.1',
    transport: socket,
    token,
    client: new RestClient(restSender({ http, clock, timers: clock, token, budget })),
    troubles$: new Subject(),
    clock,
    jitter: () => 0,
    times: QUICK_TIMES,
    indexes: [],
    interests,
    ...more,
  });
  const events: (MarketEvent | BrokerEvent)[] = [];
  let heard = 0;
  const subscription = feed.events$.subscribe((event) => events.push(event));
  await clock.settleBy(3_000);
  /** What REG and REMOVE said since the last call, or since frame `from` of this connection; acknowledged by then. */
  const registrations = async (from = heard) => {
    await clock.settleBy(0);
    const { last } = socket;
    last.acknowledge();
    const frames = last.sentFrames.slice(from).filter(({ trnm }) => trnm === 'REG' || trnm === 'REMOVE');
    heard = last.sent.length;
    return frames.map(({ trnm, data }) => {
      const { item, type } = (data as { item: string[]; type: string[] }[])[0]!;
      return `${trnm} ${item.join()} ${type.join('+')}`;
    });
  };
  /** Events since the last call, as short lines. */
  let told = 0;
  const news = () => {
    const fresh = events.slice(told);
    told = events.length;
    return fresh.map((event) => {
      if (event.type === 'stream') return `stream ${event.stream} ${event.item}`;
      if (event.type === 'condition') return `${event.condition} ${event.change} ${event.symbols.join()}`;
      if (event.type === 'watch-refused') return `refused ${event.what} ${event.about} ${event.code}`;
      if (event.type === 'instrument') return `instrument ${event.instrument.symbol}`;
      return event.type;
    });
  };
  socket.last.welcome();
  return { feed, clock, http, socket, events, subscription, registrations, news };
}

const real = (type: string, item: string, values: Record<string, string> = {}) => ({
  trnm: 'REAL',
  data: [{ type, item, values }],
});

describe('what is watched changes while the feed runs', () => {
  test('an instrument: registered, its reference data fetched, widened, ended', async () => {
    const { feed, clock, registrations, news } = await given();
    expect(await registrations()).toEqual(['REG  00+04', 'REG  0s+1h']);
    news();
    feed.watch(stock('005930'));
    feed.watch(stock('005930'));
    expect(await registrations()).toEqual(['REG 005930 0B+0C']);
    await clock.settleBy(3_000);
    expect(news()).toEqual(['instrument 005930']);
    feed.watch(stock('005930', true));
    expect(await registrations()).toEqual(['REMOVE 005930 0C', 'REG 005930 0D']);
    feed.watch(stock('005930'));
    expect(await registrations()).toEqual([]);
    feed.unwatch(stock('005930'));
    feed.unwatch(stock('000660'));
    expect(await registrations()).toEqual(['REMOVE 005930 0B+0D']);
  });

  test('what was watched before somebody subscribes, and after a reconnect', async () => {
    const { feed, clock, socket, subscription, registrations } = await given();
    subscription.unsubscribe();
    feed.watch(stock('005930'));
    feed.watch(stream('0w', '000660'));
    feed.events$.subscribe();
    for (let round = 0; round < 2; round++) {
      await clock.settleBy(3_000);
      socket.last.open();
      socket.last.say({ trnm: 'LOGIN', return_code: 0 });
      expect(await registrations(0)).toEqual([
        'REG  00+04',
        'REG  0s+1h',
        'REG 005930 0B+0C',
        'REG 000660 0w',
      ]);
      socket.last.drop();
    }
    expect(socket.connections).toHaveLength(3);
  });

  test('a second subscriber is refused: its session would end the first', async () => {
    const { feed } = await given();
    let failure: unknown = null;
    feed.events$.subscribe({ error: (error: unknown) => (failure = error) });
    expect(String(failure)).toMatch(/has a subscriber/);
  });

  test('an instrument that Kiwoom does not know is refused once and stays registered', async () => {
    const { clock, http, feed, registrations, news } = await given();
    http.reply('ka10100', answer({}));
    feed.watch(stock('999999'));
    expect(await registrations()).toContain('REG 999999 0B+0C');
    await clock.settleBy(24 * 3_600_000 + 3_000);
    expect(news().filter((line) => line.startsWith('refused'))).toEqual([
      'refused instrument 999999 unknown',
    ]);
  });

  test('too many: the last ones are refused, our own orders never', async () => {
    const limits = { maxCodes: 2, maxCodesPerGroup: 2 };
    const { registrations, news } = await given(
      [stock('005930'), stream('0w', '005930'), stock('000660'), stream('0F', '035720')],
      { limits, indexes: ['001'] },
    );
    expect(await registrations()).toEqual([
      'REG  00+04',
      'REG  0s+1h',
      'REG 005930 0B+0C+0w',
      'REG 000660 0B+0C',
    ]);
    expect(news().filter((line) => line.startsWith('refused'))).toEqual([
      'refused stream 0F 035720 limit-reached',
      'refused stream 0J 001 limit-reached',
    ]);
  });
});

describe('streams', () => {
  test('of a type without event of its own', async () => {
    const { socket, news, events, feed } = await given([stream('0w', '005930')]);
    news();
    socket.last.say(real('0w', '005930', { '20': '113442', '206': '8043' }));
    socket.last.say(real('0w', '000660', { '20': '113442' }));
    expect(news()).toEqual(['stream 0w 005930']);
    expect(events.at(-1)).toMatchObject({
      values: { tradedAt: '113442', buyQuantity: 8_043, sellQuantity: null },
    });
    expect(feed.unknown).toEqual({ 'entry 0w': 1 });
  });

  test('beside the events of an instrument; others stay on the short way', async () => {
    const { socket, news } = await given([stock('005930', true), stock('000660'), stream('0B', '005930')]);
    news();
    const trade = { '20': '093000', '10': '-70000', '15': '+3' };
    for (let round = 0; round < 2; round++) {
      socket.last.say(realTimeExample('0D').frame);
      socket.last.say(real('0B', '005930', trade));
      socket.last.say(real('0B', '000660', trade));
      expect(news()).toEqual(['book', 'trade', 'stream 0B 005930', 'trade']);
    }
  });

  test('of another venue than the instrument is no price of it', async () => {
    const { socket, news, registrations } = await given([stock('005930'), stream('0B', '005930_NX')]);
    expect(await registrations()).toEqual(expect.arrayContaining(['REG 005930 0B+0C', 'REG 005930_NX 0B']));
    news();
    const trade = { '20': '093000', '10': '-70000', '15': '+3' };
    socket.last.say(real('0B', '005930', trade));
    socket.last.say(real('0B', '005930_NX', trade));
    expect(news()).toEqual(['trade', 'stream 0B 005930_NX']);
  });

  test('without items: the account and the market, whatever the message is about', async () => {
    const { socket, news, registrations } = await given([stream('00'), stream('1h', '005930')]);
    expect(await registrations()).toEqual(['REG  00+04', 'REG  0s+1h']);
    news();
    socket.last.say(realTimeExample('00').frame);
    socket.last.say(realTimeExample('1h').frame);
    expect(news()).toEqual([
      'order-notice',
      'stream 00 005930',
      'volatility-interruption',
      'stream 1h 005930',
    ]);
  });

  test.each([
    ['0b', '005930', /real-time types: 00 04/],
    ['ka10027', '', /real-time types/],
    ['0w', '', /name its code/],
  ])('there is no %s %s', async (id, item, detail) => {
    const { feed, events, registrations } = await given();
    await registrations();
    feed.watch(stream(id, item));
    feed.watch(stock('005930'));
    expect(await registrations()).toEqual(['REG 005930 0B+0C']);
    const refusals = events.filter((event) => event.type === 'watch-refused');
    expect(refusals).toEqual([
      expect.objectContaining({ what: 'stream', code: 'unknown', detail: expect.stringMatching(detail) }),
    ]);
  });
});

test('conditions begin when the feed is up, and tell who is in', async () => {
  const { clock, feed, socket, news } = await given([condition('급등주')]);
  const say = async (frame: object) => {
    socket.last.say(frame);
    await clock.settleBy(0);
  };
  await say({ trnm: 'CNSRLST', return_code: 0, data: [['4', '급등주']] });
  await say({ trnm: 'CNSRREQ', seq: '4', return_code: 0, data: [{ jmcode: 'A005930' }] });
  await say(real('02', '000660', { '841': '4', '9001': '000660', '843': 'I' }));
  feed.watch(condition('없는 것'));
  await clock.settleBy(0);
  await say({ trnm: 'CNSRLST', return_code: 0, data: [['4', '급등주']] });
  expect(news()).toEqual([
    'feed-up',
    '급등주 members 005930',
    '급등주 entered 000660',
    'refused condition 없는 것 unknown',
  ]);
  expect(feed.unknown).toEqual({});
});

describe('polls', () => {
  const poll: Poll = {
    name: 'movers',
    query: 'ka10027',
    inputs: {},
    everyMs: 60_000,
    phases: ['continuous'],
  };
  const words = { ko: '필수', en: 'is required' };

  test.each([
    [
      'an answer',
      async () => ({ rows: [{ symbol: '005930' }] }),
      { answer: { rows: [{ symbol: '005930' }] } },
    ],
    [
      'a failure that may pass',
      () => Promise.reject(ownError('timeout', 'ka10027', { retryable: true, definite: false })),
      { code: 'timeout', retryable: true },
    ],
    [
      'a request that breaks a rule',
      () => Promise.reject(new GuideRequestError('ka10027', 'market', 'missing', words)),
      { code: 'bad-request', retryable: false },
    ],
  ])('%s', async (_what, askQuery, expected) => {
    const { feed, clock, events } = await given([], { askQuery });
    feed.ask(poll);
    await clock.settleBy(0);
    const type = 'answer' in expected ? 'poll-answered' : 'poll-failed';
    expect(events.at(-1)).toEqual({ type, at: clock.now(), poll: 'movers', query: 'ka10027', ...expected });
  });
});
