// Every query of the guide, typed by its data: `guide.call('ka10027', {…})` checks the request, sends it and decodes the
// answer. Orders are left out on purpose: they go through the engine, its risk rules and the ledger.

import type { Priority } from './budget/rate-budget.ts';
import type { GuideApi } from './guide/definition.ts';
import type { GuideQueryId } from './guide/ids.ts';
import { isGuideId, loadGuideApi } from './guide/load.ts';
import type { GuideAnswers, GuideRequests } from './guide/types.ts';
import { decodeGuideBody, type GuideRecord } from './guide-decode.ts';
import { encodeGuideRequest, type GuideInputs, GuideRequestError, namedInputs } from './guide-request.ts';
import { UnknownCounter } from './rest/decode-answer.ts';
import { followPages, nextKeyOf, type RestSender } from './rest/rest-sender.ts';

/** One page of an answer. */
export interface GuidePage {
  /** Values and lists by our names. */
  readonly data: GuideRecord;
  /** The body as it came. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Where the next page begins; null on the last page. */
  readonly nextKey: string | null;
}

/** One page of an answer of the guide's TR `Id`. */
export interface GuideAnswer<Id extends GuideQueryId> extends Omit<GuidePage, 'data'> {
  readonly data: GuideAnswers[Id];
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
  /**
   * One page of a query that is named from outside, such as by a configuration; inputs by our names or by Kiwoom's. Rejects
   * with GuideRequestError for an id that is no query.
   */
  ask(
    id: string,
    inputs: Readonly<Record<string, string | number>>,
    options?: GuideCallOptions,
  ): Promise<GuidePage>;
  /** Elements of answers that the guide does not have, with how often they were seen. */
  unknownFields(): Readonly<Record<string, number>>;
}

/** A client for every query of the guide on top of `sender`. */
export function guideClient(sender: RestSender): GuideClient {
  const unknown = new UnknownCounter();

  async function askPage(id: string, inputs: GuideInputs, options: GuideCallOptions): Promise<GuidePage> {
    const api = await queryApi(id);
    const raw = await sender.send({
      tr: api.id,
      path: api.url,
      body: JSON.stringify(encodeGuideRequest(api, inputs)),
      isOrder: false,
      nextKey: options.nextKey ?? null,
      priority: options.priority ?? 'poll',
      signal: options.signal,
    });
    return { data: decodeGuideBody(api, raw.body, unknown), raw: raw.body, nextKey: nextKeyOf(raw) };
  }

  // The types are written from the same data that encodes and decodes.
  async function call<Id extends GuideQueryId>(
    id: Id,
    inputs: GuideRequests[Id],
    options: GuideCallOptions = {},
  ): Promise<GuideAnswer<Id>> {
    return (await askPage(id, inputs as GuideInputs, options)) as unknown as GuideAnswer<Id>;
  }

  return {
    call,
    pages: (id, inputs, options = {}) =>
      followPages(id, options.nextKey ?? null, (nextKey) => call(id, inputs, { ...options, nextKey })),
    ask: async (id, given, options = {}) => askPage(id, namedInputs(await queryApi(id), given), options),
    unknownFields: () => unknown.snapshot(),
  };
}

/** The API of an id from outside, which must be a query. */
async function queryApi(id: string): Promise<GuideApi> {
  if (!isGuideId(id)) {
    throw new GuideRequestError(id, '', 'not-a-query', {
      ko: '키움 안내서에 없는 API입니다',
      en: 'is no API of the guide',
    });
  }
  const api = await loadGuideApi(id);
  refuseNonQuery(api);
  return api;
}

/** True for the TRs that move money. */
export function isOrderApi({ url }: GuideApi): boolean {
  return /\/(?:crd)?ordr$/.test(url);
}

/** Throws for what is no query. The types leave these out; callers that take ids from outside need to be told. */
export function refuseNonQuery(api: GuideApi): void {
  if (isOrderApi(api)) {
    throw new GuideRequestError(api.id, '', 'not-a-query', {
      ko: '주문 TR입니다. 주문은 위험 한도와 원장을 거치도록 hwangso order로만 냅니다',
      en: 'is an order; orders go through risk limits and the ledger: hwangso order',
    });
  }
  if (api.transport === 'websocket') {
    const command = api.group === 'conditions' ? 'hwangso conditions' : `hwangso stream ${api.id}`;
    throw new GuideRequestError(api.id, '', 'not-a-query', {
      ko: `WebSocket으로만 쓰는 API입니다. 명령: ${command}`,
      en: `is spoken over the WebSocket only: ${command}`,
    });
  }
  if (api.group === 'oauth') {
    throw new GuideRequestError(api.id, '', 'not-a-query', {
      ko: '접근토큰은 hwangso가 스스로 받고 갱신합니다',
      en: 'hwangso gets and renews access tokens by itself',
    });
  }
}
