// A strategy without a plan: it changes its mind at random, by a seed, so that many orders of every kind are made, filled
// in part, overtaken by the next wish and cancelled. It also takes up instruments that its configuration does not name, and
// leaves them again. What it says still follows from what it was shown alone.

import {
  distinctUntilChanged,
  EMPTY,
  ignoreElements,
  map,
  merge,
  mergeMap,
  of,
  Subject,
  switchMap,
} from 'rxjs';
import { z } from 'zod';
import type { TradeEvent } from '#domain/market-event.ts';
import type { OrderPricing, Signal } from '#domain/signal.ts';
import type { SymbolCode } from '#domain/units.ts';
import { Random } from '#exchange/random.ts';
import { defineStrategy } from '#strategies/strategy.ts';

const parameters = z.object({
  seed: z.number().int(),
  /** Chance that a trade changes its mind. */
  mood: z.number().min(0).max(1),
  /** Most shares it ever wants of one instrument. */
  maxShares: z.number().int().positive(),
  /** Instruments it looks at now and then. */
  strays: z.array(z.string()).default([]),
});

/** Of so many changes of mind one is about what to look at. */
const STRAYS_EVERY = 4;

export const strategy = defineStrategy({
  name: 'restless',
  description: { en: 'changes its mind at random', ko: '무작위로 마음을 바꿈' },
  parameters,
  warmUp: () => [{ period: '1m', bars: 5 }],
  run(context) {
    const { seed, mood, maxShares, strays } = context.parameters;
    const random = new Random(seed, context.name);
    const looked = new Set<SymbolCode>();
    const looks$ = new Subject<void>();
    const strayTrades$ = strays.map((symbol) =>
      looks$.pipe(
        map(() => looked.has(symbol)),
        distinctUntilChanged(),
        switchMap((isLookedAt) => {
          if (!isLookedAt) return EMPTY;
          return merge(context.trades(symbol), context.bars(symbol, '1m').pipe(ignoreElements()));
        }),
      ),
    );
    const lookAround = (): void => {
      const stray = strays[random.integer(strays.length)];
      if (stray !== undefined && !looked.delete(stray)) looked.add(stray);
      looks$.next();
    };
    return merge(...strayTrades$, ...context.symbols.map((symbol) => context.trades(symbol))).pipe(
      mergeMap((trade) => {
        if (!random.happens(mood)) return EMPTY;
        if (strays.length === 0 || random.integer(STRAYS_EVERY) > 0)
          return of(wish(random, trade, maxShares));
        lookAround();
        return EMPTY;
      }),
    );
  },
});

function wish(random: Random, trade: TradeEvent, maxShares: number): Signal {
  const shares = random.happens(0.3) ? 0 : random.integer(maxShares + 1);
  return {
    symbol: trade.symbol,
    target: { unit: 'shares', shares },
    reason: 'restless',
    pricing: pricing(random, trade),
    ...(random.happens(0.1) ? { timeInForce: 'ioc' } : {}),
  };
}

/** Market orders, limits that fill at once, and limits that wait: for long, if the market goes away. */
function pricing(random: Random, { price, bestAsk, bestBid }: TradeEvent): OrderPricing {
  const kind = random.integer(4);
  if (kind === 0) return { type: 'market' };
  if (kind === 1) return { type: 'limit', price: bestAsk ?? price };
  if (kind === 2) return { type: 'limit', price: bestBid ?? price };
  return { type: 'limit', price };
}
