// Fills into round trips: a position of one strategy in one instrument, from its first share to its last.

import type { Fill } from '#domain/fill.ts';
import type { Price, SymbolCode } from '#domain/units.ts';
import type { RoundTrip } from './result.ts';

interface Running {
  readonly first: Fill;
  held: number;
  bought: number;
  buyAmount: number;
  sellAmount: number;
  costs: number;
}

/** Round trips in the order they were closed; those still open come last, valued at `priceOf`, won. */
export function roundTrips(fills: readonly Fill[], priceOf: (symbol: SymbolCode) => Price): RoundTrip[] {
  const running = new Map<string, Running>();
  const trips: RoundTrip[] = [];
  for (const fill of fills) {
    const key = `${fill.symbol} ${fill.strategy}`;
    const trip = running.get(key) ?? {
      first: fill,
      held: 0,
      bought: 0,
      buyAmount: 0,
      sellAmount: 0,
      costs: 0,
    };
    running.set(key, trip);
    trip.costs += fill.commission + fill.tax;
    if (fill.side === 'buy') {
      trip.held += fill.quantity;
      trip.bought += fill.quantity;
      trip.buyAmount += fill.amount;
    } else {
      trip.held -= fill.quantity;
      trip.sellAmount += fill.amount;
    }
    if (trip.held > 0) continue;
    running.delete(key);
    trips.push(tripOf(trip, fill.filledAt, 0));
  }
  for (const trip of running.values()) trips.push(tripOf(trip, null, trip.held * priceOf(trip.first.symbol)));
  return trips;
}

function tripOf(trip: Running, closedAt: number | null, heldValue: number): RoundTrip {
  const { first, bought, buyAmount, sellAmount, costs } = trip;
  return {
    strategy: first.strategy,
    symbol: first.symbol,
    openedAt: first.filledAt,
    closedAt,
    quantity: bought,
    buyAmount,
    sellAmount,
    costs,
    profit: sellAmount + heldValue - buyAmount - costs,
  };
}
