// W5: the matching core of the embedded exchange. Orders sent into one book by hand (rest, take, cancel, auctions), and a whole
// day of an exchange with its market model, both markets, bars and account, told to one listener.

import { tickTable } from '../src/domain/tick.ts';
import { kstMoment } from '../src/domain/time.ts';
import { BookOrder } from '../src/exchange/book/book-side.ts';
import { OrderBook } from '../src/exchange/book/order-book.ts';
import { PriceLadder } from '../src/exchange/book/price-ladder.ts';
import { createExchange } from '../src/exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '../src/exchange/market/listing.ts';
import { percentile, print, seconds, summary } from './lib/measure.ts';

const RUNS = 5;
const ORDERS = 1_000_000;
const DAY = '2026-11-23';
const INSTRUMENTS = 200;
const ACCOUNT = '5012345678';
/** Orders of an account in the second measurement. */
const OWN_ORDERS = 20_000;

export function benchMatching(): void {
  print(`\nW5  the exchange, ${RUNS} runs`);
  report(`book alone, ${ORDERS.toLocaleString('en-US')} orders`, 'orders', () => ({
    count: ORDERS,
    taken: seconds(sendOrders),
  }));
  report(`orders of an account, ${OWN_ORDERS.toLocaleString('en-US')} in and out`, 'orders', ownOrders);
  benchDay();
}

function report(
  name: string,
  what: string,
  run: () => { readonly count: number; readonly taken: number },
): void {
  const rates: number[] = [];
  for (let i = -1; i < RUNS; i++) {
    const { count, taken } = run();
    if (i >= 0) rates.push(count / 1e6 / taken);
  }
  print(
    `    ${name.padEnd(44)} ${summary(rates, 3)} M ${what}/s, p50 ${(1 / percentile(rates, 0.5)).toFixed(2)} µs`,
  );
}

/** A book that orders walk up and down: two of three rest, one takes, and every tenth that rests is withdrawn. */
function sendOrders(): void {
  const { instrument } = DEFAULT_LISTINGS[0]!;
  const ladder = new PriceLadder(tickTable(instrument, DAY), { lowerLimit: 49_700, upperLimit: 92_300 });
  let traded = 0;
  const book = new OrderBook<string>(ladder, {
    matched: (_maker, _taker, _price, quantity) => {
      traded += quantity;
    },
    allotted: () => undefined,
  });
  const middle = ladder.indexOf(71_000) ?? 0;
  let waiting: BookOrder<string> | null = null;
  for (let no = 1; no <= ORDERS; no++) {
    const side = no % 2 === 0 ? 'buy' : 'sell';
    const order = new BookOrder<string>(no, side, null, 10 + (no % 7));
    const away = (no * 7) % 10;
    const centre = middle + Math.floor(20 * Math.sin(no / 5_000));
    const index = side === 'buy' ? centre - away : centre + away;
    book.match(order, index);
    if (order.remaining > 0) book.rest(order, index);
    if (no % 10 === 0) {
      if (waiting !== null && waiting.home !== null) book.remove(waiting);
      waiting = order;
    }
  }
  if (traded === 0) throw new Error('nothing was traded');
}

/** An account's limit orders into a running market, each cancelled again: reservations, records and notices included. */
function ownOrders(): { readonly count: number; readonly taken: number } {
  const exchange = createExchange({
    seed: 1,
    firstTradingDay: DAY,
    historyDays: 0,
    accounts: [{ id: ACCOUNT, cash: 1_000_000_000_000 }],
  });
  exchange.advanceTo(kstMoment(DAY, '1000'));
  let notices = 0;
  exchange.listen((event) => {
    if (event.type === 'order-notice') notices++;
  });
  const bid = exchange.market.book('005930')?.bids[3]?.price ?? 0;
  const taken = seconds(() => {
    for (let i = 0; i < OWN_ORDERS / 2; i++) {
      const answer = exchange.orders.submit(ACCOUNT, {
        symbol: '005930',
        side: 'buy',
        quantity: 1,
        pricing: { type: 'limit', price: bid },
        timeInForce: 'day',
      });
      if (answer.ok) exchange.orders.cancel(ACCOUNT, answer.orderNo, 0);
    }
  });
  if (notices < OWN_ORDERS) throw new Error('orders were rejected');
  return { count: OWN_ORDERS, taken };
}

function benchDay(): void {
  const listings: Listing[] = Array.from({ length: INSTRUMENTS }, (_, index) => {
    const model = DEFAULT_LISTINGS[index % DEFAULT_LISTINGS.length]!;
    return { ...model, instrument: { ...model.instrument, symbol: String(100_000 + index) } };
  });
  const exchange = createExchange({ seed: 1, firstTradingDay: DAY, historyDays: 0, listings, accounts: [] });
  let events = 0;
  let trades = 0;
  exchange.listen(({ type }) => {
    events++;
    if (type === 'trade') trades++;
  });
  const before = process.cpuUsage();
  const taken = seconds(() => exchange.advanceTo(kstMoment(DAY, '210000')));
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1e6).toFixed(1);
  const rate = (events / 1e6 / taken).toFixed(2);
  const [all, traded] = [events, trades].map((count) => (count / 1e6).toFixed(1));
  print(
    `    a day of ${INSTRUMENTS} instruments, KRX and NXT       ${taken.toFixed(1)} s (${cpu} s of processor time): ${all} M events (${traded} M trades), ${rate} M events/s`,
  );
}
