// Elements of account TRs that are nothing on this exchange (blank, or zero where the guide's examples write zeros), and why:
// nothing says "there is none of it here", a figure would be made up.

import { assert } from '#domain/assert.ts';
import type { BlankElements } from '../market/market-blanks.ts';

const NO_OTHERS = 'the account holds shares and won: no funds, bonds, notes or foreign currency';
const NO_LENT_SHARES = 'nobody sells shares short';
const NO_PLEDGES = 'nothing is lent on shares already held, on sales or on subscriptions';
const NO_STAFF = 'accounts have no holder by name, no branch and no clerk';
const WITH_MARGIN = 'the deposit of credit orders is counted with the margin of all orders';
const NO_LIMITS = 'margin is not held back for other reasons';
const PAID_AT_ONCE = 'interest and late fees are charged as they fall due, never left owing';
const UNCLEAR = 'the guide does not say what is counted';

export const ACCOUNT_BLANKS: readonly BlankElements[] = [
  {
    why: NO_OTHERS,
    trs: 'kt00001',
    elements: `bncr_profa_ch nxdy_bncr_sell_exct fc_stk_krw_repl_set_amt chck_ina_amt etc_chck_ina_amt knx_asset_evltv
      elwdpst_evlta lvlh_join_amt lvlh_trns_alowa bncr_remn_repl_evlta rght_repl_amt wrap_pymn_alow_amt`,
  },
  { why: NO_LENT_SHARES, trs: 'kt00001', elements: 'shrts_prica crd_ls_rght_frcs_amt ls_sum' },
  {
    why: WITH_MARGIN,
    trs: 'kt00001',
    elements: 'crd_grnta_ch crd_grnt_ch crd_grnt_ruse crd_grnta_repl crd_grnt_repl crd_set_grnta',
  },
  {
    why: NO_PLEDGES,
    trs: 'kt00001',
    elements:
      'add_grnt_ch add_grnt_repl dpst_grntl_remn sell_grntl_remn etc_loana etc_loana_dlfe etc_loan_tot',
  },
  {
    why: PAID_AT_ONCE,
    trs: 'kt00001',
    elements: 'ch_uncla_dlfe crd_int_npay int_npay_amt_dlfe int_npay_amt_tot',
  },
  { why: NO_LIMITS, trs: 'kt00001', elements: 'uncl_stk_amt etc_profa' },
  {
    why: "zero in the guide's example of an account with all else filled, or of unknown meaning",
    trs: 'kt00001',
    elements: 'trst_remn_repl_evlta min_ord_alow_yn mdstrm_usfe',
  },
  {
    why: NO_LIMITS,
    trs: 'kt00013',
    elements:
      'tdy_reu_lmtt_amt pred_reu_lmtt_amt ch_use_lmtt_amt repl_use_lmtt_amt ch_repl_lck_gold crd_repl_lck_gold',
  },
  {
    why: WITH_MARGIN,
    trs: 'kt00013',
    elements: 'crd_grnta_ch crd_grnta_repl crd_grnt_ch crd_grnt_repl crd_repl_profa crd_ord_repl_profa',
  },
  {
    why: NO_LENT_SHARES,
    trs: 'kt00013',
    elements: 'ls_grnt_reu_gold tdy_ls_rpya_loss_repl_profa pred_ls_rpya_loss_repl_profa',
  },
  {
    why: 'losses on repaid loans are taken from the proceeds of the day',
    trs: 'kt00013',
    elements: 'tdy_crd_rpya_loss_amt pred_crd_rpya_loss_amt',
  },
  {
    why: UNCLEAR,
    trs: 'kt00013',
    elements: 'evlt_repl_amt_spg_use_skip evlt_repl_rt crd_repl_conv_gold crd_ord_alow_repla',
  },
  { why: 'nobody has the reduced margin of good customers', trs: 'kt00010', elements: 'profa_rdex_aplc_tp' },
  { why: NO_STAFF, trs: 'kt00004', elements: 'acnt_nm brch_nm' },
  { why: NO_PLEDGES, trs: 'kt00004', elements: 'tot_grnt_sella' },
  { why: NO_PLEDGES, trs: 'kt00005', elements: 'etc_loana dpst_grnt_use_amt_amt grnt_loan_amt' },
  { why: NO_OTHERS, trs: 'kt00005', elements: 'rght_repl_amt' },
  { why: NO_LIMITS, trs: 'kt00005', elements: 'uncl_stk_amt' },
  { why: PAID_AT_ONCE, trs: 'kt00005', elements: 'crd_int_npay_gold' },
  { why: UNCLEAR, trs: 'kt00005', elements: 'tot_re_buy_alowa' },
  { why: NO_PLEDGES, trs: 'kt00018', elements: 'tot_loan_amt' },
  { why: NO_LENT_SHARES, trs: 'kt00018', elements: 'tot_crd_ls_amt' },
  { why: "blank in the guide's example too", trs: 'ka10085', elements: 'dt' },
  {
    why: "zero in the guide's example; no row has cash of its own",
    trs: 'ka10072 ka10073',
    elements: 'wthd_alowa',
  },
  { why: NO_PLEDGES, trs: 'kt00002', elements: 'grnt_use_amt' },
  { why: NO_LENT_SHARES, trs: 'kt00002', elements: 'ls_grnt' },
  { why: NO_STAFF, trs: 'kt00016', elements: 'mang_empno mngr_nm dept_nm' },
  {
    why: NO_LENT_SHARES,
    trs: 'kt00016',
    elements: 'ls_grnt_fr ls_grnt_to ls_evlta_fr ls_evlta_to',
  },
  {
    why: NO_PLEDGES,
    trs: 'kt00016',
    elements: 'loan_amt_fr loan_amt_to etc_loana_fr etc_loana_to futr_repl_sella trst_repl_sella',
  },
  { why: NO_OTHERS, trs: 'kt00016', elements: 'rght_evlta_fr rght_evlta_to' },
  { why: PAID_AT_ONCE, trs: 'kt00016', elements: 'crd_int_npay_gold_fr crd_int_npay_gold_to' },
  { why: 'shares leave an account by being sold only', trs: 'kt00016', elements: 'termin_tot_outq' },
  { why: 'shares leave an account by being sold only', trs: 'kt00017', elements: 'outq_amt' },
  {
    why: NO_PLEDGES,
    trs: 'kt00017',
    elements: `etc_loana dpst_grnt_use_amt_d2 crd_stk_evlt_amt_d2 stk_pur_cptal_loan_amt
      sel_prica_grnt_loan_int_amt_amt`,
  },
  { why: NO_LENT_SHARES, trs: 'kt00017', elements: 'crd_ls_grnt_d2 crd_ls_evlta_d2' },
  { why: NO_OTHERS, trs: 'kt00017', elements: 'rp_evlt_amt bd_evlt_amt elsevlt_amt' },
  { why: 'no dividends are paid', trs: 'kt00017', elements: 'dvida_amt' },
  { why: PAID_AT_ONCE, trs: 'kt00017', elements: 'crd_int_npay_gold' },
  { why: 'a row adds up all loans on an instrument', trs: 'kt00008 kt00015', elements: 'loan_dt' },
  { why: 'gains are not taxed', trs: 'kt00008', elements: 'incm_tax resi_tax' },
  { why: 'gains are not taxed', trs: 'kt00015', elements: 'incm_resi_tax txon_base_pric frgn_pay_txam' },
  {
    why: NO_OTHERS,
    trs: 'kt00015',
    elements: `fc_trde_amt fc_exct_amt fc_trde_tax fc_entra fc_cmsn fc_dly_sum fc_uncl_ocr rpym_sum_fr stex_cd
      stex_nm`,
  },
  { why: NO_STAFF, trs: 'kt00015', elements: 'proc_brch rcpmnyer rcpy_no' },
  {
    why: "nothing in the guide's example too",
    trs: 'kt00015',
    elements: 'rpy_diffa orig_deal_no uncl_ocr rpym_sum trde_stle',
  },
  { why: NO_STAFF, trs: 'ka10075', elements: 'mang_empno' },
  { why: "blank in the guide's example too", trs: 'ka10075', elements: 'tsk_tp ind_invsr' },
  { why: "blank in the guide's example too", trs: 'kt00007', elements: 'rsrv_tp' },
  { why: "blank in the guide's example too", trs: 'kt00009', elements: 'rsrv_oppo' },
  {
    why: 'the house lends to all up to the limit of the account',
    trs: 'kt20016',
    elements: 'crd_limit_over_txt',
  },
];

const byTr = new Map<string, ReadonlyMap<string, string>>();

/** Elements of one TR that are nothing, with their reasons. */
export function accountBlanks(id: string): ReadonlyMap<string, string> {
  const known = byTr.get(id);
  if (known !== undefined) return known;
  const reasons = new Map<string, string>();
  byTr.set(id, reasons);
  for (const { why, trs, elements } of ACCOUNT_BLANKS) {
    if (!words(trs).includes(id)) continue;
    for (const element of words(elements)) reasons.set(element, why);
  }
  return reasons;
}

/** Zero, for an amount that is listed here: one that is neither worked out nor listed was forgotten. */
export function nothing(id: string, element: string): 0 {
  assert(accountBlanks(id).has(element), `${id}: ${element} is neither answered nor named as blank`);
  return 0;
}

/** Ids of all TRs that have such elements. */
export function trsWithBlanks(): ReadonlySet<string> {
  return new Set(ACCOUNT_BLANKS.flatMap(({ trs }) => words(trs)));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
