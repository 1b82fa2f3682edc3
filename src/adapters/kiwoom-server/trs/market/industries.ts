// Indices and their members: ka20001 and ka20009 (one index by time and by day), ka20002 (its members), ka20003 (all of a
// market) and ka10101 (their codes). Indices are points with two decimals here, hundredths in charts (kiwoom-wire 3.7).

import { kstDate } from '#domain/time.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import { success } from '../../answers.ts';
import { clockDigits, dateDigits, directedIndex, millions, signedPercent } from '../../formats.ts';
import { type IndexFigures, indexFigures, signedPoints } from '../../market/index-figures.ts';
import { marketMemory } from '../../market/market-memory.ts';
import { blank, type Columns, STOCK, writer } from '../columns.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { placedPage } from '../ranking.ts';
import { viewOf } from '../selection.ts';
import { blanks, required, type Tr, type TrContext } from '../tr.ts';

const PATH = '/api/dostk/sect';
const ROWS = 100;
/** Days of 52 weeks. */
const YEAR_BARS = 250;

const INDEX: Columns<IndexFigures> = {
  stk_cd: ({ code }) => code,
  stk_nm: ({ name }) => name,
  cur_prc: ({ value, base }) => directedIndex(value, base),
  pred_pre_sig: (one) => one.direction,
  pre_sig: (one) => one.direction,
  pred_pre: ({ value, base }) => signedPoints(value - base),
  flu_rt: ({ value, base }) => signedPercent(value - base, base),
  trde_qty: ({ volume }) => String(Math.trunc(volume / 1_000)),
  trde_prica: ({ tradedValue }) => millions(tradedValue),
  trde_frmatn_stk_num: ({ traded }) => String(traded),
  trde_frmatn_rt: ({ traded, members }) => signedPercent(traded, members.length),
  open_pric: ({ open, base }) => directedIndex(open, base),
  high_pric: ({ high, base }) => directedIndex(high, base),
  low_pric: ({ low, base }) => directedIndex(low, base),
  upl: ({ atUpper }) => String(atUpper),
  rising: ({ rising }) => String(rising),
  stdns: ({ unchanged }) => String(unchanged),
  fall: ({ falling }) => String(falling),
  lst: ({ atLower }) => String(atLower),
  wght: blank,
  flo_stk_num: ({ members }) => String(members.length),
};

const HEAD = `cur_prc pred_pre_sig pred_pre flu_rt trde_qty trde_prica trde_frmatn_stk_num trde_frmatn_rt open_pric
  high_pric low_pric upl rising stdns fall lst 52wk_hgst_pric 52wk_hgst_pric_dt 52wk_hgst_pric_pre_rt
  52wk_lwst_pric 52wk_lwst_pric_dt 52wk_lwst_pric_pre_rt`;

/** Highs and lows of 52 weeks. */
function extremes(exchange: ExchangeApi, { code, value, base }: IndexFigures): Columns<IndexFigures> {
  const bars = exchange.indices.dailyBars(code).slice(-YEAR_BARS);
  const first = bars[0];
  const high = first && bars.reduce((best, bar) => (bar.high > best.high ? bar : best), first);
  const low = first && bars.reduce((best, bar) => (bar.low < best.low ? bar : best), first);
  return {
    '52wk_hgst_pric': () => (high === undefined ? '' : directedIndex(high.high, base)),
    '52wk_hgst_pric_dt': () => (high === undefined ? '' : dateDigits(high.start)),
    '52wk_hgst_pric_pre_rt': () => (high === undefined ? '' : signedPercent(value - high.high, high.high)),
    '52wk_lwst_pric': () => (low === undefined ? '' : directedIndex(low.low, base)),
    '52wk_lwst_pric_dt': () => (low === undefined ? '' : dateDigits(low.start)),
    '52wk_lwst_pric_pre_rt': () => (low === undefined ? '' : signedPercent(value - low.low, low.low)),
  };
}

/** A TR about one index: its head, and a list of rows. */
function indexTr<T extends IndexRow>(
  id: string,
  list: string,
  rowsOf: (context: TrContext, one: IndexFigures) => RowsOf<T>,
): Tr {
  return {
    id,
    path: PATH,
    members: [required('mrkt_tp', 1), required('inds_cd', 3)],
    answer(context) {
      const one = indexFigures(context.exchange, context.member('inds_cd'));
      if (one === null) return success({ ...blanks(HEAD.trim().split(/\s+/)), [list]: [] });
      const head = writer(HEAD, INDEX, extremes(context.exchange, one))(one);
      const { rows, write } = rowsOf(context, one);
      return placedPage(context, list, rows, ROWS, write, head);
    },
  };
}

interface RowsOf<T extends IndexRow> {
  readonly rows: readonly T[];
  readonly write: (row: T) => Record<string, unknown>;
}

/** An index at a moment or a day, against the close before. */
interface IndexRow {
  readonly at: number;
  readonly value: number;
  readonly base: number;
  readonly volume: number;
}

const ROW: Columns<IndexRow> = {
  tm_n: ({ at }) => clockDigits(at),
  dt_n: ({ at }) => dateDigits(at),
  cur_prc_n: ({ value, base }) => directedIndex(value, base),
  pred_pre_sig_n: ({ value, base }) => (value > base ? '2' : value < base ? '5' : '3'),
  pred_pre_n: ({ value, base }) => signedPoints(value - base),
  flu_rt_n: ({ value, base }) => signedPercent(value - base, base),
  acc_trde_qty_n: ({ volume }) => String(Math.trunc(volume / 1_000)),
};

interface IndexMoment extends IndexRow {
  /** Shares since the value before. */
  readonly quantity: number;
}

/** ka20001: today's values as they were told, newest first. */
export const ka20001 = indexTr('ka20001', 'inds_cur_prc_tm', ({ exchange }, { code, base }) => ({
  rows: marketMemory(exchange)
    .indexTicks(code)
    .map(({ at, hundredths, quantity, dayVolume }) => ({
      ...{ at, value: hundredths, base, quantity, volume: dayVolume },
    }))
    .reverse(),
  write: writer<IndexMoment>(
    'tm_n cur_prc_n pred_pre_sig_n pred_pre_n flu_rt_n trde_qty_n acc_trde_qty_n stex_tp',
    ROW as Columns<IndexMoment>,
    {
      // Of the sums, so that they add up.
      trde_qty_n: ({ quantity, volume }) =>
        String(Math.trunc(volume / 1_000) - Math.trunc((volume - quantity) / 1_000)),
      stex_tp: blank,
    },
  ),
}));

/** ka20009: days, newest first. */
export const ka20009 = indexTr('ka20009', 'inds_cur_prc_daly_rept', ({ exchange }, one) => {
  const bars = exchange.indices.dailyBars(one.code);
  return {
    rows: bars
      .map((bar, index) => ({
        at: bar.start,
        value: bar.close,
        base: bars[index - 1]?.close ?? bar.open,
        volume: kstDate(bar.start) === exchange.tradeDate ? one.volume : bar.volume,
      }))
      .reverse(),
    write: writer('dt_n cur_prc_n pred_pre_sig_n pred_pre_n flu_rt_n acc_trde_qty_n', ROW),
  };
});

/** ka20002: the members of an index. */
export const ka20002: Tr = {
  id: 'ka20002',
  path: PATH,
  members: [required('mrkt_tp', 1), required('inds_cd', 3), required('stex_tp', 1)],
  answer(context) {
    const members = context.exchange.indices
      .members(context.member('inds_cd'))
      .flatMap((symbol) => figuresOf(context.exchange, symbol, viewOf(context)) ?? []);
    const write = writer<Figures>(
      `stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt now_trde_qty sel_bid buy_bid open_pric high_pric low_pric`,
      STOCK,
    );
    return placedPage(context, 'inds_stkpc', members, ROWS, write);
  },
};

/** ka20003: all indices of the market whose composite index was named. */
export const ka20003: Tr = {
  id: 'ka20003',
  path: PATH,
  members: [required('inds_cd', 3)],
  answer(context) {
    const family = context.member('inds_cd').charAt(0);
    const indices = context.exchange.indices.names
      .filter(({ code }) => code.startsWith(family))
      .flatMap(({ code }) => indexFigures(context.exchange, code) ?? []);
    const write = writer(
      `stk_cd stk_nm cur_prc pre_sig pred_pre flu_rt trde_qty wght trde_prica upl rising stdns fall lst flo_stk_num`,
      INDEX,
    );
    return placedPage(context, 'all_inds_idex', indices, ROWS, write);
  },
};

/** ka10101: codes and names of a market's indices. What `group` tells the guide does not say. */
export const ka10101: Tr = {
  id: 'ka10101',
  path: '/api/dostk/stkinfo',
  members: [required('mrkt_tp', 1, ['0', '1', '2', '4', '7'])],
  answer({ exchange, member }) {
    const list = exchange.indices.names
      .filter(({ code }) => code.startsWith(member('mrkt_tp')))
      .map(({ code, name }) => ({ marketCode: member('mrkt_tp'), code, name, group: '' }));
    return success({ list });
  },
};
