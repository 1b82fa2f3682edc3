// The words the catalogue is written in: what a TR is, as data. Code that calls TRs reads these tables and knows no
// element names of its own, so a further TR is a further table and nothing else.

/**
 * How an element's text becomes a value. Blank means absent (null) for every type.
 * `price` positive whole won, direction sign removed, 0 is absent; `quantity` shares, sign removed; `won` whole won,
 * signed; `signed` any signed number; `percent` a signed number, % removed; `date` YYYY-MM-DD; `time` HHMMSS; `datetime`
 * epoch ms read as KST; `symbol` six characters without prefix and suffix; `orderNo` without leading zeros, all zeros is
 * absent; `flag` Y or N; `code` and `text` trimmed text.
 */
export type ValueType =
  | 'price'
  | 'quantity'
  | 'won'
  | 'signed'
  | 'percent'
  | 'date'
  | 'time'
  | 'datetime'
  | 'symbol'
  | 'orderNo'
  | 'flag'
  | 'code'
  | 'text';

type NumberType = 'price' | 'quantity' | 'won' | 'signed' | 'percent' | 'datetime';

/** What a value of type `T` is in the program. */
export type ValueOf<T extends ValueType> = T extends NumberType
  ? number | null
  : T extends 'flag'
    ? boolean | null
    : string | null;

/** One element of a request body. `maxLength` counts characters; null where the guide names none. */
export interface InputField {
  readonly element: string;
  readonly name: string;
  readonly need: 'required' | 'optional';
  readonly maxLength: number | null;
  readonly label: string;
  /** The values the guide lists; null when anything may be sent. */
  readonly allowed: readonly string[] | null;
}

/** One element of an answer, or one FID of a real-time type. */
export interface OutputField {
  readonly element: string;
  readonly name: string;
  readonly type: ValueType;
  readonly label: string;
}

/** The list of rows in an answer. No TR of the guide has more than one. */
export interface ListField {
  readonly element: string;
  readonly name: string;
  readonly label: string;
  readonly fields: readonly OutputField[];
}

/** One transaction (TR) of the REST API. Every one is a POST of JSON. */
export interface Tr {
  readonly id: string;
  readonly koreanName: string;
  readonly englishName: string;
  readonly path: string;
  readonly request: readonly InputField[];
  readonly response: readonly OutputField[];
  readonly list: ListField | null;
}

/** One real-time type of the WebSocket. The elements of `fields` are FIDs. */
export interface RealTimeType {
  readonly id: string;
  readonly koreanName: string;
  readonly englishName: string;
  /** What it is registered with: stock codes, index codes, or nothing (`""`). */
  readonly item: 'symbol' | 'index' | 'none';
  readonly fields: readonly OutputField[];
}

/** Keeps a TR's exact type, so that its answers are typed field by field. */
export function tr<const T extends Tr>(definition: T): T {
  return definition;
}

/** A request element. */
export function input<const Name extends string, const Need extends InputField['need']>(
  element: string,
  name: Name,
  need: Need,
  maxLength: number | null,
  label: string,
  allowed: readonly string[] | null = null,
): InputField & { readonly name: Name; readonly need: Need } {
  return { element, name, need, maxLength, label, allowed };
}

/** An answer element. */
export function field<const Name extends string, const Type extends ValueType>(
  element: string,
  name: Name,
  type: Type,
  label: string,
): OutputField & { readonly name: Name; readonly type: Type } {
  return { element, name, type, label };
}

/** The list of an answer. */
export function list<const Fields extends readonly OutputField[]>(
  element: string,
  name: string,
  label: string,
  fields: Fields,
): ListField & { readonly fields: Fields } {
  return { element, name, label, fields };
}
