// ka10002: the five members that sold and the five that bought most of an instrument today. Guide 16–18.

import { type MemberCode, memberFirm } from '#exchange/contract.ts';
import { success } from '../../../answers.ts';
import { leadersOf } from '../../../market/member-places.ts';
import { todayOf } from '../../../market/participation-view.ts';
import type { AnswerFields } from '../../../protocol.ts';
import { STOCK, writer } from '../../columns.ts';
import type { Figures } from '../../figures.ts';
import { stockTr } from '../../stock-tr.ts';
import { blanks } from '../../tr.ts';

const PRICES = 'stk_cd stk_nm cur_prc flu_smbol base_pric pred_pre flu_rt';
const SIDES = [
  ['sel', 'sell'],
  ['buy', 'buy'],
] as const;
const PLACES = [1, 2, 3, 4, 5] as const;
/** What the guide's example has where there is no member. */
const NOBODY: MemberCode = '000';

const NAMES: readonly string[] = [
  ...PRICES.split(' '),
  ...PLACES.flatMap((place) => SIDES.flatMap(([name]) => Object.keys(placeFields(name, place, null, 0)))),
];

const writePrices = writer<Figures>(PRICES, STOCK, { flu_smbol: STOCK['pre_sig']! });

export const ka10002 = stockTr({
  id: 'ka10002',
  path: '/api/dostk/stkinfo',
  nothing: () => blanks(NAMES),
  answer: (one, { member }) => success({ ...writePrices(one), stk_cd: member('stk_cd'), ...placesOf(one) }),
});

function placesOf({ exchange, symbol, view }: Figures): AnswerFields {
  const today = todayOf(exchange, symbol, view);
  if (today === null) return {};
  const leaders = { sell: leadersOf(today, 'sell'), buy: leadersOf(today, 'buy') };
  const fields = PLACES.flatMap((place) =>
    SIDES.map(([name, side]) => {
      const { member, quantity } = leaders[side][place - 1]!;
      return placeFields(name, place, member, quantity);
    }),
  );
  return Object.assign({}, ...fields);
}

function placeFields(
  side: 'sel' | 'buy',
  place: number,
  member: MemberCode | null,
  quantity: number,
): AnswerFields {
  return {
    [`${side}_trde_ori_nm_${place}`]: member === null ? '' : (memberFirm(member)?.name ?? ''),
    [`${side}_trde_ori_${place}`]: member ?? NOBODY,
    [`${side}_trde_qty_${place}`]: String(quantity),
  };
}
