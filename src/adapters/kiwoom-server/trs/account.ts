// The account: kt00001 (cash by settlement day), kt00011 (what may be ordered), kt00018 (holdings), ka10074 (realised
// profit by day) and ka10170 (a day's trades by instrument). Won everywhere, padded as the guide's examples are.

import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { compactDate, expandDate } from '#domain/time.ts';
import type { CashView, HoldingView, RealisedDay } from '#exchange/contract.ts';
import { badField, success, type TrAnswer, unknownSymbol } from '../answers.ts';
import { averagePrice, padded, percent } from '../formats.ts';
import type { AnswerFields } from '../protocol.ts';
import { blanks, optional, optionalDate, required, requiredDate, type Tr, type TrContext } from './tr.ts';

const PATH = '/api/dostk/acnt';
const LISTED_TEXT = ' 조회가 완료되었습니다.';

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

/** kt00001: cash today and on the two settlement days that follow. Guide 357–361. */
export const kt00001: Tr = {
  id: 'kt00001',
  path: PATH,
  members: [required('qry_tp', 1, ['2', '3'])],
  answer({ exchange, account }: TrContext): TrAnswer {
    const amounts = depositAmounts(exchange.cash(account));
    const fields: AnswerFields = {};
    for (const name of DEPOSIT_NAMES) fields[name] = padded(amounts[name] ?? 0, 15);
    fields['crd_grnt_rt'] = '0.00';
    fields['stk_entr_prst'] = [];
    return success(fields, '조회가 완료되었습니다.');
  },
};

function depositAmounts(cash: CashView): Readonly<Record<string, number>> {
  const withdrawable = Math.max(0, Math.min(cash.today, cash.d1, cash.d2) - cash.reserved);
  // Every margin column shows the same: this account trades on full margin (kiwoom-wire 5.5).
  const orderable = cash.orderable;
  return {
    entr: cash.today,
    profa_ch: cash.reserved,
    pymn_alow_amt: withdrawable,
    ord_alow_amt: orderable,
    bncr_buy_alowa: orderable,
    '20stk_ord_alow_amt': orderable,
    '30stk_ord_alow_amt': orderable,
    '40stk_ord_alow_amt': orderable,
    '50stk_ord_alow_amt': orderable,
    '60stk_ord_alow_amt': orderable,
    '100stk_ord_alow_amt': orderable,
    d1_entra: cash.d1,
    d1_slby_exct_amt: cash.d1Sell - cash.d1Buy,
    d1_buy_exct_amt: cash.d1Buy,
    d1_sel_exct_amt: cash.d1Sell,
    d1_pymn_alow_amt: withdrawable,
    d2_entra: cash.d2,
    d2_slby_exct_amt: cash.d2Sell - cash.d2Buy,
    d2_buy_exct_amt: cash.d2Buy,
    d2_sel_exct_amt: cash.d2Sell,
    d2_pymn_alow_amt: Math.max(0, cash.d2 - cash.reserved),
  };
}

const MARGIN_COLUMNS = [20, 30, 40, 50, 60, 100].flatMap((rate) => [
  `profa_${rate}ord_alow_amt`,
  `profa_${rate}ord_alowq`,
  `profa_${rate}pred_reu_amt`,
  `profa_${rate}tdy_reu_amt`,
]);

/** kt00011: shares and won that may be bought without becoming unpaid; at the upper limit when no price is given. Guide 382–384. */
export const kt00011: Tr = {
  id: 'kt00011',
  path: PATH,
  members: [required('stk_cd', 12), optional('uv', 10)],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const symbol = member('stk_cd').replace(/^A(?=.{6}$)/, '');
    if (exchange.day(symbol) === null) return unknownSymbol(symbol);
    const asked = member('uv').trim();
    if (asked !== '' && !/^\d+$/.test(asked)) return badField('uv', '숫자가 아닙니다');
    const orderable = exchange.orderable(account, symbol, Number(asked) > 0 ? Number(asked) : null);
    const cash = exchange.cash(account);
    const fields: AnswerFields = {
      stk_profa_rt: '100%',
      profa_rt: '100%',
      aplc_rt: '100%',
      ...blanks(MARGIN_COLUMNS),
      min_ord_alow_amt: padded(orderable.amount, 12),
      min_ord_alowq: padded(orderable.quantity, 12),
      min_pred_reu_amt: padded(0, 12),
      min_tdy_reu_amt: padded(0, 12),
      entr: padded(cash.today, 12),
      repl_amt: padded(0, 12),
      uncla: padded(0, 12),
      ord_pos_repl: padded(0, 12),
      ord_alowa: padded(cash.orderable, 12),
    };
    return success(fields, '자료를 조회하였습니다.');
  },
};

/** kt00018: holdings at the last price, with what selling them now would cost. Guide 400–402. */
export const kt00018: Tr = {
  id: 'kt00018',
  path: PATH,
  members: [required('qry_tp', 1, ['1', '2']), required('dmst_stex_tp', 6, ['KRX', 'NXT'])],
  answer({ exchange, account }: TrContext): TrAnswer {
    const holdings = exchange.holdings(account);
    const cost = sum(holdings, (holding) => holding.cost);
    const value = sum(holdings, (holding) => holding.value);
    const profit = sum(holdings, (holding) => holding.profit);
    const fields: AnswerFields = {
      tot_pur_amt: padded(cost, 15),
      tot_evlt_amt: padded(value, 15),
      tot_evlt_pl: padded(profit, 15),
      tot_prft_rt: percent(profit, cost),
      // Cash once everything has settled, and the shares at their last price.
      prsm_dpst_aset_amt: padded(exchange.cash(account).d2 + value, 15),
      tot_loan_amt: padded(0, 15),
      tot_crd_loan_amt: padded(0, 15),
      tot_crd_ls_amt: padded(0, 15),
      acnt_evlt_remn_indv_tot: holdings.map((holding) => holdingRow(holding, cost)),
    };
    return success(fields, '조회가 완료되었습니다');
  },
};

function holdingRow(holding: HoldingView, totalCost: number): AnswerFields {
  return {
    stk_cd: `A${holding.symbol}`,
    stk_nm: holding.name,
    evltv_prft: padded(holding.profit, 15),
    prft_rt: percent(holding.profit, holding.cost),
    pur_pric: padded(averagePrice(holding.cost, holding.quantity), 15),
    pred_close_pric: padded(holding.previousClose, 12),
    rmnd_qty: padded(holding.quantity, 15),
    trde_able_qty: padded(holding.sellable, 15),
    cur_prc: padded(holding.price, 12),
    // The exchange keeps no trades by instrument of the day before.
    pred_buyq: padded(0, 15),
    pred_sellq: padded(0, 15),
    tdy_buyq: padded(holding.boughtToday, 15),
    tdy_sellq: padded(holding.soldToday, 15),
    pur_amt: padded(holding.cost, 15),
    pur_cmsn: padded(holding.buyCommission, 15),
    evlt_amt: padded(holding.value, 15),
    sell_cmsn: padded(holding.sellCommission, 15),
    tax: padded(holding.tax, 15),
    sum_cmsn: padded(holding.buyCommission + holding.sellCommission, 15),
    poss_rt: percent(holding.cost, totalCost),
    crd_tp: '00',
    crd_tp_nm: '',
    crd_loan_dt: '',
  };
}

/** ka10074: realised profit by day; only days with a sale have a row (guide 182: days without are left out). */
export const ka10074: Tr = {
  id: 'ka10074',
  path: PATH,
  members: [requiredDate('strt_dt'), requiredDate('end_dt')],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const days = exchange
      .realised(account, expandDate(member('strt_dt')), expandDate(member('end_dt')))
      .filter((day) => day.sellAmount > 0)
      .toSorted((a, b) => (a.date < b.date ? 1 : -1));
    const fields: AnswerFields = {
      tot_buy_amt: String(sum(days, (day) => day.buyAmount)),
      tot_sell_amt: String(sum(days, (day) => day.sellAmount)),
      rlzt_pl: String(sum(days, (day) => day.profit)),
      trde_cmsn: String(sum(days, (day) => day.commission)),
      trde_tax: String(sum(days, (day) => day.tax)),
      dt_rlzt_pl: days.map(realisedRow),
    };
    return success(fields, LISTED_TEXT);
  },
};

function realisedRow(day: RealisedDay): AnswerFields {
  return {
    dt: compactDate(day.date),
    buy_amt: String(day.buyAmount),
    sell_amt: String(day.sellAmount),
    tdy_sel_pl: String(day.profit),
    tdy_trde_cmsn: String(day.commission),
    tdy_trde_tax: String(day.tax),
  };
}

/**
 * ka10170: a day's trades by instrument. Guide 244–245. Both values of `ottks_tp` list all trades: the exchange does not
 * tell shares bought today from older ones when they are sold.
 */
export const ka10170: Tr = {
  id: 'ka10170',
  path: PATH,
  members: [
    optionalDate('base_dt'),
    required('ottks_tp', 1, ['1', '2']),
    required('ch_crd_tp', 1, ['0', '1', '2']),
  ],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const date = member('base_dt') === '' ? exchange.tradeDate : expandDate(member('base_dt'));
    const trades = member('ch_crd_tp') === '2' ? [] : exchange.dayTrades(account, date);
    const sold = sum(trades, (trade) => trade.sellAmount);
    const bought = sum(trades, (trade) => trade.buyAmount);
    const costs = sum(trades, (trade) => trade.commissionAndTax);
    const profit = sum(trades, (trade) => trade.profit);
    const name = (symbol: string) => exchange.day(symbol)?.instrument.name ?? '';
    const fields: AnswerFields = {
      tot_sell_amt: String(sold),
      tot_buy_amt: String(bought),
      tot_cmsn_tax: String(costs),
      tot_exct_amt: String(sold - bought - costs),
      tot_pl_amt: String(profit),
      tot_prft_rt: percent(profit, bought),
      tdy_trde_diary: trades.map((trade) => diaryRow(trade, name(trade.symbol))),
    };
    return success(fields, LISTED_TEXT);
  },
};

function diaryRow(trade: BrokerDayTrade, name: string): AnswerFields {
  return {
    stk_nm: name,
    buy_avg_pric: String(averagePrice(trade.buyAmount, trade.buyQuantity)),
    buy_qty: String(trade.buyQuantity),
    sel_avg_pric: String(averagePrice(trade.sellAmount, trade.sellQuantity)),
    sell_qty: String(trade.sellQuantity),
    cmsn_alm_tax: String(trade.commissionAndTax),
    pl_amt: String(trade.profit),
    sell_amt: String(trade.sellAmount),
    buy_amt: String(trade.buyAmount),
    prft_rt: percent(trade.profit, trade.buyAmount),
    stk_cd: trade.symbol,
  };
}

function sum<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}
