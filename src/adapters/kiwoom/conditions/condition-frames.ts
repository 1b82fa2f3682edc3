// Condition search (조건검색) as text and as values: what is sent for ka10171 to ka10174, and what their answers say. Numbers
// of conditions are padded with blanks, codes have a market prefix or not, an empty result is null (kiwoom-wire 1.18, 1.19).

import type { SymbolCode } from '#domain/units.ts';
import { readSymbol } from '../decode/decode-values.ts';
import { textAt } from '../decode/fids.ts';
import { isRecord } from '../rest/decode-answer.ts';
import type { Frame, RealEntry } from '../socket/frame.ts';

/** A condition its author has stored at the broker. */
export interface Condition {
  /** Kiwoom's number of it, such as `4`. */
  readonly seq: string;
  readonly name: string;
}

export type ConditionAnswer = Extract<Frame, { kind: 'condition' }>;

/** The real-time type of who enters and leaves a condition. */
export const CONDITION_TYPE = '02';

/** One request, and the condition whose answer is waited for; null for the list. */
export interface ConditionRequest {
  readonly trnm: ConditionAnswer['trnm'];
  readonly seq: string | null;
  readonly text: string;
}

export function listRequest(): ConditionRequest {
  return requestOf('CNSRLST', null, {});
}

/** ka10172: who meets the condition now, from the page with this key on; blank for the first. */
export function searchRequest(seq: string, nextKey: string): ConditionRequest {
  const cont_yn = nextKey === '' ? 'N' : 'Y';
  return requestOf('CNSRREQ', seq, { search_type: '0', stex_tp: 'K', cont_yn, next_key: nextKey });
}

/** ka10173: who meets the condition now, and from now on. */
export function followRequest(seq: string): ConditionRequest {
  return requestOf('CNSRREQ', seq, { search_type: '1', stex_tp: 'K' });
}

/** ka10174. */
export function clearRequest(seq: string): ConditionRequest {
  return requestOf('CNSRCLR', seq, {});
}

function requestOf(
  trnm: ConditionRequest['trnm'],
  seq: string | null,
  members: Readonly<Record<string, string>>,
): ConditionRequest {
  return { trnm, seq, text: JSON.stringify({ trnm, ...(seq === null ? {} : { seq }), ...members }) };
}

/** True when the answer may be to this request: refusals do not always say which condition they are about (1.20). */
export function answers({ trnm, body }: ConditionAnswer, request: ConditionRequest): boolean {
  if (trnm !== request.trnm) return false;
  const seq = seqOf(body['seq']);
  return seq === '' || request.seq === null || seq === request.seq;
}

/** True for a success. Packets of data carry no return code (1.19). */
export function isSuccess({ returnCode, body }: ConditionAnswer): boolean {
  return returnCode === 0 || (returnCode === null && Object.hasOwn(body, 'data'));
}

/** The conditions of a list: `["4", "name"]`, or objects as the guide's table has it. */
export function conditionsOf({ body }: ConditionAnswer): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const row of rowsOf(body)) {
    const [seq, name] = Array.isArray(row) ? row : isRecord(row) ? [row['seq'], row['name']] : [];
    const condition = { seq: seqOf(seq), name: typeof name === 'string' ? name.trim() : '' };
    if (condition.seq !== '' && condition.name !== '') conditions.push(condition);
  }
  return conditions;
}

/** The instruments an answer names, each once. */
export function symbolsOf({ body }: ConditionAnswer): readonly SymbolCode[] {
  const symbols = new Set<SymbolCode>();
  for (const row of rowsOf(body)) {
    const code = isRecord(row) ? (row['jmcode'] ?? row['9001']) : null;
    const symbol = typeof code === 'string' ? readSymbol(code) : null;
    if (symbol !== null) symbols.add(symbol);
  }
  return [...symbols];
}

/** Where the next page begins; null on the last. In the body here, not in headers. */
export function nextPageOf({ body }: ConditionAnswer): string | null {
  const key = typeof body['next_key'] === 'string' ? body['next_key'].trim() : '';
  return body['cont_yn'] === 'Y' && key !== '' ? key : null;
}

/** Somebody enters or leaves a condition. */
export interface MemberChange {
  readonly seq: string;
  readonly change: 'entered' | 'left';
  readonly symbol: SymbolCode;
}

/** What an entry of type 02 says: I is in, D is out (1.21). Null when it says too little. */
export function memberChangeOf(entry: RealEntry): MemberChange | null {
  const { values } = entry;
  const seq = seqOf(textAt(values, '841'));
  const kind = textAt(values, '843').trim();
  const symbol = readSymbol(textAt(values, '9001')) ?? readSymbol(entry.item);
  if (seq === '' || symbol === null || (kind !== 'I' && kind !== 'D')) return null;
  return { seq, change: kind === 'I' ? 'entered' : 'left', symbol };
}

function rowsOf(body: ConditionAnswer['body']): readonly unknown[] {
  return Array.isArray(body['data']) ? body['data'] : [];
}

function seqOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
