// When a trade turns into cash and shares: a number of trading days after it, two at present. The lag is a parameter
// because the exchange has announced that it wants to shorten it (krx-rules 4.3).

import type { TradingCalendar } from './calendar.ts';
import type { TradeDate } from './units.ts';

/** Trading days between trade and settlement (T+2). */
export const SETTLEMENT_LAG_DAYS = 2;

/** The day on which a trade of `tradeDate` settles, `lagDays` trading days later. */
export function settlementDate(
  tradeDate: TradeDate,
  calendar: Pick<TradingCalendar, 'addTradingDays'>,
  lagDays: number = SETTLEMENT_LAG_DAYS,
): TradeDate {
  return calendar.addTradingDays(tradeDate, lagDays);
}
