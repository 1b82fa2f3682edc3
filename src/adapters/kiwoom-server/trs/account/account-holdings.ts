// What the account holds: kt00018, kt00004, kt00005 and ka10085. All four list the same positions; kt00004 and kt00005 state their
// value after the costs of selling, as the guide's samples do.

import type { SymbolCode } from '#domain/units.ts';
import type { AccountDayView, MarketVenue, PositionView } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { averagePrice, directed, padded, percent, percentTo } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { required, type Tr, type TrContext } from '../tr.ts';
import {
  ACCOUNT_PATH,
  creditCode,
  DONE_TEXT,
  daysThrough,
  LISTED_TEXT,
  loanDigits,
  netAssets,
  netInflow,
  netValue,
  runningDay,
  sum,
} from './account-words.ts';

/** The market whose prices holdings are valued at. */
const VENUE = required('dmst_stex_tp', 6, ['KRX', 'NXT']);

function venueOf(member: string): MarketVenue {
  return member === 'NXT' ? 'NXT' : 'KRX';
}

/** kt00018: holdings at the last price, with what selling them now would cost. `qry_tp` 1 adds up the loans of an instrument. Guide 400–402. */
export const kt00018: Tr = {
  id: 'kt00018',
  path: ACCOUNT_PATH,
  members: [required('qry_tp', 1, ['1', '2']), VENUE],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const positions = exchange.accounts.positions(account, venueOf(member('dmst_stex_tp')));
    const cost = sum(positions, (one) => one.cost);
    const value = sum(positions, (one) => one.value);
    const profit = sum(positions, (one) => one.profit);
    const loans = sum(positions, (one) => one.loan);
    const rows = member('qry_tp') === '1' ? withLoansAdded(positions) : positions;
    const fields: AnswerFields = {
      tot_pur_amt: padded(cost, 15),
      tot_evlt_amt: padded(value, 15),
      tot_evlt_pl: padded(profit, 15),
      tot_prft_rt: percent(profit, cost),
      // Cash once everything has settled, and the shares at their last price.
      prsm_dpst_aset_amt: padded(exchange.accounts.cash(account).d2 + value - loans, 15),
      tot_loan_amt: padded(0, 15),
      tot_crd_loan_amt: padded(loans, 15),
      tot_crd_ls_amt: padded(0, 15),
      acnt_evlt_remn_indv_tot: rows.map((one) => holdingRow(one, cost)),
    };
    return success(fields, '조회가 완료되었습니다');
  },
};

function holdingRow(position: PositionView, totalCost: number): AnswerFields {
  const { loanDate } = position;
  return {
    stk_cd: `A${position.symbol}`,
    stk_nm: position.name,
    evltv_prft: padded(position.profit, 15),
    prft_rt: percent(position.profit, position.cost),
    pur_pric: padded(averagePrice(position.cost, position.quantity), 15),
    pred_close_pric: padded(position.previousClose, 12),
    rmnd_qty: padded(position.quantity, 15),
    trde_able_qty: padded(position.sellable, 15),
    cur_prc: padded(position.price, 12),
    pred_buyq: padded(position.boughtYesterday, 15),
    pred_sellq: padded(position.soldYesterday, 15),
    tdy_buyq: padded(position.boughtToday, 15),
    tdy_sellq: padded(position.soldToday, 15),
    pur_amt: padded(position.cost, 15),
    pur_cmsn: padded(position.buyCommission, 15),
    evlt_amt: padded(position.value, 15),
    sell_cmsn: padded(position.sellCommission, 15),
    tax: padded(position.tax, 15),
    sum_cmsn: padded(position.buyCommission + position.sellCommission, 15),
    poss_rt: percent(position.cost, totalCost),
    crd_tp: creditCode(loanDate !== null),
    crd_tp_nm: loanDate === null ? '' : '융자',
    crd_loan_dt: loanDigits(loanDate, ''),
  };
}

/** Loans of one instrument as one row, under the date of the oldest. */
function withLoansAdded(positions: readonly PositionView[]): readonly PositionView[] {
  const rows: PositionView[] = [];
  for (const position of positions) {
    const last = rows.at(-1);
    const isNext = last?.symbol === position.symbol && last.loanDate !== null;
    if (last !== undefined && isNext) rows[rows.length - 1] = added(last, position);
    else rows.push(position);
  }
  return rows;
}

const ADDED = [
  'quantity',
  'sellable',
  'cost',
  'value',
  'profit',
  'buyCommission',
  'sellCommission',
  'tax',
  'loan',
  'loanInterest',
  'boughtToday',
  'soldToday',
  'boughtYesterday',
  'soldYesterday',
  'settled',
] as const;

function added(one: PositionView, other: PositionView): PositionView {
  const sums = ADDED.map((name) => [name, one[name] + other[name]] as const);
  return { ...one, ...Object.fromEntries(sums) };
}

/**
 * kt00004: the account valued, with what it gained today, this month and since it was opened. `qry_tp` would leave out shares
 * that are no longer listed, of which there are none. Guide 364–366.
 */
export const kt00004: Tr = {
  id: 'kt00004',
  path: ACCOUNT_PATH,
  members: [required('qry_tp', 1, ['0', '1']), VENUE],
  answer(context: TrContext): TrAnswer {
    const { exchange, account, member } = context;
    const funds = exchange.accounts.funds(account);
    const positions = exchange.accounts.positions(account, venueOf(member('dmst_stex_tp')));
    const value = sum(positions, netValue);
    // What the account is worth and has gained is told at the prices of the market asked for, as kt00018 has it.
    const today = { ...runningDay(context), positions };
    const days = daysThrough(context, exchange.tradeDate).slice(0, -1);
    const fields: AnswerFields = {
      acnt_nm: '',
      brch_nm: '',
      entr: padded(funds.today, 12),
      d2_entra: padded(funds.d2, 12),
      tot_est_amt: padded(value, 12),
      aset_evlt_amt: padded(funds.today + value, 12),
      tot_pur_amt: padded(
        sum(positions, (one) => one.cost),
        12,
      ),
      prsm_dpst_aset_amt: padded(netAssets(today), 12),
      tot_grnt_sella: padded(0, 12),
      ...gains([...days, today]),
      stk_acnt_evlt_prst: positions.map(valuedRow),
    };
    return success(fields, DONE_TEXT);
  },
};

/** Principal and gain of today, of the month and of the account's life: net assets now against those before, less what was paid in. */
function gains(days: readonly AccountDayView[]): AnswerFields {
  const month = days.at(-1)?.date.slice(0, 7) ?? '';
  const today = gainOver(days, days.length - 1);
  const ofMonth = gainOver(
    days,
    days.findIndex(({ date }) => date.startsWith(month)),
  );
  const ofAll = gainOver(days, 0);
  return {
    tdy_lspft_amt: padded(today.principal, 12),
    invt_bsamt: padded(ofMonth.principal, 12),
    lspft_amt: padded(ofAll.principal, 12),
    tdy_lspft: padded(today.gain, 12),
    lspft2: padded(ofMonth.gain, 12),
    lspft: padded(ofAll.gain, 12),
    tdy_lspft_rt: percent(today.gain, today.principal),
    lspft_ratio: percent(ofMonth.gain, ofMonth.principal),
    lspft_rt: percent(ofAll.gain, ofAll.principal),
  };
}

function gainOver(days: readonly AccountDayView[], from: number): { principal: number; gain: number } {
  const before = days[from - 1];
  const last = days.at(-1);
  const principal =
    (before === undefined ? 0 : netAssets(before)) + sum(days.slice(Math.max(0, from)), netInflow);
  return { principal, gain: (last === undefined ? 0 : netAssets(last)) - principal };
}

/** A name in at most 40 bytes, cut in the middle of a letter if need be: only kt00004 does so (kiwoom-wire 3.4c). */
function cutName(name: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(name).subarray(0, 40));
}

function valuedRow(position: PositionView): AnswerFields {
  return {
    stk_cd: `A${position.symbol}`,
    stk_nm: cutName(position.name),
    rmnd_qty: padded(position.quantity, 12),
    avg_prc: padded(averagePrice(position.cost, position.quantity), 12),
    cur_prc: padded(position.price, 12),
    evlt_amt: padded(netValue(position), 12),
    pl_amt: padded(position.profit, 12),
    pl_rt: percentTo(position.profit, position.cost, 4),
    loan_dt: loanDigits(position.loanDate, ''),
    pur_amt: padded(position.cost, 12),
    setl_remn: padded(position.settled, 12),
    pred_buyq: padded(position.boughtYesterday, 12),
    pred_sellq: padded(position.soldYesterday, 12),
    tdy_buyq: padded(position.boughtToday, 12),
    tdy_sellq: padded(position.soldToday, 12),
  };
}

/** kt00005: money and holdings in one answer. Guide 367–369. */
export const kt00005: Tr = {
  id: 'kt00005',
  path: ACCOUNT_PATH,
  members: [VENUE],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const funds = exchange.accounts.funds(account);
    const positions = exchange.accounts.positions(account, venueOf(member('dmst_stex_tp')));
    const cost = sum(positions, (one) => one.cost);
    const profit = sum(positions, (one) => one.profit);
    const amounts: Readonly<Record<string, number>> = {
      entr: funds.today,
      entr_d1: funds.d1,
      entr_d2: funds.d2,
      pymn_alow_amt: funds.withdrawable,
      uncl_stk_amt: 0,
      repl_amt: funds.substitutes,
      rght_repl_amt: 0,
      ord_alowa: funds.free,
      ch_uncla: funds.unpaid,
      crd_int_npay_gold: 0,
      etc_loana: 0,
      nrpy_loan: funds.loans,
      profa_ch: funds.tiedCash,
      repl_profa: funds.tiedSubstitutes,
      stk_buy_tot_amt: cost,
      evlt_amt_tot: sum(positions, netValue),
      tot_pl_tot: profit,
    };
    const fields: AnswerFields = {};
    for (const [name, amount] of Object.entries(amounts)) fields[name] = padded(amount, 12);
    fields['tot_pl_rt'] = percentTo(profit, cost, 4);
    fields['tot_re_buy_alowa'] = padded(0, 12);
    for (const rate of [20, 30, 40, 50, 60, 100] as const) {
      fields[`${rate}ord_alow_amt`] = padded(funds.byRate[rate], 12);
    }
    fields['crd_loan_tot'] = padded(funds.loans, 12);
    fields['crd_loan_ls_tot'] = padded(funds.loans, 12);
    fields['crd_grnt_rt'] = percent(funds.security, funds.loans);
    fields['dpst_grnt_use_amt_amt'] = padded(0, 12);
    fields['grnt_loan_amt'] = padded(0, 12);
    fields['stk_cntr_remn'] = positions.map(balanceRow);
    return success(fields, DONE_TEXT);
  },
};

function balanceRow(position: PositionView): AnswerFields {
  const { loanDate } = position;
  return {
    crd_tp: creditCode(loanDate !== null),
    loan_dt: loanDigits(loanDate, ''),
    expr_dt: loanDigits(position.loanDue, ''),
    stk_cd: `A${position.symbol}`,
    stk_nm: position.name,
    setl_remn: padded(position.settled, 12),
    cur_qty: padded(position.quantity, 12),
    cur_prc: padded(position.price, 12),
    buy_uv: padded(averagePrice(position.cost, position.quantity), 12),
    pur_amt: padded(position.cost, 12),
    evlt_amt: padded(netValue(position), 12),
    evltv_prft: padded(position.profit, 12),
    pl_rt: percentTo(position.profit, position.cost, 4),
  };
}

/** ka10085: holdings with what was realised on them today. Averages are rounded here, not cut, as in the guide's sample. Guide 191–193. */
export const ka10085: Tr = {
  id: 'ka10085',
  path: ACCOUNT_PATH,
  members: [required('stex_tp', 1, ['0', '1', '2'])],
  answer(context: TrContext): TrAnswer {
    const today = runningDay(context);
    const rows = positionsOn(context, context.member('stex_tp')).map((one) => returnRow(one, today));
    return success({ acnt_prft_rt: rows }, LISTED_TEXT);
  },
};

/** Positions at the prices of KRX (`1`) or NXT (`2`), or each at that of the market it was traded on last (`0`). */
function positionsOn({ exchange, account }: TrContext, market: string): readonly PositionView[] {
  const [krx, nxt] = [exchange.accounts.positions(account), exchange.accounts.positions(account, 'NXT')];
  if (market !== '0') return market === '2' ? nxt : krx;
  const lastAt = (symbol: SymbolCode, venue: MarketVenue) => exchange.market.day(symbol, venue)?.lastAt ?? 0;
  return krx.map((one, index) => {
    const isLastOnNxt = lastAt(one.symbol, 'NXT') > lastAt(one.symbol, 'KRX');
    return isLastOnNxt ? (nxt[index] ?? one) : one;
  });
}

function returnRow(position: PositionView, today: AccountDayView): AnswerFields {
  const { symbol, loanDate, quantity, cost } = position;
  const sales = today.sales.filter((sale) => sale.symbol === symbol && sale.loanDate === loanDate);
  const totals = today.totals.find((row) => row.symbol === symbol && row.onCredit === (loanDate !== null));
  const bought = position.boughtToday > 0 ? (totals?.buyCommission ?? 0) : 0;
  return {
    dt: '',
    stk_cd: symbol,
    stk_nm: position.name,
    cur_prc: directed(position.price, position.previousClose),
    pur_pric: String(Math.round(cost / quantity)),
    pur_amt: String(cost),
    rmnd_qty: String(quantity),
    tdy_sel_pl: String(sum(sales, (sale) => sale.profit)),
    tdy_trde_cmsn: String(bought + sum(sales, (sale) => sale.sellCommission)),
    tdy_trde_tax: String(sum(sales, (sale) => sale.tax)),
    crd_tp: creditCode(loanDate !== null),
    loan_dt: loanDigits(loanDate, '00000000'),
    setl_remn: String(position.settled),
    clrn_alow_qty: String(position.sellable),
    crd_amt: String(position.loan),
    crd_int: String(position.loanInterest),
    expr_dt: loanDigits(position.loanDue, '00000000'),
  };
}
