// Puts the Kiwoom adapter together: one token, one rate budget, one REST client, and the two ports on top. Nothing is sent
// before somebody asks for something.

import { merge, Subject } from 'rxjs';
import type { Venue } from '#domain/instrument.ts';
import type { ConnectionEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { MarketInterest } from '#engine/ports.ts';
import { WEB_SOCKET_PATH } from './catalogue.ts';
import { KiwoomBroker } from './kiwoom-broker.ts';
import { type KiwoomFeed, kiwoomFeed } from './kiwoom-feed.ts';
import { type Log, silentLog } from './log.ts';
import { MOCK_LIMITS, RateBudget, type RateLimits, REAL_LIMITS } from './rate-budget.ts';
import type { QuietHours } from './reconnect-policy.ts';
import type { RegistrationLimits } from './registration.ts';
import { RestClient } from './rest-client.ts';
import type { SessionTimes } from './session-options.ts';
import { AccessToken } from './token.ts';
import { tokenIssuer } from './token-issuer.ts';
import type { HttpTransport, SocketTransport } from './transport.ts';
import { undiciTransport } from './undici-transport.ts';
import { wsTransport } from './ws-transport.ts';

/** Where a domain is and what it allows. */
export interface Endpoint {
  readonly restUrl: string;
  readonly wsUrl: string;
  readonly limits: RateLimits;
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
  readonly log?: Log;
}

/** What a feed is opened with. */
export interface FeedWishes {
  readonly interests: readonly MarketInterest[];
  readonly indexes?: readonly string[];
  readonly suffix?: '' | '_NX' | '_AL';
  readonly registrationLimits?: RegistrationLimits;
  /** null stays online through the night. */
  readonly quietHours?: QuietHours | null;
  readonly times?: SessionTimes;
}

export interface KiwoomConnection {
  readonly client: RestClient;
  readonly broker: KiwoomBroker;
  readonly token: AccessToken;
  /** One feed at a time: a second login of the key ends the first. */
  feed(wishes: FeedWishes): KiwoomFeed;
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
  const client = new RestClient({ http, clock, timers, token, budget, log });
  const { defaultVenue } = options;
  const broker = new KiwoomBroker({ client, clock, ...(defaultVenue === undefined ? {} : { defaultVenue }) });
  return {
    client,
    broker,
    token,
    feed(wishes: FeedWishes): KiwoomFeed {
      const { registrationLimits, ...rest } = wishes;
      return kiwoomFeed({
        ...rest,
        ...(registrationLimits === undefined ? {} : { limits: registrationLimits }),
        url: options.wsUrl,
        transport: options.socket ?? wsTransport,
        token,
        client,
        troubles$: merge(client.troubles$, renewals),
        clock,
        timers,
        jitter: options.jitter ?? (() => 0.5),
        log,
      });
    },
    async close(): Promise<void> {
      if (options.revokesTokenOnClose === true) await token.close();
      budget.close();
      await http.close();
    },
  };
}
