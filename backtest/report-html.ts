// A backtest as one HTML file that loads nothing from anywhere: figures, charts, trades, refusals and costs.

import { readFileSync } from 'node:fs';
import { kstClockText, kstDate } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { Lang } from '#domain/words.ts';
import { formatSigned, formatSignedPercent, formatWhole } from '../src/report/format.ts';
import {
  both,
  type Cell,
  card,
  embeddedJson,
  type Html,
  html,
  inlineScript,
  numberCell,
  page,
  section,
  signedCell,
  table,
  textCell,
} from '../src/report/html.ts';
import { LABELS, refusalText } from '../src/report/labels.ts';
import { type BacktestMetrics, computeMetrics, monthlyReturns } from './metrics.ts';
import { chartData } from './report-html-data.ts';
import {
  accountFigures,
  costFigures,
  curveFigures,
  drawdownText,
  type Figure,
  sortedCounts,
  tradeFigures,
} from './report-table-figures.ts';
import type { BacktestResult, RoundTrip } from './result.ts';

/** Round trips shown in the page, the latest ones; the JSON report has all. */
export const TRADES_SHOWN_MAX = 2_000;

/** The page, shown in `lang` first; a button switches to the other language. */
export function renderBacktestHtml(result: BacktestResult, { lang }: { readonly lang: Lang }): string {
  const metrics = computeMetrics(result);
  return page({
    lang,
    kind: 'backtestReport',
    title: result.name,
    subtitle: html`${result.from} – ${result.to} · ${both('tradingDays')} ${formatWhole(metrics.days)} · ${both(
      'bars',
    )} ${formatWhole(result.barCount)} · ${both('orders')} ${formatWhole(result.orderCount)} · ${both(
      'fills',
    )} ${formatWhole(result.fills.length)}`,
    body: [
      summaryCards(result, metrics),
      equitySection(),
      metricsSection(result, metrics),
      monthlySection(result),
      candleSection(result),
      tradesSection(result),
      refusalSection(result),
      rejectionSection(result),
      strategySection(result),
    ],
    footer: footer(result),
    scripts: [
      embeddedJson('chart-data', { ...chartData(result), labels: CHART_LABELS }),
      inlineScript(readFileSync(CHART_LIBRARY, 'utf8')),
      inlineScript(readFileSync(CHART_SCRIPT, 'utf8')),
    ],
  });
}

/** The library's single-file build lies beside the module that its package exports. */
const CHART_LIBRARY = new URL(
  './lightweight-charts.standalone.production.js',
  import.meta.resolve('lightweight-charts'),
);
const CHART_SCRIPT = new URL('./report-html-charts.js', import.meta.url);

/** The words the chart script writes itself. */
const CHART_LABELS = {
  equity: LABELS.equity,
  buyAndHold: LABELS.buyAndHold,
  drawdown: LABELS.drawdown,
  buy: LABELS.bought,
  sell: LABELS.sold,
};

function summaryCards(result: BacktestResult, metrics: BacktestMetrics): Html {
  const { maxDrawdown, totalReturn, excessReturn } = metrics;
  const profit = result.finalEquity - result.startingCash;
  const holding = html`${both('buyAndHold')} ${formatSignedPercent(metrics.buyAndHold.totalReturn)}`;
  const fall =
    maxDrawdown === null
      ? null
      : html`${maxDrawdown.peakOn ?? both('start')} – ${maxDrawdown.troughOn}, ${both('recoveredOn')} ${
          maxDrawdown.recoveredOn ?? both('notRecovered')
        }`;
  const figures = [...curveFigures(metrics), ...tradeFigures(metrics)];
  const textOf = (name: Figure['name']) => figures.find((figure) => figure.name === name)?.text ?? '';
  return html`<dl class="cards">${[
    card('finalEquity', formatWhole(result.finalEquity), {
      note: html`${both('startingCash')} ${formatWhole(result.startingCash)}`,
    }),
    card('profit', formatSigned(profit), { direction: profit }),
    card('totalReturn', textOf('totalReturn'), { direction: totalReturn, note: holding }),
    card('excessReturn', formatSignedPercent(excessReturn), { direction: excessReturn }),
    card('maxDrawdown', drawdownText(maxDrawdown), { note: fall }),
    card('sharpe', textOf('sharpe')),
    card('winRate', textOf('winRate'), { note: html`${both('closedTrips')} ${textOf('closedTrips')}` }),
    card('costs', formatWhole(metrics.costs)),
  ]}</dl>`;
}

function equitySection(): Html {
  return html`<section><div class="chart-head"><h2>${both('equity')}</h2><span class="note" id="equity-legend"></span></div>
<div class="chart tall" id="equity-chart"></div></section>\n`;
}

function metricsSection(result: BacktestResult, metrics: BacktestMetrics): Html {
  const holding = curveFigures(metrics.buyAndHold);
  const curve = table({
    head: ['figure', 'strategy', 'buyAndHold'],
    rows: curveFigures(metrics).map((figure, i) => [
      ...figureCells(figure),
      ...figureCells(holding[i]!).slice(1),
    ]),
  });
  const list = (figures: readonly Figure[]) =>
    table({ head: ['figure', 'value'], rows: figures.map(figureCells) });
  return section(
    'summary',
    html`<div class="columns">${[
      curve,
      list(tradeFigures(metrics)),
      list([...accountFigures(result, metrics), ...costFigures(result, metrics)]),
    ]}</div>`,
  );
}

function figureCells({ name, text, direction }: Figure): readonly Cell[] {
  return [textCell(both(name)), { content: text, ...(direction === undefined ? {} : { direction }) }];
}

function monthlySection({ startingCash, equity }: BacktestResult): Html {
  const months = monthlyReturns(startingCash, equity);
  if (months.length === 0) return section('monthlyReturns', both('none'));
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  const headings = Array.from({ length: 12 }, (_, i) => html`<th scope="col">${i + 1}</th>`);
  const rows = [...years].map(([year, own]) => {
    const byMonth = new Map(own.map(({ month, fraction }) => [Number(month.slice(5)), fraction]));
    const cells = Array.from({ length: 12 }, (_, i) => heatCell(byMonth.get(i + 1) ?? null));
    const wholeYear = own.reduce((growth, { fraction }) => growth * (1 + fraction), 1) - 1;
    return html`<tr><th scope="row">${year}</th>${cells}${heatCell(wholeYear)}</tr>\n`;
  });
  return section(
    'monthlyReturns',
    html`<div class="scroll"><table class="heat"><thead><tr><th scope="col">${both('year')}</th>${headings}<th scope="col">${both(
      'wholeYear',
    )}</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}

/** A month that gained or lost a tenth is as dark as it gets. */
const DARKEST_RETURN = 0.1;

function heatCell(fraction: number | null): Html {
  if (fraction === null) return html`<td></td>`;
  const strength = Math.round(Math.min(1, Math.abs(fraction) / DARKEST_RETURN) * 55);
  const colour = fraction < 0 ? 'down' : 'up';
  return html`<td style="background: color-mix(in srgb, var(--${colour}) ${strength}%, transparent)">${formatSignedPercent(fraction)}</td>`;
}

function candleSection({ instruments }: BacktestResult): Html | null {
  if (instruments.length === 0) return null;
  return html`<section><div class="chart-head"><h2>${both('candles')}</h2>
<select id="instrument-select" aria-label="${LABELS.instrument.ko} / ${LABELS.instrument.en}"></select></div>
<p class="note" id="candle-legend"></p><div class="chart tall" id="candle-chart"></div></section>\n`;
}

function tradesSection({ roundTrips, instruments }: BacktestResult): Html {
  if (roundTrips.length === 0) return section('trades', both('none'));
  const names = new Map(instruments.map(({ symbol, name }) => [symbol, name]));
  const latest = roundTrips.toSorted((a, b) => b.openedAt - a.openedAt).slice(0, TRADES_SHOWN_MAX);
  const count = html`<p class="note">${formatWhole(latest.length)} / ${formatWhole(roundTrips.length)}</p>`;
  const trades = table({
    isSortable: true,
    head: [
      'instrument',
      'strategy',
      'openedAt',
      'closedAt',
      'quantity',
      'boughtAmount',
      'soldAmount',
      'costs',
      'profit',
      'profitRate',
    ],
    rows: latest.map((trip) => tradeCells(trip, names)),
  });
  return section('trades', latest.length === roundTrips.length ? trades : [count, trades]);
}

function tradeCells(trip: RoundTrip, names: ReadonlyMap<SymbolCode, string>): readonly Cell[] {
  const { symbol, openedAt, closedAt, profit, buyAmount } = trip;
  const closed: Cell =
    closedAt === null ? textCell(both('stillOpen')) : { ...textCell(momentText(closedAt)), sort: closedAt };
  return [
    textCell(`${names.get(symbol) ?? ''} ${symbol}`.trim()),
    textCell(trip.strategy),
    { ...textCell(momentText(openedAt)), sort: openedAt },
    closed,
    numberCell(trip.quantity, formatWhole),
    numberCell(buyAmount, formatWhole),
    numberCell(trip.sellAmount, formatWhole),
    numberCell(trip.costs, formatWhole),
    signedCell(profit, formatSigned),
    signedCell(buyAmount > 0 ? profit / buyAmount : null, formatSignedPercent),
  ];
}

function momentText(at: EpochMs): string {
  return `${kstDate(at)} ${kstClockText(at).slice(0, 5)}`;
}

function refusalSection({ refusals }: BacktestResult): Html {
  const rows = sortedCounts(refusals).map(([code, count]) => [
    textCell(html`<code>${code}</code>`),
    textCell(both(refusalText(code))),
    numberCell(count, formatWhole),
  ]);
  return section(
    'refusals',
    rows.length === 0 ? both('none') : table({ head: ['code', 'meaning', 'count'], rows }),
  );
}

function rejectionSection({ rejections }: BacktestResult): Html | null {
  const rows = sortedCounts(rejections).map(([code, count]) => [
    textCell(html`<code>${code}</code>`),
    numberCell(count, formatWhole),
  ]);
  return rows.length === 0 ? null : section('rejections', table({ head: ['code', 'count'], rows }));
}

function strategySection({ strategies }: BacktestResult): Html {
  const rows = strategies.map(({ name, module, parameters }) => [
    textCell(name),
    textCell(html`<code>${module}</code>`),
    textCell(html`<code>${JSON.stringify(parameters)}</code>`),
  ]);
  return section('strategies', table({ head: ['strategy', 'module', 'parameters'], rows }));
}

function footer({ ledgerDigest }: BacktestResult): Html {
  return html`<p>${both('ledgerDigest')}: <code>${ledgerDigest}</code></p>
<p>Charts: TradingView Lightweight Charts™, Copyright © TradingView, Inc.
<a href="https://www.tradingview.com/" rel="noreferrer">https://www.tradingview.com/</a>,
<a href="https://www.apache.org/licenses/LICENSE-2.0" rel="noreferrer">Apache License 2.0</a></p>`;
}
