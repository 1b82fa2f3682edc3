// Program trading of a whole market by minute (ka90005), by day (ka90010), and added up since a day (ka90007; guide, mrkcond).

import type { Market } from '#domain/instrument.ts';
import { compactDate, expandDate, kstDate } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { ExchangeApi, Turnover } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../../answers.ts';
import { clockDigits, directedIndex } from '../../../formats.ts';
import { indexFigures } from '../../../market/index-figures.ts';
import { blank, type Columns, writer } from '../../columns.ts';
import { placedPage } from '../../ranking.ts';
import { venue, viewOf } from '../../selection.ts';
import { pageAfter, required, requiredDate, type Tr, type TrContext } from '../../tr.ts';
import { netQuantity, netValue } from '../periods.ts';
import { netText, roundedMillions, roundedThousands } from '../signs.ts';
import {
  dateKey,
  type ProgramDay,
  type Programs,
  type ProgramsSoFar,
  programMarket,
  programsByDay,
  programsByMinute,
  symbolsOf,
} from './program-words.ts';

const PATH = '/api/dostk/mrkcond';
/** Minutes come on one page while the session runs, as recorded; days by the hundred. */
const MINUTE_ROWS = 1_000;
const DAY_ROWS = 100;

const MEMBERS = [
  requiredDate('date'),
  required('amt_qty_tp', 1, ['1', '2']),
  required('mrkt_tp', 10),
  required('min_tic_tp', 1, ['0', '1']),
  venue,
];

const MILLION = 1_000_000;
const THOUSAND = 1_000;

/** A row of ka90005 and ka90010: millions of won and thousands of shares, whatever was asked; `all` is in what was asked. */
const NAMES = `cntr_tm dfrt_trde_sel dfrt_trde_buy dfrt_trde_netprps ndiffpro_trde_sel ndiffpro_trde_buy
  ndiffpro_trde_netprps dfrt_trde_sell_qty dfrt_trde_buy_qty dfrt_trde_netprps_qty ndiffpro_trde_sell_qty
  ndiffpro_trde_buy_qty ndiffpro_trde_netprps_qty all_sel all_buy all_netprps kospi200 basis`;

type Minus = '-' | '--';

/** The columns of one kind of programs: won under the first three names, shares under the others. */
function kindColumns(kind: 'arbitrage' | 'others', prefix: string, minus: Minus): Columns<Programs> {
  return {
    [`${prefix}_sel`]: (row) => String(roundedMillions(row[kind].soldValue)),
    [`${prefix}_buy`]: (row) => String(roundedMillions(row[kind].boughtValue)),
    [`${prefix}_netprps`]: (row) => netText(netValue(row[kind]), MILLION, minus),
    [`${prefix}_sell_qty`]: (row) => String(roundedThousands(row[kind].sold)),
    [`${prefix}_buy_qty`]: (row) => String(roundedThousands(row[kind].bought)),
    [`${prefix}_netprps_qty`]: (row) => netText(netQuantity(row[kind]), THOUSAND, minus),
  };
}

function programColumns({ member }: TrContext, minus: Minus): Columns<Programs> {
  const isShares = member('amt_qty_tp') === '2';
  const unit = (turnover: Turnover, side: 'bought' | 'sold') =>
    String(isShares ? roundedThousands(turnover[side]) : roundedMillions(turnover[`${side}Value`]));
  return {
    ...kindColumns('arbitrage', 'dfrt_trde', minus),
    ...kindColumns('others', 'ndiffpro_trde', minus),
    all_sel: ({ all }) => unit(all, 'sold'),
    all_buy: ({ all }) => unit(all, 'bought'),
    all_netprps: ({ all }) =>
      isShares ? netText(netQuantity(all), THOUSAND, minus) : netText(netValue(all), MILLION, minus),
    basis: blank,
  };
}

/** The index beside the programs; on the wire, too, `kospi200` of the KOSDAQ is an index of the KOSDAQ. */
function indexCode(market: Market): string {
  return market === 'KOSDAQ' ? '101' : '201';
}

/** Hundredths of a point with their direction at the end of a minute: an integer in this one table (kiwoom-wire 3.7). */
function indexByMinute(exchange: ExchangeApi, market: Market): (at: EpochMs) => string {
  const code = indexCode(market);
  const base = indexFigures(exchange, code)?.base ?? 0;
  const bars = exchange.indices.minuteBars(code, exchange.tradeDate);
  return (at) => {
    const bar = bars.findLast(({ start }) => start <= at);
    return bar === undefined ? '0' : directedIndex(bar.close, base).replace('.', '');
  };
}

/** Points with their direction at the end of a day; `0.00` where there was none yet (guide, ka90010). */
function indexByDay(exchange: ExchangeApi, market: Market): (date: TradeDate) => string {
  const bars = exchange.indices.dailyBars(indexCode(market));
  const places = new Map(bars.map((bar, index) => [kstDate(bar.start), index]));
  return (date) => {
    const place = places.get(date);
    const bar = place === undefined ? undefined : bars[place];
    if (place === undefined || bar === undefined) return '0.00';
    return directedIndex(bar.close, bars[place - 1]?.close ?? bar.open);
  };
}

/** ka90005: the running day so far at each minute, newest first. Minutes of days before are not kept. */
export const ka90005: Tr = {
  id: 'ka90005',
  path: PATH,
  members: MEMBERS,
  answer(context): TrAnswer {
    const { exchange, member } = context;
    const market = programMarket(member('mrkt_tp'));
    if (market === null || expandDate(member('date')) !== exchange.tradeDate) {
      return success({ prm_trde_trnsn: [] });
    }
    const rows = programsByMinute(exchange, symbolsOf(exchange, market), viewOf(context)).toReversed();
    const page = pageAfter(rows, context.nextKey, MINUTE_ROWS, ({ at }) => clockDigits(at));
    const indexAt = indexByMinute(exchange, market);
    const write = writer<ProgramsSoFar>(NAMES, programColumns(context, '--'), {
      cntr_tm: ({ at }) => clockDigits(at),
      kospi200: ({ at }) => indexAt(at),
    });
    return { ...success({ prm_trde_trnsn: page.rows.map(write) }), nextKey: page.nextKey };
  },
};

/** ka90010: the days up to `date`, newest first. */
export const ka90010: Tr = {
  id: 'ka90010',
  path: PATH,
  members: MEMBERS,
  answer(context): TrAnswer {
    const { exchange, member } = context;
    const market = programMarket(member('mrkt_tp'));
    if (market === null) return success({ prm_trde_trnsn: [] });
    const dates = marketDates(exchange, market).filter((date) => compactDate(date) <= member('date'));
    const page = pageAfter(dates, context.nextKey, DAY_ROWS, compactDate);
    const wanted = new Set(page.rows);
    const rows = programsByDay(
      exchange,
      symbolsOf(exchange, market),
      viewOf(context),
      page.rows.at(-1) ?? exchange.tradeDate,
    ).filter(({ date }) => wanted.has(date));
    const indexOn = indexByDay(exchange, market);
    const columns = programColumns(context, '-');
    const write = writer<ProgramDay>(NAMES, columns, {
      cntr_tm: (day) => `${dateKey(day)}000000`,
      // Without its plus, unlike its neighbours (guide, and recorded).
      all_netprps: (day) => columns['all_netprps']!(day).replace('+', ''),
      kospi200: ({ date }) => indexOn(date),
    });
    // Where the market knows nobody's days so far back, there is nothing on later pages either.
    const isWhole = rows.length === page.rows.length;
    return { ...success({ prm_trde_trnsn: rows.map(write) }), nextKey: isWhole ? page.nextKey : null };
  },
};

/** The days of a market, newest first, the running one always among them. */
function marketDates(exchange: ExchangeApi, market: Market): readonly TradeDate[] {
  const past = exchange.indices.dailyBars(indexCode(market)).map(({ start }) => kstDate(start));
  return [...past.filter((date) => date < exchange.tradeDate), exchange.tradeDate].reverse();
}

interface AddedDay extends ProgramDay {
  /** Bought less sold since the first of the days. */
  readonly since: Net;
}

interface Net {
  readonly arbitrage: number;
  readonly others: number;
  readonly all: number;
}

const MARKETS: Readonly<Record<string, Market>> = { '0': 'KOSPI', '1': 'KOSDAQ' };

/**
 * ka90007: the running day back to `date`, and what was bought less sold since then. That the sum begins with `date` follows
 * from the guide's example (rows later than the date asked for) and from a recorded answer to the day itself (one row, whose
 * sum is its own). Shares are thousands as in ka90010; the guide does not say.
 */
export const ka90007: Tr = {
  id: 'ka90007',
  path: PATH,
  members: [
    requiredDate('date'),
    required('amt_qty_tp', 1, ['1', '2']),
    required('mrkt_tp', 5, ['0', '1']),
    venue,
  ],
  answer(context): TrAnswer {
    const { exchange, member } = context;
    const market = MARKETS[member('mrkt_tp')] ?? 'KOSPI';
    const asked = expandDate(member('date'));
    const from = [asked, yearBefore(exchange.tradeDate)].sort().at(-1);
    const days = programsByDay(exchange, symbolsOf(exchange, market), viewOf(context), from);
    const isShares = member('amt_qty_tp') === '2';
    const net = isShares ? netQuantity : netValue;
    const text = (figure: number) => netText(figure, isShares ? THOUSAND : MILLION, '--');
    const indexOn = indexByDay(exchange, market);
    const write = writer<AddedDay>(
      `dt kospi200 basis dfrt_trde_tdy dfrt_trde_acc ndiffpro_trde_tdy ndiffpro_trde_acc all_tdy all_acc`,
      {
        dt: dateKey,
        kospi200: ({ date }) => indexOn(date),
        basis: blank,
        dfrt_trde_tdy: ({ arbitrage }) => text(net(arbitrage)),
        dfrt_trde_acc: ({ since }) => text(since.arbitrage),
        ndiffpro_trde_tdy: ({ others }) => text(net(others)),
        ndiffpro_trde_acc: ({ since }) => text(since.others),
        all_tdy: ({ all }) => text(net(all)),
        all_acc: ({ since }) => text(since.all),
      },
    );
    return placedPage(context, 'prm_trde_acc_trnsn', addedUp(days, net), DAY_ROWS, write);
  },
};

/** A year is as far back as it goes (guide). */
function yearBefore(date: TradeDate): TradeDate {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

/** Days, newest first, with what came together since the oldest. */
function addedUp(days: readonly ProgramDay[], net: (turnover: Turnover) => number): readonly AddedDay[] {
  let since: Net = { arbitrage: 0, others: 0, all: 0 };
  return days
    .toReversed()
    .map((day) => {
      since = {
        arbitrage: since.arbitrage + net(day.arbitrage),
        others: since.others + net(day.others),
        all: since.all + net(day.all),
      };
      return { ...day, since };
    })
    .reverse();
}
