// A broker on paper: an account told without entries and orders without a life of their own, just enough to say what a
// broker would say. Tests hold the engine's books against it.

import { assert } from '#domain/assert.ts';
import type { BrokerOrder, BrokerSnapshot, OrderNotice, SnapshotOccasion } from '#domain/broker-event.ts';
import { commissionFor, MOCK_COSTS, sellTax, sellTaxRates } from '#domain/costs.ts';
import type { OrderSide } from '#domain/order.ts';
import type { EpochMs } from '#domain/units.ts';

/** One order as the broker keeps it. `price` null means a market order. */
export interface PaperOrder {
  readonly no: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: number;
  readonly price: number | null;
  readonly orderedAt: EpochMs;
  filled: number;
  amount: number;
  tax: number;
  remaining: number;
}

interface Paper {
  quantity: number;
  cost: number;
  price: number;
}

export class PaperBroker {
  readonly orders: PaperOrder[] = [];
  /** False: the lists name no won and no tax of an order, as the broker's own often do not. */
  namesAmounts = true;
  /** Won once everything settled. */
  cash: number;
  tradeDate: string;
  readonly #holdings = new Map<string, Paper>();
  readonly #amounts = new Map<string, number>();
  #number = 7000;
  #fillNumber = 100;

  constructor(
    tradeDate: string,
    cash: number,
    holdings: Readonly<Record<string, readonly [quantity: number, price: number]>> = {},
  ) {
    this.tradeDate = tradeDate;
    this.cash = cash;
    for (const [symbol, [quantity, price]] of Object.entries(holdings)) {
      this.#holdings.set(symbol, { quantity, cost: quantity * price, price });
    }
  }

  held(symbol: string): number {
    return this.#holdings.get(symbol)?.quantity ?? 0;
  }

  cost(symbol: string): number {
    return this.#holdings.get(symbol)?.cost ?? 0;
  }

  order(no: string): PaperOrder {
    const order = this.orders.find((one) => one.no === no);
    assert(order !== undefined, `the paper broker has no order ${no}`);
    return order;
  }

  /** Takes an order and gives it the next number: 7001, 7002 … */
  take(
    wish: { readonly symbol: string; readonly side: OrderSide; readonly quantity: number },
    price: number | null,
    orderedAt: EpochMs,
  ): PaperOrder {
    const no = String(++this.#number);
    const { symbol, side, quantity } = wish;
    const order = { no, symbol, side, quantity, price, orderedAt, filled: 0, amount: 0, tax: 0 };
    const taken: PaperOrder = { ...order, remaining: quantity };
    this.orders.push(taken);
    return taken;
  }

  /** Fills `quantity` shares and returns the notice of it. */
  fill(no: string, quantity: number, price: number, at: EpochMs): OrderNotice {
    const order = this.order(no);
    assert(quantity > 0 && quantity <= order.remaining, `${quantity} of ${order.remaining} cannot be filled`);
    const amount = quantity * price;
    order.filled += quantity;
    order.amount += amount;
    order.remaining -= quantity;
    const tax = order.side === 'sell' ? sellTax(amount, this.#taxRates()) : 0;
    order.tax += tax;
    this.#move(order, quantity, price);
    this.cash += (order.side === 'buy' ? -amount : amount) - tax - this.#commission(order, amount);
    return this.notice(no, {
      kind: 'filled',
      at,
      fillNo: String(++this.#fillNumber),
      fillPrice: price,
      fillQuantity: quantity,
      cumulativeQuantity: order.filled,
      cumulativeAmount: order.amount,
    });
  }

  /** What is left of the order ends; by itself nobody is told. */
  end(no: string): void {
    this.order(no).remaining = 0;
  }

  /** A notice about the order as it stands, in parts as asked. */
  notice(no: string, parts: Partial<OrderNotice>): OrderNotice {
    const order = this.order(no);
    return {
      type: 'order-notice',
      at: order.orderedAt,
      occurredAt: parts.at ?? order.orderedAt,
      kind: 'accepted',
      action: 'new',
      brokerOrderNo: no,
      originalOrderNo: null,
      symbol: order.symbol,
      side: order.side,
      orderQuantity: order.quantity,
      orderPrice: order.price,
      remaining: order.remaining,
      fillNo: null,
      fillPrice: null,
      fillQuantity: null,
      cumulativeQuantity: null,
      cumulativeAmount: null,
      rejectReason: null,
      ...parts,
    };
  }

  /** The notice that a cancel of the order took effect. */
  cancelled(no: string, at: EpochMs): OrderNotice {
    this.end(no);
    const parts = { kind: 'confirmed', action: 'cancel', originalOrderNo: no, at } as const;
    return { ...this.notice(no, parts), brokerOrderNo: String(++this.#number) };
  }

  /** The next trading day: the lists of the day begin anew. */
  startDay(date: string): void {
    this.tradeDate = date;
    this.orders.length = 0;
    this.#amounts.clear();
  }

  snapshot(at: EpochMs, occasion: SnapshotOccasion, parts: Partial<BrokerSnapshot> = {}): BrokerSnapshot {
    const holdings = [...this.#holdings].map(([symbol, { quantity, cost, price }]) => {
      const value = quantity * price;
      return { symbol, name: symbol, quantity, sellable: quantity, cost, value, profit: value - cost, price };
    });
    const sum = (pick: 'cost' | 'value' | 'profit'): number =>
      holdings.reduce((total, holding) => total + holding[pick], 0);
    return {
      type: 'broker-snapshot',
      at,
      tradeDate: this.tradeDate,
      occasion,
      orders: this.orders.map((order) => this.#listed(order)),
      holdings,
      dayTrades: [],
      cash: this.cash,
      cashD1: this.cash,
      cashD2: this.cash,
      totalCost: sum('cost'),
      totalValue: sum('value'),
      totalProfit: sum('profit'),
      estimatedAssets: this.cash + sum('value'),
      realisedProfit: 0,
      commission: 0,
      tax: 0,
      ...parts,
    };
  }

  #listed(order: PaperOrder): BrokerOrder {
    const { no, symbol, side, quantity, price, filled, remaining, orderedAt } = order;
    return {
      brokerOrderNo: no,
      originalOrderNo: null,
      symbol,
      side,
      quantity,
      price,
      filled,
      filledAmount: this.namesAmounts ? order.amount : null,
      tax: this.namesAmounts ? order.tax : null,
      remaining,
      action: 'new',
      orderedAt,
    };
  }

  #move({ symbol, side }: PaperOrder, quantity: number, price: number): void {
    const holding = this.#holdings.get(symbol) ?? { quantity: 0, cost: 0, price };
    this.#holdings.set(symbol, holding);
    holding.price = price;
    if (side === 'buy') {
      holding.quantity += quantity;
      holding.cost += quantity * price;
      return;
    }
    assert(quantity <= holding.quantity, `${quantity} of ${holding.quantity} shares cannot be sold`);
    holding.cost -=
      quantity === holding.quantity ? holding.cost : Math.floor((holding.cost * quantity) / holding.quantity);
    holding.quantity -= quantity;
    if (holding.quantity === 0) this.#holdings.delete(symbol);
  }

  /** The day's commission of an instrument and side is cut once, so each fill pays what it adds. */
  #commission({ symbol, side }: PaperOrder, amount: number): number {
    const key = `${symbol} ${side}`;
    const before = this.#amounts.get(key) ?? 0;
    this.#amounts.set(key, before + amount);
    const { commissionPpm } = MOCK_COSTS;
    return commissionFor(before + amount, commissionPpm) - commissionFor(before, commissionPpm);
  }

  #taxRates(): ReturnType<typeof sellTaxRates> {
    return sellTaxRates('KOSPI', 'stock', this.tradeDate);
  }
}
