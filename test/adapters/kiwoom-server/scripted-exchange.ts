// An exchange that does what a test tells it: orders rest until `fill` is called, prices stand still. It keeps the contract's
// life of an order (accepted, filled, cancel accepted, confirmed, original closed) and nothing of a market.

import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { commissionFor } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { kstMidnight, kstMoment, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { buyingPower, fundsOf } from '#exchange/accounts/margin/margin-power.ts';
import type {
  AccountApi,
  CashView,
  DayTotalsView,
  ExchangeApi,
  ExchangeEvent,
  ExchangeFill,
  ExchangeOrder,
  FundsView,
  HoldingState,
  HoldingView,
  IndexApi,
  MarketApi,
  MarketVenue,
  NewOrder,
  OrderApi,
  ParticipantsApi,
  RealisedDay,
  Rejection,
  RejectionCode,
} from '#exchange/contract.ts';

export const SAMSUNG: Instrument = {
  symbol: '005930',
  name: '삼성전자',
  market: 'KOSPI',
  kind: 'stock',
  leverage: 1,
};
export const TODAY: TradeDate = '2026-11-20';
export const YESTERDAY: TradeDate = '2026-11-19';
export const ACCOUNT = '5001234510';

const CASH: CashView = {
  today: 17_534,
  d1: 17_450,
  d2: 12_550,
  d1Buy: 48_240,
  d1Sell: 48_156,
  d2Buy: 4_900,
  d2Sell: 0,
  reserved: 0,
  orderable: 12_550,
};
const FUNDS: FundsView = fundsOf({
  cash: CASH,
  margin: CASH.d1Buy + CASH.d2Buy,
  reserved: { own: 0, margin: 0, loan: 0 },
  substitutes: 0,
  loans: 0,
  loanInterest: 0,
  sharesOnLoans: 0,
  policy: 'full',
});

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class ScriptedExchange implements ExchangeApi {
  now: EpochMs = kstMoment(TODAY, '100000');
  tradeDate = TODAY;
  phase: ExchangeApi['phase'] = 'continuous';
  /** The next submit, modify or cancel is rejected with this. */
  rejectNext: RejectionCode | null = null;
  last = 60_700;
  /** Daily bars of index 001, in hundredths of a point. */
  indexBarsNow: Bar[] = [];
  /** True when the instrument is on NXT, too. */
  hasNxt = false;
  holdingsNow: HoldingView[] = [];
  realisedDays: RealisedDay[] = [];
  trades: BrokerDayTrade[] = [];
  minuteBarsNow: Bar[] = [];
  dailyBarsNow: Bar[] = [
    {
      symbol: '005930',
      period: '1d',
      start: kstMidnight(YESTERDAY),
      open: 60_000,
      high: 61_000,
      low: 59_900,
      close: 60_300,
      volume: 1_000,
    },
    {
      symbol: '005930',
      period: '1d',
      start: kstMidnight(TODAY),
      open: 60_100,
      high: 60_800,
      low: 60_000,
      close: 60_700,
      volume: 500,
    },
  ];
  ticksNow: { at: EpochMs; price: number; quantity: number }[] = [];
  readonly #orders: Mutable<ExchangeOrder>[] = [];
  readonly #fills: ExchangeFill[] = [];
  readonly #listeners = new Set<(event: ExchangeEvent) => void>();

  advanceTo(at: EpochMs): void {
    this.now = Math.max(this.now, at);
  }

  listen(listener: (event: ExchangeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: ExchangeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  phaseOf(venue: MarketVenue): ExchangeApi['phase'] {
    return venue === 'KRX' ? this.phase : 'closed';
  }

  readonly market: MarketApi = {
    instruments: () => [SAMSUNG],
    adjustments: () => [],
    day: (symbol, venue = 'KRX') => {
      if (symbol !== SAMSUNG.symbol || (venue === 'NXT' && !this.hasNxt)) return null;
      return {
        instrument: SAMSUNG,
        reference: { base: 60_300, upperLimit: 78_300, lowerLimit: 42_300, warning: 'none' },
        venue,
        stage: this.phaseOf(venue),
        open: 60_100,
        openAt: kstMoment(TODAY, '090010'),
        lastAt: this.now,
        high: 60_800,
        low: 60_000,
        close: this.last,
        last: this.last,
        lastQuantity: 3,
        volume: 500,
        value: 30_300_000,
        listedShares: 5_969_782_550,
      };
    },
    book: (symbol) => {
      if (symbol !== SAMSUNG.symbol) return null;
      return {
        asks: [
          { price: 60_700, quantity: 120 },
          { price: 60_800, quantity: 30 },
        ],
        bids: [{ price: 60_300, quantity: 50 }],
        totalAsk: 150,
        totalBid: 50,
        expectedPrice: null,
        expectedQuantity: null,
        mid: null,
      };
    },
    fixedBook: () => null,
    afterHours: () => null,
    dailyBars: (_symbol, venue = 'KRX') => (venue === 'NXT' ? [] : this.dailyBarsNow),
    minuteBars: (_symbol, venue = 'KRX') => (venue === 'NXT' ? [] : this.minuteBarsNow),
    ticks: (_symbol, venue = 'KRX') =>
      venue === 'NXT' ? [] : this.ticksNow.map((tick) => ({ ...tick, side: 0 })),
    volumeSince: () => 0,
    tickDates: () => [this.tradeDate],
    netAssets: () => null,
    netAssetDays: () => [],
    listingOf: (symbol) => {
      const facts = { sector: null, listedOn: null, isInKospi200: true, designations: [] };
      return symbol === SAMSUNG.symbol ? { ...facts, isOnNxt: this.hasNxt } : null;
    },
    halt: (symbol) => this.emit({ type: 'halt', at: this.now, symbol, state: 'halted' }),
    release: (symbol) => this.emit({ type: 'halt', at: this.now, symbol, state: 'released' }),
  };

  readonly indices: IndexApi = {
    names: [{ code: '001', name: '종합(KOSPI)' }],
    value: (code) => (code === '001' ? (this.indexBarsNow.at(-1)?.close ?? null) : null),
    dailyBars: (code) => (code === '001' ? this.indexBarsNow : []),
    minuteBars: () => [],
    members: (code) => (code === '001' ? [SAMSUNG.symbol] : []),
  };

  readonly participants: ParticipantsApi = {
    today: () => null,
    days: () => [],
    foreignHoldings: () => [],
  };

  readonly orders: OrderApi = {
    submit: (account, order) => {
      const rejection = this.#takeRejection();
      if (rejection !== null) return rejection;
      const made = this.#add(account, order, 'new', null);
      this.#notify('accepted', made, null);
      return { ok: true, orderNo: made.orderNo, rootOrderNo: made.orderNo, quantity: made.quantity };
    },
    modify: (account, orderNo, quantity, price) => {
      const rejection = this.#takeRejection();
      if (rejection !== null) return rejection;
      const original = this.order(orderNo);
      original.status = 'replaced';
      const terms = { ...original, quantity, pricing: { type: 'limit', price } } as const;
      const made = this.#add(account, terms, 'modify', original);
      this.#notify('accepted', made, null);
      this.#notify('confirmed', made, null);
      return { ok: true, orderNo: made.orderNo, rootOrderNo: made.rootOrderNo, quantity };
    },
    cancel: (account, orderNo, quantity) => {
      const rejection = this.#takeRejection();
      if (rejection !== null) return rejection;
      const original = this.order(orderNo);
      const cancelled = quantity === 0 ? original.remaining : quantity;
      const made = this.#add(account, { ...original, quantity: cancelled }, 'cancel', original);
      this.#notify('accepted', made, null);
      made.remaining = 0;
      made.status = 'done';
      original.remaining = 0;
      original.status = 'cancelled';
      this.#notify('confirmed', made, null);
      this.#notify('closed', original, null);
      return { ok: true, orderNo: made.orderNo, rootOrderNo: made.rootOrderNo, quantity: cancelled };
    },
    of: (account, date) => (date === TODAY ? this.#orders.filter((order) => order.account === account) : []),
    fillsOf: (account, date) =>
      date === TODAY ? this.#fills.filter((fill) => fill.account === account) : [],
  };

  /** Always the same cash and the holdings of the test, with nothing tied, borrowed or gone by. */
  readonly accounts: AccountApi = {
    ids: () => [ACCOUNT],
    cash: () => CASH,
    holdings: () => this.holdingsNow,
    orderable: (_account, _symbol, price) => ({
      quantity: Math.floor(63_380 / (price ?? 78_300)),
      amount: 63_380,
    }),
    realised: (_account, from, to) => this.realisedDays.filter((day) => from <= day.date && day.date <= to),
    dayTrades: () => this.trades,
    funds: () => FUNDS,
    positions: () =>
      this.holdingsNow.map((holding) => ({
        ...holding,
        loanDate: null,
        loanDue: null,
        loan: 0,
        loanInterest: 0,
        boughtYesterday: 0,
        soldYesterday: 0,
        settled: holding.quantity,
      })),
    buyingPower: (account, symbol, price) => {
      const power = buyingPower(SAMSUNG, price ?? 78_300, FUNDS, 150);
      return { ...power, rate: 100, unborrowed: this.accounts.orderable(account, symbol, price) };
    },
    commissionOf: (_account, amount) => commissionFor(amount, 150),
    proceedsOf: (_account, _symbol, amount) => amount,
    accountDays: (account, from, to) => {
      if (from > TODAY || to < TODAY) return [];
      const { today, d1, d2 } = CASH;
      const nothing = { substitutes: 0, loans: 0, deposits: 0, withdrawals: 0, sharesIn: 0 };
      const positions = this.accounts.positions(account);
      const totals = this.trades.map(totalsOf);
      return [{ date: TODAY, cash: { today, d1, d2 }, positions, totals, sales: [], ...nothing }];
    },
    journal: () => [],
    deposit: () => {
      throw new Error('this account is scripted');
    },
    withdraw: () => false,
    setMarginPolicy: () => {
      throw new Error('this account is scripted');
    },
    marginRate: () => 100,
    loanGrade: () => null,
    substitutePrice: () => 0,
  };

  /** Fills a part of an order, with its notices. */
  fill(orderNo: string, price: number, quantity: number): void {
    const order = this.order(orderNo);
    order.remaining -= quantity;
    order.filled += quantity;
    order.filledAmount += price * quantity;
    if (order.remaining === 0) order.status = 'filled';
    const fill: ExchangeFill = {
      account: order.account,
      orderNo,
      venue: order.routedTo,
      fillNo: String(7_000 + this.#fills.length),
      symbol: order.symbol,
      side: order.side,
      price,
      quantity,
      commission: 0,
      tax: 0,
      at: this.now,
      tradeDate: TODAY,
    };
    this.#fills.push(fill);
    this.#notify('filled', order, fill);
    const { account, symbol } = order;
    this.emit({ type: 'balance-notice', at: this.now, account, symbol, holding: this.#holding() });
  }

  order(orderNo: string): Mutable<ExchangeOrder> {
    return this.#orders.find((order) => order.orderNo === orderNo)!;
  }

  save(): unknown {
    return {};
  }

  #holding(): HoldingState {
    const nothing = { loanDate: null, loanDue: null, loan: 0, loanInterest: 0 };
    const none = { profit: 0, cost: 0 };
    const [one] = this.holdingsNow;
    return {
      ...nothing,
      quantity: one?.quantity ?? 0,
      sellable: one?.sellable ?? 0,
      cost: one?.cost ?? 0,
      netBought: (one?.boughtToday ?? 0) - (one?.soldToday ?? 0),
      realisedForCash: none,
      realisedOnCredit: none,
    };
  }

  #takeRejection(): Rejection | null {
    const code = this.rejectNext;
    this.rejectNext = null;
    return code === null ? null : { ok: false, code, limit: null, actual: null };
  }

  #add(
    account: string,
    order: NewOrder,
    action: ExchangeOrder['action'],
    original: ExchangeOrder | null,
  ): Mutable<ExchangeOrder> {
    const orderNo = String(this.#orders.length + 18);
    const made: Mutable<ExchangeOrder> = {
      account,
      orderNo,
      originalOrderNo: original?.orderNo ?? null,
      rootOrderNo: original?.rootOrderNo ?? orderNo,
      action,
      symbol: order.symbol,
      side: order.side,
      pricing: order.pricing,
      timeInForce: order.timeInForce,
      venue: order.venue ?? 'KRX',
      routedTo: order.venue === 'NXT' ? 'NXT' : 'KRX',
      price: order.pricing.type === 'limit' ? order.pricing.price : null,
      quantity: order.quantity,
      remaining: order.quantity,
      filled: 0,
      filledAmount: 0,
      commission: 0,
      tax: 0,
      receivedAt: this.now,
      status: 'working',
    };
    this.#orders.push(made);
    return made;
  }

  #notify(
    kind: 'accepted' | 'filled' | 'confirmed' | 'closed' | 'expired',
    order: ExchangeOrder,
    fill: ExchangeFill | null,
  ): void {
    this.emit({ type: 'order-notice', at: this.now, kind, order: { ...order }, fill });
  }
}

/** `count` one-minute bars of one day from 09:00, prices rising by one won a minute. */
export function minutes(date: TradeDate, count: number): Bar[] {
  return Array.from({ length: count }, (_, index) => {
    const open = 60_000 + index;
    const start = kstMoment(date, '0900') + index * MINUTE_MS;
    return {
      symbol: '005930',
      period: '1m',
      start,
      open,
      high: open + 2,
      low: open - 2,
      close: open + 1,
      volume: 10,
    };
  });
}

/** A day's trades as the account counts them, all their costs as tax. */
function totalsOf(trade: BrokerDayTrade): DayTotalsView {
  return {
    symbol: trade.symbol,
    onCredit: false,
    boughtQuantity: trade.buyQuantity,
    boughtAmount: trade.buyAmount,
    soldQuantity: trade.sellQuantity,
    soldAmount: trade.sellAmount,
    tax: trade.commissionAndTax,
    costOfSold: trade.sellAmount - trade.commissionAndTax - trade.profit,
    ...{ buyCommission: 0, sellCommission: 0, buyCommissionOfSold: 0, ruralTax: 0 },
    ...{ lent: 0, repaid: 0, interest: 0 },
  };
}
