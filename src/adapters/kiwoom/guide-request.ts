// Requests by the guide's data: our names in, a body with Kiwoom's elements out. A request that breaks a rule of the guide
// never leaves; the error names the field and the rule in both languages.

import type { Words } from '#domain/words.ts';
import { readDate } from './decode/decode-values.ts';
import type { GuideApi, GuideField } from './guide/definition.ts';
import { isRecord } from './rest/decode-answer.ts';

/** What is sent in one element. Numbers go out as their digits. */
export type GuideInput = string | number | readonly string[] | readonly GuideInputs[];

export interface GuideInputs {
  readonly [name: string]: GuideInput | undefined;
}

/** The rule that a request breaks. */
export type GuideRule = 'missing' | 'unknown' | 'too-long' | 'not-allowed' | 'format' | 'not-a-query';

/** A request that was not sent. */
export class GuideRequestError extends Error {
  override readonly name = 'GuideRequestError';
  readonly code = 'bad-request';
  readonly retryable = false;
  readonly api: string;
  /** Our name of the field; empty when the whole request is at fault. */
  readonly field: string;
  readonly rule: GuideRule;
  readonly text: Words;

  constructor(api: string, field: string, rule: GuideRule, text: Words) {
    super(`${api}: ${text.en}`);
    this.api = api;
    this.field = field;
    this.rule = rule;
    this.text = { ko: `${api}: ${text.ko}`, en: `${api}: ${text.en}` };
  }
}

/** Inputs given by Kiwoom's element names or ours, by ours. What the TR does not have stays, to be refused when encoded. */
export function namedInputs(api: GuideApi, given: GuideInputs): GuideInputs {
  return Object.fromEntries(Object.entries(given).map(([word, value]) => [nameOf(api, word) ?? word, value]));
}

function nameOf(api: GuideApi, word: string): string | undefined {
  return api.request.find(
    ({ element, name, parent }) => parent === null && (element === word || name === word),
  )?.name;
}

/** The body of a request. Throws GuideRequestError for what the guide forbids. */
export function encodeGuideRequest(api: GuideApi, inputs: GuideInputs): Readonly<Record<string, unknown>> {
  return encodeLevel(api, null, inputs);
}

function encodeLevel(
  api: GuideApi,
  parent: string | null,
  inputs: GuideInputs,
): Readonly<Record<string, unknown>> {
  const fields = api.request.filter((field) => field.parent === parent);
  for (const name of Object.keys(inputs)) {
    if (inputs[name] !== undefined && !fields.some((field) => field.name === name)) {
      throw unknownField(api, name, fields);
    }
  }
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = inputs[field.name];
    if (value !== undefined) body[field.element] = encodeValue(api, field, value);
    else if (field.required === true) throw missingField(api, field);
  }
  return body;
}

function encodeValue(api: GuideApi, field: GuideField, value: unknown): unknown {
  if (field.kind === 'list') {
    if (!Array.isArray(value) || !value.every(isRecord)) throw wrongShape(api, field, '[{…}]');
    return value.map((row) => encodeLevel(api, field.element, row as GuideInputs));
  }
  if (field.isArray !== true) return checked(api, field, textOf(api, field, value));
  return (Array.isArray(value) ? value : [value]).map((item) =>
    checked(api, field, textOf(api, field, item)),
  );
}

function textOf(api: GuideApi, field: GuideField, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw wrongShape(api, field, '"…"');
}

function wrongShape(api: GuideApi, field: GuideField, shape: string): GuideRequestError {
  return new GuideRequestError(api.id, field.name, 'format', {
    ko: `${shown(field)}: ${shape} 꼴이어야 합니다`,
    en: `${shown(field)} must be of the form ${shape}`,
  });
}

function unknownField(api: GuideApi, name: string, fields: readonly GuideField[]): GuideRequestError {
  const known = fields.map((field) => `${field.name} (${field.element})`).join(', ');
  return new GuideRequestError(api.id, name, 'unknown', {
    ko: `${name}: 이 TR에 없는 항목입니다. 있는 항목: ${known}`,
    en: `${name} is no field of this TR. Its fields: ${known}`,
  });
}

function missingField(api: GuideApi, field: GuideField): GuideRequestError {
  return new GuideRequestError(api.id, field.name, 'missing', {
    ko: `${shown(field)}: 반드시 필요합니다${hint(field)}`,
    en: `${shown(field)} is required${hint(field)}`,
  });
}

function checked(api: GuideApi, field: GuideField, text: string): string {
  if (text === '') {
    if (field.required === true && field.mayBeBlank !== true) throw missingField(api, field);
    return text;
  }
  const fail = (rule: GuideRule, words: Words) =>
    new GuideRequestError(api.id, field.name, rule, {
      ko: `${shown(field)}: ${words.ko}`,
      en: `${shown(field)} ${words.en}`,
    });
  const format = formatFault(field, text);
  const limit = field.sendLength ?? field.length ?? 0;
  if (limit > 0 && text.length > limit) {
    const length = {
      ko: `${limit}자까지 쓸 수 있습니다. 받은 값: ${text.length}자`,
      en: `may have ${limit} characters, found ${text.length}`,
    };
    // Of a day the form says what to write; the length alone would not.
    throw fail('too-long', field.type === 'date' && format !== null ? format : length);
  }
  if (field.values !== undefined && field.isOpen !== true && !Object.hasOwn(field.values, text)) {
    throw fail('not-allowed', {
      ko: `쓸 수 없는 값 ${text}. 쓸 수 있는 값${hint(field)}`,
      en: `must not be ${text}; it may be${hint(field)}`,
    });
  }
  if (format !== null) throw fail('format', format);
  return text;
}

const SYMBOLS = /^[0-9A-Z]{6}(?:_NX|_AL)?(?:\|[0-9A-Z]{6}(?:_NX|_AL)?)*$/;

function formatFault(field: GuideField, text: string): Words | null {
  if (field.values !== undefined) return null;
  if (field.type === 'date' && (!/^\d{8}$/.test(text) || readDate(text) === null)) {
    return {
      ko: `실제 날짜를 YYYYMMDD로 쓰십시오. 받은 값: ${text}`,
      en: `must be a day YYYYMMDD, found ${text}`,
    };
  }
  if (field.type === 'symbol' && !SYMBOLS.test(text)) {
    return {
      ko: `005930 또는 005930_NX, 005930_AL로 쓰십시오. 받은 값: ${text}`,
      en: `must be a code such as 005930, 005930_NX or 005930_AL, found ${text}`,
    };
  }
  if ((field.type === 'quantity' || field.type === 'price') && !/^\d+$/.test(text)) {
    return { ko: `숫자만 쓰십시오. 받은 값: ${text}`, en: `must be digits, found ${text}` };
  }
  return null;
}

function shown({ name, label, element }: GuideField): string {
  return `${name} (${label}, ${element})`;
}

/** The values that may be sent, to be read by a person. */
function hint({ values }: GuideField): string {
  if (values === undefined) return '';
  const listed = Object.entries(values).map(([code, label]) => (label === '' ? code : `${code} ${label}`));
  return `: ${listed.join(', ')}`;
}
