// One trading day cut out of the ledger: fills, positions at its end, the broker's last snapshot, what went wrong. A fold
// over the records up to that day's end, independent of the engine's own books, so that the report also checks them.

import type { BrokerSnapshot } from '#domain/broker-event.ts';
import type { Fill } from '#domain/fill.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { Price, Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import { mulDiv } from '#domain/units.ts';
import type { Words } from '#domain/words.ts';
import { type KoreanOf, remarkOf } from './day-remarks.ts';

export interface BookPosition {
  readonly quantity: Quantity;
  readonly cost: Won;
}

interface MutablePosition {
  quantity: Quantity;
  cost: Won;
  costOfSold: Won;
}

export class DayLedger {
  readonly date: TradeDate;
  /** True when the ledger knows this trade date. */
  found = false;
  cash: Won = 0;
  equityBefore: Won | null = null;
  readonly fills: Fill[] = [];
  orderCount = 0;
  readonly refusals: Record<string, number> = {};
  snapshot: BrokerSnapshot | null = null;
  readonly remarks: Words[] = [];
  readonly #cashBySettlement = new Map<TradeDate, Won>();
  readonly #account = new Map<SymbolCode, MutablePosition>();
  readonly #own = new Map<string, MutablePosition>();
  readonly #instruments = new Map<SymbolCode, Instrument>();
  readonly #names = new Map<SymbolCode, string>();
  readonly #prices = new Map<SymbolCode, Price>();
  readonly #koreanOf: KoreanOf;
  #running: TradeDate = '';

  constructor(records: Iterable<LedgerRecord>, date: TradeDate, koreanOf: KoreanOf) {
    this.date = date;
    this.#koreanOf = koreanOf;
    for (const record of records) {
      if (record.type === 'day-opened' && record.tradeDate > date) break;
      this.#take(record);
    }
  }

  /** Won that will have changed hands by `date`. */
  cashSettledBy(date: TradeDate): Won {
    let cash = 0;
    for (const [settlesOn, amount] of this.#cashBySettlement) if (settlesOn <= date) cash += amount;
    return cash;
  }

  /** Instruments with a fill on the day or shares at its end, in order of their codes. */
  symbols(): SymbolCode[] {
    return [...new Set([...this.fills.map(({ symbol }) => symbol), ...this.heldSymbols()])].sort();
  }

  heldSymbols(): SymbolCode[] {
    return [...this.#account].filter(([, { quantity }]) => quantity > 0).map(([symbol]) => symbol);
  }

  /** Strategies with a fill in `symbol` on the day or shares of it at its end. */
  strategiesOf(symbol: SymbolCode): StrategyName[] {
    const names = new Set(
      this.fills.filter((fill) => fill.symbol === symbol).map(({ strategy }) => strategy),
    );
    for (const [key, { quantity }] of this.#own) {
      const [strategy, held] = splitKey(key);
      if (held === symbol && quantity > 0) names.add(strategy);
    }
    return [...names].sort();
  }

  position(symbol: SymbolCode): BookPosition {
    return this.#account.get(symbol) ?? { quantity: 0, cost: 0 };
  }

  /** Cost of what was sold of `symbol` on the day, by the account's average cost. */
  costOfSold(symbol: SymbolCode): Won {
    return this.#account.get(symbol)?.costOfSold ?? 0;
  }

  /** One strategy's position and cost of sold, by its own average cost. */
  own(
    strategy: StrategyName,
    symbol: SymbolCode,
  ): { readonly position: BookPosition; readonly costOfSold: Won } {
    const position = this.#own.get(keyOf(strategy, symbol)) ?? { quantity: 0, cost: 0, costOfSold: 0 };
    return { position, costOfSold: position.costOfSold };
  }

  priceOf(symbol: SymbolCode): Price | null {
    return this.#prices.get(symbol) ?? null;
  }

  nameOf(symbol: SymbolCode): string {
    return this.#instruments.get(symbol)?.name ?? this.#names.get(symbol) ?? symbol;
  }

  instrumentOf(symbol: SymbolCode): Instrument | null {
    return this.#instruments.get(symbol) ?? null;
  }

  #take(record: LedgerRecord): void {
    const today = this.#running === this.date;
    if (this.#dateOf(record) === this.date) this.#remark(record);
    switch (record.type) {
      case 'day-opened':
        return this.#openDay(record.tradeDate, record.equity);
      case 'opened':
      case 'adjusted':
        return this.#book(record.entries, record.tradeDate);
      case 'filled':
        return this.#fill(record.fill, record.entries, today);
      case 'order-intended':
        if (today) this.orderCount++;
        return;
      case 'order-refused':
        if (today) this.refusals[record.refusal.code] = (this.refusals[record.refusal.code] ?? 0) + 1;
        return;
      case 'reconciled':
        return this.#reconcile(record.snapshot);
      case 'day-closed':
        for (const { instrument, price } of record.marks) {
          this.#instruments.set(instrument.symbol, instrument);
          this.#prices.set(instrument.symbol, price);
        }
        return;
      case 'order-changed':
      case 'order-observed':
      case 'cancel-intended':
      case 'halted':
      case 'resumed':
        return;
    }
  }

  /** The trade date a record names, else the one that was running when it was written. */
  #dateOf(record: LedgerRecord): TradeDate {
    return 'tradeDate' in record ? record.tradeDate : this.#running;
  }

  #remark(record: LedgerRecord): void {
    const remark = remarkOf(record, this.#koreanOf);
    if (remark !== null) this.remarks.push(remark);
  }

  #openDay(date: TradeDate, equity: Won): void {
    this.#running = date;
    if (date !== this.date) return;
    this.found = true;
    this.equityBefore = equity;
    for (const position of [...this.#account.values(), ...this.#own.values()]) position.costOfSold = 0;
  }

  #book(entries: readonly LedgerEntry[], tradeDate: TradeDate): void {
    for (const entry of entries) {
      if (entry.account === 'cash') this.#moveCash(entry, tradeDate);
      if (entry.account !== 'position' || entry.symbol === null) continue;
      const position = positionIn(this.#account, entry.symbol);
      position.quantity += entry.shares;
      position.cost += entry.amount;
      if (entry.strategy === null) continue;
      const own = positionIn(this.#own, keyOf(entry.strategy, entry.symbol));
      own.quantity += entry.shares;
      own.cost += entry.amount;
    }
  }

  #fill(fill: Fill, entries: readonly LedgerEntry[], today: boolean): void {
    if (today) this.fills.push(fill);
    const position = positionIn(this.#account, fill.symbol);
    for (const entry of entries) {
      if (entry.account === 'cash') this.#moveCash(entry, fill.tradeDate);
      if (entry.account !== 'position') continue;
      position.quantity += entry.shares;
      position.cost += entry.amount;
      if (fill.side === 'sell') position.costOfSold -= entry.amount;
    }
    this.#moveOwn(fill);
  }

  #moveOwn(fill: Fill): void {
    const own = positionIn(this.#own, keyOf(fill.strategy, fill.symbol));
    if (fill.side === 'buy') {
      own.quantity += fill.quantity;
      own.cost += fill.amount;
      return;
    }
    const sold = Math.min(fill.quantity, own.quantity);
    const cost = sold === own.quantity ? own.cost : mulDiv(own.cost, sold, own.quantity);
    own.quantity -= sold;
    own.cost -= cost;
    own.costOfSold += cost;
  }

  #moveCash(entry: LedgerEntry, tradeDate: TradeDate): void {
    const settlesOn = entry.settlesOn ?? tradeDate;
    this.cash += entry.amount;
    this.#cashBySettlement.set(settlesOn, (this.#cashBySettlement.get(settlesOn) ?? 0) + entry.amount);
  }

  #reconcile(snapshot: BrokerSnapshot): void {
    for (const { symbol, price, name } of snapshot.holdings) {
      this.#prices.set(symbol, price);
      this.#names.set(symbol, name);
    }
    if (snapshot.tradeDate === this.date) this.snapshot = snapshot;
  }
}

function keyOf(strategy: StrategyName, symbol: SymbolCode): string {
  return `${symbol} ${strategy}`;
}

function splitKey(key: string): [StrategyName, SymbolCode] {
  return [key.slice(7), key.slice(0, 6)];
}

function positionIn(positions: Map<string, MutablePosition>, key: string): MutablePosition {
  let position = positions.get(key);
  if (position === undefined) {
    position = { quantity: 0, cost: 0, costOfSold: 0 };
    positions.set(key, position);
  }
  return position;
}
