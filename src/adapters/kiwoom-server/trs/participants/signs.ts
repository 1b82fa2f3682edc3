// How Kiwoom writes what participants bought, sold, and bought less sold: with signs that say the side again, a minus that is
// doubled in net figures, and units of a thousand shares or a million won. Written from the guide's examples and recorded rows.

import type { Quantity, Won } from '#domain/units.ts';

/** A net figure: `+151710`, `0`, and `--1073702` for less than nothing (kiwoom-wire 3.3). */
export function doubleSigned(net: number): string {
  if (net === 0) return '0';
  return net > 0 ? `+${net}` : `-${net}`;
}

/** A bought quantity with its side: `+9800`, and `+0` for none (guide, ka10037). */
export function boughtText(quantity: Quantity): string {
  return `+${quantity}`;
}

/** A sold quantity with its side: `-2813`, and `-0` for none (guide, ka10037). */
export function soldText(quantity: Quantity): string {
  return `-${quantity}`;
}

/** Whole millions of won. Parts and sums are rounded each for itself, so they may be one off each other, as on the wire. */
export function roundedMillions(amount: Won): number {
  return Math.round(amount / 1_000_000);
}

/** Whole thousands of shares, rounded. */
export function roundedThousands(quantity: Quantity): number {
  return Math.round(quantity / 1_000);
}

/**
 * A net figure in units, rounded, whose sign stays when nothing else does: `+0`, `-0` (guide, ka90005 and ka90010). `minus`
 * is what a TR writes for one.
 */
export function netText(net: number, unit: number, minus: '-' | '--'): string {
  if (net === 0) return '0';
  const size = Math.round(Math.abs(net) / unit);
  return net > 0 ? `+${size}` : `${minus}${size}`;
}
