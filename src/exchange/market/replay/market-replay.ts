// A day to be played from data: the prints of its auctions, what is traded in between, and what came after. Checked before it
// is played, because an exchange must not find out in the middle of a day that a price cannot be.

import type { Bar } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { PriceLimits } from '#domain/price-limit.ts';
import { NXT_FROM } from '#domain/session.ts';
import { floorToTick, isOnTick, stepTicks, type TickTable } from '#domain/tick.ts';
import { kstClockText, kstDate } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { placed, type Words } from '#domain/words.ts';

export type MarketDataErrorCode =
  /** A price that no order can have on that date, and no mid-price trade either. */
  | 'off-tick'
  /** A price beyond the daily limits around the base price. */
  | 'outside-limits'
  /** High and low do not hold open and close, or there are fewer shares than prices. */
  | 'impossible-bar'
  /** A minute in which KRX trades nothing. */
  | 'outside-session';

/** Data that cannot be played, with the bar it is about. */
export class MarketDataError extends Error {
  override readonly name = 'MarketDataError';
  readonly retryable = false;
  readonly code: MarketDataErrorCode;
  readonly symbol: SymbolCode;
  readonly bar: Bar;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: MarketDataErrorCode, bar: Bar, problem: Words) {
    const at = bar.period === '1d' ? '' : ` ${kstClockText(bar.start).slice(0, 5)}`;
    const text = placed(`${bar.symbol} ${kstDate(bar.start)}${at}`, problem);
    super(text.en);
    this.text = text;
    this.code = code;
    this.symbol = bar.symbol;
    this.bar = bar;
  }
}

/** Mid-price orders came to KRX on the day NXT opened (krx-rules 3.3): since then trades may lie between two prices. */
export const MIDPOINT_FROM: TradeDate = NXT_FROM;
/** Quotes further apart than this many ticks have not been seen to meet in the middle. */
const WIDEST_SPREAD_TICKS = 40;

/** What a date allows a trade of an instrument to be printed at. */
export interface PriceRules {
  readonly instrument: Instrument;
  readonly date: TradeDate;
  readonly table: TickTable;
  readonly limits: PriceLimits;
}

/** True when a trade can have this price on the date: on tick, or in the middle of a bid and an ask since that is possible. */
export function isPossiblePrice({ table, date }: PriceRules, price: Price): boolean {
  if (!Number.isSafeInteger(price) || price < 1) return false;
  return isOnTick(table, price) || (date >= MIDPOINT_FROM && isMidpoint(table, price));
}

/** True when half the sum of some bid and some ask, cut to whole won, is `price` (krx-rules 3.3, type 29). */
export function isMidpoint(table: TickTable, price: Price): boolean {
  let bid = floorToTick(table, price);
  for (let ticks = 0; ticks < WIDEST_SPREAD_TICKS; ticks++) {
    if (isOnTick(table, 2 * price - bid) || isOnTick(table, 2 * price + 1 - bid)) return true;
    bid = stepTicks(table, bid, -1);
  }
  return false;
}

/** Fewest trades that can make a bar: its open, its close, and what lies beyond both. */
export function fewestTrades({ open, high, low, close }: Bar): number {
  if (high === low) return 1;
  const beyond = (high > Math.max(open, close) ? 1 : 0) + (low < Math.min(open, close) ? 1 : 0);
  return 2 + beyond;
}

/** Why a bar cannot be played on its date; null when it can. Bars without volume are no trades and not asked about. */
export function barProblem(bar: Bar, rules: PriceRules): MarketDataError | null {
  const { open, high, low, close, volume } = bar;
  if (low > Math.min(open, close) || high < Math.max(open, close)) {
    const problem = {
      ko: `고가 ${high}와(과) 저가 ${low} 사이에 시가 ${open}와(과) 종가 ${close}이(가) 없습니다`,
      en: `high ${high} and low ${low} do not hold open ${open} and close ${close}`,
    };
    return new MarketDataError('impossible-bar', bar, problem);
  }
  if (!Number.isSafeInteger(volume) || volume < fewestTrades(bar)) {
    const problem = {
      ko: `${volume}주로는 네 가격이 나올 수 없습니다`,
      en: `${volume} shares cannot make its four prices`,
    };
    return new MarketDataError('impossible-bar', bar, problem);
  }
  const off = [open, high, low, close].find((price) => !isPossiblePrice(rules, price));
  if (off !== undefined) {
    const problem = {
      ko: `${off}은(는) ${rules.date}의 호가 단위에 맞지 않습니다. 수정주가라면 가장 가까운 호가로 옮기게 할 수 있습니다`,
      en: `${off} is no price of ${rules.date}: adjusted prices can be moved to the nearest tick if you ask for it`,
    };
    return new MarketDataError('off-tick', bar, problem);
  }
  const { upperLimit, lowerLimit } = rules.limits;
  if (high > upperLimit || low < lowerLimit) {
    const price = high > upperLimit ? high : low;
    const problem = {
      ko: `${price}은(는) 그날의 가격제한폭 ${lowerLimit}~${upperLimit}을 벗어납니다`,
      en: `${price} is outside the limits ${lowerLimit} to ${upperLimit} of the day`,
    };
    return new MarketDataError('outside-limits', bar, problem);
  }
  return null;
}

/** A price moved to the nearest one an order could have, inside the limits; halves go up. */
export function snapPrice({ table, limits }: PriceRules, price: Price): Price {
  const below = floorToTick(table, price);
  const above = stepTicks(table, below, 1);
  const nearest = price - below < above - price ? below : above;
  return Math.min(Math.max(nearest, limits.lowerLimit), limits.upperLimit);
}

/** One trade of an auction. */
export interface AuctionPrint {
  readonly price: Price;
  readonly quantity: Quantity;
}
