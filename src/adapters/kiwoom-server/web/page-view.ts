// What the exchange's page shows, as one JSON value: clock, market, one book and its trades, accounts, sessions, faults. It is
// made anew for every look, a few times a second at most, and only while somebody looks.

import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import { kstClockText, kstIso } from '#domain/time.ts';
import type { Quantity, SymbolCode } from '#domain/units.ts';
import type {
  AccountId,
  ExchangeApi,
  ExchangeEvent,
  ExchangeOrder,
  MarketVenue,
  PositionView,
} from '#exchange/contract.ts';
import type { KiwoomServerCore } from '../core.ts';
import type { ExchangeDriver } from '../exchange-driver.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import type { FaultRule, Span } from '../faults/fault-rules.ts';
import { indexFigures } from '../market/index-figures.ts';
import { DayCharts, minuteOfDay } from './day-charts.ts';

type Trade = Extract<ExchangeEvent, { type: 'trade' }>;

const TAPE_ROWS = 20;
/** Who came, by the sign of a kept trade. */
const AGGRESSORS = { 1: 'buy', [-1]: 'sell', 0: null } as const;
const ORDER_ROWS = 50;
const VENUES = ['KRX', 'NXT'] as const;
/** The indices at the top of the page: KOSPI, KOSDAQ, KOSPI 200. */
const INDICES = ['001', '101', '201'] as const;
const NO_BOOK = {
  ...{ asks: [], bids: [], totalAsk: 0, totalBid: 0, expectedPrice: null, expectedQuantity: null },
} as const;
/** What is shown of the instrument looked at where there is none. */
const NOTHING = {
  ...{ symbol: null, venue: 'KRX', venues: [], designations: [], chart: null, tape: [] },
  day: { base: 0, last: null, volume: 0, stage: '' },
  book: { ...NO_BOOK, base: 0 },
} as const;

export interface WatchedExchange {
  readonly exchange: ExchangeApi;
  readonly core: KiwoomServerCore;
  readonly driver: ExchangeDriver;
  readonly faults: FaultDesk;
}

/** Keeps the latest trades, and makes the picture. `dispose` ends its listening. */
export class PageView {
  readonly #watched: WatchedExchange;
  /** By symbol and market. */
  readonly #tapes = new Map<string, Trade[]>();
  readonly #charts: DayCharts;
  readonly dispose: () => void;

  constructor(watched: WatchedExchange) {
    this.#watched = watched;
    this.#charts = new DayCharts(watched.exchange);
    this.dispose = watched.exchange.listen((event) => {
      if (event.type !== 'trade') return;
      this.#keep(event);
      this.#charts.see(event);
    });
  }

  /** The picture with the book of `asked` on `venue`; of the first instrument, of KRX where it is not listed or traded there. */
  look(asked: string | null, venue: string | null): object {
    const { exchange, core, driver, faults } = this.#watched;
    const instruments = exchange.market.instruments();
    const symbol = (instruments.find((one) => one.symbol === asked) ?? instruments[0])?.symbol ?? null;
    const orders = exchange.accounts.ids().map((account) => exchange.orders.of(account, exchange.tradeDate));
    return {
      time: kstIso(exchange.now).slice(0, 19).replace('T', ' '),
      phase: exchange.phase,
      isRunning: driver.isRunning,
      speed: String(driver.speed),
      indices: INDICES.flatMap((code) => this.#index(code)),
      market: instruments.map(({ symbol: code, name }) => {
        const day = exchange.market.day(code);
        return {
          ...{ symbol: code, name, last: day?.last ?? null, base: day?.reference.base ?? 0 },
          ...{ volume: day?.volume ?? 0, value: day?.value ?? 0, stage: day?.stage ?? '' },
        };
      }),
      ...(symbol === null ? NOTHING : this.#instrument(symbol, venue, orders.flat())),
      accounts: exchange.accounts.ids().map((id) => this.#account(id)),
      orders: newest(orders).map((order) => this.#orderRow(order)),
      sessions: core.sessions(),
      faults: faults
        .report()
        .map(({ number, rule, hits, isOpen }) => ({ number, hits, isOpen, text: ruleText(rule) })),
    };
  }

  /** Hundredths of a point; nothing where the market has no such index. */
  #index(code: string): readonly object[] {
    const figures = indexFigures(this.#watched.exchange, code);
    return figures === null ? [] : [{ code, value: figures.value, base: figures.base }];
  }

  #keep(trade: Trade): void {
    const kept = `${trade.symbol} ${trade.venue}`;
    const tape = this.#tapes.get(kept) ?? [];
    this.#tapes.set(kept, tape);
    tape.push(trade);
    if (tape.length > TAPE_ROWS) tape.shift();
  }

  /** Everything about the instrument looked at: its day, book, trades and chart on one market. */
  #instrument(symbol: SymbolCode, wanted: string | null, orders: readonly ExchangeOrder[]): object {
    const { market } = this.#watched.exchange;
    const venues = VENUES.filter((one) => market.day(symbol, one) !== null);
    const venue = venues.find((one) => one === wanted) ?? 'KRX';
    const day = market.day(symbol, venue);
    const base = day?.reference.base ?? 0;
    return {
      ...{ symbol, venue, venues, designations: market.listingOf(symbol)?.designations ?? [] },
      day: { base, last: day?.last ?? null, volume: day?.volume ?? 0, stage: day?.stage ?? '' },
      book: { ...this.#book(symbol, venue, orders), base },
      chart: { minutes: this.#charts.of(symbol, venue), fills: this.#fills(symbol, venue), base },
      tape: this.#tape(symbol, venue),
    };
  }

  /** The newest trades first. Those before the first one that was heard of are asked for. */
  #tape(symbol: SymbolCode, venue: MarketVenue): readonly object[] {
    const kept = this.#tapes.get(`${symbol} ${venue}`) ?? [];
    const trades =
      kept.length === TAPE_ROWS
        ? kept
        : this.#watched.exchange.market
            .ticks(symbol, venue)
            .slice(-TAPE_ROWS)
            .map(({ side, ...tick }) => ({ ...tick, aggressor: AGGRESSORS[side] }));
    return trades.toReversed().map(({ at, price, quantity, aggressor }) => {
      return { time: kstClockText(at), price, quantity, aggressor };
    });
  }

  /** The book, and at each price the shares of it that are orders of the accounts here. */
  #book(symbol: SymbolCode, venue: MarketVenue, orders: readonly ExchangeOrder[]): object {
    const own = new Map<string, Quantity>();
    for (const { status, side, price, remaining, ...order } of orders) {
      if (status !== 'working' || order.action === 'cancel' || order.symbol !== symbol) continue;
      if (order.routedTo !== venue || price === null) continue;
      own.set(`${side} ${price}`, (own.get(`${side} ${price}`) ?? 0) + remaining);
    }
    const withOwn = (side: OrderSide) => (level: BookLevel) => ({
      ...level,
      own: own.get(`${side} ${level.price}`) ?? 0,
    });
    const { asks, bids, ...rest } = this.#watched.exchange.market.book(symbol, venue) ?? NO_BOOK;
    const { totalAsk, totalBid, expectedPrice, expectedQuantity } = rest;
    return {
      ...{ asks: asks.map(withOwn('sell')), bids: bids.map(withOwn('buy')), totalAsk, totalBid },
      ...{ expectedPrice, expectedQuantity },
    };
  }

  /** What the accounts traded of it today. */
  #fills(symbol: SymbolCode, venue: MarketVenue): readonly object[] {
    const { exchange } = this.#watched;
    return exchange.accounts
      .ids()
      .flatMap((account) => exchange.orders.fillsOf(account, exchange.tradeDate))
      .filter((fill) => fill.symbol === symbol && fill.venue === venue)
      .map(({ at, price, side }) => ({ minute: minuteOfDay(at), price, side }));
  }

  #account(id: AccountId): object {
    const { accounts } = this.#watched.exchange;
    const { d2, orderable } = accounts.cash(id);
    const held = accounts.positions(id);
    const sum = (of: (one: PositionView) => number): number =>
      held.reduce((total, one) => total + of(one), 0);
    return {
      ...{ id, cash: d2, orderable, shares: sum((one) => one.value), loans: sum((one) => one.loan) },
      profit: sum((one) => one.profit),
      holdings: held.map(({ symbol, name, quantity, profit }) => ({ symbol, name, quantity, profit })),
    };
  }

  #orderRow({ receivedAt, ...order }: ExchangeOrder): object {
    const { account, orderNo, symbol, side, price, quantity, filled, status, action, routedTo } = order;
    const name = this.#watched.exchange.market.day(symbol)?.instrument.name ?? '';
    const shown = action === 'new' ? status : `${action} ${status}`;
    return {
      ...{ time: kstClockText(receivedAt), account, orderNo, symbol, name, venue: routedTo, side },
      ...{ terms: action === 'cancel' ? '' : order.pricing.type, price, quantity, filled, status: shown },
    };
  }
}

/** The newest of all accounts first. */
function newest(orders: readonly (readonly ExchangeOrder[])[]): readonly ExchangeOrder[] {
  return orders
    .flatMap((ofAccount) => ofAccount.slice(-ORDER_ROWS))
    .sort((a, b) => b.receivedAt - a.receivedAt)
    .slice(0, ORDER_ROWS);
}

/** A rule in about the words of a scenario, without what is left out there. */
function ruleText({ fault, start, on, forMs, count, chance }: FaultRule): string {
  const { type, ...parameters } = fault;
  const parts = [
    ...Object.entries(parameters).map(([name, value]) =>
      value === '' ? null : `${name} ${valueText(value)}`,
    ),
    start?.type === 'at' ? `at ${new Date(start.msOfDay).toISOString().slice(11, 19)}` : null,
    start?.type === 'after' ? `after ${start.ms / 1_000} s` : null,
    on?.tr == null ? null : `tr ${on.tr.join(', ')}`,
    on?.frame == null ? null : `frame ${on.frame.join(', ')}`,
    on === null || on.nth === 1 ? null : `from the ${on.nth}.`,
    on === null || on.every === 1 ? null : `every ${on.every}.`,
    forMs === null ? null : `for ${forMs / 1_000} s`,
    count === null ? null : `${count} times`,
    chance === 1 ? null : `probability ${chance}`,
  ];
  return [type, ...parts.filter((part) => part !== null)].join(' · ');
}

function valueText(value: string | number | boolean | Span): string {
  return typeof value === 'object' ? `${value.min}..${value.max} ms` : String(value);
}
