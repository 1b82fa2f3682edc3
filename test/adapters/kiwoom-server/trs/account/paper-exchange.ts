// Accounts without a market: the real books behind the real account TRs, with prices, fills and days as a test wants them. Orders
// wait until `fill`; nothing trades by itself.

import type { Bar } from '#domain/bar.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { kstMoment } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { AccountBook } from '#exchange/accounts/account.ts';
import { AccountViews } from '#exchange/accounts/account-views.ts';
import type {
  Accepted,
  ExchangeApi,
  ExchangeFill,
  ExchangeOrder,
  MarginPolicy,
  NewOrder,
  OrderApi,
  Rejection,
} from '#exchange/contract.ts';

export const INSTRUMENTS: readonly Instrument[] = [
  { symbol: '005930', name: '삼성전자', market: 'KOSPI', kind: 'stock', leverage: 1 },
  { symbol: '247540', name: '에코프로비엠', market: 'KOSDAQ', kind: 'stock', leverage: 1 },
  { symbol: '069500', name: 'KODEX 200', market: 'KOSPI', kind: 'etf', leverage: 1 },
];
export const FIRST_DAY: TradeDate = '2026-11-23';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type PaperOrder = Mutable<ExchangeOrder>;

interface PaperAccount {
  readonly book: AccountBook;
  readonly orders: Map<TradeDate, PaperOrder[]>;
  readonly fills: Map<TradeDate, ExchangeFill[]>;
}

/** An account at the beginning. */
export interface PaperOpening {
  readonly id: string;
  readonly cash: number;
  readonly margin?: MarginPolicy;
  readonly holdings?: readonly {
    readonly symbol: SymbolCode;
    readonly quantity: Quantity;
    readonly cost: number;
  }[];
}

export class PaperExchange {
  tradeDate = FIRST_DAY;
  now = kstMoment(FIRST_DAY, '100000');
  readonly phase = 'continuous';
  readonly accounts: AccountViews;
  readonly #accounts: ReadonlyMap<string, PaperAccount>;
  readonly #last: Map<SymbolCode, Price>;
  readonly #base: Map<SymbolCode, Price>;
  readonly #bars = new Map<SymbolCode, Bar[]>();
  #number = 0;

  constructor(openings: readonly PaperOpening[]) {
    const last = new Map(INSTRUMENTS.map(({ symbol }) => [symbol, 50_000]));
    const base = new Map(last);
    const accounts = new Map(openings.map((opening) => [opening.id, openPaper(opening)]));
    this.accounts = new AccountViews({
      accounts,
      quote: (symbol) => {
        const instrument = INSTRUMENTS.find((one) => one.symbol === symbol);
        const close = base.get(symbol) ?? 0;
        return (
          instrument && { instrument, last: last.get(symbol) ?? 0, base: close, upperLimit: close * 1.3 }
        );
      },
      adjustments: () => [],
      dailyBars: (symbol) => this.#bars.get(symbol) ?? [],
    });
    this.#accounts = accounts;
    this.#last = last;
    this.#base = base;
  }

  /** As the server takes it: what is asked of the market alone is not here. */
  get api(): ExchangeApi {
    return this as unknown as ExchangeApi;
  }

  listen(): () => void {
    return () => undefined;
  }

  /** What the server asks of the market when it answers for accounts. */
  readonly market = {
    instruments: () => INSTRUMENTS,
    day: (symbol: SymbolCode) => {
      const instrument = INSTRUMENTS.find((one) => one.symbol === symbol);
      if (instrument === undefined) return null;
      const base = this.#base.get(symbol) ?? 0;
      const reference = { base, upperLimit: base * 1.3, lowerLimit: base * 0.7, warning: 'none' };
      return { instrument, reference, last: this.#last.get(symbol) ?? base };
    },
    /** One share on each side, a hundred won from the last price. */
    book: (symbol: SymbolCode) => {
      const last = this.#last.get(symbol) ?? 0;
      return { asks: [{ price: last + 100, quantity: 1 }], bids: [{ price: last - 100, quantity: 1 }] };
    },
  };

  readonly orders: OrderApi = {
    submit: (id, request) => this.#submit(id, request),
    modify: (id, orderNo, quantity, price) => this.#modify(id, orderNo, quantity, price),
    cancel: (id, orderNo, quantity) => this.#cancel(id, orderNo, quantity),
    of: (id, date) => this.#of(id).orders.get(date) ?? [],
    fillsOf: (id, date) => this.#of(id).fills.get(date) ?? [],
  };

  #submit(id: string, request: NewOrder): Accepted | Rejection {
    const { book } = this.#of(id);
    const opening = this.#opening(request, request.quantity);
    const refused = book.refusal(opening);
    if (refused !== null) return refused;
    const order = this.#add(id, request, null);
    book.open(order.orderNo, opening);
    return { ok: true, orderNo: order.orderNo, rootOrderNo: order.orderNo, quantity: order.quantity };
  }

  #modify(id: string, orderNo: string, quantity: Quantity, price: Price): Accepted | Rejection {
    const { book } = this.#of(id);
    const original = this.#working(id, orderNo);
    const request: NewOrder = { ...original, quantity, pricing: { type: 'limit', price } };
    const opening = this.#opening(request, quantity);
    const refused = book.refusalOfChange(orderNo, opening);
    if (refused !== null) return refused;
    this.#takeOut(id, original, quantity, 'replaced');
    const order = this.#add(id, request, original);
    book.open(order.orderNo, opening);
    return { ok: true, orderNo: order.orderNo, rootOrderNo: order.rootOrderNo, quantity };
  }

  #cancel(id: string, orderNo: string, quantity: Quantity): Accepted | Rejection {
    const original = this.#working(id, orderNo);
    const cancelled = quantity === 0 ? original.remaining : quantity;
    this.#takeOut(id, original, cancelled, 'cancelled');
    const order = this.#add(id, { ...original, quantity: cancelled }, original, 'cancel');
    order.remaining = 0;
    order.status = 'done';
    return { ok: true, orderNo: order.orderNo, rootOrderNo: order.rootOrderNo, quantity: cancelled };
  }

  /** Fills a part of a working order at a price. */
  fill(id: string, orderNo: string, price: Price, quantity: Quantity): void {
    const account = this.#of(id);
    const order = this.#working(id, orderNo);
    const { commission, tax } = account.book.fill(orderNo, price, quantity);
    order.remaining -= quantity;
    order.filled += quantity;
    order.filledAmount += price * quantity;
    order.commission += commission;
    order.tax += tax;
    if (order.remaining === 0) order.status = 'filled';
    const { symbol, side } = order;
    const fill = {
      account: id,
      orderNo,
      fillNo: String(++this.#number),
      venue: 'KRX',
      symbol,
      side,
    } as const;
    const fills = account.fills.get(this.tradeDate) ?? [];
    account.fills.set(this.tradeDate, fills);
    fills.push({ ...fill, price, quantity, commission, tax, at: this.now, tradeDate: this.tradeDate });
  }

  setPrice(symbol: SymbolCode, price: Price): void {
    this.#last.set(symbol, price);
  }

  /** What the broker sells of its own accord this morning trades at the last price, but for a part of the last order. */
  sellForced(share: number): void {
    for (const [id, { book }] of this.#accounts) {
      const sales = book.money.forcedSales(() => true);
      for (const [index, { instrument, loanDate, quantity, reason }] of sales.entries()) {
        const price = this.#last.get(instrument.symbol) ?? 0;
        const credit = loanDate === null ? {} : { credit: { loanDate } };
        const terms = { pricing: { type: 'market' }, timeInForce: 'day', ...credit } as const;
        const request = { symbol: instrument.symbol, side: 'sell', quantity, ...terms } as const;
        const order = this.#add(id, request, null);
        order.forced = reason;
        book.open(order.orderNo, this.#opening(request, quantity));
        const filled = index < sales.length - 1 ? quantity : Math.ceil(quantity * share);
        this.fill(id, order.orderNo, price, filled);
      }
    }
  }

  /** The day ends with its orders; the next trading day begins. */
  nextDay(): void {
    for (const [symbol, price] of this.#last) {
      const bars = this.#bars.get(symbol) ?? [];
      this.#bars.set(symbol, bars);
      const start = kstMoment(this.tradeDate, '090000');
      bars.push({
        symbol,
        period: '1d',
        start,
        open: price,
        high: price,
        low: price,
        close: price,
        volume: 1,
      });
      this.#base.set(symbol, price);
    }
    for (const [id, { book }] of this.#accounts) {
      for (const order of this.orders.of(id, this.tradeDate) as PaperOrder[]) {
        if (order.status !== 'working') continue;
        book.close(order.orderNo);
        order.status = 'expired';
        order.remaining = 0;
      }
    }
    this.tradeDate = krxCalendar.nextTradingDay(this.tradeDate);
    this.now = kstMoment(this.tradeDate, '100000');
    for (const { book } of this.#accounts.values()) book.startDay(this.tradeDate);
  }

  audit(): void {
    for (const { book } of this.#accounts.values()) book.audit();
  }

  #of(id: string): PaperAccount {
    return this.#accounts.get(id)!;
  }

  #working(id: string, orderNo: string): PaperOrder {
    return (this.orders.of(id, this.tradeDate) as PaperOrder[]).find((order) => order.orderNo === orderNo)!;
  }

  #takeOut(id: string, order: PaperOrder, quantity: Quantity, status: 'cancelled' | 'replaced'): void {
    this.#of(id).book.reduce(order.orderNo, quantity);
    order.remaining -= quantity;
    if (order.remaining === 0) order.status = status;
  }

  #opening({ symbol, side, pricing, credit }: NewOrder, quantity: Quantity) {
    const instrument = INSTRUMENTS.find((one) => one.symbol === symbol)!;
    const price = 'price' in pricing ? pricing.price : (this.#base.get(symbol) ?? 0) * 1.3;
    return { instrument, side, quantity, reservePrice: price, credit: credit ?? null };
  }

  #add(
    account: string,
    request: NewOrder,
    original: PaperOrder | null,
    action: ExchangeOrder['action'] = original === null ? 'new' : 'modify',
  ): PaperOrder {
    const orderNo = String(++this.#number);
    const { symbol, side, pricing, timeInForce, quantity, credit } = request;
    const order: PaperOrder = {
      ...{ account, orderNo, action, symbol, side, pricing, timeInForce, quantity },
      ...(credit === undefined ? {} : { credit }),
      ...{ originalOrderNo: original?.orderNo ?? null, rootOrderNo: original?.rootOrderNo ?? orderNo },
      ...({ venue: 'KRX', routedTo: 'KRX', price: 'price' in pricing ? pricing.price : null } as const),
      ...{ remaining: quantity, filled: 0, filledAmount: 0, commission: 0, tax: 0 },
      receivedAt: this.now,
      status: 'working',
    };
    const orders = this.#of(account).orders.get(this.tradeDate) ?? [];
    this.#of(account).orders.set(this.tradeDate, orders);
    orders.push(order);
    return order;
  }
}

function openPaper({ cash, margin = 'full', holdings = [] }: PaperOpening): PaperAccount {
  const opening = holdings.map(({ symbol, ...rest }) => ({
    instrument: INSTRUMENTS.find((one) => one.symbol === symbol)!,
    ...rest,
  }));
  const book = new AccountBook({ cash, costs: REAL_COSTS, tradeDate: FIRST_DAY, holdings: opening, margin });
  return { book, orders: new Map(), fills: new Map() };
}
