// Messages of any real-time type as plain values by our names, driven by the guide's data, which is read from disk when the
// first stream is asked for. What nobody asked for is not decoded.

import type { StreamEvent } from '#domain/market-event.ts';
import type { PlainValue } from '#domain/plain.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { StreamInterest } from '#engine/ports.ts';
import { readSymbol } from '../decode/decode-values.ts';
import type { GuideApi, GuideField } from '../guide/definition.ts';
import { GUIDE_GROUPS } from '../guide/ids.ts';
import { isGuideId, loadGuideGroup } from '../guide/load.ts';
import { decodeGuideValue } from '../guide-decode.ts';
import type { UnknownCounter } from '../rest/decode-answer.ts';
import type { RealEntry } from './frame.ts';

const GROUP = 'real-time';

/** True for the real-time types of the guide. Case counts: 0G and 0g differ. */
export function isStream(id: string): boolean {
  return isGuideId(id) && GUIDE_GROUPS[id] === GROUP;
}

/** The real-time types of the guide, in its order. */
export function streamIds(): readonly string[] {
  return Object.keys(GUIDE_GROUPS).filter(isStream);
}

/** The values of a type: FID, our name and type of each. */
type Fields = ReadonlyMap<string, Pick<GuideField, 'name' | 'type'>>;

export class StreamDecoder {
  readonly #unknown: UnknownCounter;
  #fields: ReadonlyMap<string, Fields> | null = null;
  /** By stream: how an item may be written on the wire, and as which it was asked for; blank for all. */
  #items: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map();
  /** By stream: the instruments asked for, whatever their suffix; blank for all. */
  #symbols: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  constructor(unknown: UnknownCounter) {
    this.#unknown = unknown;
  }

  get isLoaded(): boolean {
    return this.#fields !== null;
  }

  /** Reads the guide's data. Nothing can be decoded before. */
  async load(): Promise<void> {
    const apis = await loadGuideGroup(GROUP);
    this.#fields ??= new Map(apis.map((api) => [api.id, fieldsOf(api)]));
  }

  /**
   * Replaces the streams to be decoded. `plain` are the codes registered without a suffix: of those no message can belong to
   * the same code with one.
   */
  follow(interests: readonly StreamInterest[], plain: ReadonlySet<string>): void {
    const items = new Map<string, Map<string, string>>();
    const symbols = new Map<string, Set<string>>();
    for (const { stream, item } of interests) {
      items.set(stream, (items.get(stream) ?? new Map<string, string>()).set(item, item));
      symbols.set(stream, (symbols.get(stream) ?? new Set<string>()).add(readSymbol(item) ?? item));
    }
    for (const spellings of items.values()) {
      for (const item of [...spellings.keys()]) {
        const symbol = readSymbol(item);
        if (symbol !== null && !plain.has(symbol) && !spellings.has(symbol)) spellings.set(symbol, item);
      }
    }
    this.#items = items;
    this.#symbols = symbols;
  }

  /** True when an entry about this instrument may be asked for as a message. */
  mayWant(stream: string, symbol: SymbolCode): boolean {
    const symbols = this.#symbols.get(stream);
    return symbols !== undefined && (symbols.has(symbol) || symbols.has(''));
  }

  /** The message of an entry received at `at`; null when nobody asked for it. */
  decode(entry: RealEntry, at: EpochMs): StreamEvent | null {
    const item = this.#itemOf(entry.type, entry.item);
    const fields = this.#fields?.get(entry.type);
    if (item === null || fields === undefined) return null;
    const values: Record<string, PlainValue> = {};
    for (const [fid, { name, type }] of fields) {
      values[name] = Object.hasOwn(entry.values, fid)
        ? decodeGuideValue(type ?? 'text', entry.values[fid])
        : null;
    }
    for (const fid of Object.keys(entry.values)) {
      if (!fields.has(fid)) this.#unknown.count(`${entry.type}.${fid}`);
    }
    return { type: 'stream', at, stream: entry.type, item, values };
  }

  /** The item as it was asked for; the wire may write it with a suffix or without (kiwoom-wire 1.16). */
  #itemOf(stream: string, written: string): string | null {
    const spellings = this.#items.get(stream);
    if (spellings === undefined) return null;
    const item = written.trim();
    const plain = readSymbol(item) ?? item;
    return spellings.get(item) ?? spellings.get(plain) ?? (spellings.has('') ? plain : null);
  }
}

function fieldsOf({ response, unlisted }: GuideApi): Fields {
  const values = [...response, ...unlisted].filter(
    ({ parent, kind }) => parent === 'values' && kind === 'value',
  );
  return new Map(values.map(({ element, name, type }) => [element, { name, type }]));
}
