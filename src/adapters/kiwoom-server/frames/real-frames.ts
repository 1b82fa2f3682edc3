// Turns exchange events into REAL frames and hands them to the sessions that registered for them. A frame is written once a
// view, and only when somebody wants it.

import type { EpochMs } from '#domain/units.ts';
import type { AccountId, Book, ExchangeApi, ExchangeEvent, InstrumentDay } from '#exchange/contract.ts';
import { ConditionDesk } from '../conditions/condition-desk.ts';
import { marketMemory } from '../market/market-memory.ts';
import { bookOf, dayOf, type MarketView } from '../market/market-view.ts';
import type { Session } from '../session.ts';
import { fundValues } from './fund-frames.ts';
import { MarketFrames } from './market-frames.ts';
import { balanceValues, type FrameValues, orderNoticeValues } from './notice-frames.ts';
import { PARTICIPANT_TYPES, ParticipantFrames } from './participant-frames.ts';
import { type RealType, TYPE_NAMES } from './real-types.ts';
import { breadthValues, indexValues, phaseFrames, sessionValues } from './session-frames.ts';

type BookEvent = Extract<ExchangeEvent, { type: 'book' }>;
type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;
type IndexEvent = Extract<ExchangeEvent, { type: 'index' }>;
type PhaseEvent = Extract<ExchangeEvent, { type: 'phase' }>;
type InterruptionEvent = Extract<ExchangeEvent, { type: 'volatility-interruption' }>;
type Write = (view: MarketView) => string | null;
type WriteBook = (day: InstrumentDay, book: Book, view: MarketView) => string | null;

/** Writes and distributes REAL frames. */
export class RealFrames {
  /** The condition searches of all sessions. */
  readonly conditions: ConditionDesk;
  readonly #exchange: ExchangeApi;
  readonly #sessions: ReadonlySet<Session>;
  readonly #market: MarketFrames;
  readonly #participants: ParticipantFrames;

  constructor(exchange: ExchangeApi, sessions: ReadonlySet<Session>) {
    this.#exchange = exchange;
    this.#sessions = sessions;
    // Begun before the server listens: what a frame tells of a trade has that trade in it.
    marketMemory(exchange);
    this.#market = new MarketFrames(exchange);
    this.#participants = new ParticipantFrames(exchange);
    this.conditions = new ConditionDesk(exchange);
  }

  /** Sends what a market event means to whoever registered for it. */
  sendMarket(event: ExchangeEvent): void {
    this.conditions.tick(event.at);
    this.#sendPutOff(event.at);
    switch (event.type) {
      case 'trade':
        this.#send('0B', event.symbol, event.venue, (view) => {
          const day = dayOf(this.#exchange, event.symbol, view);
          return day === null ? null : this.#market.trade(event, day, view);
        });
        this.#sendParticipants(event);
        return;
      case 'book':
        this.#sendBook(event);
        return;
      case 'index':
        this.#sendFunds(event);
        this.#send('0J', event.code, 'KRX', () => indexValues(this.#exchange, event));
        this.#send('0U', event.code, 'KRX', () => breadthValues(this.#exchange, event));
        return;
      case 'phase':
        this.#sendPhase(event);
        return;
      case 'volatility-interruption':
        this.#sendInterruption(event);
        return;
      case 'halt':
      case 'circuit-breaker':
      case 'order-notice':
      case 'balance-notice':
        return;
    }
  }

  /** 0s to one session, if it registered for it: right after REG. Never dropped: risk waits for it. */
  sendSession(session: Session): void {
    if (!session.registrations.has('0s')) return;
    session.send('notice', realFrame('0s', '""', sessionValues(this.#exchange)));
  }

  /** Writes a notice (00 or 04) of `account`; the function returned sends it. Null when there is no word in it. */
  writeNotice(event: ExchangeEvent, account: AccountId): (() => void) | null {
    if (event.type === 'order-notice') {
      return this.#notice('00', account, event.order.symbol, orderNoticeValues(this.#exchange, event));
    }
    if (event.type !== 'balance-notice') return null;
    return this.#notice('04', account, event.symbol, balanceValues(this.#exchange, event));
  }

  #notice(type: '00' | '04', account: AccountId, symbol: string, values: FrameValues): () => void {
    const text = realFrame(type, `"${symbol}"`, JSON.stringify(values));
    return () => {
      for (const session of [...this.#sessions]) {
        if (session.key?.account === account && session.registrations.has(type)) session.send('notice', text);
      }
    };
  }

  #sendBook({ symbol, venue, at }: BookEvent): void {
    const market = this.#market;
    // Five types may tell of one change: the exchange is asked once a view.
    const asked: Partial<Record<MarketView, readonly [InstrumentDay, Book] | null>> = {};
    const send = (type: RealType, write: WriteBook) =>
      this.#send(type, symbol, venue, (view) => {
        let known = asked[view];
        if (known === undefined) {
          const day = dayOf(this.#exchange, symbol, view);
          const book = bookOf(this.#exchange, symbol, view);
          known = day === null || book === null ? null : [day, book];
          asked[view] = known;
        }
        return known === null ? null : write(known[0], known[1], view);
      });
    send('0A', (day, book, view) => market.idle(symbol, day, book, view));
    send('0C', (day, book, view) => market.quote(symbol, day, book, view));
    send('0D', (day, book, view) => market.book(symbol, day, book, view, at));
    send('0E', (_day, _book, view) => (view === 'ALL' ? null : market.overtime(symbol, view, at)));
    send('0H', (day, book) => market.expectation(day, book, at));
  }

  /** 0G, once for all indices that are told at a moment: with the first of them. */
  #sendFunds({ code, at }: IndexEvent): void {
    if (code !== this.#exchange.indices.names[0]?.code) return;
    const codes = new Set([...this.#sessions].flatMap((session) => [...session.registrations.codesOf('0G')]));
    for (const symbol of codes) this.#send('0G', symbol, 'KRX', () => fundValues(this.#exchange, symbol, at));
  }

  /** 0F and 0w after a trade, unless they were told a moment ago: then later. */
  #sendParticipants({ symbol, venue, at }: TradeEvent): void {
    for (const type of PARTICIPANT_TYPES)
      this.#send(type, symbol, venue, (view) => this.#participants.values({ type, symbol, view }, at));
  }

  /** The frames of participants that were put off, once they may be sent. */
  #sendPutOff(at: EpochMs): void {
    for (const item of this.#participants.due(at)) {
      const write: Write = (view) => (view === item.view ? this.#participants.values(item, at) : null);
      this.#send(item.type, item.symbol, item.view, write);
    }
  }

  #sendPhase({ venue, phase }: PhaseEvent): void {
    const frames = phaseFrames(this.#exchange, venue, phase).map((values) => realFrame('0s', '""', values));
    for (const session of [...this.#sessions]) {
      if (session.registrations.has('0s')) for (const frame of frames) session.send('notice', frame);
    }
    if (venue !== 'NXT' && phase === 'opening-auction') this.#sendReferences();
  }

  /** 0g: limits and base of the day that begins. */
  #sendReferences(): void {
    const codes = new Set([...this.#sessions].flatMap((session) => [...session.registrations.codesOf('0g')]));
    for (const code of codes) {
      this.#send('0g', code, 'KRX', (view) => {
        const day = dayOf(this.#exchange, code, view);
        return day === null ? null : this.#market.reference(day);
      });
    }
  }

  /** 1h goes to whoever registered for the instrument, or for all with a blank item. Its item is the instrument. */
  #sendInterruption(event: InterruptionEvent): void {
    const day = this.#exchange.market.day(event.symbol, event.venue);
    if (day === null) return;
    const values = this.#market.interruption(event, day);
    const frame = realFrame('1h', `"${event.symbol}"`, values);
    for (const session of [...this.#sessions]) {
      const { registrations } = session;
      if (registrations.itemsFor('1h', '') !== null || registrations.itemsFor('1h', event.symbol) !== null) {
        session.send('market', frame);
      }
    }
  }

  /** Sends a frame about `code` to the items it concerns: those of the market it happened on, and those of both. */
  #send(type: RealType, code: string, venue: MarketView, write: Write): void {
    const written: Partial<Record<MarketView, string | null>> = {};
    for (const session of this.#sessions) {
      const items = session.registrations.itemsFor(type, code);
      if (items === null) continue;
      for (const { json, view } of items) {
        if (view !== venue && view !== 'ALL') continue;
        let values = written[view];
        if (values === undefined) {
          values = write(view);
          written[view] = values;
        }
        if (values !== null) session.send('market', realFrame(type, json, values));
      }
    }
  }
}

/** A REAL frame; member order as recorded (kiwoom-wire 1.16). */
function realFrame(type: RealType, itemJson: string, values: string): string {
  return `{"data":[{"values":${values},"type":"${type}","name":"${TYPE_NAMES[type]}","item":${itemJson}}],"trnm":"REAL"}`;
}
