// What the charts of a backtest page draw, as compact as the browser needs it: days as text, columns instead of objects.

import type { OrderSide } from '#domain/order.ts';
import { kstDate } from '#domain/time.ts';
import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { drawdownCurve } from './metrics.ts';
import type { BacktestResult } from './result.ts';

/** All trades of one side in one instrument on one day, as one arrow. */
export interface TradeMarker {
  readonly date: TradeDate;
  readonly side: OrderSide;
  readonly quantity: number;
  /** Mean price of the day's fills, won, for the arrow's text. */
  readonly price: number;
}

export interface InstrumentChart {
  readonly symbol: SymbolCode;
  readonly name: string;
  readonly dates: readonly TradeDate[];
  /** Open, high, low, close and volume of each day. */
  readonly values: readonly (readonly [number, number, number, number, number])[];
  readonly markers: readonly TradeMarker[];
}

export interface ChartData {
  readonly dates: readonly TradeDate[];
  readonly equity: readonly number[];
  readonly drawdown: readonly number[];
  readonly buyAndHold: readonly (readonly [TradeDate, number])[];
  readonly instruments: readonly InstrumentChart[];
}

/** The data of all charts. Instruments that traded come first, the most traded leading. */
export function chartData(result: BacktestResult): ChartData {
  const instruments = result.instruments.map(({ symbol, name }) => instrumentChart(result, symbol, name));
  return {
    dates: result.equity.map((point) => point.date),
    equity: result.equity.map((point) => point.equity),
    drawdown: drawdownCurve(result.startingCash, result.equity).map((point) => rounded(point.fraction)),
    buyAndHold: result.buyAndHold.map((point) => [point.date, point.equity] as const),
    instruments: instruments.sort(
      (a, b) => b.markers.length - a.markers.length || (a.symbol < b.symbol ? -1 : 1),
    ),
  };
}

function instrumentChart(result: BacktestResult, symbol: SymbolCode, name: string): InstrumentChart {
  const candles = result.candles[symbol] ?? [];
  return {
    symbol,
    name,
    dates: candles.map((bar) => kstDate(bar.start)),
    values: candles.map((bar) => [bar.open, bar.high, bar.low, bar.close, bar.volume] as const),
    markers: tradeMarkers(result, symbol),
  };
}

function tradeMarkers({ fills }: BacktestResult, symbol: SymbolCode): readonly TradeMarker[] {
  const own = fills.filter((fill) => fill.symbol === symbol);
  const byDaySide = Map.groupBy(own, (fill) => `${fill.tradeDate} ${fill.side}`);
  const markers = [...byDaySide.values()].map((sameDay): TradeMarker => {
    const quantity = sameDay.reduce((total, fill) => total + fill.quantity, 0);
    const amount = sameDay.reduce((total, fill) => total + fill.amount, 0);
    const { tradeDate, side } = sameDay[0]!;
    return { date: tradeDate, side, quantity, price: Math.round(amount / quantity) };
  });
  return markers.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.side < b.side ? -1 : 1));
}

function rounded(fraction: number): number {
  return Math.round(fraction * 1e6) / 1e6 + 0;
}
