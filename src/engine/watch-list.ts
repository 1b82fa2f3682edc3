// What must be subscribed to, and for how long: instruments, streams and conditions are counted by their listeners, shared
// between strategies, and told to the feed as effects when the first one comes or the last one has gone.

import { BAR_PERIODS, type BarPeriod, periodMinutes } from '#domain/bar.ts';
import { DAY_MS, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { MarketState } from './market-state.ts';
import type { ConditionInterest, InstrumentInterest, MarketInterest, StreamInterest } from './ports.ts';
import type { StepLog } from './step-log.ts';

/** What of an instrument somebody listens to. */
export type InstrumentPart = 'trades' | 'book' | BarPeriod;

interface WatchedInstrument {
  readonly symbol: SymbolCode;
  /** Of the configuration: watched for as long as the engine runs. */
  isPinned: boolean;
  readonly listeners: Map<InstrumentPart, number>;
  /** What the feed was told last; null while it was told nothing. It only grows until the end of the subscription. */
  told: InstrumentInterest | null;
  /** Bars of the past that were asked for and not yet sent for. */
  readonly past: Map<BarPeriod, number>;
}

interface WatchedTopic {
  readonly interest: StreamInterest | ConditionInterest;
  listeners: number;
  isTold: boolean;
}

/** Two days of minutes, and no more than a page of Kiwoom's chart: after longer than that a restart warms up anew. */
const MAX_MISSED_BARS = 800;

export class WatchList {
  readonly #market: MarketState;
  readonly #isNeeded: (symbol: SymbolCode) => boolean;
  readonly #instruments = new Map<SymbolCode, WatchedInstrument>();
  readonly #topics = new Map<string, WatchedTopic>();
  /** Instruments that are let go when nobody needs them any more. */
  readonly #loose = new Set<WatchedInstrument>();
  readonly #changed = new Set<WatchedInstrument>();
  readonly #changedTopics = new Set<WatchedTopic>();
  /** Since when the feed is down, in engine time; null while it is up, and before it first was. */
  #feedDownAt: EpochMs | null = null;

  /** `isNeeded`: true while an instrument is held, worked in or wanted, listened to or not. */
  constructor(market: MarketState, isNeeded: (symbol: SymbolCode) => boolean) {
    this.#market = market;
    this.#isNeeded = isNeeded;
  }

  /** An instrument of the configuration. */
  pin(symbol: SymbolCode): void {
    const watched = this.#instrument(symbol);
    watched.isPinned = true;
    this.#loose.delete(watched);
  }

  isPinned(symbol: SymbolCode): boolean {
    return this.#instruments.get(symbol)?.isPinned === true;
  }

  /** Somebody listens to `part`; `past` bars of its period are wished for when nobody listened to it before. */
  listen(symbol: SymbolCode, part: InstrumentPart, past = 0): void {
    const watched = this.#instrument(symbol);
    const listeners = watched.listeners.get(part) ?? 0;
    watched.listeners.set(part, listeners + 1);
    if (part === 'trades' || listeners > 0) return;
    this.#changed.add(watched);
    if (part !== 'book' && watched.told?.periods.includes(part) !== true) watched.past.set(part, past);
  }

  leave(symbol: SymbolCode, part: InstrumentPart): void {
    const watched = this.#instrument(symbol);
    const listeners = (watched.listeners.get(part) ?? 0) - 1;
    if (listeners > 0) watched.listeners.set(part, listeners);
    else watched.listeners.delete(part);
    this.#changed.add(watched);
  }

  /** A signal or a person speaks of the instrument: it is watched for as long as it is needed. */
  need(symbol: SymbolCode): void {
    if (!this.#instruments.has(symbol)) this.#instrument(symbol);
  }

  listenTo(interest: StreamInterest | ConditionInterest): void {
    const key = topicKey(interest);
    const topic = this.#topics.get(key) ?? { interest, listeners: 0, isTold: false };
    topic.listeners++;
    this.#topics.set(key, topic);
    this.#changedTopics.add(topic);
  }

  leaveTopic(interest: StreamInterest | ConditionInterest): void {
    const topic = this.#topics.get(topicKey(interest));
    if (topic === undefined) return;
    topic.listeners--;
    this.#changedTopics.add(topic);
  }

  /** What the feed was told to watch and not yet to let go. */
  told(): readonly MarketInterest[] {
    const instruments = [...this.#instruments.values()].flatMap(({ told }) => told ?? []);
    const topics = [...this.#topics.values()].filter(({ isTold }) => isTold);
    return [...instruments, ...topics.map(({ interest }) => interest)];
  }

  /** Everything wished for so far is taken as told, since a feed begins with `told()`. Returns the past that was wished for. */
  begin(): readonly { readonly symbol: SymbolCode; readonly period: BarPeriod; readonly bars: number }[] {
    const past = [...this.#changed].flatMap((watched) => {
      watched.told = interestIn(watched);
      const wishes = [...watched.past].map(([period, bars]) => ({ symbol: watched.symbol, period, bars }));
      watched.past.clear();
      return wishes;
    });
    this.#changed.clear();
    for (const topic of this.#changedTopics) topic.isTold = topic.listeners > 0;
    this.#changedTopics.clear();
    return past;
  }

  /** What happens from now on is in no trade that we see: bars stop, and what runs is not closed half made. */
  onFeedDown(at: EpochMs): void {
    this.#feedDownAt ??= at;
    this.#market.interruptBars();
  }

  /**
   * The bars that were missed are shown wherever bars are listened to, then trades make bars again: the running one has the
   * trades from then on. Longer bars are folded from the shortest ones, so those are enough.
   */
  onFeedUp(log: StepLog): void {
    if (this.#feedDownAt === null) return;
    const { shortest } = this.#market;
    const bars = missedBars(shortest, log.now - this.#feedDownAt);
    this.#feedDownAt = null;
    for (const market of this.#market.all()) {
      const { symbol } = market.instrument;
      const isListenedTo = (this.#instruments.get(symbol)?.told?.periods.length ?? 0) > 0;
      market.makesBars = !isListenedTo;
      if (isListenedTo) log.effect({ type: 'show-history', symbol, wishes: [{ period: shortest, bars }] });
    }
  }

  /** Trades make bars from here on; not while the feed is down, which ends with a past of its own. */
  onHistoryShown(symbol: SymbolCode): void {
    if (this.#feedDownAt === null) this.#market.of(symbol).makesBars = true;
  }

  /** Tells the feed what changed since the last call. `mayBeOver`: orders or holdings changed, so some need may be over. */
  tell(log: StepLog, mayBeOver: boolean): void {
    if (this.#changedTopics.size > 0) this.#tellTopics(log);
    if (mayBeOver) for (const watched of this.#loose) this.#changed.add(watched);
    if (this.#changed.size === 0) return;
    for (const watched of this.#changed) this.#tellInstrument(watched, log);
    this.#changed.clear();
  }

  #tellInstrument(watched: WatchedInstrument, log: StepLog): void {
    const { symbol, told } = watched;
    if (!watched.isPinned && watched.listeners.size === 0 && !this.#isNeeded(symbol)) {
      this.#instruments.delete(symbol);
      this.#loose.delete(watched);
      if (told !== null) log.effect({ type: 'unwatch', interest: told });
      return;
    }
    const interest = interestIn(watched);
    if (told === null || isWider(interest, told)) {
      watched.told = interest;
      log.effect({ type: 'watch', interest });
    }
    if (watched.past.size > 0) this.#showPast(watched, told === null, log);
  }

  /** Trades make bars once the past was shown; where nobody wishes for any, at once. */
  #showPast({ symbol, past }: WatchedInstrument, isNew: boolean, log: StepLog): void {
    const market = this.#market.of(symbol);
    market.linkSeries();
    const wishes = longestFirst([...past].map(([period, bars]) => ({ period, bars }))).filter(
      ({ bars }) => bars > 0,
    );
    past.clear();
    if (wishes.length === 0) return;
    if (isNew) market.makesBars = false;
    log.effect({ type: 'show-history', symbol, wishes });
  }

  #tellTopics(log: StepLog): void {
    for (const topic of this.#changedTopics) {
      const { interest, isTold } = topic;
      const isWanted = topic.listeners > 0;
      if (!isWanted) this.#topics.delete(topicKey(interest));
      if (isWanted === isTold) continue;
      topic.isTold = isWanted;
      log.effect({ type: isWanted ? 'watch' : 'unwatch', interest });
    }
    this.#changedTopics.clear();
  }

  #instrument(symbol: SymbolCode): WatchedInstrument {
    let watched = this.#instruments.get(symbol);
    if (watched === undefined) {
      watched = { symbol, isPinned: false, listeners: new Map(), told: null, past: new Map() };
      this.#instruments.set(symbol, watched);
      this.#loose.add(watched);
      this.#changed.add(watched);
    }
    return watched;
  }
}

/** Longer periods first: a day that arrives whole must not be folded from its minutes a second time. */
export function longestFirst<Wish extends { readonly period: BarPeriod }>(wishes: readonly Wish[]): Wish[] {
  return [...wishes].sort((a, b) => BAR_PERIODS.indexOf(b.period) - BAR_PERIODS.indexOf(a.period));
}

/** Trades always: without a price nothing can be sized, judged or valued. */
function interestIn({ symbol, listeners, told }: WatchedInstrument): InstrumentInterest {
  const book = listeners.has('book') || told?.book === true;
  const periods = BAR_PERIODS.filter((one) => listeners.has(one) || told?.periods.includes(one) === true);
  return { type: 'instrument', symbol, trades: true, book, periods };
}

/** How many bars of `period` begin or end within `absenceMs`. */
function missedBars(period: BarPeriod, absenceMs: number): number {
  const lengthMs = (periodMinutes(period) ?? DAY_MS / MINUTE_MS) * MINUTE_MS;
  return Math.min(Math.ceil(absenceMs / lengthMs) + 1, MAX_MISSED_BARS);
}

function isWider(interest: InstrumentInterest, told: InstrumentInterest): boolean {
  return (interest.book && !told.book) || interest.periods.length > told.periods.length;
}

function topicKey(interest: StreamInterest | ConditionInterest): string {
  return interest.type === 'stream'
    ? `stream ${interest.stream} ${interest.item}`
    : `condition ${interest.condition}`;
}
