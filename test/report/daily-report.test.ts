// The three forms of the daily report: sums and differences to the won, differences that cannot be overlooked.

import { describe, expect, test } from 'vitest';
import { comparisonVerdict, sumByStrategy } from '../../src/report/daily-figures.ts';
import type { ComparisonRow, DailyReport, ProfitRow } from '../../src/report/daily-report.ts';
import { renderDailyHtml } from '../../src/report/render-daily-html.ts';
import { renderDailyJson } from '../../src/report/render-daily-json.ts';
import { renderDailyTable } from '../../src/report/render-daily-table.ts';

const row: ProfitRow = {
  strategy: 'breakout',
  symbol: '005930',
  name: '삼성전자',
  boughtQuantity: 100,
  boughtAmount: 7_050_000,
  soldQuantity: 100,
  soldAmount: 7_120_000,
  realised: 54_230,
  unrealised: 0,
  commission: 2_110,
  tax: 14_240,
  heldQuantity: 0,
  heldCost: 0,
  heldValue: 0,
};
const held: ProfitRow = {
  ...row,
  strategy: 'ma-cross',
  symbol: '000660',
  name: 'SK하이닉스',
  realised: -4_230,
  heldValue: 7_730_000,
};
const equal: ComparisonRow = {
  figure: 'cash-d2',
  symbol: null,
  source: 'kt00001',
  ours: 22_369_500,
  theirs: 22_369_500,
};
const different: ComparisonRow = {
  figure: 'tax',
  symbol: '005930',
  source: 'ka10170',
  ours: 14_240,
  theirs: 14_250,
};
const unanswered: ComparisonRow = {
  figure: 'day-profit',
  symbol: null,
  source: 'ka10074',
  ours: 1,
  theirs: null,
};

function report(changes: Partial<DailyReport> = {}): DailyReport {
  return {
    date: '2026-03-20',
    account: '81****11',
    rows: [row, held],
    totals: { realised: 50_000, unrealised: 0, commission: 4_220, tax: 28_480 },
    equity: 30_029_000,
    equityBefore: 29_985_000,
    cash: 22_299_000,
    cashD1: 22_290_000,
    cashD2: 22_369_500,
    orderCount: 4,
    fillCount: 7,
    refusals: { 'price-collar': 2 },
    comparison: [equal, different, unanswered],
    remarks: [{ ko: '주문 중지 (전체): 점심', en: 'halted (all): lunch' }],
    ...changes,
  };
}

test('sums by strategy add up the strategy’s own rows', () => {
  const sums = sumByStrategy([row, held, { ...row, symbol: '035420', realised: 1 }]);
  expect(sums.map(({ strategy, realised }) => [strategy, realised])).toEqual([
    ['breakout', 54_231],
    ['ma-cross', -4_230],
  ]);
});

test.each([
  [[], 'notCompared'],
  [[equal], 'allEqual'],
  [[equal, unanswered], 'someUnanswered'],
  [[equal, unanswered, different], 'someDifferent'],
] as const)('the verdict on comparison %# is %s', (rows, verdict) => {
  expect(comparisonVerdict(rows)).toBe(verdict);
});

describe('JSON', () => {
  test('names differences in won and leaves the unanswered null', () => {
    const parsed = JSON.parse(renderDailyJson(report()));
    expect(parsed).toMatchObject({
      schema: 'hwangso.daily-report/1',
      dayChange: 44_000,
      verdict: 'someDifferent',
    });
    expect(
      parsed.comparison.map(({ difference, state }: Record<string, unknown>) => [difference, state]),
    ).toEqual([
      [0, 'equal'],
      [-10, 'different'],
      [null, 'unanswered'],
    ]);
  });

  test('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(report()).reverse()) as never;
    expect(renderDailyJson(reversed)).toBe(renderDailyJson(report()));
  });
});

describe('the table', () => {
  test.each([
    [
      'ko',
      ['일일 손익 보고서 2026-03-20', '+54,230', '불일치', '응답 없음', '일치하지 않는 항목이 있습니다'],
    ],
    [
      'en',
      ['Daily report 2026-03-20', '+44,000', 'DIFFERENT', 'no answer', 'Too far from the reference price'],
    ],
  ] as const)('in %s shows figures and differences', (lang, expected) => {
    const text = renderDailyTable(report(), { lang });
    for (const part of expected) expect(text).toContain(part);
  });

  test('of the first day has no change, and of a quiet day no empty tables', () => {
    const quiet = report({ equityBefore: null, rows: [], comparison: [], refusals: {}, remarks: [] });
    const text = renderDailyTable(quiet, { lang: 'en' });
    expect(text).toMatch(/Change on the day\s+│\s+–/);
    expect(text).toContain('Nothing was compared');
    expect(text).not.toContain('Remarks');
  });
});

describe('the page', () => {
  test('highlights exactly the rows that are not equal', () => {
    const page = renderDailyHtml(report(), { lang: 'ko' });
    expect(page.match(/<tr class="different">/g)?.length).toBe(2);
    expect(page).toContain('verdict alarm');
    const good = renderDailyHtml(report({ comparison: [equal] }), { lang: 'ko' });
    expect(good).not.toContain('<tr class="different">');
    expect(good).not.toContain('verdict alarm');
  });

  test('lets no name or remark become markup', () => {
    const hostile = '"><script>alert(1)</script>';
    const page = renderDailyHtml(
      report({
        account: hostile,
        rows: [{ ...row, name: hostile, strategy: hostile }],
        remarks: [{ ko: hostile, en: hostile }],
      }),
      { lang: 'en' },
    );
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&#34;&#62;&#60;script&#62;alert(1)');
  });
});
