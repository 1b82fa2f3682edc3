// Access tokens: one living token a key, the same one as often as it is asked for, dead 24 hours after it was issued
// (kiwoom-wire 2.11). The account hangs on the key; it is never named in a request (2.2).

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { DAY_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { AccountId } from '#exchange/contract.ts';
import { badGrantType, badKeys, revokeFailed, success, type TrAnswer, tokenGap } from './answers.ts';
import { momentDigits } from './formats.ts';
import type { RequestFields } from './protocol.ts';

/** A pair of keys as Kiwoom hands them out, and the account they trade for. */
export interface ServerKey {
  readonly appKey: string;
  readonly secretKey: string;
  readonly account: AccountId;
}

interface LivingToken {
  readonly text: string;
  readonly key: ServerKey;
  readonly expiresAt: EpochMs;
}

const TOKEN_LENGTH = 86;
const TOKEN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Issues, finds and revokes tokens; their texts follow from `seed`. Times are of the clock it is given, which is the later of
 * the exchange's and the wall's: clients hold `expires_dt` against their own clock, and an exchange that plays a day of last
 * spring would hand them tokens that are over, one for every request.
 */
export class TokenDesk {
  readonly #keys: readonly ServerKey[];
  readonly #now: () => EpochMs;
  readonly #random: ReturnType<typeof xoroshiro128plus>;
  readonly #byAppKey = new Map<string, LivingToken>();

  constructor(keys: readonly ServerKey[], now: () => EpochMs, seed: number) {
    this.#keys = keys;
    this.#now = now;
    this.#random = xoroshiro128plus(seed);
  }

  /** au10001: the living token of the key, or a new one. Guide 6–7. */
  issue(fields: RequestFields): TrAnswer {
    if (isMissing(fields, 'grant_type')) return tokenGap(8011);
    if (isMissing(fields, 'appkey') || isMissing(fields, 'secretkey')) return tokenGap(8020);
    if (fields['grant_type'] !== 'client_credentials') return badGrantType();
    const key = this.#keyOf(fields);
    if (key === null) return badKeys();
    const token = this.#living(key) ?? this.#make(key);
    return success({ expires_dt: momentDigits(token.expiresAt), token_type: 'bearer', token: token.text });
  }

  /** au10002: ends the token. Guide 8. */
  revoke(fields: RequestFields): TrAnswer {
    if (isMissing(fields, 'appkey') || isMissing(fields, 'secretkey')) return tokenGap(8020);
    if (isMissing(fields, 'token')) return tokenGap(8016);
    const key = this.#keyOf(fields);
    if (key === null) return badKeys();
    if (this.#living(key)?.text !== fields['token']) return revokeFailed();
    this.#byAppKey.delete(key.appKey);
    return success({});
  }

  /** The key a living token belongs to; null for any other text. */
  keyOfToken(text: string): ServerKey | null {
    for (const token of this.#byAppKey.values()) {
      if (token.text === text) return this.#now() < token.expiresAt ? token.key : null;
    }
    return null;
  }

  /** True for the app key of one of the pairs. */
  isKnown(appKey: unknown): boolean {
    return this.#keys.some((key) => key.appKey === appKey);
  }

  /** Ends the tokens of one key, or of all, before their time: the night cut, or an injected fault. */
  expire(appKey: string | null = null): void {
    if (appKey === null) this.#byAppKey.clear();
    else this.#byAppKey.delete(appKey);
  }

  #keyOf(fields: RequestFields): ServerKey | null {
    return (
      this.#keys.find((key) => key.appKey === fields['appkey'] && key.secretKey === fields['secretkey']) ??
      null
    );
  }

  #living(key: ServerKey): LivingToken | null {
    const token = this.#byAppKey.get(key.appKey);
    return token !== undefined && this.#now() < token.expiresAt ? token : null;
  }

  #make(key: ServerKey): LivingToken {
    let text = '';
    while (text.length < TOKEN_LENGTH) {
      text += TOKEN_LETTERS[uniformInt(this.#random, 0, TOKEN_LETTERS.length - 1)];
    }
    const token = { text, key, expiresAt: this.#now() + DAY_MS };
    this.#byAppKey.set(key.appKey, token);
    return token;
  }
}

function isMissing(fields: RequestFields, name: string): boolean {
  return typeof fields[name] !== 'string' || fields[name] === '';
}
