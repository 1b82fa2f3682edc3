// How strategies live inside the engine: when their waits end, when their bars close, and what happens when they break.

import {
  concat,
  debounceTime,
  interval,
  map,
  mergeMap,
  NEVER,
  type Observable,
  of,
  throwError,
  timer,
} from 'rxjs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Signal } from '#domain/signal.ts';
import { kstMoment } from '#domain/time.ts';
import type { StrategySetup } from '#engine/strategy-host.ts';
import { defineStrategy, type StrategyContext } from '#strategies/strategy.ts';
import {
  beGenerous,
  instrumentEvent,
  Puppet,
  SAMSUNG,
  Story,
  TEN,
  TODAY,
  TOMORROW,
  tradingStory,
} from '#test/support/engine-story.ts';

const BUY_TEN = ['intend 1: buy 10 005930 market', 'send 1'];

/** A puppet that runs `run` beside what the test makes it say. */
function strategyOf(run: (context: StrategyContext<unknown>) => Observable<Signal>): Puppet {
  const definition: StrategySetup['definition'] = defineStrategy({
    name: 'sample',
    description: { en: '', ko: '' },
    parameters: z.unknown(),
    warmUp: () => [],
    run,
  });
  return new Puppet('alpha', { definition });
}

const TEN_SHARES: Signal = { symbol: SAMSUNG, target: { unit: 'shares', shares: 10 }, reason: 'now' };

describe('a strategy that breaks its promise halts everything', () => {
  test.each<[string, (context: StrategyContext<unknown>) => Observable<Signal>, string]>([
    [
      'by throwing while it starts',
      () => {
        throw new Error('no such file');
      },
      'no such file',
    ],
    [
      'by an error in its stream',
      ({ connection$ }) => connection$.pipe(mergeMap(() => throwError(() => new Error('oops')))),
      'oops',
    ],
    [
      'by throwing on an event',
      ({ connection$ }) =>
        connection$.pipe(
          map((): Signal => {
            throw new TypeError('not a function');
          }),
        ),
      'not a function',
    ],
  ])('%s', (_name, run, message) => {
    const other = new Puppet('beta');
    const story = new Story({ puppets: [strategyOf(run), other] });
    const outcome = story.take({ type: 'feed-up', at: TEN });
    expect(outcome).toContain(`halt all: strategy alpha failed: ${message}`);
    // The other one is still listened to; it is only refused.
    story.take(instrumentEvent(SAMSUNG, TEN));
    story.snapshot('start');
    story.take({ type: 'warm-up-finished', at: TEN });
    expect(story.wants(10, { puppet: other })).toEqual(['refuse 1: buy 10 005930 market: halted']);
  });
});

describe('strategies wait in engine time', () => {
  test('a wait begun by an event ends so much later, not before', () => {
    const quiet = strategyOf(({ trades, scheduler }) =>
      trades(SAMSUNG).pipe(
        debounceTime(5_000, scheduler),
        map(() => TEN_SHARES),
      ),
    );
    const story = tradingStory({ puppets: [quiet] });
    expect(story.trade(70_000)).toEqual([]);
    expect(story.wakeAt).toBe(TEN + 5_000);
    expect(story.pass(4_999)).toEqual([]);
    expect(story.pass(1)).toEqual(BUY_TEN);
  });

  test('a wait that ends before the next event is over when that event comes', () => {
    const quiet = strategyOf(({ trades, scheduler }) =>
      trades(SAMSUNG).pipe(
        debounceTime(5_000, scheduler),
        map(() => TEN_SHARES),
      ),
    );
    const story = tradingStory({ puppets: [quiet] });
    story.trade(70_000);
    story.now += 6_000; // no timer came in between
    expect(story.trade(70_100)).toEqual(BUY_TEN);
  });

  test('a wait begun at the start counts from the first event', () => {
    const puppet = strategyOf(({ scheduler }) =>
      concat(of('start'), NEVER).pipe(
        mergeMap(() => timer(60_000, scheduler)),
        map(() => TEN_SHARES),
      ),
    );
    const story = tradingStory({ puppets: [puppet] });
    expect(story.pass(59_999)).toEqual([]);
    expect(story.pass(1)).toEqual(BUY_TEN);
  });

  test('a rhythm beats once a period', () => {
    let beats = 0;
    const puppet = strategyOf(({ scheduler }) =>
      interval(60_000, scheduler).pipe(
        mergeMap(() => {
          beats++;
          return [];
        }),
      ),
    );
    const story = tradingStory({ puppets: [puppet] });
    story.pass(300_000);
    expect(beats).toBe(5);
  });
});

describe('bars out of trades', () => {
  test('of a day close with it, and what it makes a strategy want waits for the open', () => {
    const puppet = strategyOf(({ bars }) => bars(SAMSUNG, '1d').pipe(map(() => TEN_SHARES)));
    const story = tradingStory({ puppets: [puppet], startsAt: kstMoment(TODAY, '152900') });
    expect(story.trade(70_000)).toEqual([]);
    story.now = kstMoment(TODAY, '203000');
    expect(story.take({ type: 'day-ended', at: story.now, tradeDate: TODAY })).toEqual([
      'ask snapshot (day-end)',
    ]);
    story.now = kstMoment(TOMORROW, '083000');
    beGenerous(story);
    const records = story.records.slice(-2).map(({ type }) => type);
    expect(records).toEqual(['day-opened', 'order-intended']);
  });

  test('close a second after their minute without another trade', () => {
    const puppet = strategyOf(({ bars }) => bars(SAMSUNG, '1m').pipe(map(() => TEN_SHARES)));
    const story = tradingStory({ puppets: [puppet] });
    expect(story.trade(70_000)).toEqual([]);
    expect(story.wakeAt).toBe(TEN + 61_000);
    expect(story.pass(61_000)).toEqual(BUY_TEN);
  });
});
