// A protocol core on a scripted exchange and a virtual wall clock, with the few calls a client makes.

import { KiwoomServerCore, type KiwoomServerOptions } from '#adapters/kiwoom-server/core.ts';
import type { RestOutcome, RestResponse, SessionInput } from '#adapters/kiwoom-server/protocol.ts';
import type { ServerKey } from '#adapters/kiwoom-server/token-desk.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { ACCOUNT, ScriptedExchange } from './scripted-exchange.ts';

export const KEY: ServerKey = { appKey: 'app-key', secretKey: 'secret', account: ACCOUNT };
export const OTHER_KEY: ServerKey = { appKey: 'other-key', secretKey: 'secret', account: '5009999910' };

export const PATHS = {
  stkinfo: '/api/dostk/stkinfo',
  chart: '/api/dostk/chart',
  acnt: '/api/dostk/acnt',
  ordr: '/api/dostk/ordr',
} as const;

type Json = Record<string, unknown>;
type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;

/** An answer with its body read. */
export interface Answer {
  readonly response: RestResponse;
  readonly json: Json;
}

/** A client's WebSocket: what it was sent, and how it ended. */
export class TestSocket {
  readonly frames: Json[] = [];
  closed: { code: number; reason: string } | null = null;
  buffered = 0;
  input: SessionInput;

  constructor(core: KiwoomServerCore) {
    this.input = core.openSession({
      send: (text) => this.frames.push(JSON.parse(text)),
      close: (code, reason) => {
        this.closed = { code, reason };
      },
      bufferedBytes: () => this.buffered,
    });
  }

  send(frame: unknown): void {
    this.input.receive(JSON.stringify(frame));
  }

  /** Registers items for types in group 1, and returns the ack. */
  register(types: string[], items = ['']): Json {
    this.send({ trnm: 'REG', grp_no: '1', refresh: '1', data: [{ item: items, type: types }] });
    return this.frames.findLast((frame) => frame['trnm'] === 'REG')!;
  }

  /** `values` of every REAL entry of a type received so far. */
  real(type: string): Record<string, string>[] {
    return this.frames
      .filter((frame) => frame['trnm'] === 'REAL')
      .flatMap((frame) => frame['data'] as { type: string; values: Record<string, string> }[])
      .filter((entry) => entry.type === type)
      .map((entry) => entry.values);
  }
}

/** Everything a test needs; the rate limit is off unless asked for. */
export class Harness {
  readonly exchange = new ScriptedExchange();
  readonly clock = new VirtualClock(1_000_000);
  readonly core: KiwoomServerCore;
  readonly token: string;

  constructor(options: Partial<KiwoomServerOptions> = {}) {
    this.core = new KiwoomServerCore({
      exchange: this.exchange,
      clock: this.clock,
      keys: [KEY, OTHER_KEY],
      limits: null,
      ...options,
    });
    this.token = this.issue(KEY);
  }

  issue(key: ServerKey): string {
    return String(this.tokenAnswer(key.appKey, key.secretKey).json['token']);
  }

  tokenAnswer(appkey: string, secretkey: string): Answer {
    return this.raw(
      '/oauth2/token',
      {},
      JSON.stringify({ grant_type: 'client_credentials', appkey, secretkey }),
    );
  }

  /** Calls a TR with the first key's token. */
  call(apiId: string, path: string, fields: Json, headers: Record<string, string> = {}): Answer {
    return this.raw(
      path,
      { 'api-id': apiId, authorization: `Bearer ${this.token}`, ...headers },
      JSON.stringify(fields),
    );
  }

  raw(path: string, headers: Record<string, string>, body: string, method = 'POST'): Answer {
    const outcome = this.outcome(path, headers, body, method);
    if (outcome?.type !== 'answered') throw new Error(`no answer but ${outcome?.type}`);
    return { response: outcome.response, json: JSON.parse(outcome.response.body) };
  }

  /** What came back at once; null when the answer is still to come. */
  outcome(path: string, headers: Record<string, string>, body: string, method = 'POST'): RestOutcome | null {
    let outcome: RestOutcome | null = null;
    this.core.handleRest({ method, path, headers, body }, (result) => {
      outcome = result;
    });
    return outcome;
  }

  /** Buys at a limit; the answer. */
  buy(quantity = 3, price = 60_700): Answer {
    return this.call('kt10000', PATHS.ordr, {
      dmst_stex_tp: 'KRX',
      stk_cd: '005930',
      ord_qty: String(quantity),
      ord_uv: String(price),
      trde_tp: '0',
      cond_uv: '',
    });
  }

  cancel(orderNo: string): Answer {
    return this.call('kt10003', PATHS.ordr, {
      dmst_stex_tp: 'KRX',
      orig_ord_no: orderNo,
      stk_cd: '005930',
      cncl_qty: '0',
    });
  }

  connect(): TestSocket {
    return new TestSocket(this.core);
  }

  /** Tells of a trade in 005930 on KRX, as it is now; three shares a buyer took at 60,700 unless said otherwise. */
  trade(parts: Partial<TradeEvent> = {}): void {
    this.exchange.emit({
      ...{ type: 'trade', venue: 'KRX', hours: 'regular', at: this.exchange.now, symbol: '005930' },
      ...{ price: 60_700, quantity: 3, aggressor: 'buy' },
      ...parts,
    });
  }

  /** A socket that has logged in with the first key. */
  login(): TestSocket {
    const socket = this.connect();
    socket.send({ trnm: 'LOGIN', token: this.token });
    return socket;
  }
}
