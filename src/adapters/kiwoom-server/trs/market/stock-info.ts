// Reference data of instruments: ka10001 (one instrument with today's prices), ka10099 (a market's list), ka10100 (one
// instrument's listing), ka10102 (member firms). Company figures the exchange does not know are blank.

import type { Bar } from '#domain/bar.ts';
import type { Instrument, Warning } from '#domain/instrument.ts';
import { compactDate, kstDate } from '#domain/time.ts';
import type { Price } from '#domain/units.ts';
import {
  type DesignationKind,
  type ExchangeApi,
  type IndexName,
  type InstrumentDay,
  MEMBER_FIRMS,
} from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { dateDigits, directed, padded, percent, signedPercent } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { STOCK, writer } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { exhaustionText, foreignStakeNow } from '../participants/investors/foreign-stakes.ts';
import { stockTr } from '../stock-tr.ts';
import { blanks, required, type Tr, type TrContext } from '../tr.ts';

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

/** Large, middle and small shares of the KOSPI. */
const SIZE_INDICES: ReadonlySet<string> = new Set(['002', '003', '004']);

const OWN_PRICES =
  'cur_prc pred_pre flu_rt open_pric high_pric low_pric upl_pric lst_pric base_pric exp_cntr_pric exp_cntr_qty trde_qty stk_nm mac pre_sig';
const writePrices = writer<Figures>(OWN_PRICES, STOCK);

/** ka10001: today's prices, limits and yearly extremes of one instrument. Guide 13–15. */
export const ka10001 = stockTr({
  id: 'ka10001',
  path: PATH,
  nothing: () => blanks(KA10001_NAMES),
  answer: (one, { exchange, member }) =>
    success({
      ...blanks(KA10001_NAMES),
      ...writePrices(one),
      ...extremes(one.days, one.price, one.base),
      stk_cd: member('stk_cd'),
      for_exh_rt: exhaustionText(foreignStakeNow(one)),
      flo_stk: String(Math.trunc(one.day.listedShares / 1_000)),
      repl_pric: String(exchange.accounts.substitutePrice(one.symbol)),
      trde_pre: percent(one.volume, one.past.volume),
      fav_unit: '원',
    }),
});

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

/** `mrkt_tp` of ka10099: the guide's, and those that the broker's later list has beside them. Most have nothing listed here. */
const LISTS = [
  ...['0', '10', '3', '8', '30', '50', '5', '4', '6', '9', '60'],
  ...['2', '7', '70', '80', '90'],
] as const;

/**
 * ka10099: every instrument of a market, in one page. Guide 232–234; member names are camelCase here. The guide's
 * values lack 60 (ETN), which clients of the real server ask for.
 */
export const ka10099: Tr = {
  id: 'ka10099',
  path: PATH,
  members: [required('mrkt_tp', 2, LISTS)],
  answer({ exchange, member }: TrContext): TrAnswer {
    const list = exchange.market
      .instruments()
      .filter((instrument) => isListedUnder(instrument, member('mrkt_tp')))
      .flatMap((instrument) => exchange.market.day(instrument.symbol) ?? [])
      .map((day) => listing(exchange, day));
    return success({ list });
  },
};

/** ka10100: one instrument's listing; blanks for a code that does not exist. Guide 235–236. */
export const ka10100 = stockTr({
  id: 'ka10100',
  path: PATH,
  length: 9,
  nothing: () => blanks(LISTING_NAMES),
  answer: ({ exchange, day }) => success(listing(exchange, day)),
});

/** ka10102: the member firms that trade here. Guide 238, whose example has no other `gb`. */
export const ka10102: Tr = {
  id: 'ka10102',
  path: PATH,
  members: [],
  answer: () => success({ list: MEMBER_FIRMS.map(({ code, name }) => ({ code, name, gb: '0' })) }),
};

function listing(exchange: ExchangeApi, day: InstrumentDay): AnswerFields {
  const { instrument } = day;
  const facts = exchange.market.listingOf(instrument.symbol);
  const [marketCode, marketName] = listingMarket(instrument);
  return {
    ...blanks(LISTING_NAMES),
    code: instrument.symbol,
    name: instrument.name,
    regDay: facts?.listedOn == null ? '' : compactDate(facts.listedOn),
    listCount: padded(day.listedShares, 16),
    auditInfo: auditWord(facts?.designations ?? []),
    lastPrice: padded(day.reference.base, 8),
    state: stateOf(exchange, instrument),
    marketCode,
    marketName,
    upName: sectorName(exchange, instrument),
    upSizeName: sizeName(exchange, instrument),
    orderWarning: WARNING_CODES[day.reference.warning],
    nxtEnable: facts?.isOnNxt === true ? 'Y' : 'N',
  };
}

/**
 * `state`: the margin rate, what the exchange makes of the name, and whether the broker lends on it, joined as in a recorded
 * answer. The words for designations are the older API's; the guide's example has one of them alone.
 */
function stateOf(exchange: ExchangeApi, { symbol }: Instrument): string {
  const designations = exchange.market.listingOf(symbol)?.designations ?? [];
  const words = [
    `증거금${exchange.accounts.marginRate(symbol) ?? 100}%`,
    ...(designations.includes('halted') || designations.includes('converting') ? ['거래정지'] : []),
    ...(designations.includes('administrative') ? ['관리종목'] : []),
    ...(exchange.accounts.loanGrade(symbol) === null ? [] : ['담보대출', '신용가능']),
  ];
  return words.join('|');
}

/** `auditInfo`: the stage of the market watch, in the words of the older API. */
function auditWord(designations: readonly DesignationKind[]): string {
  if (designations.includes('risk')) return '투자위험';
  if (designations.includes('warning')) return '투자경고';
  return designations.includes('caution') ? '투자주의' : '정상';
}

/** The name of an instrument's sector; blank for funds. */
function sectorName(exchange: ExchangeApi, { symbol }: Instrument): string {
  const sector = exchange.market.listingOf(symbol)?.sector ?? null;
  return exchange.indices.names.find(({ code }) => code === sector)?.name ?? '';
}

/** Which of the KOSPI's indices of size an instrument is in; blank for what is in none. */
function sizeName({ indices }: ExchangeApi, { symbol }: Instrument): string {
  const isIn = ({ code }: IndexName) => SIZE_INDICES.has(code) && indices.members(code).includes(symbol);
  return indices.names.find(isIn)?.name ?? '';
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
