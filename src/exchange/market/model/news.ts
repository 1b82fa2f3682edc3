// What happens to a company on a day: mostly nothing, now and then news, rarely a story that everybody runs after (테마주). What the
// day's limits hold back of a story, and what comes too late in the day, moves the next morning.

import { WIDE_BAND_FROM } from '#domain/price-limit.ts';
import { DAY_MS, kstDate, kstDayNumber, kstMidnight } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import { Random } from '../../random.ts';
import type { Listing } from '../listing.ts';

/** Chance of news on a day, and its typical size in daily deviations. */
const NEWS_CHANCE = 0.12;
const NEWS_SIZE = 1.3;
/** Of a story, and its least size: sizes follow a power law, as the largest moves do everywhere. */
const STORY_CHANCE = 0.005;
const STORY_SIZE = 4.5;
const STORY_POWER = 1.5;
/** In daily deviations: calm companies have smaller ones. */
const STORY_LARGEST = 20;
/** Logarithm of the largest story: what lies beyond two days at the limit is not told apart. */
const STORY_MOST = 0.6;
/** Most stories are good ones. */
const STORY_IS_GOOD = 0.75;
/** Share of what has not reached the price that does in the next step of fifteen seconds: of news most in a minute, of a story an hour. */
const NEWS_SPEED = 0.4;
const STORY_SPEED = 0.012;
/** Of what is left in the evening so much is still believed in the morning. */
const BELIEVED = 0.4;
/** Volume at the height of it, in usual volumes for each daily deviation it moves the price, and minutes until a third is left. */
const VOLUME_OF_DEVIATION = 0.8;
/** A story is at most so many usual volumes at first: nobody has more shares to sell. */
const VOLUME_MOST = 30;
const NEWS_MINUTES = 30;
const STORY_MINUTES = 90;

/** Something that moves the price of one name. */
export interface News {
  /** The step of the day it is heard in. */
  readonly step: number;
  /** What it does to the logarithm of the price in the end. */
  readonly size: number;
  /** Share of the rest that reaches the price in a step. */
  readonly speed: number;
  /** Usual volumes that it adds at first. */
  readonly volume: number;
  /** Minutes until that is down to a third. */
  readonly minutes: number;
}

/** What comes out on a day that has `steps` steps; null for nothing. A fund that follows an index has no news of its own. */
export function newsOn(
  seed: number,
  { instrument, dailyVolatility }: Listing,
  date: TradeDate,
  steps: number,
): News | null {
  if (instrument.kind !== 'stock') return null;
  const random = new Random(seed, 'news', instrument.symbol, date);
  const isStory = random.happens(STORY_CHANCE);
  if (!isStory && !random.happens(NEWS_CHANCE)) return null;
  const step = random.integer(steps);
  const deviations = isStory ? storySize(random) : random.normal() * NEWS_SIZE * random.logNormal(0.8);
  const size = deviations * dailyVolatility;
  const volume = Math.min(VOLUME_OF_DEVIATION * Math.abs(deviations), VOLUME_MOST);
  return isStory
    ? { step, size: clamp(size, -STORY_MOST, STORY_MOST), speed: STORY_SPEED, volume, minutes: STORY_MINUTES }
    : { step, size, speed: NEWS_SPEED, volume, minutes: NEWS_MINUTES };
}

/** In daily deviations. */
function storySize(random: Random): number {
  const size = Math.min(STORY_SIZE * (1 - random.uniform()) ** (-1 / STORY_POWER), STORY_LARGEST);
  return random.happens(STORY_IS_GOOD) ? size : -size;
}

/** What moves the morning of `date`: a part of what the news of the weekday before could not do, as a logarithm. */
export function leftFromBefore(seed: number, listing: Listing, date: TradeDate, steps: number): number {
  const news = newsOn(seed, listing, weekdayBefore(date), steps);
  if (news === null) return 0;
  const arrived = news.size * (1 - (1 - news.speed) ** (steps - news.step));
  const band = date >= WIDE_BAND_FROM ? 0.3 : 0.15;
  const held = clamp(arrived, Math.log(1 - band), Math.log(1 + band));
  return BELIEVED * (news.size - held);
}

/** A holiday counts as well: what is heard on it moves the morning after. */
function weekdayBefore(date: TradeDate): TradeDate {
  const midnight = kstMidnight(date);
  // Day 0 was a Thursday.
  const isMonday = kstDayNumber(midnight) % 7 === 4;
  return kstDate(midnight - (isMonday ? 3 : 1) * DAY_MS);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
