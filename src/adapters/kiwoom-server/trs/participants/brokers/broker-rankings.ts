// Rankings of instruments by member firm (ka10037, ka10039) and of member firms by instrument (ka10038, ka10042; guide, rkinfo).

import type { MemberCode, Turnover } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../../answers.ts';
import { millions, signed, signedPercent } from '../../../formats.ts';
import { foreignHouses, memberOf, sumOf } from '../../../market/participation-view.ts';
import { type Columns, writer } from '../../columns.ts';
import type { Figures } from '../../figures.ts';
import { market, venue } from '../../selection.ts';
import { stockTr } from '../../stock-tr.ts';
import { blanks, optionalDate, required, type TrContext } from '../../tr.ts';
import {
  askedPeriod,
  daysBetween,
  EARLIEST,
  LATEST,
  lastDays,
  netQuantity,
  netValue,
  oneOf,
  PERIOD_DAYS,
  period,
  priceMove,
  sumOver,
  type TradedDay,
  valueOver,
  volumeOver,
} from '../periods.ts';
import { boughtText, doubleSigned, soldText } from '../signs.ts';
import { type Traded, type TradedRow, tradedRanking } from '../traded-ranking.ts';
import { askedMembers, MEMBER, memberName } from './broker-words.ts';

const PATH = '/api/dostk/rkinfo';

const TRADED: Columns<TradedRow> = {
  sel_trde_qty: ({ turnover }) => soldText(turnover.sold),
  buy_trde_qty: ({ turnover }) => boughtText(turnover.bought),
};

/** What ka10037 sorts by; 0 is everybody by code, as the real server was recorded answering it. */
const HOUSE_MEASURES: Readonly<Record<string, (traded: Turnover, isByValue: boolean) => number | null>> = {
  '0': ({ bought, sold }) => (bought + sold > 0 ? 0 : null),
  '1': (traded, isByValue) => aboveZero(isByValue ? netValue(traded) : netQuantity(traded)),
  '2': (traded, isByValue) => aboveZero(-(isByValue ? netValue(traded) : netQuantity(traded))),
  '3': ({ bought, boughtValue }, isByValue) => aboveZero(isByValue ? boughtValue : bought),
  '4': ({ sold, soldValue }, isByValue) => aboveZero(isByValue ? soldValue : sold),
};

function aboveZero(figure: number): number | null {
  return figure > 0 ? figure : null;
}

/** ka10037: what came through houses from abroad. Volume and value are the period's. */
export const ka10037 = tradedRanking({
  id: 'ka10037',
  path: PATH,
  list: 'frgn_wicket_trde_upper',
  size: 100,
  selectors: [market],
  members: [
    required('dt', 2, ['0', '1', '5', '10', '20', '60']),
    required('trde_tp', 1, Object.keys(HOUSE_MEASURES)),
    required('sort_tp', 1, ['1', '2']),
    venue,
  ],
  days: (one, { member }) => period(one, member('dt')),
  part: () => foreignHouses,
  measure: ({ member }) => {
    const measure = HOUSE_MEASURES[member('trde_tp')] ?? (() => null);
    return ({ turnover }) => measure(turnover, member('sort_tp') === '1');
  },
  columns: `rank stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt sel_trde_qty buy_trde_qty netprps_trde_qty
    netprps_prica trde_qty trde_prica`,
  own: () => ({
    ...TRADED,
    netprps_trde_qty: ({ turnover }) => doubleSigned(netQuantity(turnover)),
    netprps_prica: ({ turnover }) => doubleSigned(Math.trunc(netValue(turnover) / 1_000_000)),
    trde_qty: ({ days }) => String(volumeOver(days)),
    trde_prica: ({ days }) => millions(valueOver(days)),
  }),
});

/**
 * ka10039: what one firm bought or sold most of. Amounts, in thousands of won, are not in the guide but in the broker's later list,
 * which also says that the period's volume is in shares.
 */
export const ka10039 = tradedRanking({
  id: 'ka10039',
  path: PATH,
  list: 'sec_trde_upper',
  size: 100,
  selectors: [],
  members: [
    MEMBER,
    required('trde_qty_tp', 4, ['0', '5', '10', '50', '100', '500', '1000']),
    required('trde_tp', 2, ['1', '2']),
    // 0, today, is not in the guide but in the broker's later list.
    required('dt', 2, ['0', '1', '5', '10', '60']),
    venue,
  ],
  days: (one, { member }) => period(one, member('dt')),
  part: ({ member }) => askedMembers(member('mmcm_cd'))?.turnover ?? null,
  measure: ({ member }) => {
    const least = Number(member('trde_qty_tp')) * 1_000;
    const direction = member('trde_tp') === '2' ? -1 : 1;
    return ({ days, turnover }) =>
      volumeOver(days) < least ? null : aboveZero(direction * netQuantity(turnover));
  },
  columns: `rank stk_cd stk_nm prid_stkpc_flu flu_rt prid_trde_qty netprps buy_trde_qty sel_trde_qty netprps_amt
    buy_amt sell_amt`,
  own: () => ({
    ...TRADED,
    prid_stkpc_flu: (row) => moveText(row, ({ change }) => signed(change)),
    flu_rt: (row) => moveText(row, ({ change, base }) => signedPercent(change, base)),
    prid_trde_qty: ({ days }) => String(volumeOver(days)),
    netprps: ({ turnover }) => doubleSigned(netQuantity(turnover)),
    netprps_amt: ({ turnover }) => doubleSigned(Math.round(netValue(turnover) / 1_000)),
    buy_amt: ({ turnover }) => boughtText(Math.round(turnover.boughtValue / 1_000)),
    sell_amt: ({ turnover }) => soldText(Math.round(turnover.soldValue / 1_000)),
  }),
});

function moveText(
  { days }: Traded,
  word: (move: { readonly change: number; readonly base: number }) => string,
): string {
  const move = priceMove(days);
  return move === null ? '' : word(move);
}

/** What a firm traded over days, and its place. */
interface FirmRow {
  readonly member: MemberCode;
  readonly turnover: Turnover;
  readonly place: number;
}

/** The firms that `keeps` keeps, best first. */
function rankedFirms(
  days: readonly TradedDay[],
  direction: 1 | -1,
  keeps: (net: number) => boolean,
): readonly FirmRow[] {
  const codes = new Set(days.flatMap(({ participation }) => participation.members.map((one) => one.member)));
  return [...codes]
    .map((member) => ({ member, turnover: sumOver(days, (day) => memberOf(day, member)) }))
    .filter(({ turnover }) => keeps(netQuantity(turnover)))
    .sort(
      (a, b) =>
        direction * (netQuantity(b.turnover) - netQuantity(a.turnover)) || (a.member < b.member ? -1 : 1),
    )
    .map((row, index) => ({ ...row, place: index + 1 }));
}

const FIRM: Columns<FirmRow> = {
  rank: ({ place }) => String(place),
  // Without leading zeros in the guide's example, unlike everywhere else.
  mmcm_cd: ({ member }) => String(Number(member)),
  mmcm_nm: ({ member }) => memberName(member),
  buy_qty: ({ turnover }) => boughtText(turnover.bought),
  sell_qty: ({ turnover }) => soldText(turnover.sold),
  acc_netprps_qty: ({ turnover }) => doubleSigned(netQuantity(turnover)),
};

/** ka10038's `qry_tp`: who is listed, and from which end. 3 is everybody, as recorded. */
const SIDES: Readonly<Record<string, readonly [direction: 1 | -1, keeps: (net: number) => boolean]>> = {
  '1': [-1, (net) => net < 0],
  '2': [1, (net) => net >= 0],
  '3': [1, () => true],
};

/**
 * ka10038: all firms that traded an instrument. The guide wants dates and a period at once; the dates count, and the period
 * where there are none. The real server was recorded answering without any of them; here that is the longest period.
 */
export const ka10038 = stockTr({
  id: 'ka10038',
  path: PATH,
  members: [
    optionalDate('strt_dt'),
    optionalDate('end_dt'),
    required('qry_tp', 1, Object.keys(SIDES)),
    oneOf('dt', 3, ['1', '4', '9', '19', '39', '59', '119']),
  ],
  nothing: () => ({ ...blanks(['rank_1', 'rank_2', 'rank_3', 'prid_trde_qty']), stk_sec_rank: [] }),
  answer: (one, context): TrAnswer => {
    const days = firmDays(one, context);
    const [direction, keeps] = SIDES[context.member('qry_tp')]!;
    const rows = rankedFirms(days, direction, keeps);
    const total = sumOf(rows.map(({ turnover }) => turnover));
    const write = writer('rank mmcm_nm buy_qty sell_qty acc_netprps_qty', FIRM);
    return success({
      rank_1: boughtText(total.bought),
      rank_2: soldText(total.sold),
      // A plus in front of whatever it is: `+-2076560` was recorded.
      rank_3: boughtText(netQuantity(total)),
      prid_trde_qty: String(volumeOver(days)),
      stk_sec_rank: rows.map(write),
    });
  },
});

/** `dt` of ka10038 says how many days lie before the running one, but 1, which is the day before alone. */
function firmDays(one: Figures, { member }: TrContext): readonly TradedDay[] {
  const [from, until, before] = [member('strt_dt'), member('end_dt'), member('dt')];
  if (from !== '' || until !== '') return daysBetween(one, from || EARLIEST, until || LATEST);
  return before === '1' ? lastDays(one, 1, false) : lastDays(one, Number(before || '119') + 1);
}

/** ka10042: the firms that bought more than they sold. `sort_base` says nothing about firms and changes nothing. */
export const ka10042 = stockTr({
  id: 'ka10042',
  path: PATH,
  members: [
    optionalDate('strt_dt'),
    optionalDate('end_dt'),
    required('qry_dt_tp', 1, ['0', '1']),
    required('pot_tp', 1, ['0', '1']),
    PERIOD_DAYS,
    required('sort_base', 1, ['1', '2']),
  ],
  nothing: () => ({ netprps_trde_ori_rank: [] }),
  answer: (one, context) => {
    const rows = rankedFirms(askedPeriod(one, context), 1, (net) => net > 0);
    const write = writer('rank mmcm_cd mmcm_nm', FIRM);
    return success({ netprps_trde_ori_rank: rows.map(write) });
  },
});
