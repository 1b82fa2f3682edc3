// The corporate actions of an exchange that a file tells: splits, bonus and rights issues, reductions of capital, dividends and
// distributions of the names that are listed, and the first days of new names, all on days of the user's choice.

import { z } from 'zod';
import { krxCalendar } from '#domain/calendar.ts';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { isSymbolCode, type SymbolCode, type TradeDate } from '#domain/units.ts';
import {
  ACTION_KINDS,
  ACTION_TRAITS,
  type ActionKind,
  type CorporateAction,
  type ShareRatio,
} from '#exchange/corporate/corporate-action.ts';
import {
  type ActionDraft,
  type DraftFault,
  draftFaults,
  inOrder,
  isOpen,
  plannedAction,
} from '#exchange/corporate/planned-action.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { inBoth } from '../messages.ts';
import { readExchangeFile } from './exchange-file.ts';
import { type ExchangeMessages, exchangeWords } from './exchange-messages.ts';

type Expected = ExchangeMessages['expected'];

function expecting(say: (expected: Expected) => string) {
  return { expected: exchangeWords(({ expected }) => say(expected)) };
}

/** `1:5`, two whole numbers of shares. */
const RATIO = /^([1-9]\d{0,5}):([1-9]\d{0,5})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What a file may tell: actions on a capital, and that a name is new. */
type Kind = ActionKind | 'listing';
const KINDS: readonly Kind[] = [...ACTION_KINDS, 'listing'];

const date = z.string().regex(DATE, { message: 'a date such as 2026-11-24' });
const written = z.strictObject({
  symbol: z.string().refine(isSymbolCode, {
    params: { expected: inBoth(({ config }) => config.expected.symbol) },
  }),
  kind: z.enum(KINDS as [Kind, ...Kind[]]),
  date,
  ratio: z
    .string()
    .refine((text) => RATIO.test(text), { params: expecting((expected) => expected.ratio) })
    .optional(),
  amount: z.int().min(1).optional(),
  discount: z.int().min(0).max(90).optional(),
  delivered: date.optional(),
  halted: z.int().min(0).max(60).optional(),
  price: z.int().min(1).optional(),
});
const actionsSchema = z.strictObject({ actions: z.array(written).min(1).max(10_000) });

type Written = z.infer<typeof written>;

/** What a file tells of one name. */
interface Told {
  readonly actions: CorporateAction[];
  first?: FirstDay;
}

/** The first day of a new name, and its offering price in won. */
type FirstDay = Required<Pick<Listing, 'listedOn' | 'startPrice'>>;

/** What is wrong with a member of an entry. */
interface Fault {
  readonly member: keyof Written;
  readonly code: keyof Expected['action'];
}

/**
 * The listings with what `file` tells of them; a name it tells something of has no other actions. New names are of made-up markets
 * alone (`mayList`): stored charts have their own first days.
 */
export function withActions(file: string, listings: readonly Listing[], mayList = true): readonly Listing[] {
  const bySymbol = new Map(listings.map((listing) => [listing.instrument.symbol, listing]));
  const told = new Map<SymbolCode, Told>();
  readExchangeFile('--actions', file, actionsSchema, ({ actions }, complain) => {
    for (const [index, entry] of actions.entries()) {
      const { symbol } = entry;
      const listing = bySymbol.get(symbol);
      if (listing === undefined) {
        complain(
          ['actions', index, 'symbol'],
          exchangeWords(({ expected }) => expected.listed),
        );
        continue;
      }
      const before = told.get(symbol) ?? { actions: [] };
      told.set(symbol, before);
      const faults =
        entry.kind === 'listing'
          ? listed(entry, listing, mayList, before)
          : acted(entry, draftOf(entry, entry.kind), listing, before);
      for (const { member, code } of faults)
        complain(
          ['actions', index, member],
          exchangeWords(({ expected }) => expected.action[code]),
        );
    }
  });
  return listings.map((listing) => {
    const of = told.get(listing.instrument.symbol);
    return of === undefined ? listing : withTold(listing, of);
  });
}

/** A name that is told no first day was there before the first of its actions. */
function withTold({ actions: _others, listedOn, ...bare }: Listing, { actions, first }: Told): Listing {
  const [action] = inOrder(actions);
  const wasThere = listedOn !== undefined && (action === undefined || listedOn < action.on);
  return {
    ...bare,
    ...(first ?? (wasThere ? { listedOn } : {})),
    ...(action === undefined ? {} : { actions: inOrder(actions) }),
  };
}

/** Takes up an action, or says what is wrong with it. */
function acted(
  { price }: Written,
  draft: ActionDraft,
  { instrument }: Listing,
  before: Told,
): readonly Fault[] {
  const found = draftFaults(draft, instrument, before.actions, krxCalendar);
  const faults = found.map(({ member, code }): Fault => ({ member: MEMBERS[member], code }));
  if (before.first !== undefined && draft.on <= before.first.listedOn)
    faults.push({ member: 'date', code: 'before-listing' });
  if (price !== undefined) faults.push({ member: 'price', code: 'not-of-this-kind' });
  if (faults.length === 0) before.actions.push(plannedAction(draft, krxCalendar));
  return faults;
}

/** Takes up the first day of a name, or says what is wrong with it. Its actions are told after it. */
function listed(entry: Written, { instrument }: Listing, mayList: boolean, before: Told): readonly Fault[] {
  const { date: listedOn, price: startPrice } = entry;
  const faults = OF_ACTIONS.filter((member) => entry[member] !== undefined).map(
    (member): Fault => ({ member, code: 'not-of-this-kind' }),
  );
  if (instrument.kind !== 'stock') faults.push({ member: 'kind', code: 'not-for-this-instrument' });
  if (!mayList) faults.push({ member: 'kind', code: 'not-on-charts' });
  if (before.first !== undefined || before.actions.length > 0)
    faults.push({ member: 'kind', code: 'told-before' });
  if (!isOpen(krxCalendar, listedOn)) faults.push({ member: 'date', code: 'closed-day' });
  if (startPrice === undefined) faults.push({ member: 'price', code: 'missing' });
  else if (!isOnTick(tickTable(instrument, listedOn), startPrice))
    faults.push({ member: 'price', code: 'off-tick' });
  else if (faults.length === 0) before.first = { listedOn, startPrice };
  return faults;
}

/** Members that a first day does not have. */
const OF_ACTIONS = ['ratio', 'amount', 'discount', 'delivered', 'halted'] as const;

/** What the members of a draft are called in the file. */
const MEMBERS: Readonly<Record<DraftFault['member'], keyof Written>> = {
  kind: 'kind',
  on: 'date',
  ratio: 'ratio',
  perShare: 'amount',
  discount: 'discount',
  deliveredOn: 'delivered',
  haltedDays: 'halted',
};

function draftOf(
  { date: on, ratio, amount, discount, delivered, halted }: Written,
  kind: ActionKind,
): ActionDraft {
  return {
    kind,
    on: on as TradeDate,
    ratio: ratio === undefined ? undefined : ratioOf(kind, ratio),
    perShare: amount,
    discount,
    deliveredOn: delivered,
    haltedDays: halted,
  };
}

/** Old and new shares of a split; of new shares that are given, those held and those given for them. */
function ratioOf(kind: ActionKind, text: string): ShareRatio {
  const [, first, second] = RATIO.exec(text) ?? [];
  const [before, other] = [Number(first), Number(second)];
  return { before, after: ACTION_TRAITS[kind].converts ? other : before + other };
}
