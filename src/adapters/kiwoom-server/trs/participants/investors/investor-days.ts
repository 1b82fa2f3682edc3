// What the kinds of investors traded of one instrument, day by day and in all: ka10059 and ka10061 (guide, stkinfo), ka10060
// (guide, chart), ka10045 (guide, mrkcond), ka10009 (guide, frgnistt).

import { compactDate } from '#domain/time.ts';
import type { Quantity, Won } from '#domain/units.ts';
import type { Turnover } from '#exchange/contract.ts';
import { success } from '../../../answers.ts';
import { millions, signed } from '../../../formats.ts';
import { todayOf } from '../../../market/participation-view.ts';
import { blank, type Columns, STOCK, writer } from '../../columns.ts';
import type { Figures } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { stockTr } from '../../stock-tr.ts';
import { blanks, required, requiredDate, type TrContext } from '../../tr.ts';
import { TRADED_DAY } from '../day-columns.ts';
import { daysBetween, EARLIEST, netQuantity, sumOver, type TradedDay } from '../periods.ts';
import { doubleSigned } from '../signs.ts';
import { exhaustionText, foreignStakeNow, foreignStakes } from './foreign-stakes.ts';
import {
  ALL_KINDS,
  askedFigure,
  foreigners,
  institutions,
  investorColumns,
  type KindsPart,
} from './investor-words.ts';

const STKINFO = '/api/dostk/stkinfo';
/** Rows a page; not recorded for these. */
const ROWS = 100;

const AMOUNT_OR_QUANTITY = required('amt_qty_tp', 1, ['1', '2']);
const UNIT = required('unit_tp', 4, ['1000', '1']);
const NET_BOUGHT_SOLD = required('trde_tp', 1, ['0', '1', '2']);

const ofDay = ({ participation }: TradedDay, part: KindsPart): Turnover => part(participation);

/** A day with its kinds, and its change in hundredths of a percent without a point (guide, ka10059: two digits behind it). */
function dayColumns(context: TrContext): readonly Columns<TradedDay>[] {
  const figure = askedFigure(context);
  return [
    TRADED_DAY,
    investorColumns(ofDay, (turnover) => String(figure(turnover))),
    {
      flu_rt: ({ close, base }) =>
        close === null || base === null ? '' : signed(Math.round(((close - base) / base) * 10_000)),
    },
  ];
}

/** ka10059: days from `dt` back. */
export const ka10059 = stockTr({
  id: 'ka10059',
  path: STKINFO,
  members: [requiredDate('dt'), AMOUNT_OR_QUANTITY, NET_BOUGHT_SOLD, UNIT],
  nothing: () => ({ stk_invsr_orgn: [] }),
  answer: (one, context) =>
    placedPage(
      context,
      'stk_invsr_orgn',
      daysBetween(one, EARLIEST, context.member('dt')),
      ROWS,
      writer(
        `dt cur_prc pre_sig pred_pre flu_rt acc_trde_qty acc_trde_prica ${ALL_KINDS}`,
        ...dayColumns(context),
        { acc_trde_prica: ({ value }) => millions(value) },
      ),
    ),
});

/** ka10060: the same days for a chart. Its 누적거래대금 is the day's shares: the guide's example has ka10059's volume there. */
export const ka10060 = stockTr({
  id: 'ka10060',
  path: '/api/dostk/chart',
  members: [requiredDate('dt'), AMOUNT_OR_QUANTITY, NET_BOUGHT_SOLD, UNIT],
  nothing: () => ({ stk_invsr_orgn_chart: [] }),
  answer: (one, context) =>
    placedPage(
      context,
      'stk_invsr_orgn_chart',
      daysBetween(one, EARLIEST, context.member('dt')),
      ROWS,
      writer(`dt cur_prc pred_pre acc_trde_prica ${ALL_KINDS}`, ...dayColumns(context), {
        acc_trde_prica: ({ volume }) => String(volume),
      }),
    ),
});

/** ka10061: the sums of a period, in one row. */
export const ka10061 = stockTr({
  id: 'ka10061',
  path: STKINFO,
  members: [
    requiredDate('strt_dt'),
    requiredDate('end_dt'),
    ...[AMOUNT_OR_QUANTITY, required('trde_tp', 1, ['0']), UNIT],
  ],
  nothing: () => ({ stk_invsr_orgn_tot: [] }),
  answer(one, context) {
    const days = daysBetween(one, context.member('strt_dt'), context.member('end_dt'));
    const figure = askedFigure(context);
    const columns = investorColumns<readonly TradedDay[]>(sumOver, (turnover) =>
      doubleSigned(figure(turnover)),
    );
    return success({ stk_invsr_orgn_tot: [writer(ALL_KINDS, columns)(days)] });
  },
});

/** A day with what was bought less sold since the first day of the period. */
interface TrendDay extends TradedDay {
  readonly institutionsSoFar: Quantity;
  readonly foreignersSoFar: Quantity;
}

/** Days with their sums since the oldest of them, newest first. */
function trendOf(days: readonly TradedDay[]): TrendDay[] {
  let institutionsSoFar = 0;
  let foreignersSoFar = 0;
  return days
    .toReversed()
    .map((day) => {
      institutionsSoFar += netQuantity(institutions(day.participation));
      foreignersSoFar += netQuantity(foreigners(day.participation));
      return { ...day, institutionsSoFar, foreignersSoFar };
    })
    .reverse();
}

/** The average price of what was bought (`side` 1) or sold, cut to won; 0 for none, as in the guide's example. */
function averageText({ bought, sold, boughtValue, soldValue }: Turnover, side: string): string {
  const [quantity, value]: readonly [Quantity, Won] =
    side === '2' ? [sold, soldValue] : [bought, boughtValue];
  return quantity === 0 ? '0' : String(Math.trunc(value / quantity));
}

/** ka10045: institutions and foreigners from `end_dt` back to `strt_dt`. What Kiwoom has to estimate is known here. */
export const ka10045 = stockTr({
  id: 'ka10045',
  path: '/api/dostk/mrkcond',
  members: [
    requiredDate('strt_dt'),
    requiredDate('end_dt'),
    required('orgn_prsm_unp_tp', 1, ['1', '2']),
    required('for_prsm_unp_tp', 1, ['1', '2']),
  ],
  nothing: () => ({ orgn_prsm_avg_pric: '', for_prsm_avg_pric: '', stk_orgn_trde_trnsn: [] }),
  answer(one, context) {
    const from = context.member('strt_dt');
    const days = daysBetween(one, from, context.member('end_dt'));
    const stakes = foreignStakes(one, from);
    const write = writer<TrendDay>(
      `dt close_pric pre_sig pred_pre flu_rt trde_qty orgn_dt_acc orgn_daly_nettrde_qty for_dt_acc
       for_daly_nettrde_qty limit_exh_rt`,
      TRADED_DAY,
      {
        close_pric: TRADED_DAY['cur_prc']!,
        orgn_dt_acc: ({ institutionsSoFar }) => String(institutionsSoFar),
        orgn_daly_nettrde_qty: ({ participation }) => String(netQuantity(institutions(participation))),
        for_dt_acc: ({ foreignersSoFar }) => String(foreignersSoFar),
        for_daly_nettrde_qty: ({ participation }) => String(netQuantity(foreigners(participation))),
        limit_exh_rt: ({ date }) => exhaustionText(stakes.get(date)),
      },
    );
    return placedPage(context, 'stk_orgn_trde_trnsn', trendOf(days), ROWS, write, {
      orgn_prsm_avg_pric: averageText(sumOver(days, institutions), context.member('orgn_prsm_unp_tp')),
      for_prsm_avg_pric: averageText(sumOver(days, foreigners), context.member('for_prsm_unp_tp')),
    });
  },
});

const KA10009 = 'date close_pric pre orgn_dt_acc orgn_daly_nettrde frgnr_daly_nettrde frgnr_qota_rt';

/** ka10009: the running day of institutions and foreigners. Since when the first are added up the guide does not say. */
export const ka10009 = stockTr({
  id: 'ka10009',
  path: '/api/dostk/frgnistt',
  nothing: () => blanks(KA10009.split(' ')),
  answer(one) {
    const today = todayOf(one.exchange, one.symbol, one.view);
    const net = (part: KindsPart) => String(today === null ? 0 : netQuantity(part(today)));
    return success(
      writer<Figures>(KA10009, STOCK, {
        date: ({ exchange }) => compactDate(exchange.tradeDate),
        close_pric: STOCK['cur_prc']!,
        orgn_dt_acc: blank,
        orgn_daly_nettrde: () => net(institutions),
        frgnr_daly_nettrde: () => net(foreigners),
        frgnr_qota_rt: () => exhaustionText(foreignStakeNow(one)),
      })(one),
    );
  },
});
