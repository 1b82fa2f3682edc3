// A small backtest result for the tests of metrics and reports: two instruments, four days, three round trips.

import type { Fill } from '#domain/fill.ts';
import { addDays, kstMidnight } from '#domain/time.ts';
import type { BacktestResult, EquityPoint, RoundTrip } from '../../backtest/result.ts';

/** Points of consecutive calendar days from 2026-01-05, half of the equity held. */
export function curve(...equities: readonly number[]): readonly EquityPoint[] {
  return equities.map((equity, i) => {
    const date = addDays('2026-01-05', i);
    return { date, at: kstMidnight(date), equity, cash: equity / 2, exposure: 0.5 };
  });
}

/** A round trip that closed on day `day` of 2026-01 (null: still open) with `profit` won. */
export function roundTrip(profit: number, day: number | null): RoundTrip {
  return {
    strategy: 'ma-cross',
    symbol: '005930',
    openedAt: kstMidnight('2026-01-05'),
    closedAt: day === null ? null : kstMidnight(addDays('2026-01-01', day - 1)),
    quantity: 10,
    buyAmount: 700_000,
    sellAmount: day === null ? 0 : 700_000 + profit,
    costs: 0,
    profit,
  };
}

function fill(side: 'buy' | 'sell', tradeDate: string, quantity: number, amount: number): Fill {
  return {
    orderId: '20260105-000001',
    brokerOrderNo: '1',
    fillNo: '1',
    strategy: 'ma-cross',
    symbol: '005930',
    side,
    quantity,
    amount,
    commission: 100,
    tax: side === 'sell' ? 1_400 : 0,
    tradeDate,
    settlesOn: tradeDate,
    filledAt: kstMidnight(tradeDate) + 9 * 3_600_000,
  };
}

/** The result, with `changes` laid over it. */
export function backtestResult(changes: Partial<BacktestResult> = {}): BacktestResult {
  const start = kstMidnight('2026-01-05');
  const prices = { open: 70_000, high: 71_000, low: 69_000, close: 70_500, volume: 1_000 };
  return {
    name: 'first try',
    from: '2026-01-05',
    to: '2026-01-08',
    instruments: [
      { symbol: '000660', name: 'SK하이닉스' },
      { symbol: '005930', name: '삼성전자' },
    ],
    strategies: [{ name: 'ma-cross', module: 'strategies/ma-cross.ts', parameters: { fast: 5 } }],
    startingCash: 1_000_000,
    finalEquity: 1_050_000,
    equity: curve(1_010_000, 990_000, 1_020_000, 1_050_000),
    fills: [
      fill('buy', '2026-01-05', 4, 280_000),
      fill('buy', '2026-01-05', 6, 426_000),
      fill('sell', '2026-01-06', 10, 720_000),
    ],
    roundTrips: [roundTrip(14_000, 6), roundTrip(-5_000, 7), roundTrip(1_000, null)],
    commission: 300,
    tax: 1_400,
    barCount: 8,
    orderCount: 3,
    refusals: { 'price-collar': 1, 'orderable-quantity': 2 },
    rejections: {},
    candles: { '005930': [{ symbol: '005930', period: '1d', start, ...prices }] },
    buyAndHold: curve(1_000_000, 1_005_000, 1_010_000, 1_020_000),
    ledgerDigest: 'ab'.repeat(32),
    ...changes,
  };
}
