// Calm and wild times: how far a day moves against the usual. Weeks, days in a row and the day itself each have their luck, found
// from name and date alone, so that no state is carried from day to day.

import { kstDayNumber, kstMidnight } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import { Random } from '../../random.ts';

/** Deviations of the logarithm: of the slow wave, of the newest of the days that are remembered, of the day alone. */
const SLOW = 0.35;
const REMEMBERED = 0.27;
const TODAY = 0.15;
const DAYS = 8;
const MEMORY = 0.75;
/** Half the time the slow wave takes from one stretch of luck to the next, in days. */
const WAVE_DAYS = 30;
const VARIANCE = SLOW ** 2 + (REMEMBERED ** 2 * (1 - MEMORY ** (2 * DAYS))) / (1 - MEMORY ** 2) + TODAY ** 2;

/** Deviation of the logarithm of how much a name is talked about. */
const INTEREST = 0.25;

/** Factor of a day's volatility; its square averages 1. `strength` is how moody the name is, 1 for a single company. */
export function volatilityRegime(seed: number, name: string, date: TradeDate, strength: number): number {
  const day = kstDayNumber(kstMidnight(date));
  const luckOf = (back: number): number => new Random(seed, 'regime', name, String(day - back)).normal();
  let luck =
    SLOW * slowWave(seed, `regime ${name}`, day) + TODAY * new Random(seed, 'today', name, date).normal();
  let weight = REMEMBERED;
  for (let back = 0; back < DAYS; back++) {
    luck += weight * luckOf(back);
    weight *= MEMORY;
  }
  return Math.exp(strength * luck - strength ** 2 * VARIANCE);
}

/** Factor of a day's volume that lasts for weeks: names are talked about for a while. Averages 1. */
export function interestIn(seed: number, name: string, date: TradeDate): number {
  const luck = slowWave(seed, `interest ${name}`, kstDayNumber(kstMidnight(date)));
  return Math.exp(INTEREST * luck - INTEREST ** 2 / 2);
}

/** A wave of deviation 1 that forgets itself within two months: from the luck of one stretch of days over to that of the next. */
function slowWave(seed: number, name: string, day: number): number {
  const stretch = Math.floor(day / WAVE_DAYS);
  const way = ((day / WAVE_DAYS - stretch) * Math.PI) / 2;
  const luckOf = (number: number): number => new Random(seed, 'wave', name, String(number)).normal();
  return Math.cos(way) * luckOf(stretch) + Math.sin(way) * luckOf(stretch + 1);
}
