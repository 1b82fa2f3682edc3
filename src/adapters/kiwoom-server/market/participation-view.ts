// Who bought and who sold an instrument, as a client may ask for it: on KRX, on NXT, or on both together. The exchange keeps
// each market apart; together they are added up here.

import type { SymbolCode, TradeDate } from '#domain/units.ts';
import {
  type ExchangeApi,
  INSTITUTIONS,
  type InvestorKind,
  type MemberTurnover,
  memberFirm,
  type Participation,
  type ProgramKind,
  type Turnover,
} from '#exchange/contract.ts';
import type { MarketView } from './market-view.ts';

/** Nobody did anything. */
export const NO_TURNOVER: Turnover = { bought: 0, sold: 0, boughtValue: 0, soldValue: 0 };

/** The running day so far; null where the instrument is not traded on the view. */
export function todayOf(exchange: ExchangeApi, symbol: SymbolCode, view: MarketView): Participation | null {
  if (view !== 'ALL') return exchange.participants.today(symbol, view)?.totals ?? null;
  const krx = exchange.participants.today(symbol, 'KRX')?.totals ?? null;
  const nxt = exchange.participants.today(symbol, 'NXT')?.totals ?? null;
  return krx === null || nxt === null ? krx : bothOf(krx, nxt);
}

/** The days before the running one, oldest first; with `from` those since that date. */
export function daysOf(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  view: MarketView,
  from?: TradeDate,
): readonly Participation[] {
  if (view !== 'ALL') return exchange.participants.days(symbol, view, from);
  const nxt = new Map(exchange.participants.days(symbol, 'NXT', from).map((day) => [day.date, day]));
  return exchange.participants.days(symbol, 'KRX', from).map((day) => {
    const other = nxt.get(day.date);
    return other === undefined ? day : bothOf(day, other);
  });
}

/** What came through the houses from abroad: the market's first guess at the foreigners. */
export function foreignHouses({ members }: Participation): Turnover {
  return sumOf(members.filter(({ member }) => memberFirm(member)?.isForeign === true));
}

/** What all institutions traded. */
export function institutionsOf({ kinds }: Pick<Participation, 'kinds'>): Turnover {
  return sumOf(INSTITUTIONS.map((kind) => kinds[kind]));
}

/** What one member traded; nothing where it did not. */
export function memberOf({ members }: Participation, member: string): Turnover {
  return members.find((one) => one.member === member) ?? NO_TURNOVER;
}

/** What all of them traded together. */
export function sumOf(turnovers: readonly Turnover[]): Turnover {
  return turnovers.reduce(
    (sum, one) => ({
      bought: sum.bought + one.bought,
      sold: sum.sold + one.sold,
      boughtValue: sum.boughtValue + one.boughtValue,
      soldValue: sum.soldValue + one.soldValue,
    }),
    NO_TURNOVER,
  );
}

/** Two markets, or two days, as one; the date is the first one's. */
export function bothOf(one: Participation, other: Participation): Participation {
  return {
    date: one.date,
    members: bothMembers(one.members, other.members),
    kinds: bothNamed<InvestorKind>(one.kinds, other.kinds),
    programs: bothNamed<ProgramKind>(one.programs, other.programs),
    housePrograms: bothNamed<ProgramKind>(one.housePrograms, other.housePrograms),
  };
}

function bothMembers(
  one: readonly MemberTurnover[],
  other: readonly MemberTurnover[],
): readonly MemberTurnover[] {
  const codes = [...new Set([...one, ...other].map(({ member }) => member))].sort();
  return codes.map((member) => {
    const known = [...one, ...other].filter((turnover) => turnover.member === member);
    return { member, ...sumOf(known) };
  });
}

function bothNamed<Name extends string>(
  one: Readonly<Record<Name, Turnover>>,
  other: Readonly<Record<Name, Turnover>>,
): Readonly<Record<Name, Turnover>> {
  const names = Object.keys(one) as Name[];
  return Object.fromEntries(names.map((name) => [name, sumOf([one[name], other[name]])])) as Record<
    Name,
    Turnover
  >;
}
