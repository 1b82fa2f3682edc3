// What one WebSocket has registered for: groups of (type, item), with Kiwoom's limits of 100 codes a group and 100 in all
// (kiwoom-wire 1.12). A REG that breaks a limit changes nothing.

import type { MarketView } from './market/market-view.ts';

/** One element of `data` in REG and REMOVE: every item with every type. */
export interface RegistrationEntry {
  readonly items: readonly string[];
  readonly types: readonly string[];
}

export const GROUP_CODES_MAX = 100;
export const TOTAL_CODES_MAX = 100;
export const GROUP_FULL = 105118;
export const TOTAL_FULL = 105115;

/** An item as it was registered, and what it means. */
export interface RegisteredItem {
  readonly item: string;
  readonly view: MarketView;
  /** The item as JSON, for frames. */
  readonly json: string;
}

/** A type and the items it is registered for. */
export interface RegisteredType {
  readonly type: string;
  readonly items: readonly string[];
}

type Group = ReadonlyMap<string, ReadonlySet<string>>;

/** The registrations of one session. Items are kept as they were written, with their venue suffix. */
export class Registrations {
  readonly #groups = new Map<string, Group>();
  /** Type → instrument (or index) → items to report under. Rebuilt on change, read for every frame. */
  #index = new Map<string, Map<string, RegisteredItem[]>>();

  /**
   * Adds entries to a group; `isKept` false drops what the group held before (the scope of `refresh` "0" is not recorded
   * beyond that, 1.14). Returns 0, or the error code of the limit that would be broken.
   */
  register(
    groupNo: string,
    isKept: boolean,
    entries: readonly RegistrationEntry[],
  ): 0 | typeof GROUP_FULL | typeof TOTAL_FULL {
    const group = copyOf(isKept ? this.#groups.get(groupNo) : undefined);
    for (const { types, items } of entries) {
      for (const type of types) {
        const held = group.get(type) ?? new Set<string>();
        for (const item of items) held.add(item);
        group.set(type, held);
      }
    }
    if (codesIn([group]).size > GROUP_CODES_MAX) return GROUP_FULL;
    const others = [...this.#groups].filter(([no]) => no !== groupNo).map(([, other]) => other);
    if (codesIn([...others, group]).size > TOTAL_CODES_MAX) return TOTAL_FULL;
    this.#groups.set(groupNo, group);
    this.#reindex();
    return 0;
  }

  /** Takes entries out of a group; what was never there is ignored. */
  remove(groupNo: string, entries: readonly RegistrationEntry[]): void {
    const group = copyOf(this.#groups.get(groupNo));
    for (const { types, items } of entries) {
      for (const type of types) {
        for (const item of items) group.get(type)?.delete(item);
        if (group.get(type)?.size === 0) group.delete(type);
      }
    }
    if (group.size === 0) this.#groups.delete(groupNo);
    else this.#groups.set(groupNo, group);
    this.#reindex();
  }

  /** Takes a whole group out. */
  removeGroup(groupNo: string): void {
    this.#groups.delete(groupNo);
    this.#reindex();
  }

  /** True when the type is registered at all, for types without items (00, 04, 0s). */
  has(type: string): boolean {
    return this.#index.has(type);
  }

  /** The items under which this session wants frames of `type` for an instrument or index, null for none. */
  itemsFor(type: string, code: string): readonly RegisteredItem[] | null {
    return this.#index.get(type)?.get(code) ?? null;
  }

  /** Every code that frames of `type` are wanted for. */
  codesOf(type: string): Iterable<string> {
    return this.#index.get(type)?.keys() ?? [];
  }

  /** What is registered, type by type, with the items as they were written; none for a type that needs none. */
  summary(): readonly RegisteredType[] {
    return [...this.#index].map(([type, byCode]) => ({
      type,
      items: [...byCode.values()]
        .flatMap((held) => held.map(({ item }) => item))
        .filter((item) => item !== ''),
    }));
  }

  #reindex(): void {
    this.#index = new Map();
    for (const group of this.#groups.values()) {
      for (const [type, items] of group) {
        const byCode = this.#index.get(type) ?? new Map<string, RegisteredItem[]>();
        this.#index.set(type, byCode);
        for (const item of items) {
          const [code, view] = readItem(item);
          const held = byCode.get(code) ?? [];
          if (!held.some((one) => one.item === item))
            byCode.set(code, [...held, { item, view, json: JSON.stringify(item) }]);
        }
      }
    }
  }
}

/** `005930` is KRX, `005930_NX` NXT, `005930_AL` both; the suffix is in capitals (kiwoom-wire 3.10). */
function readItem(item: string): readonly [code: string, view: MarketView] {
  if (item.endsWith('_AL')) return [item.slice(0, -3), 'ALL'];
  return item.endsWith('_NX') ? [item.slice(0, -3), 'NXT'] : [item, 'KRX'];
}

function copyOf(group: Group | undefined): Map<string, Set<string>> {
  return new Map([...(group ?? [])].map(([type, items]) => [type, new Set(items)]));
}

/** Distinct codes; the blank item of 00, 04 and 0s is none. */
function codesIn(groups: readonly Group[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const group of groups) {
    for (const items of group.values()) for (const item of items) if (item !== '') codes.add(item);
  }
  return codes;
}
