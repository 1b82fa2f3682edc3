// One session with everything that speaks on it: registrations, condition searches, and the messages of streams. The feed of
// the engine and the streams of the shell are both built on it; they differ in what else they want and read.

import type {
  ConditionEvent,
  ConnectionEvent,
  StreamEvent,
  WatchRefusedEvent,
} from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { MarketInterest, StreamInterest } from '#engine/ports.ts';
import { ConditionSearch } from '../conditions/condition-search.ts';
import { type Log, silentLog } from '../log.ts';
import { DEFAULT_REGISTRATION_LIMITS, type RegistrationLimits } from '../registration/registration.ts';
import { RegistrationDesk } from '../registration/registration-desk.ts';
import {
  aboutStream,
  type CodeSuffix,
  isWithoutCode,
  type Want,
  wantsOf,
} from '../registration/registration-wants.ts';
import type { UnknownCounter } from '../rest/decode-answer.ts';
import type { AccessToken } from '../rest/token.ts';
import type { SocketTransport } from '../transport.ts';
import { conditionsOf, streamsOf } from './feed-interests.ts';
import type { RealEntry } from './frame.ts';
import type { QuietHours } from './reconnect-policy.ts';
import { DEFAULT_SESSION_TIMES, type SessionTimes } from './session-options.ts';
import { SocketSession } from './socket-session.ts';
import { isStream, StreamDecoder, streamIds } from './stream-decoder.ts';

/** How a session is connected; what the engine's feed and the shell's streams have in common. */
export interface LineConnection {
  readonly url: string;
  readonly transport: SocketTransport;
  readonly token: AccessToken;
  /** Market time: stamps, quiet hours. */
  readonly clock: Clock;
  /** Time-outs and pauses; the same as `clock` unless given. */
  readonly timers?: Clock;
  /** A random number in [0, 1), for reconnects. */
  readonly jitter: () => number;
  /** Which venues' data: KRX alone, NXT alone, or all together. */
  readonly suffix?: CodeSuffix;
  readonly limits?: RegistrationLimits;
  /** null stays online through the night. */
  readonly quietHours?: QuietHours | null;
  readonly times?: SessionTimes;
  readonly log?: Log;
  /** Given the end of a session that was asked to stop and still has something to say; whoever closes the rest waits for it. */
  readonly onParting: (gone: Promise<void>) => void;
}

/** What comes off a line by itself. */
export type LineEvent = StreamEvent | ConditionEvent | ConnectionEvent | WatchRefusedEvent;

export interface FeedLineOptions extends LineConnection {
  /** Wanted besides the interests; see WantsOptions. */
  readonly indexes: readonly string[];
  readonly isTrading: boolean;
  readonly unknown: UnknownCounter;
  readonly onEvent: (event: LineEvent) => void;
  /** What must never happen: the guide's data cannot be read. */
  readonly onFailure: (error: unknown) => void;
  /** Sees each frame first; true when it needs no other eyes. */
  readonly takeFrame?: (message: Uint8Array | string, at: EpochMs) => boolean;
  /** Sees each entry before its message is told; true when it made something of it. `isMessage`: a stream asked for it. */
  readonly onEntry?: (entry: RealEntry, at: EpochMs, isMessage: boolean) => boolean;
}

/** The types whose entries are about one instrument's prices. */
const PRICE_TYPES: ReadonlySet<string> = new Set(['0B', '0C', '0D']);

/** Kiwoom takes one condition request after the other: time for a handful of them, and no longer. Our decision. */
const PARTING_MS = 3_000;

/** `start` once, `stop` once; `follow` at any time. */
export class FeedLine {
  readonly #options: FeedLineOptions;
  readonly #decoder: StreamDecoder;
  readonly #registrations: RegistrationDesk;
  readonly #session: SocketSession;
  /** Condition searches on this session. */
  readonly conditions: ConditionSearch;
  #interests: readonly MarketInterest[] = [];
  /** Items that are registered for streams alone. */
  #ofStreams: ReadonlySet<string> = new Set();
  #told: ReadonlySet<string> = new Set();

  constructor(options: FeedLineOptions) {
    this.#options = options;
    const { clock, limits = DEFAULT_REGISTRATION_LIMITS, onEvent, unknown } = options;
    const timers = options.timers ?? clock;
    const times = options.times ?? DEFAULT_SESSION_TIMES;
    const log = options.log ?? silentLog;
    this.#decoder = new StreamDecoder(unknown);
    this.#registrations = new RegistrationDesk({ limits, clock, timers, times, log, onRefused: onEvent });
    const maxConditions = limits.maxConditions ?? DEFAULT_REGISTRATION_LIMITS.maxConditions;
    this.conditions = new ConditionSearch({ maxConditions, clock, timers, times, log, onEvent });
    this.#session = new SocketSession({
      url: options.url,
      transport: options.transport,
      token: options.token,
      clock,
      timers,
      times,
      log,
      registrations: this.#registrations,
      conditions: this.conditions,
      jitter: options.jitter,
      ...(options.quietHours === undefined ? {} : { quietHours: options.quietHours }),
      ...(options.takeFrame === undefined ? {} : { takeFrame: options.takeFrame }),
      onEntry: (entry, at) => this.#onEntry(entry, at),
      onConnection: onEvent,
      onUnknown: (what) => unknown.count(what),
    });
  }

  start(): void {
    this.#session.start();
  }

  /** Ends the condition searches, which takes a moment that `onParting` is told of, then the session. Tells no event. */
  stop(): void {
    const { onParting, clock, timers = clock } = this.#options;
    const ended = this.conditions.endAll();
    if (ended === null) this.#session.stop();
    else onParting(within(timers, PARTING_MS, ended).then(() => this.#session.stop()));
  }

  /** Replaces everything that is watched. */
  follow(interests: readonly MarketInterest[]): void {
    this.#interests = interests;
    const streams = streamsOf(interests).filter((stream) => faultOf(stream) === null);
    const wants = this.#wantsOf(interests);
    this.#ofStreams = itemsOf(wants, 'stream').difference(itemsOf(wants, 'instrument'));
    this.#decoder.follow(streams, new Set(wants.map(({ item }) => item)));
    if (streams.length > 0 && !this.#decoder.isLoaded) {
      this.#decoder.load().then(() => this.#register(), this.#options.onFailure);
    }
    this.#register();
    this.conditions.want(conditionsOf(interests));
    this.#refuse(streamsOf(interests));
  }

  /** True when an entry about this instrument has to be decoded in full. */
  needsWhole(stream: string, symbol: SymbolCode): boolean {
    return this.#decoder.mayWant(stream, symbol);
  }

  /** Streams wait until they can be decoded, so that no message is lost. */
  #register(): void {
    const isReady = this.#decoder.isLoaded;
    this.#registrations.want(
      this.#wantsOf(this.#interests.filter(({ type }) => isReady || type !== 'stream')),
    );
  }

  #wantsOf(interests: readonly MarketInterest[]): readonly Want[] {
    const { indexes, isTrading, suffix = '' } = this.#options;
    const possible = interests.filter((one) => one.type !== 'stream' || faultOf(one) === null);
    return wantsOf(possible, { indexes, isTrading, suffix });
  }

  #onEntry(entry: RealEntry, at: EpochMs): void {
    const { onEntry, onEvent, unknown } = this.#options;
    if (this.conditions.hearEntry(entry, at)) return;
    const message = this.#decoder.decode(entry, at);
    // What is watched as a stream only, another venue perhaps, is no price of an instrument.
    const isForOthers = !PRICE_TYPES.has(entry.type) || !this.#ofStreams.has(entry.item.trim());
    const isTaken = isForOthers && onEntry?.(entry, at, message !== null) === true;
    if (message !== null) onEvent(message);
    else if (!isTaken) unknown.count(`entry ${entry.type}`);
  }

  /** Streams that do not exist are told once, as long as they are asked for. */
  #refuse(streams: readonly StreamInterest[]): void {
    const refusals = streams.flatMap((interest) => {
      const detail = faultOf(interest);
      return detail === null ? [] : [{ about: aboutStream(interest.stream, interest.item), detail }];
    });
    const told = this.#told;
    this.#told = new Set(refusals.map(({ about }) => about));
    const at = this.#options.clock.now();
    for (const { about, detail } of refusals) {
      if (told.has(about)) continue;
      const numbers = { limit: null, actual: null };
      this.#options.onEvent({
        type: 'watch-refused',
        at,
        what: 'stream',
        about,
        code: 'unknown',
        ...numbers,
        detail,
      });
    }
  }
}

function itemsOf(wants: readonly Want[], of: Want['what']): Set<string> {
  return new Set(wants.flatMap(({ what, item }) => (what === of ? [item] : [])));
}

/** Why a stream cannot be registered for; null when it can. */
function faultOf({ stream, item }: StreamInterest): string | null {
  if (!isStream(stream)) return `real-time types: ${streamIds().join(' ')}`;
  return item === '' && !isWithoutCode(stream) ? `${stream} is about an item: name its code` : null;
}

/** Resolves when `done` does, or after `ms` all the same. */
function within(timers: Clock, ms: number, done: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.wakeAt(timers.now() + ms, resolve);
    void done.then(() => {
      cancel();
      resolve();
    });
  });
}
