// Accounts of an exchange: equal ones by number, those of a file, what is wrong with a file, and whose keys count.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysFor, planAccounts } from '#app/exchange/exchange-accounts.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const INSTRUMENTS = DEFAULT_LISTINGS.map(({ instrument }) => instrument);

function planned(text: string) {
  const file = join(temporaryFolder(), 'accounts.yaml');
  writeFileSync(file, text);
  return planAccounts({ file }, 7, INSTRUMENTS);
}

describe('accounts', () => {
  it('by number are alike, each with a number of ten digits', () => {
    const accounts = planAccounts({ count: 12 }, 1_000, INSTRUMENTS);
    expect(accounts.every(({ id, cash }) => /^\d{10}$/.test(id) && cash === 1_000)).toBe(true);
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(12);
  });

  it('of a file say what they hold', () => {
    const [first, second] = planned(`accounts:
  - id: '1234567811'
    cash: 5000000
    margin: by-instrument
    appKey: my-app-key
    secretKey: my-secret-key
    holdings: [{ symbol: '005930', quantity: 10, price: 70000 }]
  - {}
`);
    expect(first).toMatchObject({
      ...{ id: '1234567811', cash: 5_000_000, margin: 'by-instrument', appKey: 'my-app-key' },
      holdings: [{ instrument: { name: '삼성전자' }, quantity: 10, cost: 700_000 }],
    });
    expect(second).toMatchObject({ id: '5000000211', cash: 7, appKey: null, holdings: [] });
  });

  it.each([
    ['accounts: []', /1 or more/],
    ['accounts: [{ cash: -1 }]', /accounts\[0\]\.cash.*0 or more/],
    ['accounts: [{ holding: [] }]', /did you mean holdings/],
    ["accounts: [{ id: '123' }]", /accounts\[0\]\.id/],
    ["accounts: [{ id: '1234567811' }, { id: '1234567811' }]", /1:40: accounts\[1\]\.id/],
    ['accounts: [{ appKey: same-key-1 }, { appKey: same-key-1 }]', /accounts\[1\]\.appKey/],
    [
      "accounts: [{ holdings: [{ symbol: '999999', quantity: 1, price: 1 }] }]",
      /listed here, found "999999"/,
    ],
    ['accounts: [{ holdings: [{ symbol: 005930, quantity: 1, price: 1 }] }]', /write '005930'/],
    ['accounts: [', /YAML/],
  ])('%s is refused', (text, message) => {
    expect(() => planned(text)).toThrow(message);
  });

  it('of a file that is not there are refused', () => {
    expect(() => planAccounts({ file: 'gone.yaml' }, 1, INSTRUMENTS)).toThrow(/--accounts.*gone\.yaml/);
  });
});

it('keys are those written down, else those kept, else new', () => {
  const plan = (id: string, appKey: string | null) => ({ id, cash: 0, appKey, secretKey: appKey });
  let made = 0;
  const keys = keysFor(
    ['1', '2', '3'],
    [plan('1', 'written'), plan('2', null), plan('3', null)],
    [
      { account: '1', appKey: 'kept-1', secretKey: 'kept-1' },
      { account: '2', appKey: 'kept-2', secretKey: 'kept-2' },
    ],
    () => `new-${++made}`,
  );
  expect(keys.map(({ appKey, secretKey }) => [appKey, secretKey])).toEqual([
    ['written', 'written'],
    ['kept-2', 'kept-2'],
    ['new-1', 'new-2'],
  ]);
});
