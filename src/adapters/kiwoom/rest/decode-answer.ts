// From the body of an answer to values by our names, driven by the catalogue. Elements it does not know are counted, not
// refused: the guide and the wire differ, and answers grow.

import type { OutputField, Tr } from '../catalogue/definition.ts';
import { decodeValue, type Value } from '../decode/decode-values.ts';

/** Values by our names. A member that is missing is null, like a blank one. */
export type Values = Readonly<Record<string, Value>>;

/** An answer decoded by its TR. */
export interface DecodedAnswer {
  readonly fields: Values;
  readonly rows: readonly Values[];
}

/** Counts names nobody expected, so that a changed wire is noticed and not feared. */
export class UnknownCounter {
  readonly #counts = new Map<string, number>();

  count(what: string): void {
    if (this.#counts.size >= 1_000 && !this.#counts.has(what)) return;
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** How often each unknown thing was seen, `ka10001.new_fld` or `0B.9999`. */
  snapshot(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}

const COMMON_MEMBERS: ReadonlySet<string> = new Set(['return_code', 'return_msg']);

/** Decodes `body` by the tables of `tr`. A list that is missing or null is empty; rows that are no objects are skipped. */
export function decodeAnswer(
  tr: Tr,
  body: Readonly<Record<string, unknown>>,
  unknown: UnknownCounter,
): DecodedAnswer {
  const listElement = tr.list?.element;
  for (const member of Object.keys(body)) {
    if (member === listElement || COMMON_MEMBERS.has(member)) continue;
    if (!tr.response.some((field) => field.element === member)) unknown.count(`${tr.id}.${member}`);
  }
  const list = listElement === undefined ? null : body[listElement];
  const rows = Array.isArray(list) ? list.filter(isRecord) : [];
  const fields = tr.list?.fields ?? [];
  countUnknownOfRow(tr, fields, rows[0], unknown);
  return { fields: valuesOf(tr.response, body), rows: rows.map((row) => valuesOf(fields, row)) };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valuesOf(fields: readonly OutputField[], source: Readonly<Record<string, unknown>>): Values {
  const values: Record<string, Value> = {};
  for (const field of fields) values[field.name] = decodeValue(field.type, source[field.element]);
  return values;
}

/** The rows of one answer are alike: looking at the first is enough. */
function countUnknownOfRow(
  tr: Tr,
  fields: readonly OutputField[],
  row: Readonly<Record<string, unknown>> | undefined,
  unknown: UnknownCounter,
): void {
  for (const member of Object.keys(row ?? {})) {
    if (!fields.some((field) => field.element === member))
      unknown.count(`${tr.id}.${tr.list?.element}.${member}`);
  }
}
