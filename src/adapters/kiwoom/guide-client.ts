// Every query of the guide, typed by its data: `guide.call('ka10027', {…})` checks the request, sends it and decodes the
// answer. Orders are left out on purpose: they go through the engine, its risk rules and the ledger.

import { UnknownCounter } from './decode-answer.ts';
import { ownError } from './errors.ts';
import type { GuideApi } from './guide/definition.ts';
import type { GuideQueryId } from './guide/ids.ts';
import { loadGuideApi } from './guide/load.ts';
import type { GuideAnswers, GuideRequests } from './guide/types.ts';
import { decodeGuideBody } from './guide-decode.ts';
import { encodeGuideRequest, type GuideInputs, GuideRequestError } from './guide-request.ts';
import type { RawAnswer } from './http-call.ts';
import type { Priority } from './rate-budget.ts';
import type { SendQuery } from './rest-sender.ts';

/** An answer of the guide's TR `Id`. */
export interface GuideAnswer<Id extends GuideQueryId> {
  /** Values and lists by our names. */
  readonly data: GuideAnswers[Id];
  /** The body as it came. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Where the next page begins; null on the last page. */
  readonly nextKey: string | null;
}

export interface GuideCallOptions {
  /** Goes on from this key of an earlier answer. */
  readonly nextKey?: string | null;
  /** `poll` unless given. */
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
}

export interface GuideClient {
  /** One page. Rejects with GuideRequestError before anything is sent, or with KiwoomError. */
  call<Id extends GuideQueryId>(
    id: Id,
    inputs: GuideRequests[Id],
    options?: GuideCallOptions,
  ): Promise<GuideAnswer<Id>>;
  /** All pages, first to last. To go on later, pass the `nextKey` of the last page seen. */
  pages<Id extends GuideQueryId>(
    id: Id,
    inputs: GuideRequests[Id],
    options?: GuideCallOptions,
  ): AsyncGenerator<GuideAnswer<Id>, void, void>;
  /** Elements of answers that the guide does not have, with how often they were seen. */
  unknownFields(): Readonly<Record<string, number>>;
}

/** A list that never ends is a fault of somebody. */
const MAX_PAGES = 10_000;

/** A client for every query of the guide on top of `send`. */
export function guideClient(send: SendQuery): GuideClient {
  const unknown = new UnknownCounter();

  async function call<Id extends GuideQueryId>(
    id: Id,
    inputs: GuideRequests[Id],
    options: GuideCallOptions = {},
  ): Promise<GuideAnswer<Id>> {
    const api = await loadGuideApi(id);
    refuseNonQuery(api);
    const { nextKey = null, ...rest } = options;
    const body = JSON.stringify(encodeGuideRequest(api, inputs as GuideInputs));
    const raw = await send({ tr: id, path: api.url, body, nextKey, ...rest });
    return {
      data: decodeGuideBody(api, raw.body, unknown) as unknown as GuideAnswers[Id],
      raw: raw.body,
      nextKey: nextKeyOf(raw),
    };
  }

  return {
    call,
    async *pages(id, inputs, options = {}) {
      let nextKey = options.nextKey ?? null;
      for (let page = 0; page < MAX_PAGES; page++) {
        const answer = await call(id, inputs, { ...options, nextKey });
        yield answer;
        if (answer.nextKey === null) return;
        if (answer.nextKey === nextKey) throw endless(id, 'the next key did not move on');
        nextKey = answer.nextKey;
      }
      throw endless(id, `more than ${MAX_PAGES} pages`);
    },
    unknownFields: () => unknown.snapshot(),
  };
}

/** True for the TRs that move money. */
export function isOrderApi({ url }: GuideApi): boolean {
  return /\/(?:crd)?ordr$/.test(url);
}

/** Throws for what is no query. The types leave these out; callers that take ids from outside need to be told. */
export function refuseNonQuery(api: GuideApi): void {
  if (isOrderApi(api)) {
    throw new GuideRequestError(api.id, '', 'not-a-query', {
      ko: '주문 TR입니다. 주문은 위험 한도와 원장을 거치도록 엔진으로만 냅니다',
      en: 'is an order; orders go through the engine, with its risk limits and its ledger',
    });
  }
  if (api.transport === 'websocket') {
    throw new GuideRequestError(api.id, '', 'not-a-query', {
      ko: 'WebSocket으로만 쓰는 API입니다',
      en: 'is spoken over the WebSocket only',
    });
  }
  if (api.group === 'oauth') {
    throw new GuideRequestError(api.id, '', 'not-a-query', {
      ko: '접근토큰은 hwangso가 스스로 받고 갱신합니다',
      en: 'hwangso gets and renews access tokens by itself',
    });
  }
}

function nextKeyOf({ headers }: RawAnswer): string | null {
  const key = headers['next-key'] ?? '';
  return headers['cont-yn'] === 'Y' && key !== '' ? key : null;
}

function endless(id: string, detail: string): Error {
  return ownError('bad-answer', id, { retryable: false, definite: false }, detail);
}
