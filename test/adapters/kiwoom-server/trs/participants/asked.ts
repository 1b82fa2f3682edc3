// Questions to a server in front of a real simulated market, put as tests about participants put them: fields in, rows out.

import { expect } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import type { MarketMaker } from '#exchange/market/market-flow.ts';
import { FIRST_DAY, MarketWorld } from '../../market-world.ts';

export type Row = Record<string, string>;

/** What a TR answers, without the words around it. */
export interface Told {
  readonly fields: Row;
  readonly rows: readonly Row[];
}

/** A market that has come to `clock` of `date`, and its server. */
export class AskedWorld {
  readonly world: MarketWorld;

  constructor(
    date: string,
    clock: string,
    historyDays = 30,
    listings = DEFAULT_LISTINGS,
    market?: MarketMaker,
  ) {
    this.world = new MarketWorld(7, historyDays, listings, FIRST_DAY, market);
    this.world.advanceTo(date, clock);
  }

  /** One page, or what follows `nextKey`. */
  page(id: string, fields: Row, nextKey: string | null = null): Told & { readonly nextKey: string | null } {
    const { json, response } = this.world.call(id, TRS.get(id)!.path, fields, nextKey);
    expect(json['return_code'], `${id}: ${json['return_msg']}`).toBe(0);
    const list = Object.values(json).find((value) => Array.isArray(value)) as Row[] | undefined;
    const plain = Object.entries(json).filter(([, value]) => typeof value === 'string') as [string, string][];
    const follows = response.headers['cont-yn'] === 'Y' ? (response.headers['next-key'] ?? null) : null;
    return { fields: Object.fromEntries(plain), rows: list ?? [], nextKey: follows };
  }

  /** All pages. */
  ask(id: string, fields: Row): Told {
    const first = this.page(id, fields);
    const rows = [...first.rows];
    let { nextKey } = first;
    while (nextKey !== null) {
      const page = this.page(id, fields, nextKey);
      rows.push(...page.rows);
      nextKey = page.nextKey;
    }
    return { fields: first.fields, rows };
  }

  rows(id: string, fields: Row): readonly Row[] {
    return this.ask(id, fields).rows;
  }

  /** The code a wrong request is answered with. */
  refusal(id: string, fields: Row): string {
    const { json } = this.world.call(id, TRS.get(id)!.path, fields);
    return `${json['return_code']} ${json['return_msg']}`;
  }
}

/** A figure as it is meant: `--5` and `+-5` are minus five. */
export function figure(text: string | undefined): number {
  expect(text, 'a figure').toMatch(/^[+-]{0,2}\d+(\.\d+)?$/);
  const size = Number(text!.replace(/^[+-]+/, ''));
  return /^\+?-/.test(text!) ? -size : size;
}

export function total(rows: readonly Row[], name: string): number {
  return rows.reduce((sum, row) => sum + figure(row[name]), 0);
}
