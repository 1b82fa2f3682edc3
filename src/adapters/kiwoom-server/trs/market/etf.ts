// ETFs as instruments of this market: ka40002 to ka40004, ka40006 to ka40008 and ka40010 (guide, etf). Target indices are blank:
// the funds of the model follow its market as a whole, which is none of the listed indices.

import { kstDate } from '#domain/time.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { clockDigits, signed } from '../../formats.ts';
import { disparity, navByDate, navText } from '../../market/net-assets.ts';
import type { AnswerFields } from '../../protocol.ts';
import { blank, type Columns, priced, rateText, STOCK, writer } from '../columns.ts';
import { allFigures, type Figures } from '../figures.ts';
import { investorsOfDays } from '../participants/investors/day-investors.ts';
import { placedPage, placedRows } from '../ranking.ts';
import { viewOf } from '../selection.ts';
import { stockTr } from '../stock-tr.ts';
import { blanks, pageAfter, type RequestMember, required, type Tr, type TrContext } from '../tr.ts';
import { DAY, type DayRow, dayRows } from './daily-tables.ts';
import { type TapeEntry, tapeOf, VENUE_WORDS } from './tape.ts';

const PATH = '/api/dostk/etf';
const ROWS = 100;

const blankColumns = (names: string): Columns<unknown> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, blank]),
  );

/** A TR about one ETF; other instruments are answered like codes nobody knows. */
export function etfTr(
  id: string,
  nothing: () => AnswerFields,
  answer: (one: Figures, context: TrContext) => TrAnswer,
  members: readonly RequestMember[] = [],
): Tr {
  return stockTr({
    id,
    path: PATH,
    members,
    nothing,
    answer: (one, context) => (one.instrument.kind === 'etf' ? answer(one, context) : success(nothing())),
  });
}

const BASICS = 'stk_nm etfobjt_idex_nm wonju_pric etftxon_type etntxon_type';
const writeBasics = writer<Figures>(
  BASICS,
  STOCK,
  blankColumns('etfobjt_idex_nm wonju_pric etftxon_type etntxon_type'),
);

/** ka40002: what it is called. */
export const ka40002 = etfTr(
  'ka40002',
  () => blanks(BASICS.split(' ')),
  (one) => success(writeBasics(one)),
);

const TRACED_BY_DAY = 'navidex_dispty_rt trace_eor_rt trace_cur_prc trace_pred_pre trace_pre_sig';

/** ka40003: its days. */
export const ka40003 = etfTr(
  'ka40003',
  () => ({ etfdaly_trnsn: [] }),
  (one, context) => {
    const navs = navByDate(one.exchange, one.symbol);
    const navOf = ({ bar }: DayRow) => navs.get(kstDate(bar.start)) ?? null;
    return placedPage(
      context,
      'etfdaly_trnsn',
      dayRows(one),
      ROWS,
      writer<DayRow>(
        `cntr_dt cur_prc pre_sig pred_pre pre_rt trde_qty nav acc_trde_prica navidex_dispty_rt navetfdispty_rt
         trace_eor_rt trace_cur_prc trace_pred_pre trace_pre_sig`,
        DAY,
        blankColumns(TRACED_BY_DAY),
        {
          nav: (row) => navText(navOf(row)),
          navetfdispty_rt: (row) => disparity(navOf(row), row.bar.close),
        },
      ),
    );
  },
);

const writeQuote = writer<Figures>(
  `stk_cd stk_cls stk_nm close_pric pre_sig pred_pre pre_rt trde_qty nav trace_eor_rt txbs dvid_bf_base pred_dvida
   trace_idex_nm drng trace_idex_cd trace_idex trace_flu_rt`,
  STOCK,
  blankColumns(
    'stk_cls trace_eor_rt txbs dvid_bf_base pred_dvida trace_idex_nm trace_idex_cd trace_idex trace_flu_rt',
  ),
  {
    drng: ({ instrument }) => String(instrument.leverage),
    nav: ({ exchange, symbol }) => navText(exchange.market.netAssets(symbol)),
  },
);

/** ka40004: all ETFs. Tax and index of an ETF are not known, so asking for some finds none. */
export const ka40004: Tr = {
  id: 'ka40004',
  path: PATH,
  members: [
    ...[required('txon_type', 1), required('navpre', 1), required('mngmcomp', 4), required('txon_yn', 1)],
    ...[required('trace_idex', 1), required('stex_tp', 1)],
  ],
  answer(context) {
    const isAll = ['txon_type', 'txon_yn', 'trace_idex'].every((name) => /^0+$/.test(context.member(name)));
    const manager = context.member('mngmcomp');
    const side = NAV_SIDES[context.member('navpre')] ?? null;
    const isMeant = (one: Figures): boolean =>
      one.instrument.kind === 'etf' &&
      (manager === ALL_MANAGERS || managerOf(one) === manager) &&
      (side === null || navSide(one) === side);
    const etfs = isAll ? allFigures(context.exchange, viewOf(context)).filter(isMeant) : [];
    return placedPage(context, 'etfall_mrpr', etfs, ROWS, writeQuote);
  },
};

const ALL_MANAGERS = '0000';
const OTHER_MANAGER = '9999';

/** `mngmcomp`: the brands whose managers the guide tells apart (guide 313). */
const MANAGERS: readonly (readonly [brand: string, code: string])[] = [
  ['KODEX', '3020'],
  ['ARIRANG', '3022'],
  ['KBSTAR', '3023'],
  ['KOSEF', '3027'],
  ['TIGER', '3191'],
  ['KINDEX', '3228'],
];

/** Whose ETF it is, by the brand its name begins with. */
function managerOf({ instrument: { name } }: Figures): string {
  return MANAGERS.find(([brand]) => name.startsWith(brand))?.[1] ?? OTHER_MANAGER;
}

/** `navpre`: the value above or below the close of the day before. */
const NAV_SIDES: Readonly<Record<string, number>> = { '1': 1, '2': -1 };

/** On which side of the close before the net asset value is; null where nobody knows it. */
function navSide({ exchange, symbol, base }: Figures): number | null {
  const nav = exchange.market.netAssets(symbol);
  return nav === null ? null : Math.sign(nav.value - 100 * base);
}

interface Trade extends TapeEntry {
  readonly one: Figures;
}

const TRADE: Columns<Trade> = {
  tm: ({ at }) => clockDigits(at),
  cntr_tm: ({ at }) => clockDigits(at),
  close_pric: ({ one, price }) => priced(one, price),
  cur_prc: ({ one, price }) => priced(one, price),
  pre_sig: ({ one, price }) => (price > one.base ? '2' : price < one.base ? '5' : '3'),
  pred_pre: ({ one, price }) => signed(price - one.base),
  flu_rt: ({ one, price }) => rateText(((price - one.base) / one.base) * 100),
  trde_qty: ({ quantity }) => String(quantity),
  trde_prica: ({ price, quantity }) => String(Math.trunc((price * quantity) / 1_000_000)),
  stex_tp: ({ one }) => VENUE_WORDS[one.view],
};

/** A page of the day's trades, newest first; the day's volume tells one from all others. */
function tradePage(
  one: Figures,
  context: TrContext,
  list: string,
  names: string,
  unknown = '',
  own: Columns<Trade> = {},
): TrAnswer {
  const rows = tapeOf(one)
    .map((entry) => ({ ...entry, one }))
    .reverse();
  const page = pageAfter(rows, context.nextKey, ROWS, ({ dayVolume }) => String(dayVolume));
  const blankOnes = unknown === '' ? {} : blankColumns(unknown);
  const write = writer<Trade>(`${names} ${unknown}`, TRADE, blankOnes, own);
  return { ...success({ [list]: page.rows.map(write) }), nextKey: page.nextKey };
}

function withHead(answer: TrAnswer, head: AnswerFields): TrAnswer {
  return answer.ok ? { ...answer, fields: { ...head, ...answer.fields } } : answer;
}

const TRACED_BY_TIME = 'navidex trace trace_idex trace_idex_pred_pre trace_idex_pred_pre_sig';
const navAt = ({ one, at }: Trade) => one.exchange.market.netAssets(one.symbol, at);

/** ka40006: its trades, with the net asset value at each. */
export const ka40006 = etfTr(
  'ka40006',
  () => ({ ...blanks(BASICS.split(' ')), etftisl_trnsn: [] }),
  (one, context) =>
    withHead(
      tradePage(
        one,
        context,
        'etftisl_trnsn',
        'tm close_pric pre_sig pred_pre flu_rt trde_qty nav trde_prica navetf',
        TRACED_BY_TIME,
        {
          nav: (row) => navText(navAt(row)),
          navetf: (row) => disparity(navAt(row), row.price),
        },
      ),
      writeBasics(one),
    ),
);

const KA40007 = 'stk_cls stk_nm etfobjt_idex_nm etfobjt_idex_cd objt_idex_pre_rt wonju_pric';
const writeKa40007 = writer<Figures>(
  KA40007,
  STOCK,
  blankColumns('stk_cls etfobjt_idex_nm etfobjt_idex_cd objt_idex_pre_rt wonju_pric'),
);

/** ka40007: its trades. */
export const ka40007 = etfTr(
  'ka40007',
  () => ({ ...blanks(KA40007.split(' ')), etftisl_cntr_array: [] }),
  (one, context) =>
    withHead(
      tradePage(one, context, 'etftisl_cntr_array', 'cntr_tm cur_prc pre_sig pred_pre trde_qty stex_tp'),
      writeKa40007(one),
    ),
);

const KA40008 = 'cntr_tm cur_prc pre_sig pred_pre trde_qty';

/** ka40008: the last trade, and its days with what foreigners and institutions bought. */
export const ka40008 = etfTr(
  'ka40008',
  () => ({ ...blanks(KA40008.split(' ')), etfnetprps_qty_array: [] }),
  (one, context) => {
    const head = writer<Figures>(KA40008, STOCK, {
      cntr_tm: ({ exchange }) => clockDigits(exchange.now),
      trde_qty: ({ day }) => String(day.lastQuantity),
    });
    const rows = dayRows(one);
    const write = writer<DayRow>(
      'dt cur_prc_n pre_sig_n pred_pre_n acc_trde_qty for_netprps_qty orgn_netprps_qty',
      DAY,
      investorsOfDays(one, placedRows(context, rows, ROWS)),
    );
    return placedPage(context, 'etfnetprps_qty_array', rows, ROWS, write, head(one));
  },
);

/** ka40010: its trades without times; what foreigners bought is not told trade by trade. */
export const ka40010 = etfTr(
  'ka40010',
  () => ({ etftisl_trnsn: [] }),
  (one, context) =>
    tradePage(one, context, 'etftisl_trnsn', 'cur_prc pre_sig pred_pre trde_qty', 'for_netprps'),
);
