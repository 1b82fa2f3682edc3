// Random days against a simple model of the same account. Whatever legally happens, the books agree with the model to the
// won, entries sum to nothing, and folding the stored records again gives the same books: a restart forgets nothing.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerAccount, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderSide, OrderStatus } from '#domain/order.ts';
import { entriesOfFill } from '#engine/entries.ts';
import { uncovered } from '#engine/filled-intervals.ts';
import { costOfSold, LedgerState } from '#engine/ledger-state.ts';
import { decodeRecord, encodeRecord } from '#engine/record-codec.ts';
import { MORNING, openingCash, sampleFill, sampleRequest } from '#test/adapters/sqlite/sample-records.ts';

const DAYS = [
  '2026-11-20',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-30',
];
const SYMBOLS = ['005930', '000660'];
const STRATEGIES = ['crossing', 'breakout'];
const OPENING_CASH = 100_000_000;

interface ModelOrder {
  readonly id: string;
  readonly symbol: string;
  readonly strategy: string;
  readonly side: OrderSide;
  readonly quantity: number;
  filled: number;
  open: boolean;
  /** Closed by a word of the broker that a fill does not take back. */
  ended: boolean;
}

/** What an account is, told without entries: shares and payments, and nothing derived. */
class Model {
  day = 0;
  nextId = 1;
  orders: ModelOrder[] = [];
  halted = false;
  readonly shares = new Map<string, number>();
  readonly payments: { readonly settlesOn: string; readonly won: number }[] = [
    { settlesOn: DAYS[0]!, won: OPENING_CASH },
  ];

  sharesOf(strategy: string, symbol: string): number {
    return this.shares.get(`${strategy} ${symbol}`) ?? 0;
  }

  paidBy(date: string): number {
    return this.payments.reduce((sum, { settlesOn, won }) => (settlesOn <= date ? sum + won : sum), 0);
  }
}

/** The books under test, and the records that made them. */
class Books {
  readonly state = new LedgerState();
  readonly records: LedgerRecord[] = [];

  constructor() {
    this.apply({ type: 'opened', at: MORNING, tradeDate: DAYS[0]!, entries: openingCash(OPENING_CASH) });
    this.apply({ type: 'day-opened', at: MORNING, tradeDate: DAYS[0]!, equity: OPENING_CASH });
  }

  apply(record: LedgerRecord): void {
    this.state.apply(record);
    this.records.push(record);
  }
}

type Command = fc.Command<Model, Books>;

/** A command that does nothing but `act` and then compares; `what` names it in a report. */
function command(
  what: string,
  act: (model: Model, books: Books) => void,
  check = (_model: Readonly<Model>) => true,
): Command {
  return {
    check,
    run: (model, books) => {
      act(model, books);
      compare(model, books);
    },
    toString: () => what,
  };
}

const intend = fc
  .record({
    symbol: fc.constantFrom(...SYMBOLS),
    strategy: fc.constantFrom(...STRATEGIES),
    side: fc.constantFrom('buy' as const, 'buy' as const, 'sell' as const),
    quantity: fc.integer({ min: 1, max: 40 }),
  })
  .map((wish) =>
    command(`intend ${wish.strategy} ${wish.side} ${wish.quantity} ${wish.symbol}`, (model, books) => {
      const tradeDate = DAYS[model.day]!;
      const id = `${tradeDate.replaceAll('-', '')}-${String(model.nextId++).padStart(6, '0')}`;
      model.orders.push({ id, ...wish, filled: 0, open: true, ended: false });
      books.apply({
        type: 'order-intended',
        at: MORNING,
        request: sampleRequest({ id, ...wish, tradeDate }),
      });
    }),
  );

const change = fc
  .tuple(fc.nat(), fc.constantFrom<OrderStatus>('acknowledged', 'unknown', 'working'))
  .map(([pick, status]) =>
    command(
      `order ${pick} becomes ${status}`,
      (model, books) => {
        const order = openOrder(model, pick)!;
        books.apply({
          type: 'order-changed',
          at: MORNING,
          orderId: order.id,
          status,
          brokerOrderNo: `b${order.id}`,
          note: '',
        });
      },
      (model) => (openOrder(model, pick)?.filled ?? 1) === 0,
    ),
  );

const end = fc
  .tuple(fc.nat(), fc.constantFrom<OrderStatus>('cancelled', 'expired', 'rejected', 'absent'))
  .map(([pick, status]) =>
    command(
      `order ${pick} ends ${status}`,
      (model, books) => {
        const order = openOrder(model, pick)!;
        order.open = false;
        order.ended = status === 'cancelled' || status === 'expired';
        books.apply({
          type: 'order-changed',
          at: MORNING,
          orderId: order.id,
          status,
          brokerOrderNo: null,
          note: '',
        });
      },
      (model) => {
        const order = openOrder(model, pick);
        return order !== undefined && (order.filled === 0 || status === 'cancelled' || status === 'expired');
      },
    ),
  );

const fill = fc
  .record({
    pick: fc.nat(),
    shares: fc.integer({ min: 1, max: 40 }),
    price: fc.integer({ min: 1, max: 90_000 }),
    last: fc.boolean(),
  })
  .map(({ pick, shares, price, last }) =>
    command(
      `order ${pick} fills ${shares} at ${price}${last ? ', the last of its shares first' : ''}`,
      (model, books) => fillOrder(model, books, fillable(model, pick)!, { shares, price, last }),
      (model) => fillable(model, pick) !== undefined,
    ),
  );

const nextDay = fc.constant(
  command(
    'the next day',
    (model, books) => {
      model.day++;
      model.orders = model.orders.filter((order) => order.open);
      books.apply({ type: 'day-opened', at: MORNING, tradeDate: DAYS[model.day]!, equity: books.state.cash });
    },
    (model) => model.day < DAYS.length - 3,
  ),
);

const dividend = fc.integer({ min: 1, max: 100_000 }).map((won) =>
  command(`a dividend of ${won}`, (model, books) => {
    const tradeDate = DAYS[model.day]!;
    model.payments.push({ settlesOn: tradeDate, won });
    const entries = openingCash(won).map((entry) =>
      entry.settlesOn === null ? entry : { ...entry, settlesOn: tradeDate },
    );
    books.apply({ type: 'adjusted', at: MORNING, tradeDate, reason: 'dividend', entries });
  }),
);

const halt = fc.boolean().map((halted) =>
  command(halted ? 'halt' : 'resume', (model, books) => {
    model.halted = halted;
    books.apply({ type: halted ? 'halted' : 'resumed', at: MORNING, scope: 'all', reason: 'asked for' });
  }),
);

test('any legal sequence of orders, fills, days and halts keeps the books right', () => {
  const kinds = [intend, intend, change, fill, fill, fill, end, nextDay, dividend, halt];
  fc.assert(
    fc.property(fc.commands(kinds, { maxCommands: 60, size: 'max' }), (commands) => {
      const model = new Model();
      const books = new Books();
      fc.modelRun(() => ({ model, real: books }), commands);
      expectSameAfterRestart(books);
      expectBalanced(model, books);
    }),
    { numRuns: 200 },
  );
});

function fillOrder(
  model: Model,
  books: Books,
  order: ModelOrder,
  { shares, price, last }: { readonly shares: number; readonly price: number; readonly last: boolean },
): void {
  const gaps = uncovered(books.state.orders.get(order.id).filledIntervals, 0, order.quantity);
  const gap = gaps.at(last ? -1 : 0)!;
  const held = order.side === 'sell' ? model.sharesOf(order.strategy, order.symbol) : shares;
  const quantity = Math.min(shares, gap.to - gap.from, held);
  const from = last ? gap.to - quantity : gap.from;
  const amount = quantity * price;
  const isSale = order.side === 'sell';
  const settlesOn = DAYS[model.day + 2]!;
  const execution = sampleFill({
    orderId: order.id,
    strategy: order.strategy,
    symbol: order.symbol,
    side: order.side,
    quantity,
    amount,
    commission: Math.floor(amount / 7_000),
    tax: isSale ? Math.floor(amount / 500) : 0,
    tradeDate: DAYS[model.day]!,
    settlesOn,
  });

  const position = `${order.strategy} ${order.symbol}`;
  model.shares.set(position, (model.shares.get(position) ?? 0) + (isSale ? -quantity : quantity));
  model.payments.push({ settlesOn, won: (isSale ? amount : -amount) - execution.commission - execution.tax });
  order.filled += quantity;
  order.open = order.filled < order.quantity && !order.ended;

  const cost = isSale ? costOfSold(books.state.position(order.symbol), quantity) : 0;
  books.apply({
    type: 'filled',
    at: MORNING,
    fill: execution,
    from,
    to: from + quantity,
    entries: entriesOfFill(execution, cost),
  });
}

function compare(model: Model, { state }: Books): void {
  const today = DAYS[model.day]!;
  for (const date of DAYS.slice(model.day)) expect(state.cashSettledBy(date)).toBe(model.paidBy(date));
  expect(state.cash).toBe(model.paidBy(DAYS.at(-1)!));
  expect(state.tradeDate).toBe(today);
  expect(state.haltReason !== null).toBe(model.halted);
  for (const symbol of SYMBOLS) {
    const own = STRATEGIES.map((strategy) => model.sharesOf(strategy, symbol));
    expect(state.held(symbol)).toBe(own.reduce((sum, shares) => sum + shares));
    expect(STRATEGIES.map((strategy) => state.own(strategy, symbol)?.quantity ?? 0)).toEqual(own);
    const open = model.orders.filter((order) => order.open && order.symbol === symbol);
    expect(
      state.orders
        .openIn(symbol)
        .map((order) => order.request.id)
        .sort(),
    ).toEqual(open.map((order) => order.id).sort());
  }
  const progress = model.orders.map(({ id, filled }) => [id, filled]);
  expect([...state.orders.all()].map((order) => [order.request.id, order.filledQuantity])).toEqual(progress);
}

/** Everything that can be asked of the books. */
function everythingIn(state: LedgerState) {
  return {
    ...state,
    orders: [...state.orders.all()],
    open: SYMBOLS.map((symbol) => state.orders.openIn(symbol)),
    byNumber: [...state.orders.all()].map((order) => state.orders.findByBrokerNo(order.brokerOrderNo ?? '')),
    positions: [...state.positions()],
    own: SYMBOLS.map((symbol) => STRATEGIES.map((strategy) => state.own(strategy, symbol))),
    amounts: SYMBOLS.map((symbol) => state.dayAmounts(symbol)),
    settled: DAYS.map((date) => state.cashSettledBy(date)),
  };
}

function expectSameAfterRestart({ state, records }: Books): void {
  const restarted = new LedgerState();
  for (const record of records) restarted.apply(decodeRecord(encodeRecord(record)));
  expect(everythingIn(restarted)).toEqual(everythingIn(state));
}

/** The identities of double entry, from the records alone: cash and cost are what the accounts say. */
function expectBalanced(model: Model, { state, records }: Books): void {
  const totals = new Map<LedgerAccount, number>();
  for (const record of records) {
    if (!('entries' in record)) continue;
    for (const { account, amount } of record.entries)
      totals.set(account, (totals.get(account) ?? 0) + amount);
  }
  const total = (account: LedgerAccount) => totals.get(account) ?? 0;
  const cost = [...state.positions().values()].reduce((sum, position) => sum + position.cost, 0);
  expect([...totals.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
  expect(total('cash')).toBe(state.cash);
  expect(total('position')).toBe(cost);
  expect(-total('equity') - total('realised') - total('commission') - total('tax')).toBe(state.cash + cost);
  expect(model.payments.reduce((sum, { won }) => sum + won, 0)).toBe(state.cash);
}

function openOrder(model: Readonly<Model>, pick: number): ModelOrder | undefined {
  const open = model.orders.filter((order) => order.open);
  return open[pick % Math.max(1, open.length)];
}

/** An order with shares left, open or not (late notices come), that could fill: a sale needs shares of its strategy. */
function fillable(model: Readonly<Model>, pick: number): ModelOrder | undefined {
  const candidates = model.orders.filter(({ filled, quantity, side, strategy, symbol }) => {
    return filled < quantity && (side === 'buy' || model.sharesOf(strategy, symbol) > 0);
  });
  return candidates[pick % Math.max(1, candidates.length)];
}
