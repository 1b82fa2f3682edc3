// Backtests on the simulated market: strategies see the stored minutes and the tape within them, orders stand in its book,
// and the books of the engine end each day equal to the exchange's own account.

import { EMPTY, ignoreElements, merge, mergeMap, type Observable, tap } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LiveDataNeededError } from '#backtest/live-needs.ts';
import { runMarketBacktest } from '#backtest/run-market-backtest.ts';
import type { Bar } from '#domain/bar.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import type { BookEvent, TradeEvent } from '#domain/market-event.ts';
import type { Signal } from '#domain/signal.ts';
import { kstDate } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import { DEFAULT_PATIENCE } from '#engine/engine-settings.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import type { StrategySetup } from '#engine/strategy-host.ts';
import { createExchange } from '#exchange/exchange.ts';
import { ChartMarket } from '#exchange/market/replay/market-charts.ts';
import { defineStrategy, type StrategyContext, type StrategyDefinition } from '#strategies/strategy.ts';
import { type Candle, minuteBars, seriesOf } from '#test/support/bars.ts';
import { stock } from '#test/support/engine-story.ts';
import { NO_LIMITS } from '#test/support/risk-view.ts';
import { CASH, fillsOf, planned, setupOf, shares } from './backtest-run.ts';

const A = '005930';
const ACCOUNT = 'backtest';
const DAYS: readonly TradeDate[] = ['2026-11-02', '2026-11-03'];

/** A morning of minutes that climb by a tick each, 5,000 shares a minute. */
function climb(date: TradeDate, from: number, minutes = 30): Bar[] {
  const candles = Array.from({ length: minutes }, (_, index): Candle => {
    const open = from + index * 100;
    return [open, open + 100, open - 100, open + 100, 5_000];
  });
  return minuteBars(A, date, '0900', candles);
}

const MINUTES = [...climb(DAYS[0]!, 70_000), ...climb(DAYS[1]!, 73_000)];

function runOn(strategies: readonly StrategySetup[], seed = 1) {
  const instrument = stock(A);
  const listing = { instrument, listedShares: 1e8, startPrice: 70_000, dailyVolume: 300_000 };
  const charts = new Map([[A, { minutes: MINUTES, days: [] }]]);
  const exchange = createExchange({
    seed,
    firstTradingDay: DAYS[0]!,
    historyDays: 0,
    listings: [{ ...listing, dailyVolatility: 0.02, beta: 1 }],
    market: (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
    accounts: [{ id: ACCOUNT, cash: CASH }],
    nxt: false,
  });
  const ledger = new MemoryLedger();
  const books: { date: TradeDate; ours: unknown; theirs: unknown }[] = [];
  const exposures: number[] = [];
  const setup = {
    settings: {
      strategies,
      limits: { ...NO_LIMITS, orderableValidMs: 10_000 },
      costs: REAL_COSTS,
      calendar: krxCalendar,
      venue: 'KRX' as const,
      ...DEFAULT_PATIENCE,
    },
    instruments: [instrument],
    series: [seriesOf(A, MINUTES)],
    cash: CASH,
    history: () => [],
  };
  const market = { exchange, account: ACCOUNT, days: DAYS };
  const result = runMarketBacktest(setup, market, ledger, {
    onDay(date, engine, exposure) {
      exposures.push(exposure);
      const held = exchange.accounts.holdings(ACCOUNT).map(({ quantity }) => quantity);
      books.push({
        date,
        ours: {
          cash: engine.ledger.cash,
          held: held.length === 0 ? [] : [engine.ledger.own('planned', A)?.quantity],
        },
        theirs: { cash: exchange.accounts.cash(ACCOUNT).d2, held },
      });
    },
  });
  return { ...result, books, exposures, ledger, fills: fillsOf(ledger.records()) };
}

/** A strategy that only looks. */
function watcher(look: (context: StrategyContext<unknown>) => Observable<unknown>): StrategySetup {
  const definition = defineStrategy({
    name: 'watcher',
    description: { en: 'looks', ko: '봅니다' },
    parameters: z.unknown(),
    warmUp: () => [],
    run: (context) => look(context).pipe(ignoreElements()) as Observable<Signal>,
  });
  return setupOf(definition as StrategyDefinition<never>, {}, [A]);
}

describe('what a strategy sees', () => {
  it('is the stored minutes, bar by bar', () => {
    const seen: Bar[] = [];
    runOn([watcher(({ bars }) => bars(A, '1m').pipe(tap((bar) => seen.push(bar))))]);
    const facts = ({ start, open, high, low, close, volume }: Bar) => [start, open, high, low, close, volume];
    expect(seen.map(facts)).toEqual(MINUTES.map(facts));
  });

  it('is the tape and the book within them', () => {
    const trades: TradeEvent[] = [];
    const books: BookEvent[] = [];
    runOn([
      watcher(({ trades: tape, book }) =>
        merge(tape(A).pipe(tap((trade) => trades.push(trade))), book(A).pipe(tap((one) => books.push(one)))),
      ),
    ]);
    const first = trades.filter(({ at }) => kstDate(at) === DAYS[0]);
    expect(first.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(30 * 5_000);
    expect(trades.length).toBeGreaterThan(2 * 30 * 3);
    expect(books.length).toBeGreaterThan(100);
    for (const { asks, bids } of books) {
      if (asks[0] !== undefined && bids[0] !== undefined) expect(bids[0].price).toBeLessThan(asks[0].price);
    }
  });
});

describe('orders', () => {
  const trader = (limit: number | null = null) =>
    planned([A], '1m', (_symbol, bar) => {
      if (bar === 5) {
        const pricing = limit === null ? {} : { pricing: { type: 'limit' as const, price: limit } };
        return [shares(A, 40, pricing)];
      }
      return bar === 40 && limit === null ? [shares(A, 0)] : [];
    });

  it('are filled at the book of the moment after the bar that caused them, and booked as the exchange books them', () => {
    const { fills, books } = runOn([trader()]);
    expect(fills.map(({ side, quantity }) => [side, quantity])).toEqual(
      expect.arrayContaining([
        ['buy', expect.any(Number)],
        ['sell', expect.any(Number)],
      ]),
    );
    const bought = fills.filter(({ side }) => side === 'buy');
    expect(bought.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(40);
    for (const { filledAt } of bought) {
      expect(filledAt).toBeGreaterThan(MINUTES[5]!.start + 60_000);
      expect(filledAt).toBeLessThan(MINUTES[5]!.start + 90_000);
    }
    expect(books).toHaveLength(DAYS.length);
    for (const { ours, theirs } of books) expect(ours).toEqual(theirs);
  });

  it('count as exposure for as long as their shares are held', () => {
    const inAndOut = planned([A], '1m', (_symbol, bar) =>
      bar === 5 ? [shares(A, 400)] : bar === 15 ? [shares(A, 0)] : [],
    );
    const [first, second] = runOn([inAndOut]).exposures;
    // Some ten of the session's 390 minutes with 400 shares of 70,000 to 72,500 won out of 100 million.
    expect(first).toBeGreaterThan((9 / 390) * 0.28);
    expect(first).toBeLessThan((12 / 390) * 0.3);
    expect(second).toBe(0);
  });

  it('of a price the market left behind wait in the queue and run out with the day', () => {
    const { fills, ledger, books } = runOn([trader(69_000)]);
    expect(fills).toEqual([]);
    const ends = ledger
      .records()
      .flatMap((record) => (record.type === 'order-changed' ? [record.status] : []));
    expect(ends).toContain('expired');
    expect(books.at(-1)?.theirs).toEqual({ cash: CASH, held: [] });
  });

  it('are the same for the same seed, and others for another one', () => {
    const digestOf = (seed: number) => runOn([trader()], seed).ledger.tip().digest;
    expect(digestOf(3)).toBe(digestOf(3));
    expect(digestOf(3)).not.toBe(digestOf(4));
  });
});

it('a strategy that asks the broker is refused here as well', () => {
  const asks = watcher(({ query }) => query('ka10027').pipe(mergeMap(() => EMPTY)));
  expect(() => runOn([asks])).toThrow(LiveDataNeededError);
});
