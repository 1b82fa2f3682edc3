// Whatever happens to accounts (orders, fills in parts, modifies and cancels, margin, loans, cash in and out, days passing, sales
// by the broker), their TRs agree to the won, no account sees another's, and no won, share or loan comes from nowhere.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactDate } from '#domain/time.ts';
import type { ExchangeOrder, NewOrder } from '#exchange/contract.ts';
import { disagreements, IDENTITIES } from './account-agreement.ts';
import { AccountServer } from './account-server.ts';
import { INSTRUMENTS, PaperExchange, type PaperOpening } from './paper-exchange.ts';

const SYMBOLS = INSTRUMENTS.map(({ symbol }) => symbol);
const OPENINGS: readonly PaperOpening[] = [
  { id: '5000000001', cash: 30_000_000 },
  { id: '5000000002', cash: 5_000_000, margin: 'by-instrument' },
  { id: '5000000003', cash: 0, holdings: [{ symbol: '005930', quantity: 300, cost: 14_000_001 }] },
];

/** The questions name 20,000 won, which is below the upper limit of a day after this one. */
const LOWEST = 16_000;

/** Trading days after which a loan is past its term, any holidays counted. */
const LOAN_TERM = 66;

const KINDS = [
  ...(['buy', 'sell', 'buy on credit', 'repay', 'repay one'] as const),
  ...(['fill', 'modify', 'cancel', 'pay', 'day', 'slump', 'term'] as const),
] as const;

/** No day is lived after this one: the calendar ends with 2027, and answers look some days and a loan's term ahead. */
const LAST_DAY = '2027-09-01';

const action = fc.record({
  account: fc.constantFrom(...OPENINGS.map(({ id }) => id)),
  kind: fc.constantFrom(...KINDS),
  symbol: fc.constantFrom(...SYMBOLS),
  price: fc.integer({ min: 35_000, max: 65_000 }),
  /** How much of what is possible; above 1 it is not. */
  share: fc.double({ min: 0.01, max: 1.1, noNaN: true }),
  /** Whether a new order is filled at once, as far as `share` says. */
  isFilled: fc.boolean(),
  pick: fc.nat(30),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

function run(exchange: PaperExchange, { account, kind, symbol, price, share, isFilled, pick }: Action): void {
  const open = exchange.orders.of(account, exchange.tradeDate).filter(({ status }) => status === 'working');
  const target = open[pick % Math.max(1, open.length)];
  const part = target === undefined ? 0 : Math.max(1, Math.floor(target.remaining * Math.min(1, share)));
  if (kind === 'day') live(exchange, 1, share);
  else if (kind === 'slump') {
    for (const one of SYMBOLS) exchange.setPrice(one, LOWEST);
    live(exchange, 3, share);
  } else if (kind === 'term') live(exchange, pick % 4 === 0 ? LOAN_TERM : 3, share);
  else if (kind === 'pay') pay(exchange, account, Math.ceil(share * 3_000_000), pick % 2 === 0);
  else if (kind === 'fill' && target !== undefined) fill(exchange, account, target, price, part);
  else if (kind === 'modify' && target !== undefined)
    exchange.orders.modify(account, target.orderNo, part, price);
  else if (kind === 'cancel' && target !== undefined) exchange.orders.cancel(account, target.orderNo, part);
  else {
    const order = newOrder(exchange, account, kind, symbol, price, share);
    const answer = order === null ? null : exchange.orders.submit(account, order);
    if (answer?.ok !== true || !isFilled) return;
    const made = exchange.orders.of(account, exchange.tradeDate).at(-1)!;
    fill(exchange, account, made, price, Math.max(1, Math.floor(made.quantity * Math.min(1, share))));
  }
}

/** Days pass, on each of which the broker sells what it must; `share` of it finds a buyer. */
function live(exchange: PaperExchange, days: number, share: number): void {
  for (let day = 0; day < days && exchange.tradeDate < LAST_DAY; day++) {
    exchange.nextDay();
    exchange.sellForced(Math.min(1, share));
  }
}

function newOrder(
  exchange: PaperExchange,
  account: string,
  kind: Action['kind'],
  symbol: string,
  price: number,
  share: number,
): NewOrder | null {
  const power = exchange.accounts.buyingPower(account, symbol, price);
  const lines = exchange.accounts.positions(account).filter((one) => one.symbol === symbol);
  const [cash, loan] = [true, false].map((isCash) =>
    lines.find(({ loanDate }) => (loanDate === null) === isCash),
  );
  const some = (quantity = 0) => Math.floor(quantity * share);
  const order = { symbol, pricing: { type: 'limit', price }, timeInForce: 'day' } as const;
  const orders: Partial<Record<Action['kind'], NewOrder>> = {
    buy: { ...order, side: 'buy', quantity: some(power.byRate[power.rate].quantity) },
    sell: { ...order, side: 'sell', quantity: some(cash?.sellable) },
    'buy on credit': {
      ...order,
      side: 'buy',
      quantity: some(power.onCredit?.withFees.quantity),
      credit: { loanDate: null },
    },
    repay: { ...order, side: 'sell', quantity: some(loan?.sellable), credit: { loanDate: null } },
    'repay one': {
      ...order,
      side: 'sell',
      quantity: some(loan?.sellable),
      credit: { loanDate: loan?.loanDate ?? null },
    },
  };
  const made = orders[kind];
  return made === undefined || made.quantity === 0 ? null : made;
}

function fill(
  exchange: PaperExchange,
  account: string,
  order: ExchangeOrder,
  price: number,
  quantity: number,
): void {
  const at = 'price' in order.pricing ? order.pricing.price : price;
  exchange.setPrice(order.symbol, at);
  exchange.fill(account, order.orderNo, at, quantity);
}

function pay(exchange: PaperExchange, account: string, amount: number, isIn: boolean): void {
  if (isIn) exchange.accounts.deposit(account, amount);
  else exchange.accounts.withdraw(account, amount);
}

function expectAgreement(exchange: PaperExchange): void {
  const server = new AccountServer(exchange.api);
  for (const { id } of OPENINGS) {
    const answers = server.answers(id, compactDate(exchange.tradeDate));
    expect(disagreements(answers), `account ${id}`).toEqual([]);
  }
  server.core.dispose();
}

/** What an account has is what it began with and all that came and went since. */
function expectConserved(exchange: PaperExchange, { id, cash, holdings = [] }: PaperOpening): void {
  const days = exchange.accounts.accountDays(id, '0000-01-01', exchange.tradeDate);
  const fills = days.flatMap(({ date }) => exchange.orders.fillsOf(id, date));
  for (const symbol of SYMBOLS) {
    const moved = total(
      fills.filter((fill) => fill.symbol === symbol),
      ({ side, quantity }) => (side === 'buy' ? quantity : -quantity),
    );
    const first = holdings.find((one) => one.symbol === symbol)?.quantity ?? 0;
    const held = exchange.accounts.positions(id).filter((one) => one.symbol === symbol);
    expect(total(held, ({ quantity }) => quantity)).toBe(first + moved);
  }
  const rows = days.flatMap(({ totals }) => totals);
  const funds = exchange.accounts.funds(id);
  expect(funds.loans).toBe(total(rows, ({ lent, repaid }) => lent - repaid));
  const traded = total(fills, ({ side, price, quantity, commission, tax }) => {
    const amount = price * quantity;
    return (side === 'buy' ? -amount : amount) - commission - tax;
  });
  const paid = total(days, ({ deposits, withdrawals }) => deposits - withdrawals);
  const fees = exchange.accounts
    .journal(id, '0000-01-01', exchange.tradeDate)
    .filter(({ kind }) => kind === 'late-fee');
  expect(funds.d2).toBe(
    paid +
      traded +
      funds.loans -
      total(rows, ({ interest }) => interest) +
      total(fees, ({ amount }) => amount),
  );
  expect(days[0]?.deposits).toBeGreaterThanOrEqual(cash);
}

function total<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + amount(row), 0);
}

describe('the account TRs', () => {
  it('agree to the won after any sequence of orders, fills, payments and days', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 10, maxLength: 80, size: 'max' }), (actions) => {
        const exchange = new PaperExchange(OPENINGS);
        for (const one of actions) {
          run(exchange, one);
          exchange.audit();
        }
        expectAgreement(exchange);
        for (const opening of OPENINGS) expectConserved(exchange, opening);
        exchange.nextDay();
        expectAgreement(exchange);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('are told apart by the table: a figure that is off by a won is named', () => {
    const exchange = new PaperExchange(OPENINGS);
    const answers = new AccountServer(exchange.api).answers('5000000001', compactDate(exchange.tradeDate));
    const top = answers.top.bind(answers);
    answers.top = (id, element, fields) =>
      top(id, element, fields) + (id === 'kt00005' && element === 'entr_d2' ? 1 : 0);
    expect(disagreements(answers)).toEqual([expect.stringContaining('cash the day after')]);
    expect(IDENTITIES.length).toBeGreaterThan(30);
  });
});
