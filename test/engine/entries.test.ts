// Double entry of one fill: to the won, always summing to nothing, and telling the same story as the fill.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '#domain/assert.ts';
import type { LedgerAccount, LedgerEntry } from '#domain/ledger-record.ts';
import { assertBalanced, entriesOfFill } from '#engine/entries.ts';
import { sampleFill } from '#test/adapters/sqlite/sample-records.ts';

type Line = readonly [account: LedgerAccount, amount: number, shares: number];
const linesOf = (entries: readonly LedgerEntry[]): Line[] =>
  entries.map(({ account, amount, shares }) => [account, amount, shares]);

describe('a fill in double entry', () => {
  test('a buy pays for shares and commission', () => {
    const fill = sampleFill({ quantity: 10, amount: 712_000, commission: 100 });
    expect(linesOf(entriesOfFill(fill, 0))).toEqual([
      ['cash', -712_100, 0],
      ['position', 712_000, 10],
      ['commission', 100, 0],
    ]);
  });

  test('a sale with a gain credits it, and pays commission and tax', () => {
    const fill = sampleFill({ side: 'sell', quantity: 4, amount: 300_000, commission: 40, tax: 600 });
    expect(linesOf(entriesOfFill(fill, 284_800))).toEqual([
      ['cash', 299_360, 0],
      ['position', -284_800, -4],
      ['realised', -15_200, 0],
      ['commission', 40, 0],
      ['tax', 600, 0],
    ]);
  });

  test('a sale with a loss debits it', () => {
    const fill = sampleFill({ side: 'sell', quantity: 4, amount: 280_000, commission: 0, tax: 0 });
    expect(linesOf(entriesOfFill(fill, 284_800))).toEqual([
      ['cash', 280_000, 0],
      ['position', -284_800, -4],
      ['realised', 4_800, 0],
    ]);
  });

  test('a sale at cost realises nothing, and has no line for it', () => {
    const fill = sampleFill({ side: 'sell', amount: 284_800, commission: 0, tax: 0 });
    expect(linesOf(entriesOfFill(fill, 284_800))).toEqual([
      ['cash', 284_800, 0],
      ['position', -284_800, -4],
    ]);
  });

  test('only cash says when it settles; every line says whose it is', () => {
    for (const { account, settlesOn, symbol, strategy } of entriesOfFill(sampleFill(), 0)) {
      expect(settlesOn).toBe(account === 'cash' ? '2026-11-24' : null);
      expect({ symbol, strategy }).toEqual({ symbol: '005930', strategy: 'crossing' });
    }
  });

  test('sums to nothing and moves exactly the shares, for any fill', () => {
    const won = fc.integer({ min: 0, max: 10_000_000_000 });
    const parts = fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      amount: won,
      commission: won,
      tax: won,
    });
    fc.assert(
      fc.property(parts, won, (fill, cost) => {
        const entries = entriesOfFill(sampleFill(fill), cost);
        expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
        const shares = entries.reduce((sum, entry) => sum + entry.shares, 0);
        expect(shares).toBe(fill.side === 'buy' ? fill.quantity : -fill.quantity);
        expect(
          entries
            .filter(({ amount }) => amount === 0)
            .every(({ account }) => account === 'cash' || account === 'position'),
        ).toBe(true);
      }),
    );
  });
});

describe('the balance is asserted', () => {
  const entry = (amount: number): LedgerEntry => {
    return { account: 'cash', amount, symbol: null, strategy: null, shares: 0, settlesOn: null };
  };

  test.each([
    ['no entries', []],
    ['two that cancel out', [5, -5]],
  ])('%s balance', (_name, amounts) => {
    expect(() => assertBalanced(amounts.map(entry))).not.toThrow();
  });

  test.each([
    ['one won off', [5, -4], /they sum to 1 won/],
    ['half a won', [0.5, -0.5], /no safe integer/],
    ['not a number', [Number.NaN], /no safe integer/],
    ['more than a safe integer', [2 ** 53, -(2 ** 53)], /no safe integer/],
  ])('%s does not', (_name, amounts, message) => {
    expect(() => assertBalanced(amounts.map(entry))).toThrow(InvariantError);
    expect(() => assertBalanced(amounts.map(entry))).toThrow(message);
  });
});
