// Plain data: what a decoded answer or frame is made of. Members carry our names, absent values are null, and the whole
// survives JSON unchanged, so that it can be recorded and replayed.

/** One plain value. Numbers are finite; prices and amounts are won, quantities shares. */
export type PlainValue = string | number | boolean | null | PlainRecord | readonly PlainValue[];

/** Plain values by name. */
export interface PlainRecord {
  readonly [name: string]: PlainValue;
}
