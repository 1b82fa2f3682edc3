// Instruments by what a kind of investor bought or sold most: ka10058 (guide, stkinfo), ka10044 (guide, mrkcond), ka10062 and
// ka10065 (guide, rkinfo).

import type { Price } from '#domain/units.ts';
import type { Turnover } from '#exchange/contract.ts';
import { signedPercent } from '../../../formats.ts';
import { sumOf } from '../../../market/participation-view.ts';
import type { Columns } from '../../columns.ts';
import { market, venue } from '../../selection.ts';
import { optionalDate, required, requiredDate, type TrContext } from '../../tr.ts';
import { daysBetween, LATEST, netQuantity, netValue, period, sumOver, volumeOver } from '../periods.ts';
import { boughtText, doubleSigned, netText, roundedMillions, roundedThousands, soldText } from '../signs.ts';
import { type Traded, type TradedRow, tradedRanking } from '../traded-ranking.ts';
import { foreigners, INVESTOR_CODES, institutions, ORGANISATION_CODES } from './investor-words.ts';

const RKINFO = '/api/dostk/rkinfo';
const SIZE = 100;
const THOUSAND = 1_000;
const TEN_MILLIONS = 10_000_000;

/** Sizes of what was bought less sold, for one side alone: `isBuying` those above zero, otherwise those below. */
function sideOf(net: number, isBuying: boolean): number | null {
  const size = isBuying ? net : -net;
  return size > 0 ? size : null;
}

/** A net figure in units with a single sign that stays at zero: `+4464`, `-0` (guide, ka10058 and ka10044). */
const sidedText = (net: number, unit: number): string => netText(net, unit, '-');

/** What was paid for each share of a net figure; null where shares and won are of opposite sides, which has no price. */
export function averageOf(turnover: Turnover): Price | null {
  const quantity = netQuantity(turnover);
  const average = quantity === 0 ? 0 : netValue(turnover) / quantity;
  return average > 0 ? Math.trunc(average) : null;
}

/**
 * The columns of ka10058 and ka10044: thousands of shares, tens of millions of won, and the last price against the average.
 * The guide names no units; its rows add up in these alone (12 and 106 at 86,658 won), which ka90009 names.
 */
const NET: Columns<TradedRow> = {
  netslmt_qty: ({ turnover }) => sidedText(netQuantity(turnover), THOUSAND),
  netslmt_amt: ({ turnover }) => sidedText(netValue(turnover), TEN_MILLIONS),
  netprps_qty: ({ turnover }) => sidedText(netQuantity(turnover), THOUSAND),
  netprps_amt: ({ turnover }) => sidedText(netValue(turnover), TEN_MILLIONS),
  prsm_avg_pric: withAverage((average) => String(average)),
  avg_pric_pre: withAverage((average, price) => doubleSigned(price - average)),
  pre_rt: withAverage((average, price) => signedPercent(price - average, average)),
  dt_trde_qty: ({ days }) => String(volumeOver(days)),
};

/** A word about the average price; blank where there is none. */
function withAverage(word: (average: Price, price: Price) => string): Columns<TradedRow>[string] {
  return ({ one, turnover }) => {
    const average = averageOf(turnover);
    return average === null ? '' : word(average, one.price);
  };
}

const fromTo = {
  members: [requiredDate('strt_dt'), requiredDate('end_dt')],
  days: (one: Traded['one'], { member }: TrContext) => daysBetween(one, member('strt_dt'), member('end_dt')),
};

/** ka10058: what one kind of investor bought (`trde_tp` 2) or sold (1) most, by won. */
export const ka10058 = tradedRanking({
  id: 'ka10058',
  path: '/api/dostk/stkinfo',
  list: 'invsr_daly_trde_stk',
  size: SIZE,
  selectors: [market],
  members: [
    ...fromTo.members,
    required('trde_tp', 1, ['1', '2']),
    required('invsr_tp', 4, Object.keys(INVESTOR_CODES)),
    venue,
  ],
  days: fromTo.days,
  part: ({ member }) => INVESTOR_CODES[member('invsr_tp')] ?? null,
  measure:
    ({ member }) =>
    ({ turnover }) =>
      sideOf(netValue(turnover), member('trde_tp') === '2'),
  columns: `stk_cd stk_nm netslmt_qty netslmt_amt prsm_avg_pric cur_prc pre_sig pred_pre avg_pric_pre pre_rt
    dt_trde_qty`,
  own: () => NET,
});

/** ka10044: the same of all institutions. The guide's example has more columns than its table. */
export const ka10044 = tradedRanking({
  id: 'ka10044',
  path: '/api/dostk/mrkcond',
  list: 'daly_orgn_trde_stk',
  size: SIZE,
  selectors: [market],
  members: [...fromTo.members, required('trde_tp', 1, ['1', '2']), venue],
  days: fromTo.days,
  part: () => institutions,
  measure:
    ({ member }) =>
    ({ turnover }) =>
      sideOf(netValue(turnover), member('trde_tp') === '2'),
  columns: 'stk_cd stk_nm netprps_qty netprps_amt prsm_avg_pric cur_prc avg_pric_pre pre_rt',
  own: () => NET,
});

/** Both at once, as the guide calls it 동일: what institutions and foreigners were on the same side of. */
function sameSide(
  { days }: Traded,
  figure: (turnover: Turnover) => number,
  isBuying: boolean,
): number | null {
  const ours = sideOf(figure(sumOver(days, institutions)), isBuying);
  const theirs = sideOf(figure(sumOver(days, foreigners)), isBuying);
  return ours === null || theirs === null ? null : ours + theirs;
}

/** Columns of ka10062 about one of the two, or both; won in millions. */
function nettedColumns(name: string, unit: number, of: (row: TradedRow) => Turnover): Columns<TradedRow> {
  return {
    [`${name}nettrde_qty`]: (row) => doubleSigned(Math.round(netQuantity(of(row)) / unit)),
    [`${name}nettrde_amt`]: (row) => doubleSigned(roundedMillions(netValue(of(row)))),
    [`${name}nettrde_avg_pric`]: (row) => String(averageOf(of(row)) ?? 0),
  };
}

/** ka10062: what institutions and foreigners both bought (`trde_tp` 1) or both sold (2), without `end_dt` up to now. */
export const ka10062 = tradedRanking({
  id: 'ka10062',
  path: RKINFO,
  list: 'eql_nettrde_rank',
  size: SIZE,
  selectors: [market],
  members: [
    requiredDate('strt_dt'),
    optionalDate('end_dt'),
    required('trde_tp', 1, ['1', '2']),
    required('sort_cnd', 1, ['1', '2']),
    required('unit_tp', 4, ['1', '1000']),
    venue,
  ],
  days: (one, { member }) => daysBetween(one, member('strt_dt'), member('end_dt') || LATEST),
  part: () => (participation) => sumOf([institutions(participation), foreigners(participation)]),
  measure: ({ member }) => {
    const isBuying = member('trde_tp') === '1';
    return (traded) => {
      const byQuantity = sameSide(traded, netQuantity, isBuying);
      const byValue = sameSide(traded, netValue, isBuying);
      return byQuantity === null || byValue === null
        ? null
        : member('sort_cnd') === '2'
          ? byValue
          : byQuantity;
    };
  },
  columns: `stk_cd rank stk_nm cur_prc pre_sig pred_pre flu_rt acc_trde_qty orgn_nettrde_qty orgn_nettrde_amt
    orgn_nettrde_avg_pric for_nettrde_qty for_nettrde_amt for_nettrde_avg_pric nettrde_qty nettrde_amt`,
  own: ({ member }) => {
    const unit = Number(member('unit_tp'));
    return {
      ...nettedColumns('orgn_', unit, ({ days }) => sumOver(days, institutions)),
      ...nettedColumns('for_', unit, ({ days }) => sumOver(days, foreigners)),
      ...nettedColumns('', unit, ({ turnover }) => turnover),
    };
  },
});

/**
 * ka10065: today so far, by shares, on KRX. Thousands of shares: in the guide's example some rows are one off, as rounded
 * figures are.
 */
export const ka10065 = tradedRanking({
  id: 'ka10065',
  path: RKINFO,
  list: 'opmr_invsr_trde_upper',
  size: SIZE,
  selectors: [market],
  members: [required('trde_tp', 1, ['1', '2']), required('orgn_tp', 4, Object.keys(ORGANISATION_CODES))],
  days: (one) => period(one, '0'),
  part: ({ member }) => ORGANISATION_CODES[member('orgn_tp')] ?? null,
  measure:
    ({ member }) =>
    ({ turnover }) =>
      sideOf(netQuantity(turnover), member('trde_tp') === '1'),
  columns: 'stk_cd stk_nm sel_qty buy_qty netslmt',
  own: () => ({
    sel_qty: ({ turnover }) => soldText(roundedThousands(turnover.sold)),
    buy_qty: ({ turnover }) => boughtText(roundedThousands(turnover.bought)),
    netslmt: ({ turnover }) => sidedText(netQuantity(turnover), THOUSAND),
  }),
});
