// Stops orders and lets them go on: halted by a person, by a strategy that broke its promise or by a connection that ended
// for good; stopped because the process ends. A halt is in the books, so it outlives the process.

import type { AccountKeeper } from './account-keeper.ts';
import type { LedgerState } from './ledger-state.ts';
import type { OperatorDesk } from './operator-desk.ts';
import type { OrderDesk } from './order-desk.ts';
import type { StepLog } from './step-log.ts';
import type { StrategyFailure } from './strategy-host.ts';

export class KillSwitch {
  /** True once the process is about to end: it trades no more. */
  isStopping = false;
  readonly #ledger: LedgerState;
  readonly #log: StepLog;
  readonly #desk: OrderDesk;
  readonly #operator: OperatorDesk;
  readonly #account: AccountKeeper;
  #failuresSeen = 0;

  constructor(
    ledger: LedgerState,
    log: StepLog,
    desk: OrderDesk,
    operator: OperatorDesk,
    account: AccountKeeper,
  ) {
    this.#ledger = ledger;
    this.#log = log;
    this.#desk = desk;
    this.#operator = operator;
    this.#account = account;
  }

  /** Refuses every order from now on and cancels those of ours that work. */
  halt(reason: string): void {
    if (this.#ledger.haltReason === null)
      this.#log.record({ type: 'halted', at: this.#log.now, scope: 'all', reason });
    this.#desk.cancelAll();
  }

  /** A strategy that throws or asks nonsense has broken its promise: everything is halted until somebody looked. */
  haltForNew(failures: readonly StrategyFailure[]): void {
    for (; this.#failuresSeen < failures.length; this.#failuresSeen++) {
      const { strategy, message } = failures[this.#failuresSeen]!;
      this.halt(`strategy ${strategy} failed: ${message}`);
    }
  }

  /** Lifts every halt, that of the loss limit included, and looks at the targets that waited. */
  resume(reason: string): void {
    const { haltReason, buysHaltReason } = this.#ledger;
    if (haltReason !== null) this.#log.record({ type: 'resumed', at: this.#log.now, scope: 'all', reason });
    if (buysHaltReason !== null)
      this.#log.record({ type: 'resumed', at: this.#log.now, scope: 'buys', reason });
    this.#desk.reconsider();
  }

  /** Takes no more orders, cancels those that work and asks for the broker's last word. */
  stop(): void {
    this.isStopping = true;
    this.#operator.stopping = true;
    this.#desk.trading = false;
    this.#desk.cancelAll();
    this.#account.onStop();
  }

  /** An order ended or can be cancelled from now on: while nothing may work it is, and the last one ends the wait for it. */
  onOrderNews(): void {
    if (this.#ledger.haltReason !== null || this.isStopping) this.#desk.cancelAll();
    if (this.isStopping && this.#ledger.orders.ours().length === 0) this.#account.onStop();
  }
}
