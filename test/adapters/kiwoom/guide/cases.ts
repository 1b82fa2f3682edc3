// All 182 APIs of the guide with their examples, and the guide's requests in our words.

import type {
  GuideApi,
  GuideExample,
  GuideField,
  GuideValueType,
} from '#adapters/kiwoom/guide/definition.ts';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuide, loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import type { GuideInputs } from '#adapters/kiwoom/guide-request.ts';
import { isRecord } from '#adapters/kiwoom/rest/decode-answer.ts';

export interface GuideCase {
  readonly id: GuideId;
  readonly api: GuideApi;
  readonly example: GuideExample;
}

export const apis = await loadGuide();

export const cases: readonly GuideCase[] = await Promise.all(
  apis.map(async (api) => {
    const id = api.id as GuideId;
    return { id, api, example: await loadGuideExample(id) };
  }),
);

/** A request body with our names in place of Kiwoom's. */
export function renamed(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  parent: string | null = null,
): GuideInputs {
  const entries = Object.entries(body).map(([element, value]) => {
    const field = api.request.find(
      (candidate) => candidate.element === element && candidate.parent === parent,
    );
    if (field?.kind !== 'list') return [field?.name ?? element, value];
    return [field.name, (value as Record<string, unknown>[]).map((row) => renamed(api, row, element))];
  });
  return Object.fromEntries(entries);
}

/** The inputs with another value in `field`, in every row of its list; without it when `value` is undefined. */
export function changed(
  api: GuideApi,
  inputs: GuideInputs,
  field: GuideField,
  value: string | undefined,
): GuideInputs {
  const own = field.isArray === true && value !== undefined ? [value] : value;
  if (field.parent === null) return { ...inputs, [field.name]: own };
  const list = api.request.find(({ element }) => element === field.parent)!;
  const rows = inputs[list.name];
  const changedRows = (Array.isArray(rows) ? rows : []).map((row) => ({
    ...(row as GuideInputs),
    [field.name]: own,
  }));
  return { ...inputs, [list.name]: changedRows };
}

/** The field that reads `element`. */
export function fieldOf(api: GuideApi, element: string, parent: string | null): GuideField | undefined {
  return [...api.response, ...api.unlisted].find(
    (candidate) => candidate.element === element && candidate.parent === parent,
  );
}

/** Every text of an answer with the field that reads it. */
export function textsIn(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  parent: string | null = null,
): [GuideField, string][] {
  return Object.entries(body).flatMap(([element, value]): [GuideField, string][] => {
    const inner = (Array.isArray(value) ? value : [value]).filter(isRecord);
    const nested = inner.flatMap((row) => textsIn(api, row, element));
    const field = fieldOf(api, element, parent);
    return field?.kind === 'value' && typeof value === 'string' ? [[field, value], ...nested] : nested;
  });
}

/** Text of each type as the wire has it, for APIs whose example the guide got wrong (ka90003). */
const SAMPLES: Readonly<Record<GuideValueType, string>> = {
  price: '-70100',
  quantity: '000000000012',
  won: '-00000000002694',
  signed: '--128',
  percent: '+29.96',
  index: '-2394.49',
  index100: '+239417',
  date: '20261123',
  time: '090000',
  datetime: '20261123090000',
  symbol: 'A005930',
  orderNo: '0000138',
  code: '1',
  text: '삼성전자',
  flag: 'Y',
};

/** An answer with a sample in every field of the guide's table, one row in each list. */
export function sampleAnswer(api: GuideApi, parent: string | null = null): Readonly<Record<string, unknown>> {
  const fields = api.response.filter((field) => field.parent === parent && field.kind !== 'heading');
  return Object.fromEntries(
    fields.map(({ element, kind, type, isArray }) => {
      if (kind !== 'value') {
        const inner = sampleAnswer(api, element);
        return [element, kind === 'list' ? [inner] : inner];
      }
      const sample = SAMPLES[type ?? 'text'];
      return [element, isArray === true ? [sample] : sample];
    }),
  );
}
