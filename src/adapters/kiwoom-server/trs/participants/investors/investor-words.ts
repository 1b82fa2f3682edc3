// Kiwoom's words for kinds of investors: their codes in requests, their columns in answers, and the units a client may ask for.

import type { InvestorKind, Participation, Turnover } from '#exchange/contract.ts';
import { foreignHouses, institutionsOf } from '../../../market/participation-view.ts';
import type { Columns } from '../../columns.ts';
import type { TrContext } from '../../tr.ts';
import { netQuantity, netValue } from '../periods.ts';

/** What some of the participants traded. */
export type Part = (participation: Participation) => Turnover;
/** What some kinds of investors traded, which is known of more moments than a day's end. */
export type KindsPart = (participation: Pick<Participation, 'kinds'>) => Turnover;

function ofKind(kind: InvestorKind): KindsPart {
  return ({ kinds }) => kinds[kind];
}

export const foreigners = ofKind('foreigner');
export const individuals = ofKind('individual');
export const institutions: KindsPart = institutionsOf;

/** `invsr_tp` of ka10058. The guide has no code for private equity funds; the broker's later list has 3100. */
export const INVESTOR_CODES: Readonly<Record<string, Part>> = {
  '8000': individuals,
  '9000': foreigners,
  '1000': ofKind('financial-investment'),
  '3000': ofKind('investment-trust'),
  '3100': ofKind('private-equity'),
  '5000': ofKind('other-finance'),
  '4000': ofKind('bank'),
  '2000': ofKind('insurance'),
  '6000': ofKind('pension'),
  '7000': ofKind('state'),
  '7100': ofKind('other-corporation'),
  '9999': institutions,
};

/** `orgn_tp` of ka10065: no individuals and no private equity funds, but houses from abroad. */
export const ORGANISATION_CODES: Readonly<Record<string, Part>> = {
  ...Object.fromEntries(
    Object.entries(INVESTOR_CODES).filter(([code]) => code !== '8000' && code !== '3100'),
  ),
  '9100': foreignHouses,
};

/** `invsr` of ka10063. */
export const SESSION_CODES: Readonly<Record<string, KindsPart>> = {
  '6': foreigners,
  '7': institutions,
  '1': ofKind('investment-trust'),
  '0': ofKind('insurance'),
  '2': ofKind('bank'),
  '3': ofKind('pension'),
  '4': ofKind('state'),
  '5': ofKind('other-corporation'),
};

const PARTS: Readonly<Record<string, KindsPart>> = {
  ind_invsr: individuals,
  frgnr_invsr: foreigners,
  orgn: institutions,
  fnnc_invt: ofKind('financial-investment'),
  insrnc: ofKind('insurance'),
  invtrt: ofKind('investment-trust'),
  etc_fnnc: ofKind('other-finance'),
  bank: ofKind('bank'),
  penfnd_etc: ofKind('pension'),
  samo_fund: ofKind('private-equity'),
  natn: ofKind('state'),
  etc_corp: ofKind('other-corporation'),
  natfor: ofKind('resident-foreigner'),
};

/** ka10051's columns. A row recorded in 2026 adds up only with 종신금 as what other tables call 기타금융. */
const INDUSTRY_PARTS: Readonly<Record<string, KindsPart>> = {
  sc_netprps: ofKind('financial-investment'),
  insrnc_netprps: ofKind('insurance'),
  invtrt_netprps: ofKind('investment-trust'),
  bank_netprps: ofKind('bank'),
  jnsinkm_netprps: ofKind('other-finance'),
  endw_netprps: ofKind('pension'),
  etc_corp_netprps: ofKind('other-corporation'),
  ind_netprps: individuals,
  frgnr_netprps: foreigners,
  native_trmt_frgnr_netprps: ofKind('resident-foreigner'),
  natn_netprps: ofKind('state'),
  samo_fund_netprps: ofKind('private-equity'),
  orgn_netprps: institutions,
};

/** The thirteen columns of tables that have all kinds, in the guide's order; ka10066 leaves out the last. */
export const ALL_KINDS = Object.keys(PARTS).join(' ');
export const ALL_BUT_RESIDENT_FOREIGNERS = ALL_KINDS.replace(' natfor', '');
export const INDUSTRY_KINDS = Object.keys(INDUSTRY_PARTS).join(' ');

/** Columns of investor kinds: what each traded of a subject, worded. */
export function investorColumns<T>(
  turnoverOf: (subject: T, part: KindsPart) => Turnover,
  word: (turnover: Turnover) => string,
): Columns<T> {
  return Object.fromEntries(
    Object.entries({ ...PARTS, ...INDUSTRY_PARTS }).map(([name, part]) => [
      name,
      (subject: T) => word(turnoverOf(subject, part)),
    ]),
  );
}

const MILLION = 1_000_000;

/** Which figure `trde_tp` asks for: 0 net, 1 bought, 2 sold. What was sold has no minus (not in the guide: our decision). */
const QUANTITIES: Readonly<Record<string, (turnover: Turnover) => number>> = {
  '0': netQuantity,
  '1': ({ bought }) => bought,
  '2': ({ sold }) => sold,
};
const VALUES: Readonly<Record<string, (turnover: Turnover) => number>> = {
  '0': netValue,
  '1': ({ boughtValue }) => boughtValue,
  '2': ({ soldValue }) => soldValue,
};

/**
 * The figure a request asks for, rounded to its unit: won in millions for `amt_qty_tp` 1, otherwise shares by `unit_tp` (1, or
 * 1000; single shares where a TR has no such member).
 */
export function askedFigure({ member }: Pick<TrContext, 'member'>): (turnover: Turnover) => number {
  const isValue = member('amt_qty_tp') === '1';
  const figure = (isValue ? VALUES : QUANTITIES)[member('trde_tp')] ?? netQuantity;
  const unit = isValue ? MILLION : Number(member('unit_tp')) || 1;
  return (turnover) => Math.round(figure(turnover) / unit);
}
