// Elements of a day that TRs about participants share: its close with its direction, and what was traded.

import { directed, signed, signedPercent } from '../../formats.ts';
import type { Columns } from '../columns.ts';
import type { TradedDay } from './periods.ts';

/** 2 up, 3 unchanged, 5 down. */
export function directionOf(price: number, against: number): string {
  return price > against ? '2' : price < against ? '5' : '3';
}

/** A word about a day's close; blank where the exchange keeps no price of the day. */
function aboutClose(word: (close: number, base: number) => string): Columns<TradedDay>[string] {
  return ({ close, base }) => (close === null || base === null ? '' : word(close, base));
}

export const TRADED_DAY: Columns<TradedDay> = {
  dt: ({ date }) => date,
  cur_prc: aboutClose(directed),
  pre_sig: aboutClose(directionOf),
  flu_sig: aboutClose(directionOf),
  pred_pre: aboutClose((close, base) => signed(close - base)),
  flu_rt: aboutClose((close, base) => signedPercent(close - base, base)),
  trde_qty: ({ volume }) => String(volume),
  acc_trde_qty: ({ volume }) => String(volume),
};
