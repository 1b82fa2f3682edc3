// A minute bar as the trades that made it: how many, at which prices, in which order and of what size nobody knows any more,
// so they are drawn from a seed, but in such a way that counting them into a bar gives the same bar again.

import type { Bar } from '#domain/bar.ts';
import type { OrderSide } from '#domain/order.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import type { PriceLadder } from '../../book/price-ladder.ts';
import type { Random } from '../../random.ts';
import { fewestTrades } from './market-replay.ts';

/** One trade among others. */
export interface TapeTrade {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly aggressor: OrderSide | null;
}

/** A minute has one trade for about this many of the square root of its shares, up to the most it may have. */
const SHARES_POWER = 0.4;
const MOST_TRADES = 40;
/** How often the extreme that lies against the minute's direction comes second, not first. */
const OTHER_WAY_CHANCE = 0.3;

/** The trades of a bar between two moments, the first at `from` or later and the last before `until`. */
export function tradesOf(
  bar: Bar,
  from: EpochMs,
  until: EpochMs,
  ladder: PriceLadder,
  random: Random,
): TapeTrade[] {
  const prices = pricesOf(bar, ladder, random);
  const quantities = split(bar.volume, prices.length, random);
  const times = timesBetween(from, until, prices.length, random);
  let last = bar.open;
  let aggressor: OrderSide = random.happens(0.5) ? 'buy' : 'sell';
  return prices.map((price, index) => {
    if (price !== last) aggressor = price > last ? 'buy' : 'sell';
    else if (random.happens(0.3)) aggressor = aggressor === 'buy' ? 'sell' : 'buy';
    last = price;
    return { at: times[index]!, price, quantity: quantities[index]!, aggressor };
  });
}

/** Prices from open over both extremes to close, never beyond them. */
function pricesOf(bar: Bar, ladder: PriceLadder, random: Random): Price[] {
  const anchors = anchorsOf(bar, random);
  const wanted = Math.min(MOST_TRADES, Math.round(bar.volume ** SHARES_POWER), bar.volume);
  const extra = wanted - anchors.length;
  if (extra <= 0) return anchors;
  const lowest = Math.ceil(ladder.positionOf(bar.low));
  const highest = Math.floor(ladder.positionOf(bar.high));
  const prices: Price[] = [];
  const legs = Math.max(1, anchors.length - 1);
  for (let leg = 0; leg < legs; leg++) {
    const start = anchors[leg]!;
    const end = anchors[leg + 1] ?? start;
    prices.push(start);
    const between = Math.floor(((leg + 1) * extra) / legs) - Math.floor((leg * extra) / legs);
    for (let step = 1; step <= between; step++) {
      const share = step / (between + 1);
      const at = ladder.positionOf(start) * (1 - share) + ladder.positionOf(end) * share;
      const index = Math.round(at + 0.8 * random.normal());
      // Between two mid-prices there may be no whole tick to trade at.
      prices.push(lowest > highest ? start : ladder.priceAt(Math.min(Math.max(index, lowest), highest)));
    }
  }
  if (anchors.length > 1) prices.push(anchors[anchors.length - 1]!);
  return prices;
}

/** The prices a bar cannot do without, in the order they were probably traded in. */
function anchorsOf(bar: Bar, random: Random): Price[] {
  const { open, high, low, close } = bar;
  if (fewestTrades(bar) === 1) return [open];
  const rises = close >= open;
  const lowFirst = random.happens(OTHER_WAY_CHANCE) ? !rises : rises;
  const extremes = lowFirst ? [low, high] : [high, low];
  const beyond = extremes.filter((price) => price > Math.max(open, close) || price < Math.min(open, close));
  return [open, ...beyond, close];
}

/** Shares in `parts` parts of at least one, a few large and many small. */
function split(volume: Quantity, parts: number, random: Random): Quantity[] {
  const weights = Array.from({ length: parts }, () => random.logNormal(1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const spare = volume - parts;
  const shares = weights.map((weight) => 1 + Math.floor((spare * weight) / sum));
  const left = volume - shares.reduce((total, share) => total + share, 0);
  shares[0]! += left;
  return shares;
}

/** Whole milliseconds in rising order. */
function timesBetween(from: EpochMs, until: EpochMs, count: number, random: Random): EpochMs[] {
  const span = until - from;
  return Array.from({ length: count }, () => from + random.integer(span)).sort((a, b) => a - b);
}
