// The accounts of an exchange: a number of equal ones, or those a file describes. Each has a pair of keys of its own, since a
// key is all that Kiwoom knows an account by.

import { z } from 'zod';
import type { ServerKey } from '#adapters/kiwoom-server/token-desk.ts';
import type { Instrument } from '#domain/instrument.ts';
import { isSymbolCode, type Won } from '#domain/units.ts';
import type { AccountOptions } from '#exchange/exchange.ts';
import { inBoth } from '../messages.ts';
import { type Complain, readExchangeFile } from './exchange-file.ts';
import { exchangeWords } from './exchange-messages.ts';

/** How many accounts, or the file that describes them. */
export type AccountsChoice = { readonly count: number } | { readonly file: string };

/** An account before the exchange is made; keys null where new ones are to be made. */
export interface PlannedAccount extends AccountOptions {
  readonly appKey: string | null;
  readonly secretKey: string | null;
}

/** Account numbers of Kiwoom have ten digits, the last two of which name the kind. */
const FIRST_ACCOUNT = 50_000_001;
const accountNo = (index: number): string => `${FIRST_ACCOUNT + index}11`;

const key = z.string().regex(/^[\w.~+/=-]{8,200}$/);
const holding = z.strictObject({
  symbol: z.string().refine(isSymbolCode, {
    params: { expected: inBoth(({ config }) => config.expected.symbol) },
  }),
  quantity: z.int().min(1),
  price: z.int().min(1),
});
const account = z.strictObject({
  id: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  cash: z.int().min(0).optional(),
  margin: z.enum(['full', 'by-instrument']).optional(),
  appKey: key.optional(),
  secretKey: key.optional(),
  holdings: z.array(holding).optional(),
});
const accountsSchema = z.strictObject({ accounts: z.array(account).min(1).max(1_000) });

/** Accounts as they will be opened. Throws ConfigError for a file that cannot be used. */
export function planAccounts(
  choice: AccountsChoice,
  cash: Won,
  instruments: readonly Instrument[],
): readonly PlannedAccount[] {
  if ('file' in choice) return readAccounts(choice.file, cash, instruments);
  return Array.from({ length: choice.count }, (_, index) => ({
    id: accountNo(index),
    cash,
    appKey: null,
    secretKey: null,
  }));
}

/** The keys of each account: those planned, those kept from the last run, else new ones. */
export function keysFor(
  ids: readonly string[],
  planned: readonly PlannedAccount[],
  kept: readonly ServerKey[],
  newKey: () => string,
): readonly ServerKey[] {
  return ids.map((id) => {
    const plan = planned.find((one) => one.id === id);
    const old = kept.find((one) => one.account === id);
    return {
      account: id,
      appKey: plan?.appKey ?? old?.appKey ?? newKey(),
      secretKey: plan?.secretKey ?? old?.secretKey ?? newKey(),
    };
  });
}

function readAccounts(
  file: string,
  cash: Won,
  instruments: readonly Instrument[],
): readonly PlannedAccount[] {
  const data = readExchangeFile('--accounts', file, accountsSchema, (found, complain) =>
    findStrangers(found, complain, instruments),
  );
  const listed = new Map(instruments.map((one) => [one.symbol, one]));
  return data.accounts.map(({ holdings = [], margin, ...one }, index) => ({
    id: one.id ?? accountNo(index),
    cash: one.cash ?? cash,
    ...(margin === undefined ? {} : { margin }),
    appKey: one.appKey ?? null,
    secretKey: one.secretKey ?? null,
    holdings: holdings.map(({ symbol, quantity, price }) => ({
      instrument: listed.get(symbol)!,
      quantity,
      cost: quantity * price,
    })),
  }));
}

/** Account numbers and keys that stand there twice, and holdings of instruments that are not listed. */
function findStrangers(
  { accounts }: z.infer<typeof accountsSchema>,
  complain: Complain,
  instruments: readonly Instrument[],
): void {
  const listed = new Set(instruments.map(({ symbol }) => symbol));
  for (const [index, one] of accounts.entries()) {
    for (const name of ['id', 'appKey'] as const) {
      const isTwice = accounts
        .slice(0, index)
        .some((other) => other[name] !== undefined && other[name] === one[name]);
      if (isTwice)
        complain(
          ['accounts', index, name],
          exchangeWords(({ expected }) => expected.once),
        );
    }
    for (const [place, { symbol }] of (one.holdings ?? []).entries()) {
      if (listed.has(symbol)) continue;
      complain(
        ['accounts', index, 'holdings', place, 'symbol'],
        exchangeWords(({ expected }) => expected.listed),
      );
    }
  }
}
