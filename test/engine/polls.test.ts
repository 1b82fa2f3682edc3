// Polled queries in the engine: when they are asked, what a lost answer does, and what strategies get to see.

import type { Subscription } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import { kstMoment } from '#domain/time.ts';
import type { Poll } from '#engine/ports.ts';
import { replay } from '#engine/replay.ts';
import type { QueryUpdate } from '#strategies/strategy.ts';
import { SAMSUNG, Story, settingsOf, TEN, TODAY, tradingStory } from '#test/support/engine-story.ts';
import { Listener } from '#test/support/listener.ts';

const TOP: Poll = { name: 'top', query: 'ka10027', inputs: {}, everyMs: 30_000, phases: ['continuous'] };
const ASK = ['ask poll top'];

/** `top: new 005930; gone 000660` */
function updateInWords({ poll, rows, gone }: QueryUpdate<unknown>): string {
  const marked = (rows['changeRateTop'] ?? []).map(({ row, change }) => `${change} ${row['stockCode']}`);
  const lost = (gone['changeRateTop'] ?? []).map((row) => `gone ${row['stockCode']}`);
  return `${poll}: ${[...marked, ...lost].join(', ')}`;
}

function listening(query: 'ka10027' | 'ka10032' = 'ka10027', poll?: string): Listener {
  return new Listener('alpha', {
    atStart: (me, context) => void me.listens(context.query(query, poll), updateInWords),
  });
}

function storyOf(listener: Listener, polls: readonly Poll[] = [TOP], startsAt = TEN): Story {
  return tradingStory({ puppets: [listener.puppet], settings: { polls }, startsAt });
}

function answer(story: Story, ...symbols: string[]): string[] {
  const rows: PlainRecord[] = symbols.map((stockCode) => ({ stockCode }));
  return story.take({
    type: 'poll-answered',
    at: story.now,
    poll: 'top',
    query: 'ka10027',
    answer: { changeRateTop: rows },
  });
}

describe('a poll is asked', () => {
  test('at once when the feed is up, and then once a period, answered or refused', () => {
    const story = new Story({ puppets: [listening().puppet], settings: { polls: [TOP] } });
    expect(story.pass(0)).toEqual([]);
    expect(story.take({ type: 'feed-up', at: story.now })).toEqual(['ask snapshot (start)', ...ASK]);
    answer(story, SAMSUNG);
    expect(story.pass(29_999)).toEqual([]);
    expect(story.wakeAt).toBe(TEN + 30_000); // no other event is needed for it
    expect(story.pass(1)).toEqual(ASK);
    const failed = {
      type: 'poll-failed',
      poll: 'top',
      query: 'ka10027',
      code: 'x',
      retryable: true,
    } as const;
    expect(story.take({ ...failed, at: story.now })).toEqual([]);
    expect(story.pass(30_000)).toEqual(ASK);
  });

  test('when its part of the day begins, and not outside of it', () => {
    const story = storyOf(listening(), [TOP], kstMoment(TODAY, '085959'));
    expect(story.events.length).toBeGreaterThan(0);
    expect(story.effects.filter(({ type }) => type === 'ask')).toEqual([]);
    expect(story.pass(1_000)).toContain('ask poll top');
    answer(story, SAMSUNG);
    story.now = kstMoment(TODAY, '152100');
    expect(story.pass(0)).toEqual([]);
  });

  test('no second time while the first answer is on its way, until that is given up', () => {
    const story = storyOf(listening());
    expect(story.pass(30_000)).toEqual([]);
    expect(story.pass(29_999)).toEqual([]);
    expect(story.pass(1)).toEqual(ASK);
  });

  test('not while the feed is down, and once when it is back', () => {
    const story = storyOf(listening());
    answer(story, SAMSUNG);
    story.take({ type: 'feed-down', at: story.now, reason: 'cut', final: false });
    expect(story.pass(60_000)).not.toContain('ask poll top');
    expect(story.take({ type: 'feed-up', at: story.now })).toContain('ask poll top');
  });

  test('only while somebody listens', () => {
    const listener = new Listener('alpha');
    const story = storyOf(listener);
    expect(story.pass(60_000)).toEqual([]);
    let subscription: Subscription | undefined;
    const begin = listener.does(story, ({ query }) => {
      subscription = listener.listens(query('ka10027'), updateInWords);
    });
    expect(begin).toEqual(ASK);
    answer(story, SAMSUNG);
    listener.does(story, () => subscription?.unsubscribe());
    expect(story.pass(60_000)).toEqual([]);
  });
});

test('an answer is handed on with its rows marked against the one before', () => {
  const listener = listening();
  const story = storyOf(listener);
  answer(story, '005930', '000660');
  answer(story, '000660', '035720');
  expect(listener.news()).toEqual([
    'top: new 005930, new 000660',
    'top: same 000660, new 035720, gone 005930',
  ]);
});

test('an answer to a poll that the configuration no longer has is left out', () => {
  const story = storyOf(listening(), []);
  expect(answer(story, SAMSUNG)).toEqual([]);
});

describe('a strategy that asks for a poll that is not there is told so', () => {
  const other: Poll = { ...TOP, name: 'other' };
  test.each<[string, Listener, Poll[], string]>([
    [
      'none asks the query',
      listening('ka10032'),
      [TOP],
      'query(ka10032): the configuration has no poll that asks ka10032; its polls: top (ka10027)',
    ],
    [
      'none of that name does',
      listening('ka10027', 'least'),
      [TOP],
      'query(ka10027): the configuration has no poll called least that asks ka10027; its polls: top (ka10027)',
    ],
    [
      'several do',
      listening(),
      [TOP, other],
      "query(ka10027): several polls of the configuration ask ka10027: top, other; say which one, query('ka10027', name)",
    ],
  ])('%s', (_name, listener, polls, message) => {
    const story = new Story({ puppets: [listener.puppet], settings: { polls } });
    expect(story.take({ type: 'feed-up', at: TEN })).toContain(`halt all: strategy alpha failed: ${message}`);
  });

  test('naming one of several is enough', () => {
    const listener = listening('ka10027', 'other');
    const story = storyOf(listener, [TOP, other]);
    expect(story.engine.host.failures).toEqual([]);
  });
});

test('a replay of the recorded events asks and answers the same', async () => {
  const buyTop = (): Listener =>
    new Listener('alpha', {
      atStart: (me, { query }) => {
        query('ka10027').subscribe(({ answer: { changeRateTop } }) => {
          const symbol = changeRateTop[0]?.stockCode ?? '';
          me.says({ symbol, target: { unit: 'shares', shares: 3 }, reason: 'first of the ranking' });
        });
      },
    });
  const story = storyOf(buyTop());
  answer(story, SAMSUNG);
  story.pass(30_000);
  expect(story.records.some(({ type }) => type === 'order-intended')).toBe(true);
  const events = JSON.parse(JSON.stringify(story.events)) as EngineEvent[];
  const settings = settingsOf({ strategies: [buyTop().puppet.setup], polls: [TOP] });
  const result = await replay(settings, [], story.records, events);
  expect(result).toMatchObject({ records: story.records.length, difference: null });
});
