// What firms traded moment by moment, newest first, of one instrument or a market: ka10052 (guide, stkinfo).

import type { MemberTrade } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../../answers.ts';
import { clockDigits, directed, directionCode, signedPercent } from '../../../formats.ts';
import { type Columns, writer } from '../../columns.ts';
import { allFigures, type Figures, figuresOf } from '../../figures.ts';
import { priceCondition, type Selector, selected, venue, viewOf } from '../../selection.ts';
import { type AskedStock, askedStock } from '../../stock-tr.ts';
import { optional, pageAfter, required, type Tr, type TrContext } from '../../tr.ts';
import { venuesOf } from './broker-board.ts';
import { askedMembers, MEMBER, memberName } from './broker-words.ts';

/** Rows a page, and rows altogether: a busy house trades thousands of times a day. Both are ours. */
const ROWS = 100;
const ROWS_MAX = 1_000;

const MARKETS: Readonly<Record<string, string>> = { '1': 'KOSPI', '2': 'KOSDAQ' };
/** 3 is for the instrument of `stk_cd` alone, which counts before the market wherever it is said. */
const market: Selector = {
  member: required('mrkt_tp', 1, ['0', '1', '2', '3']),
  keeps: (value) => {
    const wanted = MARKETS[value];
    return ({ instrument }) => value !== '3' && (wanted === undefined || instrument.market === wanted);
  },
};
/** 가격구분, numbered as 가격조건 is. */
const price: Selector = { ...priceCondition, member: required('pric_tp', 1) };
/** Thousands of shares; the guide leaves 3 and 5 without words. */
const quantity = required('qty_tp', 3, ['0', '1', '2', '3', '5', '10', '30', '50', '100']);

/** One moment of a firm in an instrument. */
interface Moment extends MemberTrade {
  readonly one: Figures;
}

const MOMENT: Columns<Moment> = {
  tm: ({ at }) => clockDigits(at),
  stk_cd: ({ one }) => one.symbol,
  stk_nm: ({ one }) => one.instrument.name,
  trde_ori_nm: ({ member }) => memberName(member),
  tp: ({ side }) => (side === 'sell' ? '-매도' : '+매수'),
  mont_trde_qty: ({ side, quantity: shares }) => (side === 'sell' ? `-${shares}` : `+${shares}`),
  acc_netprps: ({ net }) => (net > 0 ? `+${net}` : String(net)),
  cur_prc: ({ one, price: paid }) => directed(paid, one.base),
  pred_pre_sig: ({ one, price: paid }) => directionCode(paid, one.day.reference),
  // Without a plus in the guide's example.
  pred_pre: ({ one, price: paid }) => String(paid - one.base),
  flu_rt: ({ one, price: paid }) => signedPercent(paid - one.base, one.base),
};

/** ka10052: at the prices of the moments. */
export const ka10052: Tr = {
  id: 'ka10052',
  path: '/api/dostk/stkinfo',
  members: [MEMBER, optional('stk_cd', 20), market.member, quantity, price.member, venue],
  answer(context): TrAnswer {
    const asked = context.member('stk_cd') === '' ? null : askedStock(context.member('stk_cd'));
    if (asked?.type === 'malformed') return asked.failure;
    const page = pageAfter(moments(askedFigures(asked, context), context), context.nextKey, ROWS, keyOf);
    const write = writer(
      'tm stk_cd stk_nm trde_ori_nm tp mont_trde_qty acc_netprps cur_prc pred_pre_sig pred_pre flu_rt',
      MOMENT,
    );
    return { ...success({ trde_ori_mont_trde_qty: page.rows.map(write) }), nextKey: page.nextKey };
  },
};

/** The instruments asked about: the one named, or those of a market. */
function askedFigures(asked: AskedStock | null, context: TrContext): readonly Figures[] {
  const { exchange, member } = context;
  if (asked === null) return selected(allFigures(exchange, viewOf(context)), [market, price], member);
  const one = asked.type === 'stock' ? figuresOf(exchange, asked.symbol, viewOf(context)) : null;
  return one === null ? [] : selected([one], [price], member);
}

function moments(figures: readonly Figures[], { exchange, member }: TrContext): readonly Moment[] {
  const members = askedMembers(member('mmcm_cd'));
  if (members === null) return [];
  const filter = {
    isWanted: members.isOne,
    minQuantity: Number(member('qty_tp')) * 1_000,
    limit: ROWS_MAX,
  };
  return figures
    .flatMap((one) =>
      venuesOf(one.view).flatMap((name) =>
        (exchange.participants.today(one.symbol, name)?.memberTrades(filter) ?? []).map((trade) => ({
          ...trade,
          one,
        })),
      ),
    )
    .sort((a, b) => b.at - a.at)
    .slice(0, ROWS_MAX);
}

/** A firm's net position tells its moments in an instrument apart. */
function keyOf({ at, one, member, side, net }: Moment): string {
  return `${at} ${one.symbol} ${member} ${side} ${net}`;
}
