// A WebSocket frame as a value. The wire carries JSON text with a `trnm`; the body of a REAL frame may list several
// entries with members in any order (kiwoom-wire 1.16). Trades and books mostly do not come here: see scan-frame.ts.

import { isRecord } from '../rest/decode-answer.ts';
import { asReturnCode } from '../rest/http-call.ts';

/** One entry of a REAL frame; `values` are keyed by FID. */
export interface RealEntry {
  readonly type: string;
  readonly item: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** ka10171 (list), ka10172 and ka10173 (search), ka10174 (end). */
export type ConditionService = 'CNSRLST' | 'CNSRREQ' | 'CNSRCLR';

export type Frame =
  | { readonly kind: 'real'; readonly entries: readonly RealEntry[] }
  /** To be sent back as it came. */
  | { readonly kind: 'ping'; readonly text: string }
  | { readonly kind: 'login'; readonly returnCode: number | null; readonly message: string }
  /** Answer to a REG or a REMOVE; it does not say to which (1.11). */
  | {
      readonly kind: 'ack';
      readonly trnm: 'REG' | 'REMOVE';
      readonly returnCode: number | null;
      readonly message: string;
    }
  /** Answer to a request of condition search; paging and rows are in the body (1.19). */
  | {
      readonly kind: 'condition';
      readonly trnm: ConditionService;
      readonly returnCode: number | null;
      readonly message: string;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'system'; readonly code: string; readonly message: string }
  /** Well-formed, but nothing we know: tolerated and counted. */
  | {
      readonly kind: 'other';
      readonly trnm: string;
      readonly returnCode: number | null;
      readonly message: string;
    }
  | { readonly kind: 'undecodable' };

const UNDECODABLE: Frame = { kind: 'undecodable' };
const NO_VALUES: RealEntry['values'] = {};
const utf8 = new TextDecoder();

/** Decodes one frame. Never throws. */
export function decodeFrame(raw: Uint8Array | string): Frame {
  const text = typeof raw === 'string' ? raw : Buffer.isBuffer(raw) ? raw.toString('utf8') : utf8.decode(raw);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text.trim() === 'PING' ? { kind: 'ping', text } : UNDECODABLE;
  }
  return isRecord(parsed) ? decodeMessage(parsed, text) : UNDECODABLE;
}

function decodeMessage(message: Readonly<Record<string, unknown>>, text: string): Frame {
  const trnm = message['trnm'];
  switch (trnm) {
    case 'REAL':
      return { kind: 'real', entries: entriesOf(message['data']) };
    case 'PING':
      return { kind: 'ping', text };
    case 'LOGIN':
      return { kind: 'login', ...verdictOf(message) };
    case 'REG':
    case 'REMOVE':
      return { kind: 'ack', trnm, ...verdictOf(message) };
    case 'CNSRLST':
    case 'CNSRREQ':
    case 'CNSRCLR':
      return { kind: 'condition', trnm, ...verdictOf(message), body: message };
    case 'SYSTEM':
      return { kind: 'system', code: textOf(message['code']), message: textOf(message['message']) };
    default:
      return { kind: 'other', trnm: textOf(trnm), ...verdictOf(message) };
  }
}

function verdictOf(message: Readonly<Record<string, unknown>>): {
  returnCode: number | null;
  message: string;
} {
  return { returnCode: asReturnCode(message['return_code']), message: textOf(message['return_msg']) };
}

function entriesOf(data: unknown): readonly RealEntry[] {
  if (!Array.isArray(data)) return [];
  const entries: RealEntry[] = [];
  for (const entry of data) {
    if (!isRecord(entry)) continue;
    entries.push({
      type: textOf(entry['type']),
      item: textOf(entry['item']),
      values: valuesOf(entry['values']),
    });
  }
  return entries;
}

/** An object on the wire, a list in the guide. */
function valuesOf(values: unknown): RealEntry['values'] {
  if (Array.isArray(values)) return Object.assign({}, ...values.filter(isRecord));
  return isRecord(values) ? values : NO_VALUES;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}
