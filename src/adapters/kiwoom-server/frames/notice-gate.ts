// Holds an account's notices back while an order request of that account is being answered, so that the fault plan can say
// what comes first. Notices keep their order: while any request holds the gate, later notices queue behind.

import type { AccountId } from '#exchange/contract.ts';

interface Gate {
  holds: number;
  readonly queue: (() => void)[];
}

/** One gate an account. */
export class NoticeGate {
  readonly #gates = new Map<AccountId, Gate>();

  /** Sends now, or when the last hold is released. */
  pass(account: AccountId, send: () => void): void {
    const gate = this.#gates.get(account);
    if (gate === undefined) send();
    else gate.queue.push(send);
  }

  /** Closes the account's gate; the function returned takes this hold away, once. */
  hold(account: AccountId): () => void {
    const gate = this.#gates.get(account) ?? { holds: 0, queue: [] };
    this.#gates.set(account, gate);
    gate.holds++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      gate.holds--;
      if (gate.holds > 0) return;
      this.#gates.delete(account);
      for (const send of gate.queue) send();
    };
  }
}
