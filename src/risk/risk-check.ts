// The contract of a risk check and the read-only picture it judges by. A check answers null (fine), a refusal with its
// numbers, or a question that only the broker can answer; it never changes anything.

import type { DailyReference, Instrument } from '#domain/instrument.ts';
import type { Order, OrderRequest, Refusal } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { TickTable } from '#domain/tick.ts';
import type { EpochMs, Price, Quantity, SymbolCode, Won } from '#domain/units.ts';

/** The limits of the configuration. Won, shares, milliseconds, parts per million as named; null switches a limit off. */
export interface RiskLimits {
  readonly maxOrderValue: Won | null;
  readonly maxPositionValue: Won | null;
  /** Value of all holdings and working buys together. */
  readonly maxExposure: Won | null;
  readonly maxOrdersPerSecond: number | null;
  readonly maxOrdersPerDay: number | null;
  /** Distance of an order's price from the last price, parts per million. */
  readonly priceCollarPpm: number | null;
  /** Age of the last market data of the instrument. */
  readonly staleAfterMs: number | null;
  /** Loss of the day (realised and unrealised) that stops new buys until the next trading day. */
  readonly dailyLossLimit: Won | null;
  /** Refuse buys of instruments under liquidation, overheated, risk or warning designation. */
  readonly refuseWarned: boolean;
  /** Age of a kt00011 answer that may still be used, with what was ordered since taken off. */
  readonly orderableValidMs: number;
}

/** What the engine knows of one instrument. Prices null before they are known. */
export interface InstrumentPicture {
  readonly instrument: Instrument;
  readonly reference: DailyReference | null;
  readonly ticks: TickTable;
  readonly last: Price | null;
  readonly ask: Price | null;
  readonly bid: Price | null;
  /** When market data of it last arrived; null before the first. */
  readonly updatedAt: EpochMs | null;
}

/** The broker's kt00011 answer with what we ordered since already taken off. */
export interface OrderablePicture {
  readonly price: Price;
  readonly quantity: Quantity;
  readonly amount: Won;
  readonly answeredAt: EpochMs;
}

/** The world as risk sees it at one moment. */
export interface RiskView {
  readonly now: EpochMs;
  readonly phase: SessionPhase;
  /** Set while everything is halted: by the operator, or by a broken promise. */
  readonly haltReason: string | null;
  /** Set while buys are halted for the day by the loss limit. */
  readonly buysHaltReason: string | null;
  /** False until the books were found equal to the broker's, and again while they differ. */
  readonly reconciled: boolean;
  /** Equity now less equity when the day began. */
  readonly dayProfit: Won;
  instrument(symbol: SymbolCode): InstrumentPicture | null;
  /** Shares held on the account, all strategies together. */
  held(symbol: SymbolCode): Quantity;
  /** Orders still working or unknown in `symbol`, newest last. */
  openOrders(symbol: SymbolCode): readonly Order[];
  /** Value of all holdings at the last price and of all open buys. */
  exposure(): Won;
  /** Orders sent in the last second, and today. */
  readonly ordersInLastSecond: number;
  readonly ordersToday: number;
  /** Null when the broker has not said, or too long ago. */
  orderable(symbol: SymbolCode): OrderablePicture | null;
  /** Shares the broker lets us sell now, ours sent since taken off; null when it has not said. */
  sellable(symbol: SymbolCode): Quantity | null;
}

/** Only the broker knows: ask it, then judge again. */
export type RiskQuestion =
  | { readonly ask: 'orderable'; readonly price: Price }
  | { readonly ask: 'sellable' };

export type RiskCheck = (
  request: OrderRequest,
  view: RiskView,
  limits: RiskLimits,
) => Refusal | RiskQuestion | null;
