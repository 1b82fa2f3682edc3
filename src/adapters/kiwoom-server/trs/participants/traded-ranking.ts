// Rankings of instruments by what some of the participants traded over a period: houses from abroad, a member firm, programs,
// investors. What they traded is worked out once an answer, the rest of a row when it is written.

import type { Participation, Turnover } from '#exchange/contract.ts';
import { type Columns, STOCK, writer } from '../columns.ts';
import { allFigures, type Figures } from '../figures.ts';
import { placedPage } from '../ranking.ts';
import { type Selector, selected, viewOf } from '../selection.ts';
import type { RequestMember, Tr, TrContext } from '../tr.ts';
import { sumOver, type TradedDay } from './periods.ts';

/** What a ranking knows of one instrument. */
export interface Traded {
  readonly one: Figures;
  readonly days: readonly TradedDay[];
  readonly turnover: Turnover;
}

/** An instrument and its place, from 1. */
export interface TradedRow extends Traded {
  readonly place: number;
}

export interface TradedRanking {
  readonly id: string;
  readonly path: string;
  readonly list: string;
  /** Rows a page, and where told rows altogether. */
  readonly size: number;
  readonly most?: number;
  readonly selectors: readonly Selector[];
  readonly members: readonly RequestMember[];
  readonly days: (one: Figures, context: TrContext) => readonly TradedDay[];
  /** Whose turnover it is about; null for somebody nobody knows. */
  readonly part: (context: TrContext) => ((participation: Participation) => Turnover) | null;
  /** What a row is sorted by, largest first; null leaves it out. */
  readonly measure: (context: TrContext) => (traded: Traded) => number | null;
  /** Elements of a row, in the guide's order. */
  readonly columns: string;
  /** Elements worded otherwise than in STOCK. */
  readonly own: (context: TrContext) => Columns<TradedRow>;
}

const OF_STOCK: Columns<TradedRow> = {
  ...Object.fromEntries(
    Object.entries(STOCK).map(([name, column]) => [name, ({ one }: TradedRow) => column(one)]),
  ),
  rank: ({ place }) => String(place),
};

/** A TR that answers with such a ranking. */
export function tradedRanking(spec: TradedRanking): Tr {
  return {
    id: spec.id,
    path: spec.path,
    members: [...spec.selectors.map(({ member }) => member), ...spec.members],
    answer: (context) => {
      const rows = rank(spec, context).slice(0, spec.most);
      const write = writer(spec.columns, OF_STOCK, spec.own(context));
      return placedPage(context, spec.list, rows, spec.size, write);
    },
  };
}

function rank(spec: TradedRanking, context: TrContext): TradedRow[] {
  const part = spec.part(context);
  if (part === null) return [];
  const measure = spec.measure(context);
  return selected(allFigures(context.exchange, viewOf(context)), spec.selectors, context.member)
    .flatMap((one) => {
      const days = spec.days(one, context);
      const traded = { one, days, turnover: sumOver(days, part) };
      const by = measure(traded);
      return by === null ? [] : { ...traded, by };
    })
    .sort((a, b) => b.by - a.by || (a.one.symbol < b.one.symbol ? -1 : 1))
    .map((traded, index) => ({ ...traded, place: index + 1 }));
}
