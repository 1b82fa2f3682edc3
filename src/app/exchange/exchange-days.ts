// The days an exchange plays: which is the last one, and a line on each that is over, so that somebody who watches a fast
// exchange sees it get on.

import { krxCalendar } from '#domain/calendar.ts';
import { type Clock, kstMidnight } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import type { ExchangeMessages } from './exchange-messages.ts';

const SECOND_MS = 1_000;

const lastKnown = krxCalendar.isTradingDay(krxCalendar.coveredThrough)
  ? krxCalendar.coveredThrough
  : krxCalendar.previousTradingDay(krxCalendar.coveredThrough);

/** The last trading day that can be played: a day begins by looking for the next one, which the calendar has to know. */
export const LAST_DAY: TradeDate = krxCalendar.previousTradingDay(lastKnown);

/** Where time has to stop: right before the first day that cannot be played. */
export const END_OF_DAYS: EpochMs = kstMidnight(lastKnown) - 1;

/**
 * Writes a line for each trading day once both markets have closed: how many trades it had, and how long it took on the wall
 * clock. Returns the function that ends it.
 */
export function tellDays(
  exchange: Pick<ExchangeApi, 'listen' | 'tradeDate' | 'phaseOf'>,
  clock: Clock,
  say: ExchangeMessages,
  write: (line: string) => void,
): () => void {
  let [trades, begunAt] = [0, clock.now()];
  return exchange.listen((event) => {
    if (event.type === 'trade') trades += 1;
    if (event.type !== 'phase' || trades === 0) return;
    if (exchange.phaseOf('KRX') !== 'closed' || exchange.phaseOf('NXT') !== 'closed') return;
    const now = clock.now();
    write(
      say.dayClosed(
        exchange.tradeDate,
        trades.toLocaleString('en-US'),
        ((now - begunAt) / SECOND_MS).toFixed(1),
      ),
    );
    [trades, begunAt] = [0, now];
  });
}
