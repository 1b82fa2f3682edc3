// The catalogue against the guide's examples: every element of every example is named by it, and decodes.

import { describe, expect, test } from 'vitest';
import { realTimeType, TRS, type Tr, type TrId } from '#adapters/kiwoom/catalogue.ts';
import { KiwoomError } from '#adapters/kiwoom/errors/errors.ts';
import { decodeAnswer, UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { encodeRequest } from '#adapters/kiwoom/rest/encode-request.ts';
import { realTimeExample, trExample } from './guide-example.ts';

const IDS = Object.keys(TRS) as TrId[];

describe.each(IDS)('%s', (id) => {
  const tr: Tr = TRS[id];
  const { request, response } = trExample(id);

  test('is filed under its own id and uses each name and element once', () => {
    expect(tr.id).toBe(id);
    for (const fields of [tr.request, tr.response, tr.list?.fields ?? []]) {
      expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
      expect(new Set(fields.map((field) => field.element)).size).toBe(fields.length);
    }
  });

  test("encodes the guide's request", () => {
    const inputs = Object.fromEntries(tr.request.map((field) => [field.name, request[field.element]]));
    expect(JSON.parse(encodeRequest(tr, inputs))).toEqual(request);
  });

  test("knows every element of the guide's answer", () => {
    const unknown = new UnknownCounter();
    const { rows } = decodeAnswer(tr, response, unknown);
    expect(unknown.snapshot()).toEqual({});
    const list = tr.list === null ? [] : response[tr.list.element];
    expect(rows).toHaveLength(Array.isArray(list) ? list.length : 0);
  });
});

describe('real-time types', () => {
  test.each(['00', '04', '0B', '0C', '0D', '0J', '0s', '1h'])(
    '%s names exactly the FIDs of the guide',
    (id) => {
      const type = realTimeType(id)!;
      const entry = realTimeExample(id).frame.data[0]!;
      expect(type.fields.map((field) => field.element).sort()).toEqual(Object.keys(entry.values).sort());
      expect(new Set(type.fields.map((field) => field.name)).size).toBe(type.fields.length);
    },
  );

  test('an id we do not know is null', () => {
    expect(realTimeType('ZZ')).toBeNull();
  });
});

describe('decoded answers', () => {
  const decoded = (id: TrId) => decodeAnswer(TRS[id], trExample(id).response, new UnknownCounter());

  test('kt00018: padded amounts, signed profit, prefix off', () => {
    const { fields, rows } = decoded('kt00018');
    expect(fields).toMatchObject({
      totalCost: 17_598_258,
      totalProfitRate: 46.25,
      estimatedAssets: 1_012_632_507,
    });
    expect(rows[0]).toMatchObject({
      symbol: '005930',
      profit: -196_888,
      held: 3,
      sellable: 3,
      last: 59_000,
      cost: 373_500,
    });
  });

  test('kt00011: blanks stay absent beside real numbers', () => {
    expect(decoded('kt00011').fields).toMatchObject({
      stockMarginRate: 20,
      orderableAmount100: null,
      orderableAmount: 63_380,
      orderableQuantity: 0,
      orderableCash: 85_341,
    });
  });

  test('kt00007: order numbers, clock times, prices of market orders', () => {
    expect(decoded('kt00007').rows[0]).toMatchObject({
      orderNo: '50',
      symbol: '069500',
      orderPrice: null,
      originalOrderNo: null,
      orderTime: '130543',
      filledQuantity: 1,
      fillPrice: 4_900,
      remaining: 0,
    });
  });

  test('au10001: the end of life is Korean time', () => {
    expect(decoded('au10001').fields['expiresAt']).toBe(Date.UTC(2024, 10, 6, 23, 37, 13));
  });
});

describe('requests that break a rule never leave', () => {
  const order = { venue: 'KRX', symbol: '005930', quantity: 1, price: '', tradeType: '3' };

  test.each<[change: Record<string, unknown>, words: RegExp]>([
    [{ symbol: undefined }, /symbol .*stk_cd.* is required/],
    [{ symbol: '' }, /is required/],
    [{ venue: 'NYS' }, /must be one of KRX, NXT, SOR, found NYS/],
    [{ tradeType: '4' }, /tradeType .* must be one of/],
    [{ symbol: '0059300059300' }, /may have 12 characters, found 13/],
    [{ colour: 'red' }, /colour is no field/],
  ])('%j', (change, words) => {
    const inputs = { ...order, ...change } as Record<string, string | number | undefined>;
    try {
      encodeRequest(TRS.kt10000, inputs);
      expect.unreachable('the request was encoded');
    } catch (error) {
      expect(error).toBeInstanceOf(KiwoomError);
      expect(error).toMatchObject({ code: 'bad-request', definite: true, retryable: false, tr: 'kt10000' });
      expect((error as KiwoomError).message).toMatch(words);
    }
  });
});
