// The course of a day before anybody trades: the market's common path, and each instrument's own on top of it. History bars
// are read off such a path; the running day's orders gather around one. Made from seed, name and date alone, so that any
// day can be made again without the days before it.

import { kstDayNumber, kstMidnight } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import type { Listing } from './listing.ts';
import { Random } from './random.ts';

/** Points a minute: one every fifteen seconds. */
export const POINTS_PER_MINUTE = 4;

/** Logarithms of price over base price, and how busy each minute is. */
export interface DayPath {
  /** One point every fifteen seconds of continuous trading, the first at its beginning, the last at its end. */
  readonly points: Float64Array;
  /** Where the closing auction is going. */
  readonly close: number;
  /** Volume of each minute of continuous trading as a share of an average day's volume; they sum to about 0.93. */
  readonly activity: Float64Array;
}

/** Daily volatility of the market as a whole. */
export const MARKET_VOLATILITY = 0.009;
/** Share of a day's variance that happens overnight. */
const GAP_SHARE = 0.25;
const CLOSE_SHARE = 0.004;
/** Chance of news on a day, and its size in daily deviations. */
const JUMP_CHANCE = 0.12;
const JUMP_SIZE = 1.6;
/** Opening and closing auctions trade about this share of a day each. */
export const OPENING_VOLUME_SHARE = 0.02;
export const CLOSING_VOLUME_SHARE = 0.05;

/** The market's own path: what all instruments have in common, and what the index follows. `minutes` of continuous trading. */
export function marketPath(seed: number, date: TradeDate, minutes: number): DayPath {
  return makePath(seed, 'market', date, minutes, MARKET_VOLATILITY, 0);
}

/** An instrument's path: `beta` times the market's and its own. */
export function instrumentPath(seed: number, listing: Listing, date: TradeDate, market: DayPath): DayPath {
  const minutes = market.activity.length;
  const { beta, dailyVolatility, instrument } = listing;
  const own = makePath(seed, instrument.symbol, date, minutes, dailyVolatility, JUMP_CHANCE);
  const { points, activity } = own;
  for (let index = 0; index < points.length; index++) {
    points[index] = points[index]! + beta * market.points[index]!;
  }
  return { points, close: own.close + beta * market.close, activity };
}

/** Weight of a minute within the day: busy after the open and before the close, quiet at noon. Averages about 1. */
export function timeOfDayWeight(minute: number, minutes: number): number {
  const x = (minute + 0.5) / minutes;
  return 0.55 + 1.9 * Math.exp(-x * 14) + 1.35 * (x - 0.45) ** 2 * 2 + 0.5 * Math.exp((x - 1) * 22);
}

function makePath(
  seed: number,
  name: string,
  date: TradeDate,
  minutes: number,
  dailyVolatility: number,
  jumpChance: number,
): DayPath {
  const random = new Random(seed, 'path', name, date);
  const regime = volatilityRegime(seed, name, date);
  const volatility = dailyVolatility * regime;
  const steps = minutes * POINTS_PER_MINUTE;
  const weights = weightsOf(minutes);
  const stepDeviation = volatility * Math.sqrt((1 - GAP_SHARE) / steps);
  const points = new Float64Array(steps + 1);
  const activity = new Float64Array(minutes);
  const jumpAt = random.happens(jumpChance) ? random.integer(steps) : -1;
  const jump = random.normal() * JUMP_SIZE * dailyVolatility;
  const dayVolume = random.logNormal(0.25) * regime;
  let at = random.normal() * volatility * Math.sqrt(GAP_SHARE);
  points[0] = at;
  for (let minute = 0; minute < minutes; minute++) {
    const weight = weights[minute]!;
    const deviation = stepDeviation * Math.sqrt(weight);
    for (let step = 0; step < POINTS_PER_MINUTE; step++) {
      const index = minute * POINTS_PER_MINUTE + step;
      at += deviation * random.normal() + (index === jumpAt ? jump : 0);
      points[index + 1] = at;
    }
    const news = jumpAt >= 0 && minute * POINTS_PER_MINUTE >= jumpAt ? newsActivity(minute, jumpAt) : 1;
    activity[minute] = ((0.93 * weight) / minutes) * dayVolume * news * random.logNormal(0.55);
  }
  return { points, close: at + random.normal() * volatility * Math.sqrt(CLOSE_SHARE), activity };
}

/** After news volume is several times the usual and takes half an hour to calm down. */
function newsActivity(minute: number, jumpAt: number): number {
  return 1 + 4 * Math.exp((jumpAt / POINTS_PER_MINUTE - minute) / 30);
}

/** Calm and wild days come in spells: a moving average over the last days' luck, so that no state is carried along. */
function volatilityRegime(seed: number, name: string, date: TradeDate): number {
  const day = kstDayNumber(kstMidnight(date));
  let luck = 0;
  let weight = 0.28;
  for (let back = 0; back < 8; back++) {
    luck += weight * new Random(seed, 'regime', name, String(day - back)).normal();
    weight *= 0.75;
  }
  return Math.exp(luck - 0.08);
}

const WEIGHTS = new Map<number, Float64Array>();

/** Weights of all minutes, scaled to average exactly 1. */
function weightsOf(minutes: number): Float64Array {
  const known = WEIGHTS.get(minutes);
  if (known !== undefined) return known;
  const weights = Float64Array.from({ length: minutes }, (_, minute) => timeOfDayWeight(minute, minutes));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / minutes;
  const scaled = weights.map((weight) => weight / mean);
  WEIGHTS.set(minutes, scaled);
  return scaled;
}
