// Events wait here until what caused them is done, so that a listener always sees the exchange after the fact and may itself
// send orders: what those cause is told after what came before.

import type { ExchangeEvent } from './contract.ts';

export type ExchangeListener = (event: ExchangeEvent) => void;

export class EventQueue {
  /** Replaced, never changed, so that a list being told stays what it was. */
  #listeners: readonly ExchangeListener[] = [];
  #waiting: ExchangeEvent[] = [];
  #isDelivering = false;

  /** Returns the function that ends the listening. */
  listen(listener: ExchangeListener): () => void {
    // Wrapped, so that the same function may listen twice.
    const entry: ExchangeListener = (event) => listener(event);
    this.#listeners = [...this.#listeners, entry];
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== entry);
    };
  }

  emit(event: ExchangeEvent): void {
    if (this.#listeners.length > 0) this.#waiting.push(event);
  }

  /** Tells everybody everything that waits. Called from within a listener it does nothing: the outer call goes on. */
  deliver(): void {
    if (this.#isDelivering || this.#waiting.length === 0) return;
    this.#isDelivering = true;
    try {
      // The queue may grow while it is being told.
      for (let index = 0; index < this.#waiting.length; index++) {
        const event = this.#waiting[index]!;
        for (const listener of this.#listeners) listener(event);
      }
    } finally {
      this.#waiting = [];
      this.#isDelivering = false;
    }
  }
}
