// Every TR this server answers, by api-id. Tokens (au10001, au10002) need no token themselves and live in token-desk.ts.

import { ACCOUNT_TRS } from './account-trs.ts';
import { MARKET_TRS } from './market-trs.ts';
import { kt10000, kt10001, kt10002, kt10003 } from './orders/order-entry.ts';
import type { Tr } from './tr.ts';

/** The TRs answered from the exchange. */
export const TRS: ReadonlyMap<string, Tr> = new Map(
  [...MARKET_TRS, ...ACCOUNT_TRS, kt10000, kt10001, kt10002, kt10003].map((tr) => [tr.id, tr]),
);
