// The day of an instrument as it stood right after a trade. Listeners hear of an order's trades when all of them are done, so the
// exchange's own figures stand further on by then: the trade brings those of its moment along.

import type { ExchangeApi, ExchangeEvent, InstrumentDay } from '#exchange/contract.ts';
import { highest, lowest, type MarketView } from '../market/market-view.ts';

type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;
type DayFigures = Pick<InstrumentDay, 'volume' | 'value' | 'open' | 'high' | 'low'>;

/** Figures of a view, `day` being what it shows now. Of both markets together, those of the other one are as they are now. */
export function dayAt(
  exchange: ExchangeApi,
  event: TradeEvent,
  day: InstrumentDay,
  view: MarketView,
): DayFigures {
  const { symbol, venue, dayOpen = day.open, dayHigh = day.high, dayLow = day.low } = event;
  const own = view === 'ALL' ? exchange.market.day(symbol, venue) : day;
  const { dayVolume = own?.volume ?? 0, dayValue = own?.value ?? 0 } = event;
  const totals = {
    volume: day.volume - ((own?.volume ?? 0) - dayVolume),
    value: day.value - ((own?.value ?? 0) - dayValue),
  };
  if (view !== 'ALL') return { ...totals, open: dayOpen, high: dayHigh, low: dayLow };
  const other = exchange.market.day(symbol, venue === 'KRX' ? 'NXT' : 'KRX');
  return {
    ...totals,
    open: day.open,
    high: highest(dayHigh, other?.high ?? null),
    low: lowest(dayLow, other?.low ?? null),
  };
}
