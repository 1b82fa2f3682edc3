// Reference data of instruments: ka10001 (one instrument with today's prices), ka10099 (a market's list), ka10100 (one
// instrument's listing). Company figures the exchange does not know are blank.

import type { Bar } from '#domain/bar.ts';
import type { Instrument, Warning } from '#domain/instrument.ts';
import { kstDate } from '#domain/time.ts';
import type { Price } from '#domain/units.ts';
import type { ExchangeApi, InstrumentDay } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../answers.ts';
import {
  dateDigits,
  directed,
  directionCode,
  hundredMillions,
  padded,
  percent,
  signed,
  signedPercent,
} from '../formats.ts';
import type { AnswerFields } from '../protocol.ts';
import { blanks, required, symbolMember, type Tr, type TrContext } from './tr.ts';

const PATH = '/api/dostk/stkinfo';
/** Trading days in "250-day" highs and lows. */
const YEAR_BARS = 250;

const KA10001_NAMES = (
  'stk_cd stk_nm setl_mm fav cap flo_stk crd_rt oyr_hgst oyr_lwst mac mac_wght for_exh_rt repl_pric per eps roe pbr ev ' +
  'bps sale_amt bus_pro cup_nga 250hgst 250lwst high_pric open_pric low_pric upl_pric lst_pric base_pric exp_cntr_pric ' +
  'exp_cntr_qty 250hgst_pric_dt 250hgst_pric_pre_rt 250lwst_pric_dt 250lwst_pric_pre_rt cur_prc pre_sig pred_pre flu_rt ' +
  'trde_qty trde_pre fav_unit dstr_stk dstr_rt'
).split(' ');

const LISTING_NAMES = (
  'code name listCount auditInfo regDay lastPrice state marketCode marketName upName upSizeName companyClassName ' +
  'orderWarning nxtEnable'
).split(' ');

/** ka10001: today's prices, limits and yearly extremes of one instrument. Guide 13–15. */
export const ka10001: Tr = {
  id: 'ka10001',
  path: PATH,
  members: [required('stk_cd', 20)],
  answer({ exchange, member }: TrContext): TrAnswer {
    const asked = symbolMember(member('stk_cd'));
    if (asked.type === 'malformed') return asked.failure;
    const day = asked.type === 'symbol' ? exchange.day(asked.symbol) : null;
    if (day === null) return success(blanks(KA10001_NAMES));
    return success({ ...blanks(KA10001_NAMES), ...stockInfo(exchange, day, member('stk_cd')) });
  },
};

function stockInfo(exchange: ExchangeApi, day: InstrumentDay, asked: string): AnswerFields {
  const { instrument, reference, last } = day;
  const { base } = reference;
  const symbol = instrument.symbol;
  const book = exchange.book(symbol);
  const bars = exchange.dailyBars(symbol);
  // Before the first trade of the day there may be no bar of today.
  const dayBefore = bars.findLast((bar) => kstDate(bar.start) < exchange.tradeDate);
  const change = (last ?? base) - base;
  return {
    stk_cd: asked,
    stk_nm: instrument.name,
    flo_stk: String(Math.trunc(day.listedShares / 1_000)),
    mac: hundredMillions(last ?? base, day.listedShares),
    ...extremes(bars, last ?? base, base),
    open_pric: directed(day.open, base),
    high_pric: directed(day.high, base),
    low_pric: directed(day.low, base),
    upl_pric: directed(reference.upperLimit, base),
    lst_pric: directed(reference.lowerLimit, base),
    base_pric: String(base),
    exp_cntr_pric: directed(book?.expectedPrice ?? null, base),
    exp_cntr_qty: String(book?.expectedQuantity ?? 0),
    cur_prc: directed(last ?? base, base),
    pre_sig: directionCode(last, reference),
    pred_pre: signed(change),
    flu_rt: signedPercent(change, base),
    trde_qty: String(day.volume),
    trde_pre: percent(day.volume, dayBefore?.volume ?? 0),
    fav_unit: '원',
  };
}

/** Highs and lows of the year and of 250 trading days, today included. */
function extremes(bars: readonly Bar[], current: Price, base: Price): AnswerFields {
  const window = bars.slice(-YEAR_BARS);
  const newest = window.at(-1);
  if (newest === undefined) return {};
  const year = kstDate(newest.start).slice(0, 4);
  const thisYear = window.filter((bar) => kstDate(bar.start).startsWith(year));
  const high = window.reduce((best, bar) => (bar.high > best.high ? bar : best));
  const low = window.reduce((best, bar) => (bar.low < best.low ? bar : best));
  return {
    oyr_hgst: directed(Math.max(...thisYear.map((bar) => bar.high)), base),
    oyr_lwst: directed(Math.min(...thisYear.map((bar) => bar.low)), base),
    '250hgst': directed(high.high, base),
    '250lwst': directed(low.low, base),
    '250hgst_pric_dt': dateDigits(high.start),
    '250hgst_pric_pre_rt': signedPercent(current - high.high, high.high),
    '250lwst_pric_dt': dateDigits(low.start),
    '250lwst_pric_pre_rt': signedPercent(current - low.low, low.low),
  };
}

/** ka10099: every instrument of a market, in one page. Guide 232–234; member names are camelCase here. */
export const ka10099: Tr = {
  id: 'ka10099',
  path: PATH,
  members: [required('mrkt_tp', 2, ['0', '10', '3', '8', '30', '50', '5', '4', '6', '9'])],
  answer({ exchange, member }: TrContext): TrAnswer {
    const list = exchange
      .instruments()
      .filter((instrument) => isListedUnder(instrument, member('mrkt_tp')))
      .flatMap((instrument) => exchange.day(instrument.symbol) ?? [])
      .map(listing);
    return success({ list });
  },
};

/** ka10100: one instrument's listing; blanks for a code that does not exist. Guide 235–236. */
export const ka10100: Tr = {
  id: 'ka10100',
  path: PATH,
  members: [required('stk_cd', 6)],
  answer({ exchange, member }: TrContext): TrAnswer {
    const asked = symbolMember(member('stk_cd'));
    if (asked.type === 'malformed') return asked.failure;
    const day = asked.type === 'symbol' ? exchange.day(asked.symbol) : null;
    return success(day === null ? blanks(LISTING_NAMES) : listing(day));
  },
};

function listing(day: InstrumentDay): AnswerFields {
  const { instrument } = day;
  const [marketCode, marketName] = listingMarket(instrument);
  return {
    ...blanks(LISTING_NAMES),
    code: instrument.symbol,
    name: instrument.name,
    listCount: padded(day.listedShares, 16),
    auditInfo: '정상',
    lastPrice: padded(day.reference.base, 8),
    state: '증거금100%',
    marketCode,
    marketName,
    orderWarning: WARNING_CODES[day.reference.warning],
    nxtEnable: 'N',
  };
}

/** `orderWarning` (guide 233). */
const WARNING_CODES: Readonly<Record<Warning, string>> = {
  none: '0',
  'etf-caution': '1',
  liquidation: '2',
  overheated: '3',
  risk: '4',
  warning: '5',
};

function listingMarket(instrument: Instrument): readonly [code: string, name: string] {
  switch (instrument.kind) {
    case 'etf':
      return ['8', 'ETF'];
    case 'etn':
      return ['60', 'ETN'];
    case 'elw':
      return ['3', 'ELW'];
    case 'stock':
      return STOCK_MARKETS[instrument.market];
  }
}

const STOCK_MARKETS: Readonly<Record<Instrument['market'], readonly [code: string, name: string]>> = {
  KOSPI: ['0', '거래소'],
  KOSDAQ: ['10', '코스닥'],
  KONEX: ['50', '코넥스'],
};

/** Lists are by market; the KOSPI list holds its ETFs and ETNs too, which also have lists of their own. */
function isListedUnder(instrument: Instrument, listCode: string): boolean {
  return listingMarket(instrument)[0] === listCode || STOCK_MARKETS[instrument.market][0] === listCode;
}
