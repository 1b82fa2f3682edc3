// What an account looked like some time ago. Kiwoom's lists and balances are known to lie for half a minute and more after a
// big order (kiwoom-wire 4.14, 4.18); with these books a server can do the same, and to the won.

import type { EpochMs } from '#domain/units.ts';
import type {
  AccountId,
  CashView,
  ExchangeApi,
  ExchangeEvent,
  ExchangeFill,
  ExchangeOrder,
  FundsView,
  HoldingView,
  PositionView,
} from '#exchange/contract.ts';

interface Balance {
  readonly at: EpochMs;
  readonly cash: CashView;
  readonly funds: FundsView;
  readonly holdings: readonly HoldingView[];
  readonly positions: readonly PositionView[];
}

/** Balances older than this are forgotten, in exchange time: no lag is longer. */
const MEMORY_MS = 600_000;

/** Remembers balances as they change; orders and fills carry their times themselves. */
export class LaggedBooks {
  readonly #exchange: ExchangeApi;
  readonly #balances = new Map<AccountId, Balance[]>();

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
    for (const account of exchange.accounts()) this.#remember(account);
  }

  /** Shown every event of the exchange. */
  see(event: ExchangeEvent): void {
    if (event.type === 'balance-notice') this.#remember(event.account);
    else if (event.type === 'order-notice') this.#remember(event.order.account);
  }

  /** The exchange with orders, fills, cash and holdings as they were `lagMs` of exchange time ago; all else is of now. */
  view(lagMs: number): ExchangeApi {
    const exchange = this.#exchange;
    const asOf = exchange.now - lagMs;
    const old: Partial<ExchangeApi> = {
      orders: (account, date) => ordersAsOf(exchange, account, date, asOf),
      fills: (account, date) => exchange.fills(account, date).filter(({ at }) => at <= asOf),
      cash: (account) => this.#balanceAt(account, asOf)?.cash ?? exchange.cash(account),
      funds: (account) => this.#balanceAt(account, asOf)?.funds ?? exchange.funds(account),
      holdings: (account) => this.#balanceAt(account, asOf)?.holdings ?? exchange.holdings(account),
      positions: (account) => this.#balanceAt(account, asOf)?.positions ?? exchange.positions(account),
    };
    return new Proxy(exchange, {
      get(target, name) {
        if (Object.hasOwn(old, name)) return Reflect.get(old, name);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #remember(account: AccountId): void {
    const exchange = this.#exchange;
    const balances = this.#balances.get(account) ?? [];
    this.#balances.set(account, balances);
    balances.push({
      at: exchange.now,
      cash: exchange.cash(account),
      funds: exchange.funds(account),
      holdings: exchange.holdings(account),
      positions: exchange.positions(account),
    });
    // The one before the horizon still says how things stood there.
    while (balances.length > 1 && balances[1]!.at < exchange.now - MEMORY_MS) balances.shift();
  }

  #balanceAt(account: AccountId, at: EpochMs): Balance | undefined {
    const balances = this.#balances.get(account) ?? [];
    return balances.findLast((balance) => balance.at <= at) ?? balances[0];
  }
}

/** Orders received by then, with what they had filled by then. */
function ordersAsOf(
  exchange: ExchangeApi,
  account: AccountId,
  date: Parameters<ExchangeApi['orders']>[1],
  asOf: EpochMs,
): readonly ExchangeOrder[] {
  const orders = exchange.orders(account, date);
  const fills = exchange.fills(account, date);
  const since = orders.filter(({ receivedAt }) => receivedAt > asOf);
  return orders
    .filter(({ receivedAt }) => receivedAt <= asOf)
    .map((order) => {
      const later = fills.filter(({ orderNo, at }) => orderNo === order.orderNo && at > asOf);
      const changed = since.some(({ originalOrderNo }) => originalOrderNo === order.orderNo);
      return later.length === 0 && !changed ? order : orderBefore(order, later);
    });
}

/** The order without its later fills and changes: it was still working. */
function orderBefore(order: ExchangeOrder, later: readonly ExchangeFill[]): ExchangeOrder {
  const sum = (of: (fill: ExchangeFill) => number): number =>
    later.reduce((total, fill) => total + of(fill), 0);
  const filled = order.filled - sum(({ quantity }) => quantity);
  return {
    ...order,
    filled,
    filledAmount: order.filledAmount - sum(({ price, quantity }) => price * quantity),
    commission: order.commission - sum(({ commission }) => commission),
    tax: order.tax - sum(({ tax }) => tax),
    remaining: order.quantity - filled,
    status: 'working',
  };
}
