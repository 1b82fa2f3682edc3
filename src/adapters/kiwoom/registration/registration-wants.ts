// From what strategies are interested in to what has to be registered at Kiwoom, the most important first. What needs one
// registration of the same code shares it; that is worked out by the book.

import type { WatchRefusedEvent } from '#domain/market-event.ts';
import type { InstrumentInterest, MarketInterest } from '#engine/ports.ts';

/** The suffix that codes are registered with: none for KRX, NXT alone, or all venues (SOR). */
export type CodeSuffix = '' | '_NX' | '_AL';

/** Real-time types to be registered for one item, and what to name when they cannot be. */
export interface Want {
  /** A code as Kiwoom takes it; blank for types that are about the account or the whole market. */
  readonly item: string;
  readonly types: readonly string[];
  readonly what: WatchRefusedEvent['what'];
  readonly about: string;
}

export interface WantsOptions {
  readonly suffix: CodeSuffix;
  /** Index codes such as `001` (KOSPI), wanted when there is room left. */
  readonly indexes: readonly string[];
  /** True for an engine: our own orders and balance (00, 04), the session (0s), interruptions (1h). */
  readonly isTrading: boolean;
}

/** The types that follow the token's account (kiwoom-wire 1.15). */
export const ACCOUNT_TYPES: readonly string[] = ['00', '04'];
const MARKET_TYPES: readonly string[] = ['0s', '1h'];
const WITHOUT_CODE: ReadonlySet<string> = new Set([...ACCOUNT_TYPES, ...MARKET_TYPES]);

/** True when the stream is registered without a code; an interest in one item of it is a filter of ours. */
export function isWithoutCode(stream: string): boolean {
  return WITHOUT_CODE.has(stream);
}

/** Our own orders, the market, the interests as they were asked for, then indexes. Conditions need no registration. */
export function wantsOf(interests: readonly MarketInterest[], options: WantsOptions): readonly Want[] {
  const wants: Want[] = [];
  if (options.isTrading) {
    wants.push({ item: '', types: ACCOUNT_TYPES, what: 'stream', about: ACCOUNT_TYPES.join('+') });
    wants.push({ item: '', types: MARKET_TYPES, what: 'stream', about: MARKET_TYPES.join('+') });
  }
  for (const interest of interests) {
    if (interest.type === 'instrument') {
      const { symbol } = interest;
      const types = typesOf(interest);
      if (types.length === 0) continue;
      wants.push({ item: `${symbol}${options.suffix}`, types, what: 'instrument', about: symbol });
    } else if (interest.type === 'stream') {
      const { stream, item } = interest;
      wants.push({
        item: itemOf(stream, item, options.suffix),
        types: [stream],
        what: 'stream',
        about: aboutStream(stream, item),
      });
    }
  }
  for (const code of options.indexes) {
    wants.push({ item: code, types: ['0J'], what: 'stream', about: aboutStream('0J', code) });
  }
  return wants;
}

/** How a stream is named to people: `0w 005930`, `0s`. */
export function aboutStream(stream: string, item: string): string {
  return item === '' ? stream : `${stream} ${item}`;
}

function typesOf({ trades, book }: InstrumentInterest): readonly string[] {
  if (trades) return book ? ['0B', '0D'] : ['0B', '0C'];
  return book ? ['0D'] : [];
}

const PLAIN_CODE = /^[0-9A-Z]{6}$/;

/** An instrument's code gets the suffix unless it brings one; index codes have three digits. */
function itemOf(stream: string, item: string, suffix: CodeSuffix): string {
  if (isWithoutCode(stream)) return '';
  return PLAIN_CODE.test(item) ? `${item}${suffix}` : item;
}
