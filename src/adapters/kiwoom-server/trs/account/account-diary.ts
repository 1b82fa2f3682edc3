// The trading diary of a day (ka10170): what was bought and sold of each instrument, or only what was bought and sold again on the
// same day. A sale is of shares bought earlier that day first; on credit the loan says which shares they were.

import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { addDays, expandDate } from '#domain/time.ts';
import { mulDiv, type Quantity, type SymbolCode, type TradeDate, type Won } from '#domain/units.ts';
import type { DayTotalsView, ExchangeFill, SaleView } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { averagePrice, percent } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { optionalDate, required, type Tr, type TrContext } from '../tr.ts';
import { ACCOUNT_PATH, LISTED_TEXT, nameOf, sum } from './account-words.ts';

/** A row of the diary, and what the shares sold had cost, won: what a profit is a part of. */
interface DiaryTrade extends BrokerDayTrade {
  readonly costOfSold: Won;
}

/** Days the diary goes back (guide 244: two months; that older days are answered without rows is our decision). */
const DIARY_DAYS = 62;

/** ka10170: a day's trades by instrument; `ottks_tp` 1 asks for those that were closed on the day they began. Guide 244–245. */
export const ka10170: Tr = {
  id: 'ka10170',
  path: ACCOUNT_PATH,
  members: [
    optionalDate('base_dt'),
    required('ottks_tp', 1, ['1', '2']),
    required('ch_crd_tp', 1, ['0', '1', '2']),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, member } = context;
    const date = member('base_dt') === '' ? exchange.tradeDate : expandDate(member('base_dt'));
    const trades = tradesOf(context, date);
    const sold = sum(trades, (trade) => trade.sellAmount);
    const bought = sum(trades, (trade) => trade.buyAmount);
    const costs = sum(trades, (trade) => trade.commissionAndTax);
    const profit = sum(trades, (trade) => trade.profit);
    const costOfSold = sum(trades, (trade) => trade.costOfSold);
    const fields: AnswerFields = {
      tot_sell_amt: String(sold),
      tot_buy_amt: String(bought),
      tot_cmsn_tax: String(costs),
      tot_exct_amt: String(sold - bought - costs),
      tot_pl_amt: String(profit),
      tot_prft_rt: percent(profit, costOfSold),
      tdy_trde_diary: trades.map((trade) => diaryRow(trade, nameOf(exchange, trade.symbol))),
    };
    return success(fields, LISTED_TEXT);
  },
};

/** Whether trades for cash (false) or on credit (true) are asked for. */
function isFundingAsked({ member }: TrContext, onCredit: boolean): boolean {
  const asked = member('ch_crd_tp');
  return asked === '0' || onCredit === (asked === '2');
}

function tradesOf(context: TrContext, date: TradeDate): readonly DiaryTrade[] {
  if (date < addDays(context.exchange.tradeDate, -DIARY_DAYS)) return [];
  return context.member('ottks_tp') === '1' ? closedTrades(context, date) : allTrades(context, date);
}

/** All of a day. */
function allTrades(context: TrContext, date: TradeDate): readonly DiaryTrade[] {
  const { exchange, account } = context;
  const totals = exchange.accounts.accountDays(account, date, date).flatMap((day) => day.totals);
  return merged(totals.filter(({ onCredit }) => isFundingAsked(context, onCredit)).map(tradeOf));
}

function tradeOf(row: DayTotalsView): DiaryTrade {
  const costs = row.buyCommissionOfSold + row.sellCommission + row.tax;
  return {
    symbol: row.symbol,
    buyQuantity: row.boughtQuantity,
    buyAmount: row.boughtAmount,
    sellQuantity: row.soldQuantity,
    sellAmount: row.soldAmount,
    costOfSold: row.costOfSold,
    commissionAndTax: row.buyCommission + row.sellCommission + row.tax,
    profit: row.soldAmount - row.costOfSold - costs,
  };
}

/** What was bought and sold again on one day. */
function closedTrades(context: TrContext, date: TradeDate): readonly DiaryTrade[] {
  const { exchange, account } = context;
  const orders = exchange.orders.of(account, date).filter(({ credit }) => credit !== undefined);
  const onCredit = new Set(orders.map(({ orderNo }) => orderNo));
  const fills = exchange.orders.fillsOf(account, date).filter(({ orderNo }) => !onCredit.has(orderNo));
  const sales = exchange.accounts.accountDays(account, date, date).flatMap((day) => day.sales);
  return merged([
    ...(isFundingAsked(context, false) ? closedForCash(fills) : []),
    ...(isFundingAsked(context, true)
      ? sales.filter(({ loanDate }) => loanDate === date).map(closedOnCredit)
      : []),
  ]);
}

/** Shares bought today and not yet sold, what they cost and the commission on them. */
interface Fresh {
  quantity: Quantity;
  amount: Won;
  commission: Won;
}

/** Sales for cash, execution by execution, as far as they are of shares bought earlier that day. */
function closedForCash(fills: readonly ExchangeFill[]): DiaryTrade[] {
  const bought = new Map<SymbolCode, Fresh>();
  const closed: DiaryTrade[] = [];
  for (const fill of fills) {
    const fresh = bought.get(fill.symbol) ?? { quantity: 0, amount: 0, commission: 0 };
    bought.set(fill.symbol, fresh);
    if (fill.side === 'buy') {
      fresh.quantity += fill.quantity;
      fresh.amount += fill.price * fill.quantity;
      fresh.commission += fill.commission;
    } else if (fresh.quantity > 0) closed.push(closedBy(fill, fresh));
  }
  return closed;
}

/** Takes what a sale sells out of the shares bought before it. The last of them takes what rounding left. */
function closedBy(sale: ExchangeFill, fresh: Fresh): DiaryTrade {
  const { symbol, price, commission, tax } = sale;
  const quantity = Math.min(sale.quantity, fresh.quantity);
  const amount = mulDiv(fresh.amount, quantity, fresh.quantity);
  const buyCommission = mulDiv(fresh.commission, quantity, fresh.quantity);
  fresh.quantity -= quantity;
  fresh.amount -= amount;
  fresh.commission -= buyCommission;
  const costs = buyCommission + mulDiv(commission + tax, quantity, sale.quantity);
  return {
    symbol,
    buyQuantity: quantity,
    buyAmount: amount,
    sellQuantity: quantity,
    sellAmount: price * quantity,
    costOfSold: amount,
    commissionAndTax: costs,
    profit: price * quantity - amount - costs,
  };
}

/** A sale out of a loan of the same day. */
function closedOnCredit(sale: SaleView): DiaryTrade {
  return {
    symbol: sale.symbol,
    buyQuantity: sale.quantity,
    buyAmount: sale.cost,
    sellQuantity: sale.quantity,
    sellAmount: sale.amount,
    costOfSold: sale.cost,
    commissionAndTax: sale.buyCommission + sale.sellCommission + sale.tax,
    profit: sale.profit,
  };
}

/** One row for each instrument. */
function merged(trades: readonly DiaryTrade[]): DiaryTrade[] {
  const rows = new Map<SymbolCode, DiaryTrade>();
  for (const one of trades) {
    const before = rows.get(one.symbol);
    rows.set(one.symbol, before === undefined ? one : added(before, one));
  }
  return [...rows.values()];
}

function added(one: DiaryTrade, other: DiaryTrade): DiaryTrade {
  return {
    symbol: one.symbol,
    buyQuantity: one.buyQuantity + other.buyQuantity,
    buyAmount: one.buyAmount + other.buyAmount,
    sellQuantity: one.sellQuantity + other.sellQuantity,
    sellAmount: one.sellAmount + other.sellAmount,
    costOfSold: one.costOfSold + other.costOfSold,
    commissionAndTax: one.commissionAndTax + other.commissionAndTax,
    profit: one.profit + other.profit,
  };
}

function diaryRow(trade: DiaryTrade, name: string): AnswerFields {
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
    prft_rt: percent(trade.profit, trade.costOfSold),
    stk_cd: trade.symbol,
  };
}
