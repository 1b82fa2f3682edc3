// The live data of strategies is typed by the guide, and what the guide's own examples decode to is what strategies read.

import { describe, expect, expectTypeOf, test } from 'vitest';
import { loadGuideApi, loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import { decodeGuideBody } from '#adapters/kiwoom/guide-decode.ts';
import { UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import type { PlainRecord } from '#domain/plain.ts';
import { strategy } from '#strategies/ranking-screen.ts';
import type { QueryAnswers, StreamMessages } from '#strategies/strategy.ts';
import { Stage } from './strategy-stage.ts';

test('queries and streams have the types of the guide; orders and our own notices have none', () => {
  type Row = QueryAnswers['ka10027']['changeRateTop'][number];
  expectTypeOf<Row['currentPrice']>().toEqualTypeOf<number | null>();
  expectTypeOf<Row['stockCode']>().toEqualTypeOf<string | null>();
  expectTypeOf<StreamMessages['0w']['netBuyQuantity']>().toEqualTypeOf<number | null>();
  expectTypeOf<Extract<keyof QueryAnswers, 'kt10000' | 'au10001' | '0B'>>().toEqualTypeOf<never>();
  expectTypeOf<Extract<keyof StreamMessages, '00' | '04'>>().toEqualTypeOf<never>();
});

describe('the ranking screen buys out of the guide’s example of', () => {
  const loose = { hold: 1, minPrice: 0, maxPrice: 1e9, minTradedValue: 1, maxChange: 1_000 };

  test.each(['ka10027', 'ka10032'] as const)('%s', async (query) => {
    const [api, example] = await Promise.all([loadGuideApi(query), loadGuideExample(query)]);
    const answer = decodeGuideBody(api, example.responses[0]!, new UnknownCounter());
    const here = new Stage(strategy, { ...loose, query });
    const signals = here.answer(answer as unknown as PlainRecord);
    expect(signals).toEqual([expect.stringMatching(/^\d{6} → 0.9: entered the ranking with [-\d.]+ %$/)]);
  });
});
