// The corporate actions of an exchange that a file tells: splits, bonus and rights issues, reductions of capital, dividends and distributions of the names that are
// listed, on days of the user's choice.

import { z } from 'zod';
import { krxCalendar } from '#domain/calendar.ts';
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

const date = z.string().regex(DATE, { message: 'a date such as 2026-11-24' });
const written = z.strictObject({
  symbol: z.string().refine(isSymbolCode, {
    params: { expected: inBoth(({ config }) => config.expected.symbol) },
  }),
  kind: z.enum(ACTION_KINDS as [ActionKind, ...ActionKind[]]),
  date,
  ratio: z
    .string()
    .refine((text) => RATIO.test(text), { params: expecting((expected) => expected.ratio) })
    .optional(),
  amount: z.int().min(1).optional(),
  discount: z.int().min(0).max(90).optional(),
  delivered: date.optional(),
  halted: z.int().min(0).max(60).optional(),
});
const actionsSchema = z.strictObject({ actions: z.array(written).min(1).max(10_000) });

type Written = z.infer<typeof written>;

/** The listings with the actions that `file` tells of them; a name it tells something of has no others. */
export function withActions(file: string, listings: readonly Listing[]): readonly Listing[] {
  const bySymbol = new Map(listings.map((listing) => [listing.instrument.symbol, listing]));
  const told = new Map<SymbolCode, CorporateAction[]>();
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
      const others = told.get(symbol) ?? [];
      const draft = draftOf(entry);
      const faults = draftFaults(draft, listing.instrument, others, krxCalendar);
      for (const { member, code } of faults)
        complain(
          ['actions', index, MEMBERS[member]],
          exchangeWords(({ expected }) => expected.action[code]),
        );
      if (faults.length === 0) told.set(symbol, [...others, plannedAction(draft, krxCalendar)]);
    }
  });
  return listings.map((listing) => {
    const actions = told.get(listing.instrument.symbol);
    return actions === undefined ? listing : { ...listing, actions: inOrder(actions) };
  });
}

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

function draftOf({ kind, date: on, ratio, amount, discount, delivered, halted }: Written): ActionDraft {
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
