// A Kiwoom REST server in memory: answers come from a script, every request is kept. Nothing is timed; the test says when an
// answer arrives.

import type { HttpAnswer, HttpOptions, HttpTransport, Lane } from '#adapters/kiwoom/transport.ts';
import { assert } from '#domain/assert.ts';

export interface SentRequest {
  readonly tr: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly lane: Lane;
  readonly signal: AbortSignal;
}

type Reply = HttpAnswer | Error | 'never';
type Script = (request: SentRequest, nth: number) => Reply | Promise<Reply>;

/** Answers by TR; a list is used up one by one, its last entry stays. */
export class FakeHttp implements HttpTransport {
  readonly sent: SentRequest[] = [];
  readonly #scripts = new Map<string, Script>();
  isClosed = false;

  constructor() {
    this.reply('au10001', tokenAnswer('token-1', '20300101000000'));
    this.reply('au10002', answer({}));
  }

  /** What to answer to `tr`: the same each time, one after another, or by a function. */
  reply(tr: string, ...replies: readonly (Reply | Script)[]): void {
    this.#scripts.set(tr, (request, nth) => {
      const reply = replies[Math.min(nth, replies.length - 1)];
      assert(reply !== undefined, `nothing to answer to ${tr}`);
      return typeof reply === 'function' ? reply(request, nth) : reply;
    });
  }

  sentTo(tr: string): readonly SentRequest[] {
    return this.sent.filter((request) => request.tr === tr);
  }

  async post(
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    { lane, signal }: HttpOptions,
  ): Promise<HttpAnswer> {
    const tr = headers['api-id'] ?? '';
    const nth = this.sentTo(tr).length;
    const request: SentRequest = { tr, path, headers, body: JSON.parse(body), lane, signal };
    this.sent.push(request);
    const script = this.#scripts.get(tr);
    assert(script !== undefined, `no script for ${tr}`);
    const reply = await script(request, nth);
    if (reply === 'never') return new Promise(() => undefined);
    if (reply instanceof Error) throw reply;
    return reply;
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

/** A success with these members; `nextKey` says that there is another page. */
export function answer(members: Readonly<Record<string, unknown>>, nextKey = ''): HttpAnswer {
  return {
    status: 200,
    headers: { 'cont-yn': nextKey === '' ? 'N' : 'Y', 'next-key': nextKey },
    body: JSON.stringify({ ...members, return_code: 0, return_msg: '정상적으로 처리되었습니다' }),
  };
}

/** A failure as Kiwoom words it. */
export function failure(returnCode: number, message: string, status = 200): HttpAnswer {
  return { status, headers: {}, body: JSON.stringify({ return_code: returnCode, return_msg: message }) };
}

export function rateLimited(tr: string): HttpAnswer {
  const text = `허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=1, API ID=${tr}]`;
  return failure(5, text, 429);
}

export const DEAD_TOKEN: HttpAnswer = failure(3, '인증에 실패했습니다[8005:Token이 유효하지 않습니다]');

export function tokenAnswer(token: string, expiresDt: string): HttpAnswer {
  return answer({ token, token_type: 'Bearer', expires_dt: expiresDt });
}
