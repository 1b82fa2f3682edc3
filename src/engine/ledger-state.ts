// The books as a fold over ledger records: orders, positions, cash by settlement day, halts. Nothing else changes them,
// so a restart that folds the stored records knows exactly what the engine knew when it stopped.

import { assert } from '#domain/assert.ts';
import type { BrokerSnapshot } from '#domain/broker-event.ts';
import type { Fill } from '#domain/fill.ts';
import type { Difference, LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderRequest } from '#domain/order.ts';
import type { Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import { mulDiv } from '#domain/units.ts';
import { assertBalanced } from './entries.ts';
import { Orders } from './orders.ts';

/** Shares and what they cost in won, without commission. The average price is derived, never kept. */
export interface Position {
  quantity: Quantity;
  cost: Won;
}

/** Won bought and sold of one instrument on the running trade date. */
export interface DayAmounts {
  bought: Won;
  sold: Won;
}

/** Cost in won of `sold` shares out of `position`: proportional, cut to won, the last share takes the rest. */
export function costOfSold(position: Position, sold: Quantity): Won {
  assert(sold <= position.quantity, `${sold} shares sold out of ${position.quantity}`);
  return sold === position.quantity ? position.cost : mulDiv(position.cost, sold, position.quantity);
}

/** Won that explained differences brought in (positive) or took away, shares at their cost: neither is a gain or a loss. */
function explainedWon(entries: readonly LedgerEntry[]): Won {
  return -entries.reduce((sum, { account, amount }) => (account === 'adjustment' ? sum + amount : sum), 0);
}

export class LedgerState {
  recordCount = 0;
  /** False until the opening balances are known. */
  opened = false;
  /** The trade date last opened; empty before the first. */
  tradeDate: TradeDate = '';
  /** Equity when that day began, and what was explained since: the base of the daily loss limit. */
  dayBaseEquity: Won = 0;
  lastClosedDate: TradeDate = '';
  cash: Won = 0;
  haltReason: string | null = null;
  buysHaltReason: string | null = null;
  readonly orders = new Orders();
  lastSnapshot: BrokerSnapshot | null = null;
  differences: readonly Difference[] = [];

  readonly #positions = new Map<SymbolCode, Position>();
  readonly #own = new Map<StrategyName, Map<SymbolCode, Position>>();
  readonly #unsettled = new Map<TradeDate, Won>();
  readonly #dayAmounts = new Map<SymbolCode, DayAmounts>();

  /** Takes in one record. Throws InvariantError when it contradicts the books. */
  apply(record: LedgerRecord): void {
    this.recordCount++;
    switch (record.type) {
      case 'opened':
        this.opened = true;
        this.#book(record.entries, record.tradeDate);
        return;
      case 'adjusted':
        this.#book(record.entries, record.tradeDate);
        this.dayBaseEquity += explainedWon(record.entries);
        this.differences = [];
        return;
      case 'day-opened':
        this.#openDay(record.tradeDate, record.equity);
        return;
      case 'day-closed':
        this.lastClosedDate = record.tradeDate;
        return;
      case 'order-intended':
        this.orders.add(record.request, null, 'intended');
        return;
      case 'order-observed':
        this.#observe(record);
        return;
      case 'order-refused':
        this.orders.countNumber(record.request);
        return;
      case 'order-changed':
        this.orders.change(record);
        return;
      case 'cancel-intended':
        this.orders.get(record.orderId).cancelRequestedAt = record.at;
        return;
      case 'filled':
        this.#fill(record.fill, record.from, record.to, record.entries);
        return;
      case 'reconciled':
        this.lastSnapshot = record.snapshot;
        this.differences = record.differences;
        return;
      case 'halted':
        if (record.scope === 'all') this.haltReason = record.reason;
        else this.buysHaltReason = record.reason;
        return;
      case 'resumed':
        if (record.scope === 'all') this.haltReason = null;
        else this.buysHaltReason = null;
        return;
    }
  }

  positions(): ReadonlyMap<SymbolCode, Readonly<Position>> {
    return this.#positions;
  }

  /** Shares held on the account by all strategies. */
  held(symbol: SymbolCode): Quantity {
    return this.#positions.get(symbol)?.quantity ?? 0;
  }

  position(symbol: SymbolCode): Readonly<Position> {
    return this.#positions.get(symbol) ?? { quantity: 0, cost: 0 };
  }

  /** What one strategy holds of one instrument; null when it never traded it. */
  own(strategy: StrategyName, symbol: SymbolCode): Readonly<Position> | null {
    return this.#own.get(strategy)?.get(symbol) ?? null;
  }

  /** Instruments that a strategy holds shares of. */
  heldBy(strategy: StrategyName): SymbolCode[] {
    const own = [...(this.#own.get(strategy) ?? [])];
    return own.filter(([, { quantity }]) => quantity > 0).map(([symbol]) => symbol);
  }

  /** Instruments that an earlier run left to one of these strategies: held, or with an open order. */
  instrumentsOf(names: readonly StrategyName[]): ReadonlySet<SymbolCode> {
    const held = names.flatMap((name) => this.heldBy(name)).filter((symbol) => this.held(symbol) > 0);
    const open = this.orders.open().filter(({ request }) => names.includes(request.strategy));
    return new Set([...held, ...open.map(({ request }) => request.symbol)]);
  }

  dayAmounts(symbol: SymbolCode): Readonly<DayAmounts> {
    return this.#dayAmounts.get(symbol) ?? { bought: 0, sold: 0 };
  }

  /** Instruments with a fill on the running trade date. */
  tradedToday(): Iterable<SymbolCode> {
    return this.#dayAmounts.keys();
  }

  /** Won that will have changed hands by `date`, all else still to settle left out. */
  cashSettledBy(date: TradeDate): Won {
    let cash = this.cash;
    for (const [settlesOn, amount] of this.#unsettled) if (settlesOn > date) cash -= amount;
    return cash;
  }

  #book(entries: readonly LedgerEntry[], tradeDate: TradeDate): void {
    assertBalanced(entries);
    for (const entry of entries) {
      if (entry.account === 'cash') this.#moveCash(entry.amount, entry.settlesOn ?? tradeDate);
      if (entry.account !== 'position' || entry.symbol === null) continue;
      this.#moveAccountPosition(entry.symbol, entry.shares, entry.amount);
      if (entry.strategy === null) continue;
      const own = this.#ownOf(entry.strategy, entry.symbol);
      own.quantity += entry.shares;
      own.cost += entry.amount;
    }
  }

  #fill(fill: Fill, from: Quantity, to: Quantity, entries: readonly LedgerEntry[]): void {
    assertBalanced(entries);
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      if (entry.account === 'cash') this.#moveCash(entry.amount, fill.settlesOn);
      else if (entry.account === 'position')
        this.#moveAccountPosition(fill.symbol, entry.shares, entry.amount);
    }
    this.#moveOwnPosition(fill);
    this.#addDayAmount(fill, fill.amount);
    this.orders.fill(this.orders.get(fill.orderId), fill, from, to);
  }

  #observe(record: Extract<LedgerRecord, { type: 'order-observed' }>): void {
    const order = this.orders.add(record.request, record.brokerOrderNo, 'working');
    if (record.alreadyFilled === 0) return;
    this.orders.skipFilled(order, record);
    this.#addDayAmount(record.request, record.alreadyFilledAmount);
  }

  #addDayAmount({ symbol, side }: Pick<OrderRequest, 'symbol' | 'side'>, amount: Won): void {
    const day = this.#dayAmountsOf(symbol);
    if (side === 'buy') day.bought += amount;
    else day.sold += amount;
  }

  #moveAccountPosition(symbol: SymbolCode, shares: number, cost: Won): void {
    const position = this.#positionOf(this.#positions, symbol);
    position.quantity += shares;
    position.cost += cost;
    assert(position.quantity >= 0, `${symbol}: holding fell below zero (${position.quantity})`);
    if (position.quantity === 0) {
      assert(position.cost === 0, `${symbol}: nothing held but ${position.cost} won of cost left`);
      this.#positions.delete(symbol);
    }
  }

  #moveOwnPosition(fill: Fill): void {
    const own = this.#ownOf(fill.strategy, fill.symbol);
    if (fill.side === 'buy') {
      own.quantity += fill.quantity;
      own.cost += fill.amount;
      return;
    }
    // A hand-made sale may sell what a strategy bought: its own books then go no lower than nothing.
    const sold = Math.min(fill.quantity, own.quantity);
    own.cost -= costOfSold(own, sold);
    own.quantity -= sold;
  }

  #moveCash(amount: Won, settlesOn: TradeDate): void {
    this.cash += amount;
    assert(Number.isSafeInteger(this.cash), 'cash left the safe integers');
    if (settlesOn > this.tradeDate)
      this.#unsettled.set(settlesOn, (this.#unsettled.get(settlesOn) ?? 0) + amount);
  }

  #openDay(date: TradeDate, equity: Won): void {
    this.tradeDate = date;
    this.dayBaseEquity = equity;
    this.buysHaltReason = null;
    this.orders.openDay();
    this.#dayAmounts.clear();
    for (const [settlesOn] of this.#unsettled) if (settlesOn <= date) this.#unsettled.delete(settlesOn);
  }

  #positionOf(positions: Map<SymbolCode, Position>, symbol: SymbolCode): Position {
    let position = positions.get(symbol);
    if (position === undefined) {
      position = { quantity: 0, cost: 0 };
      positions.set(symbol, position);
    }
    return position;
  }

  #ownOf(strategy: StrategyName, symbol: SymbolCode): Position {
    let own = this.#own.get(strategy);
    if (own === undefined) {
      own = new Map();
      this.#own.set(strategy, own);
    }
    return this.#positionOf(own, symbol);
  }

  #dayAmountsOf(symbol: SymbolCode): DayAmounts {
    let day = this.#dayAmounts.get(symbol);
    if (day === undefined) {
      day = { bought: 0, sold: 0 };
      this.#dayAmounts.set(symbol, day);
    }
    return day;
  }
}
