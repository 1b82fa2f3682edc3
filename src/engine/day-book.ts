// The entries that are no trades: opening balances, deposits, explained differences, and the closing marks of a day.

import type { BrokerHolding, BrokerSnapshot } from '#domain/broker-event.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { LedgerAccount, LedgerEntry } from '#domain/ledger-record.ts';
import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import type { MarketState } from './market-state.ts';
import type { StepLog } from './step-log.ts';

const PLAIN = { symbol: null, strategy: null, shares: 0, settlesOn: null } as const;

export class DayBook {
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #market: MarketState;
  readonly #log: StepLog;

  constructor(settings: EngineSettings, ledger: LedgerState, market: MarketState, log: StepLog) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#market = market;
    this.#log = log;
  }

  /** First contact: what the account holds is taken over as it is; cash keeps its days of settlement. */
  open(snapshot: BrokerSnapshot): void {
    const { tradeDate } = snapshot;
    const d1 = this.#settings.calendar.nextTradingDay(tradeDate);
    const d2 = this.#settings.calendar.nextTradingDay(d1);
    const entries = [
      ...cashEntries('equity', snapshot.cash, tradeDate),
      ...cashEntries('equity', snapshot.cashD1 - snapshot.cash, d1),
      ...cashEntries('equity', snapshot.cashD2 - snapshot.cashD1, d2),
    ];
    for (const { symbol, quantity, cost } of snapshot.holdings) {
      entries.push({ ...PLAIN, account: 'position', symbol, shares: quantity, amount: cost });
      entries.push({ ...PLAIN, account: 'equity', amount: -cost });
    }
    this.#log.record({ type: 'opened', at: this.#log.now, tradeDate, entries });
  }

  /** Opening cash without a broker to ask, in won: how a backtest begins. */
  deposit(amount: Won): void {
    const { tradeDate, now } = this.#log;
    this.#log.record({
      type: 'opened',
      at: now,
      tradeDate,
      entries: cashEntries('equity', amount, tradeDate),
    });
  }

  /** Books the last differences away with the operator's reason. False when there was nothing to explain. */
  explain(reason: string): boolean {
    const { lastSnapshot, differences } = this.#ledger;
    if (lastSnapshot === null || differences.length === 0) return false;
    const { tradeDate } = lastSnapshot;
    const entries = this.#adjustmentsTo(lastSnapshot);
    this.#log.record({ type: 'adjusted', at: this.#log.now, tradeDate, reason, entries });
    return true;
  }

  /** Ends a trading day with its equity and the prices it was valued at: the broker's where it named them. */
  close(tradeDate: TradeDate, equity: Won): void {
    const broker = this.#ledger.lastSnapshot?.holdings ?? [];
    const symbols = new Set([...this.#ledger.positions().keys(), ...this.#ledger.tradedToday()]);
    const marks = [...symbols].sort().map((symbol) => ({
      instrument: this.#nameFrom(broker, symbol),
      price: broker.find((one) => one.symbol === symbol)?.price ?? this.#market.of(symbol).last ?? 0,
    }));
    this.#log.record({ type: 'day-closed', at: this.#log.now, tradeDate, equity, marks });
  }

  /** The instrument as the market told it, with the broker's name where the market told none. */
  #nameFrom(holdings: readonly BrokerHolding[], symbol: SymbolCode): Instrument {
    const { instrument } = this.#market.of(symbol);
    const name = holdings.find((one) => one.symbol === symbol)?.name;
    return instrument.name === symbol && name !== undefined ? { ...instrument, name } : instrument;
  }

  #adjustmentsTo(snapshot: BrokerSnapshot): LedgerEntry[] {
    const entries = cashEntries('adjustment', snapshot.cashD2 - this.#ledger.cash, snapshot.tradeDate);
    const theirs = new Map(snapshot.holdings.map((holding) => [holding.symbol, holding]));
    for (const symbol of new Set([...theirs.keys(), ...this.#ledger.positions().keys()])) {
      const ours = this.#ledger.position(symbol);
      const shares = (theirs.get(symbol)?.quantity ?? 0) - ours.quantity;
      const cost = (theirs.get(symbol)?.cost ?? 0) - ours.cost;
      if (shares === 0 && cost === 0) continue;
      entries.push({ ...PLAIN, account: 'position', symbol, shares, amount: cost });
      entries.push({ ...PLAIN, account: 'adjustment', amount: -cost });
    }
    return entries;
  }
}

function cashEntries(against: LedgerAccount, amount: Won, settlesOn: TradeDate): LedgerEntry[] {
  if (amount === 0) return [];
  return [
    { ...PLAIN, account: 'cash', amount, settlesOn },
    { ...PLAIN, account: against, amount: -amount },
  ];
}
