// Which part of an order has been booked, as intervals of its cumulative filled quantity. Each fill notice names the
// interval it covers (cumulative minus its own shares, cumulative], so repeated, lost and reordered notices are told
// apart by arithmetic alone.

import type { FilledInterval } from '#domain/order.ts';
import type { Quantity } from '#domain/units.ts';

/** The parts of (from, to] that `booked` (ascending, merged) does not cover yet, ascending. */
export function uncovered(booked: readonly FilledInterval[], from: Quantity, to: Quantity): FilledInterval[] {
  const open: FilledInterval[] = [];
  let at = from;
  for (const interval of booked) {
    if (interval.to <= at) continue;
    if (interval.from >= to) break;
    if (interval.from > at) open.push({ from: at, to: interval.from });
    at = interval.to;
  }
  if (at < to) open.push({ from: at, to });
  return open;
}

/** `booked` with (from, to] added; the interval must be uncovered. Touching intervals melt into one. */
export function cover(booked: readonly FilledInterval[], from: Quantity, to: Quantity): FilledInterval[] {
  const merged: FilledInterval[] = [];
  let start = from;
  let end = to;
  let placed = false;
  for (const interval of booked) {
    if (interval.to < start) {
      merged.push(interval);
    } else if (interval.from > end) {
      if (!placed) merged.push({ from: start, to: end });
      placed = true;
      merged.push(interval);
    } else {
      start = Math.min(start, interval.from);
      end = Math.max(end, interval.to);
    }
  }
  if (!placed) merged.push({ from: start, to: end });
  return merged;
}
