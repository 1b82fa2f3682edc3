// What the exchange's page shows, as one JSON value: clock, market, one book and its trades, accounts, sessions, faults. It is
// made anew for every look, a few times a second at most, and only while somebody looks.

import { kstClockText, kstIso } from '#domain/time.ts';
import type { SymbolCode } from '#domain/units.ts';
import type { Book, ExchangeApi, ExchangeEvent, ExchangeOrder } from '#exchange/contract.ts';
import type { KiwoomServerCore } from '../core.ts';
import type { ExchangeDriver } from '../exchange-driver.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import type { FaultRule, Span } from '../faults/fault-rules.ts';
import { DayCharts, minuteOfDay } from './day-charts.ts';

type Trade = Extract<ExchangeEvent, { type: 'trade' }>;

const TAPE_ROWS = 20;
const ORDER_ROWS = 50;
const NO_BOOK = { asks: [], bids: [], expectedPrice: null, expectedQuantity: null } as const;

export interface WatchedExchange {
  readonly exchange: ExchangeApi;
  readonly core: KiwoomServerCore;
  readonly driver: ExchangeDriver;
  readonly faults: FaultDesk;
}

/** Keeps the latest trades, and makes the picture. `dispose` ends its listening. */
export class PageView {
  readonly #watched: WatchedExchange;
  readonly #tapes = new Map<SymbolCode, Trade[]>();
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

  /** The picture with the book of `asked`; of the first instrument where there is none of that code. */
  look(asked: string | null): object {
    const { exchange, core, driver, faults } = this.#watched;
    const instruments = exchange.market.instruments();
    const symbol = (instruments.find((one) => one.symbol === asked) ?? instruments[0])?.symbol ?? null;
    return {
      time: kstIso(exchange.now).slice(0, 19).replace('T', ' '),
      phase: exchange.phase,
      isRunning: driver.isRunning,
      speed: String(driver.speed),
      symbol,
      market: instruments.map(({ symbol: code, name }) => {
        const day = exchange.market.day(code);
        return {
          ...{ symbol: code, name, last: day?.last ?? null, base: day?.reference.base ?? 0 },
          ...{ volume: day?.volume ?? 0, stage: day?.stage ?? '' },
        };
      }),
      book: symbol === null ? { ...NO_BOOK, base: 0 } : this.#book(symbol),
      chart: symbol === null ? null : this.#chart(symbol),
      tape: (this.#tapes.get(symbol ?? '') ?? []).toReversed().map(({ at, price, quantity, aggressor }) => ({
        ...{ time: kstClockText(at), price, quantity, aggressor },
      })),
      accounts: exchange.accounts.ids().map((id) => {
        const { d2, orderable } = exchange.accounts.cash(id);
        const holdings = exchange.accounts
          .holdings(id)
          .map(({ symbol: code, quantity }) => ({ symbol: code, quantity }));
        return { id, cash: d2, orderable, holdings };
      }),
      orders: this.#orders().map(orderRow),
      sessions: core.sessions(),
      faults: faults
        .report()
        .map(({ number, rule, hits, isOpen }) => ({ number, hits, isOpen, text: ruleText(rule) })),
    };
  }

  #keep(trade: Trade): void {
    const tape = this.#tapes.get(trade.symbol) ?? [];
    this.#tapes.set(trade.symbol, tape);
    tape.push(trade);
    if (tape.length > TAPE_ROWS) tape.shift();
  }

  #book(
    symbol: SymbolCode,
  ): Pick<Book, 'asks' | 'bids' | 'expectedPrice' | 'expectedQuantity'> & { base: number } {
    const { exchange } = this.#watched;
    const { asks, bids, expectedPrice, expectedQuantity } = exchange.market.book(symbol) ?? NO_BOOK;
    return {
      asks,
      bids,
      expectedPrice,
      expectedQuantity,
      base: exchange.market.day(symbol)?.reference.base ?? 0,
    };
  }

  /** The day of an instrument so far, and what the accounts traded of it. */
  #chart(symbol: SymbolCode): object {
    const { exchange } = this.#watched;
    const fills = exchange.accounts
      .ids()
      .flatMap((account) => exchange.orders.fillsOf(account, exchange.tradeDate))
      .filter((fill) => fill.symbol === symbol)
      .map(({ at, price, side }) => ({ minute: minuteOfDay(at), price, side }));
    const base = exchange.market.day(symbol)?.reference.base ?? 0;
    return { minutes: this.#charts.of(symbol), fills, base };
  }

  /** The newest of all accounts. */
  #orders(): readonly ExchangeOrder[] {
    const { exchange } = this.#watched;
    return exchange.accounts
      .ids()
      .flatMap((account) => exchange.orders.of(account, exchange.tradeDate).slice(-ORDER_ROWS))
      .sort((a, b) => b.receivedAt - a.receivedAt)
      .slice(0, ORDER_ROWS);
  }
}

function orderRow({ receivedAt, ...order }: ExchangeOrder): object {
  const { account, orderNo, symbol, side, price, quantity, filled, status, action } = order;
  const shown = action === 'new' ? status : `${action} ${status}`;
  return {
    time: kstClockText(receivedAt),
    account,
    orderNo,
    symbol,
    side,
    price,
    quantity,
    filled,
    status: shown,
  };
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
