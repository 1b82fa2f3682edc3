// The running day of one instrument by member firm: the first five of both sides, what the newest trade changed, and who left
// the first five (ka10040, ka10053; guide, rkinfo).

import type { Departure, MarketVenue, MemberCode, MemberTrade } from '#exchange/contract.ts';
import { clockDigits, signed } from '../../../formats.ts';
import type { MarketView } from '../../../market/market-view.ts';
import { leadersOf, type MemberPlace } from '../../../market/member-places.ts';
import { foreignHouses, todayOf } from '../../../market/participation-view.ts';
import type { AnswerFields } from '../../../protocol.ts';
import type { Figures } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { stockTr } from '../../stock-tr.ts';
import { boughtText, soldText } from '../signs.ts';
import { isHouse, memberName } from './broker-words.ts';

const PATH = '/api/dostk/rkinfo';
/** Characters of `stk_cd` with its venue: the guide says six, and beside it names codes of nine. */
export const CODE_LENGTH = 9;
/** Rows a page; not recorded for these, which had a handful. */
const ROWS = 100;
const PLACES = 5;

type Side = 'buy' | 'sell';

/** The markets of a view. */
export function venuesOf(view: MarketView): readonly MarketVenue[] {
  return view === 'ALL' ? ['KRX', 'NXT'] : [view];
}

/** More entries than one trade is made of. */
const ENTRIES = 200;

/** The firms of the newest trade. */
function newestTrade({ exchange, symbol, view }: Figures): readonly MemberTrade[] {
  const filter = { isWanted: () => true, limit: ENTRIES };
  const trades = venuesOf(view).flatMap(
    (venue) => exchange.participants.today(symbol, venue)?.memberTrades(filter) ?? [],
  );
  const at = Math.max(...trades.map((trade) => trade.at));
  return trades.filter((trade) => trade.at === at);
}

/** What the newest trade added to a side of some firms: `+615`, also where it was sold (guide, ka10040). */
function added(newest: readonly MemberTrade[], side: Side, isOne: (code: MemberCode) => boolean): string {
  const trades = newest.filter((trade) => trade.side === side && isOne(trade.member));
  return signed(trades.reduce((total, { quantity }) => total + quantity, 0));
}

interface PlaceTexts {
  readonly name: string;
  readonly code: string;
  readonly quantity: string;
  readonly change: string;
}

/** A place with nobody in it, as the guide's example has it. */
const NOBODY: PlaceTexts = { name: '', code: '000', quantity: '0', change: '0' };

function placeTexts(
  { member, quantity }: MemberPlace,
  side: Side,
  newest: readonly MemberTrade[],
): PlaceTexts {
  if (member === null) return NOBODY;
  return {
    name: memberName(member),
    code: member,
    quantity: side === 'buy' ? boughtText(quantity) : soldText(quantity),
    change: added(newest, side, (code) => code === member),
  };
}

/** The elements of a place, from 1. */
function placeFields(place: number, sell: PlaceTexts, buy: PlaceTexts): AnswerFields {
  return {
    [`sel_trde_ori_irds_${place}`]: sell.change,
    [`sel_trde_ori_qty_${place}`]: sell.quantity,
    [`sel_trde_ori_${place}`]: sell.name,
    [`sel_trde_ori_cd_${place}`]: sell.code,
    [`buy_trde_ori_${place}`]: buy.name,
    [`buy_trde_ori_cd_${place}`]: buy.code,
    [`buy_trde_ori_qty_${place}`]: buy.quantity,
    [`buy_trde_ori_irds_${place}`]: buy.change,
  };
}

/** The first five of both sides, and the houses from abroad. */
function boardFields(one: Figures): AnswerFields {
  const today = todayOf(one.exchange, one.symbol, one.view);
  if (today === null) return emptyBoard();
  const newest = newestTrade(one);
  const [sellers, buyers] = [leadersOf(today, 'sell'), leadersOf(today, 'buy')];
  const houses = foreignHouses(today);
  return {
    ...boardOf((index) => [
      placeTexts(sellers[index]!, 'sell', newest),
      placeTexts(buyers[index]!, 'buy', newest),
    ]),
    frgn_sel_prsm_sum_chang: added(newest, 'sell', isHouse),
    frgn_sel_prsm_sum: houses.sold === 0 ? '0' : soldText(houses.sold),
    frgn_buy_prsm_sum: houses.bought === 0 ? '0' : boughtText(houses.bought),
    frgn_buy_prsm_sum_chang: added(newest, 'buy', isHouse),
  };
}

function boardOf(place: (index: number) => readonly [sell: PlaceTexts, buy: PlaceTexts]): AnswerFields {
  return Object.assign({}, ...Array.from({ length: PLACES }, (_, i) => placeFields(i + 1, ...place(i))));
}

/** A board with nobody on it, as of a code that nobody knows. */
function emptyBoard(): AnswerFields {
  const nobody = '0';
  return {
    ...boardOf(() => [NOBODY, NOBODY]),
    ...{ frgn_sel_prsm_sum_chang: nobody, frgn_sel_prsm_sum: nobody },
    ...{ frgn_buy_prsm_sum: nobody, frgn_buy_prsm_sum_chang: nobody },
  };
}

interface DepartureRow {
  readonly sell: Departure | undefined;
  readonly buy: Departure | undefined;
}

/** Both sides beside each other, newest first: neighbours in a row have nothing to do with each other (recorded, ka10053). */
function departureRows({ exchange, symbol, view }: Figures): readonly DepartureRow[] {
  const all = venuesOf(view)
    .flatMap((venue) => exchange.participants.today(symbol, venue)?.departures().toReversed() ?? [])
    .sort((a, b) => b.at - a.at);
  const sells = all.filter(({ side }) => side === 'sell');
  const buys = all.filter(({ side }) => side === 'buy');
  const length = Math.max(sells.length, buys.length);
  return Array.from({ length }, (_, index) => ({ sell: sells[index], buy: buys[index] }));
}

/** `qry_dt` and `qry_tm`, "date and time of the query", hold the firms' codes: in the guide's example and on the wire. */
function departureFields({ sell, buy }: DepartureRow): AnswerFields {
  return {
    sel_scesn_tm: sell === undefined ? '' : clockDigits(sell.at),
    sell_qty: sell === undefined ? '' : String(sell.quantity),
    sel_upper_scesn_ori: sell === undefined ? '' : markedName(sell.member, '-'),
    buy_scesn_tm: buy === undefined ? '' : clockDigits(buy.at),
    buy_qty: buy === undefined ? '' : String(buy.quantity),
    buy_upper_scesn_ori: buy === undefined ? '' : markedName(buy.member, '+'),
    qry_dt: sell?.member ?? '',
    qry_tm: buy?.member ?? '',
  };
}

/** Houses from abroad have a sign before their name, as recorded. */
function markedName(member: MemberCode, sign: '+' | '-'): string {
  return isHouse(member) ? `${sign}${memberName(member)}` : memberName(member);
}

/** ka10040: the first five, and who left them. */
export const ka10040 = stockTr({
  id: 'ka10040',
  path: PATH,
  length: CODE_LENGTH,
  nothing: () => ({ ...emptyBoard(), tdy_main_trde_ori: [] }),
  answer: (one, context) =>
    placedPage(context, 'tdy_main_trde_ori', departureRows(one), ROWS, departureFields, boardFields(one)),
});

/** ka10053: who left the first five today. */
export const ka10053 = stockTr({
  id: 'ka10053',
  path: PATH,
  length: CODE_LENGTH,
  nothing: () => ({ tdy_upper_scesn_ori: [] }),
  answer: (one, context) =>
    placedPage(context, 'tdy_upper_scesn_ori', departureRows(one), ROWS, departureFields),
});
