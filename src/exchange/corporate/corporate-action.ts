// What a company or a fund does to its capital, and what that does to its price: one table of the kinds there are. An action is a
// plain value that stands in its listing from the beginning; the days it is about look it up.

import type { Instrument } from '#domain/instrument.ts';
import { ceilToTick, lowestPrice, tickTable } from '#domain/tick.ts';
import { mulDiv, type Price, type Quantity, type TradeDate, type Won } from '#domain/units.ts';

export type ActionKind =
  /** Shares of a smaller par value in place of the old ones (액면분할). */
  | 'split'
  /** Fewer shares in place of the old ones (액면병합). */
  | 'reverse-split'
  /** Fewer shares in place of the old ones, for nothing: capital is written off (무상감자). */
  | 'capital-reduction'
  /** New shares for nothing (무상증자). */
  | 'bonus-issue'
  /** New shares in place of a dividend in cash (주식배당). */
  | 'stock-dividend'
  /** New shares for money, offered to who holds old ones (주주배정 유상증자). */
  | 'rights-issue'
  /** What a fund pays out (분배금). */
  | 'distribution'
  /** A dividend in cash (현금배당). */
  | 'cash-dividend';

/** So many shares become so many. */
export interface ShareRatio {
  readonly before: Quantity;
  readonly after: Quantity;
}

export interface CorporateAction {
  readonly kind: ActionKind;
  /** First trading day with the new shares of a split, or without the right to what is given. */
  readonly on: TradeDate;
  /** What becomes of the shares; null where only cash is paid. */
  readonly ratio: ShareRatio | null;
  /** Won paid for each share before tax; null where no cash is paid. */
  readonly perShare: Won | null;
  /** How much less than the last close with the right a new share of a rights issue costs, percent; absent for all else. */
  readonly discount?: number;
  /** When the new shares are listed, or the cash is paid: `on` for the shares of a split. */
  readonly deliveredOn: TradeDate;
  /** The first of the days without trading before `on`; null for none. */
  readonly haltedFrom: TradeDate | null;
}

/** What a kind of action is about. */
export interface ActionTraits {
  readonly gives: 'shares' | 'cash';
  /** True where the old shares are exchanged for others: nothing trades while that is done. */
  readonly converts: boolean;
  /** True where the base price of the day goes down or up with it. */
  readonly movesBase: boolean;
  readonly instruments: readonly Instrument['kind'][];
}

/**
 * Splits and capital reductions move the base price by their ratio, bonus issues, stock dividends and rights issues to the
 * theoretical price without the right, distributions by their won; a dividend in cash leaves it alone (krx-rules 2).
 */
export const ACTION_TRAITS: Readonly<Record<ActionKind, ActionTraits>> = {
  split: { gives: 'shares', converts: true, movesBase: true, instruments: ['stock', 'etf'] },
  'reverse-split': { gives: 'shares', converts: true, movesBase: true, instruments: ['stock', 'etf'] },
  'capital-reduction': { gives: 'shares', converts: true, movesBase: true, instruments: ['stock'] },
  'bonus-issue': { gives: 'shares', converts: false, movesBase: true, instruments: ['stock'] },
  'stock-dividend': { gives: 'shares', converts: false, movesBase: true, instruments: ['stock'] },
  'rights-issue': { gives: 'shares', converts: false, movesBase: true, instruments: ['stock'] },
  distribution: { gives: 'cash', converts: false, movesBase: true, instruments: ['etf', 'etn'] },
  'cash-dividend': { gives: 'cash', converts: false, movesBase: false, instruments: ['stock'] },
};

export const ACTION_KINDS = Object.keys(ACTION_TRAITS) as readonly ActionKind[];

/** A listing as far as it is about actions: oldest first. */
export interface Acting {
  readonly actions?: readonly CorporateAction[];
}

/** True where shares become fewer. */
export function isFewer(kind: ActionKind): kind is 'reverse-split' | 'capital-reduction' {
  return kind === 'reverse-split' || kind === 'capital-reduction';
}

/**
 * What becomes of the shares as far as nothing is paid for it: the ratio prices go by. A rights issue is in part a gift: so many new
 * shares as its discount pays for.
 */
export function givenRatio({
  ratio,
  discount,
}: Pick<CorporateAction, 'ratio' | 'discount'>): ShareRatio | null {
  if (ratio === null || discount === undefined) return ratio;
  const { before, after } = ratio;
  return { before: before * 100 + (after - before) * (100 - discount), after: after * 100 };
}

/** The actions that begin on a date, in the order they take effect. */
export function actionsOn({ actions = [] }: Acting, date: TradeDate): readonly CorporateAction[] {
  return actions.filter(({ on }) => on === date);
}

/** True on the days on which old shares are being exchanged and nothing is traded. */
export function isConverting({ actions = [] }: Acting, date: TradeDate): boolean {
  return actions.some(({ haltedFrom, on }) => haltedFrom !== null && haltedFrom <= date && date < on);
}

/** A close, won, and its day. */
export interface PastClose {
  readonly date: TradeDate;
  readonly close: Price;
}

/**
 * The close that the base price of a day is taken from, in won: the last one, moved by what has begun since, that day included.
 * Fractions of a won are dropped and the price is raised to the grid of the day it began (krx-rules 2).
 */
export function closeForBase(
  { instrument, actions = [] }: Acting & { readonly instrument: Instrument },
  last: PastClose,
  date: TradeDate,
): Price {
  const moving = actions.filter(
    ({ kind, on }) => ACTION_TRAITS[kind].movesBase && last.date < on && on <= date,
  );
  return moving.reduce((price, action) => {
    const { on, perShare } = action;
    const ratio = givenRatio(action);
    const table = tickTable(instrument, on);
    const without = ratio === null ? price : mulDiv(price, ratio.before, ratio.after);
    return ceilToTick(table, Math.max(without - (perShare ?? 0), lowestPrice(table)));
  }, last.close);
}
