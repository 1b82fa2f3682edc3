// Realised profit: by sale (ka10072, ka10073, ka10077), by day (ka10074) and by instrument (ka10170). All are made of the same
// sales and the same commissions of the day, so they add up to each other.

import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { compactDate, expandDate } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import type { DayTotalsView, RealisedDay, SaleView } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../answers.ts';
import { averagePrice, percent, signedPercent } from '../formats.ts';
import type { AnswerFields } from '../protocol.ts';
import {
  ACCOUNT_PATH,
  ACCOUNT_ROWS,
  creditName,
  LISTED_TEXT,
  loanDigits,
  nameOf,
  sum,
} from './account-words.ts';
import { optionalDate, pageAfter, required, requiredDate, type Tr, type TrContext } from './tr.ts';

/** A sale with the day it was made on. */
interface DatedSale extends SaleView {
  readonly date: TradeDate;
}

function salesOf({ exchange, account, member }: TrContext, from: TradeDate, to: TradeDate): DatedSale[] {
  const symbol = member('stk_cd').replace(/^A(?=.{6}$)/, '');
  return exchange
    .accountDays(account, from, to)
    .flatMap(({ date, sales }) => sales.map((sale) => ({ ...sale, date })))
    .filter((sale) => sale.symbol === symbol)
    .reverse();
}

/** ka10072: the sales of an instrument on one day, latest first. Guide 176–178. */
export const ka10072: Tr = {
  id: 'ka10072',
  path: ACCOUNT_PATH,
  members: [required('stk_cd', 6), requiredDate('strt_dt')],
  answer(context: TrContext): TrAnswer {
    const date = expandDate(context.member('strt_dt'));
    return salePage(context, 'dt_stk_div_rlzt_pl', salesOf(context, date, date), (sale) => ({
      ...saleRow(context, sale, 2),
      ...saleTerms(sale),
      stk_cd_1: `A${sale.symbol}`,
      tdy_sel_pl_1: sale.profit.toFixed(2),
    }));
  },
};

/** ka10073: the sales of an instrument over some days, latest first. Guide 179–181. */
export const ka10073: Tr = {
  id: 'ka10073',
  path: ACCOUNT_PATH,
  members: [required('stk_cd', 6), requiredDate('strt_dt'), requiredDate('end_dt')],
  answer(context: TrContext): TrAnswer {
    const { member } = context;
    const sales = salesOf(context, expandDate(member('strt_dt')), expandDate(member('end_dt')));
    return salePage(context, 'dt_stk_rlzt_pl', sales, (sale) => ({
      dt: compactDate(sale.date),
      tdy_htssel_cmsn: creditName(sale.loanDate !== null),
      ...saleRow(context, sale, 2),
      ...saleTerms(sale),
    }));
  },
};

/** ka10077: today's sales of an instrument. Guide 190. */
export const ka10077: Tr = {
  id: 'ka10077',
  path: ACCOUNT_PATH,
  members: [required('stk_cd', 6)],
  answer(context: TrContext): TrAnswer {
    const { tradeDate } = context.exchange;
    const sales = salesOf(context, tradeDate, tradeDate);
    const answer = salePage(context, 'tdy_rlzt_pl_dtl', sales, (sale) => saleRow(context, sale, 7));
    if (!answer.ok) return answer;
    return {
      ...answer,
      fields: { tdy_rlzt_pl: String(sum(sales, (sale) => sale.profit)), ...answer.fields },
    };
  },
};

function salePage(
  { nextKey }: TrContext,
  list: string,
  sales: readonly DatedSale[],
  row: (sale: DatedSale) => AnswerFields,
): TrAnswer {
  const keyed = sales.map((sale, index) => ({
    sale,
    key: `${compactDate(sale.date)}${sales.length - index}`,
  }));
  const page = pageAfter(keyed, nextKey, ACCOUNT_ROWS, ({ key }) => key);
  return {
    ...success({ [list]: page.rows.map(({ sale }) => row(sale)) }, LISTED_TEXT),
    nextKey: page.nextKey,
  };
}

/** Averages and profits carry decimals, as in the guide's samples. */
function saleRow({ exchange }: TrContext, sale: SaleView, digits: number): AnswerFields {
  return {
    stk_nm: nameOf(exchange, sale.symbol),
    cntr_qty: String(sale.quantity),
    buy_uv: (sale.cost / sale.quantity).toFixed(digits),
    cntr_pric: String(averagePrice(sale.amount, sale.quantity)),
    tdy_sel_pl: sale.profit.toFixed(digits),
    pl_rt: signedPercent(sale.profit, sale.cost),
    stk_cd: `A${sale.symbol}`,
    tdy_trde_cmsn: String(sale.buyCommission + sale.sellCommission),
    tdy_trde_tax: String(sale.tax),
  };
}

function saleTerms({ loanDate }: SaleView): AnswerFields {
  return {
    wthd_alowa: '0',
    loan_dt: loanDigits(loanDate, ''),
    crd_tp: `${creditName(loanDate !== null)}잔고`,
  };
}

/** ka10074: realised profit by day; only days with a sale have a row (guide 182: days without are left out). */
export const ka10074: Tr = {
  id: 'ka10074',
  path: ACCOUNT_PATH,
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
  path: ACCOUNT_PATH,
  members: [
    optionalDate('base_dt'),
    required('ottks_tp', 1, ['1', '2']),
    required('ch_crd_tp', 1, ['0', '1', '2']),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange } = context;
    const trades = diary(context);
    const sold = sum(trades, (trade) => trade.sellAmount);
    const bought = sum(trades, (trade) => trade.buyAmount);
    const costs = sum(trades, (trade) => trade.commissionAndTax);
    const profit = sum(trades, (trade) => trade.profit);
    const fields: AnswerFields = {
      tot_sell_amt: String(sold),
      tot_buy_amt: String(bought),
      tot_cmsn_tax: String(costs),
      tot_exct_amt: String(sold - bought - costs),
      tot_pl_amt: String(profit),
      tot_prft_rt: percent(profit, bought),
      tdy_trde_diary: trades.map((trade) => diaryRow(trade, nameOf(exchange, trade.symbol))),
    };
    return success(fields, LISTED_TEXT);
  },
};

/** The day's trades: all of them by instrument, or only those for cash, or on credit. */
function diary({ exchange, account, member }: TrContext): readonly BrokerDayTrade[] {
  const date = member('base_dt') === '' ? exchange.tradeDate : expandDate(member('base_dt'));
  const funding = member('ch_crd_tp');
  if (funding === '0') return exchange.dayTrades(account, date);
  return exchange
    .accountDays(account, date, date)
    .flatMap(({ totals }) => totals)
    .filter(({ onCredit }) => onCredit === (funding === '2'))
    .map(tradeOf);
}

function tradeOf(row: DayTotalsView): BrokerDayTrade {
  const costs = row.buyCommissionOfSold + row.sellCommission + row.tax;
  return {
    symbol: row.symbol,
    buyQuantity: row.boughtQuantity,
    buyAmount: row.boughtAmount,
    sellQuantity: row.soldQuantity,
    sellAmount: row.soldAmount,
    commissionAndTax: row.buyCommission + row.sellCommission + row.tax,
    profit: row.soldAmount - row.costOfSold - costs,
  };
}

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
