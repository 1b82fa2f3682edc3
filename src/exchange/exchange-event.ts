// What the exchange tells its listeners, in the order it happens: trades and books, phases and stops, and notices of orders.

import type { Market } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { EpochMs, Price, Quantity, SymbolCode, Won } from '#domain/units.ts';
import type { AccountId, ExchangeFill, ExchangeOrder, HoldingState } from './contract.ts';
import type { BreakLevel } from './day/circuit-breaker.ts';
import type { InterruptionKind } from './day/volatility.ts';
import type { MarketVenue } from './orders/order-terms.ts';

export type TradingHours = 'before' | 'regular' | 'after';

/** What happens on the exchange, in order. Listeners must not throw. */
export type ExchangeEvent =
  | {
      readonly type: 'trade';
      readonly at: EpochMs;
      readonly venue: MarketVenue;
      readonly symbol: SymbolCode;
      /** May lie half a tick between two valid prices, where pegged orders traded. */
      readonly price: Price;
      readonly quantity: Quantity;
      readonly aggressor: 'buy' | 'sell' | null;
      /** The part of the day: only `regular` makes the day's bar and its close. */
      readonly hours: TradingHours;
      /**
       * Shares and won traded on its market today up to and with it: listeners hear of an order's trades when all of them
       * are done, and the day stands further on by then. Absent where nobody counted.
       */
      readonly dayVolume?: Quantity;
      readonly dayValue?: Won;
      /** Open, high and low of the day right after it, as `InstrumentDay` has them. */
      readonly dayOpen?: Price | null;
      readonly dayHigh?: Price | null;
      readonly dayLow?: Price | null;
    }
  | { readonly type: 'book'; readonly at: EpochMs; readonly venue: MarketVenue; readonly symbol: SymbolCode }
  | {
      readonly type: 'index';
      readonly at: EpochMs;
      readonly code: string;
      readonly hundredths: number;
      /** Shares of its members traded today up to then; absent where nobody counted. */
      readonly volume?: Quantity;
    }
  | {
      readonly type: 'phase';
      readonly at: EpochMs;
      readonly venue: MarketVenue;
      readonly phase: SessionPhase;
    }
  /** A volatility interruption (VI) begins or ends. */
  | {
      readonly type: 'volatility-interruption';
      readonly at: EpochMs;
      readonly venue: MarketVenue;
      readonly symbol: SymbolCode;
      readonly state: 'triggered' | 'released';
      readonly kind: InterruptionKind;
      /** Price that would have been traded; on release, the price of the auction, or of the trigger when nothing traded. */
      readonly price: Price;
      readonly staticReference: Price;
      readonly dynamicReference: Price;
      /** The how manieth of the instrument's day, from 1. */
      readonly count: number;
      /** When it ends or ended; not told to clients before it did. */
      readonly releaseAt: EpochMs;
    }
  /** Trading of one instrument stops, or its orders may gather again. */
  | {
      readonly type: 'halt';
      readonly at: EpochMs;
      readonly symbol: SymbolCode;
      readonly state: 'halted' | 'released';
    }
  /** A whole market stops because its index fell. */
  | {
      readonly type: 'circuit-breaker';
      readonly at: EpochMs;
      readonly market: Market;
      readonly level: BreakLevel;
    }
  /** Programs stop trading on one side of a market (사이드카): its index ran away. No frame of the guide tells of it. */
  | {
      readonly type: 'sidecar';
      readonly at: EpochMs;
      readonly market: Market;
      readonly side: OrderSide;
      readonly until: EpochMs;
    }
  /** `order` as it stands right after; `fill` set when this notice is an execution. */
  | {
      readonly type: 'order-notice';
      readonly at: EpochMs;
      readonly kind: 'accepted' | 'filled' | 'confirmed' | 'closed' | 'expired';
      readonly order: ExchangeOrder;
      readonly fill: ExchangeFill | null;
    }
  | {
      readonly type: 'balance-notice';
      readonly at: EpochMs;
      readonly account: AccountId;
      readonly symbol: SymbolCode;
      /** What changed, as it was then: listeners hear of an order's executions when all of them are done. */
      readonly holding: HoldingState;
    };
