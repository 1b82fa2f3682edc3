// Streams and condition searches by themselves, without an engine: for the shell. No account, no reference data, nothing
// that trades. A key has one session: opening one ends that of another program with the same key (kiwoom-wire 1.6).

import { Observable } from 'rxjs';
import type { PlainRecord } from '#domain/plain.ts';
import type { MarketInterest } from '#engine/ports.ts';
import type { Condition } from '../conditions/condition-frames.ts';
import { ownError } from '../errors/errors.ts';
import { UnknownCounter } from '../rest/decode-answer.ts';
import { FeedLine, type LineConnection, type LineEvent } from './feed-line.ts';

export interface OpenStreamsOptions extends LineConnection {
  /** Streams by their id and item, conditions by name. */
  readonly interests: readonly Exclude<MarketInterest, { type: 'instrument' }>[];
}

/** Subscribing connects, unsubscribing disconnects. Ends with an error only when our own data cannot be read. */
export function openStreams(options: OpenStreamsOptions): Observable<LineEvent> {
  return new Observable<LineEvent>((subscriber) => {
    const line = new FeedLine({
      ...options,
      indexes: [],
      isTrading: false,
      unknown: new UnknownCounter(),
      onEvent: (event) => subscriber.next(event),
      onFailure: (error) => subscriber.error(error),
    });
    subscriber.add(() => line.stop());
    line.follow(options.interests);
    line.start();
  });
}

/** Condition searches, asked for by a person. */
export interface ConditionClient {
  /** ka10171: the conditions stored at the broker. Rejects with KiwoomError. */
  list(): Promise<readonly Condition[]>;
  /** ka10172: who meets a condition now, by its name or number, all pages; rows by our names. Throws KiwoomError. */
  search(nameOrSeq: string): AsyncGenerator<PlainRecord, void, void>;
  close(): void;
}

/** A list that never ends is a fault of somebody. */
const MAX_PAGES = 1_000;

/** Connects at once. The first failure of the connection is told to whoever waits; there is no waiting for better times. */
export function openConditions(options: LineConnection): ConditionClient {
  const line = new FeedLine({
    ...options,
    indexes: [],
    isTrading: false,
    unknown: new UnknownCounter(),
    onEvent: () => undefined,
    onFailure: () => undefined,
  });
  line.start();
  return {
    list: () => line.conditions.list(),
    async *search(nameOrSeq) {
      let key = '';
      for (let page = 0; page < MAX_PAGES; page++) {
        const { rows, nextKey } = await line.conditions.page(nameOrSeq, key);
        yield* rows;
        if (nextKey === null) return;
        if (nextKey === key) throw endless('the next key did not move on');
        key = nextKey;
      }
      throw endless(`more than ${MAX_PAGES} pages`);
    },
    close: () => line.stop(),
  };
}

function endless(detail: string): Error {
  return ownError('bad-answer', 'CNSRREQ', { retryable: false, definite: false }, detail);
}
