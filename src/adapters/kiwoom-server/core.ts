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
  wrongUrl,
} from './answers.ts';
import { refusalOf } from './coverage.ts';
import { bareRateLimit, brokenAnswer, reshapeAnswer } from './faults/fault-texts.ts';
import { type FaultHands, type FaultPlan, NO_FAULTS, type RequestFault } from './faults/faults.ts';
import { LaggedBooks } from './faults/lagged-books.ts';
import { type BufferLimits, DEFAULT_BUFFER_LIMITS } from './frames/frame-lane.ts';
import { NoticeGate } from './frames/notice-gate.ts';
import { RealFrames } from './frames/real-frames.ts';
import type {
  RequestFields,
  RestOutcome,
  RestRequest,
  RestResponse,
  SessionInput,
  SessionLink,
} from './protocol.ts';
import { DEFAULT_RATE_LIMITS, RateLimiter, type RateLimits } from './rate-limiter.ts';
import { apiIdOf, isOrderTr, parseBody } from './rest-words.ts';
import { SessionRoom, type SessionView } from './session-room.ts';
import { type ServerKey, TokenDesk } from './token-desk.ts';
import { TRS } from './trs/index.ts';
import { checkMembers, type Tr } from './trs/tr.ts';

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
  readonly #speed: () => string;
  readonly #tokens: TokenDesk;
  readonly #limiter: RateLimiter;
  readonly #gate = new NoticeGate();
  readonly #frames: RealFrames;
  readonly #room: SessionRoom;
  readonly #books: LaggedBooks | null;
  readonly #stopListening: () => void;

  constructor(options: KiwoomServerOptions) {
    const { exchange, clock } = options;
    this.#exchange = exchange;
    this.#clock = clock;
    this.#faults = options.faults ?? NO_FAULTS;
    this.#speed = options.speed ?? (() => '1');
    this.#tokens = new TokenDesk(options.keys, () => Math.max(exchange.now, clock.now()), options.seed ?? 1);
    const limits = options.limits === undefined ? DEFAULT_RATE_LIMITS : options.limits;
    this.#limiter = new RateLimiter(limits, clock);
    this.#room = new SessionRoom({
      clock,
      faults: this.#faults,
      buffers: options.buffers ?? DEFAULT_BUFFER_LIMITS,
      keyOfToken: (token) => this.#tokens.keyOfToken(token),
      registered: (newcomer, types) => {
        if (types.has('0s')) this.#frames.sendSession(newcomer);
      },
      conditions: () => this.#frames.conditions,
    });
    this.#frames = new RealFrames(exchange, this.#room.sessions);
    this.#books = this.#faults === NO_FAULTS ? null : new LaggedBooks(exchange);
    this.#faults.attach?.(this.#hands());
    this.#stopListening = exchange.listen((event) => this.#publish(event));
  }

  /** Answers one request by calling `respond` once, now or, where a fault says so, later. */
  handleRest(request: RestRequest, respond: (outcome: RestOutcome) => void): void {
    const trId = apiIdOf(request);
    const isOrder = isOrderTr(trId);
    const fault = this.#faults.request({ trId, isOrder });
    if (fault.loss === 'before') {
      respond({ type: 'cut' });
      return;
    }
    const account = isOrder ? this.#accountOf(request) : null;
    const release = account === null ? () => undefined : this.#gate.hold(account);
    const { apiId, answer } = this.#handle(request, fault);
    if (fault.notices === 'before') release();
    this.#after(fault.delayMs, () => {
      respond(this.#outcome(this.respond(apiId, answer, fault.clockSkewMs), fault));
      this.#after(fault.notices === 'after' ? fault.noticeDelayMs : 0, release);
    });
  }

  /** The HTTP form of an answer; also for refusals made before the core sees a request (size, method). */
  respond(apiId: string, answer: TrAnswer, clockSkewMs = 0): RestResponse {
    const now = this.#exchange.now + clockSkewMs;
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
        // Libraries that mind this header although they run outside a browser read paging through it.
        'Access-Control-Expose-Headers': 'cont-yn,next-key,api-id',
        Date: new Date(now).toUTCString(),
        'x-exchange-clock': `${now};speed=${this.#speed()}`,
      },
      body: JSON.stringify(body),
    };
  }

  /** Opens one WebSocket. */
  openSession(carrier: SessionLink): SessionInput {
    return this.#room.open(carrier, this.#faults.connection());
  }

  /** Kiwoom's night cut, on demand: every socket is closed, and with `withTokens` every token dies. */
  cutOff(withTokens: boolean): void {
    if (withTokens) this.#tokens.expire();
    this.#room.cutSockets(1000, '');
  }

  /** WebSockets open now, and market frames their clients lost by not reading. */
  get traffic(): { readonly sessions: number; readonly dropped: number } {
    const views = this.#room.views();
    return { sessions: views.length, dropped: views.reduce((sum, { dropped }) => sum + dropped, 0) };
  }

  /** Every WebSocket open now, oldest first. */
  sessions(): readonly SessionView[] {
    return this.#room.views();
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
    if (tr === undefined) return refuse(refusalOf(apiId, request.path));
    if (tr.path !== request.path) return refuse(wrongUrl(apiId, request.path));
    const key = this.#authorize(request, fault);
    if ('ok' in key) return refuse(key);
    if (isStorm(fault) || !this.#limiter.take(key.appKey, apiId)) {
      return refuse(rateLimited(apiId, this.#limiter.flow));
    }
    const fields = parseBody(request.body);
    if (fields === null) return refuse(badField('body', 'JSON 형식이 아닙니다'));
    const wrong = checkMembers(tr.members, fields);
    if (wrong !== null) return refuse(wrong);
    return { apiId, answer: this.#run(tr, key, fields, request, fault) };
  }

  #run(
    tr: Tr,
    key: ServerKey,
    fields: RequestFields,
    request: RestRequest,
    { error, lagMs }: RequestFault,
  ): TrAnswer {
    if (error !== null) return { ok: false, status: 200, ...error };
    const isContinued = request.headers['cont-yn'] === 'Y';
    const nextKey = request.headers['next-key'] ?? '';
    return tr.answer({
      exchange: lagMs === 0 || this.#books === null ? this.#exchange : this.#books.view(lagMs),
      account: key.account,
      member: (name) => String(fields[name] ?? ''),
      nextKey: isContinued && nextKey !== '' ? nextKey : null,
    });
  }

  #handleToken(apiId: 'au10001' | 'au10002', request: RestRequest, fault: RequestFault): TrAnswer {
    if (apiIdOf({ ...request, headers: {} }) !== apiId) return wrongUrl(apiId, request.path);
    const fields = parseBody(request.body);
    if (fields === null) return badField('body', 'JSON 형식이 아닙니다');
    // Requests without a known key share one bucket, so that strangers cannot fill the table.
    const appKey = this.#tokens.isKnown(fields['appkey']) ? String(fields['appkey']) : '';
    if (isStorm(fault) || !this.#limiter.take(appKey, apiId)) {
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

  /** What reaches the client of an answer. */
  #outcome(response: RestResponse, fault: RequestFault): RestOutcome {
    if (fault.loss === 'after') return { type: 'cut' };
    if (fault.loss === 'half') return { type: 'cut-within', response };
    if (fault.brokenStatus !== 0)
      return { type: 'answered', response: brokenAnswer(response, fault.brokenStatus) };
    if (fault.refusal === 'bare-rate-limit' && response.status === 429)
      return { type: 'answered', response: bareRateLimit(response) };
    return { type: 'answered', response: reshapeAnswer(response, fault.reshape) };
  }

  /** The account whose notices an order request holds back; null for a dead token. */
  #accountOf(request: RestRequest): AccountId | null {
    const token = request.headers['authorization']?.split(' ')[1] ?? '';
    return this.#tokens.keyOfToken(token)?.account ?? null;
  }

  #after(delayMs: number, act: () => void): void {
    if (delayMs === 0) act();
    else this.#clock.wakeAt(this.#clock.now() + delayMs, act);
  }

  #hands(): FaultHands {
    const room = this.#room;
    return {
      cutSockets: (code, reason) => room.cutSockets(code, reason),
      deafenSockets: () => room.deafenSockets(),
      cutDeafSockets: () => room.cutDeafSockets(),
      kickSessions: (code) => room.kickSessions(code),
      expireTokens: () => this.#tokens.expire(),
    };
  }

  #publish(event: ExchangeEvent): void {
    this.#books?.see(event);
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

function isStorm({ refusal }: RequestFault): boolean {
  return refusal === 'rate-limit' || refusal === 'bare-rate-limit';
}
