// The account over time: kt00002 and kt00003 (assets by day and now), kt00016 (return over some days), kt00017 (today) and ka01690
// (holdings of a day). Days gone by are valued at their closes, the running one at last prices.

import { compactDate, expandDate } from '#domain/time.ts';
import type { AccountDayView, PositionView } from '#exchange/contract.ts';
import { noData, success, type TrAnswer } from '../../answers.ts';
import { averagePrice, directed, padded, percent, percentTo } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { blanks, required, requiredDate, type Tr, type TrContext } from '../tr.ts';
import { nothing } from './account-blanks.ts';
import { ACCOUNT_PATH, daysThrough, netAssets, netInflow, runningDay, sum } from './account-words.ts';

/** kt00002: assets at the end of each trading day. Guide 362. */
export const kt00002: Tr = {
  id: 'kt00002',
  path: ACCOUNT_PATH,
  members: [requiredDate('start_dt'), requiredDate('end_dt')],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const days = exchange.accounts.accountDays(
      account,
      expandDate(member('start_dt')),
      expandDate(member('end_dt')),
    );
    if (days.length === 0) return noData();
    return success(
      { daly_prsm_dpst_aset_amt_prst: days.map(assetRow) },
      '일자별 계좌별 추정예탁자산 내역이 조회 되었습니다.',
    );
  },
};

function assetRow(day: AccountDayView): AnswerFields {
  const assets = padded(netAssets(day), 12);
  return {
    dt: compactDate(day.date),
    entr: padded(day.cash.today, 12),
    grnt_use_amt: padded(0, 12),
    crd_loan: padded(day.loans, 12),
    ls_grnt: padded(0, 12),
    repl_amt: padded(day.substitutes, 12),
    prsm_dpst_aset_amt: assets,
    prsm_dpst_aset_amt_bncr_skip: assets,
  };
}

/** kt00003: assets now. Nothing here is ever delisted, so both values of `qry_tp` say the same. Guide 363. */
export const kt00003: Tr = {
  id: 'kt00003',
  path: ACCOUNT_PATH,
  members: [required('qry_tp', 1, ['0', '1'])],
  answer: (context: TrContext): TrAnswer =>
    success({ prsm_dpst_aset_amt: padded(netAssets(runningDay(context)), 12) }, '조회가 완료되었습니다..'),
};

/** kt00016's pairs of amounts, at the beginning and at the end, in the guide's order. */
const PAIRS = (
  'entr scrt_evlt_amt ls_grnt crd_loan ch_uncla krw_asgna ls_evlta rght_evlta loan_amt etc_loana crd_int_npay_gold ' +
  'crd_int tot_amt'
).split(' ');

/**
 * kt00016: the account at the end of the day before `fr_dt` and on `to_dt`, and what it gained in between. The principal is
 * what there was and what was paid in since, averaged over the trading days. Guide 396–398.
 */
export const kt00016: Tr = {
  id: 'kt00016',
  path: ACCOUNT_PATH,
  members: [requiredDate('fr_dt'), requiredDate('to_dt')],
  answer(context: TrContext): TrAnswer {
    const from = expandDate(context.member('fr_dt'));
    const known = daysThrough(context, expandDate(context.member('to_dt')));
    const days = known.filter(({ date }) => date >= from);
    const before = known.findLast(({ date }) => date < from);
    const last = known.at(-1);
    const fields: AnswerFields = { mang_empno: '', mngr_nm: '', dept_nm: '' };
    const [begun, ended] = [amountsOf(before), amountsOf(last)];
    for (const name of PAIRS) {
      fields[`${name}_fr`] = padded(begun[name] ?? 0, 12);
      fields[`${name}_to`] = padded(ended[name] ?? 0, 12);
    }
    return success({ ...fields, ...returnOver(before, days) }, '조회가 완료되었습니다.');
  },
};

function amountsOf(day: AccountDayView | undefined): Readonly<Record<string, number>> {
  if (day === undefined) return {};
  return {
    entr: day.cash.today,
    scrt_evlt_amt: sum(day.positions, ({ value }) => value),
    crd_loan: day.loans,
    ch_uncla: Math.max(0, -day.cash.today),
    krw_asgna: day.substitutes,
    crd_int: sum(day.positions, ({ loanInterest }) => loanInterest),
    tot_amt: netAssets(day),
  };
}

function returnOver(before: AccountDayView | undefined, days: readonly AccountDayView[]): AnswerFields {
  const start = before === undefined ? 0 : netAssets(before);
  const end = days.at(-1);
  const gain = end === undefined ? 0 : netAssets(end) - start - sum(days, netInflow);
  // What is paid in on the first day counts for all days, on the second for all but one.
  const weighted = sum(
    days.map((day, index) => netInflow(day) * (days.length - index)),
    (won) => won,
  );
  const principal = start + (days.length === 0 ? 0 : Math.trunc(weighted / days.length));
  const rows = days.flatMap(({ totals }) => totals);
  const traded = sum(rows, ({ boughtAmount, soldAmount }) => boughtAmount + soldAmount);
  return {
    invt_bsamt: padded(principal, 12),
    evltv_prft: padded(gain, 12),
    prft_rt: percent(gain, principal),
    tern_rt: percent(traded, principal),
    termin_tot_trns: padded(
      sum(days, ({ deposits }) => deposits),
      12,
    ),
    termin_tot_pymn: padded(
      sum(days, ({ withdrawals }) => withdrawals),
      12,
    ),
    termin_tot_inq: padded(
      sum(days, ({ sharesIn }) => sharesIn),
      12,
    ),
    termin_tot_outq: padded(0, 12),
    futr_repl_sella: padded(0, 12),
    trst_repl_sella: padded(0, 12),
  };
}

/** kt00017's amounts in the guide's order (399). */
const TODAY_NAMES = (
  'd2_entra crd_int_npay_gold etc_loana gnrl_stk_evlt_amt_d2 dpst_grnt_use_amt_d2 crd_stk_evlt_amt_d2 crd_loan_d2 ' +
  'crd_loan_evlta_d2 crd_ls_grnt_d2 crd_ls_evlta_d2 ina_amt outa inq_amt outq_amt sell_amt buy_amt cmsn tax ' +
  'stk_pur_cptal_loan_amt rp_evlt_amt bd_evlt_amt elsevlt_amt crd_int_amt sel_prica_grnt_loan_int_amt_amt dvida_amt'
).split(' ');

/** kt00017: what came, went and was traded today, and what there will be once it has settled. */
export const kt00017: Tr = {
  id: 'kt00017',
  path: ACCOUNT_PATH,
  members: [],
  answer(context: TrContext): TrAnswer {
    const amounts = todayAmounts(runningDay(context));
    const fields: AnswerFields = {};
    for (const name of TODAY_NAMES) {
      fields[name] = padded(amounts[name] ?? nothing('kt00017', name), 12);
    }
    return success(fields, '조회가 완료되었습니다..');
  },
};

function todayAmounts(day: AccountDayView): Readonly<Record<string, number>> {
  const { totals, positions } = day;
  const heldValue = (onCredit: boolean) =>
    sum(
      positions.filter(({ loanDate }) => (loanDate !== null) === onCredit),
      ({ value }) => value,
    );
  return {
    d2_entra: day.cash.d2,
    gnrl_stk_evlt_amt_d2: heldValue(false),
    crd_loan_d2: day.loans,
    crd_loan_evlta_d2: heldValue(true),
    ina_amt: day.deposits,
    outa: day.withdrawals,
    inq_amt: day.sharesIn,
    sell_amt: sum(totals, (row) => row.soldAmount),
    buy_amt: sum(totals, (row) => row.boughtAmount),
    cmsn: sum(totals, (row) => row.buyCommission + row.sellCommission),
    tax: sum(totals, (row) => row.tax),
    crd_int_amt: sum(totals, (row) => row.interest),
  };
}

const BALANCE_NAMES = [
  'tot_buy_amt',
  'tot_evlt_amt',
  'tot_evltv_prft',
  'tot_prft_rt',
  'dbst_bal',
  'day_stk_asst',
  'buy_wght',
];

/** ka01690: holdings on a day, or on the last trading day before it; blank before the account began. Guide 174–175. */
export const ka01690: Tr = {
  id: 'ka01690',
  path: ACCOUNT_PATH,
  members: [requiredDate('qry_dt')],
  answer(context: TrContext): TrAnswer {
    const asked = expandDate(context.member('qry_dt'));
    const day = daysThrough(context, asked).at(-1);
    if (day === undefined)
      return success({ dt: compactDate(asked), ...blanks(BALANCE_NAMES), day_bal_rt: [] });
    const { positions } = day;
    const cost = sum(positions, (one) => one.cost);
    const value = sum(positions, (one) => one.value);
    const profit = sum(positions, (one) => one.profit);
    const assets = netAssets(day);
    return success({
      dt: compactDate(day.date),
      tot_buy_amt: String(cost),
      tot_evlt_amt: String(value),
      tot_evltv_prft: String(profit),
      tot_prft_rt: percent(profit, cost),
      dbst_bal: String(day.cash.today),
      day_stk_asst: String(assets),
      buy_wght: percent(day.cash.d2, assets),
      day_bal_rt: positions.map((one) => balanceRow(one, cost, value)),
    });
  },
};

function balanceRow(position: PositionView, totalCost: number, totalValue: number): AnswerFields {
  return {
    cur_prc: directed(position.price, position.previousClose),
    stk_cd: position.symbol,
    stk_nm: position.name,
    rmnd_qty: String(position.quantity),
    buy_uv: String(averagePrice(position.cost, position.quantity)),
    buy_wght: percentTo(position.cost, totalCost, 1),
    evltv_prft: String(position.profit),
    prft_rt: percent(position.profit, position.cost),
    evlt_amt: String(position.value),
    evlt_wght: percentTo(position.value, totalValue, 1),
  };
}
