// The one owner of the access token. Tokens live 24 hours but can die earlier (kiwoom-wire 1.8, 2.12), so a renewal is
// also started by whoever met a dead one; everybody who asks meanwhile shares that renewal.

import { type Clock, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { type KiwoomError, ownError } from '../errors/errors.ts';
import { type Log, silentLog } from '../log.ts';

export interface IssuedToken {
  readonly token: string;
  /** Read as Korean wall clock, whatever this machine thinks (kiwoom-wire 2.13). */
  readonly expiresAt: EpochMs;
}

/** The two TRs behind a token: au10001 and au10002. */
export interface TokenIssuer {
  issue(): Promise<IssuedToken>;
  revoke(token: string): Promise<void>;
}

export interface AccessTokenOptions {
  readonly issuer: TokenIssuer;
  readonly clock: Clock;
  readonly log?: Log;
  /** Called after each change of token but the first. */
  readonly onRenewed?: () => void;
}

/** Within this time before its end a token is asked for again. */
const RENEW_AHEAD_MS = 10 * MINUTE_MS;
/** Inside its life Kiwoom hands out the same token again (2.11): asking more often than this is pointless. */
const ASK_AGAIN_MS = MINUTE_MS;

/** A token that is valid as far as we know, renewed in time and on demand. */
export class AccessToken {
  readonly #issuer: TokenIssuer;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #onRenewed: () => void;
  #issued: IssuedToken | null = null;
  #lastToken: string | null = null;
  #renewal: Promise<string> | null = null;
  #askAgainAt: EpochMs = 0;
  #isClosed = false;

  constructor(options: AccessTokenOptions) {
    this.#issuer = options.issuer;
    this.#clock = options.clock;
    this.#log = options.log ?? silentLog;
    this.#onRenewed = options.onRenewed ?? (() => undefined);
  }

  /** The token if it is valid now; null when one has to be fetched. Starts a renewal in the background near its end. */
  current(): string | null {
    const issued = this.#issued;
    if (issued === null) return null;
    const now = this.#clock.now();
    if (now >= issued.expiresAt) return null;
    if (now >= issued.expiresAt - RENEW_AHEAD_MS && now >= this.#askAgainAt && this.#renewal === null) {
      this.#renew().catch((error: KiwoomError) =>
        this.#log.warn({ code: error.code }, 'renewing the access token ahead of its end failed'),
      );
    }
    return issued.token;
  }

  /** The token, fetched if need be. Rejects with the issuer's error: bad keys are not worth another try. */
  get(): Promise<string> {
    const token = this.current();
    return token === null ? this.#renew() : Promise.resolve(token);
  }

  /** A token other than `dead`, which the server refused. Callers at the same time share one renewal. */
  async replace(dead: string): Promise<string> {
    if (this.#renewal !== null) return this.#renewal;
    const current = this.#issued;
    if (current !== null && current.token !== dead) return this.get();
    this.#issued = null;
    this.#log.info({}, 'the access token was refused; renewing it');
    return this.#renew(dead);
  }

  /** Revokes the token. Best effort: a token that stays alive dies by itself. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const issued = this.#issued;
    this.#issued = null;
    if (issued === null || this.#clock.now() >= issued.expiresAt) return;
    try {
      await this.#issuer.revoke(issued.token);
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'the access token could not be revoked');
    }
  }

  #renew(dead: string | null = null): Promise<string> {
    if (this.#isClosed) {
      return Promise.reject(ownError('closed', 'au10001', { retryable: false, definite: true }));
    }
    this.#renewal ??= this.#fetch(dead).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #fetch(dead: string | null): Promise<string> {
    this.#askAgainAt = this.#clock.now() + ASK_AGAIN_MS;
    let issued = await this.#issuer.issue();
    if (dead !== null && issued.token === dead) {
      // Refused, yet handed out again: only a revocation makes the server forget it.
      await this.#issuer.revoke(dead);
      issued = await this.#issuer.issue();
    }
    const isRenewal = this.#lastToken !== null && this.#lastToken !== issued.token;
    this.#issued = issued;
    this.#lastToken = issued.token;
    this.#log.info({ expiresAt: issued.expiresAt }, 'access token ready');
    if (isRenewal) this.#onRenewed();
    return issued.token;
  }
}
