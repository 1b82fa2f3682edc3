// Trades of one instrument, newest first: ka10003, ka10046, ka10055, ka10084 (guide, stkinfo and mrkcond).

import { kstDate, MINUTE_MS } from '#domain/time.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { clockDigits, directionCode, millions, percent, signed, signedPercent } from '../../formats.ts';
import { strength } from '../../market/flow.ts';
import { barValue, closesBefore } from '../../market/past-view.ts';
import type { AnswerFields } from '../../protocol.ts';
import { blank, type Columns, priced, writer } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { stockTr } from '../stock-tr.ts';
import { optional, pageAfter, required, type TrContext } from '../tr.ts';
import { type TapeEntry, tapeBefore, tapeOf, VENUE_WORDS } from './tape.ts';

const STKINFO = '/api/dostk/stkinfo';
const MRKCOND = '/api/dostk/mrkcond';
/** Rows a page; not recorded for these. */
const ROWS = 100;

/** One row of a list of trades, with the instrument it is of. */
interface TradeRow extends Omit<TapeEntry, 'side' | 'bought' | 'sold'> {
  readonly one: Figures;
  readonly base: number;
  readonly side: number;
  /** Strength so far in percent; null where nobody counted. */
  readonly strength: number | null;
}

const price: Columns<TradeRow>[string] = ({ one, price }) => priced(one, price);
const time: Columns<TradeRow>[string] = ({ at }) => clockDigits(at);
const change: Columns<TradeRow>[string] = ({ price, base }) => signed(price - base);
const rate: Columns<TradeRow>[string] = ({ price, base }) => signedPercent(price - base, base);
const direction: Columns<TradeRow>[string] = ({ one, price, base }) =>
  directionCode(price, base === one.base ? one.day.reference : { base, upperLimit: 0, lowerLimit: 0 });
/** Shares, negative where a seller came. */
const sided: Columns<TradeRow>[string] = ({ side, quantity }) => String(side < 0 ? -quantity : quantity);

const TRADE: Columns<TradeRow> = {
  tm: time,
  cntr_tm: time,
  cur_prc: price,
  cntr_pric: price,
  pred_pre: change,
  pre_rt: rate,
  flu_rt: rate,
  sign: direction,
  pred_pre_sig: direction,
  // What the best quotes were at a trade is not kept.
  pri_sel_bid_unit: blank,
  pri_buy_bid_unit: blank,
  cntr_trde_qty: sided,
  cntr_qty: sided,
  trde_qty: sided,
  acc_trde_qty: ({ dayVolume }) => String(dayVolume),
  acc_trde_prica: ({ dayValue }) => millions(dayValue),
  cntr_str: (row) => (row.strength === null ? '' : percent(row.strength, 100)),
  stex_tp: ({ one }) => VENUE_WORDS[one.view],
};

/** One page. The day's volume tells a trade from all others of its day, and new trades do not move it. */
function tradePage<T extends TradeRow>(
  { nextKey }: TrContext,
  list: string,
  rows: readonly T[],
  write: (row: T) => AnswerFields,
): TrAnswer {
  const page = pageAfter(rows, nextKey, ROWS, ({ dayVolume }) => String(dayVolume));
  return { ...success({ [list]: page.rows.map(write) }), nextKey: page.nextKey };
}

/** Trades of today, newest first. */
function todaysTrades(one: Figures): TradeRow[] {
  return rowsOf(one, tapeOf(one), one.base);
}

/** Trades of the day before, newest first; none from before the exchange began or was restored. */
function tradesBefore(one: Figures): TradeRow[] {
  return rowsOf(one, tapeBefore(one), baseBefore(one));
}

function rowsOf(one: Figures, tape: readonly TapeEntry[], base: number): TradeRow[] {
  return tape.map((entry) => ({ ...entry, one, base, strength: strength(entry) })).reverse();
}

/** What prices of the day before are told against. */
function baseBefore(one: Figures): number {
  const day = one.past.bars.at(-1);
  if (day === undefined) return one.base;
  return closesBefore(one.exchange, one.symbol)(kstDate(day.start)) ?? day.open;
}

/** ka10003: the day's trades. Unlike its neighbours it gives the value in won and quantities without sides. */
export const ka10003 = stockTr({
  id: 'ka10003',
  path: STKINFO,
  nothing: () => ({ cntr_infr: [] }),
  answer: (one, context) =>
    tradePage(
      context,
      'cntr_infr',
      todaysTrades(one),
      writer(
        `tm cur_prc pred_pre pre_rt pri_sel_bid_unit pri_buy_bid_unit cntr_trde_qty sign acc_trde_qty
         acc_trde_prica cntr_str stex_tp`,
        TRADE,
        {
          cntr_trde_qty: ({ quantity }) => String(quantity),
          acc_trde_prica: ({ dayValue }) => String(dayValue),
        },
      ),
    ),
});

/** ka10055: trades of today or of the day before. */
export const ka10055 = stockTr({
  id: 'ka10055',
  path: STKINFO,
  members: [required('tdy_pred', 1)],
  nothing: () => ({ tdy_pred_cntr_qty: [] }),
  answer: (one, context) =>
    tradePage(
      context,
      'tdy_pred_cntr_qty',
      context.member('tdy_pred') === '2' ? tradesBefore(one) : todaysTrades(one),
      writer('cntr_tm cntr_pric pred_pre_sig pred_pre flu_rt cntr_qty acc_trde_qty acc_trde_prica', TRADE),
    ),
});

/** ka10084: trades or minutes of today or of the day before; `tm` (HHMM) leaves out what came later. */
export const ka10084 = stockTr({
  id: 'ka10084',
  path: STKINFO,
  members: [required('tdy_pred', 1), required('tic_min', 1), optional('tm', 4)],
  nothing: () => ({ tdy_pred_cntr: [] }),
  answer: (one, context): TrAnswer =>
    tradePage(
      context,
      'tdy_pred_cntr',
      rowsOfDay(one, context),
      writer(
        `tm cur_prc pred_pre pre_rt pri_sel_bid_unit pri_buy_bid_unit cntr_trde_qty sign acc_trde_qty
         acc_trde_prica cntr_str stex_tp`,
        TRADE,
      ),
    ),
});

function rowsOfDay(one: Figures, { member }: TrContext): readonly TradeRow[] {
  const isToday = member('tdy_pred') !== '2';
  const until = member('tm');
  let rows: readonly TradeRow[];
  if (member('tic_min') === '1') rows = minuteRows(one, isToday);
  else rows = isToday ? todaysTrades(one) : tradesBefore(one);
  return until === '' ? rows : rows.filter(({ at }) => clockDigits(at).slice(0, 4) <= until);
}

/** The minutes of a day as if each were one trade at its close. */
function minuteRows(one: Figures, isToday: boolean): TradeRow[] {
  const { bars } = one.past;
  const day = isToday ? null : bars.at(-1);
  if (day === undefined) return [];
  const date = day === null ? one.exchange.tradeDate : kstDate(day.start);
  const base = isToday ? one.base : baseBefore(one);
  let dayVolume = 0;
  let dayValue = 0;
  return one.minutes
    .filter(({ start }) => kstDate(start) === date)
    .map((bar) => {
      dayVolume += bar.volume;
      dayValue += barValue(bar);
      return {
        ...{ one, base, at: bar.start, price: bar.close, quantity: bar.volume, side: 0 },
        ...{ dayVolume, dayValue, strength: null },
      };
    })
    .reverse();
}

interface StrengthRow extends TradeRow {
  readonly tape: readonly TapeEntry[];
  readonly index: number;
}

/** ka10046: the day's trades with the strength of the last 5, 20 and 60 minutes. */
export const ka10046 = stockTr({
  id: 'ka10046',
  path: MRKCOND,
  length: 9,
  nothing: () => ({ cntr_str_tm: [] }),
  answer(one, context) {
    const tape = tapeOf(one);
    const rows = tape
      .map((entry, index) => ({ ...entry, one, base: one.base, strength: strength(entry), tape, index }))
      .reverse();
    return tradePage(
      context,
      'cntr_str_tm',
      rows,
      writer<StrengthRow>(
        `cntr_tm cur_prc pred_pre pred_pre_sig flu_rt trde_qty acc_trde_prica acc_trde_qty cntr_str cntr_str_5min
         cntr_str_20min cntr_str_60min stex_tp`,
        TRADE as Columns<StrengthRow>,
        {
          cntr_str_5min: (row) => strengthWithin(row, 5),
          cntr_str_20min: (row) => strengthWithin(row, 20),
          cntr_str_60min: (row) => strengthWithin(row, 60),
        },
      ),
    );
  },
});

/** Strength of the trades within `minutes` before and up to a row. */
function strengthWithin({ tape, index, at }: StrengthRow, minutes: number): string {
  const from = at - minutes * MINUTE_MS;
  let low = 0;
  let high = index;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tape[middle]!.at <= from) low = middle + 1;
    else high = middle;
  }
  const before = tape[low - 1];
  const { bought, sold } = tape[index]!;
  return percent(strength({ bought: bought - (before?.bought ?? 0), sold: sold - (before?.sold ?? 0) }), 100);
}
