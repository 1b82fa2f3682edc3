// The simulated exchange as everybody else sees it: time, and the parts of the contract, each in front of the same floor.

import type { SessionPhase } from '#domain/session.ts';
import type { EpochMs, SymbolCode, TradeDate } from '#domain/units.ts';
import { AccountViews, type Quote } from './accounts/account-views.ts';
import type { AccountApi, ExchangeApi, ExchangeEvent, IndexApi, MarketApi, OrderApi } from './contract.ts';
import { MarketViews } from './market/market-views.ts';
import { OrderEntry } from './orders/order-entry.ts';
import type { MarketVenue } from './orders/order-terms.ts';
import { ParticipantViews } from './participants/participant-views.ts';
import type { ParticipantsApi } from './participants/participation.ts';
import type { SavedExchange } from './saved-exchange.ts';
import type { TradingFloor } from './trading-floor.ts';

export class Exchange implements ExchangeApi {
  readonly market: MarketApi;
  readonly indices: IndexApi;
  readonly participants: ParticipantsApi;
  readonly orders: OrderApi;
  readonly accounts: AccountApi;
  readonly #floor: TradingFloor;

  constructor(floor: TradingFloor) {
    this.#floor = floor;
    const market = new MarketViews(floor);
    this.market = market;
    this.indices = floor.indices;
    this.participants = new ParticipantViews(floor);
    this.orders = new OrderEntry(floor);
    this.accounts = new AccountViews({
      accounts: floor.accounts,
      quote: (symbol, venue) => quoteOn(floor, symbol, venue),
      dailyBars: (symbol) => market.dailyBars(symbol),
      adjustments: (symbol) => market.adjustments(symbol),
    });
  }

  get now(): EpochMs {
    return this.#floor.now;
  }

  get tradeDate(): TradeDate {
    return this.#floor.tradeDate;
  }

  get phase(): SessionPhase {
    return this.phaseOf('KRX');
  }

  phaseOf(venue: MarketVenue): SessionPhase {
    return this.#floor.phaseOf(venue);
  }

  advanceTo(at: EpochMs): void {
    this.#floor.advanceTo(at);
  }

  listen(listener: (event: ExchangeEvent) => void): () => void {
    return this.#floor.events.listen(listener);
  }

  /** Accounts, bars and counters, but not the orders of others: a restored running day finds new ones in the book. */
  save(): SavedExchange {
    return this.#floor.save();
  }
}

/** An instrument as it stands on a market, on KRX where it is not on that one; undefined for one that is not listed. */
function quoteOn(floor: TradingFloor, symbol: SymbolCode, venue: MarketVenue): Quote | undefined {
  const market = floor.market(symbol);
  if (market === undefined) return undefined;
  const { instrument, last, reference } = (venue === 'NXT' ? market.nxt : null) ?? market.day;
  const { base, upperLimit } = reference;
  return { instrument, last, base, upperLimit };
}
