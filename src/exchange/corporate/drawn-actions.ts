// Actions that a seed draws for made-up listings, in their history and in the year after it: so that a client meets a split or a
// dividend now and then. Shares are of the size that is usual in Korea, and ours.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import { DEFAULT_LISTINGS, type Listing } from '../market/listing.ts';
import { Random } from '../random.ts';
import { ACTION_TRAITS, type ActionKind, type ShareRatio } from './corporate-action.ts';
import { type ActionDraft, HALTED_DAYS, plannedAction } from './planned-action.ts';

/** Trading days before and after the first day among which a day is drawn. */
const DAYS_BEFORE = 100;
const DAYS_AFTER = 250;

/** A new share of a rights issue costs a quarter less than the last close, as is usual. */
const DISCOUNT = 25;

/** Of a thousand listings of their kind, and what is drawn for them. */
const DRAWN: readonly {
  readonly kind: ActionKind;
  readonly perMille: number;
  readonly ratios: readonly ShareRatio[];
  /** Thousandths of the price at the beginning, for each share; 0 where shares are given. */
  readonly paid: number;
}[] = [
  { kind: 'split', perMille: 20, ratios: [ratio(1, 2), ratio(1, 5), ratio(1, 10)], paid: 0 },
  { kind: 'reverse-split', perMille: 12, ratios: [ratio(5, 1), ratio(10, 1)], paid: 0 },
  { kind: 'bonus-issue', perMille: 25, ratios: [ratio(1, 2), ratio(2, 3), ratio(10, 11)], paid: 0 },
  { kind: 'stock-dividend', perMille: 15, ratios: [ratio(100, 103), ratio(100, 105)], paid: 0 },
  { kind: 'cash-dividend', perMille: 100, ratios: [], paid: 20 },
  { kind: 'distribution', perMille: 250, ratios: [], paid: 5 },
  { kind: 'rights-issue', perMille: 12, ratios: [ratio(5, 6), ratio(4, 5)], paid: 0 },
  { kind: 'capital-reduction', perMille: 6, ratios: [ratio(5, 1), ratio(3, 1)], paid: 0 },
];

/**
 * The same listings, a few of them with an action on a day around `date`. The default names and designated ones have none. The
 * same seed draws the same ones.
 */
export function drawnActions(
  seed: number,
  listings: readonly Listing[],
  date: TradeDate,
  calendar: TradingCalendar,
): readonly Listing[] {
  const days = calendar
    .tradingDaysBetween(calendar.addTradingDays(date, -DAYS_BEFORE), calendar.coveredThrough)
    .slice(HALTED_DAYS, DAYS_BEFORE + DAYS_AFTER);
  return listings.map((listing) => {
    if (DEFAULT_LISTINGS.includes(listing) || listing.designations !== undefined) return listing;
    const draft = drawn(new Random(seed, 'actions', listing.instrument.symbol), listing, days);
    return draft === null ? listing : { ...listing, actions: [plannedAction(draft, calendar)] };
  });
}

function drawn(
  random: Random,
  { instrument, startPrice }: Listing,
  days: readonly TradeDate[],
): ActionDraft | null {
  const draw = random.uniform() * 1_000;
  // A fund that follows a multiple of an index holds futures, which pay nothing.
  const may = DRAWN.filter(
    ({ kind }) => ACTION_TRAITS[kind].instruments.includes(instrument.kind) && instrument.leverage === 1,
  );
  let below = 0;
  for (const { kind, perMille, ratios, paid } of may) {
    below += perMille;
    const on = days[random.integer(days.length)];
    if (draw >= below || on === undefined) continue;
    if (ratios.length > 0) {
      const given = { kind, on, ratio: ratios[random.integer(ratios.length)] };
      return kind === 'rights-issue' ? { ...given, discount: DISCOUNT } : given;
    }
    const perShare: Won = Math.max(1, Math.round((startPrice * paid) / 1_000));
    return { kind, on, perShare };
  }
  return null;
}

function ratio(before: number, after: number): ShareRatio {
  return { before, after };
}
