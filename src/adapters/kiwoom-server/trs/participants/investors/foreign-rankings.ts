// Instruments by what foreigners did and hold: ka10034, ka10035 and ka10036 (guide, rkinfo), and one instrument's days of it:
// ka10008 (guide, frgnistt).

import { directed, signedPercent } from '../../../formats.ts';
import { blank, STOCK, writer } from '../../columns.ts';
import { allFigures, type Figures } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { market, selected, venue, viewOf } from '../../selection.ts';
import { stockTr } from '../../stock-tr.ts';
import { required, type Tr } from '../../tr.ts';
import { TRADED_DAY } from '../day-columns.ts';
import { daysBetween, EARLIEST, LATEST, lastDays, netQuantity, period, type TradedDay } from '../periods.ts';
import { doubleSigned } from '../signs.ts';
import { tradedRanking } from '../traded-ranking.ts';
import {
  exhaustionText,
  type ForeignStake,
  foreignStakeNow,
  foreignStakes,
  obtainableText,
} from './foreign-stakes.ts';
import { foreigners } from './investor-words.ts';

const RKINFO = '/api/dostk/rkinfo';
const SIZE = 100;
const PERIOD = required('dt', 2, ['0', '1', '5', '10', '20', '60']);

/** `trde_tp` of ka10034: 1 what was sold, 2 what was bought, 3 both, by size. */
const DIRECTIONS: Readonly<Record<string, (net: number) => number>> = {
  '1': (net) => -net,
  '2': (net) => net,
  '3': Math.abs,
};

/** ka10034: what foreigners bought or sold most over a period. */
export const ka10034 = tradedRanking({
  id: 'ka10034',
  path: RKINFO,
  list: 'for_dt_trde_upper',
  size: SIZE,
  selectors: [market],
  members: [required('trde_tp', 1, ['1', '2', '3']), PERIOD, venue],
  days: (one, { member }) => period(one, member('dt')),
  part: () => foreigners,
  measure: ({ member }) => {
    const direction = DIRECTIONS[member('trde_tp')] ?? Math.abs;
    return ({ turnover }) => {
      const size = direction(netQuantity(turnover));
      return size > 0 ? size : null;
    };
  },
  columns: `rank stk_cd stk_nm cur_prc pred_pre_sig pred_pre sel_bid buy_bid trde_qty netprps_qty gain_pos_stkcnt`,
  own: () => ({
    netprps_qty: ({ turnover }) => doubleSigned(netQuantity(turnover)),
    gain_pos_stkcnt: ({ one }) => obtainableText(foreignStakeNow(one)),
  }),
});

/** Days in a row that ka10035 shows, and asks for. */
const ROW_DAYS = 3;

const netOn = (days: readonly TradedDay[], index: number): number => {
  const day = days[index];
  return day === undefined ? 0 : netQuantity(foreigners(day.participation));
};

/** ka10035: what foreigners bought (`trde_tp` 2) or sold (1) on each of the last three days, today counted or not. */
export const ka10035 = tradedRanking({
  id: 'ka10035',
  path: RKINFO,
  list: 'for_cont_nettrde_upper',
  size: SIZE,
  selectors: [market],
  members: [required('trde_tp', 1, ['1', '2']), required('base_dt_tp', 1, ['0', '1']), venue],
  days: (one, { member }) => lastDays(one, ROW_DAYS, member('base_dt_tp') === '0'),
  part: () => foreigners,
  measure: ({ member }) => {
    const sign = member('trde_tp') === '1' ? -1 : 1;
    return ({ days, turnover }) => {
      const isInARow = days.length === ROW_DAYS && days.every((_, index) => sign * netOn(days, index) > 0);
      return isInARow ? sign * netQuantity(turnover) : null;
    };
  },
  columns: `stk_cd stk_nm cur_prc pred_pre_sig pred_pre dm1 dm2 dm3 tot limit_exh_rt pred_pre_1 pred_pre_2
    pred_pre_3`,
  own: () => ({
    dm1: ({ days }) => doubleSigned(netOn(days, 0)),
    dm2: ({ days }) => doubleSigned(netOn(days, 1)),
    dm3: ({ days }) => doubleSigned(netOn(days, 2)),
    tot: ({ turnover }) => doubleSigned(netQuantity(turnover)),
    limit_exh_rt: ({ one }) => exhaustionText(foreignStakeNow(one)),
    pred_pre_1: blank,
    pred_pre_2: blank,
    pred_pre_3: blank,
  }),
});

/** An instrument with what foreigners held before a period and at its end. */
interface StakeMove {
  readonly one: Figures;
  readonly before: ForeignStake;
  readonly after: ForeignStake;
}

/** The move of the stake over a period's days; none where nobody keeps it. */
function stakeMove(one: Figures, days: readonly TradedDay[]): StakeMove | [] {
  const [last] = days;
  const first = days.at(-1);
  if (last === undefined || first === undefined) return [];
  const stakes = foreignStakes(one, first.date);
  const after = stakes.get(last.date);
  const begun = stakes.get(first.date);
  if (after === undefined || begun === undefined) return [];
  return { one, before: { ...begun, held: begun.held - begun.change }, after };
}

const growthOf = ({ before, after }: StakeMove): number => (after.held - before.held) / after.limit;

/** ka10036: where the part that foreigners hold grew most. */
export const ka10036: Tr = {
  id: 'ka10036',
  path: RKINFO,
  members: [market.member, PERIOD, venue],
  answer(context) {
    const moves = selected(allFigures(context.exchange, viewOf(context)), [market], context.member)
      .flatMap((one) => stakeMove(one, period(one, context.member('dt'))))
      .filter((move) => growthOf(move) > 0)
      .sort((a, b) => growthOf(b) - growthOf(a) || (a.one.symbol < b.one.symbol ? -1 : 1))
      .map((move, index) => ({ ...move, rank: index + 1 }));
    const ofStock = writer<Figures>('stk_cd stk_nm cur_prc pred_pre_sig pred_pre trde_qty', STOCK);
    return placedPage(
      context,
      'for_limit_exh_rt_incrs_upper',
      moves,
      SIZE,
      ({ rank, one, before, after }) => ({
        rank: String(rank),
        ...ofStock(one),
        poss_stkcnt: String(after.held),
        gain_pos_stkcnt: obtainableText(after),
        base_limit_exh_rt: exhaustionText(before),
        limit_exh_rt: exhaustionText(after),
        exh_rt_incrs: signedPercent(after.held - before.held, after.limit),
      }),
    );
  },
};

interface StakeDay extends TradedDay {
  readonly stake: ForeignStake;
}

/** The days of a stake, newest first; the running one counts from its first trade on any market. */
function stakeDays(one: Figures): StakeDay[] {
  const stakes = foreignStakes(one, EARLIEST);
  return daysBetween(one, EARLIEST, LATEST).flatMap((day) => {
    const stake = stakes.get(day.date);
    return stake === undefined ? [] : { ...day, stake };
  });
}

/**
 * ka10008: what foreigners hold, day by day. Held shares and their change are of both markets, the rest of the one asked for.
 * There is no limit but the listed shares, so it never changes.
 */
export const ka10008 = stockTr({
  id: 'ka10008',
  path: '/api/dostk/frgnistt',
  nothing: () => ({ stk_frgnr: [] }),
  answer: (one, context) =>
    placedPage(
      context,
      'stk_frgnr',
      stakeDays(one),
      SIZE,
      writer<StakeDay>(
        `dt close_pric pred_pre trde_qty chg_qty poss_stkcnt wght gain_pos_stkcnt frgnr_limit frgnr_limit_irds
         limit_exh_rt`,
        TRADED_DAY,
        {
          close_pric: ({ close, base }) => (close === null || base === null ? '' : directed(close, base)),
          chg_qty: ({ stake }) => String(stake.change),
          poss_stkcnt: ({ stake }) => String(stake.held),
          wght: ({ stake }) => exhaustionText(stake),
          gain_pos_stkcnt: ({ stake }) => obtainableText(stake),
          frgnr_limit: ({ stake }) => String(stake.limit),
          frgnr_limit_irds: () => '0',
          limit_exh_rt: ({ stake }) => exhaustionText(stake),
        },
      ),
    ),
});
