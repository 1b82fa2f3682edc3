// Further lists of orders: kt00009 (orders of a day with what they traded) and ka10088 (the open part of one order where the
// broker's router sent it).

import { expandDate, kstClockText } from '#domain/time.ts';
import type { ExchangeApi, ExchangeFill, ExchangeOrder } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { averagePrice, directed, orderNoDigits, padded } from '../../formats.ts';
import {
  kindName,
  openQuantity,
  orderPrice,
  sideName,
  stopPrice,
  tradeTypeName,
  venueWords,
} from '../../order-words.ts';
import type { AnswerFields } from '../../protocol.ts';
import {
  ACCOUNT_PATH,
  askedSymbol,
  creditName,
  LISTED_TEXT,
  nameOf,
  orderedBy,
  sum,
} from '../account/account-words.ts';
import { optional, optionalDate, required, type Tr, type TrContext } from '../tr.ts';
import { isAsked, isOfVenue, lastFills, orderPage } from './order-lists.ts';

const MARKETS: Readonly<Record<string, string>> = { 1: 'KOSPI', 2: 'KOSDAQ' };

const WORDS = {
  list: 'acnt_ord_cntr_prst_array',
  direction: 'oldest-first',
  message: '조회가 완료되었습니다',
} as const;

/** kt00009: a day's orders with their executions; the sums are over all pages. `fr_ord_no` is where the list begins (kiwoom-wire 2.19). Guide 376–378. */
export const kt00009: Tr = {
  id: 'kt00009',
  path: ACCOUNT_PATH,
  members: [
    optionalDate('ord_dt'),
    required('stk_bond_tp', 1, ['0', '1', '2']),
    required('mrkt_tp', 1, ['0', '1', '2', '3', '4']),
    required('sell_tp', 1, ['0', '1', '2']),
    required('qry_tp', 1, ['0', '1']),
    optional('stk_cd', 12),
    optional('fr_ord_no', 7),
    required('dmst_stex_tp', 6, ['%', 'KRX', 'NXT', 'SOR']),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, account, member } = context;
    const date = member('ord_dt') === '' ? exchange.tradeDate : expandDate(member('ord_dt'));
    const symbol = askedSymbol(context);
    const orders = exchange.orders
      .of(account, date)
      .filter(
        (order) =>
          isAsked(order, symbol, member('sell_tp')) &&
          isInMarket(exchange, order, member('mrkt_tp')) &&
          isOfVenue(order, member('dmst_stex_tp')) &&
          Number(order.orderNo) >= Number(member('fr_ord_no') || '0') &&
          (member('qry_tp') === '0' || order.filled > 0) &&
          member('stk_bond_tp') !== '2',
      );
    const fills = lastFills(exchange.orders.fillsOf(account, date));
    const answer = orderPage(context, WORDS, orders, (order) =>
      stateRow(exchange, order, fills.get(order.orderNo)),
    );
    if (!answer.ok) return answer;
    const traded = (side: ExchangeOrder['side']) =>
      sum(
        orders.filter((order) => order.side === side),
        (order) => order.filledAmount,
      );
    const sums = {
      sell_grntl_engg_amt: padded(traded('sell'), 12),
      buy_engg_amt: padded(traded('buy'), 12),
      engg_amt: padded(traded('sell') + traded('buy'), 12),
    };
    return { ...answer, fields: { ...sums, ...answer.fields } };
  },
};

/** OTCBB (3) and ECN (4), markets of the past, have no orders. */
function isInMarket(exchange: ExchangeApi, order: ExchangeOrder, code: string): boolean {
  const market = MARKETS[code];
  if (market === undefined) return code === '0';
  return exchange.market.day(order.symbol)?.instrument.market === market;
}

const CHANGE_NAMES = { new: '', modify: '정정', cancel: '취소' } as const;

function stateRow(
  exchange: ExchangeApi,
  order: ExchangeOrder,
  lastFill: ExchangeFill | undefined,
): AnswerFields {
  const isChange = order.action !== 'new';
  const onCredit = order.credit !== undefined;
  return {
    stk_bond_tp: '1',
    ord_no: orderNoDigits(order.orderNo),
    stk_cd: `A${order.symbol}`,
    trde_tp: tradeTypeName(order),
    io_tp_nm: `${creditName(onCredit)}${sideName(order.side)}`,
    ord_qty: padded(order.quantity, 10),
    ord_uv: padded(Number(orderPrice(order)), 10),
    cnfm_qty: padded(isChange ? order.quantity : 0, 10),
    rsrv_oppo: '',
    cntr_no: lastFill === undefined ? '' : lastFill.fillNo.padStart(7, '0'),
    acpt_tp: isChange ? '확인' : '접수',
    orig_ord_no: orderNoDigits(order.originalOrderNo),
    stk_nm: nameOf(exchange, order.symbol),
    setl_tp: '삼일결제',
    crd_deal_tp: onCredit ? '자기융자' : '보통매매',
    cntr_qty: padded(order.filled, 10),
    cntr_uv: padded(averagePrice(order.filledAmount, order.filled), 10),
    comm_ord_tp: orderedBy(order),
    mdfy_cncl_tp: CHANGE_NAMES[order.action],
    cntr_tm: lastFill === undefined ? '' : kstClockText(lastFill.at),
    dmst_stex_tp: order.venue,
    cond_uv: padded(Number(stopPrice(order)), 10),
  };
}

/** ka10088: what is open of an order, by the market it was sent to. Guide 194–195. */
export const ka10088: Tr = {
  id: 'ka10088',
  path: ACCOUNT_PATH,
  members: [required('ord_no', 20)],
  answer({ exchange, account, member }: TrContext): TrAnswer {
    const orderNo = member('ord_no').replace(/^0+/, '');
    const open = exchange.orders
      .of(account, exchange.tradeDate)
      .filter((order) => order.orderNo === orderNo && openQuantity(order) > 0);
    return success({ osop: open.map((order) => partRow(exchange, order)) }, LISTED_TEXT);
  },
};

/** `+매수`, `-매도정정`: here a modification has the sign of its side, too (guide 222, the example). */
function partKind({ side, action }: ExchangeOrder): string {
  return `${kindName(side, 'new')}${CHANGE_NAMES[action]}`;
}

function partRow(exchange: ExchangeApi, order: ExchangeOrder): AnswerFields {
  const day = exchange.market.day(order.symbol);
  const { code, name, isRouted } = venueWords(order);
  return {
    stk_cd: order.symbol,
    acnt_no: order.account,
    stk_nm: nameOf(exchange, order.symbol),
    ord_no: orderNoDigits(order.orderNo),
    ord_qty: String(order.quantity),
    ord_pric: orderPrice(order),
    osop_qty: String(openQuantity(order)),
    io_tp_nm: partKind(order),
    trde_tp: tradeTypeName(order),
    sell_tp: order.side === 'sell' ? '1' : '2',
    cntr_qty: String(order.filled),
    ord_stt: order.filled > 0 ? '체결' : '접수',
    cur_prc: directed(day?.last ?? null, day?.reference.base ?? 0),
    stex_tp: code,
    stex_tp_txt: isRouted === 'Y' ? `S-${name}` : name,
  };
}
