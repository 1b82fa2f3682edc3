// W6: a full day of many instruments through the exchange, from midnight to the end of the evening with somebody listening to
// every event: once made by the model, once played from the minute bars of that very day. Opening the exchange is not
// counted. The day played from bars must have the same bars again.

import { kstMidnight, kstMoment } from '../src/domain/time.ts';
import { createExchange, type Exchange } from '../src/exchange/exchange.ts';
import { makeListings } from '../src/exchange/market/market-listings.ts';
import { ChartMarket, type StoredCharts } from '../src/exchange/market/replay/market-charts.ts';
import { print, seconds } from './lib/measure.ts';

const INSTRUMENTS = 200;
const SEED = 7;
const DATE = '2026-11-23';

export function benchMarketDay(): void {
  print(`\nW6  a day of ${INSTRUMENTS} instruments, KRX and NXT, all events listened to`);
  const listings = makeListings(SEED, INSTRUMENTS);
  const settings = { seed: SEED, firstTradingDay: DATE, historyDays: 1, listings, accounts: [] };
  const made = createExchange(settings);
  playDay('from the model', made);
  const charts = new Map(
    listings.map(({ instrument }) => [instrument.symbol, chartsOf(made, instrument.symbol)]),
  );
  const played = createExchange({
    ...settings,
    market: (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
  });
  playDay('from minute bars', played);
  const differing = listings.filter(
    ({ instrument: { symbol } }) => textOf(made, symbol) !== textOf(played, symbol),
  );
  if (differing.length === 0) return;
  print(`      the bars of ${differing.length} instruments DIFFER`);
  process.exitCode = 1;
}

function playDay(name: string, exchange: Exchange): void {
  const counts = { trade: 0, book: 0, other: 0 };
  exchange.listen(({ type }) => {
    if (type === 'trade' || type === 'book') counts[type]++;
    else counts.other++;
  });
  const cpu = process.cpuUsage();
  const taken = seconds(() => exchange.advanceTo(kstMoment(DATE, '210000')));
  const used = process.cpuUsage(cpu);
  const onCore = (used.user + used.system) / 1e6;
  const events = (counts.trade + counts.book + counts.other) / 1e6;
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  print(
    `    ${name.padEnd(18)} ${taken.toFixed(1)} s, ${onCore.toFixed(1)} s of processor: ${(counts.trade / 1e6).toFixed(2)} M trades, ` +
      `${(counts.book / 1e6).toFixed(2)} M books, ${(events / onCore).toFixed(2)} M events/s; ${memory} MB resident`,
  );
}

function chartsOf(exchange: Exchange, symbol: string): StoredCharts {
  return { minutes: exchange.market.minuteBars(symbol), days: exchange.market.dailyBars(symbol) };
}

/** All bars of the day, as text. */
function textOf(exchange: Exchange, symbol: string): string {
  const from = kstMidnight(DATE);
  return JSON.stringify([
    exchange.market.minuteBars(symbol).filter(({ start }) => start >= from),
    exchange.market.dailyBars(symbol).at(-1),
  ]);
}
