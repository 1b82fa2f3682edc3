// Notices of credit: which loan an execution takes or repays (922, 923), and the balance of each holding by itself (04).

import { describe, expect, it } from 'vitest';
import {
  balanceValues,
  type FrameValues,
  orderNoticeValues,
} from '#adapters/kiwoom-server/frames/notice-frames.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { OTHER, order, quietExchange, send } from '#test/exchange/quiet-market.ts';
import { ACCOUNT, DAY, listenTo, moment, NEXT_DAY, SAMSUNG } from '#test/exchange/support.ts';

/** Both accounts hold shares for cash; two loans of the one are of the first and of the second day. */
function withTwoLoans(): Exchange {
  const exchange = quietExchange('0930');
  trade(exchange, 'buy', 30, null);
  exchange.advanceTo(moment('0930', NEXT_DAY));
  trade(exchange, 'buy', 20, null);
  return exchange;
}

function trade(exchange: Exchange, side: 'buy' | 'sell', quantity: number, loanDate: string | null): void {
  const price = exchange.market.day(SAMSUNG.symbol)!.reference.base;
  send(exchange, OTHER, order(side === 'buy' ? 'sell' : 'buy', quantity, price));
  send(exchange, ACCOUNT, order(side, quantity, price, { credit: { loanDate } }));
}

function noticesOf(
  exchange: Exchange,
  cause: () => void,
): { orders: FrameValues[]; balances: FrameValues[] } {
  const events: ExchangeEvent[] = listenTo(exchange);
  cause();
  return {
    orders: events.flatMap((event) =>
      event.type === 'order-notice' && event.order.account === ACCOUNT
        ? [orderNoticeValues(exchange, event)]
        : [],
    ),
    balances: events.flatMap((event) =>
      event.type === 'balance-notice' && event.account === ACCOUNT ? [balanceValues(exchange, event)] : [],
    ),
  };
}

describe('00', () => {
  it('names the loan that a buy takes with its execution', () => {
    const exchange = quietExchange('0930');
    const { orders } = noticesOf(exchange, () => trade(exchange, 'buy', 10, null));
    expect(orders.map((values) => [values['913'], values['922'], values['923']])).toEqual([
      ['접수', '03', '00000000'],
      ['체결', '03', '20261123'],
    ]);
  });

  it.each([
    ['one loan', DAY, '20261123'],
    ['all loans', null, '00000000'],
  ])('of a sale of %s', (_what, loanDate, named) => {
    const exchange = withTwoLoans();
    const { orders } = noticesOf(exchange, () => trade(exchange, 'sell', 10, loanDate));
    expect(new Set(orders.map((values) => values['923']))).toEqual(new Set([named]));
  });

  it('has no loan for cash', () => {
    const exchange = quietExchange('0930');
    const price = exchange.market.day(SAMSUNG.symbol)!.reference.base;
    const { orders } = noticesOf(exchange, () => send(exchange, ACCOUNT, order('buy', 1, price)));
    expect(orders[0]).toMatchObject({ '922': '00', '923': '00000000' });
  });
});

describe('04', () => {
  it('is of the loan that was bought into, with what is owed and until when', () => {
    const exchange = withTwoLoans();
    const { balances } = noticesOf(exchange, () => trade(exchange, 'buy', 5, null));
    const loan = exchange.accounts.positions(ACCOUNT).find(({ loanDate }) => loanDate === NEXT_DAY)!;
    expect(balances).toHaveLength(1);
    expect(balances[0]).toMatchObject({
      ...{ '917': '03', '916': '20261124', '918': '20270222', '930': '25', '933': '25', '945': '25' },
      ...{ '957': String(loan.loan), '958': '0', '946': '2', '932': String(loan.cost) },
    });
  });

  it('comes for each loan that a sale repays, and tells cash from credit', () => {
    const exchange = withTwoLoans();
    const { balances } = noticesOf(exchange, () => trade(exchange, 'sell', 40, null));
    const [older, newer] = balances;
    expect(balances).toHaveLength(2);
    expect(older).toMatchObject({
      '916': '20261123',
      '930': '0',
      '945': '-30',
      '957': '0',
      '918': '00000000',
    });
    expect(newer).toMatchObject({ '916': '20261124', '930': '10', '945': '10', '918': '20270222' });
    const profit = exchange.accounts.realised(ACCOUNT, NEXT_DAY, NEXT_DAY)[0]!.profit;
    expect(newer).toMatchObject({ '950': String(profit), '990': '0', '991': '0.00', '992': String(profit) });
    expect(newer?.['993']).toMatch(/^-\d\.\d\d$/);
  });

  it('tells what was held after each execution of an order', () => {
    const exchange = quietExchange('0930');
    const { base } = exchange.market.day(SAMSUNG.symbol)!.reference;
    for (const price of [base, base + 500]) send(exchange, OTHER, order('sell', 10, price));
    const { balances } = noticesOf(exchange, () => send(exchange, ACCOUNT, order('buy', 20, base + 500)));
    expect(balances.map((values) => [values['930'], values['945']])).toEqual([
      ['1000010', '10'],
      ['1000020', '20'],
    ]);
  });

  it('of shares held with cash knows nothing of the loans', () => {
    const exchange = withTwoLoans();
    const price = exchange.market.day(SAMSUNG.symbol)!.reference.base;
    send(exchange, OTHER, order('sell', 7, price));
    const { balances } = noticesOf(exchange, () => send(exchange, ACCOUNT, order('buy', 7, price)));
    expect(balances).toHaveLength(1);
    expect(balances[0]).toMatchObject({
      '917': '00',
      '916': '00000000',
      '930': '1000007',
      '945': '7',
      '957': '0',
    });
  });
});
