// The simulated market as the engine's feed: trades, best quotes and books of what strategies listen to, and the phases of
// KRX. Events are kept as they happen, with the book of their moment, until they are taken.

import type { MarketEvent, SessionEvent } from '#domain/market-event.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { SymbolCode } from '#domain/units.ts';
import type { FeedControl, InstrumentInterest, MarketInterest } from '#engine/ports.ts';
import type { ExchangeApi, ExchangeEvent } from '#exchange/contract.ts';

type TradeOnExchange = Extract<ExchangeEvent, { type: 'trade' }>;
type BookOnExchange = Extract<ExchangeEvent, { type: 'book' }>;

/** Phases of KRX as the broker's feed words them; all others are `closed` to those who trade the regular session. */
const SESSION_WORDS: Partial<Readonly<Record<SessionPhase, SessionEvent['phase']>>> = {
  'opening-auction': 'before-open',
  continuous: 'open',
  'closing-auction': 'closing-auction',
};

export class MarketFeedInProcess implements FeedControl {
  readonly #exchange: ExchangeApi;
  readonly #interests = new Map<SymbolCode, InstrumentInterest>();
  #waiting: MarketEvent[] = [];

  constructor(exchange: ExchangeApi, interests: readonly MarketInterest[]) {
    this.#exchange = exchange;
    for (const interest of interests) this.watch(interest);
    exchange.listen((event) => this.#see(event));
  }

  watch(interest: MarketInterest): void {
    if (interest.type !== 'instrument') return; // whoever asks for streams or conditions is refused by live-needs.ts
    const { symbol } = interest;
    if (this.#exchange.market.day(symbol) !== null) {
      this.#interests.set(symbol, interest);
      return;
    }
    const at = this.#exchange.now;
    const refusal = { what: 'instrument', about: symbol, code: 'unknown', detail: null } as const;
    this.#waiting.push({ type: 'watch-refused', at, ...refusal, limit: null, actual: null });
  }

  unwatch(interest: MarketInterest): void {
    if (interest.type === 'instrument') this.#interests.delete(interest.symbol);
  }

  ask(): void {
    // Nobody comes to ask: a strategy with polls is refused before it runs (live-needs.ts).
  }

  /** What happened since the last call, oldest first. */
  take(): readonly MarketEvent[] {
    const events = this.#waiting;
    this.#waiting = [];
    return events;
  }

  #see(event: ExchangeEvent): void {
    switch (event.type) {
      case 'trade':
        return this.#seeTrade(event);
      case 'book':
        return this.#seeBook(event);
      case 'phase':
        if (event.venue === 'KRX') this.#waiting.push(sessionOf(event));
        return;
      case 'volatility-interruption': {
        const { type, symbol, at, state, kind, price } = event;
        if (this.#interests.has(symbol)) this.#waiting.push({ type, symbol, at, state, kind, price });
        return;
      }
      default:
    }
  }

  #seeTrade(event: TradeOnExchange): void {
    const { at, venue, symbol, price, quantity, aggressor, hours } = event;
    if (venue !== 'KRX' || this.#interests.get(symbol)?.trades !== true) return;
    const { bestAsk, bestBid } = this.#bestOf(symbol);
    const told = { tradedAt: at, price, quantity, aggressor, bestAsk, bestBid, venue, hours };
    this.#waiting.push({ type: 'trade', symbol, at, ...told, dayVolume: event.dayVolume ?? null });
  }

  #seeBook({ at, venue, symbol }: BookOnExchange): void {
    const interest = this.#interests.get(symbol);
    if (venue !== 'KRX' || interest === undefined) return;
    const book = this.#exchange.market.book(symbol);
    if (book === null) return;
    const { asks, bids, expectedPrice, expectedQuantity } = book;
    if (interest.book) {
      this.#waiting.push({ type: 'book', symbol, at, asks, bids, expectedPrice, expectedQuantity });
    } else if (interest.trades) {
      this.#waiting.push({
        type: 'quote',
        symbol,
        at,
        ask: asks[0]?.price ?? null,
        bid: bids[0]?.price ?? null,
      });
    }
  }

  #bestOf(symbol: SymbolCode) {
    const book = this.#exchange.market.book(symbol);
    return { bestAsk: book?.asks[0]?.price ?? null, bestBid: book?.bids[0]?.price ?? null };
  }
}

function sessionOf({ at, phase }: Extract<ExchangeEvent, { type: 'phase' }>): SessionEvent {
  return { type: 'session', at, phase: SESSION_WORDS[phase] ?? 'closed', code: phase };
}
