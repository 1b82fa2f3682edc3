// Program trading as TRs tell of it: arbitrage and the rest, of an instrument or of all of a market, by minute and by day.

import type { Market } from '#domain/instrument.ts';
import { compactDate } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { ExchangeApi, Participation, ProgramMinute, Turnover } from '#exchange/contract.ts';
import type { MarketView } from '../../../market/market-view.ts';
import { daysOf, NO_TURNOVER, sumOf, todayOf } from '../../../market/participation-view.ts';
import { venuesOf } from '../brokers/broker-board.ts';

/** What programs traded: for arbitrage, otherwise, and together. */
export interface Programs {
  readonly arbitrage: Turnover;
  readonly others: Turnover;
  readonly all: Turnover;
}

/** The programs of a day, members' own and their customers'. */
export function programsOf({ programs }: Pick<Participation, 'programs'>): Programs {
  return together(programs.arbitrage, programs['non-arbitrage']);
}

function together(arbitrage: Turnover, others: Turnover): Programs {
  return { arbitrage, others, all: sumOf([arbitrage, others]) };
}

/** What customers' programs (위탁) traded on a day: all but members' own. */
export function customersOf({ programs, housePrograms }: Participation): Programs {
  return together(
    less(programs.arbitrage, housePrograms.arbitrage),
    less(programs['non-arbitrage'], housePrograms['non-arbitrage']),
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

/** What programs had traded by the end of a minute. */
export interface ProgramsSoFar extends Programs {
  /** Beginning of the minute. */
  readonly at: EpochMs;
}

/** The running day of some instruments minute by minute, added up; oldest first, minutes without programs left out. */
export function programsByMinute(
  exchange: ExchangeApi,
  symbols: readonly string[],
  view: MarketView,
): readonly ProgramsSoFar[] {
  const minutes = symbols.flatMap((symbol) =>
    venuesOf(view).flatMap((venue) => exchange.participants.today(symbol, venue)?.programMinutes() ?? []),
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

function added(soFar: Programs, minute: Pick<ProgramMinute, 'programs'>): Programs {
  const { arbitrage, others } = programsOf(minute);
  return together(sumOf([soFar.arbitrage, arbitrage]), sumOf([soFar.others, others]));
}

/** What programs traded on one day, in all of a market. */
export interface ProgramDay extends Programs {
  readonly date: TradeDate;
}

/** The days since `from` of some instruments added up, newest first, the running one included. */
export function programsByDay(
  exchange: ExchangeApi,
  symbols: readonly string[],
  view: MarketView,
  from?: TradeDate,
): readonly ProgramDay[] {
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
  return exchange.market.instruments().flatMap((one) => (one.market === market ? one.symbol : []));
}

/**
 * `mrkt_tp` of ka90003, ka90004, ka90005 and ka90010: a market and a venue in one (`P00101`, `P001_NX01`, `P101_AL02`; the
 * guide also has `P001_AL02`). The digits at the end say the market; the venue is `stex_tp`'s to say.
 */
export function programMarket(code: string): Market | null {
  const match = /^P(?:001|101)(?:_NX|_AL)?0([12])$/.exec(code);
  if (match === null) return null;
  return match[1] === '1' ? 'KOSPI' : 'KOSDAQ';
}

/** `YYYYMMDD`. */
export const dateKey = ({ date }: Pick<ProgramDay, 'date'>): string => compactDate(date);
