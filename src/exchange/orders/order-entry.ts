// The order desk as the exchange's visitors use it: what a request causes is told before it returns.

import type { BrokerOrderNo, Price, Quantity, TradeDate } from '#domain/units.ts';
import type { AccountId } from '../accounts/account-contract.ts';
import type { TradingFloor } from '../trading-floor.ts';
import type {
  Accepted,
  ExchangeFill,
  ExchangeOrder,
  NewOrder,
  OrderApi,
  Rejection,
} from './order-contract.ts';

export class OrderEntry implements OrderApi {
  readonly #floor: TradingFloor;

  constructor(floor: TradingFloor) {
    this.#floor = floor;
  }

  submit(account: AccountId, order: NewOrder): Accepted | Rejection {
    return this.#told(this.#floor.desk.submit(account, order));
  }

  modify(
    account: AccountId,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
    price: Price,
    stop: Price | null = null,
  ): Accepted | Rejection {
    return this.#told(this.#floor.desk.modify(account, orderNo, quantity, price, stop));
  }

  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection {
    return this.#told(this.#floor.desk.cancel(account, orderNo, quantity));
  }

  of(account: AccountId, date: TradeDate): readonly ExchangeOrder[] {
    return this.#floor.account(account).ordersOf(date);
  }

  fillsOf(account: AccountId, date: TradeDate): readonly ExchangeFill[] {
    return this.#floor.account(account).fillsOf(date);
  }

  #told(answer: Accepted | Rejection): Accepted | Rejection {
    this.#floor.events.deliver();
    return answer;
  }
}
