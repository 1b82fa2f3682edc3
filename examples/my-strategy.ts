// A strategy of one's own, to copy and change: buys when the relative strength index of minute bars says that a price
// fell too fast, and sells when it has recovered or the day ends. It knows only what `hwangso` exports.

import {
  type Bar,
  defineStrategy,
  kstTimeOfDay,
  MINUTE_MS,
  Rsi,
  type Signal,
  type Size,
  type SymbolCode,
  sizeParameters,
  targetOf,
} from 'hwangso';
import { merge, mergeMap, type Observable } from 'rxjs';
import { z } from 'zod';

/** 15:00 Korean time, from which nothing is held. */
const DAY_ENDS = 15 * 60 * MINUTE_MS;

const parameters = z.strictObject({
  /** Bars the index looks back. */
  length: z.int().min(2).default(14),
  /** Buy below this, sell above that. */
  buyBelow: z.number().min(1).max(50).default(30),
  sellAbove: z.number().min(50).max(99).default(60),
  size: sizeParameters.default({ weight: 0.5 }),
});

export const strategy = defineStrategy({
  name: 'my-strategy',
  description: { en: 'Buys what fell too fast', ko: '너무 빨리 떨어진 종목을 삽니다' },
  parameters,
  // Shown before trading begins, so that the index is ready at the first live bar. Signals are ignored meanwhile.
  warmUp: ({ length }) => [{ period: '5m', bars: length * 10 }],
  run: ({ symbols, bars, parameters: chosen }) =>
    merge(...symbols.map((symbol) => rebounds(symbol, bars(symbol, '5m'), chosen))),
});

function rebounds(
  symbol: SymbolCode,
  bars$: Observable<Bar>,
  chosen: {
    readonly length: number;
    readonly buyBelow: number;
    readonly sellAbove: number;
    readonly size: Size;
  },
): Observable<Signal> {
  const index = new Rsi(chosen.length);
  let wantsToHold = false;
  return bars$.pipe(
    mergeMap((bar): Signal[] => {
      index.push(bar.close);
      if (!index.ready) return [];
      const isOver = kstTimeOfDay(bar.start) >= DAY_ENDS || index.value > chosen.sellAbove;
      const isCheap = !isOver && index.value < chosen.buyBelow;
      if (wantsToHold ? !isOver : !isCheap) return [];
      wantsToHold = !wantsToHold;
      // A signal is a target, not an order. A weight is worked out at the price of the moment, so it is said only once.
      const target: Signal['target'] = wantsToHold ? targetOf(chosen.size) : { unit: 'shares', shares: 0 };
      return [{ symbol, target, reason: `strength index ${index.value.toFixed(1)}` }];
    }),
  );
}
