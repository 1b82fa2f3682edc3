// Finds Kiwoom's messages in recorded files, whatever they are wrapped in: answers and requests under an API id, single rows
// of a list, frames of the WebSocket, lists of FIDs of the older API, and refusals.

import { isRecord } from '../../src/adapters/kiwoom/rest/decode-answer.ts';

type Body = Readonly<Record<string, unknown>>;

/** A message, and the API whose table reads it. */
export type Message =
  | { readonly kind: 'request' | 'answer'; readonly api: string; readonly body: Body }
  /** A refusal, over REST or the WebSocket. */
  | { readonly kind: 'failure'; readonly api: string; readonly returnCode: number; readonly text: string }
  /** A frame that is neither data nor a refusal: LOGIN, REG, PING. */
  | { readonly kind: 'service'; readonly api: string };

/** The services of the WebSocket that the guide has a table for. */
const API_BY_TRNM: Readonly<Record<string, string>> = {
  CNSRLST: 'ka10171',
  CNSRREQ: 'ka10172',
  CNSRCLR: 'ka10174',
};
/** `gubun` of the older API: an order event or a balance event. */
const API_BY_GUBUN: Readonly<Record<string, string>> = { '0': '00', '1': '04' };

/** All messages in `recorded`. An id that stands around a message counts for it. */
export function findMessages(recorded: unknown, around: string | null = null): Message[] {
  if (Array.isArray(recorded)) return recorded.flatMap((one) => findMessages(one, around));
  if (!isRecord(recorded)) return [];
  const api = textOf(recorded['api_id'] ?? recorded['api-id'] ?? recorded['tr_id']) ?? around;
  const own = messageOf(recorded, api);
  if (own !== null) return own;
  const inner = Object.entries(recorded).filter(([name]) => name !== '_meta');
  return inner.flatMap(([name, value]) => {
    if (name === 'request' && isRecord(value) && api !== null)
      return [{ kind: 'request', api, body: value } as const];
    if (name === 'response' && isRecord(value) && api !== null) return [answerOf(api, value)];
    return findMessages(value, api);
  });
}

function messageOf(recorded: Body, api: string | null): Message[] | null {
  if (typeof recorded['trnm'] === 'string') return frameMessages(recorded, recorded['trnm']);
  const fids = recorded['raw_fids'];
  if (isRecord(fids)) {
    const type = API_BY_GUBUN[String(recorded['gubun'])] ?? '00';
    return [{ kind: 'answer', api: type, body: { data: [{ type, item: '', values: fids }] } }];
  }
  if (api === null) return null;
  const { row, rows, row_of: list } = recorded;
  if (typeof list === 'string' && isRecord(row)) return [{ kind: 'answer', api, body: { [list]: [row] } }];
  if (typeof list === 'string' && Array.isArray(rows))
    return [{ kind: 'answer', api, body: { [list]: rows } }];
  return 'return_code' in recorded ? [answerOf(api, recorded)] : null;
}

function frameMessages(frame: Body, trnm: string): Message[] {
  const { data } = frame;
  if (trnm === 'REAL') {
    const entries = Array.isArray(data) ? data.filter(isRecord) : [];
    return entries.map((entry) => ({
      kind: 'answer',
      api: String(entry['type']),
      body: { trnm, data: [entry] },
    }));
  }
  const api = API_BY_TRNM[trnm];
  const answer = answerOf(api ?? (trnm === '' ? 'WebSocket' : trnm), frame);
  if (api !== undefined || answer.kind === 'failure') return [answer];
  return [{ kind: 'service', api: answer.api }];
}

function answerOf(api: string, body: Body): Message {
  const returnCode = Number(body['return_code'] ?? 0);
  if (returnCode === 0) return { kind: 'answer', api, body };
  return { kind: 'failure', api, returnCode, text: String(body['return_msg'] ?? '') };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
