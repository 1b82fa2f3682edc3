// What an account looked like some time ago. Kiwoom's lists and balances are known to lie for half a minute and more after a
// big order (kiwoom-wire 4.14, 4.18); with these books a server can do the same, and to the won.

import type { EpochMs, TradeDate } from '#domain/units.ts';
import type {
  AccountId,
  CashView,
  ExchangeApi,
  ExchangeEvent,
  ExchangeFill,
  ExchangeOrder,
  FundsView,
  HoldingView,
  OrderApi,
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
    for (const account of exchange.accounts.ids()) this.#remember(account);
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
    const { orders, accounts } = exchange;
    return overlaid(exchange, {
      orders: overlaid(orders, {
        of: (account, date) => ordersAsOf(orders, account, date, asOf),
        fillsOf: (account, date) => orders.fillsOf(account, date).filter(({ at }) => at <= asOf),
      }),
      accounts: overlaid(accounts, {
        cash: (account) => this.#balanceAt(account, asOf)?.cash ?? accounts.cash(account),
        funds: (account) => this.#balanceAt(account, asOf)?.funds ?? accounts.funds(account),
        holdings: (account) => this.#balanceAt(account, asOf)?.holdings ?? accounts.holdings(account),
        positions: (account) => this.#balanceAt(account, asOf)?.positions ?? accounts.positions(account),
      }),
    });
  }

  #remember(account: AccountId): void {
    const { now, accounts } = this.#exchange;
    const balances = this.#balances.get(account) ?? [];
    this.#balances.set(account, balances);
    balances.push({
      at: now,
      cash: accounts.cash(account),
      funds: accounts.funds(account),
      holdings: accounts.holdings(account),
      positions: accounts.positions(account),
    });
    // The one before the horizon still says how things stood there.
    while (balances.length > 1 && balances[1]!.at < now - MEMORY_MS) balances.shift();
  }

  #balanceAt(account: AccountId, at: EpochMs): Balance | undefined {
    const balances = this.#balances.get(account) ?? [];
    return balances.findLast((balance) => balance.at <= at) ?? balances[0];
  }
}

/** The same object with some members replaced. */
function overlaid<T extends object>(object: T, members: Partial<T>): T {
  return new Proxy(object, {
    get(target, name) {
      if (Object.hasOwn(members, name)) return Reflect.get(members, name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Orders received by then, with what they had filled by then. */
function ordersAsOf(
  desk: OrderApi,
  account: AccountId,
  date: TradeDate,
  asOf: EpochMs,
): readonly ExchangeOrder[] {
  const orders = desk.of(account, date);
  const fills = desk.fillsOf(account, date);
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
