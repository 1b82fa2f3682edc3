// Settlement: kt00008 (what settles on the next trading day) and kt00015 (the account's history). A trade enters the history on
// the day it settles, in one row for each price; costs and the settled sum stand in the last of them (kiwoom-wire 3.15b).

import { krxCalendar } from '#domain/calendar.ts';
import { compactDate, expandDate } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode } from '#domain/units.ts';
import type {
  DayTotalsView,
  ExchangeApi,
  JournalEntry,
  JournalTrade,
  MarketVenue,
} from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { averagePrice, grouped, padded } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { optional, pageAfter, required, requiredDate, type Tr, type TrContext } from '../tr.ts';
import { ACCOUNT_PATH, ACCOUNT_ROWS, askedSymbol, creditName, nameOf, sum } from './account-words.ts';

/** One side of a day's trading in one instrument, as it settles. */
interface Settlement {
  readonly seq: string;
  readonly symbol: SymbolCode;
  readonly side: 'buy' | 'sell';
  readonly onCredit: boolean;
  readonly quantity: Quantity;
  readonly amount: number;
  readonly commission: number;
  readonly tax: number;
  readonly ruralTax: number;
  readonly settled: number;
}

/** kt00008: trades of the last trading day, which settle on the next one. Guide 374–375. */
export const kt00008: Tr = {
  id: 'kt00008',
  path: ACCOUNT_PATH,
  members: [optional('strt_dcd_seq', 7)],
  answer({ exchange, account, member, nextKey }: TrContext): TrAnswer {
    const traded = krxCalendar.previousTradingDay(exchange.tradeDate);
    const day = exchange.accounts.accountDays(account, traded, traded).at(0);
    const all = (day?.totals ?? []).flatMap(sidesOf).map((side, index) => ({
      ...side,
      seq: padded(index + 1, 7),
    }));
    const asked = all.filter(({ seq }) => seq >= member('strt_dcd_seq').padStart(7, '0'));
    const page = pageAfter(asked, nextKey, ACCOUNT_ROWS, ({ seq }) => seq);
    const total = (side: Settlement['side']) =>
      sum(
        all.filter((one) => one.side === side),
        (one) => one.settled,
      );
    const fields: AnswerFields = {
      trde_dt: compactDate(traded),
      setl_dt: compactDate(krxCalendar.nextTradingDay(exchange.tradeDate)),
      sell_amt_sum: padded(total('sell'), 12),
      buy_amt_sum: padded(total('buy'), 12),
      acnt_nxdy_setl_frcs_prps_array: page.rows.map((row) => settlementRow(exchange, row)),
    };
    return { ...success(fields, '조회가 완료되었습니다'), nextKey: page.nextKey };
  },
};

function sidesOf(row: DayTotalsView): Omit<Settlement, 'seq'>[] {
  const { symbol, onCredit } = row;
  const sold: Omit<Settlement, 'seq'> = {
    ...{ symbol, onCredit, side: 'sell', quantity: row.soldQuantity, amount: row.soldAmount },
    ...{ commission: row.sellCommission, tax: row.tax, ruralTax: row.ruralTax },
    settled: row.soldAmount - row.sellCommission - row.tax - row.repaid - row.interest,
  };
  const bought: Omit<Settlement, 'seq'> = {
    ...{ symbol, onCredit, side: 'buy', quantity: row.boughtQuantity, amount: row.boughtAmount },
    ...{ commission: row.buyCommission, tax: 0, ruralTax: 0 },
    settled: row.boughtAmount + row.buyCommission - row.lent,
  };
  return [sold, bought].filter(({ quantity }) => quantity > 0);
}

function settlementRow(exchange: ExchangeApi, row: Settlement): AnswerFields {
  const word = row.side === 'sell' ? '매도' : '매수';
  return {
    seq: row.seq,
    stk_cd: `A${row.symbol}`,
    loan_dt: '',
    qty: padded(row.quantity, 12),
    engg_amt: padded(row.amount, 12),
    cmsn: padded(row.commission, 12),
    incm_tax: padded(0, 12),
    rstx: padded(row.ruralTax, 12),
    stk_nm: nameOf(exchange, row.symbol),
    sell_tp: word,
    unp: padded(averagePrice(row.amount, row.quantity), 12),
    exct_amt: padded(row.settled, 12),
    trde_tax: padded(row.tax - row.ruralTax, 12),
    resi_tax: padded(0, 12),
    crd_tp: `${creditName(row.onCredit)}${word} K`,
  };
}

/** What each kind of entry is called, and which values of `tp` (besides 0) ask for it. */
const KINDS: Readonly<Record<JournalEntry['kind'], EntryWords>> = {
  deposit: { asked: '16M', remark: '이체입금', kind: '입출금', code: '1', io: '1', ioName: '입금' },
  withdrawal: { asked: '17M', remark: '이체출금', kind: '입출금', code: '1', io: '2', ioName: '출금' },
  'late-fee': { asked: '17M', remark: '미수연체료', kind: '입출금', code: '1', io: '2', ioName: '출금' },
  'shares-in': { asked: '2', remark: '대체입고', kind: '입출고', code: '9', io: '1', ioName: '입고' },
  buy: { asked: '34', remark: '장내매수', kind: '매매', code: '9', io: '2', ioName: '매수' },
  sell: { asked: '35', remark: '장내매도', kind: '매매', code: '9', io: '1', ioName: '매도' },
  // Kiwoom's words for these are not recorded: the usual ones of Korean brokers.
  'exchanged-out': { asked: '2', remark: '변경출고', kind: '입출고', code: '9', io: '2', ioName: '출고' },
  'exchanged-in': { asked: '2', remark: '변경입고', kind: '입출고', code: '9', io: '1', ioName: '입고' },
  'bonus-shares': { asked: '2', remark: '무상입고', kind: '입출고', code: '9', io: '1', ioName: '입고' },
  'dividend-shares': { asked: '2', remark: '배당입고', kind: '입출고', code: '9', io: '1', ioName: '입고' },
  fraction: { asked: '16M', remark: '단주대금', kind: '입출금', code: '1', io: '1', ioName: '입금' },
  distribution: { asked: '16M', remark: '분배금', kind: '입출금', code: '1', io: '1', ioName: '입금' },
  dividend: { asked: '16M', remark: '배당금', kind: '입출금', code: '1', io: '1', ioName: '입금' },
};

interface EntryWords {
  readonly asked: string;
  readonly remark: string;
  readonly kind: string;
  readonly code: string;
  readonly io: '1' | '2';
  readonly ioName: string;
}

/** A row of the history: an entry, or the part of one that was traded at one price on one market. */
interface HistoryRow {
  readonly number: string;
  readonly entry: JournalEntry;
  /** Null where nothing was traded. */
  readonly venue: MarketVenue | null;
  readonly price: Price | null;
  readonly quantity: Quantity;
  readonly amount: number;
  /** True for the row that bears costs and the settled sum. */
  readonly isLast: boolean;
}

/**
 * kt00015: everything that moved cash and shares, oldest first. `dmst_stex_tp` asks for the trades of one market; what is no
 * trade belongs to none and is listed with any (our decision). Guide 393–395.
 */
export const kt00015: Tr = {
  id: 'kt00015',
  path: ACCOUNT_PATH,
  members: [
    requiredDate('strt_dt'),
    requiredDate('end_dt'),
    required('tp', 1, [...'01234567ABCFMGHIJ']),
    optional('stk_cd', 12),
    optional('crnc_cd', 3),
    required('gds_tp', 1, ['0', '1', '2', '3', '4']),
    optional('frgn_stex_code', 10),
    required('dmst_stex_tp', 6, ['%', 'KRX', 'NXT']),
    // Not in the guide but in the broker's later list: 1 newest first, 2 or nothing oldest first.
    { name: 'qry_sort_tp', required: false, length: 1, values: ['1', '2'] },
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, account, member, nextKey } = context;
    const symbol = askedSymbol(context);
    const tp = member('tp');
    const asked = member('dmst_stex_tp');
    const isWon = ['', 'KRW'].includes(member('crnc_cd')) && ['0', '1'].includes(member('gds_tp'));
    const rows = exchange.accounts
      .journal(account, expandDate(member('strt_dt')), expandDate(member('end_dt')))
      .filter(
        ({ kind, trade }) =>
          isWon &&
          (tp === '0' || KINDS[kind].asked.includes(tp)) &&
          (symbol === '' || trade?.symbol === symbol),
      )
      .flatMap((entry) => rowsOf(context, entry))
      .filter(({ venue }) => venue === null || asked === '%' || venue === asked);
    if (member('qry_sort_tp') === '1') rows.reverse();
    const page = pageAfter(rows, nextKey, ACCOUNT_ROWS, ({ number }) => number);
    const fields: AnswerFields = {
      acnt_no: account,
      trst_ovrl_trde_prps_array: page.rows.map((row) => historyRow(exchange, row)),
    };
    return { ...success(fields, '조회가 완료되었습니다'), nextKey: page.nextKey };
  },
};

/** Rows an entry may be split into, at most. */
const SPLITS = 1_000;

function rowsOf({ exchange, account }: TrContext, entry: JournalEntry): HistoryRow[] {
  const { trade } = entry;
  const parts = trade === null ? [] : partsOf(exchange, account, entry.kind, trade);
  if (parts.length === 0)
    parts.push({ venue: null, price: null, quantity: trade?.quantity ?? 0, amount: trade?.amount ?? 0 });
  return parts.map((part, index) => ({
    ...part,
    entry,
    number: padded(entry.number * SPLITS + index, 9),
    isLast: index === parts.length - 1,
  }));
}

type TradedPart = Pick<HistoryRow, 'venue' | 'price' | 'quantity' | 'amount'>;

/** What was traded at each price of each market, in the order they came. */
function partsOf(
  exchange: ExchangeApi,
  account: string,
  side: JournalEntry['kind'],
  trade: JournalTrade,
): TradedPart[] {
  const onCredit = new Set(
    exchange.orders
      .of(account, trade.tradeDate)
      .filter(({ credit }) => credit !== undefined)
      .map(({ orderNo }) => orderNo),
  );
  const parts = new Map<string, TradedPart>();
  for (const fill of exchange.orders.fillsOf(account, trade.tradeDate)) {
    const isMine =
      fill.symbol === trade.symbol && fill.side === side && onCredit.has(fill.orderNo) === trade.onCredit;
    if (!isMine) continue;
    const { venue, price } = fill;
    const quantity = (parts.get(`${venue} ${price}`)?.quantity ?? 0) + fill.quantity;
    parts.set(`${venue} ${price}`, { venue, price, quantity, amount: price * quantity });
  }
  return [...parts.values()];
}

function historyRow(exchange: ExchangeApi, row: HistoryRow): AnswerFields {
  const { entry, isLast } = row;
  const { trade } = entry;
  const words = KINDS[entry.kind];
  const costs = isLast ? trade : null;
  // What came in, or went out; below 0 where shares on a loan brought less than they repaid.
  const settled = isLast ? entry.amount * (words.io === '1' ? 1 : -1) : 0;
  return {
    trde_dt: compactDate(entry.date),
    trde_no: row.number,
    rmrk_nm: words.remark,
    crd_deal_tp_nm: trade?.onCredit === true ? '자기융자' : '보통매매',
    exct_amt: padded(settled, 15),
    loan_amt_rpya: padded(costs?.repaid ?? 0, 15),
    fc_trde_amt: '0.00',
    fc_exct_amt: '0.00',
    entra_remn: padded(isLast ? entry.balance : entry.balance - entry.amount, 15),
    crnc_cd: 'KRW',
    trde_ocr_tp: words.code,
    trde_kind_nm: words.kind,
    stk_nm: trade === null ? '' : nameOf(exchange, trade.symbol),
    trde_amt: padded(trade === null ? settled : row.amount, 15),
    trde_agri_tax: padded(costs?.tax ?? 0, 15),
    rpy_diffa: padded(0, 15),
    fc_trde_tax: '0.00',
    dly_sum: padded(entry.kind === 'late-fee' ? settled : 0, 15),
    fc_entra: '0.00',
    mdia_tp_nm: 'REST API',
    io_tp: words.io,
    io_tp_nm: words.ioName,
    orig_deal_no: padded(0, 9),
    stk_cd: trade === null ? '' : `A${trade.symbol}`,
    trde_qty_jwa_cnt: String(row.quantity),
    cmsn: padded(costs?.commission ?? 0, 15),
    int_ls_usfe: padded(costs?.interest ?? 0, 15),
    fc_cmsn: '0.00',
    fc_dly_sum: '0.00',
    vlbl_nowrm: trade === null ? '' : String(trade.held),
    proc_tm: SETTLEMENT_TIME,
    isin_cd: trade === null ? '' : isinOf(trade.symbol),
    stex_cd: '',
    stex_nm: '',
    trde_unit: row.price === null ? '0' : grouped(row.price),
    incm_resi_tax: padded(costs?.incomeTax ?? 0, 15),
    loan_dt: '',
    uncl_ocr: '',
    rpym_sum: '',
    cntr_dt: compactDate(trade?.tradeDate ?? entry.date),
    rcpy_no: '',
    prcsr: 'DAILY',
    proc_brch: '',
    trde_stle: '',
    txon_base_pric: '0.00',
    tax_sum_cmsn: padded((costs?.tax ?? 0) + (costs?.incomeTax ?? 0) + (costs?.commission ?? 0), 15),
    frgn_pay_txam: '0.00',
    fc_uncl_ocr: '0.00',
    rpym_sum_fr: '',
    rcpmnyer: '',
    trde_prtc_tp: entry.kind === 'sell' ? '11' : '',
  };
}

/** When the night's settlement runs (kiwoom-wire 3.15b). */
const SETTLEMENT_TIME = '02:00:00';

/** The international number of a Korean share (ISO 6166): KR7, the code, 00 and a check digit by Luhn's rule. */
function isinOf(symbol: SymbolCode): string {
  const body = `KR7${symbol}00`;
  const digits = [...body].map((letter) => Number.parseInt(letter, 36)).join('');
  const doubled = [...digits].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1));
  const total = sum(doubled, (value) => Math.trunc(value / 10) + (value % 10));
  return `${body}${(10 - (total % 10)) % 10}`;
}
