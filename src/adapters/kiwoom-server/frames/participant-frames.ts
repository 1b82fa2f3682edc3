// Real-time types about who trades: 0F (the five members of either side, guide 449–452) and 0w (programs in a stock, guide
// 474–476). Kiwoom does not say how often it sends them: here at most once a second an item, and only when there is news.

import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode } from '#domain/units.ts';
import {
  type ExchangeApi,
  type MemberCode,
  memberFirm,
  type Participation,
  type Turnover,
} from '#exchange/contract.ts';
import { clockDigits, directed, directionCode, millions, signed, signedPercent } from '../formats.ts';
import { dayOf, type MarketView } from '../market/market-view.ts';
import { leadersOf, type MemberPlace } from '../market/member-places.ts';
import { foreignHouses, sumOf, todayOf } from '../market/participation-view.ts';
import { type Member, valuesText } from './values-text.ts';

/** The types written here. */
export const PARTICIPANT_TYPES = ['0F', '0w'] as const;
export type ParticipantType = (typeof PARTICIPANT_TYPES)[number];

/** An item a frame may be due for. */
interface Item {
  readonly type: ParticipantType;
  readonly symbol: SymbolCode;
  readonly view: MarketView;
}

/** What was last told of an item. */
interface Told {
  readonly at: EpochMs;
  readonly participation: Participation;
}

/** FIDs of the five places: name, shares, change, code, colour. */
const SELL_FIDS = placesFrom(141, 161, 166, 146, 271);
const BUY_FIDS = placesFrom(151, 171, 176, 156, 281);
/** FIDs 271–275 and 281–285, a colour of the trading terminal: what the guide's example has everywhere. */
const COLOUR = '!!!!';
/** FID 337, which the guide leaves open: the numbers its requests have for the markets (`stex_tp`). */
const VENUE_CODES: Readonly<Record<MarketView, string>> = { KRX: '1', NXT: '2', ALL: '3' };

export class ParticipantFrames {
  readonly #exchange: ExchangeApi;
  readonly #told = new Map<string, Told>();
  /** Items that had news too soon after their last frame. */
  readonly #owed = new Map<string, Item>();
  #nextOwedAt: EpochMs = Number.POSITIVE_INFINITY;

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
  }

  /** Items whose frame was put off and is due at `at`; each is given once. */
  due(at: EpochMs): readonly Item[] {
    if (at < this.#nextOwedAt) return [];
    const due = [...this.#owed].filter(([key]) => this.#mayTellAt(key) <= at);
    for (const [key] of due) this.#owed.delete(key);
    const waits = [...this.#owed.keys()].map((key) => this.#mayTellAt(key));
    this.#nextOwedAt = Math.min(Number.POSITIVE_INFINITY, ...waits);
    return due.map(([, item]) => item);
  }

  /** `values` of a frame; null where there is no news, or it has to wait: then `due` will name the item. */
  values(item: Item, at: EpochMs): string | null {
    const { type, symbol, view } = item;
    const key = `${type} ${symbol} ${view}`;
    const mayTellAt = this.#mayTellAt(key);
    if (at < mayTellAt) {
      this.#owed.set(key, item);
      this.#nextOwedAt = Math.min(this.#nextOwedAt, mayTellAt);
      return null;
    }
    const now = todayOf(this.#exchange, symbol, view);
    if (now === null) return null;
    // The frames of a day have nothing to do with those of the day before.
    const known = this.#told.get(key)?.participation;
    const before = known?.date === now.date ? known : null;
    const values =
      type === '0F' ? brokerValues(now, before, view) : this.#programValues(item, at, now, before);
    if (values !== null) this.#told.set(key, { at, participation: now });
    return values;
  }

  #mayTellAt(key: string): EpochMs {
    const told = this.#told.get(key);
    return told === undefined ? Number.NEGATIVE_INFINITY : told.at + SECOND_MS;
  }

  /** 0w: what programs bought and sold. Amounts are millions of won. FIDs 214–216 are in the guide's table, not in its example. */
  #programValues(
    { symbol, view }: Item,
    at: EpochMs,
    now: Participation,
    before: Participation | null,
  ): string | null {
    const day = dayOf(this.#exchange, symbol, view);
    if (day === null) return null;
    const all = programsOf(now);
    const known = before === null ? null : programsOf(before);
    if (known === null ? all.bought + all.sold === 0 : isSame(all, known)) return null;
    const { base } = day.reference;
    const price = day.last ?? base;
    const net = netOf(all);
    const netBefore = known === null ? net : netOf(known);
    return valuesText([
      ['20', clockDigits(at)],
      ['10', directed(price, base)],
      ['25', directionCode(price, day.reference)],
      ['11', signed(price - base)],
      ['12', signedPercent(price - base, base)],
      ['13', String(day.volume)],
      ['202', String(all.sold)],
      ['204', millions(all.soldValue)],
      ['206', String(all.bought)],
      ['208', millions(all.boughtValue)],
      ['210', String(net.quantity)],
      ['211', signed(net.quantity - netBefore.quantity)],
      ['212', String(net.millions)],
      ['213', signed(net.millions - netBefore.millions)],
      ['214', ''],
      ['215', ''],
      ['216', ''],
    ]);
  }
}

/** 0F: who sold and bought most so far. Changes are those since the frame before; a first frame has none. */
function brokerValues(now: Participation, before: Participation | null, view: MarketView): string | null {
  if (now.members.length === 0) return null;
  if (before !== null && isSame(sumOf(now.members), sumOf(before.members))) return null;
  const foreign = foreignHouses(now);
  const foreignBefore = before === null ? foreign : foreignHouses(before);
  const net = foreign.bought - foreign.sold;
  return valuesText([
    ...interleaved(placeMembers('sell', now, before), placeMembers('buy', now, before)),
    ['261', String(foreign.sold)],
    ['262', signed(foreign.sold - foreignBefore.sold)],
    ['263', String(foreign.bought)],
    ['264', signed(foreign.bought - foreignBefore.bought)],
    ['267', String(net)],
    ['268', signed(net - (foreignBefore.bought - foreignBefore.sold))],
    ['337', VENUE_CODES[view]],
  ]);
}

/**
 * The five places of a side. A change is what the place has more than it had before, whoever held it: only so do the numbers
 * of the guide's example add up.
 */
function placeMembers(
  side: 'buy' | 'sell',
  now: Participation,
  before: Participation | null,
): readonly (readonly Member[])[] {
  const places = leadersOf(now, side);
  const placesBefore = before === null ? places : leadersOf(before, side);
  return (side === 'sell' ? SELL_FIDS : BUY_FIDS).map(([name, shares, change, code, colour], index) => {
    const place: MemberPlace = places[index]!;
    return [
      [name, memberName(place.member)],
      [shares, String(place.quantity)],
      [change, signed(place.quantity - placesBefore[index]!.quantity)],
      [code, place.member ?? '000'],
      [colour, COLOUR],
    ];
  });
}

function memberName(code: MemberCode | null): string {
  return code === null ? '' : (memberFirm(code)?.name ?? '');
}

/** One place of the sellers, the same of the buyers, and so on. */
function interleaved(
  sells: readonly (readonly Member[])[],
  buys: readonly (readonly Member[])[],
): readonly Member[] {
  return sells.flatMap((sell, index) => [...sell, ...buys[index]!]);
}

function programsOf({ programs }: Participation): Turnover {
  return sumOf(Object.values(programs));
}

/** Net figures; those in won are the difference of the two amounts as they are shown. */
function netOf(turnover: Turnover): { readonly quantity: Quantity; readonly millions: number } {
  return {
    quantity: turnover.bought - turnover.sold,
    millions: Number(millions(turnover.boughtValue)) - Number(millions(turnover.soldValue)),
  };
}

function isSame(one: Turnover, other: Turnover): boolean {
  return one.bought === other.bought && one.sold === other.sold;
}

type PlaceFids = readonly [name: number, shares: number, change: number, code: number, colour: number];

function placesFrom(...[name, shares, change, code, colour]: PlaceFids): readonly PlaceFids[] {
  return [0, 1, 2, 3, 4].map((place) => [
    name + place,
    shares + place,
    change + place,
    code + place,
    colour + place,
  ]);
}
