// What should be registered against what is. Whoever asks for the next frame gets the one that brings the two together by
// one step: unwanted codes leave first, then wanted ones come, the most important first. A code is in one group only. Limits
// that the server makes known hold until the connection ends. No time and no network in here.

import { assert } from '#domain/assert.ts';
import type { WatchRefusedEvent } from '#domain/market-event.ts';
import type { RegistrationFrame, RegistrationLimits } from './registration.ts';
import { ACCOUNT_TYPES, type Want } from './registration-wants.ts';

/** Why a REG was not accepted: too many codes in all, too many in its group, or something about its content. */
export type Rejection = 'total' | 'group' | 'content';

/** A want that cannot be had. */
export type RefusedWant = Pick<WatchRefusedEvent, 'what' | 'about' | 'code' | 'limit' | 'actual' | 'detail'>;

/** The types of one item. Types without a code have a slot of their own, since their group is another. */
interface Slot {
  readonly item: string;
  readonly types: Set<string>;
}

interface HeldSlot extends Slot {
  readonly group: string;
}

interface Mark {
  readonly code: 'limit-reached' | 'rejected';
  readonly detail: string;
}

const ACCOUNT_GROUP = '1';
const MARKET_GROUP = '2';
const FIRST_CODE_GROUP = 3;

export class RegistrationBook {
  readonly #limits: RegistrationLimits;
  #wants: readonly Want[] = [];
  readonly #held = new Map<string, HeldSlot>();
  #inFlight: RegistrationFrame | null = null;
  /** What the server taught us. */
  #maxCodes: number;
  readonly #maxOfGroup = new Map<string, number>();
  /** By slot and type: never to be asked for again on this connection, while it stays wanted. */
  readonly #marks = new Map<string, Map<string, Mark>>();
  /** After a rejection smaller frames are tried, to find the part that is to blame. */
  #itemsOfFrame = Number.POSITIVE_INFINITY;
  #typesOfFrame = Number.POSITIVE_INFINITY;
  /** Wants whose refusal was told. */
  #told: ReadonlySet<string> = new Set();

  constructor(limits: RegistrationLimits) {
    this.#limits = limits;
    this.#maxCodes = limits.maxCodes;
  }

  get inFlight(): RegistrationFrame | null {
    return this.#inFlight;
  }

  /** How many codes are registered. */
  get codes(): number {
    return [...this.#held.values()].filter(({ item }) => item !== '').length;
  }

  /** Replaces everything wanted, the most important first. What was refused and is wanted anew is tried again. */
  want(wants: readonly Want[]): void {
    this.#wants = wants;
    const wanted = new Set(wants.flatMap(({ item, types }) => types.map((type) => pairOf(item, type))));
    for (const [slot, marks] of this.#marks) {
      for (const type of marks.keys()) if (!wanted.has(`${slot} ${type}`)) marks.delete(type);
    }
    const names = new Set(wants.map(nameOf));
    this.#told = new Set([...this.#told].filter((name) => names.has(name)));
  }

  /** The next frame to send, which is then in flight; null when all that can be registered is. */
  next(): RegistrationFrame | null {
    assert(this.#inFlight === null, 'a registration is in flight: its answer will not say what it answers');
    const allowed = this.#allowed();
    this.#inFlight = this.#removal(allowed) ?? this.#addition(allowed);
    return this.#inFlight;
  }

  /** The frame in flight was accepted. */
  accepted(): void {
    const { trnm, group, items, types } = this.#takeInFlight();
    for (const item of items) {
      const key = slotOf(item, types[0]!);
      const slot = this.#held.get(key) ?? { item, group, types: new Set<string>() };
      for (const type of types) {
        if (trnm === 'REG') slot.types.add(type);
        else slot.types.delete(type);
      }
      if (slot.types.size > 0) this.#held.set(key, slot);
      else this.#held.delete(key);
    }
    if (trnm === 'REMOVE') this.#forgetLimitMarks();
    else this.#widen();
  }

  /** The frame in flight was not heard; it may be sent again. */
  postponed(): void {
    this.#takeInFlight();
  }

  /** The REG in flight was refused: tries less, or learns the limit or what is to blame. */
  rejected(why: Rejection, detail: string): void {
    const { group, items, types } = this.#takeInFlight();
    const fresh = items.filter((item) => item !== '' && !this.#held.has(slotOf(item, types[0]!))).length;
    if (why === 'total' && fresh > 0) this.#maxCodes = Math.min(this.#maxCodes, this.codes + fresh - 1);
    if (items.length > 1) {
      this.#itemsOfFrame = items.length >> 1;
      return;
    }
    if (types.length > 1 && (why === 'content' || fresh === 0)) {
      this.#typesOfFrame = types.length >> 1;
      return;
    }
    this.#widen();
    if (why === 'total' && fresh > 0) return;
    const inGroup = this.#codesIn(group);
    if (why === 'group' && fresh > 0 && inGroup > 0) this.#maxOfGroup.set(group, inGroup);
    else this.#mark(items[0]!, types, { code: why === 'content' ? 'rejected' : 'limit-reached', detail });
  }

  /** The connection is gone, and with it every registration. */
  lost(): void {
    this.#inFlight = null;
    this.#held.clear();
    this.#marks.clear();
    this.#maxOfGroup.clear();
    this.#maxCodes = this.#limits.maxCodes;
    this.#widen();
  }

  /** The wants that turned out to be impossible since this was last asked. To be asked when there is no next frame. */
  newRefusals(): readonly RefusedWant[] {
    const actual = new Set(this.#wants.map(({ item }) => item).filter((item) => item !== '')).size;
    const refused = this.#wants.flatMap((want) => this.#refusalOf(want, actual) ?? []);
    const news = refused.filter((refusal) => !this.#told.has(nameOf(refusal)));
    this.#told = new Set(refused.map(nameOf));
    return news;
  }

  #refusalOf({ item, types, what, about }: Want, actual: number): RefusedWant | null {
    const missing = types.filter((type) => !this.#held.get(slotOf(item, type))?.types.has(type));
    if (missing.length === 0) return null;
    const marks = missing.map((type) => this.#marks.get(slotOf(item, type))?.get(type));
    const mark = marks.find((one) => one !== undefined);
    // Where the server refused, its words say more than our numbers.
    if (mark !== undefined) return { what, about, limit: null, actual: null, ...mark };
    return { what, about, code: 'limit-reached', limit: this.#maxCodes, actual, detail: null };
  }

  /** What may be registered: everything wanted, in its order, as far as the codes reach. */
  #allowed(): ReadonlyMap<string, Slot> {
    const slots = new Map<string, Slot>();
    let codes = 0;
    for (const { item, types } of this.#wants) {
      for (const type of types) {
        const key = slotOf(item, type);
        if (this.#marks.get(key)?.has(type) === true) continue;
        let slot = slots.get(key);
        if (slot === undefined) {
          if (item !== '' && codes === this.#maxCodes) continue;
          if (item !== '') codes++;
          slot = { item, types: new Set() };
          slots.set(key, slot);
        }
        slot.types.add(type);
      }
    }
    return slots;
  }

  #removal(allowed: ReadonlyMap<string, Slot>): RegistrationFrame | null {
    const batch = new Batch('REMOVE', Number.POSITIVE_INFINITY);
    for (const [key, { item, group, types }] of this.#held) {
      const extra = [...types].filter((type) => allowed.get(key)?.types.has(type) !== true);
      batch.offer(item, extra, () => group);
    }
    return batch.frame;
  }

  #addition(allowed: ReadonlyMap<string, Slot>): RegistrationFrame | null {
    const batch = new Batch('REG', this.#itemsOfFrame);
    const room = new Map<string, number>();
    for (const [key, { item, types }] of allowed) {
      const held = this.#held.get(key);
      const missing = [...types].filter((type) => held?.types.has(type) !== true);
      const part = missing.slice(0, this.#typesOfFrame);
      batch.offer(item, part, () => held?.group ?? this.#groupFor(key, room));
    }
    return batch.frame;
  }

  /** A group with room for one code more; `room` keeps what this frame has taken already. */
  #groupFor(key: string, room: Map<string, number>): string {
    if (key === ACCOUNT_SLOT) return ACCOUNT_GROUP;
    if (key === MARKET_SLOT) return MARKET_GROUP;
    for (let number = FIRST_CODE_GROUP; ; number++) {
      const group = String(number);
      const max = this.#maxOfGroup.get(group) ?? this.#limits.maxCodesPerGroup;
      const left = room.get(group) ?? max - this.#codesIn(group);
      if (left <= 0) continue;
      room.set(group, left - 1);
      return group;
    }
  }

  #codesIn(group: string): number {
    return [...this.#held.values()].filter((held) => held.group === group && held.item !== '').length;
  }

  #mark(item: string, types: readonly string[], mark: Mark): void {
    for (const type of types) {
      const key = slotOf(item, type);
      const marks = this.#marks.get(key) ?? new Map<string, Mark>();
      this.#marks.set(key, marks.set(type, mark));
    }
  }

  /** Something left, so there may be room for what met a limit. */
  #forgetLimitMarks(): void {
    for (const marks of this.#marks.values()) {
      for (const [type, { code }] of marks) if (code === 'limit-reached') marks.delete(type);
    }
  }

  #widen(): void {
    this.#itemsOfFrame = Number.POSITIVE_INFINITY;
    this.#typesOfFrame = Number.POSITIVE_INFINITY;
  }

  #takeInFlight(): RegistrationFrame {
    const frame = this.#inFlight;
    assert(frame !== null, 'no registration is in flight');
    this.#inFlight = null;
    return frame;
  }
}

/** Gathers items that need the same types in the same group into one frame; the first one decides which. */
class Batch {
  readonly #trnm: RegistrationFrame['trnm'];
  readonly #itemsMax: number;
  readonly #items: string[] = [];
  #types: readonly string[] = [];
  #group = '';

  constructor(trnm: RegistrationFrame['trnm'], itemsMax: number) {
    this.#trnm = trnm;
    this.#itemsMax = itemsMax;
  }

  /** `groupOf` is asked only for an item whose types fit. */
  offer(item: string, types: readonly string[], groupOf: () => string): void {
    if (types.length === 0 || this.#items.length >= this.#itemsMax) return;
    if (this.#items.length > 0 && types.join() !== this.#types.join()) return;
    const group = groupOf();
    if (this.#items.length > 0 && group !== this.#group) return;
    this.#group = group;
    this.#types = types;
    this.#items.push(item);
  }

  get frame(): RegistrationFrame | null {
    if (this.#items.length === 0) return null;
    return { trnm: this.#trnm, group: this.#group, items: this.#items, types: this.#types };
  }
}

// No code begins with a slash.
const ACCOUNT_SLOT = '/account';
const MARKET_SLOT = '/market';

function slotOf(item: string, type: string): string {
  if (item !== '') return item;
  return ACCOUNT_TYPES.includes(type) ? ACCOUNT_SLOT : MARKET_SLOT;
}

function pairOf(item: string, type: string): string {
  return `${slotOf(item, type)} ${type}`;
}

function nameOf({ what, about }: Pick<Want, 'what' | 'about'>): string {
  return `${what} ${about}`;
}
