// Programme trading as TRs tell of it: arbitrage and the rest, of an instrument or of all of a market, by minute and by day.

import type { Market } from '#domain/instrument.ts';
import { compactDate } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { ExchangeApi, Participation, ProgrammeMinute, Turnover } from '#exchange/contract.ts';
import type { MarketView } from '../../market/market-view.ts';
import { daysOf, NO_TURNOVER, sumOf, todayOf } from '../../market/participation-view.ts';
import { venuesOf } from './broker-board.ts';

/** What programmes traded: for arbitrage, otherwise, and together. */
export interface Programmes {
  readonly arbitrage: Turnover;
  readonly others: Turnover;
  readonly all: Turnover;
}

/** The programmes of a day, members' own and their customers'. */
export function programmesOf({ programmes }: Pick<Participation, 'programmes'>): Programmes {
  return together(programmes.arbitrage, programmes['non-arbitrage']);
}

function together(arbitrage: Turnover, others: Turnover): Programmes {
  return { arbitrage, others, all: sumOf([arbitrage, others]) };
}

/** What customers' programmes (위탁) traded on a day: all but members' own. */
export function customersOf({ programmes, houseProgrammes }: Participation): Programmes {
  return together(
    less(programmes.arbitrage, houseProgrammes.arbitrage),
    less(programmes['non-arbitrage'], houseProgrammes['non-arbitrage']),
  );
}

function less(all: Turnover, part: Turnover): Turnover {
  return {
    bought: all.bought - part.bought,
    sold: all.sold - part.sold,
    boughtValue: all.boughtValue - part.boughtValue,
    soldValue: all.soldValue - part.soldValue,
  };
}

/** What programmes had traded by the end of a minute. */
export interface ProgrammesSoFar extends Programmes {
  /** Beginning of the minute. */
  readonly at: EpochMs;
}

/** The running day of some instruments minute by minute, added up; oldest first, minutes without programmes left out. */
export function programmesByMinute(
  exchange: ExchangeApi,
  symbols: readonly string[],
  view: MarketView,
): readonly ProgrammesSoFar[] {
  const minutes = symbols.flatMap((symbol) =>
    venuesOf(view).flatMap((venue) => exchange.participants(symbol, venue)?.programmeMinutes() ?? []),
  );
  const byStart = Map.groupBy(minutes, ({ at }) => at);
  let soFar = together(NO_TURNOVER, NO_TURNOVER);
  return [...byStart.keys()]
    .sort((a, b) => a - b)
    .map((at) => {
      soFar = (byStart.get(at) ?? []).reduce(added, soFar);
      return { at, ...soFar };
    });
}

function added(soFar: Programmes, minute: Pick<ProgrammeMinute, 'programmes'>): Programmes {
  const { arbitrage, others } = programmesOf(minute);
  return together(sumOf([soFar.arbitrage, arbitrage]), sumOf([soFar.others, others]));
}

/** What programmes traded on one day, in all of a market. */
export interface ProgrammeDay extends Programmes {
  readonly date: TradeDate;
}

/** The days since `from` of some instruments added up, newest first, the running one included. */
export function programmesByDay(
  exchange: ExchangeApi,
  symbols: readonly string[],
  view: MarketView,
  from?: TradeDate,
): readonly ProgrammeDay[] {
  const days = symbols.flatMap((symbol) => {
    const today = todayOf(exchange, symbol, view);
    const past = daysOf(exchange, symbol, view, from);
    return today === null ? past : [...past, today];
  });
  return [...Map.groupBy(days, ({ date }) => date)]
    .filter(([date]) => from === undefined || date >= from)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, parts]) => ({ date, ...parts.reduce(added, together(NO_TURNOVER, NO_TURNOVER)) }));
}

/** Instruments of a market, funds included. */
export function symbolsOf(exchange: ExchangeApi, market: Market): readonly string[] {
  return exchange.instruments().flatMap((one) => (one.market === market ? one.symbol : []));
}

/**
 * `mrkt_tp` of ka90003, ka90004, ka90005 and ka90010: a market and a venue in one (`P00101`, `P001_NX01`, `P101_AL02`; the
 * guide also has `P001_AL02`). The digits at the end say the market; the venue is `stex_tp`'s to say.
 */
export function programmeMarket(code: string): Market | null {
  const match = /^P(?:001|101)(?:_NX|_AL)?0([12])$/.exec(code);
  if (match === null) return null;
  return match[1] === '1' ? 'KOSPI' : 'KOSDAQ';
}

/** `YYYYMMDD`. */
export const dateKey = ({ date }: Pick<ProgrammeDay, 'date'>): string => compactDate(date);
