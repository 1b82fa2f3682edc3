// What the kinds of investors bought less sold of each industry: ka10051 (guide, sect). An industry is its index's members,
// added up.

import { compactDate } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode } from '#domain/units.ts';
import type { IndexName } from '#exchange/contract.ts';
import { dateDigits, directed, signed } from '../../../formats.ts';
import { sumOf } from '../../../market/participation-view.ts';
import { writer } from '../../columns.ts';
import { figuresOf } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { VENUE_SUFFIXES, venue, viewOf } from '../../selection.ts';
import { optionalDate, required, type Tr, type TrContext } from '../../tr.ts';
import { directionOf } from '../day-columns.ts';
import { daysBetween, netQuantity, netValue, type TradedDay, volumeOver } from '../periods.ts';
import { netText, roundedThousands } from '../signs.ts';
import { INDUSTRY_KINDS, investorColumns } from './investor-words.ts';

const ROWS = 100;
/** Hundreds of millions of won and thousands of shares: the guide's example shows the sums of ka10059's in these. */
const VALUE_UNIT = 100_000_000;
const QUANTITY_UNIT = 1_000;

/** An index on a day, in hundredths of a point, with its members' days. */
interface IndustryDay {
  readonly code: string;
  readonly name: string;
  readonly value: Price;
  /** The close before. */
  readonly base: Price;
  readonly volume: Quantity;
  readonly days: readonly TradedDay[];
}

function industryDays(context: TrContext, date: string): IndustryDay[] {
  const { exchange, member } = context;
  const known = new Map<SymbolCode, readonly TradedDay[]>();
  const dayOf = (symbol: SymbolCode): readonly TradedDay[] => {
    const one = known.has(symbol) ? null : figuresOf(exchange, symbol, viewOf(context));
    if (one !== null) known.set(symbol, daysBetween(one, date, date));
    return known.get(symbol) ?? [];
  };
  return exchange.indices.names
    .filter(({ code }) => code.startsWith(member('mrkt_tp')))
    .flatMap((index) => {
      const days = exchange.indices.members(index.code).flatMap(dayOf);
      const move = days.length === 0 ? null : indexOn(context, index, date);
      return move === null ? [] : { ...index, ...move, days, volume: volumeOver(days) };
    });
}

function indexOn(
  { exchange }: TrContext,
  { code }: IndexName,
  date: string,
): Pick<IndustryDay, 'value' | 'base'> | null {
  const bars = exchange.indices.dailyBars(code);
  const place = bars.findIndex((bar) => dateDigits(bar.start) === date);
  const bar = bars[place];
  return bar === undefined ? null : { value: bar.close, base: bars[place - 1]?.close ?? bar.open };
}

/** ka10051: all industries of a market on a day, the running one unless told. */
export const ka10051: Tr = {
  id: 'ka10051',
  path: '/api/dostk/sect',
  members: [
    required('mrkt_tp', 1, ['0', '1']),
    required('amt_qty_tp', 1, ['0', '1']),
    optionalDate('base_dt'),
    venue,
  ],
  answer(context) {
    const date = context.member('base_dt') || compactDate(context.exchange.tradeDate);
    const isQuantity = context.member('amt_qty_tp') === '1';
    const write = writer<IndustryDay>(
      `inds_cd inds_nm cur_prc pre_smbol pred_pre flu_rt trde_qty ${INDUSTRY_KINDS}`,
      {
        inds_cd: ({ code }) => code + VENUE_SUFFIXES[viewOf(context)],
        inds_nm: ({ name }) => name,
        cur_prc: ({ value, base }) => directed(value, base),
        pre_smbol: ({ value, base }) => directionOf(value, base),
        pred_pre: ({ value, base }) => signed(value - base),
        flu_rt: ({ value, base }) => String(Math.round(((value - base) / base) * 10_000)),
        trde_qty: ({ volume }) => String(roundedThousands(volume)),
      },
      investorColumns(
        ({ days }, part) => sumOf(days.map(({ participation }) => part(participation))),
        (turnover) => {
          const net = isQuantity ? netQuantity(turnover) : netValue(turnover);
          return net === 0 ? '+0' : netText(net, isQuantity ? QUANTITY_UNIT : VALUE_UNIT, '-');
        },
      ),
    );
    return placedPage(context, 'inds_netprps', industryDays(context, date), ROWS, write);
  },
};
