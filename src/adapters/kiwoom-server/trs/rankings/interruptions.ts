// ka10054: instruments whose trading a volatility interruption (VI) held up today (guide, stkinfo).

import { clockDigits, signedPercent } from '../../formats.ts';
import { type Interruption, marketMemory } from '../../market/market-memory.ts';
import { type Columns, writer } from '../columns.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { placedPage } from '../ranking.ts';
import { market, skipped, venueCode, viewOf } from '../selection.ts';
import { askedStock } from '../stock-tr.ts';
import { optional, required, type Tr, type TrContext } from '../tr.ts';

/** An interruption with the instrument as it stands now. */
interface Row {
  readonly one: Figures;
  readonly held: Interruption;
}

export const KIND_NAMES = { static: '정적', dynamic: '동적', both: '동적+정적' } as const;
const KIND_CODES = { static: '1', dynamic: '2', both: '3' } as const;

const COLUMNS: Columns<Row> = {
  stk_cd: ({ one }) => one.symbol,
  stk_nm: ({ one }) => one.instrument.name,
  acc_trde_qty: ({ one }) => String(one.volume),
  motn_pric: ({ held }) => String(held.triggered.price),
  dynm_dispty_rt: ({ held: { triggered } }) =>
    triggered.kind === 'static' ? '0.00' : gap(triggered.price, triggered.dynamicReference),
  trde_cntr_proc_time: ({ held }) => clockDigits(held.triggered.at),
  virelis_time: ({ held }) => (held.released === null ? '000000' : clockDigits(held.released.at)),
  viaplc_tp: ({ held }) => KIND_NAMES[held.triggered.kind],
  dynm_stdpc: ({ held: { triggered } }) =>
    triggered.kind === 'static' ? '0' : String(triggered.dynamicReference),
  static_stdpc: ({ held: { triggered } }) =>
    triggered.kind === 'dynamic' ? '0' : String(triggered.staticReference),
  static_dispty_rt: ({ held: { triggered } }) =>
    triggered.kind === 'dynamic' ? '0.00' : gap(triggered.price, triggered.staticReference),
  open_pric_pre_flu_rt: ({ one, held }) => gap(held.triggered.price, one.day.open ?? one.base),
  vimotn_cnt: ({ held }) => String(held.triggered.count),
  stex_tp: ({ held }) => held.triggered.venue,
};

function gap(price: number, reference: number): string {
  return signedPercent(price - reference, reference);
}

export const ka10054: Tr = {
  id: 'ka10054',
  path: '/api/dostk/stkinfo',
  members: [
    market.member,
    ...[required('bf_mkrt_tp', 1), optional('stk_cd', 20), required('motn_tp', 1), skipped.member],
    ...[required('trde_qty_tp', 1), optional('min_trde_qty', 12), optional('max_trde_qty', 12)],
    ...[required('trde_prica_tp', 1), optional('min_trde_prica', 10), optional('max_trde_prica', 10)],
    ...[required('motn_drc', 1), required('stex_tp', 1)],
  ],
  answer(context) {
    const view = viewOf(context);
    const asked = context.member('stk_cd');
    const stock = asked === '' ? null : askedStock(asked);
    if (stock?.type === 'malformed') return stock.failure;
    const rows = marketMemory(context.exchange)
      .interruptions()
      .filter(({ triggered }) => view === 'ALL' || triggered.venue === view)
      .filter(
        ({ triggered }) => stock === null || (stock.type === 'stock' && stock.symbol === triggered.symbol),
      )
      .flatMap((held) => {
        const one = figuresOf(context.exchange, held.triggered.symbol, held.triggered.venue);
        return one === null ? [] : { one, held };
      })
      .filter((row) => isAsked(row, context.member))
      .reverse();
    // The market that was asked for, not the one that was held up: rows of both were recorded as `_AL`.
    const write = writer(Object.keys(COLUMNS).join(' '), COLUMNS, {
      stk_cd: ({ one: { symbol } }) => venueCode({ symbol, view }),
    });
    return placedPage(context, 'motn_stk', rows, 100, write);
  },
};

/** 발동구분, 발동방향, 거래량 and 거래대금 (millions); interruptions happen in the regular session only. */
function isAsked({ one, held: { triggered } }: Row, member: TrContext['member']): boolean {
  const kind = member('motn_tp');
  const direction = member('motn_drc');
  const isUp =
    triggered.price > (triggered.kind === 'static' ? triggered.staticReference : triggered.dynamicReference);
  const within = (figure: number, least: string, most: string) =>
    figure >= Number(least) && (Number(most) === 0 || figure <= Number(most));
  return (
    member('bf_mkrt_tp') !== '2' &&
    market.keeps(member('mrkt_tp'))(one) &&
    skipped.keeps(member('skip_stk'))(one) &&
    (kind === '0' || kind === KIND_CODES[triggered.kind]) &&
    (direction !== '1' || isUp) &&
    (direction !== '2' || !isUp) &&
    (member('trde_qty_tp') !== '1' || within(one.volume, member('min_trde_qty'), member('max_trde_qty'))) &&
    (member('trde_prica_tp') !== '1' ||
      within(one.value / 1_000_000, member('min_trde_prica'), member('max_trde_prica')))
  );
}
