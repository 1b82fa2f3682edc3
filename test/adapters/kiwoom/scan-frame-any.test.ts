// Any frame at all, whole or damaged: where the scanner answers, it answers what JSON.parse and the decoders of entries make
// of it; and it does answer for every frame of the plain kind.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT, agrees, bytesOf, TRADE } from './scan-frame-ways.ts';

/** Text of a FID: mostly as the wire has it, now and then anything. */
const wireText = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('', '+', '-'), fc.nat(3_000_000)).map(([s, n]) => s + n) },
  { weight: 1, arbitrary: fc.constantFrom('', '-0', '0', ' ', '--5', '2147483', '2147483647', '4294967295') },
  { weight: 1, arbitrary: fc.stringMatching(/^[ +-]{0,2}[0-9]{0,12}[.,]?[0-9]{0,3}%?$/) },
);
const anyText = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('\u00a05', '주식', '"', '\\', '\u0000', '\u007f'),
);
const timeText = fc.oneof(
  fc.stringMatching(/^[0-2][0-9][0-6][0-9][0-6][0-9]$/),
  fc.constantFrom('888888', '16:52:08', '', '16520899'),
);
const fids = fc.constantFrom(
  ...['10', '13', '15', '20', '27', '28', '290', '291', '292', '9081', '9001'],
  ...['41', '42', '50', '51', '60', '61', '62', '70', '71', '72', '80', '11', '12', '14', '311', '010', 'x'],
);

type Members = readonly (readonly [name: string, text: string])[];

/** Members in any order; a name may come twice where `unique` is not asked for. */
function valuesOf(text: fc.Arbitrary<string>, unique: boolean): fc.Arbitrary<Members> {
  const member = fc
    .tuple(fids, text, timeText)
    .map(([fid, any, time]) => [fid, fid === '20' ? time : any] as const);
  return unique
    ? fc.uniqueArray(member, { selector: ([fid]) => fid, maxLength: 20 })
    : fc.array(member, { maxLength: 20 });
}

/** Writes JSON by hand, with blanks and escapes where `choices` say so. */
class Writer {
  readonly #choices: readonly number[];
  #next = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  #choice(): number {
    return this.#choices[this.#next++ % this.#choices.length]!;
  }

  blank(): string {
    return ['', '', '', ' ', '\n', '\t\r'][this.#choice() % 6]!;
  }

  string(text: string, mayEscape: boolean): string {
    if (!mayEscape || this.#choice() !== 0) return JSON.stringify(text);
    return `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`;
  }

  object(members: Members, mayEscape: boolean): string {
    const parts = members.map(
      ([name, value]) =>
        `${this.blank()}${this.string(name, mayEscape)}${this.blank()}:${this.blank()}${value}${this.blank()}`,
    );
    return `{${parts.join(',')}${this.blank()}}`;
  }
}

const plainItem = fc.stringMatching(/^A?[0-9A-Z]{6}(_NX|_AL)?$/);
const anyItem = fc.oneof(
  plainItem,
  plainItem,
  plainItem,
  fc.constantFrom('', ' 005930', '005930_al', '삼성전자'),
);

/** What the values of a plain frame have in any case. */
const tradeValues: fc.Arbitrary<Members> = fc
  .integer({ min: 1, max: 2_000_000 })
  .map((price) => [['10', `-${price}`] as const, ['15', '+3'] as const]);

/** Frames: valid JSON, of the plain kind or with all that may be odd in it. */
function frameArbitrary(kind: 'plain' | 'odd'): fc.Arbitrary<string> {
  const isOdd = kind === 'odd';
  const oddText = fc.oneof({ weight: 30, arbitrary: wireText }, { weight: 1, arbitrary: anyText });
  const oddValues = fc.oneof(valuesOf(oddText, true), valuesOf(oddText, true), valuesOf(oddText, false));
  const plainValues: fc.Arbitrary<Members> = fc
    .tuple(isOdd ? oddValues : valuesOf(wireText, true), tradeValues)
    .map(([values, trade]) => [...values.filter(([fid]) => fid !== '10' && fid !== '15'), ...trade]);
  const entry = fc.record({
    type: fc.constantFrom('0B', '0D'),
    item: isOdd ? anyItem : plainItem,
    values: isOdd ? fc.oneof(oddValues, plainValues, plainValues) : plainValues,
    order: fc.shuffledSubarray(['type', 'name', 'item', 'values'], { minLength: 4 }),
  });
  const choices = fc.array(fc.nat(59), { minLength: 97, maxLength: 97 });
  return fc
    .tuple(fc.array(entry, { minLength: 1, maxLength: 3 }), choices, fc.boolean())
    .map(([entries, chosen, dataFirst]) => {
      const writer = new Writer(chosen);
      const data = entries.map(({ type, item, values, order }) => {
        const members = values.map(([fid, text]) => [fid, writer.string(text, isOdd)] as const);
        const parts: Readonly<Record<string, string>> = {
          type: writer.string(type, isOdd),
          name: writer.string('주식체결', true),
          item: writer.string(item, isOdd),
          values: writer.object(members, isOdd),
        };
        return writer.object(
          order.map((name) => [name, parts[name]!] as const),
          isOdd,
        );
      });
      const frame: [string, string][] = [
        ['trnm', writer.string('REAL', isOdd)],
        ['data', `[${data.join(`${writer.blank()},${writer.blank()}`)}${writer.blank()}]`],
      ];
      return `${writer.blank()}${writer.object(dataFirst ? frame.reverse() : frame, isOdd)}${writer.blank()}`;
    });
}

type Mutation =
  | { readonly do: 'flip'; readonly at: number; readonly mask: number }
  | { readonly do: 'put'; readonly at: number; readonly text: string }
  | { readonly do: 'cut'; readonly at: number }
  | { readonly do: 'drop'; readonly at: number; readonly length: number }
  | { readonly do: 'repeat'; readonly at: number; readonly length: number }
  | { readonly do: 'insert'; readonly at: number; readonly text: string };

const place = fc.nat(999);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('flip' as const), at: place, mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    do: fc.constant('put' as const),
    at: place,
    text: fc.constantFrom(...'0123456789+- ,.:"x\u007f'),
  }),
  fc.record({ do: fc.constant('cut' as const), at: place }),
  fc.record({ do: fc.constant('drop' as const), at: place, length: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ do: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    do: fc.constant('insert' as const),
    at: place,
    text: fc.constantFrom(
      ...'"\\{}[]:,0159+- \n\u0000\u001f\u007f가',
      '\\u0031',
      '"10":"7",',
      ',"20":"090000"',
      'null',
    ),
  }),
);

function mutate(raw: Buffer, change: Mutation): Buffer {
  const at = Math.floor((raw.length * change.at) / 1_000);
  switch (change.do) {
    case 'flip': {
      const copy = Buffer.from(raw);
      if (copy.length > 0) copy[at] = copy[at]! ^ change.mask;
      return copy;
    }
    case 'put':
      return Buffer.concat([raw.subarray(0, at), bytesOf(change.text), raw.subarray(at + 1)]);
    case 'cut':
      return raw.subarray(0, at);
    case 'drop':
      return Buffer.concat([raw.subarray(0, at), raw.subarray(at + change.length)]);
    case 'repeat':
      return Buffer.concat([raw.subarray(0, at + change.length), raw.subarray(at)]);
    case 'insert':
      return Buffer.concat([raw.subarray(0, at), bytesOf(change.text), raw.subarray(at)]);
  }
}

const moment = fc.integer({ min: AT - 86_400_000, max: AT + 86_400_000 });

describe('any frame', () => {
  test('plain frames are scanned, and agree', () => {
    fc.assert(
      fc.property(frameArbitrary('plain'), moment, (text, at) => {
        expect(agrees(bytesOf(text), at)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('odd frames agree where they are scanned', () => {
    fc.assert(
      fc.property(frameArbitrary('odd'), moment, (text, at) => void agrees(bytesOf(text), at)),
      { numRuns: 1_000 },
    );
  });

  test('damaged frames agree where they are scanned', () => {
    fc.assert(
      fc.property(
        frameArbitrary('plain'),
        fc.array(mutation, { minLength: 1, maxLength: 2 }),
        moment,
        (text, mutations, at) => void agrees(mutations.reduce(mutate, bytesOf(text)), at),
      ),
      { numRuns: 3_000 },
    );
  });

  test('each byte of a small frame replaced by each of the bytes that mean something', () => {
    const raw = bytesOf(TRADE);
    for (let at = 0; at < raw.length; at++) {
      for (const byte of bytesOf('"\\{}[]:, 0195+-eu\n\u0001').values()) {
        const copy = Buffer.from(raw);
        copy[at] = byte;
        agrees(copy);
      }
    }
  });
});
