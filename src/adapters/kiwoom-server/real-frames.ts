// Turns exchange events into REAL frames and hands them to the sessions that registered for them. A frame is written once,
// and only when somebody wants it.

import type { AccountId, ExchangeApi, ExchangeEvent } from '#exchange/contract.ts';
import { MarketFrames } from './market-frames.ts';
import { balanceValues, type FrameValues, orderNoticeValues } from './notice-frames.ts';
import type { Session } from './session.ts';

/** `name` of each real-time type, as the guide's examples print it. */
const TYPE_NAMES = {
  '00': '주문체결',
  '04': '현물잔고',
  '0B': '주식체결',
  '0C': '주식우선호가',
  '0D': '주식호가잔량',
  '0J': '업종지수',
  '0s': '장시작시간',
} as const;

type RealType = keyof typeof TYPE_NAMES;

/** Writes and distributes REAL frames. */
export class RealFrames {
  readonly #exchange: ExchangeApi;
  readonly #sessions: ReadonlySet<Session>;
  readonly #market: MarketFrames;

  constructor(exchange: ExchangeApi, sessions: ReadonlySet<Session>) {
    this.#exchange = exchange;
    this.#sessions = sessions;
    this.#market = new MarketFrames(exchange);
  }

  /** Sends what a market event means to whoever registered for it. */
  sendMarket(event: ExchangeEvent): void {
    switch (event.type) {
      case 'trade': {
        this.#market.seeTrade(event);
        if (!this.#isWanted('0B', event.symbol)) return;
        const day = this.#exchange.day(event.symbol);
        if (day !== null) this.#send('0B', event.symbol, () => this.#market.trade(event, day));
        return;
      }
      case 'book': {
        if (!this.#isWanted('0C', event.symbol) && !this.#isWanted('0D', event.symbol)) return;
        const day = this.#exchange.day(event.symbol);
        const book = this.#exchange.book(event.symbol);
        if (day === null || book === null) return;
        this.#send('0C', event.symbol, () => this.#market.quote(event.symbol, day, book));
        this.#send('0D', event.symbol, () => this.#market.book(event.symbol, day, book, event.at));
        return;
      }
      case 'index': {
        const values = this.#market.index(event.code, event.hundredths, event.at);
        this.#send('0J', event.code, () => values);
        return;
      }
      case 'phase':
        for (const session of [...this.#sessions]) this.sendSession(session);
        return;
      case 'order-notice':
      case 'balance-notice':
        return;
    }
  }

  /** 0s to one session, if it registered for it: at phase changes, and right after REG. Never dropped: risk waits for it. */
  sendSession(session: Session): void {
    if (!session.registrations.has('0s')) return;
    session.send('notice', realFrame('0s', '', this.#market.session()));
  }

  /** Writes a notice (00 or 04) of `account`; the function returned sends it. Null when there is no word in it. */
  writeNotice(event: ExchangeEvent, account: AccountId): (() => void) | null {
    if (event.type === 'order-notice') {
      return this.#notice('00', account, event.order.symbol, orderNoticeValues(this.#exchange, event));
    }
    if (event.type !== 'balance-notice') return null;
    return this.#notice('04', account, event.symbol, balanceValues(this.#exchange, account, event.symbol));
  }

  #notice(type: '00' | '04', account: AccountId, symbol: string, values: FrameValues): () => void {
    const text = realFrame(type, symbol, JSON.stringify(values));
    return () => {
      for (const session of [...this.#sessions]) {
        if (session.key?.account === account && session.registrations.has(type)) session.send('notice', text);
      }
    };
  }

  /** Most events interest nobody: this spares the exchange the question. */
  #isWanted(type: RealType, code: string): boolean {
    for (const session of this.#sessions) {
      if (session.registrations.itemsFor(type, code).length > 0) return true;
    }
    return false;
  }

  #send(type: RealType, code: string, write: () => string | null): void {
    let values: string | null = null;
    for (const session of this.#sessions) {
      const items = session.registrations.itemsFor(type, code);
      if (items.length === 0) continue;
      if (values === null) {
        values = write();
        if (values === null) return;
      }
      for (const item of items) session.send('market', realFrame(type, item, values));
    }
  }
}

/** A REAL frame; member order as recorded (kiwoom-wire 1.16). */
function realFrame(type: RealType, item: string, values: string): string {
  const name = TYPE_NAMES[type];
  return `{"data":[{"values":${values},"type":"${type}","name":"${name}","item":${JSON.stringify(item)}}],"trnm":"REAL"}`;
}
