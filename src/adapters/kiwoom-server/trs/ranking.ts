// What a ranking is to this server: who is in it, what it sorts by, and the elements of a row. Rankings are read page by page
// while the market moves on, so their cursor is a place in the list.

import { success, type TrAnswer } from '../answers.ts';
import type { AnswerFields } from '../protocol.ts';
import { type Columns, STOCK, writer } from './columns.ts';
import { allFigures, type Figures } from './figures.ts';
import { type Selector, selected, venueCode, viewOf } from './selection.ts';
import type { RequestMember, Tr, TrContext } from './tr.ts';

/** What an instrument is sorted by, largest first; null leaves it out. */
export type Measure = (one: Figures) => number | null;

export interface Ranking {
  readonly id: string;
  readonly path: string;
  readonly list: string;
  /** Rows a page (kiwoom-wire 2.17). */
  readonly size: number;
  readonly selectors: readonly Selector[];
  /** Members that leave nobody out. */
  readonly members: readonly RequestMember[];
  readonly measure: (context: TrContext) => Measure;
  /** Elements of a row, in the guide's order. */
  readonly columns: string;
  /** Elements worded otherwise than in STOCK. `ranked` is the whole list, best first. */
  readonly own?: (context: TrContext, ranked: readonly Figures[]) => Columns<Figures>;
  /** The part of the list that was asked for; all of it unless told. */
  readonly part?: (context: TrContext) => readonly [from: number, until: number];
}

const RANKED: Columns<Figures> = { stk_cd: venueCode };

/** A TR that answers with a ranking. */
export function ranking(spec: Ranking): Tr {
  return {
    id: spec.id,
    path: spec.path,
    members: [...spec.selectors.map(({ member }) => member), ...spec.members],
    answer: (context) => {
      const ranked = rank(spec, context);
      const [from, until] = spec.part?.(context) ?? [0, ranked.length];
      const write = writer(spec.columns, STOCK, RANKED, spec.own?.(context, ranked) ?? {});
      return placedPage(context, spec.list, ranked.slice(from, until), spec.size, write);
    },
  };
}

function rank(spec: Ranking, context: TrContext): readonly Figures[] {
  const measure = spec.measure(context);
  return selected(allFigures(context.exchange, viewOf(context)), spec.selectors, context.member)
    .map((one) => ({ one, by: measure(one) }))
    .filter((entry): entry is { one: Figures; by: number } => entry.by !== null && !Number.isNaN(entry.by))
    .sort((a, b) => b.by - a.by || (a.one.symbol < b.one.symbol ? -1 : 1))
    .map(({ one }) => one);
}

/** One page of rows whose cursor is a place in the list: how many rows were sent before. */
export function placedPage<T>(
  context: TrContext,
  list: string,
  rows: readonly T[],
  size: number,
  write: (row: T) => AnswerFields,
  head: AnswerFields = {},
): TrAnswer {
  const until = pageStart(context) + size;
  const answer = success({ ...head, [list]: placedRows(context, rows, size).map(write) });
  return { ...answer, nextKey: until < rows.length ? String(until) : null };
}

/** The rows of that page, for what has to be looked up before they are written. */
export function placedRows<T>(context: TrContext, rows: readonly T[], size: number): readonly T[] {
  const from = pageStart(context);
  return rows.slice(from, from + size);
}

function pageStart({ nextKey }: TrContext): number {
  return nextKey !== null && /^\d+$/.test(nextKey) ? Number(nextKey) : 0;
}
