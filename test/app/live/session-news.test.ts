// What a person is told of a running session.

import { expect, test } from 'vitest';
import { SessionNews } from '#app/live/session-news.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { TEN, tradeEvent } from '#test/support/engine-story.ts';

const failed = (poll: string): EngineEvent => ({
  type: 'poll-failed',
  at: TEN,
  poll,
  query: 'ka10027',
  code: 'timeout',
  retryable: true,
});

test('a poll that keeps failing is told once, and again after it was answered', () => {
  const news = new SessionNews();
  const answered: EngineEvent = { type: 'poll-answered', at: TEN, poll: 'a', query: 'ka10027', answer: {} };
  const events = [failed('a'), failed('a'), failed('b'), answered, failed('a')];
  expect(events.map((event) => news.isNews(event))).toEqual([true, false, true, false, true]);
});

test('the connection, the session and refusals are news, trades are not', () => {
  const news = new SessionNews();
  const refused: EngineEvent = {
    type: 'watch-refused',
    at: TEN,
    what: 'condition',
    about: 'x',
    code: 'unknown',
    limit: null,
    actual: null,
    detail: null,
  };
  const events: EngineEvent[] = [
    { type: 'feed-up', at: TEN },
    { type: 'feed-down', at: TEN, reason: 'cut', final: false },
    { type: 'session', at: TEN, phase: 'open', code: '3' },
    refused,
    tradeEvent('005930', 70_000, TEN),
  ];
  expect(events.map((event) => news.isNews(event))).toEqual([true, true, true, true, false]);
});
