// What Kiwoom's guide says of its 182 APIs, as data: the shape of the JSON files in this folder, which
// scripts/read-guide writes. Element names, labels and lengths are the guide's; English names and types are ours.

import type { ValueType } from '../catalogue/definition.ts';

/**
 * How text becomes a value: the types of the trading catalogue, and two for indexes. `index` is a positive number with
 * decimals, `index100` the same sent as a whole number of hundredths; both carry the direction of the day as their sign,
 * which is removed like that of a `price`.
 */
export type GuideValueType = ValueType | 'index' | 'index100';

/** One element of a table of the guide. */
export interface GuideField {
  /** As on the wire. Empty for a heading, a line inside a table that names no element. */
  readonly element: string;
  /** Our name, unique among the elements with the same parent. */
  readonly name: string;
  /** The guide's Korean label, without the line breaks of the page. */
  readonly label: string;
  readonly kind: 'value' | 'list' | 'object' | 'heading';
  /** How a value is read; null for everything else. */
  readonly type: GuideValueType | null;
  /** null where the guide does not say. */
  readonly required: boolean | null;
  /** Characters, as the guide says; null where it does not. */
  readonly length: number | null;
  /** The element this one is inside of; null at the top. */
  readonly parent: string | null;
  /** The values the guide lists, with its labels. */
  readonly values?: Readonly<Record<string, string>>;
  /** True when the guide lists some values out of more. */
  readonly isOpen?: true;
  /** The length that requests are held to where the guide contradicts itself; 0 for none. */
  readonly sendLength?: number;
  /** True for a required element that may be sent blank. */
  readonly mayBeBlank?: true;
  /** True for a list of plain values. */
  readonly isArray?: true;
}

/** The headers of every API; those that differ stand under `exceptions`. */
export interface GuideHeaders {
  readonly request: readonly GuideField[];
  readonly response: readonly GuideField[];
  readonly exceptions: Readonly<Record<string, Omit<GuideHeaders, 'exceptions'>>>;
}

/** One API of the guide: a TR over REST, or a service or real-time type over the WebSocket. */
export interface GuideApi {
  readonly id: string;
  readonly koreanName: string;
  readonly englishName: string;
  /** Our name of the group, and of its files. */
  readonly group: string;
  /** 대분류 and 중분류. */
  readonly menu: readonly [string, string];
  readonly transport: 'rest' | 'websocket';
  readonly method: string;
  readonly url: string;
  /** True when the mock domain (모의투자) answers it. */
  readonly hasMock: boolean;
  readonly request: readonly GuideField[];
  readonly response: readonly GuideField[];
  /** Elements that answers carry (the guide's examples, or seen on the wire) and its tables do not. */
  readonly unlisted: readonly GuideField[];
}

/** The guide's examples of one API: request bodies and answers, values as the text they are on the wire. */
export interface GuideExample {
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly responses: readonly Readonly<Record<string, unknown>>[];
}
