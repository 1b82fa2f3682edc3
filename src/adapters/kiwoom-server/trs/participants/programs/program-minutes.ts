// Program trading of one instrument through the running day: ka90008 (guide, mrkcond).

import type { Bar } from '#domain/bar.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import type { MarketVenue } from '#exchange/contract.ts';
import { success } from '../../../answers.ts';
import { clockDigits, directed, directionCode, signed, signedPercent } from '../../../formats.ts';
import { dayOf } from '../../../market/market-view.ts';
import { NO_TURNOVER } from '../../../market/participation-view.ts';
import { type Columns, writer } from '../../columns.ts';
import type { Figures } from '../../figures.ts';
import { stockTr } from '../../stock-tr.ts';
import { pageAfter, required, requiredDate } from '../../tr.ts';
import { CODE_LENGTH, venuesOf } from '../brokers/broker-board.ts';
import { PROGRAM, PROGRAM_NAMES, type ProgramStep } from './program-stocks.ts';
import { programsByMinute } from './program-words.ts';

/** Rows a page, as recorded. */
const ROWS = 200;

interface MinuteRow extends ProgramStep, Standing {
  readonly one: Figures;
  readonly at: EpochMs;
}

/** Where an instrument stood at the end of a minute. */
interface Standing {
  readonly price: Price;
  readonly volume: Quantity;
}

const MINUTE: Columns<MinuteRow> = {
  ...PROGRAM,
  tm: ({ at }) => clockDigits(at),
  cur_prc: ({ one, price }) => directed(price, one.base),
  pre_sig: ({ one, price }) => directionCode(price, one.day.reference),
  pred_pre: ({ one, price }) => signed(price - one.base),
  flu_rt: ({ one, price }) => signedPercent(price - one.base, one.base),
  trde_qty: ({ volume }) => String(volume),
};

/**
 * ka90008: the day so far at each minute in which programs traded, newest first. `date` must be there and changes nothing,
 * and won and shares are both there whatever `amt_qty_tp` asks, as the real server was recorded answering.
 */
export const ka90008 = stockTr({
  id: 'ka90008',
  path: '/api/dostk/mrkcond',
  length: CODE_LENGTH,
  members: [required('amt_qty_tp', 1, ['1', '2']), requiredDate('date')],
  nothing: () => ({ stk_tm_prm_trde_trnsn: [] }),
  answer(one, context) {
    const minutes = programsByMinute(one.exchange, [one.symbol], one.view);
    const standingAt = standings(one);
    const rows = minutes
      .map((minute, index): MinuteRow => {
        const before = minutes[index - 1]?.all ?? NO_TURNOVER;
        return { ...standingAt(minute.at), one, at: minute.at, turnover: minute.all, before };
      })
      .reverse();
    const page = pageAfter(rows, context.nextKey, ROWS, ({ at }) => clockDigits(at));
    const write = writer(`tm ${PROGRAM_NAMES}`, MINUTE);
    return { ...success({ stk_tm_prm_trde_trnsn: page.rows.map(write) }), nextKey: page.nextKey };
  },
});

/** The last price and the shares traded by the end of a minute; of both markets together, KRX's price. */
function standings(one: Figures): (at: EpochMs) => Standing {
  const markets = venuesOf(one.view).map((venue) => standingsOn(one, venue));
  return (at) => {
    const now = markets.map((standingAt) => standingAt(at));
    return {
      price: now.find(({ price }) => price !== null)?.price ?? one.base,
      volume: now.reduce((total, { volume }) => total + volume, 0),
    };
  };
}

interface MarketStanding {
  /** Null before the first trade. */
  readonly price: Price | null;
  readonly volume: Quantity;
}

/** By what this server saw; for minutes before it was there, by the bars, which have the regular session alone. */
function standingsOn(one: Figures, venue: MarketVenue): (at: EpochMs) => MarketStanding {
  const { exchange, symbol } = one;
  const volume = dayOf(exchange, symbol, venue)?.volume ?? 0;
  const { minutes } = one.memory.flow(symbol, venue);
  const unseen = volume - (minutes.at(-1)?.volume ?? 0);
  const today = kstMidnight(exchange.tradeDate);
  let bars: readonly Bar[] | null = null;
  return (at) => {
    const mark = minutes.findLast(({ minute }) => minute <= Math.floor(at / MINUTE_MS));
    if (mark !== undefined) return { price: mark.price, volume: unseen + mark.volume };
    bars ??= exchange.market.minuteBars(symbol, venue).filter(({ start }) => start >= today);
    const soFar = bars.filter(({ start }) => start <= at);
    return {
      price: soFar.at(-1)?.close ?? null,
      volume: soFar.reduce((total, bar) => total + bar.volume, 0),
    };
  };
}
