// Each stored condition on its bound: just met, and just not.

import { expect, it } from 'vitest';
import { CONDITIONS, conditionOf, meets } from '#adapters/kiwoom-server/conditions/condition-list.ts';
import type { Figures } from '#adapters/kiwoom-server/trs/figures.ts';

interface Parts {
  readonly rate?: number;
  readonly price?: number;
  readonly volume?: number;
  readonly value?: number;
  readonly strength?: number;
  readonly day?: { last?: number | null; open?: number | null; high?: number; low?: number };
  /** Closes of the days before, oldest first. */
  readonly closes?: readonly number[];
}

/** An instrument at 1,000 won all along, with an upper limit of 1,300 and 500 shares traded yesterday. */
function figures({ day = {}, closes = Array(30).fill(1_000), ...parts }: Parts): Figures {
  const mean = (days: number, before = 0): number | null => {
    const some = closes.slice(0, closes.length - before).slice(-days);
    return some.length < days ? null : some.reduce((sum, close) => sum + close, 0) / days;
  };
  const known = (days: number) => (closes.length < days ? null : closes.slice(-days));
  const made = {
    ...{ rate: 0, price: 1_000, base: 1_000, volume: 0, value: 0, strength: 100 },
    day: { last: 1_000, open: 1_000, high: 1_000, low: 1_000, reference: { upperLimit: 1_300 }, ...day },
    past: { volume: 500, bars: closes.map((close) => ({ close })) },
    pastMean: mean,
    pastHigh: (days: number) => known(days)?.reduce((a, b) => Math.max(a, b)) ?? null,
    pastLow: (days: number) => known(days)?.reduce((a, b) => Math.min(a, b)) ?? null,
    ...parts,
  };
  return made as unknown as Figures;
}

const FEW = [1_000, 1_000, 1_000];

it.each<[name: string, met: Parts, not: Parts]>([
  ['등락률 3% 이상', { rate: 3 }, { rate: 2.99 }],
  ['등락률 -3% 이하', { rate: -3 }, { rate: -2.99 }],
  ['거래량 급증 (전일 대비 200%)', { volume: 1_000 }, { volume: 999 }],
  ['신고가 (20일)', { day: { high: 1_001 } }, { day: { high: 1_000 } }],
  ['신저가 (20일)', { day: { low: 999 } }, { day: { low: 1_000 } }],
  ['신고가 (20일)', { day: { high: 1_001 } }, { day: { high: 1_001 }, closes: FEW }],
  ['이동평균 돌파 (5일)', { price: 1_001 }, { price: 1_000 }],
  ['이동평균 돌파 (5일)', { price: 1_001 }, { price: 1_001, closes: FEW }],
  ['이동평균 돌파 (5일)', { price: 1_001 }, { price: 1_002, closes: [...Array(29).fill(1_000), 1_001] }],
  ['이동평균 돌파 (20일)', { price: 1_001 }, { price: 1_001, closes: Array(20).fill(1_000) }],
  ['체결강도 120% 이상', { strength: 120 }, { strength: 119.9 }],
  ['거래대금 100억 이상', { value: 10_000_000_000 }, { value: 9_999_999_999 }],
  ['시가 대비 2% 상승', { price: 1_020 }, { price: 1_019 }],
  ['시가 대비 2% 상승', { price: 1_020 }, { price: 1_020, day: { open: null } }],
  ['갭 상승 2%', { day: { open: 1_020 } }, { day: { open: 1_019 } }],
  ['상한가 3% 이내', { price: 1_261 }, { price: 1_260 }],
])('%s: %j and not %j', (name, met, not) => {
  const condition = CONDITIONS.find((one) => one.name === name)!;
  expect(meets(condition, figures(met))).toBe(true);
  expect(meets(condition, figures(not))).toBe(false);
  expect(meets(condition, figures({ ...met, day: { ...met.day, last: null } }))).toBe(false);
});

it('are found by their number, blanks around it allowed', () => {
  expect(CONDITIONS.map(({ seq }) => conditionOf(` ${seq} `))).toEqual(CONDITIONS);
  expect([conditionOf('99'), conditionOf('')]).toEqual([null, null]);
});
