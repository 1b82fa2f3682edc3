// The account's money: kt00001 (cash by settlement day), kt00013 (how margin is made up) and ka00001 (the account number).
// Both amounts and ways of counting come from one picture of the funds.

import type { FundsView, PositionView } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { padded, percent, percentTo } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { required, type Tr, type TrContext } from '../tr.ts';
import { nothing } from './account-blanks.ts';
import { ACCOUNT_PATH, DONE_TEXT, valueOnLoans } from './account-words.ts';

/** kt00001's amounts in the guide's order (357–360); those this exchange has no word on are zero. */
const DEPOSIT_NAMES = (
  'entr profa_ch bncr_profa_ch nxdy_bncr_sell_exct fc_stk_krw_repl_set_amt crd_grnta_ch crd_grnt_ch add_grnt_ch etc_profa ' +
  'uncl_stk_amt shrts_prica crd_set_grnta chck_ina_amt etc_chck_ina_amt crd_grnt_ruse knx_asset_evltv elwdpst_evlta ' +
  'crd_ls_rght_frcs_amt lvlh_join_amt lvlh_trns_alowa repl_amt remn_repl_evlta trst_remn_repl_evlta bncr_remn_repl_evlta ' +
  'profa_repl crd_grnta_repl crd_grnt_repl add_grnt_repl rght_repl_amt pymn_alow_amt wrap_pymn_alow_amt ord_alow_amt ' +
  'bncr_buy_alowa 20stk_ord_alow_amt 30stk_ord_alow_amt 40stk_ord_alow_amt 100stk_ord_alow_amt ch_uncla ch_uncla_dlfe ' +
  'ch_uncla_tot crd_int_npay int_npay_amt_dlfe int_npay_amt_tot etc_loana etc_loana_dlfe etc_loan_tot nrpy_loan loan_sum ' +
  'ls_sum crd_grnt_rt mdstrm_usfe min_ord_alow_yn loan_remn_evlt_amt dpst_grntl_remn sell_grntl_remn d1_entra ' +
  'd1_slby_exct_amt d1_buy_exct_amt d1_out_rep_mor d1_sel_exct_amt d1_pymn_alow_amt d2_entra d2_slby_exct_amt ' +
  'd2_buy_exct_amt d2_out_rep_mor d2_sel_exct_amt d2_pymn_alow_amt 50stk_ord_alow_amt 60stk_ord_alow_amt'
).split(' ');

/**
 * kt00001: cash today and on the two settlement days that follow. Both values of `qry_tp` (estimated, general) say the same:
 * what a broker estimates until the night's settlement is known here at once. Guide 357–361.
 */
export const kt00001: Tr = {
  id: 'kt00001',
  path: ACCOUNT_PATH,
  members: [required('qry_tp', 1, ['2', '3'])],
  answer({ exchange, account }: TrContext): TrAnswer {
    const positions = exchange.accounts.positions(account);
    const funds = exchange.accounts.funds(account);
    const amounts = depositAmounts(funds, positions);
    const securityRate = percent(funds.security, funds.loans);
    const fields: AnswerFields = {};
    for (const name of DEPOSIT_NAMES) {
      fields[name] =
        name === 'crd_grnt_rt' ? securityRate : padded(amounts[name] ?? nothing('kt00001', name), 15);
    }
    fields['stk_entr_prst'] = [];
    return success(fields, DONE_TEXT);
  },
};

function depositAmounts(
  funds: FundsView,
  positions: readonly PositionView[],
): Readonly<Record<string, number>> {
  return {
    entr: funds.today,
    profa_ch: funds.tiedCash,
    repl_amt: funds.substitutes,
    remn_repl_evlta: funds.substitutes,
    profa_repl: funds.tiedSubstitutes,
    pymn_alow_amt: funds.withdrawable,
    ord_alow_amt: funds.free,
    bncr_buy_alowa: funds.orderable,
    '20stk_ord_alow_amt': funds.byRate[20],
    '30stk_ord_alow_amt': funds.byRate[30],
    '40stk_ord_alow_amt': funds.byRate[40],
    '50stk_ord_alow_amt': funds.byRate[50],
    '60stk_ord_alow_amt': funds.byRate[60],
    '100stk_ord_alow_amt': funds.byRate[100],
    ch_uncla: funds.unpaid,
    ch_uncla_tot: funds.unpaid,
    nrpy_loan: funds.loans,
    loan_sum: funds.loans,
    loan_remn_evlt_amt: valueOnLoans(positions),
    d1_entra: funds.d1,
    d1_slby_exct_amt: funds.d1Sell - funds.d1Buy,
    d1_buy_exct_amt: funds.d1Buy,
    d1_out_rep_mor: Math.max(0, -funds.d1),
    d1_sel_exct_amt: funds.d1Sell,
    d1_pymn_alow_amt: funds.withdrawableD1,
    d2_entra: funds.d2,
    d2_slby_exct_amt: funds.d2Sell - funds.d2Buy,
    d2_buy_exct_amt: funds.d2Buy,
    d2_out_rep_mor: Math.max(0, -funds.d2),
    d2_sel_exct_amt: funds.d2Sell,
    d2_pymn_alow_amt: funds.withdrawableD2,
  };
}

/** kt00013's amounts in the guide's order (389–392). */
const MARGIN_NAMES = (
  'tdy_reu_objt_amt tdy_reu_use_amt tdy_reu_alowa tdy_reu_lmtt_amt tdy_reu_alowa_fin pred_reu_objt_amt pred_reu_use_amt ' +
  'pred_reu_alowa pred_reu_lmtt_amt pred_reu_alowa_fin ch_amt ch_profa use_pos_ch ch_use_lmtt_amt use_pos_ch_fin ' +
  'repl_amt_amt repl_profa use_pos_repl repl_use_lmtt_amt use_pos_repl_fin crd_grnta_ch crd_grnta_repl crd_grnt_ch ' +
  'crd_grnt_repl uncla ls_grnt_reu_gold 20ord_alow_amt 30ord_alow_amt 40ord_alow_amt 50ord_alow_amt 60ord_alow_amt ' +
  '100ord_alow_amt tdy_crd_rpya_loss_amt pred_crd_rpya_loss_amt tdy_ls_rpya_loss_repl_profa pred_ls_rpya_loss_repl_profa ' +
  'evlt_repl_amt_spg_use_skip evlt_repl_rt crd_repl_profa ch_ord_repl_profa crd_ord_repl_profa crd_repl_conv_gold ' +
  'repl_alowa repl_alowa_2 ch_repl_lck_gold crd_repl_lck_gold ch_ord_alow_repla crd_ord_alow_repla d2vexct_entr ' +
  'd2ch_ord_alow_amt'
).split(' ');

/** kt00013: what margin there is, what ties it, what is left of it. Proceeds are used before cash, cash before substitutes. */
export const kt00013: Tr = {
  id: 'kt00013',
  path: ACCOUNT_PATH,
  members: [],
  answer({ exchange, account }: TrContext): TrAnswer {
    const amounts = marginAmounts(exchange.accounts.funds(account));
    const fields: AnswerFields = {};
    for (const name of MARGIN_NAMES) {
      fields[name] = padded(amounts[name] ?? nothing('kt00013', name), 15);
    }
    fields['uncla'] = padded(amounts['uncla'] ?? 0, 12);
    fields['evlt_repl_rt'] = percentTo(0, 0, 7);
    return success(fields, DONE_TEXT);
  },
};

function marginAmounts(funds: FundsView): Readonly<Record<string, number>> {
  const { reuseToday, reuseYesterday } = funds;
  const substitutes = funds.spareSubstitutes;
  const today = reuseToday.proceeds - reuseToday.used;
  const yesterday = reuseYesterday.proceeds - reuseYesterday.used;
  return {
    tdy_reu_objt_amt: reuseToday.proceeds,
    tdy_reu_use_amt: reuseToday.used,
    tdy_reu_alowa: today,
    tdy_reu_alowa_fin: today,
    pred_reu_objt_amt: reuseYesterday.proceeds,
    pred_reu_use_amt: reuseYesterday.used,
    pred_reu_alowa: yesterday,
    pred_reu_alowa_fin: yesterday,
    ch_amt: funds.today,
    ch_profa: funds.tiedCash,
    use_pos_ch: funds.free,
    use_pos_ch_fin: funds.free,
    repl_amt_amt: funds.substitutes,
    repl_profa: funds.tiedSubstitutes,
    use_pos_repl: substitutes,
    use_pos_repl_fin: substitutes,
    uncla: funds.unpaid,
    '20ord_alow_amt': funds.byRate[20],
    '30ord_alow_amt': funds.byRate[30],
    '40ord_alow_amt': funds.byRate[40],
    '50ord_alow_amt': funds.byRate[50],
    '60ord_alow_amt': funds.byRate[60],
    '100ord_alow_amt': funds.byRate[100],
    ch_ord_repl_profa: funds.tiedSubstitutes,
    repl_alowa: substitutes,
    repl_alowa_2: substitutes,
    ch_ord_alow_repla: substitutes,
    d2vexct_entr: funds.d2,
    d2ch_ord_alow_amt: funds.orderable,
  };
}

/** ka00001: the number of the account behind the key. Not in the guide's 182, but clients ask for it. */
export const ka00001: Tr = {
  id: 'ka00001',
  path: ACCOUNT_PATH,
  members: [],
  answer: ({ account }: TrContext): TrAnswer => success({ acctNo: account }),
};
