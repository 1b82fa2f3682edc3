// The exchange behind Kiwoom's protocol, without sockets: requests and frames go in as text and come out as text. Wall-clock
// time drives rate limits, PING and faults; the exchange's own time stands on everything it says.

import type { Clock } from '#domain/time.ts';
import type { AccountId, ExchangeApi, ExchangeEvent } from '#exchange/contract.ts';
import {
  badAuthorization,
  badField,
  deadToken,
  type Failure,
  methodNotAllowed,
  missingApiId,
  rateLimited,
  type TrAnswer,
  unknownTr,
  wrongUrl,
} from './answers.ts';
import { type FaultPlan, NO_FAULTS, type RequestFault } from './faults.ts';
import { type BufferLimits, DEFAULT_BUFFER_LIMITS } from './frame-lane.ts';
import { NoticeGate } from './notice-gate.ts';
import type {
  RequestFields,
  RestOutcome,
  RestRequest,
  RestResponse,
  SessionInput,
  SessionLink,
} from './protocol.ts';
import { DEFAULT_RATE_LIMITS, RateLimiter, type RateLimits } from './rate-limiter.ts';
import { RealFrames } from './real-frames.ts';
import { Session } from './session.ts';
import { type ServerKey, TokenDesk } from './token-desk.ts';
import { TRS } from './trs/index.ts';
import { checkMembers, type Tr } from './trs/tr.ts';

export const TOKEN_PATH = '/oauth2/token';
export const REVOKE_PATH = '/oauth2/revoke';

export interface KiwoomServerOptions {
  readonly exchange: ExchangeApi;
  /** Wall clock: rate limits, PING, fault delays. */
  readonly clock: Clock;
  /** The pairs of keys that may ask for tokens, each with its account. */
  readonly keys: readonly ServerKey[];
  /** Null switches the rate limit off. */
  readonly limits?: RateLimits | null;
  readonly faults?: FaultPlan;
  readonly buffers?: BufferLimits;
  /** Token texts follow from it. */
  readonly seed?: number;
  /** What `x-exchange-clock` names as the factor between wall-clock and exchange time (`1`, `600`, `max`). */
  readonly speed?: () => string;
}

/** What one request did, before it is put on the wire. */
interface Handled {
  readonly apiId: string;
  readonly answer: TrAnswer;
}

/** The protocol core. One instance a world; `dispose` ends its listening and all sessions. */
export class KiwoomServerCore {
  readonly #exchange: ExchangeApi;
  readonly #clock: Clock;
  readonly #faults: FaultPlan;
  readonly #buffers: BufferLimits;
  readonly #speed: () => string;
  readonly #tokens: TokenDesk;
  readonly #limiter: RateLimiter;
  readonly #gate = new NoticeGate();
  readonly #frames: RealFrames;
  readonly #sessions = new Set<Session>();
  readonly #stopListening: () => void;

  constructor(options: KiwoomServerOptions) {
    const { exchange, clock } = options;
    this.#exchange = exchange;
    this.#clock = clock;
    this.#faults = options.faults ?? NO_FAULTS;
    this.#buffers = options.buffers ?? DEFAULT_BUFFER_LIMITS;
    this.#speed = options.speed ?? (() => '1');
    this.#tokens = new TokenDesk(options.keys, () => exchange.now, options.seed ?? 1);
    const limits = options.limits === undefined ? DEFAULT_RATE_LIMITS : options.limits;
    this.#limiter = new RateLimiter(limits, clock);
    this.#frames = new RealFrames(exchange, this.#sessions);
    this.#stopListening = exchange.listen((event) => this.#publish(event));
  }

  /** Answers one request by calling `respond` once, now or, where a fault says so, later. */
  handleRest(request: RestRequest, respond: (outcome: RestOutcome) => void): void {
    const fault = this.#faults.request(isOrderRequest(request));
    if (fault.loss === 'before') {
      respond({ type: 'cut' });
      return;
    }
    const account = this.#accountOf(request);
    const release = account === null ? () => undefined : this.#gate.hold(account);
    const { apiId, answer } = this.#handle(request, fault);
    if (fault.notices === 'before') release();
    this.#after(fault.delayMs, () => {
      respond(
        fault.loss === 'after'
          ? { type: 'cut' }
          : { type: 'answered', response: this.respond(apiId, answer) },
      );
      this.#after(fault.notices === 'after' ? fault.noticeDelayMs : 0, release);
    });
  }

  /** The HTTP form of an answer; also for refusals made before the core sees a request (size, method). */
  respond(apiId: string, answer: TrAnswer): RestResponse {
    const nextKey = answer.ok ? answer.nextKey : null;
    const body = answer.ok
      ? { ...answer.fields, return_code: 0, return_msg: answer.message }
      : { return_msg: answer.message, return_code: answer.returnCode };
    return {
      status: answer.ok ? 200 : answer.status,
      reason: !answer.ok && answer.status === 429 ? 'null' : '',
      headers: {
        'Content-Type': 'application/json;charset=UTF-8',
        'api-id': apiId,
        'cont-yn': nextKey === null ? 'N' : 'Y',
        'next-key': nextKey ?? '',
        Date: new Date(this.#exchange.now).toUTCString(),
        'x-exchange-clock': `${this.#exchange.now};speed=${this.#speed()}`,
      },
      body: JSON.stringify(body),
    };
  }

  /** Opens one WebSocket. */
  openSession(link: SessionLink): SessionInput {
    const session: Session = new Session(link, {
      clock: this.#clock,
      faults: this.#faults,
      buffers: this.#buffers,
      keyOfToken: (token) => this.#tokens.keyOfToken(token),
      loggedIn: (newcomer) => this.#endOthers(newcomer),
      registered: (newcomer, types) => {
        if (types.has('0s')) this.#frames.sendSession(newcomer);
      },
      ended: (gone) => this.#sessions.delete(gone),
    });
    this.#sessions.add(session);
    return session;
  }

  /** Kiwoom's night cut, on demand: every socket is closed, and with `withTokens` every token dies. */
  cutOff(withTokens: boolean): void {
    if (withTokens) this.#tokens.expire();
    for (const session of [...this.#sessions]) session.end(1000, '');
  }

  /** WebSockets open now, and market frames their clients lost by not reading. */
  get traffic(): { readonly sessions: number; readonly dropped: number } {
    let dropped = 0;
    for (const session of this.#sessions) dropped += session.dropped;
    return { sessions: this.#sessions.size, dropped };
  }

  /** Stops listening to the exchange and closes every socket. */
  dispose(): void {
    this.#stopListening();
    this.cutOff(false);
  }

  /** From header to exchange; every early return is one of Kiwoom's errors, in the order its gateway is seen to check. */
  #handle(request: RestRequest, fault: RequestFault): Handled {
    const apiId = apiIdOf(request);
    const refuse = (answer: Failure): Handled => ({ apiId, answer });
    if (request.method !== 'POST') return refuse(methodNotAllowed(request.method));
    if (apiId === '') return refuse(missingApiId());
    if (apiId === 'au10001' || apiId === 'au10002')
      return { apiId, answer: this.#handleToken(apiId, request, fault) };
    const tr = TRS.get(apiId);
    if (tr === undefined) return refuse(unknownTr(apiId));
    if (tr.path !== request.path) return refuse(wrongUrl(apiId, request.path));
    const key = this.#authorize(request, fault);
    if ('ok' in key) return refuse(key);
    if (fault.refusal === 'rate-limit' || !this.#limiter.take(key.appKey, apiId)) {
      return refuse(rateLimited(apiId, this.#limiter.flow));
    }
    const fields = parseBody(request.body);
    if (fields === null) return refuse(badField('body', 'JSON 형식이 아닙니다'));
    const wrong = checkMembers(tr.members, fields);
    if (wrong !== null) return refuse(wrong);
    return { apiId, answer: this.#run(tr, key, fields, request) };
  }

  #run(tr: Tr, key: ServerKey, fields: RequestFields, request: RestRequest): TrAnswer {
    const isContinued = request.headers['cont-yn'] === 'Y';
    const nextKey = request.headers['next-key'] ?? '';
    return tr.answer({
      exchange: this.#exchange,
      account: key.account,
      member: (name) => String(fields[name] ?? ''),
      nextKey: isContinued && nextKey !== '' ? nextKey : null,
    });
  }

  #handleToken(apiId: 'au10001' | 'au10002', request: RestRequest, fault: RequestFault): TrAnswer {
    const path = apiId === 'au10001' ? TOKEN_PATH : REVOKE_PATH;
    if (request.path !== path) return wrongUrl(apiId, request.path);
    const fields = parseBody(request.body);
    if (fields === null) return badField('body', 'JSON 형식이 아닙니다');
    // Requests without a known key share one bucket, so that strangers cannot fill the table.
    const appKey = this.#tokens.isKnown(fields['appkey']) ? String(fields['appkey']) : '';
    if (fault.refusal === 'rate-limit' || !this.#limiter.take(appKey, apiId)) {
      return rateLimited(apiId, this.#limiter.flow);
    }
    return apiId === 'au10001' ? this.#tokens.issue(fields) : this.#tokens.revoke(fields);
  }

  #authorize(request: RestRequest, fault: RequestFault): ServerKey | Failure {
    const header = request.headers['authorization'];
    if (header === undefined || header === '') return badAuthorization(1513);
    const [scheme, token, ...rest] = header.split(' ');
    if (scheme?.toLowerCase() !== 'bearer') return badAuthorization(1515);
    if (token === undefined || token === '') return badAuthorization(1516);
    if (rest.length > 0) return badAuthorization(1514);
    const key = this.#tokens.keyOfToken(token);
    if (key !== null && fault.refusal === 'dead-token') {
      this.#tokens.expire(key.appKey);
      return deadToken();
    }
    return key ?? deadToken();
  }

  /** The account whose notices an order request holds back; null for other requests. */
  #accountOf(request: RestRequest): AccountId | null {
    if (!isOrderRequest(request)) return null;
    const token = request.headers['authorization']?.split(' ')[1] ?? '';
    return this.#tokens.keyOfToken(token)?.account ?? null;
  }

  #after(delayMs: number, act: () => void): void {
    if (delayMs === 0) act();
    else this.#clock.wakeAt(this.#clock.now() + delayMs, act);
  }

  /** A key has one session: the newcomer ends the older one (kiwoom-wire 1.6). */
  #endOthers(newcomer: Session): void {
    for (const session of [...this.#sessions]) {
      if (session !== newcomer && session.key?.appKey === newcomer.key?.appKey) session.endWith('R10001');
    }
  }

  #publish(event: ExchangeEvent): void {
    const account = accountOfEvent(event);
    if (account === null) {
      this.#frames.sendMarket(event);
      return;
    }
    // Written now, sent when the gate lets it: a notice tells of its own moment.
    const send = this.#frames.writeNotice(event, account);
    if (send !== null) this.#gate.pass(account, send);
  }
}

function accountOfEvent(event: ExchangeEvent): AccountId | null {
  if (event.type === 'order-notice') return event.order.account;
  return event.type === 'balance-notice' ? event.account : null;
}

/** The token paths imply their TR: clients ask for a token without an api-id header. */
function apiIdOf(request: RestRequest): string {
  const named = request.headers['api-id'] ?? '';
  if (named !== '') return named;
  if (request.path === TOKEN_PATH) return 'au10001';
  return request.path === REVOKE_PATH ? 'au10002' : '';
}

function isOrderRequest(request: RestRequest): boolean {
  return TRS.get(apiIdOf(request))?.isOrder === true;
}

/** The body as an object; null when it is none. An empty body is an empty object: members are then found missing. */
function parseBody(body: string): RequestFields | null {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as RequestFields)
      : null;
  } catch {
    return null;
  }
}
