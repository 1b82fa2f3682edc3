// Whatever a client sends, the server answers once and goes on; whatever is paged, every row comes once.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Registrations } from '#adapters/kiwoom-server/registrations.ts';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { type Page, pageAfter } from '#adapters/kiwoom-server/trs/tr.ts';
import { Harness } from './harness.ts';

/** Values that are right somewhere and wrong elsewhere. */
const VALUE = fc.oneof(
  fc.constantFrom(
    '005930',
    '000660',
    '0',
    '1',
    '2',
    '3',
    '20261120',
    '99999999',
    'KRX',
    '',
    '-1',
    '1e9',
    '0000018',
    '%',
  ),
  fc.string(),
  fc.constantFrom(null, 7, true, {}, []),
);

describe('any request', () => {
  it.each([...TRS.values()].map((tr) => [tr.id, tr] as const))(
    '%s is answered once, with a return_code',
    (id, tr) => {
      const body = fc.record(Object.fromEntries(tr.members.map((member) => [member.name, VALUE])));
      const headers = fc.record({ 'cont-yn': fc.constantFrom('Y', 'N', ''), 'next-key': fc.string() });
      const harness = new Harness();
      harness.buy();
      fc.assert(
        fc.property(body, headers, (fields, cursor) => {
          const { json, response } = harness.call(id, tr.path, fields, cursor);
          expect(json['return_code']).toBeTypeOf('number');
          expect(json['return_msg']).toBeTypeOf('string');
          expect(response.status).toBe(200);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('with any body, path and header is answered', () => {
    const harness = new Harness();
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (path, body, apiId, authorization) => {
        const { json } = harness.raw(path, { 'api-id': apiId, authorization }, body);
        expect(json['return_code']).not.toBe(0);
      }),
    );
  });
});

describe('any frame', () => {
  it('is answered or leads to a close, never to an error', () => {
    const word = fc.constantFrom('REG', 'REMOVE', 'PING', 'LOGIN', 'REAL', '', 'CNSRLST');
    const entry = fc.record({
      item: fc.oneof(VALUE, fc.array(VALUE)),
      type: fc.oneof(VALUE, fc.array(VALUE)),
    });
    const frame = fc.record(
      {
        trnm: fc.oneof(word, VALUE),
        grp_no: VALUE,
        refresh: VALUE,
        token: VALUE,
        data: fc.oneof(VALUE, fc.array(entry)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 5 }), fc.string(), (frames, junk) => {
        const socket = new Harness().login();
        for (const one of frames) socket.send(one);
        socket.input.receive(junk);
        for (const reply of socket.frames) expect(reply['trnm']).toBeTypeOf('string');
        if (socket.closed === null)
          expect(socket.register(['0B'], ['005930'])['return_code']).toBeTypeOf('number');
      }),
    );
  });
});

describe('paging', () => {
  it('shows every row once, in order, whatever appears in front meanwhile', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 40 }), fc.nat(3), (count, size, newcomers) => {
        const start = Array.from({ length: count }, (_, index) => count - index);
        let rows = start;
        let nextKey: string | null = null;
        const seen: number[] = [];
        do {
          const page: Page<number> = pageAfter(rows, nextKey, size, String);
          seen.push(...page.rows);
          nextKey = page.nextKey;
          rows = [
            ...Array.from({ length: newcomers }, (_, index) => (rows[0] ?? 0) + newcomers - index),
            ...rows,
          ];
        } while (nextKey !== null);
        expect(seen).toEqual(start);
      }),
    );
  });
});

describe('registrations', () => {
  it('never hold more than 100 codes, and a refused REG changes nothing', () => {
    const code = fc.nat(160).map((number) => String(number).padStart(6, '0'));
    const step = fc.record({
      group: fc.constantFrom('1', '2', '3'),
      kept: fc.boolean(),
      codes: fc.array(code, { maxLength: 80 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const registrations = new Registrations();
        const all = Array.from({ length: 161 }, (_, number) => String(number).padStart(6, '0'));
        const held = () => all.filter((one) => registrations.itemsFor('0B', one) !== null);
        for (const { group, kept, codes } of steps) {
          const before = held();
          const result = registrations.register(group, kept, [{ items: codes, types: ['0B'] }]);
          if (result !== 0) expect(held()).toEqual(before);
          else for (const one of codes) expect(held()).toContain(one);
          expect(held().length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 50 },
    );
  });
});
