// Puts the Kiwoom adapter together: one token, one rate budget, one sender, two clients and the two ports on top. Nothing is
// sent before somebody asks for something.

import { merge, type Observable, Subject } from 'rxjs';
import type { Venue } from '#domain/instrument.ts';
import type { ConnectionEvent } from '#domain/market-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import type { Clock } from '#domain/time.ts';
import type { MarketInterest, Poll } from '#engine/ports.ts';
import { MOCK_LIMITS, RateBudget, type RateLimits, REAL_LIMITS } from './budget/rate-budget.ts';
import { WEB_SOCKET_PATH } from './catalogue.ts';
import { type GuideClient, guideClient } from './guide-client.ts';
import { KiwoomBroker } from './kiwoom-broker.ts';
import { type KiwoomFeed, kiwoomFeed } from './kiwoom-feed.ts';
import { type Log, silentLog } from './log.ts';
import type { RegistrationLimits } from './registration/registration.ts';
import type { CodeSuffix } from './registration/registration-wants.ts';
import { RestClient } from './rest/rest-client.ts';
import { restSender } from './rest/rest-sender.ts';
import { AccessToken } from './rest/token.ts';
import { tokenIssuer } from './rest/token-issuer.ts';
import { undiciTransport } from './rest/undici-transport.ts';
import type { LineConnection, LineEvent } from './socket/feed-line.ts';
import type { QuietHours } from './socket/reconnect-policy.ts';
import type { SessionTimes } from './socket/session-options.ts';
import {
  type ConditionClient,
  type OpenStreamsOptions,
  openConditions,
  openStreams,
} from './socket/stream-session.ts';
import { wsTransport } from './socket/ws-transport.ts';
import type { HttpTransport, SocketTransport } from './transport.ts';

/** Where a domain is and what it allows. */
export interface Endpoint {
  readonly restUrl: string;
  readonly wsUrl: string;
  readonly limits: RateLimits;
  /** How much one session may register in real time; what was seen of Kiwoom unless given. */
  readonly registrationLimits?: RegistrationLimits;
}

/** The real domain: real money. */
export const REAL_ENDPOINT: Endpoint = {
  restUrl: 'https://api.kiwoom.com',
  wsUrl: `wss://api.kiwoom.com:10000${WEB_SOCKET_PATH}`,
  limits: REAL_LIMITS,
};

/** The mock domain (모의투자): KRX only, 1 request a second in total. */
export const MOCK_ENDPOINT: Endpoint = {
  restUrl: 'https://mockapi.kiwoom.com',
  wsUrl: `wss://mockapi.kiwoom.com:10000${WEB_SOCKET_PATH}`,
  limits: MOCK_LIMITS,
};

export interface ConnectKiwoomOptions extends Endpoint {
  readonly appKey: string;
  readonly secretKey: string;
  /** Market time: stamps, days, the life of the token. */
  readonly clock: Clock;
  /** Time-outs, pauses and rates; the same as `clock` unless a simulated exchange runs faster than the wall. */
  readonly timers?: Clock;
  readonly http?: HttpTransport;
  readonly socket?: SocketTransport;
  /** A random number in [0, 1), for reconnects. */
  readonly jitter?: () => number;
  /** Revokes the token on close. Off by default: other programs that use the same key share the token (kiwoom-wire 2.10). */
  readonly revokesTokenOnClose?: boolean;
  readonly defaultVenue?: Venue;
  /** When not to be connected; null stays online through the night. The broker's nightly restart unless given. */
  readonly quietHours?: QuietHours | null;
  readonly log?: Log;
}

/** What a feed is opened with. */
export interface FeedWishes {
  readonly interests: readonly MarketInterest[];
  readonly indexes?: readonly string[];
  readonly suffix?: CodeSuffix;
  readonly times?: SessionTimes;
}

export interface KiwoomConnection {
  readonly client: RestClient;
  /** Every query of the guide, out of the same rate budget. */
  readonly guide: GuideClient;
  /** How fast requests may go now and how many wait. */
  readonly budget: Pick<RateBudget, 'snapshot'>;
  readonly broker: KiwoomBroker;
  readonly token: AccessToken;
  /** One session at a time, of the three: a second login of the key ends the first. */
  feed(wishes: FeedWishes): KiwoomFeed;
  /** Real-time streams and condition searches by themselves, without an account. Subscribing connects. */
  streams(interests: OpenStreamsOptions['interests']): Observable<LineEvent>;
  /** Condition searches by a person. Connects at once; close it in the end. */
  conditions(): ConditionClient;
  /** Ends everything that waits; unsubscribe from the feed first. */
  close(): Promise<void>;
}

/** Connects one pair of keys to one domain. */
export function connectKiwoom(options: ConnectKiwoomOptions): KiwoomConnection {
  const { clock, appKey, secretKey } = options;
  const timers = options.timers ?? clock;
  const log = options.log ?? silentLog;
  const http = options.http ?? undiciTransport(options.restUrl);
  const budget = new RateBudget(timers, options.limits);
  const renewals = new Subject<ConnectionEvent>();
  const token = new AccessToken({
    issuer: tokenIssuer({ http, clock: timers, budget, appKey, secretKey }),
    clock,
    log,
    onRenewed: () => renewals.next({ type: 'token-renewed', at: clock.now() }),
  });
  const sender = restSender({ http, clock, timers, token, budget, log });
  const client = new RestClient(sender);
  const guide = guideClient(sender);
  const askQuery = async ({ query, inputs }: Poll): Promise<PlainRecord> =>
    (await guide.ask(query, inputs, { priority: 'poll' })).data;
  const partings: Promise<void>[] = [];
  const line: LineConnection = {
    onParting: (gone) => partings.push(gone),
    url: options.wsUrl,
    transport: options.socket ?? wsTransport,
    token,
    clock,
    timers,
    jitter: options.jitter ?? (() => 0.5),
    ...(options.registrationLimits === undefined ? {} : { limits: options.registrationLimits }),
    ...(options.quietHours === undefined ? {} : { quietHours: options.quietHours }),
    log,
  };
  const { defaultVenue } = options;
  const broker = new KiwoomBroker({ client, clock, ...(defaultVenue === undefined ? {} : { defaultVenue }) });
  return {
    client,
    guide,
    budget,
    broker,
    token,
    feed(wishes: FeedWishes): KiwoomFeed {
      return kiwoomFeed({
        ...line,
        ...wishes,
        clock,
        timers,
        client,
        troubles$: merge(sender.troubles$, renewals),
        askQuery,
      });
    },
    streams: (interests) => openStreams({ ...line, interests }),
    conditions: () => openConditions(line),
    async close(): Promise<void> {
      await Promise.all(partings);
      if (options.revokesTokenOnClose === true) await token.close();
      budget.close();
      await http.close();
    },
  };
}
