// A strategy that lives on more than bars is refused by a backtest, at its start or on the first day it comes to it.

import { EMPTY, map, mergeMap, type Observable } from 'rxjs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { LiveDataNeededError } from '#backtest/live-needs.ts';
import type { Signal } from '#domain/signal.ts';
import { defineStrategy, type StrategyContext, type StrategyDefinition } from '#strategies/strategy.ts';
import { type Candle, dailyBars } from '#test/support/bars.ts';
import { run, setupOf } from './backtest-run.ts';

const A = '005930';
const WEEK: Candle[] = Array.from({ length: 5 }, () => [100_000, 100_000, 100_000, 100_000]);

function backtestOf(start: (context: StrategyContext<unknown>) => Observable<Signal>): () => unknown {
  const definition = defineStrategy({
    name: 'sample',
    description: { en: '', ko: '' },
    parameters: z.unknown(),
    warmUp: () => [],
    run: start,
  });
  const setup = setupOf(definition as StrategyDefinition<never>, {}, [A]);
  return () => run({ bars: { [A]: dailyBars(A, WEEK) }, strategies: [setup] });
}

const silent = (stream: Observable<unknown>): Observable<never> => stream.pipe(mergeMap(() => EMPTY));

test.each<[string, (context: StrategyContext<unknown>) => Observable<Signal>]>([
  ['query(ka10027)', ({ query }) => silent(query('ka10027'))],
  ['stream(0w)', ({ stream }) => silent(stream('0w', A))],
  ['condition(돌파)', ({ condition }) => silent(condition('돌파'))],
  ['bars(60m)', ({ bars }) => silent(bars(A, '60m'))],
])('%s is refused by name', (used, start) => {
  expect(backtestOf(start)).toThrow(LiveDataNeededError);
  expect(backtestOf(start)).toThrow(`: ${used}`);
});

test('what is come to later ends the run as well', () => {
  const later = backtestOf(({ bars, condition }) =>
    bars(A, '1d').pipe(mergeMap(() => silent(condition('x')))),
  );
  expect(later).toThrow(/condition\(x\)$/);
});

test('all that is used is named, by strategy, in both languages', () => {
  const error = new LiveDataNeededError([
    { strategy: 'a', kind: 'query', name: 'ka10027' },
    { strategy: 'b', kind: 'stream', name: '0w' },
    { strategy: 'a', kind: 'condition', name: 'x' },
  ]);
  expect(error.text.en).toMatch(/: a: query\(ka10027\), condition\(x\); b: stream\(0w\)$/);
  expect(error.text.ko).toMatch(/: a: query\(ka10027\), condition\(x\); b: stream\(0w\)$/);
});

test('bars and trades are no reason', () => {
  const plain = backtestOf(({ bars }) =>
    bars(A, '1d').pipe(map((): Signal => ({ symbol: A, target: { unit: 'shares', shares: 1 }, reason: '' }))),
  );
  expect(plain).not.toThrow();
});
