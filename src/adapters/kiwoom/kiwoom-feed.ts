// The MarketFeed port over the WebSocket: market data, our order and balance notices, reference data, and the troubles of
// the connection come out as one stream. Subscribing connects, unsubscribing disconnects.

import { Observable } from 'rxjs';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type { ConnectionEvent, MarketEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { MarketFeed, MarketInterest } from '#engine/ports.ts';
import { realTimeType } from './catalogue.ts';
import { UnknownCounter } from './decode-answer.ts';
import { decodeEntry } from './decode-realtime.ts';
import type { RealEntry } from './frame.ts';
import type { Log } from './log.ts';
import type { QuietHours } from './reconnect-policy.ts';
import { DEFAULT_REGISTRATION_LIMITS, planRegistrations, type RegistrationLimits } from './registration.ts';
import type { RestClient } from './rest-client.ts';
import { FrameScanner, type ScannedEvent } from './scan-frame.ts';
import type { SessionTimes } from './session-options.ts';
import { SocketSession } from './socket-session.ts';
import type { AccessToken } from './token.ts';
import type { SocketTransport } from './transport.ts';
import { watchInstruments } from './watch-instruments.ts';

export interface KiwoomFeedOptions {
  readonly url: string;
  readonly transport: SocketTransport;
  readonly token: AccessToken;
  readonly client: RestClient;
  /** Rate limits and token renewals, which belong to the stream too. */
  readonly troubles$: Observable<ConnectionEvent>;
  /** Market time. */
  readonly clock: Clock;
  readonly timers: Clock;
  readonly interests: readonly MarketInterest[];
  readonly indexes?: readonly string[];
  /** Which venues' quotes: KRX alone, NXT alone, or all together. */
  readonly suffix?: '' | '_NX' | '_AL';
  readonly limits?: RegistrationLimits;
  readonly quietHours?: QuietHours | null;
  readonly times?: SessionTimes;
  readonly jitter: () => number;
  readonly log?: Log;
}

/** The feed, and what it met that nobody knows: frame types, real-time types, FIDs, entries that said too little. */
export interface KiwoomFeed extends MarketFeed {
  readonly unknown: Readonly<Record<string, number>>;
}

/** KOSPI and KOSDAQ. */
const DEFAULT_INDEXES = ['001', '101'];

/** Throws a definite `bad-request` when more codes are wanted than may be registered. */
export function kiwoomFeed(options: KiwoomFeedOptions): KiwoomFeed {
  const registrations = planRegistrations(
    {
      interests: options.interests,
      indexes: options.indexes ?? DEFAULT_INDEXES,
      suffix: options.suffix ?? '',
    },
    options.limits ?? DEFAULT_REGISTRATION_LIMITS,
  );
  const unknown = new UnknownCounter();
  const inspector = new FidInspector(unknown);
  const scanner = new FrameScanner();

  const events$ = new Observable<MarketEvent | BrokerEvent>((subscriber) => {
    const { client, clock, timers, interests, log, quietHours, times } = options;
    const session = new SocketSession({
      url: options.url,
      transport: options.transport,
      token: options.token,
      clock,
      timers,
      registrations,
      jitter: options.jitter,
      ...(quietHours === undefined ? {} : { quietHours }),
      ...(times === undefined ? {} : { times }),
      ...(log === undefined ? {} : { log }),
      takeFrame: (message, at) => {
        const events = scanner.scan(message, at);
        if (events === null || !inspector.passes(events)) return false;
        for (const event of events) subscriber.next(event);
        return true;
      },
      onEntry: (entry, at) => {
        inspector.inspect(entry);
        const event = decodeEntry(entry, at);
        if (event !== null) subscriber.next(event);
        else unknown.count(`entry ${entry.type}`);
      },
      onConnection: (event) => subscriber.next(event),
      onUnknown: (what) => unknown.count(what),
    });
    subscriber.add(options.troubles$.subscribe((event) => subscriber.next(event)));
    subscriber.add(
      watchInstruments({
        client,
        clock,
        timers,
        symbols: interests.map((interest) => interest.symbol),
        onInstrument: (event) => subscriber.next(event),
        ...(log === undefined ? {} : { log }),
      }),
    );
    subscriber.add(() => session.stop());
    session.start();
  });

  return {
    events$,
    get unknown() {
      return unknown.snapshot();
    },
  };
}

/** Looking at every FID of every frame would cost as much as decoding it; the first frame of a type tells as much. */
const INSPECT_EVERY = 256;

/** Looks for unknown FIDs in one of so many entries of a type. Only decoded entries have FIDs to look at, scanned ones not. */
class FidInspector {
  readonly #unknown: UnknownCounter;
  /** Entries of a type to let pass before the next one is looked at. */
  readonly #toPass = new Map<string, number>();

  constructor(unknown: UnknownCounter) {
    this.#unknown = unknown;
  }

  /** Lets the entries of a scanned frame pass; false when one of them may be due, so that the frame has to be decoded. */
  passes(events: readonly ScannedEvent[]): boolean {
    for (const event of events) if (this.#toPassOf(REAL_TYPES[event.type]) < events.length) return false;
    for (const { type } of events) this.#toPass.set(REAL_TYPES[type], this.#toPassOf(REAL_TYPES[type]) - 1);
    return true;
  }

  inspect(entry: RealEntry): void {
    const toPass = this.#toPassOf(entry.type);
    this.#toPass.set(entry.type, toPass === 0 ? INSPECT_EVERY - 1 : toPass - 1);
    if (toPass > 0) return;
    const known = realTimeType(entry.type);
    for (const fid of known === null ? [] : Object.keys(entry.values)) {
      if (!known?.fields.some((field) => field.element === fid)) this.#unknown.count(`${entry.type}.${fid}`);
    }
  }

  #toPassOf(type: string): number {
    return this.#toPass.get(type) ?? 0;
  }
}

const REAL_TYPES = { trade: '0B', book: '0D' } as const;
