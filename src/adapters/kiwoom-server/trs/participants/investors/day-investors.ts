// Who traded an instrument on days that other tables list, and what foreigners held at their ends: the columns about investors
// of ka10005, ka10015, ka10086 (guide, mrkcond and stkinfo) and ka40008 (guide, etf). Blank on days whose participants nobody
// knows: those of real bars from before the exchange began.

import { compactDate, expandDate } from '#domain/time.ts';
import type { Participation, Turnover } from '#exchange/contract.ts';
import { daysOf, foreignHouses, sumOf, todayOf } from '../../../market/participation-view.ts';
import type { Columns } from '../../columns.ts';
import type { Figures } from '../../figures.ts';
import { netQuantity, netValue } from '../periods.ts';
import { doubleSigned, roundedMillions } from '../signs.ts';
import { exhaustionText, type ForeignStake, foreignStakes } from './foreign-stakes.ts';
import { foreigners, individuals, institutions, type Part } from './investor-words.ts';

/** A row about a day, `YYYYMMDD`. */
interface OfDay {
  readonly date: string;
}

const programs: Part = (participation) => sumOf(Object.values(participation.programs));
const netMillions = (turnover: Turnover): number => roundedMillions(netValue(turnover));

/** The columns of an instrument for `rows` of it; with `isValue` net figures are millions of won, otherwise shares. */
export function investorsOfDays(one: Figures, rows: readonly OfDay[], isValue = false): Columns<OfDay> {
  const from = rows.reduce((oldest, { date }) => (date < oldest ? date : oldest), '99999999');
  const days = participationsSince(one, from);
  const stakes: ReadonlyMap<string, ForeignStake> = foreignStakes(one, from);
  const net =
    (part: Part, figure = isValue ? netMillions : netQuantity) =>
    ({ date }: OfDay) => {
      const day = days.get(date);
      return day === undefined ? '' : doubleSigned(figure(part(day)));
    };
  const held = ({ date }: OfDay) => exhaustionText(stakes.get(date));
  return {
    ...{ ind: net(individuals), ind_netprps: net(individuals) },
    ...{ orgn: net(institutions), orgn_netprps: net(institutions) },
    // KRX tells no won of foreigners by day: they are in shares whatever was asked for (guide, ka10086).
    ...{ for_qty: net(foreigners, netQuantity), for_netprps: net(foreigners, netQuantity) },
    ...{ for_netprps_qty: net(foreigners, netQuantity), orgn_netprps_qty: net(institutions, netQuantity) },
    ...{ frgn: net(foreignHouses), prm: net(programs) },
    // All three are what foreigners hold in percent, as in the guide's examples.
    ...{ for_poss: held, for_wght: held, for_rt: held },
  };
}

function participationsSince(one: Figures, from: string): ReadonlyMap<string, Participation> {
  const { exchange, symbol, view } = one;
  const past = daysOf(exchange, symbol, view, expandDate(from));
  const today = todayOf(exchange, symbol, view);
  return new Map((today === null ? past : [...past, today]).map((day) => [compactDate(day.date), day]));
}
