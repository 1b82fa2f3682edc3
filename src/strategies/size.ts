// How a strategy that ships says how much: whole shares, won, or a share of its capital, per instrument.

import { z } from 'zod';
import type { Target } from '#domain/signal.ts';

/** Exactly one of: `shares` (count), `won` (amount), `weight` (0 to 1 of the strategy's capital). Per instrument. */
export const sizeParameters = z.union([
  z.strictObject({ shares: z.int().min(1) }),
  z.strictObject({ won: z.int().min(1) }),
  z.strictObject({ weight: z.number().gt(0).max(1) }),
]);

export type Size = z.infer<typeof sizeParameters>;

/** The target a size stands for. */
export function targetOf(size: Size): Target {
  if ('shares' in size) return { unit: 'shares', shares: size.shares };
  if ('won' in size) return { unit: 'won', amount: size.won };
  return { unit: 'weight', weight: size.weight };
}
