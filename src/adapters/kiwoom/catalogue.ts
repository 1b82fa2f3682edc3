// Kiwoom's TRs and real-time types as data, looked up by id. The rest of the adapter is driven by these tables: it
// validates requests, decodes answers and counts unknown elements without naming one.

import { ka10074, ka10170, kt00011, kt00018 } from './catalogue/account.ts';
import { ka10079, ka10080, ka10081 } from './catalogue/charts.ts';
import type {
  InputField,
  ListField,
  OutputField,
  RealTimeType,
  Tr,
  ValueOf,
} from './catalogue/definition.ts';
import { kt00001 } from './catalogue/deposit.ts';
import { ka10001, ka10099, ka10100 } from './catalogue/instruments.ts';
import { ka10075, ka10076, kt00007 } from './catalogue/order-lists.ts';
import { kt10000, kt10001, kt10002, kt10003 } from './catalogue/orders.ts';
import { REAL_TIME_TYPES } from './catalogue/real-time.ts';
import { au10001, au10002 } from './catalogue/token.ts';

export type {
  InputField,
  ListField,
  OutputField,
  RealTimeType,
  Tr,
  ValueOf,
  ValueType,
} from './catalogue/definition.ts';

/** Every TR we know, by id. */
export const TRS = {
  au10001,
  au10002,
  ka10001,
  ka10074,
  ka10075,
  ka10076,
  ka10079,
  ka10080,
  ka10081,
  ka10099,
  ka10100,
  ka10170,
  kt00001,
  kt00007,
  kt00011,
  kt00018,
  kt10000,
  kt10001,
  kt10002,
  kt10003,
} as const satisfies Readonly<Record<string, Tr>>;

export type TrId = keyof typeof TRS;

type NamesWith<Fields extends readonly InputField[], Need> = Extract<Fields[number], { need: Need }>['name'];

/** What a TR is asked with, by our names. Numbers are sent as their digits. */
export type InputsOf<Id extends TrId> = Readonly<
  Record<NamesWith<(typeof TRS)[Id]['request'], 'required'>, string | number> &
    Partial<Record<NamesWith<(typeof TRS)[Id]['request'], 'optional'>, string | number>>
>;

type ValuesOf<Fields extends readonly OutputField[]> = {
  readonly [F in Fields[number] as F['name']]: ValueOf<F['type']>;
};

/** The single values of a TR's answer, by our names. */
export type FieldsOf<Id extends TrId> = ValuesOf<(typeof TRS)[Id]['response']>;

/** One row of a TR's answer, by our names; never for TRs without a list. */
export type RowOf<Id extends TrId> = (typeof TRS)[Id]['list'] extends infer L
  ? L extends ListField
    ? ValuesOf<L['fields']>
    : never
  : never;

/** True for the TRs that move money: never sent again when their answer was lost. */
export function isOrderTr(id: TrId): boolean {
  return TRS[id].path === ORDER_PATH;
}

const ORDER_PATH = '/api/dostk/ordr';

/** The path of the WebSocket on its own port. */
export const WEB_SOCKET_PATH = '/api/dostk/websocket';

const realTimeById: ReadonlyMap<string, RealTimeType> = new Map(
  REAL_TIME_TYPES.map((type) => [type.id, type]),
);

/** The real-time type with this id; null for one we do not know. */
export function realTimeType(id: string): RealTimeType | null {
  return realTimeById.get(id) ?? null;
}
