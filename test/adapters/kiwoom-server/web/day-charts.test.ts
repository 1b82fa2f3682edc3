// The page's chart: minutes followed trade by trade are those the exchange makes of the same trades.

import { describe, expect, it } from 'vitest';
import { DayCharts, minuteOfDay } from '#adapters/kiwoom-server/web/day-charts.ts';
import { kstDate, kstMoment } from '#domain/time.ts';
import { createExchange } from '#exchange/exchange.ts';

const DATE = '2026-03-03';
const SYMBOL = '005930';
const at = (time: string) => kstMoment(DATE, time);

function world() {
  const exchange = createExchange({ seed: 3, firstTradingDay: DATE, historyDays: 3, accounts: [] });
  const charts = new DayCharts(exchange);
  exchange.listen((event) => {
    if (event.type === 'trade') charts.see(event);
  });
  return { exchange, charts };
}

describe('the chart of a day', () => {
  it('is the same, whether the exchange was asked or its trades were followed', () => {
    // given: somebody looks from the middle of the morning on
    const { exchange, charts } = world();
    exchange.advanceTo(at('094030'));
    expect(charts.of(SYMBOL).length).toBeGreaterThan(30);
    // when: the day goes on to its end
    exchange.advanceTo(at('160000'));
    // then
    const bars = exchange.market.minuteBars(SYMBOL).filter(({ start }) => kstDate(start) === DATE);
    const followed = charts.of(SYMBOL);
    expect(followed.map(([minute]) => minute)).toEqual(bars.map(({ start }) => minuteOfDay(start)));
    expect(followed).toEqual(
      bars.map(({ start, open, high, low, close, volume }) => {
        return [minuteOfDay(start), open, high, low, close, volume];
      }),
    );
  });

  it('begins anew with the next trading day', () => {
    const { exchange, charts } = world();
    exchange.advanceTo(at('154000'));
    const closing = charts.of(SYMBOL).at(-1);
    exchange.advanceTo(kstMoment('2026-03-04', '085500'));
    expect(charts.of(SYMBOL)).toEqual([]);
    exchange.advanceTo(kstMoment('2026-03-04', '090100'));
    expect(charts.of(SYMBOL)[0]?.[0]).toBe(9 * 60);
    expect(closing?.[0]).toBe(15 * 60 + 30);
  });
});
