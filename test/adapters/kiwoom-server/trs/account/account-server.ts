// A protocol core on accounts of a test, with a key for each of them.

import { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { Answers } from './account-questions.ts';

export class AccountServer {
  readonly core: KiwoomServerCore;
  readonly #symbols: readonly string[];

  constructor(exchange: ExchangeApi) {
    const keys = exchange.accounts
      .ids()
      .map((account) => ({ appKey: `key-${account}`, secretKey: 'secret', account }));
    this.core = new KiwoomServerCore({ exchange, clock: new VirtualClock(1_000_000), keys, limits: null });
    this.#symbols = exchange.market.instruments().map(({ symbol }) => symbol);
  }

  /** A living token of an account's key. */
  tokenOf(account: string): string {
    let token = '';
    const keys = { appkey: `key-${account}`, secretkey: 'secret' };
    const body = JSON.stringify({ grant_type: 'client_credentials', ...keys });
    this.core.handleRest({ method: 'POST', path: '/oauth2/token', headers: {}, body }, (outcome) => {
      if (outcome.type === 'answered') token = JSON.parse(outcome.response.body).token;
    });
    return token;
  }

  /** What an account is answered; `today` as `YYYYMMDD`. */
  answers(account: string, today: string): Answers {
    return new Answers(this.core, this.tokenOf(account), today, this.#symbols);
  }
}
