// Instruments that strategies take up while trading: subscribed to and let go again, shown their past, sized and judged
// like those of the configuration.

import type { Subscription } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import { DAY_MS, MINUTE_MS } from '#domain/time.ts';
import {
  HYNIX,
  instrumentEvent,
  Puppet,
  SAMSUNG,
  Story,
  type StoryParts,
  TEN,
  tradeEvent,
  tradingStory,
} from '#test/support/engine-story.ts';
import { Listener } from '#test/support/listener.ts';

const KAKAO = '035720';

function storyOf(listener: Listener, parts: StoryParts = {}): Story {
  return tradingStory({ puppets: [listener.puppet], ...parts });
}

function bar(period: BarPeriod, minutesAgo: number, close: number): Bar {
  const start = TEN - minutesAgo * MINUTE_MS;
  return { symbol: KAKAO, period, start, open: close, high: close, low: close, close, volume: 1 };
}

const barInWords = ({ period, start, close, volume }: Bar): string =>
  `${period} ${(start - TEN) / MINUTE_MS} ${close} ${volume}`;

describe('an instrument is watched', () => {
  test('from its first listener to its last', () => {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    const subscriptions: Subscription[] = [];
    const listens = (): string[] =>
      alpha.does(story, ({ trades }) => {
        subscriptions.push(alpha.listens(trades(KAKAO), ({ price }) => String(price)));
      });
    expect(listens()).toEqual([`watch ${KAKAO}`]);
    expect(listens()).toEqual([]);
    story.trade(50_000, KAKAO);
    expect(alpha.news()).toEqual(['50000', '50000']);
    expect(alpha.does(story, () => subscriptions.pop()?.unsubscribe())).toEqual([]);
    expect(alpha.does(story, () => subscriptions.pop()?.unsubscribe())).toEqual([`unwatch ${KAKAO}`]);
  });

  test('with its book once somebody wants that, and narrower never again', () => {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    let book: Subscription | undefined;
    alpha.does(story, ({ trades }) => void trades(KAKAO).subscribe());
    const widened = alpha.does(story, (context) => {
      book = context.book(KAKAO).subscribe();
    });
    expect(widened).toEqual([`watch ${KAKAO} book`]);
    expect(alpha.does(story, () => book?.unsubscribe())).toEqual([]);
    expect(alpha.does(story, (context) => void context.book(KAKAO).subscribe())).toEqual([]);
  });

  test('for good when the configuration names it', () => {
    const alpha = new Listener('alpha');
    const beta = new Puppet('beta', { symbols: [KAKAO] });
    const story = storyOf(alpha, { puppets: [alpha.puppet, beta] });
    expect(story.engine.interests()).toEqual([
      { type: 'instrument', symbol: KAKAO, trades: true, book: false, periods: [] },
    ]);
    let subscription: Subscription | undefined;
    const outcome = alpha.does(story, ({ trades }) => {
      subscription = trades(KAKAO).subscribe();
    });
    expect([...outcome, ...alpha.does(story, () => subscription?.unsubscribe())]).toEqual([]);
  });

  test('from the start when a strategy listens by then', () => {
    const alpha = new Listener('alpha', {
      atStart: (_me, { bars, book }) => {
        bars(KAKAO, '5m').subscribe();
        book(KAKAO).subscribe();
      },
      warmUp: [{ period: '5m', bars: 3 }],
    });
    const story = storyOf(alpha);
    expect(story.engine.interests()).toEqual([
      { type: 'instrument', symbol: KAKAO, trades: true, book: true, periods: ['5m'] },
    ]);
    expect(story.engine.host.warmUps()).toEqual([{ symbol: KAKAO, period: '5m', bars: 3 }]);
    expect(story.effects).toEqual([]);
  });

  test('as long as it is wanted, worked in or held, also when nobody listens', () => {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    const wants = (shares: number): string[] =>
      alpha.does(story, () =>
        alpha.says({ symbol: KAKAO, target: { unit: 'shares', shares }, reason: 'now' }),
      );
    expect(wants(4)).toEqual([`refuse 1: buy 4 ${KAKAO} market: instrument-unknown`, `watch ${KAKAO}`]);
    const orderable = { symbol: KAKAO, price: 1_000_000, quantity: 1_000, amount: 1e9 };
    story.take({ type: 'orderable-answered', at: story.now, ...orderable });
    expect(story.take(instrumentEvent(KAKAO, story.now))).toEqual([
      `intend 2: buy 4 ${KAKAO} market`,
      'send 2',
    ]);
    story.acknowledge(2);
    expect(story.fill('7001', 4)).toEqual(['2 fills 0-4 for 280000']);
    expect(wants(0)).toEqual([`intend 3: sell 4 ${KAKAO} market`, 'send 3']);
    story.acknowledge(3);
    expect(story.fill('7002', 4)).toEqual(['3 fills 0-4 for 280000', `unwatch ${KAKAO}`]);
  });

  test('not for a target that nothing has to be done for', () => {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    const outcome = alpha.does(story, () =>
      alpha.says({ symbol: KAKAO, target: { unit: 'shares', shares: 0 }, reason: 'nothing held' }),
    );
    expect(outcome).toEqual([]);
  });

  test('again after a restart, when the strategy still holds it', () => {
    const first = new Puppet('alpha', { symbols: [SAMSUNG, HYNIX] });
    const before = tradingStory({ puppets: [first] });
    before.wants(3, { symbol: HYNIX });
    before.acknowledge(1);
    before.fill('7001', 3);
    const again = new Story({ puppets: [new Listener('alpha').puppet], past: before.records });
    expect(again.engine.interests()).toEqual([
      { type: 'instrument', symbol: HYNIX, trades: true, book: false, periods: [] },
    ]);
  });
});

describe('bars of an instrument taken up while trading', () => {
  const takeUp = (story: Story, alpha: Listener, ...periods: BarPeriod[]): string[] =>
    alpha.does(story, ({ bars }) => {
      for (const period of periods) alpha.listens(bars(KAKAO, period), barInWords);
    });

  test('begin with their past, the longest period first; trades make bars from then on', () => {
    const warmUp = [
      { period: '1m', bars: 2 },
      { period: '1d', bars: 1 },
    ] as const;
    const alpha = new Listener('alpha', { warmUp: [...warmUp] });
    const story = storyOf(alpha);
    expect(takeUp(story, alpha, '1m', '1d')).toEqual([
      `watch ${KAKAO} 1m 1d`,
      `show ${KAKAO} 1 of 1d, 2 of 1m`,
    ]);
    story.trade(60_000, KAKAO); // would be a bar before the past it comes after
    story.pass(70_000);
    expect(alpha.news()).toEqual([]);
    for (const past of [bar('1d', 24 * 60, 58_000), bar('1m', 2, 59_000), bar('1m', 1, 59_500)]) {
      expect(story.take({ type: 'warm-up-bar', at: story.now, bar: past })).toEqual([]);
    }
    story.take({ type: 'history-shown', at: story.now, symbol: KAKAO });
    story.trade(61_000, KAKAO);
    story.pass(61_000);
    expect(alpha.news()).toEqual(['1d -1440 58000 1', '1m -2 59000 1', '1m -1 59500 1', '1m 1 61000 1']);
  });

  test('begin live where the strategy wants no past', () => {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    expect(takeUp(story, alpha, '3m')).toEqual([`watch ${KAKAO} 3m`]);
    for (let minute = 0; minute < 3; minute++) {
      story.trade(60_000 + minute, KAKAO);
      story.pass(60_000);
    }
    story.pass(1_000);
    expect(alpha.news()).toEqual(['3m 0 60002 3']);
  });

  test('what the past makes a strategy want waits until all of it was shown', () => {
    const alpha = new Listener('alpha', { warmUp: [{ period: '1m', bars: 2 }] });
    const story = storyOf(alpha);
    alpha.does(story, ({ bars }) => {
      bars(KAKAO, '1m').subscribe(({ close }) => {
        alpha.says({ symbol: KAKAO, target: { unit: 'shares', shares: close % 10 }, reason: 'the past' });
      });
    });
    story.take(instrumentEvent(KAKAO, story.now));
    const orderable = { symbol: KAKAO, price: 1_000_000, quantity: 1_000, amount: 1e9 };
    story.take({ type: 'orderable-answered', at: story.now, ...orderable });
    for (const past of [bar('1m', 2, 59_009), bar('1m', 1, 59_002)]) {
      expect(story.take({ type: 'warm-up-bar', at: story.now, bar: past })).toEqual([]);
    }
    expect(story.take({ type: 'history-shown', at: story.now, symbol: KAKAO })).toEqual([
      `intend 1: buy 2 ${KAKAO} market`,
      'send 1',
    ]);
  });

  test('another period of an instrument that is watched is shown its past, and its trades go on', () => {
    const warmUp = [{ period: '5m', bars: 1 }] as const;
    const alpha = new Listener('alpha', { warmUp: [...warmUp] });
    const beta = new Puppet('beta', { symbols: [KAKAO] });
    const story = storyOf(alpha, { puppets: [alpha.puppet, beta] });
    expect(takeUp(story, alpha, '5m')).toEqual([`watch ${KAKAO} 5m`, `show ${KAKAO} 1 of 5m`]);
    story.take(tradeEvent(KAKAO, 60_000, story.now));
    story.now = TEN + 5 * MINUTE_MS + 1_000;
    story.pass(0);
    expect(alpha.news()).toEqual(['5m 0 60000 1']);
  });
});

describe('bars that the feed missed', () => {
  const down = (story: Story): string[] =>
    story.take({ type: 'feed-down', at: story.now, reason: 'cut', final: false });
  const up = (story: Story): string[] => story.take({ type: 'feed-up', at: story.now });
  const SHOWN_AGAIN = `show ${KAKAO} 4 of 1m`;

  /** Listens to bars of one and of five minutes; the first trade is at ten. */
  function listening(): { readonly story: Story; readonly alpha: Listener } {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    alpha.does(story, ({ bars }) => {
      for (const period of ['1m', '5m'] as const) alpha.listens(bars(KAKAO, period), barInWords);
    });
    story.trade(60_000, KAKAO);
    return { story, alpha };
  }

  test('are shown when it is back, whole, and trades make bars after that', () => {
    const { story, alpha } = listening();
    expect(down(story)).toEqual([]);
    story.pass(130_000); // two minutes end meanwhile: neither is closed with what was seen of it
    expect(alpha.news()).toEqual([]);
    expect(up(story)).toEqual(['ask snapshot (reconnect)', SHOWN_AGAIN]);
    story.trade(64_000, KAKAO); // before the missed bars: it would stand before them
    for (const past of [bar('1m', 1, 59_000), bar('1m', 0, 60_500), bar('1m', -1, 61_000)]) {
      story.take({ type: 'warm-up-bar', at: story.now, bar: past });
    }
    story.take({ type: 'history-shown', at: story.now, symbol: KAKAO });
    story.trade(65_000, KAKAO);
    story.now = TEN + 5 * MINUTE_MS + 1_000;
    story.pass(0);
    expect(alpha.news()).toEqual([
      '1m -1 59000 1',
      '5m -5 59000 1',
      '1m 0 60500 1',
      '1m 1 61000 1',
      '1m 2 65000 1',
      '5m 0 65000 3',
    ]);
  });

  test('are not asked for when it comes up for the first time', () => {
    const alpha = new Listener('alpha', { atStart: (_me, { bars }) => void bars(KAKAO, '1m').subscribe() });
    const story = new Story({ puppets: [alpha.puppet] });
    expect(up(story)).toEqual(['ask snapshot (start)']);
  });

  test('are asked for once an absence, however often it fails to come back', () => {
    const { story } = listening();
    down(story);
    story.pass(60_000);
    down(story);
    story.pass(61_000);
    expect(up(story)).toContain(SHOWN_AGAIN);
    expect(up(story)).toEqual(['ask snapshot (reconnect)']);
  });

  test('of a long absence are no more than a page of the chart', () => {
    const { story } = listening();
    down(story);
    story.now += 3 * DAY_MS;
    expect(up(story).at(-1)).toBe(`show ${KAKAO} 800 of 1m`);
  });

  test('are of no interest where nobody listens any more; who listens later gets bars of trades', () => {
    const alpha = new Listener('alpha');
    const story = storyOf(alpha);
    let heard: Subscription | undefined;
    const listen = (): void => {
      alpha.does(story, ({ bars }) => {
        heard = alpha.listens(bars(KAKAO, '1m'), barInWords);
      });
    };
    listen();
    alpha.does(story, () => heard?.unsubscribe());
    down(story);
    expect(up(story)).toEqual(['ask snapshot (reconnect)']);
    listen();
    story.trade(60_000, KAKAO);
    story.pass(61_000);
    expect(alpha.news()).toEqual(['1m 0 60000 1']);
  });

  test('a past that arrives while the feed is away starts nothing: another one comes with the feed', () => {
    const { story, alpha } = listening();
    down(story);
    story.take({ type: 'history-shown', at: story.now, symbol: KAKAO });
    story.trade(60_000, KAKAO);
    story.pass(130_000);
    expect(alpha.news()).toEqual([]);
    expect(up(story)).toContain(SHOWN_AGAIN);
  });
});
