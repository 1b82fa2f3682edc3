// What one WebSocket has registered for: groups of (type, item), with Kiwoom's limits of 100 codes a group and 100 in all
// (kiwoom-wire 1.12). A REG that breaks a limit changes nothing.

import type { SymbolCode } from '#domain/units.ts';

/** One element of `data` in REG and REMOVE: every item with every type. */
export interface RegistrationEntry {
  readonly items: readonly string[];
  readonly types: readonly string[];
}

export const GROUP_CODES_MAX = 100;
export const TOTAL_CODES_MAX = 100;
export const GROUP_FULL = 105118;
export const TOTAL_FULL = 105115;

type Group = ReadonlyMap<string, ReadonlySet<string>>;

/** The registrations of one session. Items are kept as they were written, with their venue suffix. */
export class Registrations {
  readonly #groups = new Map<string, Group>();
  /** Type → six-character code (or index code) → items to report under. Rebuilt on change, read for every frame. */
  #index = new Map<string, Map<string, string[]>>();

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

  /** True when the type is registered at all, for types without items (00, 04, 0s). */
  has(type: string): boolean {
    return this.#index.has(type);
  }

  /** The items under which this session wants frames of `type` for `code`. */
  itemsFor(type: string, code: SymbolCode): readonly string[] {
    return this.#index.get(type)?.get(code) ?? NO_ITEMS;
  }

  #reindex(): void {
    this.#index = new Map();
    for (const group of this.#groups.values()) {
      for (const [type, items] of group) {
        const byCode = this.#index.get(type) ?? new Map<string, string[]>();
        this.#index.set(type, byCode);
        for (const item of items) {
          // _AL means all venues, which is KRX here; _NX items are taken and stay silent.
          const code = item.replace(/_AL$/, '');
          const held = byCode.get(code) ?? [];
          if (!held.includes(item)) byCode.set(code, [...held, item]);
        }
      }
    }
  }
}

const NO_ITEMS: readonly string[] = [];

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
