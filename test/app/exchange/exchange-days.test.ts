// The line on a day that is over, and the last day that can be played.

import { expect, it } from 'vitest';
import { END_OF_DAYS, LAST_DAY, tellDays } from '#app/exchange/exchange-days.ts';
import { exchangeMessages } from '#app/exchange/exchange-messages.ts';
import { kstMidnight, kstMoment } from '#domain/time.ts';
import { createExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

function exchangeOn(firstTradingDay: string) {
  // One of the quieter names: what is looked at is the days.
  const listings = DEFAULT_LISTINGS.slice(3, 4);
  return createExchange({ seed: 1, historyDays: 0, firstTradingDay, accounts: [], listings });
}

it('each trading day has one line, when the last market closes', () => {
  const exchange = exchangeOn('2026-03-06');
  const clock = new VirtualClock(0);
  const lines: string[] = [];
  const trades = { '2026-03-06': 0, '2026-03-09': 0 };
  exchange.listen((event) => {
    if (event.type === 'trade') trades[exchange.tradeDate as keyof typeof trades] += 1;
  });
  const stop = tellDays(exchange, clock, exchangeMessages('en'), (line) => lines.push(line));
  exchange.advanceTo(kstMoment('2026-03-06', '195959'));
  expect(lines).toEqual([]);
  clock.advanceBy(1_500);
  exchange.advanceTo(kstMidnight('2026-03-08'));
  clock.advanceBy(2_000);
  exchange.advanceTo(kstMidnight('2026-03-10'));
  expect(lines).toEqual([
    `2026-03-06 closed: ${trades['2026-03-06'].toLocaleString('en-US')} trades, 1.5 s`,
    `2026-03-09 closed: ${trades['2026-03-09'].toLocaleString('en-US')} trades, 2.0 s`,
  ]);
  stop();
  exchange.advanceTo(kstMidnight('2026-03-11'));
  expect(lines).toHaveLength(2);
});

it('the last day can be lived through, and no more', () => {
  const exchange = exchangeOn(LAST_DAY);
  exchange.advanceTo(END_OF_DAYS);
  expect(exchange.tradeDate).toBe(LAST_DAY);
  expect(() => exchange.advanceTo(END_OF_DAYS + 1)).toThrow('calendar');
});
