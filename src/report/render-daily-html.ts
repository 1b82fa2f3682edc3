// The daily report as one HTML file that loads nothing from anywhere.

import type { Lang } from '#domain/words.ts';
import {
  comparisonState,
  comparisonVerdict,
  dayChange,
  differenceOf,
  sumByStrategy,
} from './daily-figures.ts';
import type { DailyReport } from './daily-report.ts';
import { formatDay, formatSigned, formatSignedPercent, formatWhole } from './format.ts';
import {
  both,
  card,
  type Html,
  html,
  numberCell,
  page,
  section,
  signedCell,
  table,
  textCell,
} from './html.ts';
import { refusalText } from './labels.ts';

/** The page, shown in `lang` first; a button switches to the other language. */
export function renderDailyHtml(report: DailyReport, { lang }: { readonly lang: Lang }): string {
  return page({
    lang,
    kind: 'dailyReport',
    title: formatDay(report.date, lang),
    subtitle: html`${both('account')} ${report.account} · ${both('orders')} ${formatWhole(report.orderCount)} · ${both(
      'fills',
    )} ${formatWhole(report.fillCount)}`,
    body: [
      cards(report),
      comparisonSection(report),
      profitSection(report),
      strategySection(report),
      refusalSection(report),
      remarkSection(report),
    ],
    footer: 'hwangso',
  });
}

function cards(report: DailyReport): Html {
  const { equity, equityBefore, totals } = report;
  const change = dayChange(report);
  const rate = change === null || !equityBefore ? null : formatSignedPercent(change / equityBefore);
  const costs = html`${both('commission')} ${formatWhole(totals.commission)} · ${both('tax')} ${formatWhole(totals.tax)}`;
  return html`<dl class="cards">${[
    card('equity', formatWhole(equity)),
    card('dayChange', formatSigned(change), { direction: change, note: rate }),
    card('realised', formatSigned(totals.realised), { direction: totals.realised }),
    card('unrealised', formatSigned(totals.unrealised), { direction: totals.unrealised }),
    card('costs', formatWhole(totals.commission + totals.tax), { note: costs }),
    card('cash', formatWhole(report.cash)),
    card('cashD1', formatWhole(report.cashD1)),
    card('cashD2', formatWhole(report.cashD2)),
  ]}</dl>`;
}

function comparisonSection({ comparison }: DailyReport): Html {
  const verdict = comparisonVerdict(comparison);
  const isGood = verdict === 'allEqual';
  const sentence = html`<p class="verdict ${isGood ? '' : 'alarm'}">${isGood ? '✓' : '⚠'} ${both(verdict)}</p>`;
  if (comparison.length === 0) return section('comparison', sentence);
  const figures = table({
    head: ['figure', 'symbol', 'source', 'ours', 'theirs', 'difference', { ko: '', en: '' }],
    rows: comparison.map((row) => [
      textCell(both(row.figure)),
      textCell(row.symbol),
      textCell(row.source),
      numberCell(row.ours, formatWhole),
      numberCell(row.theirs, formatWhole),
      numberCell(differenceOf(row), formatSigned),
      textCell(both(comparisonState(row))),
    ]),
    rowClass: (index) => (comparisonState(comparison[index]!) === 'equal' ? '' : 'different'),
  });
  return section('comparison', [sentence, figures]);
}

function profitSection({ rows, totals }: DailyReport): Html {
  if (rows.length === 0) return section('profitByInstrument', both('none'));
  const blank = textCell('');
  const figures = table({
    isSortable: true,
    head: [
      'strategy',
      'instrument',
      'realised',
      'unrealised',
      'boughtQuantity',
      'boughtAmount',
      'soldQuantity',
      'soldAmount',
      'commission',
      'tax',
      'heldQuantity',
      'heldCost',
      'heldValue',
    ],
    rows: rows.map((row) => [
      textCell(row.strategy),
      textCell(`${row.name} ${row.symbol}`),
      signedCell(row.realised, formatSigned),
      signedCell(row.unrealised, formatSigned),
      numberCell(row.boughtQuantity, formatWhole),
      numberCell(row.boughtAmount, formatWhole),
      numberCell(row.soldQuantity, formatWhole),
      numberCell(row.soldAmount, formatWhole),
      numberCell(row.commission, formatWhole),
      numberCell(row.tax, formatWhole),
      numberCell(row.heldQuantity, formatWhole),
      numberCell(row.heldCost, formatWhole),
      numberCell(row.heldValue, formatWhole),
    ]),
    foot: [
      textCell(both('total')),
      blank,
      signedCell(totals.realised, formatSigned),
      signedCell(totals.unrealised, formatSigned),
      blank,
      blank,
      blank,
      blank,
      numberCell(totals.commission, formatWhole),
      numberCell(totals.tax, formatWhole),
      blank,
      blank,
      blank,
    ],
  });
  return section('profitByInstrument', figures);
}

function strategySection({ rows }: DailyReport): Html | null {
  const sums = sumByStrategy(rows);
  if (sums.length < 2) return null;
  const figures = table({
    isSortable: true,
    head: ['strategy', 'realised', 'unrealised', 'commission', 'tax', 'heldValue'],
    rows: sums.map((sum) => [
      textCell(sum.strategy),
      signedCell(sum.realised, formatSigned),
      signedCell(sum.unrealised, formatSigned),
      numberCell(sum.commission, formatWhole),
      numberCell(sum.tax, formatWhole),
      numberCell(sum.heldValue, formatWhole),
    ]),
  });
  return section('profitByStrategy', figures);
}

function refusalSection({ refusals }: DailyReport): Html | null {
  const codes = Object.entries(refusals).sort(([, a], [, b]) => b - a);
  if (codes.length === 0) return null;
  const rows = codes.map(([code, count]) => [
    textCell(html`<code>${code}</code>`),
    textCell(both(refusalText(code))),
    numberCell(count, formatWhole),
  ]);
  return section('refusals', table({ head: ['code', 'meaning', 'count'], rows }));
}

function remarkSection({ remarks }: DailyReport): Html | null {
  if (remarks.length === 0) return null;
  return section(
    'remarks',
    html`<ul class="remarks">${remarks.map((each) => html`<li>${both(each)}</li>`)}</ul>`,
  );
}
