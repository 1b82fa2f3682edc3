// Whatever happens to an answer or a frame on its way: decoding never crashes, no number is made up, and what was taken away
// or blanked is absent, not zero. The guide's examples of all APIs, all trading TRs and all real-time types are the material.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRS, type TrId } from '#adapters/kiwoom/catalogue.ts';
import { decodeEntry } from '#adapters/kiwoom/decode/decode-realtime.ts';
import { decodeGuideBody } from '#adapters/kiwoom/guide-decode.ts';
import { decodeAnswer, UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { decodeFrame } from '#adapters/kiwoom/socket/frame.ts';
import { kstMoment } from '#domain/time.ts';
import { cases, sampleAnswer } from './guide/cases.ts';
import { trExample } from './guide-example.ts';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Path = readonly (string | number)[];

/** One way of decoding, with whole bodies for it. */
interface Subject {
  readonly name: string;
  readonly body: Json;
  decode(body: Json): unknown;
}

const AT = kstMoment('2026-11-23', '090000');

function eventsOf(text: string): unknown {
  const frame = decodeFrame(text);
  return frame.kind === 'real' ? frame.entries.map((entry) => decodeEntry(entry, AT)) : frame;
}

const asBody = (body: Json) => body as Readonly<Record<string, unknown>>;

const subjects: readonly Subject[] = [
  ...cases.flatMap(({ id, api, example }) =>
    [...example.responses, sampleAnswer(api)].map((body) => ({
      name: `guide ${id}`,
      body: body as Json,
      decode: (mutated: Json) => decodeGuideBody(api, asBody(mutated), new UnknownCounter()),
    })),
  ),
  ...(Object.keys(TRS) as TrId[]).map((id) => ({
    name: `trading ${id}`,
    body: trExample(id).response as Json,
    decode: (mutated: Json) => decodeAnswer(TRS[id], asBody(mutated), new UnknownCounter()),
  })),
  ...cases
    .filter(({ api }) => api.transport === 'websocket')
    .flatMap(({ id, example }) =>
      example.responses.map((body) => ({
        name: `frame ${id}`,
        body: body as Json,
        decode: (mutated: Json) => eventsOf(JSON.stringify(mutated)),
      })),
    ),
].filter(({ body }) => Object.keys(asBody(body)).length > 0);

/** Every place in a document but its root. */
function pathsIn(value: Json, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return own;
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...inner.flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

function at(value: Json, path: Path): Json {
  return path.reduce<Json>((inner, key) => (inner as Record<string | number, Json>)[key]!, value);
}

/** A copy of `body` where `path` holds `value`; without it when `value` is undefined. */
function put(body: Json, path: Path, value: Json | undefined): Json {
  const copy = structuredClone(body);
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, Json>;
  const key = path.at(-1)!;
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(key as number, 1);
  else delete parent[key];
  return copy;
}

type Mutation = (old: Json) => Json | undefined;

const BLANKS = ['', ' ', '   ', '+', '-', '--', null] as const;

const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant<Mutation>(() => undefined),
  fc.constantFrom(...BLANKS).map(
    (blank): Mutation =>
      () =>
        blank,
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map(
    (text): Mutation =>
      () =>
        text,
  ),
  fc.jsonValue({ maxDepth: 3 }).map(
    (value): Mutation =>
      () =>
        value as Json,
  ),
  fc.constantFrom<Mutation>(
    (old) => [old],
    (old) => ({ values: old }),
    (old) => [old, structuredClone(old)],
    (old) => (Array.isArray(old) ? [...old, ...structuredClone(old)] : old),
    (old) => (typeof old === 'string' ? Number(old) : old),
    (old) => (typeof old === 'string' ? `${old}e5` : old),
  ),
);

/** The leaves of a decoded value by their path. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, `${path}.${key}`)]));
}

function numbersIn(value: unknown): number[] {
  return [...leavesOf(value).values()].filter((leaf) => typeof leaf === 'number');
}

const anySubject = fc.constantFrom(...subjects);

describe('any number of mutations', () => {
  test('never crash decoding, and every number is finite', () => {
    const mutations = fc.array(fc.tuple(fc.nat(), anyMutation), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anySubject, mutations, ({ body, decode }, list) => {
        let mutated = body;
        for (const [pick, mutate] of list) {
          const paths = pathsIn(mutated);
          if (paths.length === 0) break;
          const path = paths[pick % paths.length]!;
          mutated = put(mutated, path, mutate(at(mutated, path)));
        }
        for (const number of numbersIn(decode(mutated))) expect(number).toSatisfy(Number.isFinite);
      }),
      { numRuns: 3_000 },
    );
  });

  test('a frame with a member twice, cut anywhere, or of another making is decoded or told apart', () => {
    const frames = subjects.filter(({ name }) => name.startsWith('frame'));
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.nat(), fc.nat(), fc.string(), ({ body }, from, to, junk) => {
        const text = JSON.stringify(body);
        const [start, end] = [from % text.length, to % text.length].toSorted((a, b) => a - b) as [
          number,
          number,
        ];
        const twice = text.replace(/("[0-9]+":"[^"]*")/, '$1,$1');
        for (const one of [twice, text.slice(0, start), text.slice(0, start) + junk + text.slice(end)]) {
          for (const number of numbersIn(eventsOf(one))) expect(number).toSatisfy(Number.isFinite);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a value that is taken away or blanked', () => {
  test.each(subjects)(
    '$name: is absent, and nothing else becomes a number for it',
    ({ name, body, decode }) => {
      const before = leavesOf(decode(body));
      const known = new Set(before.values());
      for (const path of pathsIn(body)) {
        if (typeof at(body, path) !== 'string' || typeof path.at(-1) === 'number') continue;
        for (const blank of ['', undefined, '-', null]) {
          for (const [leaf, value] of leavesOf(decode(put(body, path, blank)))) {
            if (typeof value !== 'number' || before.get(leaf) === value) continue;
            // Something without a time of its own happened when it arrived; without a level the next one is the best.
            const standsIn = value === AT || (name === 'frame 0D' && known.has(value));
            expect(standsIn, `${path.join('.')} = ${blank}: ${leaf} = ${value}`).toBe(true);
          }
        }
      }
    },
  );
});
