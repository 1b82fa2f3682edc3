// The MarketFeed port over the WebSocket: market data, our order and balance notices, streams, conditions, reference data,
// answers to polls, and the troubles of the connection come out as one stream. Subscribing connects, unsubscribing disconnects.

import { merge, Observable, Subject, type Subscriber } from 'rxjs';
import { assert } from '#domain/assert.ts';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type {
  ConnectionEvent,
  MarketEvent,
  PollAnsweredEvent,
  PollFailedEvent,
} from '#domain/market-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import type { MarketFeed, MarketInterest, Poll } from '#engine/ports.ts';
import { decodeEntry } from './decode/decode-realtime.ts';
import { FidInspector, SCANNED_TYPES } from './decode/fid-inspector.ts';
import { FrameScanner, type ScannedEvent } from './decode/scan-frame.ts';
import { KiwoomError } from './errors/errors.ts';
import { GuideRequestError } from './guide-request.ts';
import { UnknownCounter } from './rest/decode-answer.ts';
import type { RestClient } from './rest/rest-client.ts';
import { InterestList, instrumentsOf } from './socket/feed-interests.ts';
import { FeedLine, type LineConnection } from './socket/feed-line.ts';
import { InstrumentWatch } from './watch-instruments.ts';

export interface KiwoomFeedOptions extends LineConnection {
  readonly client: RestClient;
  /** Rate limits and token renewals, which belong to the stream too. */
  readonly troubles$: Observable<ConnectionEvent>;
  /** Watched from the start; `watch` and `unwatch` change it. */
  readonly interests: readonly MarketInterest[];
  /** Indexes to be registered when there is room; KOSPI and KOSDAQ unless given. */
  readonly indexes?: readonly string[];
  /** Answers a poll with the first page, decoded. Rejects with KiwoomError or GuideRequestError. */
  readonly askQuery?: (poll: Poll) => Promise<PlainRecord>;
}

/** The feed, and what it met that nobody knows: frame types, real-time types, FIDs, entries that said too little. */
export interface KiwoomFeed extends MarketFeed {
  readonly unknown: Readonly<Record<string, number>>;
}

/** KOSPI and KOSDAQ. */
const DEFAULT_INDEXES = ['001', '101'];

/** A feed for one subscriber at a time. */
export function kiwoomFeed(options: KiwoomFeedOptions): KiwoomFeed {
  const interests = new InterestList(options.interests);
  const answers$ = new Subject<PollAnsweredEvent | PollFailedEvent>();
  const unknown = new UnknownCounter();
  const openLine = lineOpener(options, unknown);
  let follow: ((interests: readonly MarketInterest[]) => void) | null = null;

  const events$ = new Observable<FeedEvent>((subscriber) => {
    assert(follow === null, 'the feed has a subscriber: a second session of the key would end the first');
    const line = openLine(subscriber);
    const watch = watchOf(options, (event) => subscriber.next(event));
    follow = (all) => {
      line.follow(all);
      watch.follow(instrumentsOf(all).map(({ symbol }) => symbol));
    };
    subscriber.add(() => {
      follow = null;
      watch.stop();
      line.stop();
    });
    subscriber.add(merge(options.troubles$, answers$).subscribe((event) => subscriber.next(event)));
    follow(interests.all);
    line.start();
  });

  return {
    events$,
    watch(interest) {
      if (interests.add(interest)) follow?.(interests.all);
    },
    unwatch(interest) {
      if (interests.remove(interest)) follow?.(interests.all);
    },
    ask(poll) {
      void answerTo(poll, options).then((event) => answers$.next(event));
    },
    get unknown() {
      return unknown.snapshot();
    },
  };
}

type FeedEvent = MarketEvent | BrokerEvent;

/** Opens the line of a subscriber: trades and books are scanned, what the scanner cannot take is decoded. */
function lineOpener(
  options: KiwoomFeedOptions,
  unknown: UnknownCounter,
): (subscriber: Subscriber<FeedEvent>) => FeedLine {
  const inspector = new FidInspector(unknown);
  const scanner = new FrameScanner();
  return (subscriber) => {
    const line: FeedLine = new FeedLine({
      ...options,
      indexes: options.indexes ?? DEFAULT_INDEXES,
      isTrading: true,
      unknown,
      onEvent: (event) => subscriber.next(event),
      onFailure: (error) => subscriber.error(error),
      takeFrame: (message, at) => {
        const events = scanner.scan(message, at);
        if (events === null || events.some(isWantedInFull) || !inspector.passes(events)) return false;
        for (const event of events) subscriber.next(event);
        return true;
      },
      onEntry: (entry, at, isMessage) => {
        if (!isMessage) inspector.inspect(entry);
        const event = decodeEntry(entry, at);
        if (event !== null) subscriber.next(event);
        return event !== null;
      },
    });
    const isWantedInFull = ({ type, symbol }: ScannedEvent) => line.needsWhole(SCANNED_TYPES[type], symbol);
    return line;
  };
}

/** Reference data of the watched instruments; one that Kiwoom does not know is refused, and stays registered. */
function watchOf(options: KiwoomFeedOptions, onEvent: (event: MarketEvent) => void): InstrumentWatch {
  const { client, clock, log } = options;
  return new InstrumentWatch({
    client,
    clock,
    timers: options.timers ?? clock,
    onInstrument: onEvent,
    onUnknown: (about, detail) => {
      const what = { type: 'watch-refused', at: clock.now(), what: 'instrument', about } as const;
      onEvent({ ...what, code: 'unknown', limit: null, actual: null, detail });
    },
    ...(log === undefined ? {} : { log }),
  });
}

async function answerTo(
  poll: Poll,
  { askQuery, clock }: KiwoomFeedOptions,
): Promise<PollAnsweredEvent | PollFailedEvent> {
  const about = { poll: poll.name, query: poll.query };
  assert(askQuery !== undefined, 'the feed was opened without a way to ask queries');
  try {
    const answer = await askQuery(poll);
    return { type: 'poll-answered', at: clock.now(), ...about, answer };
  } catch (error) {
    if (!(error instanceof KiwoomError) && !(error instanceof GuideRequestError)) throw error;
    const { code, retryable } = error;
    return { type: 'poll-failed', at: clock.now(), ...about, code, retryable };
  }
}
