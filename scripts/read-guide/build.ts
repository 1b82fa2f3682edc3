// Turns the parts of the guide into the catalogue, and notes every slip it met on the way.

import type {
  GuideApi,
  GuideExample,
  GuideField,
  GuideHeaders,
} from '../../src/adapters/kiwoom/guide/definition.ts';
import { readListed } from './allowed.ts';
import {
  FOREIGN_EXAMPLES,
  REQUEST_CORRECTIONS,
  type RequestCorrection,
  SHIFTED_EXAMPLES,
  TYPE_CORRECTIONS,
  WIRE_ELEMENTS,
} from './corrections.ts';
import { apiName, elementName } from './english.ts';
import { compareWithExamples, pathOf, type Samples, type Shapes, samplesOf, shapesOf } from './examples.ts';
import { groupOf } from './groups.ts';
import { readLenient } from './lenient-json.ts';
import { type Row, readRows } from './rows.ts';
import type { ApiText, Line } from './sections.ts';
import { valueTypeOf } from './value-types.ts';

/** A place where the guide is not what it should be, and what was done about it. */
export interface Slip {
  readonly api: string;
  readonly kind: SlipKind;
  readonly detail: string;
}

export type SlipKind =
  | 'element name broken over lines'
  | 'label broken over lines'
  | 'row broken over pages'
  | 'heading inside a table'
  | 'required not said'
  | 'element listed twice'
  | 'example is not JSON'
  | 'example element missing in the table'
  | 'example element in other case'
  | 'example element at another level'
  | 'list on paper, object in the example'
  | 'list on paper, one value in the example'
  | 'one value on paper, array in the example'
  | 'value longer than the length'
  | 'example value not listed'
  | 'element seen on the wire only'
  | 'corrected by hand';

export interface BuiltApi {
  readonly api: GuideApi;
  readonly example: GuideExample;
  readonly headers: Omit<GuideHeaders, 'exceptions'>;
  readonly slips: readonly Slip[];
}

/** One API of the catalogue with its examples and slips. */
export function buildApi(text: ApiText): BuiltApi {
  const slips: Slip[] = [];
  const note = (kind: SlipKind, detail: string): void => void slips.push({ api: text.id, kind, detail });
  const example = readExamples(text, note);
  const info = new Map(text.parts.기본정보.map(({ text: line }) => splitOnce(line)));
  const requestRows = readRows(text.parts.Request);
  const responseRows = readRows(text.parts.Response);
  for (const row of [...requestRows, ...responseRows]) noteRepairs(row, note);
  const requestSamples = samplesOf(example.request === null ? [] : [example.request]);
  const responseSamples = samplesOf(SHIFTED_EXAMPLES[text.id] === undefined ? example.responses : []);
  const fieldsIn = (rows: readonly Row[], samples: Samples, documents: GuideExample['responses']) => {
    const shapes = shapesOf(documents);
    const fields = fieldsOf(text.id, rows, 'Body', samples).map((field) => shapedLike(shapes, field, note));
    return uniquelyNamed(fields);
  };
  const request = fieldsIn(requestRows, requestSamples, example.request === null ? [] : [example.request]);
  const response = fieldsIn(responseRows, responseSamples, example.responses);
  noteRepeated(response, note);
  const shifted = SHIFTED_EXAMPLES[text.id];
  if (shifted !== undefined) note('corrected by hand', shifted);
  const { extra, notes } = compareWithExamples(response, example.responses);
  for (const [kind, detail] of notes) note(kind, detail);
  const url = info.get('URL') ?? '';
  return {
    api: {
      id: text.id,
      koreanName: text.koreanName,
      englishName: apiName(text.id),
      group: groupOf(text.menu),
      menu: text.menu,
      transport: url.endsWith('/websocket') ? 'websocket' : 'rest',
      method: info.get('Method') ?? '',
      url,
      hasMock: !text.parts.개요.some(({ text: line }) => line.includes('모의투자를 지원하지 않습니다')),
      request: request.map((field) => sendable(text.id, field, requestSamples, note)),
      response,
      unlisted: uniquelyNamed(
        [...extra, ...seenOnTheWire(text.id, response, note)].map((row) =>
          fieldOf(text.id, row, row.parent, responseSamples),
        ),
        response,
      ),
    },
    example,
    headers: {
      request: fieldsOf(text.id, requestRows, 'Header', new Map()),
      response: fieldsOf(text.id, responseRows, 'Header', new Map()),
    },
    slips,
  };
}

type Note = (kind: SlipKind, detail: string) => void;

function readExamples(text: ApiText, note: Note): GuideExample {
  const read = (lines: readonly Line[], what: string) => {
    const { documents, forgiven } = readLenient(lines.map(({ text: line }) => line).join('\n'));
    if (forgiven.length > 0) note('example is not JSON', `${what}: ${forgiven.join(', ')}`);
    return documents;
  };
  const [request = null] = read(text.parts['Request Example'], 'request');
  const foreign = FOREIGN_EXAMPLES[text.id];
  if (foreign !== undefined) note('corrected by hand', foreign);
  const responses = read(text.parts['Response Example'], 'answer');
  return { request, responses: foreign === undefined ? responses : [] };
}

function noteRepairs(row: Row, note: Note): void {
  const kinds = {
    element: 'element name broken over lines',
    label: 'label broken over lines',
    'page break': 'row broken over pages',
  } as const;
  for (const repair of row.repairs) {
    note(kinds[repair], repair === 'label' ? `${row.element} ${row.label}` : row.element);
  }
  if (row.type === null) note('heading inside a table', row.label);
  else if (row.required === null) note('required not said', row.element);
}

function noteRepeated(fields: readonly GuideField[], note: Note): void {
  const seen = new Set<string>();
  for (const { element, parent, kind } of fields) {
    if (kind === 'heading') continue;
    const path = `${parent ?? ''}.${element}`;
    if (seen.has(path)) note('element listed twice', parent === null ? element : `${parent}.${element}`);
    seen.add(path);
  }
}

function fieldsOf(api: string, rows: readonly Row[], place: Row['place'], samples: Samples): GuideField[] {
  const parents: string[] = [];
  return rows
    .filter((row) => row.place === place)
    .map((row) => {
      const field = fieldOf(api, row, row.depth === 0 ? null : (parents[row.depth - 1] ?? null), samples);
      if (field.kind === 'list' || field.kind === 'object') parents[row.depth] = row.element;
      return field;
    });
}

/** The elements that only the wire has, unless a newer guide has them too. */
function seenOnTheWire(
  api: string,
  response: readonly GuideField[],
  note: Note,
): (FieldText & { parent: string | null })[] {
  return WIRE_ELEMENTS.filter(
    (wire) =>
      wire.api === api &&
      !response.some(({ element, parent }) => element === wire.element && parent === wire.parent),
  ).map(({ parent, element, label }) => {
    note('element seen on the wire only', `${parent}.${element}`);
    return { parent, element, label, type: 'String', required: null, length: null, description: '' };
  });
}

/** What the guide prints of an element, as far as a field needs it. */
export type FieldText = Pick<Row, 'element' | 'label' | 'type' | 'required' | 'length' | 'description'>;

const KINDS = { String: 'value', LIST: 'list', Object: 'object' } as const;

function fieldOf(api: string, row: FieldText, parent: string | null, samples: Samples): GuideField {
  const { element, label, required, length } = row;
  if (row.type === null) {
    return { element, name: '', label, kind: 'heading', type: null, required, length, parent: null };
  }
  const kind = KINDS[row.type];
  const type =
    kind === 'value'
      ? (TYPE_CORRECTIONS[`${api}.${element}`] ??
        valueTypeOf({ ...row, samples: samples.get(pathOf({ element, parent })) ?? [] }))
      : null;
  const listed = kind === 'value' ? readListed(row.description) : null;
  return {
    element,
    name: elementName(element.replaceAll('-', '_')),
    label,
    kind,
    type: /YYYYMMDD/.test(row.description) && type !== 'date' ? 'date' : type,
    required,
    length,
    parent,
    ...(listed === null ? {} : { values: listed.values }),
    ...(listed?.isOpen === true ? { isOpen: true as const } : {}),
    ...(required === true && row.description.includes('공백') ? { mayBeBlank: true as const } : {}),
    ...(length !== null && length < CODE_LENGTH && row.description.includes('_AL')
      ? { sendLength: CODE_LENGTH }
      : {}),
  };
}

/** The examples overrule the table on what is a list: the wire is like them (kiwoom-wire 1.16). */
function shapedLike(shapes: Shapes, field: GuideField, note: Note): GuideField {
  const shape = shapes.get(pathOf(field));
  if (field.kind === 'list' && shape === 'object') {
    note('list on paper, object in the example', field.element);
    return { ...field, kind: 'object' };
  }
  if (field.kind === 'list' && shape === 'plain') {
    note('list on paper, one value in the example', field.element);
    return { ...field, kind: 'value', type: 'text' };
  }
  if (field.kind === 'value' && shape === 'array') {
    note('one value on paper, array in the example', field.element);
    return { ...field, isArray: true };
  }
  return field;
}

/** Elements with the same parent get different names: the second `amount` becomes `amount2`. */
function uniquelyNamed(fields: readonly GuideField[], taken: readonly GuideField[] = []): GuideField[] {
  const elements = new Map(taken.map(({ parent, name, element }) => [`${parent ?? ''}.${name}`, element]));
  return fields.map((field) => {
    if (field.kind === 'heading') return field;
    for (let i = 1; ; i++) {
      const name = i === 1 ? field.name : `${field.name}${/\d$/.test(field.name) ? '_' : ''}${i}`;
      const key = `${field.parent ?? ''}.${name}`;
      const holder = elements.get(key);
      if (holder !== undefined && holder !== field.element) continue;
      elements.set(key, field.element);
      return { ...field, name };
    }
  });
}

/** The longest a stock code gets, with the suffix of an exchange: 039490_AL. */
const CODE_LENGTH = 9;

/** A request element with the limits that a request can be held to. */
function sendable(api: string, field: GuideField, samples: Samples, note: Note): GuideField {
  const correction = REQUEST_CORRECTIONS.find((c) => c.api === api && c.element === field.element);
  const samplesHere = samples.get(pathOf(field)) ?? [];
  const given = samplesHere.filter((sample) => sample !== '');
  let corrected =
    samplesHere.includes('') && field.required === true ? { ...field, mayBeBlank: true as const } : field;
  if (correction !== undefined) {
    corrected = applyCorrection(field, correction);
    note('corrected by hand', `${field.element}: ${correction.why}`);
  }
  const codes = Object.keys(corrected.values ?? {});
  const unlisted = given.filter((sample) => codes.length > 0 && !codes.includes(sample));
  if (unlisted.length > 0 && corrected.isOpen !== true) {
    note('example value not listed', `${field.element}: ${unlisted.join(', ')}`);
    corrected = { ...corrected, isOpen: true };
  }
  if (corrected.sendLength === CODE_LENGTH) {
    note('value longer than the length', `${field.element}: ${CODE_LENGTH} against ${field.length}`);
  }
  if (corrected.length === null || corrected.sendLength !== undefined) return corrected;
  const needed = Math.max(0, ...[...codes, ...given].map((value) => value.length));
  if (needed <= corrected.length) return corrected;
  note('value longer than the length', `${field.element}: ${needed} against ${corrected.length}`);
  return { ...corrected, sendLength: needed };
}

function applyCorrection(field: GuideField, correction: RequestCorrection): GuideField {
  const { values: oldValues, isOpen: wasOpen, ...rest } = field;
  const values = correction.values === undefined ? oldValues : correction.values;
  const isOpen = correction.isOpen ?? wasOpen;
  return {
    ...rest,
    ...(correction.type === undefined ? {} : { type: correction.type }),
    ...(values === undefined || values === null ? {} : { values }),
    ...(isOpen === true && values !== null ? { isOpen } : {}),
    ...(correction.length === undefined ? {} : { sendLength: correction.length }),
  };
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf(' ');
  return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trim()];
}
