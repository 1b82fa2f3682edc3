// From what a user or the seed says of an action to the action itself: the days that were left open are filled in from what is
// usual in Korea, and what cannot be is told.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import {
  ACTION_TRAITS,
  type ActionKind,
  type CorporateAction,
  isFewer,
  type ShareRatio,
} from './corporate-action.ts';

/** An action as it is told; absent is what is usual. */
export interface ActionDraft {
  readonly kind: ActionKind;
  readonly on: TradeDate;
  /** Needed where shares are given, and only there. */
  readonly ratio?: ShareRatio | undefined;
  /** Won a share; needed where cash is given, and only there. */
  readonly perShare?: Won | undefined;
  readonly deliveredOn?: TradeDate | undefined;
  /** Percent a new share costs less than the last close; needed of a rights issue, and only there. */
  readonly discount?: number | undefined;
  /** Trading days without trading before a split. */
  readonly haltedDays?: number | undefined;
}

/**
 * Trading days without trading while shares are exchanged: three, as the large splits of 2018 and 2021 had. Reverse splits often
 * take about three weeks; ours take as long as splits, and capital reductions those three weeks (our decision).
 */
export const HALTED_DAYS = 3;
const HALTED_DAYS_OF_REDUCTION = 15;

/**
 * Trading days from the first day without the right to the delivery (our decision, of the length that is usual): bonus shares are
 * listed after some three weeks, those that are paid for after some five, dividends come after the general meeting in spring, funds pay within days.
 */
const DELIVERED_AFTER: Readonly<Record<ActionKind, number>> = {
  split: 0,
  'reverse-split': 0,
  'capital-reduction': 0,
  'bonus-issue': 15,
  'stock-dividend': 75,
  'rights-issue': 25,
  distribution: 3,
  'cash-dividend': 75,
};

/** The action of a draft without faults. A delivery after the calendar's last day is on that day. */
export function plannedAction(draft: ActionDraft, calendar: TradingCalendar): CorporateAction {
  const { kind, on, ratio = null, perShare = null, discount, haltedDays = haltedDaysOf(kind) } = draft;
  const isHalted = ACTION_TRAITS[kind].converts && haltedDays > 0;
  return {
    kind,
    on,
    ratio,
    perShare,
    ...(discount === undefined ? {} : { discount }),
    deliveredOn: draft.deliveredOn ?? daysAfter(calendar, on, DELIVERED_AFTER[kind]),
    haltedFrom: isHalted ? calendar.addTradingDays(on, -haltedDays) : null,
  };
}

/** Trading days without trading where a draft names none. */
export function haltedDaysOf(kind: ActionKind): number {
  return kind === 'capital-reduction' ? HALTED_DAYS_OF_REDUCTION : HALTED_DAYS;
}

function daysAfter(calendar: TradingCalendar, date: TradeDate, count: number): TradeDate {
  const left = calendar.tradingDaysBetween(date, calendar.coveredThrough);
  return left[Math.min(count, left.length - 1)] ?? date;
}

/** The member of a draft that is wrong, and why. */
export interface DraftFault {
  readonly member: 'kind' | 'on' | 'ratio' | 'perShare' | 'discount' | 'deliveredOn' | 'haltedDays';
  readonly code:
    | 'missing'
    | 'not-of-this-kind'
    | 'closed-day'
    | 'not-for-this-instrument'
    | 'fewer-shares'
    | 'more-shares'
    | 'too-early'
    | 'before-delivery';
}

/** What is wrong with a draft; `others` are the actions of the same instrument that were told before it. */
export function draftFaults(
  draft: ActionDraft,
  { kind: ofInstrument }: Pick<Instrument, 'kind'>,
  others: readonly CorporateAction[],
  calendar: TradingCalendar,
): readonly DraftFault[] {
  const { kind, on, ratio, perShare, discount, deliveredOn, haltedDays } = draft;
  const isSold = kind === 'rights-issue';
  const { gives, converts, instruments } = ACTION_TRAITS[kind];
  const faults: DraftFault[] = [];
  const find = (isWrong: boolean, member: DraftFault['member'], code: DraftFault['code']): void => {
    if (isWrong) faults.push({ member, code });
  };
  find(!instruments.includes(ofInstrument), 'kind', 'not-for-this-instrument');
  find(!isOpen(calendar, on), 'on', 'closed-day');
  find(gives === 'shares' && ratio === undefined, 'ratio', 'missing');
  find(gives === 'cash' && ratio !== undefined, 'ratio', 'not-of-this-kind');
  find(gives === 'cash' && perShare === undefined, 'perShare', 'missing');
  find(gives === 'shares' && perShare !== undefined, 'perShare', 'not-of-this-kind');
  find(isSold && discount === undefined, 'discount', 'missing');
  find(!isSold && discount !== undefined, 'discount', 'not-of-this-kind');
  find(isFewer(kind) && ratio !== undefined && ratio.after >= ratio.before, 'ratio', 'fewer-shares');
  find(!isFewer(kind) && ratio !== undefined && ratio.after <= ratio.before, 'ratio', 'more-shares');
  find(converts && deliveredOn !== undefined, 'deliveredOn', 'not-of-this-kind');
  find(!converts && haltedDays !== undefined, 'haltedDays', 'not-of-this-kind');
  if (deliveredOn !== undefined) {
    find(!isOpen(calendar, deliveredOn), 'deliveredOn', 'closed-day');
    find(deliveredOn < on, 'deliveredOn', 'too-early');
  }
  find(faults.length === 0 && isBetween(plannedAction(draft, calendar), others), 'on', 'before-delivery');
  return faults;
}

/** True for a trading day that the calendar knows. */
export function isOpen(calendar: TradingCalendar, date: TradeDate): boolean {
  return date >= calendar.coveredFrom && date <= calendar.coveredThrough && calendar.isTradingDay(date);
}

/** Shares that are to come are counted in the shares of their day: none may change before they have come. */
function isBetween(action: CorporateAction, others: readonly CorporateAction[]): boolean {
  const crosses = (one: CorporateAction, other: CorporateAction) =>
    one.ratio !== null && other.ratio !== null && one.on <= other.on && other.on <= one.deliveredOn;
  return others.some((other) => crosses(action, other) || crosses(other, action));
}

/** Oldest first, as listings keep them; those of one day as they were told. */
export function inOrder(actions: readonly CorporateAction[]): readonly CorporateAction[] {
  return actions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
