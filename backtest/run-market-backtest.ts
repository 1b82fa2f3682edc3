// History through the same engine as live, on the simulated market: stored minutes are played as a book and a tape, orders
// stand in queues, auctions clear at one price. Time goes in short steps, and what was decided in one reaches the market at its
// end: no order meets what caused it.

import type { MarketEvent } from '#domain/market-event.ts';
import { sessionHours } from '#domain/session.ts';
import { DAY_MS, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { Engine } from '#engine/engine.ts';
import type { LedgerStore } from '#engine/ports.ts';
import { EngineRunner } from '#engine/runner.ts';
import type { AccountId, ExchangeApi } from '#exchange/contract.ts';
import { ExposureMeter } from './exposure-meter.ts';
import { refuseLiveNeeds } from './live-needs.ts';
import { MarketBroker } from './market-broker.ts';
import { MarketFeedInProcess } from './market-feed.ts';
import type { BacktestObserver, BacktestRun, BacktestSetup } from './run-backtest.ts';
import { RunClock } from './run-clock.ts';

/** The market a backtest runs on. */
export interface BacktestMarket {
  /** New, standing before the first of `days`; it lists all instruments of the backtest. */
  readonly exchange: ExchangeApi;
  /** The account that trades; it holds the cash of the setup and nothing else. */
  readonly account: AccountId;
  /** The trading days to be run, in order. */
  readonly days: readonly TradeDate[];
}

export type MarketBacktestSetup = Pick<
  BacktestSetup,
  'settings' | 'instruments' | 'series' | 'cash' | 'history'
>;

/** How long a decision is on its way to the market at most, ms; our choice, of the size of an order's round trip to Kiwoom. */
const STEP_MS = 100;
/** Before the opening auction everybody sits down; after the close the random end of the closing auction is waited for. */
const BEFORE_OPEN_MS = 40 * MINUTE_MS;
const AFTER_CLOSE_MS = 5 * MINUTE_MS;

/**
 * Runs the days of `market`. Records go to `ledger`; the run's facts are read from it and from what is returned. Throws
 * LiveDataNeededError for a strategy that asks the broker for more than trades, quotes, books and bars.
 */
export function runMarketBacktest(
  setup: MarketBacktestSetup,
  market: BacktestMarket,
  ledger: LedgerStore,
  observer?: BacktestObserver,
): BacktestRun {
  return new MarketDriver(setup, market, ledger, observer ?? null).run();
}

class MarketDriver {
  readonly #setup: MarketBacktestSetup;
  readonly #market: BacktestMarket;
  readonly #observer: BacktestObserver | null;
  readonly #clock = new RunClock();
  readonly #exposure: ExposureMeter;
  readonly #feed: MarketFeedInProcess;
  readonly #broker: MarketBroker;
  readonly #engine: Engine;
  readonly #runner: EngineRunner;

  constructor(
    setup: MarketBacktestSetup,
    market: BacktestMarket,
    ledger: LedgerStore,
    observer: BacktestObserver | null,
  ) {
    this.#setup = setup;
    this.#market = market;
    this.#observer = observer;
    this.#engine = new Engine(setup.settings);
    this.#exposure = new ExposureMeter(this.#engine);
    refuseLiveNeeds(this.#engine);
    this.#feed = new MarketFeedInProcess(market.exchange, this.#engine.interests());
    this.#broker = new MarketBroker(market.exchange, market.account);
    const [clock, feed, broker] = [this.#clock, this.#feed, this.#broker];
    this.#runner = new EngineRunner(this.#engine, { ledger, broker, clock, feed });
    broker.events$.subscribe((event) => this.#runner.push(event));
  }

  run(): BacktestRun {
    const { days } = this.#market;
    for (const date of days) this.#runDay(date);
    const barCount = this.#setup.series.reduce((count, { columns }) => count + columns.length, 0);
    return { engine: this.#engine, rejections: this.#broker.rejections, barCount, days };
  }

  #runDay(date: TradeDate): void {
    const { openAt, closeAt } = sessionHours(date);
    const from = openAt - BEFORE_OPEN_MS;
    this.#beginDay(date, from);
    this.#exposure.begin(openAt, closeAt);
    const until = closeAt + AFTER_CLOSE_MS;
    for (let at = from + STEP_MS; at <= until; at += STEP_MS) this.#step(at);
    // What still waits for later sessions runs out with the day.
    this.#step(kstMidnight(date) + DAY_MS - 1);
    refuseLiveNeeds(this.#engine); // a strategy may come to it only in the middle of the day
    this.#runner.push({ type: 'day-ended', at: this.#clock.now(), tradeDate: date });
    this.#broker.deliver();
    this.#observer?.onDay(date, this.#engine, this.#exposure.end());
  }

  /** The night passes unseen: of what happened in it only the notices of our orders count. */
  #beginDay(date: TradeDate, at: EpochMs): void {
    const { exchange, days } = this.#market;
    exchange.advanceTo(at);
    this.#feed.take();
    this.#clock.advanceTo(at);
    const isFirst = date === days[0];
    if (isFirst) this.#runner.push({ type: 'cash-deposited', at, amount: this.#setup.cash });
    for (const { symbol } of this.#setup.instruments) {
      const day = exchange.market.day(symbol);
      if (day === null) continue;
      const { instrument, reference, last } = day;
      this.#runner.push({ type: 'instrument', at, instrument, reference, last });
    }
    if (isFirst) this.#showHistory(at);
    this.#broker.deliver();
  }

  #showHistory(at: EpochMs): void {
    for (const { symbol, period, bars } of this.#engine.host.warmUps()) {
      for (const bar of this.#setup.history(symbol, period, bars)) {
        this.#runner.push({ type: 'warm-up-bar', at, bar });
      }
    }
    this.#runner.push({ type: 'warm-up-finished', at });
  }

  #step(at: EpochMs): void {
    this.#market.exchange.advanceTo(at);
    for (const event of this.#feed.take()) this.#hand(event);
    this.#clock.advanceTo(at);
    this.#broker.deliver();
    this.#exposure.passTo(at);
    this.#exposure.look();
  }

  #hand(event: MarketEvent): void {
    this.#clock.advanceTo(event.at);
    this.#runner.push(event);
  }
}
