// Foreigners and institutions side by side: ka90009 (guide, rkinfo), the four rankings of a day, and ka10131 (guide, frgnistt),
// how many days in a row they bought or sold. Signs and units as recorded from the real server in 2026.

import { compactDate } from '#domain/time.ts';
import type { Turnover } from '#exchange/contract.ts';
import { NO_TURNOVER } from '../../../market/participation-view.ts';
import { allFigures, type Figures } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { market, selected, venue, viewOf } from '../../selection.ts';
import { optionalDate, required, type Tr } from '../../tr.ts';
import { daysBetween, netQuantity, netValue, sumOver, type TradedDay } from '../periods.ts';
import { roundedThousands } from '../signs.ts';
import { foreigners, institutions, type KindsPart } from './investor-words.ts';

const SIZE = 100;
const TEN_MILLIONS = 10_000_000;

interface NetRow {
  readonly one: Figures;
  readonly turnover: Turnover;
}

/** One of the four rankings: those that `part` sold (`sign` -1) or bought more of, most first. */
function netRanking(
  stocks: readonly (readonly [Figures, readonly TradedDay[]])[],
  part: KindsPart,
  sign: 1 | -1,
  by: (turnover: Turnover) => number,
): NetRow[] {
  return stocks
    .map(([one, days]) => ({ one, turnover: sumOver(days, part) }))
    .filter(({ turnover }) => sign * by(turnover) > 0)
    .sort((a, b) => sign * (by(b.turnover) - by(a.turnover)) || (a.one.symbol < b.one.symbol ? -1 : 1));
}

/** Columns of one of them; sold figures have a minus, bought ones no plus. */
function netColumns(name: string, row: NetRow | undefined): Record<string, string> {
  const { one, turnover } = row ?? { one: null, turnover: NO_TURNOVER };
  return {
    [`${name}_stk_cd`]: one?.symbol ?? '',
    [`${name}_stk_nm`]: one?.instrument.name ?? '',
    [`${name}_amt`]: one === null ? '' : String(Math.round(netValue(turnover) / TEN_MILLIONS)),
    [`${name}_qty`]: one === null ? '' : String(roundedThousands(netQuantity(turnover))),
  };
}

/** ka90009: what foreigners and institutions sold and bought most of on one day, each in an order of its own. */
export const ka90009: Tr = {
  id: 'ka90009',
  path: '/api/dostk/rkinfo',
  members: [
    market.member,
    required('amt_qty_tp', 1, ['1', '2']),
    required('qry_dt_tp', 1, ['0', '1']),
    optionalDate('date'),
    venue,
  ],
  answer(context) {
    const { exchange, member } = context;
    const today = compactDate(exchange.tradeDate);
    const date = member('qry_dt_tp') === '1' ? member('date') || today : today;
    const stocks = selected(allFigures(exchange, viewOf(context)), [market], member).map(
      (one) => [one, daysBetween(one, date, date)] as const,
    );
    const by = member('amt_qty_tp') === '2' ? netQuantity : netValue;
    const lists = {
      for_netslmt: netRanking(stocks, foreigners, -1, by),
      for_netprps: netRanking(stocks, foreigners, 1, by),
      orgn_netslmt: netRanking(stocks, institutions, -1, by),
      orgn_netprps: netRanking(stocks, institutions, 1, by),
    };
    const places = Math.max(...Object.values(lists).map((list) => list.length));
    return placedPage(context, 'frgnr_orgn_trde_upper', [...Array(places).keys()], SIZE, (place) =>
      Object.assign({}, ...Object.entries(lists).map(([name, list]) => netColumns(name, list[place]))),
    );
  },
};
