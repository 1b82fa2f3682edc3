// The account TRs by the guide's group: money, what may be ordered, holdings, profit, days gone by, settlement, orders and
// credit. Each file's rows come from the same account, so they agree to the won.

import { kt20016, kt20017 } from './account/account-credit.ts';
import { ka01690, kt00002, kt00003, kt00016, kt00017 } from './account/account-days.ts';
import { ka10170 } from './account/account-diary.ts';
import { ka10085, kt00004, kt00005, kt00018 } from './account/account-holdings.ts';
import { kt00010, kt00011, kt00012 } from './account/account-power.ts';
import { ka10072, ka10073, ka10074, ka10077 } from './account/account-profit.ts';
import { kt00008, kt00015 } from './account/account-settlement.ts';
import { ka00001, kt00001, kt00013 } from './account/deposit.ts';
import { ka10088, kt00009 } from './orders/account-orders.ts';
import { kt10006, kt10007, kt10008, kt10009 } from './orders/credit-orders.ts';
import { ka10075, ka10076, kt00007 } from './orders/order-lists.ts';
import type { Tr } from './tr.ts';

export const ACCOUNT_TRS: readonly Tr[] = [
  ...[kt00001, kt00013, ka00001],
  ...[kt00010, kt00011, kt00012],
  ...[kt00004, kt00005, kt00018, ka10085],
  ...[ka10072, ka10073, ka10074, ka10077, ka10170],
  ...[ka01690, kt00002, kt00003, kt00016, kt00017],
  ...[kt00008, kt00015],
  ...[ka10075, ka10076, ka10088, kt00007, kt00009],
  ...[kt10006, kt10007, kt10008, kt10009],
  ...[kt20016, kt20017],
];
