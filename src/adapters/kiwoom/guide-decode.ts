// From the body of an answer, or a frame of the WebSocket, to values by our names, driven by the guide's data. Nothing here
// throws: what cannot be read is null, what is missing is null, and a list that is missing is empty.

import { decodeValue, type Value } from './decode/decode-values.ts';
import type { GuideApi, GuideField, GuideValueType } from './guide/definition.ts';
import { isRecord, type UnknownCounter } from './rest/decode-answer.ts';

/** A decoded value: plain, a record, or a list of either. */
export type GuideValue = Value | GuideRecord | readonly (Value | GuideRecord)[];

/** Decoded values by our names. */
export interface GuideRecord {
  readonly [name: string]: GuideValue;
}

/** Decodes `body` by what the guide says of `api`; elements the guide does not have are counted. */
export function decodeGuideBody(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  unknown: UnknownCounter,
): GuideRecord {
  const level = levelsOf(api);
  return decodeLevel(level, level.get(null) ?? [], body, (element) => {
    if (!COMMON_MEMBERS.has(element)) unknown.count(`${api.id}.${element}`);
  });
}

const COMMON_MEMBERS: ReadonlySet<string> = new Set(['return_code', 'return_msg', 'returnCode', 'returnMsg']);

type Levels = ReadonlyMap<string | null, readonly GuideField[]>;

const levelsByApi = new WeakMap<GuideApi, Levels>();

/** The fields of an API by the element they are inside of. A field that two tables list counts once. */
function levelsOf(api: GuideApi): Levels {
  const known = levelsByApi.get(api);
  if (known !== undefined) return known;
  const levels = new Map<string | null, GuideField[]>();
  for (const field of [...api.response, ...api.unlisted]) {
    if (field.kind === 'heading') continue;
    const level = levels.get(field.parent) ?? [];
    if (!level.some(({ element }) => element === field.element)) level.push(field);
    levels.set(field.parent, level);
  }
  levelsByApi.set(api, levels);
  return levels;
}

function decodeLevel(
  levels: Levels,
  fields: readonly GuideField[],
  source: Readonly<Record<string, unknown>>,
  countUnknown: (path: string) => void,
): GuideRecord {
  const record: Record<string, GuideValue> = {};
  for (const field of fields) {
    const raw = Object.hasOwn(source, field.element) ? source[field.element] : undefined;
    record[field.name] = decodeField(levels, field, raw, (inner) =>
      countUnknown(`${field.element}.${inner}`),
    );
  }
  for (const element of Object.keys(source)) {
    if (!fields.some((field) => field.element === element)) countUnknown(element);
  }
  return record;
}

function decodeField(
  levels: Levels,
  field: GuideField,
  raw: unknown,
  countUnknown: (path: string) => void,
): GuideValue {
  if (field.kind === 'value') {
    const type = field.type ?? 'text';
    if (field.isArray !== true) return decodeGuideValue(type, raw);
    return Array.isArray(raw) ? raw.map((item) => decodeGuideValue(type, item)) : [];
  }
  const inside = levels.get(field.element) ?? [];
  const decodeRow = (row: unknown): GuideRecord | null => {
    if (Array.isArray(row)) return decodeLevel(levels, inside, byPosition(inside, row), countUnknown);
    return isRecord(row) ? decodeLevel(levels, inside, row, countUnknown) : null;
  };
  if (field.kind === 'object') return decodeRow(raw);
  return Array.isArray(raw) ? raw.map(decodeRow).filter((row) => row !== null) : [];
}

/** Rows without element names: the list of conditions (ka10171) has `["0", "name"]`. */
function byPosition(
  fields: readonly GuideField[],
  row: readonly unknown[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map(({ element }, i) => [element, row[i]]));
}

/** Decodes the raw text of one element. */
export function decodeGuideValue(type: GuideValueType, raw: unknown): Value {
  if (type !== 'index' && type !== 'index100') return decodeValue(type, raw);
  const value = decodeValue('signed', raw);
  if (typeof value !== 'number' || value === 0) return null;
  return type === 'index100' ? Math.abs(value) / 100 : Math.abs(value);
}
