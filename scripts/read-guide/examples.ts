// Holds the guide's example answers against its tables: which elements stand where, and in which case.

import type { GuideField } from '../../src/adapters/kiwoom/guide/definition.ts';
import { isRecord } from '../../src/adapters/kiwoom/rest/decode-answer.ts';
import type { FieldText, SlipKind } from './build.ts';

/** The values of the examples, by `parent.element` in lower case. */
export type Samples = ReadonlyMap<string, readonly string[]>;

/** What the elements of the examples hold, by the same paths: an object, a list of plain values, or one. */
export type Shapes = ReadonlyMap<string, 'object' | 'array' | 'plain'>;

/** The path of an element in samples and shapes. */
export function pathOf({
  parent,
  element,
}: {
  readonly parent: string | null;
  readonly element: string;
}): string {
  return `${parent ?? ''}.${element}`.toLowerCase();
}

/** One value of an example and where it stood. */
interface Found {
  readonly parent: string | null;
  readonly element: string;
  readonly value: unknown;
}

/** Collects every value of the examples. */
export function samplesOf(documents: readonly Readonly<Record<string, unknown>>[]): Samples {
  const samples = new Map<string, string[]>();
  for (const { parent, element, value } of documents.flatMap((document) => valuesIn(document, null))) {
    if (typeof value === 'object') continue;
    const path = pathOf({ parent, element });
    samples.set(path, [...(samples.get(path) ?? []), String(value)]);
  }
  return samples;
}

/** Finds what each element holds; lists of objects are left out, since tables call them LIST. */
export function shapesOf(documents: readonly Readonly<Record<string, unknown>>[]): Shapes {
  const shapes = new Map<string, 'object' | 'array' | 'plain'>();
  for (const found of documents.flatMap((document) => valuesIn(document, null))) {
    const { value } = found;
    if (isRecord(value)) shapes.set(pathOf(found), 'object');
    else if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
      shapes.set(pathOf(found), 'array');
    } else if (!Array.isArray(value) && !shapes.has(pathOf(found))) shapes.set(pathOf(found), 'plain');
  }
  return shapes;
}

function valuesIn(record: Readonly<Record<string, unknown>>, parent: string | null): Found[] {
  return Object.entries(record).flatMap(([element, value]) => {
    const inner = (Array.isArray(value) ? value : [value]).filter(isRecord);
    const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    return [
      { parent, element, value },
      ...texts.map((text) => ({ parent, element, value: text })),
      ...inner.flatMap((row) => valuesIn(row, element)),
    ];
  });
}

/** In every answer, and once in a while written differently. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['return_code', 'return_code'],
  ['return_msg', 'return_msg'],
  ['returnCode', 'return_code'],
  ['returnMsg', 'return_msg'],
]);

/** Elements of the examples that the table does not have, as rows of their own, and what is to be noted. */
export function compareWithExamples(
  fields: readonly GuideField[],
  documents: readonly Readonly<Record<string, unknown>>[],
): { extra: (FieldText & { parent: string | null })[]; notes: [SlipKind, string][] } {
  const extra = new Map<string, FieldText & { parent: string | null }>();
  const notes = new Map<string, [SlipKind, string]>();
  for (const { parent, element, value } of documents.flatMap((document) => valuesIn(document, null))) {
    const path = parent === null ? element : `${parent}.${element}`;
    if (notes.has(path)) continue;
    const common = COMMON.get(element);
    if (common !== undefined) {
      if (common !== element) notes.set(path, ['example element in other case', `${path} for ${common}`]);
      continue;
    }
    const same = fields.filter((field) => field.element.toLowerCase() === element.toLowerCase());
    if (same.some((field) => field.element === element && field.parent === parent)) continue;
    const cased = same.find((field) => field.parent === parent);
    if (cased !== undefined) {
      notes.set(path, ['example element in other case', `${path} for ${cased.element}`]);
      continue;
    }
    const moved = same.find((field) => field.element === element);
    if (moved !== undefined) {
      notes.set(path, ['example element at another level', `${path} for ${moved.parent ?? 'the top'}`]);
    } else notes.set(path, ['example element missing in the table', path]);
    const type = Array.isArray(value) ? 'LIST' : isRecord(value) ? 'Object' : 'String';
    const label = moved?.label ?? fields.find((field) => field.element === element)?.label ?? '';
    extra.set(path, { element, label, type, required: null, length: null, description: '', parent });
  }
  return { extra: [...extra.values()], notes: [...notes.values()] };
}
