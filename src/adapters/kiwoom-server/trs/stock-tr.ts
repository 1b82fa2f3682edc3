// TRs about one instrument: reading `stk_cd` with its venue suffix, and what is answered for a code that nobody knows.

import { isSymbolCode, type SymbolCode } from '#domain/units.ts';
import { type Failure, malformedSymbol, success, type TrAnswer } from '../answers.ts';
import type { MarketView } from '../market/market-view.ts';
import type { AnswerFields } from '../protocol.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type RequestMember, required, type Tr, type TrContext } from './tr.ts';

const VIEWS: Readonly<Record<string, MarketView>> = { '': 'KRX', _AL: 'ALL', _NX: 'NXT' };

/** An instrument as it was asked for, or why it is none: `blank` for a suffix nobody knows (kiwoom-wire 3.10). */
export type AskedStock =
  | { readonly type: 'stock'; readonly symbol: SymbolCode; readonly view: MarketView }
  | { readonly type: 'blank' }
  | { readonly type: 'malformed'; readonly failure: Failure };

/** Reads `005930`, `005930_NX` (NXT) or `005930_AL` (both markets). A market prefix is an error (kiwoom-wire 2.3). */
export function askedStock(text: string): AskedStock {
  const match = /^([0-9A-Z]{6})(_[A-Za-z]{2})?$/.exec(text);
  const symbol = match?.[1] ?? '';
  if (!isSymbolCode(symbol)) return { type: 'malformed', failure: malformedSymbol(text) };
  const view = VIEWS[match?.[2] ?? ''];
  return view === undefined ? { type: 'blank' } : { type: 'stock', symbol, view };
}

export interface StockTr {
  readonly id: string;
  readonly path: string;
  /** Characters `stk_cd` may have. */
  readonly length?: number;
  readonly members?: readonly RequestMember[];
  /** What is answered where there is nothing (kiwoom-wire 2.7). */
  readonly nothing: () => AnswerFields;
  readonly answer: (one: Figures, context: TrContext) => TrAnswer;
}

/** A TR about one instrument. */
export function stockTr({ id, path, length = 20, members = [], nothing, answer }: StockTr): Tr {
  return {
    id,
    path,
    members: [required('stk_cd', length), ...members],
    answer(context) {
      const asked = askedStock(context.member('stk_cd'));
      if (asked.type === 'malformed') return asked.failure;
      const one = asked.type === 'stock' ? figuresOf(context.exchange, asked.symbol, asked.view) : null;
      return one === null ? success(nothing()) : answer(one, context);
    },
  };
}
