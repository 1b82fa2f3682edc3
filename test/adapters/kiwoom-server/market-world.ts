// A protocol core on a real simulated market in the middle of its second day, and the calls of a client that reads it.

import { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { kstMoment } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import type { MarketMaker } from '#exchange/market/market-flow.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { type Answer, KEY } from './harness.ts';

export const FIRST_DAY: TradeDate = '2026-11-23';
export const SECOND_DAY: TradeDate = '2026-11-24';

type Json = Record<string, unknown>;

/** A market, a server in front of it, and a client's way to ask. */
export class MarketWorld {
  readonly exchange: Exchange;
  readonly core: KiwoomServerCore;
  /** Tokens live a day, and this market for two. */
  #token = '';

  constructor(
    seed = 7,
    historyDays = 80,
    listings = DEFAULT_LISTINGS,
    firstTradingDay = FIRST_DAY,
    market?: MarketMaker,
  ) {
    this.exchange = createExchange({
      seed,
      firstTradingDay,
      historyDays,
      listings,
      accounts: [{ id: KEY.account, cash: 10_000_000 }],
      ...(market === undefined ? {} : { market }),
    });
    this.core = new KiwoomServerCore({
      exchange: this.exchange,
      clock: new VirtualClock(1_000_000),
      keys: [KEY],
      limits: null,
    });
  }

  advanceTo(date: TradeDate, clock: string): EpochMs {
    const at = kstMoment(date, clock);
    this.exchange.advanceTo(at);
    const { appKey: appkey, secretKey: secretkey } = KEY;
    const body = JSON.stringify({ grant_type: 'client_credentials', appkey, secretkey });
    this.#token = String(this.#post('/oauth2/token', {}, body).json['token']);
    return at;
  }

  get token(): string {
    return this.#token;
  }

  /** One page of a TR. */
  call(apiId: string, path: string, fields: Json, nextKey: string | null = null): Answer {
    const next = nextKey === null ? {} : { 'cont-yn': 'Y', 'next-key': nextKey };
    const headers = { 'api-id': apiId, authorization: `Bearer ${this.#token}`, ...next };
    return this.#post(path, headers, JSON.stringify(fields));
  }

  /** The rows of all pages of a list. */
  pages(apiId: string, path: string, fields: Json, list: string): Json[][] {
    const pages: Json[][] = [];
    let nextKey: string | null = null;
    do {
      const { json, response } = this.call(apiId, path, fields, nextKey);
      pages.push(json[list] as Json[]);
      nextKey = response.headers['cont-yn'] === 'Y' ? response.headers['next-key']! : null;
    } while (nextKey !== null && pages.length < 1_000);
    return pages;
  }

  #post(path: string, headers: Record<string, string>, body: string): Answer {
    let answer: Answer | null = null;
    this.core.handleRest({ method: 'POST', path, headers, body }, (outcome) => {
      if (outcome.type !== 'answered') throw new Error('the connection was cut');
      answer = { response: outcome.response, json: JSON.parse(outcome.response.body) };
    });
    if (answer === null) throw new Error('no answer yet');
    return answer;
  }
}
