// What faults do to texts on their way out: answers and frames that are right in what they say and odd in how they say it.
// A client that reads by name and ignores what it does not know is not disturbed by any of this.

import type { RestResponse } from '../protocol.ts';
import type { FrameFault, RequestFault } from './faults.ts';

/** Kiwoom's 429 as some clients see it: the words are `null`, and nothing follows (kiwoom-wire 2.6). */
export function bareRateLimit(response: RestResponse): RestResponse {
  return { ...response, status: 429, reason: 'null', body: '' };
}

/** An answer from something in front of Kiwoom that does not speak its language. */
export function brokenAnswer(response: RestResponse, status: number): RestResponse {
  return {
    ...response,
    status,
    reason: '',
    headers: { ...response.headers, 'Content-Type': 'text/html' },
    body: `<html><body><h1>${status}</h1></body></html>`,
  };
}

/** The answer with an unknown member, or with order numbers without their leading zeros. */
export function reshapeAnswer(response: RestResponse, reshape: RequestFault['reshape']): RestResponse {
  if (reshape === 'none') return response;
  const fields = JSON.parse(response.body) as Record<string, unknown>;
  if (reshape === 'unknown-members') {
    const unknown = { new_member: '1', new_list: [{ inner: '' }] };
    return { ...response, body: JSON.stringify({ ...unknown, ...fields }) };
  }
  const number = fields['ord_no'];
  if (typeof number !== 'string') return response;
  return { ...response, body: JSON.stringify({ ...fields, ord_no: number.replace(/^0+(?=.)/, '') }) };
}

interface RealFrame {
  readonly data: readonly Record<string, unknown>[];
}

/** One frame with the entries of both, the first ones first. */
export function joinFrames(first: string, second: string): string {
  const [one, other] = [JSON.parse(first) as RealFrame, JSON.parse(second) as RealFrame];
  return JSON.stringify({ ...one, data: [...one.data, ...other.data] });
}

/** The frame with a FID and an entry that nobody knows, or with its members the other way round. */
export function reshapeFrame(text: string, reshape: FrameFault['reshape']): string {
  if (reshape === 'none') return text;
  const frame = JSON.parse(text) as RealFrame;
  const data =
    reshape === 'unknown-fields'
      ? [...frame.data.map(withUnknownFid), { type: 'Z9', name: '', item: '', values: { '1': '' } }]
      : frame.data.map(turned);
  return JSON.stringify(reshape === 'unknown-fields' ? { ...frame, data } : turned({ ...frame, data }));
}

function withUnknownFid(entry: Record<string, unknown>): Record<string, unknown> {
  return { ...entry, values: { '99999': '?', ...(entry['values'] as object) } };
}

function turned(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).reverse());
}
