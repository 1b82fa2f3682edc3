// The broker at the opening auction: what it sells of accounts by itself goes in as market orders when KRX begins to take orders for
// it. What finds no buyer ends with the day like any order, and what is still owed then is sold the next morning.

import { creditOf } from '../accounts/account-lines.ts';
import type { AccountRecords } from '../accounts/account-records.ts';
import type { ForcedSale } from '../accounts/margin/forced-sales.ts';
import type { AccountId } from '../contract.ts';
import type { DeskHost, OrderDesk } from './order-desk.ts';

export class ForcedSeller {
  readonly #host: DeskHost;
  readonly #desk: OrderDesk;

  constructor(host: DeskHost, desk: OrderDesk) {
    this.#host = host;
    this.#desk = desk;
  }

  /** Sends the sales of all accounts. To be called at the beginning of each opening auction of KRX. */
  sell(): void {
    const mayTrade = (symbol: string) => this.#host.market(symbol)?.day.stage === 'opening-auction';
    for (const [id, account] of this.#host.accounts) {
      for (const sale of account.book.money.forcedSales(mayTrade)) this.#sell(id, account, sale);
    }
  }

  #sell(id: AccountId, account: AccountRecords, sale: ForcedSale): void {
    const { instrument, loanDate, reason } = sale;
    const { symbol } = instrument;
    const credit = creditOf(loanDate);
    const sellable = () => account.book.sellable(symbol, credit);
    if (sellable() < sale.quantity) this.#cancelSales(id, account, symbol);
    const quantity = Math.min(sale.quantity, sellable());
    if (quantity === 0) return;
    const pricing = { type: 'market' } as const;
    const order = { symbol, side: 'sell', quantity, pricing, timeInForce: 'day' } as const;
    this.#desk.submit(id, credit === null ? order : { ...order, credit }, reason);
  }

  /** Takes back the account's own sales of an instrument, which stand on NXT by then: their shares are needed. */
  #cancelSales(id: AccountId, account: AccountRecords, symbol: string): void {
    const inTheWay = [...account.today].filter(
      (order) =>
        order.symbol === symbol &&
        order.side === 'sell' &&
        order.status === 'working' &&
        order.forced === undefined,
    );
    for (const { orderNo } of inTheWay) this.#desk.cancel(id, orderNo, 0);
  }
}
