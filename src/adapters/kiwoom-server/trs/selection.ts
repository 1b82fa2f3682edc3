// How rankings narrow the market: market, kind of instrument, credit, volume, value, price, limits, venue. Each selector is a
// request member with the guide's codes. A code that the guide does not list selects nothing away: the real server was
// recorded answering `mrkt_tp` "0" and `sort_tp` "0" as if they said everything (ka10027, 2025-11-01).

import type { DesignationKind } from '#exchange/contract.ts';
import type { MarketView } from '../market/market-view.ts';
import type { Figures } from './figures.ts';
import { type RequestMember, required, type TrContext } from './tr.ts';

type Keeps = (one: Figures) => boolean;

/** A request member that leaves instruments out. */
export interface Selector {
  readonly member: RequestMember;
  /** What a value of the member keeps. */
  readonly keeps: (value: string) => Keeps;
}

const all: Keeps = () => true;
const none: Keeps = () => false;

/** Those that every selector keeps. */
export function selected(
  figures: readonly Figures[],
  selectors: readonly Selector[],
  member: TrContext['member'],
): Figures[] {
  const kept = selectors.map((selector) => selector.keeps(member(selector.member.name)));
  return figures.filter((one) => kept.every((keeps) => keeps(one)));
}

function choice(name: string, length: number, table: Readonly<Record<string, Keeps>>): Selector {
  return { member: required(name, length), keeps: (value) => table[value] ?? all };
}

const KOSDAQ: Keeps = ({ instrument }) => instrument.market === 'KOSDAQ';
const KOSPI: Keeps = ({ instrument }) => instrument.market === 'KOSPI';
const KOSPI_200: Keeps = ({ exchange, symbol }) => exchange.market.listingOf(symbol)?.isInKospi200 === true;
/** `mrkt_tp`: 001 KOSPI, 101 KOSDAQ, 201 members of KOSPI 200. */
export const market = choice('mrkt_tp', 3, { '001': KOSPI, '101': KOSDAQ, '201': KOSPI_200 });
/** `stex_tp`: the market the figures are of. */
export const venue = required('stex_tp', 1);

/** KRX for 1, NXT for 2, both together for 3. */
export function viewOf({ member }: Pick<TrContext, 'member'>): MarketView {
  const code = member('stex_tp');
  return code === '3' ? 'ALL' : code === '2' ? 'NXT' : 'KRX';
}

/**
 * What follows a code where Kiwoom tells which market a row is of (guide, ka10051; rows of ka10023, ka10027, ka10032, ka10054 and
 * ka10063 have it in the test data of other clients, so all rankings do).
 */
export const VENUE_SUFFIXES: Readonly<Record<MarketView, string>> = { KRX: '', NXT: '_NX', ALL: '_AL' };

/** The code of an instrument as a ranking tells it: `005930`, on NXT `005930_NX`, on both markets `005930_AL`. */
export function venueCode({ symbol, view }: Pick<Figures, 'symbol' | 'view'>): string {
  return symbol + VENUE_SUFFIXES[view];
}

const isKind =
  (...kinds: readonly string[]): Keeps =>
  ({ instrument }) =>
    kinds.includes(instrument.kind);
const without =
  (keeps: Keeps): Keeps =>
  (one) =>
    !keeps(one);
/** Preferred shares have a code that does not end in 0. */
const isPreferred: Keeps = ({ instrument }) =>
  instrument.kind === 'stock' && !instrument.symbol.endsWith('0');

const hasMargin =
  (rate: number): Keeps =>
  ({ exchange, symbol }) =>
    exchange.accounts.marginRate(symbol) === rate;

const isUnder =
  (...kinds: readonly DesignationKind[]): Keeps =>
  ({ exchange, symbol }) =>
    exchange.market.listingOf(symbol)?.designations.some((kind) => kinds.includes(kind)) === true;
const isAdministrative = isUnder('administrative');
const isEither =
  (...all: readonly Keeps[]): Keeps =>
  (one) =>
    all.some((keeps) => keeps(one));

/** 종목조건. There are no 환기종목 (KOSDAQ's own mark) and no SPACs here. */
const KINDS: Readonly<Record<string, Keeps>> = {
  '3': without(isPreferred),
  '1': without(isAdministrative),
  '4': without(isEither(isPreferred, isAdministrative)),
  '10': without(isEither(isPreferred, isAdministrative)),
  '11': without(isUnder('liquidation')),
  '5': without(hasMargin(100)),
  '6': hasMargin(100),
  '7': hasMargin(40),
  '8': hasMargin(30),
  '9': hasMargin(20),
  '12': hasMargin(50),
  '13': hasMargin(60),
  '14': without(isKind('etf')),
  '16': without(isKind('etf', 'etn')),
  '17': without(isKind('etn')),
  '18': without(isKind('etf', 'etn')),
  '20': without(isKind('etf', 'etn')),
};
/** 관리종목포함 of ka10032: 0 leaves them out. */
export const administrative = choice('mang_stk_incls', 1, { '0': without(isAdministrative) });
/** 제외종목 of ka10054, a flag each: 1 leaves out. The fifth is for 환기종목, of which there are none. */
const SKIPPED: readonly Keeps[] = [
  ...[isPreferred, isAdministrative, isUnder('warning', 'risk'), isUnder('caution'), none],
  ...[isUnder('overheated'), hasMargin(100), isKind('etf'), isKind('etn')],
];
export const skipped: Selector = {
  member: required('skip_stk', 9),
  keeps: (flags) => without(isEither(...SKIPPED.filter((_, place) => flags[place] === '1'))),
};
export const kinds = (name = 'stk_cnd'): Selector => choice(name, 2, KINDS);

const hasGrade =
  (...grades: readonly string[]): Keeps =>
  ({ exchange, symbol }) =>
    grades.includes(exchange.accounts.loanGrade(symbol)?.grade ?? '');
/** 신용조건: the broker's credit class; there is no class E, and shares are not lent for short sales. */
export const credit = (name = 'crd_cnd'): Selector =>
  choice(name, 1, {
    '1': hasGrade('A'),
    '2': hasGrade('B'),
    '3': hasGrade('C'),
    '4': hasGrade('D'),
    '7': none,
    '8': none,
    '9': hasGrade('A', 'B', 'C', 'D'),
  });
/** 상하한포함: 0 leaves out what stands at a limit. */
export const limits = choice('updown_incls', 2, { '0': ({ isAtLimit }) => !isAtLimit });
/** 장운영구분: everything is traded in regular hours. */
export const hours = choice('mrkt_open_tp', 1, { '2': none, '3': none });

/** A least figure: the member's number times `unit`. */
export function atLeast(
  name: string,
  length: number,
  unit: number,
  figure: (one: Figures) => number,
): Selector {
  return {
    member: required(name, length),
    keeps: (value) => {
      const least = Number(value) * unit;
      return least > 0 ? (one) => figure(one) >= least : all;
    },
  };
}

/** A least number of shares traded, in thousands: "0010" is ten thousand. */
export const thousandShares = (name: string): Selector => atLeast(name, 5, 1_000, (one) => one.volume);
/** A least value traded, in tens of millions of won: "10" is a hundred million. */
export const tenMillionWon = (name: string): Selector => atLeast(name, 4, 10_000_000, (one) => one.value);

/** Prices in won: from, and below. */
type Band = readonly [from: number, below: number];
const UP = Number.POSITIVE_INFINITY;

function priceBand(name: string, bands: Readonly<Record<string, Band>>): Selector {
  return {
    member: required(name, 2),
    keeps: (value) => {
      const [from, below] = bands[value] ?? [0, UP];
      return ({ price }) => price >= from && price < below;
    },
  };
}

/** 가격조건 as most rankings number it. */
export const priceCondition = priceBand('pric_cnd', {
  '1': [0, 1_000],
  '2': [1_000, 2_000],
  '3': [2_000, 5_000],
  '4': [5_000, 10_000],
  '5': [10_000, UP],
  '8': [1_000, UP],
  '10': [0, 10_000],
});
/** 가격조건 of ka10019 and 매매금구분 of ka10017, which leave a gap between 3,000 and 5,000. */
const GAPPED: Readonly<Record<string, Band>> = {
  '1': [0, 1_000],
  '2': [1_000, 2_000],
  '3': [2_000, 3_000],
  '4': [5_000, 10_000],
  '5': [10_000, UP],
  '8': [1_000, UP],
};
export const gappedPrice = (name: string): Selector => priceBand(name, GAPPED);
/** 가격구분 of ka10023. */
export const leastPrice = priceBand('pric_tp', {
  '2': [50_000, UP],
  '5': [10_000, UP],
  '6': [5_000, UP],
  '8': [1_000, UP],
  '9': [100_000, UP],
});
/** 가격구분 of ka10030. */
export const priceClass = priceBand('pric_tp', {
  '1': [0, 1_000],
  '2': [1_000, UP],
  '3': [1_000, 2_000],
  '4': [2_000, 5_000],
  '5': [5_000, UP],
  '6': [5_000, 10_000],
  '7': [10_000, UP],
  '8': [50_000, UP],
  '9': [100_000, UP],
  '10': [0, 10_000],
});
