// The conditions (조건검색식) stored for every account here: a number, a name, and what must be true of an instrument's day.
// At the real broker people draw them in its terminal; these are of the usual kinds.

import type { Figures } from '../trs/figures.ts';

export interface Condition {
  /** 일련번호: what CNSRREQ asks for. */
  readonly seq: string;
  readonly name: string;
  /** Asked only once the instrument was traded today. */
  readonly holds: (one: Figures) => boolean;
}

const percentOf = (part: number, whole: number): number => (part / whole) * 100;

/** True when the price stands above the mean of the last `days` closes and the last close did not. */
function crossesMean(one: Figures, days: number): boolean {
  const mean = one.pastMean(days);
  const meanBefore = one.pastMean(days, 1);
  const close = one.past.bars.at(-1)?.close;
  if (mean === null || meanBefore === null || close === undefined) return false;
  return one.price > mean && close <= meanBefore;
}

const above = (value: number | null, bound: number | null): boolean =>
  value !== null && bound !== null && value > bound;

const NAMED: readonly (readonly [name: string, holds: Condition['holds']])[] = [
  ['등락률 3% 이상', (one) => one.rate >= 3],
  ['등락률 -3% 이하', (one) => one.rate <= -3],
  ['거래량 급증 (전일 대비 200%)', (one) => one.past.volume > 0 && one.volume >= 2 * one.past.volume],
  ['신고가 (20일)', (one) => above(one.day.high, one.pastHigh(20))],
  ['신저가 (20일)', (one) => above(one.pastLow(20), one.day.low)],
  ['이동평균 돌파 (5일)', (one) => crossesMean(one, 5)],
  ['이동평균 돌파 (20일)', (one) => crossesMean(one, 20)],
  ['체결강도 120% 이상', (one) => one.strength >= 120],
  ['거래대금 100억 이상', (one) => one.value >= 10_000_000_000],
  ['시가 대비 2% 상승', ({ price, day }) => day.open !== null && percentOf(price - day.open, day.open) >= 2],
  ['갭 상승 2%', ({ base, day }) => day.open !== null && percentOf(day.open - base, base) >= 2],
  ['상한가 3% 이내', ({ price, day: { reference } }) => price >= reference.upperLimit * 0.97],
];

export const CONDITIONS: readonly Condition[] = NAMED.map(([name, holds], index) => ({
  seq: String(index),
  name,
  holds,
}));

/** The condition of a number, blanks around it allowed; null for none. */
export function conditionOf(seq: string): Condition | null {
  return CONDITIONS.find((condition) => condition.seq === seq.trim()) ?? null;
}

/** True for an instrument that was traded today and meets the condition. */
export function meets({ holds }: Condition, one: Figures): boolean {
  return one.day.last !== null && holds(one);
}
