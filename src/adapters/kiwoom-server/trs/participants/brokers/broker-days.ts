// What one member firm traded of one instrument, day by day: ka10043 (guide, stkinfo) and ka10078 (guide, mrkcond).

import type { Price } from '#domain/units.ts';
import type { Turnover } from '#exchange/contract.ts';
import { signedPercent } from '../../../formats.ts';
import { type Columns, writer } from '../../columns.ts';
import { type Figures, figuresOf } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { venue, viewOf } from '../../selection.ts';
import { stockTr } from '../../stock-tr.ts';
import { required, requiredDate, type TrContext } from '../../tr.ts';
import { directionOf, TRADED_DAY } from '../day-columns.ts';
import {
  askedPeriod,
  daysBetween,
  netQuantity,
  PERIOD_DAYS,
  type TradedDay,
  volumeOver,
} from '../periods.ts';
import { doubleSigned } from '../signs.ts';
import { askedMembers, MEMBER } from './broker-words.ts';

/** Rows a page; not recorded for these. */
const ROWS = 100;

interface MemberDay extends TradedDay {
  readonly turnover: Turnover;
}

const MEMBER_DAY: Columns<MemberDay> = {
  ...TRADED_DAY,
  sel_qty: ({ turnover }) => String(turnover.sold),
  sell_qty: ({ turnover }) => String(turnover.sold),
  buy_qty: ({ turnover }) => String(turnover.bought),
  // A single minus in the guide's example of ka10078, and no plus in either.
  netprps_qty: ({ turnover }) => String(netQuantity(turnover)),
};

/** The days with what the members of `mmcm_cd` traded; none for a code nobody has. */
function memberDays(days: readonly TradedDay[], { member }: TrContext): readonly MemberDay[] {
  const members = askedMembers(member('mmcm_cd'));
  if (members === null) return [];
  return days.map((day) => ({ ...day, turnover: members.turnover(day.participation) }));
}

/** The instrument on the market of `stex_tp`; a suffix of `stk_cd` counts before it. */
function onAskedMarket(one: Figures, context: TrContext): Figures | null {
  return one.view === 'KRX' ? figuresOf(one.exchange, one.symbol, viewOf(context)) : one;
}

/**
 * ka10043: a firm's days, dearest first or newest first. Closes are told against the last price, and the weight of a day is
 * the firm's part in what everybody traded over the period, as the guide's example adds up.
 */
export const ka10043 = stockTr({
  id: 'ka10043',
  path: '/api/dostk/stkinfo',
  members: [
    requiredDate('strt_dt'),
    requiredDate('end_dt'),
    required('qry_dt_tp', 1, ['0', '1']),
    required('pot_tp', 1, ['0', '1']),
    { ...PERIOD_DAYS, required: true },
    required('sort_base', 1, ['1', '2']),
    MEMBER,
    venue,
  ],
  nothing: () => ({ trde_ori_prps_anly: [] }),
  answer(asked, context) {
    const one = onAskedMarket(asked, context);
    const days = one === null ? [] : askedPeriod(one, context);
    const rows = memberDays(days, context);
    const byPrice = rows.toSorted((a, b) => (b.close ?? 0) - (a.close ?? 0));
    return placedPage(
      context,
      'trde_ori_prps_anly',
      context.member('sort_base') === '1' ? byPrice : rows,
      ROWS,
      writer(
        'dt close_pric pre_sig pred_pre sel_qty buy_qty netprps_qty trde_qty_sum trde_wght',
        MEMBER_DAY,
        againstPrice(one?.price ?? 0, volumeOver(days)),
      ),
    );
  },
});

function againstPrice(last: Price, volume: number): Columns<MemberDay> {
  return {
    close_pric: ({ close }) => (close === null ? '' : String(close)),
    pre_sig: ({ close }) => (close === null ? '' : directionOf(close, last)),
    pred_pre: ({ close }) => (close === null ? '' : doubleSigned(close - last)),
    trde_qty_sum: ({ turnover }) => String(turnover.bought + turnover.sold),
    trde_wght: ({ turnover }) => signedPercent(turnover.bought + turnover.sold, volume),
  };
}

/** ka10078: a firm's days from `end_dt` back to `strt_dt`. */
export const ka10078 = stockTr({
  id: 'ka10078',
  path: '/api/dostk/mrkcond',
  members: [MEMBER, requiredDate('strt_dt'), requiredDate('end_dt')],
  nothing: () => ({ sec_stk_trde_trend: [] }),
  answer: (one, context) =>
    placedPage(
      context,
      'sec_stk_trde_trend',
      memberDays(daysBetween(one, context.member('strt_dt'), context.member('end_dt')), context),
      ROWS,
      writer('dt cur_prc pre_sig pred_pre flu_rt acc_trde_qty netprps_qty buy_qty sell_qty', MEMBER_DAY),
    ),
});
