// The streams of live data that are about no instrument of ours alone: real-time streams by the broker's name, and
// condition searches with their members. Shared between strategies and watched while one of them listens.

import { concat, defer, finalize, type Observable, of, Subject } from 'rxjs';
import type { ConditionEvent, StreamEvent } from '#domain/market-event.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { ConditionInterest, StreamInterest } from './ports.ts';
import type { WatchList } from './watch-list.ts';

interface ConditionTopic {
  readonly events$: Subject<ConditionEvent>;
  /** Who meets it, in the order they were told; null until the broker said so for the first time. */
  members: Set<SymbolCode> | null;
  listeners: number;
}

export class LiveTopics {
  readonly #watches: WatchList;
  readonly #now: () => EpochMs;
  readonly #streams = new Map<string, Subject<StreamEvent>>();
  readonly #conditions = new Map<string, ConditionTopic>();

  constructor(watches: WatchList, now: () => EpochMs) {
    this.#watches = watches;
    this.#now = now;
  }

  /** Messages about `item`; about anything when it is blank. */
  stream(stream: string, item: string): Observable<StreamEvent> {
    const interest: StreamInterest = { type: 'stream', stream, item };
    return defer(() => {
      this.#watches.listenTo(interest);
      return this.#streamOf(stream, item);
    }).pipe(finalize(() => this.#watches.leaveTopic(interest)));
  }

  /** Who meets the condition: whoever comes later is told the members known by then first. */
  condition(condition: string): Observable<ConditionEvent> {
    const interest: ConditionInterest = { type: 'condition', condition };
    return defer(() => {
      this.#watches.listenTo(interest);
      const topic = this.#conditionOf(condition);
      topic.listeners++;
      if (topic.members === null) return topic.events$;
      const symbols = [...topic.members];
      return concat(
        of<ConditionEvent>({ type: 'condition', at: this.#now(), condition, change: 'members', symbols }),
        topic.events$,
      );
    }).pipe(
      finalize(() => {
        this.#watches.leaveTopic(interest);
        const topic = this.#conditionOf(condition);
        topic.listeners--;
        if (topic.listeners === 0) topic.members = null; // it goes on without us from here
      }),
    );
  }

  onNews(event: StreamEvent | ConditionEvent): void {
    if (event.type === 'stream') this.#onStream(event);
    else this.#onCondition(event);
  }

  #onStream(event: StreamEvent): void {
    const { stream, item } = event;
    this.#streams.get(`${stream} ${item}`)?.next(event);
    if (item !== '') this.#streams.get(`${stream} `)?.next(event);
  }

  #onCondition(event: ConditionEvent): void {
    const topic = this.#conditions.get(event.condition);
    if (topic === undefined || topic.listeners === 0) return;
    if (event.change === 'members') topic.members = new Set(event.symbols);
    else if (topic.members !== null) {
      for (const symbol of event.symbols) {
        if (event.change === 'entered') topic.members.add(symbol);
        else topic.members.delete(symbol);
      }
    }
    topic.events$.next(event);
  }

  #streamOf(stream: string, item: string): Subject<StreamEvent> {
    const key = `${stream} ${item}`;
    const known = this.#streams.get(key) ?? new Subject<StreamEvent>();
    this.#streams.set(key, known);
    return known;
  }

  #conditionOf(condition: string): ConditionTopic {
    const topic = this.#conditions.get(condition) ?? { events$: new Subject(), members: null, listeners: 0 };
    this.#conditions.set(condition, topic);
    return topic;
  }
}
