// Every TR about the market, by the guide's groups.

import { ka10004, ka10007, ka10095 } from './books.ts';
import { ka10079, ka10080, ka10081, ka10082, ka10083, ka10094 } from './charts.ts';
import { ka10005, ka10006, ka10015, ka10047, ka10086 } from './daily-tables.ts';
import { ka40002, ka40003, ka40004, ka40006, ka40007, ka40008, ka40010 } from './etf.ts';
import { ka20004, ka20005, ka20006, ka20007, ka20008, ka20019 } from './index-charts.ts';
import { ka10101, ka20001, ka20002, ka20003, ka20009 } from './industries.ts';
import { ka10054 } from './interruptions.ts';
import { ka10025 } from './price-bands.ts';
import {
  ka10020,
  ka10021,
  ka10022,
  ka10023,
  ka10027,
  ka10029,
  ka10030,
  ka10031,
  ka10032,
} from './rankings.ts';
import { ka10001, ka10099, ka10100, ka10102 } from './stock-info.ts';
import { ka10016, ka10017, ka10018, ka10019, ka10024, ka10028 } from './stock-rankings.ts';
import type { Tr } from './tr.ts';
import { ka10003, ka10046, ka10055, ka10084 } from './trades.ts';

export const MARKET_TRS: readonly Tr[] = [
  ...[ka10079, ka10080, ka10081, ka10082, ka10083, ka10094],
  ...[ka20004, ka20005, ka20006, ka20007, ka20008, ka20019],
  ...[ka10001, ka10003, ka10015, ka10016, ka10017, ka10018, ka10019, ka10024, ka10025, ka10028],
  ...[ka10054, ka10055, ka10084, ka10095, ka10099, ka10100, ka10101, ka10102],
  ...[ka10004, ka10005, ka10006, ka10007, ka10046, ka10047, ka10086],
  ...[ka10020, ka10021, ka10022, ka10023, ka10027, ka10029, ka10030, ka10031, ka10032],
  ...[ka20001, ka20002, ka20003, ka20009],
  ...[ka40002, ka40003, ka40004, ka40006, ka40007, ka40008, ka40010],
];
