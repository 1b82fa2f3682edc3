// The daily report for a terminal: the account, profit by strategy and instrument, and the comparison with the broker.

import {
  comparisonState,
  comparisonVerdict,
  dayChange,
  differenceOf,
  sumByStrategy,
} from './daily-figures.ts';
import type { DailyReport, ProfitRow } from './daily-report.ts';
import { formatDay, formatSigned, formatWhole } from './format.ts';
import { type LabelKey, label, refusalText } from './labels.ts';
import { createPaint, figureTable, type Paint, type TextOptions, textTable } from './text-table.ts';

/** The report as text, ended by a line feed. */
export function renderDailyTable(report: DailyReport, options: TextOptions): string {
  const paint = createPaint(options);
  const say = (key: LabelKey) => label(key, options.lang);
  const heading = paint.heading(
    `${say('dailyReport')} ${formatDay(report.date, options.lang)}  ${say('account')} ${report.account}`,
  );
  const parts = [
    heading,
    accountTable(report, paint, say),
    profitTable(report, paint, say),
    report.rows.length > 1 ? strategyTable(report, paint, say) : '',
    comparisonTable(report, paint, say),
    refusalTable(report, options, say),
    report.remarks.length === 0
      ? ''
      : `${say('remarks')}\n${report.remarks.map((each) => `  - ${each[options.lang]}`).join('\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Say = (key: LabelKey) => string;

function accountTable(report: DailyReport, paint: Paint, say: Say): string {
  const { totals } = report;
  const signed = (value: number | null) => paint.signed(value, formatSigned(value));
  return figureTable([
    [say('equity'), formatWhole(report.equity)],
    [say('dayChange'), signed(dayChange(report))],
    [say('realised'), signed(totals.realised)],
    [say('unrealised'), signed(totals.unrealised)],
    [say('commission'), formatWhole(totals.commission)],
    [say('tax'), formatWhole(totals.tax)],
    [say('cash'), formatWhole(report.cash)],
    [say('cashD1'), formatWhole(report.cashD1)],
    [say('cashD2'), formatWhole(report.cashD2)],
    [
      `${say('orders')} / ${say('fills')}`,
      `${formatWhole(report.orderCount)} / ${formatWhole(report.fillCount)}`,
    ],
  ]);
}

function profitTable({ rows, totals }: DailyReport, paint: Paint, say: Say): string {
  if (rows.length === 0) return '';
  const head = [
    say('strategy'),
    say('instrument'),
    say('realised'),
    say('unrealised'),
    say('boughtAmount'),
    say('soldAmount'),
    say('heldQuantity'),
    say('heldValue'),
  ];
  const toCells = (row: ProfitRow) => [
    row.strategy,
    `${row.symbol} ${row.name}`,
    paint.signed(row.realised, formatSigned(row.realised)),
    paint.signed(row.unrealised, formatSigned(row.unrealised)),
    formatWhole(row.boughtAmount),
    formatWhole(row.soldAmount),
    formatWhole(row.heldQuantity),
    formatWhole(row.heldValue),
  ];
  const { realised, unrealised } = totals;
  const total = [say('total'), '', formatSigned(realised), formatSigned(unrealised), '', '', '', ''];
  return `${say('profitByInstrument')}\n${textTable(head, [...rows.map(toCells), total], [0, 1])}`;
}

function strategyTable({ rows }: DailyReport, paint: Paint, say: Say): string {
  const sums = sumByStrategy(rows);
  if (sums.length < 2) return '';
  const head = [
    say('strategy'),
    say('realised'),
    say('unrealised'),
    say('commission'),
    say('tax'),
    say('heldValue'),
  ];
  const cells = sums.map((sum) => [
    sum.strategy,
    paint.signed(sum.realised, formatSigned(sum.realised)),
    paint.signed(sum.unrealised, formatSigned(sum.unrealised)),
    formatWhole(sum.commission),
    formatWhole(sum.tax),
    formatWhole(sum.heldValue),
  ]);
  return `${say('profitByStrategy')}\n${textTable(head, cells)}`;
}

function comparisonTable({ comparison }: DailyReport, paint: Paint, say: Say): string {
  const verdict = comparisonVerdict(comparison);
  const isGood = verdict === 'allEqual';
  const title = `${say('comparison')}: ${isGood ? say(verdict) : paint.alarm(say(verdict))}`;
  if (comparison.length === 0) return title;
  const head = [
    say('figure'),
    say('symbol'),
    say('source'),
    say('ours'),
    say('theirs'),
    say('difference'),
    '',
  ];
  const rows = comparison.map((row) => {
    const state = comparisonState(row);
    const mark = state === 'equal' ? say(state) : paint.alarm(say(state));
    return [
      say(row.figure),
      row.symbol ?? '',
      row.source,
      formatWhole(row.ours),
      formatWhole(row.theirs),
      formatSigned(differenceOf(row)),
      mark,
    ];
  });
  return `${title}\n${textTable(head, rows, [0, 1, 2, 6])}`;
}

function refusalTable({ refusals }: DailyReport, { lang }: TextOptions, say: Say): string {
  const codes = Object.entries(refusals).sort(([, a], [, b]) => b - a);
  if (codes.length === 0) return '';
  const rows = codes.map(([code, count]) => [code, refusalText(code)[lang], formatWhole(count)]);
  return `${say('refusals')}\n${textTable([say('code'), say('meaning'), say('count')], rows, [0, 1])}`;
}
