// Realised profit: by sale (ka10072, ka10073, ka10077) and by day (ka10074). All are made of the same sales and the same
// commissions of the day, so they add up to each other and to ka10170 (account-diary.ts).

import { compactDate, expandDate } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import type { RealisedDay, SaleView } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { averagePrice, signedPercent } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { optional, pageAfter, required, requiredDate, type Tr, type TrContext } from '../tr.ts';
import {
  ACCOUNT_PATH,
  ACCOUNT_ROWS,
  askedSymbol,
  creditName,
  LISTED_TEXT,
  loanDigits,
  nameOf,
  sum,
} from './account-words.ts';

/** A sale with the day it was made on. */
interface DatedSale extends SaleView {
  readonly date: TradeDate;
}

function salesOf(context: TrContext, from: TradeDate, to: TradeDate): DatedSale[] {
  const { exchange, account } = context;
  const symbol = askedSymbol(context);
  return exchange.accounts
    .accountDays(account, from, to)
    .flatMap(({ date, sales }) => sales.map((sale) => ({ ...sale, date })))
    .filter((sale) => symbol === '' || sale.symbol === symbol)
    .reverse();
}

/**
 * ka10072: the sales of an instrument on one day, latest first. Guide 176–178. The instrument may be left out, which is not in the
 * guide but in the broker's later list.
 */
export const ka10072: Tr = {
  id: 'ka10072',
  path: ACCOUNT_PATH,
  members: [optional('stk_cd', 6), requiredDate('strt_dt')],
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

/** ka10073: the same over some days. Guide 179–181. */
export const ka10073: Tr = {
  id: 'ka10073',
  path: ACCOUNT_PATH,
  members: [optional('stk_cd', 6), requiredDate('strt_dt'), requiredDate('end_dt')],
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
    const days = exchange.accounts
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
