// Real-time types of instruments: 0A, 0B, 0C, 0D, 0E, 0H, 0g and 1h, the members of the guide's tables 432–480 from the
// exchange's state at the moment of an event. Members that need more than this exchange knows are blank.

import type { EpochMs, Price, SymbolCode } from '#domain/units.ts';
import type {
  Book,
  ExchangeApi,
  ExchangeEvent,
  FixedBook,
  InstrumentDay,
  MarketVenue,
  TradingHours,
} from '#exchange/contract.ts';
import {
  clockDigits,
  directed,
  directionCode,
  hundredMillions,
  millions,
  percent,
  signed,
  signedPercent,
} from '../formats.ts';
import { type MarketMemory, marketMemory } from '../market/market-memory.ts';
import { bookOf, type MarketView } from '../market/market-view.ts';
import { KIND_NAMES } from '../trs/rankings/interruptions.ts';
import {
  ASK_FIDS,
  BID_FIDS,
  expected,
  levels,
  NO_SHARES,
  NOT_PEGGED,
  PROVIDER_MEMBERS,
  pegged,
  shareOf,
  totals,
} from './book-members.ts';
import { dayAt } from './day-at-trade.ts';
import { type Member, valuesText } from './values-text.ts';

type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;
type InterruptionEvent = Extract<ExchangeEvent, { type: 'volatility-interruption' }>;

/** FID 290. */
const HOURS_CODES: Readonly<Record<TradingHours, string>> = { before: '1', regular: '2', after: '3' };

/** What was last told of one instrument on one view. */
interface Told {
  book: Book | null;
  /** Best quotes as 0C wrote them. */
  quotes: string;
  /** The best quotes 0A last told, and the volume then. */
  idleQuotes: string;
  idleVolume: number;
  /** Totals of the fixed-price session, as 0E told them. */
  overtime: FixedBook | null;
}

/** Writes `values` of market frames as JSON text: it is the hot path of a server with clients. */
export class MarketFrames {
  readonly #exchange: ExchangeApi;
  readonly #memory: MarketMemory;
  readonly #told: Readonly<Record<MarketView, Map<SymbolCode, Told>>> = {
    KRX: new Map(),
    NXT: new Map(),
    ALL: new Map(),
  };

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
    this.#memory = marketMemory(exchange);
  }

  /** 0B: one trade. FID 15 is positive for a buyer who came, negative for a seller, unsigned in auctions. */
  trade(event: TradeEvent, day: InstrumentDay, view: MarketView): string {
    const { reference } = day;
    const { base } = reference;
    const { symbol, price, quantity, aggressor } = event;
    const book = bookOf(this.#exchange, symbol, view);
    const flow = this.#memory.flow(symbol, view);
    const past = this.#memory.past(symbol, view);
    const quantitySign = aggressor === null ? '' : aggressor === 'buy' ? '+' : '-';
    const change = price - base;
    const { volume, value, open, high, low } = dayAt(this.#exchange, event, day, view);
    const moment = (at: EpochMs | null) => (at === null ? '' : clockDigits(at));
    return valuesText([
      ['20', clockDigits(event.at)],
      ['10', directed(price, base)],
      ['11', signed(change)],
      ['12', signedPercent(change, base)],
      ['27', directed(book?.asks[0]?.price ?? null, base)],
      ['28', directed(book?.bids[0]?.price ?? null, base)],
      ['15', `${quantitySign}${quantity}`],
      ['13', String(volume)],
      ['14', millions(value)],
      ['16', directed(open, base)],
      ['17', directed(high, base)],
      ['18', directed(low, base)],
      ['25', directionCode(price, reference)],
      ['26', signed(volume - past.volume)],
      ['29', signed(value - past.value)],
      ['30', signedPercent(volume - past.volume, past.volume)],
      ['31', percent(volume, day.listedShares)],
      ['32', ''],
      ['228', percent(flow.bought, flow.sold)],
      ['311', hundredMillions(price, day.listedShares)],
      ['290', HOURS_CODES[event.hours]],
      ['691', '0'],
      ['567', limitMoment(flow.highAt, flow.high === reference.upperLimit)],
      ['568', limitMoment(flow.lowAt, flow.low === reference.lowerLimit)],
      ['851', ''],
      ['1890', moment(flow.openAt)],
      ['1891', moment(flow.highAt)],
      ['1892', moment(flow.lowAt)],
      ['1030', String(flow.sold)],
      ['1031', String(flow.bought)],
      ['1032', percent(flow.bought, flow.bought + flow.sold)],
      ['1071', String(flow.sells)],
      ['1072', String(flow.buys)],
      ['1313', String(price * quantity)],
      ['1315', aggressor === 'sell' ? String(quantity) : '0'],
      ['1316', aggressor === 'buy' ? String(quantity) : '0'],
      ['1314', signed(flow.bought - flow.sold)],
      ['1497', ''],
      ['1498', ''],
      ['620', volume === 0 ? '' : String(Math.trunc(value / volume))],
      ['732', ''],
      ['852', ''],
      ['9081', event.venue === 'NXT' ? '2' : '1'],
    ]);
  }

  /** 0A: the best quotes have moved and nobody has traded since they were told; null while that is not so. */
  idle(symbol: SymbolCode, day: InstrumentDay, book: Book, view: MarketView): string | null {
    const told = this.#toldOf(symbol, view);
    const { reference, last } = day;
    const { base } = reference;
    const quotes = quoteMembers(book, base);
    const key = `${quotes[0]![1]}|${quotes[1]![1]}`;
    const isIdle = told.idleQuotes !== '' && told.idleQuotes !== key && told.idleVolume === day.volume;
    told.idleQuotes = key;
    told.idleVolume = day.volume;
    if (!isIdle) return null;
    const flow = this.#memory.flow(symbol, view);
    const past = this.#memory.past(symbol, view);
    const price = last ?? base;
    const change = price - base;
    return valuesText([
      ['10', directed(price, base)],
      ['11', signed(change)],
      ['12', signedPercent(change, base)],
      ...quotes,
      ['13', String(day.volume)],
      ['14', millions(day.value)],
      ['16', directed(day.open, base)],
      ['17', directed(day.high, base)],
      ['18', directed(day.low, base)],
      ['25', directionCode(last, reference)],
      ['26', signed(day.volume - past.volume)],
      ['29', signed(day.value - past.value)],
      ['30', signedPercent(day.volume - past.volume, past.volume)],
      ['31', percent(day.volume, day.listedShares)],
      ['32', ''],
      ['311', hundredMillions(price, day.listedShares)],
      ['567', limitMoment(flow.highAt, flow.high === reference.upperLimit)],
      ['568', limitMoment(flow.lowAt, flow.low === reference.lowerLimit)],
    ]);
  }

  /** 0C: the best quotes; null while they are what they were. */
  quote(symbol: SymbolCode, day: InstrumentDay, book: Book, view: MarketView): string | null {
    const told = this.#toldOf(symbol, view);
    const values = valuesText(quoteMembers(book, day.reference.base));
    if (told.quotes === values) return null;
    told.quotes = values;
    return values;
  }

  /** 0D: ten levels a side with the change of each since the book told before. */
  book(symbol: SymbolCode, day: InstrumentDay, book: Book, view: MarketView, at: EpochMs): string {
    const { base } = day.reference;
    const told = this.#toldOf(symbol, view);
    const before = told.book;
    told.book = book;
    const [venues, tail] = this.#venueMembers(symbol, book, before, view, base);
    return valuesText(
      [
        ['21', clockDigits(at)],
        ...levels(ASK_FIDS, book.asks, before?.asks, base),
        ...levels(BID_FIDS, book.bids, before?.bids, base),
        ...totals(book, before),
        ...expected(day, book),
        ['13', String(day.volume)],
        ['299', percent(book.expectedQuantity ?? 0, this.#memory.past(symbol, view).volume)],
        ['215', ''],
        ['216', ''],
        ...venues,
      ],
      tail,
    );
  }

  /** The members of 0D that tell markets apart, and the text of those that are zero. */
  #venueMembers(
    symbol: SymbolCode,
    book: Book,
    before: Book | null,
    view: MarketView,
    base: Price,
  ): readonly [members: readonly Member[], tail: string] {
    if (view !== 'ALL') {
      const other = view === 'KRX' ? 'NXT' : 'KRX';
      return [pegged(view, book, before, base), PROVIDER_MEMBERS + NO_SHARES + NOT_PEGGED[other]];
    }
    const members = (['KRX', 'NXT'] as const).flatMap((venue) => {
      const own = this.#exchange.market.book(symbol, venue);
      return [...shareOf(venue, own, book), ...pegged(venue, own, null, base)];
    });
    return [members, PROVIDER_MEMBERS];
  }

  /** 0H: where the auction being held would clear; null outside auctions and while it would not. */
  expectation(day: InstrumentDay, book: Book, at: EpochMs): string | null {
    const { expectedPrice: price, expectedQuantity } = book;
    if (price === null) return null;
    const { base } = day.reference;
    return valuesText([
      ['20', clockDigits(at)],
      ['10', directed(price, base)],
      ['11', signed(price - base)],
      ['12', signedPercent(price - base, base)],
      ['15', signed(price < base ? -(expectedQuantity ?? 0) : (expectedQuantity ?? 0))],
      ['13', String(day.volume)],
      ['25', directionCode(price, day.reference)],
    ]);
  }

  /**
   * 0E: orders that wait in the fixed-price session of a market; null outside, and while they are what they were. Those of the ten-minute
   * auctions after it are a book, which 0D tells of (ka10087 keeps both apart, too).
   */
  overtime(symbol: SymbolCode, venue: MarketVenue, at: EpochMs): string | null {
    const told = this.#toldOf(symbol, venue);
    const now = this.#exchange.market.fixedBook(symbol, venue);
    const before = told.overtime;
    told.overtime = now;
    if (now === null) return null;
    if (before?.totalAsk === now.totalAsk && before.totalBid === now.totalBid) return null;
    return valuesText([
      ['21', clockDigits(at)],
      ['131', String(now.totalAsk)],
      ['132', signed(now.totalAsk - (before ?? now).totalAsk)],
      ['135', String(now.totalBid)],
      ['136', signed(now.totalBid - (before ?? now).totalBid)],
    ]);
  }

  /** 0g: what the day of an instrument is built on. */
  reference({ reference }: InstrumentDay): string {
    const { base, upperLimit, lowerLimit } = reference;
    return valuesText([
      ['297', ''],
      ['592', ' '],
      ['593', ' '],
      ['305', directed(upperLimit, base)],
      ['306', directed(lowerLimit, base)],
      ['307', String(base)],
      ['689', ''],
      ['594', ''],
      ['382', ''],
      ['370', ''],
    ]);
  }

  /** 1h: a volatility interruption begins or ends, in the words of its beginning. Its end is not told before it came. */
  interruption(event: InterruptionEvent, day: InstrumentDay): string {
    const begun = this.#memory.interruptions().findLast(({ released }) => released === event)?.triggered;
    const { price, kind, staticReference, dynamicReference } = begun ?? event;
    const isStatic = kind !== 'dynamic';
    const isDynamic = kind !== 'static';
    const isUp = price > (isStatic ? staticReference : dynamicReference);
    const gap = (from: number) => signedPercent(price - from, from);
    return valuesText([
      ['9001', event.symbol],
      ['302', day.instrument.name],
      ['13', String(day.volume)],
      ['14', millions(day.value)],
      ['9068', event.state === 'triggered' ? '1' : '2'],
      ['9008', day.instrument.market === 'KOSDAQ' ? '101' : '001'],
      ['9075', '1'],
      ['1221', String(price)],
      ['1223', clockDigits((begun ?? event).at)],
      ['1224', event.state === 'released' ? clockDigits(event.releaseAt) : '000000'],
      ['1225', KIND_NAMES[kind]],
      ['1236', isStatic ? String(staticReference) : '0'],
      ['1237', isDynamic ? String(dynamicReference) : '0'],
      ['1238', isStatic ? gap(staticReference) : '0.00'],
      ['1239', isDynamic ? gap(dynamicReference) : '0.00'],
      ['1489', gap(day.reference.base)],
      ['1490', String(event.count)],
      ['9069', isUp ? '1' : '2'],
      ['1279', `${isUp ? '+' : '-'}${KIND_NAMES[kind]}`],
    ]);
  }

  #toldOf(symbol: SymbolCode, view: MarketView): Told {
    const known = this.#told[view].get(symbol);
    if (known !== undefined) return known;
    const told: Told = { book: null, quotes: '', idleQuotes: '', idleVolume: 0, overtime: null };
    this.#told[view].set(symbol, told);
    return told;
  }
}

function quoteMembers(book: Book, base: number): readonly Member[] {
  return [
    ['27', directed(book.asks[0]?.price ?? null, base)],
    ['28', directed(book.bids[0]?.price ?? null, base)],
  ];
}

/** FIDs 567 and 568: when a limit was first traded; zeros while it was not. */
function limitMoment(at: EpochMs | null, isLimit: boolean): string {
  return isLimit && at !== null ? clockDigits(at) : '000000';
}
