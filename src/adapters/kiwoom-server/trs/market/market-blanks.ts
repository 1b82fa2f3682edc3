// Elements of market TRs that stay blank on this exchange, and why: a blank says "not known here", a figure would be made up.

/** Blank elements of some TRs that share a reason. */
export interface BlankElements {
  readonly why: string;
  /** TRs and elements, separated by blanks. */
  readonly trs: string;
  readonly elements: string;
}

const STOCK_CHARTS = 'ka10079 ka10080 ka10081 ka10082 ka10083 ka10094';
const INDEX_CHARTS = 'ka20004 ka20005 ka20006 ka20007 ka20008 ka20019';
const NO_LOANS = 'others have no margin loans';
const NO_TARGET =
  'ETFs follow the market as a whole, which is none of the listed indices; tax and distributions are not known';
const NO_TRACKING = 'the guide does not say over which days a tracking error is taken';

export const MARKET_BLANKS: readonly BlankElements[] = [
  {
    why: 'no shares are split or consolidated, so no price is ever adjusted',
    trs: STOCK_CHARTS,
    elements: 'upd_stkpc_tp upd_rt upd_stkpc_event',
  },
  {
    why: "blank in the guide's examples too",
    trs: `${STOCK_CHARTS} ${INDEX_CHARTS}`,
    elements: 'bic_inds_tp sm_inds_tp stk_infr pred_close_pric',
  },
  { why: "blank in the guide's example too", trs: 'ka10079', elements: 'last_tic_cnt' },
  {
    why: 'companies have no accounts and no shareholders',
    trs: 'ka10001',
    elements: `setl_mm fav cap crd_rt mac_wght per eps roe pbr ev bps sale_amt bus_pro cup_nga dstr_stk
      dstr_rt`,
  },
  { why: 'companies have no accounts', trs: 'ka10095', elements: 'cap fav' },
  {
    why: 'the best quotes at the time of a past trade are not kept',
    trs: 'ka10003 ka10084',
    elements: 'pri_sel_bid_unit pri_buy_bid_unit',
  },
  {
    why: "the parts of a day are not kept apart; blank in the guide's example too",
    trs: 'ka10015',
    elements: `bf_mkrt_trde_qty bf_mkrt_trde_wght opmr_trde_qty opmr_trde_wght af_mkrt_trde_qty af_mkrt_trde_wght
      bf_mkrt_trde_prica bf_mkrt_trde_prica_wght opmr_trde_prica opmr_trde_prica_wght af_mkrt_trde_prica
      af_mkrt_trde_prica_wght`,
  },
  { why: 'the guide does not say what is added up', trs: 'ka10015', elements: 'tot_3 prid_trde_qty' },
  { why: NO_LOANS, trs: 'ka10005 ka10015', elements: 'crd_remn_rt' },
  { why: NO_LOANS, trs: 'ka10086', elements: 'crd_rt crd_remn_rt' },
  { why: 'what foreigners bought is not told trade by trade', trs: 'ka40010', elements: 'for_netprps' },
  {
    why: 'the guide does not say since when it is added up; blank in its example too',
    trs: 'ka10009',
    elements: 'orgn_dt_acc',
  },
  {
    why: "blank in the guide's example too",
    trs: 'ka10035',
    elements: 'pred_pre_1 pred_pre_2 pred_pre_3',
  },
  { why: "blank in the guide's example too", trs: 'ka10017', elements: 'stk_infr' },
  { why: "blank in the guide's example too", trs: 'ka10019', elements: 'stk_cls' },
  { why: 'the guide does not say what is counted', trs: 'ka10027', elements: 'cnt' },
  {
    why: 'blank for KRX, as recorded from the real server',
    trs: 'ka10030',
    elements: `opmr_trde_qty opmr_pred_rt opmr_trde_rt opmr_trde_amt af_mkrt_trde_qty af_mkrt_pred_rt
      af_mkrt_trde_rt af_mkrt_trde_amt bf_mkrt_trde_qty bf_mkrt_pred_rt bf_mkrt_trde_rt bf_mkrt_trde_amt`,
  },
  {
    why: 'strength is known of the days this server was there, and the means need as many of them',
    trs: 'ka10047',
    elements: 'cntr_str_5min cntr_str_20min cntr_str_60min',
  },
  { why: "blank in the guide's example too", trs: 'ka10047', elements: 'trde_qty' },
  {
    why: 'orders of a level are not counted; blank in the guide too',
    trs: 'ka10007',
    elements: `sel_1bid_cnt sel_2bid_cnt sel_3bid_cnt sel_4bid_cnt sel_5bid_cnt buy_1bid_cnt buy_2bid_cnt
      buy_3bid_cnt buy_4bid_cnt buy_5bid_cnt tot_buy_cnt tot_sel_cnt`,
  },
  {
    why: 'of derivatives, of which none is listed',
    trs: 'ka10007',
    elements: 'hgst_pric lwst_pric hgst_pric_dt lwst_pric_dt',
  },
  {
    why: 'orders of a level are not counted; blank in the guide too',
    trs: 'ka10095',
    elements: 'pri_sel_cnt pri_buy_cnt tot_sel_cnt tot_buy_cnt',
  },
  {
    why: 'of ELWs, of which none is listed',
    trs: 'ka10095',
    elements: `prty gear pl_qutr cap_support elwexec_pric cnvt_rt elwexpr_dt cntr_engg cntr_pred_pre theory_pric
      innr_vltl delta gam theta vega law`,
  },
  {
    why: 'companies are not sorted by kind',
    trs: 'ka10099 ka10100',
    elements: 'companyClassName',
  },
  { why: 'the guide does not say what groups indices', trs: 'ka10101', elements: 'group' },
  { why: "blank in the guide's example too", trs: 'ka20001', elements: 'stex_tp' },
  { why: "blank in the guide's example too", trs: 'ka20003', elements: 'wght' },
  {
    why: "what is added up is not said; blank in the guide's example too",
    trs: 'ka90004',
    elements: 'tot_6',
  },
  {
    why: 'of the future of the index, of which none is listed',
    trs: 'ka90005 ka90007 ka90010',
    elements: 'basis',
  },
  {
    why: "blank in the guide's examples too, and as recorded",
    trs: 'ka90008 ka90013',
    elements: 'base_pric_tm dbrt_trde_rpy_sum remn_rcvord_sum',
  },
  {
    why: NO_TARGET,
    trs: 'ka40002 ka40006',
    elements: 'etfobjt_idex_nm wonju_pric etftxon_type etntxon_type',
  },
  {
    why: NO_TARGET,
    trs: 'ka40003',
    elements: 'navidex_dispty_rt trace_cur_prc trace_pred_pre trace_pre_sig',
  },
  {
    why: NO_TARGET,
    trs: 'ka40004',
    elements: 'stk_cls txbs dvid_bf_base pred_dvida trace_idex_nm trace_idex_cd trace_idex trace_flu_rt',
  },
  {
    why: NO_TARGET,
    trs: 'ka40006',
    elements: 'navidex trace trace_idex trace_idex_pred_pre trace_idex_pred_pre_sig',
  },
  {
    why: NO_TARGET,
    trs: 'ka40007',
    elements: 'stk_cls etfobjt_idex_nm etfobjt_idex_cd objt_idex_pre_rt wonju_pric',
  },
  { why: NO_TRACKING, trs: 'ka40003 ka40004 ka40009', elements: 'trace_eor_rt' },
  {
    why: "blank in the guide's example too",
    trs: 'ka40009',
    elements: 'for_rmnd_qty repl_pric conv_pric drstk wonju_pric',
  },
];

/** The blank elements of a TR with the reason of each. */
export function marketBlanks(trId: string): ReadonlyMap<string, string> {
  const blanks = new Map<string, string>();
  for (const { why, trs, elements } of MARKET_BLANKS) {
    if (!words(trs).includes(trId)) continue;
    for (const element of words(elements)) blanks.set(element, why);
  }
  return blanks;
}

/** The TRs that have blank elements. */
export function trsWithBlanks(): ReadonlySet<string> {
  return new Set(MARKET_BLANKS.flatMap(({ trs }) => words(trs)));
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
