// How the tests of the engine are told: an engine on a calm trading morning, puppet strategies that say what the test says,
// a broker on paper, and every step's outcome in words, so that a test reads as given, when, then.

import { mergeMap } from 'rxjs';
import { z } from 'zod';
import { krxCalendar } from '#domain/calendar.ts';
import { MOCK_COSTS } from '#domain/costs.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { Difference, LedgerRecord } from '#domain/ledger-record.ts';
import type { InstrumentEvent, TradeEvent } from '#domain/market-event.ts';
import type { OrderRequest } from '#domain/order.ts';
import type { Signal, Target } from '#domain/signal.ts';
import { DAY_MS, kstMoment } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { Effect } from '#engine/effect.ts';
import { Engine } from '#engine/engine.ts';
import { DEFAULT_PATIENCE, type EngineSettings } from '#engine/engine-settings.ts';
import type { MarketInterest } from '#engine/ports.ts';
import type { StrategySetup } from '#engine/strategy-host.ts';
import { defineStrategy } from '#strategies/strategy.ts';
import { PaperBroker } from './paper-broker.ts';
import { NO_LIMITS } from './risk-view.ts';

export const TODAY = '2026-11-20';
export const TOMORROW = '2026-11-23';
export const SAMSUNG = '005930';
export const HYNIX = '000660';
/** Continuous trading is an hour old. */
export const TEN = kstMoment(TODAY, '100000');

/** Says whatever is put into `next`, the moment something that means nothing to the engine happens. */
export class Puppet {
  readonly next: Signal[] = [];
  readonly setup: StrategySetup;

  constructor(name: string, parts: Partial<StrategySetup> = {}) {
    const definition = defineStrategy({
      name: 'puppet',
      description: { en: 'says what the test says', ko: '테스트가 시키는 대로' },
      parameters: z.unknown(),
      warmUp: () => [],
      run: ({ connection$ }) =>
        connection$.pipe(mergeMap(({ type }) => (type === 'token-renewed' ? this.next.splice(0) : []))),
    });
    const symbols = [SAMSUNG, HYNIX];
    this.setup = {
      name,
      definition,
      parameters: {},
      symbols,
      capital: 10_000_000,
      pricing: { type: 'market' },
      ...parts,
    };
  }
}

export function settingsOf(parts: Partial<EngineSettings> = {}): EngineSettings {
  return {
    strategies: [],
    limits: { ...NO_LIMITS, orderableValidMs: DAY_MS },
    costs: MOCK_COSTS,
    calendar: krxCalendar,
    venue: 'KRX',
    ...DEFAULT_PATIENCE,
    ...parts,
  };
}

export function stock(symbol: string, parts: Partial<Instrument> = {}): Instrument {
  return { symbol, name: symbol, market: 'KOSPI', kind: 'stock', leverage: 1, ...parts };
}

/** Reference data of a stock at 70,000 won. */
export function instrumentEvent(symbol: string, at: EpochMs, last: number | null = 70_000): InstrumentEvent {
  const reference = { base: 70_000, upperLimit: 91_000, lowerLimit: 49_000, warning: 'none' } as const;
  return { type: 'instrument', at, instrument: stock(symbol), reference, last };
}

/** A trade of one share in continuous trading, in parts as asked. */
export function tradeEvent(
  symbol: string,
  price: number,
  at: EpochMs,
  parts: Partial<TradeEvent> = {},
): TradeEvent {
  return {
    type: 'trade',
    symbol,
    at,
    tradedAt: at,
    price,
    quantity: 1,
    aggressor: 'buy',
    dayVolume: null,
    bestAsk: null,
    bestBid: null,
    venue: 'KRX',
    hours: 'regular',
    ...parts,
  };
}

export interface StoryParts {
  readonly settings?: Partial<Omit<EngineSettings, 'strategies'>>;
  readonly puppets?: readonly Puppet[];
  readonly broker?: PaperBroker;
  readonly past?: readonly LedgerRecord[];
  readonly startsAt?: EpochMs;
}

export class Story {
  readonly engine: Engine;
  readonly broker: PaperBroker;
  readonly puppets: readonly Puppet[];
  /** Every record so far, those of the past included: what a ledger would hold. */
  readonly records: LedgerRecord[];
  /** Every event so far. */
  readonly events: EngineEvent[] = [];
  /** Effects of the last step. */
  effects: Effect[] = [];
  now: EpochMs;

  constructor(parts: StoryParts = {}) {
    this.puppets = parts.puppets ?? [new Puppet('alpha')];
    this.broker = parts.broker ?? new PaperBroker(TODAY, 10_000_000);
    this.records = [...(parts.past ?? [])];
    const strategies = this.puppets.map(({ setup }) => setup);
    this.engine = new Engine(settingsOf({ strategies, ...parts.settings }), this.records);
    this.now = parts.startsAt ?? TEN;
  }

  /** Takes an event in and says in words what came of it. Wishes to be woken are left out. */
  take(event: EngineEvent): string[] {
    this.events.push(event);
    this.now = Math.max(this.now, event.at);
    const step = this.engine.handle(event);
    this.records.push(...step.records);
    this.effects = [...step.effects];
    return [...step.records.map(recordInWords), ...step.effects.flatMap(effectInWords)];
  }

  /** A strategy asks to hold so many shares (or another target). */
  wants(target: number | Target, parts: Partial<Signal> & { readonly puppet?: Puppet } = {}): string[] {
    const { puppet = this.puppets[0]!, ...signal } = parts;
    const sized: Target = typeof target === 'number' ? { unit: 'shares', shares: target } : target;
    puppet.next.push({ symbol: SAMSUNG, target: sized, reason: 'the test says so', ...signal });
    return this.take({ type: 'token-renewed', at: this.now });
  }

  /** The broker takes our order and answers with its number, which is returned with what came of it. */
  acknowledge(short: number): string[] {
    return this.take({ ...this.answerTo(short), at: this.now });
  }

  /** The broker takes our order; its answer, to be given when the test likes. */
  answerTo(short: number): EngineEvent & { readonly brokerOrderNo: string } {
    const { request } = this.intent(short);
    const price = request.pricing.type === 'limit' ? request.pricing.price : null;
    const { no } = this.broker.take(request, price, this.now);
    return { type: 'order-acknowledged', at: this.now, orderId: request.id, brokerOrderNo: no };
  }

  /** The broker fills shares of its order and tells us. */
  fill(no: string, quantity: number, price = 70_000): string[] {
    return this.take(this.broker.fill(no, quantity, price, this.now));
  }

  /** The broker tells us all it knows. */
  snapshot(occasion: 'start' | 'reconnect' | 'lookup' | 'day-end' = 'lookup'): string[] {
    return this.take(this.broker.snapshot(this.now, occasion));
  }

  /** Time passes and the timer fires. */
  pass(ms: number): string[] {
    this.now += ms;
    return this.take({ type: 'timer', at: this.now });
  }

  trade(price: number, symbol = SAMSUNG): string[] {
    return this.take(tradeEvent(symbol, price, this.now));
  }

  /** Our order `000001` is 1, and so on. */
  intent(short: number): Extract<LedgerRecord, { type: 'order-intended' }> {
    const id = this.orderId(short);
    const found = this.records.find((one) => one.type === 'order-intended' && one.request.id === id);
    if (found?.type !== 'order-intended') throw new Error(`order ${id} was never intended`);
    return found;
  }

  orderId(short: number): string {
    return `${TODAY.replaceAll('-', '')}-${String(short).padStart(6, '0')}`;
  }

  /** When the engine asked to be woken in the last step; null when it did not. */
  get wakeAt(): EpochMs | null {
    const wish = this.effects.find((effect) => effect.type === 'wake-at');
    return wish?.type === 'wake-at' ? wish.at : null;
  }
}

/** A story that begins on a calm morning: connected, reconciled, warmed up, both instruments known at 70,000 won. */
export function tradingStory(parts: StoryParts = {}): Story {
  const story = new Story(parts);
  story.take({ type: 'engine-started', at: story.now, ledgerRecords: 0, ledgerDigest: '' });
  for (const symbol of [SAMSUNG, HYNIX]) story.take(instrumentEvent(symbol, story.now));
  story.take({ type: 'feed-up', at: story.now });
  story.snapshot('start');
  beGenerous(story);
  story.take({ type: 'warm-up-finished', at: story.now });
  return story;
}

/** The broker says that anything may be bought. */
export function beGenerous(story: Story): void {
  for (const symbol of [HYNIX, SAMSUNG]) {
    const answer = { symbol, price: 1_000_000, quantity: 1_000_000, amount: 1e12 };
    story.take({ type: 'orderable-answered', at: story.now, ...answer });
  }
}

function shortOf(id: string): string {
  return id.slice(9).replace(/^0+/, '');
}

function requestInWords({ id, side, quantity, symbol, pricing }: OrderRequest): string {
  const price = pricing.type === 'limit' ? `limit ${pricing.price}` : pricing.type;
  return `${shortOf(id)}: ${side} ${quantity} ${symbol} ${price}`;
}

function differencesInWords(differences: readonly Difference[]): string {
  if (differences.length === 0) return '';
  const each = differences.map(({ subject, about, ours, theirs }) =>
    [subject, about, `${ours}/${theirs}`].filter((word) => word !== null).join(' '),
  );
  return ` but ${each.join(', ')}`;
}

/** A record as a short sentence: `1 is acknowledged`, `1 fills 0-4 for 280000`. */
export function recordInWords(record: LedgerRecord): string {
  switch (record.type) {
    case 'order-intended':
      return `intend ${requestInWords(record.request)}`;
    case 'order-observed':
      return `observe ${requestInWords(record.request)}`;
    case 'order-changed': {
      const note = record.note === '' ? '' : ` (${record.note})`;
      return `${shortOf(record.orderId)} is ${record.status}${note}`;
    }
    case 'order-refused':
      return `refuse ${requestInWords(record.request)}: ${record.refusal.code}`;
    case 'cancel-intended':
      return `intend to cancel ${shortOf(record.orderId)}`;
    case 'filled':
      return `${shortOf(record.fill.orderId)} fills ${record.from}-${record.to} for ${record.fill.amount}`;
    case 'reconciled':
      return `reconciled${differencesInWords(record.differences)}`;
    case 'halted':
      return `halt ${record.scope}: ${record.reason}`;
    case 'resumed':
      return `resume ${record.scope}: ${record.reason}`;
    case 'opened':
      return 'open the books';
    case 'day-opened':
      return `open the day ${record.tradeDate} with ${record.equity}`;
    case 'day-closed':
      return `close the day ${record.tradeDate} with ${record.equity}`;
    case 'adjusted':
      return `adjust: ${record.reason}`;
  }
}

function interestInWords(interest: MarketInterest): string {
  if (interest.type === 'stream') return `stream ${interest.stream} ${interest.item}`.trimEnd();
  if (interest.type === 'condition') return `condition ${interest.condition}`;
  return [interest.symbol, interest.book ? 'book' : '', ...interest.periods]
    .filter((word) => word !== '')
    .join(' ');
}

function effectInWords(effect: Effect): string[] {
  switch (effect.type) {
    case 'submit':
      return [`send ${shortOf(effect.order.id)}`];
    case 'cancel':
      return [`send cancel of ${shortOf(effect.request.orderId)}`];
    case 'withdraw':
      return [`take ${shortOf(effect.orderId)} back`];
    case 'query-orderable':
      return [`ask orderable ${effect.symbol} at ${effect.price}`];
    case 'query-sellable':
      return ['ask sellable'];
    case 'take-snapshot':
      return [`ask snapshot (${effect.occasion})`];
    case 'watch':
      return [`watch ${interestInWords(effect.interest)}`];
    case 'unwatch':
      return [`unwatch ${interestInWords(effect.interest)}`];
    case 'ask':
      return [`ask poll ${effect.poll.name}`];
    case 'show-history': {
      const wishes = effect.wishes.map(({ period, bars }) => `${bars} of ${period}`);
      return [`show ${effect.symbol} ${wishes.join(', ')}`];
    }
    case 'wake-at':
      return [];
  }
}
