// Every API of the guide over a transport in memory: what is asked leaves as the guide prints it, and the guide's answer
// comes back typed, with its paging key and the body as it came. What is no query is refused.

import { describe, expect, test } from 'vitest';
import type { GuideApi, GuideValueType } from '#adapters/kiwoom/guide/definition.ts';
import { guideClient, isOrderApi } from '#adapters/kiwoom/guide-client.ts';
import { decodeGuideBody, type GuideRecord } from '#adapters/kiwoom/guide-decode.ts';
import type { GuideInputs } from '#adapters/kiwoom/guide-request.ts';
import { isRecord, UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { answer } from '../fake-http.ts';
import { givenSender } from '../given-sender.ts';
import { cases, fieldOf, renamed, sampleAnswer } from './cases.ts';

async function given() {
  const { http, sender } = await givenSender('090000');
  return { http, client: guideClient(sender) };
}

/** What a value of each type is when it is not null. */
const JS_TYPES: Readonly<Record<GuideValueType, 'string' | 'number' | 'boolean'>> = {
  price: 'number',
  quantity: 'number',
  won: 'number',
  signed: 'number',
  percent: 'number',
  index: 'number',
  index100: 'number',
  datetime: 'number',
  date: 'string',
  time: 'string',
  symbol: 'string',
  orderNo: 'string',
  code: 'string',
  text: 'string',
  flag: 'boolean',
};

/** Holds a decoded record against the body it came from, member by member; returns how many values were seen. */
function expectTyped(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  record: GuideRecord,
  parent: string | null = null,
): number {
  let seen = 0;
  for (const [element, raw] of Object.entries(body)) {
    if (/^return_?(?:code|msg)$/i.test(element)) continue;
    const path = `${api.id} ${parent ?? ''}.${element}`;
    const field = fieldOf(api, element, parent);
    expect(field, path).toBeDefined();
    const value = record[field!.name];
    expect(value, path).not.toBeUndefined();
    if (field!.kind === 'list') {
      const rows = raw as readonly unknown[];
      expect(value, path).toHaveLength(rows.length);
      rows.forEach((row, i) => {
        if (isRecord(row)) seen += expectTyped(api, row, (value as GuideRecord[])[i]!, element);
      });
    } else if (field!.kind === 'object') {
      seen += expectTyped(api, raw as Record<string, unknown>, value as GuideRecord, element);
    } else {
      const values = Array.isArray(value) ? value : [value];
      for (const one of values) if (one !== null) expect(typeof one, path).toBe(JS_TYPES[field!.type!]);
      seen += values.length;
    }
  }
  return seen;
}

const isQuery = (api: GuideApi) => api.transport === 'rest' && !isOrderApi(api) && api.group !== 'oauth';
const queries = cases.filter(({ api }) => isQuery(api));
const others = cases.filter(({ api }) => !isQuery(api));

test('queries and the rest are the whole guide', () => {
  expect([queries.length, others.length]).toEqual([150, 32]);
});

describe('a query', () => {
  test.each(queries)(
    '$id goes out as the guide has it and comes back typed',
    async ({ id, api, example }) => {
      const { http, client } = await given();
      const [body = sampleAnswer(api)] = example.responses;
      http.reply(id, answer(body, 'KEY-2'));
      const inputs = example.request as Readonly<Record<string, string>>;
      const page = await client.ask(id, inputs, { nextKey: 'KEY-1' });
      const sent = http.sentTo(id)[0]!;
      expect(sent).toMatchObject({ path: api.url, lane: 'queries', body: inputs });
      expect(sent.headers).toMatchObject({ 'api-id': id, 'cont-yn': 'Y', 'next-key': 'KEY-1' });
      expect(page.nextKey).toBe('KEY-2');
      expect(page.raw).toEqual({ ...body, return_code: 0, return_msg: expect.any(String) });
      expect(expectTyped(api, body, page.data)).toBeGreaterThan(0);
      expect(client.unknownFields()).toEqual({});
    },
  );
});

describe('what is no query', () => {
  test.each(others)('$id is refused before anything is sent', async ({ id, example }) => {
    const { http, client } = await given();
    const sentBefore = http.sent.length;
    const refused = client.ask(id, (example.request ?? {}) as Record<string, string>);
    await expect(refused).rejects.toMatchObject({ name: 'GuideRequestError', rule: 'not-a-query', api: id });
    expect(http.sent).toHaveLength(sentBefore);
  });

  const answering = others.filter(({ api }) => api.response.length > 0);

  test.each(answering)('$id: what it answers decodes typed', ({ api, example }) => {
    for (const body of [...example.responses, sampleAnswer(api)]) {
      expect(expectTyped(api, body, decodeGuideBody(api, body, new UnknownCounter()))).toBeGreaterThan(0);
    }
  });

  test.each(['ka99999', '', '__proto__', 'KA10001'])('an id the guide does not have: %j', async (id) => {
    const { client } = await given();
    await expect(client.ask(id, {})).rejects.toMatchObject({ rule: 'not-a-query', api: id });
  });
});

describe('an answer with every field of the table', () => {
  test.each(cases)('$id has no value lost', ({ api }) => {
    const unknown = new UnknownCounter();
    const decoded = decodeGuideBody(api, sampleAnswer(api), unknown);
    const lost = (record: GuideRecord): string[] =>
      Object.entries(record).flatMap(([name, value]) => {
        if (Array.isArray(value))
          return value.flatMap((row) => (isRecord(row) ? lost(row as GuideRecord) : []));
        if (isRecord(value)) return lost(value as GuideRecord);
        return value === null ? [name] : [];
      });
    const unlisted = new Set(api.unlisted.map(({ name }) => name));
    expect(lost(decoded).filter((name) => !unlisted.has(name))).toEqual([]);
    expect(unknown.snapshot()).toEqual({});
  });
});

test('our names and Kiwoom’s lead to the same request', async () => {
  const { http, client } = await given();
  const { api, example } = cases.find(({ id }) => id === 'ka10027')!;
  http.reply('ka10027', answer({}));
  await client.ask('ka10027', example.request as Record<string, string>);
  await client.ask('ka10027', renamed(api, example.request!) as GuideInputs as Record<string, string>);
  const [one, other] = http.sentTo('ka10027');
  expect(one!.body).toEqual(other!.body);
});
