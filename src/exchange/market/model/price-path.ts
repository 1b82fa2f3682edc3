// The course of a day before anybody trades: the market's path, those of its sectors, and each instrument's own on top of
// both. History bars are read off such a path; the running day's orders gather around one. Made from seed, name and
// date alone, so that any day can be made again without the days before it.

import { type SessionHours, sessionHours } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { Random } from '../../random.ts';
import type { Listing } from '../listing.ts';
import { type SectorCode, sectorOf } from '../market-sectors.ts';
import { dayShape } from './day-shape.ts';
import { debutPoint } from './debut.ts';
import { leftFromBefore, type News, newsOn } from './news.ts';
import { interestIn, volatilityRegime } from './volatility-regime.ts';

/** Points a minute: one every fifteen seconds. */
export const POINTS_PER_MINUTE = 4;

/** Logarithms of price over base price, and how busy each minute is. */
export interface DayPath {
  /** One point every fifteen seconds of continuous trading, the first at its beginning, the last at its end. */
  readonly points: Float64Array;
  /** Where the closing auction is going. */
  readonly close: number;
  /** Volume of each minute of continuous trading as a share of an average day's volume; they sum to about 0.95. */
  readonly activity: Float64Array;
  /** What the closing auction trades, as a share of an average day's volume. */
  readonly closing: number;
}

/** Daily volatility of the market as a whole. */
export const MARKET_VOLATILITY = 0.011;
/** Share of a day's variance that happens overnight. */
const GAP_SHARE = 0.25;
const CLOSE_SHARE = 0.004;
/** The opening auction trades about this share of a day; the closing one by market: KOSDAQ's is small. */
export const OPENING_VOLUME_SHARE = 0.015;
const CLOSING_VOLUME_SHARE = { KOSPI: 0.06, KOSDAQ: 0.02 } as const;
/** Nervous and quiet spells within a day: deviation of the logarithm of a minute's volatility, and how much stays a minute later. */
const SPELL_DEVIATION = 0.55;
const SPELL_MEMORY = 0.975;
/** The same for a minute alone. */
const BURST_DEVIATION = 0.45;
/** Squares of the factors of spell and burst average 1 with this, and the factors themselves with half of it. */
const RESTLESSNESS = SPELL_DEVIATION ** 2 + BURST_DEVIATION ** 2;
/** Deviation of the logarithm of volume that moves nothing: of a minute, of a day. */
const IDLE_MINUTE = 0.4;
const IDLE_DAY = 0.1;
/** Moodiness of what many companies have in common, against that of one. */
const TOGETHER = 0.55;
/** Volume follows movement: of a minute that stands still, and what a minute's move adds for each usual deviation of such a minute. */
const STILL_VOLUME = 0.5;
const VOLUME_OF_MOVE = 0.6;
/** The same for all of a day, by its gap in the morning. */
const NO_GAP_VOLUME = 0.75;
const VOLUME_OF_GAP = 0.3;
/** Where a move is measured against the usual one, the usual one is at least this much a day. */
const LEAST_VOLATILITY = 1e-4;
/** The rest of a day's volume, less what auctions trade on the whole. */
const CONTINUOUS_VOLUME_SHARE = 0.945;
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
    this.market = makePath(this.#course('market', MARKET_VOLATILITY));
  }

  /** A sector's path, the market's part not counted. */
  sector(code: SectorCode): DayPath {
    const known = this.#sectors.get(code);
    if (known !== undefined) return known;
    const volatility = sectorOf(code)?.volatility ?? MARKET_VOLATILITY;
    const made = makePath(this.#course(`sector ${code}`, volatility));
    this.#sectors.set(code, made);
    return made;
  }

  /** An instrument's path: `beta` times the market's, its sector's, and its own, from where it opens on its first day. */
  path(listing: Listing): DayPath {
    const { beta, dailyVolatility, instrument, sector, listedOn } = listing;
    const steps = this.minutes * POINTS_PER_MINUTE;
    const own = makePath({
      ...this.#course(instrument.symbol, dailyVolatility),
      moodiness: 1,
      news: newsOn(this.#seed, listing, this.date, steps),
      left: listedOn === this.date ? 0 : leftFromBefore(this.#seed, listing, this.date, steps),
    });
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
    stirVolume(points, activity, totalVolatility(listing));
    const closing = CLOSING_VOLUME_SHARE[instrument.market === 'KOSPI' ? 'KOSPI' : 'KOSDAQ'];
    return { points, close, activity, closing };
  }

  #course(name: string, volatility: number): Course {
    return {
      ...{ seed: this.#seed, name, date: this.date, minutes: this.minutes, volatility },
      ...{ moodiness: TOGETHER, news: null, left: 0 },
    };
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

/** What a path is made from. */
interface Course {
  readonly seed: number;
  readonly name: string;
  readonly date: TradeDate;
  /** Of continuous trading. */
  readonly minutes: number;
  /** Standard deviation of a usual day's logarithmic return. */
  readonly volatility: number;
  /** How much calm and wild times differ: many companies together are steadier than one. */
  readonly moodiness: number;
  readonly news: News | null;
  /** What the news of the day before still does in the morning, as a logarithm. */
  readonly left: number;
}

function makePath({ seed, name, date, minutes, volatility: usual, moodiness, news, left }: Course): DayPath {
  const random = new Random(seed, 'drift', name, date);
  const regime = volatilityRegime(seed, name, date, moodiness);
  const volatility = usual * regime;
  const steps = minutes * POINTS_PER_MINUTE;
  const shape = dayShape(minutes);
  const stepDeviation = volatility * Math.sqrt((1 - GAP_SHARE) / steps);
  const points = new Float64Array(steps + 1);
  const activity = new Float64Array(minutes);
  const dayVolume = random.logNormal(IDLE_DAY) * regime * interestIn(seed, name, date);
  const minuteVolume = (CONTINUOUS_VOLUME_SHARE * dayVolume) / minutes;
  let spell = SPELL_DEVIATION * random.normal();
  const spellShock = SPELL_DEVIATION * Math.sqrt(1 - SPELL_MEMORY ** 2);
  let at = random.normal() * volatility * Math.sqrt(GAP_SHARE) + left;
  /** What has been heard and has not reached the price. */
  let unpriced = 0;
  points[0] = at;
  for (let minute = 0; minute < minutes; minute++) {
    spell = SPELL_MEMORY * spell + spellShock * random.normal();
    const restless = spell + BURST_DEVIATION * random.normal();
    const deviation = stepDeviation * shape.movement[minute]! * Math.exp(restless - RESTLESSNESS);
    for (let step = 0; step < POINTS_PER_MINUTE; step++) {
      const index = minute * POINTS_PER_MINUTE + step;
      at += deviation * random.normal();
      if (news !== null) {
        if (index === news.step) unpriced = news.size;
        at += news.speed * unpriced;
        unpriced -= news.speed * unpriced;
      }
      points[index + 1] = at;
    }
    const busy = Math.exp(restless - RESTLESSNESS / 2) * random.logNormal(IDLE_MINUTE);
    activity[minute] = minuteVolume * shape.volume[minute]! * busy * (1 + volumeOf(news, minute));
  }
  return {
    points,
    close: at + random.normal() * volatility * Math.sqrt(CLOSE_SHARE),
    activity,
    closing: CLOSING_VOLUME_SHARE.KOSPI,
  };
}

/** Gaps and moves bring volume, whatever they come from: the market, the sector or the company. */
function stirVolume(points: Float64Array, activity: Float64Array, volatility: number): void {
  const minutes = activity.length;
  const { movement } = dayShape(minutes);
  const daily = Math.max(volatility, LEAST_VOLATILITY);
  const usual = daily * Math.sqrt((1 - GAP_SHARE) / minutes);
  const gap = Math.abs(points[0]!) / (daily * Math.sqrt(GAP_SHARE));
  const day = NO_GAP_VOLUME + VOLUME_OF_GAP * gap;
  for (let minute = 0; minute < minutes; minute++) {
    const from = minute * POINTS_PER_MINUTE;
    const move = Math.abs(points[from + POINTS_PER_MINUTE]! - points[from]!) / (usual * movement[minute]!);
    activity[minute]! *= day * (STILL_VOLUME + VOLUME_OF_MOVE * move);
  }
}

/** Usual volumes that news adds in a minute. */
function volumeOf(news: News | null, minute: number): number {
  if (news === null) return 0;
  const since = minute - Math.floor(news.step / POINTS_PER_MINUTE);
  return since < 0 ? 0 : news.volume * Math.exp(-since / news.minutes);
}
