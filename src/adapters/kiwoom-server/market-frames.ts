// Real-time market types 0B, 0C, 0D, 0J and 0s: the members of the guide's tables 432–471 from the exchange's state at the
// moment of an event. Members that need more than this exchange knows are blank, as in the guide's own examples.

import { type SessionPhase, sessionHours } from '#domain/session.ts';
import { kstDate } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { Book, ExchangeApi, ExchangeEvent, InstrumentDay } from '#exchange/contract.ts';
import { ASK_FIDS, BID_FIDS, expected, levels, totals, UNUSED_BOOK_MEMBERS } from './book-members.ts';
import {
  clockDigits,
  directed,
  directedIndex,
  directionCode,
  hundredMillions,
  millions,
  percent,
  signed,
  signedPercent,
  spanDigits,
} from './formats.ts';
import { valuesText } from './values-text.ts';

type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;

/** Who came to whom today, counted from the trades this server saw. */
interface Flow {
  readonly date: TradeDate;
  bought: Quantity;
  sold: Quantity;
  buys: number;
  sells: number;
}

interface DayBefore {
  readonly date: TradeDate;
  readonly volume: Quantity;
  readonly value: Won;
}

interface IndexDay {
  readonly date: TradeDate;
  /** The last value of the day before, or today's first where none was seen. */
  readonly base: number;
  readonly open: number;
  high: number;
  low: number;
  last: number;
}

/** Writes `values` of market frames as JSON text: it is the hot path of a server with clients. Keeps what frames need beyond the exchange's present state: flows, and the book before. */
export class MarketFrames {
  readonly #exchange: ExchangeApi;
  readonly #flows = new Map<SymbolCode, Flow>();
  readonly #daysBefore = new Map<SymbolCode, DayBefore>();
  readonly #booksBefore = new Map<SymbolCode, Book>();
  readonly #quotesBefore = new Map<SymbolCode, string>();
  readonly #indexDays = new Map<string, IndexDay>();

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
  }

  /** Counts a trade; called for every trade, wanted or not. */
  seeTrade(event: TradeEvent): void {
    const flow = this.#flow(event.symbol);
    if (event.aggressor === 'buy') {
      flow.bought += event.quantity;
      flow.buys++;
    } else if (event.aggressor === 'sell') {
      flow.sold += event.quantity;
      flow.sells++;
    }
  }

  /** 0B: one trade. FID 15 is positive for a buyer who came, negative for a seller, unsigned in auctions. */
  trade(event: TradeEvent, day: InstrumentDay): string {
    const { reference } = day;
    const { base } = reference;
    const book = this.#exchange.book(event.symbol);
    const before = this.#dayBefore(event.symbol);
    const flow = this.#flow(event.symbol);
    const quantitySign = event.aggressor === null ? '' : event.aggressor === 'buy' ? '+' : '-';
    const change = event.price - base;
    return valuesText([
      ['20', clockDigits(event.at)],
      ['10', directed(event.price, base)],
      ['11', signed(change)],
      ['12', signedPercent(change, base)],
      ['27', directed(book?.asks[0]?.price ?? null, base)],
      ['28', directed(book?.bids[0]?.price ?? null, base)],
      ['15', `${quantitySign}${event.quantity}`],
      ['13', String(day.volume)],
      ['14', millions(day.value)],
      ['16', directed(day.open, base)],
      ['17', directed(day.high, base)],
      ['18', directed(day.low, base)],
      ['25', directionCode(event.price, reference)],
      ['26', signed(day.volume - before.volume)],
      ['29', signed(day.value - before.value)],
      ['30', signedPercent(day.volume - before.volume, before.volume)],
      ['31', percent(day.volume, day.listedShares)],
      ['32', ''],
      ['228', percent(flow.bought, flow.sold)],
      ['311', hundredMillions(event.price, day.listedShares)],
      ['290', '2'],
      ['691', '0'],
      ['567', '000000'],
      ['568', '000000'],
      ['851', ''],
      ['1890', ''],
      ['1891', ''],
      ['1892', ''],
      ['1030', String(flow.sold)],
      ['1031', String(flow.bought)],
      ['1032', percent(flow.bought, flow.bought + flow.sold)],
      ['1071', String(flow.sells)],
      ['1072', String(flow.buys)],
      ['1313', String(event.price * event.quantity)],
      ['1315', event.aggressor === 'sell' ? String(event.quantity) : '0'],
      ['1316', event.aggressor === 'buy' ? String(event.quantity) : '0'],
      ['1314', signed(flow.bought - flow.sold)],
      ['1497', ''],
      ['1498', ''],
      ['620', day.volume === 0 ? '' : String(Math.trunc(day.value / day.volume))],
      ['732', ''],
      ['852', ''],
      ['9081', '1'],
    ]);
  }

  /** 0C: the best quotes; null while they are what they were. */
  quote(symbol: SymbolCode, day: InstrumentDay, book: Book): string | null {
    const { base } = day.reference;
    const values = valuesText([
      ['27', directed(book.asks[0]?.price ?? null, base)],
      ['28', directed(book.bids[0]?.price ?? null, base)],
    ]);
    if (this.#quotesBefore.get(symbol) === values) return null;
    this.#quotesBefore.set(symbol, values);
    return values;
  }

  /** 0D: ten levels a side, totals, and the price an auction would clear at. Empty levels are `-0` with `0` (3.15c). */
  book(symbol: SymbolCode, day: InstrumentDay, book: Book, at: EpochMs): string {
    const before = this.#booksBefore.get(symbol) ?? null;
    this.#booksBefore.set(symbol, book);
    const { base } = day.reference;
    const change = day.volume - this.#dayBefore(symbol).volume;
    return valuesText(
      [
        ['21', clockDigits(at)],
        ...levels(ASK_FIDS, book.asks, before?.asks, base),
        ...levels(BID_FIDS, book.bids, before?.bids, base),
        ...totals(book, before),
        ...expected(day, book),
        ['13', String(day.volume)],
        ['299', percent(change, this.#dayBefore(symbol).volume)],
        ['215', ''],
        ['216', ''],
      ],
      UNUSED_BOOK_MEMBERS,
    );
  }

  /** 0J: an index in points with two decimals. Volumes of an index are not known here. */
  index(code: string, hundredths: number, at: EpochMs): string {
    const day = this.#indexDay(code, hundredths, at);
    const { base } = day;
    const change = hundredths - base;
    return valuesText([
      ['20', clockDigits(at)],
      ['10', directedIndex(hundredths, base)],
      ['11', `${change > 0 ? '+' : ''}${(change / 100).toFixed(2)}`],
      ['12', signedPercent(change, base)],
      ['15', ''],
      ['13', ''],
      ['14', ''],
      ['16', directedIndex(day.open, base)],
      ['17', directedIndex(day.high, base)],
      ['18', directedIndex(day.low, base)],
      ['25', change > 0 ? '2' : change < 0 ? '5' : '3'],
      ['26', ''],
    ]);
  }

  /** 0s: where the day stands now, and how long until it opens or closes. */
  session(): string {
    const { now, phase, tradeDate } = this.#exchange;
    const hours = sessionHours(tradeDate, 'KRX');
    const isBefore = now < hours.openAt;
    const until = isBefore ? hours.openAt - now : phase === 'closing-auction' ? hours.closeAt - now : 0;
    return valuesText([
      ['215', sessionCode(phase, isBefore)],
      ['20', clockDigits(now)],
      ['214', spanDigits(until)],
    ]);
  }

  #flow(symbol: SymbolCode): Flow {
    const date = this.#exchange.tradeDate;
    let flow = this.#flows.get(symbol);
    if (flow === undefined || flow.date !== date) {
      flow = { date, bought: 0, sold: 0, buys: 0, sells: 0 };
      this.#flows.set(symbol, flow);
    }
    return flow;
  }

  #dayBefore(symbol: SymbolCode): DayBefore {
    const date = this.#exchange.tradeDate;
    const known = this.#daysBefore.get(symbol);
    if (known?.date === date) return known;
    const bar = this.#exchange.dailyBars(symbol).findLast((one) => kstDate(one.start) < date);
    const volume = bar?.volume ?? 0;
    // Bars keep no value; the middle price stands in.
    const value =
      bar === undefined ? 0 : Math.round((bar.open + bar.high + bar.low + bar.close) / 4) * volume;
    const before = { date, volume, value };
    this.#daysBefore.set(symbol, before);
    return before;
  }

  #indexDay(code: string, hundredths: number, at: EpochMs): IndexDay {
    const date = kstDate(at);
    let day = this.#indexDays.get(code);
    if (day === undefined || day.date !== date) {
      const base = day?.last ?? hundredths;
      day = { date, base, open: hundredths, high: hundredths, low: hundredths, last: hundredths };
      this.#indexDays.set(code, day);
    }
    day.high = Math.max(day.high, hundredths);
    day.low = Math.min(day.low, hundredths);
    day.last = hundredths;
    return day;
  }
}

/** FID 215: the guide's 0 and 3, NXT's P and U; 2, 4, 9 and c as the older API knew them (kiwoom-wire 3.16). */
function sessionCode(phase: SessionPhase, isBeforeOpen: boolean): string {
  switch (phase) {
    case 'opening-auction':
      return '0';
    case 'continuous':
      return '3';
    case 'closing-auction':
      return '2';
    case 'post-close':
      return '4';
    case 'after-hours':
      return 'c';
    case 'pre-market':
      return 'P';
    case 'after-market-auction':
      return 'T';
    case 'after-market':
      return 'U';
    case 'break':
    case 'closed':
      return isBeforeOpen ? '0' : '9';
  }
}
