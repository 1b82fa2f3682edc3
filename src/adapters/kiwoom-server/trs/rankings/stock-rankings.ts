// Lists of the menu 종목정보 that pick instruments out of the market: new highs and lows, limits, surges, volume records, price
// bands, change against the open (guide, stkinfo).

import { priceLimits } from '#domain/price-limit.ts';
import { kstDate } from '#domain/time.ts';
import { adjustedPrice } from '#exchange/contract.ts';
import { signedPercent } from '../../formats.ts';
import { priceAgo } from '../../market/flow.ts';
import { dailyBarsOf } from '../../market/past-view.ts';
import { blank } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { ranking } from '../ranking.ts';
import {
  credit,
  gappedPrice,
  kinds,
  limits,
  market,
  tenMillionWon,
  thousandShares,
  venue,
} from '../selection.ts';
import { required, type TrContext } from '../tr.ts';

const PATH = '/api/dostk/stkinfo';

/** ka10016: those that left the range of the last days; by highs and lows, or (종가기준) by closes and the last price. */
export const ka10016 = ranking({
  id: 'ka10016',
  path: PATH,
  list: 'ntl_pric',
  size: 100,
  selectors: [market, kinds(), thousandShares('trde_qty_tp'), credit(), limits],
  members: [venue, required('ntl_tp', 1), required('high_low_close_tp', 1), required('dt', 3)],
  measure: ({ member }) => {
    const days = Number(member('dt')) || 5;
    const direction = member('ntl_tp') === '2' ? -1 : 1;
    const figure = member('high_low_close_tp') === '2' ? 'close' : direction > 0 ? 'high' : 'low';
    return (one) => {
      const past = one.past.bars.slice(-days).map((bar) => direction * bar[figure]);
      const now = figure === 'close' ? one.day.last : one.day[figure];
      if (now === null || past.length === 0) return null;
      return direction * now > Math.max(...past) ? direction * one.rate : null;
    };
  },
  columns: `stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt trde_qty pred_trde_qty_pre_rt sel_bid buy_bid
    high_pric low_pric`,
  own: () => ({
    pred_trde_qty_pre_rt: (one) => signedPercent(one.volume - one.past.volume, one.past.volume),
  }),
});

type Limit = 'upperLimit' | 'lowerLimit';

/** ka10017: at a limit, up, unchanged or down, today or (limits only) on the day before. */
export const ka10017 = ranking({
  id: 'ka10017',
  path: PATH,
  list: 'updown_pric',
  size: 100,
  selectors: [market, kinds(), thousandShares('trde_qty_tp'), credit(), gappedPrice('trde_gold_tp')],
  members: [venue, required('updown_tp', 1), required('sort_tp', 1)],
  measure: (context) => {
    const isIn = STANDINGS[context.member('updown_tp')] ?? STANDINGS['1']!;
    const by = context.member('sort_tp');
    return (one) => {
      if (!isIn(one)) return null;
      if (by === '2') return daysAtLimit(one, limitOf(context));
      // Listed by code: everybody is worth the same, and the code decides.
      return by === '3' ? one.rate : 0;
    };
  },
  columns: `stk_cd stk_infr stk_nm cur_prc pred_pre_sig pred_pre flu_rt trde_qty pred_trde_qty sel_req sel_bid
    buy_bid buy_req cnt`,
  own: (context) => ({ cnt: (one) => String(daysAtLimit(one, limitOf(context))) }),
});

const STANDINGS: Readonly<Record<string, (one: Figures) => boolean>> = {
  '1': ({ day }) => day.last === day.reference.upperLimit,
  '2': ({ change }) => change > 0,
  '3': ({ change }) => change === 0,
  '4': ({ day }) => day.last === day.reference.lowerLimit,
  '5': ({ change }) => change < 0,
  '6': (one) => closedAtLimit(one, one.past.bars.length - 1, 'upperLimit'),
  '7': (one) => closedAtLimit(one, one.past.bars.length - 1, 'lowerLimit'),
};

function limitOf({ member }: TrContext): Limit {
  return member('updown_tp') === '4' || member('updown_tp') === '7' ? 'lowerLimit' : 'upperLimit';
}

/** Days in a row at a limit, today included when it stands there. */
function daysAtLimit(one: Figures, limit: Limit): number {
  let days = one.day.last === one.day.reference[limit] ? 1 : 0;
  for (let index = one.past.bars.length - 1; closedAtLimit(one, index, limit); index--) days++;
  return days;
}

/** Limits are of the prices of their day: adjusted ones would be a little beside them. */
function closedAtLimit(
  { exchange, symbol, view, past, instrument }: Figures,
  index: number,
  limit: Limit,
): boolean {
  const steps = exchange.market.adjustments(symbol);
  const bars = steps.length === 0 ? past.bars : dailyBarsOf(exchange, symbol, view, 'traded');
  const bar = bars[index];
  const before = bars[index - 1];
  if (bar === undefined || before === undefined) return false;
  const date = kstDate(bar.start);
  const base = adjustedPrice(before.close, steps, kstDate(before.start), date);
  return bar.close === priceLimits(instrument, base, date)[limit];
}

/** ka10018: within `alacc_rt` tenths of a percent of the day's high or low. */
export const ka10018 = ranking({
  id: 'ka10018',
  path: PATH,
  list: 'high_low_pric_alacc',
  size: 100,
  selectors: [market, thousandShares('trde_qty_tp'), kinds(), credit()],
  members: [venue, required('high_low_tp', 1), required('alacc_rt', 2)],
  measure: ({ member }) => {
    const farthest = Number(member('alacc_rt')) / 10;
    return (one) => {
      const edge = member('high_low_tp') === '2' ? one.day.low : one.day.high;
      if (edge === null) return null;
      const distance = (Math.abs(one.price - edge) / edge) * 100;
      return distance <= farthest ? -distance : null;
    };
  },
  columns: `stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt trde_qty sel_bid buy_bid tdy_high_pric
    tdy_low_pric`,
});

/** What ka10019 compares with: the price `tm` minutes ago, or the close `tm` days ago. */
function surgeBase({ member }: TrContext, one: Figures): number {
  const span = Math.max(1, Number(member('tm')) || 1);
  const earlier =
    member('tm_tp') === '2' ? one.past.bars.at(-span)?.close : priceAgo(one.flow, one.exchange.now, span);
  return earlier ?? one.base;
}

/** ka10019: prices that jumped or fell within some minutes or days. */
export const ka10019 = ranking({
  id: 'ka10019',
  path: PATH,
  list: 'pric_jmpflu',
  size: 100,
  selectors: [...[market, thousandShares('trde_qty_tp'), kinds(), credit(), gappedPrice('pric_cnd'), limits]],
  members: [venue, required('flu_tp', 1), required('tm_tp', 1), required('tm', 2)],
  measure: (context) => (one) => {
    const base = surgeBase(context, one);
    const jump = (one.price - base) / base;
    const wanted = context.member('flu_tp') === '2' ? -jump : jump;
    return wanted > 0 ? wanted : null;
  },
  columns: 'stk_cd stk_cls stk_nm pred_pre_sig pred_pre flu_rt base_pric cur_prc base_pre trde_qty jmp_rt',
  own: (context) => ({
    stk_cls: blank,
    base_pric: (one) => String(surgeBase(context, one)),
    base_pre: (one) => String(one.price - surgeBase(context, one)),
    jmp_rt: (one) => signedPercent(one.price - surgeBase(context, one), surgeBase(context, one)),
  }),
});

function mostVolume(one: Figures, { member }: TrContext): number {
  return Math.max(0, ...one.past.bars.slice(-(Number(member('cycle_tp')) || 5)).map((bar) => bar.volume));
}

/** ka10024: more volume than on any of the last days. */
export const ka10024 = ranking({
  id: 'ka10024',
  path: PATH,
  list: 'trde_qty_updt',
  size: 100,
  selectors: [market, thousandShares('trde_qty_tp')],
  members: [venue, required('cycle_tp', 3)],
  measure: (context) => (one) => (one.volume > mostVolume(one, context) ? one.volume : null),
  columns: 'stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt prev_trde_qty now_trde_qty sel_bid buy_bid',
  own: (context) => ({ prev_trde_qty: (one) => String(mostVolume(one, context)) }),
});

/** ka10028: change against the open, or sorted by that against the high, the low or the base price. */
export const ka10028 = ranking({
  id: 'ka10028',
  path: PATH,
  list: 'open_pric_pre_flu_rt',
  size: 100,
  selectors: [
    ...[thousandShares('trde_qty_cnd'), market, limits, kinds(), credit(), tenMillionWon('trde_prica_cnd')],
  ],
  members: [venue, required('sort_tp', 1), required('flu_cnd', 1)],
  measure: ({ member }) => {
    const from = EDGES[member('sort_tp')] ?? EDGES['1']!;
    const direction = member('flu_cnd') === '2' ? -1 : 1;
    return (one) => {
      const edge = from(one);
      return edge === null ? null : (direction * (one.price - edge)) / edge;
    };
  },
  columns: `stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt open_pric high_pric low_pric open_pric_pre
    now_trde_qty cntr_str`,
  own: () => ({
    open_pric_pre: (one) => signedPercent(one.price - (one.day.open ?? one.price), one.day.open ?? 1),
  }),
});

const EDGES: Readonly<Record<string, (one: Figures) => number | null>> = {
  '1': ({ day }) => day.open,
  '2': ({ day }) => day.high,
  '3': ({ day }) => day.low,
  '4': ({ base }) => base,
};
