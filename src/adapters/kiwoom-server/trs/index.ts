// Every TR this server answers, by api-id. Tokens (au10001, au10002) need no token themselves and live in token-desk.ts.

import { ka10074, ka10170, kt00001, kt00011, kt00018 } from './account.ts';
import { ka10079, ka10080, ka10081 } from './charts.ts';
import { kt10000, kt10001, kt10002, kt10003 } from './order-entry.ts';
import { ka10075, ka10076, kt00007 } from './order-lists.ts';
import { ka10001, ka10099, ka10100 } from './stock-info.ts';
import type { Tr } from './tr.ts';

/** The TRs answered from the exchange. */
export const TRS: ReadonlyMap<string, Tr> = new Map(
  [
    ka10001,
    ka10074,
    ka10075,
    ka10076,
    ka10079,
    ka10080,
    ka10081,
    ka10099,
    ka10100,
    ka10170,
    kt00001,
    kt00007,
    kt00011,
    kt00018,
    kt10000,
    kt10001,
    kt10002,
    kt10003,
  ].map((tr) => [tr.id, tr]),
);
