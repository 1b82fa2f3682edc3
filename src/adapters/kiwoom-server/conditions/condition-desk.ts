// Condition search over the WebSocket (ka10171 to ka10174) with the server's ways (kiwoom-wire 1.17–1.22): a list must be asked
// for first, numbers are padded, and what was registered for real time stays registered when its connection is gone, until
// CNSRCLR or the next day.

import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, SymbolCode, TradeDate } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import { clockDigits, directionCode, padded } from '../formats.ts';
import { allFigures, type Figures } from '../trs/figures.ts';
import { CONDITIONS, type Condition, conditionOf, meets } from './condition-list.ts';

/** A connection that searches: a session, or a test. */
export interface ConditionClient {
  /** Whose conditions they are; null before LOGIN. */
  readonly key: { readonly appKey: string } | null;
  send(kind: 'market', text: string): void;
}

type Frame = Readonly<Record<string, unknown>>;

/** A condition registered for real time. */
interface Watch {
  readonly condition: Condition;
  /** Null once its connection is gone: nobody is told, and it still counts as registered. */
  client: ConditionClient | null;
  members: ReadonlySet<SymbolCode>;
}

/** Rows of one answer to a search. */
const ROWS = 100;
/** Conditions one key may register for real time (1.22). */
const WATCHES_MAX = 10;

/** Answers CNSRLST, CNSRREQ and CNSRCLR, and tells who enters and leaves. */
export class ConditionDesk {
  readonly #exchange: ExchangeApi;
  /** App key → number → registration. */
  readonly #watches = new Map<string, Map<string, Watch>>();
  /** Connections that have asked for the list. */
  readonly #listed = new WeakSet<ConditionClient>();
  #second = 0;
  #date: TradeDate;

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
    this.#date = exchange.tradeDate;
  }

  /** The answer to a frame of a connection that has logged in; null for a frame that is none of these. */
  answer(client: ConditionClient, frame: Frame): Record<string, unknown> | null {
    const trnm = frame['trnm'];
    if (trnm === 'CNSRLST') {
      this.#listed.add(client);
      return { trnm, return_code: 0, return_msg: '', data: CONDITIONS.map(({ seq, name }) => [seq, name]) };
    }
    if (trnm !== 'CNSRREQ' && trnm !== 'CNSRCLR') return null;
    const missing = missingMember(frame, trnm === 'CNSRREQ' ? ['seq', 'search_type', 'stex_tp'] : ['seq']);
    if (missing !== null) {
      return refusal(trnm, 100_002, `필수 파라미터가 누락되어 있습니다(parameter=${missing})`);
    }
    const seq = String(frame['seq']);
    const condition = conditionOf(seq);
    if (condition === null) return refusal(trnm, 1, `조건검색식이 없습니다.(seq=${seq.trim()})`);
    if (trnm === 'CNSRCLR') return this.#clear(client, seq, condition);
    if (!this.#listed.has(client)) return refusal(trnm, 1, '조건검색 목록조회를 먼저 진행해야 합니다.');
    return frame['search_type'] === '1' ? this.#watch(client, condition) : this.#search(condition, frame);
  }

  /** The connection is gone; what it registered stays, and tells nobody. */
  leave(client: ConditionClient): void {
    const watches = this.#watches.get(client.key?.appKey ?? '');
    for (const watch of watches?.values() ?? []) if (watch.client === client) watch.client = null;
  }

  /** Exchange time has come to `at`: once a second, whoever is told learns who enters and who leaves. */
  tick(at: EpochMs): void {
    if (this.#watches.size === 0) return;
    const second = Math.floor(at / SECOND_MS);
    if (second === this.#second) return;
    this.#second = second;
    this.#turnDay();
    const told = [...this.#watches.values()]
      .flatMap((watches) => [...watches.values()])
      .filter(({ client }) => client !== null);
    if (told.length === 0) return;
    const figures = allFigures(this.#exchange, 'KRX');
    const members = new Map<Condition, ReadonlySet<SymbolCode>>();
    for (const watch of told) {
      const now = members.get(watch.condition) ?? membersAmong(watch.condition, figures);
      members.set(watch.condition, now);
      this.#tell(watch, now, at);
    }
  }

  #search(condition: Condition, frame: Frame): Record<string, unknown> {
    const hits = this.#hits(condition);
    const isContinued = frame['cont_yn'] === 'Y';
    const from = isContinued ? Number(frame['next_key']) || 0 : 0;
    const hasMore = from + ROWS < hits.length;
    return {
      trnm: 'CNSRREQ',
      seq: paddedSeq(condition),
      cont_yn: hasMore ? 'Y' : 'N',
      next_key: hasMore ? String(from + ROWS) : '',
      return_code: 0,
      data: rowsOrNull(hits.slice(from, from + ROWS).map(searchRow)),
    };
  }

  #watch(client: ConditionClient, condition: Condition): Record<string, unknown> {
    this.#turnDay();
    const watches = this.#watchesOf(client);
    const { seq } = condition;
    if (watches.has(seq)) {
      return refusal('CNSRREQ', 900_003, `이미 등록된 조건검색 일련번호입니다.(seq=${seq})`);
    }
    if (watches.size >= WATCHES_MAX) {
      return refusal('CNSRREQ', 1, `실시간 조건검색은 ${WATCHES_MAX}개까지 등록할 수 있습니다.`);
    }
    const hits = this.#hits(condition);
    watches.set(seq, { condition, client, members: new Set(hits.map(({ symbol }) => symbol)) });
    return {
      trnm: 'CNSRREQ',
      seq: paddedSeq(condition),
      return_code: 0,
      data: rowsOrNull(hits.map(({ symbol }) => ({ jmcode: `A${symbol}` }))),
    };
  }

  #clear(client: ConditionClient, asked: string, { seq }: Condition): Record<string, unknown> {
    const watches = this.#watchesOf(client);
    watches.delete(seq);
    if (watches.size === 0) this.#watches.delete(client.key?.appKey ?? '');
    return { trnm: 'CNSRCLR', seq: asked, return_code: 0, return_msg: '' };
  }

  #tell(watch: Watch, now: ReadonlySet<SymbolCode>, at: EpochMs): void {
    const before = watch.members;
    watch.members = now;
    for (const symbol of now) if (!before.has(symbol)) this.#send(watch, symbol, 'I', at);
    for (const symbol of before) if (!now.has(symbol)) this.#send(watch, symbol, 'D', at);
  }

  #send({ client, condition }: Watch, symbol: SymbolCode, change: 'I' | 'D', at: EpochMs): void {
    const values = { 841: paddedSeq(condition), 9001: symbol, 843: change, 20: clockDigits(at), 907: '2' };
    const entry = { values, type: '02', name: '조건검색', item: symbol };
    client?.send('market', JSON.stringify({ data: [entry], trnm: 'REAL' }));
  }

  #hits(condition: Condition): readonly Figures[] {
    return allFigures(this.#exchange, 'KRX').filter((one) => meets(condition, one));
  }

  #watchesOf({ key }: ConditionClient): Map<string, Watch> {
    const appKey = key?.appKey ?? '';
    const known = this.#watches.get(appKey);
    if (known !== undefined) return known;
    const watches = new Map<string, Watch>();
    this.#watches.set(appKey, watches);
    return watches;
  }

  /** The night ends what was left registered without a connection. */
  #turnDay(): void {
    const date = this.#exchange.tradeDate;
    if (date === this.#date) return;
    this.#date = date;
    for (const watches of this.#watches.values()) {
      for (const [seq, { client }] of watches) if (client === null) watches.delete(seq);
    }
  }
}

function membersAmong(condition: Condition, figures: readonly Figures[]): ReadonlySet<SymbolCode> {
  return new Set(figures.filter((one) => meets(condition, one)).map(({ symbol }) => symbol));
}

/** A hit of a search: nine digits, prices unsigned, the rate in thousandths, an A before the code (1.18). */
function searchRow({
  symbol,
  instrument,
  day,
  price,
  change,
  rate,
  volume,
}: Figures): Record<string, string> {
  return {
    '9001': `A${symbol}`,
    '302': instrument.name,
    '10': padded(price, 9),
    '25': directionCode(day.last, day.reference),
    '11': padded(change, 9),
    '12': padded(Math.round(rate * 100) * 10, 9),
    '13': padded(volume, 9),
    '16': padded(day.open ?? 0, 9),
    '17': padded(day.high ?? 0, 9),
    '18': padded(day.low ?? 0, 9),
  };
}

/** Numbers stand in three places, filled up with blanks. */
function paddedSeq({ seq }: Condition): string {
  return seq.padEnd(3);
}

/** No hit is null, not an empty list (1.19). */
function rowsOrNull<T>(rows: readonly T[]): readonly T[] | null {
  return rows.length === 0 ? null : rows;
}

function missingMember(frame: Frame, names: readonly string[]): string | null {
  return names.find((name) => typeof frame[name] !== 'string' || frame[name] === '') ?? null;
}

/** A refusal has no number of its own (1.20). */
function refusal(trnm: string, code: number, message: string): Record<string, unknown> {
  return { trnm, return_code: code, return_msg: message };
}
