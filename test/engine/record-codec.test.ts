// Text and digests decide whether two runs were the same: equal records must give equal bytes, and nothing may be lost.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import {
  chainDigest,
  decodeRecord,
  EMPTY_DIGEST,
  encodeRecord,
  UnreadableRecordError,
} from '#engine/record-codec.ts';
import { anyRecordOf, sampleDay, sampleRequest } from '#test/adapters/sqlite/sample-records.ts';

const TYPES = Object.keys(anyRecordOf) as LedgerRecord['type'][];

describe.each(TYPES)('a record of type %s', (type) => {
  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(anyRecordOf[type], (record: LedgerRecord) => {
        expect(decodeRecord(encodeRecord(record))).toEqual({ ...record });
      }),
    );
  });

  test('has the same text in whatever order its fields were set', () => {
    fc.assert(
      fc.property(anyRecordOf[type], (record: LedgerRecord) => {
        expect(encodeRecord(reversed(record) as LedgerRecord)).toBe(encodeRecord(record));
      }),
    );
  });
});

test('different records have different texts', () => {
  const record = fc.oneof(...TYPES.map((type): fc.Arbitrary<LedgerRecord> => anyRecordOf[type]));
  fc.assert(
    fc.property(record, record, (one, other) => {
      fc.pre(JSON.stringify(reversed(one)) !== JSON.stringify(reversed(other)));
      expect(encodeRecord(one)).not.toBe(encodeRecord(other));
    }),
  );
});

test('the text of a record is pinned: changing it would break every ledger there is', () => {
  expect(
    encodeRecord({
      type: 'order-intended',
      at: 1_795_305_600_000,
      request: sampleRequest({ reason: '황소 "1"' }),
    }),
  ).toBe(
    '{"type":"order-intended","at":1795305600000,"request":{"id":"20261120-000001","strategy":"crossing",' +
      '"symbol":"005930","side":"buy","quantity":10,"pricing":{"type":"limit","price":71200},"timeInForce":"day",' +
      '"venue":"KRX","referencePrice":71200,"reason":"황소 \\"1\\"","requestedAt":1795133700000,"tradeDate":"2026-11-20"}}',
  );
});

test('the ticket of an order by hand is kept', () => {
  const record: LedgerRecord = {
    type: 'order-refused',
    at: 1,
    request: sampleRequest({ ticket: 't-1' }),
    refusal: { code: 'halted', limit: null, actual: null },
  };
  expect(decodeRecord(encodeRecord(record))).toEqual(record);
});

test('only declared fields are written', () => {
  const request = { ...sampleRequest(), approved: true };
  expect(encodeRecord({ type: 'order-intended', at: 1, request })).not.toContain('approved');
});

test.each([
  ['cut off', '{"type":"halted","at":1'],
  ['of an unknown type', '{"type":"melted","at":1}'],
  ['without a type', '{"at":1}'],
  ['nothing', 'null'],
])('a text that is %s is no record', (_name, text) => {
  expect(() => decodeRecord(text)).toThrow(UnreadableRecordError);
});

describe('the chain of digests', () => {
  test('is SHA-256 over the digest before, a line feed and the text', () => {
    // printf '%064d\nabc' 0 | sha256sum
    expect(chainDigest(EMPTY_DIGEST, 'abc')).toBe(
      'ac10ec504bb4ed3d77c3b3d1cf8fc534a2f6658185a64fc00b24a1afce46cec3',
    );
  });

  test('changes from any record on that is changed, left out or exchanged', () => {
    const texts = sampleDay().map(encodeRecord);
    const tip = (of: readonly string[]) => of.reduce(chainDigest, EMPTY_DIGEST);
    const [first = '', second = '', ...rest] = texts;
    expect(tip([second, first, ...rest])).not.toBe(tip(texts));
    expect(tip([second, ...rest])).not.toBe(tip(texts));
    expect(tip([`${first} `, second, ...rest])).not.toBe(tip(texts));
  });
});

/** A deep copy with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
