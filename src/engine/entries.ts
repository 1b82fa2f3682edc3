// A fill in double entry: what left, what came, what it cost and what it earned, in whole won that sum to zero.

import { assert } from '#domain/assert.ts';
import type { Fill } from '#domain/fill.ts';
import type { LedgerAccount, LedgerEntry } from '#domain/ledger-record.ts';
import type { TradeDate, Won } from '#domain/units.ts';

/** Entries of `fill`. `costOfSold` is the cost leaving the position with a sale, in won; ignored for a buy. */
export function entriesOfFill(fill: Fill, costOfSold: Won): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const cashMove = (fill.side === 'buy' ? -fill.amount : fill.amount) - fill.commission - fill.tax;
  entries.push(entry(fill, 'cash', cashMove, 0, fill.settlesOn));
  if (fill.side === 'buy') {
    entries.push(entry(fill, 'position', fill.amount, fill.quantity, null));
  } else {
    entries.push(entry(fill, 'position', -costOfSold, -fill.quantity, null));
    if (fill.amount !== costOfSold) entries.push(entry(fill, 'realised', costOfSold - fill.amount, 0, null));
  }
  if (fill.commission !== 0) entries.push(entry(fill, 'commission', fill.commission, 0, null));
  if (fill.tax !== 0) entries.push(entry(fill, 'tax', fill.tax, 0, null));
  return entries;
}

/** Throws unless the entries sum to zero won and every amount is a safe integer. */
export function assertBalanced(entries: readonly LedgerEntry[]): void {
  let sum = 0;
  for (let i = 0; i < entries.length; i++) {
    const { amount } = entries[i]!;
    assert(Number.isSafeInteger(amount), `ledger entry of ${amount} won is no safe integer`);
    sum += amount;
  }
  assert(sum === 0, `ledger entries do not balance: they sum to ${sum} won`);
}

function entry(
  fill: Fill,
  account: LedgerAccount,
  amount: Won,
  shares: number,
  settlesOn: TradeDate | null,
): LedgerEntry {
  return { account, amount, symbol: fill.symbol, strategy: fill.strategy, shares, settlesOn };
}
