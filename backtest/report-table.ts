// A backtest for a terminal: what came of it, beside what holding the same instruments would have done.

import { formatWhole } from '../src/report/format.ts';
import { type LabelKey, label, refusalText } from '../src/report/labels.ts';
import {
  createPaint,
  figureTable,
  type Paint,
  type TextOptions,
  textTable,
} from '../src/report/text-table.ts';
import { type BacktestMetrics, computeMetrics, type Drawdown } from './metrics.ts';
import {
  accountFigures,
  costFigures,
  curveFigures,
  type Figure,
  sortedCounts,
  tradeFigures,
} from './report-table-figures.ts';
import type { BacktestResult } from './result.ts';

/** The report as text, ended by a line feed. */
export function renderBacktestTable(result: BacktestResult, options: TextOptions): string {
  const metrics = computeMetrics(result);
  const paint = createPaint(options);
  const say = (key: LabelKey) => label(key, options.lang);
  const toRow = ({ name, text, direction = null }: Figure) =>
    [say(name), paint.signed(direction, text)] as const;
  const parts = [
    headingText(result, paint, say),
    figureTable(accountFigures(result, metrics).map(toRow)),
    curveTable(metrics, paint, say),
    drawdownLine(metrics.maxDrawdown, say),
    figureTable([...tradeFigures(metrics), ...costFigures(result, metrics)].map(toRow)),
    refusalTable(result, options, say),
    rejectionTable(result, say),
    `${say('ledgerDigest')}: ${result.ledgerDigest}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Say = (key: LabelKey) => string;

function headingText(result: BacktestResult, paint: Paint, say: Say): string {
  const counts = [
    `${say('tradingDays')} ${formatWhole(result.equity.length)}`,
    `${say('bars')} ${formatWhole(result.barCount)}`,
    `${say('orders')} ${formatWhole(result.orderCount)}`,
    `${say('fills')} ${formatWhole(result.fills.length)}`,
  ].join(' · ');
  const strategies = result.strategies.map(
    ({ name, parameters }) => `  ${name} ${JSON.stringify(parameters)}`,
  );
  const title = paint.heading(`${say('backtestReport')}: ${result.name}`);
  return [`${title}  ${result.from} – ${result.to}`, counts, ...strategies].join('\n');
}

function curveTable(metrics: BacktestMetrics, paint: Paint, say: Say): string {
  const holding = curveFigures(metrics.buyAndHold);
  const rows = curveFigures(metrics).map(({ name, text, direction = null }, i) => [
    say(name),
    paint.signed(direction, text),
    holding[i]!.text,
  ]);
  return textTable([say('figure'), say('strategy'), say('buyAndHold')], rows);
}

function drawdownLine(drawdown: Drawdown | null, say: Say): string {
  if (drawdown === null) return '';
  const { amount, peakOn, troughOn, recoveredOn } = drawdown;
  const days = [
    `${say('peakOn')} ${peakOn ?? say('start')}`,
    `${say('troughOn')} ${troughOn}`,
    `${say('recoveredOn')} ${recoveredOn ?? say('notRecovered')}`,
  ];
  return `${say('maxDrawdown')}: ${formatWhole(-amount)} (${days.join(', ')})`;
}

function refusalTable({ refusals }: BacktestResult, { lang }: TextOptions, say: Say): string {
  const rows = sortedCounts(refusals).map(([code, count]) => [
    code,
    refusalText(code)[lang],
    formatWhole(count),
  ]);
  if (rows.length === 0) return '';
  return `${say('refusals')}\n${textTable([say('code'), say('meaning'), say('count')], rows, [0, 1])}`;
}

function rejectionTable({ rejections }: BacktestResult, say: Say): string {
  const rows = sortedCounts(rejections).map(([code, count]) => [code, formatWhole(count)]);
  return rows.length === 0 ? '' : `${say('rejections')}\n${textTable([say('code'), say('count')], rows)}`;
}
