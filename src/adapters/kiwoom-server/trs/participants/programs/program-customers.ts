// What customers' programs traded today of one instrument or of the members of an index: ka10010 (guide, sect). The guide calls
// it the program trading of an industry and asks for the code of an instrument, so codes of both kinds are taken.

import type { Turnover } from '#exchange/contract.ts';
import { type Failure, success, type TrAnswer } from '../../../answers.ts';
import type { MarketView } from '../../../market/market-view.ts';
import { sumOf, todayOf } from '../../../market/participation-view.ts';
import type { AnswerFields } from '../../../protocol.ts';
import { askedStock } from '../../stock-tr.ts';
import { blanks, required, type Tr, type TrContext } from '../../tr.ts';
import { netQuantity } from '../periods.ts';
import { inMillions } from './program-stocks.ts';
import { customersOf } from './program-words.ts';

/** Beginnings of the elements, and which programs they are about. */
const PARTS = [
  ['dfrt_trst', 'arbitrage'],
  ['ndiffpro_trst', 'others'],
  ['all_dfrt_trst', 'all'],
] as const;

/** ka10010: shares, and millions of won. */
export const ka10010: Tr = {
  id: 'ka10010',
  path: '/api/dostk/sect',
  members: [required('stk_cd', 20)],
  answer(context): TrAnswer {
    const asked = askedSymbols(context);
    if (!('symbols' in asked)) return asked;
    const days = asked.symbols.flatMap((symbol) => todayOf(context.exchange, symbol, asked.view) ?? []);
    if (days.length === 0) return success(blanks(NAMES));
    const programs = days.map(customersOf);
    return success(
      Object.assign(
        {},
        ...PARTS.map(([prefix, part]) => fieldsOf(prefix, sumOf(programs.map((one) => one[part])))),
      ),
    );
  },
};

interface AskedSymbols {
  readonly symbols: readonly string[];
  readonly view: MarketView;
}

function askedSymbols({ exchange, member }: TrContext): AskedSymbols | Failure {
  const code = member('stk_cd');
  if (exchange.indices.names.some((index) => index.code === code)) {
    return { symbols: exchange.indices.members(code), view: 'KRX' };
  }
  const asked = askedStock(code);
  if (asked.type === 'malformed') return asked.failure;
  return asked.type === 'stock'
    ? { symbols: [asked.symbol], view: asked.view }
    : { symbols: [], view: 'KRX' };
}

function fieldsOf(prefix: string, turnover: Turnover): AnswerFields {
  const { bought, sold, net } = inMillions(turnover);
  return {
    [`${prefix}_sell_qty`]: String(turnover.sold),
    [`${prefix}_sell_amt`]: String(sold),
    [`${prefix}_buy_qty`]: String(turnover.bought),
    [`${prefix}_buy_amt`]: String(bought),
    [`${prefix}_netprps_qty`]: String(netQuantity(turnover)),
    [`${prefix}_netprps_amt`]: String(net),
  };
}

const NOTHING: Turnover = { bought: 0, sold: 0, boughtValue: 0, soldValue: 0 };
const NAMES = PARTS.flatMap(([prefix]) => Object.keys(fieldsOf(prefix, NOTHING)));
