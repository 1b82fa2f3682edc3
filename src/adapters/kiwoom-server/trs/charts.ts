// Charts: ka10079 (ticks), ka10080 (minutes), ka10081 (days), newest first and paging into the past. As in the guide's
// examples the minute chart signs its prices against the close of the day before, the other two do not.

import type { Bar } from '#domain/bar.ts';
import { compactDate, HOUR_MS, kstDate, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../answers.ts';
import { dateDigits, directed, millions, momentDigits, signed } from '../formats.ts';
import type { AnswerFields } from '../protocol.ts';
import { pageAfter, required, requiredDate, symbolMember, type Tr, type TrContext } from './tr.ts';

const PATH = '/api/dostk/chart';
/** Rows a page (kiwoom-wire 2.17). */
const INTRADAY_ROWS = 900;
const DAILY_ROWS = 600;

/** Members of every chart row that are blank here: no price adjustments happen on this exchange. */
const UNADJUSTED = {
  upd_stkpc_tp: '',
  upd_rt: '',
  bic_inds_tp: '',
  sm_inds_tp: '',
  stk_infr: '',
  upd_stkpc_event: '',
  pred_close_pric: '',
} as const;

/** ka10079: bars of 1, 3, 5, 10 or 30 trades. Guide 194–196. */
export const ka10079: Tr = {
  id: 'ka10079',
  path: PATH,
  members: [
    required('stk_cd', 20),
    required('tic_scope', 2, ['1', '3', '5', '10', '30']),
    required('upd_stkpc_tp', 1, ['0', '1']),
  ],
  answer: (context) =>
    chartAnswer(context, 'stk_tic_chart_qry', INTRADAY_ROWS, { last_tic_cnt: '' }, tickChart),
};

function tickChart({ exchange, member }: TrContext, symbol: SymbolCode): Chart<TickRow> {
  const bars = tickBars(exchange.ticks(symbol), Number(member('tic_scope')));
  return {
    // Several trades may share a moment: the cursor counts from the oldest, which stays where it is.
    rows: bars.map((bar, index) => ({ bar, index })).reverse(),
    keyOf: ({ index }) => String(index),
    write: ({ bar }) => ({ ...plainPrices(bar), cntr_tm: momentDigits(bar.start) }),
  };
}

interface TickRow {
  readonly bar: ChartBar;
  readonly index: number;
}

/** ka10080: bars of 1 to 60 minutes, the running one included. Guide 197–199; acc_trde_qty, pred_pre as recorded. */
export const ka10080: Tr = {
  id: 'ka10080',
  path: PATH,
  members: [
    required('stk_cd', 20),
    required('tic_scope', 2, ['1', '3', '5', '10', '15', '30', '45', '60']),
    required('upd_stkpc_tp', 1, ['0', '1']),
  ],
  answer: (context) => chartAnswer(context, 'stk_min_pole_chart_qry', INTRADAY_ROWS, {}, minuteChart),
};

function minuteChart({ exchange, member }: TrContext, symbol: SymbolCode): Chart<ChartBar> {
  const previousClose = previousCloses(exchange, symbol);
  return {
    rows: minuteBars(exchange.minuteBars(symbol), Number(member('tic_scope'))).reverse(),
    keyOf: (bar) => String(bar.start),
    write: (bar) => minuteRow(bar, previousClose(kstDate(bar.start))),
  };
}

/** ka10081: daily bars up to `base_dt`. Guide 200–202. */
export const ka10081: Tr = {
  id: 'ka10081',
  path: PATH,
  members: [required('stk_cd', 20), requiredDate('base_dt'), required('upd_stkpc_tp', 1, ['0', '1'])],
  answer: (context) => chartAnswer(context, 'stk_dt_pole_chart_qry', DAILY_ROWS, {}, dailyChart),
};

function dailyChart({ exchange, member }: TrContext, symbol: SymbolCode): Chart<Bar> {
  return {
    rows: exchange
      .dailyBars(symbol)
      .filter((bar) => dateDigits(bar.start) <= member('base_dt'))
      .reverse(),
    keyOf: (bar) => String(bar.start),
    write: (bar) => dailyRow(exchange, bar),
  };
}

/** A whole chart, newest first; only the rows of one page are ever written out. */
interface Chart<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly write: (row: T) => AnswerFields;
}

/** One page of a chart. Unknown codes give an empty chart (kiwoom-wire 2.7). */
function chartAnswer<T>(
  context: TrContext,
  listName: string,
  size: number,
  head: AnswerFields,
  chartOf: (context: TrContext, symbol: SymbolCode) => Chart<T>,
): TrAnswer {
  const asked = symbolMember(context.member('stk_cd'));
  if (asked.type === 'malformed') return asked.failure;
  const fields = { stk_cd: context.member('stk_cd'), ...head };
  if (asked.type === 'blank' || context.exchange.day(asked.symbol) === null) {
    return success({ ...fields, [listName]: [] });
  }
  const chart = chartOf(context, asked.symbol);
  const page = pageAfter(chart.rows, context.nextKey, size, chart.keyOf);
  return { ...success({ ...fields, [listName]: page.rows.map(chart.write) }), nextKey: page.nextKey };
}

interface ChartBar {
  readonly start: number;
  open: Price;
  high: Price;
  low: Price;
  close: Price;
  volume: Quantity;
  /** Shares traded this day up to the end of the bar. */
  dayVolume: Quantity;
}

function tickBars(ticks: ReturnType<ExchangeApi['ticks']>, scope: number): ChartBar[] {
  const bars: ChartBar[] = [];
  let inBar = scope;
  let date: TradeDate | null = null;
  for (const tick of ticks) {
    const tickDate = kstDate(tick.at);
    let bar = bars.at(-1);
    if (bar === undefined || inBar === scope || tickDate !== date) {
      bar = {
        start: tick.at,
        open: tick.price,
        high: tick.price,
        low: tick.price,
        close: tick.price,
        volume: 0,
        dayVolume: 0,
      };
      bars.push(bar);
      inBar = 0;
      date = tickDate;
    }
    absorb(bar, { high: tick.price, low: tick.price, close: tick.price, volume: tick.quantity });
    inBar++;
  }
  return bars;
}

/** Joins minutes into longer bars counted from 09:00; the label is the first minute of the bar, as Kiwoom's is. */
function minuteBars(bars: readonly Bar[], scope: number): ChartBar[] {
  const joined: ChartBar[] = [];
  let dayStart = Number.NaN;
  let dayVolume = 0;
  for (const bar of bars) {
    if (!(bar.start - dayStart < 24 * HOUR_MS)) {
      dayStart = kstMidnight(kstDate(bar.start));
      dayVolume = 0;
    }
    const nine = dayStart + 9 * HOUR_MS;
    const span = scope * MINUTE_MS;
    const start = nine + Math.floor((bar.start - nine) / span) * span;
    let last = joined.at(-1);
    if (last === undefined || last.start !== start) {
      last = {
        start,
        open: bar.open,
        high: bar.high,
        low: bar.low,
        close: bar.close,
        volume: 0,
        dayVolume: 0,
      };
      joined.push(last);
    }
    absorb(last, bar);
    dayVolume += bar.volume;
    last.dayVolume = dayVolume;
  }
  return joined;
}

function absorb(bar: ChartBar, part: Pick<Bar, 'high' | 'low' | 'close' | 'volume'>): void {
  bar.high = Math.max(bar.high, part.high);
  bar.low = Math.min(bar.low, part.low);
  bar.close = part.close;
  bar.volume += part.volume;
}

/** The close before each day, from the daily bars; for the running day its base price. */
function previousCloses(exchange: ExchangeApi, symbol: SymbolCode): (date: TradeDate) => Price | null {
  const closes = new Map<TradeDate, Price>();
  let before: Price | null = null;
  for (const bar of exchange.dailyBars(symbol)) {
    if (before !== null) closes.set(kstDate(bar.start), before);
    before = bar.close;
  }
  const today = exchange.day(symbol);
  if (today !== null) closes.set(exchange.tradeDate, today.reference.base);
  return (date) => closes.get(date) ?? null;
}

function minuteRow(bar: ChartBar, previousClose: Price | null): AnswerFields {
  // On the oldest day of all there is nothing to compare with: prices stand unsigned.
  const price = (value: Price) => directed(value, previousClose ?? value);
  const change = previousClose === null ? 0 : bar.close - previousClose;
  return {
    cur_prc: price(bar.close),
    trde_qty: String(bar.volume),
    cntr_tm: momentDigits(bar.start),
    open_pric: price(bar.open),
    high_pric: price(bar.high),
    low_pric: price(bar.low),
    ...UNADJUSTED,
    acc_trde_qty: String(bar.dayVolume),
    pred_pre: signed(change),
    pred_pre_sig: change > 0 ? '2' : change < 0 ? '5' : '3',
  };
}

function dailyRow(exchange: ExchangeApi, bar: Bar): AnswerFields {
  return {
    ...plainPrices(bar),
    trde_prica: millions(dayValue(exchange, bar)),
    dt: compactDate(kstDate(bar.start)),
  };
}

/** Won traded: exact for the running day; bars of past days keep no value, so their middle price stands in. */
function dayValue(exchange: ExchangeApi, bar: Bar): number {
  if (kstDate(bar.start) === exchange.tradeDate) return exchange.day(bar.symbol)?.value ?? 0;
  return Math.round((bar.open + bar.high + bar.low + bar.close) / 4) * bar.volume;
}

function plainPrices(bar: Pick<Bar, 'open' | 'high' | 'low' | 'close' | 'volume'>): AnswerFields {
  return {
    cur_prc: String(bar.close),
    trde_qty: String(bar.volume),
    open_pric: String(bar.open),
    high_pric: String(bar.high),
    low_pric: String(bar.low),
    ...UNADJUSTED,
  };
}
