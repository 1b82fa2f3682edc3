// What is watched, in the order it was asked for. An instrument counts once and keeps the widest of what was asked of it.

import type { InstrumentInterest, MarketInterest, StreamInterest } from '#engine/ports.ts';

export class InterestList {
  readonly #byName = new Map<string, MarketInterest>();

  constructor(initial: readonly MarketInterest[]) {
    for (const interest of initial) this.add(interest);
  }

  get all(): readonly MarketInterest[] {
    return [...this.#byName.values()];
  }

  /** True when this changed anything. */
  add(interest: MarketInterest): boolean {
    const name = nameOf(interest);
    const known = this.#byName.get(name);
    const next =
      known?.type === 'instrument' && interest.type === 'instrument' ? widest(known, interest) : interest;
    this.#byName.set(name, next);
    return known === undefined || isWider(next, known);
  }

  /** True when this changed anything. */
  remove(interest: MarketInterest): boolean {
    return this.#byName.delete(nameOf(interest));
  }
}

export function instrumentsOf(interests: readonly MarketInterest[]): readonly InstrumentInterest[] {
  return interests.filter((interest) => interest.type === 'instrument');
}

export function streamsOf(interests: readonly MarketInterest[]): readonly StreamInterest[] {
  return interests.filter((interest) => interest.type === 'stream');
}

/** The names of the conditions among them. */
export function conditionsOf(interests: readonly MarketInterest[]): readonly string[] {
  return interests.flatMap((interest) => (interest.type === 'condition' ? [interest.condition] : []));
}

function nameOf(interest: MarketInterest): string {
  if (interest.type === 'instrument') return `instrument ${interest.symbol}`;
  if (interest.type === 'condition') return `condition ${interest.condition}`;
  return `stream ${interest.stream} ${interest.item}`;
}

function widest(a: InstrumentInterest, b: InstrumentInterest): InstrumentInterest {
  return {
    ...a,
    trades: a.trades || b.trades,
    book: a.book || b.book,
    periods: [...new Set([...a.periods, ...b.periods])],
  };
}

function isWider(next: MarketInterest, known: MarketInterest): boolean {
  if (next.type !== 'instrument' || known.type !== 'instrument') return false;
  return next.trades !== known.trades || next.book !== known.book;
}
