// The course of a day before anybody trades: the market's path, those of its sectors, and each instrument's own on top of
// both. History bars are read off such a path; the running day's orders gather around one. Made from seed, name and
// date alone, so that any day can be made again without the days before it.

import { type SessionHours, sessionHours } from '#domain/session.ts';
import { kstDayNumber, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { Random } from '../../random.ts';
import type { Listing } from '../listing.ts';
import { type SectorCode, sectorOf } from '../market-sectors.ts';
import { debutPoint } from './debut.ts';

/** Points a minute: one every fifteen seconds. */
export const POINTS_PER_MINUTE = 4;

/** Logarithms of price over base price, and how busy each minute is. */
export interface DayPath {
  /** One point every fifteen seconds of continuous trading, the first at its beginning, the last at its end. */
  readonly points: Float64Array;
  /** Where the closing auction is going. */
  readonly close: number;
  /** Volume of each minute of continuous trading as a share of an average day's volume; they sum to about 0.9. */
  readonly activity: Float64Array;
}

/** Daily volatility of the market as a whole. */
export const MARKET_VOLATILITY = 0.011;
/** Share of a day's variance that happens overnight. */
const GAP_SHARE = 0.25;
const CLOSE_SHARE = 0.004;
/** Chance of news on a day, and its typical size in daily deviations. */
const JUMP_CHANCE = 0.12;
const JUMP_SIZE = 1.3;
/** Opening and closing auctions trade about this share of a day each. */
export const OPENING_VOLUME_SHARE = 0.03;
export const CLOSING_VOLUME_SHARE = 0.07;
const CONTINUOUS_VOLUME_SHARE = 1 - OPENING_VOLUME_SHARE - CLOSING_VOLUME_SHARE;
/** Nervous and quiet spells within a day: deviation of the logarithm of a minute's volatility, and how much stays a minute later. */
const SPELL_DEVIATION = 0.45;
const SPELL_MEMORY = 0.94;
/** Brings the mean of a spell's factor back to 1, where its square has that mean. */
const SPELL_MEAN = Math.exp(SPELL_DEVIATION ** 2 / 2);
const CLOSING_AUCTION_MINUTES = 10;
/** NXT trades about this share of what KRX does. */
export const NXT_VOLUME_SHARE = 0.3;
/** Before and after the regular session a minute has this share of an average minute's volume, an auction this of a day's. */
export const QUIET_ACTIVITY = 0.05;
export const QUIET_AUCTION_SHARE = 0.001;

/** Minutes of continuous trading on a day. */
export function continuousMinutes(date: TradeDate): number {
  const { openAt, closeAt } = sessionHours(date);
  return (closeAt - openAt) / MINUTE_MS - CLOSING_AUCTION_MINUTES;
}

/** What instruments have in common on one day; each path is made when first asked for. */
export class DayFactors {
  readonly date: TradeDate;
  readonly minutes: number;
  readonly market: DayPath;
  readonly #seed: number;
  readonly #sectors = new Map<SectorCode, DayPath>();

  constructor(seed: number, date: TradeDate) {
    this.date = date;
    this.minutes = continuousMinutes(date);
    this.#seed = seed;
    this.market = makePath(seed, 'market', date, this.minutes, MARKET_VOLATILITY, 0);
  }

  /** A sector's path, the market's part not counted. */
  sector(code: SectorCode): DayPath {
    const known = this.#sectors.get(code);
    if (known !== undefined) return known;
    const volatility = sectorOf(code)?.volatility ?? MARKET_VOLATILITY;
    const made = makePath(this.#seed, `sector ${code}`, this.date, this.minutes, volatility, 0);
    this.#sectors.set(code, made);
    return made;
  }

  /** An instrument's path: `beta` times the market's, its sector's, and its own, from where it opens on its first day. */
  path(listing: Listing): DayPath {
    const { beta, dailyVolatility, instrument, sector, listedOn } = listing;
    // A fund that follows an index has no news of its own.
    const jumpChance = instrument.kind === 'stock' ? JUMP_CHANCE : 0;
    const own = makePath(this.#seed, instrument.symbol, this.date, this.minutes, dailyVolatility, jumpChance);
    const { points, activity } = own;
    const common = this.market;
    const debut = listedOn === this.date ? debutPoint(this.#seed, instrument.symbol, this.date) : 0;
    let close = own.close + beta * common.close + debut;
    for (let index = 0; index < points.length; index++)
      points[index]! += beta * common.points[index]! + debut;
    if (sector !== undefined && sector !== null) {
      const trade = this.sector(sector);
      close += trade.close;
      for (let index = 0; index < points.length; index++) points[index]! += trade.points[index]!;
    }
    return { points, close, activity };
  }
}

/** Where a path is at a moment of a day with these hours, as a logarithm over the base price. */
export function pointAt({ points, close }: DayPath, hours: SessionHours, at: EpochMs): number {
  const x = ((at - hours.openAt) / MINUTE_MS) * POINTS_PER_MINUTE;
  if (x <= 0) return points[0]!;
  if (x >= points.length - 1) return at < hours.closeAt ? points[points.length - 1]! : close;
  const index = Math.floor(x);
  const from = points[index]!;
  return from + (points[index + 1]! - from) * (x - index);
}

/** Standard deviation of a day's logarithmic return of an instrument, all its parts together. */
export function totalVolatility({ dailyVolatility, beta, sector }: Listing): number {
  const ofSector = sector === undefined || sector === null ? 0 : (sectorOf(sector)?.volatility ?? 0);
  return Math.hypot(dailyVolatility, beta * MARKET_VOLATILITY, ofSector);
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
  // Most news are small, some are very large: the tails of a day come from here.
  const jump = random.normal() * JUMP_SIZE * random.logNormal(0.8) * dailyVolatility;
  const dayVolume = random.logNormal(0.25) * regime;
  let spell = SPELL_DEVIATION * random.normal();
  const spellShock = SPELL_DEVIATION * Math.sqrt(1 - SPELL_MEMORY ** 2);
  let at = random.normal() * volatility * Math.sqrt(GAP_SHARE);
  points[0] = at;
  for (let minute = 0; minute < minutes; minute++) {
    const weight = weights[minute]!;
    spell = SPELL_MEMORY * spell + spellShock * random.normal();
    // The deviation's square averages 1, so that spells move variance about without adding to it.
    const nervous = Math.exp(spell - SPELL_DEVIATION ** 2);
    const deviation = stepDeviation * Math.sqrt(weight) * nervous;
    for (let step = 0; step < POINTS_PER_MINUTE; step++) {
      const index = minute * POINTS_PER_MINUTE + step;
      at +=
        deviation * random.normal() + (jumpAt >= 0 && index >= jumpAt ? jump * arrived(index - jumpAt) : 0);
      points[index + 1] = at;
    }
    const news = jumpAt >= 0 && minute * POINTS_PER_MINUTE >= jumpAt ? newsActivity(minute, jumpAt) : 1;
    const share = (CONTINUOUS_VOLUME_SHARE * weight) / minutes;
    activity[minute] = share * dayVolume * news * nervous * SPELL_MEAN * random.logNormal(0.4);
  }
  return { points, close: at + random.normal() * volatility * Math.sqrt(CLOSE_SHARE), activity };
}

/** Share of news that reaches the price in this step: much at once, the rest within two minutes. */
function arrived(step: number): number {
  return step > 40 ? 0 : 0.4 * 0.6 ** step;
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
