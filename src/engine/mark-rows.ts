// Compares the lists of an answer with those of the answer before: which rows are new, which changed or moved, which are
// gone. Rows are told apart by what they are about, so that a ranking shows who entered it and who left.

import type { PlainRecord, PlainValue } from '#domain/plain.ts';
import type { MarkedRow } from '#strategies/strategy.ts';

/** The rows of every list of an answer, marked, and those that the answer before had besides. Both by the list's name. */
export interface MarkedLists {
  readonly rows: Readonly<Record<string, readonly MarkedRow[]>>;
  readonly gone: Readonly<Record<string, readonly PlainRecord[]>>;
}

/** Marks the rows of `answer` against those of `before`; without one, every row is new. */
export function markRows(answer: PlainRecord, before: PlainRecord | null): MarkedLists {
  const rows: Record<string, readonly MarkedRow[]> = {};
  const gone: Record<string, readonly PlainRecord[]> = {};
  for (const [name, value] of Object.entries(answer)) {
    if (!isList(value)) continue;
    const listBefore = before?.[name];
    const marked = markList(value, isList(listBefore) ? listBefore : []);
    rows[name] = marked.rows;
    gone[name] = marked.gone;
  }
  return { rows, gone };
}

function markList(list: readonly PlainRecord[], before: readonly PlainRecord[]) {
  const keyOf = keyReader(list[0] ?? before[0] ?? {});
  const left = new Map(numbered(before, keyOf).map((key, place) => [key, place]));
  const keys = numbered(list, keyOf);
  const rows = list.map((row, place): MarkedRow => {
    const key = keys[place]!;
    const placeBefore = left.get(key) ?? null;
    left.delete(key);
    if (placeBefore === null) return { row, change: 'new', place, placeBefore };
    return { row, change: isSame(row, before[placeBefore]!) ? 'same' : 'changed', place, placeBefore };
  });
  return { rows, gone: [...left.values()].map((place) => before[place]!) };
}

const INSTRUMENT_NAMES = ['symbol', 'stockCode', 'code'];
const DATE_OR_TIME = /^(trade)?(date|time)N?$/i;

/**
 * How rows are told apart, by the names they have. Rows of orders: their order number. Rows about something with a code (an
 * instrument first, else the first name that ends in `Code`): that code, with the date where a row has one. Rows of a course
 * of time: date and time. Any other: their place.
 */
function keyReader(sample: PlainRecord): (row: PlainRecord, place: number) => string {
  const fields = identityFields(Object.keys(sample));
  if (fields.length === 0) return (_row, place) => String(place);
  return (row) => fields.map((field) => String(row[field] ?? '')).join(' ');
}

function identityFields(names: readonly string[]): readonly string[] {
  if (names.includes('orderNo')) return ['orderNo'];
  const about =
    INSTRUMENT_NAMES.find((name) => names.includes(name)) ?? names.find((name) => /Code$/.test(name));
  if (about !== undefined) return names.includes('date') ? [about, 'date'] : [about];
  return names.filter((name) => DATE_OR_TIME.test(name));
}

/** The rows' keys. Equal ones are numbered from the end, since lists in time have the newest row first. */
function numbered(
  rows: readonly PlainRecord[],
  keyOf: (row: PlainRecord, place: number) => string,
): readonly string[] {
  const seen = new Map<string, number>();
  const keys: string[] = [];
  for (let place = rows.length - 1; place >= 0; place--) {
    const key = keyOf(rows[place]!, place);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    keys[place] = count === 1 ? key : `${key} #${count}`;
  }
  return keys;
}

/** Answers of one query are decoded by one table, so equal rows have equal texts. */
function isSame(row: PlainRecord, before: PlainRecord): boolean {
  return JSON.stringify(row) === JSON.stringify(before);
}

function isList(value: PlainValue | undefined): value is readonly PlainRecord[] {
  return (
    Array.isArray(value) &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}
