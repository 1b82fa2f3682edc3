// Asking a server as one account: a TR with all its pages, and the figures and columns of what came back.

import type { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';

export type Row = Record<string, string>;
type Body = Record<string, string | Row[]>;

/** Asks one TR with a token and follows its pages. */
export function ask(core: KiwoomServerCore, token: string, id: string, fields: Row = {}): Body {
  let answer: Body | null = null;
  let headers: Row = {};
  do {
    const { body, headers: answered } = respond(core, token, id, fields, headers);
    answer = answer === null ? body : withRows(answer, body);
    headers = { 'cont-yn': answered['cont-yn'] ?? 'N', 'next-key': answered['next-key'] ?? '' };
  } while (headers['cont-yn'] === 'Y');
  return answer;
}

function respond(core: KiwoomServerCore, token: string, id: string, fields: Row, headers: Row) {
  const request = {
    method: 'POST',
    path: TRS.get(id)!.path,
    headers: { 'api-id': id, authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(fields),
  };
  let text = '';
  let answered: Readonly<Record<string, string>> = {};
  core.handleRest(request, (outcome) => {
    if (outcome.type !== 'answered') throw new Error(`${id} was cut`);
    text = outcome.response.body;
    answered = outcome.response.headers;
  });
  const body = JSON.parse(text) as Body & { return_code: number };
  if (body.return_code !== 0) throw new Error(`${id}: ${text}`);
  return { body, headers: answered };
}

function withRows(before: Body, page: Body): Body {
  const joined: Body = { ...before };
  for (const [name, value] of Object.entries(page)) {
    const rows = before[name];
    if (Array.isArray(value) && Array.isArray(rows)) joined[name] = [...rows, ...value];
  }
  return joined;
}

/** Everything one account answers at one moment. */
export class Answers {
  readonly #core: KiwoomServerCore;
  readonly #token: string;
  readonly #today: string;
  readonly #kept = new Map<string, Body>();
  readonly symbols: readonly string[];

  constructor(core: KiwoomServerCore, token: string, today: string, symbols: readonly string[]) {
    this.#core = core;
    this.#token = token;
    this.#today = today;
    this.symbols = symbols;
  }

  body(id: string, fields: Row = {}): Body {
    const key = `${id} ${JSON.stringify(fields)}`;
    const known = this.#kept.get(key) ?? ask(this.#core, this.#token, id, { ...this.#usual(id), ...fields });
    this.#kept.set(key, known);
    return known;
  }

  /** A figure at the top of an answer. */
  top(id: string, element: string, fields: Row = {}): number {
    return Number(this.body(id, fields)[element]);
  }

  rows(id: string, list: string, fields: Row = {}): Row[] {
    return this.body(id, fields)[list] as Row[];
  }

  /** The sum of a column. */
  sum(id: string, list: string, column: string, fields: Row = {}): number {
    return this.rows(id, list, fields).reduce((total, row) => total + Number(row[column]), 0);
  }

  /** The same question for every instrument, added up. */
  overSymbols(of: (symbol: string) => number): number {
    return this.symbols.reduce((total, symbol) => total + of(symbol), 0);
  }

  /** A figure of each row of a list, by instrument and loan, in order. */
  byHolding(id: string, list: string, figure: (row: Row) => number, fields: Row = {}): string[] {
    return this.rows(id, list, fields)
      .map((row) => {
        const loan = (row['loan_dt'] ?? row['crd_loan_dt'] ?? '').replace(/^0+$/, '');
        return `${row['stk_cd']?.replace(/^A(?=.{6}$)/, '')} ${loan} ${figure(row)}`;
      })
      .sort();
  }

  /** Requests that together show all rows of a TR: one for each instrument, or for each open order, where it asks for one. */
  requestsThatShowAll(id: string): Row[] {
    if (['ka10072', 'ka10073', 'ka10077', 'kt20017'].includes(id)) {
      return this.symbols.map((stk_cd) => ({ stk_cd }));
    }
    if (id === 'ka10088') return this.rows('ka10075', 'oso').map((row) => ({ ord_no: row['ord_no'] ?? '' }));
    if (['kt00010', 'kt00011', 'kt00012'].includes(id)) return this.symbols.map((stk_cd) => ({ stk_cd }));
    if (id === 'kt00016') return [{}, { fr_dt: this.#today }];
    return [{}];
  }

  /** The request of each TR that shows everything, of all days where it takes days. */
  #usual(id: string): Row {
    const all = { strt_dt: '20200101', end_dt: this.#today };
    const requests: Record<string, Row> = {
      ka01690: { qry_dt: this.#today },
      ka10072: { strt_dt: this.#today },
      ka10073: all,
      ka10074: { strt_dt: this.#today, end_dt: this.#today },
      ka10075: { all_stk_tp: '0', trde_tp: '0', stk_cd: '', stex_tp: '0' },
      ka10076: { stk_cd: '', qry_tp: '0', sell_tp: '0', ord_no: '', stex_tp: '0' },
      ka10085: { stex_tp: '0' },
      ka10170: { base_dt: '', ottks_tp: '2', ch_crd_tp: '0' },
      kt00001: { qry_tp: '3' },
      kt00002: { start_dt: '20200101', end_dt: this.#today },
      kt00003: { qry_tp: '0' },
      kt00004: { qry_tp: '0', dmst_stex_tp: 'KRX' },
      kt00005: { dmst_stex_tp: 'KRX' },
      kt00007: {
        ...{ ord_dt: '', qry_tp: '1', stk_bond_tp: '0', sell_tp: '0' },
        ...{ stk_cd: '', fr_ord_no: '', dmst_stex_tp: '%' },
      },
      kt00009: {
        ...{ ord_dt: '', stk_bond_tp: '0', mrkt_tp: '0', sell_tp: '0' },
        ...{ qry_tp: '0', stk_cd: '', fr_ord_no: '', dmst_stex_tp: '%' },
      },
      kt00010: { stk_cd: '005930', trde_tp: '2', trde_qty: '30', uv: '20000' },
      kt00011: { stk_cd: '005930', uv: '20000' },
      kt00012: { stk_cd: '005930', uv: '20000' },
      kt00015: {
        ...all,
        ...{ tp: '0', stk_cd: '', crnc_cd: '', gds_tp: '0', frgn_stex_code: '', dmst_stex_tp: '%' },
      },
      kt00016: { fr_dt: '20200101', to_dt: this.#today },
      kt00018: { qry_tp: '2', dmst_stex_tp: 'KRX' },
      kt20016: { crd_stk_grde_tp: '%', mrkt_deal_tp: '%', stk_cd: '005930' },
    };
    return requests[id] ?? {};
  }
}
